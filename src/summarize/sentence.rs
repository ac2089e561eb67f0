//! Sentences of a scene: ranges of nodes.

use std::ops::Range;

use crate::lexicon::Class;
use crate::rules::Scene;

/// The most nodes of a sentence; the longest of a real report have some two hundred.
const LONGEST: usize = 600;

/// The sentences of a scene, in order, none empty. A point ends one where a capital, a digit, a quotation mark or
/// nothing follows.
pub fn split(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, node) in scene.nodes.iter().enumerate() {
        let ends = node.mask.has(Class::Dot)
            && scene.nodes.get(at + 1).is_none_or(|next| {
                !next.mask.has(Class::Glued) && !next.mask.has(Class::Word)
                    || next.mask.has(Class::Capital)
                    || next.mask.has(Class::QuoteMark)
                    || next.fact != crate::rules::NO_FACT && starts_upper(scene, at + 1)
            });
        // What runs on without end is cut, so that looking back over a sentence stays cheap.
        if ends || at - start >= LONGEST {
            ranges.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < scene.nodes.len() {
        ranges.push(start..scene.nodes.len());
    }
    ranges
}

fn starts_upper(scene: &Scene<'_>, at: usize) -> bool {
    scene.words(&scene.nodes[at]).chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}
