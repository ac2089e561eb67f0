//! A viewer that was not built, for tests of what a site is made of: its page with the places that a site fills, and files in
//! the places of the real ones.

use tongket::publish::File;
use tongket::site::Shell;

/// As Trunk and xtask leave it: in the place of the sources that the page names, their hashed copies.
pub fn shell() -> Shell {
    let sources = include_str!("../../index.html").lines();
    let page: String = sources.filter(|line| !line.contains("data-trunk")).flat_map(|line| [line, "\n"]).collect();
    let page = page.replace("<!-- boot -->", r#"<link rel="stylesheet" href="./style-1.css"/><!-- boot -->"#);
    let page = page.replace("</title>", r#"</title><link rel="icon" href="./icon-1.svg">"#);
    let names = [
        "boot-1.js",
        "app-1.js",
        "app-1_bg.wasm",
        "icon-1.svg",
        "style-1.css",
        "save-1.js",
        "sw.js",
        "feed-1.js",
        "frame-1.js",
        "dialog-1.js",
        "embed.js",
        "notices.txt",
    ];
    let files = names.map(|name| File { path: name.to_owned(), bytes: name.as_bytes().to_owned() });
    Shell { page, files: files.to_vec() }
}
