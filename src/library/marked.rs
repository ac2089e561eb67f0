//! The full text of a report, cut into its lines and, within them, into figures and the words between.
//!
//! Put together again, the pieces are the text. Where two observations share words ("tăng từ 0 lên 100%"), the
//! first of them has the piece. A piece also knows which sentence begins with it.

use std::ops::Range;

use super::{Figure, TextIndex, sentences, sort_by_key};
use crate::model::{BlockKind, Report};

/// A run of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece<'a> {
    /// Its words.
    pub text: &'a str,
    /// The observation that quotes them.
    pub figure: Option<Figure<'a>>,
    /// The number of the sentence that begins with it. One that begins within a figure begins no piece.
    pub sentence: Option<usize>,
}

/// One line of the text, empty lines left out.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedBlock<'a> {
    /// What it is.
    pub kind: BlockKind,
    /// Its pieces, in order.
    pub pieces: Vec<Piece<'a>>,
}

/// The lines of a report's text with its figures marked.
pub fn marked_text<'a>(report: &'a Report, index: &TextIndex<'a>) -> Vec<MarkedBlock<'a>> {
    let mut marks: Vec<_> = Figure::all_of(report)
        .map(|f| (index.bytes(f.observation.at, f.observation.quote.chars().count()), f))
        .filter(|(range, _)| !range.is_empty())
        .collect();
    sort_by_key(&mut marks, |(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut marks = marks.into_iter().peekable();
    let blocks: Vec<_> = report.blocks.iter().map(|b| (index.bytes(b.at, b.length), b.kind)).collect();

    let mut starts = sentences(index.text()).map(|sentence| sentence.start).enumerate().peekable();
    let mut cut = |pieces: &mut Vec<Piece<'a>>, range: Range<usize>, figure: Option<Figure<'a>>| {
        let (mut at, mut sentence) = (range.start, None);
        while let Some((number, start)) = starts.next_if(|(_, start)| *start < range.end) {
            if figure.is_some() && start > range.start {
                continue;
            }
            pieces.push(Piece { text: &index.text()[at..start], figure, sentence });
            (at, sentence) = (start, Some(number));
        }
        pieces.push(Piece { text: &index.text()[at..range.end], figure, sentence });
    };

    let mut out = Vec::new();
    let mut start = 0;
    for line in index.text().split('\n') {
        let end = start + line.len();
        let mut pieces = Vec::new();
        let mut at = start;
        while let Some((range, figure)) = marks.next_if(|(range, _)| range.start < end) {
            let to = range.end.min(end);
            if range.start < at || to <= range.start {
                continue;
            }
            cut(&mut pieces, at..range.start, None);
            cut(&mut pieces, range.start..to, Some(figure));
            at = to;
        }
        cut(&mut pieces, at..end, None);
        pieces.retain(|piece| !piece.text.is_empty());
        if !line.trim().is_empty() {
            let kind = blocks.iter().find(|(b, _)| b.start < end && start < b.end);
            out.push(MarkedBlock { kind: kind.map_or(BlockKind::Paragraph, |(_, kind)| *kind), pieces });
        }
        start = end + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{observation, report};
    use super::*;
    use crate::model::{Block, Sector};

    #[test]
    fn marks_each_figure_and_loses_no_word() {
        let mut r = report("a", "Tiêu đề\n\nĐạt 75% hộ, tăng từ 0 lên 100%.\nHết");
        r.blocks = vec![Block { kind: BlockKind::Heading, at: 0, length: 7 }];
        r.observations = vec![
            observation("o1", "75%", 13, Sector::Telecom),
            observation("o2", "tăng từ 0 lên 100%", 21, Sector::Telecom),
            observation("o3", "100%", 35, Sector::Telecom),
        ];
        let index = TextIndex::new(&r.text);
        let blocks = marked_text(&r, &index);
        let kinds: Vec<_> = blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [BlockKind::Heading, BlockKind::Paragraph, BlockKind::Paragraph]);
        let whole: Vec<String> = blocks.iter().map(|b| b.pieces.iter().map(|p| p.text).collect()).collect();
        assert_eq!(whole, ["Tiêu đề", "Đạt 75% hộ, tăng từ 0 lên 100%.", "Hết"]);
        let marked: Vec<_> = blocks[1].pieces.iter().filter(|p| p.figure.is_some()).map(|p| p.text).collect();
        assert_eq!(marked, ["75%", "tăng từ 0 lên 100%"]);
    }

    #[test]
    fn sentences_begin_with_a_piece() {
        let mut r = report("a", "Mở đầu. 75% hộ có mạng. Đạt 5. 6 lần. Hết");
        r.observations =
            vec![observation("o1", "75%", 8, Sector::Telecom), observation("o2", "5. 6 lần", 28, Sector::Telecom)];
        let blocks = marked_text(&r, &TextIndex::new(&r.text));
        let begun: Vec<_> = blocks[0].pieces.iter().filter_map(|p| p.sentence.map(|number| (number, p.text))).collect();
        assert_eq!(begun, [(0, "Mở đầu. "), (1, "75%"), (2, "Đạt "), (4, "Hết")], "the fourth begins within a figure");
        assert_eq!(blocks[0].pieces.iter().map(|p| p.text).collect::<String>(), r.text);
    }
}
