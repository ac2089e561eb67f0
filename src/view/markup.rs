//! Content that stays as it is once it stands: written as HTML in one go, and set in one go.
//!
//! A card or a row has nothing to react to; as markup thousands of them cost one call, and no code of their own for
//! each element. Safe by construction: tags, classes and names are words of the program, and every text and every
//! value goes through [`Markup::text`] or [`Markup::attr`], which escape it. Elements nest by closures, so what is
//! opened is closed.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};

use web_sys::Event;

use super::nodes;
use crate::format::prose;

/// What an element does when it hears of an event.
pub(super) type Heard = Box<dyn FnMut(&Event) + Send>;

/// HTML in the making.
#[derive(Default)]
pub(super) struct Markup {
    html: String,
    /// Where a view that reacts comes in, and the id of the element that it fills.
    within_it: Option<(usize, &'static str, AnyView)>,
    /// The id of the element in which all this stands already; it is heard there, and nothing is drawn.
    stands_in: Option<&'static str>,
    /// Whether it is read where nothing is heard.
    deaf: bool,
    /// Events that elements listen to; the attribute `data-on-EVENT` of such an element has its place here.
    heard: Vec<(&'static str, Heard)>,
    /// The elements that are not closed yet.
    within: Vec<&'static str>,
    /// Whether the start tag of the innermost one is still open for attributes.
    open: bool,
}

impl Markup {
    /// The markup that a function writes.
    pub(super) fn of(write: impl FnOnce(&mut Self)) -> Self {
        Self::default().and(write)
    }

    /// What a function writes at the end of this.
    pub(super) fn and(mut self, write: impl FnOnce(&mut Self)) -> Self {
        write(&mut self);
        self
    }

    /// Says whether somebody will hear. Where nobody ever may, what only invites to touch it is left out.
    pub(super) fn heard_by(self, hears: bool) -> Self {
        Self { deaf: !hears, ..self }
    }

    /// Whether somebody will hear.
    pub(super) fn hears(&self) -> bool {
        !self.deaf
    }

    /// The HTML as text, for content in which nothing is listened to.
    pub(super) fn into_html(self) -> String {
        self.html
    }

    /// Says where the same markup stands in the page already, if it does: the element of an id. What is [`Self::quiet`] need
    /// not be made there.
    pub(super) fn standing_in(self, stands_in: Option<&'static str>) -> Self {
        Self { stands_in, ..self }
    }

    /// A view that reacts, as the whole content of the element that was begun last, which gets an id.
    pub(super) fn view(&mut self, id: &'static str, view: AnyView) {
        self.attr("id", id);
        self.close_tag();
        self.within_it = Some((self.html.len(), id, view));
    }

    /// Whether it stands in the page already.
    pub(super) fn stands(&self) -> bool {
        self.stands_in.is_some()
    }

    /// Content in which nothing is listened to and no view comes in: left out where it stands already.
    pub(super) fn quiet(&mut self, inside: impl FnOnce(&mut Self)) {
        if self.stands() {
            return;
        }
        let before = (self.heard.len(), self.within_it.is_some());
        inside(self);
        debug_assert_eq!(before, (self.heard.len(), self.within_it.is_some()), "something quiet listens");
    }

    /// An element with a class (or none: `""`) and what `inside` writes: attributes first, then content.
    pub(super) fn element(&mut self, tag: &'static str, class: &'static str, inside: impl FnOnce(&mut Self)) {
        self.start(tag, class);
        inside(self);
        self.end();
    }

    /// An element that holds only a text.
    pub(super) fn leaf(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.start(tag, class);
        self.text(text);
        self.end();
    }

    /// An element that holds only a text from a report, which stays Vietnamese in every language of the interface.
    pub(super) fn source(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.start(tag, class);
        self.attr("lang", "vi");
        self.prose(text);
        self.end();
    }

    /// A link with the title of a report.
    pub(super) fn link(&mut self, class: &'static str, href: &str, title: &str) {
        self.start("a", class);
        self.attr("href", href);
        self.attr("lang", "vi");
        self.prose(title);
        self.end();
    }

    /// An attribute of the element that was begun last.
    pub(super) fn attr(&mut self, name: &'static str, value: &str) {
        debug_assert!(self.open, "the attribute {name} comes after the content");
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        self.escape(value);
        self.html.push('"');
    }

    /// An attribute without a value, where it holds.
    pub(super) fn flag(&mut self, name: &'static str, holds: bool) {
        if holds {
            self.attr(name, "");
        }
    }

    /// Lets the element that was begun last listen to an event, for as long as it stands.
    pub(super) fn on(&mut self, event: &'static str, heard: impl FnMut(&Event) + Send + 'static) {
        if self.deaf {
            return;
        }
        self.html.push_str(" data-on-");
        self.html.push_str(event);
        self.html.push_str(&format!("=\"{}\"", self.heard.len()));
        self.heard.push((event, Box::new(heard)));
    }

    /// A chart. Its labels are escaped where it is drawn.
    pub(super) fn drawing(&mut self, svg: &str) {
        self.close_tag();
        self.html.push_str(svg);
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.close_tag();
        self.escape(text);
    }

    /// A space between things that the styles set apart: where no styles are, they are words of their own all the same.
    pub(super) fn space(&mut self) {
        self.text(" ");
    }

    /// Words of a report in their running text.
    pub(super) fn prose(&mut self, piece: &str) {
        self.text(&prose(piece));
    }

    fn start(&mut self, tag: &'static str, class: &'static str) {
        self.close_tag();
        self.html.push('<');
        self.html.push_str(tag);
        self.within.push(tag);
        self.open = true;
        if !class.is_empty() {
            self.attr("class", class);
        }
    }

    fn end(&mut self) {
        self.close_tag();
        self.html.push_str("</");
        self.html.push_str(self.within.pop().unwrap_or_default());
        self.html.push('>');
    }

    fn close_tag(&mut self) {
        if self.open {
            self.html.push('>');
            self.open = false;
        }
    }

    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                _ => self.html.push(c),
            }
        }
    }
}

/// The nodes of markup that stands in the page.
pub(super) struct Standing {
    nodes: Vec<types::Node>,
    /// Whether they stood there before.
    kept: bool,
    _listening: Vec<nodes::Listening>,
    _within_it: Option<<AnyView as Render>::State>,
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.nodes.iter().for_each(nodes::remove);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        // What is put where it stands is laid out once more.
        if std::mem::take(&mut self.kept) {
            return;
        }
        for node in &mut self.nodes {
            node.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.nodes.first().is_some_and(|node| node.insert_before_this(child))
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

impl Render for Markup {
    type State = Standing;

    fn build(self) -> Standing {
        let kept = self.stands_in.is_some();
        let made = nodes::make(&self.html, self.stands_in);
        let _listening = nodes::hear(&made, self.heard);
        let _within_it = self.within_it.map(|(_, id, view)| {
            let mut view = view.build();
            nodes::fill(&made, id, &mut view);
            view
        });
        Standing { nodes: nodes::nodes(&made, kept), kept, _listening, _within_it }
    }

    fn rebuild(self, state: &mut Standing) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

/// Markup has no element of its own that could take another attribute.
impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, out: &mut String, at: &mut Position, escape: bool, mark: bool, attrs: Vec<AnyAttribute>) {
        let (before, after) = self.html.split_at(self.within_it.as_ref().map_or(0, |(place, ..)| *place));
        out.push_str(before);
        if let Some((.., view)) = self.within_it {
            view.to_html_with_buf(out, &mut Position::default(), escape, mark, attrs);
        }
        out.push_str(after);
        *at = Position::NextChild;
    }

    /// The app never takes over markup from a server.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(write: impl FnOnce(&mut Markup)) -> String {
        Markup::of(write).html
    }

    #[test]
    fn elements_nest_and_close() {
        let html = html(|html| {
            html.element("ul", "list", |html| {
                html.leaf("li", "", "một");
                html.source("li", "it", "hai");
                html.element("li", "", |_| {});
            });
            html.link("a", "#/x", "ba");
        });
        let list = r#"<ul class="list"><li>một</li><li class="it" lang="vi">hai</li><li></li></ul>"#;
        assert_eq!(html, format!(r##"{list}<a class="a" href="#/x" lang="vi">ba</a>"##));
    }

    #[test]
    fn what_is_quiet_is_not_made_again_where_it_stands() {
        let write = |html: &mut Markup| {
            html.quiet(|html| html.leaf("p", "", "một"));
            html.element("button", "", |html| html.on("click", |_| {}));
        };
        let (made, stands) = (Markup::of(write), Markup::default().standing_in(Some("main")).and(write));
        assert_eq!(made.html, r#"<p>một</p><button data-on-click="0"></button>"#);
        assert_eq!(stands.html, r#"<button data-on-click="0"></button>"#);
        assert_eq!((made.heard.len(), stands.heard.len()), (1, 1));
    }

    #[test]
    #[should_panic(expected = "something quiet listens")]
    fn nothing_quiet_listens() {
        Markup::of(|html| html.quiet(|html| html.element("p", "", |html| html.on("click", |_| {}))));
    }

    #[test]
    fn no_text_and_no_value_is_ever_markup() {
        let evil = r#"</p><script>alert("1")</script> onclick='x' & &lt;"#;
        let html = html(|html| {
            html.element("p", "", |html| {
                html.attr("title", evil);
                html.text(evil);
                html.leaf("b", "", evil);
                html.source("i", "", evil);
                html.link("", evil, evil);
            });
        });
        assert_eq!(html.matches('<').count(), 8, "{html}");
        assert_eq!(html.matches('"').count(), 8, "{html}");
        assert!(html.contains("&amp;lt;") && !html.contains("<script") && !html.contains("\"1\""));
    }
}
