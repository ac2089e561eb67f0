//! Names of parts: of a place, behind a lead that gathers, of what others have; and what a unit says of what it measures.

use std::ops::Range;

use super::figure::Figure;
use super::following::following;
use super::named::with_owner;
use super::phrase::{is_noun, subject};
use crate::lexicon::{Class, Mask, change, indicator, unit};
use crate::rules::{Scene, UnitKind, Value};
use crate::text::Span;

/// The most words of a lead that what it gathers is told with.
const MOST_OF_OWNER: usize = 8;

/// The head of a name that the unit of a figure implies.
pub fn assumed(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let told = match scene.value(&scene.nodes[at]) {
        Some(Value::Quantity(q)) => q.unit,
        Some(Value::Ratio(_, _, unit)) => unit,
        _ => None,
    }?;
    let UnitKind::Listed(row) = told.kind else { return None };
    let code = unit::UNITS[row as usize].0;
    indicator::ASSUMED.iter().filter(|_| told.per.is_none()).find(|(unit, _)| *unit == code).map(|(_, head)| *head)
}

/// The place that a run of a few words opens with: "Đà Nẵng", "khu vực Bình Thuận cũ".
pub fn of_place(scene: &Scene<'_>, run: Range<usize>) -> Option<String> {
    const LONGEST: usize = 5;
    let nodes = &scene.nodes;
    // "Xét theo địa bàn, Gia Lai": behind what the parts are told by.
    let comma = run.clone().rev().find(|&i| nodes[i].mask.has(Class::Comma));
    let behind = comma.map(|comma| comma + 1..run.end);
    let run = behind.filter(|run| nodes[run.clone()].iter().any(is_noun)).unwrap_or(run);
    let mut nouns = run.clone().filter(|&i| is_noun(&nodes[i]));
    let first = nouns.next()?;
    let named = |i: usize| nodes[i].mask.has(Class::Province);
    let area = nodes[first].mask.has(Class::AreaWord) || indicator::WHOLES.contains(&scene.words(&nodes[first]));
    let place = named(first) || area && nouns.next().is_some_and(named);
    let name = subject(scene, run).filter(|name| place && name.split_whitespace().count() <= LONGEST)?;
    Some(name)
}

/// Whether a name is that of a province and nothing else.
pub fn names_place(scene: &Scene<'_>, name: &str) -> bool {
    let tokens = crate::token::tokenize(name, Span::new(0, name.len()));
    let syllables = crate::lexicon::words().syllables.of(name, &tokens);
    let (length, entry) = scene.lexicon.longest(&syllables);
    length == tokens.len() && scene.lexicon.entry(entry).mask.has(Class::Province)
}

/// "Tang vật thu giữ gồm: 6,4kg heroin; 02 súng": what is counted behind a lead that only gathers, with the lead.
pub fn gathered(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, figure: &Figure) -> Option<String> {
    const MARK: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Colon, Class::Conjunction]);
    const FAR: usize = 60;
    let nodes = &scene.nodes;
    let colon = (sentence.start..at).rev().take(FAR).find(|&i| nodes[i].mask.has(Class::Colon))?;
    let gathers = colon > sentence.start && scene.arg(&nodes[colon - 1], Class::Predicate) == Some(5);
    let bare = at > 0 && nodes[at - 1].mask.meets(MARK);
    let counted = nodes[sentence.start..colon].iter().any(|n| n.mask.meets(super::clause::FIGURES));
    if !gathers || !bare || counted || !(figure.noun.is_some() || figure.describes) {
        return None;
    }
    let lead = subject(scene, sentence.start..colon - 1).filter(|l| l.split_whitespace().count() <= MOST_OF_OWNER)?;
    let rest = following(scene, at, sentence.end);
    let own = match (figure.noun.map(|noun| noun.of(scene.text)), rest) {
        (Some(noun), Some(rest)) => format!("{noun} {rest}"),
        (Some(noun), None) => noun.to_owned(),
        (None, rest) => rest?,
    };
    Some(with_owner(&own, &lead))
}

/// Whether the figure right before a node is a measure or a share of what stands behind it.
pub fn behind_measure(scene: &Scene<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        scene.nodes[before].mask.meets(super::clause::FIGURES) && Figure::of(scene, before).describes
    })
}

/// "Lượng mưa 1.450 mm, thấp hơn trung bình nhiều năm 12%": how far something is off others, told of what stands before.
pub fn off_others(scene: &Scene<'_>, left: &Range<usize>, at: usize, before: Option<&str>) -> Option<String> {
    let nodes = &scene.nodes;
    let level = matches!(scene.value(&nodes[at]), Some(Value::Quantity(_)));
    let moved = |i: usize| nodes[i].mask.meets(Mask::of(&[Class::Up, Class::Down]));
    let from = left.clone().rev().find(|&i| moved(i) && scene.words(&nodes[i]).ends_with(change::MORE_THAN))?;
    let comma = (left.start..from).rev().find(|&i| nodes[i].mask.has(Class::Comma)).map_or(left.start, |i| i + 1);
    if !level || nodes[comma..from].iter().any(is_noun) || !nodes[from..at].iter().any(is_noun) {
        return None;
    }
    Some(format!("{} {}", before?, scene.words_of(&nodes[from..at])))
}

/// The mean over a span of time that a sentence opens with.
pub fn fronted_mean(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<String> {
    let [mean, span, comma] = scene.run_of(sentence.start..sentence.start + 3) else { return None };
    let told =
        scene.arg(mean, Class::Adverb) == Some(1) && span.mask.has(Class::Period) && comma.mask.has(Class::Comma);
    told.then(|| format!("{} {}", scene.words(mean).to_lowercase(), scene.words(span)))
}
