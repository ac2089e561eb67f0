//! What each line of the text is: title, heading, paragraph, caption, by-line, list item, or a part of the web page.

use super::byline;
use crate::lexicon::page;
use crate::model::{Block, BlockKind};
use crate::text::{Line, Offsets, Span, fold_into, lines};

/// A line with its purpose.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

impl Piece {
    /// The same, counted in code points.
    pub fn block(&self, offsets: &Offsets<'_>) -> Block {
        let at = offsets.code_points(self.span.start as usize);
        Block { kind: self.kind, at, length: offsets.code_points(self.span.end as usize) - at }
    }
}

/// The lines of a text with their purposes.
pub fn classify(text: &str) -> Vec<Piece> {
    let lines = lines(text);
    let mut titled = false;
    let mut pieces: Vec<Piece> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let mut kind = kind(text, line, at, lines.len());
        let open = pieces.iter().all(|p| p.kind != BlockKind::Paragraph);
        if kind == BlockKind::Heading && !titled && open && at < 5 {
            kind = BlockKind::Title;
            titled = true;
        }
        pieces.push(Piece { span: line.span, kind });
    }
    headings_again(text, &mut pieces);
    pieces
}

/// A line like a name with a paragraph behind it is a heading: "Ý KIẾN CHỈ ĐẠO".
fn headings_again(text: &str, pieces: &mut [Piece]) {
    let mut prose = false;
    for piece in pieces.iter_mut().rev() {
        prose |= matches!(piece.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if prose && piece.kind == BlockKind::Byline && byline::name_like(byline::bare(piece.span.of(text))) {
            piece.kind = BlockKind::Heading;
        }
    }
}

/// Longest heading and caption, in characters.
const SHORT: usize = 160;

fn kind(text: &str, line: &Line, at: usize, count: usize) -> BlockKind {
    let words = line.span.of(text);
    let bare = without_tags(words)
        .trim_matches(|c: char| matches!(c, '*' | '_' | '#' | '>' | '<' | '«' | '»') || c.is_whitespace());
    let length = bare.chars().take(SHORT + 1).count();
    let mut folded = String::new();
    if length <= SHORT {
        fold_into(bare, &mut folded);
    }
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if length == 0 || (length <= 60 && page::BOILERPLATE.iter().any(|b| plain == *b || starts_with_digits(plain, b))) {
        return BlockKind::Boilerplate;
    }
    // "Trang chủ › Tin tức", "[Đăng nhập](/login) Giới thiệu | Văn bản": links above the report.
    let linked = page::CRUMBS.iter().any(|crumb| bare.contains(crumb));
    if at < 6 && linked && page::BOILERPLATE.iter().any(|link| folded.contains(link)) {
        return BlockKind::Boilerplate;
    }
    if at > 0 && length <= SHORT && page::FURNITURE.iter().any(|told| folded.contains(told)) {
        return BlockKind::Boilerplate;
    }
    if length > SHORT {
        return if words.starts_with(['-', '+', '•', '●', '–', '▪', '·']) {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
    }
    let ends = bare.ends_with(['.', ';', ':', '!', '?', '…', ',']);
    if words.starts_with("##") && !ends {
        return BlockKind::Heading;
    }
    let last_lines = at + 6 >= count && at > 2;
    let told = (last_lines || bare.contains(':')).then(|| byline::byline(bare)).flatten();
    if told.is_some_and(|told| last_lines && !ends || told.author.is_none()) {
        return BlockKind::Byline;
    }
    if words.starts_with(['-', '+', '•', '●', '–', '▪', '·']) {
        return BlockKind::ListItem;
    }
    let caption = page::CAPTION_STARTS.iter().any(|s| plain.starts_with(s))
        // "Phát biểu tại hội nghị, Phó Chủ tịch UBND tỉnh đề nghị: …" goes on.
        || page::CAPTION_MARKS.iter().any(|m| folded.contains(m) && (m.contains("ảnh") || !folded.contains(": ")))
        || (words.starts_with('*') && words.ends_with('*') && !words.starts_with("**"));
    if caption && at > 0 && !plain.bytes().any(|b| b == b'%') && (!ends || words.starts_with('*') || length < 90) {
        return BlockKind::Caption;
    }
    if ends { BlockKind::Paragraph } else { BlockKind::Heading }
}

/// A line without the tags around it: `<strong>Nhiệm vụ</strong>`.
fn without_tags(mut line: &str) -> &str {
    while let Some((tag, rest)) = line.strip_prefix('<').and_then(|rest| rest.split_once('>'))
        && tag.len() < 100
    {
        line = rest;
    }
    while let Some((rest, tag)) = line.trim_end().strip_suffix('>').and_then(|rest| rest.rsplit_once('<'))
        && tag.starts_with('/')
    {
        line = rest;
    }
    line
}

fn starts_with_digits(plain: &str, boilerplate: &str) -> bool {
    plain.strip_prefix(boilerplate).is_some_and(|rest| rest.chars().all(|c| !c.is_alphabetic()))
}
