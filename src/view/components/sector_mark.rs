//! The mark of a sector: a small coloured shape and, always, its name.

use leptos::prelude::*;

use crate::format::sector_name;
use crate::model::Sector;
use crate::view::state::use_state;

/// Shape and name of a sector.
#[component]
pub fn SectorMark(
    /// The sector.
    sector: Sector,
) -> impl IntoView {
    view! {
        <span class="sector" data-sector=sector.code()>
            <span class="sector__shape" aria-hidden="true"></span>
            {sector_name(use_state().language(), sector)}
        </span>
    }
    .into_any()
}
