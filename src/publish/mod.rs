//! What stands beside the page for other programs: tables and their description, oEmbed, a feed, a map of the site,
//! pictures for links, and what search engines read.
//!
//! From finished reports to the bytes of files; where these are kept is not known here, nor is the page itself. Nothing tells
//! the time of the build: the same reports give the same bytes. None of it is part of the viewer in the browser.
//!
//! | file | what it is | needs the address of the site |
//! | --- | --- | --- |
//! | `data/index.json`, `data/reports/ID.json` | the reports, as `tongket split` writes them | |
//! | `data/observations.csv`, `data/reports/ID.csv` | all figures as a table, of all reports and of one | |
//! | `datapackage.json` | the description of these (Frictionless Data Package 2) | |
//! | `pictures/ID.png` | what a chat shows of a link (1200 × 630) | |
//! | `oembed/ID.json`, `oembed/ID/oN.json` | oEmbed of a report and of each of its headline figures | yes |
//! | `feed.xml` | the newest reports (Atom) | yes |
//! | `sitemap.xml` | the pages of the site | yes |
//!
//! Formats that must name places absolutely are left out where the address of the site is not known, rather than written
//! with a wrong one.

mod base;
mod column;
mod feed;
mod linked;
mod oembed;
mod package;
mod picture;
mod sitemap;
mod table;
mod told;
mod xml;

use rayon::prelude::*;

use crate::library::Collection;
use crate::library::store::{Index, report_json};

pub use base::{Base, BaseError};
pub use linked::{json_ld, report_json_ld};
pub use picture::{HEIGHT as PICTURE_HEIGHT, WIDTH as PICTURE_WIDTH};
pub use table::unguarded;
use told::{Told, data_path, distinct};
pub use told::{report_oembed_path, report_page_path, report_picture_path, report_table_path};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path from the root of the site, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// The files that stand beside the page, always in the same order. Of reports that share an id, which no folder gives, the
/// first is taken, because their files would be one.
pub fn files(collection: &Collection, base: Option<&Base>) -> Vec<File> {
    let reports = distinct(&collection.reports);
    let told: Vec<Told<'_>> = reports.into_par_iter().map(|report| Told::new(report, collection)).collect();
    let mut files = data(&told);
    files.push(File::new(package::PATH, package::describe(&told, &files, base)));
    files.par_extend(told.par_iter().map(|told| File::new(told.picture_path(), picture::png(told, base))));
    if let Some(base) = base {
        files.extend(told.iter().flat_map(|told| oembed::files(told, base)));
        files.push(File::new(feed::PATH, feed::atom(&told, base)));
        files.push(File::new(sitemap::PATH, sitemap::sitemap(&told, base)));
    }
    files
}

/// A text for an attribute of HTML or between its tags.
pub fn in_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// The table of all figures first, then the index, then the reports, each as JSON and as a table of its own.
fn data(told: &[Told<'_>]) -> Vec<File> {
    let rows: Vec<Vec<u8>> = told.par_iter().map(|told| table::rows(told.report)).collect();
    let mut files = vec![
        File::new(package::TABLE, table::table(&rows)),
        File::new(data_path("index.json"), Index::new(told.iter().map(|told| told.report)).to_json()),
    ];
    for (told, rows) in told.iter().zip(&rows) {
        files.push(File::new(told.json_path(), report_json(told.report)));
        files.push(File::new(told.table_path(), table::table([rows])));
    }
    files
}

#[cfg(test)]
mod tests;
