//! The habits of the house that a machine can hold: who may use whom, how long a file gets, where colours live.
//!
//! Each rule is a function from files to findings, so that each is also tried on files that break it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms of the library, in the order in which data passes through them. A room uses those before it.
const ROOMS: &[&str] = &[
    "model",
    "text",
    "token",
    "lexicon",
    "rules",
    "summarize",
    "library",
    "format",
    "chart",
    "publish",
    "view",
    "site",
];

/// Rooms that work on finished reports, and the rooms that they must not look into though these come before them.
const WALLS: &[(&str, &[&str])] = &[
    ("library", &["rules", "token", "summarize"]),
    ("format", &["rules", "token", "summarize"]),
    ("chart", &["rules", "token", "summarize"]),
    ("publish", &["rules", "token", "summarize"]),
    ("site", &["rules", "token", "summarize"]),
];

/// What only the browser has.
const BROWSER: &[&str] = &["leptos", "gloo", "web_sys", "wasm_bindgen", "js_sys"];

/// What only the command line and xtask do.
const OUTSIDE: &[&str] =
    &["println!", "eprintln!", "print!", "eprint!", "std::fs", "std::env", "std::process", "std::net"];

const LONGEST: usize = 400;

/// A file of the project: its path from the root, with `/`, and its text.
#[derive(Clone)]
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room of `src/<room>/…` or `src/<room>.rs`.
    fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        let room = first.strip_suffix(".rs").unwrap_or(first);
        ROOMS.contains(&room).then_some(room)
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// The lines that are code, with their numbers: without comments, and without the tests at the end of the file.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
    }
}

/// The names that follow `crate::` or `tongket::` on a line, those in braces too.
fn rooms_named(line: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for start in ["crate::", "tongket::"] {
        for (at, _) in line.match_indices(start) {
            let rest = &line[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(list) => named.extend(top_level(list)),
                None => named.push(word(rest)),
            }
        }
    }
    named
}

/// The first word of each item of a list in braces: of `a::{b, c}, d}` these are `a` and `d`.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut words) = (0, 0, Vec::new());
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                words.push(word(list[start..at].trim_start()));
                start = at + 1;
                if sign == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    if start < list.len() {
        words.push(word(list[start..].trim_start()));
    }
    words.retain(|word| !word.is_empty());
    words
}

fn word(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(text.len());
    &text[..end]
}

/// Whether a line names an identifier as a whole word.
fn names(line: &str, needle: &str) -> bool {
    let part_of_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    line.match_indices(needle).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + needle.len()..].chars().next();
        !before.is_some_and(part_of_word) && !after.is_some_and(|sign| part_of_word(sign) && !needle.ends_with('!'))
    })
}

fn order_of_rooms(files: &[Source]) -> Vec<String> {
    let place = |room: &str| ROOMS.iter().position(|name| *name == room);
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is_rust()) {
        let Some(room) = file.room() else { continue };
        // A `use` may run over several lines; one statement is looked at as one line.
        let mut statement = String::new();
        for (number, line) in file.code() {
            statement.push_str(line);
            if statement.trim_start().starts_with("use ") && !statement.contains(';') {
                statement.push(' ');
                continue;
            }
            for used in rooms_named(&statement) {
                let walls = WALLS.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, walls)| *walls);
                if place(used) > place(room) {
                    findings.push(format!("{}:{number}: {room} uses {used}, which comes after it", file.path));
                } else if walls.contains(&used) {
                    findings.push(format!(
                        "{}:{number}: {room} works on finished reports and must not see {used}",
                        file.path
                    ));
                }
            }
            statement.clear();
        }
    }
    findings
}

fn browser_only_in_view(files: &[Source]) -> Vec<String> {
    let core = files.iter().filter(|file| file.is_rust() && file.path.starts_with("src/"));
    let core = core.filter(|file| file.room() != Some("view") && file.path != "src/main.rs");
    forbidden(core, BROWSER, "only src/view and src/main.rs know the browser")
}

fn no_files_or_output_in_the_library(files: &[Source]) -> Vec<String> {
    let library = files.iter().filter(|file| file.is_rust() && file.path.starts_with("src/"));
    let library = library.filter(|file| !file.path.starts_with("src/bin/"));
    forbidden(library, OUTSIDE, "only src/bin and xtask read files and print")
}

fn forbidden<'a>(files: impl Iterator<Item = &'a Source>, needles: &[&str], reason: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.code() {
            for needle in needles.iter().filter(|needle| names(line, needle)) {
                findings.push(format!("{}:{number}: {needle}: {reason}", file.path));
            }
        }
    }
    findings
}

/// Tables of words and tests may be as long as what they list.
fn length_of_files(files: &[Source]) -> Vec<String> {
    let counted = files.iter().filter(|file| file.is_rust());
    let counted = counted.filter(|file| !file.path.starts_with("src/lexicon/") && !file.path.starts_with("tests/"));
    let long = counted.map(|file| (file, file.text.lines().count())).filter(|(_, lines)| *lines > LONGEST);
    long.map(|(file, lines)| format!("{}: {lines} lines, {LONGEST} are the most: split it", file.path)).collect()
}

fn files_say_what_they_know(files: &[Source]) -> Vec<String> {
    let sources =
        files.iter().filter(|file| file.is_rust() && (file.path.starts_with("src/") || file.path.contains("/src/")));
    let silent = sources.filter(|file| !file.text.starts_with("//!"));
    silent.map(|file| format!("{}: open with `//!` and what the file knows", file.path)).collect()
}

fn colours_live_in_the_tokens(files: &[Source]) -> Vec<String> {
    let styles = files.iter().filter(|file| file.path.starts_with("style/") && file.path.ends_with(".css"));
    let mut findings = Vec::new();
    for file in styles.filter(|file| file.path != "style/tokens.css") {
        for (number, line) in without_css_comments(&file.text).lines().enumerate() {
            if has_raw_colour(line) {
                findings.push(format!("{}:{}: a raw colour; name it in style/tokens.css", file.path, number + 1));
            }
        }
    }
    findings
}

fn has_raw_colour(line: &str) -> bool {
    let line = line.to_lowercase();
    let calls = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    // A selector `#abc` stands before the colon of a declaration or alone; a colour stands after one.
    let value = line.split_once(':').map_or("", |(_, value)| value);
    let hex = value.match_indices('#').any(|(at, _)| {
        let digits = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        [3, 4, 6, 8].contains(&digits)
    });
    hex || calls.iter().any(|call| names(&line, call.trim_end_matches('(')) && line.contains(call))
}

/// The text with comments blanked out, lines kept.
fn without_css_comments(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        kept.push_str(before);
        kept.extend(comment.chars().filter(|sign| *sign == '\n'));
        rest = after;
    }
    kept + rest
}

fn a_style_belongs_to_a_component(files: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        let Some(name) = file.path.strip_prefix("style/components/").and_then(|name| name.strip_suffix(".css")) else {
            continue;
        };
        let component = format!("src/view/components/{}.rs", name.replace('-', "_"));
        if !files.iter().any(|file| file.path == component) {
            findings.push(format!("{}: there is no {component} that it belongs to", file.path));
        }
    }
    findings
}

/// Paths of somebody's machine say nothing to anybody else. Put together here, so that this file holds none.
fn no_paths_of_a_machine(files: &[Source]) -> Vec<String> {
    let needles: Vec<String> =
        ["home", "root", "work", "Users", "tmp"].iter().map(|folder| format!("/{folder}/")).collect();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !file.path.starts_with("seeds/")) {
        for (number, line) in file.text.lines().enumerate() {
            for needle in &needles {
                // A path starts where no other name ends: `src/work/x.rs` and `https://host/home/` are not meant.
                let starts =
                    |at: usize| !line[..at].ends_with(|sign: char| sign.is_alphanumeric() || "._-/}>".contains(sign));
                if line.match_indices(needle).any(|(at, _)| starts(at)) {
                    findings.push(format!("{}:{}: the path of a machine ({needle})", file.path, number + 1));
                }
            }
        }
    }
    findings
}

/// A rule of the house: its name, and what it finds.
type Rule = fn(&[Source]) -> Vec<String>;

const RULES: &[(&str, Rule)] = &[
    ("order of rooms", order_of_rooms),
    ("the browser stays in the view", browser_only_in_view),
    ("no files and no output in the library", no_files_or_output_in_the_library),
    ("length of files", length_of_files),
    ("files say what they know", files_say_what_they_know),
    ("colours live in the tokens", colours_live_in_the_tokens),
    ("a style belongs to a component", a_style_belongs_to_a_component),
    ("no paths of a machine", no_paths_of_a_machine),
];

/// The files that git tracks or would track; without git, those of the folders that matter.
fn files() -> Vec<Source> {
    // Asked for now and not when compiled: two checkouts may share a target folder.
    let root = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&root);
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()
        .filter(|output| output.status.success())
        .map(|output| String::from_utf8_lossy(&output.stdout).split_terminator('\0').map(str::to_owned).collect());
    let paths: Vec<String> = listed.filter(|paths: &Vec<String>| !paths.is_empty()).unwrap_or_else(|| walk(root));
    // What is not text, or is listed and deleted, is none of these rules' business.
    let read = |path: String| fs::read_to_string(root.join(&path)).ok().map(|text| Source { path, text });
    paths.into_iter().filter_map(read).collect()
}

fn walk(root: &Path) -> Vec<String> {
    let mut folders: Vec<PathBuf> =
        ["src", "xtask", "style", "tests", "docs"].iter().map(|name| root.join(name)).collect();
    let mut paths = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
                folders.push(path);
            } else if let Ok(inside) = path.strip_prefix(root) {
                paths.push(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    paths
}

#[test]
fn the_house_is_tidy() {
    let files = files();
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the files of the project were not found");
    let mut report = String::new();
    for (name, rule) in RULES {
        for finding in rule(&files) {
            report.push_str(&format!("\n  [{name}] {finding}"));
        }
    }
    assert!(report.is_empty(), "the house is not tidy:{report}");
}

#[test]
fn every_room_has_its_place() {
    for file in files().iter().filter(|file| file.path.starts_with("src/") && file.path.matches('/').count() > 1) {
        assert!(
            file.room().is_some() || file.path.starts_with("src/bin/"),
            "{}: a room that has no place in the order",
            file.path
        );
    }
}

/// What each rule must find, and what it must leave alone, in files made up for the purpose.
#[test]
fn each_rule_finds_what_breaks_it() {
    let found = |rule: Rule, path: &str, text: &str| {
        let file = Source { path: path.to_owned(), text: text.to_owned() };
        rule(&[file]).len()
    };

    assert_eq!(found(order_of_rooms, "src/text/a.rs", "use crate::model::Report;"), 0);
    assert_eq!(found(order_of_rooms, "src/text/a.rs", "use crate::token::Token;"), 1);
    assert_eq!(found(order_of_rooms, "src/text/a.rs", "let x = crate::view::x();"), 1);
    assert_eq!(found(order_of_rooms, "src/text/a.rs", "use crate::{\n    model::{token, Report},\n    rules,\n};"), 1);
    assert_eq!(found(order_of_rooms, "src/text/a.rs", "use crate::text::fold; // not crate::view"), 0);
    assert_eq!(found(order_of_rooms, "src/text/a.rs", "#[cfg(test)]\nuse crate::token::Token;"), 0);
    assert_eq!(found(order_of_rooms, "src/chart/a.rs", "use crate::library::Series;"), 0);
    assert_eq!(found(order_of_rooms, "src/chart/a.rs", "use crate::summarize::read;"), 1);
    assert_eq!(found(order_of_rooms, "src/format/mod.rs", "use crate::rules;"), 1);
    assert_eq!(found(order_of_rooms, "src/view/a.rs", "use crate::{chart, library::{Series, find}, format};"), 0);

    assert_eq!(found(browser_only_in_view, "src/chart/a.rs", "use leptos::prelude::*;"), 1);
    assert_eq!(found(browser_only_in_view, "src/lib.rs", "web_sys::window();"), 1);
    assert_eq!(found(browser_only_in_view, "src/view/a.rs", "use leptos::prelude::*;"), 0);
    assert_eq!(found(browser_only_in_view, "src/chart/a.rs", "let leptospirosis = 1; // leptos"), 0);

    assert_eq!(found(no_files_or_output_in_the_library, "src/rules/a.rs", "println!(\"x\");"), 1);
    assert_eq!(found(no_files_or_output_in_the_library, "src/rules/a.rs", "use std::fs;"), 1);
    assert_eq!(found(no_files_or_output_in_the_library, "src/rules/a.rs", "std::fs::read(path)"), 1);
    assert_eq!(found(no_files_or_output_in_the_library, "src/bin/a.rs", "println!(\"x\");"), 0);
    assert_eq!(found(no_files_or_output_in_the_library, "xtask/src/a.rs", "println!(\"x\");"), 0);

    let long = "//!\n".repeat(LONGEST + 1);
    assert_eq!(found(length_of_files, "src/rules/a.rs", &long), 1);
    assert_eq!(found(length_of_files, "src/rules/a.rs", &long[4..]), 0);
    assert_eq!(found(length_of_files, "src/lexicon/a.rs", &long), 0);

    assert_eq!(found(files_say_what_they_know, "src/a.rs", "use x;\n//! late"), 1);
    assert_eq!(found(files_say_what_they_know, "xtask/src/a.rs", ""), 1);
    assert_eq!(found(files_say_what_they_know, "src/a.rs", "//! A file."), 0);

    assert_eq!(found(colours_live_in_the_tokens, "style/base.css", "a {\n  color: #0af;\n}"), 1);
    assert_eq!(found(colours_live_in_the_tokens, "style/base.css", "a { color: rgb(1 2 3) }"), 1);
    assert_eq!(found(colours_live_in_the_tokens, "style/base.css", "a { background: HSL(1 2% 3%) }"), 1);
    assert_eq!(found(colours_live_in_the_tokens, "style/base.css", "#add { color: var(--ink) } /* #fff\n#000 */"), 0);
    assert_eq!(found(colours_live_in_the_tokens, "style/tokens.css", ":root { --ink: #111 }"), 0);

    assert_eq!(found(a_style_belongs_to_a_component, "style/components/metric-card.css", ""), 1);
    let pair = ["style/components/metric-card.css", "src/view/components/metric_card.rs"];
    let pair = pair.map(|path| Source { path: path.to_owned(), text: String::new() });
    assert_eq!(a_style_belongs_to_a_component(&pair).len(), 0);

    let machine = format!("see /{}/someone/notes", "home");
    assert_eq!(found(no_paths_of_a_machine, "docs/a.md", &machine), 1);
    assert_eq!(found(no_paths_of_a_machine, "docs/a.md", "https://example.org/home/ and src/work/a.rs"), 0);
}
