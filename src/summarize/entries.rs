//! Assembles what a report tells besides figures: references to legal acts, and dated events.

use std::ops::Range;

use super::Found;
use super::context::{Context, sector_of};
use crate::lexicon::{Class, Mask};
use crate::model::{Event, EventKind, Moment, Period, Reference};
use crate::rules::{Scene, Value};
use crate::text::Span;

/// Finds the references and events of one sentence.
pub fn collect(scene: &Scene<'_>, sentence: Range<usize>, context: &mut Context, found: &mut Found) {
    let sector = scene.nodes[sentence.clone()].iter().find_map(|n| sector_of(scene, n)).unwrap_or(context.sector);
    for node in &scene.nodes[sentence.clone()] {
        let Some(Value::Act(act)) = scene.value(node) else { continue };
        let span = scene.span(node);
        let number = act.number.map(|span| span.of(scene.text).to_owned());
        let date = act.date.and_then(|time| context.resolve(time, context.period()));
        found.covered.push(span);
        if let Some(date) = date {
            let title = span.of(scene.text).to_owned();
            found.events.push((span, Event { date: Some(date), title, kind: EventKind::Act, ..event(sector) }));
        }
        found.references.push((
            span,
            Reference { id: String::new(), quote: String::new(), at: 0, kind: act.kind, number, date, title: None },
        ));
    }
    if let Some((span, date, kind)) = happening(scene, &sentence, context) {
        let title = span.of(scene.text).to_owned();
        found.events.push((span, Event { date: Some(date), title, kind, ..event(sector) }));
    }
}

fn event(sector: crate::model::Sector) -> Event {
    Event {
        id: String::new(),
        quote: String::new(),
        at: 0,
        date: None,
        title: String::new(),
        kind: EventKind::Other,
        sector,
    }
}

/// A clause with a word of happening and a day of its own; a launch may take the period that holds.
fn happening(scene: &Scene<'_>, sentence: &Range<usize>, context: &Context) -> Option<(Span, Period, EventKind)> {
    const HARD: Mask = Mask::of(&[Class::Semicolon, Class::Dot]);
    let nodes = &scene.nodes;
    let cue = sentence.clone().find(|&i| nodes[i].mask.has(Class::EventCue))?;
    let start = (sentence.start..cue).rev().find(|&i| nodes[i].mask.meets(HARD)).map_or(sentence.start, |i| i + 1);
    let mut end = (cue..sentence.end).find(|&i| nodes[i].mask.meets(HARD)).unwrap_or(sentence.end);
    let kind = match scene.arg(&nodes[cue], Class::EventCue)? {
        0 => EventKind::Meeting,
        2 => EventKind::Launch,
        3 => EventKind::Milestone,
        4 => EventKind::Plan,
        _ => EventKind::Other,
    };
    let day = nodes[start..end]
        .iter()
        .filter_map(|n| context.time_of(scene, n))
        .find(|p| matches!(p, Period::At(Moment::Day(..))));
    let date = match kind {
        EventKind::Meeting => day?,
        _ => day.or_else(|| context.period())?,
    };
    if nodes[start..end].iter().any(|n| n.mask.has(Class::Reference)) {
        return None;
    }
    while end > start + 1 && nodes[end - 1].mask.has(Class::Comma) {
        end -= 1;
    }
    Some((scene.span_of(&nodes[start..end]), date, kind))
}
