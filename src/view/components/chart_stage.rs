//! The drawing of a chart and what a reader does with it: a touch or an arrow key goes to a value and says it, another
//! opens its source. Saving as a file is `script/save.js`, which reads the figure as it stands.
//!
//! A chart is one tab stop. The drawing is made for the width that it has, so that its text keeps its size.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;
use web_sys::Event;

use crate::library::FigureId;
use crate::view::browser;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::{DESK, State};
use crate::view::watch::watch;

/// The widest drawing; a longer bar says no more.
const WIDEST: i32 = 760;
/// The narrowest drawing.
const NARROWEST: i32 = 240;
/// No value is gone to yet.
const NONE: usize = usize::MAX;

/// What a chart shows.
pub(super) struct Stage {
    /// Its name in the page.
    pub(super) name: String,
    /// What the drawing shows, in a sentence.
    pub(super) sentence: String,
    /// The values in the order of the rows of the drawing: each in words, and the figure that tells it.
    pub(super) values: Vec<(String, FigureId)>,
    /// The drawing for a width.
    pub(super) drawing: Box<dyn Fn(i32) -> String + Send + Sync>,
}

/// The drawing, the steps from value to value, and what saves it where `whole`.
pub(super) fn chart_stage(html: &mut Markup, here: &Here, state: State, stage: Stage, whole: bool) {
    let t = here.t;
    let stage = Arc::new(stage);
    let at = Arc::new(AtomicUsize::new(NONE));
    let width = guessed_width(state);
    html.element("div", "chart__stage", |html| {
        for event in ["click", "keydown"] {
            let (stage, at) = (stage.clone(), at.clone());
            html.on(event, move |event| stage.hear(state, &at, event));
        }
        html.element("div", "chart__place", |html| {
            html.attr("id", &stage.name);
            html.attr("role", "img");
            html.attr("tabindex", "0");
            html.attr("aria-label", &format!("{} {}", stage.sentence, t.chart_keys));
            html.quiet(|html| html.drawing(&(stage.drawing)(width)));
        });
        if !html.hears() {
            return;
        }
        html.element("div", "chart__tools", |html| {
            step(html, "-1", "◀", t.chart_before);
            step(html, "1", "▶", t.chart_after);
            html.element("output", "chart__value", |html| html.attr("id", &stage.value_id()));
        });
        if whole {
            html.element("p", "chart__save", |html| {
                html.text(t.save);
                for kind in ["SVG", "PNG", "CSV"] {
                    html.space();
                    html.element("button", "chart__file", |html| {
                        html.attr("type", "button");
                        html.attr("data-save", kind);
                        html.attr("aria-label", &format!("{} {kind}", t.save));
                        html.text(kind);
                    });
                }
            });
        }
    });
    let (mut drawn_at, stands) = (width, html.stands());
    watch(move |first| {
        state.width.track();
        state.route.track();
        // What stood there before the app is looked at in a step of its own, when the width is told (`load.rs`).
        if first && stands {
            return;
        }
        let real = browser::width_of(&stage.name).map_or(drawn_at, |real| real.clamp(NARROWEST, WIDEST));
        if real != drawn_at {
            drawn_at = real;
            browser::set_html(&stage.name, &(stage.drawing)(real));
        }
    });
}

/// A button for a finger; by keyboard the arrow keys do it at the drawing.
fn step(html: &mut Markup, step: &'static str, sign: &'static str, name: &'static str) {
    html.element("button", "action action--neighbour", |html| {
        html.attr("type", "button");
        html.attr("tabindex", "-1");
        html.attr("data-step", step);
        html.attr("aria-label", name);
        html.text(sign);
    });
}

/// A width to begin with, from the width of the window.
fn guessed_width(state: State) -> i32 {
    let window = state.width.get_untracked();
    // Two margins of 16, and what `browser::width_of` leaves out.
    if window >= DESK { WIDEST } else { (window - 33).clamp(NARROWEST, WIDEST) }
}

impl Stage {
    fn value_id(&self) -> String {
        format!("{}-tai", self.name)
    }

    fn hear(&self, state: State, at: &AtomicUsize, event: &Event) {
        let key = browser::key(event);
        let now = at.load(Ordering::Relaxed);
        let last = self.values.len().saturating_sub(1);
        let touched = browser::closest(event, "data-row").and_then(|row| row.parse().ok());
        let step = browser::closest(event, "data-step");
        let to = match (key.as_str(), step.as_deref()) {
            ("", _) if touched.is_some() => return self.open(state, touched.unwrap_or(NONE)),
            ("", Some("1")) | ("ArrowRight" | "ArrowDown", _) => now.wrapping_add(1).min(last),
            ("", Some(_)) | ("ArrowLeft" | "ArrowUp", _) => now.min(last + 1).saturating_sub(1),
            ("Home", _) => 0,
            ("End", _) => last,
            ("Enter", None) if browser::closest(event, "data-save").is_none() => return self.open(state, now),
            _ => return,
        };
        if let Some((words, _)) = self.values.get(to) {
            event.prevent_default();
            at.store(to, Ordering::Relaxed);
            browser::set_text(&self.value_id(), words);
            browser::point_at(&self.name, to);
        }
    }

    fn open(&self, state: State, at: usize) {
        if let Some((_, figure)) = self.values.get(at) {
            state.open(figure.clone());
        }
    }
}
