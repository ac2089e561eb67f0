//! A change: arrow, size, and what it is compared with.

use leptos::prelude::*;

use crate::format::change_text;
use crate::model::Change;
use crate::view::state::use_state;

/// A change on one line.
#[component]
pub fn ChangeLine(
    /// The change.
    change: &'static Change,
) -> impl IntoView {
    let text = change_text(use_state().language(), change);
    let size = if text.size.is_empty() { text.direction.to_owned() } else { text.size };
    view! {
        <p class="change" data-direction=change.direction.code()>
            <span class="change__arrow" aria-hidden="true">{text.arrow}</span>
            <span class="unseen">{text.direction}" "</span>
            <span class="change__size">{size}</span>
            " "
            <span class="change__against">{text.against}</span>
        </p>
    }
    .into_any()
}
