//! Which figures of a report stand at the head of the overview.
//!
//! The rule, in the order in which it decides:
//! 1. what is (actual or estimate) before what is wished (target);
//! 2. at most one figure of a sector, the whole sector first, until every sector has had its turn; then a second, …;
//! 3. within a sector, a level with a change before a level alone, and that before a change or a rank alone;
//! 4. then money, per cent and large counts before ranks and ratios, and those before small counts;
//! 5. then the order of the text.

use super::{Figure, by_sector, sort_by_key};
use crate::model::{Observation, Report, Status};

/// How many headline figures there are at most.
pub const HEADLINES: usize = 8;

/// From this on a count is large.
const LARGE_COUNT: f64 = 10_000.0;

/// The headline figures of a report, at most `limit`.
pub fn headline(report: &Report, limit: usize) -> Vec<Figure<'_>> {
    let mut chosen = Vec::new();
    for target in [false, true] {
        let of_status = Figure::all_of(report).filter(|f| (f.observation.status == Status::Target) == target);
        let mut sectors = by_sector(of_status, |f| f.observation.sector);
        for (_, figures) in &mut sectors {
            // A stable sort, so that the order of the text decides last.
            sort_by_key(figures, |f| (told(f.observation), weight(f.observation)));
        }
        let turns = sectors.iter().map(|(_, figures)| figures.len()).max().unwrap_or(0);
        for turn in 0..turns {
            chosen.extend(sectors.iter().filter_map(|(_, figures)| figures.get(turn)));
        }
    }
    chosen.truncate(limit);
    chosen
}

/// Point 3 of the rule.
fn told(o: &Observation) -> u8 {
    match (o.number.is_some(), o.change.is_some()) {
        (true, true) => 0,
        (true, false) => 1,
        _ => 2,
    }
}

/// Point 4 of the rule.
fn weight(o: &Observation) -> u8 {
    if o.ratio.is_some() || o.rank.is_some() {
        return 1;
    }
    match (o.unit.as_deref(), o.number) {
        (Some("VND" | "USD" | "%"), _) => 0,
        (_, Some(n)) if n.get() >= LARGE_COUNT => 0,
        (_, None) => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{observation, report};
    use super::*;
    use crate::model::{Change, Direction, Number, Sector};

    fn level(id: &str, sector: Sector, number: f64, unit: &str) -> Observation {
        let mut o = observation(id, "x", 0, sector);
        o.number = Number::new(number);
        o.unit = Some(unit.into());
        o
    }

    fn with_change(mut o: Observation) -> Observation {
        o.change = Some(Change {
            direction: Direction::Up,
            number: None,
            high: None,
            unit: None,
            from: None,
            to: None,
            against: None,
            bound: None,
        });
        o
    }

    fn order(observations: Vec<Observation>, limit: usize) -> Vec<String> {
        let mut r = report("a", "x");
        r.observations = observations;
        headline(&r, limit).iter().map(|f| f.observation.id.clone()).collect()
    }

    #[test]
    fn follows_the_written_rule() {
        let mut wish = with_change(level("wish", Sector::WholeSector, 1e15, "VND"));
        wish.status = Status::Target;
        let order = order(
            vec![
                wish,
                level("few", Sector::Post, 12.0, "bưu cục"),
                level("money", Sector::Post, 5e12, "VND"),
                with_change(level("grown", Sector::Post, 30.0, "bưu cục")),
                level("telecom", Sector::Telecom, 75.0, "%"),
                level("whole", Sector::WholeSector, 64_000.0, "doanh nghiệp"),
            ],
            8,
        );
        assert_eq!(order, ["whole", "grown", "telecom", "money", "few", "wish"]);
    }

    #[test]
    fn is_never_longer_than_asked() {
        let many = (0..30).map(|i| level(&format!("o{i}"), Sector::Post, 1.0, "x")).collect();
        assert_eq!(order(many, HEADLINES).len(), HEADLINES);
        assert!(order(vec![], HEADLINES).is_empty());
    }
}
