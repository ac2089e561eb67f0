//! The legal acts, programmes and strategies that a report names.

use leptos::prelude::*;

use crate::format::{period_text, reference_kind_name};
use crate::model::Reference;
use crate::view::state::use_state;

/// Documents by kind, number and date.
#[component]
pub fn Acts(
    /// The references, in the order of the text.
    references: &'static [Reference],
) -> impl IntoView {
    let state = use_state();
    if references.is_empty() {
        return view! { <p class="empty">{state.words().no_acts}</p> }.into_any();
    }
    let lang = state.language();
    let rows = references.iter().map(|reference| {
        let about = [
            Some(reference_kind_name(lang, reference.kind).to_owned()),
            reference.number.clone(),
            reference.date.map(|date| period_text(lang, date)),
        ];
        view! {
            <li class="act">
                <span class="act__title" lang="vi">
                    {reference.title.as_deref().unwrap_or(&reference.quote)}
                </span>
                <span class="act__about">{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
            </li>
        }
    });
    view! { <ul class="acts">{rows.collect_view()}</ul> }.into_any()
}
