//! A table with a name that is heard and a row of headings, and the cells that tables of figures share.

use crate::format::plain;
use crate::library::Figure;
use crate::model::Period;
use crate::view::here::Here;
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

/// A cell with a value for readers and, for what saves the table (`script/save.js`), as a plain number of a unit and time.
pub(in crate::view) fn value_cell(html: &mut Markup, (value, unit, period): (f64, &str, Option<Period>), text: &str) {
    html.element("td", "table__number", |html| {
        html.attr("data-value", &plain(value, 9));
        html.attr("data-unit", unit);
        html.attr("data-period", &period.map_or_else(String::new, |period| period.to_string()));
        html.text(text);
    });
}

/// A link that opens the source of a figure.
pub(in crate::view) fn source_link(html: &mut Markup, here: &Here, figure: Figure<'_>, text: &str) {
    html.element("a", "", |html| {
        html.attr("href", &here.sheet_link(figure));
        html.attr("data-open", &figure.id().to_string());
        html.attr("lang", "vi");
        html.text(text);
    });
}
