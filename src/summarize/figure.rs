//! What of a figure decides how its indicator is told: whether it counts a noun, describes what stands behind it, or is a
//! share of a plan.

use crate::lexicon::{Class, Mask, change, indicator};
use crate::rules::{Scene, UnitKind, Value};
use crate::text::Span;

use super::following::following;

/// Between a part and its whole.
pub const WITHIN: &str = "trong";

/// What of a figure decides how its indicator is told.
pub struct Figure {
    /// The counted noun.
    pub noun: Option<Span>,
    /// "98,3% hồ sơ", "5.218 ha lúa": a share or a measure of what stands behind it.
    pub describes: bool,
    /// "103% kế hoạch".
    pub of_plan: bool,
    /// Whether its qualifier says that it is estimated or expected.
    pub estimated: bool,
    /// Whether it is per cent.
    pub share: bool,
    /// Whether it is a share in per cent or as a fraction, or tells of one in points.
    pub portion: bool,
    /// Whether it is a fraction without a noun.
    pub fraction: bool,
    /// Whether it is a number without a unit.
    pub bare: bool,
}

impl Figure {
    /// Looks at the figure at a node.
    pub fn of(scene: &Scene<'_>, at: usize) -> Self {
        let (unit, estimated) = match scene.value(&scene.nodes[at]) {
            Some(Value::Quantity(q)) => (q.unit, q.estimate || q.expected),
            Some(Value::Ratio(_, _, unit)) => (unit, false),
            _ => (None, false),
        };
        let noun = match unit.map(|u| u.kind) {
            Some(UnitKind::Noun(span)) => Some(span),
            _ => None,
        };
        let share = unit.is_some_and(|u| u.kind == UnitKind::Percent);
        let next = scene.nodes.get(at + 1).map_or(Mask::NONE, |n| n.mask);
        // "bằng 103% kế hoạch", "bằng 118% năm 2021".
        let equals = at.checked_sub(1).is_some_and(|i| scene.nodes[i].mask.has(Class::Same));
        let of_plan =
            share && (next.has(Class::Plan) || equals && next.meets(Mask::of(&[Class::Period, Class::Comparison])));
        let measure = matches!(unit.map(|u| u.kind), Some(UnitKind::Listed(row)) if row >= 5);
        // "100% xã có bác sĩ": a word for a place is what the share is of.
        let thing = next.has(Class::Content) || share && next.has(Class::AreaWord);
        let describes = (share || measure) && thing && !of_plan && !whole(scene, at + 1);
        // "ước khoảng 1.767.766 lao động": the qualifier is the predicate.
        let points = unit.is_some_and(|u| u.kind == UnitKind::Points);
        let fraction = unit.is_none() && matches!(scene.value(&scene.nodes[at]), Some(Value::Ratio(..)));
        let portion = share || points || fraction;
        Self {
            noun: noun.filter(|_| !estimated),
            describes,
            of_plan,
            estimated,
            share,
            portion,
            fraction,
            bare: unit.is_none(),
        }
    }
}

/// Whether the words from a node on name a whole that shares are of: "dân số", "tổng dư nợ", "GRDP".
pub fn whole(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words(&scene.nodes[at]).to_lowercase();
    indicator::SHARED
        .iter()
        .any(|shared| words.strip_prefix(shared).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// "so với kế hoạch", from the words behind a share of a plan.
pub fn compared_with(scene: &Scene<'_>, at: usize, end: usize) -> String {
    let next = &scene.nodes[at + 1];
    match scene.value(next) {
        Some(Value::Comparison(_)) => scene.words(next).to_owned(),
        Some(Value::Time(_)) => format!("{} {}", change::AGAINST, scene.words(next)),
        _ => format!("{} {}", change::AGAINST, in_full(&following(scene, at, end).unwrap_or_default())),
    }
}

/// A plan with the short form that it opens with written in full: "KH năm" is "kế hoạch năm".
pub fn in_full(plan: &str) -> String {
    let (first, rest) = plan.split_once(' ').unwrap_or((plan, ""));
    let full = indicator::SHORT_PLANS.iter().find(|(short, _)| *short == first);
    full.map_or_else(|| plan.to_owned(), |(_, full)| format!("{full} {rest}").trim_end().to_owned())
}
