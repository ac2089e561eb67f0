//! From places in code points to slices of a report's text, and the sentence and paragraph around a place.
//!
//! A report counts in code points, Rust cuts in bytes: [`TextIndex`] is built once per report and answers each
//! question by a short walk. Places beyond the text are clamped, so wrong data shows less text but never panics.

use std::ops::Range;

use crate::text::case::is_lower;

/// Every how many code points the index keeps a byte offset.
const STRIDE: usize = 64;

/// A text with the byte offsets of some of its code points.
#[derive(Debug, Clone)]
pub struct TextIndex<'a> {
    text: &'a str,
    marks: Vec<u32>,
}

impl<'a> TextIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        Self { text, marks: text.char_indices().step_by(STRIDE).map(|(byte, _)| byte as u32).collect() }
    }

    /// The byte offset of a code point; the end of the text for places beyond it.
    pub fn byte(&self, at: usize) -> usize {
        let Some(&mark) = self.marks.get(at / STRIDE) else { return self.text.len() };
        let mark = mark as usize;
        let walked = self.text[mark..].char_indices().nth(at % STRIDE);
        walked.map_or(self.text.len(), |(byte, _)| mark + byte)
    }

    /// The bytes of `length` code points from `at` on.
    pub fn bytes(&self, at: usize, length: usize) -> Range<usize> {
        self.byte(at)..self.byte(at.saturating_add(length))
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }
}

/// A quote where it stands: its paragraph in five parts, any of which may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The paragraph before the sentence.
    pub before: &'a str,
    /// The sentence before the quote.
    pub lead: &'a str,
    /// The quote.
    pub quote: &'a str,
    /// The sentence after the quote.
    pub tail: &'a str,
    /// The paragraph after the sentence.
    pub after: &'a str,
}

/// The passage around `length` code points from `at` on.
pub fn passage<'a>(index: &TextIndex<'a>, at: usize, length: usize) -> Passage<'a> {
    let text = index.text();
    let quote = index.bytes(at, length);
    let start = text[..quote.start].rfind('\n').map_or(0, |i| i + 1);
    let end = text[quote.end..].find('\n').map_or(text.len(), |i| quote.end + i);
    let sentence_start = sentence_ends(&text[start..quote.start]).last().map_or(start, |i| start + i);
    let sentence_end = sentence_ends(&text[quote.end..end]).next().map_or(end, |i| quote.end + i);
    Passage {
        before: text[start..sentence_start].trim_start(),
        lead: &text[sentence_start..quote.start],
        quote: &text[quote.clone()],
        tail: &text[quote.end..sentence_end],
        after: text[sentence_end..end].trim_end(),
    }
}

/// Where sentences end in a part of a paragraph: after `.`, `!`, `?` or `…`, a closing quote and white space, where
/// what follows does not begin with a small letter ("tr. 5" and "56.500" are no ends).
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(move |(i, c)| {
        if !matches!(c, '.' | '!' | '?' | '…') {
            return None;
        }
        let rest = text[i + c.len_utf8()..].trim_start_matches(['"', '”', '’', ')']);
        let next = rest.trim_start();
        if next.len() == rest.len() || next.chars().next().is_none_or(is_lower) {
            return None;
        }
        Some(text.len() - next.len())
    })
}

/// The sentences of a text in their order: its lines, cut where sentences end, without the white space around them.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split('\n').flat_map(move |line| {
        let from = start;
        start += line.len() + 1;
        let ends: Vec<usize> = sentence_ends(line).chain([line.len()]).collect();
        let mut at = 0;
        ends.into_iter().filter_map(move |end| {
            let sentence = &line[at..end];
            let begins = from + at + (sentence.len() - sentence.trim_start().len());
            at = end;
            let length = sentence.trim().len();
            (length > 0).then_some(begins..begins + length)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_code_points() {
        let text = "Đồng ".repeat(40);
        let index = TextIndex::new(&text);
        for at in [0, 1, 4, 63, 64, 65, 130, 199] {
            let plain = text.char_indices().nth(at).unwrap().0;
            assert_eq!(index.byte(at), plain, "{at}");
        }
        assert_eq!(index.byte(200), text.len());
        assert_eq!(index.byte(9999), text.len());
        assert_eq!(TextIndex::new("").byte(0), 0);
        assert_eq!(&text[index.bytes(5, 4)], "Đồng");
    }

    #[test]
    fn finds_the_sentence_in_its_paragraph() {
        let text = "Tiêu đề\nDoanh thu đạt 56.500 tỷ đồng. Tăng 3 lần! Nộp ngân sách 2,4 tỷ.\nHết";
        let at = text.chars().take(text[..text.find("3 lần").unwrap()].chars().count()).count();
        let found = passage(&TextIndex::new(text), at, 5);
        assert_eq!(
            found,
            Passage {
                before: "Doanh thu đạt 56.500 tỷ đồng. ",
                lead: "Tăng ",
                quote: "3 lần",
                tail: "! ",
                after: "Nộp ngân sách 2,4 tỷ."
            }
        );
    }

    #[test]
    fn a_text_is_cut_into_its_sentences() {
        let text = "TIÊU ĐỀ\n\n  Doanh thu đạt 56.500 tỷ đồng. Tăng 3 lần (Tr.5)!  Hết\n…\n";
        let found: Vec<_> = sentences(text).map(|sentence| &text[sentence]).collect();
        assert_eq!(found, ["TIÊU ĐỀ", "Doanh thu đạt 56.500 tỷ đồng.", "Tăng 3 lần (Tr.5)!", "Hết", "…"]);
        assert_eq!(sentences(" \n").count(), 0);
    }

    #[test]
    fn whole_paragraph_when_it_is_one_sentence() {
        let found = passage(&TextIndex::new("đạt 75% hộ"), 4, 3);
        assert_eq!((found.before, found.lead, found.quote, found.tail, found.after), ("", "đạt ", "75%", " hộ", ""));
        let beyond = passage(&TextIndex::new("abc"), 50, 3);
        assert_eq!((beyond.lead, beyond.quote), ("abc", ""));
        let endless = passage(&TextIndex::new("abc"), usize::MAX, usize::MAX);
        assert_eq!((endless.lead, endless.quote), ("abc", ""));
    }
}
