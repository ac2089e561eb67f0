//! The foot of every page.

use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::{Page, Route};

/// What the page is, and where to read more.
pub(in crate::view) fn footer(html: &mut Markup, here: &Here) {
    html.element("footer", "footer", |html| {
        html.leaf("p", "", here.t.tagline);
        let (t, pages) = (here.t, [Page::Indicators, Page::Checks, Page::About]);
        html.element("p", "footer__pages", |html| {
            for (page, name) in pages.into_iter().zip([t.indicators, t.checks, t.about]) {
                html.element("a", "", |html| {
                    html.attr("href", &Route::of(page).href());
                    html.text(name);
                });
            }
        });
    });
}
