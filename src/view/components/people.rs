//! The people that a report names, with the offices it gives them.

use crate::model::Person;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// Names and offices, in the order of the text.
pub(in crate::view) fn people(html: &mut Markup, here: &Here, people: &[Person]) {
    if people.is_empty() {
        return html.leaf("p", "empty", here.t.no_people);
    }
    html.element("ul", "people", |html| {
        for person in people {
            html.element("li", "person", |html| {
                html.attr("lang", "vi");
                html.leaf("span", "person__name", &person.name);
                html.leaf("span", "person__roles", &person.roles.join(", "));
            });
        }
    });
}
