//! A report: what is known of it, its figures, events, tasks, people, and its text with every figure marked.

use leptos::prelude::*;

use crate::format::{area_name, period_text};
use crate::library::{Figure, TextIndex, marked_text, report_title, timeline};
use crate::model::Report;
use crate::view::Tab;
use crate::view::components::{
    Acts, Facts, FullText, GrowthChart, People, SectorCards, TabPanel, Tabs, TaskList, TimelineList, fact,
};
use crate::view::state::use_state;

/// The page of one report.
#[component]
pub fn ReportPage(
    /// The report.
    report: &'static Report,
) -> impl IntoView {
    let state = use_state();
    let (t, lang, meta) = (state.words(), state.language(), &report.meta);
    let facts = vec![
        fact(t.place, meta.area.as_ref().map(|area| area_name(lang, area))),
        fact(t.published, meta.published.map(|p| period_text(lang, p))),
        fact(t.period, meta.period.map(|p| period_text(lang, p))),
        fact(t.publisher, meta.publisher.clone()),
        fact(t.author, meta.author.clone()),
    ];
    let counts = [Some(report.observations.len()), Some(report.events.len()), Some(report.tasks.len()), None, None];
    let blocks = marked_text(report, &TextIndex::new(&report.text));
    view! {
        <p class="page__kind">{t.report}</p>
        <h1 class="page__title page__title--long" lang="vi">{report_title(report)}</h1>
        <Facts facts/>
        <Tabs counts/>
        <div class="report">
            <div class="report__read">
                <TabPanel tab=Tab::Figures>
                    <GrowthChart report/>
                    <SectorCards figures=Figure::all_of(report).collect()/>
                </TabPanel>
                <TabPanel tab=Tab::Events><Events report/></TabPanel>
                <TabPanel tab=Tab::Tasks><Tasks report/></TabPanel>
                <TabPanel tab=Tab::People>
                    <h3>{t.people}</h3>
                    <People people=&report.people/>
                    <h3>{t.acts}</h3>
                    <Acts references=&report.references/>
                </TabPanel>
            </div>
            <div class="report__text">
                <TabPanel tab=Tab::Text><FullText report blocks/></TabPanel>
            </div>
        </div>
    }
    .into_any()
}

/// The events of the report, those without a date after the others.
#[component]
fn Events(
    /// The report.
    report: &'static Report,
) -> impl IntoView {
    let t = use_state().words();
    if report.events.is_empty() {
        return view! { <p class="empty">{t.no_events}</p> }.into_any();
    }
    let undated: Vec<_> = report.events.iter().filter(|event| event.date.is_none()).collect();
    view! {
        <TimelineList years=timeline([report]) one_report=true/>
        {(!undated.is_empty()).then(|| view! {
            <h3>{t.undated}</h3>
            <ul class="undated">
                {undated.into_iter().map(|event| view! {
                    <li data-event=format!("{}/{}", report.id, event.id) lang="vi">{event.title.as_str()}</li>
                }).collect_view()}
            </ul>
        })}
    }
    .into_any()
}

/// The tasks of the report.
#[component]
fn Tasks(
    /// The report.
    report: &'static Report,
) -> impl IntoView {
    if report.tasks.is_empty() {
        return view! { <p class="empty">{use_state().words().no_tasks}</p> }.into_any();
    }
    let tasks = report.tasks.iter().map(|task| (report, task)).collect();
    view! { <TaskList tasks one_report=true/> }.into_any()
}
