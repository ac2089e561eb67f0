//! A quote cut for setting: its numerals, set large, and the words around them, set small on the same baseline.
//!
//! Put together again the parts are the quote, to the letter.

use std::iter;

use crate::text::case::{is_word, upper};

/// A run of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// The letters.
    pub text: &'a str,
    /// Whether it is a numeral.
    pub numeral: bool,
}

/// The parts of a quote. A quote without any digit is one numeral ("gấp đôi").
pub fn parts(quote: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    let mut rest = quote;
    while let Some(start) = numeral_start(rest) {
        let end = start + numeral_length(&rest[start..]);
        if start > 0 {
            out.push(Part { text: &rest[..start], numeral: false });
        }
        out.push(Part { text: &rest[start..end], numeral: true });
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        out.push(Part { text: rest, numeral: out.is_empty() });
    }
    out
}

/// A text with a capital first letter, for labels that stand alone.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| iter::once(upper(first)).chain(rest).collect())
}

/// The first digit that does not belong to a word such as `G20` or `Covid-19`.
fn numeral_start(text: &str) -> Option<usize> {
    let mut before = ' ';
    let mut older = ' ';
    for (i, c) in text.char_indices() {
        let in_word = is_word(before) || (before == '-' && is_word(older) && !older.is_ascii_digit());
        if c.is_ascii_digit() && !in_word {
            return Some(i);
        }
        older = before;
        before = c;
    }
    None
}

/// Digits with the signs that bind them: `1.234,5`, `86/193`, `25 - 30%`, `35%`.
fn numeral_length(text: &str) -> usize {
    let mut end = 0;
    let mut rest = text;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        end += digits;
        rest = &text[end..];
        let joint = rest.len() - rest.trim_start_matches(['.', ',', '/', '-', '–', ' ', '%']).len();
        let goes_on = rest[joint..].starts_with(|c: char| c.is_ascii_digit());
        // A space alone joins nothing: "12 3" are two numerals, "25 - 30" is one.
        if digits == 0 || joint == 0 || !goes_on || rest[..joint].trim().is_empty() {
            return end + usize::from(rest.starts_with('%'));
        }
        end += joint;
        rest = &text[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_and_words() {
        for (quote, set) in [
            ("gần 106 nghìn tỷ đồng", "gần [106] nghìn tỷ đồng"),
            ("3.744.214 tỷ đồng", "[3.744.214] tỷ đồng"),
            ("86/193 quốc gia", "[86/193] quốc gia"),
            ("25 - 30%", "[25 - 30%]"),
            ("2 - 2,5 lần", "[2 - 2,5] lần"),
            ("35%/năm", "[35%]/năm"),
            ("tăng từ 0 lên 100%", "tăng từ [0] lên [100%]"),
            ("gấp đôi", "[gấp đôi]"),
            ("100% cơ sở Covid-19", "[100%] cơ sở Covid-19"),
            ("1.", "[1]."),
        ] {
            let parts = parts(quote);
            let shown: String =
                parts.iter().map(|p| if p.numeral { format!("[{}]", p.text) } else { p.text.into() }).collect();
            assert_eq!(shown, set);
            assert_eq!(parts.iter().map(|p| p.text).collect::<String>(), quote);
        }
        assert!(parts("").is_empty());
        assert_eq!(capitalised("đài truyền thanh"), "Đài truyền thanh");
    }
}
