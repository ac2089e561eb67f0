//! Narrows a list to a sector; the choice is in the address.

use leptos::prelude::*;

use crate::format::sector_name;
use crate::model::Sector;
use crate::view::browser;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::watch::watch;

/// Links, one for each sector that has something to show, with how many things it has.
pub(in crate::view) fn sector_filter(html: &mut Markup, here: &Here, state: State, sectors: &[(Sector, usize)]) {
    let all = sectors.iter().map(|(_, n)| n).sum();
    html.element("nav", "filter", |html| {
        html.attr("aria-label", here.t.sector);
        html.element("ul", "", |html| {
            choice(html, here, None, all);
            sectors.iter().for_each(|(sector, n)| choice(html, here, Some(*sector), *n));
        });
    });
    watch(move |_| {
        let chosen = state.route.with(|route| route.sector);
        browser::set_current("filter__choice", Some(&id(chosen)), "true");
    });
}

fn choice(html: &mut Markup, here: &Here, sector: Option<Sector>, n: usize) {
    html.element("li", "", |html| {
        html.element("a", "filter__choice", |html| {
            html.attr("id", &id(sector));
            html.attr("href", &here.route.with_sector(sector).href());
            if sector == here.route.sector {
                html.attr("aria-current", "true");
            }
            html.text(sector.map_or(here.t.all_sectors, |sector| sector_name(here.lang, sector)));
            html.text(" ");
            html.leaf("span", "filter__count", &n.to_string());
        });
    });
}

fn id(sector: Option<Sector>) -> String {
    format!("loc-{}", sector.map_or("", Sector::code))
}
