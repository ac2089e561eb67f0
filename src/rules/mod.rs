//! Room 3, rules: tokens → facts, one file per dimension. A rule is a name, a pattern and a production; words live in
//! `lexicon/`.
//!
//! The passes run in a fixed order, each over what the one before left: numbers, then digits that are names, times,
//! legal acts, units, quantities, and last what is said with quantities: comparisons, ratios, ranks and changes.

mod act;
mod change;
mod date;
mod engine;
mod name;
mod number;
mod quantity;
mod rank;
mod time;
mod unit;
mod value;

pub use engine::{Fact, NO_FACT, Node, Rule, Scene, Test};
pub use value::{ActValue, ChangeValue, Decimal, Part, Quantity, RankValue, Step, Time, UnitKind, UnitValue, Value};

use crate::lexicon::{Class, Mask};
use crate::text::Span;
use crate::token::tokenize;

/// All passes, in order.
pub const PASSES: &[&[Rule]] = &[
    number::FIVE,
    number::RULES,
    name::CODES,
    date::DATES,
    time::PERIODS,
    act::RULES,
    name::NAMES,
    unit::RULES,
    rank::RULES,
    quantity::QUANTITIES,
    change::COMPARISONS,
    change::CHANGES,
];

/// Reads one block of a text.
pub fn read(text: &str, block: Span) -> Scene<'_> {
    let tokens = tokenize(text, block);
    let mut nodes = engine::nodes(text, &tokens, mark);
    for node in &mut nodes {
        if node.mask.has(Class::Word) && !node.mask.meets(STOPS) {
            node.mask = node.mask.with(Mask::of(&[Class::Content]));
        }
    }
    let mut scene = Scene { text, tokens, nodes, facts: Vec::new() };
    for rules in PASSES {
        scene.pass(rules);
    }
    scene
}

/// Words that end a noun phrase.
const STOPS: Mask = Mask::of(&[
    Class::Conjunction,
    Class::Preposition,
    Class::Auxiliary,
    Class::Predicate,
    Class::Connector,
    Class::Pronoun,
    Class::Verb,
    Class::Up,
    Class::Down,
    Class::Against,
    Class::To,
    Class::From,
    Class::Bound,
    Class::Estimate,
    Class::BoundAfter,
    Class::Respectively,
    Class::Target,
    Class::Fold,
    Class::Double,
    Class::Adverb,
    Class::UpTo,
    Class::RunningTotal,
    Class::SamePeriod,
    Class::YearWord,
    Class::QuarterWord,
    Class::MonthWord,
    Class::DayWord,
    Class::LastYear,
    Class::ThisYear,
    Class::FirstPart,
    Class::LastPart,
    Class::Same,
    Class::Frame,
    Class::Past,
    Class::AreaWord,
    Class::EventCue,
    Class::TaskCue,
    Class::Plan,
]);

/// The class of a mark.
fn mark(mark: &str) -> Class {
    match mark {
        "," => Class::Comma,
        "." | "!" | "?" | "…" => Class::Dot,
        ";" => Class::Semicolon,
        ":" => Class::Colon,
        "(" | "[" => Class::Open,
        ")" | "]" => Class::Close,
        "/" => Class::Slash,
        "-" | "–" | "—" | "−" | "‐" | "‑" | "~" => Class::Dash,
        "%" => Class::Percent,
        "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»" => Class::QuoteMark,
        "&" => Class::Ampersand,
        _ => Class::OtherMark,
    }
}
