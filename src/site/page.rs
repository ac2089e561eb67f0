//! The pages: the shell's own, filled, and one of each report.

use super::{Choices, Shell, says};
use crate::library::{Collection, FigureId};
use crate::publish::{
    self, Base, PICTURE_HEIGHT, PICTURE_WIDTH, in_html, report_oembed_path, report_page_path, report_picture_path,
};
use crate::view::still::Still;
use crate::view::{Page, Route};

/// What fills a page.
pub struct Body {
    /// The frame with the overview, as the app draws it.
    pub app: String,
    /// What follows it until the app takes over.
    pub rest: String,
    /// The data of the app, safe within a script element.
    pub data: String,
    /// The file of all reports, where the data holds none.
    pub all: String,
}

/// `index.html`.
///
/// # Errors
/// When the shell lacks a place or a file.
pub fn index(shell: &Shell, body: &Body, collection: &Collection, choices: &Choices) -> Result<String, String> {
    let boot = boot(shell, choices, !body.all.is_empty())?;
    // The page's one sheet is named again where the first read ends: Chromium's parser waits there until the sheet is there,
    // and so paints what it has and starts the app before it reads on.
    let style = &shell.one("style-", ".css")?.path;
    let mut page = shell.page.clone();
    for (place, filled) in [
        (BOOT, boot.as_str()),
        (HEAD, &head(collection, choices.base.as_ref())),
        (APP, &format!("<div id=\"app\">{}</div>", body.app)),
        (REST, &format!("{SHEET}{style}\">\n    <div id=\"rest\" class=\"rest\">{}</div>", body.rest)),
        (SAYS, &(linked(&publish::json_ld(collection, choices.base.as_ref())) + &says())),
        (DATA, &data(body)),
    ] {
        let at = page.find(place).ok_or_else(|| format!("expected {place} in the viewer's page, found none"))?;
        page.replace_range(at..at + place.len(), filled);
    }
    Ok(page)
}

/// What the first page tells of itself to others: its address, its picture, its feed. What data it holds, which is long, stands
/// behind all that is read.
fn head(collection: &Collection, base: Option<&Base>) -> String {
    let mut head = String::new();
    if let Some(base) = base {
        head += &format!("<link rel=\"canonical\" href=\"{base}\">\n");
        head += &format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{}\">\n", base.join("feed.xml"));
    }
    let newest = collection.newest_first().first().map(|report| report.id.clone());
    head += &graph(
        "Tổng Kết",
        "Số liệu trong các báo cáo tổng kết, mỗi con số dẫn về câu văn gốc.",
        "",
        newest.as_deref(),
        base,
    );
    head
}

/// Open Graph: what a chat or a social site shows of a link. Pictures and addresses must be absolute there.
fn graph(title: &str, description: &str, path: &str, pictured: Option<&str>, base: Option<&Base>) -> String {
    let mut tags = vec![
        ("og:type", if path.is_empty() { "website" } else { "article" }.to_owned()),
        ("og:site_name", "Tổng Kết".to_owned()),
        ("og:locale", "vi_VN".to_owned()),
        ("og:title", title.to_owned()),
        ("og:description", description.to_owned()),
    ];
    if let Some(base) = base {
        tags.push(("og:url", base.join(path)));
        if let Some(id) = pictured {
            tags.push(("og:image", base.join(&report_picture_path(id))));
            tags.push(("og:image:width", PICTURE_WIDTH.to_string()));
            tags.push(("og:image:height", PICTURE_HEIGHT.to_string()));
        }
    }
    let tag =
        |(name, value): (&str, String)| format!("    <meta property=\"{name}\" content=\"{}\">\n", in_html(&value));
    tags.into_iter().map(tag).collect()
}

/// JSON-LD, which comes safe for a script element.
fn linked(json: &str) -> String {
    format!("    <script type=\"application/ld+json\">{json}</script>")
}

fn says() -> String {
    format!("<script type=\"application/json\" id=\"tongket-says\">{}</script>", says::json())
}

fn data(body: &Body) -> String {
    let all = if body.all.is_empty() { String::new() } else { format!(" data-all=\"{}\"", body.all) };
    format!("<script type=\"application/json\" id=\"tongket-data\"{all}>{}</script>", body.data)
}

/// The page of a report, for those who come from elsewhere and for readers without scripts. Its links lead into the viewer,
/// but for those to its own sentences.
///
/// # Errors
/// When the shell lacks a file.
pub fn report(shell: &Shell, still: &Still, collection: &Collection, base: Option<&Base>) -> Result<String, String> {
    let (style, icon) = (shell.one("style-", ".css")?, shell.one("icon-", ".svg")?);
    let own = FigureId { report: still.report.id.clone(), observation: String::new() };
    let own = format!("href=\"{}", Route::of(Page::Overview).with_open(Some(own)).href());
    let viewer = "href=\"../index.html#/";
    let body = still.html.replace("href=\"#/", viewer);
    let body = body.replace(&own.replacen("href=\"#/", viewer, 1), &own);
    let title = in_html(&still.title);
    let id = &still.report.id;
    let path = report_page_path(id);
    let known = base.map_or_else(String::new, |base| {
        let oembed = base.join(&report_oembed_path(id));
        let canonical = format!("    <link rel=\"canonical\" href=\"{}\">\n", base.join(&path));
        format!("{canonical}    <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\">\n")
    });
    let told = graph(&still.title, &still.description, &path, Some(id), base);
    Ok(format!(
        r#"<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title} – Tổng Kết</title>
    <meta name="description" content="{description}">
    <meta name="color-scheme" content="light dark">
{known}{told}    <link rel="icon" href="../{icon}" type="image/svg+xml">
    <link rel="stylesheet" href="../{style}">
{linked}
  </head>
  <body>
    <div class="rest">{body}</div>
  </body>
</html>
"#,
        description = in_html(&still.description),
        linked = linked(&publish::report_json_ld(still.report, collection, base)),
        icon = icon.path,
        style = style.path,
    ))
}

/// What a link to the page's sheet begins with.
pub const SHEET: &str = "<link rel=\"stylesheet\" href=\"./";
const BOOT: &str = "<!-- boot -->";
const HEAD: &str = "<!-- head -->";
const APP: &str = "<div id=\"app\"></div>";
const REST: &str = "<div id=\"rest\"></div>";
const SAYS: &str = "<script type=\"application/json\" id=\"tongket-says\"></script>";
const DATA: &str = "<script type=\"application/json\" id=\"tongket-data\"></script>";

/// The policy that all pages run under (docs/hosting.md); those who may frame them, only a header can tell.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The page with its own policy, where that is chosen.
pub fn with_policy(page: String, choices: &Choices) -> String {
    const FIRST: &str = "<meta charset=\"utf-8\">";
    let policy = format!("{FIRST}\n    <meta http-equiv=\"content-security-policy\" content=\"{POLICY}\">");
    if choices.policy { page.replacen(FIRST, &policy, 1) } else { page }
}

/// The element that starts the app: it names what is to be loaded.
fn boot(shell: &Shell, choices: &Choices, fed: bool) -> Result<String, String> {
    let (boot, app, wasm) = (shell.one("boot-", ".js")?, shell.one("app-", ".js")?, shell.one("app-", ".wasm")?);
    let (dialog, save) = (shell.one("dialog-", ".js")?, shell.one("save-", ".js")?);
    let offline = if choices.offline { " data-offline=\"sw.js\"" } else { "" };
    let feed = if fed {
        format!("<script async src=\"./{}\"></script>", shell.one("feed-", ".js")?.path)
    } else {
        String::new()
    };
    Ok(format!(
        "{feed}<script async src=\"./{}\" data-app=\"{}\" data-wasm=\"{}\" data-size=\"{}\" data-save=\"{}\" data-dialog=\"{}\"{offline}></script>",
        boot.path,
        app.path,
        wasm.path,
        wasm.bytes.len(),
        save.path,
        dialog.path
    ))
}
