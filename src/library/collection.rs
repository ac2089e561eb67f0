//! The reports that a page carries: one JSON value, embedded in the page as text.
//!
//! Knows the envelope and the escaping; refuses to guess at another version.

use std::fmt;

use serde::Serialize;

use super::json::{Fields, Json, Reader};
use super::read::REPORT;
use super::search::pairs;
use super::{Across, Figure, FigureId, Finding, Message, sort_by_key};
use crate::model::{FORMAT_VERSION, Moment, Period, Report};

/// Reports in the order in which they are shown when nothing else decides.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Collection {
    /// [`FORMAT_VERSION`].
    pub version: u32,
    /// The reports.
    pub reports: Vec<Report>,
    /// What they say together, where that was computed.
    #[serde(flatten)]
    pub across: Across,
}

/// Why the embedded data could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// There was nothing to read.
    Empty,
    /// The data is of another version of the format.
    Version(u32),
    /// The data is no collection; what was expected and found.
    Broken(String),
}

impl ReadError {
    /// The code that the page and the host's messages use.
    pub fn code(&self) -> &'static str {
        "bad-data"
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Expected report data in the page, found none; build the page again."),
            Self::Version(found) => write!(
                f,
                "Expected report data of version {FORMAT_VERSION}, found version {found}; build page and data together."
            ),
            Self::Broken(reason) => {
                write!(f, "Expected report data as JSON, found something else: {reason}; build the page again.")
            }
        }
    }
}

impl std::error::Error for ReadError {}

impl Collection {
    /// No reports; unlike [`Self::new`] it brings no code that looks for what reports have in common.
    pub fn empty() -> Self {
        Self { version: FORMAT_VERSION, reports: Vec::new(), across: Across::default() }
    }

    /// Reports of the present version.
    pub fn new(reports: Vec<Report>) -> Self {
        let across = Across { forms: pairs(&reports), ..Across::default() };
        Self { version: FORMAT_VERSION, reports, across }
    }

    /// The same with what the reports say together; `say` puts a finding into words.
    #[must_use]
    pub fn together(mut self, say: impl Fn(&Finding<'_>) -> Message) -> Self {
        self.across = Across::of(&self, say);
        self
    }

    /// Reads the embedded JSON.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        let mut fields = object(json)?;
        let mut reader = Reader::default();
        let version = reader.number(&mut fields, "version") as u32;
        let reports = reader.list(&mut fields, "reports", REPORT);
        let across = Across::read(&mut reader, &mut fields);
        let versions: Vec<u32> = [version].into_iter().chain(reports.iter().map(|report| report.version)).collect();
        checked(&versions, reader, Self { version, reports, across })
    }

    /// The JSON for a `<script type="application/json">`.
    pub fn to_embedded_json(&self) -> String {
        embedded(&serde_json::to_string(self).unwrap_or_default())
    }

    /// The report of an id.
    pub fn report(&self, id: &str) -> Option<&Report> {
        self.reports.iter().find(|report| report.id == id)
    }

    /// The observation of an address.
    pub fn figure(&self, id: &FigureId) -> Option<Figure<'_>> {
        Figure::of(self.report(&id.report)?, &id.observation)
    }

    /// The headline figures of a report, as they were chosen when the collection was made.
    pub fn headlines(&self, report: &str) -> Vec<Figure<'_>> {
        let lead = self.across.headlines.iter().find(|lead| lead.report == report);
        let ids = lead.into_iter().flat_map(|lead| &lead.observations);
        let id = |observation: &String| FigureId { report: report.to_owned(), observation: observation.clone() };
        ids.filter_map(|observation| self.figure(&id(observation))).collect()
    }

    /// All reports, newest first: by the day of publication, else by the period they report on.
    pub fn newest_first(&self) -> Vec<&Report> {
        let mut reports: Vec<&Report> = self.reports.iter().collect();
        sort_by_key(&mut reports, |report| std::cmp::Reverse(day_of(report.meta.dated())));
        reports
    }
}

/// JSON as it can stand in an element of a page: no `<` that could end the element, no line separator (U+2028, U+2029) that
/// an old reader of scripts would take for a line end.
pub fn embedded(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            _ => out.push(c),
        }
    }
    out
}

/// The last day that a report's date can mean; reports with no date at all come last.
pub(super) fn day_of(dated: Option<Period>) -> Option<(u16, u8, u8)> {
    dated.map(|period| Moment::last_day(period.end()))
}

/// What was read, unless it is of another version or not as expected; data of another version is not as expected anyway,
/// and its version says why.
pub(super) fn checked<T>(versions: &[u32], reader: Reader, read: T) -> Result<T, ReadError> {
    let others = || versions.iter().copied().filter(|&version| version != FORMAT_VERSION);
    // A version that is missing is read as nought, and then it is not as expected.
    match (others().find(|&version| version != 0), reader.wrong, others().next()) {
        (Some(other), ..) | (None, None, Some(other)) => Err(ReadError::Version(other)),
        (None, Some(wrong), _) => Err(ReadError::Broken(wrong)),
        (None, None, None) => Ok(read),
    }
}

/// The fields of the JSON object that a text is.
pub(super) fn object(json: &str) -> Result<Fields<'_>, ReadError> {
    if json.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    match serde_json::from_str(json) {
        Ok(Json::Object(fields)) => Ok(fields),
        Ok(_) => Err(ReadError::Broken("no object".into())),
        // As in `Reader::expected`.
        Err(error) => Err(ReadError::Broken(if cfg!(feature = "csr") { String::new() } else { error.to_string() })),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::report;
    use super::*;

    #[test]
    fn comes_back_from_the_page_as_it_was() {
        let all = Collection::new(vec![report("a", "một </script><!-- \u{2028}\u{2029} hai")]);
        let json = all.to_embedded_json();
        assert!(!json.contains('<') && !json.contains('\u{2028}') && !json.contains('\u{2029}'));
        assert_eq!(Collection::read(&json), Ok(all));
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(Collection::read(" \n"), Err(ReadError::Empty));
        assert_eq!(Collection::read(r#"{"version":2,"reports":[]}"#), Err(ReadError::Version(2)));
        assert_eq!(Collection::read(r#"{"version":7,"things":{}}"#), Err(ReadError::Version(7)));
        assert_eq!(Collection::read(r#"{"version":0,"reports":[]}"#), Err(ReadError::Version(0)));
        assert!(matches!(Collection::read(r#"{"reports":[]}"#), Err(ReadError::Broken(_))));
        assert!(matches!(Collection::read(r#"{"version":1,"reports":"#), Err(ReadError::Broken(_))));
        let sentence = ReadError::Version(2).to_string();
        assert!(sentence.contains("version 1") && sentence.contains("version 2"), "{sentence}");
        assert_eq!(ReadError::Empty.code(), "bad-data");
    }

    #[test]
    fn a_report_of_another_version_is_refused_too() {
        for version in [0, 3] {
            let mut old = report("a", "");
            old.version = version;
            let json = Collection::new(vec![old]).to_embedded_json();
            assert_eq!(Collection::read(&json), Err(ReadError::Version(version)));
        }
    }

    #[test]
    fn the_newest_comes_first_and_the_undated_last() {
        let dated = |id: &str, published: Option<&str>, period: Option<&str>| {
            let mut r = report(id, "");
            r.meta.published = published.map(|p| p.parse().unwrap());
            r.meta.period = period.map(|p| p.parse().unwrap());
            r
        };
        let all = Collection::new(vec![
            dated("none", None, None),
            dated("half", None, Some("2021-S1")),
            dated("january", Some("2021-01-13"), Some("2020")),
            dated("last", Some("2023-12"), None),
        ]);
        let order: Vec<_> = all.newest_first().iter().map(|r| r.id.as_str()).collect();
        assert_eq!(order, ["last", "half", "january", "none"]);
    }
}
