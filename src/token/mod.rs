//! Room 2, tokens: `&str → Vec<Token>`, total, cannot fail. Knows how words, numbers and marks look and
//! refuses to know what any of them means.

mod lexer;

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

/// One token. White space, zero-width characters, Markdown stars and `&nbsp;` are no tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
}
