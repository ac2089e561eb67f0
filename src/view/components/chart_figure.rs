//! A chart as a figure: title, unit, the drawing, a sentence that describes it, and the same data as a table.
//!
//! The drawing is made for the width that it has, so that its text keeps its size. A touch on a bar opens its source;
//! by keyboard the table does.

use std::rc::Rc;

use leptos::prelude::*;

use super::table;
use crate::chart::{Bar, draw, place};
use crate::format::{Lang, against_text, capitalised, growth_sentence, number, number_with_sign, period_text};
use crate::library::{FigureId, Growth, growth};
use crate::model::{Report, Status};
use crate::view::browser;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::{DESK, State};
use crate::view::watch::watch;

/// From this many changes on a chart says more than the cards.
const ENOUGH: usize = 3;
/// The widest drawing; a longer bar says no more.
const WIDEST: i32 = 760;
/// The narrowest drawing.
const NARROWEST: i32 = 240;

/// The changes in per cent of a report as diverging bars; nothing where there are too few. `titled` where the page has a
/// heading that says what the chart shows.
pub(in crate::view) fn growth_chart(
    html: &mut Markup,
    here: &Here,
    state: State,
    report: &'static Report,
    titled: bool,
) {
    let (t, lang) = (here.t, here.lang);
    let all = growth(report);
    if all.len() < ENOUGH {
        return;
    }
    let bars: Vec<Bar> = all.iter().map(|growth| bar(lang, growth)).collect();
    let told: Vec<(&str, f64)> = bars.iter().map(|bar| (bar.label.as_str(), bar.value)).collect();
    let sentence = growth_sentence(lang, &told);
    let place_id = format!("bieu-do-{}", report.id);
    let placed = move |width| place(&bars, width, &|value| format!("{}%", number(lang, value, 1)));
    let drawn = placed(guessed_width(state));
    let cut = drawn.bars.iter().any(|bar| bar.cut);
    let estimates = all.iter().any(|g| g.figure.observation.status == Status::Estimate);
    let period = report.meta.period.map_or_else(String::new, |p| format!("{} · ", period_text(lang, p)));
    html.element("figure", "chart", |html| {
        html.attr("data-chart", &format!("growth/{}", report.id));
        html.element("figcaption", "chart__caption", |html| {
            html.leaf("p", if titled { "unseen" } else { "chart__title" }, t.growth);
            html.leaf("p", "chart__unit", &format!("{period}{}", t.growth_unit));
            html.leaf("p", "chart__sentence", &sentence);
        });
        let figures = all.iter().map(|growth| growth.figure.id()).collect();
        chart_place(html, state, &place_id, &sentence, figures, Rc::new(move |width| draw(&placed(width))));
        for (_, note) in [(cut, t.growth_over), (estimates, t.growth_hollow)].into_iter().filter(|(said, _)| *said) {
            html.leaf("p", "chart__note", note);
        }
        data(html, here, &all);
    });
}

/// The place of a drawing, which is made again when the page tells its real width, and when the window or the part of the
/// page changes. A touch on the row of a value opens the source of the figure of that row.
pub(super) fn chart_place(
    html: &mut Markup,
    state: State,
    id: &str,
    sentence: &str,
    figures: Vec<FigureId>,
    drawing: Rc<dyn Fn(i32) -> String>,
) {
    let width = guessed_width(state);
    html.element("div", "chart__place", |html| {
        html.attr("id", id);
        html.attr("role", "img");
        html.attr("aria-label", sentence);
        html.on("click", move |event| {
            let row = browser::closest(event, "data-row").and_then(|row| row.parse::<usize>().ok());
            if let Some(id) = row.and_then(|row| figures.get(row)) {
                state.open(id.clone());
            }
        });
        html.drawing(&drawing(width));
    });
    let id = id.to_owned();
    let mut drawn_at = width;
    watch(move |_| {
        state.width.track();
        state.route.track();
        let real = browser::width_of(&id).map_or(drawn_at, |real| real.clamp(NARROWEST, WIDEST));
        if real != drawn_at {
            drawn_at = real;
            browser::set_html(&id, &drawing(real));
        }
    });
}

/// A width to begin with, from the width of the window.
fn guessed_width(state: State) -> i32 {
    let window = state.width.get_untracked();
    if window >= DESK { WIDEST } else { (window - 32).clamp(NARROWEST, WIDEST) }
}

/// The data of the chart as a table; its links open the sources.
fn data(html: &mut Markup, here: &Here, all: &[Growth<'_>]) {
    let t = here.t;
    html.element("details", "chart__table", |html| {
        html.leaf("summary", "", t.as_table);
        let headings = [(t.indicator, false), (t.change, true), (t.against, false)];
        table(html, t.growth, &headings, |html| all.iter().for_each(|growth| row(html, here, growth)));
    });
}

fn row(html: &mut Markup, here: &Here, growth: &Growth<'_>) {
    let against = growth.figure.observation.change.as_ref().and_then(|c| c.against);
    html.element("tr", "", |html| {
        html.element("th", "", |html| {
            html.attr("scope", "row");
            html.attr("lang", "vi");
            html.element("a", "", |html| {
                html.attr("href", &here.sheet_link(growth.figure));
                html.attr("data-open", &growth.figure.id().to_string());
                html.text(growth.figure.indicator());
            });
        });
        html.leaf("td", "table__number", &format!("{}%", number_with_sign(here.lang, growth.percent, 2)));
        html.leaf("td", "", &against.map_or_else(String::new, |p| against_text(here.lang, p)));
    });
}

fn bar(lang: Lang, growth: &Growth<'_>) -> Bar {
    Bar {
        label: capitalised(growth.figure.indicator()),
        value: growth.percent,
        shown: format!("{}%", number_with_sign(lang, growth.percent, 2)),
        estimate: growth.figure.observation.status == Status::Estimate,
    }
}
