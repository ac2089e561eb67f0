//! What `cargo xtask bench` needs beside a browser: openssl for the certificate of its server, and the npm packages that the
//! pages are made of.

use std::fs;
use std::path::PathBuf;

use super::{Need, Part};
use crate::sh::{self, Outcome};

/// Where the pages are built and measured: a copy of `benches/browser`, so that the tree stays clean.
pub fn folder() -> PathBuf {
    sh::root().join("target/bench")
}

/// Parts that wait for the network.
pub fn parts() -> Vec<Part> {
    vec![
        Part {
            name: "openssl".to_owned(),
            need: Need::Bench,
            optional: false,
            doing: "installing with apt",
            present: || sh::find("openssl").is_some(),
            install: || super::apt(&["openssl"]),
        },
        Part {
            name: "npm packages of the measured pages".to_owned(),
            need: Need::Bench,
            optional: false,
            doing: "installing those of package-lock.json",
            present: || {
                let installed = folder().join("node_modules/installed-lock.json");
                installed.exists() && fs::read(installed).ok() == fs::read(ours("package-lock.json")).ok()
            },
            install,
        },
    ]
}

fn install() -> Outcome {
    let copy = |name: &str, to: &str| -> Outcome {
        let copied = fs::create_dir_all(folder()).and_then(|()| fs::copy(ours(name), folder().join(to)));
        copied.map(|_| ()).map_err(|error| format!("{name} cannot be copied: {error}."))
    };
    copy("package.json", "package.json")?;
    copy("package-lock.json", "package-lock.json")?;
    // Not `ci`: it refuses a lock that leaves out the builds of a bundler for other machines. The versions are the lock's
    // all the same.
    super::npm("bench packages", &folder(), &["install"])?;
    copy("package-lock.json", "node_modules/installed-lock.json")
}

fn ours(name: &str) -> PathBuf {
    sh::root().join("benches/browser").join(name)
}
