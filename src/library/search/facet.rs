//! By what results can be counted and narrowed: report, year, sector, kind of entry, class of unit.
//!
//! Knows no words and no ranks.

use super::super::sort_by_key;
use super::{Found, SearchIndex};
use crate::model::{Change, Moment, Observation, Period, Report, Sector, codes};

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
}

/// How many results there are of each, given what the others are narrowed to: what choosing another report would show
/// does not depend on which is chosen now. Only what occurs is listed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facets<'a> {
    /// By report, the most first.
    pub reports: Vec<(&'a Report, usize)>,
    /// By year, the newest first.
    pub years: Vec<(u16, usize)>,
    /// By sector, in the order of the format.
    pub sectors: Vec<(Sector, usize)>,
    /// By kind.
    pub kinds: Vec<(Kind, usize)>,
    /// By class of unit.
    pub units: Vec<(UnitClass, usize)>,
}

/// What an entry counts as: numbers, so that counting is adding. `NONE` where it is nothing of the sort.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels {
    pub report: u32,
    pub year: u16,
    pub sector: u8,
    pub kind: u8,
    pub unit: u8,
}

const NONE: u8 = u8::MAX;
/// Years are counted up to here; what is beyond is no year.
const YEARS: usize = 4096;

impl Labels {
    /// The labels of an entry of the report with this place.
    pub(super) fn of(found: Found<'_>, report: u32) -> Self {
        let (period, sector, kind, unit) = match found {
            Found::Figure(f) => {
                let o = f.observation;
                (o.period, Some(o.sector), Kind::Figure, class_of(o))
            }
            Found::Event(_, event) => (event.date, Some(event.sector), Kind::Event, None),
            Found::Task(_, task) => (task.horizon, Some(task.sector), Kind::Task, None),
            Found::Report(_) => (None, None, Kind::Report, None),
        };
        let meta = &found.report().meta;
        let year = period.or(meta.period).or(meta.published).map_or(0, |period| Moment::year(Period::end(period)));
        let unit = unit.map_or(NONE, |unit| unit as u8);
        let year = if usize::from(year) < YEARS { year } else { 0 };
        Self { report, year, sector: sector.map_or(NONE, |sector| sector as u8), kind: kind as u8, unit }
    }
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
pub(super) struct Gate([Option<u32>; 5]);

impl Gate {
    /// The numbers of a narrowing; of a report that is not there, one that no report has.
    pub(super) fn new(narrow: &Narrow, index: &SearchIndex<'_>) -> Self {
        let report =
            |id: &String| index.reports.iter().position(|report| report.id == *id).map_or(u32::MAX, |p| p as u32);
        Self([
            narrow.report.as_ref().map(report),
            narrow.year.map(u32::from),
            narrow.sector.map(|sector| sector as u32),
            narrow.kind.map(|kind| kind as u32),
            narrow.unit.map(|unit| unit as u32),
        ])
    }

    /// Which of the five an entry fails, as bits.
    pub(super) fn fails(&self, labels: &Labels) -> u8 {
        let values = values(labels);
        (0..5).filter(|&i| self.0[i].is_some_and(|wanted| wanted != values[i])).fold(0, |bits, i| bits | 1 << i)
    }
}

fn values(labels: &Labels) -> [u32; 5] {
    [labels.report, labels.year.into(), labels.sector.into(), labels.kind.into(), labels.unit.into()]
}

/// Counts entries.
pub(super) fn count<'a>(index: &SearchIndex<'a>, gate: &Gate, entries: impl Iterator<Item = Labels>) -> Facets<'a> {
    let mut counts = [index.reports.len(), YEARS, 256, 256, 256].map(|size| vec![0u32; size]);
    for labels in entries {
        let fails = gate.fails(&labels);
        for (i, value) in values(&labels).into_iter().enumerate() {
            if fails & !(1 << i) == 0 {
                counts[i][value as usize] += 1;
            }
        }
    }
    let [reports, years, sectors, kinds, units] = counts.map(|counts| {
        let told = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
        told.map(|(value, count)| (value, count as usize)).collect::<Vec<_>>()
    });
    let mut reports: Vec<_> = reports.into_iter().map(|(at, count)| (index.reports[at], count)).collect();
    sort_by_key(&mut reports, |(_, count)| std::cmp::Reverse(*count));
    Facets {
        reports,
        years: years.into_iter().rev().filter(|(year, _)| *year > 0).map(|(year, n)| (year as u16, n)).collect(),
        sectors: named(&sectors, Sector::ALL),
        kinds: named(&kinds, Kind::ALL),
        units: named(&units, UnitClass::ALL),
    }
}

fn named<T: Copy>(counts: &[(usize, usize)], all: &[T]) -> Vec<(T, usize)> {
    counts.iter().filter_map(|&(value, count)| Some((*all.get(value)?, count))).collect()
}
