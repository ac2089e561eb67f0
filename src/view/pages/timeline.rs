//! The timeline of all reports, narrowed to a sector, a kind of event or both.

use leptos::prelude::*;

use crate::format::event_kind_name;
use crate::library::{Entry, Year, by_sector, timeline_of};
use crate::model::{EventKind, Report};
use crate::view::Route;
use crate::view::components::{Choice, filters, long_list, sectors, timeline_list, with_all};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::use_state;
use crate::view::watch::live;

/// All dated events.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let state = use_state();
    let reports: Vec<&'static Report> = state.collection().reports.iter().collect();
    let years = timeline_of(&reports, &state.collection().across.events);
    let chosen = state.part(|route| Route { open: None, ..route.clone() });
    let shown = move || {
        let here = Here { route: chosen.get(), ..state.here() };
        let route = &here.route;
        let of_sector = |entry: &Entry<'_>| route.sector.is_none_or(|sector| entry.event.sector == sector);
        let of_kind = |entry: &Entry<'_>| route.event.is_none_or(|kind| entry.event.kind == kind);
        let mut narrowed: Vec<Year<'_>> = years.clone();
        narrowed.iter_mut().for_each(|year| year.entries.retain(|entry| of_sector(entry) && of_kind(entry)));
        narrowed.retain(|year| !year.entries.is_empty());
        Markup::of(|html| {
            // What a choice would show, given the other row.
            let all = || years.iter().flat_map(|year| &year.entries);
            let groups = by_sector(all().filter(|entry| of_kind(entry)), |entry| entry.event.sector);
            let counts: Vec<_> = groups.iter().map(|(sector, entries)| (*sector, entries.len())).collect();
            let n = counts.iter().map(|(_, n)| n).sum();
            let any = Route { sector: None, ..route.clone() };
            let sectors = with_all(&here, sectors(&here, &counts), n, any);
            let left: Vec<EventKind> = all().filter(|entry| of_sector(entry)).map(|entry| entry.event.kind).collect();
            let any = Route { event: None, ..route.clone() };
            let kinds = with_all(&here, kinds(&here, &left), left.len(), any);
            let chosen = usize::from(route.sector.is_some()) + usize::from(route.event.is_some());
            filters(html, &here, &[(here.t.sector, sectors), (here.t.kind, kinds)], chosen);
            html.leaf("h2", "unseen", here.t.events);
            if narrowed.is_empty() {
                html.leaf("p", "empty", here.t.no_events);
            }
            let count = narrowed.iter().map(|year| year.entries.len()).sum();
            long_list(html, count, |html| timeline_list(html, &here, &narrowed, false));
        })
        .into_any()
    };
    let top = Markup::of(|html| html.leaf("h1", "page__title", state.words().timeline));
    vec![top.into_any(), live(shown)].into_any()
}

/// The kinds that occur among events, or are chosen.
fn kinds(here: &Here, events: &[EventKind]) -> Vec<Choice> {
    let choice = |&kind: &EventKind| {
        let (n, on) = (events.iter().filter(|of| **of == kind).count(), here.route.event == Some(kind));
        let to = Route { event: (!on).then_some(kind), open: None, ..here.route.clone() };
        (n > 0 || on).then(|| Choice { name: event_kind_name(here.lang, kind).into(), n, on, to })
    };
    EventKind::ALL.iter().filter_map(choice).collect()
}
