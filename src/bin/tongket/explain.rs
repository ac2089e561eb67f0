//! `tongket explain`: for each figure the rules that made it, as a tree beside the words.

use std::fmt::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use tongket::model::Report;
use tongket::rules::{NO_FACT, Scene, read};
use tongket::text::{Offsets, Span, lines};

use super::input;

const QUOTE: Style = AnsiColor::Cyan.on_default().bold();
const RULE: Style = AnsiColor::Green.on_default();
const FAINT: Style = Style::new().dimmed();

/// Prints the trees.
///
/// # Errors
/// The sentence that says why the file could not be read.
pub fn run(file: &Path) -> Result<(), Vec<String>> {
    let report = input::report(file).map_err(|message| vec![message])?;
    anstream::print!("{}", explain(&report));
    Ok(())
}

fn explain(report: &Report) -> String {
    let mut out = String::new();
    let offsets = Offsets::new(&report.text);
    let mut observations = report.observations.iter().peekable();
    for line in lines(&report.text) {
        let mut scene: Option<Scene<'_>> = None;
        while let Some(entry) = observations.next_if(|o| o.at < offsets.code_points(line.span.end as usize)) {
            let scene = scene.get_or_insert_with(|| read(&report.text, line.span));
            let _ = writeln!(out, "{QUOTE}{}{QUOTE:#} {FAINT}at {}{FAINT:#}", entry.quote, entry.at);
            let _ = writeln!(out, "  {}", summary(entry));
            let end = entry.at + entry.quote.chars().count();
            for node in scene.nodes.iter().filter(|node| node.fact != NO_FACT) {
                let span = scene.span(node);
                let (from, to) = (offsets.code_points(span.start as usize), offsets.code_points(span.end as usize));
                if from < end && entry.at < to {
                    tree(&mut out, scene, node.fact, 1);
                }
            }
        }
    }
    let unread = report.diagnostics.iter().filter(|d| d.kind == "unread_number").count();
    let _ = writeln!(out, "{FAINT}{} figures; {unread} numbers not understood{FAINT:#}", report.observations.len());
    out
}

fn summary(entry: &tongket::model::Observation) -> String {
    let text = |value: Option<&str>| value.unwrap_or("–").to_owned();
    format!(
        "{} | period {} | area {} | {} | {}",
        text(entry.indicator.as_deref()),
        text(entry.period.map(|p| p.to_string()).as_deref()),
        text(entry.area.as_ref().map(|a| a.code())),
        entry.status,
        entry.sector
    )
}

fn tree(out: &mut String, scene: &Scene<'_>, fact: u32, depth: usize) {
    let Some(fact) = scene.facts.get(fact as usize) else { return };
    let words = Span::of(fact.span, scene.text);
    let _ = writeln!(out, "{:indent$}{RULE}{}{RULE:#}  {FAINT}{words}{FAINT:#}", "", fact.rule, indent = depth * 2);
    for &part in &fact.parts {
        tree(out, scene, part, depth + 1);
    }
}
