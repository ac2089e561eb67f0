//! The full text of a report with every figure marked in place; each mark opens its source sheet. A place in it is named
//! by the address, or by a card beside it that was gone to.

use leptos::prelude::*;

use super::metric_card::note;
use crate::library::{Piece, TextIndex, marked_text};
use crate::model::{BlockKind, Report};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::route::sentence_code;
use crate::view::state::{DESK, State};
use crate::view::watch::watch;
use crate::view::{Route, browser};

/// What holds the text: on a desk it stands beside the figures and scrolls by itself.
pub(in crate::view) const PANE: &str = "ben-canh";
/// Anything in the text.
const WITHIN: &str = ".full-text ";

/// The text of a report, line by line. It is only ever set as text, never as markup.
pub(in crate::view) fn full_text(html: &mut Markup, here: &Here, state: State, report: &Report) {
    html.leaf(
        "p",
        "on-paper",
        &format!("{} {}", here.t.print_notes, browser::address(&Route::report(&report.id).href())),
    );
    html.element("div", "full-text", |html| {
        html.attr("lang", "vi");
        html.attr("data-text", &report.id);
        for block in marked_text(report, &TextIndex::new(&report.text)) {
            html.element("p", line_class(block.kind), |html| {
                for pieces in block.pieces.chunk_by(|_, next| next.sentence.is_none()) {
                    html.element("span", "sentence", |html| sentence(html, here, pieces));
                }
            });
        }
    });
    // The address may name a place to show here. Which source is open does not matter to it.
    let place = state.part(|route| route.with_open(None));
    watch(move |_| {
        let sought = place.with(|route| route.at.as_deref().map(mark_id));
        browser::set_current(WITHIN, sought.as_deref(), "true");
        if let Some(id) = sought {
            browser::scroll_to(&id);
            browser::focus(&id);
        }
    });
}

/// The class of a line, by what it is.
pub(in crate::view) fn line_class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title | BlockKind::Heading => "full-text__heading",
        BlockKind::Caption | BlockKind::Byline | BlockKind::Boilerplate => "full-text__aside",
        BlockKind::Paragraph | BlockKind::ListItem => "full-text__paragraph",
    }
}

/// Shows a figure in the text that stands beside the cards, without moving the page; `figure` is the address of its source.
pub(in crate::view) fn show_beside(state: State, figure: &str) {
    if state.width.get_untracked() < DESK {
        return;
    }
    let mark = mark_id(figure.rsplit('/').next().unwrap_or_default());
    browser::set_current(WITHIN, Some(&mark), "true");
    browser::scroll_within(PANE, &mark);
}

/// A sentence, which search may lead to.
fn sentence(html: &mut Markup, here: &Here, pieces: &[Piece<'_>]) {
    if let Some(number) = pieces.first().and_then(|piece| piece.sentence) {
        place(html, here, &sentence_code(number));
        html.attr("tabindex", "-1");
    }
    pieces.iter().for_each(|piece| write(html, here, piece));
}

/// The id of a place, and whether it is the one that is sought.
fn place(html: &mut Markup, here: &Here, code: &str) {
    html.attr("id", &mark_id(code));
    if here.route.at.as_deref() == Some(code) {
        html.attr("aria-current", "true");
    }
}

fn write(html: &mut Markup, here: &Here, piece: &Piece<'_>) {
    let Some(figure) = piece.figure else { return html.prose(piece.text) };
    let o = figure.observation;
    html.element("a", "mark", |html| {
        place(html, here, &o.id);
        html.attr("data-sector", o.sector.code());
        html.attr("data-note", note(o));
        html.attr("href", &here.sheet_link(figure));
        html.attr("data-open", &figure.id().to_string());
        html.attr("aria-haspopup", "dialog");
        html.prose(piece.text);
    });
}

fn mark_id(code: &str) -> String {
    format!("cho-{code}")
}
