//! The overview: the newest report's headline figures and growth, latest events, all sectors, all reports.

use leptos::prelude::*;

use crate::library::{Figure, HEADLINES, growth, headline, report_title, timeline};
use crate::model::Report;
use crate::view::components::{CardGrid, GrowthChart, ReportList, SectorCards, TimelineList};
use crate::view::state::use_state;
use crate::view::{Page, Route};

/// How many events the strip of the timeline shows.
const LATEST: usize = 8;

/// The first page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let reports = state.collection.newest_first();
    let Some(&newest) = reports.first() else {
        return view! { <h1 class="page__title">{t.name}</h1><p class="empty">{t.no_reports}</p> }.into_any();
    };
    let figures: Vec<Figure<'static>> = reports.iter().copied().flat_map(Figure::all_of).collect();
    view! {
        <h1 class="page__title">{t.name}</h1>
        <p class="page__lead">{t.tagline}</p>
        <section class="part">
            <h2>{t.headline_figures}</h2>
            <p class="part__from">
                {t.from_report}" "
                <a href=Route::report(&newest.id).href() lang="vi">{report_title(newest)}</a>
            </p>
            <CardGrid figures=headline(newest, HEADLINES)/>
        </section>
        {growing(&reports).map(|report| view! {
            <section class="part">
                <h2>{t.growth}</h2>
                <p class="part__from">
                    {t.from_report}" "
                    <a href=Route::report(&report.id).href() lang="vi">{report_title(report)}</a>
                </p>
                <GrowthChart report titled=true/>
            </section>
        })}
        <section class="part">
            <h2>{t.latest_events}</h2>
            <TimelineList years=latest(&reports)/>
            <p class="part__more"><a href=Route::of(Page::Timeline).href()>{t.all_events}" →"</a></p>
        </section>
        <section class="part">
            <h2>{t.by_sector}</h2>
            <SectorCards figures/>
        </section>
        <section class="part">
            <h2>{t.reports}</h2>
            <ReportList reports/>
        </section>
    }
    .into_any()
}

/// The newest report with enough changes for a chart.
fn growing(reports: &[&'static Report]) -> Option<&'static Report> {
    reports.iter().copied().find(|report| growth(report).len() >= 3)
}

/// The years of the newest events, cut after [`LATEST`].
fn latest(reports: &[&'static Report]) -> Vec<crate::library::Year<'static>> {
    let mut left = LATEST;
    let mut years = timeline(reports.iter().copied());
    for year in &mut years {
        year.entries.truncate(left);
        left -= year.entries.len();
    }
    years.retain(|year| !year.entries.is_empty());
    years
}
