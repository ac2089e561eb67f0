//! The overview: the newest report's headline figures and growth, latest events, all sectors, all reports.

use crate::library::{Figure, Verdict, Year, growth, report_title, timeline_of};
use crate::model::Report;
use crate::view::components::{
    Detail, card_grid, growth_chart, report_folds, sector_folds, series_chart, timeline_list, verdict,
};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::pages::recurring;
use crate::view::state::State;
use crate::view::{Page, Route};

/// How many events the strip of the timeline shows.
const LATEST: usize = 6;
/// How many recurring indicators are drawn.
const SMALL_CHARTS: usize = 4;
/// How many checks are told.
const SENTENCES: usize = 2;

/// The first page.
pub(in crate::view) fn overview(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    let reports = state.collection().newest_first();
    html.leaf("h1", "page__title page__title--long", t.tagline.trim_end_matches('.'));
    let Some(&newest) = reports.first() else {
        return html.leaf("p", "empty", t.no_reports);
    };
    html.element("section", "part", |html| {
        from(html, here, t.headline_figures, newest);
        html.quiet(|html| card_grid(html, here, &state.collection().headlines(&newest.id), false));
    });
    recurring_part(html, here, state);
    if let Some(report) = growing(&reports) {
        html.element("section", "part", |html| {
            from(html, here, t.growth, report);
            growth_chart(html, here, state, report, true);
        });
    }
    html.quiet(|html| {
        checks_part(html, here, state);
        html.element("section", "part", |html| {
            html.leaf("h2", "", t.latest_events);
            timeline_list(html, here, &latest(state, &reports), false);
            more(html, Page::Timeline, t.all_events);
        });
    });
    html.element("section", "part", |html| {
        html.leaf("h2", "", t.by_sector);
        sector_folds(html, here, reports.iter().copied().flat_map(Figure::all_of).collect());
    });
    html.quiet(|html| {
        html.element("section", "part", |html| {
            html.leaf("h2", "", t.reports);
            report_folds(html, here, &reports);
        });
    });
}

/// The indicators that recur, as small charts.
fn recurring_part(html: &mut Markup, here: &Here, state: State) {
    let lines = recurring(state);
    if lines.is_empty() {
        return;
    }
    html.element("section", "part", |html| {
        html.leaf("h2", "", here.t.indicators);
        html.element("div", "charts", |html| {
            lines
                .into_iter()
                .take(SMALL_CHARTS)
                .for_each(|series| series_chart(html, here, state, series, Detail::Brief));
        });
        more(html, Page::Indicators, here.t.all_indicators);
    });
}

/// What was checked and does not agree, in a sentence each.
fn checks_part(html: &mut Markup, here: &Here, state: State) {
    let (t, all) = (here.t, state.findings());
    if all.is_empty() {
        return;
    }
    html.element("section", "part", |html| {
        html.leaf("h2", "", t.checks);
        html.element("ul", "checks", |html| {
            let open = all.iter().filter(|finding| finding.verdict == Verdict::Inconsistent);
            for finding in open.take(SENTENCES) {
                html.element("li", "checks__row", |html| {
                    verdict(html, here, finding);
                    html.leaf("p", "finding__sentence", finding.message.of(here.lang.code()));
                });
            }
        });
        more(html, Page::Checks, t.all_checks);
    });
}

/// The way to a page that has more of it.
fn more(html: &mut Markup, page: Page, name: &str) {
    html.element("p", "part__more", |html| {
        html.element("a", "", |html| {
            html.attr("href", &Route::of(page).href());
            html.text(name);
            html.text(" →");
        });
    });
}

/// The heading of a part and the report that it speaks of.
fn from(html: &mut Markup, here: &Here, heading: &str, report: &Report) {
    html.leaf("h2", "", heading);
    html.element("p", "part__from", |html| {
        html.text(here.t.from_report);
        html.text(" ");
        html.link("", &Route::report(&report.id).href(), &report_title(report));
    });
}

/// The newest report with enough changes for a chart.
fn growing(reports: &[&'static Report]) -> Option<&'static Report> {
    reports.iter().copied().find(|report| growth(report).len() >= 3)
}

/// The years of the newest events, cut after [`LATEST`].
fn latest<'a>(state: State, reports: &[&'a Report]) -> Vec<Year<'a>> {
    let mut left = LATEST;
    let mut years = timeline_of(reports, &state.collection().across.events);
    for year in &mut years {
        year.entries.truncate(left);
        left -= year.entries.len();
    }
    years.retain(|year| !year.entries.is_empty());
    years
}
