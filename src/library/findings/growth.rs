//! A level, the level that it is compared with, and the change told of them. A change that equals the ratio of the two
//! levels is told as growth and is none: 521 against 72 is 7,2 times, which is growth by 624 %, not by 723 %.

use rustc_hash::FxHashMap;

use super::{Finding, FindingKind, amount, verdict};
use crate::library::series::{Series, same_unit};
use crate::library::{Collection, Figure, Stated};
use crate::model::{Bound, Change, Period};

/// Checks every change against the levels of its series, and against a level told beside it.
pub fn check<'a>(collection: &'a Collection, all: &[Series<'a>]) -> Vec<Finding<'a>> {
    let mut out = Vec::new();
    for series in all {
        let levels = Levels::of(series);
        for now in series.told().flat_map(|point| &point.from).map(|join| join.figure) {
            let Some(change) = now.observation.change.as_ref() else { continue };
            let Some(against) = change.against.filter(|then| Some(*then) != now.observation.period) else { continue };
            for then in levels.at(against, now) {
                out.extend(compare(now, then, change, &series.indicator));
            }
        }
    }
    out.extend(beside(collection));
    out
}

/// The levels told of a series, and which report tells them.
struct Levels<'s, 'a> {
    series: &'s Series<'a>,
    by: FxHashMap<(Period, u64, &'a str), Figure<'a>>,
}

impl<'s, 'a> Levels<'s, 'a> {
    fn of(series: &'s Series<'a>) -> Self {
        let tellings = series
            .points
            .iter()
            .filter(|point| !point.derived)
            .flat_map(|point| point.from.iter().map(move |join| (point, join.figure)));
        let by = tellings.map(|(point, figure)| ((point.period, point.number.to_bits(), &*figure.report.id), figure));
        Self { series, by: by.collect() }
    }

    /// The levels of a period, each once: as the report that asks tells it, else as the first does.
    fn at(&self, period: Period, now: Figure<'a>) -> impl Iterator<Item = Figure<'a>> {
        let points = self.series.at(period).filter(|point| !point.derived);
        points.filter_map(move |point| {
            let own = self.by.get(&(period, point.number.to_bits(), &*now.report.id)).copied();
            own.or_else(|| point.from.first().map(|join| join.figure))
        })
    }
}

/// "521 đài, tăng 723% so với 6 tháng đầu năm 2020 (72 đài)": the earlier level stands right behind in the text.
fn beside(collection: &Collection) -> Vec<Finding<'_>> {
    let mut out = Vec::new();
    for report in &collection.reports {
        for pair in report.observations.windows(2) {
            let [now, then] = [&pair[0], &pair[1]].map(|observation| Figure { report, observation });
            let unit = |at: usize| pair[at].unit.as_deref().unwrap_or_default();
            let units = same_unit(unit(0), unit(1)) || same_unit(unit(1), unit(0));
            let same = units && pair[0].indicator == pair[1].indicator && pair[0].area == pair[1].area;
            let Some(change) = pair[0].change.as_ref().filter(|_| same && pair[0].number.is_some()) else { continue };
            let earlier = change.against.is_some() && change.against == pair[1].period;
            if earlier && pair[1].change.is_none() {
                out.extend(compare(now, then, change, now.indicator()));
            }
        }
    }
    out
}

fn compare<'a>(now: Figure<'a>, then: Figure<'a>, change: &Change, indicator: &str) -> Option<Finding<'a>> {
    let (new, old) = (Stated::level(now.observation)?, Stated::level(then.observation)?);
    let size = change.number?.get();
    let unit = change.unit.as_deref()?;
    let sign = change.direction.sign()?;
    let told = stated_change(now, change, size)?;
    let ratio = new.ratio(old)?;
    let computed = match unit {
        "%" if now.observation.unit.as_deref() == Some("%") => return None,
        "%" => ratio.growth(),
        "times" if sign > 0.0 => ratio,
        "điểm phần trăm" | "bậc" => return None,
        own if same_unit(now.observation.unit.as_deref()?, own) => difference(new, old),
        _ => return None,
    };
    let signed = if unit == "times" { told } else { scaled(told, sign) };
    let agrees = signed.meets(computed);
    let finding = |kind, agrees| {
        Finding::new(kind, verdict(agrees), vec![now, then], amount(signed, unit), amount(computed, unit), indicator)
    };
    // The ratio in per cent, rounded or cut off.
    let as_ratio = unit == "%" && sign > 0.0 && told.meets(Stated::exactly(ratio.number * 100.0));
    Some(if !agrees && as_ratio {
        finding(FindingKind::RatioAsGrowth, false)
    } else {
        finding(FindingKind::Growth, agrees)
    })
}

/// A stated change: digits may have been cut off as well as rounded, so one in the last digit is left open on each side.
fn stated_change(now: Figure<'_>, change: &Change, size: f64) -> Option<Stated> {
    let bound = change.bound.unwrap_or(Bound::Exact);
    let quote = words_behind(now);
    let told = Stated::new(size, change.high.map(|n| n.get()), bound, &quote);
    Some(Stated { low: told.low - told.step / 2.0, high: told.high + told.step / 2.0, ..told })
}

/// The words from a figure on: its change stands within them.
fn words_behind(figure: Figure<'_>) -> String {
    const LONGEST: usize = 160;
    let length = figure.observation.quote.chars().count();
    let behind: String =
        figure.report.text.chars().skip(figure.observation.at.saturating_add(length)).take(LONGEST).collect();
    behind
}

fn scaled(told: Stated, sign: f64) -> Stated {
    let (a, b) = (told.low * sign, told.high * sign);
    Stated { number: told.number * sign, low: a.min(b), high: a.max(b), step: told.step }
}

fn difference(new: Stated, old: Stated) -> Stated {
    Stated { number: new.number - old.number, low: new.low - old.high, high: new.high - old.low, step: 0.0 }
}
