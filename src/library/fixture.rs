//! Reports for the unit tests of this room and of later ones.

use crate::model::{Bound, Change, Direction, Meta, Number, Observation, Report, Sector, Status};

/// A report with a text and nothing else.
pub(crate) fn report(id: &str, text: &str) -> Report {
    Report {
        version: 1,
        id: id.into(),
        meta: Meta {
            file: None,
            sha256: String::new(),
            language: "vi".into(),
            title: None,
            published: None,
            publisher: None,
            author: None,
            period: None,
            area: None,
            source_url: None,
        },
        text: text.into(),
        blocks: vec![],
        observations: vec![],
        events: vec![],
        references: vec![],
        people: vec![],
        tasks: vec![],
        diagnostics: vec![],
    }
}

/// A plain observation of one quote.
pub(crate) fn observation(id: &str, quote: &str, at: usize, sector: Sector) -> Observation {
    Observation {
        id: id.into(),
        quote: quote.into(),
        at,
        indicator: None,
        number: None,
        high: None,
        bound: Bound::Exact,
        unit: None,
        change: None,
        rank: None,
        ratio: None,
        status: Status::Actual,
        period: None,
        area: None,
        sector,
        rules: vec![],
    }
}

/// A change by so much, against nothing that is told.
pub(crate) fn change(direction: Direction, size: f64, unit: &str) -> Change {
    Change {
        direction,
        number: Number::new(size),
        high: None,
        unit: Some(unit.into()),
        from: None,
        to: None,
        against: None,
        bound: None,
    }
}
