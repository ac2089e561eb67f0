//! Folding: words that a reader takes for the same become the same string.

use super::case::lower;

/// Appends `word` in lower case and with its tone mark where the newer spelling puts it
/// (`Hoà` → `hòa`, `UỶ` → `ủy`, `quý` → `quý`).
///
/// The two placements differ only in open syllables that end in oa, oe or uy.
pub fn fold_into(word: &str, out: &mut String) {
    let from = out.len();
    out.extend(word.chars().map(lower));
    move_tone(out, from);
}

/// Whether the tone of a word may stand where the newer spelling does not put it: its last letter is no plain one and
/// stands behind an o or u.
pub fn tone_may_move(word: &str) -> bool {
    let before = word.trim_end_matches(|c: char| !c.is_ascii());
    before.len() < word.len() && before.ends_with(['o', 'u'])
}

/// The toned forms of the vowels that may take or give up a tone: plain, then à á ả ã ạ.
const TONES: [[char; 6]; 5] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

fn tone_of(c: char) -> Option<(usize, usize)> {
    if c.is_ascii() {
        return None;
    }
    TONES.iter().enumerate().find_map(|(row, tones)| tones.iter().position(|&t| t == c).map(|tone| (row, tone)))
}

/// Moves the tone of the word that starts at `from` to where the newer spelling puts it. The word is in small letters.
pub fn move_tone(out: &mut String, from: usize) {
    let mut back = out[from..].chars().rev();
    let (Some(last), Some(medial)) = (back.next(), back.next()) else { return };
    let Some((row, tone)) = tone_of(last) else { return };
    let medial_row = match (medial, TONES[row][0]) {
        ('o', 'a' | 'e') => 2,
        ('u', 'y') if back.next() != Some('q') => 3,
        _ => return,
    };
    out.truncate(out.len() - last.len_utf8() - 1);
    out.push(TONES[medial_row][tone]);
    out.push(TONES[row][0]);
}

/// Without any mark and in lower case, đ as d: how a reader types on a phone (`Điện thoại` → `dien thoai`).
pub fn strip_marks(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_both_tone_placements() {
        for (word, expected) in [
            ("hoà", "hòa"),
            ("Hòa", "hòa"),
            ("UỶ", "ủy"),
            ("thuý", "thúy"),
            ("khoẻ", "khỏe"),
            ("QUÝ", "quý"),
            ("hoàn", "hoàn"),
            ("tuần", "tuần"),
            ("ĐẠT", "đạt"),
            ("TT", "tt"),
            ("á", "á"),
            ("", ""),
        ] {
            let mut out = String::from("x");
            fold_into(word, &mut out);
            assert_eq!(&out[1..], expected);
        }
    }

    #[test]
    fn marks_and_the_barred_d_go() {
        assert_eq!(strip_marks("Điện THOẠI ước"), "dien thoai uoc");
    }
}
