//! The table of terms: every folded word once, in order, so that a word, an opening and a misspelling are found by
//! looking into it. Knows words and where they stand, nothing of what they stand in.

use std::ops::Range;

use std::hash::Hasher;

use super::super::sort_by_key;
use super::word::Word;

/// What parts the letters of a word from its marks. It sorts before every letter.
const MARK: char = '\u{1}';

/// Numbers sort before this, words behind it.
const BEHIND_NUMBERS: &str = ":";

/// Strings one behind the other in one allocation.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[place] as usize]
    }

    fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Words with their marks, each with a number, in the order in which they came.
#[derive(Default)]
pub(super) struct Interner {
    keys: Strings,
    /// Numbers plus one by hash, nought where there is none; a power of two, never more than half full.
    slots: Vec<u32>,
    key: String,
}

impl Interner {
    /// The number of a word.
    pub(super) fn id(&mut self, word: &Word) -> u32 {
        self.key.clear();
        self.key.push_str(&word.letters);
        self.key.push(MARK);
        word.marks(&mut self.key);
        if self.keys.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(&self.key);
        if self.slots[slot] == 0 {
            self.keys.push(&self.key);
            self.slots[slot] = self.keys.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// Where a key stands, or where it may stand.
    fn slot(&self, key: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut hasher = rustc_hash::FxHasher::default();
        hasher.write(key.as_bytes());
        let mut slot = hasher.finish() as usize & mask;
        while self.slots[slot] != 0 && self.keys.get(self.slots[slot] as usize - 1) != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for id in 0..self.keys.len() {
            let slot = self.slot(self.keys.get(id));
            self.slots[slot] = id as u32 + 1;
        }
    }
}

/// Every folded word once, in order, with its marked forms and the places of all of them.
#[derive(Default)]
pub(super) struct Terms {
    letters: Strings,
    /// The marks of the forms, one term's behind the other's.
    marks: Strings,
    /// Where the forms of a term begin; one more than there are terms.
    forms: Vec<u32>,
    /// Where the places of a term begin; one more than there are terms.
    starts: Vec<u32>,
    places: Vec<u32>,
    /// For each place, which form of the term stands there.
    form_at: Vec<u8>,
}

/// Stands in a stream of numbers where no word is.
pub(super) const GAP: u32 = u32::MAX;

impl Terms {
    /// The table of a stream of words, given by their numbers.
    pub(super) fn new(interner: &Interner, stream: &[u32]) -> Self {
        let keys = &interner.keys;
        let mut order: Vec<usize> = (0..keys.len()).collect();
        sort_by_key(&mut order, |&id| keys.get(id));
        let mut terms = Self::default();
        // For each number its term and its form.
        let mut term_of = vec![(0, 0); keys.len()];
        for id in order {
            let (letters, marks) = keys.get(id).split_once(MARK).unwrap_or_default();
            if terms.letters.len() == 0 || terms.letters.get(terms.letters.len() - 1) != letters {
                terms.forms.push(terms.marks.len() as u32);
                terms.letters.push(letters);
            }
            let term = terms.letters.len() - 1;
            term_of[id] = (term as u32, (terms.marks.len() as u32 - terms.forms[term]).min(255) as u8);
            terms.marks.push(marks);
        }
        terms.forms.push(terms.marks.len() as u32);
        terms.fill(stream, &term_of);
        terms
    }

    /// Sorts the places of the stream by their terms: count, then lay down.
    fn fill(&mut self, stream: &[u32], term_of: &[(u32, u8)]) {
        let mut next = vec![0; self.letters.len() + 1];
        let words = || stream.iter().enumerate().filter(|(_, id)| **id != GAP);
        for (_, &id) in words() {
            next[term_of[id as usize].0 as usize + 1] += 1;
        }
        for term in 1..next.len() {
            next[term] += next[term - 1];
        }
        self.starts.clone_from(&next);
        let count = next[next.len() - 1] as usize;
        (self.places, self.form_at) = (vec![0; count], vec![0; count]);
        for (place, &id) in words() {
            let (term, form) = term_of[id as usize];
            let slot = next[term as usize] as usize;
            self.places[slot] = place as u32;
            self.form_at[slot] = form;
            next[term as usize] += 1;
        }
    }

    /// The places of a term, and which form stands at each.
    pub(super) fn places(&self, term: usize) -> (&[u32], &[u8]) {
        let range = self.starts[term] as usize..self.starts[term + 1] as usize;
        (&self.places[range.clone()], &self.form_at[range])
    }

    /// The marks of the forms of a term.
    pub(super) fn forms(&self, term: usize) -> impl Iterator<Item = &str> {
        (self.forms[term] as usize..self.forms[term + 1] as usize).map(|form| self.marks.get(form))
    }

    /// The term with these letters.
    pub(super) fn whole(&self, letters: &str) -> Option<usize> {
        let at = self.first_from(letters);
        (at < self.letters.len() && self.letters.get(at) == letters).then_some(at)
    }

    /// The terms that begin with these letters.
    pub(super) fn opened_by(&self, letters: &str) -> Range<usize> {
        let start = self.first_from(letters);
        let count = (start..self.letters.len()).take_while(|&term| self.letters.get(term).starts_with(letters)).count();
        start..start + count
    }

    /// The terms that a word may be a misspelling of.
    pub(super) fn near(&self, word: &Word) -> Vec<usize> {
        let numbers = self.first_from(BEHIND_NUMBERS);
        (numbers..self.letters.len()).filter(|&term| word.is_near(self.letters.get(term))).collect()
    }

    /// The first term that does not sort before these letters.
    fn first_from(&self, letters: &str) -> usize {
        let (mut low, mut high) = (0, self.letters.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.letters.get(middle) < letters { low = middle + 1 } else { high = middle }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_stream() {
        let mut interner = Interner::default();
        let mut stream: Vec<u32> =
            ["thông", "tin", "thống", "kê", "tin", "thong"].iter().map(|word| interner.id(&Word::of(word))).collect();
        stream.insert(2, GAP);
        assert_eq!(stream[1], stream[5], "the same word has the same number");
        let terms = Terms::new(&interner, &stream);
        let thong = terms.whole("thong").unwrap();
        assert_eq!(terms.places(thong).0, [0, 3, 6]);
        assert_eq!(terms.forms(thong).collect::<Vec<_>>(), ["", "2^", "2^s"]);
        assert_eq!(terms.places(thong).1, [1, 2, 0]);
        assert_eq!(terms.whole("tho"), None);
        assert_eq!(terms.opened_by("t").len(), 2);
        assert_eq!(terms.opened_by("x").len(), 0);
        assert_eq!(terms.near(&Word::of("thogn")), [thong]);
    }

    #[test]
    fn nothing_has_an_empty_table() {
        let terms = Terms::new(&Interner::default(), &[]);
        assert!(terms.whole("a").is_none() && terms.opened_by("a").is_empty());
    }

    #[test]
    fn many_words_keep_their_numbers() {
        let mut interner = Interner::default();
        let word = |i: u32| Word::of(&format!("w{i}"));
        let ids: Vec<u32> = (0..5000).map(|i| interner.id(&word(i))).collect();
        assert!((0..5000).all(|i| interner.id(&word(i)) == ids[i as usize] && ids[i as usize] == i));
    }
}
