//! The head of every page: name, pages, search, settings, in the order in which a desk shows them.

use leptos::prelude::*;

use super::{search_field, settings};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::watch::watch;
use crate::view::{Page, Route, browser};

/// The head of the page.
pub(in crate::view) fn header(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    html.element("header", "header", |html| {
        html.element("a", "header__name", |html| {
            html.attr("href", "#/");
            html.text(t.name);
        });
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
        search_field(html, here, state);
        settings(html, here, state);
    });
    watch(move |_| {
        let now = state.page.get().page;
        let current = pages(&state.here()).into_iter().find(|(page, ..)| *page == now);
        browser::set_current(".nav__link", current.map(|(_, id, _)| id), "page");
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
