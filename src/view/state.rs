//! The state of the app: what is chosen. What the reports say is data and never changes.

use leptos::prelude::*;

use super::here::Here;
use super::shelf::Shelf;
use super::small::SmallSignal;
use super::{Route, browser};
use crate::format::{Lang, Words, words};
use crate::library::search::SearchIndex;
use crate::library::{Check, Collection, Figure, FigureId, Line, Origin, Verdict};

/// What is wanted, at the root element: the id of a report, or nothing for all of them.
pub(super) const WANTED: &str = "data-want";

/// The look of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The code for storage and for the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// Its name on the page.
    pub fn name(self, words: &'static Words) -> &'static str {
        match self {
            Self::Auto => words.theme_auto,
            Self::Light => words.theme_light,
            Self::Dark => words.theme_dark,
        }
    }
}

/// Everything that is shared between components; a handful of handles, cheap to copy.
#[derive(Clone, Copy)]
pub struct State {
    /// Where the reports are.
    pub(super) shelf: &'static Shelf,
    /// Goes up when other reports are there.
    pub(super) arrivals: SmallSignal<i32>,
    /// Where the reader is.
    pub route: RwSignal<Route>,
    /// The page of the route, and nothing else of it.
    pub page: Memo<Route>,
    /// Language, remembered.
    pub lang: SmallSignal<Lang>,
    /// Theme, remembered.
    pub theme: SmallSignal<Theme>,
    /// Width of the window.
    pub width: SmallSignal<i32>,
    /// Whether what is to be drawn stands in the page already, as it was made beforehand.
    pub(super) stands: SmallSignal<bool>,
    /// Whether what is drawn will hear; not so in a page made beforehand without its data.
    pub(super) hears: SmallSignal<bool>,
    /// Whether the open sheet was opened on this page, so that going back closes it.
    pub opened_here: SmallSignal<bool>,
}

/// The width of the window that a page made beforehand is drawn for: a phone's.
pub(super) const MADE_FOR: i32 = 360;

/// From this width of the window on, a report's text stands beside its figures.
pub(super) const DESK: i32 = 1024;

impl State {
    /// The state at a place, with nothing remembered, given to all components below.
    pub fn provide(shelf: &'static Shelf, route: Route) -> Self {
        let route = RwSignal::new(route);
        let state = Self {
            shelf,
            arrivals: SmallSignal::new(0),
            route,
            page: part(route, |route| Route::of(route.page.clone())),
            lang: SmallSignal::new(Lang::default()),
            theme: SmallSignal::new(Theme::default()),
            width: SmallSignal::new(browser::width()),
            stands: SmallSignal::new(false),
            hears: SmallSignal::new(true),
            opened_here: SmallSignal::new(false),
        };
        provide_context(state);
        state
    }

    /// The words of the present language. A change of language draws the page again, so this need not be tracked.
    pub fn words(self) -> &'static Words {
        words(self.lang.get_untracked())
    }

    /// The present language, untracked as in [`Self::words`].
    pub fn language(self) -> Lang {
        self.lang.get_untracked()
    }

    /// Takes over an address that the browser has gone to.
    pub fn arrive(self, route: Route) {
        let before = self.route.get_untracked();
        if route.open.is_some() && before.open.is_none() {
            self.opened_here.set(before.page == route.page);
        }
        self.route.set(route);
    }

    /// Goes to an address without a new entry in the history.
    pub fn swap(self, route: Route) {
        browser::replace(&route.href());
        self.route.set(route);
    }

    /// Opens the source sheet of a figure.
    pub fn open(self, id: FigureId) {
        browser::push(&self.route.get_untracked().with_open(Some(id)).href());
    }

    /// Closes the source sheet.
    pub fn close(self) {
        if self.opened_here.get_untracked() {
            browser::back();
        } else {
            self.swap(self.route.get_untracked().with_open(None));
        }
    }

    /// Where the reader is now, for content that does not react; untracked as [`Self::words`].
    pub(super) fn here(self) -> Here {
        Here { lang: self.language(), t: self.words(), route: self.route.get_untracked(), state: self }
    }

    /// The reports that are here. What comes later draws the page again, so this need not be tracked.
    pub(super) fn collection(self) -> &'static Collection {
        self.shelf.collection()
    }

    /// What a place needs that is not here yet: a report, or all.
    pub(super) fn lacks(self, route: &Route) -> Option<String> {
        self.shelf.held().lacks(route, self.language())
    }

    /// The element in which what is to be drawn stands already, if it does.
    pub(super) fn stands(self, id: &'static str) -> Option<&'static str> {
        self.stands.get_untracked().then_some(id)
    }

    /// Asks for what a place needs and lacks, where that is not on its way already. `script/feed.js` hears of it.
    pub(super) fn ask(self, route: &Route) {
        if let Some(need) = self.lacks(route)
            && browser::root(WANTED).as_ref() != Some(&need)
        {
            browser::set_root(WANTED, Some(&need));
        }
    }

    /// The index of the search.
    pub(super) fn index(self) -> &'static SearchIndex<'static> {
        self.shelf.held().index()
    }

    /// The series over all reports.
    pub(super) fn series(self) -> &'static [Line] {
        &self.collection().across.series
    }

    /// What was checked.
    pub(super) fn findings(self) -> &'static [Check] {
        &self.collection().across.findings
    }

    /// The figure of a source, if the page holds its report.
    pub(super) fn figure(self, source: &Origin) -> Option<Figure<'static>> {
        self.collection().figure(&source.id())
    }

    /// Whether a check of a figure does not agree.
    pub(super) fn doubts(self, id: &FigureId) -> bool {
        let open = self.findings().iter().filter(|check| check.verdict == Verdict::Inconsistent);
        open.flat_map(|check| &check.observations).any(|source| source.is(id))
    }

    /// The part of the address that something depends on; it changes only when that part does.
    pub(super) fn part(self, keep: fn(&Route) -> Route) -> Memo<Route> {
        part(self.route, keep)
    }
}

fn part(route: RwSignal<Route>, keep: fn(&Route) -> Route) -> Memo<Route> {
    Memo::new(move |_| route.with(keep))
}

/// The state, in any component.
pub(super) fn use_state() -> State {
    expect_context::<State>()
}
