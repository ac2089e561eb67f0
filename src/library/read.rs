//! From the tree of JSON to the model, field by field: what serde's derive does for the command line, in a fraction of
//! its weight. That the two read the same is held by a test over all reports that ship.

use super::Coverage;
use super::json::{Fields, Read, Reader};
use super::store::{Card, Counts};
use crate::model::{
    Area, Block, BlockKind, Bound, Change, Diagnostic, Direction, Event, EventKind, Meta, Number, Observation, Period,
    Person, Rank, Ratio, Reference, ReferenceKind, Report, Sector, Status, Task,
};

/// Reads a report.
pub(super) const REPORT: Read<Report> = |reader, from| Report {
    version: reader.number(from, "version") as u32,
    id: reader.text(from, "id"),
    meta: reader.object(from, "meta", meta),
    text: reader.text(from, "text"),
    blocks: reader.list(from, "blocks", block),
    observations: reader.list(from, "observations", observation),
    events: reader.list(from, "events", event),
    references: reader.list(from, "references", reference),
    people: reader.list(from, "people", person),
    tasks: reader.list(from, "tasks", task),
    diagnostics: reader.list(from, "diagnostics", diagnostic),
};

/// Reads a card of the index.
pub(super) const CARD: Read<Card> = |reader, from| Card {
    id: reader.text(from, "id"),
    title: reader.text(from, "title"),
    published: period(reader, from, "published"),
    publisher: reader.maybe(from, "publisher"),
    period: period(reader, from, "period"),
    area: area(reader, from),
    counts: reader.object(from, "counts", |reader, from| Counts {
        observations: place(reader, from, "observations"),
        events: place(reader, from, "events"),
        tasks: place(reader, from, "tasks"),
    }),
    coverage: reader.object(from, "coverage", |reader, from| Coverage {
        numbers: place(reader, from, "numbers"),
        read: place(reader, from, "read"),
    }),
    headlines: reader.list(from, "headlines", observation),
};

fn meta(reader: &mut Reader, from: &mut Fields<'_>) -> Meta {
    Meta {
        file: reader.maybe(from, "file"),
        sha256: reader.text(from, "sha256"),
        language: reader.text(from, "language"),
        title: reader.maybe(from, "title"),
        published: period(reader, from, "published"),
        publisher: reader.maybe(from, "publisher"),
        author: reader.maybe(from, "author"),
        period: period(reader, from, "period"),
        area: area(reader, from),
        source_url: reader.maybe(from, "source_url"),
    }
}

fn block(reader: &mut Reader, from: &mut Fields<'_>) -> Block {
    Block {
        kind: reader.code(from, "kind", BlockKind::ALL, BlockKind::from_code),
        at: place(reader, from, "at"),
        length: place(reader, from, "length"),
    }
}

fn observation(reader: &mut Reader, from: &mut Fields<'_>) -> Observation {
    Observation {
        id: reader.text(from, "id"),
        quote: reader.text(from, "quote"),
        at: place(reader, from, "at"),
        indicator: reader.maybe(from, "indicator"),
        number: number(reader, from, "number"),
        high: number(reader, from, "high"),
        bound: reader.code(from, "bound", Bound::ALL, Bound::from_code),
        unit: reader.maybe(from, "unit"),
        change: reader.maybe_object(from, "change", change),
        rank: reader.maybe_object(from, "rank", rank),
        ratio: reader.maybe_object(from, "ratio", ratio),
        status: reader.code(from, "status", Status::ALL, Status::from_code),
        period: period(reader, from, "period"),
        area: area(reader, from),
        sector: sector(reader, from),
        rules: reader.texts(from, "rules").into_iter().map(Into::into).collect(),
    }
}

fn change(reader: &mut Reader, from: &mut Fields<'_>) -> Change {
    Change {
        direction: reader.code(from, "direction", Direction::ALL, Direction::from_code),
        number: number(reader, from, "number"),
        high: number(reader, from, "high"),
        unit: reader.maybe(from, "unit"),
        from: number(reader, from, "from"),
        to: number(reader, from, "to"),
        against: period(reader, from, "against"),
        bound: reader.maybe_form(from, "bound", "one of its codes", Bound::from_code),
    }
}

fn rank(reader: &mut Reader, from: &mut Fields<'_>) -> Rank {
    Rank {
        position: certain(reader, from, "position"),
        of: number(reader, from, "of"),
        scope: reader.maybe(from, "scope"),
    }
}

fn ratio(reader: &mut Reader, from: &mut Fields<'_>) -> Ratio {
    Ratio { part: certain(reader, from, "part"), whole: certain(reader, from, "whole") }
}

fn event(reader: &mut Reader, from: &mut Fields<'_>) -> Event {
    Event {
        id: reader.text(from, "id"),
        quote: reader.text(from, "quote"),
        at: place(reader, from, "at"),
        date: period(reader, from, "date"),
        title: reader.text(from, "title"),
        kind: reader.code(from, "kind", EventKind::ALL, EventKind::from_code),
        sector: sector(reader, from),
    }
}

fn reference(reader: &mut Reader, from: &mut Fields<'_>) -> Reference {
    Reference {
        id: reader.text(from, "id"),
        quote: reader.text(from, "quote"),
        at: place(reader, from, "at"),
        kind: reader.code(from, "kind", ReferenceKind::ALL, ReferenceKind::from_code),
        number: reader.maybe(from, "number"),
        date: period(reader, from, "date"),
        title: reader.maybe(from, "title"),
    }
}

fn person(reader: &mut Reader, from: &mut Fields<'_>) -> Person {
    Person {
        id: reader.text(from, "id"),
        quote: reader.text(from, "quote"),
        at: place(reader, from, "at"),
        name: reader.text(from, "name"),
        roles: reader.texts(from, "roles"),
    }
}

fn task(reader: &mut Reader, from: &mut Fields<'_>) -> Task {
    Task {
        id: reader.text(from, "id"),
        quote: reader.text(from, "quote"),
        at: place(reader, from, "at"),
        sector: sector(reader, from),
        horizon: period(reader, from, "horizon"),
    }
}

fn diagnostic(reader: &mut Reader, from: &mut Fields<'_>) -> Diagnostic {
    Diagnostic {
        kind: reader.text(from, "kind"),
        quote: reader.text(from, "quote"),
        at: place(reader, from, "at"),
        message: reader.text(from, "message"),
    }
}

/// A place or a length in code points.
fn place(reader: &mut Reader, from: &mut Fields<'_>, key: &'static str) -> usize {
    reader.number(from, key) as usize
}

/// JSON holds finite numbers only, so none is lost here.
fn number(reader: &mut Reader, from: &mut Fields<'_>, key: &'static str) -> Option<Number> {
    reader.maybe_number(from, key).and_then(Number::new)
}

fn certain(reader: &mut Reader, from: &mut Fields<'_>, key: &'static str) -> Number {
    Number::new(reader.number(from, key)).unwrap_or(Number::from(0))
}

pub(super) fn period(reader: &mut Reader, from: &mut Fields<'_>, key: &'static str) -> Option<Period> {
    reader.maybe_form(from, key, "a period such as 2020, 2021-S1 or 2016/2020", |text| text.parse().ok())
}

pub(super) fn area(reader: &mut Reader, from: &mut Fields<'_>) -> Option<Area> {
    reader.maybe_form(from, "area", "an area such as VN, VN-44 or world", Area::from_code)
}

pub(super) fn sector(reader: &mut Reader, from: &mut Fields<'_>) -> Sector {
    reader.code(from, "sector", Sector::ALL, Sector::from_code)
}
