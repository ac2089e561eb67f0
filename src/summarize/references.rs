//! Assembles references: one entry for each document, however often it is named. What a document is about stands behind
//! it, after who issued it.

use super::Found;
use super::context::Context;
use super::entries::{HARD, Sentence};
use crate::lexicon::{Class, Mask};
use crate::model::{Event, EventKind, Period, Reference};
use crate::rules::{ActValue, Value};
use crate::text::{Span, fold_into};

/// Finds the references of one sentence, and the acts with a date, which are events too.
pub fn collect(sentence: &Sentence<'_, '_>, context: &Context, found: &mut Found) {
    let scene = sentence.scene;
    for at in sentence.range.clone() {
        let Some(Value::Act(act)) = scene.value(&scene.nodes[at]) else { continue };
        let span = scene.span(&scene.nodes[at]);
        found.covered.push(span);
        let date = act.date.and_then(|time| context.resolve(time, context.period()));
        if !fresh(scene.text, act, span, found) {
            continue;
        }
        let tight = |words: &str| words.split_whitespace().collect::<String>();
        let number = act.number.map(|span| tight(span.of(scene.text)));
        let title = act.title.or_else(|| subject(sentence, at)).map(|span| span.of(scene.text).to_owned());
        if let (Some(date), Some(_)) = (date.filter(is_day), &number) {
            let sector = sentence.sector(at..sentence.range.end.min(at + 40), context);
            let title = span.of(scene.text).to_owned();
            let event = Event {
                id: String::new(),
                quote: String::new(),
                at: 0,
                date: Some(date),
                title,
                kind: EventKind::Act,
                sector,
            };
            found.events.push((span, event));
        }
        let quote = String::new();
        found
            .references
            .push((span, Reference { id: String::new(), quote, at: 0, kind: act.kind, number, date, title }));
    }
}

fn is_day(date: &Period) -> bool {
    matches!(date, Period::At(crate::model::Moment::Day(..)))
}

/// What an act is about: behind "về", after who issued it.
fn subject(sentence: &Sentence<'_, '_>, act: usize) -> Option<Span> {
    const STOP: Mask = Mask::of(&[
        Class::Comma,
        Class::Semicolon,
        Class::Dot,
        Class::Auxiliary,
        Class::Predicate,
        Class::Speech,
        Class::Reference,
        Class::Human,
    ]);
    const TITLE_STOP: Mask =
        Mask::of(&[Class::Comma, Class::Auxiliary, Class::Predicate, Class::Close, Class::Connector]).with(HARD);
    let nodes = &sentence.scene.nodes;
    let about = (act + 1..sentence.range.end.min(act + 14))
        .find(|&i| nodes[i].mask.meets(STOP) || nodes[i].mask.has(Class::About))?;
    if !nodes[about].mask.has(Class::About) {
        return None;
    }
    let limit = sentence.range.end.min(about + 60);
    let end = (about + 1..limit).find(|&i| nodes[i].mask.meets(TITLE_STOP)).unwrap_or(limit);
    sentence.span(about + 1..end)
}

/// Whether a document was not named before: by its number, else by its name, of which a longer form is the same.
fn fresh(text: &str, act: ActValue, span: Span, found: &mut Found) -> bool {
    let mut key = String::new();
    fold_into(act.number.or(act.title).unwrap_or(span).of(text), &mut key);
    if act.number.is_some() {
        return found.numbers.insert(key.split_whitespace().collect());
    }
    let key = key.split_whitespace().collect::<Vec<_>>().join(" ");
    // A name is known by its first words, so that one look-up tells.
    let short: String = key.split(' ').take(6).collect::<Vec<_>>().join(" ");
    let names = found.documents.entry(short).or_default();
    let known = names.iter().any(|old| key.starts_with(old.as_str()) || old.starts_with(key.as_str()));
    if !known && names.len() < 16 {
        names.push(key);
    }
    !known
}
