//! Where the words of a query can stand: for each word some lists of places, each of its own quality.
//!
//! Knows the index and how well a place fits a word; nothing of documents and their order. A search may look at a part of
//! the places only; what a word tells is counted over all of them.

use std::ops::Range;

use super::SearchIndex;
use super::query::Query;
use super::word::Word;

/// What a word counts that is there with other marks than typed.
const OTHER_MARKS: f32 = 0.9;
/// What an abbreviation counts for what it stands for, and the other way round.
const OTHER_FORM: f32 = 0.9;
/// What a word counts of which only the beginning was typed.
const OPENING: f32 = 0.5;
/// What a word counts that was probably meant.
const MISSPELT: f32 = 0.4;
/// Stands behind the last place of every list.
pub(super) const END: u32 = u32::MAX;

/// Places of one quality.
struct List<'i> {
    places: Places<'i>,
    /// The place where the list stands, so that most questions need not look into its places.
    at: u32,
    quality: f32,
    /// What a place counts where another form stands than was typed.
    otherwise: f32,
    /// How many words stand at a place.
    length: u32,
    misspelt: bool,
    /// The form of an abbreviation, plus one.
    form: u16,
}

/// How places are kept.
enum Places<'i> {
    /// Those of one term, as the index has them, and the cursor in them; which form stands at each (empty where that does
    /// not matter), and the form that was typed, if it is one of the index.
    Listed { all: &'i [u32], cursor: usize, forms: &'i [u8], typed: Option<u8> },
    /// Those of many terms, as bits in a line of all words: marking sorts them, whatever the number of terms, and any
    /// place is found without a way to it. Beside each 64 bits are those that tell where it stands as typed. The first bit
    /// is the place `from`.
    Marked { line: Vec<[u64; 2]>, from: u32 },
}

impl List<'_> {
    /// Goes to the first place that does not stand before another.
    fn seek(&mut self, place: u32) {
        if self.at >= place {
            return;
        }
        self.at = match &mut self.places {
            Places::Listed { all, cursor, .. } => {
                *cursor = seek(all, *cursor, place);
                all.get(*cursor).copied().unwrap_or(END)
            }
            Places::Marked { line, from } => next_bit(line, *from, place),
        };
    }

    fn rewind(&mut self) {
        self.at = match &mut self.places {
            Places::Listed { all, cursor, .. } => {
                *cursor = 0;
                all.first().copied().unwrap_or(END)
            }
            Places::Marked { line, from } => next_bit(line, *from, *from),
        };
    }

    /// What stands from here up to a place, the first so many of them.
    fn take(&mut self, end: u32, most: usize, into: &mut Vec<Occurrence>) {
        let enough = into.len().saturating_add(most);
        while self.at < end {
            if into.len() == enough {
                return self.seek(end);
            }
            let start = self.at;
            let exact;
            (exact, self.at) = match &mut self.places {
                Places::Listed { all, cursor, forms, typed } => {
                    let exact = forms.get(*cursor).is_none_or(|form| *typed == Some(*form));
                    *cursor += 1;
                    (exact, all.get(*cursor).copied().unwrap_or(END))
                }
                Places::Marked { line, from } => {
                    let bit = start - *from;
                    (line[bit as usize / 64][1] >> (bit % 64) & 1 != 0, next_bit(line, *from, start + 1))
                }
            };
            into.push(Occurrence {
                start,
                end: start + self.length,
                weight: 0.0,
                quality: if exact { self.quality } else { self.otherwise },
                exact,
                misspelt: self.misspelt,
                form: self.form,
            });
        }
    }
}

/// A word of the query at a place.
#[derive(Clone, Copy)]
pub(super) struct Occurrence {
    pub start: u32,
    pub end: u32,
    /// What its field counts; known once its document is looked at.
    pub weight: f32,
    pub quality: f32,
    pub exact: bool,
    pub misspelt: bool,
    /// The form of an abbreviation that stands here for several words, plus one; nought for the word itself.
    pub form: u16,
}

/// All that a word of the query can be.
#[derive(Default)]
pub(super) struct Slot<'i> {
    lists: Vec<List<'i>>,
    /// How many places there are in all.
    pub total: usize,
}

impl<'i> Slot<'i> {
    /// The place of the slot's first word from where its lists stand.
    pub(super) fn next(&self) -> u32 {
        self.lists.iter().fold(END, |first, list| first.min(list.at))
    }

    /// Leads its lists to the first places that do not stand before one.
    pub(super) fn seek(&mut self, place: u32) {
        self.lists.iter_mut().for_each(|list| list.seek(place));
    }

    /// Starts again.
    pub(super) fn rewind(&mut self) {
        self.lists.iter_mut().for_each(List::rewind);
    }

    /// What stands from here up to a place, where the lists then are.
    ///
    /// The first so many of a list are enough: the fields that weigh most stand first.
    pub(super) fn take(&mut self, end: u32, most: usize, into: &mut Vec<Occurrence>) {
        into.clear();
        self.lists.iter_mut().for_each(|list| list.take(end, most, into));
    }

    /// Lets the word be one that it may be a misspelling of; tells whether there is any.
    pub(super) fn forgive(&mut self, index: &SearchIndex<'_>, word: &Word, part: &Part) -> bool {
        let near = if word.may_be_misspelt() { index.terms.near(word) } else { Vec::new() };
        if near.is_empty() {
            return false;
        }
        let mut found = marked(index, &near, None, MISSPELT, (part, &mut self.total));
        found.misspelt = true;
        // Before the other forms, as what is the word itself.
        let own = self.lists.iter().take_while(|list| list.form == 0).count();
        self.lists.insert(own, found);
        true
    }
}

/// The first place of a list, from a cursor on, that does not stand before another: in steps that double.
pub(super) fn seek(places: &[u32], cursor: usize, place: u32) -> usize {
    let (mut low, mut step) = (cursor, 1);
    while places.get(low + step - 1).is_some_and(|&at| at < place) {
        low += step;
        step *= 2;
    }
    let rest = &places[low.min(places.len())..(low + step).min(places.len())];
    low.min(places.len()) + rest.partition_point(|&at| at < place)
}

/// The first place that is marked, from one on, in a line that begins with another.
fn next_bit(line: &[[u64; 2]], from: u32, place: u32) -> u32 {
    let bit = place.max(from) - from;
    let mut at = bit as usize / 64;
    let mut mask = u64::MAX << (bit % 64);
    while let Some([all, _]) = line.get(at) {
        let bits = all & mask;
        if bits != 0 {
            return from + at as u32 * 64 + bits.trailing_zeros();
        }
        mask = u64::MAX;
        at += 1;
    }
    END
}

/// The places that a search looks at.
pub(super) type Part = Range<u32>;

/// Where the places of a part are in a list of places.
fn within(places: &[u32], part: &Part) -> Range<usize> {
    places.partition_point(|&place| place < part.start)..places.partition_point(|&place| place < part.end)
}

/// The slots of a query, one for each word.
pub(super) fn slots<'i>(index: &'i SearchIndex<'_>, query: &Query, part: &Part) -> Vec<Slot<'i>> {
    let last = query.words.len().wrapping_sub(1);
    let mut slots: Vec<Slot<'i>> = Vec::with_capacity(query.words.len());
    for (at, word) in query.words.iter().enumerate() {
        let mut slot = Slot::default();
        whole(index, word, query.marked, part, &mut slot);
        if query.open && at == last {
            opened(index, word, query.marked, part, &mut slot);
        }
        slots.push(slot);
    }
    for other in &query.others {
        for slot in &mut slots[other.words.clone()] {
            let mut found = listed((&index.forms[other.form], &[]), None, OTHER_FORM, (part, &mut slot.total));
            (found.length, found.form) = (other.others.len() as u32, other.form as u16 + 1);
            slot.lists.push(found);
        }
    }
    slots
}

fn list(places: Places<'_>, quality: f32) -> List<'_> {
    List { places, at: 0, quality, otherwise: quality * OTHER_MARKS, length: 1, misspelt: false, form: 0 }
}

/// A list of places of the index; adds how many they are.
fn listed<'i>(
    (all, forms): (&'i [u32], &'i [u8]),
    typed: Option<u8>,
    quality: f32,
    (part, total): (&Part, &mut usize),
) -> List<'i> {
    *total += all.len();
    let here = within(all, part);
    let (all, forms) = (&all[here.clone()], forms.get(here).unwrap_or_default());
    list(Places::Listed { all, cursor: 0, forms, typed }, quality)
}

/// The word as a whole, marks or not.
fn whole<'i>(index: &'i SearchIndex<'_>, word: &Word, marked: bool, part: &Part, slot: &mut Slot<'i>) {
    let Some(term) = index.terms.whole(&word.letters) else { return };
    let mut typed = String::new();
    word.marks(&mut typed);
    let (places, forms) = index.terms.places(term);
    let typed = index.terms.forms(term).position(|marks| marks == typed).map(|form| form.min(255) as u8);
    let mut found = listed((places, forms), typed, 1.0, (part, &mut slot.total));
    if !marked {
        // Who types no marks does not mean the word that has none.
        found.otherwise = found.quality;
    }
    slot.lists.push(found);
}

/// The longer words that begin with it.
fn opened<'i>(index: &'i SearchIndex<'_>, word: &Word, marks: bool, part: &Part, slot: &mut Slot<'i>) {
    let opening = word.opening();
    if opening.len() < 2 {
        return;
    }
    let whole = index.terms.whole(&word.letters);
    let terms: Vec<usize> = index.terms.opened_by(&opening).filter(|term| Some(*term) != whole).collect();
    if !terms.is_empty() {
        let found = marked(index, &terms, marks.then_some(word), OPENING, (part, &mut slot.total));
        slot.lists.push(found);
    }
}

/// A list of the places of several terms; for a word that is typed with marks, it tells where it opens the form that
/// stands there. Adds how many they are.
fn marked<'i>(
    index: &SearchIndex<'_>,
    terms: &[usize],
    typed: Option<&Word>,
    quality: f32,
    (part, total): (&Part, &mut usize),
) -> List<'i> {
    let from = part.start;
    let mut line = vec![[0; 2]; part.len() / 64 + 1];
    for &term in terms {
        let (places, forms) = index.terms.places(term);
        *total += places.len();
        let as_typed = |marks| u64::from(typed.is_none_or(|word| word.opens(marks)));
        let opens: Vec<u64> = index.terms.forms(term).map(as_typed).collect();
        let here = within(places, part);
        for (&place, &form) in places[here.clone()].iter().zip(&forms[here]) {
            let bit = place - from;
            let [all, exact] = &mut line[bit as usize / 64];
            *all |= 1 << (bit % 64);
            *exact |= opens[usize::from(form)] << (bit % 64);
        }
    }
    list(Places::Marked { line, from }, quality)
}

#[cfg(test)]
mod tests {
    use super::{END, next_bit, seek};

    #[test]
    fn seeks_in_steps_that_double() {
        let places: Vec<u32> = (0..100).map(|i| i * 3).collect();
        for cursor in [0, 1, 7, 99, 100] {
            for place in [0, 1, 3, 150, 297, 298, 999] {
                let expected = places.iter().position(|&at| at >= place).unwrap_or(100).max(cursor);
                assert_eq!(seek(&places, cursor, place), expected, "{cursor} {place}");
            }
        }
        assert_eq!(seek(&[], 0, 5), 0);
    }
    #[test]
    fn bits_are_places() {
        let mut line = vec![[0; 2]; 5];
        let places = [0, 1, 63, 64, 200, 319];
        places.iter().for_each(|&place: &u32| line[place as usize / 64][0] |= 1 << (place % 64));
        for from in 0..400 {
            let expected = places.iter().copied().find(|&place| place >= from).unwrap_or(END);
            assert_eq!(next_bit(&line, 0, from), expected, "{from}");
            let moved = if expected == END { END } else { expected + 640 };
            assert_eq!(next_bit(&line, 640, from + 640), moved, "{from} in a part");
        }
    }
}
