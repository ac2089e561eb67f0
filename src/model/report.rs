//! A report and its parts: the object that the command line prints and the page embeds.

use serde::{Deserialize, Serialize};

use super::{Area, Event, Observation, Period, Person, Reference, Task, codes};

/// The version of the public JSON format that these types write. A reader that meets another shows nothing.
pub const FORMAT_VERSION: u32 = 1;

codes! {
    /// What a block of the text is.
    BlockKind {
        /// The title of the report.
        Title = "title",
        /// A heading above paragraphs.
        Heading = "heading",
        /// Running text.
        Paragraph = "paragraph",
        /// The line under a picture.
        Caption = "caption",
        /// An item of a list.
        ListItem = "list_item",
        /// Who wrote it, where it came from.
        Byline = "byline",
        /// What the web page put around the report.
        Boilerplate = "boilerplate",
    }
}

/// A run of the text with one purpose. Blocks are in order and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it starts, in code points.
    pub at: usize,
    /// How long it is, in code points.
    pub length: usize,
}

impl Block {
    /// Its code points. Data from outside may claim any place; the end is then the last there is.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.at..self.at.saturating_add(self.length)
    }
}

/// What is known of the report as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Base name of the file without its ending; `None` for text that came from no file.
    #[serde(default)]
    pub file: Option<String>,
    /// SHA-256 of the bytes read, in lower-case hexadecimal.
    pub sha256: String,
    /// Language of the text: `vi`.
    pub language: String,
    /// Title.
    #[serde(default)]
    pub title: Option<String>,
    /// Day or month of publication.
    #[serde(default)]
    pub published: Option<Period>,
    /// The paper or office that the text names as its source.
    #[serde(default)]
    pub publisher: Option<String>,
    /// By-line.
    #[serde(default)]
    pub author: Option<String>,
    /// Reference period of the report as a whole.
    #[serde(default)]
    pub period: Option<Period>,
    /// The place that reports.
    #[serde(default)]
    pub area: Option<Area>,
    /// Where the text was published.
    #[serde(default)]
    pub source_url: Option<String>,
}

impl Meta {
    /// The date by which a report is known and put in order: of publication, else the period that it tells of.
    pub fn dated(&self) -> Option<Period> {
        self.published.or(self.period)
    }
}

/// Something seen and not understood, or understood with doubt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// `unread_number`, `ambiguous_unit`, …
    pub kind: String,
    /// The words in question.
    pub quote: String,
    /// Where they start, in code points.
    pub at: usize,
    /// A sentence for a person.
    pub message: String,
}

/// One report: its text, and everything that was read from it.
///
/// For every entry `text[at .. at + quote.len()] == quote`, counted in code points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`FORMAT_VERSION`].
    pub version: u32,
    /// Stable: the same text gives the same id.
    pub id: String,
    /// The report as a whole.
    pub meta: Meta,
    /// UTF-8, NFC, line ends `\n`; else as the source has it.
    pub text: String,
    /// What the runs of the text are.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Observations, in the order of the text.
    #[serde(default)]
    pub observations: Vec<Observation>,
    /// Events.
    #[serde(default)]
    pub events: Vec<Event>,
    /// References.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// People.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Tasks.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// What was seen and not understood.
    #[serde(default)]
    pub diagnostics: Vec<Diagnostic>,
}
