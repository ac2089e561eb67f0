//! Bars of a report as a figure: title, unit, the drawing, a sentence that describes it, and the same data as a table.
//!
//! What a reader does with the drawing is in `chart_stage`.

use super::chart_stage::{Stage, chart_stage};
use super::{source_link, table, value_cell};
use crate::chart::{Bar, any_cut, draw, place};
use crate::format::{
    Lang, against_text, amount_text, attained_sentence, capitalised, growth_sentence, number, number_with_sign,
    parts_sentence, period_text,
};
use crate::library::{Figure, Growth, Share, Whole, attained, growth, parts};
use crate::model::{Report, Status};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// From this many bars on a chart says more than the cards.
pub(in crate::view) const ENOUGH: usize = 3;

/// A bar and its row of the table.
struct Row {
    bar: Bar,
    figure: Figure<'static>,
    /// What it is held against, in words.
    against: String,
}

/// What describes bars by their labels and values.
type Sentence = fn(Lang, &[(&str, f64)]) -> String;

/// What a chart of bars is called, and how it is told.
struct Kind {
    code: &'static str,
    title: &'static str,
    /// Whether the page has a heading that says what the chart shows.
    titled: bool,
    unit: &'static str,
    /// The headings of the columns of numbers and of what they are held against.
    columns: (&'static str, &'static str),
    /// What all bars are held against.
    goal: Option<f64>,
    sentence: Sentence,
}

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
    let row = |growth: Growth<'static>| {
        let against = growth.figure.observation.change.as_ref().and_then(|change| change.against);
        Row {
            bar: growth_bar(lang, &growth),
            figure: growth.figure,
            against: against.map_or_else(String::new, |period| against_text(lang, period)),
        }
    };
    let kind = Kind {
        code: "growth",
        title: t.growth,
        titled,
        unit: t.growth_unit,
        columns: (t.change, t.against),
        goal: None,
        sentence: growth_sentence,
    };
    bar_chart(html, here, state, report, kind, growth(report).into_iter().map(row).collect());
}

/// What was reached of plans and targets, and the parts of wholes, each held against its own 100 %; nothing where there are
/// too few.
pub(in crate::view) fn share_charts(html: &mut Markup, here: &Here, state: State, report: &'static Report) {
    let (t, lang) = (here.t, here.lang);
    let row = |share: Share<'static>| {
        let percent = format!("{}%", number(lang, share.percent, 1));
        let unit = share.figure.observation.unit.as_deref().unwrap_or_default();
        let (shown, against) = match share.of {
            Whole::Plan(plan) => (percent, plan.to_owned()),
            Whole::Target(target) => {
                (percent, amount_text(lang, target.observation.number.map_or(0.0, |number| number.get()), unit))
            }
            Whole::Number(part, whole) => {
                let whole = number(lang, whole, 2);
                (format!("{}/{whole}", number(lang, part, 2)), whole)
            }
        };
        Row { bar: bar(share.figure, share.name, share.percent, shown), figure: share.figure, against }
    };
    let charts: [(_, _, _, Sentence, _); 2] = [
        ("attained", t.attained, t.attained_unit, attained_sentence, attained(report)),
        ("parts", t.parts, t.parts_unit, parts_sentence, parts(report)),
    ];
    for (code, title, unit, sentence, shares) in charts {
        let columns = (t.percent, t.of_what);
        let kind = Kind { code, title, titled: false, unit, columns, goal: Some(100.0), sentence };
        bar_chart(html, here, state, report, kind, shares.into_iter().map(row).collect());
    }
}

fn bar_chart(html: &mut Markup, here: &Here, state: State, report: &'static Report, kind: Kind, rows: Vec<Row>) {
    let (t, lang) = (here.t, here.lang);
    if rows.len() < ENOUGH {
        return;
    }
    let told: Vec<(&str, f64)> = rows.iter().map(|row| (row.bar.label.as_str(), row.bar.value)).collect();
    let sentence = (kind.sentence)(lang, &told);
    let values = rows.iter().map(|row| (format!("{}: {}", row.bar.label, row.bar.shown), row.figure.id())).collect();
    let bars: Vec<Bar> = rows.iter().map(|row| row.bar.clone()).collect();
    let notes = [(any_cut(&bars), t.growth_over), (bars.iter().any(|bar| bar.estimate), t.growth_hollow)];
    let placed = move |width| place(&bars, kind.goal, width, &|value| format!("{}%", number(lang, value, 1)));
    let period = report.meta.period.map_or_else(String::new, |p| format!("{} · ", period_text(lang, p)));
    html.element("figure", "chart", |html| {
        html.attr("data-chart", &format!("{}/{}", kind.code, report.id));
        html.element("figcaption", "chart__caption", |html| {
            html.leaf("p", if kind.titled { "unseen" } else { "chart__title" }, kind.title);
            html.leaf("p", "chart__unit", &format!("{period}{}", kind.unit));
            html.leaf("p", "chart__sentence", &sentence);
        });
        let stage = Stage {
            name: format!("bieu-do-{}-{}", kind.code, report.id),
            sentence,
            values,
            drawing: Box::new(move |width| draw(&placed(width))),
        };
        chart_stage(html, here, state, stage, true);
        for (_, note) in notes.into_iter().filter(|(said, _)| *said) {
            html.leaf("p", "chart__note", note);
        }
        html.quiet(|html| data(html, here, &kind, &rows));
    });
}

/// The data of the chart as a table; its links open the sources.
fn data(html: &mut Markup, here: &Here, kind: &Kind, rows: &[Row]) {
    let t = here.t;
    html.element("details", "chart__table", |html| {
        html.leaf("summary", "", t.as_table);
        let headings = [(t.indicator, false), (kind.columns.0, true), (kind.columns.1, false)];
        table(html, kind.title, &headings, |html| {
            for Row { bar, figure, against } in rows {
                html.element("tr", "", |html| {
                    html.element("th", "", |html| {
                        html.attr("scope", "row");
                        source_link(html, here, *figure, &bar.label);
                    });
                    value_cell(html, (bar.value, "%", figure.observation.period), &bar.shown);
                    html.leaf("td", "", against);
                });
            }
        });
    });
}

/// A change as a bar.
pub(in crate::view) fn growth_bar(lang: Lang, growth: &Growth<'_>) -> Bar {
    bar(
        growth.figure,
        growth.figure.indicator(),
        growth.percent,
        format!("{}%", number_with_sign(lang, growth.percent, 2)),
    )
}

fn bar(figure: Figure<'_>, name: &str, value: f64, shown: String) -> Bar {
    let estimate = figure.observation.status == Status::Estimate;
    Bar { label: capitalised(name), value, shown, estimate }
}
