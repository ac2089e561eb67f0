//! The parts of a report page, shown as tabs where there is no room for them side by side.

use crate::format::Words;

/// A part of a report page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Figures and chart.
    #[default]
    Figures,
    /// Events.
    Events,
    /// Tasks.
    Tasks,
    /// People and legal acts.
    People,
    /// The full text.
    Text,
}

impl Tab {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Figures, Self::Events, Self::Tasks, Self::People, Self::Text];

    /// The word in the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Figures => "so-lieu",
            Self::Events => "su-kien",
            Self::Tasks => "nhiem-vu",
            Self::People => "nguoi-van-ban",
            Self::Text => "toan-van",
        }
    }

    /// The part of a word in the address.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }

    /// Its name on the page.
    pub fn name(self, words: &'static Words) -> &'static str {
        match self {
            Self::Figures => words.figures,
            Self::Events => words.events,
            Self::Tasks => words.tasks,
            Self::People => words.people_acts,
            Self::Text => words.full_text,
        }
    }
}
