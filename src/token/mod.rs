//! Room 2, tokens: `&str → Vec<Token>`, total, cannot fail. Knows how words, numbers and marks look and
//! refuses to know what any of them means.

mod lexer;
mod look;

pub use lexer::{tokenize, tokenize_into};

use crate::text::Span;

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with digits inside or behind: `doanh`, `IPv6`, `m2`.
    Word,
    /// Digits with separators between them: `1.234,5`, `02`.
    Digits,
    /// One mark: `%`, `(`, `–`.
    Mark,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Without any capital; so is what is no word.
    Small,
    /// With capitals, none of them in front.
    Inner,
    /// With a capital in front.
    Capital,
    /// Of two letters and more, none of them small.
    AllCaps,
}

/// One token. White space, zero-width characters, Markdown stars and `&nbsp;` are no tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub kind: Kind,
    /// How it is written.
    pub case: Case,
    /// Whether white space stands before it.
    pub spaced: bool,
}
