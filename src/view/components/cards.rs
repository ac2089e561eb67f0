//! Cards side by side, and cards under the names of their sectors.

use super::{metric_card, sector_mark};
use crate::library::{Figure, by_sector};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::{Page, Route, browser};

/// So many figures stand in their folds from the start, where the browser's own search finds them. Of more, each fold gets
/// its own when it is opened: a phone works for seconds on thousands of cards that nobody has asked for.
const AT_ONCE: usize = 400;

/// Cards in a grid, in the order given; `sector_known` where a heading above names the sector.
pub(in crate::view) fn card_grid(html: &mut Markup, here: &Here, figures: &[Figure<'_>], sector_known: bool) {
    html.element("div", "cards", |html| {
        for figure in figures {
            metric_card(html, here, *figure, sector_known);
        }
    });
}

/// Cards by sector, each sector folded behind its name and count.
pub(in crate::view) fn sector_folds(html: &mut Markup, here: &Here, figures: Vec<Figure<'static>>) {
    let (state, at_once) = (here.state, figures.len() <= AT_ONCE);
    for (sector, figures) in by_sector(figures, |figure| figure.observation.sector) {
        let (place, count) = (sector.code(), figures.len());
        let grid = move |here: &Here| Markup::of(|html| card_grid(html, here, &figures, true)).into_html();
        if cfg!(not(feature = "csr")) && !at_once {
            // Where nothing hears a fold open, the search shows what is in it.
            html.element("p", "fold", |html| {
                html.element("a", "", |html| {
                    html.attr("href", &Route { sector: Some(sector), ..Route::of(Page::Search) }.href());
                    sector_mark(html, here, sector);
                });
                html.leaf("span", "fold__count", &format!(" {count}"));
            });
            continue;
        }
        html.element("details", "fold", |html| {
            let cards = if at_once { grid(here) } else { String::new() };
            let mut waits = !at_once;
            html.on("toggle", move |_| {
                if std::mem::take(&mut waits) {
                    browser::set_html(place, &grid(&state.here()));
                }
            });
            fold_name(html, count, |html| sector_mark(html, here, sector));
            html.element("div", "", |html| {
                html.attr("id", place);
                html.drawing(&cards);
            });
        });
    }
}

/// What a fold shows while it is closed: its name, and how much is in it.
pub(super) fn fold_name(html: &mut Markup, count: usize, name: impl FnOnce(&mut Markup)) {
    html.element("summary", "fold__name", |html| {
        name(html);
        html.leaf("span", "fold__count", &format!(" {count}"));
    });
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
