//! The service worker of a site that its publisher lets be kept: the script of the shell behind the list of what it keeps.

use super::{Shell, short_hash, text};
use crate::publish::File;

/// The script in the shell, and in the site.
pub const PATH: &str = "sw.js";

/// The service worker for some files, which are all of the site.
///
/// # Errors
/// When the shell has no such script.
pub fn worker(shell: &Shell, files: &[File]) -> Result<File, String> {
    let script = shell.one("sw", ".js")?;
    let kept: Vec<&File> = files.iter().filter(|file| keeps(&file.path)).collect();
    let generation = short_hash(kept.iter().map(|file| file.bytes.as_slice()));
    let paths: Vec<&str> = kept.iter().map(|file| file.path.as_str()).collect();
    let paths = serde_json::to_string(&paths).unwrap_or_default();
    let script = String::from_utf8_lossy(&script.bytes);
    Ok(text(PATH, format!("const GENERATION=\"{generation}\",FILES={paths};\n{script}")))
}

/// Pages, data and what they load; not the settings of hosts, nor what only search engines and chats ask for.
fn keeps(path: &str) -> bool {
    let other = [
        "notices.txt",
        "oembed/",
        "pictures/",
        ".",
        "_",
        "web.config",
        "feed.xml",
        "sitemap.xml",
        "404.html",
        "single.html",
        PATH,
    ];
    !other.iter().any(|start| path.starts_with(start))
}
