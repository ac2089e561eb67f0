//! Series: the observations of one indicator, area and unit over reports.
//!
//! What joins them is written down: a row of the lexicon of named indicators, or the same words once those that say
//! nothing are left out. Different units are never joined, nor years with halves, nor shares with levels. Rather no join
//! than a wrong one.

mod derived;

pub use derived::same_unit;
use derived::{derived, from_change_alone};
use rustc_hash::{FxHashMap, FxHashSet};

use super::order::{sort_by, sort_by_key};
use super::{Collection, Figure};
use crate::lexicon::series::{CIRCLES, EMPTY_WORDS, Kind, NAMED, Named};
use crate::model::{Area, Bound, Moment, Observation, Period, Report, Sector, Status};
use crate::text::fold_into;

/// Why an observation is of a series.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// The lexicon names the indicator by these phrases.
    Named(Vec<&'static str>),
    /// Its words are those of the others.
    SameWords,
    /// Computed from a level and its change.
    Derived,
}

/// An observation with the reason why it is of a series.
#[derive(Debug, Clone)]
pub struct Join<'a> {
    /// The observation.
    pub figure: Figure<'a>,
    /// Why.
    pub why: Why,
}

/// One value of a series.
#[derive(Debug, Clone)]
pub struct Point<'a> {
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
    pub from: Vec<Join<'a>>,
}

/// The values of one indicator, area and unit.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// Stable: adding a report changes no other series' id.
    pub id: String,
    /// The row of the lexicon, if there is one.
    pub named: Option<&'static Named>,
    /// The indicator: the lexicon's, else the words of the first observation.
    pub indicator: String,
    /// The sector of the first observation.
    pub sector: Sector,
    /// The area.
    pub area: Option<Area>,
    /// The unit; `rank` for places in an order.
    pub unit: String,
    /// The values, by period; told ones before derived ones.
    pub points: Vec<Point<'a>>,
}

/// The unit of a place in an order.
pub const RANK: &str = "rank";

/// What must be the same for two observations to be of one series.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The row of the lexicon, or the words.
    name: String,
    area: Option<Area>,
    unit: String,
    span: &'static str,
    /// The body that reports, where the indicator is its own; the circle of a rank.
    whose: String,
}

/// All series of a collection with at least two values, and the named ones.
pub fn series(collection: &Collection) -> Vec<Series<'_>> {
    let mut all = Gathered::default();
    for report in &collection.reports {
        for figure in Figure::all_of(report) {
            if let Some((key, point, named)) = level(figure) {
                let derived = derived(figure, &point);
                all.add(&key, figure, named, point);
                if let Some(point) = derived {
                    let key = Key { span: span(point.period), ..key };
                    all.add(&key, figure, named, point);
                }
            }
        }
        // "61.359 …. Số lượng DNCNS tăng 20,11%": the change of a level told before.
        for figure in Figure::all_of(report).filter(|f| f.observation.number.is_none()) {
            if let Some((key, point, named)) = from_change_alone(figure) {
                all.add(&key, figure, named, point);
            }
        }
    }
    let mut all: Vec<(Key, Series<'_>)> = all.series.into_iter().map(|(key, (series, _))| (key, series)).collect();
    sort_by(&mut all, |(a, _), (b, _)| a.cmp(b));
    let mut out: Vec<Series<'_>> = all.into_iter().map(|(_, series)| series).collect();
    for series in &mut out {
        drop_needless(&mut series.points);
        sort_by_key(&mut series.points, |point| {
            (order(point.period), matches!(point.period, Period::Until(_)), point.derived)
        });
    }
    out.retain(|series| series.points.len() > 1 || series.named.is_some());
    out
}

/// Leaves out what is computed where the same report also tells it.
fn drop_needless(points: &mut Vec<Point<'_>>) {
    let reports = |point: &Point<'_>| point.from.iter().map(|join| join.figure.report.id.clone()).collect::<Vec<_>>();
    let told: FxHashSet<(Period, String)> = points
        .iter()
        .filter(|point| !point.derived)
        .flat_map(|point| reports(point).into_iter().map(|report| (point.period, report)))
        .collect();
    points.retain(|point| {
        !point.derived || reports(point).into_iter().all(|report| !told.contains(&(point.period, report)))
    });
}

/// Periods by their last day, then by their first.
fn order(period: Period) -> impl Ord {
    (period.end().last_day(), period.start().first_day())
}

impl<'a> Series<'a> {
    /// The points of a period, told ones first.
    pub fn at(&self, period: Period) -> impl Iterator<Item = &Point<'a>> {
        let from = self.points.partition_point(|point| order(point.period) < order(period));
        let same = self.points[from..].iter().take_while(move |point| order(point.period) == order(period));
        same.filter(move |point| point.period == period)
    }

    /// The id of the indicator: the row of the lexicon, else the series itself.
    pub fn page_id(&self) -> &str {
        self.named.map_or(&self.id, |named| named.id)
    }

    /// The told values that are no targets, by period.
    pub fn told(&self) -> impl Iterator<Item = &Point<'a>> {
        self.points.iter().filter(|point| !point.derived && point.status != Status::Target)
    }

    /// The value of each period that most observations tell; of equals the one told first.
    pub fn main(&self) -> Vec<&Point<'a>> {
        let mut out: Vec<&Point<'a>> = Vec::new();
        for point in self.told() {
            match out.last_mut() {
                Some(last) if last.period == point.period => {
                    if point.from.len() > last.from.len() {
                        *last = point;
                    }
                }
                _ => out.push(point),
            }
        }
        out
    }
}

/// What makes two observations one point: period, value, whether it is derived, status.
type Told = (Period, u64, bool, Status);

/// Series under construction, with the place of each point.
#[derive(Default)]
struct Gathered<'a> {
    series: FxHashMap<Key, (Series<'a>, FxHashMap<Told, usize>)>,
}

impl<'a> Gathered<'a> {
    fn add(&mut self, key: &Key, figure: Figure<'a>, named: Option<&'static Named>, point: Point<'a>) {
        if !self.series.contains_key(key) {
            self.series.insert(key.clone(), (begin(key, figure, named), FxHashMap::default()));
        }
        let Some((series, places)) = self.series.get_mut(key) else { return };
        let place = *places
            .entry((point.period, point.number.to_bits(), point.derived, point.status))
            .or_insert(series.points.len());
        match series.points.get_mut(place) {
            Some(known) => known.from.extend(point.from),
            None => series.points.push(point),
        }
    }
}

fn begin<'a>(key: &Key, figure: Figure<'a>, named: Option<&'static Named>) -> Series<'a> {
    Series {
        id: key.id(),
        named,
        indicator: named.map_or_else(|| figure.indicator().to_owned(), |named| named.vi.to_owned()),
        sector: figure.observation.sector,
        area: key.area.clone(),
        unit: if key.unit == COUNT { figure.observation.unit.clone().unwrap_or_default() } else { key.unit.clone() },
        points: Vec::new(),
    }
}

/// The unit of counts of a named indicator, whatever noun each report counts them by.
const COUNT: &str = "count";

/// The unit of people killed or hurt.
const PERSON: &str = "person";

impl Key {
    fn id(&self) -> String {
        let mut id = self.name.clone();
        if let Some(area) = self.area.as_ref().filter(|area| **area != Area::VIET_NAM) {
            id = format!("{id}-{}", area.code().to_ascii_lowercase());
        }
        let unit = super::fold(&self.unit).replace('%', "percent");
        if !matches!(self.unit.as_str(), "VND" | COUNT | RANK | "%") {
            id = format!("{id}-{unit}");
        }
        if self.span != YEARLY {
            id = format!("{id}-{}", self.span);
        }
        if !self.whose.is_empty() {
            id = format!("{id}-{}", self.whose);
        }
        let plain = super::fold(&id);
        let words: Vec<&str> =
            plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.join("-")
    }
}

const YEARLY: &str = "year";

/// What lengths of time share a line.
fn span(period: Period) -> &'static str {
    match period {
        Period::At(Moment::Year(_)) => YEARLY,
        Period::At(Moment::Half(..)) => "half",
        Period::At(Moment::Quarter(..)) => "quarter",
        Period::At(Moment::Month(..)) => "month",
        Period::At(Moment::Day(..)) => "day",
        Period::Range(Moment::Year(_), _) => "stage",
        Period::Range(..) => "months",
        Period::Until(_) => "total",
    }
}

/// The key and the point of an observation that tells a level or a rank.
fn level(figure: Figure<'_>) -> Option<(Key, Point<'_>, Option<&'static Named>)> {
    let o = figure.observation;
    let period = o.period?;
    let number = o.rank.as_ref().map(|rank| rank.position).or(o.number)?.get();
    let (key, named, why) = key(figure.report, o, period)?;
    let point = Point {
        period,
        number,
        high: o.high.map(|n| n.get()),
        bound: o.bound,
        status: o.status,
        derived: false,
        from: vec![Join { figure, why }],
    };
    Some((key, point, named))
}

/// The key of an observation in a period, with its row of the lexicon and the reason.
fn key(report: &Report, o: &Observation, period: Period) -> Option<(Key, Option<&'static Named>, Why)> {
    let kind = kind(o)?;
    let mut words = spaced(o.indicator.as_deref()?);
    if let Some(scope) = o.rank.as_ref().and_then(|rank| rank.scope.as_deref()) {
        words += &spaced(scope);
    }
    let unit = if kind == Kind::Rank { RANK.to_owned() } else { o.unit.clone()? };
    let fits = |named: &&Named| {
        let has = |phrase: &&str| words.contains(&format!(" {phrase} "));
        named.kind == kind && named.needs.iter().all(|group| group.iter().any(has)) && !named.never.iter().any(has)
    };
    // A share of a plan measures the plan.
    let of_plan = words.contains(" so với ");
    let publisher = || spaced(report.meta.publisher.as_deref().unwrap_or(&report.id)).trim().to_owned();
    let circle = || CIRCLES.iter().find(|(phrase, _)| words.contains(phrase)).map_or("", |(_, name)| name).to_owned();
    let key = |name: String, unit: String, own: bool| {
        let whose = if kind == Kind::Rank { circle() } else { String::new() };
        let whose = if own { format!("{whose}{}", publisher()) } else { whose };
        Key { name, area: o.area.clone(), unit, span: span(period), whose }
    };
    if let Some(named) = NAMED.iter().find(fits).filter(|_| !of_plan) {
        let phrases = named
            .needs
            .iter()
            .filter_map(|group| group.iter().copied().find(|phrase| words.contains(&format!(" {phrase} "))));
        // Whatever noun each report counts things by; people are counted apart from things.
        let unit = if kind == Kind::Count && unit != PERSON { COUNT.to_owned() } else { unit };
        return Some((key(named.id.to_owned(), unit, named.own), Some(named), Why::Named(phrases.collect())));
    }
    let rest: Vec<&str> = words.split_whitespace().filter(|word| !EMPTY_WORDS.contains(word)).collect();
    (rest.len() >= 2).then(|| (key(rest.join("-"), unit, true), None, Why::SameWords))
}

/// The folded words of a name with a space on each side.
fn spaced(name: &str) -> String {
    let mut out = String::from(" ");
    for word in name.split_whitespace() {
        let bare = word.trim_matches(|c: char| matches!(c, '(' | ')' | '“' | '”' | '"' | ';' | ':'));
        fold_into(bare, &mut out);
        out.push(' ');
    }
    out
}

fn kind(o: &Observation) -> Option<Kind> {
    if o.rank.is_some() {
        return Some(Kind::Rank);
    }
    o.number?;
    Some(match o.unit.as_deref()? {
        "VND" | "USD" | "EUR" | "JPY" | "CNY" | "KRW" | "GBP" => Kind::Money,
        "%" | "‰" => Kind::Share,
        "times" | "bậc" | "điểm phần trăm" => return None,
        "tonne" | "tạ" | "kg" | "ha" | "km" | "m" | "m2" | "m3" | "km2" | "kWh" | "MWh" | "GWh" | "MW" => {
            Kind::Measure
        }
        unit if unit.contains('/') => Kind::Money,
        _ => Kind::Count,
    })
}
