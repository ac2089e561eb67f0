//! Assembles people: one entry for each, with all the offices told of them. The same name told again adds its offices.

use super::Found;
use super::entries::{Sentence, Telling};
use crate::lexicon::{Class, Mask};
use crate::model::Person;
use crate::rules::{Scene, Value};
use crate::text::{Span, fold_into};

/// Finds the people of one sentence.
pub fn collect(sentence: &Sentence<'_, '_>, found: &mut Found) {
    for node in &sentence.scene.nodes[sentence.range.clone()] {
        visit(sentence.scene, node.fact, false, found);
    }
}

/// A person is a fact with the offices among its parts; a list of people is one whose parts are people and bare names.
fn visit(scene: &Scene<'_>, fact: u32, listed: bool, found: &mut Found) {
    let Some(fact) = scene.facts.get(fact as usize) else { return };
    match fact.value {
        Value::Person(name) => {
            let mut roles = Vec::new();
            offices(scene, &fact.parts, &mut roles);
            add(scene.text, name, roles, found);
        }
        Value::Name(name) if listed => add(scene.text, name, Vec::new(), found),
        Value::Opaque => fact.parts.iter().for_each(|&part| visit(scene, part, true, found)),
        _ => {}
    }
}

fn offices(scene: &Scene<'_>, parts: &[u32], roles: &mut Vec<String>) {
    for fact in parts.iter().filter_map(|&part| scene.facts.get(part as usize)) {
        match fact.value {
            Value::Office => roles.push(fact.span.of(scene.text).to_owned()),
            Value::Person(_) => offices(scene, &fact.parts, roles),
            _ => {}
        }
    }
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// Adds a person, or what is new of one told before. An office that goes on where another stops says the same better.
fn add(text: &str, name: Span, roles: Vec<String>, found: &mut Found) {
    let words = name.of(text);
    let key = folded(words);
    let at = *found.names.entry(key).or_insert_with(|| {
        found.people.push((
            name,
            Person { id: String::new(), quote: String::new(), at: 0, name: words.to_owned(), roles: Vec::new() },
        ));
        found.people.len() - 1
    });
    let known = &mut found.people[at].1.roles;
    for role in roles {
        let new = folded(&role);
        let same = |old: &String| new.starts_with(&folded(old)) || folded(old).starts_with(&new);
        match known.iter().position(same) {
            Some(old) if role.len() > known[old].len() => known[old] = role,
            Some(_) => {}
            None if known.len() < 16 => known.push(role),
            None => {}
        }
    }
}

/// A signature: a line with an office alone, then one with a name alone.
pub fn enter(scene: &Scene<'_>, telling: &mut Telling) {
    const MARK: Mask = Mask::of(&[
        Class::Dot,
        Class::Comma,
        Class::Dash,
        Class::Colon,
        Class::OtherMark,
        Class::Slash,
        Class::AllCaps,
        Class::Open,
        Class::Close,
        Class::Honorific,
    ]);
    let rest = |class: Class| scene.nodes.iter().all(|n| n.mask.has(class) || n.mask.meets(MARK));
    let office = scene.nodes.iter().find(|n| n.mask.has(Class::Office));
    telling.signing = match office {
        Some(node) if scene.nodes.len() <= 8 && rest(Class::Office) => Some(scene.span(node)),
        _ => telling.signing,
    };
    if office.is_none() {
        telling.signed = telling.signing.take();
    }
}

/// The name under an office that stood alone.
pub fn signature(sentence: &Sentence<'_, '_>, telling: &mut Telling, found: &mut Found) {
    let nodes = &sentence.scene.nodes[sentence.range.clone()];
    let Some(office) = telling.signed else { return };
    let names = nodes.iter().filter(|n| n.mask.has(Class::PersonName)).count();
    if names == 1 && nodes.len() <= 4 {
        telling.signed = None;
        for node in nodes {
            if let Some(Value::Name(name)) = sentence.scene.value(node) {
                add(sentence.scene.text, name, vec![office.of(sentence.scene.text).to_owned()], found);
            }
        }
    }
}
