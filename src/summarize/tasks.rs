//! Assembles tasks: clauses that say what is to be done. Under a heading that announces tasks every clause that opens with
//! a verb is one; elsewhere a modal or a directive opens them, for the rest of its sentence and for the sentences of the
//! paragraph that go on with a verb. What was done ("đã …") is none.

use std::ops::Range;

use super::Found;
use super::context::Context;
use super::demand::{directive, due, grounds, instructs, is_to, modal, speaks_for_all, theme, to_come};
use super::entries::{Sentence, Telling};
use crate::lexicon::{Class, Mask, demand};
use crate::model::{BlockKind, Moment, Period, Task};
use crate::rules::Scene;

/// What may stand before the first word of a clause.
pub const LEAD: Mask = Mask::of(&[
    Class::Comma,
    Class::Conjunction,
    Class::Connector,
    Class::QuoteMark,
    Class::OtherMark,
    Class::Dash,
    Class::Close,
    Class::Open,
    Class::Slash,
    Class::Dot,
    Class::Colon,
    Class::Semicolon,
    Class::Occasion,
]);

/// What may stand right before the verb of a clause that goes on.
const JOINT: Mask =
    Mask::of(&[Class::Comma, Class::Conjunction, Class::Connector, Class::Semicolon, Class::Colon, Class::Dash]);

/// The argument of what opens or begins: "khởi công", "đưa vào sử dụng".
const LAUNCH: i32 = 2;

/// How many words of a line are a heading at most, when it ends with a colon.
const HEADING: usize = 14;

/// The argument of "mới": "has just", and "new".
pub const NEW: i32 = 3;

/// Enters a block: a heading opens a section of tasks, or ends it.
pub fn enter(scene: &Scene<'_>, block: BlockKind, context: &Context, telling: &mut Telling) {
    let nodes = &scene.nodes;
    let colon = nodes.last().is_some_and(|n| n.mask.has(Class::Colon));
    let heading = block == BlockKind::Heading || colon && nodes.len() <= HEADING;
    if !heading || nodes.is_empty() {
        return;
    }
    let level = level(scene);
    let mut folded = String::new();
    crate::text::fold_into(scene.words_of(nodes), &mut folded);
    telling.resolves |= demand::RESOLVES.contains(&folded.as_str());
    // "Điều 3. Đầu tư": what a resolution decides, unless it takes note of what was.
    let article = telling.resolves
        && folded
            .strip_prefix(demand::ARTICLE)
            .is_some_and(|rest| !demand::TAKES_NOTE.iter().any(|n| rest.contains(n)));
    // "Kết quả phòng, chống cháy rừng năm 2021, kế hoạch năm 2022": what was, before what is to come.
    let looks_back = |n: &crate::rules::Node| n.mask.has(Class::SumUp) || opens_with_results(scene, n);
    let cue = nodes.iter().position(|n| n.mask.has(Class::TaskNoun) || n.mask.has(Class::Section));
    let plan = nodes.iter().position(|n| n.mask.has(Class::Plan) || n.mask.has(Class::Target));
    let later = |p: Period| context.report.is_none_or(|r| p.end().last_day() > r.end().last_day());
    let told = nodes.iter().filter_map(|n| context.time_of(scene, n)).find(|&p| later(p));
    // "7. Sáu tháng cuối năm": nothing but a time to come.
    const TIME: Mask = Mask::of(&[Class::Period, Class::Opaque, Class::Colon, Class::Frame, Class::Dash, Class::Dot]);
    let bare = || nodes.iter().all(|n| n.mask.meets(TIME) || !n.mask.has(Class::Word)).then_some(0);
    let part = told.filter(|&p| super::told::holds_on(p));
    let open = cue.or(plan.filter(|_| told.is_some())).or_else(|| part.and_then(|_| bare()));
    // "Phương hướng nhiệm kỳ mới": at the end of a name it says nothing of a time.
    let modal = |n: &crate::rules::Node| n.mask.has(Class::Auxiliary) && scene.arg(n, Class::Auxiliary) != Some(NEW);
    let speaks = nodes.iter().any(|n| modal(n) || n.mask.has(Class::Human) || n.mask.has(Class::Speech));
    match open {
        Some(at) if !speaks && !nodes[..at].iter().any(looks_back) => {
            telling.ahead = Some(level);
            telling.horizon = told.or(telling.horizon);
        }
        None if article && !nodes.iter().any(looks_back) => telling.ahead = Some(level),
        _ if telling.ahead.is_some_and(|above| level <= above) => {
            telling.ahead = None;
            telling.horizon = None;
        }
        _ => {}
    }
}

/// Whether a node opens with the word for results.
fn opens_with_results(scene: &Scene<'_>, node: &crate::rules::Node) -> bool {
    let mut words = String::new();
    crate::text::fold_into(scene.words(node), &mut words);
    words.starts_with(RESULTS)
}

/// The word for what was reached, folded.
const RESULTS: &str = "kết quả";

/// How deep a heading stands: Roman numerals and lines without a number are 1, digits 2, letters with a bracket 3.
fn level(scene: &Scene<'_>) -> u8 {
    let first = &scene.nodes[0];
    // "1.", "II)", "a/" are one node with their mark.
    if first.mask.has(Class::Opaque) {
        let mark = scene.words(first).trim_matches(|c: char| !c.is_alphanumeric());
        return match mark.chars().next() {
            Some(c) if c.is_ascii_digit() => 2,
            Some(c) if c.is_lowercase() => 3,
            _ => 1,
        };
    }
    let marked = scene.nodes.get(1).is_some_and(|n| {
        n.mask.has(Class::Dot) || n.mask.has(Class::Close) || n.mask.has(Class::Slash) || n.mask.has(Class::Dash)
    });
    match () {
        () if first.mask.has(Class::Digits) || first.mask.has(Class::Number) => 2,
        () if first.mask.has(Class::Dash) => 4,
        () if marked && !first.mask.has(Class::Capital) => 3,
        () => 1,
    }
}

/// Finds the tasks of one sentence; says where they begin.
pub fn collect(
    sentence: &Sentence<'_, '_>,
    context: &Context,
    telling: &mut Telling,
    found: &mut Found,
) -> Option<usize> {
    let announced = std::mem::take(&mut telling.announced);
    let list = announced && first_action(sentence, sentence.range.start);
    // "đề nghị: năm 2022 ngành tập trung" and a list below it: the verb stands without what it acts on.
    let last = sentence.range.end - 1;
    let colon = sentence.scene.nodes[last].mask.has(Class::Colon) || sentence.action(last) == Some(true);
    let article = sentence.block == BlockKind::Heading && telling.resolves;
    if sentence.block == BlockKind::Caption || article || grounds(sentence) {
        return None;
    }
    let from = if telling.ahead.is_some() || list { section(sentence) } else { None }
        .or_else(|| cue(sentence, context, telling.directed))
        .or_else(|| {
            let goes_on = first_action(sentence, sentence.range.start) || to_come(sentence, context);
            (telling.directed && goes_on).then_some(sentence.range.start)
        });
    telling.announced = list || (colon && from.is_some());
    let from = from?;
    telling.directed = true;
    let mut horizon = telling.horizon.filter(|_| telling.ahead.is_some());
    let nodes = &sentence.scene.nodes;
    let years = |p: &Period| !matches!(p, Period::At(Moment::Day(..)));
    let first = sentence.range.clone().find(|&i| sentence.action(i).is_some()).unwrap_or(from);
    let told = (sentence.range.start..first).filter_map(|i| context.time_of(sentence.scene, &nodes[i])).find(years);
    telling.spoken = told.or(telling.spoken);
    horizon = horizon.or(telling.spoken);
    let ahead = |p: &Period| context.report.is_none_or(|r| p.end().last_day() > r.start().last_day());
    let later = |p: &Period| context.report.is_some_and(|r| *p > r);
    let mut at_start = true;
    for clause in clauses(sentence, from) {
        let Some(span) = sentence.span(clause.clone()) else { continue };
        let own = clause.clone().filter_map(|i| context.time_of(sentence.scene, &sentence.scene.nodes[i])).next_back();
        horizon = horizon.filter(ahead).or(context.frame.filter(later));
        let sector = sentence.sector(clause.clone(), context);
        let task =
            Task { id: String::new(), quote: String::new(), at: 0, sector, horizon: own.filter(ahead).or(horizon) };
        // "khởi công trước ngày 30/6": a day, a month or a quarter by which something is to be there is a plan.
        let front = if at_start { sentence.range.start..from } else { from..from };
        at_start = false;
        let opens = clause.clone().any(|i| sentence.arg(i, Class::EventCue) == Some(LAUNCH));
        let due = front.chain(clause.clone()).filter_map(|i| due(sentence, i, horizon, context)).next_back();
        let due = due.filter(|_| opens);
        found.due.extend(due.map(|date| (span, date, sector)));
        found.tasks.push((span, task));
    }
    Some(from)
}

/// In a section of tasks: the whole sentence, or what stands behind its lead ("Lĩnh vực viễn thông: …"), if a verb opens
/// it or a modal stands in it.
fn section(sentence: &Sentence<'_, '_>) -> Option<usize> {
    let start = sentence.range.start;
    let lead = sentence.find(start..sentence.range.end.min(start + 14), Class::Colon);
    let from = match lead {
        Some(colon) if (start..colon).all(|i| sentence.action(i).is_none() || i > start + 1) => colon + 1,
        _ => start,
    };
    let opens = (from..sentence.range.end.min(from + 9)).any(|i| sentence.action(i).is_some())
        || sentence.find(from..sentence.range.end, Class::Demand).is_some()
        // "- Duy tu 45 công trình": an item with a figure says what is to be reached, whatever its verb.
        || sentence.block == BlockKind::ListItem && sentence.find(from..sentence.range.end, Class::Number).is_some();
    let topic = (from..sentence.range.end)
        .find(|&i| !sentence.scene.nodes[i].mask.meets(LEAD) && !sentence.scene.nodes[i].mask.has(Class::Digits));
    let heads = topic.is_some_and(|i| sentence.is(i, Class::About))
        && sentence.find(from..sentence.range.end, Class::Demand).is_none();
    let contact = heads
        || sentence.scene.nodes[from..sentence.range.end.min(from + 3)]
            .iter()
            .any(|n| sentence.scene.arg(n, Class::NameBefore) == Some(2));
    let names = nodes_have(sentence, Class::Human) && sentence.find(from..sentence.range.end, Class::Demand).is_none();
    (opens && (!(contact || names) || first_action(sentence, from))).then_some(from)
}

fn nodes_have(sentence: &Sentence<'_, '_>, class: Class) -> bool {
    sentence.find(sentence.range.clone(), class).is_some()
}

/// Whether a sentence opens with a verb.
pub fn first_action(sentence: &Sentence<'_, '_>, from: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    let mut at = from;
    while at < sentence.range.end && (nodes[at].mask.meets(LEAD) || nodes[at].mask.has(Class::Digits)) {
        at += 1;
    }
    sentence.action(at).is_some()
}

/// The clause of the first modal or directive that says something is to be done.
fn cue(sentence: &Sentence<'_, '_>, context: &Context, directed: bool) -> Option<usize> {
    let nodes = &sentence.scene.nodes;
    let mut person = false;
    let mut done = false;
    let mut start = sentence.range.start;
    for at in sentence.range.clone() {
        let mask = nodes[at].mask;
        if mask.has(Class::Semicolon) || mask.has(Class::Comma) && !mask.has(Class::Human) {
            start = at + 1;
            done &= !mask.has(Class::Semicolon);
        }
        person = person
            || mask.has(Class::Human)
            || mask.has(Class::Office)
            || mask.has(Class::Honorific)
            || speaks_for_all(sentence, at);
        done |= matches!(sentence.arg(at, Class::Auxiliary), Some(0 | NEW))
            && !mask.has(Class::Demand)
            && at + 1 < sentence.range.end
            && (sentence.action(at + 1).is_some() || sentence.arg(at + 1, Class::Demand).is_some_and(|arg| arg != 2));
        let opens = match sentence.arg(at, Class::Demand) {
            Some(2) => directive(sentence, at, start, person),
            Some(arg) => !done && modal(sentence, at, arg, directed, start),
            None if person && instructs(sentence, at) => return Some(at + 2),
            None => {
                mask.has(Class::TaskNoun) && is_to(sentence, at)
                    || theme(sentence, at, context)
                    || directed && sentence.arg(at, Class::Auxiliary) == Some(2) && !done
            }
        };
        if opens {
            let subject = sentence.arg(at, Class::Demand) != Some(2);
            return Some(if subject { behind_frame(sentence, start, at) } else { at });
        }
    }
    None
}

/// The start of a clause behind a fronted period.
fn behind_frame(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> usize {
    let nodes = &sentence.scene.nodes;
    (start..end)
        .find(|&i| !nodes[i].mask.meets(LEAD) && !nodes[i].mask.has(Class::Period) && !nodes[i].mask.has(Class::Frame))
        .unwrap_or(start)
}

/// Cuts the rest of a sentence into clauses with a verb of their own.
fn clauses(sentence: &Sentence<'_, '_>, from: usize) -> Vec<Range<usize>> {
    let nodes = &sentence.scene.nodes;
    let end = sentence.range.end;
    let mut starts = vec![from];
    let mut state = Clause::default();
    for at in from..end {
        let mask = nodes[at].mask;
        let behind = at > from && nodes[at - 1].mask.meets(JOINT);
        let joined = behind && nodes[at - 1].mask.has(Class::Conjunction);
        let hard = at > from && opens_item(sentence, from, at);
        let moves = matches!(sentence.arg(at, Class::Up).or_else(|| sentence.arg(at, Class::Down)), Some(0 | 1));
        let opens = match sentence.action(at) {
            _ if at == from => false,
            _ if hard => says_something(sentence, at),
            // "Tuyển mới 2.400 sinh viên, mở thêm 3 ngành": what a figure is told of is an object.
            Some(true) if behind && !joined && !moves && state.figure => has_object(sentence, at),
            Some(sure) => behind && state.object && (sure && !joined || !state.governed) && has_object(sentence, at),
            None => false,
        };
        if opens {
            starts.push(at);
            state = Clause::default();
        }
        if sentence.action(at).is_some() {
            state.verb = true;
        } else if state.verb && (mask.has(Class::Content) || mask.has(Class::Reference) || mask.has(Class::Number)) {
            state.object = true;
        }
        state.figure |= mask.has(Class::Number) && !state.governed;
        state.governed |= mask.has(Class::Purpose) || mask.has(Class::About) || mask.has(Class::Open);
        state.governed &= !mask.has(Class::Close);
    }
    let ends = |i: usize| starts.get(i + 1).copied().unwrap_or(end);
    let all = starts.iter().enumerate().map(|(i, &start)| start..ends(i));
    let worded = |clause: &Range<usize>| {
        nodes[clause.clone()].iter().any(|n| n.mask.has(Class::Word) || n.mask.has(Class::TaskVerb))
    };
    all.filter(|clause| worded(clause) && !announces(sentence, clause)).collect()
}

/// Whether a clause only announces what follows ("Bộ đặt mục tiêu: (1)").
fn announces(sentence: &Sentence<'_, '_>, clause: &Range<usize>) -> bool {
    let nodes = &sentence.scene.nodes;
    let last = clause.end.saturating_sub(1);
    if clause.end == sentence.range.end && last > clause.start && sentence.action(last) == Some(true) {
        return true;
    }
    clause
        .clone()
        .rev()
        .take_while(|&i| nodes[i].mask.meets(LEAD) || nodes[i].mask.has(Class::Digits))
        .any(|i| nodes[i].mask.has(Class::Colon))
}

/// What a clause holds so far.
#[derive(Default)]
struct Clause {
    verb: bool,
    object: bool,
    figure: bool,
    governed: bool,
}

/// Whether an item of an enumeration opens at a node: behind a semicolon, a full stop, a dash or "(2)".
fn opens_item(sentence: &Sentence<'_, '_>, from: usize, at: usize) -> bool {
    const ITEM: Mask = Mask::of(&[Class::Semicolon, Class::Dot]);
    const MARK: Mask = Mask::of(&[Class::Dot, Class::Close, Class::Slash, Class::Dash]);
    let nodes = &sentence.scene.nodes;
    // "(2)", "3." number an item; "55% giảng viên" opens one.
    let marked = |i: usize| nodes[i].mask.has(Class::Digits) && nodes.get(i + 1).is_some_and(|n| n.mask.meets(MARK));
    let lead = |i: usize| nodes[i].mask.meets(LEAD) || marked(i);
    if lead(at) {
        return false;
    }
    let mut back = at;
    while back > from && lead(back - 1) && at - back < 6 {
        back -= 1;
        if nodes[back].mask.meets(ITEM) {
            return true;
        }
    }
    at >= from + 3 && nodes[at - 1].mask.has(Class::Close) && nodes[at - 2].mask.has(Class::Digits)
}

/// Whether an item has a verb or a target of its own: else it goes on with the item before ("các chiến lược: A; B").
fn says_something(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    let end = (at..sentence.range.end).find(|&i| nodes[i].mask.has(Class::Semicolon)).unwrap_or(sentence.range.end);
    let near = end.min(at + 14);
    let named = nodes[at].mask.has(Class::Reference) || nodes[at].mask.has(Class::About);
    !named
        && (at..near).any(|i| {
            sentence.action(i).is_some()
                || nodes[i].mask.has(Class::Demand)
                || nodes[i].mask.has(Class::Number)
                || nodes[i].mask.has(Class::Up)
                || nodes[i].mask.has(Class::Down)
        })
}

/// Whether something stands behind a verb that it could act on.
fn has_object(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    const NO_OBJECT: Mask = Mask::of(&[
        Class::Comma,
        Class::Conjunction,
        Class::Semicolon,
        Class::Dot,
        Class::Close,
        Class::Preposition,
        Class::Connector,
        Class::Colon,
    ]);
    at + 1 < sentence.range.end && !sentence.scene.nodes[at + 1].mask.meets(NO_OBJECT)
}
