//! What can be done with a figure: copy its quote, copy its link, see it in the text, go to its neighbours.

use leptos::prelude::*;

use crate::library::Figure;
use crate::view::state::use_state;
use crate::view::{Route, browser};

/// The row of actions of a source sheet.
#[component]
pub fn SheetActions(
    /// The figure.
    figure: Figure<'static>,
) -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let said = RwSignal::new("");
    let copy = move |text: String| said.set(if browser::copy(&text) { t.copied } else { t.not_copied });
    let here = move || state.route.get_untracked().with_open(Some(figure.id()));
    let neighbour = move |to: Option<Figure<'static>>, name: &'static str, sign: &'static str| {
        view! {
            <button type="button" class="action action--neighbour" disabled=to.is_none() aria-label=name title=name
                on:click=move |_| {
                    if let Some(to) = to {
                        state.swap(state.route.get_untracked().with_open(Some(to.id())));
                    }
                }>{sign}</button>
        }
    };
    let (before, after) = figure.neighbours();
    view! {
        <div class="actions">
            <button type="button" class="action" on:click=move |_| copy(format!("“{}”", figure.observation.quote))>
                {t.copy_quote}
            </button>
            <button type="button" class="action" on:click=move |_| copy(browser::address(&here().href()))>
                {t.copy_link}
            </button>
            <a class="action" href=Route::in_text(&figure.id()).href()>{t.open_in_text}</a>
            <span class="actions__neighbours">
                {neighbour(before, t.previous, "←")}
                {neighbour(after, t.next, "→")}
            </span>
            <span class="actions__said" role="status">{said}</span>
        </div>
    }
    .into_any()
}
