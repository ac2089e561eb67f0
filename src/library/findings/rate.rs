//! A yearly rate and a multiple over the same years: 35 % a year for five years is no three times.

use super::{Finding, FindingKind, amount, verdict};
use crate::lexicon::series::EMPTY_WORDS;
use crate::library::{Collection, Figure, Stated};
use crate::model::{Bound, Direction, Moment, Period};
use crate::text::fold_into;

/// How far apart the two may stand, in code points.
const NEAR: usize = 320;
/// What says that a rate is one a year.
const YEARLY: [&str; 8] =
    ["/năm", "mỗi năm", "hằng năm", "hàng năm", "một năm", "bình quân năm", "bình quân", "trung bình"];
/// Words that speak of growth and not of what grows; folded.
const OF_GROWTH: [&str; 14] =
    ["tốc", "độ", "mức", "tỷ", "lệ", "tăng", "trưởng", "cao", "bình", "quân", "lĩnh", "vực", "ngành", "trung"];

/// Checks each yearly rate of several years against a multiple told near it, of the same thing and over the same years.
pub fn check(collection: &Collection) -> Vec<Finding<'_>> {
    let mut out = Vec::new();
    for report in &collection.reports {
        for rate in Figure::all_of(report) {
            let Some((years, told)) = yearly(rate) else { continue };
            let near = Figure::all_of(report).filter(|other| other.observation.at.abs_diff(rate.observation.at) < NEAR);
            for level in near.filter(|level| same_thing(rate, *level)) {
                out.extend(compare(rate, told, years, level));
            }
        }
    }
    out
}

/// The years and the size of a rate that is told for each of several years: as a level ("tốc độ tăng trưởng 35%/năm") or
/// as a change ("tăng bình quân 35%/năm").
fn yearly(figure: Figure<'_>) -> Option<((u16, u16), Stated)> {
    let o = figure.observation;
    let Period::Range(Moment::Year(from), Moment::Year(to)) = o.period? else { return None };
    let told = YEARLY.iter().any(|word| o.quote.contains(word));
    (told && to > from).then_some(())?;
    let size = match &o.change {
        Some(change) if o.number.is_none() => {
            let share = change.unit.as_deref() == Some("%") && change.direction == Direction::Up;
            let bound = change.bound.unwrap_or(Bound::Exact);
            Stated::new(change.number.filter(|_| share)?.get(), change.high.map(|n| n.get()), bound, &o.quote)
        }
        _ => Stated::level(o).filter(|_| o.unit.as_deref() == Some("%"))?,
    };
    Some(((from, to), size))
}

/// Whether the rate is of what the level measures: each of its words stands in the name of the level.
fn same_thing(rate: Figure<'_>, level: Figure<'_>) -> bool {
    let words = |figure: Figure<'_>| -> Vec<String> {
        let name = figure.observation.indicator.as_deref().unwrap_or_default();
        let folded = name.split_whitespace().map(|word| {
            let mut out = String::new();
            fold_into(word, &mut out);
            out
        });
        folded.filter(|word| !OF_GROWTH.contains(&word.as_str()) && !EMPTY_WORDS.contains(&word.as_str())).collect()
    };
    let (rate, level) = (words(rate), words(level));
    !rate.is_empty() && rate.iter().all(|word| level.contains(word))
}

fn compare<'a>(rate: Figure<'a>, told: Stated, (from, to): (u16, u16), level: Figure<'a>) -> Option<Finding<'a>> {
    let change = level.observation.change.as_ref()?;
    let base = change.against.map(|against| against.end().year())?;
    let until = level.observation.period?.end().year();
    let multiple = change.unit.as_deref() == Some("times") && change.direction == Direction::Up;
    if !multiple || base != from || until != to {
        return None;
    }
    let times = change.number?.get();
    let times = Stated::new(times, None, change.bound.unwrap_or(Bound::Exact), "");
    // "trong 5 năm qua" may mean five steps or the four between five years.
    let steps = to - from;
    let root = |value: f64, years: u16| (root(value, years) - 1.0) * 100.0;
    let computed = Stated {
        number: root(times.number, steps),
        low: root(times.low, steps + 1),
        high: root(times.high, steps),
        step: 0.0,
    };
    let agrees = told.meets(computed);
    let operands = vec![rate, level];
    Some(Finding::new(
        FindingKind::Rate,
        verdict(agrees),
        operands,
        amount(told, "%"),
        amount(computed, "%"),
        level.indicator(),
    ))
}

/// The root of a number above zero, by Newton's steps from above.
fn root(value: f64, degree: u16) -> f64 {
    let n = f64::from(degree);
    let mut guess = value.max(1.0);
    for _ in 0..200 {
        let power = (1..degree).fold(1.0, |power, _| power * guess);
        let next = guess - (guess * power - value) / (n * power);
        if (guess - next).abs() < 1e-12 * guess {
            break;
        }
        guess = next;
    }
    guess
}

#[cfg(test)]
mod tests {
    use super::root;

    #[test]
    fn roots_are_those_of_the_standard_library() {
        for (value, degree) in [(3.0, 4), (3.0, 5), (1.75, 4), (0.5, 3), (100.0, 2), (1.0, 9), (20.0, 1)] {
            let exact = f64::powf(value, 1.0 / f64::from(degree));
            assert!((root(value, degree) - exact).abs() < 1e-9, "{value} {degree}");
        }
    }
}
