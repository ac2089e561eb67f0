//! A list of reports with what each of them holds.

use leptos::prelude::*;

use crate::format::{area_name, count, period_text};
use crate::library::report_title;
use crate::model::Report;
use crate::view::Route;
use crate::view::state::use_state;

/// Reports as links.
#[component]
pub fn ReportList(
    /// The reports, in the order to show.
    reports: Vec<&'static Report>,
) -> impl IntoView {
    let state = use_state();
    let lang = state.language();
    let rows = reports.into_iter().map(|report| {
        let meta = &report.meta;
        let from = [
            meta.area.as_ref().map(|area| area_name(lang, area)),
            meta.published.map(|p| period_text(lang, p)),
            meta.publisher.clone(),
        ];
        let holds = [
            count(lang, report.observations.len(), "số liệu", ("figure", "figures")),
            count(lang, report.events.len(), "sự kiện", ("event", "events")),
            count(lang, report.tasks.len(), "nhiệm vụ", ("task", "tasks")),
        ];
        view! {
            <li class="report-row">
                <a class="report-row__title" href=Route::report(&report.id).href() lang="vi">{report_title(report)}</a>
                <span class="report-row__from">{from.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                <span class="report-row__holds">{holds.join(" · ")}</span>
            </li>
        }
    });
    view! { <ul class="report-list">{rows.collect_view()}</ul> }.into_any()
}
