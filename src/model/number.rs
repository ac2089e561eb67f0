//! A number in base units that survives JSON unchanged.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A finite number in plain base units (đồng, not tỷ đồng; 99.8 for 99,8 %).
///
/// Whole numbers are written without a decimal point as far as 64 bits hold them, so that `3744214000000000` comes back
/// as that and no reader rounds: readers of JSON that are small rather than exact miss floats of more than fifteen digits
/// by a bit.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Number(f64);

impl Number {
    /// The number, or `None` for a value that JSON cannot hold (infinite, not a number).
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }

    /// The value as a float.
    pub fn get(self) -> f64 {
        self.0
    }

    /// Whether it has no fraction and is exact as a whole number.
    pub fn is_whole(self) -> bool {
        self.0.fract() == 0.0 && self.0.abs() <= 9_007_199_254_740_992.0
    }
}

const TWO_TO_64: f64 = 18_446_744_073_709_551_616.0;

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(f64::from(value))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            value if value.fract() != 0.0 => serializer.serialize_f64(value),
            value if (0.0..TWO_TO_64).contains(&value) => serializer.serialize_u64(value as u64),
            value if (-TWO_TO_64 / 2.0..0.0).contains(&value) => serializer.serialize_i64(value as i64),
            value => serializer.serialize_f64(value),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| serde::de::Error::custom("expected a finite number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_come_back_to_the_bit() {
        for (value, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-32.0, "-32"),
            (3_744_214e9, "3744214000000000"),
            // As a float with seventeen digits this one would be read a bit too low.
            (90_101_010_910_101_010.0, "90101010910101008"),
            (TWO_TO_64.next_down(), "18446744073709549568"),
            (TWO_TO_64, "1.8446744073709552e+19"),
            (-TWO_TO_64 / 2.0, "-9223372036854775808"),
            (99.8, "99.8"),
        ] {
            let json = serde_json::to_string(&Number::new(value)).unwrap();
            assert_eq!(json, written);
            assert_eq!(serde_json::from_str::<Number>(&json).unwrap().get(), value);
        }
        assert_eq!((Number::new(f64::NAN), Number::new(f64::INFINITY)), (None, None));
    }
}
