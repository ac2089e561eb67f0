//! An address that leads nowhere: says so, and offers what there is.

use leptos::prelude::*;

use crate::library::sort_by_key;
use crate::model::Report;
use crate::view::components::ReportList;
use crate::view::state::use_state;

/// No such page, or no such report.
#[component]
pub fn NotFoundPage(
    /// The id of the report that was asked for.
    #[prop(optional)]
    report: String,
) -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let (title, hint) =
        if report.is_empty() { (t.not_found, t.not_found_hint) } else { (t.unknown_report, t.unknown_report_hint) };
    let mut reports: Vec<&'static Report> = state.collection.newest_first();
    sort_by_key(&mut reports, |r| std::cmp::Reverse(shared_start(&r.id, &report)));
    view! {
        <h1 class="page__title">{title}</h1>
        <p class="page__lead">{hint}</p>
        <ReportList reports/>
    }
    .into_any()
}

/// How many letters two ids begin with alike: the nearest is offered first.
fn shared_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}
