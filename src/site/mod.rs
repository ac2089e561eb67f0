//! A site of reports: every file that a static host serves, made of the reports and of the built viewer (the shell).
//!
//! Pure: from values to files; where they are kept is not known here. The same reports and shell give the same bytes.

mod embed;
mod light;
mod offline;
mod page;
mod says;
mod shell;
mod single;

pub use shell::Shell;

use sha2::{Digest, Sha256};

use crate::format::Lang;
use crate::library::Collection;
use crate::publish::{self, Base, File, report_page_path};
use crate::view::{Shelf, still};

/// What a publisher may choose.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The address that the site will have. Without one, what must name places absolutely is left out.
    pub base: Option<Base>,
    /// Whether a page carries its own policy, for hosts that let nobody set headers.
    pub policy: bool,
    /// Whether a service worker keeps the site for readers without a connection.
    pub offline: bool,
}

/// Up to so many bytes of data a page carries its reports with it; a phone waits less for them than for a second request.
const CARRIED: usize = 1_000_000;

/// The files of a site.
///
/// # Errors
/// When the shell lacks what a site needs; the sentence says what.
pub fn site(collection: Collection, shell: &Shell, choices: &Choices) -> Result<Vec<File>, String> {
    let lang = Lang::Vi;
    let carried = collection.to_embedded_json();
    let base = choices.base.as_ref();
    let mut files = shell.files.clone();
    files.retain(|file| file.path != offline::PATH);
    files.extend(publish::files(&collection, base));
    let all = (carried.len() > CARRIED).then(|| light::all(&collection));
    if let Some(all) = &all {
        files.extend(light::views(&collection));
        files.push(all.clone());
    }
    let shelf = Shelf::full(collection);
    let whole = page::Body {
        app: still::overview(shelf, lang, false),
        rest: if all.is_none() { still::rest(shelf, lang) } else { String::new() },
        data: carried,
        all: String::new(),
    };
    let page = |body: &page::Body| page::index(shell, body, shelf.collection(), choices);
    files.push(text("single.html", single::single(shell, &page(&whole)?)?));
    let body = match &all {
        None => whole,
        Some(all) => page::Body {
            app: still::overview(shelf, lang, true),
            rest: still::list(shelf, lang),
            data: light::NONE.to_owned(),
            all: all.path.clone(),
        },
    };
    files.push(text("index.html", page::with_policy(page(&body)?, choices)));
    for still in still::reports(shelf, lang) {
        let page = page::report(shell, &still, shelf.collection(), base)?;
        files.push(text(report_page_path(&still.report.id), page::with_policy(page, choices)));
    }
    files.extend(embed::pages(shelf, shell)?);
    if choices.offline {
        files.push(offline::worker(shell, &files)?);
    }
    Ok(files)
}

/// A file that holds a text.
fn text(path: impl Into<String>, text: String) -> File {
    File { path: path.into(), bytes: text.into_bytes() }
}

/// 16 hexadecimal digits that differ where bytes differ.
fn short_hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    parts.into_iter().for_each(|part| hash.update(part));
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
