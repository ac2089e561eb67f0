//! Frictionless, a program of others that validates data packages: a Python package in a folder of its own.

use std::path::{Path, PathBuf};

use super::{Need, Part};
use crate::sh::{self, Outcome};
use crate::versions;

/// The Python that has it.
pub fn python() -> PathBuf {
    sh::tools().join("frictionless/bin/python3")
}

/// Whether it is there in the version that is pinned.
pub fn present() -> bool {
    let ask = "import frictionless; print(frictionless.__version__)";
    python().exists() && sh::output(command(&python()).args(["-c", ask])).as_deref() == Some(versions::FRICTIONLESS)
}

/// Parts that wait for the network.
pub fn parts() -> Vec<Part> {
    vec![Part {
        name: format!("frictionless {}", versions::FRICTIONLESS),
        // What the whole test needs, as the browsers are.
        need: Need::Browser,
        optional: true,
        doing: "installing with pip",
        present,
        install,
    }]
}

fn command(program: &Path) -> std::process::Command {
    sh::command(&program.to_string_lossy())
}

fn install() -> Outcome {
    let by_hand = "install Python 3.10 or newer with venv";
    let Some(system) = sh::find("python3") else { return Err(format!("python3 cannot be found; {by_hand}.")) };
    let folder = sh::tools().join("frictionless");
    let mut venv = command(&system);
    venv.args(["-m", "venv", "--clear"]).arg(&folder);
    if sh::quiet("frictionless-venv", &mut venv).is_err() {
        // Debian keeps a part of venv in a package of its own.
        super::apt(&["python3-venv"]).map_err(|sentence| format!("{by_hand}: {sentence}"))?;
        sh::quiet("frictionless-venv", &mut venv)?;
    }
    let wanted = format!("frictionless=={}", versions::FRICTIONLESS);
    let options = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
    sh::quiet("frictionless", command(&python()).args(options).arg(wanted))
}
