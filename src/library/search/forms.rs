//! What is written in several ways: abbreviations and what they stand for, provinces and their other names.
//!
//! The pairs come with the collection. Which of them its reports need is found natively, so that the viewer carries no
//! lexicon.

use serde::Serialize;

use super::word::{Word, words};
use crate::lexicon::abbreviation::ABBREVIATIONS;
use crate::lexicon::area::{self, PROVINCES};
use crate::lexicon::{Class, Row};
use crate::model::Report;
use crate::text::case::lowercase;

/// Two ways of writing one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The short way, or the other name.
    pub short: String,
    /// The long way, or the name.
    pub long: String,
}

/// One way of writing, and the numbers of the others that mean the same.
pub(super) struct Form {
    pub words: Vec<Word>,
    pub same: Vec<usize>,
}

/// The forms of some pairs, each pair's short one first.
pub(super) fn forms(pairs: &[Pair]) -> Vec<Form> {
    let form = |number: usize| {
        let pair = &pairs[number / 2];
        let is_short = number.is_multiple_of(2);
        let same = (0..pairs.len() * 2).filter(|&other| {
            let with = &pairs[other / 2];
            other != number && if other.is_multiple_of(2) { with.long == pair.long } else { with.short == pair.short }
        });
        let text = if is_short { &pair.short } else { &pair.long };
        Form { words: words(text).map(|range| Word::of(&text[range])).collect(), same: same.collect() }
    };
    (0..pairs.len() * 2).map(form).collect()
}

/// The pairs of which some reports have at least one side. One that none of them has can lead to nothing.
pub fn pairs(reports: &[Report]) -> Vec<Pair> {
    let names = area::WORDS.iter().filter_map(province);
    let all = ABBREVIATIONS.iter().copied().chain(names);
    // Each pair with its sides as they are looked for.
    let mut open: Vec<_> = all.map(|pair| (pair, [pair.0, pair.1].map(lowercase))).collect();
    let mut needed = Vec::new();
    for report in reports {
        let text = lowercase(&report.text);
        let home = report.meta.area.as_ref().and_then(|area| PROVINCES.iter().find(|(code, _)| *code == area.code()));
        open.retain(|(pair, sides)| {
            let told = home.is_some_and(|(_, name)| *name == pair.1) || sides.iter().any(|side| text.contains(side));
            if told {
                needed.push(*pair);
            }
            !told
        });
    }
    // Another short way of what is told: a reader may type it.
    let akin = |pair: &(&str, &str)| needed.iter().any(|told: &(&str, &str)| told.1 == pair.1 || told.0 == pair.0);
    let akin: Vec<_> = open.into_iter().map(|(pair, _)| pair).filter(akin).collect();
    needed.extend(akin);
    let pair = |(short, long): (&str, &str)| Pair { short: short.to_owned(), long: long.to_owned() };
    needed.into_iter().map(pair).collect()
}

/// Another name of a province, and its name.
fn province((name, class, row): &Row) -> Option<(&'static str, &'static str)> {
    let of = usize::try_from(*row).ok().filter(|_| *class == Class::Province)?;
    PROVINCES.get(of).map(|(_, own)| (*name, *own))
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::report;
    use super::*;
    use crate::model::Area;

    fn told(text: &str) -> Vec<String> {
        pairs(&[report("a", text)]).into_iter().map(|pair| pair.short).collect()
    }

    #[test]
    fn only_what_the_reports_have() {
        assert_eq!(told("Ứng dụng CNTT"), ["CNTT"]);
        assert_eq!(told("bảo hiểm Y TẾ"), ["BHYT"]);
        assert_eq!(told("KT-XH"), ["KT-XH", "KTXH"]);
        assert!(told("Doanh thu bưu chính").is_empty());
    }

    #[test]
    fn the_other_names_of_the_place_of_a_report() {
        let mut city = report("a", "");
        city.meta.area = Area::from_code("VN-SG");
        let all = pairs(&[report("b", "Không có gì"), city]);
        assert!(all.iter().any(|pair| pair.short == "Sài Gòn") && all.iter().all(|pair| pair.long.contains("Minh")));
    }
}
