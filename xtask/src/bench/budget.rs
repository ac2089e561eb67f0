//! What the viewer is held to on the phone, and whether it keeps it.

use super::results::Results;
use super::{APP, FLOOR};

/// A limit on one figure of the viewer.
pub struct Budget {
    size: &'static str,
    measure: &'static str,
    /// What is limited, in words.
    name: &'static str,
    limit: f64,
    unit: Unit,
}

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    /// With what the floor page took where the limit was set.
    Milliseconds(f64),
    Megabytes,
    Frames,
    /// A share of what the fastest of the peers takes in the same run.
    OfFastestPeer,
    /// As often as the floor page takes for the same in the same run.
    OfFloor,
    /// As often as the viewer itself takes with small data.
    OfSmall,
    /// Thousands of bytes.
    Kilobytes,
    /// The share of the window that moved.
    Shift,
}

use Unit::{Frames, Kilobytes, Megabytes, Milliseconds, OfFastestPeer, OfFloor, OfSmall, Shift};

/// The limits. Those in milliseconds were set beside a floor page that took so long; on a slower machine, or one that is not
/// quiet, the same limit is told as so many floors, too.
pub const BUDGETS: &[Budget] = &[
    budget("small", "ready", "ready, against the fastest peer", 0.65, OfFastestPeer),
    budget("small", "blocking", "blocking", 150.0, Milliseconds(51.0)),
    budget("small", "fcp", "first paint, against the floor", 1.5, OfFloor),
    budget("small", "readable", "readable, against the fastest peer's ready", 0.4, OfFastestPeer),
    budget("small", "kb", "the whole first visit", 185.0, Kilobytes),
    budget("small", "cls", "shift of the layout", 0.01, Shift),
    budget("large", "kb", "all before a reader asks for more", 300.0, Kilobytes),
    budget("large", "readable", "readable, against small data", 1.5, OfSmall),
    budget("large", "ready", "ready", 2000.0, Milliseconds(733.0)),
    budget("large", "blocking", "blocking", 400.0, Milliseconds(132.0)),
    budget("large", "longest", "longest task", 200.0, Milliseconds(134.0)),
    budget("large", "key50", "key → result, median", 100.0, Milliseconds(69.0)),
    budget("large", "key95", "key → result, 95 of 100", 180.0, Milliseconds(117.0)),
    budget("large", "slow_frames", "frames over 50 ms in the scroll", 0.0, Frames),
    budget("large", "memory", "JavaScript heap and wasm memory", 25.0, Megabytes),
];

const fn budget(size: &'static str, measure: &'static str, name: &'static str, limit: f64, unit: Unit) -> Budget {
    Budget { size, measure, name, limit, unit }
}

/// A budget with what was measured for it.
#[derive(Debug, PartialEq)]
pub struct Verdict {
    /// What is limited, where, and how far.
    pub size: &'static str,
    pub name: &'static str,
    pub limit: String,
    /// What was measured, or nothing.
    pub measured: Option<String>,
    /// Whether it is within the limit; nothing where it was not measured.
    pub holds: Option<bool>,
    /// A limit in milliseconds as so many floors: what was measured in the same run and what is allowed, and whether it holds.
    pub floors: Option<(String, bool)>,
}

impl Budget {
    /// Compares the median with the limit.
    pub fn judge(&self, results: &Results) -> Verdict {
        let own = results.median(self.size, APP, self.measure);
        let other = match self.unit {
            OfFastestPeer => self.fastest_peer(results),
            OfFloor => results.median(self.size, FLOOR, self.measure),
            OfSmall => results.median("small", APP, self.measure),
            _ => Some(1.0),
        };
        let value = own.zip(other).map(|(own, other)| own / other);
        let compares = matches!(self.unit, OfFastestPeer | OfFloor | OfSmall);
        let measured = value.map(|value| match (own, other) {
            (Some(own), Some(other)) if compares => format!("{value:.2} × ({own:.0} of {other:.0} ms)"),
            _ => self.unit.told(value),
        });
        let limit = format!("≤ {}", self.unit.told(self.limit));
        let floors = self.floors(results);
        Verdict {
            size: self.size,
            name: self.name,
            limit,
            measured,
            holds: value.map(|value| value <= self.limit),
            floors,
        }
    }

    /// What was measured in floors of the same run, beside the floors that the limit was set at.
    fn floors(&self, results: &Results) -> Option<(String, bool)> {
        let Milliseconds(then) = self.unit else { return None };
        let floor = results.median(self.size, FLOOR, self.measure).filter(|floor| *floor > 0.0)?;
        let (own, limit) = (results.median(self.size, APP, self.measure)? / floor, self.limit / then);
        Some((format!("{own:.2} of {limit:.2} × ({floor:.0} ms)"), own <= limit))
    }

    fn fastest_peer(&self, results: &Results) -> Option<f64> {
        let peers = results.pages(self.size).into_iter().filter(|page| ![APP, FLOOR].contains(page));
        // No peer can be read before it is ready.
        peers.filter_map(|page| results.median(self.size, page, "ready")).min_by(f64::total_cmp)
    }
}

impl Unit {
    fn told(self, value: f64) -> String {
        match self {
            Milliseconds(_) => format!("{value:.0} ms"),
            Megabytes => format!("{value:.1} MB"),
            Frames => format!("{value:.0}"),
            OfFastestPeer | OfFloor | OfSmall => format!("{value:.2} ×"),
            Kilobytes => format!("{value:.0} kB"),
            Shift => format!("{value:.3}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(lines: &str) -> Vec<Verdict> {
        let results = Results::read(lines);
        BUDGETS.iter().map(|budget| budget.judge(&results)).collect()
    }

    #[test]
    fn the_fastest_peer_counts_and_the_floor_is_none() {
        let ready = |page: &str, ms: u32| format!("figure\tsmall\t{page}\tready\t{ms}\t1\t9999\n");
        let lines =
            [("limit", 500), ("app", 1300), ("react", 2400), ("echarts", 2000)].map(|(page, ms)| ready(page, ms));
        let first = &verdicts(&lines.concat())[0];
        assert_eq!(first.limit, "≤ 0.65 ×");
        assert_eq!(first.measured.as_deref(), Some("0.65 × (1300 of 2000 ms)"));
        assert_eq!(first.holds, Some(true), "what is as large as its limit keeps it");
        let alone = &verdicts(&lines[..2].concat())[0];
        assert_eq!((alone.measured.as_ref(), alone.holds), (None, None), "without peers there is nothing to compare");
    }

    #[test]
    fn each_figure_is_held_to_its_own_limit() {
        let all = verdicts(
            "figure\tlarge\tapp\tblocking\t400.4\t1\t2\nfigure\tlarge\tapp\tslow_frames\t0\t0\t3\n\
             figure\tlarge\tapp\tmemory\t24.96\t1\t2",
        );
        let of = |name: &str| all.iter().find(|verdict| verdict.size == "large" && verdict.name == name).unwrap();
        assert_eq!(of("blocking").holds, Some(false), "what is above its limit is above it, however it is rounded");
        assert_eq!(of("frames over 50 ms in the scroll").holds, Some(true));
        assert_eq!(of("JavaScript heap and wasm memory").measured.as_deref(), Some("25.0 MB"));
        assert_eq!(of("ready").holds, None);
    }

    #[test]
    fn a_time_is_held_to_the_floor_of_its_own_run_too() {
        let lines = "figure\tlarge\tapp\tready\t4000\t1\t2\nfigure\tlarge\tlimit\tready\t1466\t1\t2\n\
                     figure\tlarge\tapp\tmemory\t3\t1\t2\nfigure\tlarge\tlimit\tmemory\t1\t1\t2\n";
        let all = verdicts(lines);
        let of = |name: &str| all.iter().find(|verdict| verdict.size == "large" && verdict.name == name).unwrap();
        assert_eq!(of("ready").holds, Some(false));
        assert_eq!(of("ready").floors, Some(("2.73 of 2.73 × (1466 ms)".to_owned(), true)));
        assert_eq!(of("JavaScript heap and wasm memory").floors, None, "no time is limited");
    }
}
