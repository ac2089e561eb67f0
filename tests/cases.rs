//! Runs the cases of `tests/cases/*.txt`: a text, and what is read from it. `tests/README.md` tells the format.
//!
//! `BLESS=1 cargo test --test cases` writes what is found as what is expected; read the difference before committing it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use tongket::model::{Bound, Change, Observation, Report};
use tongket::summarize::parse;

struct Case {
    name: String,
    input: String,
    expected: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn read(path: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut cases = Vec::new();
    for part in format!("\n{text}").split("\n--- ").skip(1) {
        let (name, body) = part.split_once('\n').unwrap_or((part, ""));
        let (input, expected) = body.split_once("\n===").unwrap_or_else(|| panic!("{name}: no line ==="));
        cases.push(Case { name: name.into(), input: input.into(), expected: expected.trim().into() });
    }
    assert!(!cases.is_empty(), "{}: no cases", path.display());
    cases
}

fn number(value: f64) -> String {
    format!("{value}")
}

fn show_change(change: &Change) -> String {
    let mut out = change.direction.to_string();
    if let (Some(from), Some(to)) = (change.from, change.to) {
        let _ = write!(out, " {} → {}", number(from.get()), number(to.get()));
    }
    if let Some(size) = change.number {
        let _ = write!(out, " {}", number(size.get()));
    }
    if let Some(high) = change.high {
        let _ = write!(out, "..{}", number(high.get()));
    }
    if let Some(unit) = &change.unit {
        let _ = write!(out, " {unit}");
    }
    if let Some(bound) = change.bound {
        let _ = write!(out, " {bound}");
    }
    if let Some(against) = change.against {
        let _ = write!(out, " against {against}");
    }
    out
}

fn quantity(o: &Observation) -> Option<String> {
    let mut out = format!("{} = {}", o.quote, number(o.number?.get()));
    if let Some(high) = o.high {
        let _ = write!(out, "..{}", number(high.get()));
    }
    if let Some(unit) = &o.unit {
        let _ = write!(out, " {unit}");
    }
    if o.bound != Bound::Exact {
        let _ = write!(out, " {}", o.bound);
    }
    Some(out)
}

fn rank(o: &Observation) -> Option<String> {
    if let Some(ratio) = &o.ratio {
        return Some(format!("{} = {} of {}", o.quote, number(ratio.part.get()), number(ratio.whole.get())));
    }
    let rank = o.rank.as_ref()?;
    let of = rank.of.map(|of| format!(" of {}", number(of.get()))).unwrap_or_default();
    let scope = rank.scope.as_ref().map(|scope| format!(" in {scope}")).unwrap_or_default();
    let bound = if o.bound == Bound::Exact { String::new() } else { format!(" {}", o.bound) };
    Some(format!("{} = place {}{of}{scope}{bound}", o.quote, number(rank.position.get())))
}

fn or_dash<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(|| "-".into(), ToString::to_string)
}

/// What a report says of the kind that a file of cases is named for, a line each.
fn show(kind: &str, report: &Report) -> String {
    let observations = report.observations.iter();
    let lines: Vec<String> = match kind {
        "quantities" => observations.filter_map(quantity).collect(),
        "changes" => {
            observations.filter_map(|o| Some(format!("{}: {}", o.quote, show_change(o.change.as_ref()?)))).collect()
        }
        "ranks" => observations.filter_map(rank).collect(),
        "periods" => observations.map(|o| format!("{} @ {}", o.quote, or_dash(&o.period))).collect(),
        "indicators" => observations.map(|o| format!("{}: {}", o.quote, or_dash(&o.indicator))).collect(),
        "statuses" => observations.map(|o| format!("{}: {}", o.quote, o.status)).collect(),
        "places" => observations.map(|o| format!("{}: {}", o.quote, or_dash(&o.area))).collect(),
        "sectors" => observations.map(|o| format!("{}: {}", o.quote, o.sector)).collect(),
        "meta" => {
            let m = &report.meta;
            vec![
                format!("title: {}", or_dash(&m.title)),
                format!("published: {}", or_dash(&m.published)),
                format!("publisher: {}", or_dash(&m.publisher)),
                format!("author: {}", or_dash(&m.author)),
                format!("period: {}", or_dash(&m.period)),
                format!("area: {}", or_dash(&m.area)),
            ]
        }
        "people" => report
            .people
            .iter()
            .map(|p| {
                format!("people: {} | {}", p.name, if p.roles.is_empty() { "-".into() } else { p.roles.join("; ") })
            })
            .collect(),
        "references" => report
            .references
            .iter()
            .map(|r| {
                format!("reference: {} | {} | {} | {}", r.kind, or_dash(&r.number), or_dash(&r.date), or_dash(&r.title))
            })
            .collect(),
        "events" => {
            report.events.iter().map(|e| format!("event: {} | {} | {}", or_dash(&e.date), e.kind, e.quote)).collect()
        }
        "tasks" => {
            report.tasks.iter().map(|t| format!("task: {} | {} | {}", or_dash(&t.horizon), t.sector, t.quote)).collect()
        }
        "unread" => report.diagnostics.iter().map(|d| format!("{}: {}", d.kind, d.quote)).collect(),
        other => panic!("tests/cases/{other}.txt: no such kind of case"),
    };
    lines.join("\n")
}

fn check(kind: &str) {
    let path = folder().join(format!("{kind}.txt"));
    let cases = read(&path);
    let mut failures = String::new();
    let mut blessed = String::new();
    for case in &cases {
        let found = show(kind, &parse(&case.input));
        let _ = write!(blessed, "--- {}\n{}\n===\n{}\n\n", case.name, case.input, found);
        if found != case.expected {
            let _ = writeln!(
                failures,
                "\n--- {}\n{}\nexpected:\n{}\nfound:\n{found}",
                case.name, case.input, case.expected
            );
        }
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, blessed.replace("\n\n\n", "\n\n")).unwrap();
    } else {
        assert!(failures.is_empty(), "{kind}: {failures}");
    }
}

macro_rules! kinds {
    ($($kind:ident),+ $(,)?) => {
        $(#[test]
        fn $kind() {
            check(stringify!($kind));
        })+

        #[test]
        fn every_file_of_cases_is_run() {
            for entry in std::fs::read_dir(folder()).unwrap() {
                let path = entry.unwrap().path();
                let kind = path.file_stem().unwrap().to_str().unwrap().to_owned();
                assert!([$(stringify!($kind)),+].contains(&kind.as_str()), "{} is run by no test", path.display());
            }
        }
    };
}

kinds!(
    quantities, changes, ranks, periods, indicators, statuses, places, sectors, meta, unread, people, references,
    events, tasks
);
