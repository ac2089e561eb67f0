//! Reference periods in the ISO 8601 / SDMX text form: `2020`, `2021-S1`, `2020-Q3`, `2021-01`, `2021-01-12`,
//! `2016/2020` (both ends included) and `../2020` (a running total up to the end of 2020).

use std::fmt;
use std::str::FromStr;

/// A point of the calendar, as precise as a text tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A year.
    Year(u16),
    /// A half of a year: 1 or 2.
    Half(u16, u8),
    /// A quarter of a year: 1 to 4.
    Quarter(u16, u8),
    /// A month: 1 to 12.
    Month(u16, u8),
    /// A day of a month: 1 to 31.
    Day(u16, u8, u8),
}

/// A reference period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// One moment.
    At(Moment),
    /// From one moment to another, both included.
    Range(Moment, Moment),
    /// All that was counted up to the end of a moment.
    Until(Moment),
}

impl Moment {
    /// The year it lies in.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(y) | Self::Half(y, _) | Self::Quarter(y, _) | Self::Month(y, _) | Self::Day(y, ..) => y,
        }
    }

    /// The same moment `years` earlier (29 February becomes the 28th); before the year 1 there is none.
    pub fn years_before(self, years: u16) -> Self {
        let back = |y: u16| y.saturating_sub(years).max(1);
        match self {
            Self::Year(y) => Self::Year(back(y)),
            Self::Half(y, h) => Self::Half(back(y), h),
            Self::Quarter(y, q) => Self::Quarter(back(y), q),
            Self::Month(y, m) => Self::Month(back(y), m),
            Self::Day(y, m, d) => Self::Day(back(y), m, d.min(days_of(back(y), m))),
        }
    }

    /// First day, as (year, month, day).
    pub fn first_day(self) -> (u16, u8, u8) {
        match self {
            Self::Year(y) => (y, 1, 1),
            Self::Half(y, h) => (y, h.saturating_sub(1) * 6 + 1, 1),
            Self::Quarter(y, q) => (y, q.saturating_sub(1) * 3 + 1, 1),
            Self::Month(y, m) => (y, m, 1),
            Self::Day(y, m, d) => (y, m, d),
        }
    }

    /// Last day, as (year, month, day).
    pub fn last_day(self) -> (u16, u8, u8) {
        let (y, m) = match self {
            Self::Year(y) => (y, 12),
            Self::Half(y, h) => (y, h * 6),
            Self::Quarter(y, q) => (y, q * 3),
            Self::Month(y, m) => (y, m),
            Self::Day(y, m, d) => return (y, m, d),
        };
        (y, m, days_of(y, m))
    }
}

impl Period {
    /// The year, when the period is one year.
    pub fn of_year(year: u16) -> Self {
        Self::At(Moment::Year(year))
    }

    /// First moment named; for a running total, its end.
    pub fn start(self) -> Moment {
        match self {
            Self::At(m) | Self::Range(m, _) | Self::Until(m) => m,
        }
    }

    /// Last moment named.
    pub fn end(self) -> Moment {
        match self {
            Self::At(m) | Self::Range(_, m) | Self::Until(m) => m,
        }
    }

    /// The middle of it in years: 2021.25 for the first half of 2021; of a running total, its end.
    pub fn middle(self) -> f64 {
        let day = |(year, month, day): (u16, u8, u8)| {
            f64::from(year) + (f64::from(month) - 1.0) / 12.0 + (f64::from(day) - 1.0) / 372.0
        };
        let (first, last) = (day(self.start().first_day()), day(self.end().last_day()) + 1.0 / 372.0);
        if matches!(self, Self::Until(_)) { last } else { (first + last) / 2.0 }
    }

    /// The same period one year earlier ("cùng kỳ").
    pub fn year_before(self) -> Self {
        match self {
            Self::At(m) => Self::At(m.years_before(1)),
            Self::Range(a, b) => Self::Range(a.years_before(1), b.years_before(1)),
            Self::Until(m) => Self::Until(m.years_before(1)),
        }
    }
}

fn days_of(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Orders by first day, the shorter period last among equals, so that a day stands after its month.
impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.first_day().cmp(&other.first_day()).then_with(|| other.last_day().cmp(&self.last_day()))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.end().last_day().cmp(&other.end().last_day()).then_with(|| self.start().cmp(&other.start()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Half(y, h) => write!(f, "{y:04}-S{h}"),
            Self::Quarter(y, q) => write!(f, "{y:04}-Q{q}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(y, m, d) => write!(f, "{y:04}-{m:02}-{d:02}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(m) => m.fmt(f),
            Self::Range(a, b) => write!(f, "{a}/{b}"),
            Self::Until(m) => write!(f, "../{m}"),
        }
    }
}

/// A text that is no period; says what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodError(String);

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a period such as 2020, 2021-S1, 2021-01-12, 2016/2020 or ../2020, found {:?}", self.0)
    }
}

impl std::error::Error for PeriodError {}

impl FromStr for Moment {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let wrong = || PeriodError(text.chars().take(40).collect());
        let digits = |part: &str, width: usize, max: u16| {
            (part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok().filter(|n| (1..=max).contains(n)))
                .flatten()
                .ok_or_else(wrong)
        };
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4, 9999)?;
        let moment = match (parts.next(), parts.next()) {
            (None, _) => Self::Year(year),
            (Some(half), None) if half.starts_with('S') => Self::Half(year, digits(&half[1..], 1, 2)? as u8),
            (Some(quarter), None) if quarter.starts_with('Q') => {
                Self::Quarter(year, digits(&quarter[1..], 1, 4)? as u8)
            }
            (Some(month), None) => Self::Month(year, digits(month, 2, 12)? as u8),
            (Some(month), Some(day)) => {
                let month = digits(month, 2, 12)? as u8;
                Self::Day(year, month, digits(day, 2, u16::from(days_of(year, month)))? as u8)
            }
        };
        if parts.next().is_some() { Err(wrong()) } else { Ok(moment) }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        match text.split_once('/') {
            None => text.parse().map(Self::At),
            Some(("..", end)) => end.parse().map(Self::Until),
            Some((start, end)) => Ok(Self::Range(start.parse()?, end.parse()?)),
        }
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_years_are_years() {
        for (period, before) in [
            ("2021-S1", "2020-S1"),
            ("2020-02-29", "2019-02-28"),
            ("2016/2020", "2015/2019"),
            ("../2020-Q3", "../2019-Q3"),
            ("0001", "0001"),
            ("0001-02-28", "0001-02-28"),
        ] {
            assert_eq!(period.parse::<Period>().unwrap().year_before().to_string(), before);
        }
    }
}
