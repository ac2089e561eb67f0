//! `datapackage.json`: the description of the data, as Frictionless Data Package 2 (datapackage.org) wants it.
//!
//! What is not known is not told: the reports carry no licence, so the package states none and says so.

use std::fmt::Write;

use rayon::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::column::{COLUMNS, Column, Kind};
use super::told::{LANG, Told, data_path, site_name};
use super::{Base, File};
use crate::format::words;
use crate::model::FORMAT_VERSION;

/// Where the description lies.
pub(super) const PATH: &str = "datapackage.json";

/// Where the table of all figures lies.
pub(super) const TABLE: &str = "data/observations.csv";

/// What is said where a licence would stand.
const RIGHTS: &str = "No licence is stated, because none is known for the texts of the reports: before a text is used again, ask the \
    body that published it or look into the law. When a figure is cited, name the report (report_title, publisher, published) and, \
    where it is known, source_url.";

/// The description of the data files of a site.
pub(super) fn describe(told: &[Told<'_>], data: &[File], base: Option<&Base>) -> String {
    let wanted: Vec<&File> = data.iter().filter(|file| file.path == TABLE || file.path.ends_with(".json")).collect();
    let resources: Vec<Value> = wanted.into_par_iter().map(|file| resource(told, file)).collect();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tong-ket",
        "title": format!("{}: {}", site_name(), words(LANG).tagline),
        "description": format!(
            "Figures that were read from Vietnamese official reports by written rules, each with the words and the sentence it \
             was read from. Format version {FORMAT_VERSION}. data/reports/ID.csv holds the rows of one report of \
             data/observations.csv. {RIGHTS}"
        ),
        "keywords": ["Việt Nam", "báo cáo tổng kết", "số liệu", "official statistics"],
        "sources": sources(told),
        "resources": resources,
    });
    if let Some(base) = base {
        package["homepage"] = base.as_str().into();
        package["id"] = base.join(PATH).into();
    }
    let text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text + "\n"
}

/// The reports, each a source.
fn sources(told: &[Told<'_>]) -> Vec<Value> {
    let source = |told: &Told<'_>| {
        let publisher = told.publisher().map_or_else(String::new, |publisher| format!(" – {publisher}"));
        let mut source = json!({ "title": format!("{}{publisher}", told.title) });
        if let Some(url) = told.source() {
            source["path"] = url.into();
        }
        if let Some(published) = told.report.meta.published {
            source["version"] = published.to_string().into();
        }
        source
    };
    told.iter().map(source).collect()
}

fn resource(told: &[Told<'_>], file: &File) -> Value {
    let mut value = json!({
        "path": file.path,
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", hex(&file.bytes)),
        "encoding": "utf-8",
    });
    let more = if file.path == TABLE {
        json!({
            "name": "observations",
            "type": "table",
            "title": "Tất cả số liệu",
            "description": "All figures of all reports, a row each, in the order of the texts. UTF-8 with a byte-order mark. A text that \
                a spreadsheet would take for a formula begins with an apostrophe, which is not of the text.",
            "format": "csv",
            "mediatype": "text/csv",
            "dialect": { "header": true, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true },
            "schema": schema(),
        })
    } else if file.path == data_path("index.json") {
        json!({
            "name": "index",
            "title": "Danh mục báo cáo",
            "description": "A card of each report: title, dates, place, counts, coverage, first headline figures.",
            "format": "json",
            "mediatype": "application/json",
        })
    } else {
        let title = told.iter().find(|told| told.json_path() == file.path).map_or("", |told| told.title.as_str());
        let name = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
        json!({
            // The index has a name of its own, and no report may have it.
            "name": format!("report-{name}"),
            "title": title,
            "description": "A report with its text and all that was read from it, as schema/report.schema.json of the project describes it.",
            // Frictionless takes a file of the format `json` that has a key `tasks` for a list of its own tasks.
            "format": "tongket-report",
            "mediatype": "application/json",
        })
    };
    if let (Value::Object(fields), Value::Object(more)) = (&mut value, more) {
        fields.extend(more);
    }
    value
}

/// The Table Schema of the table of observations.
fn schema() -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": COLUMNS.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": ["report", "observation"],
    })
}

fn field(column: &Column) -> Value {
    let period = r"(\d{4}|\d{4}-S[12]|\d{4}-Q[1-4]|\d{4}-\d{2}|\d{4}-\d{2}-\d{2})";
    let (kind, mut constraints) = match column.kind {
        Kind::Text => ("string", json!({})),
        Kind::Code(codes) => ("string", json!({ "enum": codes() })),
        Kind::Area => ("string", json!({ "pattern": "^(VN|VN-[0-9A-Za-z]{2,3}|world)$" })),
        Kind::Period => ("string", json!({ "pattern": format!(r"^(\.\./)?{period}(/{period})?$") })),
        Kind::Date => ("date", json!({})),
        Kind::Number => ("number", json!({})),
        Kind::Place => ("integer", json!({ "minimum": 0 })),
    };
    if column.required {
        constraints["required"] = true.into();
    }
    let mut field = json!({ "name": column.name, "type": kind, "title": column.title, "description": column.about });
    if constraints.as_object().is_some_and(|constraints| !constraints.is_empty()) {
        field["constraints"] = constraints;
    }
    field
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
