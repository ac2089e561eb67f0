//! A list of names and values.

use leptos::prelude::*;

/// A name and its value, if there is one to show.
pub fn fact(name: &'static str, value: Option<String>) -> Option<(&'static str, String)> {
    value.filter(|value| !value.is_empty()).map(|value| (name, value))
}

/// Names and values as a definition list.
#[component]
pub fn Facts(
    /// What [`fact`] gave.
    facts: Vec<Option<(&'static str, String)>>,
) -> impl IntoView {
    view! {
        <dl class="facts">
            {facts.into_iter().flatten().map(|(name, value)| view! {
                <div class="facts__row"><dt>{name}</dt><dd>{value}</dd></div>
            }).collect_view()}
        </dl>
    }
    .into_any()
}
