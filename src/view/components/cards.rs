//! Cards side by side, and cards under the names of their sectors.

use leptos::prelude::*;

use super::{MetricCard, SectorMark};
use crate::library::{Figure, by_sector};
use crate::view::state::use_state;

/// Cards in a grid.
#[component]
pub fn CardGrid(
    /// The figures, in the order to show.
    figures: Vec<Figure<'static>>,
    /// Whether a heading above names the sector.
    #[prop(optional)]
    sector_known: bool,
) -> impl IntoView {
    view! {
        <div class="cards">
            {figures.into_iter().map(|figure| view! { <MetricCard figure sector_known/> }).collect_view()}
        </div>
    }
    .into_any()
}

/// Cards by sector.
#[component]
pub fn SectorCards(
    /// The figures, in the order of the text.
    figures: Vec<Figure<'static>>,
) -> impl IntoView {
    let t = use_state().words();
    if figures.is_empty() {
        return view! { <p class="empty">{t.no_figures}</p> }.into_any();
    }
    by_sector(figures, |figure| figure.observation.sector)
        .into_iter()
        .map(|(sector, figures)| {
            view! {
                <section class="sector-cards">
                    <h3 class="sector-cards__name"><SectorMark sector/></h3>
                    <CardGrid figures sector_known=true/>
                </section>
            }
        })
        .collect_view()
        .into_any()
}
