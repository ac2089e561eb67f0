//! What is to be done: verbs with what stands before them, and several verbs that share an object. Whether a clause is a
//! task is not known here.

use super::engine::{Item, Match, Rule, Test};
use super::scene::Scene;
use super::value::Value;
use crate::lexicon::{Class, Mask};

const VERB: Test = Test::any(&[Class::TaskVerb]).but(&[Class::Demand, Class::Reference]);
const BEFORE: Test = Test::any(&[Class::Manner]).but(&[Class::TaskVerb, Class::Demand]);
/// What goes on with a verb. What tells an event stays a word of its own.
const CHAIN: Test =
    Test::any(&[Class::TaskVerb, Class::Manner]).but(&[Class::Reference, Class::Demand, Class::EventCue, Class::SumUp]);
const NEXT: Test = VERB.but(&[Class::EventCue, Class::SumUp]);
const LINK: Test = Test::any(&[Class::Comma, Class::Conjunction]);
const ACTION: Mask = Mask::of(&[Class::TaskVerb]);

/// The rules.
pub const ACTIONS: &[Rule] = &[
    Rule {
        name: "<manner> <verb>",
        pattern: &[Item::Many(BEFORE, 0, 4), Item::One(VERB), Item::Many(CHAIN, 0, 3)],
        class: ACTION,
        make: action,
    },
    Rule {
        name: "<verb> và <verb>",
        pattern: &[
            Item::Many(BEFORE, 0, 4),
            Item::One(VERB),
            Item::Many(CHAIN, 0, 2),
            Item::One(LINK),
            Item::Many(BEFORE, 0, 2),
            Item::One(NEXT),
            Item::Many(CHAIN, 0, 3),
        ],
        class: ACTION,
        make: action,
    },
    Rule {
        name: "<verb>, <verb> và <verb>",
        pattern: &[
            Item::Many(BEFORE, 0, 4),
            Item::One(VERB),
            Item::Many(CHAIN, 0, 2),
            Item::One(LINK),
            Item::One(CHAIN),
            Item::Many(CHAIN, 0, 2),
            Item::One(LINK),
            Item::One(NEXT),
            Item::Many(CHAIN, 0, 3),
        ],
        class: ACTION,
        make: action,
    },
];

/// It is surely a verb if the first one is, or if a manner word stands before it.
fn action(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let first = found.taken().first()?;
    // "Sở Thông tin và Truyền thông": a capital in the middle of a sentence opens a name.
    if first.mask.has(Class::Capital) && (found.after(Class::Word) || found.after(Class::Ampersand)) {
        return None;
    }
    let verb = found.taken().iter().find_map(|node| scene.arg(node, Class::TaskVerb))?;
    Some(Value::Action(verb == 0 || first.mask.has(Class::Manner)))
}
