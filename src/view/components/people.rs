//! The people that a report names, with the offices it gives them.

use leptos::prelude::*;

use crate::model::Person;
use crate::view::state::use_state;

/// Names and offices.
#[component]
pub fn People(
    /// The people, in the order of the text.
    people: &'static [Person],
) -> impl IntoView {
    if people.is_empty() {
        return view! { <p class="empty">{use_state().words().no_people}</p> }.into_any();
    }
    let rows = people.iter().map(|person| {
        view! {
            <li class="person" lang="vi">
                <span class="person__name">{person.name.as_str()}</span>
                <span class="person__roles">{person.roles.join(", ")}</span>
            </li>
        }
    });
    view! { <ul class="people">{rows.collect_view()}</ul> }.into_any()
}
