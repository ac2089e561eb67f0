//! Points that no text tells: the earlier value that a level and its change give.

use super::name::Names;
use super::{Join, Key, Point, Why, span};
use crate::lexicon::series::Named;
use crate::library::Figure;
use crate::model::{Bound, Change, Observation, Status};

/// The earlier value that a level and its change give.
pub fn derived<'a>(figure: Figure<'a>, now: &Point<'a>) -> Option<Point<'a>> {
    let change = figure.observation.change.as_ref()?;
    let number = earlier(now.number, change, figure.observation)?;
    Some(Point {
        period: change.against?,
        number,
        high: None,
        bound: Bound::About,
        status: Status::Actual,
        derived: true,
        from: vec![Join { figure, why: Why::Derived }],
    })
}

/// What a value was before a change of it.
fn earlier(now: f64, change: &Change, o: &Observation) -> Option<f64> {
    let size = change.number?.get();
    let sign = change.direction.sign()?;
    let unit = change.unit.as_deref()?;
    let then = match unit {
        // A rank that went up was a larger number before.
        "bậc" if o.rank.is_some() => now + sign * size,
        "%" if o.unit.as_deref() == Some("%") => return None,
        "%" => now / (1.0 + sign * size / 100.0),
        "times" if sign > 0.0 && size > 1.0 => now / size,
        "điểm phần trăm" if o.unit.as_deref() == Some("%") => now - sign * size,
        unit if o.unit.as_deref().is_some_and(|whole| same_unit(whole, unit)) => now - sign * size,
        _ => return None,
    };
    (then.is_finite() && then > 0.0).then(|| round(then))
}

/// Whether two counts are of one thing: "sản phẩm OCOP" told again as "sản phẩm".
pub fn same_unit(whole: &str, short: &str) -> bool {
    whole.strip_prefix(short).is_some_and(|rest| !short.is_empty() && (rest.is_empty() || rest.starts_with(' ')))
}

/// To nine digits: what is computed from told digits is no more exact than they are. By steps of ten, as the printing and
/// reading of floats would weigh more than all series.
fn round(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 1e9 {
        unit *= 10.0;
    }
    let mut parts = 1.0;
    while value * parts < 1e8 && parts < 1e12 {
        parts *= 10.0;
    }
    if unit > 1.0 { (value / unit).round() * unit } else { (value * parts).round() / parts }
}

/// A change told alone, of a level that its report tells of the same indicator and period.
pub fn from_change_alone<'a>(
    names: &Names<'a>,
    at: usize,
    figure: Figure<'a>,
) -> Option<(Key, Point<'a>, Option<&'static Named>)> {
    let o = figure.observation;
    let (change, period) = (o.change.as_ref()?, o.period?);
    let is_level = |(place, level): &(usize, &Observation)| {
        level.number.is_some()
            && level.change.is_none()
            && level.period == Some(period)
            && level.area == o.area
            && names.are_same(at, *place)
    };
    let (place, level) = figure.report.observations.iter().enumerate().find(is_level)?;
    let (key_of_level, named, _) = names.key(place, period)?;
    let number = earlier(level.number?.get(), change, level)?;
    let against = change.against?;
    let point = Point {
        period: against,
        number,
        high: None,
        bound: Bound::About,
        status: Status::Actual,
        derived: true,
        from: vec![
            Join { figure: Figure { report: figure.report, observation: level }, why: Why::Derived },
            Join { figure, why: Why::Derived },
        ],
    };
    Some((Key { span: span(against), ..key_of_level }, point, named))
}
