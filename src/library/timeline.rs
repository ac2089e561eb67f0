//! The dated events of all reports in one order: newest first, by year; what several reports tell is one entry.
//!
//! Keeps each date as precise as the text tells it; what spans years stands in its last year. Whether two tellings are of
//! one event is settled in `same`; here an event joins an entry only if it is the same as every telling of it, so that no
//! chain of likenesses joins what is unlike.

use std::cmp::Ordering;

use super::order::sort_by;
use super::same::{Telling, is_same};
use super::{EventId, Group, sort_by_key};
use crate::model::{Event, Period, Report};

/// A dated event, and who tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The report that tells it most precisely, the first of them.
    pub report: &'a Report,
    /// The event as that report tells it.
    pub event: &'a Event,
    /// Its date.
    pub date: Period,
    /// The other reports that tell it.
    pub also: Vec<Source<'a>>,
}

/// A telling of an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source<'a> {
    /// The report.
    pub report: &'a Report,
    /// The event as it tells it.
    pub event: &'a Event,
}

impl<'a> Entry<'a> {
    /// All who tell it, the one that the entry shows first.
    pub fn sources(&self) -> impl Iterator<Item = Source<'a>> + '_ {
        [Source { report: self.report, event: self.event }].into_iter().chain(self.also.iter().copied())
    }
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
    let mut all: Vec<(Entry<'a>, Vec<Telling<'a>>)> = Vec::new();
    for &report in reports {
        for event in &report.events {
            let Some(date) = event.date else { continue };
            let telling = Telling::new(event, date, report.meta.area.as_ref());
            all.push((Entry { report, event, date, also: Vec::new() }, vec![telling]));
        }
    }
    // Dates that can be of one event end in one year, so that only what stands near is compared.
    sort_by_key(&mut all, |(entry, _)| std::cmp::Reverse(entry.date.end().year()));
    let mut years: Vec<Year<'a>> = Vec::new();
    let mut all = all.into_iter().peekable();
    while let Some(year) = all.peek().map(|(entry, _)| entry.date.end().year()) {
        let mut joined: Vec<(Entry<'a>, Vec<Telling<'a>>)> = Vec::new();
        while let Some((entry, telling)) = all.next_if(|(entry, _)| entry.date.end().year() == year) {
            join(&mut joined, entry, telling);
        }
        let mut entries: Vec<Entry<'a>> = joined.into_iter().map(|(entry, _)| entry).collect();
        sort_by_key(&mut entries, |entry| std::cmp::Reverse(entry.date));
        years.push(Year { year, entries });
    }
    years
}

/// The same where it is known which tellings are of one event (each group with the leading one first), at no cost of
/// comparing. A group whose leading report is not among these is told by its own reports.
pub fn timeline_of<'a>(reports: &[&'a Report], same: &[Group]) -> Vec<Year<'a>> {
    let mut known = reports.to_vec();
    sort_by_key(&mut known, |report| &report.id);
    let find = |id: &EventId| {
        let report = known[known.binary_search_by(|known| known.id.cmp(&id.report)).ok()?];
        let event = report.events.iter().find(|event| event.id == id.event)?;
        Some(Source { report, event })
    };
    let mut grouped: Vec<(&EventId, &Group)> =
        same.iter().flat_map(|group| group.told.iter().map(move |id| (id, group))).collect();
    sort_by(&mut grouped, |(a, _), (b, _)| order(a, &b.report, &b.event));
    let group_of = |report: &Report, event: &Event| {
        let at = grouped.binary_search_by(|(id, _)| order(id, &report.id, &event.id)).ok()?;
        Some(&grouped[at].1.told)
    };
    let mut years: Vec<Year<'a>> = Vec::new();
    for &report in reports {
        for event in &report.events {
            let Some(date) = event.date else { continue };
            let own = |id: &EventId| id.event == event.id && id.report == report.id;
            let group = group_of(report, event);
            let lead = group.and_then(|group| group.first()).filter(|lead| find(lead).is_some());
            if lead.is_some_and(|lead| !own(lead)) {
                continue;
            }
            let others = group.filter(|_| lead.is_some()).into_iter().flatten().filter(|id| !own(id));
            let entry = Entry { report, event, date, also: others.filter_map(find).collect() };
            let year = date.end().year();
            match years.iter_mut().find(|known| known.year == year) {
                Some(known) => known.entries.push(entry),
                None => years.push(Year { year, entries: vec![entry] }),
            }
        }
    }
    sort_by_key(&mut years, |year| std::cmp::Reverse(year.year));
    for year in &mut years {
        sort_by_key(&mut year.entries, |entry| std::cmp::Reverse(entry.date));
    }
    years
}

fn order(id: &EventId, report: &str, event: &str) -> Ordering {
    id.report.as_str().cmp(report).then_with(|| id.event.as_str().cmp(event))
}

/// Puts an event of another report to the entry that tells it already, or by itself.
fn join<'a>(joined: &mut Vec<(Entry<'a>, Vec<Telling<'a>>)>, new: Entry<'a>, mut telling: Vec<Telling<'a>>) {
    let told = joined.iter_mut().find(|(entry, tellings)| {
        tellings.iter().all(|known| telling.iter().all(|new| is_same(known, new)))
            && entry.sources().all(|source| source.report.id != new.report.id)
    });
    let Some((entry, tellings)) = told else { return joined.push((new, telling)) };
    // What is told in the same words need not be asked again.
    telling.retain(|new| !tellings.contains(new));
    tellings.append(&mut telling);
    let (known, other) =
        (Source { report: entry.report, event: entry.event }, Source { report: new.report, event: new.event });
    // The shorter time is the more precise one; among equals the first report stays.
    if length(new.date) < length(entry.date) {
        (entry.report, entry.event, entry.date) = (new.report, new.event, new.date);
        entry.also.insert(0, known);
    } else {
        entry.also.push(other);
    }
}

/// About how many days a period has.
fn length(period: Period) -> i32 {
    let days = |(year, month, day): (u16, u8, u8)| i32::from(year) * 372 + i32::from(month) * 31 + i32::from(day);
    days(period.end().last_day()) - days(period.start().first_day())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::report;
    use super::*;
    use crate::model::{Area, EventKind, Sector};

    fn event(id: &str, date: Option<&str>, title: &str) -> Event {
        Event {
            id: id.into(),
            quote: String::new(),
            at: 0,
            date: date.map(|d| d.parse().unwrap()),
            title: title.into(),
            kind: EventKind::Meeting,
            sector: Sector::Other,
        }
    }

    #[test]
    fn newest_first_and_undated_left_out() {
        let plain = |id: &str, date: Option<&str>| event(id, date, id);
        let mut a = report("a", "");
        a.events = vec![plain("period", Some("2016/2020")), plain("day", Some("2021-01-12")), plain("none", None)];
        let mut b = report("b", "");
        b.events = vec![plain("half", Some("2021-S1")), plain("old", Some("2019-04-03"))];
        let years = timeline(&[&a, &b]);
        let shape: Vec<_> =
            years.iter().map(|y| (y.year, y.entries.iter().map(|e| e.event.id.as_str()).collect::<Vec<_>>())).collect();
        assert_eq!(shape, [(2021, vec!["half", "day"]), (2020, vec!["period"]), (2019, vec!["old"])]);
    }

    const MEETING: &str = "Bộ Y tế tổ chức hội nghị tổng kết công tác năm 2020 và triển khai nhiệm vụ năm 2021";

    #[test]
    fn one_event_of_three_reports_is_one_entry_and_the_most_precise_date_leads() {
        let told = |id: &str, place: &str, date: &str| {
            let mut r = report(id, "");
            r.meta.area = Area::from_code(place);
            r.events = vec![event("e1", Some(date), MEETING)];
            r
        };
        let (a, b, c) =
            (told("a", "VN-44", "2021-01"), told("b", "VN-21", "2021-01-12"), told("c", "VN-73", "2021-01-12"));
        let years = timeline(&[&a, &b, &c]);
        assert_eq!(years.len(), 1);
        assert_eq!(years[0].entries.len(), 1);
        let entry = &years[0].entries[0];
        assert_eq!(entry.date.to_string(), "2021-01-12");
        let sources: Vec<_> = entry.sources().map(|source| source.report.id.as_str()).collect();
        assert_eq!(sources, ["b", "a", "c"]);
    }

    #[test]
    fn no_chain_joins_two_days_through_their_month() {
        let told = |id: &str, date: &str| {
            let mut r = report(id, "");
            r.events = vec![event("e1", Some(date), MEETING)];
            r
        };
        let (a, b, c) = (told("a", "2021-01-12"), told("b", "2021-01"), told("c", "2021-01-20"));
        let years = timeline(&[&a, &b, &c]);
        assert_eq!(years[0].entries.len(), 2);
    }

    #[test]
    fn one_report_tells_two_events_of_one_day() {
        let mut a = report("a", "");
        a.events = vec![event("e1", Some("2021-01-12"), MEETING), event("e2", Some("2021-01-12"), MEETING)];
        assert_eq!(timeline(&[&a])[0].entries.len(), 2);
    }
}
