//! Assembles events: the meeting that the report is about, launches, milestones, congresses, plans, and what happened on
//! a told day. Settled reading 12: single happenings with a time, neither activities under way nor yearly output. Acts
//! with a date are told with the references.

use std::ops::Range;

use super::Found;
use super::context::Context;
use super::entries::{HARD, Sentence, Telling};
use super::meeting;
use super::when::{self, day, is_day};
use crate::lexicon::{Class, Mask};
use crate::model::{BlockKind, Event, EventKind, Moment, Period};
use crate::rules::{Time, Value};
use crate::text::Span;

/// Finds the events of one sentence; from `tasks` on it says what is to be done.
pub fn collect(
    sentence: &Sentence<'_, '_>,
    tasks: Option<usize>,
    context: &Context,
    telling: &mut Telling,
    found: &mut Found,
) {
    if sentence.block == BlockKind::Caption {
        return;
    }
    if sentence.block == BlockKind::Heading {
        return meeting::headed(sentence, context, telling);
    }
    if meeting::dated(sentence, tasks, context, telling, found) {
        return;
    }
    year_theme(sentence, context, found);
    let mut last: Option<Range<usize>> = None;
    for clause in sentence.clauses() {
        let planned = tasks.is_some_and(|from| clause.end > from) || telling.ahead.is_some();
        let own = day(sentence, clause.clone(), context).or_else(|| when::month(sentence, &clause, context));
        for at in clause.clone() {
            if sentence.arg(at, Class::EventCue).is_none() {
                continue;
            }
            if last.as_ref().is_some_and(|last| last.contains(&at)) {
                continue;
            }
            if let Some((run, date)) = in_force(sentence, &clause, at, context) {
                push(sentence, run.clone(), Some(date), EventKind::Act, context, found);
                last = Some(run);
                continue;
            }
            let Some((run, date, kind)) = happening(sentence, &clause, at, own, planned, context, telling) else {
                continue;
            };
            push(sentence, run.clone(), date, kind, context, found);
            last = Some(run);
        }
        if planned {
            for at in clause.clone().filter(|&at| sums_up_years(sentence, at)) {
                let run = at.saturating_sub(usize::from(at > clause.start && sentence.action(at - 1).is_some()))
                    ..object_end(sentence, at, clause.end);
                let date = telling.horizon.or(context.frame).or_else(|| context.period());
                push(sentence, run, date, EventKind::Plan, context, found);
            }
        }
        let covered = last.as_ref().is_some_and(|run| run.end > clause.start);
        if !covered
            && !planned
            && let Some((run, date)) =
                on_a_day(sentence, &clause, context).or_else(|| since_a_day(sentence, &clause, context))
        {
            push(sentence, run, Some(date), EventKind::Other, context, found);
        }
    }
}

/// "sơ kết 2 năm …", "tổng kết 10 năm …": a meeting to come.
fn sums_up_years(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    nodes[at].mask.has(Class::SumUp)
        && nodes.get(at + 1).is_some_and(|n| n.mask.has(Class::Number))
        && nodes.get(at + 2).is_some_and(|n| n.mask.has(Class::YearWord))
}

/// What is to open or to begin by a day or a quarter is a plan, where no other event tells of it; acts are told by the way.
pub fn due(text: &str, found: &mut Found) {
    for (span, date, sector) in std::mem::take(&mut found.due) {
        let inside = |(other, event): &(Span, Event)| {
            other.start < span.end && span.start < other.end && event.kind != EventKind::Act
        };
        if !found.events.iter().any(inside) {
            add(text, span, Some(date), EventKind::Plan, sector, found);
        }
    }
}

pub fn push(
    sentence: &Sentence<'_, '_>,
    run: Range<usize>,
    date: Option<Period>,
    kind: EventKind,
    context: &Context,
    found: &mut Found,
) {
    let Some(span) = sentence.span(run.clone()) else { return };
    let sector = sentence.sector(run, context);
    add(sentence.scene.text, span, date, kind, sector, found);
}

pub fn add(
    text: &str,
    span: Span,
    date: Option<Period>,
    kind: EventKind,
    sector: crate::model::Sector,
    found: &mut Found,
) {
    let title = span.of(text).to_owned();
    found.events.push((span, Event { id: String::new(), quote: String::new(), at: 0, date, title, kind, sector }));
}

/// "Năm 2021 là năm đầu tiên …", "Năm 2023 được chọn là “Năm dữ liệu số”", "2024 sẽ là năm …".
fn year_theme(sentence: &Sentence<'_, '_>, context: &Context, found: &mut Found) {
    const BETWEEN: Mask = Mask::of(&[Class::Comma, Class::Auxiliary, Class::Content, Class::TaskVerb, Class::Demand]);
    let nodes = &sentence.scene.nodes;
    let Some(year) = sentence
        .range
        .clone()
        .find(|&i| matches!(context.time_of(sentence.scene, &nodes[i]), Some(Period::At(Moment::Year(_)))))
    else {
        return;
    };
    if year > sentence.range.start + 12 {
        return;
    }
    let Some(is) = (year + 1..sentence.range.end.min(year + 6)).find(|&i| sentence.arg(i, Class::Predicate) == Some(1))
    else {
        return;
    };
    let named = (is + 1..sentence.range.end.min(is + 3)).any(|i| nodes[i].mask.has(Class::YearWord));
    if !named || !nodes[year + 1..is].iter().all(|n| n.mask.meets(BETWEEN)) {
        return;
    }
    let first = (is + 1..sentence.range.end.min(is + 4))
        .any(|i| sentence.arg(i, Class::EventCue) == Some(11) || sentence.arg(i, Class::FirstPart).is_some());
    let chosen = (year + 1..is).any(|i| nodes[i].mask.has(Class::Auxiliary));
    let kind = match () {
        () if first => EventKind::Milestone,
        () if chosen => EventKind::Plan,
        () => return,
    };
    let end = (is..sentence.range.end).find(|&i| nodes[i].mask.meets(HARD)).unwrap_or(sentence.range.end);
    let date = context.time_of(sentence.scene, &nodes[year]);
    push(sentence, year..end, date, kind, context, found);
}

/// What a word of happening tells, if it tells one.
fn happening(
    sentence: &Sentence<'_, '_>,
    clause: &Range<usize>,
    at: usize,
    own: Option<Period>,
    planned: bool,
    context: &Context,
    telling: &Telling,
) -> Option<(Range<usize>, Option<Period>, EventKind)> {
    let arg = sentence.arg(at, Class::EventCue)?;
    let nodes = &sentence.scene.nodes;
    let next = |class: Class| (at + 1..clause.end.min(at + 2)).any(|i| nodes[i].mask.has(class));
    let year = || when::year(sentence, clause.start.max(at.saturating_sub(60))..at, context);
    let counted = (at + 1..clause.end.min(at + 3)).any(|i| nodes[i].mask.has(Class::Number));
    let occasion = sentence
        .range
        .clone()
        .take(14)
        .any(|i| sentence.arg(i, Class::Occasion) == Some(0) || meeting::is_meeting(sentence, i) && i < at);
    let there = telling.meeting.or(context.published).filter(|_| occasion);
    let named = (at + 1..clause.end.min(at + 9)).take_while(|&i| !nodes[i].mask.has(Class::Comma));
    let ordinal = named.into_iter().any(|i| {
        matches!(sentence.arg(i, Class::NameBefore), Some(3))
            || nodes[i].mask.has(Class::Roman)
            || sentence.arg(i, Class::SpanWord).is_some_and(|a| a > 0)
    });
    let holds = || year().or_else(|| context.period());
    let from_cue = at..object_end(sentence, at, clause.end);
    let whole = main_start(sentence, clause, at)..object_end(sentence, at, clause.end);
    if !planned {
        const NOMINAL: Mask = Mask::of(&[Class::Purpose, Class::Number, Class::About]);
        let noun = at > clause.start && nodes[at - 1].mask.meets(NOMINAL);
        if noun {
            return None;
        }
        return Some(match arg {
            2 if !counted || own.is_some() || proper(sentence, from_cue.clone()) => {
                (whole, own.or(there).or_else(holds), EventKind::Launch)
            }
            2 if telling.meeting.is_some() && occasion => (whole, there, EventKind::Launch),
            6 if next(Class::Content) || counted || next(Class::Reference) => {
                let named = names_something(sentence, at, clause.end);
                if !named {
                    return None;
                }
                (from_cue, own.or(there).or_else(holds), EventKind::Launch)
            }
            3 | 9 => (whole, own.or_else(holds), EventKind::Milestone),
            8 if own.is_some() || reaches(sentence, at, clause.end) => {
                (whole, own.or_else(holds), EventKind::Milestone)
            }
            10 if own.is_some() || ranks(sentence, at, clause.end) => (whole, own.or_else(holds), EventKind::Milestone),
            11 if own.is_some() => (whole, own, EventKind::Milestone),
            12 if occasion || own.is_some() => (sentence.range.start..clause.end, own.or(there), EventKind::Other),
            13 if ordinal => (from_cue, own.or_else(holds), EventKind::Meeting),
            14 if ordinal => (from_cue, own.or_else(holds), EventKind::Other),
            0 | 13 if own.is_some_and(|p| is_day(&p) || telling.meeting.is_some()) => (whole, own, EventKind::Meeting),
            0 | 13 if staged(sentence, clause, at) => (whole, holds(), EventKind::Other),
            16 if own.is_some_and(|p| is_day(&p)) && names_act(sentence, at, clause.end) => {
                (whole, own, EventKind::Act)
            }
            16 if passed(sentence, clause, at) => (whole, own.or_else(holds), EventKind::Act),
            18 if own.is_some() && (at + 1..clause.end.min(at + 30)).any(|i| nodes[i].mask.has(Class::Verb)) => {
                (at..clause.end, own, EventKind::Other)
            }
            _ => return None,
        });
    }
    let horizon = || telling.horizon.or(telling.spoken).or(context.frame).or_else(holds);
    Some(match arg {
        13..=15 if ordinal || own.is_some() => (from_cue, own.or_else(horizon), EventKind::Plan),
        0 if own.is_some_and(|p| is_day(&p)) => (whole, own, EventKind::Plan),
        _ => return None,
    })
}

/// "đã tổ chức Hội chợ sách": one meeting with a name, that was held.
fn staged(sentence: &Sentence<'_, '_>, clause: &Range<usize>, at: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    let held = at > clause.start && nodes[at - 1].mask.has(Class::TaskVerb) && nodes[at].mask.has(Class::Capital);
    held && nodes[clause.start.max(at.saturating_sub(20))..at].iter().any(|n| n.mask.has(Class::Auxiliary))
}

/// "Luật … đã được Quốc hội thông qua".
fn passed(sentence: &Sentence<'_, '_>, clause: &Range<usize>, at: usize) -> bool {
    let nodes = &sentence.scene.nodes[clause.start.max(at.saturating_sub(60))..at];
    let law = nodes.iter().position(|n| n.mask.has(Class::Reference));
    law.is_some_and(|law| nodes[law..].iter().any(|n| n.mask.has(Class::Auxiliary)))
}

/// Whether a run holds a name in capitals or in quotation marks.
fn proper(sentence: &Sentence<'_, '_>, run: Range<usize>) -> bool {
    let nodes = &sentence.scene.nodes[run];
    nodes
        .iter()
        .skip(1)
        .any(|n| n.mask.has(Class::QuoteMark) || n.mask.has(Class::Capital) && !n.mask.has(Class::Opaque))
}

/// Whether what is announced has a name: a capital, a quotation, or a platform; not "công bố kết quả".
fn names_something(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    (at + 1..end.min(at + 6)).any(|i| {
        nodes[i].mask.has(Class::Capital)
            || nodes[i].mask.has(Class::QuoteMark)
            || nodes[i].mask.has(Class::Reference)
            || nodes[i].mask.has(Class::Sector) && !nodes[i].mask.has(Class::Conjunction)
    })
}

/// "hoàn thành 12/12 chỉ tiêu", "hoàn thành Đề án …": a whole that is reached.
fn reaches(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    let ratio = |i: usize| {
        nodes[i].mask.has(Class::Number)
            && nodes.get(i + 1).is_some_and(|n| n.mask.has(Class::Slash))
            && nodes.get(i + 2).is_some_and(|n| n.mask.has(Class::Number))
            && sentence.scene.words(&nodes[i]) == sentence.scene.words(&nodes[i + 2])
    };
    let near = sentence.range.start.max(at.saturating_sub(30))..end.saturating_sub(2).min(at + 12);
    let all = near.into_iter().any(ratio);
    all || (at + 1..end.min(at + 3)).any(|i| nodes[i].mask.has(Class::Reference))
}

/// Whether a rank or a recognised standard follows.
fn ranks(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    (at + 1..end.min(at + 4)).any(|i| {
        let mask = sentence.scene.nodes[i].mask;
        mask.has(Class::RankCue)
            || mask.has(Class::Ordinal)
            || mask.has(Class::Ranked)
            || mask.has(Class::Predicate)
            || mask.has(Class::Neutral)
    })
}

/// Where the object of a word ends: at a comma that opens a new verb, or with the clause.
fn object_end(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> usize {
    let nodes = &sentence.scene.nodes;
    (at + 1..end.min(at + 120))
        .find(|&i| {
            let joins = nodes[i].mask.has(Class::Comma) || nodes[i].mask.has(Class::Conjunction);
            joins
                && nodes[i + 1..end.min(i + 3)]
                    .iter()
                    .any(|n| n.mask.has(Class::TaskVerb) || n.mask.has(Class::EventCue) || n.mask.has(Class::Speech))
        })
        .unwrap_or(end)
}

/// Where the main clause of a word begins: behind the mark or conjunction before it that a verb or the word itself
/// follows, no comma between.
fn main_start(sentence: &Sentence<'_, '_>, clause: &Range<usize>, at: usize) -> usize {
    const JOINS: Mask = Mask::of(&[Class::Comma, Class::Conjunction, Class::Connector]);
    const VERB: Mask = Mask::of(&[Class::Auxiliary, Class::TaskVerb, Class::Speech]);
    let mut verb = true;
    for i in (clause.start.max(at.saturating_sub(80))..at).rev() {
        let mask = sentence.scene.nodes[i].mask;
        if mask.meets(JOINS) && verb {
            return i + 1;
        }
        if mask.has(Class::Comma) {
            break;
        }
        verb = mask.meets(VERB) || verb && i + 1 != at;
    }
    clause.start
}

/// A clause with a verb and a day, and no figure that was read on that day.
fn on_a_day(sentence: &Sentence<'_, '_>, clause: &Range<usize>, context: &Context) -> Option<(Range<usize>, Period)> {
    let nodes = &sentence.scene.nodes;
    if !matches!(sentence.block, BlockKind::Paragraph | BlockKind::ListItem) {
        return None;
    }
    let date = day(sentence, clause.clone(), context)?;
    let verb = clause.clone().any(|i| {
        nodes[i].mask.has(Class::TaskVerb) || nodes[i].mask.has(Class::Speech) || nodes[i].mask.has(Class::Verb)
    });
    let measured = clause.clone().any(|i| {
        nodes[i].mask.has(Class::Percent)
            || nodes[i].mask.has(Class::PercentWord)
            || nodes[i].mask.has(Class::Currency)
            || nodes[i].mask.has(Class::Predicate)
            || nodes[i].mask.has(Class::Reference)
    });
    (verb && !measured).then(|| (clause.clone(), date))
}

/// "Luật … có hiệu lực từ 01/7/2024": the day from which an act is in force.
fn in_force(
    sentence: &Sentence<'_, '_>,
    clause: &Range<usize>,
    at: usize,
    context: &Context,
) -> Option<(Range<usize>, Period)> {
    const IN_FORCE: i32 = 19;
    let nodes = &sentence.scene.nodes;
    if sentence.arg(at, Class::EventCue) != Some(IN_FORCE) {
        return None;
    }
    let day = (at + 1..clause.end.min(at + 5)).find(|&i| nodes[i].mask.has(Class::Period))?;
    let date = match sentence.scene.value(&nodes[day])? {
        Value::Time(Time::Since(period)) => Some(period),
        Value::Time(Time::SincePart(part)) => context.resolve(Time::Part(part), context.period()),
        Value::Time(time) => context.resolve(time, context.period()),
        _ => None,
    };
    const LAW: Mask = Mask::of(&[Class::Reference, Class::Act]);
    let law = (clause.start.max(at.saturating_sub(14))..at).find(|&i| nodes[i].mask.meets(LAW));
    date.filter(is_day).map(|date| (law.unwrap_or(at)..day + 1, date))
}

/// "Quốc hội đã thông qua Luật …": an act is named behind.
fn names_act(sentence: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    let nodes = &sentence.scene.nodes;
    (at + 1..end.min(at + 4)).any(|i| nodes[i].mask.has(Class::Reference) || nodes[i].mask.has(Class::Act))
}

/// "Từ ngày 1/7/2025, tỉnh Lâm Đồng mới được hình thành": what became so on the day that a clause opens with.
fn since_a_day(
    sentence: &Sentence<'_, '_>,
    clause: &Range<usize>,
    context: &Context,
) -> Option<(Range<usize>, Period)> {
    const MEASURED: Mask = Mask::of(&[Class::Percent, Class::PercentWord, Class::Currency, Class::Up, Class::Down]);
    let nodes = &sentence.scene.nodes;
    let day = (clause.start..clause.end.min(clause.start + 3)).find(|&i| nodes[i].mask.has(Class::Period))?;
    let date = context.time_of(sentence.scene, &nodes[day]).filter(is_day)?;
    let comma = nodes.get(day + 1).is_some_and(|n| n.mask.has(Class::Comma));
    let end = object_end(sentence, day + 1, clause.end);
    let became = nodes[day + 1..clause.end.min(day + 14)]
        .iter()
        .any(|n| BECAME.contains(&sentence.scene.words(n).to_lowercase().as_str()));
    let plain = !nodes[day + 1..clause.end].iter().any(|n| n.mask.meets(MEASURED));
    (comma && became && plain).then_some((clause.start..end, date))
}

/// Words that say that something became so.
const BECAME: [&str; 5] = ["được", "chính thức", "đã được", "trở thành", "bắt đầu"];
