//! Numbers: digits as careful and as careless typists leave them, multipliers, and numbers in words.

use std::borrow::Cow;

use super::engine::{Item, Match, Rule, Test};
use super::scene::Scene;
use super::value::{Decimal, Value};
use crate::lexicon::{Class, Mask};

const DIGITS: Test = Test::any(&[Class::Digits]);
const MULTIPLIER: Test = Test::any(&[Class::Multiplier]);
const SPELLED: Test = Test::any(&[
    Class::UnitDigit,
    Class::Ten,
    Class::Tens,
    Class::Hundred,
    Class::Linh,
    Class::Multiplier,
    Class::HalfMore,
    Class::Number,
])
.but(&[Class::YearWord]);

/// "năm" is the year; it is five where a larger place follows.
pub const FIVE: &[Rule] = &[Rule {
    name: "năm <place>",
    pattern: &[
        Item::One(Test::any(&[Class::YearWord]).and(&[Class::UnitDigit])),
        Item::Ahead(Test::any(&[Class::Tens, Class::Hundred, Class::Multiplier])),
    ],
    class: NUMBER,
    make: |_, _| Some(Value::Number(Decimal::whole(5), true)),
}];

/// The rules.
pub const RULES: &[Rule] = &[
    Rule {
        name: "<digits>",
        pattern: &[Item::One(DIGITS)],
        class: NUMBER.with(Mask::of(&[Class::Digits])),
        make: plain,
    },
    Rule {
        name: "<digits> <three digits>",
        pattern: &[
            Item::Behind(Test::any(&[]).but(&[Class::NameBefore, Class::YearWord, Class::Ordinal, Class::Digits])),
            Item::One(DIGITS),
            Item::Many(DIGITS, 1, 3),
        ],
        class: NUMBER.with(Mask::of(&[Class::Digits])),
        make: spaced,
    },
    Rule {
        name: "<digits> <multiplier>",
        pattern: &[Item::One(DIGITS), Item::Many(MULTIPLIER, 1, 3), Item::Opt(Test::any(&[Class::HalfMore]))],
        class: NUMBER,
        make: multiplied,
    },
    Rule {
        name: "<digits> <multiplier> <digits> <multiplier>",
        pattern: &[Item::One(DIGITS), Item::One(MULTIPLIER), Item::One(DIGITS), Item::One(MULTIPLIER)],
        class: NUMBER,
        make: summed,
    },
    Rule {
        name: "<digits> nghìn <digits>",
        pattern: &[
            Item::One(DIGITS),
            Item::One(MULTIPLIER),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[Class::Multiplier, Class::Percent, Class::PercentWord])),
        ],
        class: NUMBER,
        make: thousands,
    },
    Rule {
        name: "<digits> <multiplier> <digits> trăm <multiplier>",
        pattern: &[
            Item::One(DIGITS),
            Item::One(MULTIPLIER),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Hundred])),
            Item::One(MULTIPLIER),
        ],
        class: NUMBER,
        make: |s, m| {
            let power = |at: usize| s.arg(m.get(at)?, Class::Multiplier).map(|p| p as i16);
            let (high, low) = (power(1)?, power(4)? + 2);
            let small = decimal(s.words(m.get(2)?))?.small(9)?;
            let number = decimal(s.words(m.get(0)?))?.shifted(high).plus(Decimal::whole(small).shifted(low))?;
            (low < high).then_some(Value::Number(number, false))
        },
    },
    Rule { name: "<number in words>", pattern: &[Item::Many(SPELLED, 1, 16)], class: NUMBER, make: spelled },
];

const NUMBER: Mask = Mask::of(&[Class::Number]);

fn plain(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    decimal(scene.words(found.get(0)?)).map(|d| Value::Number(d, false))
}

/// "1 124 km", "12 345,6 tấn": groups of three digits that one space parts.
fn spaced(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let words = scene.span_of(found.taken()).of(scene.text);
    let mut groups = words.split(' ');
    let first = groups.next()?;
    let plain = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let opens = (1..=3).contains(&first.len()) && !first.starts_with('0') && plain(first);
    let three =
        |group: &str| group.len() >= 3 && plain(&group[..3]) && matches!(group.as_bytes().get(3), None | Some(b','));
    let last = groups.clone().next_back()?;
    let rest = groups.all(|group| three(group) && (group.len() == 3 || std::ptr::eq(group, last)));
    (opens && rest).then(|| decimal(&words.replace(' ', ""))).flatten().map(|d| Value::Number(d, false))
}

fn multiplied(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let mut number = decimal(scene.words(found.get(0)?))?;
    let powers: i32 = found.all(1).iter().filter_map(|n| scene.arg(n, Class::Multiplier)).sum();
    if found.get(2).is_some() {
        number = number.plus(Decimal { mantissa: 5, exponent: -1 })?;
    }
    Some(Value::Number(number.shifted(powers as i16), false))
}

/// "1 tỷ 200 triệu": the second power is the smaller.
fn summed(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let power = |at: usize| scene.arg(found.get(at)?, Class::Multiplier).map(|p| p as i16);
    let (high, low) = (power(1)?, power(3)?);
    let small = decimal(scene.words(found.get(2)?))?;
    // "1 nghìn 250 tỷ": the second word is of both.
    if low > high && high == 3 && small.small(999).is_some() {
        let number = decimal(scene.words(found.get(0)?))?.shifted(high).plus(small)?;
        return Some(Value::Number(number.shifted(low), false));
    }
    if low >= high || small.number().get() >= 10_f64.powi(i32::from(high - low)) {
        return None;
    }
    let number = decimal(scene.words(found.get(0)?))?.shifted(high).plus(small.shifted(low))?;
    Some(Value::Number(number, false))
}

/// "1 nghìn 250 lượt": three digits behind the word for a thousand.
fn thousands(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let rest = scene.words(found.get(2)?);
    let three = rest.len() == 3 && scene.arg(found.get(1)?, Class::Multiplier)? == 3;
    let whole = decimal(scene.words(found.get(0)?))?;
    let number = whole.shifted(3).plus(decimal(rest)?)?;
    (three && whole.small(999).is_some()).then_some(Value::Number(number, false))
}

/// Reads `1.234,5`, `3.744.214`, `8.9`, `02`, and `1,234,567.8` as English typists write; `None` for what is no number
/// (`12.1.2021`).
pub fn decimal(digits: &str) -> Option<Decimal> {
    if digits.contains('\u{a0}') {
        return decimal(&digits.replace('\u{a0}', ""));
    }
    let dots = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let grouped = |text: &str, mark: char| {
        let mut groups = text.split(mark);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|g| g.len() == 3)
    };
    let (whole, fraction) = match (dots, commas) {
        (0, 0) => (Cow::Borrowed(digits), ""),
        (_, 1) => {
            let (whole, fraction) = digits.split_once(',')?;
            if fraction.contains('.') {
                // `1,234.5`
                let (group, fraction) = fraction.split_once('.')?;
                if fraction.contains('.') || !grouped(&digits[..whole.len() + 1 + group.len()], ',') {
                    return None;
                }
                (Cow::Owned(format!("{whole}{group}")), fraction)
            } else if dots > 0 && !grouped(whole, '.') {
                return None;
            } else {
                (Cow::Owned(whole.replace('.', "")), fraction)
            }
        }
        (_, 0) if grouped(digits, '.') => (Cow::Owned(digits.replace('.', "")), ""),
        (1, 0) => {
            let (whole, fraction) = digits.split_once('.')?;
            (Cow::Borrowed(whole), fraction)
        }
        (0 | 1, _) => {
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
            if !grouped(whole, ',') {
                return None;
            }
            (Cow::Owned(whole.replace(',', "")), fraction)
        }
        _ => return None,
    };
    let fraction = fraction.trim_end_matches('0');
    if whole.len() + fraction.len() > 19 {
        return None;
    }
    let mantissa = if fraction.is_empty() { whole.parse() } else { format!("{whole}{fraction}").parse() };
    let mantissa = mantissa.ok()?;
    Some(Decimal { mantissa, exponent: -(fraction.len() as i16) })
}

/// "một trăm hai mươi", "hai mươi tư", "triệu rưỡi", "nghìn". A single digit in words is a number too; what it counts
/// decides whether it is an observation.
fn spelled(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let mut total = Decimal::whole(0);
    let mut group: Option<u64> = None;
    let mut last_power = 0_i16;
    let mut digit_open = false;
    let nodes = found.taken();
    if let [only] = nodes {
        // A lone word must be a number and nothing else: not "một" (an article), "tư" (private), "trăm" (hundreds of).
        let lone = scene.arg(only, Class::UnitDigit).or_else(|| scene.arg(only, Class::Ten).map(|_| 10))?;
        return (lone > 1 && !only.mask.has(Class::Neutral))
            .then_some(Value::Number(Decimal::whole(lone as u64), true));
    }
    for (at, node) in nodes.iter().enumerate() {
        let entry = scene.entry(node);
        let five = matches!(scene.value(node), Some(Value::Number(..))).then_some(5);
        if let Some(digit) = five.or_else(|| entry.arg(Class::UnitDigit)) {
            if digit_open {
                return None;
            }
            group = Some(group.unwrap_or(0).checked_add(digit as u64)?);
            digit_open = true;
        } else if entry.arg(Class::Ten).is_some() {
            group = Some(group.unwrap_or(0) + 10);
            digit_open = false;
        } else if entry.arg(Class::Tens).is_some() {
            let before = group?;
            group = Some(before / 10 * 10 + before % 10 * 10);
            digit_open = false;
        } else if entry.arg(Class::Hundred).is_some() {
            group = Some(group.unwrap_or(1).checked_mul(100)?);
            digit_open = false;
        } else if let Some(power) = entry.arg(Class::Multiplier) {
            // "nghìn tỷ", "một nghìn hai trăm tỷ": a larger place multiplies all before it.
            let larger = last_power > 0 && power as i16 > last_power;
            total = match group.take() {
                Some(count) if larger => total.plus(Decimal::whole(count))?.shifted(power as i16),
                Some(count) => total.plus(Decimal::whole(count).shifted(power as i16))?,
                None if total.mantissa != 0 => total.shifted(power as i16),
                None => return None,
            };
            last_power = power as i16;
            digit_open = false;
        } else if entry.arg(Class::HalfMore).is_some() {
            match group {
                Some(_) => return None,
                None if last_power > 0 => total = total.plus(Decimal { mantissa: 5, exponent: last_power - 1 })?,
                None => return None,
            }
        } else if at == 0 || at + 1 == nodes.len() {
            return None;
        }
    }
    if let Some(count) = group {
        total = total.plus(Decimal::whole(count))?;
    }
    (total.mantissa > 0).then_some(Value::Number(total, true))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn digits_as_people_write_them() {
        for (digits, expected) in [
            ("1.234,5", Some(1234.5)),
            ("3.744.214", Some(3_744_214.0)),
            ("8.9", Some(8.9)),
            ("02", Some(2.0)),
            ("66,5", Some(66.5)),
            ("9000", Some(9000.0)),
            ("0.125", Some(0.125)),
            ("1,234.5", Some(1234.5)),
            ("1,234,567", Some(1_234_567.0)),
            ("12.1.2021", None),
            ("1.234", Some(1234.0)),
            ("99.323", Some(99323.0)),
            ("20,110", Some(20.11)),
            ("1.2345", Some(1.2345)),
            ("123456789012345678901", None),
        ] {
            assert_eq!(decimal(digits).map(|d| d.number().get()), expected, "{digits}");
        }
    }
}
