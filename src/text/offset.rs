//! Bytes to code points, the only place in the project that converts them.

/// Answers how many code points stand before a byte of a text, in constant time.
///
/// Keeps one count for each 64 bytes: a sixteenth of the text's size.
#[derive(Debug)]
pub struct Offsets<'t> {
    bytes: &'t [u8],
    before: Vec<u32>,
}

const STEP: usize = 64;

/// Every byte of UTF-8 but `10xxxxxx` starts a code point.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| (b as i8) >= -64).count()
}

impl<'t> Offsets<'t> {
    /// Counts the code points of a text once.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut before = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut count = 0;
        before.push(0);
        for chunk in bytes.chunks_exact(STEP) {
            count += starts(chunk);
            before.push(count as u32);
        }
        Self { bytes, before }
    }

    /// The number of code points before `byte`; past the end it is that of the whole text.
    pub fn code_points(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let step = byte / STEP;
        self.before[step] as usize + starts(&self.bytes[step * STEP..byte])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "Nộp ngân sách nhà nước ước đạt 99.323 tỷ đồng — 𝒳 ".repeat(9);
        let offsets = Offsets::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.code_points(byte), count);
        }
        assert_eq!(offsets.code_points(text.len()), text.chars().count());
    }
}
