//! A report: what is known of it, its figures, events, tasks, people, and its text with every figure marked.

use crate::format::{area_name, period_text};
use crate::library::{Figure, report_title, timeline_of};
use crate::model::Report;
use crate::view::components::{
    PANE, acts, facts, full_text, growth_chart, people, sector_cards, share_charts, show_beside, tab_panel, tabs,
    task_list, timeline_list,
};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::{Tab, browser};

/// The page of one report.
pub(in crate::view) fn report_page(html: &mut Markup, here: &Here, state: State, report: &'static Report) {
    head(html, here, report);
    let counts = [Some(report.observations.len()), Some(report.events.len()), Some(report.tasks.len()), None, None];
    tabs(html, here, state, counts);
    html.element("div", "report", |html| {
        html.element("div", "report__read", |html| {
            // A card that is gone to shows its sentence beside it; a click is no focus in every browser.
            for event in ["focusin", "click"] {
                html.on(event, move |event| {
                    if let Some(figure) = browser::closest(event, "data-open") {
                        show_beside(state, &figure);
                    }
                });
            }
            tab_panel(html, here, state, Tab::Figures, |html| {
                growth_chart(html, here, state, report, false);
                share_charts(html, here, state, report);
                sector_cards(html, here, Figure::all_of(report).collect());
            });
            tab_panel(html, here, state, Tab::Events, |html| events(html, here, report));
            tab_panel(html, here, state, Tab::Tasks, |html| tasks(html, here, report));
            tab_panel(html, here, state, Tab::People, |html| named(html, here, report));
        });
        html.element("div", "report__text", |html| {
            html.attr("id", PANE);
            tab_panel(html, here, state, Tab::Text, |html| full_text(html, here, state, report));
        });
    });
}

/// What is known of the report.
pub(in crate::view) fn head(html: &mut Markup, here: &Here, report: &Report) {
    let (t, lang, meta) = (here.t, here.lang, &report.meta);
    html.leaf("p", "page__kind", t.report);
    html.source("h1", "page__title page__title--long", &report_title(report));
    facts(
        html,
        &[
            (t.place, meta.area.as_ref().map(|area| area_name(lang, area))),
            (t.published, meta.published.map(|p| period_text(lang, p))),
            (t.period, meta.period.map(|p| period_text(lang, p))),
            (t.publisher, meta.publisher.clone()),
            (t.author, meta.author.clone()),
        ],
    );
    // `script/save.js` hears of it; a page made beforehand hides it until then.
    html.element("button", "action", |html| {
        html.attr("type", "button");
        html.attr("data-embed", &report.id);
        html.text(t.embed);
    });
}

/// The events of the report, those without a date after the others.
fn events(html: &mut Markup, here: &Here, report: &Report) {
    if report.events.is_empty() {
        return html.leaf("p", "empty", here.t.no_events);
    }
    timeline_list(html, here, &timeline_of(&[report], &[]), true);
    let undated: Vec<_> = report.events.iter().filter(|event| event.date.is_none()).collect();
    if undated.is_empty() {
        return;
    }
    html.leaf("h3", "", here.t.undated);
    html.element("ul", "undated", |html| {
        for event in undated {
            html.element("li", "", |html| {
                html.attr("data-event", &format!("{}/{}", report.id, event.id));
                html.attr("lang", "vi");
                html.text(&event.title);
            });
        }
    });
}

/// The tasks of the report.
fn tasks(html: &mut Markup, here: &Here, report: &Report) {
    if report.tasks.is_empty() {
        return html.leaf("p", "empty", here.t.no_tasks);
    }
    let tasks: Vec<_> = report.tasks.iter().map(|task| (report, task)).collect();
    task_list(html, here, &tasks, true);
}

/// People and legal acts.
fn named(html: &mut Markup, here: &Here, report: &Report) {
    html.leaf("h3", "", here.t.people);
    people(html, here, &report.people);
    html.leaf("h3", "", here.t.acts);
    acts(html, here, &report.references);
}
