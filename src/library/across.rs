//! Series and findings as plain values: the public JSON of a library, written natively and read by the viewer.
//!
//! The viewer computes none of them. What joins and compares the figures of many reports would weigh more there than all
//! its pages, and the page carries the reports that they follow from anyway.

use serde::Serialize;

use super::findings::{Amount, Finding, FindingKind, Verdict};
use super::json::{Fields, Json, Reader};
use super::search::Pair;
use super::series::{Join, Point, Series, Why};
use super::{Collection, Figure, FigureId, HEADLINES, findings, headline, series, timeline};
use crate::model::{Area, Bound, Period, Report, Sector, Status, codes};

/// What the reports of a collection say together.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Across {
    /// Values of one indicator, area and unit over reports.
    pub series: Vec<Line>,
    /// What could be checked by arithmetic.
    pub findings: Vec<Check>,
    /// The headline figures of each report.
    pub headlines: Vec<Lead>,
    /// Tellings of one event by several reports, the leading one first.
    pub events: Vec<Group>,
    /// Two ways of writing one thing, for the search.
    pub forms: Vec<Pair>,
}

/// The headline figures of a report, the first first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lead {
    /// Id of the report.
    pub report: String,
    /// Ids of its observations.
    pub observations: Vec<String>,
}

/// Tellings of one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Who tells it, the leading one first.
    pub told: Vec<EventId>,
}

/// An event of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventId {
    /// Id of the report.
    pub report: String,
    /// Id of the event within it.
    pub event: String,
}

/// A series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Stable: adding a report changes no other id.
    pub id: String,
    /// What all lines of one indicator share.
    pub group: String,
    /// The indicator.
    pub indicator: String,
    /// Sector.
    pub sector: Sector,
    /// Area.
    pub area: Option<Area>,
    /// Unit; `rank` for places in an order.
    pub unit: String,
    /// The values, by period.
    pub points: Vec<Value>,
}

/// One value of a series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Value {
    /// Of when.
    pub period: Period,
    /// The value, or the lower end.
    pub number: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Its qualifier.
    pub bound: Bound,
    /// Actual, estimate or target.
    pub status: Status,
    /// Whether it was computed from a level and its change.
    pub derived: bool,
    /// The observations that tell it.
    pub from: Vec<Origin>,
}

codes! {
    /// Why an observation is of a series.
    JoinedBy {
        /// The lexicon names the indicator by some phrases.
        Named = "named",
        /// Its words are those of the others.
        SameWords = "same_words",
        /// Computed from a level and its change.
        Derived = "derived",
        /// An operand of a check.
        Operand = "operand",
    }
}

/// An observation of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Origin {
    /// Id of the report.
    pub report: String,
    /// Id of the observation within it.
    pub observation: String,
    /// Why it is here.
    #[serde(skip_serializing_if = "is_operand")]
    pub why: JoinedBy,
    /// The phrases that name it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<String>,
}

fn is_operand(reason: &JoinedBy) -> bool {
    *reason == JoinedBy::Operand
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// Stable: made of its kind and its operands.
    pub id: String,
    /// What was checked.
    pub kind: FindingKind,
    /// What came of it.
    pub verdict: Verdict,
    /// The indicator.
    pub indicator: String,
    /// The observations that it compares.
    pub observations: Vec<Origin>,
    /// What is stated.
    pub stated: Sum,
    /// What follows from the others.
    pub computed: Sum,
    /// The period that the check gives to an older number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Period>,
    /// The whole in a sentence of each language.
    pub message: Message,
}

/// A number with the span that it may stand for; an open end is `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Sum {
    pub number: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: String,
}

/// A sentence in each language of the interface.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Message {
    pub vi: String,
    pub en: String,
}

impl Origin {
    /// The address of the figure.
    pub fn id(&self) -> FigureId {
        FigureId { report: self.report.clone(), observation: self.observation.clone() }
    }

    /// Whether it is a figure.
    pub fn is(&self, id: &FigureId) -> bool {
        self.observation == id.observation && self.report == id.report
    }

    fn of(figure: Figure<'_>, why: JoinedBy, phrases: Vec<String>) -> Self {
        Self { report: figure.report.id.clone(), observation: figure.observation.id.clone(), why, phrases }
    }
}

impl Message {
    /// The sentence of a language, by its code.
    pub fn of(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.vi }
    }
}

impl Line {
    /// Whether an id means this line or its indicator.
    pub fn is_of(&self, id: &str) -> bool {
        self.group == id || self.id == id
    }
}

impl Across {
    /// Computes series and findings; `say` puts a finding into words.
    pub fn of(collection: &Collection, say: impl Fn(&Finding<'_>) -> Message) -> Self {
        let reports = &collection.reports;
        // Headlines and events need nothing of the series.
        std::thread::scope(|scope| {
            let headlines = scope.spawn(|| reports.iter().map(lead).collect());
            let events = scope.spawn(|| groups(reports));
            let all = series(collection);
            let findings = findings(collection, &all).iter().map(|f| check(f, say(f))).collect();
            Self {
                series: all.into_iter().map(line).collect(),
                findings,
                headlines: joined(headlines),
                events: joined(events),
                forms: collection.across.forms.clone(),
            }
        })
    }

    /// Reads what stands beside the reports; what is missing is empty.
    pub(super) fn read(reader: &mut Reader, from: &mut Fields<'_>) -> Self {
        Self {
            series: reader.list(from, "series", read_line),
            findings: reader.list(from, "findings", read_check),
            headlines: reader.list(from, "headlines", |reader, from| Lead {
                report: reader.text(from, "report"),
                observations: reader.texts(from, "observations"),
            }),
            events: reader.list(from, "events", |reader, from| Group { told: reader.list(from, "told", read_event) }),
            forms: reader.list(from, "forms", |reader, from| Pair {
                short: reader.text(from, "short"),
                long: reader.text(from, "long"),
            }),
        }
    }
}

/// What a thread made; its panic is ours.
fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn lead(report: &Report) -> Lead {
    let first = headline(report, HEADLINES);
    let observations = first.iter().map(|headline| headline.figure.observation.id.clone());
    Lead { report: report.id.clone(), observations: observations.collect() }
}

fn groups(reports: &[Report]) -> Vec<Group> {
    let years = timeline(&reports.iter().collect::<Vec<_>>());
    let several = years.iter().flat_map(|year| &year.entries).filter(|entry| !entry.also.is_empty());
    let id = |source: super::Source<'_>| EventId { report: source.report.id.clone(), event: source.event.id.clone() };
    several.map(|entry| Group { told: entry.sources().map(id).collect() }).collect()
}

fn read_event(reader: &mut Reader, from: &mut Fields<'_>) -> EventId {
    EventId { report: reader.text(from, "report"), event: reader.text(from, "event") }
}

fn line(series: Series<'_>) -> Line {
    Line {
        group: series.page_id().to_owned(),
        id: series.id,
        indicator: series.indicator,
        sector: series.sector,
        area: series.area,
        unit: series.unit,
        points: series.points.iter().map(value).collect(),
    }
}

fn value(point: &Point<'_>) -> Value {
    Value {
        period: point.period,
        number: point.number,
        high: point.high,
        bound: point.bound,
        status: point.status,
        derived: point.derived,
        from: point.from.iter().map(source).collect(),
    }
}

fn source(join: &Join<'_>) -> Origin {
    match &join.why {
        Why::Named(phrases) => {
            Origin::of(join.figure, JoinedBy::Named, phrases.iter().map(|phrase| (*phrase).to_owned()).collect())
        }
        Why::SameWords => Origin::of(join.figure, JoinedBy::SameWords, Vec::new()),
        Why::Derived => Origin::of(join.figure, JoinedBy::Derived, Vec::new()),
    }
}

fn check(finding: &Finding<'_>, message: Message) -> Check {
    Check {
        id: finding.id.clone(),
        kind: finding.kind,
        verdict: finding.verdict,
        indicator: finding.indicator.clone(),
        observations: finding.operands.iter().map(|f| Origin::of(*f, JoinedBy::Operand, Vec::new())).collect(),
        stated: sum(&finding.stated),
        computed: sum(&finding.computed),
        dates: finding.dates,
        message,
    }
}

fn sum(amount: &Amount) -> Sum {
    let end = |value: f64| value.is_finite().then_some(value);
    let value = amount.value;
    Sum { number: value.number, low: end(value.low), high: end(value.high), unit: amount.unit.clone() }
}

fn read_line(reader: &mut Reader, from: &mut Fields<'_>) -> Line {
    Line {
        id: reader.text(from, "id"),
        group: reader.text(from, "group"),
        indicator: reader.text(from, "indicator"),
        sector: super::read::sector(reader, from),
        area: super::read::area(reader, from),
        unit: reader.text(from, "unit"),
        points: reader.list(from, "points", read_value),
    }
}

fn read_value(reader: &mut Reader, from: &mut Fields<'_>) -> Value {
    let period = super::read::period(reader, from, "period").unwrap_or_else(|| {
        reader.expected("period", "a period", &Json::Null);
        Period::of_year(1)
    });
    Value {
        period,
        number: reader.number(from, "number"),
        high: reader.maybe_number(from, "high"),
        bound: reader.code(from, "bound", Bound::ALL, Bound::from_code),
        status: reader.code(from, "status", Status::ALL, Status::from_code),
        derived: reader.flag(from, "derived"),
        from: reader.list(from, "from", read_source),
    }
}

fn read_source(reader: &mut Reader, from: &mut Fields<'_>) -> Origin {
    let why = reader.maybe_form(from, "why", "one of its codes", JoinedBy::from_code);
    Origin {
        report: reader.text(from, "report"),
        observation: reader.text(from, "observation"),
        why: why.unwrap_or(JoinedBy::Operand),
        phrases: reader.texts(from, "phrases"),
    }
}

fn read_check(reader: &mut Reader, from: &mut Fields<'_>) -> Check {
    Check {
        id: reader.text(from, "id"),
        kind: reader.code(from, "kind", FindingKind::ALL, FindingKind::from_code),
        verdict: reader.code(from, "verdict", Verdict::ALL, Verdict::from_code),
        indicator: reader.text(from, "indicator"),
        observations: reader.list(from, "observations", read_source),
        stated: reader.object(from, "stated", read_sum),
        computed: reader.object(from, "computed", read_sum),
        dates: super::read::period(reader, from, "dates"),
        message: reader.object(from, "message", |reader, from| Message {
            vi: reader.text(from, "vi"),
            en: reader.text(from, "en"),
        }),
    }
}

fn read_sum(reader: &mut Reader, from: &mut Fields<'_>) -> Sum {
    Sum {
        number: reader.number(from, "number"),
        low: reader.maybe_number(from, "low"),
        high: reader.maybe_number(from, "high"),
        unit: reader.text(from, "unit"),
    }
}
