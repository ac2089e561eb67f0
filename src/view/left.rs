//! How a reader left a page: scrolled so far, these folds open. It is kept with the page's entry in the history, so that back,
//! forward and a reload lead to what was seen.

#[cfg(feature = "csr")]
pub(super) use real::*;

/// The id of what stands where a page will that is on its way: how long that is says nothing of how the page was left.
pub(super) const COMING: &str = "coming";

/// Without a browser a page begins at its top.
#[cfg(not(feature = "csr"))]
#[allow(clippy::missing_const_for_fn)]
pub(super) fn go_as_left(_: bool) {}

#[cfg(feature = "csr")]
mod real {
    use std::cell::RefCell;

    use gloo::events::{EventListener, EventListenerOptions};
    use gloo::timers::callback::Timeout;
    use gloo::utils::window;
    use web_sys::Event;

    use super::COMING;
    use crate::view::browser::{after_this, all, element, hash, listen, set_root};

    /// What can be folded. Told by its number: the same address draws the same folds.
    const FOLDS: &str = "main details";

    /// Notes in the history how far the page is scrolled and which folds are open, as numbers. The address stays.
    pub(crate) fn note() {
        if element(COMING).is_some() {
            return;
        }
        if let (Ok(history), Ok(y)) = (window().history(), window().scroll_y()) {
            let mut left = (y as u32).to_string();
            for (at, _) in all(FOLDS).enumerate().filter(|(_, fold)| fold.has_attribute("open")) {
                left.push(' ');
                left.push_str(&at.to_string());
            }
            let _ = history.replace_state(&left.into(), "");
        }
    }

    thread_local! {
        static SOON: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    }

    /// The same when the reader comes to rest, unless they are elsewhere by then.
    fn note_soon() {
        let here = hash();
        let rest = move || {
            if hash() == here {
                note();
            }
        };
        SOON.set(Some(Timeout::new(250, rest)));
    }

    /// To the place where this entry of the history was left, with the folds as they were; a new entry begins at its top. At
    /// the `start` the page may have been read already, and then it stays where it is unless it shows something else now.
    pub(crate) fn go_as_left(start: bool) {
        let left = window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_string());
        let left: Vec<u32> =
            left.iter().flat_map(|left| left.split(' ')).filter_map(|number| number.parse().ok()).collect();
        if left.is_empty() && start && hash().len() <= 2 {
            return;
        }
        // Where a page is to be scrolled to, what stands above must be as high as it is.
        let (&y, open) = left.split_first().unwrap_or((&0, &[]));
        set_root("data-whole", (y > 0).then_some(""));
        let scroll = |y: u32| window().scroll_to_with_x_and_y(0.0, y.into());
        if !open.is_empty() {
            for (at, fold) in (0..).zip(all(FOLDS)) {
                let _ = fold.toggle_attribute_with_force("open", open.contains(&at));
            }
        }
        scroll(y);
        if !open.is_empty() {
            // Once more when what opened has its content.
            after_this(move || scroll(y));
        }
    }

    /// Keeps note of what the reader sees: now and then while they scroll, and before a touch leads elsewhere.
    pub(crate) fn keep_note() {
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        listen("scroll", Box::new(|_| note_soon()));
        let first = EventListenerOptions::run_in_capture_phase();
        let touched = |_: &Event| {
            note();
            // A touch may fold or open something as well.
            note_soon();
        };
        EventListener::new_with_options(&window(), "click", first, touched).forget();
    }
}
