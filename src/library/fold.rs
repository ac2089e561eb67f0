//! Folds Vietnamese letters for search: no marks, `đ` as `d`, lower case. `hòa` and `hoà` fold alike.
//!
//! A small table instead of a full decomposition: the wasm has a budget, and the text is NFC. Other scripts only
//! become lower case.

use crate::text::case::lower;

/// One character folded; `None` for a combining mark, which folds away.
pub(super) fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    let c = lower(c);
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        // The Vietnamese block alternates capital and small letters; only the small ones reach this table.
        'à'..='å' | 'ă' | 'ạ'..='ặ' => 'a',
        'è'..='ë' | 'ẹ'..='ệ' => 'e',
        'ì'..='ï' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='ö' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù'..='ü' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'đ' => 'd',
        _ => c,
    })
}

/// A text folded for search.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn marks_fold_away() {
        for (text, folded) in [
            ("Điện thoại", "dien thoai"),
            ("HÒA hoà ho\u{300}a", "hoa hoa hoa"),
            ("Nghị quyết số 52-NQ/TW", "nghi quyet so 52-nq/tw"),
            ("ẤẦẨẪẬ ắằẳẵặ", "aaaaa aaaaa"),
            ("ỄỆ ỏọ ộợ ữự ỹỵ ĩị", "ee oo oo uu yy ii"),
            ("€", "€"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
