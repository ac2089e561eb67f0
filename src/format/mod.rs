//! Numbers, units, periods, changes and the words of the interface, for people, in Vietnamese and in English.
//!
//! Text comes in as data and goes out as text. Knows no page and no markup.

mod area;
mod change;
mod cite;
mod finding;
mod ladder;
mod number;
mod parts;
mod period;
mod prose;
mod sentence;
mod series;
mod words;

pub use area::area_name;
pub use change::{ChangeText, change_text};
pub use cite::{bibtex, citation_text, rule_name};
pub use finding::{finding_message, finding_sentence, verdict_name};
use ladder::rung;
pub use ladder::{amount_text, normalised, unit_name};
pub use number::{number, number_with_sign, plain};
pub use parts::{Part, capitalised, parts};
pub use period::{against_text, horizon_text, period_text, precision};
pub use prose::prose;
pub use sentence::{attained_sentence, growth_sentence, parts_sentence};
pub use series::{axis_text, point_text, series_sentence, short_period, value_text};
pub use words::{Words, count, event_kind_name, reference_kind_name, sector_name, status_name, words};

/// A language of the interface. Source text stays as it is in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The code for `lang` attributes and for storage.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// One of two texts.
    pub(crate) fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}
