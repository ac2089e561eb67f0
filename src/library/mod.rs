//! Many reports together: what to show of them, in which order, and how to find it.
//!
//! Pure functions over [`crate::model`]. Knows no rule that read the reports, no language of the interface, no layout.
//!
//! - [`Collection`]: the reports that a page carries, and how they are read and embedded
//! - [`Figure`], [`FigureId`]: one observation together with its report, and its address
//! - [`headline`], [`growth`], [`attained`], [`parts`], [`timeline`], [`by_sector`]: what the pages list
//! - [`store`]: the same as a small index and one file for each report; [`coverage`]: how much of a report was read
//! - [`TextIndex`], [`marked_text`]: from code points to slices of a report's text
//! - [`search`]: the index over all entries, ranked, with facets and marks

mod across;
mod collection;
mod coverage;
mod figure;
mod findings;
mod fold;
mod group;
mod growth;
mod headline;
mod json;
pub mod manifest;
mod marked;
mod merit;
mod order;
mod read;
mod same;
pub mod search;
mod sentence;
mod series;
mod share;
mod stated;
pub mod store;
mod timeline;
mod words;

pub use across::{Across, Check, EventId, Group, JoinedBy, Lead, Line, Message, Origin, Sum, Value};
pub use collection::{Collection, ReadError, embedded};
pub use coverage::{Coverage, coverage};
pub use figure::{Figure, FigureId, report_title};
pub use findings::{Amount, Finding, FindingKind, Verdict, findings};
pub use fold::fold;
pub use group::by_sector;
pub use growth::{Growth, growth};
pub use headline::{HEADLINES, Headline, headline, refused};
pub use marked::{MarkedBlock, Piece, marked_text};
pub use merit::{Reason, Refusal};
pub(crate) use order::sort_by_key;
pub use search::{Found, Hit, Query, SearchIndex};
pub use sentence::{Passage, TextIndex, passage, sentences};
pub use series::{Join, Point, RANK, Series, Why, series};
pub use share::{Share, Whole, attained, parts};
pub use stated::Stated;
pub use timeline::{Entry, Source, Year, timeline, timeline_of};

#[cfg(test)]
pub(crate) mod fixture;
