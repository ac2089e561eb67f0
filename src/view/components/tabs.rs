//! The parts of a report as tabs on a narrow window; on a desk they stand open and there are no tabs.

use leptos::prelude::*;

use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::{DESK, State};
use crate::view::watch::watch;
use crate::view::{Tab, browser};

const TABS: &str = "tabs";

/// The row of tabs, with how many things each part holds where that can be counted. Arrow keys move between them, as
/// the pattern for tabs asks.
pub(in crate::view) fn tabs(html: &mut Markup, here: &Here, state: State, counts: [Option<usize>; 5]) {
    html.element("div", "tabs", |html| {
        html.attr("id", TABS);
        html.attr("role", "tablist");
        html.attr("aria-label", here.t.parts_of_report);
        html.flag("hidden", is_desk(state.width.get_untracked()));
        html.on("keydown", move |event| {
            if let Some(tab) = reached(state, &browser::key(event)) {
                event.prevent_default();
                state.swap(state.route.get_untracked().with_tab(tab));
                browser::focus(&tab_id(tab));
            }
        });
        for (tab, count) in Tab::ALL.into_iter().zip(counts) {
            let chosen = tab == here.route.tab;
            html.element("a", "tabs__tab", |html| {
                html.attr("role", "tab");
                html.attr("id", &tab_id(tab));
                html.attr("aria-controls", &panel_id(tab));
                html.attr("href", &here.route.with_tab(tab).href());
                html.attr("aria-selected", if chosen { "true" } else { "false" });
                html.attr("tabindex", if chosen { "0" } else { "-1" });
                html.text(tab.name(here.t));
                if let Some(count) = count {
                    html.text(" ");
                    html.leaf("span", "tabs__count", &count.to_string());
                }
            });
        }
    });
    watch(move |_| show(state.route.with(|route| route.tab), is_desk(state.width.get())));
}

/// A part of the report: a panel of its tab, or a plain section on a desk.
pub(in crate::view) fn tab_panel(
    html: &mut Markup,
    here: &Here,
    state: State,
    tab: Tab,
    content: impl FnOnce(&mut Markup),
) {
    let desk = is_desk(state.width.get_untracked());
    let name = format!("phan-{}", tab.code());
    html.element("section", "panel", |html| {
        html.attr("id", &panel_id(tab));
        html.attr("data-part", tab.code());
        if !desk {
            html.attr("role", "tabpanel");
        }
        html.attr("aria-labelledby", &name);
        html.flag("hidden", !desk && tab != here.route.tab);
        html.element("h2", "panel__name", |html| {
            html.attr("id", &name);
            html.text(tab.name(here.t));
        });
        content(html);
    });
}

/// Shows one part and its tab as chosen; on a desk all parts and no tabs.
fn show(chosen: Tab, desk: bool) {
    let set = |id: &str, name, holds: bool, value| browser::set(id, name, holds.then_some(value));
    set(TABS, "hidden", desk, "");
    for tab in Tab::ALL {
        let (tab_id, panel_id) = (tab_id(tab), panel_id(tab));
        browser::set(&tab_id, "aria-selected", Some(if tab == chosen { "true" } else { "false" }));
        browser::set(&tab_id, "tabindex", Some(if tab == chosen { "0" } else { "-1" }));
        set(&panel_id, "hidden", !desk && tab != chosen, "");
        set(&panel_id, "role", !desk, "tabpanel");
    }
}

/// The tab that a key leads to.
fn reached(state: State, key: &str) -> Option<Tab> {
    let all = Tab::ALL;
    let chosen = state.route.with_untracked(|route| route.tab);
    let now = all.iter().position(|tab| *tab == chosen).unwrap_or(0);
    let to = match key {
        "ArrowRight" => (now + 1) % all.len(),
        "ArrowLeft" => (now + all.len() - 1) % all.len(),
        "Home" => 0,
        "End" => all.len() - 1,
        _ => return None,
    };
    all.get(to).copied()
}

fn is_desk(width: i32) -> bool {
    width >= DESK
}

fn tab_id(tab: Tab) -> String {
    format!("the-{}", tab.code())
}

fn panel_id(tab: Tab) -> String {
    format!("muc-{}", tab.code())
}
