//! Values of one indicator that differ by a power of ten, or by what a slip of the currency would explain: "120 nghìn tỷ
//! đồng" in a series of some hundred billion dollars.

use rustc_hash::FxHashMap;

use super::{Finding, FindingKind, Verdict, amount};
use crate::library::Stated;
use crate::library::series::{Point, RANK, Series};
use crate::library::stated::power_of_ten;
use crate::model::{Moment, Period};

/// Đồng for a dollar: what it was between 2015 and 2026, and a little more on both sides.
const RATE: (f64, f64) = (21_000.0, 27_000.0);
/// How many years apart two values may be and still be expected to be of one size.
const YEARS: u16 = 3;
/// How many times a value may be another's within those years.
const GROWTH: f64 = 4.0;

/// Checks the named series of an indicator and area against each other.
pub fn check<'a>(all: &[Series<'a>]) -> Vec<Finding<'a>> {
    let mut out = Vec::new();
    let named: Vec<&Series<'a>> = all.iter().filter(|series| series.named.is_some() && measures(series)).collect();
    for series in &named {
        let main = series.main();
        for point in series.told() {
            let near = |other: &&&Point<'a>| point.period.end().year().abs_diff(other.period.end().year()) <= 1;
            let off = main.iter().filter(near).find(|other| slip(point, other) && weight(point, other));
            out.extend(off.and_then(|other| finding(series, point, other)));
        }
    }
    let mut in_dollars: FxHashMap<_, Vec<&Series<'a>>> = FxHashMap::default();
    for dollars in named.iter().copied().filter(|series| series.unit == "USD") {
        in_dollars.entry((dollars.page_id(), &dollars.area)).or_default().push(dollars);
    }
    for dong in named.iter().filter(|series| series.unit == "VND") {
        for dollars in in_dollars.get(&(dong.page_id(), &dong.area)).into_iter().flatten() {
            out.extend(currency(dong, dollars));
        }
    }
    out
}

fn measures(series: &Series<'_>) -> bool {
    series.unit != "%" && series.unit != RANK
}

/// Of two values the one that fewer tell is named first; of equals the later one.
fn weight(point: &Point<'_>, other: &Point<'_>) -> bool {
    let day = |p: &Point<'_>| p.period.end().last_day();
    let id = |p: &Point<'_>| p.from.first().map_or("", |join| join.figure.report.id.as_str()).to_owned();
    (other.from.len(), day(point), id(point)) > (point.from.len(), day(other), id(other))
}

/// Whether two values differ by 100, 1000, … and hardly by anything else. Ten times may be real, a hundred times within a
/// year is not; a year's growth on top of the slip is at most a fifth.
pub fn slip(a: &Point<'_>, b: &Point<'_>) -> bool {
    let (small, large) = (a.number.min(b.number), a.number.max(b.number));
    let ratio = large / small;
    let power = power_of_ten(ratio).unwrap_or(1.0);
    small > 0.0 && power >= 100.0 && (ratio / power - 1.0).abs() <= 0.2
}

fn finding<'a>(series: &Series<'a>, x: &Point<'a>, y: &Point<'a>) -> Option<Finding<'a>> {
    let (a, b) = (x.from.first()?.figure, y.from.first()?.figure);
    let unit = series.unit.as_str();
    Some(Finding::new(
        FindingKind::Scale,
        Verdict::Inconsistent,
        vec![a, b],
        amount(Stated::level(a.observation)?, unit),
        amount(Stated::level(b.observation)?, unit),
        &series.indicator,
    ))
}

/// A value in đồng against those in dollars of the same indicator: turned into dollars it is off by more than growth
/// explains, and it fits when its words are read as dollars.
fn currency<'a>(dong: &Series<'a>, dollars: &Series<'a>) -> Option<Finding<'a>> {
    let others = dollars.main();
    for point in dong.main() {
        let year = point.period.end().year();
        let near = |p: &&&Point<'a>| p.period.end().year().abs_diff(year) <= YEARS;
        let other = others.iter().filter(near).min_by_key(|p| p.period.end().year().abs_diff(year))?;
        let yearly = other.number * per_year(other.period);
        let (low, high) = (point.number / RATE.1, point.number / RATE.0);
        let off = high * GROWTH < yearly || low > yearly * GROWTH;
        // "120 nghìn tỷ đồng" read as 120 tỷ USD.
        let read = point.number / 1000.0;
        let fits = read / yearly < GROWTH && yearly / read < GROWTH;
        if off && fits {
            let (a, b) = (point.from.first()?.figure, other.from.first()?.figure);
            let computed = Stated::exactly(yearly);
            let stated = Stated { number: point.number / ((RATE.0 + RATE.1) / 2.0), low, high, step: 0.0 };
            return Some(Finding::new(
                FindingKind::Scale,
                Verdict::Inconsistent,
                vec![a, b],
                amount(stated, "USD"),
                amount(computed, "USD"),
                &dong.indicator,
            ));
        }
    }
    None
}

/// How many such periods make a year, roughly.
fn per_year(period: Period) -> f64 {
    match period {
        Period::At(Moment::Half(..)) => 2.0,
        Period::At(Moment::Quarter(..)) => 4.0,
        Period::At(Moment::Month(..)) => 12.0,
        _ => 1.0,
    }
}
