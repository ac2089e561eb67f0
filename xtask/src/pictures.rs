//! Screenshots of the built site, for the documents and for a look before a page is called done.

use crate::setup::{self, Need};
use crate::sh::{self, Outcome};
use crate::site;

/// Builds the site and takes the pictures into `docs/pictures/`.
pub fn pictures() -> Outcome {
    setup::ensure(Need::Browser)?;
    site::build()?;
    sh::run(sh::command("node").args(["tests/browser/pictures.mjs", site::DIST, "docs/pictures"]))
}
