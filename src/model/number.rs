//! A number in base units that survives JSON unchanged.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A finite number in plain base units (đồng, not tỷ đồng; 99.8 for 99,8 %).
///
/// Whole numbers up to 2^53 are written without a decimal point, so that `3744214000000000` comes back as that.
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

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(f64::from(value))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_whole() { serializer.serialize_i64(self.0 as i64) } else { serializer.serialize_f64(self.0) }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| serde::de::Error::custom("expected a finite number"))
    }
}
