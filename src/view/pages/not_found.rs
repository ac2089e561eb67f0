//! An address that leads nowhere: says so, and offers what there is.

use crate::library::sort_by_key;
use crate::model::Report;
use crate::view::components::report_list;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// How many reports are offered, the nearest first; the overview has all of them.
const OFFERED: usize = 24;

/// No such page or, where `report` is the id that was asked for, no such report.
pub(in crate::view) fn not_found(html: &mut Markup, here: &Here, state: State, report: Option<&str>) {
    let t = here.t;
    let (title, hint) =
        if report.is_some() { (t.unknown_report, t.unknown_report_hint) } else { (t.not_found, t.not_found_hint) };
    let mut reports: Vec<&Report> = state.collection().newest_first();
    sort_by_key(&mut reports, |r| std::cmp::Reverse(shared_start(&r.id, report.unwrap_or_default())));
    reports.truncate(OFFERED);
    html.leaf("h1", "page__title", title);
    html.leaf("p", "page__lead", hint);
    report_list(html, here, &reports);
}

/// How many letters two ids begin with alike: the nearest is offered first.
fn shared_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}
