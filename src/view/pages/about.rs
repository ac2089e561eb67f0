//! What the page is, how the figures were read, and what was not understood.

use crate::library::{coverage, report_title};
use crate::view::Route;
use crate::view::components::table;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// About.
pub(in crate::view) fn about(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    html.leaf("h1", "page__title", t.about);
    html.leaf("p", "page__lead", t.about_what);
    html.element("section", "part prose", |html| {
        html.leaf("h2", "", t.about_method);
        html.leaf("p", "", t.about_how);
        html.leaf("h2", "", t.about_unread);
        html.leaf("p", "", t.about_unread_how);
        unread(html, here, state);
        html.element("div", "files", |html| {
            html.leaf("h2", "", t.about_data);
            file(html, "data/observations.csv", t.data_table);
            file(html, "datapackage.json", t.data_package);
        });
        html.leaf("h2", "", t.about_privacy);
        html.leaf("p", "", t.about_privacy_how);
        html.leaf("h2", "", t.about_licence);
        html.leaf("p", "", t.about_licence_how);
        html.element("div", "files", |html| file(html, "notices.txt", t.licences));
    });
}

/// A file that lies beside the page; the viewer in one file has none (`.files`).
fn file(html: &mut Markup, path: &str, name: &str) {
    html.element("p", "", |html| {
        html.element("a", "", |html| {
            html.attr("href", path);
            html.text(name);
        });
    });
}

/// What was read of each report, and what was not.
fn unread(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    let headings = [(t.report, false), (t.figures, true), (t.numbers_read, true), (t.places_unread, true)];
    table(html, t.about_unread, &headings, |html| {
        for report in state.collection().newest_first() {
            html.element("tr", "", |html| {
                html.element("th", "", |html| {
                    html.attr("scope", "row");
                    html.link("", &Route::report(&report.id).href(), &report_title(report));
                });
                html.leaf("td", "table__number", &report.observations.len().to_string());
                let covered = coverage(report);
                html.leaf("td", "table__number", &format!("{}/{}", covered.read, covered.numbers));
                html.leaf("td", "table__number", &report.diagnostics.len().to_string());
            });
        }
    });
}
