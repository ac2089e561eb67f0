//! What a rank is of, which stands before it, behind it or at the front of its sentence.

use std::ops::Range;

use super::following::following;
use super::named::Named;
use super::phrase::{CIRCUMSTANCE, has_head, is_noun, opening, subject, words};
use crate::lexicon::{Class, Mask};
use crate::rules::Scene;

/// What a rank is of: "nhóm 50 quốc gia dẫn đầu về công nghệ thông tin", "Tỷ lệ sử dụng IPv6 xếp hạng thứ 9", and where
/// only the country stands before it, what the circumstances name: "Trong Báo cáo chỉ số …, Việt Nam xếp thứ 25".
pub fn ranked(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    const PLACE: Mask = Mask::of(&[Class::Province, Class::Country, Class::AreaWord, Class::Pronoun]);
    const CUE: Mask = Mask::of(&[
        Class::RankCue,
        Class::Predicate,
        Class::Verb,
        Class::To,
        Class::Frame,
        Class::Preposition,
        Class::Auxiliary,
    ]);
    let nodes = &scene.nodes;
    let about = nodes.get(at + 1).is_some_and(|n| scene.arg(n, Class::Preposition) == Some(6));
    if about && let Some(topic) = following(scene, at + 1, sentence.end) {
        return Some(topic);
    }
    let mut end = at;
    let cue = |i: usize| nodes[i].mask.meets(CUE) && (nodes[i].mask.has(Class::RankCue) || !is_noun(&nodes[i]));
    while end > clause.start && cue(end - 1) {
        end -= 1;
    }
    // "xếp 7/11 huyện", "và đứng thứ 23": the rank of what was told before.
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction, Class::Connector, Class::Semicolon]);
    if end > sentence.start
        && (end == clause.start || nodes[end - 1].mask.meets(JOINT))
        && let Some(before) = named.in_sentence(sentence)
    {
        return Some(before.to_owned());
    }
    // "Việc công bố bản án (2.870 bản án) đứng thứ 11/63": what stands in brackets is told by the way.
    if end > sentence.start
        && nodes[end - 1].mask.has(Class::Close)
        && let Some(open) = (sentence.start..end).rev().find(|&i| nodes[i].mask.has(Class::Open))
        && let Some(subject) = subject(scene, behind_figures(scene, sentence.start..open)..open)
    {
        return Some(subject);
    }
    // "Về năng lực cạnh tranh, tỉnh đứng thứ 17": what the rank is in stands at the front.
    if let Some(topic) = fronted_topic(scene, sentence, end) {
        return Some(topic);
    }
    let start = opening(scene, clause.start..end);
    let names = (start..end).any(|i| is_noun(&nodes[i]) && !nodes[i].mask.meets(PLACE));
    let subject = subject(scene, clause.start..end);
    if names {
        return subject;
    }
    let comma = (sentence.start..start).rev().find(|&i| nodes[i].mask.has(Class::Comma))?;
    let mut from = sentence.start;
    while from < comma && nodes[from].mask.meets(CIRCUMSTANCE) && !is_noun(&nodes[from]) {
        from += 1;
    }
    words(scene, from..comma).or(subject)
}

/// Where the last part of a run begins that has no figure in it.
fn behind_figures(scene: &Scene<'_>, run: Range<usize>) -> usize {
    const HARD: Mask = Mask::of(&[Class::Semicolon, Class::Dot, Class::Quantity, Class::Change, Class::Rank]);
    run.clone().rev().find(|&i| scene.nodes[i].mask.meets(HARD)).map_or(run.start, |i| i + 1)
}

/// What a sentence or a part of it opens with "về …," for, if only who or where stands between it and a node.
fn fronted_topic(scene: &Scene<'_>, sentence: &Range<usize>, end: usize) -> Option<String> {
    const SHORT: usize = 4;
    let nodes = &scene.nodes;
    let from = behind_figures(scene, sentence.start..end);
    let about = (from..end.min(from + 6)).find(|&i| scene.arg(&nodes[i], Class::Preposition) == Some(6))?;
    let comma = (about + 1..end).find(|&i| nodes[i].mask.has(Class::Comma))?;
    let who = nodes[comma + 1..end].iter().filter(|n| is_noun(n)).count();
    // "Về chuyển đổi số, chỉ số DTI xếp thứ 27": what has a name of its own is not of the topic.
    (who <= SHORT && !has_head(scene, comma + 1..end)).then(|| words(scene, about + 1..comma))?
}
