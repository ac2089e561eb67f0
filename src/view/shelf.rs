//! The reports that the app holds. A page of few reports carries them all; a page of many carries none, and what a place
//! of the app needs is put here when a reader goes there: one report, or all.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::{Page, Route};
use crate::format::Lang;
use crate::library::Collection;
use crate::library::search::SearchIndex;

/// What is held at a time. Whoever draws with it keeps it, so it lives as long as the page.
pub(super) struct Held {
    pub(super) collection: &'static Collection,
    /// The one report that was asked for; none where all are here.
    only: Option<String>,
    /// The index of the search, made when first asked for.
    index: OnceLock<SearchIndex<'static>>,
}

/// Where the reports are.
pub struct Shelf {
    held: Mutex<&'static Held>,
    /// The overview as it stood in the page, where its reports are not here.
    pub(super) still: &'static str,
}

impl Held {
    fn new(collection: Collection, only: Option<String>) -> &'static Self {
        let collection = Box::leak(Box::new(collection));
        Box::leak(Box::new(Self { collection, only, index: OnceLock::new() }))
    }

    /// The index of the search.
    pub(super) fn index(&'static self) -> &'static SearchIndex<'static> {
        self.index.get_or_init(|| SearchIndex::new(self.collection))
    }

    /// What a place needs that is not here: the id of a report, or an empty one for all of them.
    #[inline(never)]
    pub(super) fn lacks(&self, route: &Route, lang: Lang) -> Option<String> {
        let only = self.only.as_ref()?;
        let open = route.open.as_ref().map(|id| &id.report);
        let id = match (&route.page, open) {
            // The overview stands in the page, in its first language.
            (Page::Overview, None) if lang == Lang::default() => return None,
            (Page::Overview, Some(id)) if lang == Lang::default() => id,
            (Page::Report(id), None) => id,
            (Page::Report(id), Some(open)) if id == open => id,
            _ => return Some(String::new()),
        };
        (id != only).then(|| id.clone())
    }
}

impl Shelf {
    /// A shelf with all reports.
    pub fn full(collection: Collection) -> &'static Self {
        Self::of(Held::new(collection, None), "")
    }

    /// A shelf with none of the reports yet, and the overview as it stands in the page.
    #[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only a browser loads"))]
    pub(super) fn empty(still: &'static str) -> &'static Self {
        Self::of(Held::new(Collection::empty(), Some(String::new())), still)
    }

    fn of(held: &'static Held, still: &'static str) -> &'static Self {
        Box::leak(Box::new(Self { held: Mutex::new(held), still }))
    }

    /// The reports that are here now.
    pub fn collection(&self) -> &'static Collection {
        self.held().collection
    }

    /// What is here now. Asked for in many places: the wasm has it once.
    #[inline(never)]
    pub(super) fn held(&self) -> &'static Held {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts other reports here: one, or all.
    #[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only a browser loads"))]
    pub(super) fn put(&self, collection: Collection, only: Option<String>) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = Held::new(collection, only);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_asks_for_what_it_shows_and_no_more() {
        let shelf = Shelf::empty("");
        let lacks = |address: &str| {
            let Ok(route) = address.parse::<Route>();
            shelf.held().lacks(&route, Lang::Vi)
        };
        let report = |id: &str| Some(id.to_owned());
        let all = || Some(String::new());
        assert_eq!(lacks("#/"), None);
        assert_eq!(lacks("#/?so=a/o1"), report("a"));
        assert_eq!(lacks("#/bao-cao/a"), report("a"));
        assert_eq!(lacks("#/bao-cao/a?so=a/o1"), report("a"));
        assert_eq!(lacks("#/bao-cao/a?so=b/o1"), all());
        for address in
            ["#/tim?q=x", "#/dong-thoi-gian", "#/nhiem-vu", "#/chi-tieu", "#/kiem-tra", "#/gioi-thieu", "#/x"]
        {
            assert_eq!(lacks(address), all(), "{address}");
        }
        assert_eq!(shelf.held().lacks(&Route::of(Page::Overview), Lang::En), all());
        shelf.put(Collection::empty(), report("a"));
        let held = shelf.held();
        assert_eq!(held.lacks(&Route::report("a"), Lang::En), None);
        assert_eq!(held.lacks(&Route::report("b"), Lang::Vi), report("b"));
        shelf.put(Collection::empty(), None);
        assert_eq!(shelf.held().lacks(&Route::search("x"), Lang::En), None);
    }
}
