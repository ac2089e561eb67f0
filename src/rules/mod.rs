//! Room 3, rules: tokens → facts, one file per dimension. A rule is a name, a pattern and a production; words live in
//! `lexicon/`.
//!
//! The passes run in a fixed order, each over what the one before left: numbers, then digits that are names, times,
//! legal acts, units, quantities, and last what is said with quantities: comparisons, ratios, ranks and changes.

mod act;
mod change;
mod comparison;
mod date;
mod engine;
mod event;
mod name;
mod number;
mod part;
mod person;
mod quantity;
mod range;
mod rank;
mod scene;
mod task;
mod time;
mod unit;
mod value;

pub use engine::{NO_FACT, Node, Pass, Rule, Test};
pub use quantity::shared_power;
pub use scene::{Fact, Scene};
pub use value::{ActValue, ChangeValue, Decimal, Part, Quantity, RankValue, Step, Time, UnitKind, UnitValue, Value};

use crate::lexicon::{Class, Lexicon, Mask, Syllable, words};
use crate::text::Span;
use crate::token::{Token, tokenize};

/// The passes of figures, in order.
pub static PASSES: [Pass; 13] = [
    Pass::of(&[number::FIVE]),
    Pass::of(&[number::RULES]),
    Pass::of(&[act::CODES]),
    Pass::of(&[name::CODES]),
    Pass::of(&[date::DATES, part::PARTS]),
    Pass::of(&[time::PERIODS]),
    Pass::of(&[act::RULES]),
    Pass::of(&[name::NAMES]),
    Pass::of(&[unit::RULES]),
    Pass::of(&[rank::RULES]),
    Pass::of(&[quantity::QUANTITIES]),
    Pass::of(&[comparison::COMPARISONS]),
    Pass::of(&[change::CHANGES]),
];

/// The passes of entries, in order: names before numbers, documents before the offices that issue them, people, and last
/// what is to be done.
pub static ENTRY_PASSES: [Pass; 16] = [
    Pass::of(&[person::NAMES]),
    Pass::of(&[number::FIVE]),
    Pass::of(&[number::RULES]),
    Pass::of(&[act::CODES]),
    Pass::of(&[name::CODES]),
    Pass::of(&[event::DATES]),
    Pass::of(&[date::DATES, part::PARTS]),
    Pass::of(&[time::PERIODS]),
    Pass::of(&[act::RULES]),
    Pass::of(&[act::MORE_NUMBERED]),
    Pass::of(&[act::NAMED]),
    Pass::of(&[person::POSTS]),
    Pass::of(&[person::TITLED]),
    Pass::of(&[person::APPOINTED]),
    Pass::of(&[person::LISTS]),
    Pass::of(&[task::ACTIONS]),
];

/// Reads one block of a text for its figures.
pub fn read(text: &str, block: Span) -> Scene<'_> {
    let tokens = tokenize(text, block);
    let syllables = words().syllables.of(text, &tokens);
    scene(text, tokens, syllables, &words().figures, &PASSES)
}

/// Reads a block that was read for its figures for what it tells besides: people, documents, events and tasks.
pub fn read_entries<'t>(figures: &Scene<'t>) -> Scene<'t> {
    scene(figures.text, figures.tokens.clone(), figures.syllables.clone(), &words().entries, &ENTRY_PASSES)
}

fn scene<'t>(
    text: &'t str,
    tokens: Vec<Token>,
    syllables: Vec<Syllable>,
    lexicon: &'static Lexicon,
    passes: &[Pass],
) -> Scene<'t> {
    let mut nodes = scene::nodes(text, &tokens, &syllables, lexicon, mark);
    for node in &mut nodes {
        if node.mask.has(Class::Word) && !node.mask.meets(STOPS) {
            node.mask = node.mask.with(Mask::of(&[Class::Content]));
        }
    }
    let mut scene = Scene { text, tokens, syllables, nodes, facts: Vec::new(), lexicon };
    scene.run(passes);
    scene.set_weak_aside();
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
fn mark(mark: char) -> Class {
    match mark {
        ',' => Class::Comma,
        '.' | '!' | '?' | '…' => Class::Dot,
        ';' => Class::Semicolon,
        ':' => Class::Colon,
        '(' | '[' => Class::Open,
        ')' | ']' => Class::Close,
        '/' => Class::Slash,
        '-' | '–' | '—' | '−' | '‐' | '‑' | '~' => Class::Dash,
        '%' => Class::Percent,
        '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' => Class::QuoteMark,
        '&' => Class::Ampersand,
        _ => Class::OtherMark,
    }
}
