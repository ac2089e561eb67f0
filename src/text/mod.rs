//! Room 1, the source text: bytes, code points and Unicode. Knows no language and no meaning.
//!
//! What a report says is traced to the code points of one string, so that string is settled here, once:
//! [`normalize`] drops the byte-order mark, turns line ends into `\n` and composes to NFC, and changes
//! nothing else. Inside the parser positions are bytes of that string; [`Offsets`] is the only place that
//! turns them into code points.

pub mod case;
mod fold;
mod offset;
mod segment;
mod source;

pub use fold::{fold_into, move_tone, strip_marks, tone_may_move};
pub use offset::Offsets;
pub use segment::{Line, lines};
pub use source::{MAX_BYTES, ReadError, decode, normalize};

/// A run of bytes of a report's text, `start..end`, always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The words it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// From the start of this one to the end of the other.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }
}
