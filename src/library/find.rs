//! Folded search over figures, events and tasks: every word of the query must be there, marks or not.
//!
//! Words typed with their marks rank exact matches first. Knows no spelling variants beyond folding.

use std::ops::Range;

use super::fold::{fold, fold_char};
use super::{Collection, Figure, sort_by_key};
use crate::model::{Event, Report, Task};
use crate::text::case::lowercase;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found<'a> {
    /// A figure, by its indicator or its quote.
    Figure(Figure<'a>),
    /// An event and its report.
    Event(&'a Report, &'a Event),
    /// A task and its report.
    Task(&'a Report, &'a Task),
}

/// Something found, and how well it fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<'a> {
    /// What.
    pub found: Found<'a>,
    /// Whether the words stand there exactly as typed, marks and all.
    pub exact: bool,
}

struct Document<'a> {
    found: Found<'a>,
    lower: String,
    folded: String,
}

/// The folded words of a collection.
pub struct SearchIndex<'a> {
    documents: Vec<Document<'a>>,
}

impl<'a> SearchIndex<'a> {
    /// Folds everything once.
    pub fn new(collection: &'a Collection) -> Self {
        let mut index = Self { documents: Vec::new() };
        for report in collection.newest_first() {
            for figure in Figure::all_of(report) {
                index.add(Found::Figure(figure), &[figure.indicator(), &figure.observation.quote]);
            }
            for event in &report.events {
                index.add(Found::Event(report, event), &[&event.title, &event.quote]);
            }
            for task in &report.tasks {
                index.add(Found::Task(report, task), &[&task.quote]);
            }
        }
        index
    }

    fn add(&mut self, found: Found<'a>, texts: &[&str]) {
        let lower = lowercase(&texts.join("\n"));
        let folded = fold(&lower);
        self.documents.push(Document { found, lower, folded });
    }

    /// What holds every word of the query: exact matches first, else newest first. An empty query finds nothing.
    pub fn find(&self, query: &str) -> Vec<Hit<'a>> {
        let lower = lowercase(query);
        let typed: Vec<&str> = lower.split_whitespace().collect();
        let folded: Vec<String> = typed.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect();
        if folded.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit<'a>> = self
            .documents
            .iter()
            .filter(|document| folded.iter().all(|word| places(&document.folded, word).next().is_some()))
            .map(|document| Hit {
                found: document.found,
                exact: typed.iter().all(|word| places(&document.lower, word).next().is_some()),
            })
            .collect();
        sort_by_key(&mut hits, |hit| !hit.exact);
        hits
    }
}

/// Where a word stands in a text, in bytes. What begins as a letter in UTF-8 is one, so bytes may be compared.
fn places(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let windows = text.as_bytes().windows(word.len().max(1)).enumerate();
    windows.filter(move |(_, window)| *window == word.as_bytes()).map(|(at, _)| at)
}

/// Where the words of a query stand in a text, as ranges of bytes in order, none overlapping.
pub fn highlights(text: &str, query: &str) -> Vec<Range<usize>> {
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded text, the range of the text that it came from.
    let mut from: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        match fold_char(c) {
            Some(f) => {
                folded.push(f);
                from.resize(folded.len(), start..end);
            }
            // A combining mark belongs to the letter before it.
            None => from.iter_mut().rev().take(1).for_each(|range| range.end = end),
        }
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in query.split_whitespace().map(fold).filter(|word| !word.is_empty()) {
        for at in places(&folded, &word) {
            found.push(from[at].start..from[at + word.len() - 1].end);
        }
    }
    sort_by_key(&mut found, |range| (range.start, std::cmp::Reverse(range.end)));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in found {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{observation, report};
    use super::*;
    use crate::model::Sector;

    fn collection() -> Collection {
        let mut r = report("a", "");
        for (id, indicator) in
            [("o1", "Thuê bao điện thoại di động"), ("o2", "Doanh thu bưu chính"), ("o3", "dien thoai co dinh")]
        {
            let mut o = observation(id, "75%", 0, Sector::Telecom);
            o.indicator = Some(indicator.into());
            r.observations.push(o);
        }
        Collection::new(vec![r])
    }

    fn ids(query: &str) -> Vec<String> {
        let all = collection();
        let index = SearchIndex::new(&all);
        index
            .find(query)
            .iter()
            .map(|hit| match hit.found {
                Found::Figure(f) => f.observation.id.clone(),
                _ => String::new(),
            })
            .collect()
    }

    #[test]
    fn every_word_must_be_there_marks_or_not() {
        assert_eq!(ids("dien thoai"), ["o3", "o1"]);
        assert_eq!(ids("điện thoại"), ["o1", "o3"]);
        assert_eq!(ids("  BƯU   75 "), ["o2"]);
        assert!(ids("bưu điện").is_empty());
        assert!(ids("  ").is_empty());
    }

    #[test]
    fn marks_what_matched() {
        let text = "Điện thoại, điện báo";
        let parts: Vec<&str> = highlights(text, "dien thoai").into_iter().map(|r| &text[r]).collect();
        assert_eq!(parts, ["Điện", "thoại", "điện"]);
        assert!(highlights("abc", "").is_empty());
        let decomposed = "die\u{302}\u{323}n";
        assert_eq!(highlights(decomposed, "dien"), vec![0..decomposed.len()]);
    }
}
