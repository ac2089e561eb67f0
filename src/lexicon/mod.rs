//! Words as tables, one row a line, their source named at the head of each file.
//!
//! A row is `(words, class, argument)`. All rows together make one [`Lexicon`]: syllables are numbered, phrases
//! stand in a trie over those numbers, and the longest phrase at a place wins. So a longer phrase can also take a
//! word out of play: "đồng chí" (neutral) hides the currency in "đồng".

mod class;
mod trie;

pub mod abbreviation;
pub mod act;
pub mod area;
pub mod bound;
pub mod change;
pub mod cue;
pub mod demand;
#[rustfmt::skip]
pub mod digest;
pub mod district;
pub mod event;
pub mod function;
pub mod indicator;
pub mod name;
pub mod numeral;
pub mod office;
pub mod page;
pub mod rank;
pub mod sector;
pub mod series;
pub mod surname;
pub mod time;
pub mod unit;
pub mod verb;

use std::sync::LazyLock;

pub use class::{Class, Mask};
pub use trie::{Entry, Lexicon, Syllable, Syllables};

/// A row of a table: the words as printed, the class, and which member of the class.
pub type Row = (&'static str, Class, i32);

/// The tables that figures are read with, in reading order.
pub const TABLES: &[&[Row]] = &[
    numeral::WORDS,
    name::WORDS,
    indicator::WORDS,
    bound::WORDS,
    unit::WORDS,
    change::WORDS,
    time::WORDS,
    rank::WORDS,
    function::WORDS,
    cue::WORDS,
    act::WORDS,
    office::WORDS,
    sector::WORDS,
    area::WORDS,
];

/// The tables that people, documents, events and tasks are read with besides. They are apart, because a long phrase of
/// theirs would take words out of play for the figures, and the other way round it does no harm. They stand first, so
/// that a word of both has the argument that they give it.
pub const ENTRY_TABLES: &[&[Row]] =
    &[act::DOCUMENTS, office::NAMED, surname::WORDS, verb::WORDS, demand::WORDS, event::WORDS];

/// The two lexicons and the numbers of the syllables in them.
#[derive(Debug)]
pub struct Words {
    /// Of both.
    pub syllables: Syllables,
    /// What figures are read with.
    pub figures: Lexicon,
    /// What people, documents, events and tasks are read with.
    pub entries: Lexicon,
}

/// The words, built on first use.
pub fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let mut syllables = Syllables::default();
        let figures = Lexicon::new(TABLES, &mut syllables);
        let entries = Lexicon::new(&[ENTRY_TABLES, TABLES].concat(), &mut syllables);
        Words { syllables, figures, entries }
    });
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_row_is_told_twice_and_all_are_in_normal_form() {
        // A word of the figures may be told anew for the entries; in one set it stands once.
        for tables in [TABLES, ENTRY_TABLES] {
            let mut seen = HashSet::new();
            for (words, class, _) in tables.iter().copied().flatten() {
                assert!(seen.insert((words, class)), "{words:?} stands twice in class {class:?}");
                assert_eq!(crate::text::normalize(words), *words, "{words:?} is not in NFC");
                assert!(!words.trim().is_empty() && words.trim() == *words, "{words:?} has white space at its ends");
            }
        }
    }
}
