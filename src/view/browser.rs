//! What only a browser can do, behind plain functions. Without the `csr` feature each of them does nothing, so that
//! the components render natively. Storage, clipboard and focus may be refused; none of them is needed.

#[cfg(feature = "csr")]
pub(super) use real::*;
#[cfg(not(feature = "csr"))]
pub(super) use unreal::*;

#[cfg(feature = "csr")]
mod real {
    use std::cell::RefCell;

    use gloo::utils::{document, document_element, window};
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Event, HtmlElement};

    pub(crate) fn element(id: &str) -> Option<HtmlElement> {
        document().get_element_by_id(id)?.dyn_into().ok()
    }

    /// An attribute of the root element.
    pub(crate) fn root(name: &str) -> Option<String> {
        document_element().get_attribute(name)
    }

    /// The text of an element.
    pub(crate) fn text_of(id: &str) -> Option<String> {
        document().get_element_by_id(id)?.text_content()
    }

    /// The part of the address after `#`, escapes and all.
    pub(crate) fn hash() -> String {
        window().location().hash().unwrap_or_default()
    }

    /// The whole address with another part after `#`.
    pub(crate) fn address(hash: &str) -> String {
        let whole = window().location().href().unwrap_or_default();
        format!("{}{hash}", whole.split('#').next().unwrap_or_default())
    }

    pub(crate) fn push(hash: &str) {
        let _ = window().location().set_hash(hash);
    }

    /// Replaces the address without an entry in the history. The browser tells nobody, so the caller must.
    pub(crate) fn replace(hash: &str) {
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or_default();
            let _ = history.replace_state_with_url(&state, "", Some(hash));
        }
    }

    pub(crate) fn back() {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    }

    pub(crate) fn stored(key: &str) -> Option<String> {
        window().local_storage().ok()??.get_item(key).ok()?
    }

    pub(crate) fn store(key: &str, value: &str) {
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(key, value);
        }
    }

    pub(crate) fn set_root(name: &str, value: Option<&str>) {
        // Said once more, a language is a style for every element.
        if root(name).as_deref() == value {
            return;
        }
        let element = document_element();
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }

    pub(crate) fn set_title(title: &str) {
        document().set_title(title);
    }

    /// Tells the page, and whoever measures it, that the app has taken over.
    pub(crate) fn ready() {
        if let Some(performance) = window().performance() {
            let _ = performance.mark("content-ready");
        }
        set_root("data-ready", Some(""));
    }

    pub(crate) fn width() -> i32 {
        window().inner_width().ok().and_then(|w| w.as_f64()).map_or(360, |w| w as i32)
    }

    /// How far the page is scrolled, in pixels, and how many screens of it are below.
    pub(crate) fn scrolled() -> (i32, i32) {
        let root = document_element();
        let (at, screen) = (root.scroll_top(), root.client_height().max(1));
        (at, (root.scroll_height() - at) / screen - 1)
    }

    /// The width of the place where charts stand.
    pub(crate) fn width_of(id: &str) -> Option<i32> {
        // The browser rounds: a drawing a hair too wide would be shown smaller, and its text with it.
        element(id).map(|e| e.client_width() - 1).filter(|&w| w > 0)
    }

    pub(crate) fn focus(id: &str) -> bool {
        element(id).is_some_and(|e| e.focus().is_ok())
    }

    /// The same without scrolling to it.
    pub(crate) fn focus_in_place(id: &str) {
        if let Some(element) = element(id) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    thread_local! {
        /// What had the focus before the sheet took it.
        static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
    }

    pub(crate) fn remember_focus() {
        BEFORE.set(focused());
    }

    /// To where the focus was, else to the link that opens `id`, else to the page.
    pub(crate) fn return_focus(id: &str) {
        let before = BEFORE.take().filter(|element| element.tag_name() != "BODY" && element.is_connected());
        let link = || all("[data-open]").find(|link| link.get_attribute("data-open").as_deref() == Some(id));
        let element = before.or_else(|| link()?.dyn_into().ok()).or_else(|| element("main"));
        if let Some(element) = element {
            let _ = element.focus();
        }
    }

    /// The id of the element that has the focus.
    pub(crate) fn focused_id() -> Option<String> {
        document().active_element().map(|element| element.id())
    }

    fn focused() -> Option<HtmlElement> {
        document().active_element()?.dyn_into().ok()
    }

    pub(crate) fn scroll_to(id: &str) {
        if let Some(element) = element(id) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Scrolls an element to an upper place in what holds it, and nothing else. How fast is said by the style sheet.
    pub(crate) fn scroll_within(pane: &str, id: &str) {
        if let (Some(pane), Some(element)) = (element(pane), element(id)) {
            pane.set_scroll_top(element.offset_top() - pane.client_height() / 3);
        }
    }

    /// Takes everything but the sheet out of reach while it is open.
    pub(crate) fn set_inert(id: &str, inert: bool) {
        set(id, "inert", inert.then_some(""));
    }

    /// Keeps Tab within an element whose first and last stops are known.
    pub(crate) fn keep_tab_within(id: &str, event: &Event) {
        let Some(stops) = element(id).and_then(|e| e.query_selector_all("a[href],button:not([disabled]),summary").ok())
        else {
            return;
        };
        let stop = |i: u32| stops.item(i).and_then(|n| n.dyn_into::<HtmlElement>().ok());
        let (first, last) = (stop(0), stop(stops.length().saturating_sub(1)));
        let now = focused();
        let back = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.shift_key());
        let (from, to) = if back { (&first, &last) } else { (&last, &first) };
        let at_edge = from == &now || (back && now.as_ref().is_some_and(|n| n.id() == "sheet-title"));
        if let (true, Some(to)) = (at_edge, to) {
            event.prevent_default();
            let _ = to.focus();
        }
    }

    /// The key of a keyboard event.
    pub(crate) fn key(event: &Event) -> String {
        event.dyn_ref::<web_sys::KeyboardEvent>().map(|event| event.key()).unwrap_or_default()
    }

    /// The value of the field that an event happened in.
    pub(crate) fn value(event: &Event) -> String {
        let target = event.target().map(JsValue::from).unwrap_or_default();
        js_sys::Reflect::get(&target, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// An attribute of the innermost element with it that an event happened in.
    pub(crate) fn closest(event: &Event, name: &str) -> Option<String> {
        let target: web_sys::Element = event.target()?.dyn_into().ok()?;
        target.closest(&format!("[{name}]")).ok()??.get_attribute(name)
    }

    /// Sets the value of a field, where it is another.
    pub(crate) fn set_value(id: &str, value: &str) {
        if let Some(field) = element(id).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok())
            && field.value() != value
        {
            field.set_value(value);
        }
    }

    /// Sets an attribute, or takes it away.
    pub(crate) fn set(id: &str, name: &str, value: Option<&str>) {
        let Some(element) = element(id) else { return };
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }

    /// Whether a fold stands open.
    pub(crate) fn is_open(id: &str) -> bool {
        element(id).is_some_and(|element| element.has_attribute("open"))
    }

    pub(crate) fn set_text(id: &str, text: &str) {
        if let Some(element) = element(id) {
            element.set_text_content(Some(text));
        }
    }

    pub(crate) fn all(selector: &str) -> impl Iterator<Item = web_sys::Element> {
        let found = document().query_selector_all(selector).ok();
        (0..).map_while(move |i| found.as_ref()?.item(i)?.dyn_into().ok())
    }

    /// Makes the one element that is sought the current one, and no other of those that a selector names.
    pub(crate) fn set_current(among: &str, id: Option<&str>, kind: &str) {
        for element in all(&format!("{among}[aria-current]")) {
            let _ = element.remove_attribute("aria-current");
        }
        if let Some(id) = id {
            set(id, "aria-current", Some(kind));
        }
    }

    /// Gives the links with an attribute their addresses anew.
    pub(crate) fn relink(name: &str, href: impl Fn(&str) -> String) {
        for link in all(&format!("[{name}]")) {
            if let Some(value) = link.get_attribute(name) {
                let _ = link.set_attribute("href", &href(&value));
            }
        }
    }

    /// Draws a place of the page anew.
    pub(crate) fn set_html(id: &str, html: &str) {
        if let Some(element) = element(id) {
            element.set_inner_html(html);
        }
    }

    /// Makes the elements of one row of a drawing the current ones.
    pub(crate) fn point_at(id: &str, row: usize) {
        for element in all(&format!("#{id} [data-row]")) {
            let current = element.get_attribute("data-row").is_some_and(|own| own == row.to_string());
            let _ = element.toggle_attribute_with_force("data-current", current);
        }
    }

    /// Does something when the present work is done and the page is drawn.
    pub(crate) fn after_this(work: impl FnOnce() + 'static) {
        after(0, work);
    }

    /// Does something after so many milliseconds.
    pub(crate) fn after(wait: u32, work: impl FnOnce() + 'static) {
        gloo::timers::callback::Timeout::new(wait, work).forget();
    }

    /// Listens for as long as the page lives.
    pub(crate) fn listen(name: &'static str, heard: Box<dyn FnMut(&Event)>) {
        gloo::events::EventListener::new(&window(), name, heard).forget();
    }
}

#[cfg(not(feature = "csr"))]
mod unreal {
    #![allow(clippy::missing_const_for_fn)]
    use web_sys::Event;

    pub(crate) fn address(hash: &str) -> String {
        hash.to_owned()
    }
    pub(crate) fn push(_: &str) {}
    pub(crate) fn replace(_: &str) {}
    pub(crate) fn back() {}
    pub(crate) fn store(_: &str, _: &str) {}
    pub(crate) fn root(_: &str) -> Option<String> {
        None
    }
    pub(crate) fn set_root(_: &str, _: Option<&str>) {}
    pub(crate) fn set_title(_: &str) {}
    pub(crate) fn width() -> i32 {
        crate::view::state::MADE_FOR
    }
    pub(crate) fn width_of(_: &str) -> Option<i32> {
        None
    }
    pub(crate) fn focus(_: &str) -> bool {
        false
    }
    pub(crate) fn focus_in_place(_: &str) {}
    pub(crate) fn focused_id() -> Option<String> {
        None
    }
    pub(crate) fn remember_focus() {}
    pub(crate) fn return_focus(_: &str) {}
    pub(crate) fn after_this(_: impl FnOnce() + 'static) {}
    pub(crate) fn scroll_to(_: &str) {}
    pub(crate) fn scroll_within(_: &str, _: &str) {}
    pub(crate) fn set_inert(_: &str, _: bool) {}
    pub(crate) fn keep_tab_within(_: &str, _: &Event) {}
    pub(crate) fn key(_: &Event) -> String {
        String::new()
    }
    pub(crate) fn value(_: &Event) -> String {
        String::new()
    }
    pub(crate) fn closest(_: &Event, _: &str) -> Option<String> {
        None
    }
    pub(crate) fn set_value(_: &str, _: &str) {}
    pub(crate) fn set(_: &str, _: &str, _: Option<&str>) {}
    pub(crate) fn is_open(_: &str) -> bool {
        false
    }
    pub(crate) fn set_text(_: &str, _: &str) {}
    pub(crate) fn set_html(_: &str, _: &str) {}
    pub(crate) fn point_at(_: &str, _: usize) {}
    pub(crate) fn set_current(_: &str, _: Option<&str>, _: &str) {}
    pub(crate) fn relink(_: &str, _: impl Fn(&str) -> String) {}
}
