//! The search field, on every page.

use leptos::prelude::*;

use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::watch::watch;
use crate::view::{Page, Route, browser};

const SEARCH: &str = "search";

/// The search field: goes to the search page with the first letter and follows every other.
pub(in crate::view) fn search_field(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    html.element("form", "search-field", |html| {
        html.attr("role", "search");
        html.on("submit", |event| event.prevent_default());
        html.element("label", "unseen", |html| {
            html.attr("for", SEARCH);
            html.text(t.search_label);
        });
        html.element("input", "search-field__input", |html| {
            html.attr("type", "search");
            html.attr("id", SEARCH);
            html.attr("name", "q");
            html.attr("autocomplete", "off");
            html.attr("spellcheck", "false");
            html.attr("placeholder", t.search_hint);
            // In the browser it is set below: a value that is set has the caret behind it.
            if cfg!(not(feature = "csr")) {
                html.attr("value", &here.route.query);
            }
            // While a phone brings its keyboard up there is time for this.
            html.on("focus", move |_| {
                state.ask(&Route::search(""));
                _ = state.index();
            });
            html.on("input", move |event| typed(state, &browser::value(event)));
        });
    });
    watch(move |_| state.route.with(|route| browser::set_value(SEARCH, &route.query)));
}

fn typed(state: State, query: &str) {
    let now = state.route.get_untracked();
    if state.page.get_untracked().page == Page::Search {
        state.swap(Route { query: query.to_owned(), open: None, ..now });
    } else if !query.trim().is_empty() {
        let route = Route::search(query);
        browser::push(&route.href());
        // The browser tells of the new address later than the next letter of a quick hand, which is no other search.
        state.arrive(route);
    }
}
