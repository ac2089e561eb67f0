//! The scanner. Linear: each character is looked at once.

use super::look::look;
use super::{Case, Kind, Token};
use crate::text::Span;

/// The tokens of `span` of a text.
pub fn tokenize(text: &str, span: Span) -> Vec<Token> {
    // Words of four letters and a space, some of them of two bytes.
    let mut tokens = Vec::with_capacity((span.end - span.start) as usize / 5 + 1);
    tokenize_into(text, span, &mut tokens);
    tokens
}

/// Appends the tokens of `span` of a text to `out`.
pub fn tokenize_into(text: &str, span: Span, out: &mut Vec<Token>) {
    let end = span.end as usize;
    let mut at = span.start as usize;
    let mut spaced = true;
    let aligned = is_aligned(span.of(text));
    while at < end {
        let rest = &text[at..end];
        let Some(c) = rest.chars().next() else { break };
        let mut case = Case::Small;
        let (length, kind) = if c.is_ascii_digit() {
            (digits(rest.as_bytes()), Kind::Digits)
        } else if look(c).letter() {
            let (length, written) = word(rest);
            case = written;
            (length, Kind::Word)
        } else if c == '\t' {
            // A tab inside a line parts the cells of a table.
            (1, Kind::Mark)
        } else if let Some(length) = gap(rest).filter(|_| aligned && !spaced_before(text, span, at)) {
            (length, Kind::Mark)
        } else if is_trivia(c) {
            at += c.len_utf8();
            spaced = true;
            continue;
        } else if let Some(length) = entity(rest).or_else(|| tag(rest)) {
            at += length;
            spaced = true;
            continue;
        } else {
            (c.len_utf8(), Kind::Mark)
        };
        out.push(Token { span: Span::new(at, at + length), kind, case, spaced });
        at += length;
        spaced = c == '\t' || c == ' ';
    }
}

/// The longest line that is looked at for columns.
const LONGEST_ROW: usize = 240;

/// Whether a line is a row of a table whose columns are parted by two spaces and more: "TP. Tam Kỳ  1.012.450  96,4%".
fn is_aligned(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LONGEST_ROW && line.split("  ").filter(|cell| !cell.trim().is_empty()).count() > 2
}

/// Two spaces and more, which part the columns of such a row.
fn gap(rest: &str) -> Option<usize> {
    let length = rest.bytes().take_while(|&b| b == b' ').count();
    (length > 1).then_some(length)
}

/// Whether nothing but space stands before in the line.
fn spaced_before(text: &str, span: Span, at: usize) -> bool {
    text[span.start as usize..at].trim().is_empty()
}

fn is_trivia(c: char) -> bool {
    c == ' '
        || c.is_whitespace()
        || matches!(c, '*' | '_' | '`' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Digits, and single separators that have a digit on both sides; a no-break space where it parts thousands.
fn digits(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let separator = matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if bytes[at].is_ascii_digit() || separator {
            at += 1;
        } else if at <= 3 && thousands(&bytes[at..]) {
            at += 5;
            while thousands(&bytes[at..]) {
                at += 5;
            }
        } else {
            break;
        }
    }
    at
}

/// A no-break space with just three digits behind it.
fn thousands(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix("\u{a0}".as_bytes()) else { return false };
    let run = rest.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    run == 3
}

/// Letters with their combining marks, and digits behind a letter (`IPv6`, `m2`); not the number that a typist put at
/// the end of a word (`đạt54,7%`).
fn word(rest: &str) -> (usize, Case) {
    let (mut end, mut digit, mut count) = (rest.len(), None, 0);
    let (mut front, mut capital, mut small) = (false, false, false);
    for (at, c) in rest.char_indices() {
        let look = look(c);
        if !look.part() {
            end = at;
            break;
        }
        if digit.is_none() && c.is_ascii_digit() {
            digit = Some(at);
        }
        front |= at == 0 && look.capital();
        capital |= look.capital();
        small |= look.small();
        count += 1;
    }
    let case = match () {
        () if !capital => Case::Small,
        () if !front => Case::Inner,
        () if count > 1 && !small => Case::AllCaps,
        () => Case::Capital,
    };
    let number = digit.filter(|&digit| {
        let run = digits(&rest.as_bytes()[digit..]);
        let mut before = rest[..digit].chars().rev();
        let lower = before.next().is_some_and(|c| look(c).small()) && before.next().is_some();
        lower && run > 1 && digit + run >= end
    });
    (number.unwrap_or(end), case)
}

/// Spaces that a careless export left as HTML.
fn entity(rest: &str) -> Option<usize> {
    rest.strip_prefix('&')?;
    ["&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", "&#xa0;"]
        .iter()
        .find(|e| rest.starts_with(**e))
        .map(|e| e.len())
}

/// A tag that a careless copy left: `<strong>`, `</p>`, `<br/>`. Not `< 5%`.
fn tag(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = rest.bytes().take(200).position(|b| b == b'>')?;
    rest[1..end].bytes().all(|b| b.is_ascii() && b != b'<' && b != b'\n').then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> Vec<&str> {
        tokenize(text, Span::new(0, text.len())).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn how_things_are_cut() {
        for (text, expected) in [
            ("đạt 1.234,5 tỷ.", "đạt|1.234,5|tỷ|."),
            ("27dự án; 5G, IPv6", "27|dự|án|;|5|G|,|IPv6"),
            ("34,7. Tăng", "34,7|.|Tăng"),
            ("25 -\u{a0}30%&nbsp;*đạt*", "25|-|30|%|đạt"),
            ("số 362/QĐ-TTg", "số|362|/|QĐ|-|TTg"),
            ("TT&TT “đọc”…", "TT|&|TT|“|đọc|”|…"),
            ("100m2/km²", "100|m2|/|km²"),
            ("đạt54,7% và Tháng12", "đạt|54,7|%|và|Tháng|12"),
            ("14\u{a0}200 hộ, 1900\u{a0}1909", "14\u{a0}200|hộ|,|1900|1909"),
            ("<strong>Đạt</strong> <br/>5% < 6%", "Đạt|5|%|<|6|%"),
            ("CO2 PM10 IPv6 VNeID", "CO2|PM10|IPv6|VNeID"),
        ] {
            assert_eq!(show(text).join("|"), expected);
        }
    }
}
