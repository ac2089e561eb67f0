//! Reads Vietnamese official reports.
#![warn(missing_docs)]

pub mod chart;
pub mod format;
pub mod lexicon;
pub mod library;
pub mod model;
pub mod rules;
pub mod summarize;
pub mod text;
pub mod token;
#[cfg(feature = "view")]
pub mod view;
