//! Room 3, rules: tokens → facts, one file per dimension. A rule is a name, a pattern and a production; words live in
//! `lexicon/`.
//!
//! The passes run in a fixed order, each over what the one before left: numbers, then digits that are names, times,
//! legal acts, units, quantities, and last what is said with quantities: comparisons, ratios, ranks and changes.

mod act;
mod change;
mod date;
mod engine;
mod event;
mod name;
mod number;
mod person;
mod quantity;
mod rank;
mod task;
mod time;
mod unit;
mod value;

pub use engine::{Fact, NO_FACT, Node, Rule, Scene, Test};
pub use value::{ActValue, ChangeValue, Decimal, Part, Quantity, RankValue, Step, Time, UnitKind, UnitValue, Value};

use crate::lexicon::{Class, Lexicon, Mask, entry_lexicon, lexicon};
use crate::text::Span;
use crate::token::{Token, tokenize};

/// The passes of figures, in order.
pub const PASSES: &[&[Rule]] = &[
    number::FIVE,
    number::RULES,
    act::CODES,
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

/// The passes of entries, in order: names before numbers, documents before the offices that issue them, people, and last
/// what is to be done.
pub const ENTRY_PASSES: &[&[Rule]] = &[
    person::NAMES,
    number::FIVE,
    number::RULES,
    act::CODES,
    name::CODES,
    event::DATES,
    date::DATES,
    time::PERIODS,
    act::RULES,
    act::MORE_NUMBERED,
    act::NAMED,
    person::POSTS,
    person::TITLED,
    person::APPOINTED,
    person::LISTS,
    task::ACTIONS,
];

/// Reads one block of a text for its figures.
pub fn read(text: &str, block: Span) -> Scene<'_> {
    scene(text, tokenize(text, block), lexicon(), PASSES)
}

/// Reads one block of a text for what it tells besides: people, documents, events and tasks. The tokens are those of its
/// figures.
pub fn read_entries<'t>(text: &'t str, tokens: &[Token]) -> Scene<'t> {
    scene(text, tokens.to_vec(), entry_lexicon(), ENTRY_PASSES)
}

fn scene<'t>(text: &'t str, tokens: Vec<Token>, lexicon: &'static Lexicon, passes: &[&[Rule]]) -> Scene<'t> {
    let mut nodes = engine::nodes(text, &tokens, lexicon, mark);
    for node in &mut nodes {
        if node.mask.has(Class::Word) && !node.mask.meets(STOPS) {
            node.mask = node.mask.with(Mask::of(&[Class::Content]));
        }
    }
    let mut scene = Scene { text, tokens, nodes, facts: Vec::new(), lexicon };
    for rules in passes {
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
