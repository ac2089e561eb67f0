//! Ranks and ratios: places in an order, and parts of a whole.

use super::engine::{Item, Match, Node, Rule, Test};
use super::quantity::{FIRST_NOUN, MORE_NOUN};
use super::scene::Scene;
use super::value::{Decimal, RankValue, UnitKind, UnitValue, Value};
use crate::lexicon::{Class, Mask};

const NUMBER: Test = Test::any(&[Class::Number]);
const SLASH: Test = Test::any(&[Class::Slash]);
const AMONG: Test = Test::any(&[Class::Slash, Class::Frame, Class::Bound, Class::Preposition]);
const WHO: Test = Test::any(&[Class::Ranked, Class::Content, Class::AreaWord, Class::Plural]).but(&[Class::Number]);
const SCOPE: Test = Test::any(&[Class::Scope, Class::Country, Class::World]);
const RANK: Mask = Mask::of(&[Class::Rank]);

/// The rules.
pub const RULES: &[Rule] = &[
    Rule {
        name: "thứ <n> [trong <m> <noun>]",
        pattern: &[
            Item::One(Test::any(&[Class::Ordinal])),
            Item::One(NUMBER),
            Item::One(AMONG),
            Item::One(NUMBER),
            Item::Many(WHO, 0, 3),
            Item::Opt(SCOPE),
        ],
        class: RANK,
        make: among,
    },
    Rule {
        name: "thứ <n> [<scope>]",
        pattern: &[Item::One(Test::any(&[Class::Ordinal])), Item::One(NUMBER), Item::Opt(SCOPE)],
        class: RANK,
        make: |s, m| place(s, m.get(1)?, None, m.get(2)),
    },
    Rule {
        name: "xếp hạng <n>/<m> [<noun>]",
        pattern: &[
            Item::Behind(Test::any(&[Class::RankCue])),
            Item::One(NUMBER),
            Item::One(AMONG),
            Item::One(NUMBER),
            Item::Many(WHO, 0, 3),
            Item::Opt(SCOPE),
        ],
        class: RANK,
        make: among,
    },
    Rule {
        name: "xếp hạng <n>",
        pattern: &[Item::Behind(Test::any(&[Class::RankCue])), Item::One(NUMBER), Item::Opt(SCOPE)],
        class: RANK,
        make: |s, m| place(s, m.get(1)?, None, m.get(2)),
    },
    Rule {
        name: "<n>/<m> <scope>",
        pattern: &[
            Item::One(NUMBER),
            Item::One(SLASH),
            Item::One(NUMBER),
            Item::One(Test::any(&[Class::Scope, Class::Ranked])),
        ],
        class: RANK,
        make: |s, m| place(s, m.get(0)?, m.get(2), m.get(3).filter(|n| n.mask.has(Class::Scope))),
    },
    Rule {
        name: "nhóm <n> <noun> dẫn đầu",
        pattern: &[
            Item::One(Test::any(&[Class::Group, Class::Top])),
            Item::One(NUMBER),
            Item::Many(WHO.but(&[Class::First]), 0, 4),
            Item::Opt(Test::any(&[Class::First])),
            Item::Opt(SCOPE),
        ],
        class: RANK,
        make: group,
    },
    Rule {
        name: "thứ <n in words> <scope>",
        pattern: &[Item::One(Test::any(&[Class::Ordinal])), Item::One(SCOPE)],
        class: RANK,
        make: |s, m| {
            let position = Decimal::whole(s.arg(m.get(0)?, Class::Ordinal).filter(|&n| n > 0)?.unsigned_abs().into());
            let scope = m.get(1).map(|n| s.span(n));
            Some(Value::Rank(RankValue { position, of: None, scope, group: false }))
        },
    },
    Rule {
        name: "đứng đầu <scope>",
        pattern: &[Item::One(Test::any(&[Class::First])), Item::Opt(SCOPE)],
        class: RANK,
        make: first,
    },
    Rule {
        name: "hai phần ba <noun>",
        pattern: &[
            Item::Many(Test::any(&[Class::Bound]).but(&[Class::Fraction]), 0, 2),
            Item::One(Test::any(&[Class::Fraction])),
        ],
        class: Mask::of(&[Class::Ratio]),
        make: |s, m| {
            let told = u64::from(s.arg(m.get(1)?, Class::Fraction)?.unsigned_abs());
            Some(Value::Ratio(Decimal::whole(told / 100), Decimal::whole(told % 100), None))
        },
    },
    Rule {
        name: "<a> <noun>/<b> <noun>",
        pattern: &[
            Item::Many(Test::any(&[Class::Bound]), 0, 2),
            Item::One(NUMBER),
            Item::One(FIRST_NOUN),
            Item::Many(MORE_NOUN, 0, 3),
            Item::One(SLASH),
            Item::One(NUMBER),
            Item::One(FIRST_NOUN),
            Item::Many(MORE_NOUN, 0, 3),
        ],
        class: Mask::of(&[Class::Ratio]),
        make: twice,
    },
    Rule {
        name: "<a>/<b> <noun>",
        pattern: &[
            Item::Many(Test::any(&[Class::Bound]), 0, 2),
            Item::One(NUMBER),
            Item::One(SLASH),
            Item::One(NUMBER),
            Item::Opt(FIRST_NOUN),
            Item::Many(MORE_NOUN, 0, 3),
        ],
        class: Mask::of(&[Class::Ratio]),
        make: ratio,
    },
];

fn number(scene: &Scene<'_>, node: &Node) -> Option<Decimal> {
    match scene.value(node)? {
        Value::Number(number, false) if number.exponent >= 0 => Some(number),
        _ => None,
    }
}

fn place(scene: &Scene<'_>, position: &Node, of: Option<&Node>, scope: Option<&Node>) -> Option<Value> {
    let position = number(scene, position)?;
    let of = match of {
        Some(node) => Some(number(scene, node)?),
        None => None,
    };
    if position.mantissa == 0 || of.is_some_and(|of| of.number() < position.number()) {
        return None;
    }
    Some(Value::Rank(RankValue { position, of, scope: scope.map(|n| scene.span(n)), group: false }))
}

fn among(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    place(scene, found.get(1)?, found.get(3), found.get(5))
}

/// "nhóm 50 quốc gia dẫn đầu" is a rank; "nhóm 5 hộ" is not; "top 10" is.
fn group(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let top = found.get(0)?.mask.has(Class::Top);
    if !top && found.get(3).is_none() {
        return None;
    }
    let position = number(scene, found.get(1)?)?;
    Some(Value::Rank(RankValue { position, of: None, scope: found.get(4).map(|n| scene.span(n)), group: true }))
}

fn first(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let node = found.get(0)?;
    let scope = found.get(1);
    let told = scene.arg(node, Class::First)? == 2 || scope.is_some();
    told.then(|| {
        Value::Rank(RankValue {
            position: Decimal::whole(1),
            of: None,
            scope: scope.map(|n| scene.span(n)),
            group: false,
        })
    })
}

/// "1.203 hộ/45.210 hộ": the noun stands with both.
fn twice(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (part, whole) = (number(scene, found.get(1)?)?, number(scene, found.get(5)?)?);
    let words = |first: usize, more: usize| {
        let node = found.get(first)?;
        let span = scene.span(node).to(scene.span(found.all(more).last().unwrap_or(node)));
        Some((span, span.of(scene.text).to_lowercase()))
    };
    let ((noun, first), (_, second)) = (words(2, 3)?, words(6, 7)?);
    let same = second == first || second.strip_prefix(&first).is_some_and(|rest| rest.starts_with(' '));
    let noun = UnitValue { kind: UnitKind::Noun(noun), per: None };
    (same && part.number() <= whole.number()).then_some(Value::Ratio(part, whole, Some(noun)))
}

fn ratio(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (part, whole) = (number(scene, found.get(1)?)?, number(scene, found.get(3)?)?);
    let noun = found.get(4).map(|node| {
        let last = found.all(5).last().unwrap_or(node);
        UnitValue { kind: UnitKind::Noun(scene.span(node).to(scene.span(last))), per: None }
    });
    // Without a noun "30/4" is a day; "1/3" and "2/5" of something are not told from it, unless a bound stands before.
    // "hạng 2/13 đồng bằng sông Cửu Long" is a rank.
    if found.after(Class::RankCue) {
        return None;
    }
    let is = found.behind().first().is_some_and(|n| scene.arg(n, Class::Predicate) == Some(1));
    // "nâng lên 15/27", "đạt 112/151" are no days of a month.
    let unit = found.behind().first().is_some_and(|n| n.mask.has(Class::Unit));
    let no_day = !unit
        && whole.exponent == 0
        && !(whole.small(12).is_some() && part.small(31).is_some())
        && part.number() <= whole.number()
        && !(whole.small(2100).is_some_and(|year| year >= 1900) && part.small(12).is_some())
        && (found.after(Class::To) || found.after(Class::Predicate) || found.after(Class::Content));
    let day = noun.is_none() && found.all(0).is_empty() && !is && !no_day;
    // A part above the whole is a now/then pair, or nothing: the summary decides.
    (!day && whole.mantissa > 0).then_some(Value::Ratio(part, whole, noun))
}
