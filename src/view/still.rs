//! The pages as they stand without the app: HTML made while the site is built, for readers whose browser runs no script
//! or no WebAssembly, for search engines and for the moment before the app takes over.
//!
//! Every link works by itself: a place of the app, such as `#/bao-cao/ID`, is the id of the section that holds the same.

mod embed;

use leptos::prelude::*;

use super::components::{
    Detail, acts, change_line, growth_chart, line_class, people, sector_mark, series_chart, share_charts, table,
    task_list, timeline_list,
};
use super::here::Here;
use super::markup::Markup;
use super::pages::{about, checks, head, recurring};
use super::state::State;
use super::{App, Page, Route, Shelf};
use crate::format::{Lang, period_text, status_name};
use crate::library::store::safe_name;
use crate::library::{Figure, FigureId, TextIndex, marked_text, report_title, timeline_of};
use crate::model::{Observation, Report, Status};

pub use embed::{articles as embedded, list as embed_list};

/// The frame with the overview, as the app draws it: it takes over what stands here. Of many reports (`light`) it has no
/// data for what the overview shows, so nothing hears there.
pub fn overview(shelf: &'static Shelf, lang: Lang, light: bool) -> String {
    rendered(shelf, lang, |state| {
        state.hears.set(!light);
        view! { <App/> }.to_html()
    })
}

/// What the other pages of the app hold, as sections under the overview.
pub fn rest(shelf: &'static Shelf, lang: Lang) -> String {
    markup(shelf, lang, |html, here| {
        let state = here.state;
        let collection = state.collection();
        let reports = collection.newest_first();
        for report in &reports {
            section(html, &Route::report(&report.id), |html| report_part(html, here, report));
        }
        section(html, &Route::of(Page::Indicators), |html| {
            html.leaf("h2", "page__title", here.t.indicators);
            for line in recurring(state) {
                section(html, &Route::indicator(line), |html| series_chart(html, here, state, line, Detail::Whole));
            }
        });
        section(html, &Route::of(Page::Timeline), |html| {
            html.leaf("h2", "page__title", here.t.timeline);
            timeline_list(html, here, &timeline_of(&reports, &collection.across.events), false);
        });
        section(html, &Route::of(Page::Checks), |html| checks(html, here, state));
        section(html, &Route::of(Page::About), |html| about(html, here, state));
    })
}

/// The list of all reports, each leading to a page of its own: what follows the overview where there are too many to
/// hold in one page.
pub fn list(shelf: &'static Shelf, lang: Lang) -> String {
    markup(shelf, lang, |html, here| {
        section(html, &Route::of(Page::Search), |html| {
            html.leaf("h2", "", here.t.reports);
            html.element("ul", "undated", |html| {
                for report in here.state.collection().newest_first() {
                    html.element("li", "", |html| {
                        html.attr("id", &Route::report(&report.id).to_string());
                        html.link("", &format!("bao-cao/{}.html", safe_name(&report.id)), &report_title(report));
                    });
                }
            });
        });
    })
}

/// One report as a page of its own.
pub struct Still {
    /// The report.
    pub report: &'static Report,
    /// Its title.
    pub title: String,
    /// Its first headline figures in a sentence.
    pub description: String,
    /// What stands on the page.
    pub html: String,
}

/// Every report as a page of its own.
pub fn reports(shelf: &'static Shelf, lang: Lang) -> Vec<Still> {
    let collection = shelf.collection();
    let of = |report: &'static Report| {
        let lead = collection.headlines(&report.id);
        let told = lead.iter().take(3).map(|figure| format!("{}: {}", figure.indicator(), figure.observation.quote));
        let html = markup(shelf, lang, |html, here| {
            html.element("p", "page__kind", |html| {
                html.element("a", "", |html| {
                    html.attr("href", &Route::of(Page::Overview).href());
                    html.text(here.t.name);
                });
                html.text(" · ");
                html.element("a", "", |html| {
                    html.attr("href", &Route::report(&report.id).href());
                    html.text(here.t.open_in_viewer);
                });
            });
            section(html, &Route::report(&report.id), |html| report_part(html, here, report));
        });
        Still { report, title: report_title(report), description: told.collect::<Vec<_>>().join(". "), html }
    };
    collection.reports.iter().map(of).collect()
}

fn markup(shelf: &'static Shelf, lang: Lang, write: impl FnOnce(&mut Markup, &Here)) -> String {
    let html = rendered(shelf, lang, |state| {
        Markup::default().heard_by(false).and(|html| write(html, &state.here())).into_html()
    });
    // What is the heading of a page in the app is the heading of a section here.
    html.replace("<h1 ", "<h2 ").replace("</h1>", "</h2>")
}

fn rendered(shelf: &'static Shelf, lang: Lang, render: impl FnOnce(State) -> String) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let state = State::provide(shelf, Route::of(Page::Overview));
        state.lang.set(lang);
        render(state)
    });
    owner.cleanup();
    html
}

/// A section at the place that an address of the app names.
fn section(html: &mut Markup, place: &Route, inside: impl FnOnce(&mut Markup)) {
    html.element("section", "still", |html| {
        html.attr("id", &place.to_string());
        inside(html);
    });
}

/// Everything that a report says: what is known of it, a chart, each figure with its sentence, events, tasks, people, acts, text.
fn report_part(html: &mut Markup, here: &Here, report: &'static Report) {
    let t = here.t;
    head(html, here, report);
    growth_chart(html, here, here.state, report, false);
    share_charts(html, here, here.state, report);
    if !report.observations.is_empty() {
        html.leaf("h3", "", t.figures);
        figures(html, here, report);
    }
    let years = timeline_of(&[report], &[]);
    if !years.is_empty() {
        html.leaf("h3", "", t.events);
        timeline_list(html, here, &years, true);
    }
    if !report.tasks.is_empty() {
        html.leaf("h3", "", t.tasks);
        task_list(html, here, &report.tasks.iter().map(|task| (report, task)).collect::<Vec<_>>(), true);
    }
    if !report.people.is_empty() {
        html.leaf("h3", "", t.people);
        people(html, here, &report.people);
    }
    if !report.references.is_empty() {
        html.leaf("h3", "", t.acts);
        acts(html, here, &report.references);
    }
    if let Some(url) =
        report.meta.source_url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    {
        html.element("p", "", |html| html.link("", url, url));
    }
    html.leaf("h3", "", t.full_text);
    text(html, report);
}

/// The figures of a report as a table; each leads to its place in the text below.
fn figures(html: &mut Markup, here: &Here, report: &Report) {
    let t = here.t;
    let headings = [(t.indicator, false), (t.as_told, false), (t.change, false), (t.period, false), (t.sector, false)];
    table(html, t.figures, &headings, |html| {
        for figure in Figure::all_of(report) {
            row(html, here, figure);
        }
    });
}

fn row(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let o: &Observation = figure.observation;
    html.element("tr", "", |html| {
        html.element("th", "", |html| {
            html.attr("scope", "row");
            html.source("span", "", figure.indicator());
        });
        html.element("td", "", |html| html.link("", &place(figure.id()).href(), &o.quote));
        html.element("td", "", |html| {
            if let Some(change) = o.change.as_ref().filter(|_| o.number.is_some()) {
                change_line(html, here, change);
            }
        });
        let period = o.period.map_or_else(String::new, |period| period_text(here.lang, period));
        let status = (o.status != Status::Actual).then(|| status_name(here.lang, o.status).to_owned());
        html.leaf("td", "", &[Some(period), status].into_iter().flatten().collect::<Vec<_>>().join(" · "));
        html.element("td", "", |html| sector_mark(html, here, o.sector));
    });
}

/// Where a figure stands without the app: the same address that opens its sheet in it.
fn place(id: FigureId) -> Route {
    Route::of(Page::Overview).with_open(Some(id))
}

/// The text with every figure marked where it stands.
fn text(html: &mut Markup, report: &Report) {
    html.element("div", "full-text", |html| {
        html.attr("lang", "vi");
        for block in marked_text(report, &TextIndex::new(&report.text)) {
            html.element("p", line_class(block.kind), |html| {
                for piece in &block.pieces {
                    match piece.figure {
                        None => html.prose(piece.text),
                        Some(figure) => html.element("mark", "", |html| {
                            html.attr("id", &place(figure.id()).to_string());
                            html.prose(piece.text);
                        }),
                    }
                }
            });
        }
    });
}
