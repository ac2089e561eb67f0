//! Everything that must pass, in stages: the ones that answer soon come first, and the first failure ends the run.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::setup::{self, Need, browser, frictionless, wasm};
use crate::sh::{self, Outcome};
use crate::site;

struct Stage {
    name: &'static str,
    /// Whether `--fast` runs it.
    fast: bool,
    run: fn() -> Outcome,
}

const STAGES: &[Stage] = &[
    Stage { name: "format", fast: true, run: || cargo(&["fmt", "--all", "--check"]) },
    Stage { name: "native tests", fast: true, run: || cargo(&["test", "--locked", "--workspace"]) },
    Stage {
        name: "clippy: library, command line, tests, benches, xtask",
        fast: true,
        run: || cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    },
    Stage { name: "clippy: the app", fast: true, run: clippy_app },
    Stage { name: "documentation", fast: true, run: documentation },
    Stage { name: "what comes from others", fast: false, run: supply },
    Stage { name: "data files", fast: false, run: data_files },
    Stage { name: "the site, and its sizes", fast: false, run: site::build },
    Stage { name: "hosts", fast: false, run: hosts },
    Stage { name: "browsers", fast: false, run: browsers },
];

/// Runs the stages and prints what each took.
pub fn test(fast: bool) -> Outcome {
    let start = Instant::now();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut timed = |name: &'static str, run: &dyn Fn() -> Outcome| -> Outcome {
        let start = Instant::now();
        println!("\n━━ {name}");
        run().map_err(|sentence| format!("The stage `{name}` failed: {sentence}"))?;
        println!("━━ {name}: passed in {}", sh::took(start.elapsed()));
        times.push((name, start.elapsed()));
        Ok(())
    };
    let need = if fast { Need::Check } else { Need::Browser };
    timed("set-up", &|| setup::ensure(need))?;
    for stage in STAGES.iter().filter(|stage| stage.fast || !fast) {
        timed(stage.name, &stage.run)?;
    }
    println!();
    for (name, time) in &times {
        println!("{name:<56}{:>14}", sh::took(*time));
    }
    println!("{:<56}{:>14}\n", "together", sh::took(start.elapsed()));
    if fast {
        println!("Everything passed; the site and the browsers were left out.");
    } else {
        let (_, missing) = browser::engines();
        let mut said = [vec!["Everything passed.".to_owned()], missing].concat();
        if !frictionless::present() {
            said.push("The data files were not looked at by Frictionless, which is not there.".to_owned());
        }
        println!("{}", said.join("\n"));
    }
    Ok(())
}

fn cargo(args: &[&str]) -> Outcome {
    sh::run(sh::command("cargo").args(args))
}

/// The app as the browser gets it. Debian's Rust for the browser has no clippy, so there the app is looked at natively.
fn clippy_app() -> Outcome {
    let target: &[&str] = if wasm::from_debian() { &[] } else { &["--target", "wasm32-unknown-unknown"] };
    let args = ["clippy", "--locked", "--no-default-features", "--features", "csr", "--lib", "--bin", "app"];
    cargo(&[&args, target, &["--", "-D", "warnings"]].concat())
}

fn documentation() -> Outcome {
    let args = ["doc", "--locked", "--workspace", "--no-deps"];
    sh::run(sh::command("cargo").args(args).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Licences, sources and unwanted crates, as `deny.toml` has them. The fuzz targets are a workspace of their own that ships
/// nothing, so licences are not asked for there.
fn supply() -> Outcome {
    let deny = || {
        let mut deny = sh::command("cargo-deny");
        deny.arg("--locked");
        deny
    };
    sh::run(deny().args(["--workspace", "check", "-D", "warnings", "licenses", "bans", "sources"]))?;
    sh::run(deny().args(["--manifest-path", "fuzz/Cargo.toml", "--config", "deny.toml", "check", "bans", "sources"]))
}

/// The data files of a site, as a program of others sees them.
fn data_files() -> Outcome {
    if !frictionless::present() {
        println!("SKIPPED: Frictionless is not there, so only our own tests have looked at the data files.");
        return Ok(());
    }
    let mut cargo = sh::command("cargo");
    cargo.args(["test", "--locked", "--test", "publish", "frictionless", "--", "--nocapture"]);
    sh::run(cargo.env("TONGKET_FRICTIONLESS", frictionless::python()))
}

/// The journeys in every browser that is there; in all of them, even where the first finds something. What failed is
/// told again at the end, behind the long lists of what passed.
fn browsers() -> Outcome {
    let (engines, missing) = browser::engines();
    for sentence in missing {
        println!("{sentence}");
    }
    let dist = sh::root().join(site::DIST);
    let mut failed = Vec::new();
    for engine in engines {
        let start = Instant::now();
        println!("\n── {}", engine.name);
        let run =
            journeys("tests/browser", &[("TONGKET_BROWSER", engine.name.as_ref()), ("TONGKET_DIST", dist.as_ref())]);
        println!("── {}: {}", engine.name, sh::took(start.elapsed()));
        if let Err(sentence) = run {
            failed.push(format!("in {}: {sentence}", engine.name));
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

/// The built site on real servers, and what can be said of the files for hosts that run nowhere here.
fn hosts() -> Outcome {
    journeys("tests/hosts", &[("TONGKET_DIST", sh::root().join(site::DIST).as_ref())])
}

/// Runs the tests of a folder with Node; the error tells which failed, and why.
fn journeys(folder: &str, settings: &[(&str, &OsStr)]) -> Outcome {
    let told = sh::tools().join("log/failures.txt");
    std::fs::create_dir_all(sh::tools().join("log")).map_err(|error| format!("no folder for logs: {error}."))?;
    let mut node = sh::command("node");
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args([
            "--test-reporter=./tests/failures.mjs".into(),
            format!("--test-reporter-destination={}", told.display()),
        ])
        // Files beside each other: most of the time a test waits for its browser or the browser for the test.
        .arg("--test-concurrency=2")
        .args(test_files(folder)?)
        .envs(settings.iter().copied());
    sh::run(&mut node).map_err(|sentence| match std::fs::read_to_string(&told) {
        Ok(failures) if !failures.is_empty() => format!("these failed:\n{failures}"),
        _ => sentence,
    })
}

/// The files of tests of a folder, named one by one: what Node makes of a folder changes with its version.
fn test_files(folder: &str) -> Outcome<Vec<PathBuf>> {
    let folder = Path::new(folder);
    let entries = std::fs::read_dir(sh::root().join(folder))
        .map_err(|error| format!("there are no tests in {}: {error}.", folder.display()))?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut files: Vec<PathBuf> = names.map(|name| folder.join(name)).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}
