//! Where reports come from: files, folders, standard input. Every failure names the file and says what to do.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, StdoutLock, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;
use tongket::library::Collection;
use tongket::library::manifest::{Entry, Manifest};
use tongket::model::{FORMAT_VERSION, Report};
use tongket::summarize::parse_bytes;

use super::progress;

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
    open(path).map_err(|error| failed(path, &error)).and_then(|opened| text(path, opened))
}

/// What a failure calls an input.
fn place(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) { "standard input".to_owned() } else { path.display().to_string() }
}

/// An input with its first line that says something, and the name of its file.
struct Opened {
    first: Vec<u8>,
    rest: Box<dyn BufRead>,
    name: Option<String>,
}

fn open(path: &Path) -> io::Result<Opened> {
    let (mut rest, name): (Box<dyn BufRead>, _) = if path == Path::new(STANDARD_INPUT) {
        (Box::new(BufReader::new(io::stdin())), None)
    } else {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        (Box::new(BufReader::new(File::open(path)?)), Some(name.unwrap_or_default()))
    };
    let mut first = Vec::new();
    while first.iter().all(u8::is_ascii_whitespace) && rest.read_until(b'\n', &mut first)? > 0 {}
    Ok(Opened { first, rest, name })
}

/// The reports of one input: a folder (those of its manifest in that order, else all its texts), a text, or summaries as
/// NDJSON. What cannot be read is said in its place.
pub fn reports(path: &Path) -> Vec<Result<Report, String>> {
    if path.is_dir() {
        return folder(path).unwrap_or_else(|message| vec![Err(message)]);
    }
    match open(path).map_err(|error| failed(path, &error)) {
        Ok(opened) if opened.first.trim_ascii_start().starts_with(b"{") => summaries(path, opened),
        opened => vec![opened.and_then(|opened| text(path, opened))],
    }
}

/// One text.
fn text(path: &Path, Opened { first: mut bytes, mut rest, name }: Opened) -> Result<Report, String> {
    rest.read_to_end(&mut bytes).map_err(|error| failed(path, &error))?;
    parse_bytes(&bytes, name.as_deref()).map_err(|error| failed(path, &error))
}

/// Summaries, a line each. They are far longer than what is kept of them, so only some lines at a time are in memory.
fn summaries(path: &Path, Opened { first, rest, .. }: Opened) -> Vec<Result<Report, String>> {
    const AT_ONCE: usize = 64;
    let mut lines = first.chain(rest).split(b'\n').enumerate();
    let mut all = Vec::new();
    loop {
        let some: Vec<_> = lines.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return all;
        }
        let read = |(at, line): (usize, io::Result<Vec<u8>>)| {
            let line = line.map_err(|error| error.to_string());
            let empty = line.as_ref().is_ok_and(|line| line.iter().all(u8::is_ascii_whitespace));
            let said = |reason: String| format!("{}: line {}: {reason}", place(path), at + 1);
            (!empty).then(|| line.and_then(|line| summary(&line)).map_err(said))
        };
        all.par_extend(some.into_par_iter().filter_map(read));
    }
}

/// The sentence that an input could not be read, and why.
fn failed(path: &Path, reason: &dyn std::fmt::Display) -> String {
    format!("{}: {reason}", place(path))
}

fn folder(folder: &Path) -> Result<Vec<Result<Report, String>>, String> {
    let path = folder.join("manifest.json");
    if !path.exists() {
        let files = texts(folder)?;
        let bar = progress::bar(files.len());
        let read = files.par_iter().map(|file| report(file)).inspect(|_| bar.inc(1)).collect();
        bar.finish_and_clear();
        return Ok(read);
    }
    let json = std::fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let manifest: Manifest = serde_json::from_str(&json).map_err(|error| failed(&path, &error))?;
    let complete = |entry: &Entry| {
        report(&folder.join(&entry.file)).map(|mut report| {
            entry.complete(&mut report);
            report
        })
    };
    let bar = progress::bar(manifest.reports.len());
    let read = manifest.reports.par_iter().map(complete).inspect(|_| bar.inc(1)).collect();
    bar.finish_and_clear();
    Ok(read)
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

/// Writes a line to standard output; a reader that went away (`| head`) is no failure.
pub fn print(line: &str) -> Result<(), String> {
    written(|out| writeln!(out, "{line}"))
}

/// Writes a value to standard output as JSON, as it is made: of thousands of reports the text would be as large again.
pub fn print_json(value: &impl Serialize, pretty: bool) -> Result<(), String> {
    written(|out| {
        let to = &mut *out;
        if pretty { serde_json::to_writer_pretty(to, value) } else { serde_json::to_writer(to, value) }?;
        writeln!(out)
    })
}

fn written(write: impl FnOnce(&mut BufWriter<StdoutLock<'_>>) -> io::Result<()>) -> Result<(), String> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        Err(_) => std::process::exit(0),
        Ok(()) => Ok(()),
    }
}
