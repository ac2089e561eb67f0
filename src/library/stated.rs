//! How exact a stated number is: from its digits and its qualifier to the span that the true value may lie in.
//!
//! "66,5 nghìn tỷ" is exact to half of the last digit, "gần" and "trên" leave room on one side, "khoảng" and "ước" on both.

use crate::model::{Bound, Observation, Status};

/// A number with the span that it may stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stated {
    /// As told.
    pub number: f64,
    /// The least that it may mean.
    pub low: f64,
    /// The most that it may mean.
    pub high: f64,
    /// One in its last digit; 0 where it is told in words.
    pub step: f64,
}

/// How far a qualified number may be from the true value: "gần 900" is hardly 850.
const LOOSE: f64 = 0.05;

impl Stated {
    /// A number as a quote tells it.
    pub fn new(number: f64, high: Option<f64>, bound: Bound, quote: &str) -> Self {
        let step = step(number, quote);
        let (half, loose) = (step / 2.0, (number.abs() * LOOSE).max(step));
        let top = high.unwrap_or(number);
        let (low, high) = match bound {
            Bound::Exact => (number - half, top + half),
            Bound::Range => (number - half, top + half),
            Bound::About => (number - loose, number + loose),
            Bound::Under => (number - loose, number),
            Bound::Over => (number, number + loose),
            Bound::AtLeast => (number, f64::INFINITY),
            Bound::AtMost => (f64::NEG_INFINITY, number),
        };
        Self { number, low, high, step }
    }

    /// A number that leaves nothing open.
    pub fn exactly(number: f64) -> Self {
        Self { number, low: number, high: number, step: 0.0 }
    }

    /// The level of an observation.
    pub fn level(observation: &Observation) -> Option<Self> {
        let high = observation.high.map(|n| n.get());
        // What is estimated now is told anew when it is counted.
        let estimated = observation.status == Status::Estimate && observation.bound == Bound::Exact;
        let bound = if estimated { Bound::About } else { observation.bound };
        Some(Self::new(observation.number?.get(), high, bound, &observation.quote))
    }

    /// Whether another span shares a value with this one.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// The span of `self / other`, both above zero.
    pub fn ratio(self, other: Self) -> Option<Self> {
        (self.low > 0.0 && other.low > 0.0).then(|| Self {
            number: self.number / other.number,
            low: self.low / other.high,
            high: self.high / other.low,
            step: 0.0,
        })
    }

    /// The same in per cent of growth: 1.2 is +20.
    pub fn growth(self) -> Self {
        let percent = |ratio: f64| (ratio - 1.0) * 100.0;
        Self { number: percent(self.number), low: percent(self.low), high: percent(self.high), step: 0.0 }
    }
}

/// One in the last digit of the first number in a quote that is `number` but for a power of ten.
fn step(number: f64, quote: &str) -> f64 {
    let mut rest = quote;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[start..];
        let end = run.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(run.len());
        let digits = run[..end].trim_end_matches(['.', ',']);
        if let Some((mantissa, decimals)) = read(digits)
            && mantissa > 0.0
        {
            let scale = number.abs() / mantissa;
            if power_of_ten(scale).is_some_and(|power| (scale / power - 1.0).abs() < 1e-6) {
                return (0..decimals).fold(scale, |step, _| step / 10.0);
            }
        }
        rest = &run[end..];
    }
    0.0
}

/// A number in Vietnamese digits and how many of them stand behind the comma. A point before three digits parts
/// thousands, else it is a careless comma.
fn read(digits: &str) -> Option<(f64, usize)> {
    let (whole, fraction) = match digits.split_once(',') {
        Some((whole, fraction)) => (whole, fraction),
        None => match digits.rsplit_once('.') {
            Some((whole, last)) if last.len() != 3 => (whole, last),
            _ => (digits, ""),
        },
    };
    let digits = || whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let number = digits().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    let number = (0..fraction.len()).fold(number, |number, _| number / 10.0);
    digits().next().map(|_| (number, fraction.len()))
}

/// The power of ten nearest to a ratio above zero; by steps, as logarithms would weigh more.
pub fn power_of_ten(ratio: f64) -> Option<f64> {
    const NEAR: f64 = 3.162_277_660_168_379;
    let mut power = 1.0;
    while power * NEAR < ratio && power < 1e18 {
        power *= 10.0;
    }
    while power > ratio * NEAR && power > 1e-12 {
        power /= 10.0;
    }
    (ratio > 0.0 && ratio.is_finite()).then_some(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_tell_how_exact() {
        for (number, quote, step) in [
            (66.5e12, "gần 66,5 nghìn tỷ đồng", 0.1e12),
            (61_359.0, "61.359", 1.0),
            (56.5e12, "56.500 tỷ đồng", 1e9),
            (723.0, "tăng 723%", 1.0),
            (34.7, "34.7%", 0.1),
            (58_000.0, "58 nghìn doanh nghiệp", 1000.0),
            (2.0, "gấp đôi", 0.0),
        ] {
            let found = Stated::new(number, None, Bound::Exact, quote).step;
            assert!((found - step).abs() <= 1e-6 * step.max(1.0), "{quote}: {found}");
        }
    }

    #[test]
    fn qualifiers_leave_room() {
        let span = |bound| {
            let s = Stated::new(100.0, None, bound, "100");
            (s.low, s.high)
        };
        assert_eq!(span(Bound::Exact), (99.5, 100.5));
        assert_eq!(span(Bound::Under), (95.0, 100.0));
        assert_eq!(span(Bound::Over), (100.0, 105.0));
        assert_eq!(span(Bound::About), (95.0, 105.0));
        assert_eq!(span(Bound::AtLeast), (100.0, f64::INFINITY));
    }
}
