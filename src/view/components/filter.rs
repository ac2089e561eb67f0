//! Narrows a list: rows of choices with how many things each would show. Every choice is a link, so what is chosen is in
//! the address.

use super::super::here::Here;
use crate::format::sector_name;
use crate::model::Sector;
use crate::view::markup::Markup;
use crate::view::{Route, browser};

/// A choice of a filter.
pub(in crate::view) struct Choice {
    pub(in crate::view) name: String,
    /// How many things it would show.
    pub(in crate::view) n: usize,
    /// Whether it is chosen.
    pub(in crate::view) on: bool,
    /// Where it leads: for a chosen one, to the list without it.
    pub(in crate::view) to: Route,
}

/// The fold's id.
const FOLD: &str = "filters";
/// From this width of the window on [`FEW`] rows of choices leave room for what they narrow.
const WIDE: i32 = 768;
/// So many rows.
const FEW: usize = 2;

/// Rows of choices in a fold, of which so many are chosen. It stays as it is while one chooses.
pub(in crate::view) fn filters(html: &mut Markup, here: &Here, rows: &[(&'static str, Vec<Choice>)], chosen: usize) {
    let room = rows.len() <= FEW && here.state.width.get_untracked() >= WIDE;
    html.element("details", "filters", |html| {
        html.attr("id", FOLD);
        html.flag("open", chosen > 0 || room || browser::is_open(FOLD));
        html.element("summary", "", |html| {
            html.text(here.t.filters);
            if chosen > 0 {
                html.text(&format!(" ({chosen})"));
            }
        });
        for (name, choices) in rows {
            filter(html, name, choices);
        }
    });
}

/// A row of choices. A row is drawn anew with its list, and the choice that had the focus has it again.
fn filter(html: &mut Markup, name: &'static str, choices: &[Choice]) {
    let focused = browser::focused_id();
    html.element("nav", "filter", |html| {
        html.attr("aria-label", name);
        html.leaf("p", "filter__name", name);
        html.element("ul", "", |html| {
            for choice in choices {
                // Of what is chosen and not of its place: a choice may change the order of a row.
                let id = format!("{name}/{}", choice.name).replace(' ', "_");
                html.element("li", "", |html| {
                    html.element("a", "filter__choice", |html| {
                        html.attr("id", &id);
                        html.attr("href", &choice.to.href());
                        if choice.on {
                            html.attr("aria-current", "true");
                        }
                        html.text(&choice.name);
                        html.text(" ");
                        html.leaf("span", "filter__count", &choice.n.to_string());
                    });
                });
                if focused.as_ref() == Some(&id) {
                    browser::after_this(move || {
                        browser::focus_in_place(&id);
                    });
                }
            }
        });
    });
}

/// The choices of a sector.
pub(in crate::view) fn sectors(here: &Here, counted: &[(Sector, usize)]) -> Vec<Choice> {
    let choice = |&(sector, n): &(Sector, usize)| {
        let on = here.route.sector == Some(sector);
        let to = Route { sector: (!on).then_some(sector), open: None, ..here.route.clone() };
        Choice { name: sector_name(here.lang, sector).into(), n, on, to }
    };
    counted.iter().map(choice).collect()
}

/// The choices of a year.
pub(in crate::view) fn years(here: &Here, counted: &[(u16, usize)]) -> Vec<Choice> {
    let choice = |&(year, n): &(u16, usize)| {
        let on = here.route.year == Some(year);
        let to = Route { year: (!on).then_some(year), open: None, ..here.route.clone() };
        Choice { name: year.to_string(), n, on, to }
    };
    counted.iter().map(choice).collect()
}

/// The choice that takes all choices of a row back, before them.
pub(in crate::view) fn with_all(here: &Here, mut choices: Vec<Choice>, n: usize, to: Route) -> Vec<Choice> {
    let on = choices.iter().all(|choice| !choice.on);
    choices.insert(0, Choice { name: here.t.all.to_owned(), n, on, to });
    choices
}
