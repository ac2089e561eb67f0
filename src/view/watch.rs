//! What is done or made again when a signal changes: one copy of Leptos's effects for all of it.

use leptos::prelude::*;

/// Does something now, and whenever a signal that it read has changed; told is whether this is the first time.
pub(super) fn watch(work: impl FnMut(bool) + 'static) {
    start(Box::new(work));
}

fn start(mut work: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| work(before.is_none()));
}

/// A part of the page that is made again whenever a signal that it read has changed.
pub(super) fn live(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    stand(Box::new(make))
}

fn stand(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || make()).into_any()
}
