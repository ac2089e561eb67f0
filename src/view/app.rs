//! The whole: what follows from the state outside of the components, the frame, and the page of the route.

use leptos::prelude::*;

use super::components::{Footer, Header, Sheet};
use super::pages::{AboutPage, NotFoundPage, OverviewPage, ReportPage, SearchPage, TasksPage, TimelinePage};
use super::state::{State, use_state};
use super::{Page, Theme, browser};
use crate::library::report_title;

/// The app, below a [`State`] that was provided.
#[component]
pub fn App() -> impl IntoView {
    let state = use_state();
    remember_choices(state);
    greet_page(state);
    // A change of language draws everything again: no text need be a signal.
    move || {
        state.lang.track();
        view! { <Frame/> }
    }
}

/// Header, page, footer and the source sheet.
#[component]
fn Frame() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let open = Memo::new(move |_| state.route.with(|route| route.open.clone()));
    view! {
        <div id="frame" class="frame">
            <a class="skip" href="#main" on:click=move |event| {
                event.prevent_default();
                browser::focus("main");
            }>{t.skip}</a>
            <Header/>
            <main id="main" class="main" tabindex="-1">{move || page(state.page.get())}</main>
            <Footer/>
        </div>
        {move || open.get().map(|id| view! { <Sheet id=id/> })}
    }
    .into_any()
}

fn page(page: Page) -> AnyView {
    let state = use_state();
    match page {
        Page::Overview => view! { <OverviewPage/> }.into_any(),
        Page::Report(id) => match state.collection.report(&id) {
            Some(report) => view! { <ReportPage report=report/> }.into_any(),
            None => view! { <NotFoundPage report=id/> }.into_any(),
        },
        Page::Timeline => view! { <TimelinePage/> }.into_any(),
        Page::Tasks => view! { <TasksPage/> }.into_any(),
        Page::Search => view! { <SearchPage/> }.into_any(),
        Page::About => view! { <AboutPage/> }.into_any(),
        Page::NotFound(_) => view! { <NotFoundPage/> }.into_any(),
    }
}

/// Language and theme go to the root element and, once chosen, to the storage.
fn remember_choices(state: State) {
    Effect::new(move |before: Option<()>| {
        let (lang, theme) = (state.lang.get(), state.theme.get());
        browser::set_root("lang", Some(lang.code()));
        browser::set_root("data-theme", (theme != Theme::Auto).then(|| theme.code()));
        if before.is_some() {
            browser::store("lang", lang.code());
            browser::store("theme", theme.code());
        }
    });
}

/// A new page has its title in the window, begins at its top, and takes the focus so that it is read out.
fn greet_page(state: State) {
    Effect::new(move |before: Option<()>| {
        state.lang.track();
        let title = title(state, &state.page.get());
        browser::set_title(&title);
        if before.is_some() {
            let place = state.route.with_untracked(|route| route.at.clone());
            // The search field keeps the focus while a search is typed.
            if place.is_none() && state.page.get_untracked() != Page::Search {
                browser::focus("main");
                browser::scroll_to_top();
            }
        }
    });
}

fn title(state: State, page: &Page) -> String {
    let t = state.words();
    let name = match page {
        Page::Overview => return t.name.to_owned(),
        Page::Report(id) => state.collection.report(id).map_or(t.unknown_report.to_owned(), report_title),
        Page::Timeline => t.timeline.to_owned(),
        Page::Tasks => t.tasks.to_owned(),
        Page::Search => t.search.to_owned(),
        Page::About => t.about.to_owned(),
        Page::NotFound(_) => t.not_found.to_owned(),
    };
    format!("{name} – {}", t.name)
}
