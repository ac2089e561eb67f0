//! The times that a sentence tells: the period at its front, that of a figure, and what a change is compared with.

use std::ops::Range;

use super::clause::FIGURES;
use super::context::Context;
use super::join::Draft;
use crate::lexicon::{Class, Mask};
use crate::model::{Moment, Period};
use crate::rules::{ChangeValue, Scene, Time, UnitKind, Value};

/// A period at the front of a sentence holds until the next one: "Năm 2024, …", "Bước sang năm 2024, …".
pub fn front(scene: &Scene<'_>, sentence: &Range<usize>, context: &Context) -> Option<Period> {
    const LEAD: Mask =
        Mask::of(&[Class::Connector, Class::Frame, Class::Dash, Class::Comma, Class::Conjunction, Class::OtherMark]);
    const MARK: Mask = Mask::of(&[Class::Comma, Class::Colon, Class::Dash, Class::Open]);
    const STOP: Mask =
        Mask::of(&[Class::Predicate, Class::Comma, Class::Semicolon, Class::Auxiliary, Class::Head, Class::Against]);
    let nodes = &scene.nodes[sentence.clone()];
    let at = nodes.iter().take(6).position(|n| n.mask.has(Class::Period))?;
    let led = nodes[..at].iter().all(|n| n.mask.meets(LEAD));
    if !led && nodes[..at].iter().any(|n| n.mask.meets(FIGURES) || n.mask.meets(STOP)) {
        return None;
    }
    let next = nodes.get(at + 1).map_or(Mask::NONE, |n| n.mask);
    let fronted = next.meets(MARK)
        || led && (next.has(Class::Content) || next.meets(Mask::of(&[Class::Target, Class::AreaWord, Class::Scope])));
    let points = matches!(
        scene.value(&nodes[at])?,
        Value::Time(
            Time::Now
                | Time::PastYears(_)
                | Time::NextYears(_)
                | Time::Same
                | Time::SameOf(_)
                | Time::Before(_)
                | Time::YearStart
        )
    );
    (fronted && !points).then(|| context.time_of(scene, &nodes[at]))?
}

/// Whether a fronted period is one that a section is about.
pub fn holds_on(period: Period) -> bool {
    !matches!(period, Period::At(Moment::Day(..) | Moment::Month(..)) | Period::Until(_))
}

/// What a change is compared with: right behind it, or at the front of its clause.
pub fn comparison(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<Time> {
    let told = |i: usize| match scene.value(&scene.nodes[i]) {
        Some(Value::Comparison(time)) => Some(time),
        Some(Value::Time(time @ (Time::Same | Time::SameOf(_)))) => Some(Some(time)),
        _ => None,
    };
    const PASSED: Mask =
        Mask::of(&[Class::Open, Class::Comma, Class::Period, Class::Frame, Class::Adverb, Class::Auxiliary]);
    // "gấp 1,65 lần năm 2020": what stands right behind the times is what they are of.
    let times = matches!(scene.value(&scene.nodes[at]), Some(Value::Change(ChangeValue { size: Some(size), .. }))
        if size.unit.is_some_and(|unit| unit.kind == UnitKind::Times));
    if times && let Some(Value::Time(time)) = scene.nodes[..sentence.end].get(at + 1).and_then(|n| scene.value(n)) {
        return Some(time);
    }
    for i in at + 1..sentence.end.min(at + 6) {
        if let Some(time) = told(i) {
            return time;
        }
        if !scene.nodes[i].mask.meets(PASSED) {
            break;
        }
    }
    for i in (sentence.start..at).rev() {
        let mask = scene.nodes[i].mask;
        if let Some(time) = told(i) {
            return time;
        }
        if mask.meets(FIGURES) || mask.has(Class::Semicolon) {
            break;
        }
    }
    None
}

/// "A tăng 5%, B tăng 3% so với cùng kỳ": a comparison told with a later change holds for those before it.
pub fn later_comparison(scene: &Scene<'_>, sentence: &Range<usize>, rest: &[Draft]) -> Option<Time> {
    rest.iter().skip(1).find_map(|draft| draft.change.and_then(|(at, _)| comparison(scene, sentence, at)))
}

/// Whether a figure is one that what stands behind it is compared with: so many times, or so many per cent of it.
fn compares(scene: &Scene<'_>, at: usize) -> bool {
    match scene.value(&scene.nodes[at]) {
        Some(Value::Change(ChangeValue { size: Some(size), .. })) => {
            size.unit.is_some_and(|unit| unit.kind == UnitKind::Times)
        }
        Some(Value::Quantity(size)) => {
            size.unit.is_some_and(|unit| unit.kind == UnitKind::Percent)
                && at.checked_sub(1).is_some_and(|before| scene.nodes[before].mask.has(Class::Same))
        }
        _ => false,
    }
}

/// The period told in a figure's own clause.
pub fn own_period(scene: &Scene<'_>, clause: &Range<usize>, draft: &Draft, context: &Context) -> Option<Period> {
    // "tăng gần 3 lần trong 5 năm qua, đạt 75%": only a rate is of all the years, a level is of the last.
    let rate = draft.unit.as_deref() == Some("%")
        && matches!(scene.value(&scene.nodes[draft.at]),
        Some(Value::Quantity(q)) if q.unit.is_some_and(|unit| unit.per.is_some()));
    let told = |i: usize| match scene.value(&scene.nodes[i]) {
        // "gấp 1,65 lần năm 2020", "bằng 118% năm 2021": what stands right behind is what is compared with.
        Some(Value::Time(_)) if i > 0 && compares(scene, i - 1) => None,
        Some(Value::Time(time @ Time::PastYears(_))) => {
            let years = context.resolve(time, context.period())?;
            Some(if rate { years } else { Period::At(years.end()) })
        }
        _ => context.time_of(scene, &scene.nodes[i]),
    };
    let at = draft.at;
    let before = (clause.start..at).rev().find_map(told);
    const LINK: Mask = Mask::of(&[Class::Frame, Class::Content, Class::Preposition, Class::Close]);
    let after =
        || (at + 1..clause.end).take_while(|&i| scene.nodes[i].mask.meets(LINK) || told(i).is_some()).find_map(told);
    before.or_else(after)
}
