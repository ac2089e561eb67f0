//! Room 4: facts → [`Report`]. Joins what stands together and hands down what is told once: period, area and sector.
//! Matches no patterns; what a word means was settled by the rules.
//!
//! ```
//! let report = tongket::summarize::parse("Nộp ngân sách nhà nước năm 2023 ước đạt 99.323 tỷ đồng, tăng 1,31% so với năm 2022.");
//! let figure = &report.observations[0];
//! assert_eq!(figure.quote, "ước đạt 99.323 tỷ đồng");
//! assert_eq!(figure.indicator.as_deref(), Some("Nộp ngân sách nhà nước"));
//! assert_eq!(figure.change.as_ref().unwrap().against.unwrap().to_string(), "2022");
//! ```

mod against;
mod blocks;
mod byline;
mod clause;
mod context;
mod counted;
mod demand;
mod entries;
mod events;
mod field;
mod figure;
mod following;
mod indicator;
mod inherit;
mod join;
mod listed;
mod meeting;
mod meta;
mod named;
mod observation;
mod owner;
mod pair;
mod part;
mod people;
mod phrase;
mod place;
mod ranked;
mod references;
mod row;
mod sentence;
mod settle;
mod spread;
mod table;
mod tasks;
mod told;
mod when;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use crate::model::{BlockKind, Diagnostic, FORMAT_VERSION, Report};
use crate::rules;
use crate::text::{Offsets, ReadError, Span, decode, normalize};

use context::Context;

/// Parses a text that came from no file. Any text gives a report.
pub fn parse(text: &str) -> Report {
    parse_text(text, None)
}

/// Parses the bytes of a file; `file` is its base name without its ending.
///
/// # Errors
/// When the bytes are not UTF-8 or are more than [`crate::text::MAX_BYTES`].
pub fn parse_bytes(bytes: &[u8], file: Option<&str>) -> Result<Report, ReadError> {
    Ok(parse_text(decode(bytes)?, file))
}

fn parse_text(raw: &str, file: Option<&str>) -> Report {
    let text = normalize(raw);
    let offsets = Offsets::new(&text);
    let lines = blocks::classify(&text);
    let (head, read) = meta::read(&text, &lines);
    let mut read = read.into_iter();
    let mut context = Context::new(&head);
    let mut found = Found::default();
    let mut telling = entries::Telling::default();
    for line in &lines {
        if line.kind == BlockKind::Boilerplate {
            continue;
        }
        let scene = read.next().unwrap_or_else(|| rules::read(&text, line.span));
        context.enter(&scene, line.kind);
        let told = rules::read_entries(&scene);
        entries::enter(&told, line.kind, &context, &mut telling);
        let mut rest = sentence::split(&told).into_iter().peekable();
        for range in sentence::split(&scene) {
            let end = scene.span(&scene.nodes[range.end - 1]).end;
            observation::collect(&scene, range, line.kind, &mut context, &mut found);
            // The two readings may cut a sentence at different places; each is read under the frame that holds at its start.
            while let Some(range) = rest.next_if(|r| told.span(&told.nodes[r.start]).start < end) {
                let sentence = entries::Sentence { scene: &told, range, block: line.kind };
                entries::collect(&sentence, &mut context, &mut telling, &mut found);
            }
        }
        found.unread(&scene);
    }
    entries::finish(&text, &context, &telling, &mut found);
    settle::finish(&telling, &context, &mut found);
    let mut report = Report {
        version: FORMAT_VERSION,
        id: String::new(),
        meta: head.meta(file, hex(&Sha256::digest(raw.as_bytes()))),
        blocks: lines.iter().map(|line| line.block(&offsets)).collect(),
        observations: Vec::new(),
        events: Vec::new(),
        references: Vec::new(),
        people: Vec::new(),
        tasks: Vec::new(),
        diagnostics: Vec::new(),
        text: String::new(),
    };
    report.id = meta::id(&report.meta);
    found.into_report(&text, &offsets, &mut report);
    drop(offsets);
    report.text = text;
    report
}

/// What was found so far, with places in bytes.
#[derive(Debug, Default)]
struct Found {
    observations: Vec<(Span, crate::model::Observation)>,
    /// Which of them count who came to a meeting.
    attending: Vec<usize>,
    events: Vec<(Span, crate::model::Event)>,
    references: Vec<(Span, crate::model::Reference)>,
    people: Vec<(Span, crate::model::Person)>,
    tasks: Vec<(Span, crate::model::Task)>,
    /// Tasks of what is to open or to begin, with the day, the month or the quarter by which it is to.
    due: Vec<(Span, crate::model::Period, crate::model::Sector)>,
    /// The place of each person's entry, by the folded name.
    names: FxHashMap<String, usize>,
    /// Numbers and names of the documents told so far.
    numbers: FxHashSet<String>,
    documents: FxHashMap<String, Vec<String>>,
    covered: Vec<Span>,
    /// Figures of the block that are part of what another one counts, in order.
    parts: Vec<Span>,
    unread: Vec<(Span, &'static str)>,
}

impl Found {
    /// Notes every number that no entry covers, with what it was read as.
    fn unread(&mut self, scene: &rules::Scene<'_>) {
        let mut whole: Vec<usize> = (0..scene.facts.len()).collect();
        // A fact is made after its parts, so from the last to the first each knows what it ended up in.
        for at in (0..scene.facts.len()).rev() {
            for &part in &scene.facts[at].parts {
                whole[part as usize] = whole[at];
            }
        }
        let first = self.unread.len();
        let mut covered = std::mem::take(&mut self.covered);
        covered.sort_unstable();
        let mut furthest = 0;
        let ends: Vec<u32> = covered
            .iter()
            .map(|span| {
                furthest = span.end.max(furthest);
                furthest
            })
            .collect();
        for (at, fact) in scene.facts.iter().enumerate() {
            if !matches!(fact.value, rules::Value::Number(..)) {
                continue;
            }
            let before = covered.partition_point(|span| span.start <= fact.span.start);
            if before > 0 && ends[before - 1] >= fact.span.end {
                continue;
            }
            let before = self.parts.partition_point(|span| span.start <= fact.span.start);
            let part = before > 0 && fact.span.end <= self.parts[before - 1].end;
            let kind = match scene.facts[whole[at]].value {
                rules::Value::Time(_) | rules::Value::Comparison(_) => "time",
                rules::Value::Opaque => "name",
                _ if part => "name",
                rules::Value::Quantity(quantity) if quantity.weak => "span_of_time",
                _ => "unread_number",
            };
            self.unread.push((fact.span, kind));
        }
        self.parts.clear();
        self.unread[first..].sort_unstable();
    }

    fn into_report(mut self, text: &str, offsets: &Offsets<'_>, report: &mut Report) {
        let place = |span: Span| (span.of(text).to_owned(), offsets.code_points(span.start as usize));
        let mut observations = self.observations;
        observations.sort_by_key(|(span, _)| *span);
        for (number, (span, mut entry)) in observations.into_iter().enumerate() {
            (entry.quote, entry.at) = place(span);
            entry.id = format!("o{}", number + 1);
            report.observations.push(entry);
        }
        self.events.sort_by_key(|(span, _)| *span);
        for (number, (span, mut entry)) in self.events.into_iter().enumerate() {
            (entry.quote, entry.at) = place(span);
            entry.id = format!("e{}", number + 1);
            report.events.push(entry);
        }
        for (number, (span, mut entry)) in self.references.into_iter().enumerate() {
            (entry.quote, entry.at) = place(span);
            entry.id = format!("r{}", number + 1);
            report.references.push(entry);
        }
        for (number, (span, mut entry)) in self.people.into_iter().enumerate() {
            (entry.quote, entry.at) = place(span);
            entry.id = format!("p{}", number + 1);
            report.people.push(entry);
        }
        for (number, (span, mut entry)) in self.tasks.into_iter().enumerate() {
            (entry.quote, entry.at) = place(span);
            entry.id = format!("t{}", number + 1);
            report.tasks.push(entry);
        }
        for (span, kind) in self.unread {
            let (quote, at) = place(span);
            let message = match kind {
                "time" => format!("“{quote}” was read as a time."),
                "name" => format!("“{quote}” was read as a name or a number that counts nothing."),
                "span_of_time" => format!("“{quote}” was read as a span of time."),
                _ => format!("The number “{quote}” was seen and not understood."),
            };
            report.diagnostics.push(Diagnostic { kind: kind.to_owned(), quote, at, message });
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
