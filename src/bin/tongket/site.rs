//! `tongket site`: a folder's reports as a static site.

use std::path::Path;

use tongket::format::finding_message;
use tongket::library::Collection;
use tongket::publish::File;
use tongket::site::{Choices, Shell, site};

use super::input;
use super::output::write;

/// The page of the viewer's folder.
const PAGE: &str = "index.html";

/// Writes the site of a folder's reports.
///
/// # Errors
/// The sentences that say which file could not be read or written.
pub fn run(folder: &Path, shell: &Path, out: &Path, choices: &Choices, packed: bool) -> Result<(), Vec<String>> {
    let reports = input::all(input::reports(folder))?;
    let shell = read(shell).map_err(|message| vec![message])?;
    let collection = Collection::new(reports).together(finding_message);
    let mut files = site(collection, &shell, choices).map_err(|message| vec![message])?;
    if packed {
        files = pack::all(files);
    }
    for file in &files {
        write(&out.join(&file.path), &file.bytes).map_err(|message| vec![message])?;
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Shell, String> {
    let mut shell = Shell::default();
    let cannot = |error: std::io::Error| {
        format!("{}: {error}; expected the built viewer there, which `cargo xtask build` makes", folder.display())
    };
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name == PAGE {
            shell.page = std::fs::read_to_string(&path).map_err(cannot)?;
        } else if path.is_file() {
            shell.files.push(File { path: name, bytes: std::fs::read(&path).map_err(cannot)? });
        }
    }
    shell.files.sort_by(|a, b| a.path.cmp(&b.path));
    if shell.page.is_empty() {
        return Err(format!("{}: expected {PAGE} of the built viewer, found none", folder.display()));
    }
    Ok(shell)
}

/// Every text and the wasm once more as brotli and gzip, for hosts that serve what is packed already.
mod pack {
    use std::io::Write;

    use rayon::prelude::*;
    use tongket::publish::File;

    const PACKED: &[&str] = &["html", "js", "css", "svg", "json", "csv", "xml", "txt", "wasm", "webmanifest"];

    pub(super) fn all(files: Vec<File>) -> Vec<File> {
        let worth = |file: &&File| file.path.rsplit('.').next().is_some_and(|end| PACKED.contains(&end));
        let packed: Vec<File> = files
            .par_iter()
            .filter(worth)
            .flat_map(|file| {
                [("br", brotli(&file.bytes)), ("gz", gzip(&file.bytes))]
                    .map(|(end, bytes)| File { path: format!("{}.{end}", file.path), bytes })
            })
            .collect();
        [files, packed].concat()
    }

    fn brotli(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        // The best level and the largest window; writing to memory cannot fail.
        let mut writer = brotli::CompressorWriter::new(&mut out, 64 * 1024, 11, 22);
        let _ = writer.write_all(bytes);
        drop(writer);
        out
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        // No name and no time: the same file gives the same bytes.
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let _ = writer.write_all(bytes);
        writer.finish().unwrap_or_default()
    }
}
