//! A quote set as a figure: numerals large, the words around them small, on one baseline, to the letter.

use crate::format::parts;
use crate::view::markup::Markup;

/// A quote as a figure, as the source has it.
pub(in crate::view) fn figure_text(html: &mut Markup, quote: &str) {
    html.element("p", "card__figure", |html| {
        html.element("span", "figure-text", |html| {
            html.attr("lang", "vi");
            for part in parts(quote) {
                let class = if part.numeral { "figure-text__numeral" } else { "figure-text__words" };
                html.leaf("span", class, part.text);
            }
        });
    });
}
