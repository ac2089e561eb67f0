//! A table with a name that is heard and a row of headings.

use crate::view::markup::Markup;

/// The headings, each with whether its column holds numbers, then what `rows` writes.
pub(in crate::view) fn table(html: &mut Markup, name: &str, headings: &[(&str, bool)], rows: impl FnOnce(&mut Markup)) {
    html.element("table", "table", |html| {
        html.leaf("caption", "unseen", name);
        html.element("thead", "", |html| {
            html.element("tr", "", |html| {
                for (heading, numbers) in headings {
                    html.element("th", if *numbers { "table__number" } else { "" }, |html| {
                        html.attr("scope", "col");
                        html.text(heading);
                    });
                }
            });
        });
        html.element("tbody", "", rows);
    });
}
