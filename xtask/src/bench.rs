//! How fast the viewer is in a phone, beside a floor and what else a reader might be given: builds all pages, measures them in
//! turns, and holds the viewer to its budgets.
//!
//! The measuring itself is `benches/browser` (Node and Chromium); here is what comes before and after it.

mod budget;
mod results;
mod table;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::setup::{self, Need};
use crate::sh::{self, Outcome};
use crate::site;
use results::Results;

/// The page of the viewer.
const APP: &str = "app";
/// The page that is no peer: as little as can be done.
const FLOOR: &str = "limit";
/// What others would make of the same data.
const PEERS: &[&str] = &["observable-framework", "echarts", "react", "timelinejs"];
/// The sizes of the data, and how tables are headed.
const SIZES: [(&str, &str); 2] =
    [("small", "Small data (the five seed reports), times in ms"), ("large", "Large data (200 reports), times in ms")];
const DOCUMENT: &str = "docs/performance.md";
const USAGE: &str = "`cargo xtask bench` takes `--runs N`, `--only PAGE,PAGE` and `--quick`";
/// What of `benches/browser` is laid into the build folder anew each time.
const PARTS: &[&str] = &["build.mjs", "measure.mjs", "data", "lib", "pages"];

/// What is to be measured.
#[derive(Debug, PartialEq)]
struct Options {
    runs: u32,
    pages: Vec<String>,
}

impl Options {
    /// Whether the document takes it: all pages, and more than once.
    fn whole(&self) -> bool {
        self.runs > 1 && every_page().all(|page| self.pages.contains(&page))
    }
}

fn every_page() -> impl Iterator<Item = String> {
    [APP, FLOOR].iter().chain(PEERS).map(|page| (*page).to_owned())
}

/// Builds, measures, tells, and writes the tables into the document where all was measured.
pub fn bench(options: &[&str]) -> Outcome {
    let options = parse(options)?;
    let start = Instant::now();
    node_is_new_enough()?;
    setup::ensure(Need::Bench)?;
    lay_out()?;
    if options.pages.iter().any(|page| page == APP) {
        site::build()?;
    }
    eprintln!("bench  the data …");
    sh::quiet("bench data", node().arg("data/make.mjs").arg("out/data"))?;
    let (mut built, mut unbuilt) = (Vec::new(), Vec::new());
    for page in &options.pages {
        eprintln!("bench  the page of {page} …");
        match build(page) {
            Ok(()) => built.push(format!("pages/{page}")),
            Err(sentence) if page == APP => return Err(sentence),
            Err(sentence) => {
                eprintln!("bench  WARNING: {page} will not be measured: {sentence}");
                unbuilt.push((page.clone(), "its build failed".to_owned()));
            }
        }
    }
    let results = measure(&built, options.runs)?;
    let report = table::report(&results, &unbuilt);
    println!("\n{report}\n");
    eprintln!("bench  done in {}", sh::took(start.elapsed()));
    if !options.whole() {
        eprintln!("bench  {DOCUMENT} stays as it is: it takes all pages, measured more than once.");
        return Ok(());
    }
    let document = table::placed(&sh::read(DOCUMENT)?, &report).map_err(|reason| format!("{DOCUMENT}: {reason}"))?;
    fs::write(sh::root().join(DOCUMENT), document).map_err(|error| format!("{DOCUMENT} cannot be written: {error}."))
}

fn parse(options: &[&str]) -> Outcome<Options> {
    let (mut runs, mut pages, mut quick) = (None, None, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--quick" => quick = true,
            "--runs" => {
                let given = options.next().and_then(|given| given.parse().ok()).filter(|runs| *runs > 0);
                runs = Some(given.ok_or_else(|| format!("{USAGE}, and the runs are a number from 1 on."))?);
            }
            "--only" => {
                let given: Vec<String> = options.next().unwrap_or(&"").split(',').map(str::to_owned).collect();
                let all: Vec<String> = every_page().collect();
                if let Some(other) = given.iter().find(|page| !all.contains(page)) {
                    return Err(format!("There is no page `{other}` to measure; there are {}.", all.join(", ")));
                }
                pages = Some(given);
            }
            other => return Err(format!("{USAGE}, not `{other}`.")),
        }
    }
    let quickly = || if quick { vec![APP.to_owned(), FLOOR.to_owned()] } else { every_page().collect() };
    Ok(Options { runs: runs.unwrap_or(if quick { 1 } else { 5 }), pages: pages.unwrap_or_else(quickly) })
}

/// The server and the packages want a newer Node than the other tasks.
fn node_is_new_enough() -> Outcome {
    let said = sh::output(sh::command("node").arg("--version")).unwrap_or_default();
    let mut numbers = said.trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    let version: (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if version >= (20, 19) {
        return Ok(());
    }
    let found = if said.is_empty() { "none" } else { &said };
    Err(format!("The bench wants Node.js 20.19 or newer, and there is {found}."))
}

/// Node in the build folder.
fn node() -> Command {
    let mut node = sh::command("node");
    node.current_dir(setup::bench::folder());
    node
}

/// Copies the harness into the build folder, without what an earlier state of it left there.
fn lay_out() -> Outcome {
    let (from, to) = (sh::root().join("benches/browser"), setup::bench::folder());
    for part in PARTS {
        let _ = fs::remove_dir_all(to.join(part));
        copy(&from.join(part), &to.join(part))
            .map_err(|error| format!("benches/browser/{part} cannot be copied: {error}."))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(|_| ());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn build(page: &str) -> Outcome {
    sh::quiet(&format!("bench {page}"), node().args(["build.mjs", page]))?;
    if page != APP {
        return Ok(());
    }
    // The small site is the one that `cargo xtask build` made; the large one is made by the same command.
    let out = setup::bench::folder().join("out");
    let mut tongket = sh::command("cargo");
    tongket.args([
        "run",
        "--release",
        "--locked",
        "--bin",
        "tongket",
        "--",
        "site",
        "--unpacked",
        "--shell",
        site::SHELL,
    ]);
    sh::quiet("bench site", tongket.arg("--out").arg(out.join("dist/app/large")).arg(out.join("texts")))
}

/// Runs the pages in turns and reads what came of it.
fn measure(pages: &[String], runs: u32) -> Outcome<Results> {
    let name = sh::output(node().args(["--print", "new Date().toISOString().slice(0, 16).replace(':', '.')"]));
    let file = format!("results/{}.json", name.unwrap_or_else(|| "latest".to_owned()));
    let mut measure = node();
    measure.arg("measure.mjs").args(pages).args(["--runs", &runs.to_string(), "--profiles", "phone", "--out", &file]);
    let browser = ["chromium", "google-chrome"].iter().find_map(|name| sh::find(name));
    if let (None, Some(browser)) = (std::env::var_os("CHROMIUM"), browser) {
        measure.env("CHROMIUM", browser);
    }
    // Its own tables would only repeat ours.
    sh::run(measure.stdout(std::process::Stdio::null()))?;
    let lines = sh::output(node().args(["lib/summary.mjs", &file]));
    lines.map(|lines| Results::read(&lines)).ok_or_else(|| format!("{file} cannot be read."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_options_all_is_measured_and_written_down() {
        let all = parse(&[]).unwrap();
        assert_eq!((all.runs, all.pages.len()), (5, 2 + PEERS.len()));
        assert!(all.whole());
    }

    #[test]
    fn less_than_all_stays_out_of_the_document() {
        let quick = parse(&["--quick"]).unwrap();
        assert_eq!(quick, Options { runs: 1, pages: vec!["app".to_owned(), "limit".to_owned()] });
        let some = parse(&["--only", "app,react", "--runs", "3"]).unwrap();
        assert_eq!(some, Options { runs: 3, pages: vec!["app".to_owned(), "react".to_owned()] });
        assert!(!quick.whole() && !some.whole() && !parse(&["--runs", "1"]).unwrap().whole());
    }

    #[test]
    fn what_cannot_be_measured_is_said() {
        assert!(parse(&["--only", "app,vue"]).unwrap_err().contains("`vue`"));
        assert!(parse(&["--only"]).is_err());
        assert!(parse(&["--runs", "0"]).is_err());
        assert!(parse(&["--fast"]).unwrap_err().contains("--fast"));
    }
}
