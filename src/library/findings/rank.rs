//! A rank, an earlier rank and the places between them. Where the steps fit, they also date the earlier rank.

use rustc_hash::FxHashMap;

use super::{Finding, FindingKind, amount, verdict};
use crate::library::series::{RANK, Series};
use crate::library::{Collection, Figure, Stated};
use crate::model::{Period, Status};

/// Checks the steps told with a rank, or beside it in the same report.
pub fn check<'a>(collection: &'a Collection, all: &[Series<'a>]) -> Vec<Finding<'a>> {
    let mut out = Vec::new();
    let lines = Lines::of(all);
    for report in &collection.reports {
        for figure in Figure::all_of(report) {
            let o = figure.observation;
            let Some(change) = o.change.as_ref().filter(|change| change.unit.as_deref() == Some("bậc")) else {
                continue;
            };
            let Some(steps) = change.number.zip(change.direction.sign()).map(|(n, sign)| n.get() * sign) else {
                continue;
            };
            let now = if o.rank.is_some() { Some(figure) } else { beside(figure) };
            let Some(now) = now else { continue };
            out.extend(compare(figure, now, steps, change.against, &lines));
        }
    }
    out
}

/// The rank that a change of places belongs to: of the same indicator, told right before it.
fn beside(figure: Figure<'_>) -> Option<Figure<'_>> {
    let (before, _) = figure.neighbours();
    before.filter(|other| other.observation.rank.is_some() && other.observation.sector == figure.observation.sector)
}

/// The series of ranks, by the figures that they were made of and by what is ranked.
struct Lines<'s, 'a> {
    of: FxHashMap<(&'a str, &'a str), &'s Series<'a>>,
    named: FxHashMap<&'s str, Vec<&'s Series<'a>>>,
}

impl<'s, 'a> Lines<'s, 'a> {
    fn of(all: &'s [Series<'a>]) -> Self {
        let mut lines = Self { of: FxHashMap::default(), named: FxHashMap::default() };
        for series in all.iter().filter(|series| series.unit == RANK) {
            let told = series.points.iter().filter(|point| !point.derived).flat_map(|point| &point.from);
            lines.of.extend(told.map(|join| (name(join.figure), series)));
            if series.named.is_some() {
                lines.named.entry(&series.indicator).or_default().push(series);
            }
        }
        lines
    }
}

fn name(figure: Figure<'_>) -> (&str, &str) {
    (&figure.report.id, &figure.observation.id)
}

fn compare<'a>(
    told: Figure<'a>,
    now: Figure<'a>,
    steps: f64,
    against: Option<Period>,
    lines: &Lines<'_, 'a>,
) -> Option<Finding<'a>> {
    let position = now.observation.rank.as_ref()?.position.get();
    let before = position + steps;
    let own = *lines.of.get(&name(now))?;
    let same = lines.named.get(own.indicator.as_str()).into_iter().flatten().copied();
    // A district's place is not its country's.
    let same = same.filter(|series| series.area == own.area);
    // Whoever tells a value, it is one value: the first telling stands for it.
    let earlier: Vec<(Figure<'a>, Period)> = same
        .chain(std::iter::once(own))
        .flat_map(|series| series.points.iter().filter(|p| !p.derived && p.status != Status::Target))
        .filter_map(|p| Some((p.from.iter().map(|join| join.figure).find(|figure| *figure != now)?, p.period)))
        .filter(|(_, period)| {
            period.start().first_day() < now.observation.period.map_or((9999, 1, 1), |p| p.end().last_day())
        })
        .collect();
    let rank = |figure: Figure<'a>| figure.observation.rank.as_ref().map_or(0.0, |rank| rank.position.get());
    // A rank that fits the steps, told of whatever time; else one told of just the time compared with.
    let fits = earlier.iter().find(|(figure, _)| rank(*figure) == before);
    let (then, period) = *fits.or_else(|| earlier.iter().find(|(_, period)| Some(*period) == against))?;
    let stated = amount(Stated::exactly(steps), "bậc");
    let computed = amount(Stated::exactly(rank(then) - position), "bậc");
    let operands = if told == now { vec![now, then] } else { vec![told, now, then] };
    let mut finding =
        Finding::new(FindingKind::Rank, verdict(fits.is_some()), operands, stated, computed, &own.indicator);
    finding.dates = against.filter(|against| fits.is_some() && *against != period);
    Some(finding)
}
