//! The meeting that a report is about: the clause that tells its day, and for want of one a heading, or the sentence at
//! the top that tells who came.

use super::Found;
use super::context::Context;
use super::entries::{HARD, Sentence, Telling};
use super::events::{add, push};
use super::when::day;
use crate::lexicon::Class;
use crate::model::EventKind;

/// Whether a node is a word for a meeting or a congress.
pub fn is_meeting(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    matches!(sentence.arg(at, Class::EventCue), Some(0 | 13))
}

/// The meeting of the report: a word for a meeting, or for summing up, with a day. The first one is it; a later one of the
/// same day is the same.
pub fn dated(
    sentence: &Sentence<'_, '_>,
    tasks: Option<usize>,
    context: &Context,
    telling: &mut Telling,
    found: &mut Found,
) -> bool {
    let nodes = &sentence.scene.nodes;
    let range = sentence.range.clone();
    let cue =
        range.clone().find(|&i| is_meeting(sentence, i) && !(i > range.start && nodes[i - 1].mask.has(Class::Number)));
    let sums = range.clone().find(|&i| nodes[i].mask.has(Class::SumUp));
    let Some(at) = cue.or(sums) else { return false };
    if tasks.is_some_and(|from| at >= from) || telling.ahead.is_some() {
        return false;
    }
    let end =
        (at..tasks.unwrap_or(range.end)).find(|&i| nodes[i].mask.meets(HARD)).unwrap_or(tasks.unwrap_or(range.end));
    let start = (range.start..at).rev().find(|&i| nodes[i].mask.has(Class::Semicolon)).map_or(range.start, |i| i + 1);
    let fronted = || if cue.is_some() { day(sentence, range.start..start, context) } else { None };
    if let Some(date) = day(sentence, start..end, context).or_else(fronted) {
        if telling.meeting == Some(date) {
            return false;
        }
        let first = telling.meeting.is_none();
        if first || cue.is_some() {
            telling.meeting = telling.meeting.or(Some(date));
            push(sentence, behind_dateline(sentence, start, at)..end, Some(date), EventKind::Meeting, context, found);
            return true;
        }
        return false;
    }
    let attends = cue.is_some() && nodes[start..end].iter().any(|n| n.mask.has(Class::Speech));
    if attends && telling.undated.is_none() && telling.meeting.is_none() && telling.opened() {
        let run = behind_dateline(sentence, start, at)..end;
        let sector = context.sector;
        telling.undated = sentence.span(run).map(|span| (span, sector));
    }
    false
}

/// A heading that tells the day of a meeting, for want of a clause that does.
pub fn headed(sentence: &Sentence<'_, '_>, context: &Context, telling: &mut Telling) {
    let range = sentence.range.clone();
    let cue = range.clone().any(|i| is_meeting(sentence, i));
    if let (true, None, Some(date)) = (cue, &telling.headed, day(sentence, range.clone(), context)) {
        telling.headed = sentence.span(range).map(|span| (span, date));
    }
}

/// "(HG) - Sáng ngày …", "Hà Nội (MT) – Sáng nay": what the paper puts before its first sentence.
fn behind_dateline(sentence: &Sentence<'_, '_>, start: usize, cue: usize) -> usize {
    let nodes = &sentence.scene.nodes;
    // A harvester's own line head: a word that no table knows, and a date.
    let foreign = start == 0 && cue > 2 && nodes[0].entry == 0 && nodes[1].mask.has(Class::Period);
    if foreign && sentence.scene.span(&nodes[0]).start < 4 {
        return 2;
    }
    let limit = cue.min(start + 9);
    let dash = (start..limit).rev().find(|&i| nodes[i].mask.has(Class::Dash) && !nodes[i].mask.has(Class::Glued));
    let dash = dash.filter(|&d| {
        !nodes[start..d].iter().any(|n| n.mask.has(Class::Period) && !n.mask.has(Class::Open))
            || nodes[start].mask.has(Class::Open)
            || nodes[start].mask.has(Class::Province)
    });
    dash.map_or(start, |d| d + 1)
}

/// Ends the report: the meeting that no clause gave a day was on the day of publication, as far as it is told.
pub fn finish(text: &str, context: &Context, telling: &Telling, found: &mut Found) {
    if telling.meeting.is_some() {
        return;
    }
    if let Some((span, date)) = telling.headed {
        add(text, span, Some(date), EventKind::Meeting, context.sector, found);
    } else if let Some((span, sector)) = telling.undated {
        add(text, span, context.published, EventKind::Meeting, sector, found);
    }
}
