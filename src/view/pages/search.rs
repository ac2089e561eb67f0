//! Search over figures, events, tasks and sentences, as one types.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;

use crate::format::{
    Words, area_name, capitalised, count, event_kind_name, period_text, prose, sector_name, status_name,
};
use crate::library::report_title;
use crate::library::search::{Facet, Found, Hit, Hits, Kind, Narrow, Query, UnitClass};
use crate::model::{Report, Sector};
use crate::text::case::lowercase;
use crate::view::components::{Choice, card_grid, filters, sector_mark};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::small::SmallSignal;
use crate::view::state::{State, use_state};
use crate::view::watch::{live, watch};
use crate::view::{Route, browser};

/// How many results are shown at first, and how many more each time.
const STEP: i32 = 24;
const SAID: &str = "search-said";
/// How many choices of a row are offered at most.
const MANY: usize = 12;

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
    let first = asked_of(state, &asked.get_untracked());
    let told = said(&state.here(), &asked.get_untracked().query, first.1.len());
    // What is drawn first was asked already, for the count above it.
    let first = Mutex::new(Some(first));
    let found = move || {
        let route = asked.get();
        let here = state.here();
        let first = first.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (query, hits) = first.unwrap_or_else(|| asked_of(state, &route));
        browser::set_text(SAID, &said(&here, &route.query, hits.len()));
        let (all, facets, most) = (hits.len(), hits.facets(), shown.get() as usize);
        let first: Vec<Hit<'_>> = hits.take(most).collect();
        Markup::of(|html| {
            narrowing(html, &here, &facets, all);
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
            html.text(&told);
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
    Narrow {
        report: route.report.clone(),
        year: route.year,
        sector: route.sector,
        kind: route.kind,
        unit: route.unit,
        area: route.area.clone(),
        status: route.status,
        changed: route.changed,
    }
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
fn narrowing(html: &mut Markup, here: &Here, facets: &[(Facet<'_>, usize)], all: usize) {
    let mut groups: Vec<(&'static str, Vec<Choice>)> = Vec::new();
    for &(facet, n) in facets {
        let (name, choice) = offer(here, facet, n);
        match groups.last_mut().filter(|(last, _)| *last == name) {
            Some((_, choices)) if choices.len() < MANY || choice.on => choices.push(choice),
            Some(_) => {}
            None => groups.push((name, vec![choice])),
        }
    }
    // What would change nothing is no choice.
    groups.retain(|(_, choices)| choices.iter().any(|choice| choice.on || choice.n < all));
    if groups.is_empty() {
        return;
    }
    let chosen = groups.iter().flat_map(|(_, choices)| choices).filter(|choice| choice.on).count();
    filters(html, here, &groups, chosen);
}

/// A value as a choice, and the name of its row.
fn offer(here: &Here, facet: Facet<'_>, n: usize) -> (&'static str, Choice) {
    let (t, lang) = (here.t, here.lang);
    let mut to = Route { open: None, ..here.route.clone() };
    let (row, name, on) = match facet {
        Facet::Kind(kind) => (t.kind, kind_name(t, kind).to_owned(), turn(&mut to.kind, kind)),
        Facet::Sector(sector) => (t.sector, sector_name(lang, sector).to_owned(), turn(&mut to.sector, sector)),
        Facet::Year(year) => (t.year, year.to_string(), turn(&mut to.year, year)),
        Facet::Unit(unit) => (t.unit, unit_class_name(t, unit).to_owned(), turn(&mut to.unit, unit)),
        Facet::Changed => {
            to.changed = !to.changed;
            (t.change, t.told_with_change.to_owned(), !to.changed)
        }
        Facet::Status(status) => (t.status, capitalised(status_name(lang, status)), turn(&mut to.status, status)),
        Facet::Area(area) => (t.area, area_name(lang, area), turn(&mut to.area, area.clone())),
        Facet::Report(report) => (t.report, report_title(report), turn(&mut to.report, report.id.clone())),
    };
    (row, Choice { name, n, on, to })
}

/// Makes a choice, or takes back the same; tells whether it was made.
fn turn<T: PartialEq>(chosen: &mut Option<T>, value: T) -> bool {
    let on = chosen.as_ref() == Some(&value);
    *chosen = (!on).then_some(value);
    on
}

fn kind_name(t: &'static Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Figure => t.figures,
        Kind::Event => t.events,
        Kind::Task => t.tasks,
        Kind::Report => t.reports,
        Kind::Sentence => t.sentences,
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

/// Figures as cards, then reports, events and tasks as rows, then sentences.
fn results(html: &mut Markup, here: &Here, query: &Query, hits: &[Hit<'_>]) {
    let t = here.t;
    let (mut figures, mut others, mut sentences) = (Vec::new(), Vec::new(), Vec::new());
    for hit in hits {
        match hit.found {
            Found::Figure(figure) => figures.push(figure),
            Found::Sentence(..) => sentences.push(hit.found),
            other => others.push(other),
        }
    }
    if !figures.is_empty() {
        html.leaf("h2", "", t.figures);
        card_grid(html, here, &figures, false);
    }
    for (name, rows) in [(t.others_found, others), (t.sentences_found, sentences)] {
        if !rows.is_empty() {
            html.leaf("h2", "", name);
            html.element("ul", "found", |html| rows.into_iter().for_each(|found| other(html, here, query, found)));
        }
    }
}

/// What is no figure as a row.
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
            row(html, here, query, (&event.title, &about, Some(event.sector)), (report, Route::report(&report.id)));
        }
        Found::Task(report, task) => {
            let about = lowercase(here.t.tasks);
            row(html, here, query, (&task.quote, &about, Some(task.sector)), (report, Route::report(&report.id)));
        }
        Found::Sentence(report, sentence) => {
            let place = Route::at_sentence(&report.id, sentence.number);
            row(html, here, query, (sentence.text, "", None), (report, place));
        }
    }
}

/// Words, what they are about and their sector, and their report with the place in it that the reader is led to.
fn row(
    html: &mut Markup,
    here: &Here,
    query: &Query,
    (words, about, sector): (&str, &str, Option<Sector>),
    (report, place): (&Report, Route),
) {
    html.element("li", "found__row", |html| {
        html.element("p", "found__words", |html| {
            html.attr("lang", "vi");
            marked(html, &prose(words), query);
        });
        if let Some(sector) = sector {
            html.element("p", "found__about", |html| {
                html.text(about);
                html.text(" ");
                sector_mark(html, here, sector);
            });
        }
        html.element("p", "found__source", |html| html.link("", &place.href(), &report_title(report)));
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
