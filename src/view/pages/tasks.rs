//! What the reports say is to be done, by sector, narrowed to a sector, a horizon or both.

use leptos::prelude::*;

use crate::library::by_sector;
use crate::model::{Report, Task};
use crate::view::Route;
use crate::view::components::{filters, long_list, sector_mark, sectors, task_list, with_all, years};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::use_state;
use crate::view::watch::live;

type Told = (&'static Report, &'static Task);

/// The tasks of all reports.
#[component]
pub fn TasksPage() -> impl IntoView {
    let state = use_state();
    let chosen = state.part(|route| Route { open: None, ..route.clone() });
    let shown = move || {
        let here = Here { route: chosen.get(), ..state.here() };
        let route = &here.route;
        let of_sector = |told: &Told| route.sector.is_none_or(|sector| told.1.sector == sector);
        let of_year = |told: &Told| route.year.is_none_or(|year| horizon(told) == Some(year));
        let reports = state.collection().newest_first();
        let all: Vec<Told> =
            reports.into_iter().flat_map(|report| report.tasks.iter().map(move |task| (report, task))).collect();
        // What a choice would show, given the other row.
        let groups = by_sector(all.iter().copied().filter(of_year), |(_, task)| task.sector);
        let counts: Vec<_> = groups.iter().map(|(sector, tasks)| (*sector, tasks.len())).collect();
        let left = all.iter().filter(|told| of_sector(told));
        Markup::of(|html| {
            let n = counts.iter().map(|(_, n)| n).sum();
            let any = Route { sector: None, ..route.clone() };
            let sectors = with_all(&here, sectors(&here, &counts), n, any);
            let any = Route { year: None, ..route.clone() };
            let counted = horizons(left.clone());
            let years = with_all(&here, years(&here, &counted), left.count(), any);
            let chosen = usize::from(route.sector.is_some()) + usize::from(route.year.is_some());
            filters(html, &here, &[(here.t.sector, sectors), (here.t.horizon, years)], chosen);
            let mut shown = groups;
            shown.retain(|(sector, _)| route.sector.is_none_or(|only| only == *sector));
            if shown.is_empty() {
                html.leaf("p", "empty", here.t.no_tasks);
            }
            long_list(html, shown.iter().map(|(_, tasks)| tasks.len()).sum(), |html| {
                for (sector, tasks) in &shown {
                    html.element("section", "sector-cards", |html| {
                        html.element("h2", "sector-cards__name", |html| sector_mark(html, &here, *sector));
                        task_list(html, &here, tasks, false);
                    });
                }
            });
        })
        .into_any()
    };
    let top = Markup::of(|html| html.leaf("h1", "page__title", state.words().tasks));
    vec![top.into_any(), live(shown)].into_any()
}

/// The year by which a task is to be done, where one is told.
fn horizon((_, task): &Told) -> Option<u16> {
    task.horizon.map(|period| period.end().year())
}

/// The years by which tasks are to be done, the next first, with how many.
fn horizons<'a>(tasks: impl Iterator<Item = &'a Told>) -> Vec<(u16, usize)> {
    let mut counted: Vec<(u16, usize)> = Vec::new();
    for year in tasks.filter_map(horizon) {
        let at = counted.partition_point(|(known, _)| *known < year);
        match counted.get_mut(at).filter(|(known, _)| *known == year) {
            Some((_, n)) => *n += 1,
            None => counted.insert(at, (year, 1)),
        }
    }
    counted
}
