//! Search over figures, events and tasks, as one types.

use leptos::prelude::*;

use crate::format::{Words, count, event_kind_name, period_text};
use crate::library::report_title;
use crate::library::search::{Facets, Found, Hit, Hits, Kind, Narrow, Query, UnitClass};
use crate::model::{Report, Sector};
use crate::text::case::lowercase;
use crate::view::components::{Choice, card_grid, filter, sector_mark, sectors, years};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::small::SmallSignal;
use crate::view::state::{State, use_state};
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
    let asked = state.part(|route| Route { open: None, ..route.clone() });
    let shown = SmallSignal::new(STEP);
    // Another question begins at its first results.
    watch(move |_| {
        asked.track();
        shown.set(STEP);
    });
    let found = move || {
        let route = asked.get();
        let here = state.here();
        let (query, hits) = asked_of(state, &route);
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
            let hits = asked_of(state, &here.route).1.len();
            html.text(&said(&here, &here.route.query, hits));
        });
    });
    vec![top.into_any(), live(found)].into_any()
}

/// The question of an address and what was found for it.
fn asked_of(state: State, route: &Route) -> (Query, Hits<'static, 'static>) {
    let index = state.index();
    let query = index.query(&route.query).within(narrow(route));
    let hits = index.find(&query);
    (query, hits)
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
    let (t, now) = (here.t, &here.route);
    let base = || Route { open: None, ..now.clone() };
    let mut groups: Vec<(&'static str, Vec<Choice>)> = Vec::new();
    let kinds = facets.kinds.iter().map(|&(kind, n)| {
        let on = now.kind == Some(kind);
        Choice { name: kind_name(t, kind).into(), n, on, to: Route { kind: (!on).then_some(kind), ..base() } }
    });
    groups.push((t.kind, kinds.collect()));
    groups.push((t.sector, sectors(here, &facets.sectors)));
    groups.push((t.year, years(here, &facets.years)));
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
            filter(html, name, &choices);
        }
    });
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
