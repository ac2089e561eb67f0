//! Search over figures, events and tasks, as one types.

use leptos::prelude::*;

use crate::format::{count, event_kind_name, period_text};
use crate::library::{Found, Hit, Query, SearchIndex, report_title};
use crate::model::{Report, Sector};
use crate::text::case::lowercase;
use crate::view::Route;
use crate::view::components::{card_grid, sector_mark};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::use_state;

/// What was found for the query of the address.
#[component]
pub fn SearchPage() -> impl IntoView {
    let state = use_state();
    let index = SearchIndex::new(state.collection);
    let query = state.part(|route| Route::search(&route.query));
    let found = move || {
        let typed = query.get().query;
        let query = Query::new(&typed);
        let here = state.here();
        // Reports have no form on this page yet.
        let hits: Vec<Hit<'_>> = index.find(&query).filter(|hit| !matches!(hit.found, Found::Report(_))).collect();
        Markup::of(|html| {
            html.element("p", "search__said", |html| {
                html.attr("role", "status");
                html.text(&said(&here, &typed, hits.len()));
            });
            results(html, &here, &query, &hits);
        })
        .into_any()
    };
    let title = Markup::of(|html| html.leaf("h1", "page__title", state.words().search));
    vec![title.into_any(), found.into_any()].into_any()
}

/// The count of what was found, or what to do next.
fn said(here: &Here, query: &str, hits: usize) -> String {
    let t = here.t;
    if query.trim().is_empty() {
        t.search_start.to_owned()
    } else if hits == 0 {
        format!("{} “{}”. {}", t.nothing_found.trim_end_matches('.'), query.trim(), t.widen)
    } else {
        count(here.lang, hits, "kết quả", ("result", "results"))
    }
}

/// Figures as cards, then events and tasks as rows.
fn results(html: &mut Markup, here: &Here, query: &Query, hits: &[Hit<'_>]) {
    let t = here.t;
    let (mut figures, mut others) = (Vec::new(), Vec::new());
    for hit in hits {
        match hit.found {
            Found::Figure(figure) => figures.push(figure),
            other => others.push(other),
        }
    }
    if !figures.is_empty() {
        html.leaf("h2", "", t.figures);
        card_grid(html, here, &figures, false);
    }
    if !others.is_empty() {
        html.leaf("h2", "", &format!("{}, {}", t.events, lowercase(t.tasks)));
        html.element("ul", "found", |html| others.into_iter().for_each(|found| other(html, here, query, found)));
    }
}

/// An event or a task as a row.
fn other(html: &mut Markup, here: &Here, query: &Query, found: Found<'_>) {
    match found {
        Found::Figure(_) | Found::Report(_) => {}
        Found::Event(report, event) => {
            let date = event.date.map_or_else(String::new, |date| format!(" · {}", period_text(here.lang, date)));
            let about = format!("{}{date}", event_kind_name(here.lang, event.kind));
            row(html, here, query, (&event.title, &about, event.sector, report));
        }
        Found::Task(report, task) => {
            row(html, here, query, (&task.quote, &lowercase(here.t.tasks), task.sector, report));
        }
    }
}

/// Words, what they are about, their sector and their report.
fn row(html: &mut Markup, here: &Here, query: &Query, (words, about, sector, report): (&str, &str, Sector, &Report)) {
    html.element("li", "found__row", |html| {
        html.element("p", "found__words", |html| {
            html.attr("lang", "vi");
            marked(html, words, query);
        });
        html.element("p", "found__about", |html| {
            html.text(about);
            html.text(" ");
            sector_mark(html, here, sector);
        });
        html.element("p", "found__source", |html| {
            html.link("", &Route::report(&report.id).href(), &report_title(report));
        });
    });
}

/// A text with what matched in it marked.
fn marked(html: &mut Markup, text: &str, query: &Query) {
    let mut at = 0;
    for range in query.highlights(text) {
        html.text(&text[at..range.start]);
        at = range.end;
        html.leaf("mark", "", &text[range]);
    }
    html.text(&text[at..]);
}
