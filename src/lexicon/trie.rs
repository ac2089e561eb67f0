//! The look-up: syllables to numbers, sequences of numbers to entries. Knows nothing of what the words mean.

use rustc_hash::FxHashMap;

use super::{Class, Mask, Row};
use crate::text::{Span, fold_into, tone_may_move};
use crate::token::{Case, Kind, Token, tokenize};

/// The number of a syllable or mark; 0 for one that no table names.
pub type Syllable = u32;

/// What the tables say of one phrase.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// Its classes.
    pub mask: Mask,
    /// Each class with its argument.
    pub members: Vec<(Class, i32)>,
}

impl Entry {
    /// Which member of the class the phrase is.
    pub fn arg(&self, class: Class) -> Option<i32> {
        self.members.iter().find(|(c, _)| *c == class).map(|(_, arg)| *arg)
    }
}

/// The numbers of the folded syllables and marks that some table names. All lexicons share them, so that a text is folded
/// and numbered once.
#[derive(Debug, Default)]
pub struct Syllables {
    numbers: FxHashMap<Box<str>, Syllable>,
}

impl Syllables {
    /// The numbers of some tokens; what no table names has 0.
    pub fn of(&self, text: &str, tokens: &[Token]) -> Vec<Syllable> {
        let mut folded = String::new();
        let number = |token: &Token| {
            let mut word = token.span.of(text);
            // Most words are folded as they stand.
            if token.kind == Kind::Word && (token.case != Case::Small || tone_may_move(word)) {
                folded.clear();
                fold_into(word, &mut folded);
                word = &folded;
            }
            self.numbers.get(word).copied().unwrap_or(0)
        };
        tokens.iter().map(number).collect()
    }

    fn add(&mut self, word: &str) -> Syllable {
        let mut folded = String::new();
        fold_into(word, &mut folded);
        let next = self.numbers.len() as Syllable + 1;
        *self.numbers.entry(folded.into_boxed_str()).or_insert(next)
    }
}

/// A place that the first syllables of some phrase lead to.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// Its number, 0 for none.
    number: u32,
    /// The entry of the phrase that ends here, 0 for none.
    entry: u32,
    /// A bit for each syllable that goes on from here, of its number's last digits: most look-ups end with a look at it.
    onward: u64,
}

impl Place {
    const fn bit(syllable: Syllable) -> u64 {
        1 << (syllable % 64)
    }
}

/// Some tables, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The places that first syllables lead to, by the syllable's number.
    roots: Vec<Place>,
    /// (number of a place, syllable) → the place behind it.
    edges: FxHashMap<(u32, Syllable), Place>,
    entries: Vec<Entry>,
}

impl Lexicon {
    /// Builds the look-up of some tables, and numbers their syllables.
    pub fn new(tables: &[&[Row]], syllables: &mut Syllables) -> Self {
        let mut lexicon = Self { entries: vec![Entry::default()], ..Self::default() };
        let mut places = 0;
        for (words, class, arg) in tables.iter().copied().flatten() {
            let path = tokenize(words, Span::new(0, words.len()));
            let path: Vec<Syllable> = path.iter().map(|token| syllables.add(token.span.of(words))).collect();
            let entry = lexicon.entry_at(&path, &mut places);
            entry.mask = entry.mask.with(Mask::of(&[*class]));
            entry.members.push((*class, *arg));
        }
        lexicon
    }

    /// The entry of a phrase, made if there is none.
    fn entry_at(&mut self, path: &[Syllable], places: &mut u32) -> &mut Entry {
        let mut place = &mut Place::default();
        for (at, &syllable) in path.iter().enumerate() {
            let from = place.number;
            place.onward |= Place::bit(syllable);
            place = if at == 0 {
                let least = self.roots.len().max(syllable as usize + 1);
                self.roots.resize(least, Place::default());
                &mut self.roots[syllable as usize]
            } else {
                self.edges.entry((from, syllable)).or_default()
            };
            if place.number == 0 {
                *places += 1;
                place.number = *places;
            }
        }
        if place.entry == 0 {
            place.entry = self.entries.len() as u32;
            self.entries.push(Entry::default());
        }
        &mut self.entries[place.entry as usize]
    }

    /// The longest phrase at the start of `syllables`: how many of them, and its entry (0 with length 0 for none).
    pub fn longest(&self, syllables: &[Syllable]) -> (usize, u32) {
        let Some(mut place) = syllables.first().and_then(|&first| self.roots.get(first as usize)) else {
            return (0, 0);
        };
        let mut best = (usize::from(place.entry != 0), place.entry);
        for (at, &syllable) in syllables.iter().enumerate().skip(1) {
            if place.onward & Place::bit(syllable) == 0 {
                break;
            }
            let Some(next) = self.edges.get(&(place.number, syllable)) else { break };
            place = next;
            if place.entry != 0 {
                best = (at + 1, place.entry);
            }
        }
        best
    }

    /// An entry by its number.
    pub fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }
}
