//! What a figure measures: the noun phrase before its predicate, or the counted noun with what describes it; and where
//! that alone says too little, with what it is of: "năng suất bình quân" of the rice told before, "dịch vụ" of the
//! production value. Settled reading 11 of the guide.

use std::ops::Range;

use super::figure::{Figure, WITHIN, compared_with, whole};
use super::listed::{before_bracket, bracket, in_brackets, respectively};
use super::named::{Named, with_owner};
use super::owner::completed;
use super::phrase::{CIRCUMSTANCE, following, has_head, is_noun, opening, subject, words};
use crate::lexicon::{Class, Mask, change, indicator, unit};
use crate::rules::{ChangeValue, Quantity, Scene, UnitKind, Value};
use crate::text::Span;

/// The most words of a subject that is told with what stands behind its predicate.
const MOST_OF_OWNER: usize = 8;
const PREDICATE: Mask = Mask::of(&[Class::Predicate, Class::Same, Class::Change, Class::RankCue]);

/// The indicator of the figure at `at`, in the words of the text; `named` knows those before it.
pub fn find(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let name = measured(scene, sentence, clause, at, named)?;
    // "chiếm 1,35% tổng dư nợ": a share with its whole.
    let share = matches!(scene.value(&scene.nodes[at]), Some(Value::Quantity(q)) if q.unit.is_some_and(|u| u.kind == UnitKind::Percent));
    let of =
        (share && at + 1 < sentence.end && whole(scene, at + 1)).then(|| following(scene, at, sentence.end)).flatten();
    Some(match of.filter(|of| !indicator::POPULATION.contains(&of.to_lowercase().as_str())) {
        Some(of) if !name.contains(&of) => format!("{name} {WITHIN} {of}"),
        _ => name,
    })
}

fn measured(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let nodes = &scene.nodes;
    let before = named.last();
    let first = named.in_sentence(sentence).is_none();
    if let Some(Value::Change(ChangeValue { object: Some(object), .. })) = scene.value(&nodes[at]) {
        return Some(object.of(scene.text).to_owned());
    }
    if nodes[at].mask.has(Class::Rank) {
        return ranked(scene, sentence, clause, at, named).or_else(|| before.map(str::to_owned));
    }
    let figure = Figure::of(scene, at);
    if let Some(open) = bracket(scene, sentence, at)
        && let Some(base) = before_bracket(scene, sentence, open, named)
    {
        return Some(in_brackets(scene, sentence, open, at, &figure, &base));
    }
    if let Some(item) = respectively(scene, sentence, at, named) {
        return Some(item);
    }
    // Words between a colon and the figure are the clause; without any, the clause stands before the colon.
    let colon = (clause.start..at).rev().find(|&i| nodes[i].mask.has(Class::Colon));
    let lead = colon.filter(|&c| !nodes[c + 1..at].iter().any(is_noun) && !tells(scene, clause.start..c));
    let mut left = match colon {
        Some(c) if lead.is_none() => c + 1..at,
        _ => clause.start..at,
    };
    let predicate = predicate(scene, &left, at, figure.noun);
    let has = predicate.is_some_and(|i| match scene.arg(&nodes[i], Class::Predicate) {
        Some(2 | 7) => true,
        Some(6) => figure.noun.is_some(),
        _ => false,
    });
    if figure.of_plan {
        let subject = predicate.map(|p| left.start..p).and_then(|run| subject(scene, run));
        let subject = subject.or_else(|| before.is_none().then(|| subject_of_sentence(scene, sentence, at))?);
        let base = subject.or_else(|| before.map(str::to_owned))?;
        let against = compared_with(scene, at, sentence.end);
        return Some(format!("{base} {against}").trim_end().to_owned());
    }
    if let Some(told) = planned(scene, sentence, &left, at, named) {
        return Some(told);
    }
    if opens_change(scene, &left, at)
        && let Some(object) = following(scene, at, sentence.end)
    {
        return Some(object);
    }
    if let Some(colon) = lead
        && let Some(subject) = subject(scene, left.start..colon)
    {
        let told = predicate.is_some_and(|p| p > colon) && figure.noun.is_some();
        let same = match figure.noun {
            Some(noun) => !told && shares_head(scene, left.start..colon, noun),
            None => !figure.describes || nodes[left.start..colon].iter().any(|n| n.mask.has(Class::Head)),
        };
        if same {
            return Some(subject);
        }
        if told {
            left = colon + 1..at;
            let own = object(scene, sentence, &left, at, predicate.filter(|&p| p > colon), named);
            let bare = own.split_whitespace().count() <= 3;
            return Some(if bare { with_owner(&own, &subject) } else { own });
        }
    }
    // "duy trì tốc độ tăng trưởng cao 35%": what is measured stands behind the predicate, whose it is before it.
    if figure.noun.is_none()
        && let Some(p) = predicate.filter(|&p| has_head(scene, p + 1..at))
        && let Some(own) = subject(scene, p + 1..at)
    {
        let whose = subject(scene, left.start..p).filter(|whose| whose.split_whitespace().count() <= MOST_OF_OWNER);
        return Some(match whose {
            Some(whose) => with_owner(&own, &whose),
            None => completed(scene, sentence, at, own, &figure, named),
        });
    }
    // "Việt Nam đã tăng 25 bậc": of the ranking told before.
    let steps = matches!(scene.value(&nodes[at]), Some(Value::Change(ChangeValue { size: Some(size), .. }))
        if size.unit.is_some_and(|unit| unit.kind == UnitKind::Steps));
    if steps
        && only_place(scene, left.clone())
        && let Some(before) = before
    {
        return Some(before.to_owned());
    }
    let own = match predicate {
        Some(p) if !(has || figure.noun.is_some() && only_place(scene, left.start..p)) => subject(scene, left.start..p),
        None if figure.noun.is_none() || figure.estimated => subject(scene, left.clone()),
        _ => None,
    };
    // "tỷ lệ bao phủ 88,7% dân số": a share that has its name before it.
    let named_before = predicate.is_none() && has_head(scene, left.clone());
    if let Some(own) = own.filter(|_| !figure.describes || predicate.is_some() || named_before) {
        return Some(completed(scene, sentence, at, own, &figure, named));
    }
    let takes = predicate.is_some_and(|i| scene.arg(&nodes[i], Class::Predicate) == Some(4));
    if figure.describes && predicate.is_none() {
        // "triển khai cáp quang tới 100% thôn, bản": of what stands behind, by what stands before.
        let of = following(scene, at, sentence.end).unwrap_or_default();
        let by = subject(scene, left.clone()).filter(|by| by.split_whitespace().count() <= 8);
        return Some(by.map_or(of.clone(), |by| with_owner(&of, &by)));
    }
    if figure.noun.is_some() || figure.describes && !takes {
        return Some(object(scene, sentence, &left, at, predicate, named));
    }
    // The first figure of a sentence has its subject there; the others go on with what the one before measures.
    let own = || subject_of_sentence(scene, sentence, at);
    if first { own().or_else(|| before.map(str::to_owned)) } else { before.map(str::to_owned).or_else(own) }
}

/// Whether a run before a colon tells something, so that it names no indicator: "Nông nghiệp vẫn là trụ đỡ: …",
/// "Thiếu tướng Trần Quang Ngoạn chỉ đạo: …".
fn tells(scene: &Scene<'_>, run: Range<usize>) -> bool {
    const TELLS: Mask = Mask::of(&[Class::Speech, Class::TaskCue, Class::Target, Class::PersonName]);
    scene.nodes[run].iter().any(|n| n.mask.meets(TELLS) || scene.arg(n, Class::Predicate) == Some(1))
}

/// Whether a run names nothing but a place or who reports: "Toàn tỉnh duy trì 1.115 câu lạc bộ".
fn only_place(scene: &Scene<'_>, run: Range<usize>) -> bool {
    const PLACE: Mask = Mask::of(&[Class::AreaWord, Class::Country, Class::Province, Class::Pronoun, Class::Scope]);
    let nouns: Vec<_> = scene.nodes[run].iter().filter(|n| is_noun(n)).collect();
    nouns.iter().all(|n| n.mask.meets(PLACE))
}

/// What a plan asks for: "chưa đạt chỉ tiêu 90%", "(kế hoạch: 10 - 12%)", "KH 30,5m2".
fn planned(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    left: &Range<usize>,
    at: usize,
    named: &Named,
) -> Option<String> {
    let nodes = &scene.nodes;
    let plan = left.clone().rev().find(|&i| !nodes[i].mask.meets(Mask::of(&[Class::Colon, Class::Auxiliary])))?;
    if !nodes[plan].mask.has(Class::Plan) || plan + 3 < at {
        return None;
    }
    let base = named.in_sentence(sentence)?;
    // What is compared with a plan is told before: "so với kế hoạch".
    let base = base.split(change::AGAINST).next().unwrap_or(base).trim_end();
    Some(with_owner(base, scene.words(&nodes[plan])))
}

/// Whether a change opens its clause, so that what it is of stands behind it: "kéo giảm ít nhất 5% tai nạn giao thông".
fn opens_change(scene: &Scene<'_>, left: &Range<usize>, at: usize) -> bool {
    const EDGE: Mask = Mask::of(&[
        Class::Comma,
        Class::Semicolon,
        Class::Colon,
        Class::Dot,
        Class::Target,
        Class::TaskCue,
        Class::OtherMark,
    ]);
    let nodes = &scene.nodes;
    let edge = left.clone().rev().find(|&i| nodes[i].mask.meets(EDGE));
    let from = edge.map_or(left.start, |i| i + 1);
    let sized = matches!(scene.value(&nodes[at]), Some(Value::Change(change)) if change.size.is_some());
    let next = nodes.get(at + 1).is_some_and(is_noun);
    let opens = edge.is_some() || left.start == 0 || nodes[left.start - 1].mask.meets(EDGE);
    sized && next && opens && !nodes[from..at].iter().any(is_noun)
}

/// What leads to a figure: the last predicate before it; "còn", "lên" and their like only right before it.
fn predicate(scene: &Scene<'_>, left: &Range<usize>, at: usize, noun: Option<Span>) -> Option<usize> {
    const TOUCHES: Mask = Mask::of(&[Class::To, Class::Bound, Class::Auxiliary, Class::Adverb]);
    let nodes = &scene.nodes;
    // A change is its own predicate: "Số xã đạt chuẩn tăng từ 55 xã lên 77 xã".
    let moves = nodes[at].mask.has(Class::Change);
    let near = left.clone().rev().find(|&i| !nodes[i].mask.meets(TOUCHES));
    let told = left.clone().rev().find(|&i| nodes[i].mask.meets(PREDICATE));
    let told = told.filter(|&i| !moves || near == Some(i));
    let reaches = left.clone().rev().take(3).take_while(|&i| nodes[i].mask.meets(TOUCHES) && i < at);
    let reaches = reaches.filter(|&i| nodes[i].mask.has(Class::To) && !is_noun(&nodes[i])).last();
    // "hộ cận nghèo còn 61 hộ", but "còn 173 nhà văn hóa": then it only leads to what is counted.
    let reaching = |i: usize| noun.is_none_or(|noun| shares_head(scene, left.start..i, noun));
    reaches.filter(|&i| told.is_none_or(|p| p < i) && reaching(i)).or(told)
}

/// What a rank is of: "nhóm 50 quốc gia dẫn đầu về công nghệ thông tin", "Tỷ lệ sử dụng IPv6 xếp hạng thứ 9", and where
/// only the country stands before it, what the circumstances name: "Trong Báo cáo chỉ số …, Việt Nam xếp thứ 25".
fn ranked(
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
    while end > clause.start && nodes[end - 1].mask.meets(CUE) && !is_noun(&nodes[end - 1]) {
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

/// Whether a lead before a colon names what is counted: "Số lượng hộ nông dân lên sàn: 7.987 hộ".
fn shares_head(scene: &Scene<'_>, run: Range<usize>, noun: Span) -> bool {
    let nodes = &scene.nodes[run];
    let head = noun.of(scene.text).split_whitespace().next().unwrap_or_default().to_lowercase();
    nodes.iter().any(|n| n.mask.has(Class::Head) || scene.words(n).to_lowercase().split_whitespace().any(|w| w == head))
}

fn subject_of_sentence(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    let end = (sentence.start..at).find(|&i| scene.nodes[i].mask.meets(PREDICATE)).unwrap_or(at);
    subject(scene, sentence.start..end)
}

/// "41 vụ tai nạn giao thông, làm chết 38 người, bị thương 9 người": people, and what befell them.
fn casualties(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, named: &Named) -> Option<String> {
    let nodes = &scene.nodes;
    let Some(Value::Quantity(Quantity { unit: Some(unit), .. })) = scene.value(&nodes[at]) else { return None };
    let UnitKind::Noun(noun) = unit.kind else { return None };
    let words = |run: Range<usize>| {
        if run.is_empty() { String::new() } else { scene.words_of(&nodes[run]).to_lowercase() }
    };
    let before = words(at.saturating_sub(3).max(sentence.start)..at);
    let behind = words(at + 1..sentence.end.min(at + 3));
    let people = noun.of(scene.text).to_lowercase();
    let fate = unit::CASUALTIES
        .iter()
        .find(|fate| before.ends_with(*fate) || behind.starts_with(*fate) || people.ends_with(*fate))?;
    let who = people.strip_suffix(fate).unwrap_or(&people).trim().to_owned();
    if who != unit::PERSON {
        return None;
    }
    let cause = named.in_sentence(sentence).filter(|cause| !cause.contains(unit::PERSON));
    let cause = cause.map(|cause| cause.strip_prefix(INCIDENTS).unwrap_or(cause));
    Some(cause.map_or_else(|| format!("{who} {fate}"), |cause| format!("{who} {fate} {BY} {cause}")))
}

/// What incidents are counted by, and what stands before their cause.
const INCIDENTS: &str = "vụ ";
const BY: &str = "do";

/// Whether a figure counts a noun.
fn counts(scene: &Scene<'_>, at: usize) -> bool {
    let unit = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        _ => None,
    };
    unit.is_some_and(|unit| matches!(unit.kind, UnitKind::Noun(_)))
}

/// A counted noun with what describes it; where nothing does, with the verb before it, or with what it is of.
fn object(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    left: &Range<usize>,
    at: usize,
    predicate: Option<usize>,
    named: &Named,
) -> String {
    let noun = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        Some(Value::Ratio(_, _, unit)) => unit,
        _ => None,
    };
    if let Some(told) = casualties(scene, sentence, at, named) {
        return told;
    }
    // "trong đó có 4 chỉ tiêu": what stands before is of the whole.
    let part = left.clone().rev().find(|&i| scene.arg(&scene.nodes[i], Class::Connector) == Some(1));
    let left = &(part.map_or(left.start, |i| i + 1)..left.end);
    let phrase = match noun.map(|u| u.kind) {
        Some(UnitKind::Noun(span)) => span.to(scene.span(&scene.nodes[at])).of(scene.text).to_owned(),
        _ => String::new(),
    };
    // "12 bộ, ngành và 49 tỉnh, thành phố triển khai …": what is told of the second is told of the first.
    let shared = (at + 2 < sentence.end
        && scene.nodes[at + 1].mask.meets(Mask::of(&[Class::Conjunction, Class::Comma]))
        && scene.nodes[at + 2].mask.has(Class::Quantity)
        && counts(scene, at + 2))
    .then(|| following(scene, at + 2, sentence.end))
    .flatten();
    if let Some(rest) = following(scene, at, sentence.end).or(shared) {
        let told = format!("{phrase} {rest}").trim().to_owned();
        let from = predicate.map_or(left.start, |p| p + 1);
        let deed = (from..at).find(|&i| scene.nodes[i].mask.has(Class::Verb) && !is_noun(&scene.nodes[i]));
        let by = deed.and_then(|i| subject(scene, i..at)).filter(|by| by.split_whitespace().count() <= 3);
        return by.map_or(told.clone(), |by| with_owner(&told, &by));
    }
    // "12 khu điều trị với 6.850 giường", "173 sản phẩm của 94 chủ thể".
    const OF: Mask = Mask::of(&[Class::Preposition, Class::Bound]);
    let of = !left.is_empty() && scene.nodes[left.clone()].iter().all(|n| n.mask.meets(OF));
    if let (true, Some(owner)) = (of, named.in_sentence(sentence)) {
        return with_owner(&phrase, owner);
    }
    let from = predicate.map_or(left.start, |p| p + 1);
    let before = subject(scene, from..at).or_else(|| predicate.and_then(|p| subject(scene, left.start..p)));
    let told = before.map_or(phrase.clone(), |before| format!("{phrase} {before}")).trim().to_owned();
    // A noun that nothing describes is of what was told before in the sentence.
    let from = named.at_before(at).unwrap_or(at);
    let parted = scene.run_of(from..at).iter().any(|n| n.mask.has(Class::Semicolon));
    let bare = told.split_whitespace().count() <= 2 && !parted;
    match named.in_sentence(sentence).filter(|_| bare) {
        Some(owner) => with_owner(&told, owner),
        None => told,
    }
}
