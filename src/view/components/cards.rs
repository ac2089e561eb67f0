//! Cards side by side, and cards under the names of their sectors.

use super::{metric_card, sector_mark};
use crate::library::{Figure, by_sector};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
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
    if figures.len() <= AT_ONCE {
        return html.quiet(|html| {
            for (sector, figures) in by_sector(figures, |figure| figure.observation.sector) {
                html.element("details", "fold", |html| {
                    fold_name(html, figures.len(), |html| sector_mark(html, here, sector));
                    card_grid(html, here, &figures, true);
                });
            }
        });
    }
    for (sector, figures) in by_sector(figures, |figure| figure.observation.sector) {
        let name = |html: &mut Markup| sector_mark(html, here, sector);
        if cfg!(feature = "csr") {
            waiting_fold(html, here.state, sector.code(), figures, name);
        } else {
            // Where nothing hears a fold open, the search shows what is in it.
            html.element("p", "fold", |html| {
                html.element("a", "", |html| {
                    html.attr("href", &Route { sector: Some(sector), ..Route::of(Page::Search) }.href());
                    name(html);
                });
                html.leaf("span", "fold__count", &format!(" {}", figures.len()));
            });
        }
    }
}

/// A fold that gets its cards when it is opened first; `place` is the id of what holds them.
fn waiting_fold(
    html: &mut Markup,
    state: State,
    place: &'static str,
    figures: Vec<Figure<'static>>,
    name: impl FnOnce(&mut Markup),
) {
    html.element("details", "fold", |html| {
        let (count, mut waits) = (figures.len(), true);
        html.on("toggle", move |_| {
            if std::mem::take(&mut waits) {
                let grid = Markup::of(|html| card_grid(html, &state.here(), &figures, true));
                browser::set_html(place, &grid.into_html());
            }
        });
        fold_name(html, count, name);
        html.element("div", "", |html| html.attr("id", place));
    });
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
