//! What a query finds, best first: documents that hold every word, in the order of BM25 over weighted fields.
//!
//! The rarest word leads through the index and the others are sought where it stands. Knows places and fields; what a
//! word may be is settled in `slot`.

use super::facet::{Facets, Gate, Kind, count};
use super::index::{Document, FIELDS, WEIGHTS};
use super::query::Query;
use super::slot::{END, Occurrence, Part, Slot, seek, slots};
use super::{Hit, SearchIndex};

/// How soon more of the same word counts no more.
const SATURATION: f32 = 1.2;
/// What two words count that stand side by side as typed, as a part of what they count alone.
const SIDE_BY_SIDE: f32 = 0.9;
/// What it counts that the words are all of the name.
const WHOLE_NAME: f32 = 1.0;
/// What each kind of entry counts: who searches here mostly wants figures.
const KINDS: [f32; Kind::ALL.len()] = [1.15, 1.0, 1.0, 1.0, 1.0];
/// How many places of a word are looked at in one entry.
const ENOUGH: usize = 4;
/// With fewer hits than this, typos are forgiven.
const FEW: usize = 5;

/// How well a document fits, before its score.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A word of the query is not there.
    Partly,
    /// A word is there as it was probably meant.
    Misspelt,
    /// Every word is there, marks or not.
    Folded,
    /// Every word is there as typed.
    Exact,
}

/// What was found, best first; entries that fit alike in the order of the index, the newest report first. Only what is
/// asked for is put in order.
pub struct Hits<'i, 'a> {
    index: &'i SearchIndex<'a>,
    gate: Gate,
    /// All that fits the words: first what is still to come, and behind it what was given and what is narrowed away.
    all: Vec<u64>,
    /// How many are still to come.
    left: usize,
    /// Whether these are a heap already: who counts only needs no order.
    heaped: bool,
}

impl<'i> Hits<'i, '_> {
    /// How many there are of each value that they can be narrowed to.
    pub fn facets(&self) -> Facets<'i> {
        let labels = self.all.iter().map(|&key| self.index.documents[document_of(key)].labels);
        count(self.index, &self.gate, labels)
    }
}

impl<'a> Iterator for Hits<'_, 'a> {
    type Item = Hit<'a>;

    fn next(&mut self) -> Option<Hit<'a>> {
        if !self.heaped {
            (0..self.left / 2).rev().for_each(|at| sink(&mut self.all[..self.left], at));
            self.heaped = true;
        }
        self.left = self.left.checked_sub(1)?;
        self.all.swap(0, self.left);
        sink(&mut self.all[..self.left], 0);
        let key = self.all[self.left];
        Some(self.index.hit(document_of(key), key >> 62 == Fit::Exact as u64))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Hits<'_, '_> {}

/// Lets a number of a heap sink below those that are larger.
fn sink(heap: &mut [u64], mut at: usize) {
    loop {
        let mut child = 2 * at + 1;
        if child + 1 < heap.len() && heap[child + 1] > heap[child] {
            child += 1;
        }
        if child >= heap.len() || heap[child] <= heap[at] {
            return;
        }
        heap.swap(at, child);
        at = child;
    }
}

/// Fit, whether it is more than a sentence, score and document in one number, the best the largest.
fn key(fit: Fit, entry: bool, score: f32, document: usize) -> u64 {
    let score = u64::from(score.to_bits() >> 2);
    (fit as u64) << 62 | u64::from(entry) << 61 | score << 32 | u64::from(u32::MAX - document as u32)
}

fn document_of(key: u64) -> usize {
    (u32::MAX - key as u32) as usize
}

impl<'a> SearchIndex<'a> {
    /// What a query finds. An empty one finds nothing.
    pub fn find<'i>(&'i self, query: &Query) -> Hits<'i, 'a> {
        let parts = if self.documents.len() < WORTH_PARTING { 1 } else { workers() };
        let mut all = self.all(query, parts);
        let gate = Gate::new(&query.narrow, self);
        let mut left = all.len();
        if !gate.is_open() {
            left = 0;
            for at in 0..all.len() {
                if gate.fails(&self.documents[document_of(all[at])].labels) == 0 {
                    all.swap(left, at);
                    left += 1;
                }
            }
        }
        Hits { index: self, gate, all, left, heaped: false }
    }

    /// The keys of what a query finds, looked for in so many parts of the documents side by side.
    pub(super) fn all(&self, query: &Query, parts: usize) -> Vec<u64> {
        let mut parts = each(self.parts(parts), |part| Search::new(self, query, part));
        let mut found = run(&mut parts, false);
        if found.len() < FEW && each(parts.iter_mut().collect(), Search::forgive).contains(&true) {
            found = run(&mut parts, false);
        }
        // One word of several may be wrong altogether.
        if found.is_empty() && query.words.len() > 2 {
            found = run(&mut parts, true);
        }
        found
    }

    /// The places of all documents, in parts of so many documents each.
    fn parts(&self, parts: usize) -> Vec<Part> {
        let place = |part: usize| self.starts[self.documents.len() * part / parts];
        (0..parts).map(|part| place(part)..place(part + 1)).collect()
    }
}

/// From so many documents on, a search is quicker in parts.
const WORTH_PARTING: usize = 20_000;

/// Does the same with each of some things, side by side where there are processors for it; a browser has one.
#[cfg(feature = "cli")]
fn each<T: Send, R: Send>(all: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    all.into_par_iter().map(work).collect()
}

#[cfg(not(feature = "cli"))]
fn each<T, R>(all: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    all.into_iter().map(work).collect()
}

#[cfg(feature = "cli")]
fn workers() -> usize {
    rayon::current_num_threads()
}

#[cfg(not(feature = "cli"))]
fn workers() -> usize {
    1
}

/// What all parts find.
fn run(parts: &mut [Search<'_, '_, '_>], all_but_one: bool) -> Vec<u64> {
    each(parts.iter_mut().collect(), |part| part.run(all_but_one)).concat()
}

/// A query on its way through the index.
struct Search<'i, 'a, 'q> {
    index: &'i SearchIndex<'a>,
    query: &'q Query,
    slots: Vec<Slot<'i>>,
    /// How much each word tells.
    worth: Vec<f32>,
    /// Where each word stands in the document that is looked at.
    here: Vec<Vec<Occurrence>>,
    /// The places that are looked at.
    part: Part,
}

impl<'i, 'a, 'q> Search<'i, 'a, 'q> {
    fn new(index: &'i SearchIndex<'a>, query: &'q Query, part: Part) -> Self {
        let slots = slots(index, query, &part);
        let here = slots.iter().map(|_| Vec::new()).collect();
        Self { index, query, slots, worth: Vec::new(), here, part }
    }

    /// Forgives typos; tells whether anything more can be found so.
    fn forgive(&mut self) -> bool {
        let mut more = false;
        for (slot, word) in self.slots.iter_mut().zip(&self.query.words) {
            more |= slot.forgive(self.index, word, &self.part);
        }
        more
    }

    /// All documents that hold every word; if one of several may be wrong altogether, those that hold all but one.
    fn run(&mut self, all_but_one: bool) -> Vec<u64> {
        let mut order: Vec<usize> = (0..self.slots.len()).collect();
        super::super::sort_by_key(&mut order, |&slot| self.slots[slot].total);
        self.slots.iter_mut().for_each(Slot::rewind);
        self.worth = self.slots.iter().map(|slot| worth(slot.total, self.index.documents.len())).collect();
        // A phrase can stand anywhere; for the rest the first places tell enough.
        let most = if self.query.phrases.is_empty() { ENOUGH } else { usize::MAX };
        // A document that lacks one word has one of the two rarest.
        let leads = &order[..order.len().min(1 + usize::from(all_but_one))];
        let mut found = Vec::new();
        let mut document = 0;
        'documents: loop {
            let place = leads.iter().fold(END, |first, &lead| first.min(self.slots[lead].next()));
            if place == END {
                break;
            }
            document = seek(&self.index.starts, document, place + 1) - 1;
            let (start, end) = (self.index.starts[document], self.index.starts[document + 1]);
            // Whether the words are there is asked of all before anything is read of one.
            let mut missing = None;
            for &slot in &order {
                self.slots[slot].seek(start);
                let next = self.slots[slot].next();
                if next < end || all_but_one && missing.replace(slot).is_none() {
                    continue;
                }
                if all_but_one {
                    leads.iter().for_each(|&lead| self.slots[lead].seek(end));
                } else if next == END {
                    break 'documents;
                } else {
                    // No document before the next place of this word can hold them all.
                    let next = seek(&self.index.starts, document, next + 1) - 1;
                    self.slots[leads[0]].seek(self.index.starts[next]);
                }
                continue 'documents;
            }
            for (slot, here) in self.slots.iter_mut().zip(&mut self.here) {
                slot.take(end, most, here);
            }
            if let Some((fit, score)) = self.judge(document, missing) {
                let entry = self.index.documents[document].labels.kind != Kind::Sentence as u8;
                found.push(key(fit, entry, score, document));
            }
        }
        found
    }

    /// How well a document fits that holds the words; `None` where a phrase is not in it.
    fn judge(&mut self, document: usize, left_out: Option<usize>) -> Option<(Fit, f32)> {
        let document = &self.index.documents[document];
        if !self.query.phrases.iter().all(|phrase| is_there(&self.here[phrase.clone()])) {
            return None;
        }
        let mut fit = if left_out.is_some() { Fit::Partly } else { Fit::Exact };
        let (mut score, mut named, mut names) = (0.0, 0.0, 0);
        for at in (0..self.here.len()).filter(|at| Some(*at) != left_out) {
            let (mut count, mut best, mut exact, mut in_name) = (0.0, Fit::Misspelt, false, false);
            for occurrence in &mut self.here[at] {
                let field = field_of(document, occurrence.start);
                occurrence.weight = WEIGHTS[field] * occurrence.quality;
                count += occurrence.weight;
                in_name |= field == 0;
                exact |= occurrence.exact;
                best = best.max(if occurrence.misspelt { Fit::Misspelt } else { Fit::Folded });
            }
            if exact && best == Fit::Folded {
                best = Fit::Exact;
            }
            fit = fit.min(if self.query.marked || best < Fit::Folded { best } else { Fit::Exact });
            score += self.worth[at] * count * (SATURATION + 1.0) / (count + SATURATION * document.norm);
            if in_name {
                (named, names) = (named + self.worth[at], names + 1);
            }
            if at > 0 {
                let side = side_by_side(&self.here[at - 1], &self.here[at]);
                score += SIDE_BY_SIDE * side * self.worth[at - 1].min(self.worth[at]);
            }
        }
        // The name ends with its first field, which has a gap behind it.
        let length = f32::from(document.ends[0].max(2) - 1);
        score += WHOLE_NAME * named * (names as f32 / length).min(1.0);
        Some((fit, score * KINDS[usize::from(document.labels.kind)]))
    }
}

fn field_of(document: &Document, place: u32) -> usize {
    let at = place - document.start;
    document.ends[..FIELDS - 1].iter().map(|&end| usize::from(at >= u32::from(end))).sum()
}

/// Whether one occurrence follows another as typed: behind it, or in the same abbreviation.
fn is_next(first: &Occurrence, second: &Occurrence) -> bool {
    second.start == first.end || first.form != 0 && first.form == second.form && first.start == second.start
}

/// The best weight with which two words stand side by side: then they are in one field.
fn side_by_side(first: &[Occurrence], second: &[Occurrence]) -> f32 {
    let mut best = 0.0f32;
    for a in first {
        if a.weight > best
            && let Some(b) = second.iter().find(|b| is_next(a, b))
        {
            best = best.max(a.weight.min(b.weight));
        }
    }
    best
}

/// Whether the words of a phrase follow each other somewhere.
fn is_there(words: &[Vec<Occurrence>]) -> bool {
    let Some((first, rest)) = words.split_first() else { return true };
    first.iter().any(|first| follow(first, rest))
}

/// Whether words follow one that is there.
fn follow(first: &Occurrence, rest: &[Vec<Occurrence>]) -> bool {
    let Some((next, rest)) = rest.split_first() else { return true };
    next.iter().any(|second| is_next(first, second) && follow(second, rest))
}

/// How much a word tells that stands in so many places: the logarithm of its rarity.
fn worth(places: usize, documents: usize) -> f32 {
    let (n, all) = (places.min(documents) as f32, documents as f32);
    log2(1.0 + (all - n + 0.5) / (n + 0.5))
}

/// The logarithm, straight between the powers of two: its bends do not matter here, and its tables weigh something.
fn log2(x: f32) -> f32 {
    x.to_bits() as f32 / (1u32 << 23) as f32 - 127.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_word_tells_more() {
        assert!((log2(8.0) - 3.0).abs() < 1e-3 && (log2(1.0)).abs() < 1e-3);
        let worths = [0, 1, 10, 500, 1000, 9000].map(|places| worth(places, 1000));
        assert!(worths.windows(2).all(|pair| pair[0] >= pair[1]) && worths[5] > 0.0, "{worths:?}");
    }

    #[test]
    fn a_key_sorts_by_fit_then_entries_before_sentences_then_score_then_document() {
        let keys = [
            key(Fit::Exact, true, 1.0, 7),
            key(Fit::Exact, false, 8.0, 3),
            key(Fit::Folded, true, 9.0, 1),
            key(Fit::Folded, true, 2.0, 1),
            key(Fit::Folded, true, 2.0, 2),
        ];
        assert!(keys.windows(2).all(|pair| pair[0] > pair[1]));
        assert_eq!(keys.map(document_of), [7, 3, 1, 1, 2]);
    }
}
