//! When a clause says that something happened: a day, a month or a year of its own, and not one that a figure is counted
//! up to or compared with.

use std::ops::Range;

use super::context::Context;
use super::entries::Sentence;
use crate::lexicon::{Class, Mask};
use crate::model::{Moment, Period};
use crate::rules::{Part, Scene, Time, Value};

pub fn is_day(period: &Period) -> bool {
    matches!(period, Period::At(Moment::Day(..)))
}

/// The day that a run tells as the time of what it says: not one up to, from or since which something is counted, nor
/// one that something is compared with.
pub fn day(sentence: &Sentence<'_, '_>, run: Range<usize>, context: &Context) -> Option<Period> {
    const NOT: Mask = Mask::of(&[Class::To, Class::From, Class::UpTo, Class::Against, Class::RunningTotal]);
    let nodes = &sentence.scene.nodes;
    let today = |i: usize| match sentence.arg(i, Class::Occasion) {
        Some(1) => context.published,
        Some(2) => context.published.and_then(day_before),
        _ => None,
    };
    run.clone().find_map(|i| {
        let told = sentence.scene.value(&nodes[i]);
        let until = matches!(told, Some(Value::Time(Time::Until(_) | Time::UntilPart(_))));
        let counted = || {
            counted_to(sentence.scene, i) || (run.start.max(i.saturating_sub(3))..i).any(|b| nodes[b].mask.meets(NOT))
        };
        let told = match told {
            Some(Value::Time(Time::Part(Part::Day(month, _)))) => after_the_year(sentence, month, context),
            _ => None,
        };
        told.map(|year| match context.time_of(sentence.scene, &nodes[i]) {
            Some(Period::At(Moment::Day(_, m, d))) => Period::At(Moment::Day(year, m, d)),
            other => other.unwrap_or(Period::of_year(year)),
        })
        .or_else(|| context.time_of(sentence.scene, &nodes[i]))
        .filter(|p| is_day(p) && !until && !counted())
        .or_else(|| today(i).filter(is_day))
    })
}

/// Whether the fact of a node took a word that says "up to" or "since".
fn counted_to(scene: &Scene<'_>, at: usize) -> bool {
    const TO: Mask = Mask::of(&[Class::To, Class::UpTo, Class::RunningTotal, Class::From, Class::SamePeriod]);
    let node = &scene.nodes[at];
    node.fact != crate::rules::NO_FACT && scene.opening(node).meets(TO)
}

/// A year is summed up when it is over: where no date of publication tells otherwise, a day of the first months is of the
/// next.
fn after_the_year(sentence: &Sentence<'_, '_>, month: u8, context: &Context) -> Option<u16> {
    let sums = sentence.find(sentence.range.clone(), Class::SumUp).is_some();
    match (context.published, context.report?) {
        (None, Period::At(Moment::Year(year))) if month <= 3 && sums => Some(year + 1),
        _ => None,
    }
}

fn day_before(period: Period) -> Option<Period> {
    match period {
        Period::At(Moment::Day(y, m, d)) if d > 1 => Some(Period::At(Moment::Day(y, m, d - 1))),
        Period::At(Moment::Day(y, m, _)) if m > 1 => {
            let (y, m, d) = Moment::Month(y, m - 1).last_day();
            Some(Period::At(Moment::Day(y, m, d)))
        }
        Period::At(Moment::Day(y, ..)) => Some(Period::At(Moment::Day(y.checked_sub(1)?, 12, 31))),
        _ => None,
    }
}

/// A month that the clause names with its word, where no day is told.
pub fn month(sentence: &Sentence<'_, '_>, clause: &Range<usize>, context: &Context) -> Option<Period> {
    clause.clone().find_map(|i| {
        context
            .time_of(sentence.scene, &sentence.scene.nodes[i])
            .filter(|p| matches!(p, Period::At(Moment::Month(..))) && !counted_to(sentence.scene, i))
    })
}

/// A year that stands at the front of a run, or in the name of a document there.
pub fn year(sentence: &Sentence<'_, '_>, run: Range<usize>, context: &Context) -> Option<Period> {
    run.clone().find_map(|i| {
        let compared = i > run.start && sentence.scene.nodes[i - 1].mask.has(Class::Against);
        let node = &sentence.scene.nodes[i];
        let told = match sentence.scene.value(node)? {
            Value::Act(act) => act.date.and_then(|time| context.resolve(time, context.period())),
            _ => context.time_of(sentence.scene, node),
        };
        told.filter(|p| matches!(p, Period::At(Moment::Year(_)) | Period::Range(..)) && !compared)
    })
}
