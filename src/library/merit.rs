//! What speaks for a figure as a headline of its report and what against it, as a list of reasons with their weights.
//!
//! The written rule, in one place. Each reason is told by the figure's own fields, by words of `lexicon/digest.rs`, or by
//! the figures of its report; the weights are the table in [`Reason::weight`]. Knows no wording: a page puts a reason
//! into words by its code. Which figures are chosen is settled in `headline`.

use super::words::Words;
use crate::lexicon::{digest, indicator};
use crate::model::{Area, Block, BlockKind, Observation, Report, Sector, Status, codes};
use crate::text::case::{is_lower, is_upper};

codes! {
    /// Why a figure stands where it stands among the headlines. What moves it up comes first, then what moves it down.
    Reason {
        /// It measures the whole economy: GDP, prices, growth.
        Economy = "economy",
        /// It speaks of the whole sector that reports.
        WholeSector = "whole-sector",
        /// Its name says that the whole is measured: "tổng", "toàn tỉnh", "trên địa bàn".
        Whole = "whole",
        /// It counts the dead, the missing or the injured.
        Lives = "lives",
        /// A level told with its change.
        LevelWithChange = "level-with-change",
        /// A place in an order.
        Rank = "rank",
        /// A level.
        Level = "level",
        /// From where to where it went.
        FromTo = "from-to",
        /// A part of a whole.
        Part = "part",
        /// A change and no level.
        ChangeAlone = "change-alone",
        /// Money.
        Money = "money",
        /// A measure that readers know by name.
        Known = "known",
        /// A share in per cent.
        Share = "share",
        /// A physical measure: tonnes, hectares, kilowatt-hours.
        Measure = "measure",
        /// A large count.
        Large = "large",
        /// The title of the report names it.
        InTitle = "in-title",
        /// The report tells it more than once.
        ToldAgain = "told-again",
        /// An estimate.
        Estimate = "estimate",
        /// Its name is long.
        LongName = "long-name",
        /// Its name begins with none of the words that names of measures begin with.
        LooseName = "loose-name",
        /// It speaks of another place than most of the report.
        Beside = "beside",
        /// It is held against a plan or another figure.
        Against = "against",
        /// It counts a handful of something.
        Few = "few",
        /// It is of a time before the one that is reported on.
        Earlier = "earlier",
        /// It is wished, not reached.
        Target = "target",
        /// A figure of its paragraph stands before it.
        ParagraphAgain = "paragraph-again",
        /// A figure of the same subject stands before it.
        SubjectAgain = "subject-again",
        /// A figure of its sector stands before it.
        SectorAgain = "sector-again",
    }
}

impl Reason {
    /// How far it moves a figure up, or down. A target with all that can speak for it stands behind a level with nothing,
    /// and a sector's second figure behind the first of another that is worth its place.
    pub fn weight(self) -> i32 {
        match self {
            Self::Economy => 7,
            Self::LevelWithChange | Self::Lives => 6,
            Self::WholeSector | Self::Rank => 5,
            Self::Money | Self::Known | Self::InTitle => 4,
            Self::Whole | Self::Level | Self::FromTo | Self::Share | Self::Measure | Self::Large => 3,
            Self::ChangeAlone => 2,
            Self::Part | Self::ToldAgain => 1,
            Self::Estimate => -1,
            Self::LongName => -2,
            Self::LooseName => -3,
            Self::Beside | Self::ParagraphAgain => -4,
            Self::Against => -5,
            Self::SubjectAgain => -7,
            Self::Few | Self::SectorAgain => -8,
            Self::Earlier => -9,
            Self::Target => -14,
        }
    }

    /// Whether it is a reason of the figure itself. The others say in which order figures come, not whether they are worth
    /// a place.
    pub fn is_own(self) -> bool {
        !matches!(self, Self::Target | Self::ParagraphAgain | Self::SectorAgain)
    }
}

codes! {
    /// Why a figure can be no headline, whatever else speaks for it.
    Refusal {
        /// The text names nothing that is measured.
        NoName = "no-name",
        /// Its name is one general word.
        Generic = "generic",
        /// Its name is a bare name of a place or of something.
        ProperName = "proper-name",
        /// Its name is a piece of a sentence.
        Sentence = "sentence",
        /// Its name is a deed.
        Deed = "deed",
        /// It counts guests, speeches or honours of a meeting.
        Guests = "guests",
        /// It has no number.
        NoNumber = "no-number",
    }
}

/// From this on a count is large.
const LARGE: f64 = 10_000.0;
/// Up to here it is a handful.
const FEW: f64 = 10.0;
/// Names with more syllables are long.
const LONG: usize = 12;
/// Names with more are sentences.
const LONGEST: usize = 24;

/// Why a figure of this name can be no headline; `None` where it can be one.
pub(super) fn refusal(o: &Observation, words: &Words) -> Option<Refusal> {
    let Some(name) = o.indicator.as_deref().filter(|_| words.len() > 0) else { return Some(Refusal::NoName) };
    let whole = words.whole();
    if words.start_one(digest::RANKED)
        || words.len() == 1 && !digest::SHORT.contains(&whole)
        || [indicator::GENERIC, indicator::BARE, indicator::VALUES, digest::NAMELESS].iter().any(|t| t.contains(&whole))
    {
        return Some(Refusal::Generic);
    }
    if is_proper(name) {
        return Some(Refusal::ProperName);
    }
    let odd = |open: char, close: char| name.matches(open).count() != name.matches(close).count();
    let broken = name.contains(['<', '>', '|', ':', '[', ']']) || odd('(', ')') || odd('“', '”');
    let half = words.have_one(digest::CHANGES) && !words.have_one(digest::NO_CHANGES);
    if broken
        || half
        || words.len() > LONGEST
        || words.start_one(digest::OPENINGS) && !words.start_one(digest::NO_OPENINGS)
    {
        return Some(Refusal::Sentence);
    }
    if words.have_one(digest::GUESTS) || Words::new(o.unit.as_deref().unwrap_or_default()).have_one(digest::GUESTS) {
        return Some(Refusal::Guests);
    }
    if words.start_one(digest::DEEDS) && !words.have_one(digest::KNOWN) {
        return Some(Refusal::Deed);
    }
    // "Cao nhất thế giới" is praise; a place in an order has a number.
    let no_rank =
        o.rank.as_ref().is_none_or(|rank| rank.of.is_none() && !o.quote.contains(|c: char| c.is_ascii_digit()));
    (o.number.is_none() && o.change.is_none() && o.ratio.is_none() && no_rank).then_some(Refusal::NoNumber)
}

/// "Núi Thành", "TP. Tam Kỳ", "Việt Nam": two words or more, each with a capital and small letters behind it.
fn is_proper(name: &str) -> bool {
    let words = name.split([' ', ',', '.', '/']).filter(|word| !word.is_empty());
    let mut words = words.filter(|word| !Words::new(word).start_one(digest::PLACES)).peekable();
    let of_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(is_upper) && letters.next().is_some_and(is_lower)
    };
    words.peek().is_none() || words.clone().count() > 1 && words.all(of_name)
}

/// What the figures of a report are held against.
pub(super) struct Frame<'a> {
    /// The place of most figures.
    area: Option<&'a Area>,
    /// The first year that is reported on.
    year: Option<u16>,
    /// The title's code points.
    title: std::ops::Range<usize>,
}

impl<'a> Frame<'a> {
    /// Reads a report.
    pub(super) fn new(report: &'a Report) -> Self {
        let mut areas: Vec<(&Area, usize)> = Vec::new();
        for area in report.observations.iter().filter_map(|o| o.area.as_ref()) {
            match areas.iter_mut().find(|(known, _)| *known == area) {
                Some((_, count)) => *count += 1,
                None => areas.push((area, 1)),
            }
        }
        // The first of those that are told most often.
        let most = areas.iter().map(|(_, count)| *count).max();
        let title = report.blocks.iter().find(|block| block.kind == BlockKind::Title);
        Self {
            area: areas.iter().find(|(_, count)| Some(*count) == most).map(|(area, _)| *area),
            year: report.meta.period.map(|period| period.start().year()),
            title: title.map_or(0..0, Block::range),
        }
    }
}

/// What speaks for a figure and what against it, apart from the figures beside it.
pub(super) fn reasons(o: &Observation, words: &Words, frame: &Frame<'_>) -> Vec<Reason> {
    let known = words.have_one(digest::KNOWN);
    let of_all = matches!(o.sector, Sector::WholeSector | Sector::Other);
    let mut all = Vec::with_capacity(8);
    if of_all && words.start_one(digest::ECONOMY) {
        all.push(Reason::Economy);
    } else if o.sector == Sector::WholeSector {
        all.push(Reason::WholeSector);
    } else if is_whole(words) {
        all.push(Reason::Whole);
    }
    all.extend(told(o));
    all.extend(size(o, known));
    let mut note = |holds: bool, reason: Reason| all.extend(holds.then_some(reason));
    note(words.start_one(digest::LIVES), Reason::Lives);
    note(known, Reason::Known);
    note(frame.title.contains(&o.at), Reason::InTitle);
    note(o.status == Status::Estimate, Reason::Estimate);
    note(words.len() > LONG, Reason::LongName);
    note(o.rank.is_none() && !is_anchored(o, words), Reason::LooseName);
    note(frame.area.is_some() && o.area.as_ref() != frame.area, Reason::Beside);
    note(o.ratio.is_none() && (words.have_one(digest::AGAINST) || words.whole().ends_with(" giao")), Reason::Against);
    note(o.period.zip(frame.year).is_some_and(|(told, year)| told.end().year() < year), Reason::Earlier);
    note(o.status == Status::Target, Reason::Target);
    all
}

/// Whether the name says that the whole is measured. "Tỷ trọng trong tổng chi" is a part of one.
fn is_whole(words: &Words) -> bool {
    words.iter().take(2).any(|word| word == digest::SUM) || words.have_one(digest::WHOLE)
}

/// What the figure tells.
fn told(o: &Observation) -> Option<Reason> {
    let change = o.change.as_ref();
    let path = change.is_some_and(|change| change.from.is_some());
    let sized = change.is_some_and(|change| change.number.is_some());
    if o.number.is_some() {
        return Some(if sized || path { Reason::LevelWithChange } else { Reason::Level });
    }
    match () {
        () if path => Some(Reason::FromTo),
        () if o.rank.is_some() => Some(Reason::Rank),
        () if sized => Some(Reason::ChangeAlone),
        () if o.ratio.is_some() => Some(Reason::Part),
        () => None,
    }
}

/// What it is told in.
fn size(o: &Observation, known: bool) -> Option<Reason> {
    let number = o.number?.get();
    let unit = o.unit.as_deref().unwrap_or_default();
    // "VND/người/năm" is money too.
    let base = unit.split('/').next().unwrap_or_default();
    match base {
        "VND" | "USD" | "EUR" => Some(Reason::Money),
        "%" => Some(Reason::Share),
        _ if MEASURES.contains(&unit) => Some(Reason::Measure),
        _ if number >= LARGE => Some(Reason::Large),
        _ if number < FEW && o.ratio.is_none() && o.rank.is_none() && !known => Some(Reason::Few),
        _ => None,
    }
}

/// Physical units, as `lexicon::unit::UNITS` writes them.
const MEASURES: &[&str] = &[
    "tonne", "tạ", "kg", "ha", "km", "m", "m2", "m3", "km2", "kWh", "MWh", "GWh", "kW", "MW", "MWp", "TEU", "tonne-km",
];

/// Whether the name begins as names of measures do: with a head, a known measure, a whole, or what is counted.
fn is_anchored(o: &Observation, words: &Words) -> bool {
    let counted = Words::new(o.unit.as_deref().unwrap_or_default());
    words.start_one(digest::KNOWN)
        || is_whole(words)
        || words.start_one(digest::STARTS)
        || indicator::WORDS.iter().any(|(head, ..)| words.start(head))
        || counted.iter().next().is_some_and(|first| words.start(first))
}
