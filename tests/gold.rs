//! Agreement with hand-made annotations: `tests/gold`, and `../shared/gold` where that folder is present.
//!
//! The judge is the annotators' own script where it is at hand; here stands the part of it that must hold in every
//! clone: figures and units, counted as the guide counts them.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tongket::summarize::parse_bytes;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Twice the shared words over all words.
fn token_f1(a: &str, b: &str) -> f64 {
    let (a, mut b) = (words(a), words(b));
    let all = a.len() + b.len();
    let hits = a.iter().filter(|w| b.iter().position(|x| x == *w).map(|at| b.swap_remove(at)).is_some()).count();
    if all == 0 { 1.0 } else { 2.0 * hits as f64 / all as f64 }
}

fn f(value: &Value, key: &str) -> Option<f64> {
    value.get(key).and_then(Value::as_f64)
}

/// The first figure that an entry states.
fn figure(entry: &Value) -> Option<f64> {
    let part = |key: &str, inner: &str| entry.get(key).and_then(|v| f(v, inner));
    f(entry, "number")
        .or_else(|| f(entry, "high"))
        .or_else(|| part("change", "number"))
        .or_else(|| part("change", "from"))
        .or_else(|| part("change", "to"))
        .or_else(|| part("rank", "position"))
        .or_else(|| part("ratio", "part"))
}

fn span(entry: &Value) -> (usize, usize) {
    let at = entry["at"].as_u64().unwrap() as usize;
    (at, at + entry["quote"].as_str().unwrap().chars().count())
}

fn overlap(a: &Value, b: &Value) -> usize {
    let ((s1, e1), (s2, e2)) = (span(a), span(b));
    e1.min(e2).saturating_sub(s1.max(s2))
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        (a, b) => a.is_none() == b.is_none(),
    }
}

#[derive(Default)]
struct Tally {
    hit: usize,
    unit: usize,
    missed: usize,
    extra: usize,
}

impl Tally {
    fn f1(&self, hit: usize) -> f64 {
        let lost = (self.hit - hit) * 2;
        2.0 * hit as f64 / (2 * hit + lost + self.missed + self.extra) as f64
    }
}

fn compare(gold: &Value, parse: &Value, tally: &mut Tally) {
    let list = |v: &Value| v["observations"].as_array().cloned().unwrap_or_default();
    let (weak, strong): (Vec<Value>, Vec<Value>) = list(gold).into_iter().partition(|o| o["weak"] == true);
    let mut found = list(parse);
    for entry in &strong {
        let best = (0..found.len())
            .filter(|&i| overlap(entry, &found[i]) > 0 && close(figure(entry), figure(&found[i])))
            .max_by_key(|&i| overlap(entry, &found[i]));
        match best {
            Some(i) => {
                let pair = found.swap_remove(i);
                let unit = |v: &Value| v["unit"].as_str().unwrap_or_default().to_owned();
                let mut units = vec![unit(entry)];
                units.extend(
                    entry["ok"]["unit"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(|u| u.as_str().unwrap_or_default().to_owned()),
                );
                tally.hit += 1;
                tally.unit +=
                    usize::from(entry["number"].is_null() || units.iter().any(|u| token_f1(u, &unit(&pair)) >= 0.5));
            }
            None => tally.missed += 1,
        }
    }
    tally.extra += found.iter().filter(|p| !weak.iter().any(|w| overlap(w, p) > 0)).count();
}

/// Reads a folder of gold files with the texts beside them or in `texts`.
fn agreement(gold: &Path, texts: &Path) -> Tally {
    let mut tally = Tally::default();
    let mut files: Vec<PathBuf> = std::fs::read_dir(gold).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "json"));
    files.sort();
    assert!(!files.is_empty(), "{}: no gold files", gold.display());
    for path in files {
        let gold: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let bytes = std::fs::read(texts.join(gold["report"].as_str().unwrap())).unwrap();
        let report = parse_bytes(&bytes, path.file_stem().and_then(|s| s.to_str())).unwrap();
        compare(&gold, &serde_json::to_value(&report).unwrap(), &mut tally);
    }
    println!(
        "{}: figure F1 {:.3}, figure with unit {:.3} ({} of {} figures, {} spurious)",
        gold.file_name().unwrap().to_string_lossy(),
        tally.f1(tally.hit),
        tally.f1(tally.unit),
        tally.hit,
        tally.hit + tally.missed,
        tally.extra
    );
    tally
}

#[test]
fn the_seeds() {
    let gold = root().join("../shared/gold");
    if !gold.is_dir() {
        println!("the annotations of the seeds are not at hand; left out");
        return;
    }
    let tally = agreement(&gold, &root().join("seeds"));
    assert!(tally.f1(tally.hit) >= 0.98 && tally.f1(tally.unit) >= 0.97);
}

#[test]
fn the_development_set() {
    let gold = root().join("tests/gold");
    let tally = agreement(&gold, &gold);
    assert!(tally.f1(tally.hit) >= 0.95 && tally.f1(tally.unit) >= 0.93);
}
