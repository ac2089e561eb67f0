//! `tongket embed`: the summaries of a folder's reports into a page of the viewer.

use std::path::Path;

use tongket::format::finding_message;
use tongket::library::Collection;

use super::input;

/// The element that takes the data: from here to its end tag all is replaced.
const OPENS: &str = r#"<script type="application/json" id="tongket-data">"#;
const CLOSES: &str = "</script>";

/// Parses the reports of `folder` and writes them into `page`.
///
/// # Errors
/// The sentences that say which file could not be read or written.
pub fn run(folder: &Path, page: &Path) -> Result<(), Vec<String>> {
    let reports = input::all(input::reports(folder))?;
    let one = |message: String| vec![message];
    let html = std::fs::read_to_string(page).map_err(|error| one(format!("{}: {error}", page.display())))?;
    let html = fill(&html, &Collection::new(reports).together(finding_message).to_embedded_json())
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
