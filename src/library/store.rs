//! A library as a small index and one file for each report, so that a site of thousands loads only what is opened.
//!
//! The index holds a card of each report: what a list shows of it. A report's file holds the report as `tongket parse`
//! prints it. Both are read back by the same reader as the one-page form ([`Collection`](super::Collection)). Pure: from
//! values to texts and back; where the texts are kept is not known here.
//!
//! The order of the cards is told by the reports alone, newest first and then by id, so that it does not matter in which
//! order they came: putting one more report into an index gives the bytes that the whole folder would give.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::collection::{ReadError, checked, day_of, object};
use super::json::{Fields, Reader};
use super::read::{CARD, REPORT};
use super::{Coverage, coverage, headline, report_title};
use crate::model::{Area, FORMAT_VERSION, Observation, Period, Report};

/// How many headline figures a card holds.
pub const CARD_HEADLINES: usize = 3;

/// What a list shows of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Its title, or its first words.
    pub title: String,
    /// When it was published.
    pub published: Option<Period>,
    /// Who published it.
    pub publisher: Option<String>,
    /// What it reports on.
    pub period: Option<Period>,
    /// The place that reports.
    pub area: Option<Area>,
    /// How much it tells.
    pub counts: Counts,
    /// How much of it was read.
    pub coverage: Coverage,
    /// Its first headline figures, without the names of their rules.
    #[serde(serialize_with = "slim")]
    pub headlines: Vec<Observation>,
}

/// How many entries a report has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Figures.
    pub observations: usize,
    /// Events.
    pub events: usize,
    /// Tasks.
    pub tasks: usize,
}

impl Counts {
    /// The counts of a report.
    pub fn of(report: &Report) -> Self {
        Self { observations: report.observations.len(), events: report.events.len(), tasks: report.tasks.len() }
    }
}

/// The cards of a library.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    /// Newest first, then by id.
    pub cards: Vec<Card>,
}

impl Card {
    /// The card of a report.
    pub fn new(report: &Report) -> Self {
        let meta = &report.meta;
        let first = headline(report, CARD_HEADLINES);
        let without_rules = |o: &Observation| Observation { rules: Vec::new(), ..o.clone() };
        Self {
            id: report.id.clone(),
            title: report_title(report),
            published: meta.published,
            publisher: meta.publisher.clone(),
            period: meta.period,
            area: meta.area.clone(),
            counts: Counts::of(report),
            coverage: coverage(report),
            headlines: first.iter().map(|headline| without_rules(headline.figure.observation)).collect(),
        }
    }

    /// Where it stands in the index.
    fn place(&self) -> impl Ord + '_ {
        (std::cmp::Reverse(day_of(self.published.or(self.period))), &self.id)
    }
}

impl Index {
    /// The index of some reports.
    pub fn new<'a>(reports: impl IntoIterator<Item = &'a Report>) -> Self {
        Self::of(reports.into_iter().map(Card::new).collect())
    }

    /// The index of some cards, in any order.
    pub fn of(mut cards: Vec<Card>) -> Self {
        cards.sort_by(|a, b| a.place().cmp(&b.place()));
        Self { cards }
    }

    /// Puts a card in its place, for the one of the same id if there is one.
    pub fn put(&mut self, card: Card) {
        self.cards.retain(|known| known.id != card.id);
        let at = self.cards.partition_point(|known| known.place() < card.place());
        self.cards.insert(at, card);
    }

    /// The index as JSON, a card a line, so that one more report is one more line.
    pub fn to_json(&self) -> String {
        let lines: Vec<String> =
            self.cards.iter().map(|card| serde_json::to_string(card).unwrap_or_default()).collect();
        format!("{{\"version\":{FORMAT_VERSION},\"reports\":[\n{}\n]}}\n", lines.join(",\n"))
    }

    /// Reads an index.
    ///
    /// # Errors
    /// When it is none, or of another version.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        let mut fields = object(json)?;
        let mut reader = Reader::default();
        let version = reader.number(&mut fields, "version") as u32;
        let cards = reader.list(&mut fields, "reports", CARD);
        checked(&[version], reader, Self { cards })
    }
}

/// The file of a report, as `tongket parse` prints it.
pub fn report_json(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default() + "\n"
}

/// Reads the file of a report.
///
/// # Errors
/// When it is none, or of another version.
pub fn read_report(json: &str) -> Result<Report, ReadError> {
    let mut fields: Fields<'_> = object(json)?;
    let mut reader = Reader::default();
    let report = REPORT(&mut reader, &mut fields);
    checked(&[report.version], reader, report)
}

/// Where a report's file lies beside the index.
pub fn report_path(id: &str) -> String {
    format!("reports/{}.json", safe_name(id))
}

/// An id as a part of a path. An id may hold anything; a file's name holds letters, digits and hyphens. Different ids have
/// different names.
pub fn safe_name(id: &str) -> String {
    use std::fmt::Write;
    let mut name = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' {
            name.push(char::from(byte));
        } else {
            // Small hexadecimal digits: two names never differ by the size of a letter only.
            let _ = write!(name, "_{byte:02x}");
        }
    }
    name
}

/// Observations without what they leave open.
fn slim<S: Serializer>(all: &[Observation], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(all.iter().map(|o| without_nothing(serde_json::to_value(o).unwrap_or_default())))
}

fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()))
            .map(|(key, value)| (key, without_nothing(value)))
            .collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{change, observation, report};
    use super::super::{Collection, HEADLINES};
    use super::*;
    use crate::model::{Direction, Number, Sector};

    fn told(id: &str, published: &str) -> Report {
        let mut r = report(id, "Doanh thu đạt 5 tỷ.");
        r.meta.published = published.parse().ok();
        let mut o = observation("o1", "5 tỷ", 14, Sector::Post);
        o.indicator = Some("Doanh thu bưu chính".into());
        (o.number, o.unit) = (Number::new(5e9), Some("VND".into()));
        o.change = Some(change(Direction::Up, 1.5, "%"));
        r.observations = vec![o];
        r
    }

    #[test]
    fn the_index_comes_back_as_it_was() {
        let index = Index::new(&[told("a", "2021-01-12"), told("b", "2023-12")]);
        let json = index.to_json();
        assert_eq!(Index::read(&json), Ok(index.clone()));
        assert_eq!(json.lines().count(), 4, "a card a line");
        assert!(!json.contains("null") || !json.contains("\"rank\":null"), "{json}");
        let ids: Vec<_> = index.cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, ["b", "a"], "newest first");
        assert_eq!(Index::read(&Index::default().to_json()), Ok(Index::default()));
        const { assert!(CARD_HEADLINES <= HEADLINES) };
    }

    #[test]
    fn a_report_comes_back_in_both_forms_as_the_same() {
        let all = Collection::new(vec![told("a", "2021-01-12")]);
        let split = read_report(&report_json(&all.reports[0]));
        assert_eq!(split.as_ref(), Collection::read(&all.to_embedded_json()).as_ref().map(|all| &all.reports[0]));
        assert_eq!(split, Ok(all.reports[0].clone()));
    }

    #[test]
    fn one_more_report_gives_what_all_of_them_give() {
        let reports = [told("a", "2021-01-12"), told("c", "2021-01-12"), told("b", "2023-12"), told("d", "2020")];
        let mut index = Index::new(&reports[..3]);
        index.put(Card::new(&reports[3]));
        assert_eq!(index.to_json(), Index::new(&reports).to_json());
        let mut newer = reports[1].clone();
        newer.meta.title = Some("Tiêu đề".into());
        index.put(Card::new(&newer));
        assert_eq!(index.cards.len(), 4);
        assert_eq!(index.cards[2].title, "Tiêu đề");
    }

    #[test]
    fn what_is_no_store_says_so() {
        assert_eq!(Index::read(" "), Err(ReadError::Empty));
        assert_eq!(Index::read(r#"{"version":2,"cards":[]}"#), Err(ReadError::Version(2)));
        assert_eq!(Index::read(r#"{"version":0,"reports":[]}"#), Err(ReadError::Version(0)));
        assert_eq!(read_report(r#"{"version":2}"#), Err(ReadError::Version(2)));
        assert!(matches!(read_report("{"), Err(ReadError::Broken(_))));
        assert!(matches!(read_report(r#"{"version":1}"#), Err(ReadError::Broken(_))));
        assert!(matches!(Index::read(r#"{"version":1,"reports":[{"id":5}]}"#), Err(ReadError::Broken(_))));
    }

    #[test]
    fn an_id_is_a_safe_name() {
        assert_eq!(report_path("an-giang-2021-01-12"), "reports/an-giang-2021-01-12.json");
        assert_eq!(report_path("../A b"), "reports/_2e_2e_2f_41_20b.json");
        assert_ne!(report_path("A"), report_path("a"));
        assert_ne!(report_path("_41"), report_path("A"));
    }
}
