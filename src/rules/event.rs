//! Days that only a happening is told with: "Hôm qua (13/1)", "diễn ra ngày 11.4". A day in brackets behind a word for
//! today is that day; elsewhere "(13/1)" is a fraction.

use super::engine::{Item, Match, Rule, Test};
use super::scene::Scene;
use super::value::{Part, Time, Value};
use crate::lexicon::{Class, Mask};

const DIGITS: Test = Test::any(&[Class::Digits]);
const PERIOD: Mask = Mask::of(&[Class::Period]);

/// The rules.
pub const DATES: &[Rule] = &[
    Rule {
        name: "hôm qua (<d>/<m>)",
        pattern: &[
            Item::One(Test::any(&[Class::Occasion, Class::PartOfDay, Class::DayWord])),
            Item::Many(Test::any(&[Class::Occasion, Class::DayWord, Class::Comma]), 0, 2),
            Item::One(Test::any(&[Class::Open])),
            Item::Opt(Test::any(&[Class::DayWord])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Slash, Class::Dash]).and(&[Class::Glued])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Close])),
        ],
        class: PERIOD,
        make: |s, m| day(number(s, m, 4)?, number(s, m, 6)?),
    },
    Rule {
        name: "ngày <d.m>",
        pattern: &[Item::One(Test::any(&[Class::DayWord])), Item::One(DIGITS)],
        class: PERIOD,
        make: |s, m| {
            let (d, month) = s.words(m.get(1)?).split_once('.')?;
            day(d.parse().ok()?, month.parse().ok()?)
        },
    },
];

fn number(scene: &Scene<'_>, found: &Match<'_>, at: usize) -> Option<u64> {
    match scene.value(found.get(at)?)? {
        Value::Number(number, _) => number.small(31),
        _ => None,
    }
}

fn day(day: u64, month: u64) -> Option<Value> {
    let told = (1..=31).contains(&day) && (1..=12).contains(&month);
    told.then_some(Value::Time(Time::Part(Part::Day(month as u8, day as u8))))
}
