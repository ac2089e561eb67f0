//! What the reports say is to be done, by sector.

use leptos::prelude::*;

use crate::library::by_sector;
use crate::view::components::{SectorFilter, SectorMark, TaskList};
use crate::view::state::use_state;

/// The tasks of all reports.
#[component]
pub fn TasksPage() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let reports = state.collection.newest_first();
    let all = reports.into_iter().flat_map(|report| report.tasks.iter().map(move |task| (report, task)));
    let groups = by_sector(all, |(_, task)| task.sector);
    let counts = groups.iter().map(|(sector, tasks)| (*sector, tasks.len())).collect();
    let chosen = Memo::new(move |_| state.route.with(|route| route.sector));
    let shown = move || {
        let of_sector = groups.iter().filter(|(sector, _)| chosen.get().is_none_or(|chosen| chosen == *sector));
        let sections = of_sector.map(|(sector, tasks)| {
            view! {
                <section class="sector-cards">
                    <h2 class="sector-cards__name"><SectorMark sector=*sector/></h2>
                    <TaskList tasks=tasks.clone()/>
                </section>
            }
        });
        let sections = sections.collect::<Vec<_>>();
        if sections.is_empty() { view! { <p class="empty">{t.no_tasks}</p> }.into_any() } else { sections.into_any() }
    };
    view! {
        <h1 class="page__title">{t.tasks}</h1>
        <SectorFilter sectors=counts/>
        {shown}
    }
    .into_any()
}
