//! Reports as rows, each with what it holds: a few as they come, many with all but the newest folded behind their years.

use super::cards::fold_name;
use crate::format::{area_name, count, period_text};
use crate::library::report_title;
use crate::model::Report;
use crate::view::Route;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// So many of the newest stand open; the rows of two hundred took a phone half a second to lay out.
const OPEN: usize = 24;

/// All reports, newest first: the newest as rows, older ones in a fold for each year, where the browser's own search finds them.
pub(in crate::view) fn report_folds(html: &mut Markup, here: &Here, reports: &[&Report]) {
    // A fold of a few would only hide them.
    let open = if reports.len() > OPEN + OPEN / 4 { OPEN } else { reports.len() };
    let (newest, older) = reports.split_at(open);
    report_list(html, here, newest);
    if older.is_empty() {
        return;
    }
    html.leaf("h3", "", here.t.older_reports);
    for reports in older.chunk_by(|a, b| year(a) == year(b)) {
        html.element("details", "fold", |html| {
            let name = year(reports[0]).map_or_else(|| here.t.undated.to_owned(), |year| year.to_string());
            fold_name(html, reports.len(), |html| html.text(&name));
            report_list(html, here, reports);
        });
    }
}

/// The year by which a report is put in order, if it has any date.
fn year(report: &Report) -> Option<u16> {
    report.meta.dated().map(|period| period.end().year())
}

/// Reports as links, in the order given.
pub(in crate::view) fn report_list(html: &mut Markup, here: &Here, reports: &[&Report]) {
    let lang = here.lang;
    html.element("ul", "report-list", |html| {
        for report in reports {
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
            html.element("li", "report-row", |html| {
                html.link("report-row__title", &Route::report(&report.id).href(), &report_title(report));
                html.space();
                html.leaf("span", "report-row__from", &from.into_iter().flatten().collect::<Vec<_>>().join(" · "));
                html.space();
                html.leaf("span", "report-row__holds", &holds.join(" · "));
            });
        }
    });
}
