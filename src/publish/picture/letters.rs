//! The letters of the pictures: the font that they are set in, how wide a text is in it, and where it breaks into lines.
//!
//! The font is Be Vietnam Pro, cut down to Latin with all Vietnamese letters; its licence lies beside it.

use std::sync::LazyLock;

use ttf_parser::Face;

/// The name by which a drawing asks for the font.
pub(super) const FAMILY: &str = "Be Vietnam Pro";

/// The files of the font.
pub(super) const FILES: [&[u8]; 2] =
    [include_bytes!("../font/BeVietnamPro-Regular.ttf"), include_bytes!("../font/BeVietnamPro-Bold.ttf")];

static FACES: LazyLock<[Option<Face<'static>>; 2]> = LazyLock::new(|| FILES.map(|file| Face::parse(file, 0).ok()));

/// How letters are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Size in pixels.
    pub(super) size: f64,
    /// Whether they are bold.
    pub(super) bold: bool,
}

impl Style {
    /// Letters of a size.
    pub(super) const fn plain(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Bold letters of a size.
    pub(super) const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// How wide a text is, pairs that are set closer aside: a text is rather narrower.
    pub(super) fn width(self, text: &str) -> f64 {
        let Some(face) = &FACES[usize::from(self.bold)] else { return text.chars().count() as f64 * self.size };
        let advance = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or_default();
        let units: f64 = text.chars().map(|c| f64::from(advance(c))).sum();
        units * self.size / f64::from(face.units_per_em())
    }

    /// The text as lines no wider than `width`, at most `most`; what does not fit is told by an ellipsis.
    pub(super) fn lines(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let full = lines.len() >= most;
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}")) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                Some(line) if full => {
                    *line = self.cut(&format!("{line} {word}"), width);
                    break;
                }
                _ => lines.push(word.to_owned()),
            }
            // A word alone that is too wide is cut, too.
            if let Some(line) = lines.last_mut()
                && self.width(line) > width
            {
                *line = self.cut(line, width);
            }
        }
        lines
    }

    /// The same lines, but as even as they can be.
    pub(super) fn even_lines(self, text: &str, width: f64, most: usize) -> Vec<String> {
        const STEP: f64 = 12.0;
        let mut best = self.lines(text, width, most);
        if best.last().is_some_and(|line| line.ends_with('…')) {
            return best;
        }
        let mut narrower = width - STEP;
        while narrower > width / 2.0 {
            let lines = self.lines(text, narrower, most);
            if lines.len() > best.len() || lines.iter().any(|line| line.ends_with('…')) {
                break;
            }
            best = lines;
            narrower -= STEP;
        }
        best
    }

    /// The start of a text with an ellipsis, no wider than `width`.
    fn cut(self, text: &str, width: f64) -> String {
        let mut text = text.to_owned();
        while !text.is_empty() && self.width(&format!("{text}…")) > width {
            text.pop();
        }
        let end = text.trim_end_matches(|c: char| c.is_whitespace() || ",;:–-(“".contains(c)).len();
        text.truncate(end);
        text + "…"
    }
}

/// A text of letters that the font has; what it has not is left out, and white space is a space.
pub(super) fn drawable(text: &str) -> String {
    let Some(face) = &FACES[0] else { return String::new() };
    let known = |c: &char| *c == ' ' || !c.is_control() && face.glyph_index(*c).is_some();
    let spaced: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(known).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_every_vietnamese_letter() {
        let vowels = "aăâeêioôơuưy";
        let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
        let mut letters = String::from("đĐ0123456789.,;:!?%()/–−…“”‘’«»+=<>₫×≈≤≥·•°²");
        for vowel in vowels.chars().chain(vowels.to_uppercase().chars()) {
            for tone in tones {
                let letter = format!("{vowel}{tone}");
                letters.extend(unicode_normalization::UnicodeNormalization::nfc(letter.as_str()));
            }
        }
        for face in FACES.iter() {
            let face = face.as_ref().unwrap();
            for letter in letters.chars() {
                assert!(face.glyph_index(letter).is_some(), "{letter:?} is missing");
            }
        }
        for file in FILES {
            assert!(file.len() < 60_000, "{}", file.len());
        }
    }

    #[test]
    fn lines_are_no_wider_than_they_may_be() {
        let style = Style::bold(40.0);
        let text = "Ngành Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021";
        for width in [200.0, 400.0, 700.0] {
            for lines in [style.lines(text, width, 3), style.even_lines(text, width, 3)] {
                assert!(lines.len() <= 3 && lines.iter().all(|line| style.width(line) <= width), "{lines:?}");
            }
        }
        assert_eq!(style.lines(text, 5000.0, 3), [text]);
        assert!(style.lines(text, 200.0, 2)[1].ends_with('…'));
        assert!(style.lines(&"w".repeat(500), 200.0, 2)[0].ends_with('…'));
        assert!(style.lines("", 200.0, 2).is_empty());
        let even = style.even_lines("một hai ba bốn năm sáu bảy", 420.0, 3);
        assert_eq!(even.len(), 2);
        assert_eq!(drawable(" a\u{0}\tb\u{200b}c 中文 ế\n"), "a bc ế");
    }
}
