//! Where the clause of a figure begins and ends, and what stands in it.

use std::ops::Range;

use crate::lexicon::{Class, Mask};
use crate::rules::{ChangeValue, Scene, Value};

/// Facts that tell a figure.
pub const FIGURES: Mask = Mask::of(&[Class::Quantity, Class::Change, Class::Rank, Class::Ratio]);
const HARD: Mask = Mask::of(&[Class::Semicolon, Class::Dot]);
const SOFT: Mask = Mask::of(&[Class::Comma, Class::Open, Class::Close, Class::Conjunction]);

/// The clause of the figure at `at`: back to the figure before it or to a semicolon, on to the next figure or mark.
pub fn around(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let nodes = &scene.nodes;
    // "doanh thu rơi xuống dưới 3%": a change without a size leads to its level.
    let leads =
        |i: usize| matches!(scene.value(&nodes[i]), Some(Value::Change(ChangeValue { size: None, from: None, .. })));
    let start = (sentence.start..at)
        .rev()
        .find(|&i| nodes[i].mask.meets(HARD) || nodes[i].mask.meets(FIGURES) && !leads(i))
        .map_or(sentence.start, |i| i + 1);
    let end = (at + 1..sentence.end)
        .find(|&i| nodes[i].mask.meets(HARD) || nodes[i].mask.meets(FIGURES))
        .unwrap_or(sentence.end);
    start..end
}

/// Whether a run of nodes names something new: a noun phrase behind its last comma.
pub fn names_something(scene: &Scene<'_>, run: Range<usize>) -> bool {
    let nodes = scene.run_of(run);
    let from = nodes.iter().rposition(|n| n.mask.meets(SOFT)).map(|i| i + 1);
    match from {
        // Without a comma what follows a level belongs to it.
        None => false,
        Some(from) => nodes[from..].iter().any(|n| n.mask.has(Class::Content)),
    }
}
