//! How wide a text will be, estimated from its letters, so that nothing needs measuring in a page.
//!
//! The widths are those of common system fonts (Roboto, Segoe UI, San Francisco, and DejaVu Sans, the widest of them) rounded up, so that a
//! text is rather narrower than estimated. Marks above and below a letter take no width.

use crate::text::case::{is_lower, is_upper};

/// Estimated width in pixels of a text at a size in pixels.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// Width of a character in parts of the size.
fn em(c: char) -> f64 {
    match c {
        'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => 0.35,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.42,
        'm' | 'M' | 'w' | 'W' | '%' => 0.98,
        '0'..='9' | '–' => 0.64,
        '+' | '−' => 0.84,
        'a'..='z' => 0.62,
        'A'..='Z' => 0.75,
        c if is_lower(c) => 0.65,
        c if is_upper(c) => 0.8,
        _ => 0.95,
    }
}

/// Breaks a text at its spaces into lines no wider than `width`; a single word that is wider than a
/// line is cut between letters.
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&joined, size) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if text_width(&line, size) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, c.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_take_no_width() {
        assert!((text_width("đài truyền", 14.0) - text_width("dai truyen", 14.0)).abs() < 4.0);
        assert!(text_width("illi", 14.0) < text_width("mmmm", 14.0) / 2.0);
        assert_eq!(text_width("", 14.0), 0.0);
    }

    #[test]
    fn wraps_whole_words_and_loses_none() {
        let text = "đài truyền thanh cấp xã ứng dụng công nghệ thông tin - viễn thông";
        let lines = wrap(text, 14.0, 200.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| text_width(line, 14.0) <= 200.0));
        let long = wrap(&"x".repeat(100), 14.0, 100.0);
        assert!(long.iter().all(|line| text_width(line, 14.0) <= 100.0));
        assert!(wrap("", 14.0, 100.0).is_empty());
    }
}
