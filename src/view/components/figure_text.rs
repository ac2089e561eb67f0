//! A quote set as a figure: numerals large, the words around them small, on one baseline, to the letter.

use leptos::prelude::*;

use crate::format::parts;

/// A quote as a figure.
#[component]
pub fn FigureText(
    /// The quote as the source has it.
    quote: &'static str,
) -> impl IntoView {
    let parts = parts(quote);
    view! {
        <span class="figure-text" lang="vi">
            {parts.into_iter().map(|part| {
                let class = if part.numeral { "figure-text__numeral" } else { "figure-text__words" };
                view! { <span class=class>{part.text}</span> }
            }).collect_view()}
        </span>
    }
    .into_any()
}
