//! The words of a name or a title in one spelling, so that phrases can be looked for in them.
//!
//! Small letters, one space between words, the tone where the newer spelling puts it. Keeps the marks: `thu` and `thủ`
//! are two words. Knows no phrase by itself.

use crate::text::case::{is_word, lower};
use crate::text::move_tone;

/// The words of a text, with a space on both sides of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words(String);

impl Words {
    /// Reads a text.
    pub(super) fn new(text: &str) -> Self {
        let mut out = String::with_capacity(text.len() + 2);
        out.push(' ');
        let mut from = out.len();
        for c in text.chars().chain([' ']) {
            if is_word(c) {
                out.push(lower(c));
            } else if out.len() > from {
                move_tone(&mut out, from);
                out.push(' ');
                from = out.len();
            }
        }
        Self(out)
    }

    /// All of them as one text.
    pub(super) fn whole(&self) -> &str {
        self.0.trim()
    }

    /// One after the other.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.split_ascii_whitespace()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether the first words are the phrase.
    pub(super) fn start(&self, phrase: &str) -> bool {
        begins(&self.0[1..], phrase)
    }

    /// Whether they start with one of the phrases.
    pub(super) fn start_one(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.start(phrase))
    }

    /// Whether one of the phrases stands anywhere.
    pub(super) fn have_one(&self, phrases: &[&str]) -> bool {
        // From word to word, where most phrases fail at their first letter; a search for each phrase takes far longer.
        self.0.match_indices(' ').any(|(at, _)| phrases.iter().any(|phrase| begins(&self.0[at + 1..], phrase)))
    }
}

/// Whether a text begins with the words of a phrase.
fn begins(text: &str, phrase: &str) -> bool {
    text.as_bytes().first() == phrase.as_bytes().first()
        && text.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
}

/// How much of the shorter of two lists stands in the other, from 0 to 1; each word counts once.
pub(super) fn overlap(a: &[&str], b: &[&str]) -> f64 {
    let once = |words: &[&str]| words.iter().enumerate().filter(|(i, word)| !words[..*i].contains(word)).count();
    let shared = a.iter().enumerate().filter(|(i, word)| !a[..*i].contains(word) && b.contains(word)).count();
    shared as f64 / once(a).min(once(b)).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_one_spelling() {
        let words = Words::new("Tổng số DN (TT&TT), hàng hoá - 4G");
        assert_eq!(words.whole(), "tổng số dn tt tt hàng hóa 4g");
        assert_eq!(words.len(), 8);
        assert!(words.start("tổng số") && words.start("tổng số dn") && !words.start("tổng số d"));
        assert!(words.have_one(&["x", "hàng hóa"]) && words.have_one(&["4g"]) && !words.have_one(&["àng", "số d"]));
        assert!(!Words::new("").have_one(&["a"]) && Words::new("").len() == 0);
        assert!(!Words::new("thủ tướng").have_one(&["thu"]));
    }

    #[test]
    fn overlap_is_of_the_shorter() {
        assert_eq!(overlap(&["a", "b"], &["b", "a", "c", "d"]), 1.0);
        assert_eq!(overlap(&["a", "a", "b"], &["a", "c"]), 0.5);
        assert_eq!(overlap(&[], &["a"]), 0.0);
    }

    /// The tables are written in the spelling that names are brought to.
    #[test]
    fn the_tables_are_in_this_spelling() {
        use crate::lexicon::digest::*;
        for table in [
            KNOWN,
            LIVES,
            ECONOMY,
            WHOLE,
            RANKED,
            STARTS,
            HOLLOW,
            NAMELESS,
            SHORT,
            AGAINST,
            GUESTS,
            CHANGES,
            NO_CHANGES,
            OPENINGS,
            NO_OPENINGS,
            DEEDS,
            PLACES,
            NATIONAL_BODIES,
            LOCAL_BODIES,
            NATIONAL,
            COMMON,
        ] {
            for phrase in table {
                assert_eq!(Words::new(phrase).whole(), *phrase);
            }
        }
    }
}
