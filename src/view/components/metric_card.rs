//! A metric card: what is measured, the figure as the source words it, and what a reader needs beside it.
//!
//! The whole card is one link to the source sheet. Ranks, ratios and targets have their own forms.

use super::{change_line, figure_text, sector_mark};
use crate::format::{area_name, horizon_text, normalised, period_text, plain, status_name};
use crate::library::Figure;
use crate::model::{Observation, Status};
use crate::view::here::Here;
use crate::view::markup::Markup;

/// A figure as a card; `sector_known` where it stands under a heading that names its sector already.
pub(in crate::view) fn metric_card(html: &mut Markup, here: &Here, figure: Figure<'_>, sector_known: bool) {
    let o = figure.observation;
    let id = figure.id().to_string();
    // The figure says what a lone change says: its line would only repeat it.
    let change = o.change.as_ref().filter(|c| o.number.is_some() && (c.number.is_some() || c.against.is_some()));
    html.element("article", "card", |html| {
        html.attr("data-card", &id);
        html.attr("data-status", o.status.code());
        html.element("h3", "card__indicator", |html| {
            html.attr("lang", "vi");
            html.element("a", "card__open", |html| {
                html.attr("href", &here.sheet_link(figure));
                html.attr("data-open", &id);
                html.attr("data-note", note(o));
                html.attr("aria-haspopup", "dialog");
                html.text(figure.indicator());
            });
        });
        figure_text(html, &o.quote);
        if let Some(text) = normalised(here.lang, o) {
            html.leaf("p", "card__normalised", &text);
        }
        if let Some(change) = change {
            change_line(html, here, change);
        }
        shape(html, o);
        foot(html, here, figure, sector_known);
    });
}

/// The number of a figure in its report, which leads from a printed card to its place in the printed text.
pub(super) fn note(o: &Observation) -> &str {
    o.id.trim_start_matches('o')
}

/// Period, status, sector and source.
pub(in crate::view) fn foot(html: &mut Markup, here: &Here, figure: Figure<'_>, sector_known: bool) {
    let (o, meta) = (figure.observation, &figure.report.meta);
    html.element("p", "card__foot", |html| {
        if o.status != Status::Actual {
            html.element("span", "status", |html| {
                html.attr("data-status", o.status.code());
                html.text(status_name(here.lang, o.status));
            });
            html.space();
        }
        if let Some(period) = o.period {
            let target = o.status == Status::Target;
            let text = if target { horizon_text(here.lang, period) } else { period_text(here.lang, period) };
            html.leaf("span", "card__period", &text);
            html.space();
        }
        if !sector_known {
            sector_mark(html, here, o.sector);
            html.space();
        }
        if here.state.doubts(&figure.id()) {
            html.leaf("span", "doubt", here.t.doubted);
        }
    });
    let place = meta.area.as_ref().map(|area| area_name(here.lang, area));
    let day = meta.published.map(|p| period_text(here.lang, p));
    let source = [place, day].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if !source.is_empty() {
        html.leaf("p", "card__source", &format!("{}: {source}", here.t.source));
    }
}

/// A part of a whole as a filled bar, a rank as a place on a line that begins with the first.
pub(in crate::view) fn shape(html: &mut Markup, o: &Observation) {
    if let Some(ratio) = &o.ratio {
        html.element("progress", "ratio", |html| {
            html.attr("max", &plain(ratio.whole.get(), 4));
            html.attr("value", &plain(ratio.part.get(), 4));
            html.attr("aria-hidden", "true");
        });
    } else if let Some(rank) = &o.rank
        && let Some(of) = rank.of
        && of.get() >= 2.0
    {
        let x = plain(4.0 + (rank.position.get() - 1.0) / (of.get() - 1.0) * 192.0, 1);
        let shapes = [
            ("line", "rank__line", &[("x1", "4"), ("y1", "6"), ("x2", "196"), ("y2", "6")][..]),
            ("line", "rank__end", &[("x1", "4"), ("y1", "1"), ("x2", "4"), ("y2", "11")]),
            ("circle", "rank__place", &[("cx", &x), ("cy", "6"), ("r", "4")]),
        ];
        let frame = [
            ("viewBox", "0 0 200 12"),
            ("width", "200"),
            ("height", "12"),
            ("aria-hidden", "true"),
            ("focusable", "false"),
        ];
        html.element("svg", "rank", |html| {
            frame.into_iter().for_each(|(name, value)| html.attr(name, value));
            for (tag, class, places) in shapes {
                html.element(tag, class, |html| places.iter().for_each(|(name, value)| html.attr(name, value)));
            }
        });
    }
}
