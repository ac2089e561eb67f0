//! The start, with the `csr` feature only: reads the data in the page, builds the state, takes over, and says so.

use leptos::prelude::*;

use super::{App, Route, State, Theme, browser};
use crate::format::{Lang, words};
use crate::library::{Collection, ReadError};

/// Id of the element that the app fills.
const ROOT: &str = "app";
/// Id of the data block.
const DATA: &str = "tongket-data";

/// Starts the app in the page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| say(|t| t.panic, "panic")));
    let json = browser::text_of(DATA).unwrap_or_default();
    match Collection::read(&json) {
        Ok(collection) => run(Box::leak(Box::new(collection))),
        Err(error) => {
            say(if matches!(error, ReadError::Version(_)) { |t| t.bad_version } else { |t| t.bad_data }, error.code());
            if !matches!(error, ReadError::Empty) {
                browser::set_root("data-error", Some(&error.to_string()));
            }
            browser::ready();
        }
    }
}

fn run(collection: &'static Collection) {
    let Some(root) = browser::element(ROOT) else { return };
    root.set_inner_html("");
    let Ok(route) = browser::hash().parse::<Route>();
    let mounted = leptos::mount::mount_to(root, move || {
        let state = State::provide(collection, route);
        if let Some(lang) = browser::stored("lang").and_then(|code| Lang::from_code(&code)) {
            state.lang.set(lang);
        }
        if let Some(theme) = browser::stored("theme").and_then(|code| Theme::from_code(&code)) {
            state.theme.set(theme);
        }
        browser::listen("hashchange", move || {
            let Ok(route) = browser::hash().parse::<Route>();
            state.arrive(route);
        });
        browser::listen("resize", move || {
            let width = browser::width();
            if state.width.get_untracked() != width {
                state.width.set(width);
            }
        });
        view! { <App/> }
    });
    mounted.forget();
    browser::scroll_as_left();
    browser::note_scroll();
    browser::ready();
}

/// Puts one sentence with its code where the app would be, in the reader's language.
fn say(sentence: fn(&crate::format::Words) -> &'static str, code: &str) {
    let lang = browser::stored("lang").and_then(|code| Lang::from_code(&code)).unwrap_or_default();
    let t = words(lang);
    if let Some(notice) = browser::element("notice") {
        notice.set_text_content(Some(&format!("{} ({}: {code})", sentence(t), t.code)));
        let _ = notice.remove_attribute("hidden");
    }
}
