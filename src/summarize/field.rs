//! The sector of a figure: told by the words of its clause, its unit, its sentence, its section.

use std::ops::Range;

use super::clause::FIGURES;
use super::context::{Context, sector_of};
use crate::lexicon::{Class, Mask};
use crate::model::Sector;
use crate::rules::Scene;

/// The sector of the figure at a node: what its own words tell, else what is told around it.
pub fn sector(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    context: &Context,
) -> Sector {
    // Only a report of the field itself goes on about one part of it; elsewhere the next figure may be of anything.
    let one_field = context.sector == Sector::WholeSector;
    let allowed = |s: &Sector| one_field || *s != Sector::WholeSector;
    let first = |range: Range<usize>| scene.nodes[range].iter().find_map(|n| sector_of(scene, n)).filter(allowed);
    // "nhóm 40 quốc gia dẫn đầu về an toàn thông tin mạng": what a rank is of stands behind it.
    let about = scene.nodes[at].mask.has(Class::Rank).then(|| first(at + 1..clause.end)).flatten();
    about
        .or_else(|| first(clause.start..at))
        .or_else(|| unit_sector(scene, at))
        .or_else(|| context.last_sector.filter(|_| has_those(scene, sentence, at)))
        .or_else(|| first(at + 1..clause.end))
        .or(context.last_sector.filter(|&s| s != context.sector && one_field))
        .or_else(|| first(sentence.clone()).filter(|_| one_field))
        .or(context.section.filter(allowed))
        .unwrap_or(context.sector)
}

/// "1.728 tổ công nghệ số cộng đồng với 10 nghìn thành viên": whether what is counted is of what was counted right before.
fn has_those(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const NEAR: usize = 6;
    const PART: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Dot, Class::Colon]);
    let nodes = &scene.nodes;
    let with = at > sentence.start && scene.arg(&nodes[at - 1], Class::Preposition) == Some(2);
    let mut before = (sentence.start..at).rev().take(NEAR).take_while(|&i| !nodes[i].mask.meets(PART));
    with && before.any(|i| nodes[i].mask.meets(FIGURES))
}

/// The sector that a counted noun tells: a fact hides the words in it.
fn unit_sector(scene: &Scene<'_>, at: usize) -> Option<Sector> {
    let node = &scene.nodes[at];
    let last = node.last as usize;
    (node.first as usize..last).find_map(|from| {
        let phrase = scene.phrase(from..last);
        phrase.arg(Class::Sector).and_then(|sector| Sector::ALL.get(sector as usize)).copied()
    })
}
