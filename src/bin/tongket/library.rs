//! `tongket library`: what many reports say together, as one JSON object.

use std::path::PathBuf;

use serde::Serialize;
use tongket::format::finding_message;
use tongket::library::store::Counts;
use tongket::library::{Across, Collection, Coverage, coverage, report_title};
use tongket::model::{Area, FORMAT_VERSION, Period, Report};

use super::input;

/// Prints the library of all inputs: texts, folders of texts, or summaries as NDJSON.
///
/// # Errors
/// The sentences that say which inputs could not be read; the library of the others is still printed.
pub fn run(inputs: &[PathBuf], pretty: bool) -> Result<(), Vec<String>> {
    let (reports, mut failures) = input::sorted(inputs.iter().flat_map(|input| input::reports(input)).collect());
    let collection = Collection::new(reports).together(finding_message);
    let document = Document {
        version: FORMAT_VERSION,
        reports: collection.reports.iter().map(entry).collect(),
        across: &collection.across,
    };
    failures.extend(input::print_json(&document, pretty).err());
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    reports: Vec<Entry<'a>>,
    #[serde(flatten)]
    across: &'a Across,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    title: String,
    published: Option<Period>,
    publisher: Option<&'a str>,
    period: Option<Period>,
    area: Option<&'a Area>,
    counts: Counts,
    coverage: Coverage,
}

fn entry(report: &Report) -> Entry<'_> {
    Entry {
        id: &report.id,
        title: report_title(report),
        published: report.meta.published,
        publisher: report.meta.publisher.as_deref(),
        period: report.meta.period,
        area: report.meta.area.as_ref(),
        counts: Counts::of(report),
        coverage: coverage(report),
    }
}
