//! The data of a page that does not carry its reports: all of them in one file that is read line by line, and each by
//! itself with what the others say of it.

use super::{short_hash, text};
use crate::library::store::{report_json, safe_name};
use crate::library::{Across, Collection};
use crate::model::Report;
use crate::publish::File;

/// What the page itself carries then.
pub const NONE: &str = r#"{"version":1,"reports":[]}"#;

/// Everything: a first line with what the reports say together, then a report a line. Its name tells its content, so that a
/// cache may keep it for ever.
pub fn all(collection: &Collection) -> File {
    let together = Collection { version: collection.version, reports: Vec::new(), across: collection.across.clone() };
    let mut lines = serde_json::to_string(&together).unwrap_or_default() + "\n";
    collection.reports.iter().for_each(|report| lines += &report_json(report));
    let hash = short_hash([lines.as_bytes()]);
    text(format!("data/all-{hash}.json"), lines)
}

/// Each report with the series, checks, headlines and events that name it.
pub fn views(collection: &Collection) -> impl Iterator<Item = File> + '_ {
    collection.reports.iter().map(|report| {
        let across = about(&collection.across, report);
        let view = Collection { version: collection.version, reports: vec![report.clone()], across };
        let json = serde_json::to_string(&view).unwrap_or_default();
        text(format!("data/view/{}.json", safe_name(&report.id)), json + "\n")
    })
}

fn about(across: &Across, report: &Report) -> Across {
    let of_it = |id: &str| id == report.id;
    let series = across.series.iter();
    let series = series.filter(|line| line.points.iter().flat_map(|point| &point.from).any(|from| of_it(&from.report)));
    let findings = across.findings.iter();
    let findings = findings.filter(|finding| finding.observations.iter().any(|from| of_it(&from.report)));
    Across {
        series: series.cloned().collect(),
        findings: findings.cloned().collect(),
        headlines: across.headlines.iter().filter(|lead| of_it(&lead.report)).cloned().collect(),
        events: across
            .events
            .iter()
            .filter(|group| group.told.iter().any(|told| of_it(&told.report)))
            .cloned()
            .collect(),
        forms: Vec::new(),
    }
}
