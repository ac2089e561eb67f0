//! The timeline of all reports, of one sector or of all.

use leptos::prelude::*;

use crate::library::{Year, by_sector, timeline};
use crate::view::components::{SectorFilter, TimelineList};
use crate::view::state::use_state;

/// All dated events.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let years = timeline(&state.collection.reports);
    let entries = years.iter().flat_map(|year| &year.entries);
    let sectors = by_sector(entries, |entry| entry.event.sector);
    let counts = sectors.iter().map(|(sector, entries)| (*sector, entries.len())).collect();
    let chosen = Memo::new(move |_| state.route.with(|route| route.sector));
    let shown = move || {
        let of_sector = |mut year: Year<'static>| {
            if let Some(sector) = chosen.get() {
                year.entries.retain(|entry| entry.event.sector == sector);
            }
            (!year.entries.is_empty()).then_some(year)
        };
        let years: Vec<_> = years.clone().into_iter().filter_map(of_sector).collect();
        if years.is_empty() {
            view! { <p class="empty">{t.no_events}</p> }.into_any()
        } else {
            view! { <TimelineList years/> }.into_any()
        }
    };
    view! {
        <h1 class="page__title">{t.timeline}</h1>
        <SectorFilter sectors=counts/>
        <h2 class="unseen">{t.events}</h2>
        {shown}
    }
    .into_any()
}
