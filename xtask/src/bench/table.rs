//! The tables of docs/performance.md: figures of all pages, budgets of the viewer, and where they stand in the document.

use super::budget::{BUDGETS, Verdict};
use super::results::{Figure, Results};
use super::{FLOOR, SIZES};
use crate::sh::Outcome;

const BEGIN: &str = "<!-- bench: begin. Written by `cargo xtask bench`; what stands here is replaced. -->";
const END: &str = "<!-- bench: end -->";

/// A column: its head, and what it says of a page.
type Column = (&'static str, fn(&Of<'_>) -> Option<String>);

/// One page with one size of the data.
struct Of<'a> {
    results: &'a Results,
    size: &'a str,
    page: &'a str,
}

const COLUMNS: &[Column] = &[
    ("kB", |of| of.plain("kb", 0)),
    ("first paint", |of| of.plain("fcp", 0)),
    ("readable", |of| of.plain("readable", 0)),
    ("ready", |of| of.spread("ready", 0)),
    ("× floor", |of| {
        let floor = of.results.median(of.size, FLOOR, "ready")?;
        Some(format!("{:.1}", of.results.median(of.size, of.page, "ready")? / floor))
    }),
    ("blocking", |of| of.spread("blocking", 0)),
    ("longest task", |of| of.plain("longest", 0)),
    ("shift", |of| of.plain("cls", 2)),
    ("key → result, median / p95", |of| Some(format!("{} / {}", of.plain("key50", 0)?, of.plain("key95", 0)?))),
    ("focus", |of| of.plain("focus", 0)),
    ("first key", |of| of.plain("first_key", 0)),
    ("frames > 50 ms", |of| of.spread("slow_frames", 0)),
    ("heap + wasm, MB", |of| of.plain("memory", 1)),
];

impl Of<'_> {
    fn figure(&self, measure: &str) -> Option<Figure> {
        self.results.figure(self.size, self.page, measure)
    }

    fn plain(&self, measure: &str, digits: usize) -> Option<String> {
        self.figure(measure).map(|figure| format!("{:.digits$}", figure.median))
    }

    fn spread(&self, measure: &str, digits: usize) -> Option<String> {
        let Figure { median, least, most } = self.figure(measure)?;
        let [median, least, most] = [median, least, most].map(|number| format!("{number:.digits$}"));
        Some(if least == most { median } else { format!("{median} [{least}–{most}]") })
    }
}

/// All that is told of a run, as Markdown; `unbuilt` are the pages that could not be measured, each with the reason.
pub fn report(results: &Results, unbuilt: &[(String, String)]) -> String {
    let about = |what| results.about(what);
    let mut parts = vec![format!(
        "Measured {}: {}, {}; {} runs, load average {}, its own included.",
        about("day"),
        about("browser"),
        about("machine"),
        about("runs"),
        about("load"),
    )];
    for (size, title) in SIZES {
        let pages = results.pages(size);
        if pages.is_empty() {
            continue;
        }
        let rows = pages.iter().map(|page| {
            let of = Of { results, size, page };
            let cells = COLUMNS.iter().map(|(_, tell)| tell(&of).unwrap_or_else(|| "–".to_owned()));
            [(*page).to_owned()].into_iter().chain(cells).collect()
        });
        let head: Vec<&str> = ["page"].into_iter().chain(COLUMNS.iter().map(|(name, _)| *name)).collect();
        parts.push(format!("{title}:\n\n{}", markdown(&head, rows.collect())));
    }
    let verdicts = BUDGETS.iter().map(|budget| row(budget.judge(results)));
    parts.push(format!(
        "Budgets of the viewer:\n\n{}",
        markdown(&["data", "figure", "budget", "measured", "", "in floors of this run", ""], verdicts.collect())
    ));
    for (page, reason) in unbuilt {
        parts.push(format!("Not measured: {page} ({reason})."));
    }
    for (size, page, reason) in results.failed() {
        parts.push(format!("Runs of {page} with {size} data did not come to their end: {reason}."));
    }
    parts.join("\n\n")
}

fn row(verdict: Verdict) -> Vec<String> {
    let said = |holds| if holds { "met" } else { "**missed**" }.to_owned();
    let held = verdict.holds.map_or_else(|| "not measured".to_owned(), said);
    let measured = verdict.measured.unwrap_or_else(|| "–".to_owned());
    let (floors, held_in_floors) =
        verdict.floors.map_or_else(|| ("–".to_owned(), String::new()), |(told, holds)| (told, said(holds)));
    vec![verdict.size.to_owned(), verdict.name.to_owned(), verdict.limit, measured, held, floors, held_in_floors]
}

/// A table whose columns line up as plain text too.
fn markdown(head: &[&str], rows: Vec<Vec<String>>) -> String {
    let width = |text: &str| text.chars().count();
    let widths: Vec<usize> = (0..head.len())
        .map(|at| rows.iter().map(|row| width(&row[at])).chain([width(head[at]), 3]).max().unwrap_or(0))
        .collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).enumerate().map(|(at, (cell, &wide))| {
            let space = " ".repeat(wide - width(cell));
            if at == 0 { format!("{cell}{space}") } else { format!("{space}{cell}") }
        });
        format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
    };
    let rules: Vec<String> = widths
        .iter()
        .enumerate()
        .map(|(at, &wide)| if at == 0 { "-".repeat(wide) } else { format!("{}:", "-".repeat(wide - 1)) })
        .collect();
    let mut lines = vec![line(head.to_vec()), line(rules.iter().map(String::as_str).collect())];
    lines.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    lines.join("\n")
}

/// The document with the report between its marks.
pub fn placed(document: &str, report: &str) -> Outcome<String> {
    let found = document.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = found.ok_or_else(|| format!("it has no place for the tables: `{BEGIN}` and `{END}`."))?;
    Ok(format!("{before}{BEGIN}\n\n{report}\n\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stand_in_order_and_what_is_missing_is_told() {
        let results = Results::read(
            "about\tday\t2026-01-02\nfigure\tsmall\treact\tready\t2000\t1900\t2100\nfigure\tsmall\tlimit\tready\t500\t500\t500\n\
             figure\tsmall\tapp\tready\t1000\t900\t1100\nfailed\tsmall\tapp\tno search",
        );
        let report = report(&results, &[("echarts".to_owned(), "its build failed".to_owned())]);
        let at = |text: &str| report.find(text).unwrap_or_else(|| panic!("{text} in {report}"));
        assert!(at("| limit") < at("| app ") && at("| app ") < at("| react"));
        assert!(at("1000 [900–1100]") < at("0.50 × (1000 of 2000 ms)"));
        assert!(report.contains(" 2.0 |"), "twice the floor: {report}");
        assert!(report.contains("Not measured: echarts (its build failed)."));
        assert!(report.contains("Runs of app with small data did not come to their end: no search."));
        assert_eq!(report.matches("not measured |").count(), BUDGETS.len() - 1);
        assert_eq!(report.matches(" met |").count(), 1);
    }

    #[test]
    fn a_table_lines_up() {
        let table = markdown(&["page", "ms"], vec![vec!["số".to_owned(), "1.234".to_owned()]]);
        assert_eq!(table, "| page |    ms |\n| ---- | ----: |\n| số   | 1.234 |");
    }

    #[test]
    fn the_document_keeps_what_is_around_the_tables() {
        let document = format!("before\n\n{BEGIN}\nold\n{END}\n\nafter\n");
        let once = placed(&document, "new").unwrap();
        assert_eq!(once, format!("before\n\n{BEGIN}\n\nnew\n\n{END}\n\nafter\n"));
        assert_eq!(placed(&once, "new"), Ok(once.clone()), "once more is the same");
        assert!(placed("nothing", "new").is_err());
    }
}
