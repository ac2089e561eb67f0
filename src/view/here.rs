//! Where the reader is and in which language, as it is now: all that content which does not react needs of the state.

use super::Route;
use super::state::State;
use crate::format::{Lang, Words};
use crate::library::Figure;

/// A place in the app.
pub(super) struct Here {
    /// The language.
    pub(super) lang: Lang,
    /// Its words.
    pub(super) t: &'static Words,
    /// The address.
    pub(super) route: Route,
    /// All that is shown.
    pub(super) state: State,
}

impl Here {
    /// The link that opens the source sheet of a figure at this place.
    pub(super) fn sheet_link(&self, figure: Figure<'_>) -> String {
        self.route.with_open(Some(figure.id())).href()
    }
}
