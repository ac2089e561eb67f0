//! The pages that other sites show in a frame. They need no wasm and, to be read, no script: a portal loads a few kilobytes,
//! and a frame works in every browser and every sandbox.
//!
//! `embed.html` holds all reports; of more than [`TOGETHER`] it is a list, and each report has a page of its own below
//! `embed/`, to which `script/frame.js` goes on. Beside each page lies the English one.

use super::{File, Shell, says, text};
use crate::format::Lang;
use crate::library::store::safe_name;
use crate::view::{Shelf, still};

/// So many reports are in one page; each weighs some ten kilobytes on the way.
const TOGETHER: usize = 20;

/// The languages of a frame, each with what stands before the ending of its pages.
const LANGS: [(Lang, &str); 2] = [(Lang::Vi, ""), (Lang::En, ".en")];

/// All pages for frames.
///
/// # Errors
/// When the shell lacks a file that they name.
pub fn pages(shelf: &'static Shelf, shell: &Shell) -> Result<Vec<File>, String> {
    // The one file that portals name themselves: it has no hash, and no page of ours names it.
    shell.one("embed", ".js")?;
    let reports = shelf.collection().newest_first();
    let mut files = Vec::new();
    for (lang, mark) in LANGS {
        let body = if reports.len() > TOGETHER {
            still::embed_list(shelf, lang, HOME, |report| format!("embed/{}{mark}.html", safe_name(report)))
        } else {
            still::embedded(shelf, &reports, lang, HOME)
        };
        files.push(page(shell, lang, "", "embed", &body)?);
        for report in reports.iter().filter(|_| reports.len() > TOGETHER) {
            let body = still::embedded(shelf, &[report], lang, &format!("../{HOME}"));
            files.push(page(shell, lang, "embed/", &safe_name(&report.id), &body)?);
        }
    }
    Ok(files)
}

/// The page of the whole site.
const HOME: &str = "index.html";

fn page(shell: &Shell, lang: Lang, folder: &str, name: &str, body: &str) -> Result<File, String> {
    let (icon, style, frame) = (shell.one("icon-", ".svg")?, shell.one("style-", ".css")?, shell.one("frame-", ".js")?);
    let (icon, style, frame) = (&icon.path, &style.path, &frame.path);
    let up = if folder.is_empty() { "./" } else { "../" };
    let others: String =
        LANGS.iter().map(|(lang, mark)| format!(" data-{}=\"{name}{mark}.html\"", lang.code())).collect();
    let says = says::frame_json(lang);
    let lang = lang.code();
    // The script stands behind the styles, so that it can ask for their colours, and before the body, so that nothing is
    // seen of what it leaves out.
    let html = format!(
        r#"<!doctype html>
<html lang="{lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tổng Kết</title>
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <link rel="icon" href="{up}{icon}">
    <link rel="stylesheet" href="{up}{style}">
    <script src="{up}{frame}"{others}></script>
  </head>
  <body>
    <main id="embed" class="embed"><p id="notice" class="embed__notice" role="alert" hidden></p>{body}</main>
    <script type="application/json" id="tongket-says">{says}</script>
  </body>
</html>
"#
    );
    let mark = LANGS.iter().find(|(l, _)| l.code() == lang).map_or("", |(_, mark)| mark);
    Ok(text(format!("{folder}{name}{mark}.html"), html))
}
