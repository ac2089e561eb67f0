//! The whole viewer in one file, which opens from a disk, a mail or the upload folder of a CMS: styles, scripts, program and
//! data stand in it, and its own policy lets nothing else run and nothing be fetched.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Shell;
use super::page::SHEET;

/// Makes the one file of a filled page.
///
/// # Errors
/// When the shell lacks a file, or the page does not name it.
pub fn single(shell: &Shell, page: &str) -> Result<String, String> {
    let of = |start: &str, end: &str| shell.one(start, end);
    let (style, icon, save) = (of("style-", ".css")?, of("icon-", ".svg")?, of("save-", ".js")?);
    let (app, boot, wasm) = (of("app-", ".js")?, of("boot-", ".js")?, of("app-", ".wasm")?);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("</script", "<\\/script");
    let (style_text, save_text) = (text(&style.bytes), text(&save.bytes));
    let (app_text, boot_text) = (text(&app.bytes), text(&boot.bytes));

    let scripts: Vec<String> = [&app_text, &boot_text, &save_text].iter().map(|script| hash(script)).collect();
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(&style_text)
    );
    // Told at the root, where the styles can ask for it in the oldest of our browsers, too.
    let mut page = page.replacen("<html ", "<html data-single ", 1);
    replace(
        &mut page,
        "<meta charset=\"utf-8\">",
        &format!("<meta charset=\"utf-8\">\n    <meta http-equiv=\"content-security-policy\" content=\"{policy}\">"),
    )?;
    element(&mut page, "<script async src=\"./boot-", "</script>", "")?;
    element(&mut page, SHEET, ">", &format!("<style>{style_text}</style>"))?;
    element(&mut page, SHEET, ">", "")?;
    let picture = format!("href=\"data:image/svg+xml;base64,{}\"", STANDARD.encode(&icon.bytes));
    replace(&mut page, &format!("href=\"./{}\"", icon.path), &picture)?;
    let program = format!(
        "<script type=\"application/wasm\" id=\"tongket-wasm\">{}</script>\n<script>{app_text}</script>\n<script>{boot_text}</script>\n<script type=\"module\">{save_text}</script>\n  </body>",
        STANDARD.encode(&wasm.bytes)
    );
    replace(&mut page, "</body>", &program)?;
    Ok(page)
}

/// What lets one script or style run under a policy.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// Puts another element in the place of one.
fn element(page: &mut String, start: &str, end: &str, other: &str) -> Result<(), String> {
    let missing = || format!("expected {start}…{end} in the viewer's page, found none");
    let at = page.find(start).ok_or_else(missing)?;
    let to = at + page[at..].find(end).ok_or_else(missing)? + end.len();
    page.replace_range(at..to, other);
    Ok(())
}

fn replace(page: &mut String, old: &str, new: &str) -> Result<(), String> {
    // The last of them: what stands before may be a text of a report.
    let at = page.rfind(old).ok_or_else(|| format!("expected {old} in the viewer's page, found none"))?;
    page.replace_range(at..at + old.len(), new);
    Ok(())
}
