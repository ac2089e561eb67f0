//! Work that is done again when a signal changes: one copy of Leptos's effect for all of it.

use leptos::prelude::*;

/// Does something now, and whenever a signal that it read has changed; told is whether this is the first time.
pub(super) fn watch(work: impl FnMut(bool) + 'static) {
    start(Box::new(work));
}

fn start(mut work: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| work(before.is_none()));
}
