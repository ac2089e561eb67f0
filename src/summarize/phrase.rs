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
pub const TAIL: Mask = Mask::of(&[
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
/// The noun phrase of a run of nodes, without what leads and trails. What a part leaves of a run may be nothing.
pub fn subject(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
    let nodes = &scene.nodes;
    if run.is_empty() {
        return None;
    }
    let mut end = run.end;
    while end > run.start && trails(scene, run.start, end - 1) {
        end -= 1;
    }
    let mut start = opening(scene, run.start..end);
    // “Nâng bước em tới trường”: what stands behind a quotation mark is a name from its first word on.
    const QUOTED: Mask = Mask::of(&[Class::Up, Class::Down, Class::TaskCue, Class::Frame]);
    let quoted = |i: usize| i > run.start && nodes[i - 1].mask.has(Class::QuoteMark) && nodes[i].mask.meets(QUOTED);
    while start < end
        && !quoted(start)
        && (nodes[start].mask.meets(LEAD) && !is_noun(&nodes[start]) || drops(scene, start))
    {
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
        let parts =
            mask.has(Class::Comma) && !coupled(scene, &run, i) || mask.has(Class::Connector) || mask.has(Class::Open);
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
    const ASIDE: Mask = Mask::of(&[Class::Preposition, Class::Frame]);
    let first = |s: &Range<usize>| {
        nodes[s.clone()].iter().find(|n| !n.mask.has(Class::Period) || n.mask.has(Class::Content)).copied()
    };
    let heads = |s: &Range<usize>| {
        nodes[s.clone()].iter().find(|n| is_noun(n)).is_some_and(|n| scene.arg(n, Class::Head) == Some(0))
    };
    // "Trong cơ cấu kinh tế, công nghiệp chiếm …": a circumstance opens no name that stands behind it.
    let aside = |s: &Range<usize>| {
        let led = nodes[s.start].mask.meets(ASIDE) && scene.arg(&nodes[s.start], Class::Preposition) != Some(1);
        s.end != run.end && led && !is_noun(&nodes[s.start])
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

/// Whether a verb of asking is one: "Chi phí đề nghị thanh toán" is a name.
fn asks(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    !scene.nodes[start..at].iter().any(|n| scene.arg(n, Class::Head) == Some(0))
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
