//! The manifest of a folder of reports: what is known of each text besides the text itself.
//!
//! It names and it fills gaps; it never overrules what the text says of itself.

use serde::{Deserialize, Serialize};

use crate::model::{Area, Period, Report};

/// The reports of a folder, in the order in which they are published.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// One entry a report.
    pub reports: Vec<Entry>,
}

/// What is known of one report. `None`: not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The id that links point at. It must never change.
    pub id: String,
    /// The file's name in the folder.
    pub file: String,
    /// Title, where the text has none.
    #[serde(default)]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The place that reports.
    #[serde(default)]
    pub place: Option<Area>,
    /// When it was published.
    #[serde(default)]
    pub date: Option<Period>,
    /// Where it was published.
    #[serde(default)]
    pub source: Option<String>,
}

impl Entry {
    /// Gives the report its id, its place and its source, and what its text does not tell.
    pub fn complete(&self, report: &mut Report) {
        report.id.clone_from(&self.id);
        let meta = &mut report.meta;
        meta.title = meta.title.take().or_else(|| self.title.clone());
        meta.publisher = meta.publisher.take().or_else(|| self.publisher.clone());
        meta.published = meta.published.or(self.date);
        meta.area = self.place.clone().or(meta.area.take());
        meta.source_url = meta.source_url.take().or_else(|| self.source.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_gaps_and_overrules_nothing() {
        let mut report = super::super::fixture::report("x", "2023");
        report.meta.title = Some("Theirs".into());
        let entry: Entry = serde_json::from_str(
            r#"{"id": "bac-kan", "file": "a.txt", "title": "Ours", "publisher": "Sở", "date": "2023-12", "source": null}"#,
        )
        .unwrap();
        report.meta.publisher = None;
        entry.complete(&mut report);
        assert_eq!(report.id, "bac-kan");
        assert_eq!(report.meta.title.as_deref(), Some("Theirs"));
        assert_eq!(report.meta.publisher.as_deref(), Some("Sở"));
    }
}
