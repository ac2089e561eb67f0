//! Marks what a query meant in a text: whole words, openings, abbreviations and what they stand for, probable typos.
//!
//! Looks at one text alone, so it needs no index, and marks in any text that a page shows.

use std::ops::Range;

use super::super::sort_by_key;
use super::query::Query;
use super::word::{Word, words};

/// A word of the text and where it stands.
struct Token {
    at: Range<usize>,
    word: Word,
}

impl Query {
    /// Where a text says what is sought, as ranges of bytes in order; words that stand side by side are one range.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let tokens: Vec<Token> = words(text).map(|at| Token { word: Word::of(&text[at.clone()]), at }).collect();
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut told = vec![false; self.words.len()];
        for other in &self.others {
            for stretch in stretches(&tokens, other.others.len(), |i, token| token.word == other.others[i]) {
                found.push(stretch);
                told[other.words.clone()].fill(true);
            }
        }
        for phrase in &self.phrases {
            let sought = &self.words[phrase.clone()];
            let same = |i: usize, token: &Token| token.word.letters == sought[i].letters;
            found.extend(stretches(&tokens, sought.len(), same));
            told[phrase.clone()].fill(true);
        }
        for (at, word) in self.words.iter().enumerate() {
            if self.phrases.iter().any(|phrase| phrase.contains(&at)) {
                continue;
            }
            let open = self.open && at + 1 == self.words.len();
            let before = found.len();
            found.extend(self.matches(text, &tokens, word, open));
            if found.len() == before && !told[at] {
                found.extend(tokens.iter().filter(|token| word.is_near(&token.word.letters)).map(|t| t.at.clone()));
            }
        }
        joined(text, found)
    }

    /// Where a word stands, as typed if it stands anywhere so.
    fn matches(&self, text: &str, tokens: &[Token], word: &Word, open: bool) -> Vec<Range<usize>> {
        let same: Vec<&Token> = tokens.iter().filter(|token| token.word.letters == word.letters).collect();
        let exact = |token: &&Token| token.word == *word;
        let any_exact = self.marked && same.iter().any(exact);
        let mut found: Vec<Range<usize>> =
            same.into_iter().filter(|token| !any_exact || exact(token)).map(|token| token.at.clone()).collect();
        let opening = word.opening();
        if open && opening.len() > 1 {
            let longer =
                tokens.iter().filter(|t| t.word.letters != word.letters && t.word.letters.starts_with(&opening));
            found.extend(longer.map(|token| token.at.start..end_of_opening(text, token, opening.len())));
        }
        found
    }
}

/// Where the first letters of a word end, with their marks.
fn end_of_opening(text: &str, token: &Token, letters: usize) -> usize {
    let combines = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let word = &text[token.at.clone()];
    let mut signs = word.char_indices().filter(|(_, c)| *c != '.' && !combines(c));
    let Some((last, c)) = signs.nth(letters - 1) else { return token.at.end };
    let end = last + c.len_utf8();
    let marks: usize = word[end..].chars().take_while(combines).map(char::len_utf8).sum();
    token.at.start + end + marks
}

/// The stretches of so many words that fit one by one.
fn stretches<'t>(
    tokens: &'t [Token],
    length: usize,
    fits: impl Fn(usize, &Token) -> bool + 't,
) -> impl Iterator<Item = Range<usize>> + 't {
    let fitting = move |window: &&[Token]| window.iter().enumerate().all(|(i, token)| fits(i, token));
    tokens.windows(length.max(1)).filter(fitting).map(|window| window[0].at.start..window[window.len() - 1].at.end)
}

/// In order, and as one where nothing stands between that would part words.
fn joined(text: &str, mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    sort_by_key(&mut found, |range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut() {
            Some(last) if range.start <= last.end || is_thin(&text[last.end..range.start]) => {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    joined
}

fn is_thin(between: &str) -> bool {
    between.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '/' | '-' | '–' | '&'))
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::report;
    use super::super::forms::{forms, pairs};
    use super::*;

    fn marked(text: &str, query: &str) -> Vec<String> {
        let forms = forms(&pairs(&[report("r", text)]));
        Query::with(query, &forms).highlights(text).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn words_side_by_side_are_one_mark() {
        assert_eq!(marked("Điện thoại, điện báo", "dien thoai"), ["Điện thoại", "điện"]);
        assert_eq!(marked("xếp thứ 86/193 quốc gia", "86/193"), ["86/193"]);
        assert_eq!(marked("đạt 3.744.214 tỷ", "3744214"), ["3.744.214"]);
        assert!(marked("abc", "").is_empty() && marked("", "abc").is_empty());
        let decomposed = "die\u{302}\u{323}n";
        assert_eq!(Query::new("dien").highlights(decomposed), vec![0..decomposed.len()]);
    }

    #[test]
    fn half_a_word_is_marked_half() {
        assert_eq!(marked("truyền thông", "truyen th"), ["truyền th"]);
        assert_eq!(marked("viễn thông", "viê"), ["viễ"]);
        assert_eq!(marked("tre\u{302}\u{309}", "tr"), ["tr"]);
        assert!(marked("thông", "th ").is_empty(), "a blank ends the word");
        assert_eq!(marked("đạt 1.767.766", "1767"), ["1.767"]);
    }

    #[test]
    fn marks_as_typed_where_they_stand_so() {
        assert_eq!(marked("số sở sổ", "số"), ["số"]);
        assert_eq!(marked("sở sổ", "số "), ["sở sổ"]);
        assert_eq!(marked("hòa, hoà", "hoà"), ["hòa", "hoà"]);
    }

    #[test]
    fn abbreviations_phrases_and_typos() {
        assert_eq!(marked("Khu CNTT tập trung", "công nghệ thông tin"), ["CNTT"]);
        assert_eq!(marked("Bộ Thông tin và Truyền thông", "TT&TT"), ["Thông tin và Truyền thông"]);
        assert_eq!(marked("kinh doanh, kinh tế số, tế", "\"kinh tế\""), ["kinh tế"]);
        assert_eq!(marked("9000 camera giám sát", "camara"), ["camera"]);
        assert_eq!(marked("trong thông", "thong"), ["thông"], "no typo where the word stands");
    }
}
