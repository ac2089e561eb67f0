//! Whether a word says that something is to be done: modals, directives, words of command, what a year to come is to be.

use super::context::Context;
use super::entries::Sentence;
use super::tasks::{LEAD, NEW, first_action};
use crate::lexicon::{Class, Mask, demand};
use crate::model::{Moment, Period};
use crate::rules::{Part, Time, Value};

/// "cần", "sẽ" with a verb behind them, "phấn đấu" with anything. What only has to be ("phải") counts where the paragraph
/// already says what is to be done.
pub fn modal(sentence: &Sentence<'_, '_>, at: usize, arg: i32, directed: bool, start: usize) -> bool {
    // "sẽ kiến nghị Bộ Tài chính …", "phải làm ngay ba việc: …".
    let asks = sentence.arg(at + 1, Class::Demand) == Some(2);
    let listed = (at + 1..sentence.range.end.min(at + 7)).find(|&i| sentence.is(i, Class::Colon));
    let listed = listed.is_some_and(|i| first_action(sentence, i + 1));
    let verb = asks || listed || (at..sentence.range.end.min(at + 4)).any(|i| sentence.action(i).is_some());
    let colon = sentence.is(at + 1, Class::Colon);
    match arg {
        1 => directed || verb && bound_to(sentence, start, at),
        3 => at + 1 < sentence.range.end,
        _ => verb || colon,
    }
}

/// "Tôi cũng đề nghị …": who speaks.
pub fn speaks_for_all(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let words = sentence.scene.words(&sentence.scene.nodes[at]);
    SPEAKERS.iter().any(|speaker| words.eq_ignore_ascii_case(speaker) || words == *speaker)
}

/// Who speaks of himself.
const SPEAKERS: [&str; 4] = ["tôi", "Tôi", "chúng tôi", "Chúng tôi"];

/// "Thiếu tướng Trần Quang Ngoạn chỉ đạo: kéo giảm …": a word of command, a colon and a verb.
pub fn instructs(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    if !sentence.is(at + 1, Class::Colon) || !first_action(sentence, at + 2) {
        return false;
    }
    let words = sentence.scene.words(&nodes[at]).to_lowercase();
    COMMANDS.iter().any(|command| words.ends_with(command))
}

/// Words of command that elsewhere are verbs of what is done.
const COMMANDS: [&str; 6] = ["chỉ đạo", "quán triệt", "kết luận", "phân công", "chỉ rõ", "tập trung"];

/// What has to be is a task where the sentence says what for ("Để đạt được, các cấp phải …", "Muốn vậy phải …"), and
/// where it is said to many ("Các đội thuế phải …").
fn bound_to(sentence: &Sentence<'_, '_>, start: usize, at: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    let first = (sentence.range.start..at).find(|&i| !nodes[i].mask.meets(LEAD) && !nodes[i].mask.has(Class::Opaque));
    let Some(first) = first else { return false };
    let opens = sentence.scene.words_of(&nodes[first..at]).to_lowercase();
    let aims = PURPOSES.iter().any(|purpose| opens.starts_with(purpose));
    let clause = (start..at).find(|&i| !nodes[i].mask.meets(LEAD)).unwrap_or(at);
    let many = clause < at && MANY.contains(&sentence.scene.words(&nodes[clause]).to_lowercase().as_str());
    let done = nodes[first..at].iter().any(|n| matches!(sentence.scene.arg(n, Class::Auxiliary), Some(0 | NEW)));
    (aims || many) && !done
}

/// How a sentence opens that says what something is to be done for.
const PURPOSES: [&str; 9] = [
    "muốn vậy",
    "muốn thế",
    "muốn ",
    "để đạt",
    "để làm",
    "để thực hiện",
    "để hoàn thành",
    "thời gian tới",
    "trong thời gian tới",
];

/// What opens a subject of many.
const MANY: [&str; 5] = ["các", "mọi", "mỗi", "từng", "toàn ngành"];

/// "2024 sẽ là năm …": what a year to come is to be.
pub fn theme(sentence: &Sentence<'_, '_>, at: usize, context: &Context) -> bool {
    let nodes = &sentence.scene.nodes;
    let later = |p: Period| context.report.is_some_and(|r| p.start().first_day() > r.end().last_day());
    if !context.time_of(sentence.scene, &nodes[at]).is_some_and(later) {
        return false;
    }
    (at + 1..sentence.range.end.min(at + 4))
        .take_while(|&i| nodes[i].mask.has(Class::Auxiliary) || sentence.arg(i, Class::Predicate) == Some(1))
        .any(|i| sentence.arg(i, Class::Predicate) == Some(1) && sentence.is(i + 1, Class::YearWord))
}

/// "Đến năm 2030, toàn bộ hộ dân được dùng nước sạch": a state of a year to come, which the sentence opens with;
/// what an act demands of it ("Sang 2024, Nghị quyết số 78 giao …") is told, not asked.
pub fn to_come(sentence: &Sentence<'_, '_>, context: &Context) -> bool {
    let nodes = &sentence.scene.nodes;
    let end = sentence.range.end.min(sentence.range.start + 5);
    let comma = (sentence.range.start..end).find(|&i| nodes[i].mask.has(Class::Comma));
    let later = |p: Period| context.report.is_some_and(|r| p.start().first_day() > r.end().last_day());
    let opens = |i: usize| context.time_of(sentence.scene, &nodes[i]).is_some_and(later);
    let by_act = sentence.find(sentence.range.clone(), Class::Reference).is_some();
    !by_act && comma.is_some_and(|comma| (sentence.range.start..comma).any(opens))
}

/// "đề nghị", "yêu cầu": a person says so, or the clause opens with it, and it is followed by who is to act or by a verb.
pub fn directive(sentence: &Sentence<'_, '_>, at: usize, start: usize, person: bool) -> bool {
    let nodes = &sentence.scene.nodes;
    let Some(next) = nodes.get(at + 1).filter(|_| at + 1 < sentence.range.end) else { return false };
    let noun = next.mask.has(Class::Content)
        || next.mask.has(Class::Pronoun)
        || next.mask.has(Class::Plural)
        || next.mask.has(Class::AreaWord)
        || next.mask.has(Class::Ministry);
    let verb = sentence.action(at + 1).is_some();
    let colon = next.mask.has(Class::Colon);
    let end = sentence.range.end.min(at + 16);
    // "lưu ý tỷ lệ nội địa hóa mới đạt 5%": what is only pointed at is no task.
    let points = demand::POINTING.contains(&sentence.scene.words(&nodes[at]).to_lowercase().as_str());
    let must = || (at + 1..end).any(|i| sentence.is(i, Class::Demand) && !nodes[i].mask.has(Class::Content));
    if points && !verb && !colon && !must() {
        return false;
    }
    let acts = (at + 1..end).any(|i| sentence.action(i).is_some() || nodes[i].mask.has(Class::Colon));
    let owner = at > start
        && at <= start + 4
        && nodes[start..at]
            .iter()
            .all(|n| n.mask.meets(Mask::of(&[Class::Content, Class::AreaWord, Class::Manner, Class::Auxiliary])));
    let opens = at == start && start == sentence.range.start;
    match () {
        () if person => acts && (noun || verb || colon),
        () if opens => acts && (noun && !verb || colon),
        () => owner && acts && (noun && !verb || colon),
    }
}

/// "nhiệm vụ của ngành là không để …".
pub fn is_to(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let end = sentence.range.end.min(at + 10);
    (at + 1..end)
        .find(|&i| sentence.arg(i, Class::Predicate) == Some(1))
        .is_some_and(|is| sentence.action(is + 1) == Some(true))
}

/// The day, the month or the quarter by which something is due. One without a year is the next one, or that of the year
/// that is spoken of.
pub fn due(sentence: &Sentence<'_, '_>, at: usize, horizon: Option<Period>, context: &Context) -> Option<Period> {
    let node = &sentence.scene.nodes[at];
    let now = context.published.or(context.report)?.end().last_day();
    let later = |p: &Period| p.end().last_day() > now;
    let period = match sentence.scene.value(node)? {
        Value::Time(Time::Part(part @ (Part::Day(..) | Part::Month(_) | Part::Quarter(_)))) => {
            let years = [horizon.map(|h| h.end().year()), Some(now.0), Some(now.0 + 1)];
            years.into_iter().flatten().map(|year| part.of(year)).find(later)?
        }
        Value::Time(time @ Time::At(_)) => context.resolve(time, None)?,
        _ => return None,
    };
    (is_due(period) && later(&period)).then_some(period)
}

/// Whether a period is one by which something is due.
fn is_due(period: Period) -> bool {
    matches!(period, Period::At(Moment::Day(..) | Moment::Month(..) | Moment::Quarter(..)))
}

/// Whether a sentence only says what a resolution is founded on: "Căn cứ Luật …; Xét Tờ trình …".
pub fn grounds(sentence: &Sentence<'_, '_>) -> bool {
    let mut folded = String::new();
    let run = &sentence.scene.nodes[sentence.range.start..sentence.range.end.min(sentence.range.start + 4)];
    crate::text::fold_into(sentence.scene.words_of(run), &mut folded);
    let words = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    demand::GROUNDS.iter().any(|ground| words.starts_with(ground))
}
