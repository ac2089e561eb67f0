//! Bytes become one string, and places in it: decoding, normal form, lines, offsets and folding are total and agree
//! with the slow way of doing the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tongket::text::{Offsets, ReadError, decode, fold_into, lines, normalize, strip_marks};

fuzz_target!(|bytes: &[u8]| {
    let raw = match decode(bytes) {
        Ok(text) => {
            assert_eq!(text.as_bytes(), bytes);
            text
        }
        Err(ReadError::NotUtf8(byte)) => {
            // Up to the byte that the message names all is well.
            assert!(byte < bytes.len());
            std::str::from_utf8(&bytes[..byte]).expect("text up to the byte that is none")
        }
        Err(error @ ReadError::TooLarge(_)) => panic!("{error}"),
    };
    let text = normalize(raw);
    assert!(!text.contains('\r'));
    assert_eq!(normalize(&text), text, "twice is once");

    let offsets = Offsets::new(&text);
    for (count, (byte, _)) in text.char_indices().enumerate() {
        assert_eq!(offsets.code_points(byte), count);
    }
    assert_eq!(offsets.code_points(text.len()), text.chars().count());
    assert_eq!(offsets.code_points(usize::MAX), text.chars().count());

    let mut end = 0;
    for line in lines(&text) {
        let words = line.span.of(&text);
        assert!(!words.is_empty() && words.trim() == words && !words.contains('\n'));
        let between = &text[end..line.span.start as usize];
        assert_eq!(between.matches('\n').count(), line.gap as usize + usize::from(end > 0));
        end = line.span.end as usize;
    }

    for word in text.split_whitespace() {
        let mut folded = String::from("x");
        fold_into(word, &mut folded);
        assert!(folded.starts_with('x'), "folding adds, and leaves what was there");
    }
    let bare = strip_marks(&text);
    assert_eq!(strip_marks(&bare), bare);
});
