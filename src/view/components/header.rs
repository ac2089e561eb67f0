//! The head of every page: name, search, pages, settings.

use leptos::prelude::*;

use super::settings;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::watch::watch;
use crate::view::{Page, Route, browser};

const SEARCH: &str = "search";

/// The head of the page.
pub(in crate::view) fn header(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    html.element("header", "header", |html| {
        html.element("a", "header__name", |html| {
            html.attr("href", "#/");
            html.text(t.name);
        });
        settings(html, here, state);
        search_field(html, here, state);
        html.element("nav", "nav", |html| {
            html.attr("aria-label", t.navigation);
            html.element("ul", "", |html| {
                for (page, id, name) in pages(here) {
                    html.element("li", "", |html| {
                        html.element("a", "nav__link", |html| {
                            html.attr("id", id);
                            if page == here.route.page {
                                html.attr("aria-current", "page");
                            }
                            html.attr("href", &Route::of(page).href());
                            html.text(name);
                        });
                    });
                }
            });
        });
    });
    watch(move |_| {
        let now = state.page.get().page;
        let current = pages(&state.here()).into_iter().find(|(page, ..)| *page == now);
        browser::set_current("nav__link", current.map(|(_, id, _)| id), "page");
    });
}

/// The pages with their ids and names.
fn pages(here: &Here) -> [(Page, &'static str, &'static str); 4] {
    let t = here.t;
    [
        (Page::Overview, "nav-tong-quan", t.overview),
        (Page::Timeline, "nav-dong-thoi-gian", t.timeline),
        (Page::Tasks, "nav-nhiem-vu", t.tasks),
        (Page::About, "nav-gioi-thieu", t.about),
    ]
}

/// The search field: goes to the search page with the first letter and follows every other.
fn search_field(html: &mut Markup, here: &Here, state: State) {
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
            html.attr("value", &here.route.query);
            html.on("input", move |event| typed(state, &browser::value(event)));
        });
    });
    watch(move |_| state.route.with(|route| browser::set_value(SEARCH, &route.query)));
}

fn typed(state: State, query: &str) {
    let route = Route::search(query);
    if state.page.get_untracked().page == Page::Search {
        state.swap(route);
    } else if !query.trim().is_empty() {
        browser::push(&route.href());
    }
}
