//! Libraries made up for measuring: the texts of `tests/gold` varied by a seeded generator.
//!
//! Paragraphs change places among reports, numbers and names of provinces change within them; the same seed gives the
//! same library. Nothing in it is to be believed.

use std::path::Path;

use tongket::lexicon::area::PROVINCES;
use tongket::library::Collection;
use tongket::summarize::parse_bytes;

/// How long a report is, in bytes, more or less.
const LENGTH: usize = 8_000;

/// A generator of numbers: SplitMix64.
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    /// One of several.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// The texts of so many reports.
pub fn texts(count: usize, seed: u64) -> Vec<String> {
    let sources = sources();
    let titles: Vec<&str> = sources.iter().filter_map(|text| text.lines().find(|line| !line.is_empty())).collect();
    let paragraphs: Vec<&str> = sources.iter().flat_map(|text| text.lines().filter(|line| line.len() > 80)).collect();
    let mut chance = Chance::new(seed);
    (0..count).map(|_| text(&titles, &paragraphs, &mut chance)).collect()
}

/// So many reports, read. Not every bench that shares this file reads them.
#[allow(dead_code)]
pub fn library(count: usize, seed: u64) -> Collection {
    let read = |(at, text): (usize, &String)| {
        let mut report = parse_bytes(text.as_bytes(), None).expect("what is written here is UTF-8");
        report.id = format!("report-{at}");
        report
    };
    Collection::new(texts(count, seed).iter().enumerate().map(read).collect())
}

/// The texts that all others are made of, in order of their names.
fn sources() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn text(titles: &[&str], paragraphs: &[&str], chance: &mut Chance) -> String {
    let year = 2005 + chance.below(20);
    let home = chance.of(PROVINCES).1;
    let mut text = format!("{}\n\n", varied(chance.of(titles), home, year, chance));
    while text.len() < LENGTH {
        let paragraph = varied(chance.of(paragraphs), home, year, chance);
        text.push_str(&paragraph);
        text.push_str("\n\n");
    }
    text
}

/// A paragraph with other numbers and another place.
fn varied(paragraph: &str, home: &str, year: usize, chance: &mut Chance) -> String {
    let mut text = String::with_capacity(paragraph.len() + 16);
    let mut rest = paragraph;
    while let Some(c) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            text.push_str(&number(&rest[..digits], year, chance));
            rest = &rest[digits..];
        } else if let Some((_, name)) = PROVINCES.iter().find(|(_, name)| rest.starts_with(name)) {
            text.push_str(home);
            rest = &rest[name.len()..];
        } else {
            text.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    text
}

/// Another number of as many digits; a year becomes one that is as far from the report's.
fn number(digits: &str, year: usize, chance: &mut Chance) -> String {
    let told: usize = digits.parse().unwrap_or(0);
    match digits.len() {
        4 if (1990..2035).contains(&told) => (year + told).saturating_sub(2022).to_string(),
        // Days, months and ranks stay what they are.
        1 | 2 => digits.to_owned(),
        length => {
            (0..length).map(|at| char::from(b'0' + (chance.below(9) + usize::from(at == 0)).min(9) as u8)).collect()
        }
    }
}
