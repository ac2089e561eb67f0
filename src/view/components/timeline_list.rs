//! Events down a line, by year, each with its date as precisely as it is told.

use leptos::prelude::*;

use super::SectorMark;
use crate::format::{event_kind_name, period_text, precision};
use crate::library::{Entry, Year, report_title};
use crate::view::Route;
use crate::view::state::use_state;

/// Years with their events.
#[component]
pub fn TimelineList(
    /// The years, newest first.
    years: Vec<Year<'static>>,
    /// Whether all events are of the report that the page is about.
    #[prop(optional)]
    one_report: bool,
) -> impl IntoView {
    years
        .into_iter()
        .map(|year| {
            view! {
                <section class="timeline">
                    <h3 class="timeline__year">{year.year}</h3>
                    <ol class="timeline__events">
                        {year.entries.into_iter().map(|entry| view! { <TimelineEntry entry one_report/> }).collect_view()}
                    </ol>
                </section>
            }
        })
        .collect_view()
        .into_any()
}

/// One event.
#[component]
fn TimelineEntry(
    /// The event and its report.
    entry: Entry<'static>,
    /// Whether the report need not be named.
    one_report: bool,
) -> impl IntoView {
    let lang = use_state().language();
    let (event, report) = (entry.event, entry.report);
    view! {
        <li class="event" data-event=format!("{}/{}", report.id, event.id) data-precision=precision(entry.date)>
            <span class="event__mark" aria-hidden="true"></span>
            <p class="event__date">
                <time datetime=machine_date(entry.date)>{period_text(lang, entry.date)}</time>
            </p>
            <p class="event__title" lang="vi">{event.title.as_str()}</p>
            <p class="event__about">
                <span class="event__kind">{event_kind_name(lang, event.kind)}</span>
                <SectorMark sector=event.sector/>
            </p>
            {(!one_report).then(|| view! {
                <p class="event__source">
                    <a href=Route::report(&report.id).href() lang="vi">{report_title(report)}</a>
                </p>
            })}
        </li>
    }
    .into_any()
}

/// The date for machines, where HTML knows its form: a year, a month or a day.
fn machine_date(date: crate::model::Period) -> Option<String> {
    matches!(precision(date), "year" | "month" | "day").then(|| date.to_string())
}
