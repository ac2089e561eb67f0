//! What an observation measures, as the key of its series: a row of the lexicon that its words fit, else the words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{COUNT, Key, PERSON, RANK, Why, span};
use crate::lexicon::series::{CIRCLES, EMPTY_WORDS, Kind, NAMED, Named, OF_WHOLES};
use crate::library::Figure;
use crate::model::{Observation, Period, Report};
use crate::text::fold_into;

/// The rows of the lexicon that may name a thing, by the first word of each phrase of which it needs one: of thousands of
/// observations few have a word of any row.
static ROWS: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, named) in NAMED.iter().enumerate() {
        for word in named.needs[0].iter().filter_map(|phrase| phrase.split(' ').next()) {
            rows.entry(word).or_default().push(at);
        }
    }
    rows
});

/// The first row of the lexicon that names a thing of a kind.
fn named(words: &str, kind: Kind) -> Option<&'static Named> {
    let has = |phrase: &&str| holds(words, phrase);
    let fits = |&row: &usize| {
        let named = &NAMED[row];
        let all = !named.whole || only(words, named);
        all && named.kind == kind
            && named.needs.iter().all(|group| group.iter().any(has))
            && !named.never.iter().any(has)
    };
    let rows = words.split_ascii_whitespace().filter_map(|word| ROWS.get(word)).flatten();
    rows.copied().filter(fits).min().map(|row| &NAMED[row])
}

/// Whether words are those of a row and nothing that makes another indicator of it.
fn only(words: &str, named: &Named) -> bool {
    let of_row = |word: &str| named.needs.iter().copied().flatten().any(|phrase| phrase.split(' ').any(|w| w == word));
    let plain = |word: &str| EMPTY_WORDS.contains(&word) || OF_WHOLES.contains(&word) || of_row(word);
    words.split_ascii_whitespace().all(plain)
}

/// Whether a phrase stands among spaced words.
fn holds(words: &str, phrase: &str) -> bool {
    let is_space = |at: usize| words.as_bytes().get(at) == Some(&b' ');
    words.match_indices(phrase).any(|(at, _)| at > 0 && is_space(at - 1) && is_space(at + phrase.len()))
}

/// What the observations of a report measure, each name read once.
pub(super) struct Names<'a> {
    report: &'a Report,
    publisher: String,
    names: Vec<Option<Name>>,
}

/// The folded words of an indicator.
struct Name {
    words: String,
    /// Those that say something, where they are enough to tell it from others.
    rest: Option<String>,
    /// A share of a plan measures the plan.
    of_plan: bool,
}

/// A key with its row of the lexicon and the reason.
pub(super) type Measured = (Key, Option<&'static Named>, Why);

impl<'a> Names<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let publisher = spaced(report.meta.publisher.as_deref().unwrap_or(&report.id)).trim().to_owned();
        Self { report, publisher, names: report.observations.iter().map(Name::of).collect() }
    }

    pub(super) fn figures(&self) -> impl Iterator<Item = (usize, Figure<'a>)> + use<'a> {
        Figure::all_of(self.report).enumerate()
    }

    /// The key of an observation in a period.
    pub(super) fn key(&self, at: usize, period: Period) -> Option<Measured> {
        let o = &self.report.observations[at];
        let name = self.names[at].as_ref()?;
        let kind = kind(o)?;
        let unit = if kind == Kind::Rank { RANK.to_owned() } else { o.unit.clone()? };
        let circle = || CIRCLES.iter().find(|(phrase, _)| name.words.contains(phrase)).map_or("", |(_, name)| name);
        let key = |name: String, unit: String, own: bool| {
            let whose = if kind == Kind::Rank { circle() } else { "" };
            let whose = if own { format!("{whose}{}", self.publisher) } else { whose.to_owned() };
            Key { name, area: o.area.clone(), unit, span: span(period), whose }
        };
        if let Some(named) = name.row(kind) {
            let phrase = |group: &&[&'static str]| group.iter().copied().find(|phrase| holds(&name.words, phrase));
            // Whatever noun each report counts things by; people are counted apart from things.
            let unit = if kind == Kind::Count && unit != PERSON { COUNT.to_owned() } else { unit };
            let why = Why::Named(named.needs.iter().filter_map(phrase).collect());
            return Some((key(named.id.to_owned(), unit, named.own), Some(named), why));
        }
        Some((key(name.rest.clone()?, unit, true), None, Why::SameWords))
    }

    /// Whether two observations measure the same, if the first is of the other's kind.
    pub(super) fn are_same(&self, at: usize, level: usize) -> bool {
        let (Some(own), Some(other)) = (&self.names[at], &self.names[level]) else { return false };
        let Some(kind) = kind(&self.report.observations[level]) else { return false };
        match (own.row(kind), other.row(kind)) {
            (Some(own), Some(other)) => own.id == other.id,
            (None, None) => own.rest.is_some() && own.rest == other.rest,
            _ => false,
        }
    }
}

impl Name {
    fn of(o: &Observation) -> Option<Self> {
        let mut words = spaced(o.indicator.as_deref()?);
        if let Some(scope) = o.rank.as_ref().and_then(|rank| rank.scope.as_deref()) {
            words += &spaced(scope);
        }
        let of_plan = words.contains(" so với ");
        let rest: Vec<&str> = words.split_ascii_whitespace().filter(|word| !EMPTY_WORDS.contains(word)).collect();
        let rest = (rest.len() >= 2).then(|| rest.join("-"));
        Some(Self { rest, of_plan, words })
    }

    fn row(&self, kind: Kind) -> Option<&'static Named> {
        if self.of_plan { None } else { named(&self.words, kind) }
    }
}

/// The folded words of a name with a space on each side.
fn spaced(name: &str) -> String {
    let mut out = String::from(" ");
    for word in name.split_whitespace() {
        let bare = word.trim_matches(|c: char| matches!(c, '(' | ')' | '“' | '”' | '"' | ';' | ':'));
        fold_into(bare, &mut out);
        out.push(' ');
    }
    out
}

fn kind(o: &Observation) -> Option<Kind> {
    if o.rank.is_some() {
        return Some(Kind::Rank);
    }
    o.number?;
    Some(match o.unit.as_deref()? {
        "VND" | "USD" | "EUR" | "JPY" | "CNY" | "KRW" | "GBP" => Kind::Money,
        "%" | "‰" => Kind::Share,
        "times" | "bậc" | "điểm phần trăm" => return None,
        "tonne" | "tạ" | "kg" | "ha" | "km" | "m" | "m2" | "m3" | "km2" | "kWh" | "MWh" | "GWh" | "MW" => {
            Kind::Measure
        }
        unit if unit.contains('/') => Kind::Money,
        _ => Kind::Count,
    })
}
