//! What a figure measures: the noun phrase before its predicate, or the counted noun with what describes it.

use std::ops::Range;

use crate::lexicon::{Class, Mask};
use crate::rules::{Node, Scene, UnitKind, Value};

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
]);
const PREDICATE: Mask = Mask::of(&[Class::Predicate, Class::Same, Class::Change, Class::RankCue]);

/// The indicator of the figure at `at`, in the words of the text; `before` is that of the figure before it.
pub fn find(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    before: Option<&str>,
) -> Option<String> {
    let nodes = &scene.nodes;
    let left = clause.start..at;
    let counted = matches!(scene.value(&nodes[at]), Some(Value::Quantity(q)) if matches!(q.unit.map(|u| u.kind), Some(UnitKind::Noun(_))));
    let counted = counted || nodes[at].mask.has(Class::Ratio);
    // "ước khoảng 1.767.766 lao động": the qualifier is the predicate.
    let estimated = matches!(scene.value(&nodes[at]), Some(Value::Quantity(q)) if q.estimate || q.expected);
    let counted = counted && !estimated;
    let predicate = left.clone().rev().find(|&i| nodes[i].mask.meets(PREDICATE));
    let has = predicate.is_some_and(|i| matches!(scene.arg(&nodes[i], Class::Predicate), Some(2 | 7)));
    let colon = left.clone().rev().find(|&i| nodes[i].mask.has(Class::Colon));
    let subject = match (predicate, colon) {
        (Some(p), _) if !has => subject(scene, left.start..p),
        (_, Some(c)) => subject(scene, left.start..c),
        (None, None) if !counted => subject(scene, left.clone()),
        _ => None,
    };
    if let Some(subject) = subject {
        return Some(subject);
    }
    if counted {
        return Some(object(scene, sentence, clause, at, predicate));
    }
    before.map(str::to_owned).or_else(|| subject_of_sentence(scene, sentence, at))
}

fn subject_of_sentence(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    let end = (sentence.start..at).find(|&i| scene.nodes[i].mask.meets(PREDICATE)).unwrap_or(at);
    subject(scene, sentence.start..end)
}

/// The noun phrase of a run of nodes: behind its last comma that opens one, without what leads and trails.
fn subject(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
    let nodes = &scene.nodes;
    let (mut start, mut end) = (run.start, run.end);
    while end > start && nodes[end - 1].mask.meets(TAIL) && !is_noun(&nodes[end - 1]) {
        end -= 1;
    }
    if let Some(comma) = (start..end).rev().find(|&i| opens(scene, i, end)) {
        start = comma + 1;
    }
    while start < end && nodes[start].mask.meets(LEAD) && !is_noun(&nodes[start]) {
        start += 1;
    }
    while end > start && nodes[end - 1].mask.meets(TAIL) && !is_noun(&nodes[end - 1]) {
        end -= 1;
    }
    words(scene, start..end)
}

fn is_noun(node: &Node) -> bool {
    node.mask.has(Class::Content)
}

/// A comma or bracket that is not part of an enumeration opens a new phrase.
fn opens(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let mask = scene.nodes[at].mask;
    (mask.has(Class::Comma) || mask.has(Class::Connector)) && at + 1 < end
}

/// A counted noun with what describes it; where nothing does, with the verb before it.
fn object(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    predicate: Option<usize>,
) -> String {
    const END: Mask = Mask::of(&[
        Class::Comma,
        Class::Semicolon,
        Class::Dot,
        Class::Open,
        Class::Colon,
        Class::Quantity,
        Class::Change,
        Class::Ratio,
        Class::Rank,
        Class::Comparison,
        Class::Connector,
    ]);
    let nodes = &scene.nodes;
    let noun = match scene.value(&nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        Some(Value::Ratio(_, _, unit)) => unit,
        _ => None,
    };
    let mut phrase = match noun.map(|u| u.kind) {
        Some(UnitKind::Noun(span)) => span.of(scene.text).to_owned(),
        _ => String::new(),
    };
    let mut end = (at + 1..sentence.end).find(|&i| nodes[i].mask.meets(END)).unwrap_or(sentence.end);
    while end > at + 1 && nodes[end - 1].mask.meets(TAIL) && !is_noun(&nodes[end - 1]) {
        end -= 1;
    }
    if let Some(rest) = words(scene, at + 1..end) {
        phrase = format!("{phrase} {rest}");
    } else {
        let from = predicate.map_or(clause.start, |p| p + 1);
        if let Some(verb) = subject(scene, from..at) {
            phrase = format!("{phrase} {verb}");
        }
    }
    phrase
}

/// The words of a run of nodes, without the times in it and the words that lead to them.
fn words(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
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
