//! Figures in a row that one verb moves: "tăng 2,61% so với tháng 12 và 3,38% so với cùng kỳ", "giảm 8 đơn vị cấp huyện, 561
//! đơn vị cấp xã".

use std::ops::Range;

use super::join::Draft;
use crate::lexicon::{Class, Mask};
use crate::rules::{ChangeValue, Quantity, Scene, UnitKind};

/// A change that goes on from the one before without its verb: "tăng 2,61% so với tháng 12/2024 và 3,38% so với cùng kỳ",
/// "giảm lần lượt 2,27% và 6,91%".
pub fn goes_on(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    at: usize,
    size: Quantity,
    drafts: &[Draft],
    pending: Option<(usize, ChangeValue)>,
) -> Option<ChangeValue> {
    const JOINT: Mask = Mask::of(&[Class::Conjunction, Class::Comma]);
    const ABOUT: Mask = Mask::of(&[Class::Preposition, Class::Content, Class::Comparison, Class::Period]);
    let nodes = &scene.nodes;
    let told_last = || drafts.iter().filter_map(|d| d.change).filter(|&(i, _)| i < at).max_by_key(|&(i, _)| i);
    let (before, value) = pending.or_else(told_last)?;
    let told = value.size?.unit?;
    // "tăng 611 tỷ đồng (9,1%) so với đầu năm": the same change once more, in per cent.
    let share = size.unit.is_some_and(|unit| unit.kind == UnitKind::Percent) && told.kind != UnitKind::Percent;
    let closed = nodes.get(at + 1).is_some_and(|n| n.mask.has(Class::Close));
    if share && closed && before + 2 == at && nodes[before + 1].mask.has(Class::Open) {
        return Some(ChangeValue { size: Some(size), from: None, to: None, object: None, ..value });
    }
    let alike = size.unit.is_some_and(|unit| unit.kind == told.kind && unit.kind != UnitKind::Steps)
        && !matches!(told.kind, UnitKind::Listed(_) | UnitKind::Noun(_));
    if !alike || at <= sentence.start || !nodes[at - 1].mask.meets(JOINT) || size.estimate {
        return None;
    }
    let between = scene.run_of(before + 1..at);
    let listed = nodes[before.saturating_sub(3)..=before].iter().any(|n| n.mask.has(Class::Respectively))
        || scene.words(&nodes[before]).contains(RESPECTIVELY);
    let only = between.iter().all(|n| n.mask.meets(JOINT) || n.mask.has(Class::Quantity));
    let compared = nodes[at + 1..sentence.end].iter().take(4).take_while(|n| n.mask.meets(ABOUT));
    let compared = compared.into_iter().any(|n| n.mask.has(Class::Comparison));
    let plain = between.iter().all(|n| n.mask.meets(JOINT) || n.mask.meets(ABOUT));
    (listed && only || compared && plain).then_some(ChangeValue {
        size: Some(size),
        from: None,
        to: None,
        against: None,
        object: None,
        ..value
    })
}

/// "giảm 8 đơn vị cấp huyện, 561 đơn vị cấp xã", "giảm 12 phòng, 5 trung tâm": counted nouns in a row, all of which the verb
/// moves; nothing is told of the second one but what it is.
pub fn lists_changes(scene: &Scene<'_>, change: usize, value: ChangeValue, at: usize, size: Quantity) -> bool {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction]);
    const END: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Dot, Class::Conjunction, Class::Close]);
    let counts = |size: Quantity| match size.unit.map(|unit| unit.kind) {
        Some(UnitKind::Noun(noun)) => noun.of(scene.text).split(' ').next(),
        _ => None,
    };
    let between = scene.run_of(change + 1..at);
    let (first, second) = (value.size.and_then(counts), counts(size));
    let ends = scene.nodes.get(at + 1).is_none_or(|n| n.mask.meets(END));
    let alike = first.is_some() && second.is_some() && (first == second || ends);
    between.len() == 1 && between[0].mask.meets(JOINT) && alike
}

/// What says that each of some figures goes with its own of some others.
pub const RESPECTIVELY: &str = "lần lượt";
