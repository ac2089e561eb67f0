//! The mark of a sector: a small coloured shape and, always, its name.

use crate::format::sector_name;
use crate::model::Sector;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// Shape and name of a sector.
pub(in crate::view) fn sector_mark(html: &mut Markup, here: &Here, sector: Sector) {
    html.element("span", "sector", |html| {
        html.attr("data-sector", sector.code());
        html.element("span", "sector__shape", |html| html.attr("aria-hidden", "true"));
        html.text(sector_name(here.lang, sector));
    });
}
