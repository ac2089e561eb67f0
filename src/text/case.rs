//! Capital and small letters of the Latin, Greek and Cyrillic alphabets, one letter for one letter.
//!
//! The tables of the standard library hold every script and weigh a tenth of the viewer; what is shown is Vietnamese.
//! Letters of other scripts stay as they are.

/// The small letter of a capital; anything else as it is.
pub fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        // Basic Latin, Latin-1, Greek and Cyrillic: two rows, a fixed step apart.
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3a9 | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        // Latin Extended-A, -B and Additional: pairs, the capital first (Ă ă, Đ đ, Ơ ơ, Ạ ạ …).
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 | 0x1a0..=0x1a5 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1af..=0x1b0 => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The capital of a small letter; anything else as it is.
pub fn upper(c: char) -> char {
    let back = |step| (c as u32).checked_sub(step).and_then(char::from_u32);
    [0x20, 0x50, 1].into_iter().filter_map(back).find(|&capital| lower(capital) == c).unwrap_or(c)
}

/// A text in small letters.
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether a character is a small letter.
pub fn is_lower(c: char) -> bool {
    upper(c) != c
}

/// Whether a character is a capital.
pub fn is_upper(c: char) -> bool {
    lower(c) != c
}

/// Whether a character can stand in a word: a letter of the three alphabets, or a digit.
pub fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'À'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1eff}') && !matches!(c, '×' | '÷')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All letters that Vietnamese is written with, in capitals.
    const CAPITALS: &str =
        "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ";

    #[test]
    fn vietnamese_is_as_the_standard_library_has_it() {
        assert_eq!(lowercase(CAPITALS), CAPITALS.to_lowercase());
        for capital in CAPITALS.chars() {
            assert_eq!(upper(lower(capital)), capital);
            assert!(is_upper(capital) && is_lower(lower(capital)) && is_word(capital) && !is_lower(capital));
        }
    }

    #[test]
    fn no_letter_gets_another_partner_than_in_the_standard_library() {
        for c in (0..=0xffff).filter_map(char::from_u32) {
            assert!(lower(c) == c || c.to_lowercase().eq([lower(c)]), "{c:?} {:?}", lower(c));
            assert!(upper(c) == c || c.to_uppercase().eq([upper(c)]), "{c:?} {:?}", upper(c));
            assert!(
                !is_word(c) || c.is_alphanumeric() || ('\u{482}'..='\u{489}').contains(&c) || c > '\u{36f}',
                "{c:?}"
            );
        }
    }

    #[test]
    fn other_scripts_and_signs_stay() {
        for c in "年 ×÷–…1%".chars() {
            assert_eq!((lower(c), upper(c)), (c, c));
        }
        assert!(is_word('7') && !is_word('-') && !is_word('×') && !is_word('…'));
    }
}
