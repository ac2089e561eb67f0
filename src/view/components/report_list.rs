//! A list of reports with what each of them holds.

use crate::format::{area_name, count, period_text};
use crate::library::report_title;
use crate::model::Report;
use crate::view::Route;
use crate::view::here::Here;
use crate::view::markup::Markup;

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
