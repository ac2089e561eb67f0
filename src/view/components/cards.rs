//! Cards side by side, and cards under the names of their sectors.

use super::{metric_card, sector_mark};
use crate::library::{Figure, by_sector};
use crate::view::here::Here;
use crate::view::markup::Markup;

/// Cards in a grid, in the order given; `sector_known` where a heading above names the sector.
pub(in crate::view) fn card_grid(html: &mut Markup, here: &Here, figures: &[Figure<'_>], sector_known: bool) {
    html.element("div", "cards", |html| {
        for figure in figures {
            metric_card(html, here, *figure, sector_known);
        }
    });
}

/// Cards by sector, each sector folded behind its name and count.
pub(in crate::view) fn sector_folds(html: &mut Markup, here: &Here, figures: Vec<Figure<'_>>) {
    for (sector, figures) in by_sector(figures, |figure| figure.observation.sector) {
        html.element("details", "fold", |html| {
            html.element("summary", "fold__name", |html| {
                sector_mark(html, here, sector);
                html.leaf("span", "fold__count", &format!(" {}", figures.len()));
            });
            card_grid(html, here, &figures, true);
        });
    }
}

/// Cards by sector; within one, in the order given.
pub(in crate::view) fn sector_cards(html: &mut Markup, here: &Here, figures: Vec<Figure<'_>>) {
    if figures.is_empty() {
        html.leaf("p", "empty", here.t.no_figures);
    }
    for (sector, figures) in by_sector(figures, |figure| figure.observation.sector) {
        html.element("section", "sector-cards", |html| {
            html.element("h3", "sector-cards__name", |html| sector_mark(html, here, sector));
            card_grid(html, here, &figures, true);
        });
    }
}
