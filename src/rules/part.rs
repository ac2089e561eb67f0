//! Parts of a year: quarters, halves, the first and the last months, told with or without their year.

use super::date::{n, year};
use super::engine::{Item, Match, Node, Rule, Test};
use super::scene::Scene;
use super::value::{Part, Time, Value};
use crate::lexicon::{Class, Mask};
use crate::model::{Moment, Period};

const DIGITS: Test = Test::any(&[Class::Digits]);
const NUMBER: Test = Test::any(&[Class::Number]);
const PERIOD: Mask = Mask::of(&[Class::Period]);
const MONTH: Test = Test::any(&[Class::MonthWord]);
const QUARTER: Test = Test::any(&[Class::QuarterWord]);
const YEAR: Test = Test::any(&[Class::YearWord]);

/// Parts of a year.
pub const PARTS: &[Rule] = &[
    Rule {
        name: "<n> tháng",
        pattern: &[
            Item::Opens(Test::any(&[
                Class::Content,
                Class::Comma,
                Class::Semicolon,
                Class::Dot,
                Class::Open,
                Class::Connector,
                Class::Frame,
                Class::OtherMark,
                Class::Dash,
                Class::Head,
                Class::Adverb,
                Class::Verb,
            ])),
            Item::One(NUMBER),
            Item::One(MONTH),
            Item::NotAhead(Test::any(&[Class::Past, Class::Content, Class::Slash, Class::Preposition])),
        ],
        class: PERIOD,
        make: |s, m| {
            let months = n(s, m, 1).filter(|n| (2..=11).contains(n))?;
            (s.words(m.get(2)?) != "T").then_some(Value::Time(Time::SoFar(months as u8)))
        },
    },
    Rule {
        name: "<n>T",
        pattern: &[Item::One(NUMBER), Item::One(MONTH.and(&[Class::Glued]))],
        class: PERIOD,
        make: |s, m| {
            let months = n(s, m, 0).filter(|n| (2..=11).contains(n))?;
            let short = s.words(m.get(1)?) == "T";
            short.then_some(Value::Time(Time::SoFar(months as u8)))
        },
    },
    Rule {
        name: "quý <q> [năm <yyyy>]",
        pattern: &[
            Item::One(QUARTER),
            Item::One(Test::any(&[Class::Roman, Class::Number])),
            Item::Opt(Test::any(&[Class::YearWord, Class::Slash, Class::Dash])),
            Item::Opt(DIGITS),
        ],
        class: PERIOD,
        make: quarter,
    },
    Rule {
        name: "quý <q>",
        pattern: &[Item::One(QUARTER), Item::One(Test::any(&[Class::Roman, Class::Number]))],
        class: PERIOD,
        make: quarter,
    },
    Rule {
        name: "<n> tháng đầu năm [<yyyy>]",
        pattern: &[
            Item::One(NUMBER),
            Item::One(MONTH),
            Item::One(Test::any(&[Class::FirstPart, Class::LastPart])),
            Item::Opt(YEAR),
            Item::Opt(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| months(s, m, m.get(4)),
    },
    Rule {
        name: "<n> tháng năm <yyyy>",
        pattern: &[Item::One(NUMBER), Item::One(MONTH), Item::Opt(YEAR), Item::One(DIGITS)],
        class: PERIOD,
        make: |s, m| months(s, m, m.get(3)),
    },
    Rule {
        name: "nửa đầu năm [<yyyy>]",
        pattern: &[Item::One(Test::any(&[Class::YearPart])), Item::Opt(DIGITS)],
        class: PERIOD,
        make: |s, m| {
            let node = m.get(0)?;
            let told = m.get(1).and_then(|_| n(s, m, 1)).and_then(year);
            // "Q.1" is a district of a city as well: a quarter in digits needs its year.
            let digits = s.words(node).bytes().any(|b| b.is_ascii_digit());
            (told.is_some() || !digits).then(|| part(named_part(s, node)?, told)).flatten()
        },
    },
    Rule {
        name: "Q3/<yyyy>",
        pattern: &[
            Item::One(Test::any(&[Class::YearPart])),
            Item::One(Test::any(&[Class::YearWord, Class::Slash, Class::Dash])),
            Item::One(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| {
            let told = year(n(s, m, 2)?)?;
            part(named_part(s, m.get(0)?)?, Some(told))
        },
    },
];

/// A half, or a quarter by its short name: the argument of a quarter is ten more than its number.
fn named_part(scene: &Scene<'_>, node: &Node) -> Option<Part> {
    let part = u8::try_from(scene.arg(node, Class::YearPart)?).ok()?;
    Some(if part > 10 { Part::Quarter(part - 10) } else { Part::Half(part) })
}

fn quarter(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let node = found.get(1)?;
    let number = scene.arg(node, Class::Roman).map(|q| q as u64).or_else(|| n(scene, found, 1))?;
    let number = u8::try_from(number).ok().filter(|q| (1..=4).contains(q))?;
    let told = match (found.pattern_len() > 2, found.get_from(2), found.get_from(3)) {
        (true, Some(_), Some(_)) => Some(year(n(scene, found, 3)?)?),
        (true, Some(_), None) | (true, None, Some(_)) => return None,
        _ => None,
    };
    part(Part::Quarter(number), told)
}

/// The part of a year; of the report's own where none is told.
pub fn part(part: Part, year: Option<u16>) -> Option<Value> {
    Some(Value::Time(match year {
        Some(y) => Time::At(part.of(y)),
        None => Time::Part(part),
    }))
}

fn months(scene: &Scene<'_>, found: &Match<'_>, told: Option<&Node>) -> Option<Value> {
    let count = u8::try_from(n(scene, found, 0)?).ok().filter(|m| (1..=12).contains(m))?;
    let year = match told {
        Some(node) => match scene.value(node)? {
            Value::Number(number, _) => Some(year(number.small(9999)?)?),
            _ => return None,
        },
        None => None,
    };
    let last = found.get(2).is_some_and(|node| node.mask.has(Class::LastPart));
    part(
        match (count, last) {
            (12, _) => Part::Year,
            (6, false) => Part::Half(1),
            (6, true) => Part::Half(2),
            (3, false) => Part::Quarter(1),
            (3, true) => Part::Quarter(4),
            (n, false) => Part::Months(1, n),
            (n, true) => Part::Months(13 - n, 12),
        },
        year,
    )
}

impl Part {
    /// The first months of a year.
    pub fn first(months: u8) -> Self {
        match months {
            3 => Self::Quarter(1),
            6 => Self::Half(1),
            12 => Self::Year,
            n => Self::Months(1, n),
        }
    }

    /// The part of a year that is named.
    pub fn of(self, year: u16) -> Period {
        match self {
            Self::Half(half) => Period::At(Moment::Half(year, half)),
            Self::Quarter(quarter) => Period::At(Moment::Quarter(year, quarter)),
            Self::Month(month) => Period::At(Moment::Month(year, month)),
            Self::Day(month, day) => {
                Period::At(Moment::Day(year, month, day.min(Moment::Month(year, month).last_day().2)))
            }
            Self::Days(month, from, to) => {
                let day = |day: u8| Moment::Day(year, month, day.min(Moment::Month(year, month).last_day().2));
                Period::Range(day(from), day(to))
            }
            Self::Months(from, to) if from == to => Period::At(Moment::Month(year, from)),
            Self::Months(from, to) => Period::Range(Moment::Month(year, from), Moment::Month(year, to)),
            Self::Year => Period::of_year(year),
        }
    }
}
