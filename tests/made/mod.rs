//! Sites as the command line would make them, held in memory.

use std::collections::BTreeMap;
use std::path::Path;

use tongket::format::finding_message;
use tongket::library::Collection;
use tongket::model::Report;
use tongket::publish::File;
use tongket::site::{Choices, site};
use tongket::summarize::parse_bytes;

/// The files of a site by path.
pub type Files = BTreeMap<String, File>;

/// The site of some reports; of a page that carries them, or, where they are `many`, of one that does not.
pub fn made(mut reports: Vec<Report>, many: bool, choices: &Choices) -> Files {
    if many {
        reports[0].diagnostics[0].message = "dài ".repeat(250_000);
    }
    let collection = Collection::new(reports).together(finding_message);
    let files = site(collection, &crate::shell::shell(), choices).unwrap();
    files.into_iter().map(|file| (file.path.clone(), file)).collect()
}

/// The seeds, read by the parser.
pub fn seeds() -> Vec<Report> {
    let seeds = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap();
    let texts = seeds.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "txt"));
    texts.map(|path| parse_bytes(&std::fs::read(path).unwrap(), None).unwrap()).collect()
}

/// What a file holds, as a text.
pub fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}
