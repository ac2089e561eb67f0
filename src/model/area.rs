//! Reference areas: the whole country, a province by its ISO 3166-2:VN code, or the world.

use std::borrow::Cow;
use std::fmt;

/// A reference area, by its code: `VN`, `VN-44` (An Giang) or `world`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Area(Cow<'static, str>);

impl Area {
    /// The whole of Viet Nam.
    pub const VIET_NAM: Self = Self(Cow::Borrowed("VN"));
    /// The world, or a part of it beyond Viet Nam.
    pub const WORLD: Self = Self(Cow::Borrowed("world"));

    /// A province, by its ISO 3166-2 code from the lexicon.
    pub const fn province(code: &'static str) -> Self {
        Self(Cow::Borrowed(code))
    }

    /// The area of a code, if it has the form of one.
    pub fn from_code(code: &str) -> Option<Self> {
        let province = |rest: &str| (2..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_alphanumeric());
        let known = code == "VN" || code == "world" || code.strip_prefix("VN-").is_some_and(province);
        known.then(|| Self(Cow::Owned(code.to_owned())))
    }

    /// The code that the JSON format uses.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Area {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Area {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| {
            serde::de::Error::custom(format_args!("expected an area code such as VN, VN-44 or world, found {code:?}"))
        })
    }
}
