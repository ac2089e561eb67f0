//! The index: every entry as fields of words, all words of all entries in one line.
//!
//! A place is a number in that line, so one number tells entry, field and neighbours of a word; fields have a gap
//! between them. Knows what of an entry is looked into and how much it weighs; nothing of queries.

use std::ops::Range;

use super::super::{Collection, Figure, TextIndex, passage, report_title, sentences};
use super::facet::Labels;
use super::forms::{Form, forms};
use super::query::Query;
use super::terms::{GAP, Interner, Terms};
use super::word::{Word, words};
use super::{Found, Hit, Sentence};
use crate::lexicon::area::PROVINCES;
use crate::model::{Area, Moment, Period, Report};

/// How many fields an entry has: its name, its words, its sentence, and what holds for it without being said there.
pub(super) const FIELDS: usize = 4;
/// The field of the sentence.
const SENTENCE: usize = 2;
/// What a word in each field counts.
pub(super) const WEIGHTS: [f32; FIELDS] = [3.0, 2.2, 1.0, 0.5];
/// How far the length of an entry takes from its words.
const LENGTH_MATTERS: f32 = 0.6;
/// How many words of a field are looked into: a table without line ends is no sentence.
const LONGEST_FIELD: usize = 2000;

/// Where the words of an entry are. Small, because a query goes through many of them: what the entry is stands apart.
pub(super) struct Document {
    /// The place of its first word, and where each field ends, counted from there.
    pub start: u32,
    pub ends: [u16; FIELDS],
    /// What the length does to the count of a word.
    pub norm: f32,
    pub labels: Labels,
}

/// The words of a collection.
pub struct SearchIndex<'a> {
    /// Newest first.
    pub(super) reports: Vec<&'a Report>,
    /// The areas that are spoken of, in the order in which they come.
    pub(super) areas: Vec<Area>,
    /// What was found where the words of the document of the same number are.
    entries: Vec<Found<'a>>,
    /// Behind the entries stand sentences: their numbers in their reports.
    bare: Vec<u32>,
    pub(super) documents: Vec<Document>,
    /// Where the documents begin, and where the last one ends.
    pub(super) starts: Vec<u32>,
    pub(super) terms: Terms,
    /// What is written in several ways, and where each form begins.
    ways: Vec<Form>,
    pub(super) forms: Vec<Vec<u32>>,
}

impl<'a> SearchIndex<'a> {
    /// Reads everything once.
    pub fn new(collection: &'a Collection) -> Self {
        let ways = forms(&collection.across.forms);
        let mut builder = Builder::new(&ways);
        let reports = collection.newest_first();
        for (place, report) in reports.iter().enumerate() {
            builder.report(report, place as u32);
        }
        for (place, report) in reports.iter().enumerate() {
            builder.bare_sentences(report, place as u32);
        }
        let Builder { interner, stream, forms, areas, entries, bare, mut documents, .. } = builder;
        let lengths: f32 = documents.iter().map(|document| document.norm).sum();
        let usual = lengths / documents.len().max(1) as f32;
        for document in &mut documents {
            document.norm = 1.0 - LENGTH_MATTERS + LENGTH_MATTERS * document.norm / usual;
        }
        let starts = documents.iter().map(|document| document.start).chain([stream.len() as u32]).collect();
        Self { reports, areas, entries, bare, documents, starts, terms: Terms::new(&interner, &stream), ways, forms }
    }

    /// Reads what was typed, with the other ways of writing it that the reports use.
    pub fn query(&self, typed: &str) -> Query {
        Query::with(typed, &self.ways)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    pub(super) fn hit(&self, document: usize, exact: bool) -> Hit<'a> {
        Hit { found: self.entries.get(document).copied().unwrap_or_else(|| self.sentence(document)), exact }
    }

    /// The sentence that a document is.
    fn sentence(&self, document: usize) -> Found<'a> {
        let report = self.reports[self.documents[document].labels.report as usize];
        let number = self.bare[document - self.entries.len()] as usize;
        let words = sentences(&report.text).nth(number).unwrap_or_default();
        Found::Sentence(report, Sentence { number, text: &report.text[words] })
    }
}

struct Builder<'a> {
    interner: Interner,
    /// The words of all documents by number, and a gap behind each field.
    stream: Vec<u32>,
    forms: Vec<Vec<u32>>,
    /// The numbers of the words of each form, and the forms that open with a word.
    form_words: Vec<Vec<u32>>,
    opening: Vec<Vec<usize>>,
    areas: Vec<Area>,
    entries: Vec<Found<'a>>,
    bare: Vec<u32>,
    documents: Vec<Document>,
    /// The sentence that was read last, and where its words are: figures often share one.
    sentence: (Range<*const u8>, Range<usize>),
    word: Word,
}

impl<'a> Builder<'a> {
    fn new(ways: &[Form]) -> Self {
        let mut interner = Interner::default();
        let number_all = |form: &Form| form.words.iter().map(|word| interner.id(word)).collect();
        let form_words: Vec<Vec<u32>> = ways.iter().map(number_all).collect();
        let mut opening = Vec::new();
        for (number, words) in form_words.iter().enumerate() {
            let first = words[0] as usize;
            opening.resize_with(opening.len().max(first + 1), Vec::new);
            opening[first].push(number);
        }
        Self {
            interner,
            stream: Vec::new(),
            forms: vec![Vec::new(); ways.len()],
            form_words,
            opening,
            areas: Vec::new(),
            entries: Vec::new(),
            bare: Vec::new(),
            documents: Vec::new(),
            sentence: ("".as_bytes().as_ptr_range(), 0..0),
            word: Word::default(),
        }
    }

    fn report(&mut self, report: &'a Report, place: u32) {
        let meta = &report.meta;
        let home = meta.area.as_ref().map_or("", name_of);
        let title = report_title(report);
        let about = [meta.publisher.as_deref().unwrap_or_default(), &when(meta.period), &when(meta.published)];
        self.document(Found::Report(report), place, [&[&title, home], &about, &[], &[]]);
        let text = TextIndex::new(&report.text);
        for figure in Figure::all_of(report) {
            let o = figure.observation;
            let sentence = passage(&text, o.at, o.quote.chars().count());
            let unit = o.unit.as_deref().filter(|unit| !says(&o.quote, unit)).unwrap_or_default();
            let rounded = o.number.map_or_else(String::new, |number| rounded(number.get()));
            let area = o.area.as_ref().map_or("", name_of);
            let context = [home, if area == home { "" } else { area }, &when(o.period)];
            // The three are neighbours in the text.
            let start = sentence.lead.as_ptr() as usize - report.text.as_ptr() as usize;
            let length = sentence.lead.len() + sentence.quote.len() + sentence.tail.len();
            let said = &report.text[start..start + length];
            let fields: [&[&str]; FIELDS] = [&[figure.indicator()], &[&o.quote, unit, &rounded], &[said], &context];
            self.document(Found::Figure(figure), place, fields);
        }
        for event in &report.events {
            let quote = if event.quote == event.title { "" } else { &event.quote };
            let context = [home, &when(event.date)];
            self.document(Found::Event(report, event), place, [&[&event.title], &[quote], &[], &context]);
        }
        for task in &report.tasks {
            let context = [home, &when(task.horizon)];
            self.document(Found::Task(report, task), place, [&[], &[&task.quote], &[], &context]);
        }
    }

    /// The sentences that no entry stands in: nobody would find them otherwise.
    fn bare_sentences(&mut self, report: &'a Report, place: u32) {
        let text = TextIndex::new(&report.text);
        let home = report.meta.area.as_ref().map_or("", name_of);
        let all: Vec<Range<usize>> = sentences(&report.text).collect();
        let mut held = vec![false; all.len()];
        let mut hold = |at: usize, quote: &str| {
            let words = text.bytes(at, quote.chars().count());
            let first = all.partition_point(|sentence| sentence.end <= words.start);
            let count = all[first..].iter().take_while(|sentence| sentence.start < words.end).count();
            held[first..first + count].fill(true);
        };
        report.observations.iter().for_each(|o| hold(o.at, &o.quote));
        report.events.iter().for_each(|event| hold(event.at, &event.quote));
        report.tasks.iter().for_each(|task| hold(task.at, &task.quote));
        for (number, range) in all.into_iter().enumerate().filter(|(number, _)| !held[*number]) {
            let words = &report.text[range];
            let sentence = Sentence { number, text: words };
            self.words(Found::Sentence(report, sentence), place, [&[], &[], &[words], &[home]]);
            self.bare.push(number as u32);
        }
    }

    fn document(&mut self, found: Found<'a>, report: u32, fields: [&[&str]; FIELDS]) {
        self.words(found, report, fields);
        self.entries.push(found);
    }

    fn words(&mut self, found: Found<'a>, report: u32, fields: [&[&str]; FIELDS]) {
        let start = self.stream.len();
        let mut ends = [0; FIELDS];
        // Until all lengths are known, the length stands for what it does.
        let mut length = 0.0;
        for (field, texts) in fields.iter().enumerate() {
            let from = self.stream.len();
            for text in texts.iter().filter(|text| !text.is_empty()) {
                if field == SENTENCE { self.sentence(text) } else { self.text(text, from + LONGEST_FIELD) }
            }
            length += (self.stream.len() - from) as f32 * WEIGHTS[field];
            ends[field] = (self.stream.len() - start) as u16;
        }
        let labels = Labels::of(found, report, &mut self.areas);
        self.documents.push(Document { start: start as u32, ends, norm: length, labels });
    }

    /// A piece of a report, told by where it is in memory: the second figure of a sentence need not read it again.
    fn sentence(&mut self, text: &str) {
        let (from, key) = (self.stream.len(), text.as_bytes().as_ptr_range());
        if self.sentence.0 == key {
            self.stream.extend_from_within(self.sentence.1.clone());
            self.find_forms(from);
            self.stream.push(GAP);
        } else {
            self.text(text, from + LONGEST_FIELD);
            self.sentence = (key, from..self.stream.len() - 1);
        }
    }

    fn text(&mut self, text: &str, most: usize) {
        let from = self.stream.len();
        for range in words(text).take(most.saturating_sub(from)) {
            self.word.read(&text[range]);
            let id = self.interner.id(&self.word);
            self.stream.push(id);
        }
        self.find_forms(from);
        self.stream.push(GAP);
    }

    /// Notes the abbreviations and what they stand for, from a place on.
    fn find_forms(&mut self, from: usize) {
        for place in from..self.stream.len() {
            for &number in self.opening.get(self.stream[place] as usize).into_iter().flatten() {
                if self.stream[place..].starts_with(&self.form_words[number]) {
                    self.forms[number].push(place as u32);
                }
            }
        }
    }
}

/// Whether a text has another in it; short code for short texts.
fn says(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len().max(1)).any(|window| window == part.as_bytes())
}

/// The name of a province; the whole country needs none.
fn name_of(area: &Area) -> &'static str {
    PROVINCES.iter().find(|(code, _)| *code == area.code()).map_or("", |(_, name)| name)
}

/// The numbers of a period: years, and the month and the day where they are told.
fn when(period: Option<Period>) -> String {
    let mut text = String::new();
    let mut push = |number: u16| {
        text.push_str(&number.to_string());
        text.push(' ');
    };
    let mut moment = |moment: Moment| match moment {
        Moment::Day(year, month, day) => [day.into(), month.into(), year].map(&mut push).len(),
        Moment::Month(year, month) => [month.into(), year].map(&mut push).len(),
        Moment::Year(year) | Moment::Half(year, _) | Moment::Quarter(year, _) => [year].map(&mut push).len(),
    };
    if let Some(period) = period {
        moment(period.start());
        if period.end() != period.start() {
            moment(period.end());
        }
    }
    text
}

/// A large number as the cards round it: `3.744.214 tỷ` as "3,74 triệu tỷ".
fn rounded(value: f64) -> String {
    let Some((step, words)) = crate::lexicon::numeral::STEPS.iter().find(|(step, _)| value >= *step) else {
        return String::new();
    };
    let hundredths = (value / step * 100.0).round() as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let decimals = match (rest / 10, rest % 10) {
        (0, 0) => String::new(),
        (tenth, 0) => format!(",{tenth}"),
        (tenth, hundredth) => format!(",{tenth}{hundredth}"),
    };
    format!("{whole}{decimals} {words}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_the_cards_round_them() {
        for (value, expected) in [
            (3_744_214e9, "3,74 triệu tỷ"),
            (56_500e9, "56,5 nghìn tỷ"),
            (99_323e9, "99,32 nghìn tỷ"),
            (106e12, "106 nghìn tỷ"),
            (1_767_766.0, "1,77 triệu"),
            (1_050_000.0, "1,05 triệu"),
            (779.0, ""),
        ] {
            assert_eq!(rounded(value), expected);
        }
    }

    #[test]
    fn periods_as_numbers() {
        for (period, expected) in
            [("2021-01-12", "12 1 2021 "), ("2023-12", "12 2023 "), ("2016/2020", "2016 2020 "), ("2021-S1", "2021 ")]
        {
            assert_eq!(when(period.parse().ok()), expected);
        }
        assert_eq!(when(None), "");
    }
}
