//! What can be done with a figure: copy its quote, copy its link, see it in the text, go to its neighbours.

use leptos::prelude::*;

use crate::format::{bibtex, citation_text};
use crate::library::Figure;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;
use crate::view::{Route, browser, take};

const SAID: &str = "sheet-said";

/// The row of actions of a source sheet. What each button does is its `data-do`, see [`act`].
pub(in crate::view) fn sheet_actions(html: &mut Markup, here: &Here, figure: Figure<'_>) {
    let t = here.t;
    let (before, after) = figure.neighbours();
    html.element("div", "actions", |html| {
        let share = take::can_share().then_some(("share", t.share));
        for (what, name) in [("quote", t.copy_quote), ("link", t.copy_link)].into_iter().chain(share) {
            html.element("button", "action", |html| {
                html.attr("type", "button");
                html.attr("data-do", what);
                html.text(name);
            });
        }
        html.element("a", "action", |html| {
            html.attr("href", &Route::in_text(&figure.id()).href());
            html.text(t.open_in_text);
        });
        html.element("span", "actions__neighbours", |html| {
            for (what, to, name, sign) in [("previous", before, t.previous, "←"), ("next", after, t.next, "→")] {
                html.element("button", "action action--neighbour", |html| {
                    html.attr("type", "button");
                    html.attr("data-do", what);
                    if to.is_none() {
                        html.attr("disabled", "");
                    }
                    html.attr("aria-label", name);
                    html.attr("title", name);
                    html.text(sign);
                });
            }
        });
        html.element("span", "actions__said", |html| {
            html.attr("id", SAID);
            html.attr("role", "status");
        });
    });
}

/// The whole address of a figure's sheet at this place.
pub(super) fn address(here: &Here, figure: Figure<'_>) -> String {
    browser::address(&here.sheet_link(figure))
}

/// Does what a button of the sheet is for.
pub(in crate::view) fn act(state: State, figure: Option<Figure<'static>>, what: &str) {
    if what == "close" {
        return state.close();
    }
    let Some(figure) = figure else { return };
    let link = |figure: Figure<'_>| state.route.get_untracked().with_open(Some(figure.id()));
    let copy = |text: &str| {
        let t = state.words();
        browser::set_text(SAID, if take::copy(text) { t.copied } else { t.not_copied });
    };
    let (before, after) = figure.neighbours();
    let to = match what {
        "quote" => return copy(&format!("“{}”", figure.observation.quote)),
        "link" => return copy(&browser::address(&link(figure).href())),
        "cite" => return copy(&citation_text(state.language(), figure, &address(&state.here(), figure))),
        "bibtex" => return copy(&bibtex(figure, &address(&state.here(), figure))),
        "share" => {
            return take::share(&citation_text(state.language(), figure, ""), &address(&state.here(), figure));
        }
        "previous" => before,
        _ => after,
    };
    if let Some(to) = to {
        state.swap(link(to));
    }
}
