//! The source sheet: a figure in its sentence and paragraph, where it is from, and how it was read.
//!
//! A modal dialogue, at the foot of a phone and at the side of a desk. While it is open the page behind it is out of
//! reach; Esc, the button or a touch beside it closes it, and the focus returns to where it was.

use leptos::prelude::*;

use super::sheet_actions::address;
use super::{act, change_line, facts, figure_text, finding_item, sector_mark, sheet_actions};
use crate::format::{
    area_name, capitalised, citation_text, normalised, number, period_text, rule_name, status_name, unit_name,
};
use crate::library::{Figure, FigureId, Line, TextIndex, passage, report_title};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::use_state;
use crate::view::watch::watch;
use crate::view::{Route, browser};

const SHEET: &str = "sheet";
const TITLE: &str = "sheet-title";

/// The sheet of the figure of an address.
#[component]
pub fn Sheet(
    /// The address.
    id: FigureId,
) -> impl IntoView {
    let state = use_state();
    let here = state.here();
    let figure = state.collection().figure(&id);
    hold_focus(&id);
    Markup::of(|html| {
        html.element("div", "sheet-scrim", |html| html.on("click", move |_| state.close()));
        html.element("div", "sheet", |html| {
            html.attr("id", SHEET);
            // A click on its text keeps the keys within.
            html.attr("tabindex", "-1");
            html.attr("role", "dialog");
            html.attr("aria-modal", "true");
            html.attr("aria-labelledby", TITLE);
            html.attr("data-sheet", &id.to_string());
            html.on("keydown", move |event| match browser::key(event).as_str() {
                "Escape" => state.close(),
                "Tab" => browser::keep_tab_within(SHEET, event),
                _ => {}
            });
            html.on("click", move |event| {
                if let Some(what) = browser::closest(event, "data-do") {
                    act(state, figure, &what);
                }
            });
            head(html, &here);
            match figure {
                Some(figure) => body(html, &here, figure),
                None => html.element("p", "empty", |html| {
                    html.attr("id", TITLE);
                    html.attr("tabindex", "-1");
                    html.text(here.t.unknown_figure);
                }),
            }
        });
    })
    .into_any()
}

fn head(html: &mut Markup, here: &Here) {
    html.element("div", "sheet__head", |html| {
        html.leaf("p", "sheet__kind", here.t.source_of_figure);
        html.element("button", "sheet__close", |html| {
            html.attr("type", "button");
            html.attr("data-do", "close");
            html.attr("aria-label", here.t.close);
            html.text("✕");
        });
    });
}

/// What the sheet says of a figure.
fn body(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let t = here.t;
    let (o, report) = (figure.observation, figure.report);
    html.element("h2", "sheet__indicator", |html| {
        html.attr("id", TITLE);
        html.attr("tabindex", "-1");
        html.attr("lang", "vi");
        html.text(figure.indicator());
    });
    figure_text(html, &o.quote);
    if let Some(change) = o.change.as_ref().filter(|_| o.number.is_some()) {
        change_line(html, here, change);
    }
    sector_mark(html, here, o.sector);
    quote(html, figure);
    sheet_actions(html, here, figure);
    facts(html, &told(here, figure));
    html.element("p", "sheet__document", |html| {
        html.text(t.document);
        html.text(": ");
        html.link("", &Route::report(&report.id).href(), &report_title(report));
    });
    checked(html, here, figure);
    html.element("details", "sheet__why", |html| {
        html.leaf("summary", "", t.read_by);
        html.leaf("p", "", &format!("{}:", t.read_by_rules));
        html.element("ol", "sheet__rules", |html| {
            for rule in &o.rules {
                html.leaf("li", "", &rule_name(here.lang, rule));
            }
        });
    });
    citation(html, here, figure);
    elsewhere(html, here, figure);
}

/// The checks of a figure, with the figures that it was compared with.
fn checked(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let id = figure.id();
    let own = here.state.findings().iter().filter(|finding| finding.observations.iter().any(|source| source.is(&id)));
    for finding in own {
        html.element("section", "sheet__check", |html| {
            html.leaf("h3", "", here.t.checks);
            finding_item(html, here, finding);
        });
    }
}

/// The figure as a source of another text.
fn citation(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let t = here.t;
    html.element("details", "sheet__why", |html| {
        html.leaf("summary", "", t.cite);
        html.leaf("p", "sheet__citation", &citation_text(here.lang, figure, &address(here, figure)));
        html.element("p", "actions", |html| {
            for (what, name) in [("cite", t.cite_plain), ("bibtex", t.cite_bibtex)] {
                html.element("button", "action", |html| {
                    html.attr("type", "button");
                    html.attr("data-do", what);
                    html.text(name);
                });
            }
        });
    });
}

/// The indicator over all reports, and what else the report says in this sector.
fn elsewhere(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let t = here.t;
    let id = figure.id();
    let of = |series: &&Line| {
        let told = series.points.iter().flat_map(|point| &point.from);
        series.points.len() > 1 && told.into_iter().any(|source| source.is(&id))
    };
    if let Some(series) = here.state.series().iter().find(of) {
        html.element("p", "sheet__document", |html| {
            html.link("", &Route::indicator(series).href(), t.same_indicator);
        });
    }
    let sector = figure.observation.sector;
    let others = Figure::all_of(figure.report).filter(|other| other.observation.sector == sector && *other != figure);
    let others: Vec<_> = others.take(ALSO).collect();
    if others.is_empty() {
        return;
    }
    html.leaf("h3", "sheet__also", t.also_told);
    html.element("ul", "sheet__others", |html| {
        for other in others {
            html.element("li", "", |html| {
                html.element("a", "", |html| {
                    html.attr("href", &here.sheet_link(other));
                    html.attr("lang", "vi");
                    html.text(&format!("{}: {}", capitalised(other.indicator()), other.observation.quote));
                });
            });
        }
    });
}

/// How many other figures of a sector are named.
const ALSO: usize = 5;

/// The quote in its sentence, and that in its paragraph.
fn quote(html: &mut Markup, figure: Figure<'_>) {
    let o = figure.observation;
    let words = passage(&TextIndex::new(&figure.report.text), o.at, o.quote.chars().count());
    html.element("blockquote", "sheet__passage", |html| {
        html.attr("lang", "vi");
        html.element("p", "", |html| {
            html.prose(words.before);
            html.element("span", "sheet__sentence", |html| {
                html.prose(words.lead);
                html.leaf("mark", "", words.quote);
                html.prose(words.tail);
            });
            html.text(" ");
            html.prose(words.after);
        });
    });
}

/// Names and values of all that is known of a figure.
fn told(here: &Here, figure: Figure<'_>) -> [(&'static str, Option<String>); 9] {
    let (t, lang) = (here.t, here.lang);
    let (o, meta) = (figure.observation, &figure.report.meta);
    let unit = o.unit.as_deref().map_or("", |unit| unit_name(lang, unit));
    let value = o.number.map(|n| {
        let high = o.high.map_or_else(String::new, |high| format!("–{}", number(lang, high.get(), 4)));
        format!("{}{high} {unit}", number(lang, n.get(), 4))
    });
    let rank = o.rank.as_ref().map(|rank| {
        let of = rank.of.map_or_else(String::new, |of| format!(" {} {}", t.of_all, number(lang, of.get(), 0)));
        format!("{}{of}", number(lang, rank.position.get(), 0))
    });
    [
        (t.value, value),
        (t.normalised, normalised(lang, o)),
        (t.rank, rank),
        (t.period, o.period.map(|p| period_text(lang, p))),
        (t.status, Some(status_name(lang, o.status).to_owned())),
        (t.area, o.area.as_ref().map(|area| area_name(lang, area))),
        (t.place, meta.area.as_ref().map(|area| area_name(lang, area))),
        (t.published, meta.published.map(|p| period_text(lang, p))),
        (t.publisher, meta.publisher.clone()),
    ]
}

/// Moves the focus into the sheet and, when it closes, back to where it came from; where that is nowhere, as with an
/// address that was sent, to the figure on the page.
fn hold_focus(id: &FigureId) {
    browser::remember_focus();
    let id = id.to_string();
    watch(move |_| {
        browser::set_inert("frame", true);
        browser::focus(TITLE);
    });
    on_cleanup(move || {
        browser::set_inert("frame", false);
        browser::return_focus(&id);
    });
}
