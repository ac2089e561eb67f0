//! `tongket parse`: reports to NDJSON, in parallel, printed in the order given.

use std::path::PathBuf;

use rayon::prelude::*;

use super::{input, progress};

/// How many reports are parsed before they are printed: enough for all cores, little enough to keep in memory.
const BATCH: usize = 64;

/// Prints the summaries of all inputs.
///
/// # Errors
/// The sentences that say which inputs could not be read.
pub fn run(inputs: &[PathBuf], pretty: bool) -> Result<(), Vec<String>> {
    let files = input::expand(inputs);
    let progress = progress::bar(files.len());
    let mut failures = Vec::new();
    for batch in files.chunks(BATCH) {
        let printed: Vec<Result<String, String>> =
            batch.par_iter().map(|file| file.clone().and_then(|path| line(&path, pretty))).collect();
        for result in printed {
            progress.inc(1);
            match result {
                Ok(line) => {
                    if let Err(message) = progress.suspend(|| input::print(&line)) {
                        failures.push(message);
                        return Err(failures);
                    }
                }
                Err(message) => failures.push(message),
            }
        }
    }
    progress.finish_and_clear();
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

fn line(path: &std::path::Path, pretty: bool) -> Result<String, String> {
    let report = input::report(path)?;
    let json = if pretty { serde_json::to_string_pretty(&report) } else { serde_json::to_string(&report) };
    json.map_err(|error| format!("{}: {error}", path.display()))
}
