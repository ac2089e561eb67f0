//! Where the words of a query can stand: for each word some lists of places, each of its own quality.
//!
//! Knows the index and how well a place fits a word; nothing of documents and their order.

use std::borrow::Cow;

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
/// How many times fewer places than words there must be for sorting to be quicker than a line of bits.
const FEW: usize = 500;

/// Places of one quality.
pub(super) struct List<'i> {
    places: Cow<'i, [u32]>,
    /// The form of the word at each place; empty where the forms do not matter.
    forms: Cow<'i, [u8]>,
    /// The form that was typed, if it is one of the index.
    typed: Option<u8>,
    quality: f32,
    /// What a place counts where another form stands than was typed.
    otherwise: f32,
    /// How many words stand at a place.
    length: u32,
    misspelt: bool,
    /// The form of an abbreviation, plus one.
    form: u16,
    cursor: usize,
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
pub(super) struct Slot<'i> {
    lists: Vec<List<'i>>,
    /// How many places there are in all.
    pub total: usize,
}

impl<'i> Slot<'i> {
    /// The place of the slot's first word from where its lists stand.
    pub(super) fn next(&self) -> Option<u32> {
        self.lists.iter().filter_map(|list| list.places.get(list.cursor).copied()).min()
    }

    /// Leads its lists to the first places that do not stand before one.
    pub(super) fn seek(&mut self, place: u32) {
        for list in &mut self.lists {
            list.cursor = seek(&list.places, list.cursor, place);
        }
    }

    /// Starts again.
    pub(super) fn rewind(&mut self) {
        self.lists.iter_mut().for_each(|list| list.cursor = 0);
    }

    /// What stands from here up to a place, where the lists then are.
    ///
    /// The first so many of a list are enough: the fields that weigh most stand first.
    pub(super) fn take(&mut self, end: u32, most: usize, into: &mut Vec<Occurrence>) {
        into.clear();
        for list in &mut self.lists {
            let enough = list.cursor.saturating_add(most);
            while let Some(&start) = list.places.get(list.cursor).filter(|&&place| place < end) {
                let exact = list.forms.get(list.cursor).is_none_or(|form| list.typed == Some(*form));
                into.push(Occurrence {
                    start,
                    end: start + list.length,
                    weight: 0.0,
                    quality: if exact { list.quality } else { list.otherwise },
                    exact,
                    misspelt: list.misspelt,
                    form: list.form,
                });
                list.cursor += 1;
                if list.cursor == enough {
                    list.cursor = seek(&list.places, enough, end);
                    break;
                }
            }
        }
    }

    fn push(&mut self, list: List<'i>) {
        self.total += list.places.len();
        self.lists.push(list);
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

/// The slots of a query, one for each word.
pub(super) fn slots<'i>(index: &'i SearchIndex<'_>, query: &Query, forgiving: bool) -> Vec<Slot<'i>> {
    let last = query.words.len().wrapping_sub(1);
    let mut slots: Vec<Slot<'i>> = Vec::with_capacity(query.words.len());
    for (at, word) in query.words.iter().enumerate() {
        let mut slot = Slot { lists: Vec::new(), total: 0 };
        whole(index, word, query.marked, &mut slot);
        if query.open && at == last {
            opened(index, word, query.marked, &mut slot);
        }
        if forgiving && word.may_be_misspelt() {
            let (places, _) = merged(index, index.terms.near(word), None);
            slot.push(list(Cow::Owned(places), MISSPELT, true));
        }
        slots.push(slot);
    }
    for other in &query.others {
        for slot in &mut slots[other.words.clone()] {
            let mut places = list(Cow::Borrowed(&index.forms[other.form][..]), OTHER_FORM, false);
            (places.length, places.form) = (other.others.len() as u32, other.form as u16 + 1);
            slot.push(places);
        }
    }
    slots
}

fn list(places: Cow<'_, [u32]>, quality: f32, misspelt: bool) -> List<'_> {
    let otherwise = quality * OTHER_MARKS;
    List { places, forms: Cow::Borrowed(&[]), typed: None, quality, otherwise, length: 1, misspelt, form: 0, cursor: 0 }
}

/// The word as a whole, marks or not.
fn whole<'i>(index: &'i SearchIndex<'_>, word: &Word, marked: bool, slot: &mut Slot<'i>) {
    let Some(term) = index.terms.whole(&word.letters) else { return };
    let mut typed = String::new();
    word.marks(&mut typed);
    let (places, forms) = index.terms.places(term);
    let mut found = list(Cow::Borrowed(places), 1.0, false);
    if !marked {
        // Who types no marks does not mean the word that has none.
        found.otherwise = found.quality;
    }
    found.forms = Cow::Borrowed(forms);
    found.typed = index.terms.forms(term).position(|marks| marks == typed).map(|form| form.min(255) as u8);
    slot.push(found);
}

/// The longer words that begin with it.
fn opened<'i>(index: &'i SearchIndex<'_>, word: &Word, marked: bool, slot: &mut Slot<'i>) {
    let opening = word.opening();
    if opening.len() < 2 {
        return;
    }
    let whole = index.terms.whole(&word.letters);
    let terms = index.terms.opened_by(&opening).filter(|term| Some(*term) != whole).collect();
    let (places, exact) = merged(index, terms, marked.then_some(word));
    let mut found = list(Cow::Owned(places), OPENING, false);
    (found.forms, found.typed) = (Cow::Owned(exact), Some(1));
    slot.push(found);
}

/// The places of several terms in order; for a word that is typed with marks, also whether it opens the form at each.
fn merged(index: &SearchIndex<'_>, terms: Vec<usize>, typed: Option<&Word>) -> (Vec<u32>, Vec<u8>) {
    let end = index.starts.last().map_or(0, |end| *end as usize);
    // Marking places in a line of bits sorts them, whatever the number of lists.
    // A line of bits for all words is long; where the terms stand in few places, those are put in order themselves.
    let few: usize = terms.iter().map(|&term| index.terms.places(term).0.len()).sum();
    if few < end / FEW {
        return put_in_order(index, &terms, typed);
    }
    let line = || vec![0u64; end / 64 + 1];
    let (mut all, mut passed) = (line(), typed.map(|_| line()));
    let mut count = 0;
    for term in terms {
        let (places, forms) = index.terms.places(term);
        count += places.len();
        for &place in places {
            all[place as usize / 64] |= 1 << (place % 64);
        }
        let (Some(word), Some(passed)) = (typed, &mut passed) else { continue };
        let opens: Vec<bool> = index.terms.forms(term).map(|marks| word.opens(marks)).collect();
        for (&place, _) in places.iter().zip(forms).filter(|(_, form)| opens[usize::from(**form)]) {
            passed[place as usize / 64] |= 1 << (place % 64);
        }
    }
    let mut places = Vec::with_capacity(count);
    for (at, mut bits) in all.into_iter().enumerate() {
        while bits != 0 {
            places.push(at as u32 * 64 + bits.trailing_zeros());
            bits &= bits - 1;
        }
    }
    let bit = |place: &u32| passed.as_ref().map(|passed| (passed[*place as usize / 64] >> (place % 64) & 1) as u8);
    let exact = places.iter().filter_map(bit).collect();
    (places, exact)
}

/// The same as [`merged`], by sorting.
fn put_in_order(index: &SearchIndex<'_>, terms: &[usize], typed: Option<&Word>) -> (Vec<u32>, Vec<u8>) {
    let mut all: Vec<(u32, u8)> = Vec::new();
    for &term in terms {
        let (places, forms) = index.terms.places(term);
        let opens: Vec<bool> =
            index.terms.forms(term).map(|marks| typed.is_some_and(|word| word.opens(marks))).collect();
        all.extend(places.iter().zip(forms).map(|(&place, &form)| (place, u8::from(opens[usize::from(form)]))));
    }
    super::super::sort_by_key(&mut all, |&(place, _)| place);
    let exact = if typed.is_some() { all.iter().map(|&(_, exact)| exact).collect() } else { Vec::new() };
    (all.into_iter().map(|(place, _)| place).collect(), exact)
}

#[cfg(test)]
mod tests {
    use super::seek;

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
}
