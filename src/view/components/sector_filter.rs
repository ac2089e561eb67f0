//! Narrows a list to a sector; the choice is in the address.

use leptos::prelude::*;

use crate::format::{sector_name, words};
use crate::model::Sector;
use crate::view::state::use_state;

/// Links, one for each sector that has something to show.
#[component]
pub fn SectorFilter(
    /// The sectors and how many things each has.
    sectors: Vec<(Sector, usize)>,
) -> impl IntoView {
    let state = use_state();
    let lang = state.language();
    let all = sectors.iter().map(|(_, n)| n).sum();
    let choices = std::iter::once((None, all)).chain(sectors.into_iter().map(|(s, n)| (Some(s), n)));
    let links = choices.map(|(sector, n)| {
        let name = sector.map_or(words(lang).all_sectors, |s| sector_name(lang, s));
        view! {
            <li>
                <a class="filter__choice"
                    href=move || state.route.with(|route| route.with_sector(sector).href())
                    aria-current=move || state.route.with(|route| route.sector == sector).then_some("true")>
                    {name}" "<span class="filter__count">{n}</span>
                </a>
            </li>
        }
    });
    view! { <nav class="filter" aria-label=state.words().sector><ul>{links.collect_view()}</ul></nav> }.into_any()
}
