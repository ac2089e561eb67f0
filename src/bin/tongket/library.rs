//! `tongket library`: what many reports say together, as one JSON object.

use std::path::PathBuf;

use serde::Serialize;
use tongket::format::{Lang, finding_sentence};
use tongket::library::{Amount, Collection, Figure, Finding, Point, Series, Why, findings, report_title, series};
use tongket::model::{FORMAT_VERSION, Report};

use super::input;

/// Prints the library of all inputs: texts, folders of texts, or summaries as NDJSON.
///
/// # Errors
/// The sentences that say which inputs could not be read; the library of the others is still printed.
pub fn run(inputs: &[PathBuf], pretty: bool) -> Result<(), Vec<String>> {
    let (reports, mut failures) = input::sorted(inputs.iter().flat_map(|input| input::reports(input)).collect());
    let collection = Collection::new(reports);
    let all = series(&collection);
    let found = findings(&collection, &all);
    let document = Document {
        version: FORMAT_VERSION,
        reports: collection.reports.iter().map(entry).collect(),
        series: all.iter().map(line).collect(),
        findings: found.iter().map(check).collect(),
    };
    let json = if pretty { serde_json::to_string_pretty(&document) } else { serde_json::to_string(&document) };
    let printed = json.map_err(|error| error.to_string()).and_then(|json| input::print(&(json + "\n")));
    failures.extend(printed.err());
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    reports: Vec<Entry<'a>>,
    series: Vec<Line<'a>>,
    findings: Vec<Check<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    title: String,
    published: Option<String>,
    publisher: Option<&'a str>,
    period: Option<String>,
    area: Option<&'a str>,
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    observations: usize,
    events: usize,
    tasks: usize,
}

fn entry(report: &Report) -> Entry<'_> {
    Entry {
        id: &report.id,
        title: report_title(report),
        published: report.meta.published.map(|period| period.to_string()),
        publisher: report.meta.publisher.as_deref(),
        period: report.meta.period.map(|period| period.to_string()),
        area: report.meta.area.as_ref().map(|area| area.code()),
        counts: Counts {
            observations: report.observations.len(),
            events: report.events.len(),
            tasks: report.tasks.len(),
        },
    }
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    indicator: &'a str,
    sector: &'static str,
    area: Option<&'a str>,
    unit: &'a str,
    points: Vec<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    period: String,
    number: f64,
    high: Option<f64>,
    bound: &'static str,
    status: &'static str,
    derived: bool,
    from: Vec<From<'a>>,
}

#[derive(Serialize)]
struct From<'a> {
    report: &'a str,
    observation: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

fn line<'a>(series: &'a Series<'a>) -> Line<'a> {
    Line {
        id: &series.id,
        indicator: &series.indicator,
        sector: series.sector.code(),
        area: series.area.as_ref().map(|area| area.code()),
        unit: &series.unit,
        points: series.points.iter().map(value).collect(),
    }
}

fn value<'a>(point: &Point<'a>) -> Value<'a> {
    let why = |why: &Why| match why {
        Why::Named(phrases) => format!("named: {}", phrases.join(" + ")),
        Why::SameWords => "same words".into(),
        Why::Derived => "level and change".into(),
    };
    let from = point.from.iter().map(|join| From { why: Some(why(&join.why)), ..named(join.figure) });
    Value {
        period: point.period.to_string(),
        number: point.number,
        high: point.high,
        bound: point.bound.code(),
        status: point.status.code(),
        derived: point.derived,
        from: from.collect(),
    }
}

fn named(figure: Figure<'_>) -> From<'_> {
    From { report: &figure.report.id, observation: &figure.observation.id, why: None }
}

#[derive(Serialize)]
struct Check<'a> {
    id: &'a str,
    kind: &'static str,
    verdict: &'static str,
    observations: Vec<From<'a>>,
    stated: Sum<'a>,
    computed: Sum<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dates: Option<String>,
    message: Message,
}

#[derive(Serialize)]
struct Sum<'a> {
    number: f64,
    low: Option<f64>,
    high: Option<f64>,
    unit: &'a str,
}

#[derive(Serialize)]
struct Message {
    vi: String,
    en: String,
}

fn check<'a>(finding: &'a Finding<'a>) -> Check<'a> {
    Check {
        id: &finding.id,
        kind: finding.kind.code(),
        verdict: finding.verdict.code(),
        observations: finding.operands.iter().map(|figure| named(*figure)).collect(),
        stated: sum(&finding.stated),
        computed: sum(&finding.computed),
        dates: finding.dates.map(|period| period.to_string()),
        message: Message { vi: finding_sentence(Lang::Vi, finding), en: finding_sentence(Lang::En, finding) },
    }
}

/// An amount; an open end of its span is null.
fn sum(amount: &Amount) -> Sum<'_> {
    let end = |value: f64| value.is_finite().then_some(value);
    Sum { number: amount.value.number, low: end(amount.value.low), high: end(amount.value.high), unit: &amount.unit }
}
