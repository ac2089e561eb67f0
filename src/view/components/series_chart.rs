//! A series over time as a figure: a chart where there are two periods or more, the data as a table with every quote.

use super::chart_stage::{Stage, chart_stage};
use super::{source_link, table, value_cell};
use crate::chart::{Dot, DotKind, Lines, draw_lines, place_lines};
use crate::format::{
    Lang, axis_text, capitalised, period_text, point_text, series_sentence, short_period, status_name, unit_name,
};
use crate::library::{Figure, FigureId, Line, RANK, Value};
use crate::model::{Bound, Moment, Period, Report, Status};
use crate::view::Route;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// A chart of one point says no more than its sentence.
pub(in crate::view) fn worth_a_chart(series: &Line) -> bool {
    let first = series.points.first().map(|point| point.period);
    series.points.iter().any(|point| Some(point.period) != first)
}

/// How much of a series is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum Detail {
    /// On a page that shows many: no table, and the title leads to the rest.
    Brief,
    /// All of it.
    #[cfg_attr(
        feature = "csr",
        allow(dead_code, reason = "the app has it in its gallery alone, and that in debug builds")
    )]
    Whole,
    /// All of it, on a page that has the title already.
    Titled,
}

/// Title, unit, drawing, sentence and table of a series.
pub(in crate::view) fn series_chart(
    html: &mut Markup,
    here: &Here,
    state: State,
    series: &'static Line,
    detail: Detail,
) {
    let brief = detail == Detail::Brief;
    let lang = here.lang;
    let sentence = series_sentence(lang, series);
    html.element("figure", "chart", |html| {
        html.attr("data-chart", &format!("series/{}", series.id));
        html.element("figcaption", "chart__caption", |html| {
            html.element("p", if detail == Detail::Titled { "unseen" } else { "chart__title" }, |html| {
                html.attr("lang", "vi");
                let name = capitalised(&series.indicator);
                if brief {
                    html.link("", &Route::indicator(series).href(), &name);
                } else {
                    html.text(&name);
                }
            });
            html.leaf("p", "chart__unit", &unit_text(here, series));
            html.leaf("p", "chart__sentence", &sentence);
        });
        if worth_a_chart(series) {
            let drawing = move |width: i32| {
                draw_lines(&place_lines(&lines(lang, series), width, &|value| axis_text(lang, value, &series.unit)))
            };
            let stage = Stage {
                name: format!("chuoi-{}", series.id),
                sentence,
                values: series.points.iter().filter_map(|point| value(lang, series, point)).collect(),
                drawing: Box::new(drawing),
            };
            chart_stage(html, here, state, stage, !brief);
            notes(html, here, series);
        }
        if !brief {
            data(html, here, series);
        }
    });
}

/// A value in words, and the first who tells it.
fn value(lang: Lang, series: &Line, point: &Value) -> Option<(String, FigureId)> {
    let words = format!("{}: {}", period_text(lang, point.period), point_text(lang, point, &series.unit));
    Some((words, point.from.first()?.id()))
}

/// The unit, and what the periods are.
fn unit_text(here: &Here, series: &Line) -> String {
    let t = here.t;
    if series.unit == RANK {
        return t.rank_first_on_top.to_owned();
    }
    format!("{}: {}", t.unit, unit_name(here.lang, &series.unit))
}

/// What the marks mean that stand in this drawing.
fn notes(html: &mut Markup, here: &Here, series: &Line) {
    let t = here.t;
    let any = |holds: &dyn Fn(&Value) -> bool| series.points.iter().any(holds);
    let open = any(&|point| kind(point) == DotKind::Open);
    let derived = any(&|point| point.derived);
    let leans = any(&|point| leans(point) != 0);
    let said = [(open, t.series_open), (derived, t.series_derived), (leans, t.series_leans)];
    let said: Vec<&str> = said.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect();
    if !said.is_empty() {
        html.leaf("p", "chart__note", &said.join(" "));
    }
}

fn lines(lang: Lang, series: &Line) -> Lines {
    let dots = series.points.iter().map(|point| Dot {
        when: point.period.middle(),
        period: short_period(lang, point.period),
        value: point.number,
        high: point.high,
        shown: point_text(lang, point, if series.unit == RANK || series.unit == "%" { &series.unit } else { "" })
            .trim_end()
            .to_owned(),
        kind: kind(point),
        leans: leans(point),
    });
    let step = match series.points.first().map(|point| point.period) {
        Some(Period::At(Moment::Quarter(..))) => 0.25,
        Some(Period::At(Moment::Month(..))) => 1.0 / 12.0,
        Some(Period::Range(Moment::Year(_), Moment::Year(_))) => 5.0,
        _ => 1.0,
    };
    Lines { dots: dots.collect(), step: step + 0.02, ranks: series.unit == RANK }
}

fn kind(point: &Value) -> DotKind {
    match (point.derived, point.status) {
        (true, _) => DotKind::Derived,
        (_, Status::Actual) => DotKind::Told,
        _ => DotKind::Open,
    }
}

/// "trên" leaves room above, "gần" below.
fn leans(point: &Value) -> i32 {
    match point.bound {
        Bound::Over | Bound::AtLeast => 1,
        Bound::Under | Bound::AtMost => -1,
        _ => 0,
    }
}

/// Every value with its quote and its source.
fn data(html: &mut Markup, here: &Here, series: &Line) {
    let t = here.t;
    let headings = [(t.period, false), (t.value, true), (t.as_told, false), (t.source, false)];
    html.element("div", "table-place", |html| {
        html.attr("tabindex", "0");
        html.attr("role", "region");
        html.attr("aria-label", &series.indicator);
        table(html, &series.indicator, &headings, |html| {
            for point in &series.points {
                for figure in point.from.iter().filter_map(|source| here.state.figure(source)) {
                    row(html, here, series, point, figure);
                }
            }
        });
    });
}

fn row(html: &mut Markup, here: &Here, series: &Line, point: &Value, figure: Figure<'_>) {
    let (t, lang) = (here.t, here.lang);
    html.element("tr", "", |html| {
        html.element("th", "", |html| {
            html.attr("scope", "row");
            html.text(&period_text(lang, point.period));
        });
        value_cell(html, (point.number, &series.unit, Some(point.period)), &point_text(lang, point, &series.unit));
        html.element("td", "", |html| {
            source_link(html, here, figure, &format!("“{}”", figure.observation.quote));
            let note = if point.derived {
                Some(t.derived)
            } else {
                (point.status != Status::Actual).then(|| status_name(lang, point.status))
            };
            if let Some(note) = note {
                html.leaf("span", "table__note", &format!(" {note}"));
            }
        });
        html.element("td", "", |html| {
            html.link("", &Route::report(&figure.report.id).href(), &source(lang, figure.report));
        });
    });
}

/// The report in a few words: who published it, else its place, and when.
pub(in crate::view) fn source(lang: Lang, report: &Report) -> String {
    let meta = &report.meta;
    let place = || meta.area.as_ref().map(|area| crate::format::area_name(lang, area));
    let who = meta.publisher.clone().or_else(place);
    let day = meta.dated().map(|period| period_text(lang, period));
    [who, day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
