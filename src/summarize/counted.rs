//! What a counted noun is told with: what describes it behind, the verb or the owner before, and people with what befell
//! them.

use std::ops::Range;

use super::following::following;
use super::named::{Named, with_owner};
use super::phrase::{acts, is_noun, subject};
use crate::lexicon::{Class, Mask, bound, event, indicator, unit};
use crate::rules::{Quantity, Scene, UnitKind, Value};
use crate::text::fold_into;

/// "41 vụ tai nạn giao thông, làm chết 38 người, bị thương 9 người": people, and what befell them.
pub fn casualties(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, named: &Named) -> Option<String> {
    let nodes = &scene.nodes;
    let unit = match scene.value(&nodes[at])? {
        Value::Quantity(quantity) => quantity.unit,
        Value::Change(change) => change.size.and_then(|size| size.unit),
        _ => None,
    };
    let UnitKind::Noun(noun) = unit?.kind else { return None };
    let words = |run: Range<usize>| {
        let words = if run.is_empty() { String::new() } else { scene.words_of(&nodes[run]).to_lowercase() };
        words.trim_matches(['*', ' ']).to_owned()
    };
    let before = words(at.saturating_sub(3).max(sentence.start)..at);
    let behind = words(at + 1..sentence.end.min(at + 3));
    let people = noun.of(scene.text).to_lowercase();
    let fate = unit::CASUALTIES
        .iter()
        .find(|fate| before.ends_with(*fate) || behind.starts_with(*fate) || people.ends_with(*fate))?;
    let who = people.strip_suffix(fate).unwrap_or(&people).trim_matches(['*', ' ']).to_owned();
    if who != unit::PERSON {
        return None;
    }
    let told = named.in_sentence(sentence);
    let cause = told.filter(|cause| !cause.contains(unit::PERSON));
    let cause = cause.map(|cause| cause.strip_prefix(INCIDENTS).unwrap_or(cause));
    // "Bão số 3 đã làm 54 người chết": who did it is the cause.
    let doer = || {
        let nearest = at.saturating_sub(FAR).max(sentence.start);
        let part = (nearest..at).rev().find(|&i| nodes[i].mask.has(Class::Semicolon));
        let from = part.map_or(nearest, |i| i + 1);
        let deed = (from..at).rev().find(|&i| unit::CAUSING.contains(&scene.words(&nodes[i])))?;
        let counted = nodes[from..deed].iter().any(|n| n.mask.has(Class::Quantity));
        if counted { None } else { subject(scene, from..deed) }
    };
    // "làm chết 07 người, bị thương 06 người": of the same.
    let same = || told?.split_once(BY_CAUSE).map(|(_, cause)| cause.to_owned());
    // "gió giật cấp 17; bão làm 345 người chết": what another part of the sentence tells is no cause.
    let from = named.at_before(at).unwrap_or(at);
    let parted = scene.run_of(from..at).iter().any(|n| n.mask.has(Class::Semicolon));
    let told_here = cause.filter(|_| !parted).map(str::to_owned);
    let cause = told_here.or_else(doer).or_else(|| cause.map(str::to_owned)).or_else(same);
    Some(cause.map_or_else(|| format!("{who} {fate}"), |cause| format!("{who} {fate} {BY} {cause}")))
}

/// What may stand before the first word of a name.
const SKIP: Mask = Mask::of(&[
    Class::Comma,
    Class::Conjunction,
    Class::Connector,
    Class::Auxiliary,
    Class::Period,
    Class::Colon,
    Class::Dash,
    Class::Slash,
    Class::Frame,
]);

/// A name without the verb that only says that something was there.
fn without_existence(name: &str) -> Option<String> {
    let folded = name.to_lowercase();
    let verb = EXISTENTIAL.iter().find(|verb| folded.ends_with(*verb));
    let cut = verb.map_or(name.len(), |verb| name.len().saturating_sub(verb.len()));
    name.get(..cut).map(|rest| rest.trim_end().to_owned()).filter(|rest| !rest.is_empty())
}

/// Verbs that only say that something was there.
const EXISTENTIAL: [&str; 4] = ["xảy ra", "diễn ra", "phát sinh", "xuất hiện"];

/// What incidents are counted by, and what stands before their cause.
pub const INCIDENTS: &str = "vụ ";
pub const BY: &str = "do";
const BY_CAUSE: &str = " do ";

/// A counted noun without the qualifier of its number: "lao động trở lên".
fn without_bound(noun: &str) -> &str {
    let after = bound::WORDS.iter().filter(|(_, class, _)| *class == Class::BoundAfter);
    after.into_iter().find_map(|(words, ..)| noun.strip_suffix(words)).unwrap_or(noun).trim_end()
}

/// The most words of counted cases that do not say themselves what they are.
const MOST_OF_CASES: usize = 5;

/// How many nodes may stand between who did something and those whom it befell.
const FAR: usize = 60;

/// The most nodes of what describes a noun that is told again.
const MOST_OF_DESCRIPTION: usize = 6;

/// Whether a figure counts a noun.
fn counts(scene: &Scene<'_>, at: usize) -> bool {
    let unit = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        _ => None,
    };
    unit.is_some_and(|unit| matches!(unit.kind, UnitKind::Noun(_)))
}

/// Whether two figures count by the same first word.
fn same_noun(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let first = |at: usize| match scene.value(&scene.nodes[at])? {
        Value::Quantity(q) => match q.unit?.kind {
            UnitKind::Noun(noun) => noun.of(scene.text).split(' ').next(),
            _ => None,
        },
        _ => None,
    };
    first(a).is_some() && first(a) == first(b)
}

/// A counted noun with what describes it; where nothing does, with the verb before it, or with what it is of.
pub fn object(
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
        Some(UnitKind::Noun(span)) => without_bound(span.to(scene.span(&scene.nodes[at])).of(scene.text)).to_owned(),
        _ => String::new(),
    };
    // "12 bộ, ngành và 49 tỉnh, thành phố triển khai …": what is told of the second is told of the first.
    let shared = (at + 2 < sentence.end
        && scene.nodes[at + 1].mask.meets(Mask::of(&[Class::Conjunction, Class::Comma]))
        && scene.nodes[at + 2].mask.has(Class::Quantity)
        && counts(scene, at + 2)
        // "35 hồ hư hỏng, 12 hồ được sửa chữa": the same noun again is another part.
        && !(scene.nodes[at + 1].mask.has(Class::Comma) && same_noun(scene, at, at + 2))
        && !scene.run_of(at + 3..at + 4).iter().any(|n| n.mask.has(Class::Comma)))
    .then(|| following(scene, at + 2, sentence.end))
    .flatten();
    let rest = following(scene, at, sentence.end).or(shared);
    // "kết nạp 61.284 hội viên mới": where nothing else follows, the word is of what is counted.
    let new = rest.is_none() && at + 1 < sentence.end && is_new(scene, at + 1);
    let phrase = if new { format!("{phrase} {}", scene.words(&scene.nodes[at + 1])) } else { phrase };
    if let Some(rest) = rest {
        // "31 đề tài, sáng kiến cấp cơ sở": counted together.
        let list = rest.starts_with(',');
        let told = if list { format!("{phrase}{rest}") } else { format!("{phrase} {rest}") }.trim().to_owned();
        let from = predicate.map_or(left.start, |p| p + 1);
        // "18 hộ thuộc 3 cộng đồng nhận khoán rừng": what only relates two things is no deed.
        let relates = |i: usize| indicator::RELATIONS.contains(&scene.words(&scene.nodes[i]));
        let verb = |i: usize| scene.nodes[i].mask.has(Class::Verb) && !is_noun(&scene.nodes[i]) && !relates(i);
        let deed = (from..at).find(|&i| verb(i) || list && acts(scene, i));
        let by = deed.and_then(|i| subject(scene, i..at)).filter(|by| by.split_whitespace().count() <= 3);
        return by.map_or(told.clone(), |by| match for_whom(scene, left.start, at) {
            true => with_owner(&received(&told, None), &by),
            false => with_owner(&told, &by),
        });
    }
    if let Some(guests) = guests(scene, sentence, &phrase) {
        return guests;
    }
    // "12 khu điều trị với 6.850 giường", "173 sản phẩm của 94 chủ thể".
    const OF: Mask = Mask::of(&[Class::Preposition, Class::Bound]);
    let of = !left.is_empty() && scene.nodes[left.clone()].iter().all(|n| n.mask.meets(OF));
    if let (true, Some(owner)) = (of, named.in_sentence(sentence)) {
        return with_owner(&phrase, owner);
    }
    let from = predicate.map_or(left.start, |p| p + 1);
    // "Cơ sở vật chất: xây mới 312 phòng học": the deed stands behind the colon.
    let colon = (from..at).rev().find(|&i| scene.nodes[i].mask.has(Class::Colon)).filter(|&c| c + 1 < at);
    let from = colon.map_or(from, |c| c + 1);
    let from = behind_place(scene, from, at);
    let before = subject(scene, from..at).and_then(|before| without_existence(&before));
    let before = before.filter(|before| !indicator::RELATIONS.contains(&before.as_str()));
    let before = before.or_else(|| predicate.and_then(|p| subject(scene, left.start..p)));
    // "xây mới 12 nhà", "triển khai mới 46 kỹ thuật": between a deed and a count the word is of the deed.
    let newly = at > from + 1 && is_new(scene, at - 1) && acts(scene, at - 2);
    let before =
        before.map(|before| if newly { format!("{before} {}", scene.words(&scene.nodes[at - 1])) } else { before });
    // "đàn bò 53.200 con": the word that things are counted by says nothing.
    if let Some(before) = before.as_ref().filter(|_| unit::CLASSIFIERS.contains(&phrase.to_lowercase().as_str())) {
        let noun = (from..at).find(|&i| !scene.nodes[i].mask.meets(SKIP)).is_some_and(|i| is_noun(&scene.nodes[i]));
        if noun || predicate.is_some() {
            return before.clone();
        }
    }
    // "thời hạn từ 3 đến 6 tháng": nor does what time is measured by.
    if let Some(before) = before.as_ref().filter(|_| unit::SPANS.contains(&phrase.to_lowercase().as_str())) {
        // "trước đây mất 20 ngày, nay còn 9 ngày": of the same.
        let now = unit::NOW.contains(&before.to_lowercase().as_str());
        return named.in_sentence(sentence).filter(|_| now).unwrap_or(before).to_owned();
    }
    // "Tổng số ca phẫu thuật 14.962 ca", "số tử vong 42 ca": the name of a count says it.
    if let Some(before) = before.as_ref().filter(|before| !phrase.contains(' ') && counts_itself(before)) {
        return before.clone();
    }
    // "xử lý 412 vụ vi phạm; khởi tố 03 vụ": the noun is told without what describes it.
    let deed = (from..at).find(|&i| !scene.nodes[i].mask.meets(SKIP)).filter(|&i| acts(scene, i));
    let described = deed.and_then(|_| named.before_node(at).find_map(|told| described(scene, told, &phrase)));
    let phrase = described.unwrap_or(phrase);
    let told = match before {
        Some(before) if for_whom(scene, left.start, at) => received(&phrase, Some(&before)),
        Some(before) => format!("{phrase} {before}"),
        None => phrase.clone(),
    };
    let told = told.trim().to_owned();
    // "Án hình sự: thụ lý 612 vụ": the lead tells what the cases are.
    let befell = unit::CASUALTIES.iter().any(|fate| told.ends_with(fate));
    if unit::CASES.contains(&phrase.to_lowercase().as_str())
        && (deed.is_some() || told == phrase)
        && !befell
        && told.split_whitespace().count() <= MOST_OF_CASES
        && let Some(label) = named.label()
    {
        return with_owner(&told, label);
    }
    // A noun that nothing describes is of what was told before in the sentence.
    let from = named.at_before(at).unwrap_or(at);
    let parted = scene.run_of(from..at).iter().any(|n| n.mask.has(Class::Semicolon));
    let bare = told.split_whitespace().count() <= 2 && !parted;
    // "331 máy ATM, 2.740 máy POS": an item of a list is of what the item before is of.
    let before = named.in_sentence(sentence).filter(|_| bare);
    if let Some(rest) = before.and_then(|before| shared_owner(scene, from, at, before)) {
        return with_owner(&told, rest);
    }
    match before {
        Some(owner) => with_owner(&told, owner),
        None => told,
    }
}

/// Where a deed begins that only a whole place does: "Toàn tỉnh tiếp nhận 462 hồ sơ", "cả nước xảy ra 3 vụ".
fn behind_place(scene: &Scene<'_>, from: usize, at: usize) -> usize {
    const PLACE: Mask = Mask::of(&[Class::AreaWord, Class::Pronoun, Class::Scope]);
    let nodes = &scene.nodes;
    let mut start = from;
    while start < at && nodes[start].mask.meets(SKIP.with(PLACE)) {
        start += 1;
    }
    let place = nodes[from..start].iter().any(|n| n.mask.meets(PLACE));
    if place && start < at && acts(scene, start) { start } else { from }
}

/// "Số sản phẩm OCOP đạt từ 3 sao trở lên là 14.642", "Số tàu đã rà soát, cập nhật: 412": the whole name of a count, where a
/// limit or a second verb stands in it.
pub fn count_of(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<String> {
    const PART: Mask = Mask::of(&[Class::Semicolon, Class::Dot, Class::Colon]);
    const LONGEST: usize = 24;
    let nodes = &scene.nodes;
    let link = at.checked_sub(1).filter(|&i| i > sentence.start)?;
    if !(nodes[link].mask.has(Class::Colon) || scene.arg(&nodes[link], Class::Predicate) == Some(1)) {
        return None;
    }
    let part = (sentence.start..link).rev().find(|&i| nodes[i].mask.meets(PART)).map_or(sentence.start, |i| i + 1);
    let start = (part..link).find(|&i| !nodes[i].mask.meets(SKIP))?;
    let limit = |i: usize| nodes[i].mask.has(Class::Quantity) && super::following::limits(scene, i);
    let verb = |i: usize| nodes[i].mask.has(Class::Comma) && acts(scene, i + 1) && !nodes[i + 1].mask.has(Class::Head);
    let plain = |i: usize| {
        let figure = nodes[i].mask.meets(super::clause::FIGURES) && !limit(i);
        !figure && (!nodes[i].mask.has(Class::Comma) || verb(i)) && scene.arg(&nodes[i], Class::Predicate) != Some(1)
    };
    let told = link - start <= LONGEST && (start..link).any(|i| limit(i) || verb(i)) && (start..link).all(plain);
    super::phrase::words(scene, start..link).filter(|name| told && counts_itself(name))
}

/// "mới", which is "only" before a predicate and "new" elsewhere.
fn is_new(scene: &Scene<'_>, at: usize) -> bool {
    scene.arg(&scene.nodes[at], Class::Auxiliary) == Some(3)
}

/// Who came to a meeting that the sentence names: "hơn 300 đại biểu" are those that attend it.
fn guests(scene: &Scene<'_>, sentence: &Range<usize>, noun: &str) -> Option<String> {
    let mut folded = String::new();
    fold_into(noun, &mut folded);
    event::ATTENDERS.contains(&folded.as_str()).then_some(())?;
    let cue = scene.nodes[sentence.clone()].iter().find(|n| matches!(scene.arg(n, Class::EventCue), Some(0 | 13)))?;
    Some(format!("{noun} {ATTENDING} {}", scene.words(cue).to_lowercase()))
}

/// What stands between guests and their meeting.
const ATTENDING: &str = "dự";

/// Whether a name opens with the word for a number.
pub fn counts_itself(name: &str) -> bool {
    let mut folded = String::new();
    fold_into(name, &mut folded);
    indicator::COUNTS.iter().any(|head| folded.strip_prefix(head).is_some_and(|rest| rest.starts_with(' ')))
}

/// A noun with what describes it where the figure at a node counts the same.
fn described(scene: &Scene<'_>, at: usize, noun: &str) -> Option<String> {
    let Some(Value::Quantity(Quantity { unit: Some(unit), .. })) = scene.value(&scene.nodes[at]) else { return None };
    let UnitKind::Noun(span) = unit.kind else { return None };
    let told = span.of(scene.text);
    let rest = told.strip_prefix(noun).filter(|rest| rest.is_empty() || rest.starts_with(' '))?;
    if !rest.is_empty() {
        return Some(told.to_owned());
    }
    let end = scene.nodes.len().min(at + MOST_OF_DESCRIPTION);
    let next = scene.nodes.get(at + 1).is_some_and(is_noun);
    following(scene, at, end).filter(|_| next).map(|rest| format!("{noun} {rest}"))
}

/// "Giải quyết việc làm cho 3.150 lao động": whom something was done for.
fn for_whom(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let deed = || scene.run_of(start..at).iter().any(|n| n.mask.has(Class::Verb));
    at > start && scene.words(&scene.nodes[at - 1]) == "cho" && deed()
}

/// Who received something, with what was done: "lao động được giải quyết việc làm".
fn received(who: &str, deed: Option<&str>) -> String {
    let Some(deed) = deed else { return format!("{who} được") };
    let mut letters = deed.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{who} được {first}{}", letters.as_str())
}

/// What the item before in a list is of: its name without its own noun.
fn shared_owner<'n>(scene: &Scene<'_>, from: usize, at: usize, before: &'n str) -> Option<&'n str> {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction, Class::Slash]);
    let between = scene.run_of(from + 1..at);
    let parallel = from < at && !between.is_empty() && between.iter().all(|n| n.mask.meets(JOINT));
    let noun = match scene.value(scene.nodes.get(from)?)? {
        Value::Quantity(Quantity { unit: Some(unit), .. }) => match unit.kind {
            UnitKind::Noun(span) => span.of(scene.text),
            _ => return None,
        },
        _ => return None,
    };
    before.strip_prefix(noun).filter(|rest| parallel && rest.starts_with(' ')).map(str::trim)
}
