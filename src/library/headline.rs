//! Which figures of a report stand at its head, and why.
//!
//! The rule: what cannot stand alone is no headline ([`Refusal`]); of what can, each figure has its reasons
//! ([`Reason`]) and their sum; the best comes first, and then always the best of those left, where a sector, a paragraph
//! or a subject that has had its turn counts against a figure. What is not worth a place by its own reasons gets none.
//! Before that, a figure that is told twice is one, and an estimate of what is told as reached gives way to it. Equals keep
//! the order of the text, so that the same report has the same headlines everywhere.

use super::Figure;
use super::merit::{Frame, Reason, Refusal, reasons, refusal};
use super::words::{Words, overlap};
use crate::lexicon::digest;
use crate::model::{Observation, Report, Sector, Status};

/// How many headline figures there are at most.
pub const HEADLINES: usize = 8;

/// What a figure's own reasons must come to.
const WORTH: i32 = 3;

/// From this share of common words on two names mean the same.
const SAME_NAME: f64 = 0.6;

/// A headline: a figure, why it is one, and where else the report tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline<'a> {
    /// The figure.
    pub figure: Figure<'a>,
    /// What speaks for its place and what against it. A reason stands here as often as it holds.
    pub reasons: Vec<Reason>,
    /// The same told once more: in the title, or further down.
    pub also: Vec<Figure<'a>>,
}

impl Headline<'_> {
    /// The sum of the reasons.
    pub fn rank(&self) -> i32 {
        self.reasons.iter().map(|reason| reason.weight()).sum()
    }
}

/// A figure that can be a headline.
struct Candidate<'a> {
    headline: Headline<'a>,
    words: Words,
    /// The paragraph it stands in.
    block: usize,
}

impl<'a> Candidate<'a> {
    fn observation(&self) -> &'a Observation {
        self.headline.figure.observation
    }

    /// The words of the name from its subject on: "tổng số hộ nghèo" is of "hộ nghèo".
    fn subject(&self) -> impl Iterator<Item = &str> + Clone {
        let hollow = self.words.iter().take_while(|word| digest::HOLLOW.contains(word)).count();
        self.words.iter().skip(hollow.min(self.words.len().saturating_sub(2)))
    }
}

/// The headline figures of a report, at most `limit`, the first first.
pub fn headline(report: &Report, limit: usize) -> Vec<Headline<'_>> {
    let frame = Frame::new(report);
    let mut left: Vec<Candidate<'_>> = Vec::new();
    for figure in Figure::all_of(report) {
        let o = figure.observation;
        let words = Words::new(o.indicator.as_deref().unwrap_or_default());
        if refusal(o, &words).is_some() {
            continue;
        }
        let block = report.blocks.partition_point(|block| block.range().end <= o.at);
        let headline = Headline { figure, reasons: reasons(o, &words, &frame), also: Vec::new() };
        let new = Candidate { headline, words, block };
        match left.iter().position(|known| is_same(known, &new)) {
            Some(at) => merge(&mut left[at], new),
            None => left.push(new),
        }
    }
    let gives_way: Vec<bool> = left.iter().map(|c| left.iter().any(|actual| is_reached(c, actual))).collect();
    let mut gives_way = gives_way.into_iter();
    left.retain(|_| !gives_way.next().unwrap_or_default());
    choose(left, limit)
}

/// Why an observation can be no headline of its report; `None` where it can be one.
pub fn refused(o: &Observation) -> Option<Refusal> {
    refusal(o, &Words::new(o.indicator.as_deref().unwrap_or_default()))
}

fn choose(mut left: Vec<Candidate<'_>>, limit: usize) -> Vec<Headline<'_>> {
    let mut chosen = Vec::new();
    while chosen.len() < limit {
        let worth = |candidate: &Candidate<'_>| -> i32 {
            candidate.headline.reasons.iter().filter(|reason| reason.is_own()).map(|reason| reason.weight()).sum()
        };
        left.retain(|candidate| worth(candidate) >= WORTH);
        // Equals keep the order of the text: only a better one takes the place.
        let Some(best) = (0..left.len()).rev().max_by_key(|&at| left[at].headline.rank()) else { break };
        let next = left.remove(best);
        for candidate in &mut left {
            let taken = again(candidate, &next);
            candidate.headline.reasons.extend(taken.into_iter().flatten());
        }
        chosen.push(next.headline);
    }
    // What had its turn may have pushed a result behind a target; a target is never told before a result.
    chosen.sort_by_key(|headline| headline.reasons.contains(&Reason::Target));
    chosen
}

/// What a headline before it takes from a figure.
fn again(candidate: &Candidate<'_>, before: &Candidate<'_>) -> [Option<Reason>; 2] {
    let (sector, of) = (candidate.observation().sector, before.observation().sector);
    let turn = match sector {
        // "Everything else" is no sector; there a paragraph is what a field is.
        Sector::Other => (candidate.block == before.block).then_some(Reason::ParagraphAgain),
        _ => (sector == of).then_some(Reason::SectorAgain),
    };
    let (a, b) = (candidate.subject(), before.subject());
    let subject =
        a.clone().take(2).eq(b.clone().take(2)) && overlap(&a.collect::<Vec<_>>(), &b.collect::<Vec<_>>()) >= SAME_NAME;
    [turn, subject.then_some(Reason::SubjectAgain)]
}

/// Whether two tellings are of one figure: the same values of the same name, and of the same time, unless one of them is
/// the title, which is short of words.
fn is_same(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let (x, y) = (a.observation(), b.observation());
    let sizes = |o: &Observation| o.change.as_ref().map(|c| (c.direction, c.number, c.from, c.to));
    if (x.number, x.high, &x.unit) != (y.number, y.high, &y.unit) || x.rank != y.rank || x.ratio != y.ratio {
        return false;
    }
    let title = in_title(a) || in_title(b);
    // A level needs no second telling of its change; a change alone is nothing else.
    let changes = sizes(x) == sizes(y) || x.number.is_some() && (x.change.is_none() || y.change.is_none());
    let times = x.status == y.status && x.period.map(|p| p.end().year()) == y.period.map(|p| p.end().year());
    if !changes || !times && !title {
        return false;
    }
    let (one, other): (Vec<&str>, Vec<&str>) = (a.words.iter().collect(), b.words.iter().collect());
    overlap(&one, &other) >= SAME_NAME || x.ratio.is_some() && one.iter().take(2).eq(other.iter().take(2))
}

fn in_title(candidate: &Candidate<'_>) -> bool {
    candidate.headline.reasons.contains(&Reason::InTitle)
}

/// Keeps the fuller telling: the text before the title, then the one that more speaks for.
fn merge<'a>(known: &mut Candidate<'a>, mut new: Candidate<'a>) {
    let title = in_title(known);
    if title || !in_title(&new) && new.headline.rank() > known.headline.rank() {
        std::mem::swap(known, &mut new);
    }
    let title = title || in_title(&new);
    let kept = &mut known.headline;
    if title && !kept.reasons.contains(&Reason::InTitle) {
        kept.reasons.push(Reason::InTitle);
    }
    if !kept.reasons.contains(&Reason::ToldAgain) {
        kept.reasons.push(Reason::ToldAgain);
    }
    kept.also.push(new.headline.figure);
    kept.also.append(&mut new.headline.also);
}

/// Whether what is estimated or wished here is told as reached there: the same name, unit and year.
fn is_reached(candidate: &Candidate<'_>, actual: &Candidate<'_>) -> bool {
    let (x, y) = (candidate.observation(), actual.observation());
    x.status != Status::Actual
        && y.status == Status::Actual
        && x.unit == y.unit
        && candidate.words == actual.words
        && x.period.map(|p| p.end().year()) == y.period.map(|p| p.end().year())
}

#[cfg(test)]
mod tests;
