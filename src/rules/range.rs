//! Ranges: "60-70 tr.đ", "từ 7,5 đến 8%", "4,5 – 5 triệu/tháng".

use super::engine::{Match, Node};
use super::quantity::{DONG, ends_large, number, qualifier, shared_power};
use super::scene::Scene;
use super::value::{Quantity, UnitKind, UnitValue, Value};
use crate::lexicon::Class;
use crate::model::Bound;

pub(super) fn range(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (low, _) = number(scene, found.get(3)?)?;
    let (high, spelled) = number(scene, found.get(6)?)?;
    let unit_of = |at: usize| match found.get(at).and_then(|n| scene.value(n)) {
        Some(Value::Unit(unit)) => Some(unit),
        _ => None,
    };
    let second = if found.pattern_len() > 8 {
        let first = found.get(7)?;
        let last = found.all(8).last().unwrap_or(first);
        Some(UnitValue { kind: UnitKind::Noun(scene.span(first).to(scene.span(last))), per: None })
    } else {
        unit_of(7)
    };
    // "60-70 tr.đ", "2 - 3 tỷ": millions of nothing are đồng.
    let assumed = second.is_none() && found.get(4).is_none() && ends_large(scene, found.get(6)?);
    let second = second.or_else(|| assumed.then_some(DONG));
    // "từ 7,5 đến 8%": the unit stands once; told twice it must be the same.
    if unit_of(4).is_some_and(|first| second.is_none_or(|s| s.kind != first.kind)) {
        return None;
    }
    // "2 - 3 tỷ": the multiplier stands once as well.
    let low = if low.number().get() >= high.number().get() {
        return None;
    } else {
        low.shifted(shared_power(scene, found.get(3)?, found.get(6)?))
    };
    let dash = found.get(5)?.mask.has(Class::Dash);
    if second.is_none() && found.get(2).is_none() && dash {
        return None;
    }
    let weak = found.pattern_len() > 8
        && found.get(7).is_some_and(|noun| scene.words(noun).eq_ignore_ascii_case("tuổi"))
        && !found.after(Class::Predicate);
    let q = qualifier(scene, found.all(1), None);
    let told = q.quantity(low, second, spelled);
    Some(Value::Quantity(Quantity { high: Some(high), bound: Bound::Range, weak, assumed, ..told }))
}

/// The last word of "/người/năm", which item `at` and perhaps a stroke and a word behind it took.
pub(super) fn per_end<'s>(found: &Match<'s>, at: usize) -> Option<&'s Node> {
    match (found.get(at + 1), found.get(at + 2)) {
        (Some(_), None) | (None, Some(_)) => None,
        (_, second) => second.or(found.get(at)),
    }
}

/// "4,5 – 5 triệu/tháng".
pub(super) fn range_per(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (first, second) = (found.get(3)?, found.get(5)?);
    let ((low, _), (high, spelled)) = (number(scene, first)?, number(scene, second)?);
    let per = Some(scene.span(found.get(6)?).to(scene.span(per_end(found, 7)?)));
    let large = ends_large(scene, second) && low.number().get() < high.number().get();
    let low = low.shifted(shared_power(scene, first, second));
    let told = qualifier(scene, found.all(1), None).quantity(low, Some(UnitValue { per, ..DONG }), spelled);
    large.then_some(Value::Quantity(Quantity { high: Some(high), bound: Bound::Range, ..told }))
}
