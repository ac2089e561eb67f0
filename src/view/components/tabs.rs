//! The parts of a report as tabs on a narrow window; on a desk they stand open and there are no tabs.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::view::state::{DESK, use_state};
use crate::view::{Tab, browser};

/// The row of tabs. Arrow keys move between them, as the pattern for tabs asks.
#[component]
pub fn Tabs(
    /// How many things each part holds, where that can be counted.
    counts: [Option<usize>; 5],
) -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let chosen = Memo::new(move |_| state.route.with(|route| route.tab));
    let desk = move || state.width.get() >= DESK;
    let go = move |tab: Tab| {
        state.swap(state.route.get_untracked().with_tab(tab));
        browser::focus(&tab_id(tab));
    };
    let key = move |event: KeyboardEvent| {
        let all = Tab::ALL;
        let now = all.iter().position(|tab| *tab == chosen.get_untracked()).unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowRight" => (now + 1) % all.len(),
            "ArrowLeft" => (now + all.len() - 1) % all.len(),
            "Home" => 0,
            "End" => all.len() - 1,
            _ => return,
        };
        event.prevent_default();
        go(all[to]);
    };
    let tabs = Tab::ALL.into_iter().zip(counts).map(|(tab, count)| {
        view! {
            <a role="tab" class="tabs__tab" id=tab_id(tab) aria-controls=panel_id(tab)
                href=move || state.route.with(|route| route.with_tab(tab).href())
                aria-selected=move || (chosen.get() == tab).to_string()
                tabindex=move || if chosen.get() == tab { "0" } else { "-1" }>
                {tab.name(t)}
                {count.map(|n| view! { " "<span class="tabs__count">{n}</span> })}
            </a>
        }
    });
    view! {
        <div class="tabs" role="tablist" aria-label=t.parts_of_report hidden=desk on:keydown=key>
            {tabs.collect_view()}
        </div>
    }
    .into_any()
}

/// A part of the report: a panel of its tab, or a plain section on a desk.
#[component]
pub fn TabPanel(
    /// Which part.
    tab: Tab,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let state = use_state();
    let desk = move || state.width.get() >= DESK;
    let hidden = move || !desk() && state.route.with(|route| route.tab != tab);
    view! {
        <section class="panel" id=panel_id(tab) data-part=tab.code()
            role=move || (!desk()).then_some("tabpanel")
            aria-labelledby=format!("phan-{}", tab.code())
            hidden=hidden>
            <h2 class="panel__name" id=format!("phan-{}", tab.code())>{tab.name(state.words())}</h2>
            {children()}
        </section>
    }
    .into_any()
}

fn tab_id(tab: Tab) -> String {
    format!("the-{}", tab.code())
}

fn panel_id(tab: Tab) -> String {
    format!("muc-{}", tab.code())
}
