//! Every printed report is valid by the published schema, and the schema refuses what is not one.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tongket::summarize::{parse, parse_bytes};

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/report.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn texts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    found
}

#[test]
fn every_report_is_valid() {
    let schema = schema();
    let mut count = 0;
    for path in texts("seeds").into_iter().chain(texts("tests/gold")) {
        let report = parse_bytes(&std::fs::read(&path).unwrap(), path.file_stem().and_then(|s| s.to_str())).unwrap();
        let value = serde_json::to_value(&report).unwrap();
        let errors: Vec<String> =
            schema.iter_errors(&value).map(|e| format!("{} at {}", e, e.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        count += 1;
    }
    assert!(count > 20, "only {count} reports were checked");
}

#[test]
fn no_text_is_a_valid_report_too() {
    assert!(schema().is_valid(&serde_json::to_value(parse("")).unwrap()));
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let schema = schema();
    let good = serde_json::to_value(parse("Năm 2020, doanh thu đạt 5 tỷ đồng.")).unwrap();
    assert!(schema.is_valid(&good));
    let spoil = |path: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap() = value;
        bad
    };
    for (path, value) in [
        ("/version", json!(2)),
        ("/observations/0/period", json!("2020-13")),
        ("/observations/0/area", json!("Hà Nội")),
        ("/observations/0/bound", json!("roughly")),
        ("/observations/0/quote", json!("")),
        ("/meta/sha256", json!("abc")),
    ] {
        assert!(!schema.is_valid(&spoil(path, value.clone())), "{path} = {value} passes");
    }
}
