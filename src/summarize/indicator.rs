//! What a figure measures: the noun phrase before its predicate, or the counted noun with what describes it.

use std::ops::Range;

use crate::lexicon::{Class, Mask, change};
use crate::rules::{ChangeValue, Node, Scene, UnitKind, Value};

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
/// What a phrase about the circumstances opens with: "Trong cơ cấu kinh tế, …", "Theo Giám đốc Sở, …".
const CIRCUMSTANCE: Mask = Mask::of(&[
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

/// The indicator of the figure at `at`, in the words of the text; `before` is that of the figure before it, `first` says
/// that it is the first of its sentence.
pub fn find(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    before: Option<&str>,
    first: bool,
) -> Option<String> {
    let nodes = &scene.nodes;
    if let Some(Value::Change(ChangeValue { object: Some(object), .. })) = scene.value(&nodes[at]) {
        return Some(object.of(scene.text).to_owned());
    }
    if nodes[at].mask.has(Class::Rank) {
        return ranked(scene, sentence, clause, at).or_else(|| before.map(str::to_owned));
    }
    let figure = Figure::of(scene, at);
    // Words between a colon and the figure are the clause; without any, the clause stands before the colon.
    let colon = (clause.start..at).rev().find(|&i| nodes[i].mask.has(Class::Colon));
    let lead = colon.filter(|&c| !nodes[c + 1..at].iter().any(is_noun));
    let left = match colon {
        Some(c) if lead.is_none() => c + 1..at,
        _ => clause.start..at,
    };
    let predicate = left.clone().rev().find(|&i| nodes[i].mask.meets(PREDICATE));
    let has = predicate.is_some_and(|i| matches!(scene.arg(&nodes[i], Class::Predicate), Some(2 | 7)));
    if figure.of_plan {
        let subject = predicate.map(|p| left.start..p).and_then(|run| subject(scene, run));
        let base = subject.or_else(|| before.map(str::to_owned))?;
        let next = &nodes[at + 1];
        let against = match scene.value(next) {
            Some(Value::Comparison(_)) => scene.words(next).to_owned(),
            Some(Value::Time(_)) => format!("{} {}", change::AGAINST, scene.words(next)),
            _ => format!("{} {}", change::AGAINST, following(scene, at, sentence.end).unwrap_or_default()),
        };
        return Some(format!("{base} {against}").trim_end().to_owned());
    }
    if let Some(colon) = lead
        && let Some(subject) = subject(scene, left.start..colon)
    {
        let same = match figure.noun {
            Some(noun) => shares_head(scene, left.start..colon, noun),
            None => !figure.describes || nodes[left.start..colon].iter().any(|n| n.mask.has(Class::Head)),
        };
        if same {
            return Some(subject);
        }
    }
    let subject = match predicate {
        Some(p) if !has => subject(scene, left.start..p),
        None if figure.noun.is_none() || figure.estimated => subject(scene, left.clone()),
        _ => None,
    };
    if subject.is_some() && !(figure.describes && predicate.is_none()) {
        return subject;
    }
    let takes = predicate.is_some_and(|i| scene.arg(&nodes[i], Class::Predicate) == Some(4));
    if figure.noun.is_some() || figure.describes && !takes {
        return Some(object(scene, sentence, &left, at, predicate));
    }
    // The first figure of a sentence has its subject there; the others go on with what the one before measures.
    let own = || subject_of_sentence(scene, sentence, at);
    if first { own().or_else(|| before.map(str::to_owned)) } else { before.map(str::to_owned).or_else(own) }
}

/// What a rank is of: "nhóm 50 quốc gia dẫn đầu về công nghệ thông tin", "Tỷ lệ sử dụng IPv6 xếp hạng thứ 9", and where
/// only the country stands before it, what the circumstances name: "Trong Báo cáo chỉ số …, Việt Nam xếp thứ 25".
fn ranked(scene: &Scene<'_>, sentence: &Range<usize>, clause: &Range<usize>, at: usize) -> Option<String> {
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
    while end > clause.start && nodes[end - 1].mask.meets(CUE) && !is_noun(&nodes[end - 1]) {
        end -= 1;
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

/// What of a figure decides how its indicator is told.
struct Figure {
    noun: Option<crate::text::Span>,
    /// "98,3% hồ sơ", "5.218 ha lúa": a share or a measure of what stands behind it.
    describes: bool,
    of_plan: bool,
    estimated: bool,
}

impl Figure {
    fn of(scene: &Scene<'_>, at: usize) -> Self {
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
        let describes = (share || measure) && next.has(Class::Content) && !of_plan;
        // "ước khoảng 1.767.766 lao động": the qualifier is the predicate.
        Self { noun: noun.filter(|_| !estimated), describes, of_plan, estimated }
    }
}

/// Whether a lead before a colon names what is counted: "Số lượng hộ nông dân lên sàn: 7.987 hộ".
fn shares_head(scene: &Scene<'_>, run: Range<usize>, noun: crate::text::Span) -> bool {
    let nodes = &scene.nodes[run];
    let head = noun.of(scene.text).split_whitespace().next().unwrap_or_default().to_lowercase();
    nodes.iter().any(|n| n.mask.has(Class::Head) || scene.words(n).to_lowercase().split_whitespace().any(|w| w == head))
}

fn subject_of_sentence(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    let end = (sentence.start..at).find(|&i| scene.nodes[i].mask.meets(PREDICATE)).unwrap_or(at);
    subject(scene, sentence.start..end)
}

/// The noun phrase of a run of nodes, without what leads and trails.
fn subject(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
    let nodes = &scene.nodes;
    let mut end = run.end;
    while end > run.start && nodes[end - 1].mask.meets(TAIL) && !is_noun(&nodes[end - 1]) {
        end -= 1;
    }
    let mut start = opening(scene, run.start..end);
    while start < end && (nodes[start].mask.meets(LEAD) && !is_noun(&nodes[start]) || drops(scene, start)) {
        start += 1;
    }
    while end > start && nodes[end - 1].mask.meets(TAIL) && !is_noun(&nodes[end - 1]) {
        end -= 1;
    }
    words(scene, start..end)
}

/// Verbs of a wish that lead to what is wished: "phấn đấu đưa thu nhập bình quân lên …".
fn drops(scene: &Scene<'_>, at: usize) -> bool {
    let node = &scene.nodes[at];
    scene.arg(node, Class::Verb) == Some(2)
        || node.mask.has(Class::Preposition) && scene.arg(node, Class::Preposition) != Some(1)
}

fn is_noun(node: &Node) -> bool {
    node.mask.has(Class::Content)
}

/// Where the phrase of a run opens: behind a wish, behind circumstances, at the head of an indicator, else behind the
/// last comma that does not stand in an enumeration.
fn opening(scene: &Scene<'_>, run: Range<usize>) -> usize {
    let nodes = &scene.nodes;
    let mut start = run.start;
    if let Some(wish) = run
        .clone()
        .rev()
        .find(|&i| nodes[i].mask.has(Class::Target) || nodes[i].mask.has(Class::TaskCue) && i > run.start)
        && nodes[wish + 1..run.end].iter().any(is_noun)
    {
        start = wish + 1;
    }
    let mut segments = Vec::new();
    let mut from = start;
    for (i, node) in nodes.iter().enumerate().take(run.end).skip(start) {
        let mask = node.mask;
        if (mask.has(Class::Comma) || mask.has(Class::Connector) || mask.has(Class::Open)) && i + 1 < run.end {
            segments.push(from..i);
            from = i + 1;
        }
    }
    segments.push(from..run.end);
    let content = |s: &Range<usize>| nodes[s.clone()].iter().filter(|n| is_noun(n)).count();
    segments.retain(|s| content(s) > 0);
    let first = |s: &Range<usize>| {
        nodes[s.clone()].iter().find(|n| !n.mask.has(Class::Period) || n.mask.has(Class::Content)).copied()
    };
    let heads = |s: &Range<usize>| {
        nodes[s.clone()].iter().find(|n| is_noun(n)).is_some_and(|n| scene.arg(n, Class::Head) == Some(0))
    };
    if let Some(segment) = segments.iter().rev().find(|s| heads(s)) {
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
    opens
}

/// The words behind a node, up to what ends the phrase. A predicate belongs to them ("81 trạm có bác sĩ") unless it leads
/// to the next figure ("5 doanh nghiệp đạt 3 tỷ đồng").
fn following(scene: &Scene<'_>, at: usize, end: usize) -> Option<String> {
    const NEXT: Mask = Mask::of(&[Class::Quantity, Class::Change, Class::Rank, Class::Ratio]);
    let nodes = &scene.nodes;
    let mut stop = (at + 1..end).find(|&i| nodes[i].mask.meets(END)).unwrap_or(end);
    if stop < end && nodes[stop].mask.meets(NEXT) {
        stop = (at + 1..stop).find(|&i| nodes[i].mask.has(Class::Predicate)).unwrap_or(stop);
    }
    while stop > at + 1 && nodes[stop - 1].mask.meets(TAIL) && !is_noun(&nodes[stop - 1]) {
        stop -= 1;
    }
    words(scene, at + 1..stop)
}

/// A counted noun with what describes it; where nothing does, with the verb before it.
fn object(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    left: &Range<usize>,
    at: usize,
    predicate: Option<usize>,
) -> String {
    let noun = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        Some(Value::Ratio(_, _, unit)) => unit,
        _ => None,
    };
    let mut phrase = match noun.map(|u| u.kind) {
        Some(UnitKind::Noun(span)) => span.to(scene.span(&scene.nodes[at])).of(scene.text).to_owned(),
        _ => String::new(),
    };
    // "12 bộ, ngành và 49 tỉnh, thành phố triển khai …": what is told of the second is told of the first.
    let shared = (at + 2 < sentence.end
        && scene.nodes[at + 1].mask.meets(Mask::of(&[Class::Conjunction, Class::Comma]))
        && scene.nodes[at + 2].mask.has(Class::Quantity))
    .then(|| following(scene, at + 2, sentence.end))
    .flatten();
    if let Some(rest) = following(scene, at, sentence.end).or(shared) {
        phrase = format!("{phrase} {rest}");
    } else {
        let from = predicate.map_or(left.start, |p| p + 1);
        let before = subject(scene, from..at).or_else(|| predicate.and_then(|p| subject(scene, left.start..p)));
        if let Some(before) = before {
            phrase = format!("{phrase} {before}");
        }
    }
    phrase.trim().to_owned()
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
