//! JSON that means no good: refused in a sentence, or read for what it is. What the page does with it is asked by
//! `browser/broken.test.mjs`.

use std::io::Write;
use std::process::{Command, Stdio};

use tongket::library::Collection;
use tongket::library::manifest::Manifest;
use tongket::library::store::{Index, read_report, report_json};
use tongket::summarize::parse;

/// A summary as it is printed, with other words in one place.
fn summary(old: &str, new: &str) -> String {
    let json = report_json(&parse("Năm 2020, doanh thu đạt 5 tỷ đồng, tăng 3% so với năm 2019."));
    assert!(json.contains(old), "{old}: {json}");
    json.replacen(old, new, 1)
}

/// The same in the envelope of a page.
fn page(report: &str) -> String {
    format!(r#"{{"version":1,"reports":[{report}]}}"#)
}

/// What all readers say of a report.
fn refused(report: &str, said: &[&str]) {
    let errors = [read_report(report).err(), Collection::read(&page(report)).err(), Index::read(&page(report)).err()];
    for error in errors {
        let sentence = error.expect("refused").to_string();
        assert!(said.iter().all(|part| sentence.contains(part)), "{sentence}");
        assert!(sentence.starts_with("Expected ") && sentence.len() < 400, "{sentence}");
    }
}

#[test]
fn names_that_every_object_has_are_names_like_others() {
    let evil =
        r#"{"__proto__":{"version":1,"evil":1},"constructor":{"prototype":{"evil":1}},"toString":null,"version":1"#;
    let report = read_report(&summary("{\"version\":1", evil)).unwrap();
    assert_eq!(report, read_report(&summary("", "")).unwrap());
    for id in ["__proto__", "constructor", "hasOwnProperty"] {
        let mut report = parse("Năm 2020, doanh thu đạt 5 tỷ đồng.");
        report.id = id.to_owned();
        let all = Collection::read(&page(&report_json(&report))).unwrap();
        assert_eq!(all.report(id), Some(&report));
        assert!(Collection::read(&page(&summary("", ""))).unwrap().report(id).is_none());
    }
}

#[test]
fn a_field_that_stands_twice_is_refused_wherever_it_stands() {
    for (old, new) in [
        ("{\"version\":1", "{\"version\":1,\"version\":1"),
        ("\"text\":", "\"text\":\"khác\",\"text\":"),
        ("\"quote\":", "\"quote\":\"khác\",\"quote\":"),
        ("\"language\":", "\"x\":1,\"x\":2,\"language\":"),
    ] {
        refused(&summary(old, new), &["stands twice"]);
    }
    let manifest = r#"{"reports":[{"id":"a","file":"a.txt","file":"b.txt"}]}"#;
    assert!(serde_json::from_str::<Manifest>(manifest).unwrap_err().to_string().contains("duplicate field `file`"));
}

#[test]
fn numbers_that_are_too_large_are_refused_and_large_ones_are_read() {
    let number = "\"number\":5000000000,";
    refused(&summary(number, "\"number\":1e999,"), &["number out of range"]);
    refused(&summary("{\"version\":1", "{\"version\":1e999"), &["number out of range"]);
    for large in [
        "1e308",
        "123456789012345678901234567890",
        "-99999999999999999999999999999999999999",
        "0.00000000000000000000001",
    ] {
        let read = read_report(&summary(number, &format!("\"number\":{large},"))).unwrap();
        let value: f64 = large.parse().unwrap();
        let found = read.observations[0].number.unwrap().get();
        assert!((found - value).abs() <= value.abs() * 1e-15, "{large}: {found}");
    }
    // A place beyond the text, and one before it.
    for place in ["1e300", "-7", "18446744073709551615"] {
        let read = read_report(&summary("\"at\":", &format!("\"at\":{place},\"was\":"))).unwrap();
        let shown = Collection::new(vec![read]).together(tongket::format::finding_message);
        assert!(Collection::read(&shown.to_embedded_json()).is_ok(), "{place}");
    }
    // Thousands of digits are one number all the same.
    let long = "9".repeat(100_000);
    refused(&summary(number, &format!("\"number\":{long},")), &["number out of range"]);
}

#[test]
fn what_is_nested_ten_thousand_deep_is_refused() {
    const DEEP: usize = 10_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"text\":", "}]")] {
        let deep = format!("{}1{}", open.repeat(DEEP), close.repeat(DEEP));
        refused(&summary("{\"version\":1", &format!("{{\"more\":{deep},\"version\":1")), &["recursion limit"]);
        assert!(Collection::read(&deep).is_err());
        assert!(serde_json::from_str::<Manifest>(&deep).is_err());
    }
    // Not closed either.
    assert!(Collection::read(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn fifty_million_letters_are_one_text() {
    let long = "a".repeat(50_000_000);
    let report = read_report(&summary("\"title\":null", &format!("\"title\":\"{long}\""))).unwrap();
    assert_eq!(report.meta.title.as_ref().map(String::len), Some(long.len()));
    let collection = Collection::read(&page(&report_json(&report))).unwrap();
    assert_eq!(collection.reports, [report]);
    // Without an end it is none, and what is said of it is a sentence and not the text.
    refused(&format!("{{\"version\":1,\"id\":\"{long}"), &["EOF"]);
    refused(&format!("{{\"version\":\"{long}\"}}"), &["expected"]);
}

#[test]
fn the_command_line_says_which_line_and_prints_the_others() {
    let lines = [
        summary("{\"version\":1", "{\"version\":1,\"version\":1"),
        summary("", ""),
        format!("{{\"version\":1,\"more\":{}", "[".repeat(10_000)) + "\n",
        summary("\"number\":5000000000,", "\"number\":1e999,"),
    ];
    let mut child = Command::new(env!("CARGO_BIN_EXE_tongket"))
        .args(["library", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(lines.concat().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let library: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(library["reports"].as_array().unwrap().len(), 1);
    let said = String::from_utf8(output.stderr).unwrap();
    for part in ["line 1", "stands twice", "line 3", "recursion limit", "line 4", "number out of range"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("line 2:"), "{said}");
}
