//! A chart as a figure: title, unit, the drawing, a sentence that describes it, and the same data as a table.
//!
//! What a reader does with the drawing is in `chart_stage`.

use super::chart_stage::{Stage, WIDEST, chart_stage};
use super::table;
use crate::chart::{Bar, draw, place};
use crate::format::{Lang, against_text, capitalised, growth_sentence, number, number_with_sign, period_text, plain};
use crate::library::{Growth, growth};
use crate::model::{Report, Status};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// From this many changes on a chart says more than the cards.
const ENOUGH: usize = 3;

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
    let values =
        all.iter().zip(&bars).map(|(growth, bar)| (format!("{}: {}", bar.label, bar.shown), growth.figure.id()));
    let values = values.collect();
    let placed = move |width| place(&bars, width, &|value| format!("{}%", number(lang, value, 1)));
    // Whether a bar is cut does not depend on the width.
    let cut = placed(WIDEST).bars.iter().any(|bar| bar.cut);
    let estimates = all.iter().any(|g| g.figure.observation.status == Status::Estimate);
    let period = report.meta.period.map_or_else(String::new, |p| format!("{} · ", period_text(lang, p)));
    html.element("figure", "chart", |html| {
        html.attr("data-chart", &format!("growth/{}", report.id));
        html.element("figcaption", "chart__caption", |html| {
            html.leaf("p", if titled { "unseen" } else { "chart__title" }, t.growth);
            html.leaf("p", "chart__unit", &format!("{period}{}", t.growth_unit));
            html.leaf("p", "chart__sentence", &sentence);
        });
        let stage = Stage {
            name: format!("bieu-do-{}", report.id),
            sentence,
            values,
            drawing: Box::new(move |width| draw(&placed(width))),
        };
        chart_stage(html, here, state, stage, true);
        for (_, note) in [(cut, t.growth_over), (estimates, t.growth_hollow)].into_iter().filter(|(said, _)| *said) {
            html.leaf("p", "chart__note", note);
        }
        data(html, here, &all);
    });
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
        html.element("td", "table__number", |html| {
            html.attr("data-value", &plain(growth.percent, 9));
            html.attr("data-unit", "%");
            html.attr("data-period", &growth.figure.observation.period.map_or_else(String::new, |p| p.to_string()));
            html.text(&format!("{}%", number_with_sign(here.lang, growth.percent, 2)));
        });
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
