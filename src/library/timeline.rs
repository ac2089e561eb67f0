//! The dated events of all reports in one order: newest first, by year.
//!
//! Keeps each date as precise as the text tells it; what spans years stands in its last year.

use super::sort_by_key;
use crate::model::{Event, Period, Report};

/// A dated event and the report that tells it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a> {
    /// The report.
    pub report: &'a Report,
    /// The event.
    pub event: &'a Event,
    /// Its date.
    pub date: Period,
}

/// The events of one year, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Year<'a> {
    /// The year.
    pub year: u16,
    /// Its events.
    pub entries: Vec<Entry<'a>>,
}

/// All dated events, newest first, by year.
pub fn timeline<'a>(reports: &[&'a Report]) -> Vec<Year<'a>> {
    let mut all: Vec<Entry<'a>> = reports
        .iter()
        .flat_map(|&report| {
            report.events.iter().filter_map(move |event| Some(Entry { report, event, date: event.date? }))
        })
        .collect();
    sort_by_key(&mut all, |entry| std::cmp::Reverse(entry.date));
    let mut years: Vec<Year<'a>> = Vec::new();
    for entry in all {
        let year = entry.date.end().year();
        match years.last_mut() {
            Some(last) if last.year == year => last.entries.push(entry),
            _ => years.push(Year { year, entries: vec![entry] }),
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::super::fixture::report;
    use super::*;
    use crate::model::{EventKind, Sector};

    #[test]
    fn newest_first_and_undated_left_out() {
        let event = |id: &str, date: Option<&str>| Event {
            id: id.into(),
            quote: String::new(),
            at: 0,
            date: date.map(|d| d.parse().unwrap()),
            title: id.into(),
            kind: EventKind::Other,
            sector: Sector::Other,
        };
        let mut a = report("a", "");
        a.events = vec![event("period", Some("2016/2020")), event("day", Some("2021-01-12")), event("none", None)];
        let mut b = report("b", "");
        b.events = vec![event("half", Some("2021-S1")), event("old", Some("2019-04-03"))];
        let years = timeline(&[&a, &b]);
        let shape: Vec<_> =
            years.iter().map(|y| (y.year, y.entries.iter().map(|e| e.event.id.as_str()).collect::<Vec<_>>())).collect();
        assert_eq!(shape, [(2021, vec!["half", "day"]), (2020, vec!["period"]), (2019, vec!["old"])]);
    }
}
