//! What the browser tests need: their npm packages, Chromium and its driver.

use std::fs;
use std::path::PathBuf;

use super::{Need, Part};
use crate::sh;

pub fn parts() -> Vec<Part> {
    vec![
        Part {
            name: "npm packages of the browser tests".to_owned(),
            need: Need::Browser,
            doing: "installing those of package-lock.json",
            present: || {
                let installed = folder().join("node_modules/installed-lock.json");
                folder().join("node_modules/selenium-webdriver").is_dir()
                    && fs::read(installed).ok() == fs::read(folder().join("package-lock.json")).ok()
            },
            install: || {
                super::npm("browser tests", &folder(), &["ci"])?;
                let lock = folder().join("package-lock.json");
                fs::copy(lock, folder().join("node_modules/installed-lock.json"))
                    .map(|_| ())
                    .map_err(|error| format!("package-lock.json cannot be copied: {error}."))
            },
        },
        Part {
            name: "Chromium and its driver".to_owned(),
            need: Need::Browser,
            doing: "installing with apt",
            present: || {
                sh::find("chromedriver").is_some()
                    && (sh::find("chromium").is_some() || sh::find("google-chrome").is_some())
            },
            // The font, because a machine without one draws boxes.
            install: || super::apt(&["chromium", "chromium-driver", "fonts-liberation"]),
        },
    ]
}

fn folder() -> PathBuf {
    sh::root().join("tests/browser")
}
