//! Word classes: what a rule can ask of a word. A word may be of several classes; `arg` in the tables says which
//! member of its class it is.

/// A class of words, marks or facts; at most 128 of them, so that a set fits in a [`Mask`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "the table that fills a class documents it")]
pub enum Class {
    // What any token can be.
    Word,
    Capital,
    AllCaps,
    Digits,
    Glued,
    // Marks.
    Comma,
    Dot,
    Semicolon,
    Colon,
    Open,
    Close,
    Slash,
    Dash,
    Percent,
    QuoteMark,
    Ampersand,
    OtherMark,
    // numeral.rs
    UnitDigit,
    Ten,
    Tens,
    Hundred,
    Linh,
    Multiplier,
    HalfMore,
    // bound.rs
    Bound,
    BoundAfter,
    Estimate,
    // unit.rs
    Currency,
    Measure,
    PercentWord,
    PointWord,
    Times,
    Step,
    // name.rs
    AtClock,
    Hour,
    Voltage,
    More,
    // change.rs
    Up,
    Down,
    Same,
    Fold,
    Double,
    Against,
    To,
    Till,
    From,
    Respectively,
    ChangeSize,
    // time.rs
    DayWord,
    MonthWord,
    QuarterWord,
    YearWord,
    SpanWord,
    FirstPart,
    LastPart,
    SamePeriod,
    LastYear,
    ThisYear,
    NextYear,
    PartOfDay,
    Roman,
    UpTo,
    RunningTotal,
    Past,
    Frame,
    YearPart,
    // rank.rs
    RankCue,
    Ordinal,
    Top,
    Group,
    First,
    Scope,
    Ranked,
    // area.rs
    Province,
    Country,
    World,
    AreaWord,
    // sector.rs
    Sector,
    // act.rs
    Act,
    ActNumber,
    Programme,
    About,
    // office.rs, name.rs
    Office,
    Honorific,
    Surname,
    Middle,
    OfficeOf,
    Speech,
    // function.rs
    Conjunction,
    Preposition,
    Auxiliary,
    Predicate,
    Verb,
    Adverb,
    Connector,
    Pronoun,
    Plan,
    NameBefore,
    Neutral,
    // cue.rs, event.rs, verb.rs
    TaskVerb,
    Demand,
    TaskNoun,
    Manner,
    Purpose,
    Occasion,
    TaskCue,
    EventCue,
    Target,
    SumUp,
    Section,
    Fraction,
    Classifier,
    Ministry,
    // indicator.rs
    Head,
    // Facts of the rules.
    Number,
    Unit,
    Quantity,
    Period,
    Comparison,
    Change,
    Rank,
    Ratio,
    Reference,
    PersonName,
    Opaque,
    Content,
    Human,
    Plural,
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mask(pub u128);

impl Mask {
    /// No class.
    pub const NONE: Self = Self(0);
    /// Every class.
    pub const ALL: Self = Self(u128::MAX);

    /// Of these classes.
    pub const fn of(classes: &[Class]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < classes.len() {
            bits |= 1 << classes[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether the sets share a class.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the class is in the set.
    pub const fn has(self, class: Class) -> bool {
        self.0 >> class as u8 & 1 == 1
    }

    /// Both sets together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
