//! Agreement with hand-made annotations: `tests/gold`, and `../shared/gold` where that folder is present.
//!
//! The judge is the annotators' own script where it is at hand; here stands the part of it that must hold in every
//! clone: figures, units and what is told of each figure, counted as the guide counts them.

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
    /// How many of the found figures agree in each of [`FIELDS`].
    fields: [usize; FIELDS.len()],
    /// The sum of the agreement of their indicators.
    indicators: f64,
}

/// What is told of a figure and must be the same; the change but for what only its wording tells.
const FIELDS: [&str; 6] = ["bound", "status", "period", "area", "sector", "change"];

impl Tally {
    fn f1(&self, hit: usize) -> f64 {
        let lost = (self.hit - hit) * 2;
        2.0 * hit as f64 / (2 * hit + lost + self.missed + self.extra) as f64
    }

    fn field(&self, name: &str) -> f64 {
        let at = FIELDS.iter().position(|field| *field == name).unwrap();
        self.fields[at] as f64 / self.hit as f64
    }

    fn indicator(&self) -> f64 {
        self.indicators / self.hit as f64
    }

    /// Fails where a measure is below its least; each is told with its name.
    fn holds(&self, least: &[(&str, f64)]) {
        for &(name, least) in least {
            let measured = match name {
                "figure" => self.f1(self.hit),
                "unit" => self.f1(self.unit),
                "indicator" => self.indicator(),
                field => self.field(field),
            };
            assert!(measured >= least, "{name}: {measured:.3} is below {least}");
        }
    }
}

/// Whether the parse agrees in a field with one of the readings that the gold lets pass.
fn agrees(field: &str, gold: &Value, parse: &Value) -> bool {
    let told = parse.get(field).unwrap_or(&Value::Null);
    let others = gold["ok"][field].as_array().into_iter().flatten();
    if std::iter::once(gold.get(field).unwrap_or(&Value::Null)).chain(others).any(|reading| same(field, reading, told))
    {
        return true;
    }
    let baselines = gold["ok"]["against"].as_array().into_iter().flatten();
    field == "change"
        && gold["change"].is_object()
        && baselines.into_iter().any(|against| {
            let mut reading = gold["change"].clone();
            reading["against"] = against.clone();
            same(field, &reading, told)
        })
}

fn same(field: &str, a: &Value, b: &Value) -> bool {
    if field != "change" || a.is_null() || b.is_null() {
        return a == b;
    }
    let text = |v: &Value, key: &str| v[key].as_str().unwrap_or_default().to_owned();
    let (unit_a, unit_b) = (text(a, "unit"), text(b, "unit"));
    text(a, "direction") == text(b, "direction")
        && close(f(a, "number"), f(b, "number"))
        && a.get("against").unwrap_or(&Value::Null) == b.get("against").unwrap_or(&Value::Null)
        && (unit_a == unit_b || token_f1(&unit_a, &unit_b) >= 0.5)
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
                for (count, field) in tally.fields.iter_mut().zip(FIELDS) {
                    *count += usize::from(agrees(field, entry, &pair));
                }
                let name = |v: &Value| v["indicator"].as_str().unwrap_or_default().to_owned();
                tally.indicators += token_f1(&name(entry), &name(&pair));
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
    let fields: Vec<String> = FIELDS.iter().map(|name| format!("{name} {:.3}", tally.field(name))).collect();
    println!("  of the found: {}, indicator {:.3}", fields.join(", "), tally.indicator());
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
    tally.holds(&[
        ("figure", 0.98),
        ("unit", 0.97),
        ("bound", 0.97),
        ("status", 0.95),
        ("period", 0.95),
        ("area", 0.97),
        ("sector", 0.90),
        ("change", 0.97),
        ("indicator", 0.88),
    ]);
}

#[test]
fn the_development_set() {
    let gold = root().join("tests/gold");
    let tally = agreement(&gold, &gold);
    tally.holds(&[
        ("figure", 0.98),
        ("unit", 0.975),
        ("bound", 0.98),
        ("status", 0.96),
        ("period", 0.955),
        ("area", 0.99),
        ("sector", 0.97),
        ("change", 0.97),
        ("indicator", 0.82),
    ]);
}
