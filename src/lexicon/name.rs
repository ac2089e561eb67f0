//! Numbers that are names: of the clock, of the grid.

use super::Class::{AtClock, Hour, Voltage};
use super::Row;

/// "24/7": at any time.
pub const ALWAYS_OPEN: &[(&str, &str)] = &[("24", "7"), ("24", "24")];

/// The words.
pub const WORDS: &[Row] = &[
    ("lúc", AtClock, 0),
    ("vào lúc", AtClock, 0),
    ("hồi", AtClock, 0),
    ("trước", AtClock, 0),
    ("giờ", Hour, 0),
    ("h", Hour, 0),
    ("g", Hour, 0),
    ("phút", Hour, 1),
    ("kV", Voltage, 0),
];
