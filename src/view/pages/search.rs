//! Search over figures, events and tasks, as one types.

use leptos::prelude::*;

use crate::format::{Words, count, event_kind_name, period_text, sector_name};
use crate::library::report_title;
use crate::library::search::{Facets, Found, Hit, Kind, Narrow, Query, UnitClass};
use crate::model::{Report, Sector};
use crate::text::case::lowercase;
use crate::view::components::{card_grid, sector_mark};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::small::SmallSignal;
use crate::view::state::use_state;
use crate::view::watch::{live, watch};
use crate::view::{Route, browser};

/// How many results are shown at first, and how many more each time.
const STEP: i32 = 24;
const SAID: &str = "search-said";
const FILTERS: &str = "search-filters";

/// What was found for the query of the address.
#[component]
pub fn SearchPage() -> impl IntoView {
    let state = use_state();
    let index = state.index();
    let asked = state.part(|route| Route { open: None, ..route.clone() });
    let shown = SmallSignal::new(STEP);
    // Another question begins at its first results.
    watch(move |_| {
        asked.track();
        shown.set(STEP);
    });
    let found = move || {
        let route = asked.get();
        let query = index.query(&route.query).within(narrow(&route));
        let here = state.here();
        let hits = index.find(&query);
        browser::set_text(SAID, &said(&here, &route.query, hits.len()));
        let (all, facets, most) = (hits.len(), hits.facets(), shown.get() as usize);
        let first: Vec<Hit<'_>> = hits.take(most).collect();
        Markup::of(|html| {
            filters(html, &here, &facets);
            results(html, &here, &query, &first);
            if all > most {
                html.element("p", "part__more", |html| {
                    html.element("button", "action", |html| {
                        html.attr("type", "button");
                        html.on("click", move |_| shown.set(shown.get_untracked() + STEP));
                        html.text(&format!("{} ({})", here.t.show_more, all - most));
                    });
                });
            }
        })
        .into_any()
    };
    let here = state.here();
    let top = Markup::of(|html| {
        html.leaf("h1", "page__title", here.t.search);
        // Stays in the page while results come and go, so that it is read out.
        html.element("p", "search__said", |html| {
            html.attr("id", SAID);
            html.attr("role", "status");
            let hits = index.find(&index.query(&here.route.query).within(narrow(&here.route))).len();
            html.text(&said(&here, &here.route.query, hits));
        });
    });
    vec![top.into_any(), live(found)].into_any()
}

fn narrow(route: &Route) -> Narrow {
    let (report, year) = (route.report.clone(), route.year);
    Narrow { report, year, sector: route.sector, kind: route.kind, unit: route.unit }
}

/// The count of what was found, or what to do next.
fn said(here: &Here, query: &str, hits: usize) -> String {
    let t = here.t;
    if query.trim().is_empty() {
        t.search_start.to_owned()
    } else if hits == 0 {
        format!("{} “{}”. {}", t.nothing_found.trim_end_matches('.'), query.trim(), t.widen)
    } else {
        count(here.lang, hits, "kết quả", ("result", "results"))
    }
}

/// By what the results can be narrowed, with counts; each choice is a link, and a second touch takes it back.
fn filters(html: &mut Markup, here: &Here, facets: &Facets<'_>) {
    let (t, lang, now) = (here.t, here.lang, &here.route);
    let base = || Route { open: None, ..now.clone() };
    let mut groups: Vec<(&str, Vec<Choice>)> = Vec::new();
    let kinds = facets.kinds.iter().map(|&(kind, n)| {
        let on = now.kind == Some(kind);
        Choice { name: kind_name(t, kind).into(), n, on, to: Route { kind: (!on).then_some(kind), ..base() } }
    });
    groups.push((t.kind, kinds.collect()));
    let sectors = facets.sectors.iter().map(|&(sector, n)| {
        let on = now.sector == Some(sector);
        Choice {
            name: sector_name(lang, sector).into(),
            n,
            on,
            to: Route { sector: (!on).then_some(sector), ..base() },
        }
    });
    groups.push((t.sector, sectors.collect()));
    let years = facets.years.iter().map(|&(year, n)| {
        let on = now.year == Some(year);
        Choice { name: year.to_string(), n, on, to: Route { year: (!on).then_some(year), ..base() } }
    });
    groups.push((t.year, years.collect()));
    let units = facets.units.iter().map(|&(unit, n)| {
        let on = now.unit == Some(unit);
        Choice { name: unit_class_name(t, unit).into(), n, on, to: Route { unit: (!on).then_some(unit), ..base() } }
    });
    groups.push((t.unit, units.collect()));
    let reports = facets.reports.iter().map(|&(report, n)| {
        let on = now.report.as_ref() == Some(&report.id);
        let to = Route { report: (!on).then(|| report.id.clone()), ..base() };
        Choice { name: report_title(report), n, on, to }
    });
    groups.push((t.report, reports.take(12).collect()));
    // What would change nothing is no choice.
    groups.retain(|(_, choices)| choices.len() > 1 || choices.iter().any(|choice| choice.on));
    if groups.is_empty() {
        return;
    }
    let chosen = groups.iter().flat_map(|(_, choices)| choices).filter(|choice| choice.on).count();
    html.element("details", "filters", |html| {
        html.attr("id", FILTERS);
        html.flag("open", chosen > 0 || browser::is_open(FILTERS));
        html.element("summary", "", |html| {
            html.text(t.filters);
            if chosen > 0 {
                html.text(&format!(" ({chosen})"));
            }
        });
        for (name, choices) in groups {
            html.element("nav", "filter", |html| {
                html.attr("aria-label", name);
                html.leaf("p", "filter__name", name);
                html.element("ul", "", |html| choices.iter().for_each(|choice| choice.write(html)));
            });
        }
    });
}

/// A choice of a filter.
struct Choice {
    name: String,
    n: usize,
    on: bool,
    to: Route,
}

impl Choice {
    fn write(&self, html: &mut Markup) {
        html.element("li", "", |html| {
            html.element("a", "filter__choice", |html| {
                html.attr("href", &self.to.href());
                if self.on {
                    html.attr("aria-current", "true");
                }
                html.text(&self.name);
                html.text(" ");
                html.leaf("span", "filter__count", &self.n.to_string());
            });
        });
    }
}

fn kind_name(t: &'static Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Figure => t.figures,
        Kind::Event => t.events,
        Kind::Task => t.tasks,
        Kind::Report => t.reports,
    }
}

fn unit_class_name(t: &'static Words, unit: UnitClass) -> &'static str {
    match unit {
        UnitClass::Money => t.unit_money,
        UnitClass::Share => t.unit_share,
        UnitClass::Count => t.unit_count,
        UnitClass::Measure => t.unit_measure,
    }
}

/// Figures as cards, then reports, events and tasks as rows.
fn results(html: &mut Markup, here: &Here, query: &Query, hits: &[Hit<'_>]) {
    let t = here.t;
    let (mut figures, mut others) = (Vec::new(), Vec::new());
    for hit in hits {
        match hit.found {
            Found::Figure(figure) => figures.push(figure),
            other => others.push(other),
        }
    }
    if !figures.is_empty() {
        html.leaf("h2", "", t.figures);
        card_grid(html, here, &figures, false);
    }
    if !others.is_empty() {
        html.leaf("h2", "", t.others_found);
        html.element("ul", "found", |html| others.into_iter().for_each(|found| other(html, here, query, found)));
    }
}

/// An event or a task as a row.
fn other(html: &mut Markup, here: &Here, query: &Query, found: Found<'_>) {
    match found {
        Found::Figure(_) => {}
        Found::Report(report) => html.element("li", "found__row", |html| {
            html.element("p", "found__words", |html| {
                html.element("a", "", |html| {
                    html.attr("href", &Route::report(&report.id).href());
                    html.attr("lang", "vi");
                    marked(html, &report_title(report), query);
                });
            });
            html.leaf("p", "found__about", &lowercase(here.t.report));
        }),
        Found::Event(report, event) => {
            let date = event.date.map_or_else(String::new, |date| format!(" · {}", period_text(here.lang, date)));
            let about = format!("{}{date}", event_kind_name(here.lang, event.kind));
            row(html, here, query, (&event.title, &about, event.sector, report));
        }
        Found::Task(report, task) => {
            row(html, here, query, (&task.quote, &lowercase(here.t.tasks), task.sector, report));
        }
    }
}

/// Words, what they are about, their sector and their report.
fn row(html: &mut Markup, here: &Here, query: &Query, (words, about, sector, report): (&str, &str, Sector, &Report)) {
    html.element("li", "found__row", |html| {
        html.element("p", "found__words", |html| {
            html.attr("lang", "vi");
            marked(html, words, query);
        });
        html.element("p", "found__about", |html| {
            html.text(about);
            html.text(" ");
            sector_mark(html, here, sector);
        });
        html.element("p", "found__source", |html| {
            html.link("", &Route::report(&report.id).href(), &report_title(report));
        });
    });
}

/// A text with what matched in it marked.
fn marked(html: &mut Markup, text: &str, query: &Query) {
    let mut at = 0;
    for range in query.highlights(text) {
        html.text(&text[at..range.start]);
        at = range.end;
        html.leaf("mark", "", &text[range]);
    }
    html.text(&text[at..]);
}
