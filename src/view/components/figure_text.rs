//! A quote set as a figure: numerals large, the words around them small, on one baseline, to the letter.

use crate::format::parts;
use crate::view::markup::Markup;

/// The longest unit that is kept on one line: "triệu tỷ đồng".
const UNIT: usize = 13;

/// A quote as a figure, as the source has it.
pub(in crate::view) fn figure_text(html: &mut Markup, quote: &str) {
    html.element("p", "card__figure", |html| {
        html.element("span", "figure-text", |html| {
            html.attr("lang", "vi");
            for part in parts(quote) {
                if part.numeral {
                    html.leaf("span", "figure-text__numeral", part.text);
                    continue;
                }
                // A unit stays in one piece, and the line may end before and behind it.
                let words = part.text.strip_prefix(' ').inspect(|_| html.text(" ")).unwrap_or(part.text);
                let (words, behind) = words.strip_suffix(' ').map_or((words, ""), |words| (words, " "));
                let whole = words.chars().count() <= UNIT;
                html.leaf(
                    "span",
                    if whole { "figure-text__words figure-text__unit" } else { "figure-text__words" },
                    words,
                );
                html.text(behind);
            }
        });
    });
}
