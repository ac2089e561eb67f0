//! The source sheet: a figure in its sentence and paragraph, where it is from, and how it was read.
//!
//! A modal dialogue, at the foot of a phone and at the side of a desk. While it is open the page behind it is out of
//! reach; Esc, the button or a touch beside it closes it, and the focus returns to where it was.

use leptos::prelude::*;

use super::{act, change_line, facts, figure_text, sector_mark, sheet_actions};
use crate::format::{area_name, normalised, number, period_text, status_name, unit_name};
use crate::library::{Figure, FigureId, TextIndex, passage, report_title};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::use_state;
use crate::view::watch::watch;
use crate::view::{Route, browser};

const SHEET: &str = "sheet";
const TITLE: &str = "sheet-title";

/// The sheet of the figure of an address.
#[component]
pub fn Sheet(
    /// The address.
    id: FigureId,
) -> impl IntoView {
    let state = use_state();
    let here = state.here();
    let figure = state.collection.figure(&id);
    hold_focus();
    Markup::of(|html| {
        html.element("div", "sheet-scrim", |html| html.on("click", move |_| state.close()));
        html.element("div", "sheet", |html| {
            html.attr("id", SHEET);
            html.attr("role", "dialog");
            html.attr("aria-modal", "true");
            html.attr("aria-labelledby", TITLE);
            html.attr("data-sheet", &id.to_string());
            html.on("keydown", move |event| match browser::key(event).as_str() {
                "Escape" => state.close(),
                "Tab" => browser::keep_tab_within(SHEET, event),
                _ => {}
            });
            html.on("click", move |event| {
                if let Some(what) = browser::closest(event, "data-do") {
                    act(state, figure, &what);
                }
            });
            head(html, &here);
            match figure {
                Some(figure) => body(html, &here, figure),
                None => html.element("p", "empty", |html| {
                    html.attr("id", TITLE);
                    html.attr("tabindex", "-1");
                    html.text(here.t.unknown_figure);
                }),
            }
        });
    })
    .into_any()
}

fn head(html: &mut Markup, here: &Here) {
    html.element("div", "sheet__head", |html| {
        html.leaf("p", "sheet__kind", here.t.source_of_figure);
        html.element("button", "sheet__close", |html| {
            html.attr("type", "button");
            html.attr("data-do", "close");
            html.attr("aria-label", here.t.close);
            html.text("✕");
        });
    });
}

/// What the sheet says of a figure.
fn body(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let t = here.t;
    let (o, report) = (figure.observation, figure.report);
    html.element("h2", "sheet__indicator", |html| {
        html.attr("id", TITLE);
        html.attr("tabindex", "-1");
        html.attr("lang", "vi");
        html.text(figure.indicator());
    });
    figure_text(html, &o.quote);
    if let Some(change) = o.change.as_ref().filter(|_| o.number.is_some()) {
        change_line(html, here, change);
    }
    sector_mark(html, here, o.sector);
    quote(html, figure);
    sheet_actions(html, here, figure);
    facts(html, &told(here, figure));
    html.element("p", "sheet__document", |html| {
        html.text(t.document);
        html.text(": ");
        html.link("", &Route::report(&report.id).href(), &report_title(report));
    });
    html.element("details", "sheet__why", |html| {
        html.leaf("summary", "", t.read_by);
        html.leaf("p", "", &format!("{}:", t.read_by_rules));
        html.element("ol", "sheet__rules", |html| {
            for rule in &o.rules {
                html.element("li", "", |html| html.leaf("code", "", rule));
            }
        });
    });
}

/// The quote in its sentence, and that in its paragraph.
fn quote(html: &mut Markup, figure: Figure<'_>) {
    let o = figure.observation;
    let words = passage(&TextIndex::new(&figure.report.text), o.at, o.quote.chars().count());
    html.element("blockquote", "sheet__passage", |html| {
        html.attr("lang", "vi");
        html.element("p", "", |html| {
            html.text(words.before);
            html.element("span", "sheet__sentence", |html| {
                html.text(words.lead);
                html.leaf("mark", "", words.quote);
                html.text(words.tail);
            });
            html.text(" ");
            html.text(words.after);
        });
    });
}

/// Names and values of all that is known of a figure.
fn told(here: &Here, figure: Figure<'_>) -> [(&'static str, Option<String>); 9] {
    let (t, lang) = (here.t, here.lang);
    let (o, meta) = (figure.observation, &figure.report.meta);
    let unit = o.unit.as_deref().map_or("", |unit| unit_name(lang, unit));
    let value = o.number.map(|n| {
        let high = o.high.map_or_else(String::new, |high| format!("–{}", number(lang, high.get(), 4)));
        format!("{}{high} {unit}", number(lang, n.get(), 4))
    });
    let rank = o.rank.as_ref().map(|rank| {
        let of = rank.of.map_or_else(String::new, |of| format!(" {} {}", t.of_all, number(lang, of.get(), 0)));
        format!("{}{of}", number(lang, rank.position.get(), 0))
    });
    [
        (t.value, value),
        (t.normalised, normalised(lang, o)),
        (t.rank, rank),
        (t.period, o.period.map(|p| period_text(lang, p))),
        (t.status, Some(status_name(lang, o.status).to_owned())),
        (t.area, o.area.as_ref().map(|area| area_name(lang, area))),
        (t.place, meta.area.as_ref().map(|area| area_name(lang, area))),
        (t.published, meta.published.map(|p| period_text(lang, p))),
        (t.publisher, meta.publisher.clone()),
    ]
}

/// Moves the focus into the sheet and, when it closes, back to where it came from.
fn hold_focus() {
    browser::remember_focus();
    watch(move |_| {
        browser::set_inert("frame", true);
        browser::focus(TITLE);
    });
    on_cleanup(|| {
        browser::set_inert("frame", false);
        browser::return_focus();
    });
}
