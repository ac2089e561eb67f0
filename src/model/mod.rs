//! The vocabulary of the project: what a report says, as plain data.
//!
//! These types *are* the public JSON format, version 1: field names, order and meaning follow it, and
//! `schema/report.schema.json` describes it for other programs. Knows no language and no layout; nothing
//! here reads text or draws. Terms follow SDMX: observation, indicator, unit of measure, reference period,
//! reference area, observation status.

mod area;
mod entry;
mod number;
mod observation;
mod period;
mod report;
mod sector;

pub use area::Area;
pub use entry::{Event, EventKind, Person, Reference, ReferenceKind, Task};
pub use number::Number;
pub use observation::{Bound, Change, Direction, Observation, Rank, Ratio, Status};
pub use period::{Moment, Period};
pub use report::{Block, BlockKind, Diagnostic, FORMAT_VERSION, Meta, Report};
pub use sector::Sector;

/// Gives an enum of plain variants its code in the JSON format, both ways, and the list of all its values.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order of the guide.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that the JSON format uses.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a code, if there is such a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.code()) }
        }
    };
}
pub(crate) use codes;
