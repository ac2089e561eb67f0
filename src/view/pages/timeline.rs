//! The timeline of all reports, of one sector or of all.

use leptos::prelude::*;

use crate::library::{Year, by_sector, timeline_of};
use crate::model::Report;
use crate::view::components::{sector_filter, timeline_list};
use crate::view::markup::Markup;
use crate::view::state::use_state;
use crate::view::watch::live;
use crate::view::{Page, Route};

/// All dated events.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let reports: Vec<&'static Report> = state.collection.reports.iter().collect();
    let years = timeline_of(&reports, &state.collection.across.events);
    let entries = years.iter().flat_map(|year| &year.entries);
    let sectors = by_sector(entries, |entry| entry.event.sector);
    let counts: Vec<_> = sectors.iter().map(|(sector, entries)| (*sector, entries.len())).collect();
    let chosen = state.part(|route| Route::of(Page::Overview).with_sector(route.sector));
    let shown = move || {
        let mut years: Vec<Year<'_>> = years.clone();
        if let Some(sector) = chosen.get().sector {
            years.iter_mut().for_each(|year| year.entries.retain(|entry| entry.event.sector == sector));
            years.retain(|year| !year.entries.is_empty());
        }
        let here = state.here();
        Markup::of(|html| {
            html.leaf("h2", "unseen", t.events);
            if years.is_empty() {
                html.leaf("p", "empty", t.no_events);
            }
            timeline_list(html, &here, &years, false);
        })
        .into_any()
    };
    let top = Markup::of(|html| {
        html.leaf("h1", "page__title", t.timeline);
        sector_filter(html, &state.here(), state, &counts);
    });
    vec![top.into_any(), live(shown)].into_any()
}
