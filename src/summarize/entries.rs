//! What a report tells besides figures: walks the sentences in the order of the text and asks for people, references,
//! events and tasks. Holds what one sentence leaves for the next: the day of the meeting that is spoken of, whether a
//! section or a paragraph says what is to be done, and the office above a signature.

use std::ops::Range;

use super::Found;
use super::context::{Context, sector_of};
use super::{events, meeting, people, references, tasks};
use crate::lexicon::{Class, Mask};
use crate::model::{BlockKind, Period, Sector};
use crate::rules::{Scene, Value};
use crate::text::Span;

/// What one sentence leaves for the next.
#[derive(Debug, Default)]
pub struct Telling {
    /// The day of the meeting that the report is about.
    pub meeting: Option<Period>,
    /// A clause that speaks of a meeting without its day, kept until the end.
    pub undated: Option<(Span, Sector)>,
    /// A heading that tells the day of a meeting.
    pub headed: Option<(Span, Period)>,
    /// How many sentences were read.
    pub sentences: usize,
    /// The level of the heading under which everything is to be done.
    pub ahead: Option<u8>,
    /// The period that this heading names.
    pub horizon: Option<Period>,
    /// The last years or months that such a sentence told.
    pub spoken: Option<Period>,
    /// Whether a sentence of the same paragraph said that something is to be done.
    pub directed: bool,
    /// Whether the block before ended by announcing a list of what is to be done.
    pub announced: bool,
    /// Whether the line was told behind which a resolution resolves.
    pub resolves: bool,
    /// The office that stands alone on the line before.
    pub signing: Option<Span>,
    /// The office that the name on this line is signed with.
    pub signed: Option<Span>,
}

/// A sentence with all that is needed to read it.
#[derive(Clone)]
pub struct Sentence<'s, 't> {
    /// The block.
    pub scene: &'s Scene<'t>,
    /// Its nodes.
    pub range: Range<usize>,
    /// What the block is.
    pub block: BlockKind,
}

/// Marks that end a clause.
pub const HARD: Mask = Mask::of(&[Class::Semicolon, Class::Dot]);
const EDGE: Mask = Mask::of(&[
    Class::Comma,
    Class::Semicolon,
    Class::Dot,
    Class::Colon,
    Class::Dash,
    Class::Conjunction,
    Class::QuoteMark,
    Class::OtherMark,
    Class::Slash,
    Class::Close,
]);
const END: Mask =
    Mask::of(&[Class::Comma, Class::Semicolon, Class::Dot, Class::Colon, Class::Dash, Class::Conjunction]);

impl Sentence<'_, '_> {
    /// Whether a node is of a class.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.range.contains(&at) && self.scene.nodes[at].mask.has(class)
    }

    /// The first node of a class in a run.
    pub fn find(&self, run: Range<usize>, class: Class) -> Option<usize> {
        run.into_iter().find(|&i| self.scene.nodes[i].mask.has(class))
    }

    /// The argument of a node in a class.
    pub fn arg(&self, at: usize, class: Class) -> Option<i32> {
        self.scene.arg(self.scene.nodes.get(at)?, class)
    }

    /// Whether a node is a verb with what leads to it; `true` inside where it is surely one.
    pub fn action(&self, at: usize) -> Option<bool> {
        match self.scene.value(self.scene.nodes.get(at)?)? {
            Value::Action(sure) => Some(sure),
            _ => None,
        }
    }

    /// Where a run stands without the marks at its ends.
    pub fn span(&self, run: Range<usize>) -> Option<Span> {
        let nodes = &self.scene.nodes;
        let (mut start, mut end) = (run.start, run.end);
        while start < end && nodes[start].mask.meets(EDGE) {
            start += 1;
        }
        while end > start && nodes[end - 1].mask.meets(END) {
            end -= 1;
        }
        (start < end).then(|| self.scene.span_of(&nodes[start..end]))
    }

    /// The sector that a run tells, else that of the paragraph, else that of the report.
    pub fn sector(&self, run: Range<usize>, context: &Context) -> Sector {
        self.scene.nodes[run]
            .iter()
            .find_map(|n| sector_of(self.scene, n))
            .or(context.section)
            .unwrap_or(context.sector)
    }

    /// The parts between marks that end a clause.
    pub fn clauses(&self) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = self.range.start;
        for at in self.range.clone() {
            if self.scene.nodes[at].mask.meets(HARD) {
                clauses.push(start..at);
                start = at + 1;
            }
        }
        clauses.push(start..self.range.end);
        clauses.retain(|c| !c.is_empty());
        clauses
    }
}

impl Telling {
    /// Whether the report has hardly begun: its own meeting is told at the top.
    pub fn opened(&self) -> bool {
        self.sentences <= 6
    }
}

/// Enters a block.
pub fn enter(scene: &Scene<'_>, block: BlockKind, context: &Context, telling: &mut Telling) {
    telling.directed = false;
    telling.spoken = None;
    tasks::enter(scene, block, context, telling);
    people::enter(scene, telling);
}

/// Finds the entries of one sentence.
pub fn collect(sentence: &Sentence<'_, '_>, context: &mut Context, telling: &mut Telling, found: &mut Found) {
    telling.sentences += 1;
    people::collect(sentence, found);
    people::signature(sentence, telling, found);
    if matches!(sentence.block, BlockKind::Byline) {
        return;
    }
    references::collect(sentence, context, found);
    if sentence.block == BlockKind::Title {
        return;
    }
    let tasks = tasks::collect(sentence, context, telling, found);
    events::collect(sentence, tasks, context, telling, found);
}

/// Ends the report: a meeting that no clause gave a day.
pub fn finish(text: &str, context: &Context, telling: &Telling, found: &mut Found) {
    meeting::finish(text, context, telling, found);
    events::due(text, found);
}
