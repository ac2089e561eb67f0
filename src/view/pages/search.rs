//! Search over figures, events and tasks, as one types.

use leptos::prelude::*;

use crate::format::{count, event_kind_name, period_text};
use crate::library::{Found, SearchIndex, highlights, report_title};
use crate::model::{Event, Report, Task};
use crate::view::Route;
use crate::view::components::{CardGrid, SectorMark};
use crate::view::state::use_state;

/// What was found for the query of the address.
#[component]
pub fn SearchPage() -> impl IntoView {
    let state = use_state();
    let (t, lang) = (state.words(), state.language());
    let index = StoredValue::new(SearchIndex::new(state.collection));
    let query = Memo::new(move |_| state.route.with(|route| route.query.clone()));
    let found = move || {
        let query = query.get();
        let hits = index.with_value(|index| index.find(&query));
        let said = if query.trim().is_empty() {
            t.search_start.to_owned()
        } else if hits.is_empty() {
            format!("{} “{}”. {}", t.nothing_found.trim_end_matches('.'), query.trim(), t.widen)
        } else {
            count(lang, hits.len(), "kết quả", ("result", "results"))
        };
        let figures = hits.iter().filter_map(|hit| match hit.found {
            Found::Figure(figure) => Some(figure),
            _ => None,
        });
        let figures: Vec<_> = figures.collect();
        let others: Vec<_> = hits.iter().filter_map(|hit| other(hit.found, &query)).collect();
        view! {
            <p class="search__said" role="status">{said}</p>
            {(!figures.is_empty()).then(|| view! { <h2>{t.figures}</h2><CardGrid figures/> })}
            {(!others.is_empty()).then(|| view! {
                <h2>{t.events}", "{t.tasks.to_lowercase()}</h2>
                <ul class="found">{others}</ul>
            })}
        }
    };
    view! { <h1 class="page__title">{t.search}</h1>{found} }.into_any()
}

/// An event or a task as a row.
fn other(found: Found<'static>, query: &str) -> Option<AnyView> {
    match found {
        Found::Figure(_) => None,
        Found::Event(report, event) => Some(event_row(report, event, query)),
        Found::Task(report, task) => Some(task_row(report, task, query)),
    }
}

fn event_row(report: &'static Report, event: &'static Event, query: &str) -> AnyView {
    let lang = use_state().language();
    let date = event.date.map(|date| format!(" · {}", period_text(lang, date)));
    view! {
        <li class="found__row">
            <p class="found__words" lang="vi">{marked(&event.title, query)}</p>
            <p class="found__about">{event_kind_name(lang, event.kind)}{date}" "<SectorMark sector=event.sector/></p>
            <ReportLink report/>
        </li>
    }
    .into_any()
}

fn task_row(report: &'static Report, task: &'static Task, query: &str) -> AnyView {
    let t = use_state().words();
    view! {
        <li class="found__row">
            <p class="found__words" lang="vi">{marked(&task.quote, query)}</p>
            <p class="found__about">{t.tasks.to_lowercase()}" "<SectorMark sector=task.sector/></p>
            <ReportLink report/>
        </li>
    }
    .into_any()
}

/// The report that something was found in.
#[component]
fn ReportLink(
    /// The report.
    report: &'static Report,
) -> impl IntoView {
    view! { <p class="found__source"><a href=Route::report(&report.id).href() lang="vi">{report_title(report)}</a></p> }
        .into_any()
}

/// A text with what matched in it marked.
fn marked(text: &'static str, query: &str) -> Vec<AnyView> {
    let mut out = Vec::new();
    let mut at = 0;
    for range in highlights(text, query) {
        out.push(text[at..range.start].into_any());
        at = range.end;
        let matched = &text[range];
        out.push(view! { <mark>{matched}</mark> }.into_any());
    }
    out.push(text[at..].into_any());
    out
}
