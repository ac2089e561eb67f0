//! The words behind a figure: what describes a counted noun, what a share is of, what an amount of money is for.

use std::ops::Range;

use super::phrase::{CIRCUMSTANCE, TAIL, acts, has_head, is_noun, words};
use crate::lexicon::{Class, Mask, indicator};
use crate::model::Bound;
use crate::rules::{Node, Scene, UnitKind, Value};

/// What ends the words behind a counted noun.
const END: Mask = Mask::of(&[
    Class::Comma,
    Class::Semicolon,
    Class::Dot,
    Class::Open,
    Class::Close,
    Class::Colon,
    Class::Quantity,
    Class::Change,
    Class::Ratio,
    Class::Rank,
    Class::Comparison,
    Class::Connector,
]);

/// The words behind a node, up to what ends the phrase. A predicate belongs to them ("81 trạm có bác sĩ") unless it leads
/// to the next figure ("5 doanh nghiệp đạt 3 tỷ đồng").
pub fn following(scene: &Scene<'_>, at: usize, end: usize) -> Option<String> {
    words(scene, reach(scene, at, end))
}

/// The node of a figure that is a part of the words behind another: "33 mặt hàng đạt kim ngạch trên 1 tỷ USD".
pub fn limit_behind(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let counted = matches!(scene.value(&scene.nodes[at]), Some(Value::Quantity(q))
        if q.unit.is_some_and(|unit| matches!(unit.kind, UnitKind::Noun(_))));
    let behind = if counted { reach(scene, at, end) } else { at..at };
    behind.into_iter().find(|&i| scene.nodes[i].mask.has(Class::Quantity) && limits(scene, i))
}

/// Where the words behind a node stand.
fn reach(scene: &Scene<'_>, at: usize, end: usize) -> Range<usize> {
    const NEXT: Mask = Mask::of(&[Class::Quantity, Class::Change, Class::Rank, Class::Ratio]);
    const ACT: Mask = Mask::of(&[Class::Reference, Class::Act, Class::ActNumber]);
    let nodes = &scene.nodes;
    // "412 khách hàng với số tiền 1.086 tỷ đồng": what is told with it is another thing.
    let with = |i: usize| {
        scene.arg(&nodes[i], Class::Preposition) == Some(2)
            && nodes.get(i + 1).is_some_and(|n| scene.arg(n, Class::Head) == Some(0) || n.mask.has(Class::Quantity))
    };
    // "1.236/1.290 trạm BTS (95,8%) hoạt động trở lại": what stands in brackets is told by the way.
    let at = match behind_brackets(nodes, at, end) {
        Some(close) => close,
        _ => at,
    };
    // "theo Quyết định số 204-QĐ/TW": what it is done by is not what is counted.
    let by_act = |i: usize| {
        scene.arg(&nodes[i], Class::Preposition) == Some(7)
            && nodes[i + 1..end.min(i + 4)].iter().any(|n| n.mask.meets(ACT))
    };
    // "120 phụ nữ trở lên khởi nghiệp": the qualifier is of the number.
    let at = if at + 1 < end && nodes[at + 1].mask.has(Class::BoundAfter) { at + 1 } else { at };
    // "3 tỷ hóa đơn có mã và 8 tỷ hóa đơn không mã", "41 vụ/52 đối tượng": another figure.
    let other = |i: usize| {
        nodes[i].mask.meets(Mask::of(&[Class::Conjunction, Class::Slash]))
            && nodes.get(i + 1).is_some_and(|n| n.mask.meets(NEXT))
    };
    let mut stop = (at + 1..end)
        .find(|&i| {
            (nodes[i].mask.meets(END) || with(i) || by_act(i) || other(i))
                && !(i > at + 1 && goes_on(nodes, i, end))
                && !(i == at + 1 && next_of_list(scene, i, end))
        })
        .unwrap_or(end);
    if stop < end && nodes[stop].mask.meets(NEXT) {
        // "3 huyện có nguồn Quỹ dưới 1 tỷ đồng": which ones, so the figure is part of the name; not so where it counts
        // what they have: "trong 420 mẫu có 402 mẫu đạt".
        let leads = (at + 1..stop).find(|&i| nodes[i].mask.has(Class::Predicate));
        stop = match leads {
            Some(i) if scene.arg(&nodes[i], Class::Predicate) == Some(2) && i == at + 1 && stop > i + 1 => stop + 1,
            // "33 mặt hàng đạt kim ngạch xuất khẩu trên 1 tỷ USD": so does a measure that they are above or below.
            Some(i) if i == at + 1 && has_head(scene, i + 1..stop) && limits(scene, stop) => {
                stop + 1 + usize::from(stop + 1 < end && nodes[stop + 1].mask.has(Class::BoundAfter))
            }
            leads => leads.unwrap_or(stop),
        };
    }
    let relates = |i: usize| indicator::RELATIONS.contains(&scene.words(&nodes[i]));
    while stop > at + 1 && (nodes[stop - 1].mask.meets(TAIL) && !is_noun(&nodes[stop - 1]) || relates(stop - 1)) {
        stop -= 1;
    }
    at + 1..stop
}

/// Whether a figure only says above or below what something is.
pub fn limits(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.value(&scene.nodes[at]), Some(Value::Quantity(q))
        if matches!(q.bound, Bound::Over | Bound::Under | Bound::AtLeast | Bound::AtMost))
}

/// The end of the brackets right behind a node, if a verb or a predicate follows them.
fn behind_brackets(nodes: &[Node], at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    const GOES_ON: Mask = Mask::of(&[Class::Verb, Class::Predicate, Class::Auxiliary, Class::Content]);
    nodes.get(at + 1).filter(|n| n.mask.has(Class::Open))?;
    let close = (at + 2..end.min(at + LONGEST)).find(|&i| nodes[i].mask.has(Class::Close))?;
    nodes.get(close + 1).filter(|n| close + 1 < end && n.mask.meets(GOES_ON)).map(|_| close)
}

/// Whether a phrase goes on behind a comma: "triển khai xây dựng, cập nhật Kiến trúc", "đi Châu Âu, Nhật Bản, Úc".
fn goes_on(nodes: &[Node], comma: usize, end: usize) -> bool {
    const FIGURE: Mask = Mask::of(&[Class::Quantity, Class::Change, Class::Rank, Class::Ratio, Class::Predicate]);
    const PART: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Dot, Class::Open, Class::Close]);
    if !nodes[comma].mask.has(Class::Comma) || comma + 1 >= end {
        return false;
    }
    let (before, next) = (nodes[comma - 1].mask, nodes[comma + 1].mask);
    let part = nodes[comma + 1..end].iter().take(8).take_while(|n| !n.mask.meets(PART));
    let plain = !part.into_iter().any(|n| n.mask.meets(FIGURE));
    let verbs =
        before.has(Class::Verb) && !before.has(Class::Content) && next.meets(Mask::of(&[Class::Verb, Class::Content]));
    let names = before.has(Class::Capital) && next.has(Class::Capital) && is_noun(&nodes[comma + 1]);
    let last = nodes[..comma].last().is_some_and(is_noun);
    let listed = last && is_noun(&nodes[comma + 1]) && !next.meets(CIRCUMSTANCE);
    plain && (verbs || names || listed)
}

/// Whether a comma behind a counted noun only parts it from another that is counted with it: "36 văn phòng đại diện, phóng
/// viên thường trú; …", "24.600 công trình nước sạch, vệ sinh được xây mới".
fn next_of_list(scene: &Scene<'_>, comma: usize, end: usize) -> bool {
    const FIGURE: Mask = Mask::of(&[
        Class::Quantity,
        Class::Change,
        Class::Rank,
        Class::Ratio,
        Class::RankCue,
        Class::Ordinal,
        Class::First,
    ]);
    const NO_NOUN: Mask = Mask::of(&[
        Class::Head,
        Class::Capital,
        Class::Period,
        Class::AreaWord,
        Class::Plan,
        Class::RankCue,
        Class::First,
        Class::Predicate,
    ]);
    const PART: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Dot, Class::Open, Class::Close]);
    const LONGEST: usize = 9;
    let nodes = &scene.nodes;
    if !nodes[comma].mask.has(Class::Comma) || comma + 1 >= end {
        return false;
    }
    let next = &nodes[comma + 1];
    let part = nodes[comma + 1..end].iter().take(LONGEST).position(|n| n.mask.meets(PART));
    let stop = part.map_or(end, |length| comma + 1 + length);
    let plain = !nodes[comma + 1..stop].iter().any(|n| n.mask.meets(FIGURE));
    let tells = nodes.get(comma + 2).is_some_and(|n| n.mask.has(Class::Predicate));
    (part.is_some() || end - comma <= LONGEST)
        && plain
        && !tells
        && is_noun(next)
        && !next.mask.meets(NO_NOUN.with(CIRCUMSTANCE))
        && !acts(scene, comma + 1)
}
