//! How much of a report was read: how many numbers its text has, and how many of them were understood.
//!
//! A number is a run of digits as it is written ("56.500", "12", "1,5"), or one told in words that was seen as a number;
//! what stands in the page around the report is not counted. What is in an entry or known as a time or a name was read;
//! what the diagnostics call unread was not.

use serde::Serialize;

use super::TextIndex;
use crate::model::{BlockKind, Report};

/// The kind of diagnostic that says that a number was not understood.
const UNREAD: &str = "unread_number";

/// Numbers and how many of them were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// How many numbers the text has.
    pub numbers: usize,
    /// How many of them were read.
    pub read: usize,
}

/// The coverage of a report.
pub fn coverage(report: &Report) -> Coverage {
    let index = TextIndex::new(&report.text);
    let told = report.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate);
    let digits: usize = told.map(|block| written(&report.text[index.bytes(block.at, block.length)])).sum();
    let in_words = |quote: &&str| !quote.contains(|c: char| c.is_ascii_digit());
    let words = report.observations.iter().map(|o| o.quote.as_str()).filter(in_words).count();
    let unread: Vec<&str> = report.diagnostics.iter().filter(|d| d.kind == UNREAD).map(|d| d.quote.as_str()).collect();
    let numbers = digits + words + unread.iter().copied().filter(in_words).count();
    Coverage { numbers, read: numbers.saturating_sub(unread.len()) }
}

/// How many numbers are written in digits.
fn written(text: &str) -> usize {
    let mut count = 0;
    let mut before = (' ', ' ');
    for c in text.chars() {
        // A point or a comma between digits is a part of the number.
        let goes_on = before.1.is_ascii_digit() || matches!(before.1, '.' | ',') && before.0.is_ascii_digit();
        count += usize::from(c.is_ascii_digit() && !goes_on);
        before = (before.1, c);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{observation, report};
    use super::*;
    use crate::model::{Block, Diagnostic, Sector};

    #[test]
    fn numbers_are_counted_as_they_are_written() {
        for (text, count) in [
            ("", 0),
            ("đạt 56.500 tỷ, tăng 1,31%", 2),
            ("ngày 12/1/2021", 3),
            ("63/63 tỉnh.", 2),
            ("năm 2020. 5 huyện", 2),
            ("COVID-19", 1),
        ] {
            assert_eq!(written(text), count, "{text}");
        }
    }

    #[test]
    fn what_is_unread_is_not_read_and_what_is_around_is_not_counted() {
        let mut r = report("a", "Đạt 5 tỷ, hai lần, mã 77.\n© 2021");
        r.blocks = vec![
            Block { kind: BlockKind::Paragraph, at: 0, length: 25 },
            Block { kind: BlockKind::Boilerplate, at: 26, length: 6 },
        ];
        r.observations =
            vec![observation("o1", "5 tỷ", 4, Sector::Other), observation("o2", "hai lần", 10, Sector::Other)];
        let unread = |kind: &str, quote: &str| Diagnostic {
            kind: kind.into(),
            quote: quote.into(),
            at: 0,
            message: String::new(),
        };
        r.diagnostics = vec![unread("unread_number", "77"), unread("time", "2021")];
        assert_eq!(coverage(&r), Coverage { numbers: 3, read: 2 });
        assert_eq!(coverage(&report("a", "")), Coverage::default());
    }
}
