//! The whole: what follows from the state outside of the components, the frame, and the page of the route.

use leptos::prelude::*;

use super::components::{Sheet, footer, header};
use super::markup::Markup;
use super::pages::{
    SearchPage, TasksPage, TimelinePage, about, checks, indicator, indicators, not_found, overview, report_page,
};
use super::state::{State, use_state};
use super::watch::{live, watch};
use super::{Page, Route, Theme, browser, left};
use crate::format::{Lang, capitalised};
use crate::library::report_title;

/// The app, below a [`State`] that was provided.
#[component]
pub fn App() -> impl IntoView {
    let state = use_state();
    remember_choices(state);
    greet_page(state);
    keep_links(state);
    // A change of language draws everything again, and so do other reports: no text need be a signal.
    live(move || {
        state.lang.track();
        state.arrivals.track();
        view! { <Frame/> }.into_any()
    })
}

/// Header, page, footer and the source sheet.
#[component]
fn Frame() -> impl IntoView {
    let state = use_state();
    let open = state.part(|route| Route::of(Page::Overview).with_open(route.open.clone()));
    let here = state.here();
    let frame = Markup::default().standing_in(state.stands("app")).and(|html| {
        html.element("div", "frame", |html| {
            html.attr("id", "frame");
            html.element("a", "skip", |html| {
                html.attr("href", "#main");
                html.on("click", |event| {
                    event.prevent_default();
                    browser::focus("main");
                });
                html.text(here.t.skip);
            });
            html.space();
            header(html, &here, state);
            html.element("main", "main", |html| {
                html.attr("tabindex", "-1");
                html.view("main", live(move || page(&state.page.get())));
            });
            html.quiet(|html| footer(html, &here));
        });
    });
    view! {
        {frame}
        {live(move || {
            // Of a report that is not here yet there is nothing to show.
            let open = open.get().open.filter(|_| state.lacks(&state.route.get_untracked()).is_none());
            open.map_or_else(|| ().into_any(), |id| view! { <Sheet id=id/> }.into_any())
        })}
    }
    .into_any()
}

fn page(route: &Route) -> AnyView {
    let state = use_state();
    let here = state.here();
    let (page, still) = (&route.page, state.shelf.still);
    let stands = state.stands("main");
    state.stands.set(false);
    if *page == Page::Overview && !still.is_empty() && here.lang == Lang::default() {
        return Markup::default().standing_in(stands).and(|html| html.drawing(still)).into_any();
    }
    if state.lacks(route).is_some() {
        return Markup::of(|html| {
            html.element("p", "empty", |html| {
                html.attr("id", left::COMING);
                html.attr("role", "status");
                html.text(here.t.loading);
            });
        })
        .into_any();
    }
    match page {
        Page::Timeline => return view! { <TimelinePage/> }.into_any(),
        Page::Tasks => return view! { <TasksPage/> }.into_any(),
        Page::Search => return view! { <SearchPage/> }.into_any(),
        _ => {}
    }
    let html = Markup::default().heard_by(state.hears.get_untracked()).standing_in(stands).and(|html| match page {
        Page::Overview => overview(html, &here, state),
        Page::Report(id) => match state.collection().report(id) {
            Some(report) => report_page(html, &here, state, report),
            None => not_found(html, &here, state, Some(id)),
        },
        Page::Indicators => indicators(html, &here, state),
        Page::Indicator(id) => indicator(html, &here, state, id),
        Page::Checks => checks(html, &here, state),
        Page::About => about(html, &here, state),
        #[cfg(debug_assertions)]
        Page::Gallery => super::pages::gallery(html, &here, state),
        _ => not_found(html, &here, state, None),
    });
    html.into_any()
}

/// Links to source sheets keep the rest of the address, so they follow when it changes.
fn keep_links(state: State) {
    let place = state.part(|route| route.with_open(None));
    watch(move |first| {
        let route = place.get();
        if !first {
            browser::relink("data-open", |id| route.with_open(id.parse().ok()).href());
        }
    });
}

/// Language and theme go to the root element and, once chosen, to the storage.
fn remember_choices(state: State) {
    watch(move |first| {
        let (lang, theme) = (state.lang.get(), state.theme.get());
        browser::set_root("lang", Some(lang.code()));
        browser::set_root("data-theme", (theme != Theme::Auto).then(|| theme.code()));
        if !first {
            browser::store("lang", lang.code());
            browser::store("theme", theme.code());
        }
    });
}

/// A new page has its title in the window, begins at its top, and takes the focus so that it is read out.
fn greet_page(state: State) {
    watch(move |first| {
        state.lang.track();
        let title = title(state, &state.page.get().page);
        browser::set_title(&title);
        if !first {
            let place = state.route.with_untracked(|route| route.at.clone());
            // The search field keeps the focus while a search is typed.
            if place.is_none() && state.page.get_untracked().page != Page::Search {
                browser::focus_in_place("main");
                browser::after_this(|| left::go_as_left(false));
            }
        }
    });
}

fn title(state: State, page: &Page) -> String {
    let t = state.words();
    let name = match page {
        Page::Overview => return t.name.to_owned(),
        Page::Report(id) => state.collection().report(id).map_or(t.unknown_report.to_owned(), report_title),
        Page::Indicators => t.indicators.to_owned(),
        Page::Indicator(id) => {
            let own = state.series().iter().find(|series| series.is_of(id));
            own.map_or(t.not_found.to_owned(), |series| capitalised(&series.indicator))
        }
        Page::Checks => t.checks.to_owned(),
        Page::Timeline => t.timeline.to_owned(),
        Page::Tasks => t.tasks.to_owned(),
        Page::Search => t.search.to_owned(),
        Page::About => t.about.to_owned(),
        #[cfg(debug_assertions)]
        Page::Gallery => "Gallery".to_owned(),
        Page::NotFound(_) => t.not_found.to_owned(),
    };
    format!("{name} – {}", t.name)
}
