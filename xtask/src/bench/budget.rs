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
    Milliseconds,
    Megabytes,
    Frames,
    /// A share of what the fastest of the peers takes in the same run.
    OfFastestPeer,
}

use Unit::{Frames, Megabytes, Milliseconds, OfFastestPeer};

/// The limits. Those in milliseconds hold on a quiet machine like the one in docs/performance.md.
pub const BUDGETS: &[Budget] = &[
    budget("small", "ready", "ready, against the fastest peer", 0.65, OfFastestPeer),
    budget("small", "blocking", "blocking", 150.0, Milliseconds),
    budget("large", "ready", "ready", 2000.0, Milliseconds),
    budget("large", "blocking", "blocking", 400.0, Milliseconds),
    budget("large", "longest", "longest task", 200.0, Milliseconds),
    budget("large", "key50", "key → result, median", 100.0, Milliseconds),
    budget("large", "key95", "key → result, 95 of 100", 180.0, Milliseconds),
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
}

impl Budget {
    /// Compares the median with the limit.
    pub fn judge(&self, results: &Results) -> Verdict {
        let own = results.median(self.size, APP, self.measure);
        let value = match self.unit {
            OfFastestPeer => own.zip(self.fastest_peer(results)).map(|(own, peer)| own / peer),
            _ => own,
        };
        let measured = value.map(|value| match (self.unit, own, self.fastest_peer(results)) {
            (OfFastestPeer, Some(own), Some(peer)) => format!("{value:.2} × ({own:.0} of {peer:.0} ms)"),
            _ => self.unit.told(value),
        });
        let limit = format!("≤ {}", self.unit.told(self.limit));
        Verdict { size: self.size, name: self.name, limit, measured, holds: value.map(|value| value <= self.limit) }
    }

    fn fastest_peer(&self, results: &Results) -> Option<f64> {
        let peers = results.pages(self.size).into_iter().filter(|page| ![APP, FLOOR].contains(page));
        peers.filter_map(|page| results.median(self.size, page, self.measure)).min_by(f64::total_cmp)
    }
}

impl Unit {
    fn told(self, value: f64) -> String {
        match self {
            Milliseconds => format!("{value:.0} ms"),
            Megabytes => format!("{value:.1} MB"),
            Frames => format!("{value:.0}"),
            OfFastestPeer => format!("{value:.2} ×"),
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
}
