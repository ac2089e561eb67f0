//! Which figures of a sentence stand together: a level with its change, an earlier value with the present one. Settled
//! readings 4 to 7 of the guide.

use std::ops::Range;

use super::clause::{FIGURES, names_something};
use super::inherit::inherit_unit;
use super::observation::unit_name;
use super::pair::{last_change, now_and_then, push_pair};
use super::row::{goes_on, lists_changes};
use super::spread::distributed;
use crate::lexicon::bound::bound;
use crate::lexicon::{Class, Mask, function};
use crate::model::{Bound, Rank, Ratio};
use crate::rules::{ChangeValue, Decimal, Quantity, Scene, UnitKind, Value};
use crate::text::Span;

/// An observation on its way: its nodes and what is known so far.
pub struct Draft {
    /// The node of its figure.
    pub at: usize,
    pub span: Span,
    pub number: Option<Decimal>,
    pub high: Option<Decimal>,
    pub bound: Bound,
    pub unit: Option<String>,
    /// Whether its unit is only the one that large numbers have for want of another.
    pub assumed: bool,
    /// The node and the value of its change.
    pub change: Option<(usize, ChangeValue)>,
    pub rank: Option<Rank>,
    pub ratio: Option<Ratio>,
    /// The present value and the earlier one, where both are told as a pair.
    pub pair: Option<(Decimal, Decimal)>,
    pub estimate: bool,
    pub expected: bool,
    /// A level told beside another as its earlier value takes the period it is compared with.
    pub earlier: bool,
    /// Its fact.
    pub fact: u32,
}

/// The figures of a sentence, joined.
pub fn drafts(scene: &Scene<'_>, sentence: &Range<usize>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut pending: Option<(usize, ChangeValue)> = None;
    for at in sentence.clone() {
        let node = &scene.nodes[at];
        if !node.mask.meets(FIGURES) {
            continue;
        }
        match scene.value(node) {
            Some(Value::Quantity(quantity)) => {
                if quantity.weak {
                    continue;
                }
                if let Some(value) = goes_on(scene, sentence, at, quantity, &drafts, pending) {
                    if let Some((change_at, value)) = pending.take() {
                        drafts.extend(lone(scene, change_at, value));
                    }
                    match distributed(scene, at, &drafts, value) {
                        Some(level) => drafts[level].change = Some((at, value)),
                        None => drafts.extend(lone(scene, at, value)),
                    }
                    continue;
                }
                if let Some((change_at, value)) = pending.filter(|&(i, v)| lists_changes(scene, i, v, at, quantity)) {
                    drafts.extend(lone(scene, change_at, value));
                    pending = Some((at, ChangeValue { size: Some(quantity), ..value }));
                    continue;
                }
                let mut draft = level(scene, at, quantity);
                inherit_unit(scene, sentence, at, quantity, &drafts, &mut draft);
                draft.earlier = is_earlier(scene, sentence, at, &drafts);
                if draft.earlier && draft.unit.as_deref().is_none_or(|unit| !unit.contains(' ')) {
                    draft.unit = drafts.last().and_then(|d| d.unit.clone());
                }
                if let Some((change_at, value)) = pending.take() {
                    if leads_to(scene, change_at + 1..at) {
                        draft.change = Some((change_at, value));
                    } else {
                        drafts.extend(lone(scene, change_at, value));
                    }
                }
                drafts.push(draft);
            }
            Some(Value::Change(value)) => {
                if let Some((change_at, value)) = pending.take() {
                    drafts.extend(lone(scene, change_at, value));
                }
                if taken(&drafts, at) {
                    continue;
                }
                // "giảm từ 23,45% xuống 18,98% (giảm 4,47 điểm %)": one change, told twice.
                if let Some(last) = drafts.last_mut()
                    && scene.nodes[at - 1].mask.has(Class::Open)
                    && last.at + 2 == at
                    && let Some((_, moved)) = &mut last.change
                    && moved.from.is_some()
                    && moved.size.is_none()
                    && moved.direction == value.direction
                {
                    moved.size = value.size;
                    continue;
                }
                if let Some(level) = distributed(scene, at, &drafts, value) {
                    drafts[level].change = Some((at, value));
                    continue;
                }
                if let Some(level) = level_of(scene, &drafts, at, value) {
                    drafts[level].change = Some((at, value));
                } else if value.from.is_some() {
                    drafts.extend(lone(scene, at, value));
                } else {
                    pending = Some((at, value));
                }
            }
            Some(Value::Rank(value)) => {
                // "tăng 2 bậc, xếp thứ 1": the steps are of the rank.
                let steps = pending.filter(|(_, value)| in_steps(*value));
                if steps.is_none()
                    && let Some((change_at, value)) = pending.take()
                {
                    drafts.extend(lone(scene, change_at, value));
                }
                let rank = Rank {
                    position: value.position.number(),
                    of: value.of.map(Decimal::number),
                    scope: value.scope.map(|span| span.of(scene.text).to_owned()),
                };
                let bound = if value.group { Bound::AtMost } else { Bound::Exact };
                drafts.push(Draft { rank: Some(rank), bound, change: steps, ..Draft::at(scene, at) });
                pending = None;
            }
            Some(Value::Ratio(part, whole, noun)) => {
                let unit = noun.map(|unit| unit_name(scene, unit));
                let told = pending.or_else(|| last_change(&drafts));
                if let Some(change) = now_and_then(scene, sentence, at, (part, whole), told) {
                    if pending.is_some_and(|(p, _)| p == change.0) {
                        pending = None;
                    }
                    push_pair(scene, at, (part, whole), change, unit, &mut drafts);
                } else if part.number() <= whole.number() || unit.is_some() && by_plan(scene, at) {
                    let ratio = Ratio { part: part.number(), whole: whole.number() };
                    // "khoảng 1/3" is a share and counts nothing.
                    let share = part.small(9).is_some()
                        && whole.small(10).is_some()
                        && (unit.is_none() || part.mantissa < 4 && whole.mantissa < 6);
                    let number = Some(part).filter(|_| !share);
                    let tokens = node.first as usize..node.last as usize;
                    drafts.push(Draft {
                        number,
                        unit: unit.filter(|_| !share),
                        ratio: Some(ratio),
                        // "khoảng 2/3", "gần 1/5 số hộ".
                        bound: scene.phrase(tokens).arg(Class::Bound).map_or(Bound::Exact, bound),
                        ..Draft::at(scene, at)
                    });
                }
            }
            _ => {}
        }
    }
    if let Some((change_at, value)) = pending {
        drafts.extend(lone(scene, change_at, value));
    }
    drafts
}

/// The level that a change tells of: the one before it, unless something new is named between. A share of a plan
/// ("đạt 500 tỷ đồng, bằng 103% kế hoạch, tăng 5%") is passed over: the change is of the level itself.
fn level_of(scene: &Scene<'_>, drafts: &[Draft], at: usize, value: ChangeValue) -> Option<usize> {
    if value.from.is_some() || value.object.is_some() {
        return None;
    }
    let mut level = drafts.len().checked_sub(1)?;
    // "27 hộ (0,79%), giảm mười hai hộ", "236 triệu USD (năm 2021 là 205 triệu USD), tăng 15%": what stands in brackets
    // is told by the way.
    let aside = |d: &Draft| in_closed_brackets(scene, d.at, at);
    while level > 0 && aside(&drafts[level]) && drafts[level - 1].number.is_some() {
        level -= 1;
    }
    // "2.106/2.300 chỉ tiêu (91,6%), thấp hơn năm 2022 là 3,1 điểm phần trăm": points are of the share.
    let points = value.size.and_then(|size| size.unit).is_some_and(|unit| unit.kind == UnitKind::Points);
    if points
        && level + 1 < drafts.len()
        && drafts[level].unit.as_deref() != Some("%")
        && let Some(share) = drafts.iter().rposition(|d| d.unit.as_deref() == Some("%") && d.change.is_none())
        && share > level
    {
        return Some(share);
    }
    if level + 1 < drafts.len() {
        let d = &drafts[level];
        let close = (d.at + 1..at).rev().find(|&i| scene.nodes[i].mask.has(Class::Close))?;
        let ends = scene.run_of(close + 1..at).iter().any(|n| n.mask.has(Class::Semicolon));
        let free = !ends && !names_something(scene, close + 1..at) && d.change.is_none();
        return free.then_some(level);
    }
    let plan = |d: &Draft| {
        d.unit.as_deref() == Some("%") && scene.nodes.get(d.at + 1).is_some_and(|n| n.mask.has(Class::Plan))
    };
    let between = |from: usize| from + 1..at;
    let free = |d: &Draft| {
        !names_something(scene, between(d.at))
            && !scene.run_of(between(d.at)).iter().any(|n| n.mask.has(Class::Semicolon))
    };
    while level > 0 && plan(&drafts[level]) && free(&drafts[level]) && drafts[level - 1].number.is_some() {
        level -= 1;
    }
    let draft = &drafts[level];
    // "sắp xếp 1.056 đơn vị cấp xã, qua đó giảm 561 đơn vị": what came of it is told for itself.
    let noun = value.size.and_then(|size| size.unit).is_some_and(|unit| matches!(unit.kind, UnitKind::Noun(_)));
    if noun && (draft.at + 1..at).any(|i| scene.arg(&scene.nodes[i], Class::Connector) == Some(function::RESULT)) {
        return None;
    }
    // "hợp nhất 02 ban, giảm 14 đầu mối": another noun is another thing.
    let aside = at > 0 && scene.nodes[at - 1].mask.has(Class::Open);
    if !aside
        && let Some(UnitKind::Noun(noun)) = value.size.and_then(|size| size.unit).map(|unit| unit.kind)
        && let Some(Value::Quantity(Quantity { unit: Some(unit), .. })) = scene.value(&scene.nodes[draft.at])
        && let UnitKind::Noun(counted) = unit.kind
        && !noun.of(scene.text).split(' ').next().is_some_and(|word| counted.of(scene.text).contains(word))
        && unit_name(scene, unit) != "person"
    {
        return counted_before(scene, drafts, at, noun);
    }
    let last = drafts.last()?;
    let holds = draft.number.is_some() || draft.rank.is_some() && in_steps(value);
    (holds && draft.change.is_none() && free(last)).then_some(level)
}

/// "được giao 09 cuộc kiểm toán trên địa bàn 04 tỉnh …, ít hơn năm trước hai cuộc": the level that counts the same noun, if a
/// comma leads from it to the change and no other part of the sentence began.
fn counted_before(scene: &Scene<'_>, drafts: &[Draft], at: usize, noun: Span) -> Option<usize> {
    let first = noun.of(scene.text).split(' ').next()?;
    let same = |d: &Draft| match scene.value(&scene.nodes[d.at]) {
        Some(Value::Quantity(Quantity { unit: Some(unit), .. })) => match unit.kind {
            UnitKind::Noun(counted) => counted.of(scene.text).split(' ').next() == Some(first),
            _ => false,
        },
        _ => false,
    };
    let level = drafts.iter().rposition(same)?;
    let between = scene.run_of(drafts[level].at + 1..at);
    let parted = between.iter().any(|n| n.mask.has(Class::Semicolon) || n.mask.has(Class::Dot));
    let comma = between.last().is_some_and(|n| n.mask.has(Class::Comma));
    (!parted && comma && drafts[level].change.is_none()).then_some(level)
}

/// "706/702 doanh nghiệp theo kế hoạch": more was done than was planned.
fn by_plan(scene: &Scene<'_>, at: usize) -> bool {
    scene.nodes.iter().skip(at + 1).take(3).any(|n| n.mask.has(Class::Plan))
}

/// Whether a figure stands in brackets that are closed before a node.
fn in_closed_brackets(scene: &Scene<'_>, figure: usize, at: usize) -> bool {
    const BRACKETS: Mask = Mask::of(&[Class::Open, Class::Close]);
    const LONGEST: usize = 24;
    let first = |node: Option<&crate::rules::Node>, class| node.is_some_and(|n| n.mask.has(class));
    let before = scene.run_of(figure.saturating_sub(LONGEST)..figure);
    let behind = scene.run_of(figure + 1..at);
    first(before.iter().rfind(|n| n.mask.meets(BRACKETS)), Class::Open)
        && first(behind.iter().find(|n| n.mask.meets(BRACKETS)), Class::Close)
}

/// Whether a change is told in places of a ranking.
fn in_steps(value: ChangeValue) -> bool {
    value.size.and_then(|size| size.unit).is_some_and(|unit| unit.kind == UnitKind::Steps)
}

/// Whether a change was already taken by a pair that stood before it.
fn taken(drafts: &[Draft], at: usize) -> bool {
    drafts.iter().rev().take(3).any(|draft| draft.change.is_some_and(|(change, _)| change == at))
}

impl Draft {
    /// An empty one at a node.
    pub fn at(scene: &Scene<'_>, at: usize) -> Self {
        let node = &scene.nodes[at];
        Self {
            at,
            span: scene.span(node),
            number: None,
            high: None,
            bound: Bound::Exact,
            unit: None,
            assumed: false,
            change: None,
            rank: None,
            ratio: None,
            pair: None,
            estimate: false,
            expected: false,
            earlier: false,
            fact: node.fact,
        }
    }
}

fn level(scene: &Scene<'_>, at: usize, quantity: Quantity) -> Draft {
    Draft {
        number: Some(quantity.low),
        high: quantity.high,
        bound: quantity.bound,
        unit: quantity.unit.map(|unit| unit_name(scene, unit)),
        assumed: quantity.assumed,
        estimate: quantity.estimate,
        expected: quantity.expected,
        ..Draft::at(scene, at)
    }
}

/// A change that stands alone. Without a size it must say what it is compared with, or it tells nothing.
fn lone(scene: &Scene<'_>, at: usize, value: ChangeValue) -> Option<Draft> {
    let sized = value.size.is_some() || value.from.is_some();
    let compared = scene.nodes.get(at + 1).is_some_and(|n| n.mask.has(Class::Comparison));
    (sized || compared).then(|| Draft {
        change: Some((at, value)),
        bound: value.size.map_or(Bound::Exact, |size| size.bound),
        estimate: value.size.is_some_and(|size| size.estimate),
        ..Draft::at(scene, at)
    })
}

/// Whether what stands between a change and a level leads from one to the other: "tăng 23% so với cùng kỳ, đạt …".
fn leads_to(scene: &Scene<'_>, between: Range<usize>) -> bool {
    const LINK: Mask = Mask::of(&[
        Class::Comma,
        Class::Period,
        Class::Comparison,
        Class::Auxiliary,
        Class::Predicate,
        Class::To,
        Class::Conjunction,
        Class::Frame,
        Class::Adverb,
        Class::Estimate,
        Class::Open,
        Class::Connector,
        Class::Dash,
    ]);
    const REACHES: Mask = Mask::of(&[Class::Predicate, Class::To, Class::Estimate]);
    let nodes = scene.run_of(between);
    let comma = nodes.len() == 1 && nodes[0].mask.has(Class::Comma);
    nodes.iter().all(|n| n.mask.meets(LINK))
        && (nodes.is_empty() || comma || nodes.iter().any(|n| n.mask.meets(REACHES)))
}

/// "tăng 723% so với 6 tháng đầu năm 2020 (72 đài)": the level in brackets is the earlier one.
fn is_earlier(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, drafts: &[Draft]) -> bool {
    let nodes = &scene.nodes;
    // "gấp 3,1 lần năm 2021 (19,9%)", "gấp 2,1 lần cùng kỳ (9.158 trường hợp)".
    let times =
        || at >= sentence.start + 3 && nodes[at - 2].mask.has(Class::Period) && nodes[at - 3].mask.has(Class::Change);
    at >= sentence.start + 2
        && nodes[at - 1].mask.has(Class::Open)
        && (nodes[at - 2].mask.has(Class::Comparison) || times())
        && drafts.last().is_some_and(|d| d.number.is_some())
}
