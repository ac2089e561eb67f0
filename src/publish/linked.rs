//! What search engines read of a page: schema.org `DataCatalog` and `Dataset` as JSON-LD, for an element
//! `<script type="application/ld+json">`.
//!
//! Without the address of the site, places are told from the page's own place, which JSON-LD allows.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::package::{PATH, TABLE};
use super::told::{LANG, Told, clean, data_path, date, distinct, interval, newest_first, site_name};
use super::{Base, picture};
use crate::format::{capitalised, unit_name, words};
use crate::library::{Collection, Figure, embedded};
use crate::model::Report;

/// How many reports the catalogue of the first page tells; the others are in the index.
const REPORTS: usize = 50;

/// How many indicators the description of a report tells.
const VARIABLES: usize = 20;

/// From a page to the root of the site, where the address of the site is not known.
enum From<'b> {
    Base(&'b Base),
    Root,
    Report,
}

impl From<'_> {
    fn to(&self, path: &str) -> String {
        match self {
            Self::Base(base) => base.join(path),
            Self::Root => format!("./{path}"),
            Self::Report => format!("../{path}"),
        }
    }
}

/// The catalogue of a site, for its first page: the data of all reports, and the newest reports one by one.
pub fn json_ld(collection: &Collection, base: Option<&Base>) -> String {
    let told: Vec<Told<'_>> =
        distinct(&collection.reports).into_iter().map(|report| Told::new(report, collection)).collect();
    let from = base.map_or(From::Root, From::Base);
    let all = json!({
        "@type": "Dataset",
        "name": format!("{}: tất cả số liệu", site_name()),
        "description": format!(
            "{} số liệu đọc từ {} báo cáo tổng kết của cơ quan nhà nước Việt Nam, mỗi số liệu kèm câu văn gốc.",
            told.iter().map(|told| told.report.observations.len()).sum::<usize>(), told.len()
        ),
        "url": from.to(""),
        "inLanguage": LANG.code(),
        "isAccessibleForFree": true,
        "spatialCoverage": { "@type": "Place", "name": "Việt Nam", "identifier": "VN" },
        "publisher": site(&from),
        "distribution": [
            download(&from, TABLE, "text/csv"),
            download(&from, &data_path("index.json"), "application/json"),
            download(&from, PATH, "application/vnd.datapackage+json"),
        ],
    });
    let reports = newest_first(&told).into_iter().take(REPORTS).map(|told| {
        let mut value = dataset(told, &from);
        value["url"] = from.to(&told.page_path()).into();
        value
    });
    let catalogue = json!({
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "name": site_name(),
        "description": words(LANG).tagline,
        "url": from.to(""),
        "inLanguage": LANG.code(),
        "isAccessibleForFree": true,
        "dataset": std::iter::once(all).chain(reports).collect::<Vec<_>>(),
    });
    embedded(&catalogue.to_string())
}

/// A report as a data set, for its page at [`report_page_path`](super::report_page_path).
pub fn report_json_ld(report: &Report, collection: &Collection, base: Option<&Base>) -> String {
    let told = Told::new(report, collection);
    let from = base.map_or(From::Report, From::Base);
    let mut value = dataset(&told, &from);
    let page = from.to(&told.page_path());
    value["@context"] = "https://schema.org/".into();
    value["@id"] = page.clone().into();
    value["url"] = page.into();
    value["inLanguage"] = report.meta.language.as_str().into();
    value["isAccessibleForFree"] = true.into();
    value["publisher"] = site(&from);
    value["includedInDataCatalog"] = json!({ "@type": "DataCatalog", "name": site_name(), "url": from.to("") });
    value["image"] = json!({
        "@type": "ImageObject",
        "url": from.to(&told.picture_path()),
        "width": picture::WIDTH,
        "height": picture::HEIGHT,
    });
    value["isBasedOn"] = based_on(&told);
    value["variableMeasured"] = variables(&told).into();
    embedded(&value.to_string())
}

/// What the catalogue and the page of a report both tell of it.
fn dataset(told: &Told<'_>, from: &From<'_>) -> Value {
    let meta = &told.report.meta;
    let mut value = json!({
        "@type": "Dataset",
        "name": told.title,
        "description": told.description(),
        "distribution": [
            download(from, &told.table_path(), "text/csv"),
            download(from, &told.json_path(), "application/json"),
        ],
    });
    if let Some(publisher) = told.publisher() {
        value["creator"] = json!({ "@type": "Organization", "name": publisher });
    }
    if let Some(period) = meta.period {
        value["temporalCoverage"] = interval(period).into();
    }
    if let (Some(name), Some(area)) = (told.area(), &meta.area) {
        value["spatialCoverage"] = json!({ "@type": "Place", "name": name, "identifier": area.code() });
    }
    // The data follow from the text alone, so they are as old as it is.
    if let Some(date) = meta.published.and_then(date) {
        value["datePublished"] = date.as_str().into();
        value["dateModified"] = date.into();
    }
    value
}

/// The report that the data were read from.
fn based_on(told: &Told<'_>) -> Value {
    let mut work = json!({ "@type": "Report", "name": told.title });
    if let Some(url) = told.source() {
        work["url"] = url.into();
    }
    if let Some(publisher) = told.publisher() {
        work["publisher"] = json!({ "@type": "Organization", "name": publisher });
    }
    if let Some(date) = told.report.meta.published.and_then(date) {
        work["datePublished"] = date.into();
    }
    work
}

/// What is measured, each name once: the headlines first, then the order of the text.
fn variables(told: &Told<'_>) -> Vec<Value> {
    let mut seen = HashSet::new();
    let figures = told.headlines.iter().copied().chain(Figure::all_of(told.report));
    let variables = figures.filter_map(|figure| {
        let o = figure.observation;
        let name = capitalised(&clean(o.indicator.as_deref()?));
        let mut value = json!({ "@type": "PropertyValue", "name": name, "description": clean(&o.quote) });
        if !seen.insert(name) {
            return None;
        }
        if let Some(number) = o.number.filter(|_| o.high.is_none()) {
            value["value"] = serde_json::to_value(number).unwrap_or_default();
        }
        if let Some(unit) = &o.unit {
            value["unitText"] = unit_name(LANG, unit).into();
        }
        Some(value)
    });
    variables.take(VARIABLES).collect()
}

fn site(from: &From<'_>) -> Value {
    json!({ "@type": "Organization", "name": site_name(), "url": from.to("") })
}

fn download(from: &From<'_>, path: &str, format: &str) -> Value {
    json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": from.to(path) })
}
