//! Figures without a unit of their own take one that is told for them: of the figure that they are parts of, of the last
//! of a list, of the figure before their brackets.

use std::ops::Range;

use super::join::Draft;
use super::observation::unit_name;
use crate::lexicon::{Class, Mask};
use crate::rules::{Node, Quantity, Scene, Value, shared_power};

/// A number in brackets without a unit of its own counts what the figure before them counts:
/// "47 nhiệm vụ (chuyển tiếp: 19; mới: 28)", "74 triệu hành khách (quốc tế 32,6 triệu)".
pub fn inherit_unit(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    at: usize,
    quantity: Quantity,
    drafts: &[Draft],
    draft: &mut Draft,
) {
    const BRACKETS: Mask = Mask::of(&[Class::Open, Class::Close]);
    if quantity.unit.is_some() && !quantity.assumed {
        return;
    }
    if quantity.unit.is_none()
        && let Some(last) = drafts.last()
        && continues(scene, sentence, last.at, at)
        && let Some(unit) = last.unit.as_deref().filter(|unit| !matches!(*unit, "%" | "times" | "VND"))
    {
        draft.unit = Some(unit.to_owned());
        return;
    }
    // "Tuyển sinh 11.250 người, gồm: cao đẳng 620, trung cấp 2.130".
    if quantity.unit.is_none()
        && let Some(whole) = drafts
            .iter()
            .rev()
            .find(|d| d.unit.as_deref().is_some_and(|unit| unit != "%") && lists(scene, d.at + 1..at))
        && drafts
            .iter()
            .rev()
            .take_while(|d| d.at != whole.at)
            .all(|d| d.unit == whole.unit || d.unit.as_deref().is_none_or(|unit| unit == "%"))
    {
        draft.unit.clone_from(&whole.unit);
        return;
    }
    // "lần lượt là 6.120 và 3.745 tỷ đồng".
    if let Some((power, unit)) = unit_to_come(scene, sentence, at) {
        draft.number = draft.number.map(|number| number.shifted(power));
        draft.unit = Some(unit);
        return;
    }
    let bracket = (sentence.start..at).rev().take(40).find(|&i| scene.nodes[i].mask.meets(BRACKETS));
    let Some(open) = bracket.filter(|&i| scene.nodes[i].mask.has(Class::Open)) else { return };
    let before = drafts.iter().rev().find(|d| d.at < open).and_then(|d| d.unit.as_deref());
    if let Some(unit) = before.filter(|unit| !matches!(*unit, "%" | "times")) {
        draft.unit = Some(unit.to_owned());
    }
}

/// The unit that the figures told "lần lượt" with this one have at their end, with the power of ten of its multipliers.
fn unit_to_come(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<(i16, String)> {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction]);
    let nodes = &scene.nodes;
    let before = nodes[sentence.start..at].iter().rev().take(6).any(|n| n.mask.has(Class::Respectively));
    let mut next = at + 1;
    while before && next + 1 < sentence.end && nodes[next].mask.meets(JOINT) {
        next += 1;
        let Some(Value::Quantity(told)) = scene.value(&nodes[next]) else { return None };
        if let Some(unit) = told.unit {
            return Some((shared_power(scene, &nodes[at], &nodes[next]), unit_name(scene, unit)));
        }
        next += 1;
    }
    None
}

/// Whether a run of nodes opens a list of the parts of what stands before it.
fn lists(scene: &Scene<'_>, run: Range<usize>) -> bool {
    let nodes = scene.run_of(run);
    let opens = nodes.iter().position(|n| n.mask.has(Class::Colon) || scene.arg(n, Class::Predicate) == Some(5));
    let ends = |n: &Node| n.mask.has(Class::Semicolon) || n.mask.has(Class::Head);
    opens.is_some() && !nodes.iter().any(ends)
}

/// Whether a bare number is of what the one before counts: "141 hồ sơ được chuyển, năm 2023 là 117", "Trong 3.171 hệ thống,
/// 2.493 đã được phê duyệt".
fn continues(scene: &Scene<'_>, sentence: &Range<usize>, before: usize, at: usize) -> bool {
    const LINK: Mask = Mask::of(&[Class::Comma, Class::Period, Class::Frame, Class::Predicate, Class::Auxiliary]);
    const DONE: Mask = Mask::of(&[Class::Auxiliary, Class::Verb]);
    let nodes = &scene.nodes;
    let comma = scene.run_of(before + 1..at).iter().rposition(|n| n.mask.has(Class::Comma)).map(|i| before + 1 + i);
    let Some(comma) = comma else { return false };
    let behind = scene.run_of(comma..at);
    let year = behind.iter().any(|n| n.mask.has(Class::Period)) && behind.iter().any(|n| n.mask.has(Class::Predicate));
    let then = year && behind.iter().all(|n| n.mask.meets(LINK));
    let of = before == sentence.start + 1 && nodes[sentence.start].mask.has(Class::Frame);
    let part = of && comma + 1 == at && nodes.get(at + 1).is_some_and(|n| n.mask.meets(DONE));
    then || part
}
