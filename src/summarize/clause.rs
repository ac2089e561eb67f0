//! Where the clause of a figure begins and ends, and what stands in it.

use std::ops::Range;

use super::phrase::{has_head, is_noun};
use crate::lexicon::{Class, Mask};
use crate::model::Bound;
use crate::rules::{ChangeValue, Scene, UnitKind, Value};

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

/// Where a clause starts that a measure only seems to part: "giá trị sản phẩm thu hoạch trên 1 ha đất trồng trọt đạt …".
pub fn behind_base(scene: &Scene<'_>, sentence: &Range<usize>, start: usize) -> usize {
    let base = start.checked_sub(1).filter(|&i| i >= sentence.start);
    let one = base.filter(|&i| match scene.value(&scene.nodes[i]) {
        Some(Value::Quantity(q)) => {
            let measure = q.unit.is_some_and(|unit| matches!(unit.kind, UnitKind::Listed(row) if row >= 5));
            measure && q.low.small(1) == Some(1) && q.bound != Bound::Exact
        }
        _ => false,
    });
    let headed = |i: usize| Some(around(scene, sentence, i).start).filter(|&from| has_head(scene, from..i));
    one.and_then(headed).unwrap_or(start)
}

/// Whether what stands before a predicate is only told of the figure before: "201 hộ đạt các tiêu chí, chiếm 76,4% …".
pub fn tail_only(scene: &Scene<'_>, start: usize, predicate: usize) -> bool {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction]);
    let nodes = &scene.nodes;
    let joint = (start..predicate).rev().find(|&i| nodes[i].mask.meets(JOINT));
    let bare = |from: usize| !nodes[from..predicate].iter().any(|n| is_noun(n) || n.mask.has(Class::Verb));
    start > 0 && nodes[start - 1].mask.meets(FIGURES) && joint.is_some_and(|joint| bare(joint + 1))
}

/// Where the words of a figure begin: what stands between the figure before and a comma is told of that one, "hiến 4.200 m2
/// đất, góp 412 tỷ đồng".
pub fn behind_tail(scene: &Scene<'_>, start: usize, at: usize) -> usize {
    let nodes = &scene.nodes;
    if start == 0 || !nodes[start - 1].mask.meets(FIGURES) {
        return start;
    }
    // "lên sàn Postmart, Voso": an item of a list opens nothing.
    let parts = |i: usize| nodes[i].mask.has(Class::Comma) && i + 1 < at && !nodes[i + 1].mask.has(Class::Capital);
    let own = |from: usize| nodes[from..at].iter().any(|n| is_noun(n) || n.mask.has(Class::Verb));
    (start..at).find(|&i| parts(i)).map(|comma| comma + 1).filter(|&from| own(from)).unwrap_or(start)
}
