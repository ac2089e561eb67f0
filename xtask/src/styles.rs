//! One style sheet for the built page, of all that index.html names, in their order: a phone far away waits for one file
//! and not for thirty, and one file packs in half the bytes. esbuild makes it small.

use std::fs;
use std::path::Path;

use crate::sh::{self, Outcome};
use crate::site::rename_by_hash;

const NAME: &str = "style";
/// What the links to Trunk's copies begin with; its icon is another kind of link.
const LINK: &str = "<link rel=\"stylesheet\" href=\"./";
/// The oldest browsers that the app's wasm runs in.
const TARGET: &str = "--target=chrome96,firefox79,safari16";

/// Puts one sheet in the place of all of a page and its folder.
pub fn bundle(folder: &Path, page: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("The style sheets cannot be bundled: {error}.");
    let html = fs::read_to_string(page).map_err(cannot)?;
    let (names, rest) = cut(&html)?;
    let mut all = String::new();
    for name in &names {
        all += &fs::read_to_string(folder.join(name)).map_err(cannot)?;
        fs::remove_file(folder.join(name)).map_err(cannot)?;
    }
    let whole = folder.join(format!("{NAME}.css"));
    fs::write(&whole, all).map_err(cannot)?;
    let mut esbuild = sh::command("esbuild");
    esbuild.arg(&whole).args(["--minify", TARGET, "--allow-overwrite", "--log-level=warning"]);
    sh::run(esbuild.arg(format!("--outfile={}", whole.display())))?;
    let made = rename_by_hash(folder, NAME, "css")?;
    fs::write(page, rest.replacen(PLACE, &format!("{LINK}{made}\"/>"), 1)).map_err(cannot)
}

/// Stands where the first of the links was.
const PLACE: &str = "<!-- styles -->";

/// The names of the sheets that a page links, in order, and the page without the links.
fn cut(html: &str) -> Outcome<(Vec<String>, String)> {
    let mut parts = html.split(LINK);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    let mut names = Vec::new();
    for part in parts {
        let (name, after) =
            part.split_once("\"/>").ok_or("index.html has a link to a style sheet that does not end.")?;
        if names.is_empty() {
            rest += PLACE;
        }
        names.push(name.to_owned());
        rest += if names.len() > 1 { after.trim_start() } else { after };
    }
    if names.is_empty() { Err("The page that Trunk wrote links no style sheet.".to_owned()) } else { Ok((names, rest)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_are_cut_in_their_order() {
        let page = format!("<head>\n{LINK}b-1.css\"/>\n{LINK}a-2.css\"/>\n<title>x</title>");
        let (names, rest) = cut(&page).unwrap();
        assert_eq!(names, ["b-1.css", "a-2.css"]);
        assert_eq!(rest, format!("<head>\n{PLACE}\n<title>x</title>"));
        assert!(cut("<head>").is_err());
    }
}
