//! What a query finds, best first: documents that hold every word, in the order of BM25 over weighted fields.
//!
//! The rarest word leads through the index and the others are sought where it stands. Knows places and fields; what a
//! word may be is settled in `slot`.

use std::collections::BinaryHeap;

use super::facet::{Facets, Gate, Kind, Narrow, count};
use super::index::{Document, FIELDS, WEIGHTS};
use super::query::Query;
use super::slot::{Occurrence, Slot, seek, slots};
use super::{Hit, SearchIndex};

/// How soon more of the same word counts no more.
const SATURATION: f32 = 1.2;
/// What two words count that stand side by side as typed, as a part of what they count alone.
const SIDE_BY_SIDE: f32 = 0.9;
/// What it counts that the words are all of the name.
const WHOLE_NAME: f32 = 1.0;
/// What each kind of entry counts: who searches here mostly wants figures.
const KINDS: [f32; Kind::ALL.len()] = [1.15, 1.0, 1.0, 1.0];
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
    /// All that fits the words, whatever the results are narrowed to.
    all: Vec<u64>,
    passed: BinaryHeap<u64>,
}

impl<'a> Hits<'_, 'a> {
    /// How many there are of each report, year, sector, kind and class of unit.
    pub fn facets(&self) -> Facets<'a> {
        let labels = self.all.iter().map(|&key| self.index.documents[document_of(key)].labels);
        count(self.index, &self.gate, labels)
    }
}

impl<'a> Iterator for Hits<'_, 'a> {
    type Item = Hit<'a>;

    fn next(&mut self) -> Option<Hit<'a>> {
        let key = self.passed.pop()?;
        Some(self.index.hit(document_of(key), key >> 62 == Fit::Exact as u64))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.passed.len(), Some(self.passed.len()))
    }
}

impl ExactSizeIterator for Hits<'_, '_> {}

/// Fit, score and document in one number, the best the largest.
fn key(fit: Fit, score: f32, document: usize) -> u64 {
    (fit as u64) << 62 | u64::from(score.to_bits() >> 1) << 32 | u64::from(u32::MAX - document as u32)
}

fn document_of(key: u64) -> usize {
    (u32::MAX - key as u32) as usize
}

impl<'a> SearchIndex<'a> {
    /// What a query finds. An empty one finds nothing.
    pub fn find<'i>(&'i self, query: &Query) -> Hits<'i, 'a> {
        let all = self.all(query);
        let gate = Gate::new(&query.narrow, self);
        let passes = |key: &u64| gate.fails(&self.documents[document_of(*key)].labels) == 0;
        let mut passed = all.clone();
        if query.narrow != Narrow::default() {
            passed.retain(passes);
        }
        let passed = passed.into();
        Hits { index: self, gate, all, passed }
    }

    fn all(&self, query: &Query) -> Vec<u64> {
        let words = query.words.len();
        let mut search = Search::new(self, query, false);
        let mut found = search.run(false);
        if found.len() < FEW && query.words.iter().any(|word| word.may_be_misspelt()) {
            search = Search::new(self, query, true);
            found = search.run(false);
        }
        // One word of several may be wrong altogether.
        if found.is_empty() && words > 2 {
            found = search.run(true);
        }
        found
    }
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
}

impl<'i, 'a, 'q> Search<'i, 'a, 'q> {
    fn new(index: &'i SearchIndex<'a>, query: &'q Query, forgiving: bool) -> Self {
        let slots = slots(index, query, forgiving);
        let worth = slots.iter().map(|slot| worth(slot.total, index.documents.len())).collect();
        let here = slots.iter().map(|_| Vec::new()).collect();
        Self { index, query, slots, worth, here }
    }

    /// All documents that hold every word; if one of several may be wrong altogether, those that hold all but one.
    fn run(&mut self, all_but_one: bool) -> Vec<u64> {
        let mut order: Vec<usize> = (0..self.slots.len()).collect();
        super::super::sort_by_key(&mut order, |&slot| self.slots[slot].total);
        self.slots.iter_mut().for_each(Slot::rewind);
        self.here.iter_mut().for_each(Vec::clear);
        // A phrase can stand anywhere; for the rest the first places tell enough.
        let most = if self.query.phrases.is_empty() { ENOUGH } else { usize::MAX };
        // A document that lacks one word has one of the two rarest.
        let leads = &order[..order.len().min(1 + usize::from(all_but_one))];
        let mut found = Vec::new();
        let mut document = 0;
        'documents: while let Some(place) = leads.iter().filter_map(|&lead| self.slots[lead].next()).min() {
            document = seek(&self.index.starts, document, place + 1) - 1;
            let (start, end) = (self.index.starts[document], self.index.starts[document + 1]);
            let mut missing = None;
            for &slot in &order {
                self.slots[slot].seek(start);
                self.slots[slot].take(end, most, &mut self.here[slot]);
                if !self.here[slot].is_empty() {
                    continue;
                }
                if all_but_one {
                    if missing.replace(slot).is_none() {
                        continue;
                    }
                    leads.iter().for_each(|&lead| self.slots[lead].seek(end));
                    continue 'documents;
                }
                // No document before the next place of this word can hold them all.
                let Some(next) = self.slots[slot].next() else { break 'documents };
                let next = seek(&self.index.starts, document, next + 1) - 1;
                self.slots[leads[0]].seek(self.index.starts[next].max(end));
                continue 'documents;
            }
            if let Some((fit, score)) = self.judge(document, missing) {
                found.push(key(fit, score, document));
            }
        }
        found
    }

    /// How well a document fits that holds the words; `None` where a phrase is not in it.
    fn judge(&mut self, document: usize, left_out: Option<usize>) -> Option<(Fit, f32)> {
        let document = &self.index.documents[document];
        if !self.query.phrases.iter().all(|phrase| follows(&self.here[phrase.clone()])) {
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

/// Whether the words follow each other somewhere.
fn follows(words: &[Vec<Occurrence>]) -> bool {
    let Some((first, rest)) = words.split_first() else { return true };
    let mut last: Vec<Occurrence> = first.clone();
    for word in rest {
        let next = word.iter().filter(|second| last.iter().any(|first| is_next(first, second))).copied().collect();
        last = next;
    }
    !last.is_empty()
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
    fn a_key_sorts_by_fit_then_score_then_document() {
        let keys =
            [key(Fit::Exact, 1.0, 7), key(Fit::Folded, 9.0, 1), key(Fit::Folded, 2.0, 1), key(Fit::Folded, 2.0, 2)];
        assert!(keys.windows(2).all(|pair| pair[0] > pair[1]));
        assert_eq!(keys.map(document_of), [7, 1, 1, 2]);
    }
}
