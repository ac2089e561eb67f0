//! `tongket split`: a folder's reports as a small index and one file for each, for sites that load what is opened.
//!
//! A file is written only where its bytes change, so that whatever carries the folder on has only the new to carry.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tongket::library::store::{Card, Index, report_json, report_path};
use tongket::model::Report;

use super::{input, output};

/// The name of the index in the folder written to.
const INDEX: &str = "index.json";

/// Writes all reports of a folder, and takes away the files of reports that are no longer there.
///
/// # Errors
/// The sentences that say which file could not be read or written.
pub fn run(folder: &Path, out: &Path) -> Result<(), Vec<String>> {
    let reports = input::all(input::reports(folder))?;
    distinct(&reports)?;
    let before = if out.join(INDEX).exists() { index(out)? } else { Index::default() };
    let cards = write_all(&reports, out)?;
    let after = Index::of(cards);
    let kept: Vec<&str> = after.cards.iter().map(|card| card.id.as_str()).collect();
    for gone in before.cards.iter().filter(|card| !kept.contains(&card.id.as_str())) {
        let path = out.join(report_path(&gone.id));
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(one(&path, &error)),
            _ => {}
        }
    }
    write(&out.join(INDEX), &after.to_json())
}

/// Puts some reports into a folder written before: reads its index and no other report.
///
/// # Errors
/// The sentences that say which file could not be read or written.
pub fn add(files: &[PathBuf], out: &Path) -> Result<(), Vec<String>> {
    let mut index = index(out)?;
    let reports = input::all(files.par_iter().map(|file| input::report(file)).collect())?;
    distinct(&reports)?;
    for card in write_all(&reports, out)? {
        index.put(card);
    }
    write(&out.join(INDEX), &index.to_json())
}

fn index(out: &Path) -> Result<Index, Vec<String>> {
    let path = out.join(INDEX);
    let json = std::fs::read_to_string(&path).map_err(|error| one(&path, &error))?;
    Index::read(&json).map_err(|error| one(&path, &error))
}

/// Two reports of one id would be one file.
fn distinct(reports: &[Report]) -> Result<(), Vec<String>> {
    let mut seen: HashMap<&str, &Report> = HashMap::new();
    let name = |report: &Report| report.meta.file.clone().unwrap_or_else(|| "a report".into());
    let twice = reports.iter().filter_map(|report| {
        let other = seen.insert(&report.id, report)?;
        let (a, b) = (name(other), name(report));
        Some(format!("{a} and {b}: expected an id of its own for each report, found {} for both", report.id))
    });
    let twice: Vec<String> = twice.collect();
    if twice.is_empty() { Ok(()) } else { Err(twice) }
}

fn write_all(reports: &[Report], out: &Path) -> Result<Vec<Card>, Vec<String>> {
    let folder = out.join("reports");
    std::fs::create_dir_all(&folder).map_err(|error| one(&folder, &error))?;
    reports
        .par_iter()
        .map(|report| write(&out.join(report_path(&report.id)), &report_json(report)).map(|()| Card::new(report)))
        .collect()
}

fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    output::write(path, text.as_bytes()).map_err(|message| vec![message])
}

fn one(path: &Path, reason: &dyn std::fmt::Display) -> Vec<String> {
    vec![format!("{}: {reason}", path.display())]
}
