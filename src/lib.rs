//! Reads Vietnamese official reports.
#![warn(missing_docs)]

pub mod chart;
pub mod format;
pub mod lexicon;
pub mod library;
pub mod model;
#[cfg(feature = "cli")]
pub mod publish;
pub mod rules;
#[cfg(all(feature = "cli", not(feature = "csr")))]
pub mod site;
pub mod summarize;
pub mod text;
pub mod token;
#[cfg(feature = "view")]
pub mod view;
