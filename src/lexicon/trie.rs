//! The look-up: syllables to numbers, sequences of numbers to entries. Knows nothing of what the words mean.

use rustc_hash::FxHashMap;

use super::{Class, Mask, Row};
use crate::text::{Span, fold_into};
use crate::token::{Kind, Token, tokenize};

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
            if token.kind == Kind::Word {
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

/// Some tables, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Trie node reached by a first syllable, by the syllable's number.
    roots: Vec<u32>,
    /// (node, syllable) → node.
    edges: FxHashMap<(u32, Syllable), u32>,
    /// Entry of each node, 0 for none.
    ends: Vec<u32>,
    entries: Vec<Entry>,
}

impl Lexicon {
    /// Builds the look-up of some tables, and numbers their syllables.
    pub fn new(tables: &[&[Row]], syllables: &mut Syllables) -> Self {
        let mut lexicon = Self { roots: vec![0], ends: vec![0], entries: vec![Entry::default()], ..Self::default() };
        for (words, class, arg) in tables.iter().copied().flatten() {
            lexicon.add(words, *class, *arg, syllables);
        }
        lexicon
    }

    fn add(&mut self, words: &str, class: Class, arg: i32, syllables: &mut Syllables) {
        let mut node = 0;
        for token in tokenize(words, Span::new(0, words.len())) {
            node = self.child(node, syllables.add(token.span.of(words)));
        }
        if self.ends[node as usize] == 0 {
            self.ends[node as usize] = self.entries.len() as u32;
            self.entries.push(Entry::default());
        }
        let entry = &mut self.entries[self.ends[node as usize] as usize];
        entry.mask = entry.mask.with(Mask::of(&[class]));
        entry.members.push((class, arg));
    }

    fn child(&mut self, node: u32, syllable: Syllable) -> u32 {
        let fresh = self.ends.len() as u32;
        let slot = if node == 0 {
            if self.roots.len() <= syllable as usize {
                self.roots.resize(syllable as usize + 1, 0);
            }
            &mut self.roots[syllable as usize]
        } else {
            self.edges.entry((node, syllable)).or_insert(0)
        };
        if *slot == 0 {
            *slot = fresh;
            self.ends.push(0);
        }
        *slot
    }

    /// The longest phrase at the start of `syllables`: how many of them, and its entry (0 with length 0 for none).
    pub fn longest(&self, syllables: &[Syllable]) -> (usize, u32) {
        let mut best = (0, 0);
        let mut node = 0;
        for (at, &syllable) in syllables.iter().enumerate() {
            if syllable == 0 {
                break;
            }
            node = if node == 0 {
                self.roots.get(syllable as usize).copied().unwrap_or(0)
            } else {
                self.edges.get(&(node, syllable)).copied().unwrap_or(0)
            };
            if node == 0 {
                break;
            }
            if self.ends[node as usize] != 0 {
                best = (at + 1, self.ends[node as usize]);
            }
        }
        best
    }

    /// An entry by its number.
    pub fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }
}
