//! The words of a text as the search knows them: letters without marks, the marks beside them, numbers in one form.
//!
//! `hòa` and `hoà` are one word, because the tone belongs to the syllable and not to a letter; so are `kỹ` and `kĩ`.
//! Knows nothing of the index.

use std::ops::Range;

use super::super::fold::fold_char;
use crate::text::case::{is_word, lower};

/// A word, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters without marks, `đ` as `d`; a number without the points of its thousands.
    pub letters: String,
    /// The place and kind of each mark that makes another letter: `đ`, `â`, `ơ`.
    pub shapes: String,
    /// The tone, as one types it (`s f r x j`), or nothing.
    pub tone: Option<u8>,
    /// Whether a last `y` became an `i`.
    respelt: bool,
}

impl Word {
    /// Reads a word of a text in place of what was here.
    pub(super) fn read(&mut self, word: &str) {
        self.letters.clear();
        self.shapes.clear();
        (self.tone, self.respelt) = (None, false);
        if word.as_bytes()[0].is_ascii_digit() && word.bytes().any(|b| b == b'.' || b == b',') {
            return read_number(word, &mut self.letters);
        }
        for c in word.chars() {
            if c.is_ascii() {
                self.letters.push(c.to_ascii_lowercase());
                continue;
            }
            let (shape, tone) = marks_of(lower(c));
            // A combining mark belongs to the letter before it.
            let place = self.letters.len() - usize::from(('\u{300}'..='\u{36f}').contains(&c)).min(self.letters.len());
            self.letters.extend(fold_char(c));
            if shape != b'.' {
                self.shapes.push(char::from(b'0' + place.min(64) as u8));
                self.shapes.push(char::from(shape));
            }
            self.tone = if tone == b'.' { self.tone } else { Some(tone) };
        }
        self.respell();
    }

    /// `ty` as `ti`, `quy` as `qui`: after a consonant the two letters are one vowel, and both spellings are in use.
    fn respell(&mut self) {
        let Some(before) = self.letters.strip_suffix('y').map(str::as_bytes) else { return };
        let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !b.is_ascii_alphabetic();
        if before == b"qu" || !before.is_empty() && !before.iter().any(vowel) {
            self.letters.pop();
            self.letters.push('i');
            self.respelt = true;
        }
    }

    /// The word of a text.
    pub(super) fn of(word: &str) -> Self {
        let mut read = Self::default();
        read.read(word);
        read
    }

    /// The letters as typed, for what begins like them.
    pub(super) fn opening(&self) -> String {
        if self.respelt { format!("{}y", &self.letters[..self.letters.len() - 1]) } else { self.letters.clone() }
    }

    /// Whether there is any mark on it.
    pub(super) fn is_marked(&self) -> bool {
        self.tone.is_some() || !self.shapes.is_empty()
    }

    /// Its marks in one string; [`is_opened_by`](Self::is_opened_by) reads it.
    pub(super) fn marks(&self, out: &mut String) {
        out.push_str(&self.shapes);
        out.extend(self.tone.map(char::from));
    }

    /// Whether a word with these marks begins as this one does: where it is typed half, its tone may not be there yet.
    pub(super) fn opens(&self, marks: &str) -> bool {
        let (shapes, tone) = marks.split_at(marks.len() & !1);
        let typed = self.letters.len();
        let after = |rest: &str| rest.bytes().next().is_none_or(|place| usize::from(place - b'0') >= typed);
        shapes.strip_prefix(self.shapes.as_str()).is_some_and(after)
            && (self.tone.is_none() || tone.bytes().next() == self.tone)
    }

    /// Whether the letters differ by one that is wrong, missing or too many, or by two that changed places. Short words
    /// have too many neighbours, and a number with another digit is another number.
    pub(super) fn is_near(&self, other: &str) -> bool {
        let apart = one_apart(self.letters.as_bytes(), other.as_bytes());
        apart && self.may_be_misspelt() && !other.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether a typo in it is forgiven.
    pub(super) fn may_be_misspelt(&self) -> bool {
        self.letters.len() >= FORGIVEN_FROM && !self.letters.bytes().any(|b| b.is_ascii_digit())
    }
}

/// From how many letters on a typo is forgiven.
const FORGIVEN_FROM: usize = 5;

/// Whether two words are one edit apart.
fn one_apart(a: &[u8], b: &[u8]) -> bool {
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if b.len() - a.len() > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    match (rest_a, rest_b) {
        _ if a.len() < b.len() => rest_a == &rest_b[1..],
        ([_, after_a @ ..], [_, after_b @ ..]) if after_a == after_b => true,
        ([x, y, after_a @ ..], [v, w, after_b @ ..]) => x == w && y == v && after_a == after_b,
        _ => false,
    }
}

/// The letters of the block of Vietnamese, ạ to ỹ: what mark makes the letter, and which tone it has.
const SHAPES: &[u8; 45] = b"..^^^^^wwwww...^^^^^....^^^^^wwwww..wwwww....";
const TONES: &[u8; 45] = b"jrsfrxjsfrxjjrxsfrxjrjjrsfrxjsfrxjjrsfrxjfjrx";

/// The mark that makes another letter of a small letter, and its tone; a point for none.
fn marks_of(c: char) -> (u8, u8) {
    match c {
        '\u{1ea0}'..='\u{1ef9}' => {
            let place = (c as usize - 0x1ea0) / 2;
            (SHAPES[place], TONES[place])
        }
        'à' | 'è' | 'ì' | 'ò' | 'ù' | '\u{300}' => (b'.', b'f'),
        'á' | 'é' | 'í' | 'ó' | 'ú' | 'ý' | '\u{301}' => (b'.', b's'),
        'ã' | 'ĩ' | 'õ' | 'ũ' | '\u{303}' => (b'.', b'x'),
        '\u{309}' => (b'.', b'r'),
        '\u{323}' => (b'.', b'j'),
        'â' | 'ê' | 'ô' | '\u{302}' => (b'^', b'.'),
        'ă' | 'ơ' | 'ư' | '\u{306}' | '\u{31b}' => (b'w', b'.'),
        'đ' => (b'-', b'.'),
        _ => (b'.', b'.'),
    }
}

/// `3.744.214` as `3744214`, `66.5` and `66,5` as `66,5`.
fn read_number(number: &str, out: &mut String) {
    let decimals = decimal_sign(number);
    for (at, c) in number.char_indices() {
        match c {
            '.' | ',' if Some(at) == decimals => out.push(','),
            '.' | ',' => {}
            digit => out.push(digit),
        }
    }
}

/// Where the decimals of a number begin: at its only sign unless that is a point before three digits, or at a last sign
/// that differs from those before it.
fn decimal_sign(number: &str) -> Option<usize> {
    let mut signs = number.bytes().enumerate().filter(|(_, b)| !b.is_ascii_digit());
    let (first_at, first) = signs.next()?;
    let Some((last_at, last)) = signs.next_back() else {
        return (first == b',' || number.len() - first_at != 4).then_some(first_at);
    };
    (first != last).then_some(last_at)
}

/// Whether digits and signs are one number: after the first group, groups of three, but for the decimals.
fn is_number(chunk: &str) -> bool {
    let whole = &chunk[..decimal_sign(chunk).unwrap_or(chunk.len())];
    let mut groups = whole.split(['.', ',']);
    groups.next().is_some_and(|first| first.len() <= 3 || whole.len() == first.len()) && groups.all(|g| g.len() == 3)
}

/// Where the words of a text stand, in bytes.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    // Up to where digits and signs are known to be no number: a date has parts.
    let (mut at, mut parts) = (0, 0);
    std::iter::from_fn(move || {
        let in_word = |c: char| is_word(c) || ('\u{300}'..='\u{36f}').contains(&c);
        let start = at + text[at..].find(is_word)?;
        let length = text[start..].find(|c| !in_word(c)).unwrap_or(text.len() - start);
        let mut end = start + length;
        if start >= parts && text[start..end].bytes().all(|b| b.is_ascii_digit()) {
            parts = number_end(text, end);
            end = if is_number(&text[start..parts]) { parts } else { end };
        }
        at = end;
        Some(start..end)
    })
}

/// The end of a run of digits and signs that goes on behind these digits.
fn number_end(text: &str, digits: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = digits;
    while end + 1 < bytes.len() && matches!(bytes[end], b'.' | b',') && bytes[end + 1].is_ascii_digit() {
        end += 1;
        end += bytes[end..].iter().take_while(|b| b.is_ascii_digit()).count();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn letters(text: &str) -> Vec<String> {
        words(text).map(|range| Word::of(&text[range]).letters).collect()
    }

    #[test]
    fn words_and_numbers() {
        assert_eq!(letters("Nghị quyết số 52-NQ/TW"), ["nghi", "quyet", "so", "52", "nq", "tw"]);
        assert_eq!(letters("đạt 3.744.214 tỷ, tăng 66,5%"), ["dat", "3744214", "ti", "tang", "66,5"]);
        assert_eq!(letters("2.0 và 1.767 và 1,234.5"), ["2,0", "va", "1767", "va", "1234,5"]);
        assert_eq!(letters("12.1.2021, 4G. 86/193"), ["12", "1", "2021", "4g", "86", "193"]);
        assert_eq!(letters("12.345.67"), ["12", "345", "67"]);
        assert!(letters(" – “…” ").is_empty());
    }

    #[test]
    fn spellings_of_one_word() {
        for (a, b) in [("hoà", "Hòa"), ("tỷ", "tỉ"), ("UỶ", "ủy"), ("quý", "quí"), ("kĩ", "Kỹ")] {
            assert_eq!((Word::of(a).letters, Word::of(a).tone), (Word::of(b).letters, Word::of(b).tone), "{a}");
        }
        assert_ne!(Word::of("tuy").letters, Word::of("tui").letters);
        let composed = Word::of("điện");
        assert_eq!(composed, Word::of(&"điện".nfd().collect::<String>()));
        assert_eq!((composed.letters.as_str(), composed.shapes.as_str(), composed.tone), ("dien", "0-2^", Some(b'j')));
        assert!(composed.is_marked() && !Word::of("dien").is_marked());
    }

    #[test]
    fn every_letter_has_its_own_marks() {
        for c in "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ".chars()
        {
            let (mut shape, mut tone) = (b'.', b'.');
            for mark in c.nfd().skip(1) {
                let (s, t) = marks_of(mark);
                (shape, tone) = (shape.max(s), tone.max(t));
            }
            assert_eq!(marks_of(c), (shape, tone), "{c}");
        }
    }

    #[test]
    fn half_a_word() {
        let marks = |word: &str| {
            let mut marks = String::new();
            Word::of(word).marks(&mut marks);
            marks
        };
        for (typed, word, opens) in [
            ("đi", "điện", true),
            ("viê", "viễn", true),
            ("viễ", "viễn", true),
            ("viế", "viễn", false),
            ("vie", "viễn", false),
            ("vi", "viễn", true),
            ("di", "điện", false),
        ] {
            assert_eq!(Word::of(typed).opens(&marks(word)), opens, "{typed} {word}");
        }
        assert_eq!(Word::of("ky").opening(), "ky");
    }

    #[test]
    fn one_letter_wrong() {
        for (typed, word, near) in [
            ("camara", "camera", true),
            ("intenet", "internet", true),
            ("trruyen", "truyen", true),
            ("thogn", "thong", true),
            ("smartphonr", "smartphone", true),
            ("thong", "thong", false),
            ("tin", "tan", false),
            ("camxrx", "camera", false),
            ("99323", "99324", false),
            ("abcde", "abc", false),
            ("abcdef", "abcde", true),
        ] {
            assert_eq!(Word::of(typed).is_near(word), near, "{typed} {word}");
        }
    }
}
