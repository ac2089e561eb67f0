//! A rank, an earlier rank and the places between them. Where the steps fit, they also date the earlier rank.

use super::{Finding, FindingKind, amount, verdict};
use crate::library::series::{RANK, Series};
use crate::library::{Collection, Figure, Stated};
use crate::model::{Period, Status};

/// Checks the steps told with a rank, or beside it in the same report.
pub fn check<'a>(collection: &'a Collection, all: &[Series<'a>]) -> Vec<Finding<'a>> {
    let mut out = Vec::new();
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
            out.extend(compare(figure, now, steps, change.against, all));
        }
    }
    out
}

/// The rank that a change of places belongs to: of the same indicator, told right before it.
fn beside(figure: Figure<'_>) -> Option<Figure<'_>> {
    let (before, _) = figure.neighbours();
    before.filter(|other| other.observation.rank.is_some() && other.observation.sector == figure.observation.sector)
}

fn compare<'a>(
    told: Figure<'a>,
    now: Figure<'a>,
    steps: f64,
    against: Option<Period>,
    all: &[Series<'a>],
) -> Option<Finding<'a>> {
    let position = now.observation.rank.as_ref()?.position.get();
    let before = position + steps;
    let ranks = |series: &&Series<'a>| {
        series.unit == RANK && series.points.iter().any(|p| !p.derived && p.from.iter().any(|j| j.figure == now))
    };
    let own = all.iter().find(ranks)?;
    let same_line =
        |series: &&Series<'a>| series.unit == RANK && series.named.is_some() && series.indicator == own.indicator;
    let lines = all.iter().filter(same_line).chain(std::iter::once(own));
    let earlier: Vec<(Figure<'a>, Period)> = lines
        .flat_map(|series| series.points.iter().filter(|p| !p.derived && p.status != Status::Target))
        .flat_map(|p| p.from.iter().map(|join| (join.figure, p.period)))
        .filter(|(figure, period)| {
            *figure != now
                && period.start().first_day() < now.observation.period.map_or((9999, 1, 1), |p| p.end().last_day())
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
