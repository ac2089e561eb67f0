//! Series: the observations of one indicator, area and unit over reports.
//!
//! What joins them is written down: a row of the lexicon of named indicators, or the same words once those that say
//! nothing are left out. Different units are never joined, nor years with halves, nor shares with levels. Rather no join
//! than a wrong one.

mod derived;
mod name;

pub use derived::same_unit;
use derived::{derived, from_change_alone};
use name::Names;
use rustc_hash::{FxHashMap, FxHashSet};

use super::order::sort_by_key;
use super::{Collection, Figure};
use crate::lexicon::series::Named;
use crate::model::{Area, Bound, Moment, Period, Sector, Status};

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
        let names = Names::of(report);
        for (at, figure) in names.figures() {
            let Some((key, point, named)) = level(&names, at, figure) else { continue };
            if let Some(point) = derived(figure, &point) {
                let key = Key { span: span(point.period), ..key.clone() };
                all.add(key, figure, named, point);
            }
            all.add(key, figure, named, point);
        }
        // "61.359 …. Số lượng DNCNS tăng 20,11%": the change of a level told before.
        for (at, figure) in names.figures().filter(|(_, figure)| figure.observation.number.is_none()) {
            if let Some((key, point, named)) = from_change_alone(&names, at, figure) {
                all.add(key, figure, named, point);
            }
        }
    }
    let mut out = all.series();
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
    let told: FxHashSet<(Period, &str)> = points.iter().filter(|point| !point.derived).flat_map(tellings).collect();
    points.retain(|point| !point.derived || tellings(point).all(|telling| !told.contains(&telling)));
}

/// Of when a point is and which reports tell it.
fn tellings<'p, 'a>(point: &'p Point<'a>) -> impl Iterator<Item = (Period, &'a str)> + 'p {
    point.from.iter().map(|join| (point.period, join.figure.report.id.as_str()))
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
    keys: FxHashMap<Key, usize>,
    groups: Vec<Group<'a>>,
    places: FxHashMap<(usize, Told), usize>,
}

struct Group<'a> {
    first: Figure<'a>,
    named: Option<&'static Named>,
    points: Vec<Point<'a>>,
}

impl<'a> Gathered<'a> {
    fn add(&mut self, key: Key, first: Figure<'a>, named: Option<&'static Named>, point: Point<'a>) {
        let next = self.groups.len();
        let at = *self.keys.entry(key).or_insert(next);
        if at == next {
            self.groups.push(Group { first, named, points: Vec::new() });
        }
        let points = &mut self.groups[at].points;
        let told = (point.period, point.number.to_bits(), point.derived, point.status);
        let place = *self.places.entry((at, told)).or_insert(points.len());
        match points.get_mut(place) {
            Some(known) => known.from.extend(point.from),
            None => points.push(point),
        }
    }

    /// What has at least two values or a name, by key. Of thousands of reports most keys have neither.
    fn series(mut self) -> Vec<Series<'a>> {
        let mut keys: Vec<(Key, usize)> = self.keys.into_iter().collect();
        keys.retain(|(_, at)| self.groups[*at].points.len() > 1 || self.groups[*at].named.is_some());
        keys.sort_unstable();
        let series = |(key, at): (Key, usize)| {
            let Group { first, named, points } = &mut self.groups[at];
            let of_count = key.unit == COUNT;
            Series {
                id: key.id(),
                named: *named,
                indicator: named.map_or_else(|| first.indicator().to_owned(), |named| named.vi.to_owned()),
                sector: first.observation.sector,
                area: key.area,
                unit: if of_count { first.observation.unit.clone().unwrap_or_default() } else { key.unit },
                points: std::mem::take(points),
            }
        };
        keys.into_iter().map(series).collect()
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
fn level<'a>(names: &Names<'a>, at: usize, figure: Figure<'a>) -> Option<(Key, Point<'a>, Option<&'static Named>)> {
    let o = figure.observation;
    let period = o.period?;
    let number = o.rank.as_ref().map(|rank| rank.position).or(o.number)?.get();
    let (key, named, why) = names.key(at, period)?;
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
