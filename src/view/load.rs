//! The start, with the `csr` feature only: reads the data in the page, builds the state, takes over, and says so.
//!
//! A page of few reports carries them all. A page of many carries none: what is read or asked for is loaded then, a
//! report by itself or all of them ([`Shelf`](super::shelf::Shelf)), and the app is drawn anew with it at the same place.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::shelf::Shelf;
use super::state::{MADE_FOR, WANTED};
use super::watch::watch;
use super::{App, Page, Route, State, Theme, browser, left};
use crate::format::Lang;
use crate::library::Collection;
use crate::library::store::read_report;

/// Id of the element that the app fills.
const ROOT: &str = "app";
/// Id of the data block.
const DATA: &str = "tongket-data";
/// The attribute of it that names the file of all reports, where the block holds none.
const ALL: &str = "data-all";

/// Which build this is: the same in the program and in the page that loads it.
const BUILD: &str = match option_env!("TONGKET_BUILD") {
    Some(build) => build,
    None => "dev",
};

/// Starts the app in the page. What stops it is left at the root element as a code (`data-failed`), which `script/boot.js`
/// puts into words; the page as it stood stays. A panic is a trap, of which it hears by itself.
pub fn start() {
    if browser::root("data-build").as_deref() != Some(BUILD) {
        return fail("stale-build");
    }
    match Collection::read(&browser::text_of(DATA).unwrap_or_default()) {
        // In two steps, between which a finger is heard.
        Ok(collection) => browser::after_this(|| run(collection)),
        Err(error) => fail(error.code()),
    }
}

fn fail(code: &str) {
    browser::set_root("data-failed", Some(code));
}

fn run(collection: Collection) {
    let many = attribute(DATA, ALL).is_some();
    let Some(root) = browser::element(ROOT) else { return };
    let shelf = if many { Shelf::empty(html_of("main").unwrap_or_default().leak()) } else { Shelf::full(collection) };
    let Ok(route) = browser::hash().parse::<Route>();
    let lang = browser::stored("lang").and_then(|code| Lang::from_code(&code)).unwrap_or_default();
    let theme = browser::stored("theme").and_then(|code| Theme::from_code(&code)).unwrap_or_default();
    let stands = (&route.page, lang, theme) == (&Page::Overview, Lang::default(), Theme::default());
    let root = if stands { root } else { fresh(root) };
    let mounted = leptos::mount::mount_to(root, move || {
        let state = State::provide(shelf, route);
        state.lang.set(lang);
        if stands {
            // First as it was made, then as wide as it is.
            state.stands.set(true);
            state.width.set(MADE_FOR);
            browser::after_this(move || state.width.set(browser::width()));
        }
        state.theme.set(theme);
        let arrive = move |_: &Event| {
            let Ok(route) = browser::hash().parse::<Route>();
            state.arrive(route);
        };
        browser::listen("hashchange", Box::new(arrive));
        let resize = move |_: &Event| {
            let width = browser::width();
            if state.width.get_untracked() != width {
                state.width.set(width);
            }
        };
        browser::listen("resize", Box::new(resize));
        if many {
            fetch(state);
        }
        view! { <App/> }
    });
    mounted.forget();
    left::go_as_left(true);
    left::keep_note();
    browser::ready();
}

/// How it comes: an event for each line of the file, and a last one without any.
const COMES: &str = "tongket-line";

/// Asks for what a place needs whenever the reader comes to one, and draws the page again when it is here.
fn fetch(state: State) {
    watch(move |_| {
        state.lang.track();
        state.route.with(|route| state.ask(route));
    });
    let mut collection: Option<Collection> = None;
    let heard = move |event: &Event| {
        let Some(line) = detail(event) else {
            // A report that is not there is told by the page that it would have stood on.
            let found = collection.take().unwrap_or_else(Collection::empty);
            let focused = browser::focused_id();
            left::note();
            state.shelf.put(found, browser::root(WANTED).filter(|only| !only.is_empty()));
            state.arrivals.set(state.arrivals.get_untracked() + 1);
            // At once when it is drawn: a hand that types loses no letter.
            leptos::task::spawn_local(async move {
                browser::focus_in_place(&focused.unwrap_or_default());
                left::go_as_left(true);
            });
            return;
        };
        // An empty line is a new beginning, whatever came before it.
        if line.is_empty() {
            return collection = None;
        }
        // The first line is what the reports say together, or a report with what is said of it.
        let read = match &mut collection {
            None => Collection::read(&line).map(|read| collection = Some(read)),
            Some(all) => read_report(&line).map(|report| all.reports.push(report)),
        };
        if let Err(error) = read {
            fail(error.code());
        }
    };
    browser::listen(COMES, Box::new(heard));
}

/// An empty element in the place of one that stands in the page; the one that stood there is nobody's any more.
fn fresh(old: HtmlElement) -> HtmlElement {
    let Some(new) = old.clone_node().ok().and_then(|new| new.dyn_into::<HtmlElement>().ok()) else { return old };
    let _ = old.replace_with_with_node_1(&new);
    new
}

/// An attribute of an element.
fn attribute(id: &str, name: &str) -> Option<String> {
    browser::element(id)?.get_attribute(name)
}

/// What stands in an element.
fn html_of(id: &str) -> Option<String> {
    Some(browser::element(id)?.inner_html())
}

/// The text that an event of our own scripts brings.
fn detail(event: &Event) -> Option<String> {
    js_sys::Reflect::get(event, &"detail".into()).ok()?.as_string()
}
