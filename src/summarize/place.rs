//! The place that a figure is of: the one that its clause names, its own in a row of places, that of a district; else the
//! report's.

use std::ops::Range;

use super::clause::FIGURES;
use super::context::Context;
use crate::lexicon::{Class, Mask, area, district};
use crate::model::Area;
use crate::rules::{Scene, UnitKind, Value};

/// The province that the clause names, if it is one; else the one that the sentence opens with; else the report's.
pub fn area(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    at: usize,
    context: &Context,
) -> Option<Area> {
    // "(cả nước 1,9%)": the figure is that of the country, told beside one's own.
    const BETWEEN: Mask = Mask::of(&[Class::Predicate, Class::Auxiliary, Class::Adverb, Class::Period, Class::Colon]);
    const BEFORE: Mask = Mask::of(&[Class::Open, Class::Comma, Class::Semicolon, Class::Connector]);
    let whole = (clause.start..at)
        .rev()
        .find(|&i| !scene.nodes[i].mask.meets(BETWEEN))
        .filter(|&i| scene.nodes[i].mask.has(Class::Country) && i > 0 && scene.nodes[i - 1].mask.meets(BEFORE));
    if whole.is_some() || of_all_provinces(scene, at) {
        return Some(Area::VIET_NAM);
    }
    let only = |run: Range<usize>| {
        let mut provinces = scene.nodes[run].iter().filter_map(|n| scene.arg(n, Class::Province));
        let first = provinces.next()?;
        provinces.all(|row| row == first).then(|| Area::province(crate::lexicon::area::PROVINCES[first as usize].0))
    };
    let opens = || {
        let first = sentence.clone().find(|&i| scene.nodes[i].mask.meets(FIGURES))?;
        scene.nodes[sentence.start..first]
            .iter()
            .any(|n| n.mask.has(Class::Province))
            .then(|| only(sentence.clone()))?
    };
    // A report of one place names others by the way.
    let national = context.area.as_ref().is_none_or(|area| *area == Area::VIET_NAM);
    // "Kon Tum và Đắk Nông lần lượt 251 và 215 tỷ đồng": each its own.
    if let Some(row) = place_in_row(scene, sentence, at) {
        return Some(Area::province(crate::lexicon::area::PROVINCES[row].0));
    }
    let district = || if national { of_district(scene, clause.start..at) } else { None };
    let district = || district().map(|row| Area::province(crate::lexicon::area::PROVINCES[row].0));
    // What stands behind a figure and a comma is told of the next one: "24 dự án chậm tiến độ, nhiều nhất là Đắk Nông".
    let comma = (at + 1..clause.end).find(|&i| scene.nodes[i].mask.has(Class::Comma)).unwrap_or(clause.end);
    let own = only(clause.start..at).or_else(|| only(clause.start..comma));
    let elsewhere = own.is_some() || comma < clause.end && only(comma..clause.end).is_some();
    own.or_else(district)
        .or_else(|| only(clause.clone()).filter(|_| !elsewhere))
        .or_else(|| opens().filter(|_| national))
        .or_else(|| context.area.clone())
}

/// "35/63 địa phương": so many of all provinces are of the country.
fn of_all_provinces(scene: &Scene<'_>, at: usize) -> bool {
    const ALL: [u64; 2] = [63, 34];
    let Some(Value::Ratio(_, whole, Some(unit))) = scene.value(&scene.nodes[at]) else { return false };
    let UnitKind::Noun(noun) = unit.kind else { return false };
    let noun = noun.of(scene.text).to_lowercase();
    ALL.iter().any(|&all| whole.small(all) == Some(all))
        && area::PROVINCE_WORDS.iter().any(|word| noun.starts_with(word))
}

/// The row of the province that a figure told "lần lượt" is of, where each of some provinces has its own.
fn place_in_row(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    const ROW: Mask = Mask::of(&[Class::Quantity, Class::Comma, Class::Conjunction, Class::Predicate]);
    const LIST: Mask = Mask::of(&[Class::Province, Class::Comma, Class::Conjunction, Class::AreaWord]);
    const LONGEST: usize = 24;
    let nodes = &scene.nodes;
    let before = (sentence.start..at).rev().take(LONGEST);
    let cue = before.take_while(|&i| nodes[i].mask.meets(ROW) || nodes[i].mask.has(Class::Respectively));
    let cue = cue.into_iter().find(|&i| nodes[i].mask.has(Class::Respectively))?;
    let index = nodes[cue..at].iter().filter(|n| n.mask.has(Class::Quantity)).count();
    let mut end = cue;
    const DEED: Mask = Mask::of(&[Class::Verb, Class::Auxiliary, Class::Predicate, Class::Adverb]);
    while end > sentence.start && nodes[end - 1].mask.meets(DEED) && !nodes[end - 1].mask.has(Class::Province) {
        end -= 1;
    }
    let list = nodes[sentence.start..end].iter().rev().take(LONGEST).take_while(|n| n.mask.meets(LIST));
    let mut rows: Vec<i32> = list.filter_map(|n| scene.arg(n, Class::Province)).collect();
    rows.reverse();
    rows.get(index).filter(|_| rows.len() > 1).map(|&row| row as usize)
}

/// The row of the province of the one district that a run names with what it is: "tại thành phố Pleiku".
fn of_district(scene: &Scene<'_>, run: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 40;
    let nodes = scene.run_of(run);
    let nodes = &nodes[nodes.len().saturating_sub(LONGEST)..];
    let (first, last) = (nodes.first()?.first as usize, nodes.last()?.last as usize);
    let folded = |token: &crate::token::Token| {
        let mut word = String::new();
        crate::text::fold_into(token.span.of(scene.text), &mut word);
        word
    };
    let tokens: Vec<String> = scene.tokens[first..last].iter().map(folded).collect();
    let capital = |at: usize| {
        scene.tokens[first..last].get(at).is_some_and(|t| t.span.of(scene.text).starts_with(char::is_uppercase))
    };
    (1..tokens.len()).filter(|&at| capital(at)).find_map(|at| district::province_of(&tokens[at - 1..]))
}
