//! A change: arrow, size, and what it is compared with.

use crate::format::change_text;
use crate::model::Change;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// A change on one line.
pub(in crate::view) fn change_line(html: &mut Markup, here: &Here, change: &Change) {
    let text = change_text(here.lang, change);
    html.element("p", "change", |html| {
        html.attr("data-direction", change.direction.code());
        html.element("span", "change__arrow", |html| {
            html.attr("aria-hidden", "true");
            html.text(text.arrow);
        });
        html.element("span", "unseen", |html| {
            html.text(text.direction);
            html.text(" ");
        });
        html.leaf("span", "change__size", if text.size.is_empty() { text.direction } else { &text.size });
        html.text(" ");
        html.leaf("span", "change__against", &text.against);
    });
}
