//! How often the right entry comes first: the queries of `search/queries.txt` over the seeds.

use std::fmt::Write;
use std::path::Path;

use tongket::library::manifest::Manifest;
use tongket::library::{Collection, Found, SearchIndex};
use tongket::summarize::parse_bytes;

/// The reports that the viewer carries, as it has them.
fn seeds() -> Collection {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: Manifest = serde_json::from_str(&manifest).unwrap();
    let read = |entry: &tongket::library::manifest::Entry| {
        let mut report = parse_bytes(&std::fs::read(folder.join(&entry.file)).unwrap(), Some(&entry.file)).unwrap();
        entry.complete(&mut report);
        report
    };
    Collection::new(manifest.reports.iter().map(read).collect())
}

/// A query and the entries that are right: the first digits of the file, the kind, and words.
type Case<'t> = (&'t str, Vec<(&'t str, &'t str, &'t str)>);

fn cases(text: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            None => cases.push((line, Vec::new())),
            Some(target) => {
                let mut parts = target.splitn(3, ' ');
                let mut part = || parts.next().expect("file, kind and words");
                cases.last_mut().expect("a query above").1.push((part(), part(), part()));
            }
        }
    }
    cases
}

/// Kind and words of what was found.
fn told(found: Found<'_>) -> (&'static str, String) {
    match found {
        Found::Figure(f) => ("figure", format!("{} · {}", f.indicator(), f.observation.quote)),
        Found::Event(_, event) => ("event", format!("{} · {}", event.title, event.quote)),
        Found::Task(_, task) => ("task", task.quote.clone()),
        Found::Sentence(_, sentence) => ("sentence", sentence.text.to_owned()),
        Found::Report(report) => ("report", report.meta.title.clone().unwrap_or_default()),
    }
}

#[test]
fn the_right_entry_comes_first() {
    let collection = seeds();
    let index = SearchIndex::new(&collection);
    let text = include_str!("search/queries.txt");
    let cases = cases(text);
    let (mut first, mut among_five, mut wrong) = (0, 0, String::new());
    for (query, targets) in &cases {
        let right = |found: Found<'_>| {
            let (kind, words) = told(found);
            let words = words.to_lowercase();
            let file = found.report().meta.file.as_deref().unwrap_or_default();
            let fits =
                |(f, k, w): &(&str, &str, &str)| file.starts_with(f) && kind == *k && words.contains(&w.to_lowercase());
            targets.iter().any(fits)
        };
        let hits: Vec<_> = index.find(&index.query(query)).take(5).map(|hit| hit.found).collect();
        let place = hits.iter().position(|found| right(*found));
        first += usize::from(place == Some(0));
        among_five += usize::from(place.is_some());
        if place != Some(0) {
            writeln!(wrong, "{query}: {}", place.map_or("not found".to_owned(), |p| format!("place {}", p + 1)))
                .unwrap();
            for found in hits {
                let (kind, words) = told(found);
                writeln!(wrong, "    {kind} {}", words.chars().take(110).collect::<String>()).unwrap();
            }
        }
    }
    let share = |count: usize| count as f64 / cases.len() as f64 * 100.0;
    println!(
        "{wrong}{} queries: right first {:.1} %, in the first five {:.1} %",
        cases.len(),
        share(first),
        share(among_five)
    );
    assert!(cases.len() >= 60, "{} queries", cases.len());
    assert!(share(first) >= 90.0, "{first} of {} right first:\n{wrong}", cases.len());
    assert!(share(among_five) >= 98.0, "{among_five} of {} in the first five:\n{wrong}", cases.len());
}
