//! What one typed, read: words, phrases in quotes, abbreviations and what they stand for.
//!
//! Knows the forms of an index; nothing of what stands where.

use std::ops::Range;

use super::facet::Narrow;
use super::forms::Form;
use super::word::{Word, words};

/// How many words of a query are looked for; what comes behind is passed over.
const MOST_WORDS: usize = 32;

/// A query: words as typed, and what the results are narrowed to.
///
/// Every word must be there, marks or not. The last one may be half typed, and words in quotes stand side by side.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) words: Vec<Word>,
    /// Words that must follow each other.
    pub(super) phrases: Vec<Range<usize>>,
    /// Words that another form can stand for.
    pub(super) others: Vec<OtherForm>,
    /// Whether the last word may be the beginning of one.
    pub(super) open: bool,
    /// Whether any word has a mark: who types marks means them.
    pub(super) marked: bool,
    pub(super) narrow: Narrow,
}

/// A form that says the same as some words of a query: `CNTT` for "công nghệ thông tin", or the other way round.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OtherForm {
    /// The words of the query.
    pub words: Range<usize>,
    /// The number of the other form.
    pub form: usize,
    /// Its words.
    pub others: Vec<Word>,
}

impl Query {
    /// Reads what was typed, alone: without the forms that an index knows ([`SearchIndex::query`](super::SearchIndex)).
    pub fn new(typed: &str) -> Self {
        Self::with(typed, &[])
    }

    /// Reads what was typed; words may stand for others.
    pub(super) fn with(typed: &str, forms: &[Form]) -> Self {
        let mut query = Self::default();
        let (mut end, mut quoted) = (0, None);
        for range in words(typed).take(MOST_WORDS) {
            query.quotes(&typed[end..range.start], &mut quoted);
            end = range.end;
            query.words.push(Word::of(&typed[range]));
        }
        query.open = end == typed.len() && quoted.is_none() && end > 0;
        query.quotes(&typed[end..], &mut quoted);
        query.phrases.extend(quoted.map(|start| start..query.words.len()));
        query.phrases.retain(|phrase| phrase.len() > 1);
        query.marked = query.words.iter().any(Word::is_marked);
        query.find_forms(forms);
        query
    }

    /// The same, narrowed.
    #[must_use]
    pub fn within(mut self, narrow: Narrow) -> Self {
        self.narrow = narrow;
        self
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Opens and closes phrases where quotes stand between words.
    fn quotes(&mut self, between: &str, quoted: &mut Option<usize>) {
        for _ in between.matches(['"', '“', '”', '„', '«', '»']) {
            match quoted.take() {
                Some(start) => self.phrases.push(start..self.words.len()),
                None => *quoted = Some(self.words.len()),
            }
        }
    }

    fn find_forms(&mut self, forms: &[Form]) {
        for form in forms {
            for at in 0..(self.words.len() + 1).saturating_sub(form.words.len()) {
                let typed = at..at + form.words.len();
                if !self.words[typed.clone()].iter().zip(&form.words).all(|(typed, word)| means(typed, word)) {
                    continue;
                }
                for &other in &form.same {
                    let found = OtherForm { words: typed.clone(), form: other, others: forms[other].words.clone() };
                    if !self.others.contains(&found) {
                        self.others.push(found);
                    }
                }
            }
        }
    }
}

/// Whether a typed word is that of a table: its marks count where it has any.
fn means(typed: &Word, word: &Word) -> bool {
    typed.letters == word.letters && (!typed.is_marked() || (&typed.shapes, typed.tone) == (&word.shapes, word.tone))
}

#[cfg(test)]
mod tests {
    use super::super::forms::{Pair, forms};
    use super::*;
    use crate::lexicon::abbreviation::ABBREVIATIONS;

    fn others(typed: &str) -> Vec<(Range<usize>, String)> {
        let pair = |(short, long): &(&str, &str)| Pair { short: (*short).into(), long: (*long).into() };
        let forms = forms(&ABBREVIATIONS.iter().map(pair).collect::<Vec<_>>());
        let letters = |words: &[Word]| words.iter().map(|word| word.letters.as_str()).collect::<Vec<_>>().join(" ");
        let others = Query::with(typed, &forms).others.into_iter();
        others.map(|other| (other.words, letters(&other.others))).collect()
    }

    fn phrases(query: &Query) -> Vec<(usize, usize)> {
        query.phrases.iter().map(|phrase| (phrase.start, phrase.end)).collect()
    }

    #[test]
    fn words_phrases_and_what_is_half_typed() {
        let query = Query::new(" Bưu chính,  “kinh tế số” GD");
        let letters: Vec<_> = query.words.iter().map(|word| word.letters.as_str()).collect();
        assert_eq!(letters, ["buu", "chinh", "kinh", "te", "so", "gd"]);
        assert_eq!(phrases(&query), [(2, 5)]);
        assert!(query.open && query.marked);
        assert!(!Query::new("buu ").open && !Query::new("buu chinh").marked);
        let closed = Query::new("\"kinh te\"");
        assert!(!closed.open && phrases(&closed) == [(0, 2)]);
        assert_eq!(phrases(&Query::new("a \"kinh te")), [(1, 3)], "a phrase that is still being typed");
        assert!(Query::new("\"kinh\"").phrases.is_empty() && Query::new(" \"…\" ").is_empty());
        assert_eq!(Query::new(&"từ ".repeat(99)).words.len(), MOST_WORDS);
    }

    #[test]
    fn abbreviations_both_ways() {
        assert_eq!(others("ứng dụng CNTT"), [(2..3, "cong nghe thong tin".to_owned())]);
        assert!(others("cong nghe thong tin").contains(&(0..4, "cntt".to_owned())));
        assert!(others("cds").contains(&(0..1, "chuyen doi so".to_owned())));
        assert!(others("CĐS").contains(&(0..1, "chuyen doi so".to_owned())));
        assert!(others("kinh tế xã hội").contains(&(0..4, "kt xh".to_owned())));
        assert!(others("KT-XH").contains(&(0..2, "ktxh".to_owned())), "short forms of one long form");
        assert!(others("công nghệ thống tin").is_empty(), "marks that are typed count");
        assert!(others("bưu chính").is_empty());
    }
}
