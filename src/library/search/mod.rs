//! Search over all that reports tell: figures, events, tasks, the reports themselves, and sentences that hold none of these.
//!
//! Every word of a [`Query`] must be there, marks or not; what is typed with marks finds these first. The order is that
//! of BM25 with weighted fields, and words that stand side by side as typed count more. Abbreviations find what they
//! stand for and the other way round; a typo is forgiven where little else is found. Knows finished reports only, and
//! no words besides the abbreviations and the names of places.
//!
//! - `word`: what a word is, and when two are the same
//! - `terms`: all words with their places
//! - [`SearchIndex`]: entries as fields of words
//! - [`Query`]: what was typed; [`Query::highlights`] marks it in a text
//! - `rank`: what is found, best first: [`Hits`]
//! - [`Facets`], [`Narrow`]: counting and narrowing

mod facet;
mod forms;
mod highlight;
mod index;
mod query;
mod rank;
mod slot;
mod terms;
mod word;

pub use facet::{Facet, Facets, Kind, Narrow, UnitClass};
pub use forms::{Pair, pairs};
pub use index::SearchIndex;
pub use query::Query;
pub use rank::Hits;

use super::Figure;
use crate::model::{Event, Report, Task};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found<'a> {
    /// A figure, by its indicator, its quote or its sentence.
    Figure(Figure<'a>),
    /// An event and its report.
    Event(&'a Report, &'a Event),
    /// A task and its report.
    Task(&'a Report, &'a Task),
    /// A report, by its title, its publisher, its place or its period.
    Report(&'a Report),
    /// A sentence that no figure, event or task stands in.
    Sentence(&'a Report, Sentence<'a>),
}

/// A sentence of a report's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sentence<'a> {
    /// Its number in the text, as [`Piece::sentence`](super::Piece) has it.
    pub number: usize,
    /// Its words.
    pub text: &'a str,
}

impl<'a> Found<'a> {
    /// The report that it stands in.
    pub fn report(self) -> &'a Report {
        match self {
            Self::Figure(figure) => figure.report,
            Self::Event(report, _) | Self::Task(report, _) | Self::Sentence(report, _) | Self::Report(report) => report,
        }
    }
}

/// Something found, and how well it fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<'a> {
    /// What.
    pub found: Found<'a>,
    /// Whether every word stands there as typed, marks and all; a query without marks asks for none.
    pub exact: bool,
}

#[cfg(test)]
mod tests;
