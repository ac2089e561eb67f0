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
    near(far.into_iter(), 8);
}

/// Brings so many entries near, and the others after what else is to be done: as many at a time as a hand does not notice on
/// this device, and no fewer, since each time costs a look at the whole page.
#[cfg(feature = "csr")]
fn near(mut far: std::vec::IntoIter<web_sys::Element>, count: usize) {
    /// Longer than this, in milliseconds, with the frame that follows, drops a frame of a slow phone.
    const LONG: f64 = 16.0;
    let begun = js_sys::Date::now();
    let some: Vec<_> = far.by_ref().take(count).collect();
    let Some(last) = some.last().filter(|last| last.is_connected()) else { return };
    for entry in &some {
        let _ = entry.set_attribute("data-near", "");
    }
    // Asking for a size is what lays it out.
    let _ = last.client_height();
    let took = js_sys::Date::now() - begun;
    let count = match took {
        took if took > LONG => (count / 2).max(4),
        took if took < LONG / 3.0 => (count * 2).min(64),
        _ => count,
    };
    browser::after_this(move || near(far, count));
}
