//! One observation together with the report that tells it, and the address that names it.

use std::fmt;
use std::str::FromStr;

use crate::model::{Observation, Report};

/// An observation and its report.
#[derive(Debug, Clone, Copy)]
pub struct Figure<'a> {
    /// The report.
    pub report: &'a Report,
    /// One of its observations.
    pub observation: &'a Observation,
}

impl<'a> Figure<'a> {
    /// Its address.
    pub fn id(self) -> FigureId {
        FigureId { report: self.report.id.clone(), observation: self.observation.id.clone() }
    }

    /// What is measured; where the text names nothing, the quote stands for it.
    pub fn indicator(self) -> &'a str {
        self.observation.indicator.as_deref().unwrap_or(&self.observation.quote)
    }

    /// The observation of an id.
    pub fn of(report: &'a Report, id: &str) -> Option<Self> {
        let observation = report.observations.iter().find(|o| o.id == id)?;
        Some(Self { report, observation })
    }

    /// All observations of one report.
    pub fn all_of(report: &'a Report) -> impl Iterator<Item = Self> {
        report.observations.iter().map(move |observation| Self { report, observation })
    }

    /// The figure before and the figure after it, in the order of the text.
    pub fn neighbours(self) -> (Option<Self>, Option<Self>) {
        let all = &self.report.observations;
        let place = all.iter().position(|o| o.id == self.observation.id);
        let at =
            |i: Option<usize>| i.and_then(|i| all.get(i)).map(|observation| Self { report: self.report, observation });
        (at(place.and_then(|i| i.checked_sub(1))), at(place.map(|i| i + 1)))
    }
}

/// The title of a report; where it has none, its first words.
pub fn report_title(report: &Report) -> String {
    if let Some(title) = &report.meta.title {
        return title.clone();
    }
    let line = report.text.lines().find(|line| !line.trim().is_empty()).unwrap_or(&report.id).trim();
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() <= FIRST_WORDS { words.join(" ") } else { format!("{}…", words[..FIRST_WORDS].join(" ")) }
}

/// How many words stand for a missing title.
const FIRST_WORDS: usize = 14;

impl PartialEq for Figure<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.report.id == other.report.id && self.observation.id == other.observation.id
    }
}

/// The address of a figure: `an-giang-2021-01-12/o7`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FigureId {
    /// Id of the report.
    pub report: String,
    /// Id of the observation within it.
    pub observation: String,
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.report, self.observation)
    }
}

/// A text that is no address of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFigureId;

impl FromStr for FigureId {
    type Err = NoFigureId;

    fn from_str(text: &str) -> Result<Self, NoFigureId> {
        match text.rsplit_once('/') {
            Some((report, observation)) if !report.is_empty() && !observation.is_empty() => {
                Ok(Self { report: report.into(), observation: observation.into() })
            }
            _ => Err(NoFigureId),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{observation, report};
    use super::*;
    use crate::model::Sector;

    #[test]
    fn address_comes_back() {
        let id: FigureId = "an-giang-2021-01-12/o7".parse().unwrap();
        assert_eq!((id.report.as_str(), id.observation.as_str()), ("an-giang-2021-01-12", "o7"));
        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in ["", "o7", "/o7", "an-giang/"] {
            assert_eq!(wrong.parse::<FigureId>(), Err(NoFigureId), "{wrong}");
        }
    }

    #[test]
    fn first_words_stand_for_a_title() {
        let mut r = report("a", "\n  một hai ba\nbốn");
        assert_eq!(report_title(&r), "một hai ba");
        r.text = "từ ".repeat(30);
        assert!(report_title(&r).ends_with("từ…"));
        r.text.clear();
        assert_eq!(report_title(&r), "a");
        r.meta.title = Some("Tiêu đề".into());
        assert_eq!(report_title(&r), "Tiêu đề");
    }

    #[test]
    fn neighbours_stop_at_the_ends() {
        let mut r = report("a", "1 2");
        r.observations = vec![observation("o1", "1", 0, Sector::Post), observation("o2", "2", 2, Sector::Post)];
        let all: Vec<_> = Figure::all_of(&r).collect();
        assert!(all[0].neighbours().0.is_none());
        assert!(all[0].neighbours().1 == Some(all[1]));
        assert!(all[1].neighbours() == (Some(all[0]), None));
    }
}
