//! The foot of every page.

use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::{Page, Route};

/// What the page is, and where to read more.
pub(in crate::view) fn footer(html: &mut Markup, here: &Here) {
    html.element("footer", "footer", |html| {
        html.leaf("p", "", here.t.tagline);
        html.element("p", "", |html| {
            html.element("a", "", |html| {
                html.attr("href", &Route::of(Page::About).href());
                html.text(here.t.about);
            });
        });
    });
}
