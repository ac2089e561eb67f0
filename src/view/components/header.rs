//! The head of every page: name, search, pages, settings.

use leptos::prelude::*;

use super::Settings;
use crate::view::state::use_state;
use crate::view::{Page, Route, browser};

/// The head of the page.
#[component]
pub fn Header() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let pages =
        [(Page::Overview, t.overview), (Page::Timeline, t.timeline), (Page::Tasks, t.tasks), (Page::About, t.about)];
    let links = pages.map(|(page, name)| {
        let href = Route::of(page.clone()).href();
        let current = move || (state.page.get() == page).then_some("page");
        view! { <li><a class="nav__link" href=href aria-current=current>{name}</a></li> }
    });
    view! {
        <header class="header">
            <a class="header__name" href="#/">{t.name}</a>
            <Settings/>
            <SearchField/>
            <nav class="nav" aria-label=t.navigation><ul>{links.into_iter().collect_view()}</ul></nav>
        </header>
    }
    .into_any()
}

/// The search field: goes to the search page with the first letter and follows every other.
#[component]
fn SearchField() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let typed = move |query: String| {
        let route = Route::search(&query);
        if state.page.get_untracked() == Page::Search {
            state.swap(route);
        } else if !query.trim().is_empty() {
            browser::push(&route.href());
        }
    };
    view! {
        <form class="search-field" role="search" on:submit=move |event| event.prevent_default()>
            <label class="unseen" for="search">{t.search_label}</label>
            <input type="search" id="search" class="search-field__input" name="q" autocomplete="off" spellcheck="false"
                placeholder=t.search_hint
                prop:value=move || state.route.with(|route| route.query.clone())
                on:input=move |event| typed(event_target_value(&event))/>
        </form>
    }
    .into_any()
}
