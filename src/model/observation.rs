//! An observation: one number that tells the state, the change, the rank or the target of something.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Area, Number, Period, Sector, codes};

codes! {
    /// How the stated number stands to the true value.
    Bound {
        /// Stated without a qualifier.
        Exact = "exact",
        /// khoảng, ước, xấp xỉ.
        About = "about",
        /// gần, dưới, chưa đến: the true value is a bit lower.
        Under = "under",
        /// hơn, trên: the true value is a bit higher.
        Over = "over",
        /// từ … trở lên, tối thiểu.
        AtLeast = "at_least",
        /// không quá, tối đa.
        AtMost = "at_most",
        /// From `number` to `high`.
        Range = "range",
    }
}

codes! {
    /// SDMX observation status, as far as a report tells it.
    Status {
        /// What has happened.
        Actual = "actual",
        /// ước, ước đạt, ước tính.
        Estimate = "estimate",
        /// A wish or a plan: phấn đấu, mục tiêu, đến năm 2025 đạt.
        Target = "target",
    }
}

codes! {
    /// The direction of a change.
    Direction {
        /// tăng, cao hơn, gấp.
        Up = "up",
        /// giảm, thấp hơn.
        Down = "down",
        /// không đổi, giữ nguyên.
        None = "none",
    }
}

impl Direction {
    /// One up or down; a change in no direction has none.
    pub fn sign(self) -> Option<f64> {
        match self {
            Self::Up => Some(1.0),
            Self::Down => Some(-1.0),
            Self::None => None,
        }
    }
}

/// A change told of a level, or standing alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Up, down or none.
    pub direction: Direction,
    /// Size in `unit`; `None` when no size is told ("tăng mạnh").
    #[serde(default)]
    pub number: Option<Number>,
    /// Upper end of a range of sizes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    /// `%`, `times`, `bậc`, `điểm phần trăm`, or the unit of the level.
    #[serde(default)]
    pub unit: Option<String>,
    /// Where it started ("từ 0 lên 100%").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    /// Where it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Number>,
    /// The period compared with; `None` when the text names none.
    #[serde(default)]
    pub against: Option<Period>,
    /// A qualifier of the size itself ("tăng gần 3 lần"); `None` stands for exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}

/// A place in an order: 86 of 193.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rank {
    /// 1 is the first.
    pub position: Number,
    /// How many are ranked.
    #[serde(default)]
    pub of: Option<Number>,
    /// Among whom, in the words of the text.
    #[serde(default)]
    pub scope: Option<String>,
}

/// A part of a whole: 63 of 63.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    /// The part.
    pub part: Number,
    /// The whole.
    pub whole: Number,
}

/// One observation, with the words that it was read from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Stable within its report: `o1`, `o2`, … in the order of the text.
    pub id: String,
    /// The quantity as written, with qualifier and unit.
    pub quote: String,
    /// Where the quote starts, in code points of the report's text.
    pub at: usize,
    /// What is measured, in the text's own words.
    #[serde(default)]
    pub indicator: Option<String>,
    /// The level in base units; `None` if only a change or a rank is told.
    #[serde(default)]
    pub number: Option<Number>,
    /// Upper end of a range.
    #[serde(default)]
    pub high: Option<Number>,
    /// The qualifier of the level, or of the change that stands alone.
    pub bound: Bound,
    /// Unit of measure: `VND`, `USD`, `%`, `times`, `tonne`, `person`, or the noun counted.
    #[serde(default)]
    pub unit: Option<String>,
    /// Change told with the level, or standing alone.
    #[serde(default)]
    pub change: Option<Change>,
    /// Rank, if one is told.
    #[serde(default)]
    pub rank: Option<Rank>,
    /// Part and whole, if told.
    #[serde(default)]
    pub ratio: Option<Ratio>,
    /// Actual, estimate or target.
    pub status: Status,
    /// Reference period; `None` only where the text leaves it open.
    #[serde(default)]
    pub period: Option<Period>,
    /// Reference area.
    #[serde(default)]
    pub area: Option<Area>,
    /// Sector.
    pub sector: Sector,
    /// The rules that made it, first to last: the answer to "why?".
    #[serde(default)]
    pub rules: Vec<Cow<'static, str>>,
}
