//! Language and theme.

use crate::view::browser;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::{State, Theme};

const LANGUAGE: &str = "language";

/// A switch for the language and a menu for the theme.
pub(in crate::view) fn settings(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    let other = here.lang.other();
    html.element("div", "settings", |html| {
        html.element("button", "settings__language", |html| {
            html.attr("type", "button");
            html.attr("id", LANGUAGE);
            html.attr("lang", other.code());
            html.on("click", move |_| {
                state.lang.set(other);
                // The page is drawn again: the focus goes to the new switch.
                browser::after_this(|| {
                    browser::focus(LANGUAGE);
                });
            });
            html.text(t.other_language);
        });
        html.space();
        html.element("label", "settings__theme", |html| {
            html.leaf("span", "unseen", t.theme);
            html.element("select", "settings__select", |html| {
                // No choice of an earlier visit: that is in the storage.
                html.attr("autocomplete", "off");
                html.on("change", move |event| {
                    if let Some(theme) = Theme::from_code(&browser::value(event)) {
                        state.theme.set(theme);
                    }
                });
                for theme in Theme::ALL {
                    html.element("option", "", |html| {
                        html.attr("value", theme.code());
                        html.flag("selected", theme == state.theme.get_untracked());
                        html.text(theme.name(t));
                    });
                }
            });
        });
    });
}
