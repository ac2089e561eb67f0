//! Times made of dates, and words that point at a time: "đến hết năm 2020", "cùng kỳ", "5 năm qua", "đầu năm". Nothing is
//! resolved here: "cùng kỳ" stays "the same period" until the report's own dates are known.

use super::date::{n, year};
use super::engine::{Item, Node, Rule, Test};
use super::scene::Scene;
use super::value::{Part, Step, Time, Value};
use crate::lexicon::{Class, Mask};
use crate::model::{Moment, Period};

const DIGITS: Test = Test::any(&[Class::Digits]);
const NUMBER: Test = Test::any(&[Class::Number]);
const PERIOD: Mask = Mask::of(&[Class::Period]);
const DASH: Test = Test::any(&[Class::Dash]);
const YEAR: Test = Test::any(&[Class::YearWord]);
const TO: Test = Test::any(&[Class::To]);
const TIME: Test = Test::any(&[Class::Period]);

/// Times made of times, and words that point at them.
pub const PERIODS: &[Rule] = &[
    Rule {
        name: "cùng kỳ [<period>]",
        pattern: &[Item::One(Test::any(&[Class::SamePeriod])), Item::Opt(Test::any(&[Class::Period, Class::LastYear]))],
        class: PERIOD,
        make: |s, m| {
            // "CK Ma Lù Thàng" is a border gate.
            let named = m.behind().first().is_some_and(|n| n.mask.has(Class::Capital) && !n.mask.has(Class::AllCaps));
            let short = m.get(0)?.mask.has(Class::AllCaps);
            if short && named && m.get(1).is_none() {
                return None;
            }
            Some(Value::Time(match m.get(1).map(|node| s.value(node)) {
                Some(Some(Value::Time(Time::At(p)))) => match p {
                    Period::At(Moment::Year(y)) => Time::SameOf(y),
                    _ => Time::At(p),
                },
                Some(Some(Value::Time(other))) => other,
                _ => Time::Same,
            }))
        },
    },
    Rule {
        name: "đến hết <period>",
        pattern: &[
            Item::Many(Test::any(&[Class::UpTo, Class::RunningTotal]), 1, 2),
            Item::Opt(Test::any(&[Class::UpTo, Class::To])),
            Item::One(TIME),
        ],
        class: PERIOD,
        make: |s, m| {
            let total = m.all(0).iter().find(|node| node.mask.has(Class::RunningTotal)).or(m.get(0))?;
            let Value::Time(time) = s.value(m.get(2)?)? else { return None };
            Some(up_to(s, total, Value::Time(time)))
        },
    },
    Rule {
        name: "đến <period>",
        pattern: &[Item::One(Test::any(&[Class::To]).and(&[Class::Word])), Item::One(TIME)],
        class: PERIOD,
        make: |s, m| s.value(m.get(1)?),
    },
    Rule {
        name: "đến nay",
        pattern: &[Item::One(Test::any(&[Class::UpTo]))],
        class: PERIOD,
        make: |s, m| matches!(s.arg(m.get(0)?, Class::UpTo)?, 2 | 4).then_some(Value::Time(Time::Now)),
    },
    Rule {
        name: "từ <period> đến nay",
        pattern: &[
            Item::One(Test::any(&[Class::From, Class::Frame])),
            Item::One(TIME),
            Item::One(Test::any(&[Class::UpTo])),
        ],
        class: PERIOD,
        make: |s, m| match (s.value(m.get(1)?)?, s.arg(m.get(2)?, Class::UpTo)?) {
            (Value::Time(Time::At(from)), 2) => Some(Value::Time(Time::Since(from))),
            (Value::Time(Time::Part(from)), 2) => Some(Value::Time(Time::SincePart(from))),
            _ => None,
        },
    },
    Rule {
        name: "cuối <period>",
        pattern: &[Item::One(Test::any(&[Class::LastPart, Class::FirstPart])), Item::One(TIME)],
        class: PERIOD,
        make: |s, m| s.value(m.get(1)?),
    },
    Rule {
        name: "cuối năm <yyyy>",
        pattern: &[Item::One(Test::any(&[Class::LastPart, Class::FirstPart])), Item::One(DIGITS)],
        class: PERIOD,
        make: |s, m| {
            let told = year(n(s, m, 1)?)?;
            // The start of a year is the end of the one before: what stood "so với đầu năm 2021" stood at the end of 2020.
            Some(Value::Time(Time::At(Period::of_year(told))))
        },
    },
    Rule {
        name: "đầu năm",
        pattern: &[Item::One(Test::any(&[Class::FirstPart, Class::LastPart]))],
        class: PERIOD,
        make: |s, m| {
            let node = m.get(0)?;
            let part = s.arg(node, Class::FirstPart).or_else(|| s.arg(node, Class::LastPart))?;
            let first = node.mask.has(Class::FirstPart);
            (part == 0).then_some(Value::Time(if first { Time::YearStart } else { Time::YearOffset(0) }))
        },
    },
    Rule {
        name: "<n> năm qua",
        pattern: &[Item::One(NUMBER), Item::One(YEAR), Item::One(Test::any(&[Class::Past]))],
        class: PERIOD,
        make: |s, m| {
            let years = u8::try_from(n(s, m, 0)?).ok().filter(|&y| y <= 50)?;
            Some(Value::Time(match s.arg(m.get(2)?, Class::Past)? {
                0 => Time::PastYears(years),
                _ => Time::NextYears(years),
            }))
        },
    },
    Rule {
        name: "<n> <năm qua>",
        pattern: &[Item::One(NUMBER), Item::One(Test::any(&[Class::ThisYear, Class::NextYear, Class::LastYear]))],
        class: PERIOD,
        make: |s, m| {
            let years = u8::try_from(n(s, m, 0)?).ok().filter(|&y| y <= 50)?;
            let node = m.get(1)?;
            Some(Value::Time(if node.mask.has(Class::NextYear) {
                Time::NextYears(years)
            } else {
                Time::PastYears(years)
            }))
        },
    },
    Rule {
        name: "năm trước",
        pattern: &[Item::One(Test::any(&[Class::LastYear]))],
        class: PERIOD,
        make: |s, m| {
            Some(Value::Time(match s.arg(m.get(0)?, Class::LastYear)? {
                5 => Time::StageBefore,
                6 => Time::Same,
                12 => Time::Before(Step::Month),
                4 => Time::Before(Step::Quarter),
                _ => Time::YearOffset(-1),
            }))
        },
    },
    Rule {
        name: "đến hết năm",
        pattern: &[
            Item::One(Test::any(&[Class::UpTo])),
            Item::One(YEAR),
            Item::NotAhead(Test::any(&[Class::Number, Class::Period, Class::Content])),
        ],
        class: PERIOD,
        make: |s, m| {
            let whole = s.words(m.get(1)?).eq_ignore_ascii_case("năm");
            (whole && matches!(s.arg(m.get(0)?, Class::UpTo)?, 0 | 3)).then_some(Value::Time(Time::YearOffset(0)))
        },
    },
    Rule {
        name: "trong năm",
        pattern: &[
            Item::One(Test::any(&[Class::Frame])),
            Item::One(YEAR),
            Item::NotAhead(Test::any(&[Class::Number, Class::Period])),
        ],
        class: PERIOD,
        make: |_, _| Some(Value::Time(Time::YearOffset(0))),
    },
    Rule {
        name: "năm nay",
        pattern: &[Item::One(Test::any(&[Class::ThisYear, Class::NextYear]))],
        class: PERIOD,
        make: |s, m| {
            let node = m.get(0)?;
            Some(Value::Time(match s.arg(node, Class::NextYear) {
                Some(5) => Time::StageAfter,
                years => Time::YearOffset(years.unwrap_or(0) as i8),
            }))
        },
    },
    Rule {
        name: "tháng <m> và tháng <m>",
        pattern: &[Item::One(TIME), Item::One(DASH), Item::One(TIME)],
        class: PERIOD,
        make: |s, m| match (s.value(m.get(0)?)?, s.value(m.get(2)?)?) {
            (Value::Time(Time::At(a)), Value::Time(Time::At(b))) if a < b => {
                Some(Value::Time(Time::At(Period::Range(a.start(), b.end()))))
            }
            _ => None,
        },
    },
    Rule {
        name: "<từ period> đến <period>",
        pattern: &[Item::One(TIME), Item::One(TO), Item::One(TIME)],
        class: PERIOD,
        make: |s, m| {
            // "từ ngày" is one word of the lexicon.
            let from = s.words(m.get(0)?).to_lowercase().starts_with("từ");
            from.then(|| between(s.value(m.get(0)?)?, s.value(m.get(2)?)?))?
        },
    },
    Rule {
        name: "từ <period> đến <period>",
        pattern: &[Item::One(Test::any(&[Class::From])), Item::One(TIME), Item::One(TO), Item::One(TIME)],
        class: PERIOD,
        make: |s, m| between(s.value(m.get(1)?)?, s.value(m.get(3)?)?),
    },
];

/// From one time to a later one. A year that is told once, at the end, is that of both: "từ tháng 7 đến tháng 10/2021"; a
/// beginning that would lie behind the end is of the year before.
fn between(from: Value, to: Value) -> Option<Value> {
    let (Value::Time(from), Value::Time(to)) = (from, to) else { return None };
    let time = match (from, to) {
        (Time::At(a), Time::At(b)) if a < b => Time::At(Period::Range(a.start(), b.end())),
        (Time::Part(Part::Month(a)), Time::Part(Part::Month(b))) if a < b => Time::Part(Part::Months(a, b)),
        (Time::Part(part), Time::At(b)) => {
            let year = b.end().year();
            let begins = |year: u16| Some(part.of(year)).filter(|a| a.start().first_day() < b.start().first_day());
            Time::At(Period::Range(begins(year).or_else(|| begins(year - 1))?.start(), b.end()))
        }
        _ => return None,
    };
    Some(Value::Time(time))
}

/// A running total is open at its start; a stock at an end of a year is of that year.
pub(super) fn up_to(scene: &Scene<'_>, cue: &Node, time: Value) -> Value {
    let running = cue.mask.has(Class::RunningTotal) || scene.arg(cue, Class::UpTo) == Some(9);
    match time {
        Value::Time(Time::At(p)) if running => Value::Time(Time::Until(Period::Until(p.end()))),
        Value::Time(Time::Part(p)) if running => Value::Time(Time::UntilPart(p)),
        Value::Time(Time::At(Period::At(Moment::Month(year, 12)))) => Value::Time(Time::At(Period::of_year(year))),
        Value::Time(Time::Part(Part::Month(12))) => Value::Time(Time::Part(Part::Year)),
        other => other,
    }
}
