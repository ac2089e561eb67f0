//! From bytes to the one string that everything is traced to.

use std::fmt;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The largest report that is read: 64 MiB, some thousand times a long one.
pub const MAX_BYTES: usize = 64 << 20;

/// Why bytes are no report's text. The parse of a text never fails; only reading does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Not UTF-8: the number of the first byte that is not, from 0.
    NotUtf8(usize),
    /// More than [`MAX_BYTES`]: how many there are.
    TooLarge(usize),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8(byte) => {
                write!(f, "expected UTF-8 text, found another byte at position {byte}; save the file as UTF-8")
            }
            Self::TooLarge(bytes) => write!(
                f,
                "expected a report of at most {} MiB, found {} MiB; split the file",
                MAX_BYTES >> 20,
                bytes.div_ceil(1 << 20)
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// The text of a file's bytes, as written.
///
/// # Errors
/// When the bytes are not UTF-8 or are too many.
pub fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge(bytes.len()));
    }
    std::str::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.valid_up_to()))
}

/// The text that a report is traced to: no byte-order mark, line ends `\n`, NFC; else as written.
pub fn normalize(raw: &str) -> String {
    let raw = raw.trim_start_matches('\u{feff}');
    let lines = if raw.contains('\r') { raw.replace("\r\n", "\n").replace('\r', "\n") } else { raw.to_owned() };
    // What stands alone and is composed: Latin with its first extensions, the letters of Vietnamese, dashes and quotes.
    let composed = |c: char| matches!(c, ..'\u{300}' | '\u{1ea0}'..='\u{1eff}' | '\u{2010}'..='\u{2027}');
    if lines.chars().all(composed) || is_nfc_quick(lines.chars()) == IsNormalized::Yes {
        lines
    } else {
        lines.nfc().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_mark_line_ends_and_composition_change() {
        let cases = [
            ("\u{feff}tăng  5\u{a0}%\r\nquý\rI", "tăng  5\u{a0}%\nquý\nI"),
            ("Tổng kê\u{301}t", "Tổng kết"),
            ("", ""),
            ("a\u{feff}b", "a\u{feff}b"),
        ];
        for (raw, expected) in cases {
            assert_eq!(normalize(raw), expected);
            assert_eq!(normalize(&normalize(raw)), expected, "twice is once");
        }
    }

    #[test]
    fn what_is_taken_for_composed_is() {
        for c in ('\0'..'\u{300}').chain('\u{1ea0}'..='\u{1eff}').chain('\u{2010}'..='\u{2027}') {
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        }
    }

    #[test]
    fn reading_says_where_it_stopped() {
        let error = decode(b"t\xc4\x83ng \xff").unwrap_err();
        assert_eq!(error, ReadError::NotUtf8(6));
        assert!(error.to_string().contains("position 6"));
    }
}
