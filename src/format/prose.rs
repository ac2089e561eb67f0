//! Words of a report as they are read: without the marks of Markdown that many portals' texts carry.

/// A piece of a line without `#` before a heading and without the stars around what is strong or slanted. A star that
/// stands for something else ("(*)", "2 * 3", "20%*") stays. Positions in the report count the marks; only what is shown
/// leaves them out.
pub fn prose(piece: &str) -> String {
    let heading = piece.trim_start_matches('#');
    let mut words = if heading.len() < piece.len() && heading.starts_with(' ') { heading.trim_start() } else { piece };
    let slanted = words.trim().strip_prefix('*').and_then(|rest| rest.strip_suffix('*'));
    if let Some(inner) = slanted.filter(|inner| inner.trim() == *inner && !inner.contains('*') && !inner.is_empty()) {
        words = inner;
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("**") {
        let after = rest[at..].trim_start_matches('*');
        let stars = &rest[at..rest.len() - after.len()];
        out += &rest[..at];
        // Stars of their own are a line between parts, or a mark.
        let alone = |side: Option<char>| side.is_none_or(char::is_whitespace);
        if alone(out.chars().next_back()) && alone(after.chars().next()) && !out.is_empty() {
            out += stars;
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_left_out_and_other_stars_stay() {
        for (piece, shown) in [
            ("## **Hội nghị trực tuyến**", "Hội nghị trực tuyến"),
            ("### ***Bộ trưởng phát biểu***", "Bộ trưởng phát biểu"),
            ("*Quang cảnh hội nghị*", "Quang cảnh hội nghị"),
            ("**1. Kết quả:** đạt ", "1. Kết quả: đạt "),
            (" tăng **mạnh", " tăng mạnh"),
            ("**", ""),
            ("(*) Ghi chú", "(*) Ghi chú"),
            ("2 * 3 và 20%*", "2 * 3 và 20%*"),
            ("* Về kinh tế", "* Về kinh tế"),
            ("Hết ** tiếp", "Hết ** tiếp"),
            ("#chuyendoiso", "#chuyendoiso"),
            ("# ", ""),
            ("", ""),
        ] {
            assert_eq!(prose(piece), shown, "{piece}");
        }
    }
}
