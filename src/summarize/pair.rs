//! Now and then: "giảm 306 vụ (848/1.154 vụ)" tells the present value and the earlier one, not a part of a whole. Settled
//! reading 7 of the guide.

use std::ops::Range;

use super::join::Draft;
use crate::rules::{ChangeValue, Decimal, Scene, Value};

/// A change with the node that it stands at.
type ChangeAt = (usize, ChangeValue);

/// The change of the last figure.
pub fn last_change(drafts: &[Draft]) -> Option<ChangeAt> {
    drafts.last().and_then(|draft| draft.change)
}

/// The change that a pair of numbers stands with: the one before it or the one behind it, if its size is the difference.
pub fn now_and_then(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    at: usize,
    (now, then): (Decimal, Decimal),
    before: Option<ChangeAt>,
) -> Option<ChangeAt> {
    let difference = (now.number().get() - then.number().get()).abs();
    let fits = |(_, value): &ChangeAt| {
        let told = value.size.map_or(0.0, |size| size.low.number().get());
        difference > 0.0 && (told - difference).abs() < 1e-9 * difference
    };
    let behind = || {
        (at + 1..sentence.end.min(at + 4)).find_map(|i| match scene.value(&scene.nodes[i]) {
            Some(Value::Change(value)) => Some((i, value)),
            _ => None,
        })
    };
    before.filter(fits).or_else(|| behind().filter(fits))
}

/// Adds the present value with its change, and the earlier value.
pub fn push_pair(
    scene: &Scene<'_>,
    at: usize,
    (now, then): (Decimal, Decimal),
    change: ChangeAt,
    unit: Option<String>,
    drafts: &mut Vec<Draft>,
) {
    let node = &scene.nodes[at];
    let tokens = &scene.tokens[node.first as usize..node.last as usize];
    let Some(stroke) = tokens.iter().position(|token| token.span.of(scene.text) == "/") else { return };
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    let told = drafts.iter_mut().rev().find(|d| d.change.is_some_and(|(i, _)| i == change.0));
    match told {
        // "213 vụ, giảm 21 vụ so cùng kỳ (213/234 vụ)": the present value was told before.
        Some(draft) if draft.number.is_some() => draft.pair = Some((now, then)),
        _ => drafts.push(Draft {
            number: Some(now),
            unit: unit.clone(),
            change: Some(change),
            pair: Some((now, then)),
            span: first.span.to(tokens[stroke.saturating_sub(1)].span),
            ..Draft::at(scene, at)
        }),
    }
    let span = tokens[(stroke + 1).min(tokens.len() - 1)].span.to(last.span);
    drafts.push(Draft { number: Some(then), unit, earlier: true, span, ..Draft::at(scene, at) });
}
