//! Stands in for the crate of this name, of which it has as much as Leptos' server functions name.
//!
//! The real one exports four classes to JavaScript. What is exported is kept by every linker, used or not, and it was
//! a twentieth of our wasm. This app has no server and calls none of it.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream that was wrapped.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of the browser from one of Rust.
    ///
    /// # Panics
    ///
    /// Always: this app sends nothing.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unimplemented!("this app sends nothing")
    }

    /// Nothing: this app asks no server.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
