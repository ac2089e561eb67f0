//! How long a library of 5,000 reports of 8 kB takes, from texts and from summaries, and how much memory.
//!
//! Criterion measures a tenth of it; the whole is built once and its time and peak memory are printed (the peak where the
//! system tells it).

mod common;

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group};
use rayon::prelude::*;
use tongket::format::finding_message;
use tongket::library::store::{Card, Index, read_report, report_json};
use tongket::library::{Collection, timeline};
use tongket::model::Report;
use tongket::summarize::parse;

/// How many reports the whole has.
const REPORTS: usize = 5_000;

fn from_texts(texts: &[String]) -> Collection {
    Collection::new(texts.par_iter().map(|text| parse(text)).collect())
}

fn from_ndjson(ndjson: &str) -> Collection {
    let lines: Vec<&str> = ndjson.lines().collect();
    Collection::new(lines.par_iter().map(|line| read_report(line).unwrap()).collect())
}

/// Gives each report back as soon as it is written, so that only the text is left.
fn ndjson(collection: Collection) -> String {
    collection.reports.into_iter().fold(String::new(), |text, report| text + &report_json(&report))
}

/// Begins a step: the clocks, and the peak of memory, which counts what the step begins with.
fn begin() -> (Instant, f64) {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    (Instant::now(), processor())
}

/// Seconds that the process has had of all processors, so that a busy machine shows: fields 14 and 15 in hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default();
    fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Most memory that the process has had since then.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: Option<u64> = line.trim().trim_end_matches(" kB").parse().ok();
    kilobytes.map_or("unknown".into(), |n| format!("{} MB", n / 1024))
}

fn whole() {
    let texts = common::texts(REPORTS, 20_210_112);
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{REPORTS} reports, {:.1} MB of text, {} threads", bytes as f64 / 1e6, rayon::current_num_threads());
    let said = |what: &str, start: (Instant, f64)| {
        let (time, work) = (start.0.elapsed().as_secs_f64(), processor() - start.1);
        println!("{what:<36} {time:>7.2} s, {work:>6.2} s of processors   peak {}", peak());
    };

    let start = begin();
    let collection = from_texts(&texts);
    said("collection from texts", start);
    drop(texts);

    let start = begin();
    let index = Index::of(collection.reports.par_iter().map(Card::new).collect()).to_json();
    said("index with headlines and coverage", start);
    println!("{:<36} {:>7.2} MB", "", index.len() as f64 / 1e6);

    let start = begin();
    let all: Vec<&Report> = collection.reports.iter().collect();
    let entries: usize = timeline(&all).iter().map(|year| year.entries.len()).sum();
    said("timeline", start);
    println!("{:<36} {entries:>7} entries of {} events", "", all.iter().map(|r| r.events.len()).sum::<usize>());

    let start = begin();
    let collection = collection.together(finding_message);
    said("what they say together", start);
    let across = &collection.across;
    println!(
        "{:<36} {:>7} series, {} findings, {} shared events",
        "",
        across.series.len(),
        across.findings.len(),
        across.events.len()
    );

    let ndjson = ndjson(collection);
    let start = begin();
    let collection = from_ndjson(&ndjson);
    said("collection from NDJSON", start);
    println!("{:<36} {:>7.2} MB", "", ndjson.len() as f64 / 1e6);

    let start = begin();
    let cards = Index::read(&index).unwrap().cards.len();
    said("index read", start);
    assert_eq!(cards, collection.reports.iter().map(|r| &r.id).collect::<std::collections::HashSet<_>>().len());
}

fn building(c: &mut Criterion) {
    let texts = common::texts(REPORTS / 10, 20_210_112);
    let collection = from_texts(&texts);
    let lines = ndjson(collection.clone());
    let mut group = c.benchmark_group("library");
    group.sample_size(10).throughput(Throughput::Elements(texts.len() as u64));
    group.bench_function("from texts", |b| b.iter(|| from_texts(black_box(&texts))));
    group.bench_function("from NDJSON", |b| b.iter(|| from_ndjson(black_box(&lines))));
    group.bench_function("index", |b| b.iter(|| Index::new(black_box(&collection.reports)).to_json()));
    group.finish();
}

criterion_group!(benches, building);

fn main() {
    whole();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
