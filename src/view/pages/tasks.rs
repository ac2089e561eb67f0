//! What the reports say is to be done, by sector.

use leptos::prelude::*;

use crate::library::by_sector;
use crate::view::components::{sector_filter, sector_mark, task_list};
use crate::view::markup::Markup;
use crate::view::state::use_state;
use crate::view::watch::live;
use crate::view::{Page, Route};

/// The tasks of all reports.
#[component]
pub fn TasksPage() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let reports = state.collection.newest_first();
    let all = reports.into_iter().flat_map(|report| report.tasks.iter().map(move |task| (report, task)));
    let groups = by_sector(all, |(_, task)| task.sector);
    let counts: Vec<_> = groups.iter().map(|(sector, tasks)| (*sector, tasks.len())).collect();
    let chosen = state.part(|route| Route::of(Page::Overview).with_sector(route.sector));
    let shown = move || {
        let (here, chosen) = (state.here(), chosen.get().sector);
        Markup::of(|html| {
            let mut any = false;
            for (sector, tasks) in groups.iter().filter(|(sector, _)| chosen.is_none_or(|chosen| chosen == *sector)) {
                any = true;
                html.element("section", "sector-cards", |html| {
                    html.element("h2", "sector-cards__name", |html| sector_mark(html, &here, *sector));
                    task_list(html, &here, tasks, false);
                });
            }
            if !any {
                html.leaf("p", "empty", t.no_tasks);
            }
        })
        .into_any()
    };
    let top = Markup::of(|html| {
        html.leaf("h1", "page__title", t.tasks);
        sector_filter(html, &state.here(), state, &counts);
    });
    vec![top.into_any(), live(shown)].into_any()
}
