//! Units of measure behind a number, and what they are counted by.

use super::engine::{Item, Match, Node, Rule, Test};
use super::scene::Scene;
use super::value::{UnitKind, UnitValue, Value};
use crate::lexicon::{Class, Mask};
use crate::text::Span;

const NUMBER: Test = Test::any(&[Class::Number]);
const SLASH: Test = Test::any(&[Class::Slash]);
const UNIT_WORD: Test =
    Test::any(&[Class::Currency, Class::Measure, Class::PercentWord, Class::PointWord, Class::Times, Class::Step]);
/// What may stand behind the stroke: a noun, a span of time, a measure.
pub const PER_WORD: Test = Test::any(&[
    Class::Content,
    Class::YearWord,
    Class::MonthWord,
    Class::DayWord,
    Class::QuarterWord,
    Class::Measure,
    Class::AreaWord,
])
.but(&[Class::Number]);

/// Units behind a number.
pub const RULES: &[Rule] = &[
    Rule {
        name: "<unit>/<noun>",
        pattern: &[
            Item::Behind(NUMBER),
            Item::One(UNIT_WORD),
            Item::One(SLASH),
            Item::One(PER_WORD),
            Item::Opt(SLASH),
            Item::Opt(PER_WORD),
        ],
        class: Mask::of(&[Class::Unit]),
        make: per,
    },
    Rule {
        name: "<measure> <noun>/<noun>",
        pattern: &[
            Item::Behind(NUMBER),
            Item::One(Test::any(&[Class::Measure])),
            Item::One(Test::any(&[Class::Content])),
            Item::One(SLASH),
            Item::One(PER_WORD),
        ],
        class: Mask::of(&[Class::Unit]),
        make: |s, m| {
            let kind = unit_kind(s, m.get(1)?)?;
            let (from, to) = (s.span(m.get(1)?).end, s.span(m.get(4)?).end);
            Some(Value::Unit(UnitValue { kind, per: Some(Span::new(from as usize, to as usize)) }))
        },
    },
    Rule {
        name: "<unit>",
        pattern: &[Item::Behind(NUMBER), Item::One(UNIT_WORD)],
        class: Mask::of(&[Class::Unit]),
        make: unit,
    },
];

fn unit(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    unit_kind(scene, found.get(1)?).map(|kind| Value::Unit(UnitValue { kind, per: None }))
}

fn per(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let kind = unit_kind(scene, found.get(1)?)?;
    if found.get(4).is_some() != found.get(5).is_some() {
        return None;
    }
    let end = found.get(5).or(found.get(3))?;
    Some(Value::Unit(UnitValue { kind, per: Some(scene.span(found.get(2)?).to(scene.span(end))) }))
}

impl Scene<'_> {
    /// Whether the words right before some nodes end with one of these phrases, in small letters.
    pub(super) fn ends_with(&self, nodes: &[Node], phrases: &[&str]) -> bool {
        const LONGEST: usize = 3;
        let Some(first) = nodes.first().map(|node| node.first as usize) else { return false };
        (1..=LONGEST.min(first)).any(|length| {
            let run = &self.tokens[first - length..first];
            let words = run[0].span.to(run[length - 1].span).of(self.text).to_lowercase();
            phrases.contains(&words.as_str())
        })
    }
}

fn unit_kind(scene: &Scene<'_>, node: &Node) -> Option<UnitKind> {
    let entry = scene.entry(node);
    if let Some(row) = entry.arg(Class::Currency).or_else(|| entry.arg(Class::Measure)) {
        // A lone capital "M" or "Đ" is no unit.
        let lone = scene.words(node).chars().count() == 1 && node.mask.has(Class::Capital);
        return (!lone).then_some(UnitKind::Listed(row as u8));
    }
    match () {
        () if node.mask.has(Class::PointWord) => Some(UnitKind::Points),
        () if node.mask.has(Class::PercentWord) => Some(UnitKind::Percent),
        () if node.mask.has(Class::Times) => Some(UnitKind::Times),
        () if node.mask.has(Class::Step) => Some(UnitKind::Steps),
        () => None,
    }
}
