//! The full text of a report with every figure marked in place; each mark opens its source sheet.

use leptos::prelude::*;

use crate::library::{MarkedBlock, Piece};
use crate::model::{BlockKind, Report};
use crate::view::browser;
use crate::view::state::use_state;

/// The text, line by line. It is only ever set as text, never as markup.
#[component]
pub fn FullText(
    /// The report that the text is of.
    report: &'static Report,
    /// Its marked lines.
    blocks: Vec<MarkedBlock<'static>>,
) -> impl IntoView {
    let state = use_state();
    // The address may name a figure to show here.
    Effect::new(move |_| {
        if let Some(at) = state.route.with(|route| route.at.clone()) {
            browser::scroll_to(&mark_id(&at));
            browser::focus(&mark_id(&at));
        }
    });
    let lines = blocks.into_iter().map(|block| {
        let class = match block.kind {
            BlockKind::Title | BlockKind::Heading => "full-text__heading",
            BlockKind::Caption | BlockKind::Byline | BlockKind::Boilerplate => "full-text__aside",
            BlockKind::Paragraph | BlockKind::ListItem => "full-text__paragraph",
        };
        view! { <p class=class>{block.pieces.into_iter().map(piece).collect_view()}</p> }
    });
    view! { <div class="full-text" lang="vi" data-text=report.id.as_str()>{lines.collect_view()}</div> }.into_any()
}

fn piece(piece: Piece<'static>) -> AnyView {
    let Some(figure) = piece.figure else { return piece.text.into_any() };
    let state = use_state();
    let sought = move || state.route.with(|r| r.at.as_ref() == Some(&figure.observation.id)).then_some("true");
    view! {
        <a class="mark" id=mark_id(&figure.observation.id) data-sector=figure.observation.sector.code()
            href=state.sheet_link(figure) aria-haspopup="dialog" aria-current=sought>{piece.text}</a>
    }
    .into_any()
}

fn mark_id(observation: &str) -> String {
    format!("cho-{observation}")
}
