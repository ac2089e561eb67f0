//! Two values for one indicator, area and period that cannot both be meant. A total of several years must at least reach
//! the value of one of them.

use rustc_hash::FxHashMap;

use super::scale::slip;
use super::{Finding, FindingKind, Verdict, amount};
use crate::library::Stated;
use crate::library::series::{Point, RANK, Series};
use crate::model::{Area, Moment, Period};

/// Checks the values of each series against the one that most reports tell.
pub fn check<'a>(all: &[Series<'a>]) -> Vec<Finding<'a>> {
    let mut out = Vec::new();
    let mut stages: FxHashMap<(&str, Option<&Area>, &str), Vec<&Series<'a>>> = FxHashMap::default();
    for series in all.iter().filter(|series| series.unit != RANK) {
        let main = series.main();
        for point in series.told() {
            let of_then = main.iter().find(|main| main.period == point.period && main.number != point.number);
            out.extend(of_then.and_then(|main| compare(series, main, point, false)));
        }
        if series.named.is_some() && series.unit != "%" {
            stages.entry((&series.indicator, series.area.as_ref(), &series.unit)).or_default().push(series);
        }
    }
    // The years of a stage and one of them are two series of one indicator.
    for lines in stages.values() {
        let points: Vec<_> =
            lines.iter().flat_map(|series| series.main().into_iter().map(|point| (*series, point))).collect();
        for (_, stage) in &points {
            for (years, year) in points.iter().filter(|(_, year)| within(year.period, stage.period)) {
                out.extend(compare(years, year, stage, true));
            }
        }
    }
    out
}

/// Whether a year is one of the years of a stage.
fn within(year: Period, stage: Period) -> bool {
    let range = matches!(stage, Period::Range(Moment::Year(_), Moment::Year(_)));
    let one = matches!(year, Period::At(Moment::Year(_)));
    range && one && (stage.start().year()..=stage.end().year()).contains(&year.end().year())
}

fn compare<'a>(series: &Series<'a>, a: &Point<'a>, b: &Point<'a>, whole: bool) -> Option<Finding<'a>> {
    let (first, second) = (a.from.first()?.figure, b.from.first()?.figure);
    // Two values of one report may be of two parts of a thing whose name the words do not tell; a slip has its own check.
    if first.report.id == second.report.id || slip(a, b) {
        return None;
    }
    let (x, y) = (Stated::level(first.observation)?, Stated::level(second.observation)?);
    let apart = if whole { y.high < x.low } else { !loose(x).meets(loose(y)) };
    apart.then(|| {
        let unit = series.unit.as_str();
        Finding::new(
            FindingKind::Conflict,
            Verdict::Inconsistent,
            vec![first, second],
            amount(x, unit),
            amount(y, unit),
            &series.indicator,
        )
    })
}

/// Two counts of one thing on different days differ a little; what differs by less than one in a hundred is no conflict.
fn loose(stated: Stated) -> Stated {
    let room = stated.number.abs() * 0.005;
    Stated { low: stated.low - room, high: stated.high + room, ..stated }
}
