//! Names that say what a figure is measured against: what a plan asks for, how far something is off it, a fraction of
//! something else.

use std::ops::Range;

use super::clause::FIGURES;
use super::figure::in_full;
use super::following::following;
use super::named::{Named, with_owner};
use crate::lexicon::{Class, Mask, change, indicator};
use crate::rules::{Scene, UnitKind, Value};

/// "vượt 0,3 điểm phần trăm so với kế hoạch": by how much something is off its plan is measured against it.
pub fn against_a_plan(scene: &Scene<'_>, at: usize, end: usize, name: &str) -> Option<String> {
    let next = scene.nodes[..end].get(at + 1)?;
    let words = scene.words(next).to_lowercase();
    let planned = indicator::PLANS.iter().any(|plan| words.contains(plan));
    let off = planned && matches!(scene.value(next), Some(Value::Comparison(_))) && !name.contains(change::AGAINST);
    off.then(|| format!("{name} {}", scene.words(next)))
}

/// "bằng 1/3 bưu chính Trung Quốc", "bằng khoảng 2/3 mục tiêu": what a fraction is of.
pub fn fraction_of(scene: &Scene<'_>, at: usize, end: usize) -> Option<String> {
    const LARGEST: u64 = 10;
    let nodes = &scene.nodes;
    at.checked_sub(1).filter(|&i| nodes[i].mask.has(Class::Same))?;
    let Some(Value::Ratio(_, whole, unit)) = scene.value(&nodes[at]) else { return None };
    whole.small(LARGEST)?;
    let noun = match unit.map(|unit| unit.kind) {
        Some(UnitKind::Noun(noun)) => noun.of(scene.text),
        _ => "",
    };
    let plan = || nodes[..end].get(at + 1).map(|n| scene.words(n)).filter(|plan| indicator::PLANS.contains(plan));
    let rest = following(scene, at, end).or_else(|| plan().map(str::to_owned)).unwrap_or_default();
    let of = format!("{noun} {rest}");
    Some(format!("{} {}", change::AGAINST, of.trim())).filter(|_| !of.trim().is_empty())
}

/// What a plan asks for: "chưa đạt chỉ tiêu 90%", "(kế hoạch: 10 - 12%)", "KH 30,5m2".
pub fn planned(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    left: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let nodes = &scene.nodes;
    let close = || {
        let plan = left.clone().rev().find(|&i| !nodes[i].mask.meets(Mask::of(&[Class::Colon, Class::Auxiliary])))?;
        (nodes[plan].mask.has(Class::Plan) && plan + 3 >= at).then_some(plan..plan + 1)
    };
    let plan = asked(scene, left, at).or_else(close)?;
    let base = named.in_sentence(sentence)?;
    // What is compared with a plan is told before: "so với kế hoạch".
    let base = base.split(change::AGAINST).next().unwrap_or(base).trim_end();
    Some(with_owner(base, &in_full(scene.words_of(&nodes[plan]))))
}

/// "mục tiêu Chính phủ giao là 54 tỷ USD", "kế hoạch đề ra: 120 xã": the plan that "là" or a colon leads from, with who
/// set it.
pub fn asked(scene: &Scene<'_>, left: &Range<usize>, at: usize) -> Option<Range<usize>> {
    const SET: Mask = Mask::of(&[Class::Content, Class::Verb, Class::Auxiliary, Class::Period, Class::Country]);
    const LONGEST: usize = 6;
    let nodes = &scene.nodes;
    let link = at.checked_sub(1).filter(|&i| i >= left.start)?;
    let leads = nodes[link].mask.has(Class::Colon) || scene.arg(&nodes[link], Class::Predicate) == Some(1);
    let plan = (left.start..link).rev().take(LONGEST).find(|&i| nodes[i].mask.has(Class::Plan))?;
    let off = plan > left.start && nodes[plan - 1].mask.has(Class::Against);
    let set = nodes[plan + 1..link].iter().all(|n| n.mask.meets(SET) && !n.mask.has(Class::Head));
    (leads && set && !off && !nodes[plan].mask.meets(FIGURES)).then_some(plan..link)
}
