//! Noun phrases: the words of a run of nodes that name something, without what leads to them and trails behind.

use std::ops::Range;

use crate::lexicon::{Class, Mask, indicator, words as words_of_lexicon};
use crate::rules::{Node, Scene};

/// What may stand before a subject and does not belong to it.
const LEAD: Mask = Mask::of(&[
    Class::Connector,
    Class::Conjunction,
    Class::Comma,
    Class::Period,
    Class::Auxiliary,
    Class::Comparison,
    Class::Dash,
    Class::Open,
    Class::Close,
    Class::Colon,
    Class::Frame,
    Class::Estimate,
    Class::Target,
    Class::Adverb,
    Class::QuoteMark,
    Class::OtherMark,
    Class::Dot,
    Class::Same,
    Class::TaskCue,
    Class::Slash,
    Class::Predicate,
    Class::To,
    Class::From,
    Class::Bound,
    Class::Up,
    Class::Down,
    Class::Respectively,
]);
/// What may stand behind a subject and does not belong to it.
const TAIL: Mask = Mask::of(&[
    Class::Predicate,
    Class::Auxiliary,
    Class::Adverb,
    Class::Period,
    Class::Comparison,
    Class::Comma,
    Class::Colon,
    Class::Up,
    Class::Down,
    Class::To,
    Class::From,
    Class::Estimate,
    Class::Bound,
    Class::Preposition,
    Class::Frame,
    Class::Same,
    Class::Open,
    Class::Close,
    Class::Connector,
    Class::Dash,
    Class::Conjunction,
    Class::Fold,
    Class::Respectively,
    Class::Change,
    Class::RankCue,
    Class::QuoteMark,
    Class::Target,
    Class::BoundAfter,
]);
/// What a phrase about the circumstances opens with: "Trong cơ cấu kinh tế, …", "Theo Giám đốc Sở, …".
pub const CIRCUMSTANCE: Mask = Mask::of(&[
    Class::Preposition,
    Class::Frame,
    Class::Period,
    Class::Connector,
    Class::UpTo,
    Class::RunningTotal,
    Class::Scope,
]);
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

/// The noun phrase of a run of nodes, without what leads and trails.
pub fn subject(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
    let nodes = &scene.nodes;
    let mut end = run.end;
    while end > run.start && trails(scene, run.start, end - 1) {
        end -= 1;
    }
    let mut start = opening(scene, run.start..end);
    while start < end && (nodes[start].mask.meets(LEAD) && !is_noun(&nodes[start]) || drops(scene, start)) {
        start += 1;
    }
    while end > start && trails(scene, start, end - 1) {
        end -= 1;
    }
    words(scene, start..end)
}

/// Whether the last node of a phrase does not belong to it. "bình quân" does: "năng suất bình quân đạt …"; so does the
/// bracket of a short name: "Tổng sản phẩm trong nước (GDP) đạt …".
fn trails(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let node = &scene.nodes[at];
    let local = scene.arg(node, Class::Preposition) == Some(4);
    let mean = scene.arg(node, Class::Adverb) == Some(1)
        && at > start
        && (is_noun(&scene.nodes[at - 1]) || scene.nodes[at - 1].mask.has(Class::Verb));
    let named = || (at.saturating_sub(5).max(start)..at).any(|i| short_name(&scene.nodes, i, at + 1) == Some(at));
    let short = node.mask.has(Class::Close) && named();
    node.mask.meets(TAIL) && !is_noun(node) && !mean && !local && !short
}

/// Where the brackets around a short name that open at a node close: "(GRDP)", "(BHXH tự nguyện)".
fn short_name(nodes: &[Node], open: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    nodes[open].mask.has(Class::Open).then_some(())?;
    let close = (open + 2..end.min(open + 2 + LONGEST)).find(|&i| nodes[i].mask.has(Class::Close))?;
    let inside = &nodes[open + 1..close];
    (inside.iter().all(|n| is_noun(n) || n.mask.has(Class::Dash)) && inside[0].mask.has(Class::AllCaps))
        .then_some(close)
}

/// Verbs of a wish that lead to what is wished: "phấn đấu đưa thu nhập bình quân lên …".
fn drops(scene: &Scene<'_>, at: usize) -> bool {
    let node = &scene.nodes[at];
    scene.arg(node, Class::Verb) == Some(2)
        || scene.arg(node, Class::Pronoun) == Some(3)
        || node.mask.has(Class::Preposition) && scene.arg(node, Class::Preposition) != Some(1)
}

/// Whether a node is a word of a noun phrase.
pub fn is_noun(node: &Node) -> bool {
    node.mask.has(Class::Content)
}

/// Whether a node opens with a verb of what bodies do; the figures' own words do not know most of them.
pub fn acts(scene: &Scene<'_>, at: usize) -> bool {
    const DEED: Mask = Mask::of(&[Class::TaskVerb, Class::Verb]);
    let entries = &words_of_lexicon().entries;
    let syllables = &scene.syllables[scene.nodes[at].first as usize..];
    entries.entry(entries.longest(syllables).1).mask.meets(DEED)
}

/// Where the phrase of a run opens: behind a wish, behind circumstances, at the head of an indicator, else behind the
/// last comma that does not stand in an enumeration.
pub fn opening(scene: &Scene<'_>, run: Range<usize>) -> usize {
    let nodes = &scene.nodes;
    let mut start = run.start;
    if let Some(wish) = run.clone().rev().find(|&i| {
        nodes[i].mask.has(Class::Target)
            || nodes[i].mask.has(Class::TaskCue) && i > run.start && asks(scene, run.start, i)
    }) && nodes[wish + 1..run.end].iter().any(is_noun)
    {
        start = wish + 1;
    }
    let mut segments = Vec::new();
    let mut from = start;
    let mut aside = start;
    for (i, node) in nodes.iter().enumerate().take(run.end).skip(start) {
        let mask = node.mask;
        if let Some(close) = short_name(nodes, i, run.end) {
            aside = close + 1;
        }
        if i < aside {
            continue;
        }
        let parts = mask.has(Class::Comma) && !coupled(scene, &run, i) || mask.has(Class::Connector) || mask.has(Class::Open);
        if parts && i + 1 < run.end {
            segments.push(from..i);
            from = i + 1;
        }
    }
    segments.push(from..run.end);
    let content = |s: &Range<usize>| nodes[s.clone()].iter().filter(|n| is_noun(n)).count();
    // "Theo Giám đốc Sở …, để cả năm tăng trưởng 6,5%": who says it is not what is measured.
    let source = |s: &Range<usize>| {
        nodes[s.clone()]
            .iter()
            .find(|n| !n.mask.has(Class::Dash))
            .is_some_and(|n| scene.arg(n, Class::Preposition) == Some(7))
    };
    segments.retain(|s| content(s) > 0);
    let sources = segments.iter().filter(|s| source(s)).count();
    let count = segments.len();
    segments.retain(|s| s.end == run.end || !source(s));
    if segments.is_empty() && sources == count && count > 0 {
        return run.end;
    }
    let first = |s: &Range<usize>| {
        nodes[s.clone()].iter().find(|n| !n.mask.has(Class::Period) || n.mask.has(Class::Content)).copied()
    };
    let heads = |s: &Range<usize>| {
        nodes[s.clone()].iter().find(|n| is_noun(n)).is_some_and(|n| scene.arg(n, Class::Head) == Some(0))
    };
    // "Trong cơ cấu kinh tế, công nghiệp chiếm …": a circumstance opens no name that stands behind it.
    let aside = |s: &Range<usize>| {
        s.end != run.end && scene.arg(&nodes[s.start], Class::Preposition).is_some_and(|kind| kind != 1)
    };
    if let Some(segment) = segments.iter().rev().find(|s| heads(s) && !aside(s)) {
        return segment.start;
    }
    let Some(last) = segments.pop() else { return start };
    let mut opens = last.start;
    // A short last part is the end of an enumeration: "nông, lâm nghiệp và thủy sản".
    let mut short = content(&last) <= 3;
    while short && let Some(segment) = segments.pop() {
        let circumstance = first(&segment).is_some_and(|n| n.mask.meets(CIRCUMSTANCE) && !is_noun(&n));
        if circumstance
            || content(&segment) > 4
            || segment.end + 1 != opens
            || !nodes[segment.end].mask.has(Class::Comma)
        {
            break;
        }
        opens = segment.start;
        short = content(&segment) <= 2;
    }
    // "nợ đọng kéo dài với số tiền": what is told with it is what is measured.
    let with = |i: usize| {
        scene.arg(&nodes[i], Class::Preposition) == Some(2) && scene.arg(&nodes[i + 1], Class::Head) == Some(0)
    };
    match (opens + 1..run.end.saturating_sub(1)).rev().find(|&i| with(i)) {
        Some(with) => with + 1,
        _ => opens,
    }
}

/// Whether a comma or "và" joins the parts of one name: "nông nghiệp, nông thôn", "nhỏ và vừa".
pub fn coupled(scene: &Scene<'_>, run: &Range<usize>, at: usize) -> bool {
    const NEAR: usize = 3;
    let before = &scene.nodes[at.saturating_sub(NEAR).max(run.start)..at];
    let behind = &scene.nodes[(at + 1).min(run.end)..(at + 1 + NEAR).min(run.end)];
    !before.is_empty() && !behind.is_empty() && {
        let (before, behind) = (scene.words_of(before).to_lowercase(), scene.words_of(behind).to_lowercase());
        indicator::COUPLES.iter().any(|(end, start)| before.ends_with(end) && behind.starts_with(start))
    }
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
    const FIGURE: Mask =
        Mask::of(&[Class::Quantity, Class::Change, Class::Rank, Class::Ratio, Class::RankCue, Class::Ordinal, Class::First]);
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

/// Whether a verb of asking is one: "Chi phí đề nghị thanh toán" is a name.
fn asks(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    !scene.nodes[start..at].iter().any(|n| scene.arg(n, Class::Head) == Some(0))
}

/// The words behind a node, up to what ends the phrase. A predicate belongs to them ("81 trạm có bác sĩ") unless it leads
/// to the next figure ("5 doanh nghiệp đạt 3 tỷ đồng").
pub fn following(scene: &Scene<'_>, at: usize, end: usize) -> Option<String> {
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
    // "3 tỷ hóa đơn có mã và 8 tỷ hóa đơn không mã": another figure.
    let other = |i: usize| {
        nodes[i].mask.has(Class::Conjunction) && nodes.get(i + 1).is_some_and(|n| n.mask.meets(NEXT))
    };
    let mut stop = (at + 1..end)
        .find(|&i| {
            (nodes[i].mask.meets(END) || with(i) || by_act(i) || other(i))
                && !(i > at + 1 && goes_on(nodes, i, end))
                && !(i == at + 1 && next_of_list(scene, i, end))
        })
        .unwrap_or(end);
    if stop < end && nodes[stop].mask.meets(NEXT) {
        // "3 huyện có nguồn Quỹ dưới 1 tỷ đồng": which ones, so the figure is part of the name.
        let leads = (at + 1..stop).find(|&i| nodes[i].mask.has(Class::Predicate));
        stop = match leads {
            Some(i) if scene.arg(&nodes[i], Class::Predicate) == Some(2) && i == at + 1 => stop + 1,
            leads => leads.unwrap_or(stop),
        };
    }
    while stop > at + 1 && nodes[stop - 1].mask.meets(TAIL) && !is_noun(&nodes[stop - 1]) {
        stop -= 1;
    }
    words(scene, at + 1..stop)
}

/// The end of the brackets right behind a node, if a verb or a predicate follows them.
fn behind_brackets(nodes: &[Node], at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    const GOES_ON: Mask = Mask::of(&[Class::Verb, Class::Predicate, Class::Auxiliary, Class::Content]);
    nodes.get(at + 1).filter(|n| n.mask.has(Class::Open))?;
    let close = (at + 2..end.min(at + LONGEST)).find(|&i| nodes[i].mask.has(Class::Close))?;
    nodes.get(close + 1).filter(|n| close + 1 < end && n.mask.meets(GOES_ON)).map(|_| close)
}

/// The words of a run of nodes, without the times in it and the words that lead to them.
pub fn words(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
    let nodes = &scene.nodes;
    let mut out = String::new();
    let mut from: Option<usize> = None;
    let mut flush = |from: &mut Option<usize>, to: usize| {
        if let Some(start) = from.take()
            && start < to
        {
            if !out.is_empty() {
                out.push(' ');
            }
            let span = scene.span_of(&nodes[start..to]);
            out.push_str(span.of(scene.text).trim());
        }
    };
    for at in run.clone() {
        let time = nodes[at].mask.has(Class::Period);
        let leads = nodes[at].mask.has(Class::Frame) && at + 1 < run.end && nodes[at + 1].mask.has(Class::Period);
        if time || leads {
            flush(&mut from, at);
        } else if from.is_none() {
            from = Some(at);
        }
    }
    flush(&mut from, run.end);
    (!out.is_empty()).then_some(out)
}

/// Whether a run names a statistical indicator by its head noun.
pub fn has_head(scene: &Scene<'_>, run: Range<usize>) -> bool {
    scene.nodes[run].iter().any(|n| scene.arg(n, Class::Head) == Some(0))
}
