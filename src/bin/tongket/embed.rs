//! `tongket embed`: the summaries of a folder's reports into a page of the viewer.

use std::path::Path;

use rayon::prelude::*;
use tongket::library::Collection;
use tongket::library::manifest::Manifest;
use tongket::model::Report;

use super::input;

/// The element that takes the data: from here to its end tag all is replaced.
const OPENS: &str = r#"<script type="application/json" id="tongket-data">"#;
const CLOSES: &str = "</script>";

/// Parses the reports of `folder` and writes them into `page`.
///
/// # Errors
/// The sentences that say which file could not be read or written.
pub fn run(folder: &Path, page: &Path) -> Result<(), Vec<String>> {
    let reports = reports(folder)?;
    let one = |message: String| vec![message];
    let html = std::fs::read_to_string(page).map_err(|error| one(format!("{}: {error}", page.display())))?;
    let html = fill(&html, &Collection::new(reports).to_embedded_json())
        .ok_or_else(|| one(format!("{}: expected an element {OPENS}{CLOSES}, found none", page.display())))?;
    std::fs::write(page, html).map_err(|error| one(format!("{}: {error}", page.display())))
}

fn fill(html: &str, json: &str) -> Option<String> {
    // A minifier may drop the quotation marks of the attributes.
    let bare = OPENS.replace('"', "");
    let at = html.find(OPENS).map(|at| at + OPENS.len()).or_else(|| html.find(&bare).map(|at| at + bare.len()))?;
    let end = at + html[at..].find(CLOSES)?;
    Some(format!("{}{json}{}", &html[..at], &html[end..]))
}

/// The reports of a folder: those of its manifest in that order, else all its texts.
fn reports(folder: &Path) -> Result<Vec<Report>, Vec<String>> {
    let path = folder.join("manifest.json");
    if !path.exists() {
        let files = input::texts(folder).map_err(|message| vec![message])?;
        return gather(files.par_iter().map(|file| input::report(file)).collect());
    }
    let failed = |reason: &dyn std::fmt::Display| vec![format!("{}: {reason}", path.display())];
    let json = std::fs::read_to_string(&path).map_err(|error| failed(&error))?;
    let manifest: Manifest = serde_json::from_str(&json).map_err(|error| failed(&error))?;
    let complete = |entry: &tongket::library::manifest::Entry| {
        input::report(&folder.join(&entry.file)).map(|mut report| {
            entry.complete(&mut report);
            report
        })
    };
    gather(manifest.reports.par_iter().map(complete).collect())
}

fn gather(results: Vec<Result<Report, String>>) -> Result<Vec<Report>, Vec<String>> {
    let mut failures = Vec::new();
    let reports =
        results.into_iter().filter_map(|result| result.map_err(|message| failures.push(message)).ok()).collect();
    if failures.is_empty() { Ok(reports) } else { Err(failures) }
}
