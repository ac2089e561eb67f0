//! Events down a line, by year, each with its date as precisely as it is told.

use super::sector_mark;
use crate::format::{event_kind_name, period_text, precision};
use crate::library::{Entry, Year, report_title};
use crate::view::Route;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// Years with their events, newest first; `one_report` where all are of the report that the page is about.
pub(in crate::view) fn timeline_list(html: &mut Markup, here: &Here, years: &[Year<'_>], one_report: bool) {
    for year in years {
        html.element("section", "timeline", |html| {
            html.leaf("h3", "timeline__year", &year.year.to_string());
            html.element("ol", "timeline__events", |html| {
                for entry in &year.entries {
                    event(html, here, entry, one_report);
                }
            });
        });
    }
}

fn event(html: &mut Markup, here: &Here, entry: &Entry<'_>, one_report: bool) {
    let (event, report) = (entry.event, entry.report);
    let precision = precision(entry.date);
    html.element("li", "event", |html| {
        html.attr("data-event", &format!("{}/{}", report.id, event.id));
        html.attr("data-precision", precision);
        html.element("span", "event__mark", |html| html.attr("aria-hidden", "true"));
        html.element("p", "event__date", |html| {
            html.element("time", "", |html| {
                // A date for machines, where HTML knows its form.
                if matches!(precision, "year" | "month" | "day") {
                    html.attr("datetime", &entry.date.to_string());
                }
                html.text(&period_text(here.lang, entry.date));
            });
        });
        html.source("p", "event__title", &event.title);
        html.element("p", "event__about", |html| {
            html.leaf("span", "event__kind", event_kind_name(here.lang, event.kind));
            html.space();
            sector_mark(html, here, event.sector);
        });
        if !one_report {
            html.element("p", "event__source", |html| {
                for (at, source) in entry.sources().enumerate() {
                    if at > 0 {
                        html.text(" · ");
                    }
                    html.link("", &Route::report(&source.report.id).href(), &report_title(source.report));
                }
            });
        }
    });
}
