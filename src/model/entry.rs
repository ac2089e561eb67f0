//! What a report tells besides numbers: events, references, people and tasks.

use serde::{Deserialize, Serialize};

use super::{Period, Sector, codes};

codes! {
    /// What sort of happening an event is.
    EventKind {
        /// Hội nghị, đại hội, kỳ họp.
        Meeting = "meeting",
        /// A legal act with its date.
        Act = "act",
        /// Khai trương, ra mắt, công bố, thành lập.
        Launch = "launch",
        /// Hoàn thành, đạt, lần đầu tiên.
        Milestone = "milestone",
        /// What is set to happen.
        Plan = "plan",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// What sort of document or programme a reference names.
    ReferenceKind {
        /// Quyết định.
        Decision = "decision",
        /// Chỉ thị.
        Directive = "directive",
        /// Luật, Bộ luật, Pháp lệnh.
        Law = "law",
        /// Nghị quyết.
        Resolution = "resolution",
        /// Nghị định.
        Decree = "decree",
        /// Thông tư.
        Circular = "circular",
        /// Chương trình, Đề án, Dự án.
        Programme = "programme",
        /// Chiến lược.
        Strategy = "strategy",
        /// Báo cáo.
        Report = "report",
        /// Kế hoạch, Quy hoạch, Công điện, …
        Other = "other",
    }
}

/// Something that happened, or is set to happen, at a told time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Stable within its report: `e1`, …
    pub id: String,
    /// The clause that tells it.
    pub quote: String,
    /// Where the quote starts, in code points.
    pub at: usize,
    /// As precise as told; `None` where the text leaves it open.
    #[serde(default)]
    pub date: Option<Period>,
    /// A short noun phrase.
    pub title: String,
    /// What sort of happening.
    pub kind: EventKind,
    /// Sector.
    pub sector: Sector,
}

/// A legal act, or a named programme, strategy or report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// Stable within its report: `r1`, …
    pub id: String,
    /// The name as written, with number and date.
    pub quote: String,
    /// Where the quote starts, in code points.
    pub at: usize,
    /// What sort of document.
    pub kind: ReferenceKind,
    /// `362/QĐ-TTg`.
    #[serde(default)]
    pub number: Option<String>,
    /// Date of the document.
    #[serde(default)]
    pub date: Option<Period>,
    /// What it is about, or its name.
    #[serde(default)]
    pub title: Option<String>,
}

/// A person, with the offices told of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Stable within its report: `p1`, …
    pub id: String,
    /// The name as first written.
    pub quote: String,
    /// Where the quote starts, in code points.
    pub at: usize,
    /// The name.
    pub name: String,
    /// Offices, in the text's words.
    pub roles: Vec<String>,
}

/// What the report says is to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Stable within its report: `t1`, …
    pub id: String,
    /// The clause that names it.
    pub quote: String,
    /// Where the quote starts, in code points.
    pub at: usize,
    /// Sector.
    pub sector: Sector,
    /// By when.
    #[serde(default)]
    pub horizon: Option<Period>,
}
