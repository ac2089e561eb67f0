//! What is known only when all is read: a figure inside a task is wished for and of the task's horizon; who came to the
//! meeting, or was honoured there, is of its day.

use super::Found;
use super::context::Context;
use super::entries::Telling;
use crate::lexicon::{Class, event};
use crate::model::{Moment, Period, Status};
use crate::rules::{Scene, UnitKind, Value};
use crate::text::fold_into;

use std::ops::Range;

/// Settles the figures of a whole report. For want of a day of the meeting, what is told of it is of the day of
/// publication.
pub fn finish(telling: &Telling, context: &Context, found: &mut Found) {
    let published = context.published.filter(|p| matches!(p, Period::At(Moment::Day(..))));
    if let Some(day) = telling.meeting.or(published) {
        for &at in &found.attending {
            let entry = &mut found.observations[at].1;
            (entry.period, entry.status) = (Some(day), Status::Actual);
        }
    }
    let Found { tasks, observations, .. } = found;
    tasks.sort_by_key(|(span, _)| *span);
    for (span, entry) in observations.iter_mut().filter(|(_, entry)| entry.status == Status::Actual) {
        let before = tasks.partition_point(|(task, _)| task.start <= span.start);
        let Some((task, told)) = before.checked_sub(1).map(|at| &tasks[at]) else { continue };
        if span.end <= task.end {
            entry.status = Status::Target;
            entry.period = told.horizon.filter(|p| later(*p, entry.period)).or(entry.period);
        }
    }
}

fn later(horizon: Period, told: Option<Period>) -> bool {
    told.is_none_or(|told| told.end().last_day() < horizon.end().last_day())
}

/// Whether a figure counts who came to a meeting, or was honoured there: "hơn 300 đại biểu", "63 điểm cầu", "Dịp này, 06 tập
/// thể được tặng Bằng khen".
pub fn attends(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let unit = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(quantity)) => quantity.unit,
        Some(Value::Ratio(_, _, unit)) => unit,
        _ => None,
    };
    let Some(UnitKind::Noun(noun)) = unit.map(|unit| unit.kind) else { return false };
    let mut folded = String::new();
    fold_into(noun.of(scene.text), &mut folded);
    let guests = event::GUESTS.iter().any(|guest| folded.starts_with(guest));
    let meeting = scene.nodes[sentence.clone()].iter().any(|n| matches!(scene.arg(n, Class::EventCue), Some(0 | 13)));
    if !guests && !meeting {
        return false;
    }
    let words = |run: Range<usize>| {
        let mut folded = String::new();
        if !run.is_empty() {
            fold_into(scene.words_of(&scene.nodes[run]), &mut folded);
        }
        folded
    };
    if guests {
        return meeting || event::HONOURS.iter().any(|honour| words(sentence.clone()).contains(honour));
    }
    let lead = words(at.saturating_sub(5).max(sentence.start)..at);
    event::ATTENDANCE.iter().any(|cue| lead.ends_with(cue) || lead.ends_with(&format!("{cue} của")))
}
