//! Quantities: qualifiers, a number or a range, and a unit: money, a share, a measure or a counted noun.

use super::engine::{Item, Match, Node, Rule, Test};
use super::range::{per_end, range, range_per};
use super::scene::Scene;
use super::unit::PER_WORD;
use super::value::{Decimal, Quantity, UnitKind, UnitValue, Value};
use crate::lexicon::{Class, Mask, bound, unit};
use crate::model::Bound;
use crate::text::Span;

const NUMBER: Test = Test::any(&[Class::Number]);
const SLASH: Test = Test::any(&[Class::Slash]);
const QUALIFIER: Test = Test::any(&[Class::Bound, Class::Estimate]);
const UNIT: Test = Test::any(&[Class::Unit]);

/// The first word of a counted noun may be one that elsewhere ends a noun phrase: `12 tổ chức`, `5 kế hoạch`.
pub const FIRST_NOUN: Test = Test::any(&[
    Class::Content,
    Class::AreaWord,
    Class::Verb,
    Class::Plan,
    Class::EventCue,
    Class::TaskCue,
    Class::YearWord,
    Class::MonthWord,
    Class::DayWord,
    Class::QuarterWord,
    Class::Plural,
    Class::PartOfDay,
])
.but(&[Class::Number, Class::Province, Class::Country, Class::Opaque]);
/// The words that follow it in the phrase.
pub const MORE_NOUN: Test =
    Test::any(&[Class::Content]).but(&[Class::Number, Class::Province, Class::Country, Class::World, Class::Unit]);

/// Quantities.
pub const QUANTITIES: &[Rule] = &[
    Rule {
        name: "<qualifier> <number> <unit>",
        pattern: &[
            Item::Many(QUALIFIER, 0, 3),
            Item::One(NUMBER),
            Item::Opt(UNIT),
            Item::Opt(Test::any(&[Class::BoundAfter])),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: measured,
    },
    Rule {
        name: "<qualifier> <number> <noun>",
        pattern: &[
            Item::Many(QUALIFIER, 0, 3),
            Item::One(NUMBER),
            Item::One(FIRST_NOUN),
            Item::Many(MORE_NOUN, 0, 4),
            Item::Opt(Test::any(&[Class::BoundAfter])),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: counted,
    },
    Rule {
        name: "<number> <noun>/<number> <noun>",
        pattern: &[
            Item::Many(QUALIFIER, 0, 3),
            Item::One(NUMBER),
            Item::One(FIRST_NOUN),
            Item::Many(MORE_NOUN, 0, 4),
            Item::One(SLASH),
            Item::Opt(NUMBER),
            Item::One(PER_WORD),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: counted_per,
    },
    Rule {
        name: "<number>/<noun>",
        pattern: &[
            Item::Many(QUALIFIER, 0, 3),
            Item::One(NUMBER),
            Item::One(SLASH),
            Item::One(PER_WORD),
            Item::Opt(SLASH),
            Item::Opt(PER_WORD),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: |s, m| {
            // "14,6 tr.đ/m2", "56 tr.đ/người/năm": millions of nothing are đồng here too.
            let (low, spelled) = number(s, m.get(1)?)?;
            let per = s.span(m.get(2)?).to(s.span(per_end(m, 3)?));
            let unit = ends_large(s, m.get(1)?).then_some(UnitValue { per: Some(per), ..DONG })?;
            Some(Value::Quantity(qualifier(s, m.all(0), None).quantity(low, Some(unit), spelled)))
        },
    },
    Rule {
        name: "<done>/<planned> <unit>",
        pattern: &[
            Item::Many(QUALIFIER, 0, 3),
            Item::One(NUMBER),
            Item::One(SLASH),
            Item::One(NUMBER),
            Item::Opt(UNIT),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: done_of_planned,
    },
    Rule {
        name: "<number> giờ <number> phút",
        pattern: &[
            Item::Many(QUALIFIER, 0, 3),
            Item::One(NUMBER),
            Item::One(Test::any(&[Class::Hour])),
            Item::One(NUMBER),
            Item::One(Test::any(&[Class::Hour])),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: hours,
    },
    Rule {
        name: "<number>/<10 or 100>",
        pattern: &[Item::Many(QUALIFIER, 0, 3), Item::One(NUMBER), Item::One(SLASH), Item::One(NUMBER)],
        class: Mask::of(&[Class::Quantity]),
        make: score,
    },
    Rule {
        name: "từ <number> đến <number> <unit>",
        pattern: &[
            Item::NotBehind(Test::any(&[Class::From])),
            Item::Many(QUALIFIER, 0, 2),
            Item::Opt(Test::any(&[Class::From])),
            Item::One(NUMBER),
            Item::Opt(UNIT),
            Item::One(Test::any(&[Class::Dash, Class::Till])),
            Item::One(NUMBER),
            Item::Opt(UNIT),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: range,
    },
    Rule {
        name: "<number> - <number>/<noun>",
        pattern: &[
            Item::NotBehind(Test::any(&[Class::From])),
            Item::Many(QUALIFIER, 0, 2),
            Item::Opt(Test::any(&[Class::From])),
            Item::One(NUMBER),
            Item::One(Test::any(&[Class::Dash, Class::Till])),
            Item::One(NUMBER),
            Item::One(SLASH),
            Item::One(PER_WORD),
            Item::Opt(SLASH),
            Item::Opt(PER_WORD),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: range_per,
    },
    Rule {
        name: "từ <number> đến <number> <noun>",
        pattern: &[
            Item::NotBehind(Test::any(&[Class::From])),
            Item::Many(QUALIFIER, 0, 2),
            Item::Opt(Test::any(&[Class::From])),
            Item::One(NUMBER),
            Item::Opt(UNIT),
            Item::One(Test::any(&[Class::Dash, Class::Till])),
            Item::One(NUMBER),
            Item::One(FIRST_NOUN),
            Item::Many(MORE_NOUN, 0, 4),
        ],
        class: Mask::of(&[Class::Quantity]),
        make: range,
    },
];

/// The qualifier of a run of qualifying words: one that says a direction wins over "ước".
pub(super) struct Qualifier {
    bound: Bound,
    estimate: bool,
    expected: bool,
}

impl Qualifier {
    pub(super) fn quantity(&self, low: Decimal, unit: Option<UnitValue>, spelled: bool) -> Quantity {
        Quantity {
            low,
            high: None,
            bound: self.bound,
            estimate: self.estimate,
            expected: self.expected,
            unit,
            spelled,
            weak: false,
            assumed: false,
        }
    }
}

pub(super) fn qualifier(scene: &Scene<'_>, words: &[Node], after: Option<&Node>) -> Qualifier {
    let mut found = Qualifier { bound: Bound::Exact, estimate: false, expected: false };
    for node in words {
        if let Some(arg) = scene.arg(node, Class::Estimate) {
            found.estimate = arg != 6;
            found.expected = arg == 6;
            if found.bound == Bound::Exact {
                found.bound = Bound::About;
            }
        }
        if let Some(arg) = scene.arg(node, Class::Bound) {
            found.bound = bound::bound(arg);
        }
    }
    if let Some(arg) = after.and_then(|node| scene.arg(node, Class::BoundAfter)) {
        found.bound = bound::bound(arg);
    }
    found
}

pub(super) fn number(scene: &Scene<'_>, node: &Node) -> Option<(Decimal, bool)> {
    match scene.value(node)? {
        Value::Number(number, spelled) => Some((number, spelled)),
        _ => None,
    }
}

fn measured(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let node = found.get(1)?;
    let (low, spelled) = number(scene, node)?;
    let unit = match found.get(2).and_then(|n| scene.value(n)) {
        Some(Value::Unit(unit)) => Some(unit),
        _ => None,
    };
    // "944 tỷ": millions and more of nothing are đồng.
    let assumed = unit.is_none() && (low.exponent >= 6 || ends_large(scene, node));
    let unit = unit.or_else(|| assumed.then_some(DONG));
    // A number in words that counts nothing is an idiom.
    if spelled && unit.is_none() && found.all(0).is_empty() {
        return None;
    }
    let q = qualifier(scene, found.all(0), found.get(3));
    // "tuần tra 12 lần", "ít nhất 4 lần": how often something was done, which is counted.
    let deed = found.after(Class::Content) || found.after(Class::Verb);
    let often = deed && !found.after(Class::ChangeSize) && low.small(999).is_some() && found.get(3).is_none();
    let unit = match unit {
        Some(UnitValue { kind: UnitKind::Times, per: None }) if often && !compared(found.behind()) => {
            Some(UnitValue { kind: UnitKind::Noun(scene.span(found.get(2)?)), per: None })
        }
        other => other,
    };
    Some(Value::Quantity(Quantity { assumed, ..q.quantity(low, unit, spelled) }))
}

/// Whether what stands behind so many times is what they are of: "3 lần so với năm 2020", "2 lần mức bình quân".
fn compared(behind: &[Node]) -> bool {
    const OF: Mask = Mask::of(&[Class::Against, Class::Comparison, Class::Content, Class::Period, Class::Country]);
    behind.first().is_some_and(|node| node.mask.meets(OF))
}

/// What millions of nothing are.
pub(super) const DONG: UnitValue = UnitValue { kind: UnitKind::Listed(0), per: None };

/// The power of ten of the multipliers behind the second number, where the first has none of its own.
pub fn shared_power(scene: &Scene<'_>, first: &Node, second: &Node) -> i16 {
    let powers = |node: &Node| -> i32 { (node.first..node.last).filter_map(|token| multiplier(scene, token)).sum() };
    if powers(first) == 0 { powers(second) as i16 } else { 0 }
}

/// The power of ten of a token that is a multiplier.
fn multiplier(scene: &Scene<'_>, token: u32) -> Option<i32> {
    let token = token as usize;
    scene.phrase(token..token + 1).arg(Class::Multiplier)
}

/// Whether a number ends in the word for a million or more ("66,5 nghìn tỷ" has an exponent below that of its word).
pub(super) fn ends_large(scene: &Scene<'_>, node: &Node) -> bool {
    let last = node.last as usize;
    // The word may be of several tokens: "tr.đ".
    let word = |token: usize| scene.phrase(token..last).arg(Class::Multiplier);
    // "350 ng.đ": a word that ends in đồng says so itself.
    let money = |token: usize| {
        let entry = scene.phrase(token..last);
        entry.mask.has(Class::Currency) && entry.arg(Class::Multiplier).is_some()
    };
    (last.saturating_sub(3).max(node.first as usize)..last)
        .any(|token| word(token).is_some_and(|power| power >= 6) || money(token))
}

fn counted(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (low, spelled) = number(scene, found.get(1)?)?;
    let first = found.get(2)?;
    let time = first.mask.meets(TIME_WORDS);
    // The unit is the noun itself; what describes it is told by the indicator.
    // "14 HS nước bạn Lào": a short form is a noun by itself.
    let short = first.mask.has(Class::AllCaps);
    let most = first.first
        + if short {
            2
        } else if first.mask.has(Class::Classifier) {
            3
        } else {
            4
        };
    let more = found.all(3);
    let close = more.first().filter(|n| n.last - n.first <= 4);
    let noun: Span = match more.iter().rfind(|n| n.last <= most).or(close) {
        Some(last) if !time => scene.span(first).to(scene.span(last)),
        _ => scene.span(first),
    };
    let q = qualifier(scene, found.all(0), found.get(4));
    // A span of time counts nothing, but a term of so many days may be what is promised.
    // So is an age, unless it is what is measured: "người từ 18 tuổi trở lên", but "tuổi thọ đạt 74,5 tuổi".
    let age = scene.words(first).eq_ignore_ascii_case("tuổi") && !found.after(Class::Predicate);
    // "số giường bệnh trên 10.000 dân": what a rate is told on.
    let rated = found.after(Class::Content)
        && power_of_ten(low)
        && matches!(found.all(0), [over] if scene.arg(over, Class::Bound) == Some(3))
        && unit::RATED.contains(&noun.of(scene.text).to_lowercase().as_str());
    let group = spelled && found.after(Class::Content) && low.small(9).is_some() && {
        let words = noun.of(scene.text).to_lowercase();
        words.split_whitespace().next().is_some_and(|word| unit::GROUPS.contains(&word))
    };
    // "mất 20 ngày", "sớm hơn thời hạn 05 ngày": how long something took.
    let lasts = !first.mask.has(Class::YearWord) && scene.ends_with(found.taken(), unit::LASTING);
    let promised = first.mask.has(Class::DayWord) && q.bound != Bound::Exact;
    // "ngày điều trị trung bình 6,8 ngày": nobody counts tenths of what only spans time.
    let mean = low.shortest().exponent < 0;
    let weak = rated || age || group || time && !promised && !lasts && !mean;
    let unit = UnitValue { kind: UnitKind::Noun(noun), per: None };
    Some(Value::Quantity(Quantity { weak, ..q.quantity(low, Some(unit), spelled) }))
}

/// Whether a number is one that rates are told on: 10, 100, 1.000, một vạn.
fn power_of_ten(number: Decimal) -> bool {
    let shortest = number.shortest();
    shortest.mantissa == 1 && shortest.exponent > 0
}

/// "101,6 thuê bao/100 dân".
fn counted_per(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (low, spelled) = number(scene, found.get(1)?)?;
    let first = found.get(2)?;
    let last = found.all(3).last().unwrap_or(first);
    let per = scene.span(found.get(4)?).to(scene.span(found.get(6)?));
    // "05 dự án/2.914 căn" counts two things.
    if let Some(base) = found.get(5)
        && !power_of_ten(number(scene, base)?.0)
    {
        return None;
    }
    let q = qualifier(scene, found.all(0), None);
    let unit = UnitValue { kind: UnitKind::Noun(scene.span(first).to(scene.span(last))), per: Some(per) };
    Some(Value::Quantity(q.quantity(low, Some(unit), spelled)))
}

/// "11.204/18.957 tỷ đồng": what was done and what was planned, in money or a measure.
fn done_of_planned(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (done, spelled) = number(scene, found.get(1)?)?;
    let planned = found.get(3)?;
    number(scene, planned)?;
    let unit = match found.get(4).and_then(|n| scene.value(n)) {
        Some(Value::Unit(unit)) => unit,
        None if ends_large(scene, planned) => DONG,
        _ => return None,
    };
    let measured = matches!(unit.kind, UnitKind::Listed(_)) && unit.per.is_none();
    let q = qualifier(scene, found.all(0), None);
    let low = done.shifted(shared_power(scene, found.get(1)?, planned));
    measured.then(|| Value::Quantity(q.quantity(low, Some(unit), spelled)))
}

/// "36 giờ 30 phút" is 36,5 hours.
fn hours(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (hours, spelled) = number(scene, found.get(1)?)?;
    if scene.arg(found.get(2)?, Class::Hour)? != 0 || scene.arg(found.get(4)?, Class::Hour)? != 1 {
        return None;
    }
    let minutes = number(scene, found.get(3)?)?.0.small(59)?;
    // To four decimals, as far as minutes go.
    let low = hours.plus(Decimal { mantissa: (minutes * 10_000 + 30) / 60, exponent: -4 })?.shortest();
    let q = qualifier(scene, found.all(0), None);
    Some(Value::Quantity(q.quantity(
        low,
        Some(UnitValue { kind: UnitKind::Noun(scene.span(found.get(2)?)), per: None }),
        spelled,
    )))
}

/// "8,61/10": marks out of so many.
fn score(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (low, spelled) = number(scene, found.get(1)?)?;
    let (of, _) = number(scene, found.get(3)?)?;
    let q = qualifier(scene, found.all(0), None);
    (low.exponent < 0 && [10, 100, 5].contains(&of.small(100)?))
        .then(|| Value::Quantity(q.quantity(low, None, spelled)))
}

const TIME_WORDS: Mask = Mask::of(&[Class::YearWord, Class::MonthWord, Class::DayWord, Class::QuarterWord]);
