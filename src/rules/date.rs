//! Dates: days, months, quarters, parts of years, years, stages and terms that are told by digits. Nothing is resolved
//! here: a day without its year stays one.

use super::engine::{Item, Match, Rule, Test};
use super::part::part;
use super::scene::Scene;
use super::time::up_to;
use super::value::{Part, Time, Value};
use crate::lexicon::{Class, Mask};
use crate::model::{Moment, Period};

const DIGITS: Test = Test::any(&[Class::Digits]);
const NUMBER: Test = Test::any(&[Class::Number]);
const PERIOD: Mask = Mask::of(&[Class::Period]);
const STROKE: Test = Test::any(&[Class::Slash, Class::Dash]).and(&[Class::Glued]);
const DAY_LEAD: Test = Test::any(&[Class::DayWord, Class::PartOfDay]);
const MONTH: Test = Test::any(&[Class::MonthWord]);
const YEAR: Test = Test::any(&[Class::YearWord]);

/// Dates and years that are told by their own digits.
pub const DATES: &[Rule] = &[
    Rule {
        name: "<d>/<m>/<yyyy>",
        pattern: &[
            Item::Many(DAY_LEAD, 0, 2),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Slash, Class::Dash])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Slash, Class::Dash])),
            Item::One(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| date(n(s, m, 1)?, n(s, m, 3)?, Some(year(n(s, m, 5)?)?)),
    },
    Rule {
        name: "<yyyy>-<mm>",
        pattern: &[Item::One(DIGITS), Item::One(STROKE), Item::One(DIGITS.and(&[Class::Glued]))],
        class: PERIOD,
        make: |s, m| {
            let told = s.words(m.get(2)?).len() == 2 && s.words(m.get(0)?).len() == 4;
            told.then(|| month(n(s, m, 2)?, Some(year(n(s, m, 0)?)?)))?
        },
    },
    Rule { name: "<d.m.yyyy>", pattern: &[Item::Many(DAY_LEAD, 0, 2), Item::One(DIGITS)], class: PERIOD, make: dotted },
    Rule {
        name: "ngày <d> tháng <m> [năm <yyyy>]",
        pattern: &[
            Item::Many(DAY_LEAD, 1, 2),
            Item::One(NUMBER),
            Item::One(MONTH),
            Item::One(NUMBER),
            Item::Opt(Test::any(&[Class::YearWord, Class::Slash])),
            Item::Opt(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| {
            let told = m.get(4).and(m.get(5)).map(|_| n(s, m, 5).and_then(year));
            if m.get(4).is_some() != m.get(5).is_some() {
                return None;
            }
            date(n(s, m, 1)?, n(s, m, 3)?, told.flatten())
        },
    },
    Rule {
        name: "ngày <d>/<m>",
        pattern: &[
            Item::Many(DAY_LEAD, 1, 2),
            Item::Opt(Test::any(&[Class::Open])),
            Item::One(DIGITS),
            Item::One(STROKE),
            Item::One(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| date(n(s, m, 2)?, n(s, m, 4)?, None),
    },
    Rule {
        name: "<d>/<m>",
        pattern: &[
            Item::NotBehind(Test::any(&[
                Class::Predicate,
                Class::Bound,
                Class::RankCue,
                Class::Ordinal,
                Class::Slash,
                Class::Same,
            ])),
            Item::One(DIGITS),
            Item::One(STROKE),
            Item::One(DIGITS.and(&[Class::Glued])),
            Item::NotAhead(Test::any(&[
                Class::Content,
                Class::AreaWord,
                Class::Plural,
                Class::Slash,
                Class::Percent,
                Class::Currency,
                Class::Measure,
                Class::Scope,
                Class::Ranked,
                Class::Verb,
                Class::Plan,
                Class::Multiplier,
                Class::EventCue,
                Class::Act,
            ])),
        ],
        class: PERIOD,
        make: |s, m| {
            let (day, month) = (n(s, m, 1)?, n(s, m, 3)?);
            let fraction = day < month && month <= 5 || (day, month) == (1, 10);
            let dash = m.get(2)?.mask.has(Class::Dash);
            (!fraction && !dash).then(|| date(day, month, None))?
        },
    },
    Rule {
        name: "<d> tháng <m>, <yyyy>",
        pattern: &[
            Item::One(DIGITS),
            Item::One(MONTH),
            Item::One(DIGITS),
            Item::Many(Test::any(&[Class::Comma, Class::YearWord]), 1, 2),
            Item::One(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| date(n(s, m, 0)?, n(s, m, 2)?, Some(year(n(s, m, 4)?)?)),
    },
    Rule {
        name: "tháng <m.yyyy>",
        pattern: &[Item::One(Test::any(&[Class::MonthWord, Class::DayWord])), Item::One(DIGITS)],
        class: PERIOD,
        make: pointed,
    },
    Rule {
        name: "đến <d>/<m>",
        pattern: &[
            Item::One(Test::any(&[Class::UpTo, Class::RunningTotal])),
            Item::Many(DAY_LEAD, 0, 2),
            Item::One(DIGITS),
            Item::One(STROKE),
            Item::One(DIGITS),
            Item::Opt(STROKE),
            Item::Opt(DIGITS.and(&[Class::Glued])),
        ],
        class: PERIOD,
        make: |s, m| {
            let told = m.get(6).map(|_| n(s, m, 6).and_then(year));
            let date = date(n(s, m, 2)?, n(s, m, 4)?, told.flatten())?;
            Some(up_to(s, m.get(0)?, date))
        },
    },
    Rule {
        name: "<m>/<yyyy>",
        pattern: &[Item::Opt(MONTH), Item::One(DIGITS), Item::One(STROKE), Item::One(DIGITS)],
        class: PERIOD,
        make: |s, m| month(n(s, m, 1)?, Some(year(n(s, m, 3)?)?)),
    },
    Rule {
        name: "tháng <m> [năm <yyyy>]",
        pattern: &[Item::One(MONTH), Item::One(NUMBER), Item::Opt(YEAR), Item::Opt(DIGITS)],
        class: PERIOD,
        make: |s, m| match (m.get(2), m.get(3)) {
            (Some(_), Some(_)) => month(n(s, m, 1)?, Some(year(n(s, m, 3)?)?)),
            (None, None) => month(n(s, m, 1)?, None),
            _ => None,
        },
    },
    Rule {
        name: "tháng <m>",
        pattern: &[Item::One(MONTH), Item::One(NUMBER)],
        class: PERIOD,
        make: |s, m| month(n(s, m, 1)?, None),
    },
    Rule {
        name: "từ ngày <d> đến <d>/<m>",
        pattern: &[
            Item::Opt(DAY_LEAD),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::To, Class::Dash, Class::UpTo])),
            Item::Opt(DAY_LEAD),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Slash, Class::Dash])),
            Item::One(DIGITS),
            Item::Opt(STROKE),
            Item::Opt(DIGITS.and(&[Class::Glued])),
        ],
        class: PERIOD,
        make: |s, m| {
            let told = m.get(7).and(m.get(8)).and_then(|_| n(s, m, 8)).and_then(year);
            let (from, to) = (n(s, m, 1)?, n(s, m, 4)?);
            // "(10-11/10/2022)": without the word only a year tells that it is days.
            if m.get(0).is_none() && (told.is_none() || !m.get(2)?.mask.has(Class::Dash)) {
                return None;
            }
            let (first, last) = (date(from, n(s, m, 6)?, told)?, date(to, n(s, m, 6)?, told)?);
            match (first, last) {
                (Value::Time(Time::At(a)), Value::Time(Time::At(b))) if from < to => {
                    Some(Value::Time(Time::At(Period::Range(a.start(), b.end()))))
                }
                (Value::Time(Time::Part(Part::Day(month, a))), Value::Time(Time::Part(Part::Day(_, b))))
                    if from < to =>
                {
                    Some(Value::Time(Time::Part(Part::Days(month, a, b))))
                }
                (_, last) if from < to => Some(last),
                _ => None,
            }
        },
    },
    Rule {
        name: "giai đoạn <yyyy>-<yyyy>",
        pattern: &[
            Item::Opt(Test::any(&[Class::SpanWord, Class::YearWord])),
            Item::Opt(Test::any(&[Class::YearWord])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Dash, Class::Slash])),
            Item::One(DIGITS),
        ],
        class: PERIOD,
        make: stage,
    },
    Rule {
        name: "từ năm <yyyy> đến năm <yyyy>",
        pattern: &[
            Item::One(Test::any(&[Class::From])),
            Item::Opt(YEAR),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::To, Class::UpTo])),
            Item::Opt(YEAR),
            Item::One(DIGITS),
        ],
        class: PERIOD,
        make: |s, m| range(year(n(s, m, 2)?)?, year(n(s, m, 5)?)?),
    },
    Rule {
        name: "năm <yyyy>",
        pattern: &[Item::One(YEAR), Item::One(DIGITS)],
        class: PERIOD,
        make: |s, m| year(n(s, m, 1)?).map(|y| Value::Time(Time::At(Period::of_year(y)))),
    },
    Rule {
        name: "<yyyy>",
        pattern: &[
            Item::NotBehind(Test::any(&[Class::Bound, Class::Slash, Class::Dash, Class::Predicate])),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[
                Class::Multiplier,
                Class::Percent,
                Class::Measure,
                Class::Currency,
                Class::Slash,
                Class::Times,
                Class::Content,
            ])),
        ],
        class: PERIOD,
        make: |s, m| {
            let words = s.words(m.get(1)?);
            let told = year(n(s, m, 1)?).filter(|_| words.len() == 4)?;
            Some(Value::Time(Time::At(Period::of_year(told))))
        },
    },
];

/// The small whole number of a node.
pub(super) fn n(scene: &Scene<'_>, found: &Match<'_>, at: usize) -> Option<u64> {
    match scene.value(found.get(at)?)? {
        Value::Number(number, _) => number.small(9999),
        _ => None,
    }
}

/// A year that a report can speak of.
pub(super) fn year(number: u64) -> Option<u16> {
    u16::try_from(number).ok().filter(|y| (1945..=2100).contains(y))
}

fn date(day: u64, month: u64, year: Option<u16>) -> Option<Value> {
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    Some(Value::Time(match year {
        Some(y) => Time::At(Period::At(Moment::Day(y, month, day.min(Moment::Month(y, month).last_day().2)))),
        None => Time::Part(Part::Day(month, day)),
    }))
}

fn month(month: u64, year: Option<u16>) -> Option<Value> {
    let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    part(Part::Month(month), year)
}

fn dotted(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let mut groups = scene.words(found.get(1)?).split('.').map(|g| g.parse::<u64>().ok());
    let told = date(groups.next()??, groups.next()??, Some(year(groups.next()??)?));
    if groups.next().is_some() { None } else { told }
}

/// "tháng 3.2024", "ngày 11.4": a point for the stroke.
fn pointed(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (first, second) = scene.words(found.get(1)?).split_once('.')?;
    let (first, second) = (first.parse::<u64>().ok()?, second.parse::<u64>().ok()?);
    if found.get(0)?.mask.has(Class::DayWord) { date(first, second, None) } else { month(first, Some(year(second)?)) }
}

fn range(from: u16, to: u16) -> Option<Value> {
    (from < to).then_some(Value::Time(Time::At(Period::Range(Moment::Year(from), Moment::Year(to)))))
}

fn stage(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (first, second) = (scene.words(found.get(2)?), scene.words(found.get(4)?));
    if first.len() != 4 || !matches!(second.len(), 2 | 4) {
        return None;
    }
    let from = year(first.parse().ok()?)?;
    // "giai đoạn 2016-20"
    let to = if second.len() == 2 { from / 100 * 100 + second.parse::<u16>().ok()? } else { second.parse().ok()? };
    range(from, year(u64::from(to))?)
}
