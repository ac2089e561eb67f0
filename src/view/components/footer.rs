//! The foot of every page.

use leptos::prelude::*;

use crate::view::state::use_state;
use crate::view::{Page, Route};

/// What the page is, and where to read more.
#[component]
pub fn Footer() -> impl IntoView {
    let t = use_state().words();
    view! {
        <footer class="footer">
            <p>{t.tagline}</p>
            <p><a href=Route::of(Page::About).href()>{t.about}</a></p>
        </footer>
    }
    .into_any()
}
