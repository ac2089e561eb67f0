//! The full text of a report with every figure marked in place; each mark opens its source sheet.

use leptos::prelude::*;

use super::metric_card::note;
use crate::library::{Piece, TextIndex, marked_text};
use crate::model::{BlockKind, Report};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::watch::watch;
use crate::view::{Route, browser};

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
            let class = match block.kind {
                BlockKind::Title | BlockKind::Heading => "full-text__heading",
                BlockKind::Caption | BlockKind::Byline | BlockKind::Boilerplate => "full-text__aside",
                BlockKind::Paragraph | BlockKind::ListItem => "full-text__paragraph",
            };
            html.element("p", class, |html| block.pieces.iter().for_each(|piece| write(html, here, piece)));
        }
    });
    // The address may name a figure to show here.
    watch(move |_| {
        let sought = state.route.with(|route| route.at.as_deref().map(mark_id));
        browser::set_current("mark", sought.as_deref(), "true");
        if let Some(id) = sought {
            browser::scroll_to(&id);
            browser::focus(&id);
        }
    });
}

fn write(html: &mut Markup, here: &Here, piece: &Piece<'_>) {
    let Some(figure) = piece.figure else { return html.text(piece.text) };
    let o = figure.observation;
    html.element("a", "mark", |html| {
        html.attr("id", &mark_id(&o.id));
        html.attr("data-sector", o.sector.code());
        html.attr("data-note", note(o));
        html.attr("href", &here.sheet_link(figure));
        html.attr("data-open", &figure.id().to_string());
        html.attr("aria-haspopup", "dialog");
        if here.route.at.as_ref() == Some(&o.id) {
            html.attr("aria-current", "true");
        }
        html.text(piece.text);
    });
}

fn mark_id(observation: &str) -> String {
    format!("cho-{observation}")
}
