//! Where reports come from: files, folders, standard input. Every failure names the file and says what to do.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use tongket::model::Report;
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
            Ok(found) if found.is_empty() => {
                files.push(Err(format!("{}: expected *.txt in the folder, found none", input.display())));
            }
            Ok(found) => files.extend(found.into_iter().map(Ok)),
            Err(message) => files.push(Err(message)),
        }
    }
    files
}

/// The `*.txt` of a folder, by name.
pub fn texts(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) && path.is_file())
        .collect();
    found.sort();
    Ok(found)
}

/// Reads and parses one report.
pub fn report(path: &Path) -> Result<Report, String> {
    let failed = |reason: &dyn std::fmt::Display| format!("{}: {reason}", path.display());
    if path == Path::new(STANDARD_INPUT) {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| format!("standard input: {error}"))?;
        return parse_bytes(&bytes, None).map_err(|error| format!("standard input: {error}"));
    }
    let bytes = std::fs::read(path).map_err(|error| failed(&error))?;
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    parse_bytes(&bytes, name.as_deref()).map_err(|error| failed(&error))
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
