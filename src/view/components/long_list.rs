//! Long lists. A phone works for seconds on the layout of a thousand entries, so all but the first come near little by little
//! while the reader looks at these (`style/components/long-list.css`). A list grows at its end alone, so nothing moves that is seen.

use crate::view::browser;
use crate::view::markup::Markup;

/// From so many entries on a list is long.
const LONG: usize = 100;

/// A part of a page with sections of a list of `count` entries, each of the class `event` or `task`.
pub(in crate::view) fn long_list(html: &mut Markup, count: usize, inside: impl FnOnce(&mut Markup)) {
    if count < LONG {
        return inside(html);
    }
    html.element("div", "long", inside);
    browser::after_this(lay_out);
}

#[cfg(not(feature = "csr"))]
fn lay_out() {}

#[cfg(feature = "csr")]
fn lay_out() {
    // As they stand in the page, so each section before what it holds; at last the list, which then is whole.
    let all = [".long > section, .long .event, .long .task", ".long"];
    let far: Vec<_> = all.into_iter().flat_map(browser::all).collect();
    near(far.into_iter(), 0);
}

/// Brings some entries near, and the others after what else is to be done. Each time costs a look at the whole page, which a
/// moving hand would notice: while the page is scrolled, as it is when it no longer stands at `seen`, the list rests until its
/// end is in sight.
#[cfg(feature = "csr")]
fn near(mut far: std::vec::IntoIter<web_sys::Element>, seen: i32) {
    /// So many at a time: no finger waits long for it, and the looks are not too many. The second while the page is scrolled.
    const ENTRIES: [usize; 2] = [16, 4];
    /// The end is in sight from so many screens away.
    const SCREENS: i32 = 4;
    /// How long a list rests, in milliseconds.
    const REST: u32 = 150;
    let (at, below) = browser::scrolled();
    let moves = at != seen;
    if moves && below > SCREENS {
        return browser::after(REST, move || near(far, at));
    }
    let some: Vec<_> = far.by_ref().take(ENTRIES[usize::from(moves)]).collect();
    let Some(last) = some.last().filter(|last| last.is_connected()) else { return };
    for entry in &some {
        let _ = entry.set_attribute("data-near", "");
    }
    // Asking for a size is what lays it out.
    let _ = last.client_height();
    browser::after_this(move || near(far, at));
}
