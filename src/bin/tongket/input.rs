//! Where reports come from: files, folders, standard input. Every failure names the file and says what to do.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tongket::library::Collection;
use tongket::library::manifest::{Entry, Manifest};
use tongket::model::{FORMAT_VERSION, Report};
use tongket::summarize::parse_bytes;

/// The name that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

/// The text files that some inputs stand for: a folder for its `*.txt` by name.
pub fn expand(inputs: &[PathBuf]) -> Vec<Result<PathBuf, String>> {
    let mut files = Vec::new();
    for input in inputs {
        if !input.is_dir() {
            files.push(Ok(input.clone()));
            continue;
        }
        match texts(input) {
            Ok(found) => files.extend(found.into_iter().map(Ok)),
            Err(message) => files.push(Err(message)),
        }
    }
    files
}

/// The `*.txt` of a folder, by name; none is a failure.
pub fn texts(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) && path.is_file())
        .collect();
    found.sort();
    if found.is_empty() {
        Err(format!("{}: expected *.txt in the folder, found none", folder.display()))
    } else {
        Ok(found)
    }
}

/// Reads and parses one report.
pub fn report(path: &Path) -> Result<Report, String> {
    let (bytes, name) = bytes(path)?;
    parsed(path, &bytes, name.as_deref())
}

fn parsed(path: &Path, bytes: &[u8], name: Option<&str>) -> Result<Report, String> {
    parse_bytes(bytes, name).map_err(|error| format!("{}: {error}", place(path)))
}

/// What a failure calls an input.
fn place(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The bytes of an input, with the name of its file.
fn bytes(path: &Path) -> Result<(Vec<u8>, Option<String>), String> {
    if path == Path::new(STANDARD_INPUT) {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| format!("standard input: {error}"))?;
        return Ok((bytes, None));
    }
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Ok((bytes, Some(name.unwrap_or_default())))
}

/// The reports of one input: a folder (those of its manifest in that order, else all its texts), a text, or summaries as
/// NDJSON. What cannot be read is said in its place.
pub fn reports(path: &Path) -> Vec<Result<Report, String>> {
    if path.is_dir() {
        return folder(path).unwrap_or_else(|message| vec![Err(message)]);
    }
    let (bytes, name) = match bytes(path) {
        Ok(read) => read,
        Err(message) => return vec![Err(message)],
    };
    if bytes.iter().find(|b| !b.is_ascii_whitespace()) != Some(&b'{') {
        return vec![parsed(path, &bytes, name.as_deref())];
    }
    let place = place(path);
    let lines: Vec<&[u8]> = bytes.split(|&b| b == b'\n').collect();
    let read = |(at, line): (usize, &&[u8])| {
        let said = |reason: String| format!("{place}: line {}: {reason}", at + 1);
        let empty = line.iter().all(u8::is_ascii_whitespace);
        (!empty).then(|| summary(line).map_err(said))
    };
    lines.par_iter().enumerate().filter_map(read).collect()
}

fn folder(folder: &Path) -> Result<Vec<Result<Report, String>>, String> {
    let path = folder.join("manifest.json");
    if !path.exists() {
        return Ok(texts(folder)?.par_iter().map(|file| report(file)).collect());
    }
    let failed = |reason: &dyn std::fmt::Display| format!("{}: {reason}", path.display());
    let json = std::fs::read_to_string(&path).map_err(|error| failed(&error))?;
    let manifest: Manifest = serde_json::from_str(&json).map_err(|error| failed(&error))?;
    let complete = |entry: &Entry| {
        report(&folder.join(&entry.file)).map(|mut report| {
            entry.complete(&mut report);
            report
        })
    };
    Ok(manifest.reports.par_iter().map(complete).collect())
}

/// What was read, and the sentences that say what was not.
pub fn sorted(results: Vec<Result<Report, String>>) -> (Vec<Report>, Vec<String>) {
    let mut failures = Vec::new();
    let read = results.into_iter().filter_map(|result| result.map_err(|message| failures.push(message)).ok());
    (read.collect(), failures)
}

/// All reports, or what could not be read.
pub fn all(results: Vec<Result<Report, String>>) -> Result<Vec<Report>, Vec<String>> {
    let (reports, failures) = sorted(results);
    if failures.is_empty() { Ok(reports) } else { Err(failures) }
}

/// One summary as a line of JSON.
fn summary(line: &[u8]) -> Result<Report, String> {
    let line = std::str::from_utf8(line).map_err(|error| format!("expected UTF-8: {error}"))?;
    let read = Collection::read(&format!(r#"{{"version":{FORMAT_VERSION},"reports":[{line}]}}"#));
    let mut reports = read.map_err(|error| error.to_string())?.reports;
    reports.pop().ok_or_else(|| "expected a summary".to_owned())
}

/// Writes to standard output; a reader that went away (`| head`) is no failure.
pub fn print(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        Err(_) => std::process::exit(0),
        Ok(()) => Ok(()),
    }
}
