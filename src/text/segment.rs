//! Lines of a text: the raw material of blocks. A line end in a report always ends a paragraph.

use super::Span;

/// A line with something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The line without the white space around it.
    pub span: Span,
    /// How many empty lines stand before it.
    pub gap: u32,
}

/// The lines of a text that have something in them, in order.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let (mut start, mut gap) = (0, 0);
    for raw in text.split('\n') {
        let trimmed = raw.trim_matches(is_blank);
        if trimmed.is_empty() {
            gap += 1;
        } else {
            let at = start + (trimmed.as_ptr() as usize - raw.as_ptr() as usize);
            found.push(Line { span: Span::new(at, at + trimmed.len()), gap });
            gap = 0;
        }
        start += raw.len() + 1;
    }
    found
}

/// White space, and what is as good as white space in pasted text.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_place() {
        let text = "\n\u{200b} Tổng kết \n\n\tnăm 2020";
        let spans: Vec<_> = lines(text).iter().map(|l| (l.span.of(text), l.gap)).collect();
        assert_eq!(spans, [("Tổng kết", 1), ("năm 2020", 1)]);
    }
}
