//! What facts hold: plain values, small and copied freely. Spans point into the text; nothing is resolved against the
//! report yet.

use crate::model::{Bound, Direction, Number, Period, ReferenceKind};
use crate::text::Span;

/// A decimal number as told: `mantissa × 10^exponent`, so that 2,4 nghìn tỷ is exactly 24 × 10^11.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The digits.
    pub mantissa: u64,
    /// The power of ten.
    pub exponent: i16,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(value: u64) -> Self {
        Self { mantissa: value, exponent: 0 }
    }

    /// The same times a power of ten.
    pub fn shifted(self, powers: i16) -> Self {
        Self { exponent: self.exponent.saturating_add(powers), ..self }
    }

    /// The same without noughts at its end.
    pub fn shortest(mut self) -> Self {
        while self.mantissa > 0 && self.mantissa.is_multiple_of(10) {
            self.mantissa /= 10;
            self.exponent += 1;
        }
        self
    }

    /// The sum, `None` where it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |d: Self| d.mantissa.checked_mul(10_u64.checked_pow(u32::try_from(d.exponent - exponent).ok()?)?);
        Some(Self { mantissa: scaled(self)?.checked_add(scaled(other)?)?, exponent })
    }

    /// The nearest float.
    pub fn number(self) -> Number {
        let mut short = self.shortest();
        // Fifteen digits and a power of ten of at most 22: what every reader of JSON reads to the bit.
        while short.exponent != 0
            && short.mantissa > 0
            && (short.mantissa >= 1_000_000_000_000_000 || short.exponent < -22)
        {
            short = Self { mantissa: short.mantissa / 10, exponent: short.exponent + 1 };
        }
        short = short.shortest();
        // Beyond that a number tells its size only.
        while short.exponent > 22 && short.mantissa > 1 {
            short = Self { mantissa: (short.mantissa / 10).max(1), exponent: short.exponent + 1 };
        }
        let value = match short.exponent {
            0 => short.mantissa as f64,
            _ => format!("{}e{}", short.mantissa, short.exponent).parse().unwrap_or(f64::MAX),
        };
        Number::new(value).unwrap_or(Number::from(0))
    }

    /// The number itself, if it is whole, not scaled and at most `max`.
    pub fn small(self, max: u64) -> Option<u64> {
        (self.exponent == 0 && self.mantissa <= max).then_some(self.mantissa)
    }
}

/// A unit as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A row of [`crate::lexicon::unit::UNITS`]: money or a measure.
    Listed(u8),
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Times.
    Times,
    /// Places in a ranking.
    Steps,
    /// A counted noun, in the words of the text.
    Noun(Span),
}

/// A unit with what it is counted by ("/người/năm").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitValue {
    /// What is counted.
    pub kind: UnitKind,
    /// By what, from the first stroke on.
    pub per: Option<Span>,
}

/// A number with its qualifier and unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The number, or the lower end.
    pub low: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// The qualifier.
    pub bound: Bound,
    /// Whether the qualifier says that it is an estimate.
    pub estimate: bool,
    /// Whether the qualifier says that it is still to come.
    pub expected: bool,
    /// The unit, if one is told.
    pub unit: Option<UnitValue>,
    /// Whether the number is written in words.
    pub spelled: bool,
    /// Whether it only spans time or counts what a list then names.
    pub weak: bool,
    /// Whether the unit is not told but taken for granted: "944 tỷ" for đồng.
    pub assumed: bool,
}

/// A time as told, before it is read against the report's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Told in full.
    At(Period),
    /// Told in full, counted up to its end.
    Until(Period),
    /// A part of a year that is not named: its first day's month and its last month.
    Part(Part),
    /// The same, counted up to its end.
    UntilPart(Part),
    /// The year `n` years after the report's (−1: last year).
    YearOffset(i8),
    /// The start of the year: what stood then stood at the end of the year before.
    YearStart,
    /// The stage before this one.
    StageBefore,
    /// The stage after this one.
    StageAfter,
    /// The same period a year before the one that is spoken of.
    Same,
    /// The same period of another year.
    SameOf(u16),
    /// The quarter, or the month, before.
    Before(Step),
    /// The `n` years up to now.
    PastYears(u8),
    /// The `n` years from now.
    NextYears(u8),
    /// Up to now.
    Now,
    /// So many months of the report's year, if the report is of as many.
    SoFar(u8),
    /// From a time up to now.
    Since(Period),
    /// From a part of a year that is not named up to now.
    SincePart(Part),
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A half: 1 or 2.
    Half(u8),
    /// A quarter: 1 to 4.
    Quarter(u8),
    /// A month.
    Month(u8),
    /// A day of a month.
    Day(u8, u8),
    /// Days of a month from one to another.
    Days(u8, u8, u8),
    /// Months from one to another.
    Months(u8, u8),
    /// The whole year.
    Year,
}

/// The length of a step back in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A month.
    Month,
    /// A quarter.
    Quarter,
}

/// A change as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeValue {
    /// Up, down or none.
    pub direction: Direction,
    /// Its size.
    pub size: Option<Quantity>,
    /// From what.
    pub from: Option<Quantity>,
    /// To what.
    pub to: Option<Quantity>,
    /// What it is compared with, where that stands inside.
    pub against: Option<Time>,
    /// What moves, where that stands inside: "giảm tai nạn giao thông 5%".
    pub object: Option<Span>,
}

/// A rank as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankValue {
    /// The place.
    pub position: Decimal,
    /// Among how many.
    pub of: Option<Decimal>,
    /// Among whom.
    pub scope: Option<Span>,
    /// Whether it is "among the first n".
    pub group: bool,
}

/// A legal act as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActValue {
    /// What sort.
    pub kind: ReferenceKind,
    /// Its number.
    pub number: Option<Span>,
    /// Its date.
    pub date: Option<Time>,
    /// Its name, where it has one.
    pub title: Option<Span>,
}

impl Value {
    /// Whether it is a number that tells no figure.
    pub fn is_weak(&self) -> bool {
        matches!(self, Self::Quantity(quantity) if quantity.weak)
    }
}

/// The value of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A number; `true` if written in words.
    Number(Decimal, bool),
    /// A unit.
    Unit(UnitValue),
    /// A quantity.
    Quantity(Quantity),
    /// A time.
    Time(Time),
    /// What something is compared with; a period, if it is one.
    Comparison(Option<Time>),
    /// A change.
    Change(ChangeValue),
    /// A rank.
    Rank(RankValue),
    /// A part of a whole, with the noun.
    Ratio(Decimal, Decimal, Option<UnitValue>),
    /// A legal act or another named document.
    Act(ActValue),
    /// A name that a person may bear.
    Name(Span),
    /// A person, by the name; the offices are parts of the fact.
    Person(Span),
    /// An office, with whose it is.
    Office,
    /// One verb or more that share an object, with what stands before them; `true` where it is a verb wherever it stands.
    Action(bool),
    /// Digits that count nothing: a name, a phone number, the time of day.
    Opaque,
}
