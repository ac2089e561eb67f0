//! A list of names and values.

use crate::view::markup::Markup;

/// Names and values as a definition list, without those that have no value.
pub(in crate::view) fn facts(html: &mut Markup, facts: &[(&str, Option<String>)]) {
    html.element("dl", "facts", |html| {
        for (name, value) in facts {
            let Some(value) = value.as_ref().filter(|value| !value.is_empty()) else { continue };
            html.element("div", "facts__row", |html| {
                html.leaf("dt", "", name);
                html.leaf("dd", "", value);
            });
        }
    });
}
