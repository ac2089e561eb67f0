//! Legal acts by number and date: "Quyết định số 362/QĐ-TTg ngày 3/4/2019".

use super::engine::{Item, Match, Rule, Scene, Test};
use super::value::{ActValue, Value};
use crate::lexicon::{Class, Mask, act};

/// The rules.
pub const RULES: &[Rule] = &[Rule {
    name: "<act> số <number> [ngày <date>]",
    pattern: &[
        Item::One(Test::any(&[Class::Act, Class::Programme, Class::Plan])),
        Item::Opt(Test::any(&[Class::NameBefore])),
        Item::One(Test::any(&[Class::ActNumber])),
        Item::Opt(Test::any(&[Class::Comma])),
        Item::Opt(Test::any(&[Class::Period])),
    ],
    class: Mask::of(&[Class::Reference]),
    make: numbered,
}];

fn numbered(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let word = found.get(0)?;
    let kind = scene.arg(word, Class::Act).or_else(|| scene.arg(word, Class::Programme));
    let number = scene.span(found.get(2)?);
    if found.get(3).is_some() && found.get(4).is_none() {
        return None;
    }
    let date = match found.get(4).and_then(|node| scene.value(node)) {
        Some(Value::Time(time)) => Some(time),
        _ => None,
    };
    Some(Value::Act(ActValue { kind: act::kind(kind.unwrap_or(9)), number: Some(number), date }))
}
