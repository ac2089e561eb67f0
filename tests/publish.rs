//! What stands beside the page for other programs, made of the seeds: that it tells what the reports tell, byte for byte
//! twice, and that a program of others takes it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use tongket::format::finding_message;
use tongket::library::Collection;
use tongket::library::manifest::Manifest;
use tongket::publish::{Base, File, PICTURE_HEIGHT, PICTURE_WIDTH, files, unguarded};
use tongket::summarize::parse_bytes;

fn seeds() -> Collection {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: Manifest = serde_json::from_str(&manifest).unwrap();
    let read = |entry: &tongket::library::manifest::Entry| {
        let bytes = std::fs::read(folder.join(&entry.file)).unwrap();
        let mut report = parse_bytes(&bytes, entry.file.strip_suffix(".txt")).unwrap();
        entry.complete(&mut report);
        report
    };
    Collection::new(manifest.reports.iter().map(read).collect()).together(finding_message)
}

fn base() -> Base {
    "https://example.org/tong-ket".parse().unwrap()
}

fn by_path(files: &[File]) -> BTreeMap<&str, &[u8]> {
    let all: BTreeMap<&str, &[u8]> = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    assert_eq!(all.len(), files.len(), "no path twice");
    all
}

fn records(csv: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = std::str::from_utf8(csv).unwrap().strip_prefix('\u{feff}').expect("a byte-order mark");
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The files in a folder, as a site would hold them.
fn written(name: &str, files: &[File]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for file in files {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.bytes).unwrap();
    }
    folder
}

#[test]
fn every_observation_is_in_the_table_once_with_its_quote_at_its_offset() {
    let all = seeds();
    let files = files(&all, None);
    let files = by_path(&files);
    let rows = records(files["data/observations.csv"]);
    let count: usize = all.reports.iter().map(|report| report.observations.len()).sum();
    assert!(count > 50 && rows.len() == count, "{count} observations, {} rows", rows.len());
    let mut rows = rows.iter();
    for report in &all.reports {
        let points: Vec<char> = report.text.chars().collect();
        let own = records(files[format!("data/reports/{}.csv", report.id).as_str()]);
        assert_eq!(own.len(), report.observations.len());
        for (o, own) in report.observations.iter().zip(own) {
            let row = rows.next().unwrap();
            assert_eq!(*row, own, "the table of a report holds its rows of the whole");
            assert_eq!((row["report"].as_str(), row["observation"].as_str()), (report.id.as_str(), o.id.as_str()));
            let at: usize = row["at"].parse().unwrap();
            let quote = unguarded(&row["quote"]);
            let told: String = points[at..at + quote.chars().count()].iter().collect();
            assert_eq!((quote, told.as_str()), (o.quote.as_str(), o.quote.as_str()));
            assert!(row["sentence"].contains(quote.trim()), "{row:?}");
            let number = (!row["number"].is_empty()).then(|| row["number"].parse::<f64>().unwrap());
            assert_eq!(number, o.number.map(|number| number.get()));
            assert_eq!(row["period"], o.period.map_or_else(String::new, |period| period.to_string()));
        }
    }
}

#[test]
fn the_same_reports_give_the_same_bytes() {
    assert!(files(&seeds(), Some(&base())) == files(&seeds(), Some(&base())), "the files differ");
}

#[test]
fn without_an_address_nothing_is_told_that_needs_one() {
    let all = seeds();
    let (with, without) = (files(&all, Some(&base())), files(&all, None));
    let (with, without) = (by_path(&with), by_path(&without));
    assert!(with.contains_key("feed.xml") && with.contains_key("sitemap.xml"));
    assert!(with.keys().filter(|path| path.starts_with("oembed/")).count() > all.reports.len());
    assert!(without.keys().all(|path| !path.starts_with("oembed/") && !path.ends_with(".xml")), "{:?}", without.keys());
    for path in without.keys() {
        assert!(with.contains_key(path), "{path}");
    }
}

#[test]
fn every_report_has_a_picture_that_is_small() {
    let all = seeds();
    let files = files(&all, None);
    let files = by_path(&files);
    for report in &all.reports {
        let png = files[format!("pictures/{}.png", report.id).as_str()];
        let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((&png[1..4], size(16), size(20)), (&b"PNG"[..], PICTURE_WIDTH, PICTURE_HEIGHT));
        assert!(png.len() < 80_000, "{}: {} bytes", report.id, png.len());
    }
}

/// Asks Frictionless, a program of others. `cargo xtask setup` installs it; `TONGKET_FRICTIONLESS` names its Python.
#[test]
fn frictionless_finds_the_data_package_valid() {
    let Some(python) = frictionless() else {
        println!("SKIPPED: Frictionless is not there, so nobody but ourselves has looked at datapackage.json.");
        println!("         `cargo xtask setup` installs it, or set TONGKET_FRICTIONLESS to a Python that has it.");
        return;
    };
    let folder = written("publish", &files(&seeds(), Some(&base())));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/publish/validate.py");
    let ask = |folder: &Path| Command::new(&python).arg(&script).arg(folder).output().unwrap();
    let said = |output: &std::process::Output| {
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    };
    let output = ask(&folder);
    assert!(output.status.success(), "{}", said(&output));
    println!("{}", said(&output).trim());
    // That it looks: a code that is none is refused, and so is a file that is not as it was.
    let table = folder.join("data/observations.csv");
    let text = std::fs::read_to_string(&table).unwrap();
    std::fs::write(&table, text.replacen("\"exact\"", "\"exakt\"", 1)).unwrap();
    let output = ask(&folder);
    assert!(
        !output.status.success() && said(&output).contains("bound") && said(&output).contains("Hash"),
        "{}",
        said(&output)
    );
}

/// A Python that has Frictionless.
fn frictionless() -> Option<PathBuf> {
    let set = std::env::var_os("TONGKET_FRICTIONLESS").map(PathBuf::from);
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/frictionless/bin/python3");
    set.or_else(|| ours.exists().then_some(ours))
}
