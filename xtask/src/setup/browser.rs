//! What the browser tests need: their npm packages, and the browsers with their drivers.
//!
//! Chromium must be there. Firefox and WebKit are installed in the same way; where one of them cannot be had, the tests run
//! without it and say so, see [`engines`].

use std::fs;
use std::path::PathBuf;

use super::{Need, Part, tools};
use crate::sh;
use crate::versions;

/// A browser that the journeys run in.
pub struct Engine {
    /// What `TONGKET_BROWSER` calls it.
    pub name: &'static str,
    /// Programs that it needs, each under any of its names.
    programs: &'static [&'static [&'static str]],
}

const ENGINES: &[Engine] = &[
    Engine { name: "chromium", programs: &[&["chromium", "google-chrome"], &["chromedriver"], &["pdftotext"]] },
    Engine { name: "firefox", programs: &[&["firefox-esr", "firefox"], &["geckodriver"], &["pdftotext"]] },
    Engine { name: "webkit", programs: &[&["WebKitWebDriver"], &["Xvfb"]] },
];

impl Engine {
    /// The first program that is missing.
    fn lacks(&self) -> Option<&'static str> {
        let found = |names: &&[&str]| names.iter().any(|name| sh::find(name).is_some());
        self.programs.iter().find(|names| !found(names)).map(|names| names[0])
    }
}

/// The browsers that are there, and of each that is not a sentence.
pub fn engines() -> (Vec<&'static Engine>, Vec<String>) {
    let (there, missing): (Vec<_>, Vec<_>) = ENGINES.iter().partition(|engine| engine.lacks().is_none());
    let sentence = |engine: &Engine| {
        let program = engine.lacks().unwrap_or("it");
        format!("NOT TRIED in {}: {program} is not there and could not be installed.", engine.name)
    };
    (there, missing.into_iter().map(sentence).collect())
}

/// Parts that wait for the network.
pub fn parts() -> Vec<Part> {
    vec![
        Part {
            name: "npm packages of the browser tests".to_owned(),
            need: Need::Browser,
            optional: false,
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
            need: Need::Chromium,
            optional: false,
            doing: "installing with apt",
            present: || has("chromium"),
            // The font, because a machine without one draws boxes; poppler reads what a browser printed.
            install: || super::apt(&["chromium", "chromium-driver", "fonts-liberation", "poppler-utils"]),
        },
        Part {
            name: "WebKit and its driver".to_owned(),
            need: Need::Browser,
            optional: true,
            doing: "installing with apt",
            present: || has("webkit"),
            // It has no headless mode: it draws on a display in memory.
            install: || super::apt(&["webkit2gtk-driver", "xvfb"]),
        },
        Part {
            name: "Firefox".to_owned(),
            need: Need::Browser,
            optional: true,
            doing: "installing with apt",
            present: || sh::find("firefox-esr").is_some() || sh::find("firefox").is_some(),
            install: || super::apt(&["firefox-esr"]),
        },
    ]
}

/// Parts that keep the processor busy.
pub fn built() -> Vec<Part> {
    vec![Part {
        name: format!("geckodriver {}", versions::GECKODRIVER),
        need: Need::Browser,
        optional: true,
        // Debian has no package of it, and the npm packages of the name download it from elsewhere.
        doing: "installing; from source this takes about 2 minutes",
        present: || tools::says("geckodriver", versions::GECKODRIVER),
        install: || tools::cargo_install("geckodriver", versions::GECKODRIVER, &["--locked"]),
    }]
}

fn has(name: &str) -> bool {
    ENGINES.iter().any(|engine| engine.name == name && engine.lacks().is_none())
}

fn folder() -> PathBuf {
    sh::root().join("tests/browser")
}
