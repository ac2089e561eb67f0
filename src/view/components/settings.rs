//! Language and theme.

use leptos::prelude::*;

use crate::format::Lang;
use crate::view::browser;
use crate::view::state::{Theme, use_state};

/// A switch for the language and a menu for the theme.
#[component]
pub fn Settings() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let other: Lang = state.language().other();
    let themes = Theme::ALL.map(|theme| {
        view! {
            <option value=theme.code() selected=move || state.theme.get() == theme>{theme.name(t)}</option>
        }
    });
    view! {
        <div class="settings">
            <button type="button" id="language" class="settings__language" lang=other.code() on:click=move |_| {
                state.lang.set(other);
                // The page is drawn again: the focus goes to the new switch.
                browser::after_this(|| {
                    browser::focus("language");
                });
            }>{t.other_language}</button>
            <label class="settings__theme">
                <span class="unseen">{t.theme}</span>
                <select class="settings__select" on:change=move |event| {
                    if let Some(theme) = Theme::from_code(&event_target_value(&event)) {
                        state.theme.set(theme);
                    }
                }>{themes.into_iter().collect_view()}</select>
            </label>
        </div>
    }
    .into_any()
}
