//! The nodes of markup: made and put into the page, or found where they stand already. Without the `csr` feature there are
//! none.

#[cfg(feature = "csr")]
pub(super) use real::*;
#[cfg(not(feature = "csr"))]
pub(super) use unreal::*;

#[cfg(feature = "csr")]
mod real {
    use gloo::events::EventListenerOptions;
    use gloo::utils::document;
    use leptos::tachys::view::Mountable;

    use crate::view::markup::Heard;

    /// A listener at an element; it ends when this is dropped.
    pub(crate) type Listening = gloo::events::EventListener;

    /// An element with some HTML.
    pub(crate) type Made = web_sys::Element;

    /// An element with some HTML, not in the page, or the one in which the same stands already. Without any HTML, an
    /// empty node keeps its place.
    pub(crate) fn make(html: &str, stands_in: Option<&str>) -> Made {
        // A page in which this fails is better read without the app: a panic leaves it as it stood.
        if let Some(id) = stands_in {
            return document().get_element_by_id(id).expect("the page has its own element");
        }
        let made = document().create_element("div").expect("a page can make an element");
        made.set_inner_html(if html.is_empty() { "<!---->" } else { html });
        made
    }

    /// Lets the elements of some HTML hear.
    pub(crate) fn hear(made: &Made, heard: Vec<(&'static str, Heard)>) -> Vec<Listening> {
        let mut listening = Vec::new();
        for (place, (event, heard)) in heard.into_iter().enumerate() {
            let sought = format!("[data-on-{event}=\"{place}\"]");
            if let Ok(Some(element)) = made.query_selector(&sought) {
                let options = EventListenerOptions::enable_prevent_default();
                listening.push(Listening::new_with_options(&element, event, options, heard));
            }
        }
        listening
    }

    /// Puts a view into the element of some HTML that has an id.
    pub(crate) fn fill(made: &Made, id: &str, view: &mut dyn Mountable) {
        if let Ok(Some(element)) = made.query_selector(&format!("#{id}")) {
            view.mount(&element, None);
        }
    }

    /// The nodes of some HTML: they stay where they are if they are `kept`, else they are nobody's any more.
    pub(crate) fn nodes(made: &Made, kept: bool) -> Vec<web_sys::Node> {
        let mut nodes = Vec::new();
        let mut next = made.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            if !kept {
                let _ = made.remove_child(&node);
            }
            nodes.push(node);
        }
        nodes
    }

    /// Takes a node out of the page.
    pub(crate) fn remove(node: &web_sys::Node) {
        if let Some(parent) = node.parent_node() {
            let _ = parent.remove_child(node);
        }
    }
}

#[cfg(not(feature = "csr"))]
mod unreal {
    use leptos::tachys::view::Mountable;

    use crate::view::markup::Heard;

    pub(crate) fn remove(_: &web_sys::Node) {}
    pub(crate) type Listening = ();
    pub(crate) struct Made;
    pub(crate) fn make(_: &str, _: Option<&str>) -> Made {
        Made
    }
    pub(crate) fn hear(_: &Made, _: Vec<(&'static str, Heard)>) -> Vec<Listening> {
        Vec::new()
    }
    pub(crate) fn fill(_: &Made, _: &str, _: &mut dyn Mountable) {}
    pub(crate) fn nodes(_: &Made, _: bool) -> Vec<web_sys::Node> {
        Vec::new()
    }
}
