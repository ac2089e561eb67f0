//! How fast things grew, by one report: its changes in per cent, from the largest rise to the largest fall.
//!
//! Only changes with a size in `%` are comparable on one scale: multiples ("gấp 3 lần"), places and percentage points
//! stay out, and a target is no growth yet.

use super::Figure;
use super::order::sort_by;
use crate::model::{Direction, Report, Status};

/// A change in per cent, with its sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth<'a> {
    /// The observation that tells it.
    pub figure: Figure<'a>,
    /// Per cent: 30 for a rise by 30 %, -32 for a fall by 32 %.
    pub percent: f64,
}

/// The changes in per cent that a report tells, sorted from the largest rise to the largest fall.
pub fn growth(report: &Report) -> Vec<Growth<'_>> {
    let mut all: Vec<Growth<'_>> = Figure::all_of(report)
        .filter(|figure| figure.observation.status != Status::Target)
        .filter_map(|figure| {
            let change = figure.observation.change.as_ref()?;
            let size = change.number?.get();
            if change.unit.as_deref() != Some("%") {
                return None;
            }
            let percent = match change.direction {
                Direction::Up => size,
                Direction::Down => -size,
                Direction::None => return None,
            };
            Some(Growth { figure, percent })
        })
        .collect();
    sort_by(&mut all, |a, b| b.percent.total_cmp(&a.percent));
    all
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{change, observation, report};
    use super::*;
    use crate::model::Sector;

    #[test]
    fn sorts_by_size_and_leaves_other_units_out() {
        let told = |id: &str, direction, size: f64, unit: &str| {
            let mut o = observation(id, "x", 0, Sector::Post);
            o.change = Some(change(direction, size, unit));
            o
        };
        let mut r = report("a", "x");
        let mut wish = told("wish", Direction::Up, 90.0, "%");
        wish.status = Status::Target;
        r.observations = vec![
            told("fall", Direction::Down, 32.0, "%"),
            told("times", Direction::Up, 3.0, "times"),
            told("rise", Direction::Up, 5.0, "%"),
            told("high", Direction::Up, 723.0, "%"),
            wish,
        ];
        let order: Vec<_> = growth(&r).iter().map(|g| (g.figure.observation.id.as_str(), g.percent)).collect();
        assert_eq!(order, [("high", 723.0), ("rise", 5.0), ("fall", -32.0)]);
    }
}
