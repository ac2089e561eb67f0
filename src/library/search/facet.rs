//! By what results can be counted and narrowed: report, year, sector, kind of entry, class of unit, area, status, and
//! whether a change is told.
//!
//! Knows no words and no ranks.

use super::super::sort_by_key;
use super::{Found, SearchIndex};
use crate::model::{Area, Change, Moment, Observation, Period, Report, Sector, Status, codes};

codes! {
    /// What sort of entry was found.
    Kind {
        /// A figure.
        Figure = "figure",
        /// An event.
        Event = "event",
        /// A task.
        Task = "task",
        /// A report as a whole.
        Report = "report",
        /// A sentence without any of these.
        Sentence = "sentence",
    }
}

codes! {
    /// What sort of unit a figure is told in.
    UnitClass {
        /// An amount of money.
        Money = "money",
        /// A share, a rate or a multiple.
        Share = "share",
        /// A number of people or things.
        Count = "count",
        /// A physical measure: tonnes, hectares, kilowatt hours.
        Measure = "measure",
    }
}

/// What results are narrowed to; an empty one lets everything pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// The id of a report.
    pub report: Option<String>,
    /// A year of what is told.
    pub year: Option<u16>,
    /// A sector.
    pub sector: Option<Sector>,
    /// A kind of entry.
    pub kind: Option<Kind>,
    /// A class of unit.
    pub unit: Option<UnitClass>,
    /// The area that is spoken of: that of a figure, else that of its report.
    pub area: Option<Area>,
    /// Whether a figure is a result, an estimate or a target.
    pub status: Option<Status>,
    /// Whether only figures that tell a change.
    pub changed: bool,
}

/// A value that results have and can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)]
pub enum Facet<'i> {
    Kind(Kind),
    Sector(Sector),
    Year(u16),
    Unit(UnitClass),
    /// A change is told.
    Changed,
    Status(Status),
    Area(&'i Area),
    Report(&'i Report),
}

/// How many results there are of each value, given what the others are narrowed to: what choosing another report would
/// show does not depend on which is chosen now. Only what occurs or is chosen is listed, in the order of [`Facet`]: years with the newest
/// first, areas and reports with the most first, the rest in the order of the format.
pub type Facets<'i> = Vec<(Facet<'i>, usize)>;

/// What an entry counts as: numbers, so that counting is adding. `NONE` where it is nothing of the sort.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels {
    pub report: u32,
    pub year: u16,
    pub sector: u8,
    pub kind: u8,
    pub unit: u8,
    /// The number of an area among those of the index.
    pub area: u8,
    pub status: u8,
    pub changed: u8,
}

const NONE: u8 = u8::MAX;
/// Stands for a change that is told.
const CHANGED: u32 = 0;
/// By how many things results can be narrowed.
const FACETS: usize = 8;
/// Years are counted up to here; what is beyond is no year.
const YEARS: usize = 4096;

impl Labels {
    /// The labels of an entry of the report with this place; an area that is not yet among those known is added.
    pub(super) fn of(found: Found<'_>, report: u32, areas: &mut Vec<Area>) -> Self {
        let (period, sector, kind, figure) = match found {
            Found::Figure(f) => {
                let o = f.observation;
                (o.period, Some(o.sector), Kind::Figure, Some(o))
            }
            Found::Event(_, event) => (event.date, Some(event.sector), Kind::Event, None),
            Found::Task(_, task) => (task.horizon, Some(task.sector), Kind::Task, None),
            Found::Report(_) => (None, None, Kind::Report, None),
            Found::Sentence(..) => (None, None, Kind::Sentence, None),
        };
        let meta = &found.report().meta;
        let unit = figure.and_then(class_of);
        let area = figure.and_then(|o| o.area.as_ref()).or(meta.area.as_ref());
        let status = figure.map_or(NONE, |o| o.status as u8);
        let changed = if figure.is_some_and(|o| o.change.is_some()) { CHANGED as u8 } else { NONE };
        let year = period.or(meta.period).or(meta.published).map_or(0, |period| Moment::year(Period::end(period)));
        let unit = unit.map_or(NONE, |unit| unit as u8);
        let year = if usize::from(year) < YEARS { year } else { 0 };
        let sector = sector.map_or(NONE, |sector| sector as u8);
        let area = area.map_or(NONE, |area| number_of(area, areas));
        Self { report, year, sector, kind: kind as u8, unit, area, status, changed }
    }
}

/// The number of an area; there are fewer provinces than a byte can number.
fn number_of(area: &Area, areas: &mut Vec<Area>) -> u8 {
    let known = areas.iter().position(|other| other == area);
    let number = known.unwrap_or_else(|| {
        areas.push(area.clone());
        areas.len() - 1
    });
    number.min(usize::from(NONE)) as u8
}

/// ISO 4217, as far as reports tell money.
const CURRENCIES: &[&str] = &["VND", "USD", "EUR", "CNY", "JPY", "GBP", "KRW"];

/// The class of a figure's unit; of a change alone, that of the change.
fn class_of(observation: &Observation) -> Option<UnitClass> {
    let changed = || observation.change.as_ref().and_then(|change: &Change| change.unit.as_deref());
    let unit = observation.unit.as_deref().or_else(changed)?;
    Some(match unit {
        _ if CURRENCIES.contains(&unit) => UnitClass::Money,
        "%" | "times" => UnitClass::Share,
        crate::lexicon::unit::POINTS => UnitClass::Share,
        crate::lexicon::unit::PERSON => UnitClass::Count,
        _ if crate::lexicon::unit::UNITS.iter().any(|(code, _)| *code == unit) => UnitClass::Measure,
        _ => UnitClass::Count,
    })
}

/// A narrowing as numbers.
pub(super) struct Gate([Option<u32>; FACETS]);

impl Gate {
    /// The numbers of a narrowing; of a report that is not there, one that no report has.
    pub(super) fn new(narrow: &Narrow, index: &SearchIndex<'_>) -> Self {
        let place = |place: Option<usize>| place.map_or(u32::MAX, |place| place as u32);
        let report = |id: &String| place(index.reports.iter().position(|report| report.id == *id));
        let area = |area: &Area| place(index.areas.iter().position(|known| known == area));
        Self([
            narrow.kind.map(|kind| kind as u32),
            narrow.sector.map(|sector| sector as u32),
            narrow.year.map(u32::from),
            narrow.unit.map(|unit| unit as u32),
            narrow.changed.then_some(CHANGED),
            narrow.status.map(|status| status as u32),
            narrow.area.as_ref().map(area),
            narrow.report.as_ref().map(report),
        ])
    }

    /// Whether everything passes.
    pub(super) fn is_open(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Which of them an entry fails, as bits.
    pub(super) fn fails(&self, labels: &Labels) -> u8 {
        let values = values(labels);
        (0..FACETS).fold(0, |bits, i| bits | u8::from(self.0[i].is_some_and(|wanted| wanted != values[i])) << i)
    }
}

/// The numbers of an entry, in the order of [`Facet`].
fn values(labels: &Labels) -> [u32; FACETS] {
    let small = [labels.kind, labels.sector, labels.unit, labels.changed, labels.status, labels.area];
    let [kind, sector, unit, changed, status, area] = small.map(u32::from);
    [kind, sector, labels.year.into(), unit, changed, status, area, labels.report]
}

/// Counts entries.
pub(super) fn count<'i>(index: &'i SearchIndex<'_>, gate: &Gate, entries: impl Iterator<Item = Labels>) -> Facets<'i> {
    let mut counts = [256, 256, YEARS, 256, 256, 256, 256, index.reports.len()].map(|size| vec![0u32; size]);
    let open = gate.is_open();
    for labels in entries {
        let fails = if open { 0 } else { gate.fails(&labels) };
        for (i, value) in values(&labels).into_iter().enumerate() {
            if fails & !(1 << i) == 0 {
                counts[i][value as usize] += 1;
            }
        }
    }
    let mut all = Vec::new();
    for (of, counts) in counts.into_iter().enumerate() {
        let mut row = Vec::new();
        for (value, count) in counts.into_iter().enumerate() {
            if count == 0 && gate.0[of] != Some(value as u32) {
                continue;
            }
            row.extend(facet(index, of, value).map(|facet| (facet, count as usize)));
        }
        match row.first() {
            Some((Facet::Year(_), _)) => row.reverse(),
            Some((Facet::Area(_) | Facet::Report(_), _)) => sort_by_key(&mut row, |(_, n)| std::cmp::Reverse(*n)),
            _ => {}
        }
        all.append(&mut row);
    }
    all
}

/// What a number means at a place of [`values`].
fn facet<'i>(index: &'i SearchIndex<'_>, of: usize, value: usize) -> Option<Facet<'i>> {
    Some(match of {
        0 => Facet::Kind(*Kind::ALL.get(value)?),
        1 => Facet::Sector(*Sector::ALL.get(value)?),
        2 => Facet::Year(Some(value as u16).filter(|year| *year > 0)?),
        3 => Facet::Unit(*UnitClass::ALL.get(value)?),
        4 => Some(Facet::Changed).filter(|_| value == CHANGED as usize)?,
        5 => Facet::Status(*Status::ALL.get(value)?),
        6 => Facet::Area(index.areas.get(value)?),
        _ => Facet::Report(index.reports.get(value)?),
    })
}
