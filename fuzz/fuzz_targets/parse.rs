//! Any bytes are a report or no text at all: the laws of `tests/laws.rs`, on what a fuzzer thinks of.
#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use holds::holds;
use libfuzzer_sys::fuzz_target;
use tongket::summarize::parse_bytes;
use tongket::text::ReadError;

fuzz_target!(|bytes: &[u8]| {
    // A mutation often breaks a letter of several bytes. Such bytes are refused; the rest of the text is worth reading.
    if std::str::from_utf8(bytes).is_err() {
        assert!(matches!(parse_bytes(bytes, None), Err(ReadError::NotUtf8(at)) if at < bytes.len()));
    }
    holds(&String::from_utf8_lossy(bytes));
});
