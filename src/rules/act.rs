//! Legal acts by number and date ("Quyết định số 362/QĐ-TTg ngày 3/4/2019"), laws and programmes by name. Knows how far a
//! name reaches; refuses what is written small and has no number ("các đề án, chiến lược phát triển ngành").

use super::engine::{Item, Match, Node, Rule, Test};
use super::scene::Scene;
use super::value::{ActValue, Time, Value};
use crate::lexicon::{Class, Mask, act};
use crate::model::{Moment, Period, ReferenceKind};
use crate::text::Span;

const REFERENCE: Mask = Mask::of(&[Class::Reference]);
const KIND: Test = Test::any(&[Class::Act, Class::Programme, Class::Plan]);
const NUMBER: Test = Test::any(&[Class::ActNumber]);
const SO: Test = Test::any(&[Class::NameBefore, Class::Colon]);
const DATE: Test = Test::any(&[Class::Period]);

/// Numbers of acts that do not open with a stroke: "49-NQ/TU".
pub const CODES: &[Rule] = &[Rule {
    name: "<digits>-<capitals>/<capitals>",
    pattern: &[
        Item::One(Test::any(&[Class::Digits])),
        Item::One(Test::any(&[Class::Dash])),
        Item::One(Test::any(&[Class::AllCaps, Class::Capital]).and(&[Class::Glued])),
        Item::One(Test::any(&[Class::Slash, Class::Dash]).and(&[Class::Glued])),
        Item::One(Test::any(&[Class::Capital]).and(&[Class::Glued])),
        Item::Many(Test::any(&[Class::Word, Class::Dash, Class::Slash]).and(&[Class::Glued]), 0, 4),
    ],
    class: Mask::of(&[Class::Opaque, Class::ActNumber]),
    make: |_, _| Some(Value::Opaque),
}];

/// Acts with a number.
pub const RULES: &[Rule] = &[
    Rule {
        name: "<act> số <number>",
        pattern: &[Item::One(KIND), Item::Many(SO, 0, 2), Item::One(NUMBER)],
        class: REFERENCE,
        make: |s, m| numbered(s, m.get(0), m.get(2)?, None),
    },
    Rule {
        name: "<act> số <number> ngày <date>",
        pattern: &[
            Item::One(KIND),
            Item::Many(SO, 0, 2),
            Item::One(NUMBER),
            Item::Opt(Test::any(&[Class::Comma, Class::Open])),
            Item::One(DATE),
        ],
        class: REFERENCE,
        make: |s, m| numbered(s, m.get(0), m.get(2)?, m.get(4)),
    },
];

/// Acts that the letters of their number tell, and acts whose number has no letters.
pub const MORE_NUMBERED: &[Rule] = &[
    Rule {
        name: "số <number>",
        pattern: &[Item::Many(SO, 0, 2), Item::One(NUMBER)],
        class: REFERENCE,
        make: |s, m| numbered(s, None, m.get(1)?, None),
    },
    Rule {
        name: "số <number> ngày <date>",
        pattern: &[
            Item::Many(SO, 0, 2),
            Item::One(NUMBER),
            Item::Opt(Test::any(&[Class::Comma, Class::Open])),
            Item::One(DATE),
        ],
        class: REFERENCE,
        make: |s, m| numbered(s, None, m.get(1)?, m.get(3)),
    },
    Rule {
        name: "<act> số <digits>",
        pattern: &[
            Item::One(Test::any(&[Class::Act]).and(&[Class::Capital])),
            Item::One(Test::any(&[Class::NameBefore])),
            Item::One(Test::any(&[Class::Digits])),
            Item::NotAhead(Test::any(&[Class::Slash, Class::Dash]).and(&[Class::Glued])),
        ],
        class: REFERENCE,
        make: |s, m| numbered(s, m.get(0), m.get(2)?, None),
    },
];

fn numbered(scene: &Scene<'_>, word: Option<&Node>, number: &Node, date: Option<&Node>) -> Option<Value> {
    let number = scene.span(number);
    let told = word.map(|word| kind(scene, word));
    let kind = match told {
        Some(ReferenceKind::Other) | None => act::kind_of_number(number.of(scene.text)).or(told)?,
        Some(kind) => kind,
    };
    let date = match date.and_then(|node| scene.value(node)) {
        Some(Value::Time(time)) => Some(time),
        _ => None,
    };
    Some(Value::Act(ActValue { kind, number: Some(number), date, title: None }))
}

fn kind(scene: &Scene<'_>, word: &Node) -> ReferenceKind {
    let arg = scene.arg(word, Class::Act).or_else(|| scene.arg(word, Class::Programme));
    act::kind(arg.unwrap_or(9))
}

/// What a name is made of. Verbs are part of it ("Chương trình hỗ trợ …"); what says something of it is not.
const TITLE: Test = Test::any(&[Class::Word, Class::Ampersand]).but(&[
    Class::Auxiliary,
    Class::Predicate,
    Class::Connector,
    Class::Conjunction,
    Class::Pronoun,
    Class::Preposition,
    Class::Act,
    Class::Programme,
    Class::Speech,
    Class::Demand,
    Class::Up,
    Class::Down,
    Class::To,
    Class::From,
    Class::Frame,
    Class::Occasion,
    Class::PersonName,
    Class::Human,
    Class::Reference,
    Class::Number,
    Class::Period,
]);
const FIRST: Test = TITLE.but(&[Class::AreaWord, Class::Manner]);
const PROPER: Test = TITLE.and(&[Class::Capital]);
const HEAD: Test = Test::any(&[Class::Programme]).and(&[Class::Capital]);
const LAW: Test = Test::any(&[Class::Act]).and(&[Class::Capital]);
const ABOUT: Test = Test::any(&[Class::About]);
const LINK: Test = Test::any(&[Class::Comma, Class::Conjunction]);
const ANY: Test = Test::any(&[]);
/// What a sentence begins behind.
const OPENING: &[Class] = &[
    Class::Dot,
    Class::Colon,
    Class::QuoteMark,
    Class::Slash,
    Class::Open,
    Class::Pronoun,
    Class::Plural,
    Class::Number,
];
const VISION: Test = Test::any(&[Class::Target]);

/// Laws, programmes, strategies and reports by name.
pub const NAMED: &[Rule] = &[
    Rule {
        name: "<law> <name>",
        pattern: &[Item::One(LAW), Item::One(PROPER.but(&[Class::AllCaps])), Item::Many(TITLE, 0, 8), Item::Opt(DATE)],
        class: REFERENCE,
        make: |s, m| law(s, m, 3),
    },
    Rule {
        name: "<law> <name>, <name>",
        pattern: &[
            Item::One(LAW),
            Item::One(PROPER.but(&[Class::AllCaps])),
            Item::Many(TITLE, 0, 6),
            Item::One(LINK),
            Item::One(FIRST.but(&[Class::Capital, Class::TaskVerb])),
            Item::Many(TITLE, 0, 6),
            Item::Opt(DATE),
        ],
        class: REFERENCE,
        make: |s, m| law(s, m, 6),
    },
    Rule {
        name: "<act> của <issuer> về",
        pattern: &[
            Item::One(LAW),
            Item::One(Test::any(&[Class::OfficeOf])),
            Item::Many(TITLE, 1, 8),
            Item::Ahead(ABOUT),
        ],
        class: REFERENCE,
        make: |s, m| issued(s, m),
    },
    Rule {
        name: "<programme> <name>",
        pattern: &[Item::Behind(ANY.but(OPENING)), Item::One(HEAD), Item::One(FIRST), Item::Many(TITLE, 0, 14)],
        class: REFERENCE,
        make: |s, m| named(s, m, 1),
    },
    Rule {
        name: "<programme> <NAME>",
        pattern: &[Item::One(HEAD), Item::One(FIRST.and(&[Class::Capital])), Item::Many(TITLE, 0, 14)],
        class: REFERENCE,
        make: |s, m| named(s, m, 0),
    },
    Rule {
        name: "<plan> <place> <period>[, <vision> <period>]",
        pattern: &[
            Item::Behind(ANY.but(OPENING)),
            Item::One(HEAD),
            Item::One(Test::any(&[Class::AreaWord])),
            Item::One(PROPER),
            Item::Many(TITLE, 0, 4),
            Item::One(DATE),
            Item::Opt(LINK),
            Item::Opt(VISION),
            Item::Opt(DATE),
        ],
        class: REFERENCE,
        make: |s, m| with_vision(s, m, 6),
    },
    Rule {
        name: "<law> <name> (sửa đổi)",
        pattern: &[
            Item::One(LAW),
            Item::One(PROPER.but(&[Class::AllCaps])),
            Item::Many(TITLE, 0, 8),
            Item::Opt(LINK),
            Item::Many(TITLE, 0, 6),
            Item::One(Test::any(&[Class::Open])),
            Item::Many(Test::any(&[Class::Word]), 1, 4),
            Item::One(Test::any(&[Class::Close])),
        ],
        class: REFERENCE,
        make: |s, m| {
            let amended = s.words_of(m.all(6)).to_lowercase();
            act::AMENDED.contains(&amended.as_str()).then(|| law(s, m, 8)).flatten()
        },
    },
    Rule {
        name: "<programme> <digits>",
        pattern: &[
            Item::Behind(ANY.but(OPENING)),
            Item::One(HEAD),
            Item::Many(Test::any(&[Class::NameBefore]), 0, 1),
            Item::One(Test::any(&[Class::Digits])),
            Item::NotAhead(Test::any(&[Class::Slash, Class::Dash, Class::Percent, Class::Content])),
        ],
        class: REFERENCE,
        make: |s, m| named(s, m, 1),
    },
    Rule {
        name: "<programme> <name of a nation's>",
        pattern: &[Item::One(HEAD), Item::One(FIRST), Item::Many(TITLE, 2, 14)],
        class: REFERENCE,
        make: |s, m| {
            let national = m.taken().iter().any(|n| n.mask.has(Class::Country));
            (national || m.after(Class::Colon)).then(|| named(s, m, 0)).flatten()
        },
    },
    Rule {
        name: "<programme> <name>, <name>",
        pattern: &[
            Item::Behind(ANY.but(OPENING)),
            Item::One(HEAD),
            Item::One(FIRST),
            Item::Many(TITLE, 0, 10),
            Item::One(LINK),
            Item::One(FIRST.but(&[Class::Capital, Class::TaskVerb])),
            Item::Many(TITLE, 1, 10),
        ],
        class: REFERENCE,
        make: |s, m| named(s, m, 1),
    },
    Rule {
        name: "<programme> <name> về <subject>",
        pattern: &[
            Item::Behind(ANY.but(OPENING)),
            Item::One(HEAD),
            Item::Many(TITLE, 0, 8),
            Item::One(ABOUT),
            Item::One(FIRST),
            Item::Many(TITLE, 0, 12),
            Item::Opt(Test::any(&[Class::Conjunction])),
            Item::Many(FIRST.but(&[Class::TaskVerb]), 0, 4),
        ],
        class: REFERENCE,
        make: |s, m| named(s, m, 1),
    },
    Rule {
        name: "<programme> <name> <period>[, <vision> <period>]",
        pattern: &[
            Item::Behind(ANY.but(OPENING)),
            Item::One(HEAD),
            Item::One(FIRST),
            Item::Many(TITLE, 0, 14),
            Item::One(DATE),
            Item::Opt(LINK),
            Item::Opt(VISION),
            Item::Opt(DATE),
        ],
        class: REFERENCE,
        make: |s, m| with_vision(s, m, 5),
    },
    Rule {
        name: "<programme> <name> <period>",
        pattern: &[
            Item::Behind(ANY.but(OPENING)),
            Item::One(HEAD),
            Item::One(FIRST),
            Item::Many(TITLE, 0, 14),
            Item::One(DATE),
        ],
        class: REFERENCE,
        make: |s, m| named(s, m, 1),
    },
    Rule {
        name: "<programme> “<name>”",
        pattern: &[
            Item::One(Test::any(&[Class::Programme])),
            Item::One(Test::any(&[Class::QuoteMark])),
            Item::Many(ANY.but(&[Class::QuoteMark]), 1, 24),
            Item::One(Test::any(&[Class::QuoteMark])),
        ],
        class: REFERENCE,
        make: |s, m| named(s, m, 0),
    },
    Rule {
        name: "<programme of many words> <name>",
        pattern: &[
            Item::One(Test::any(&[Class::Programme]).but(&[Class::Capital])),
            Item::One(FIRST),
            Item::Many(TITLE, 1, 14),
        ],
        class: REFERENCE,
        make: |s, m| {
            // "chương trình mục tiêu quốc gia giảm nghèo bền vững" is one of its kind; "chương trình hỗ trợ" is not.
            let head = m.get(0)?;
            (head.last - head.first >= 4).then(|| named(s, m, 0)).flatten()
        },
    },
];

fn law(scene: &Scene<'_>, found: &Match<'_>, at: usize) -> Option<Value> {
    let word = found.get(0)?;
    let kind = kind(scene, word);
    if !matches!(kind, ReferenceKind::Law | ReferenceKind::Resolution) {
        return None;
    }
    let date = match found.get(at).and_then(|node| scene.value(node)) {
        Some(Value::Time(time @ Time::At(Period::At(Moment::Year(_) | Moment::Day(..))))) => Some(time),
        Some(_) => return None,
        None => None,
    };
    let title = scene.span_of(found.taken());
    Some(Value::Act(ActValue { kind, number: None, date, title: Some(title) }))
}

fn issued(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let kind = kind(scene, found.get(0)?);
    let title = scene.span_of(found.taken());
    Some(Value::Act(ActValue { kind, number: None, date: None, title: Some(title) }))
}

/// A plan with its years; the comma behind them, item `link`, belongs to it only with the years that it looks ahead to.
fn with_vision(scene: &Scene<'_>, found: &Match<'_>, link: usize) -> Option<Value> {
    let open = found.get(link).is_some() && found.get(link + 2).is_none();
    (!open).then(|| named(scene, found, 1)).flatten()
}

fn named(scene: &Scene<'_>, found: &Match<'_>, head: usize) -> Option<Value> {
    let word = found.get(head)?;
    // Rows that only take a phrase out of play have no kind; a line in capitals is a heading.
    if scene.arg(word, Class::Programme)? < 0 || word.mask.has(Class::AllCaps) {
        return None;
    }
    let taken = found.taken();
    let span = scene.span_of(taken);
    let mut date = None;
    if let Some(Value::Time(time @ Time::At(Period::At(Moment::Year(_))))) = scene.value(taken.last()?) {
        date = Some(time).filter(|_| kind(scene, word) == ReferenceKind::Report);
    }
    let name = Span { start: span.start, end: span.end };
    Some(Value::Act(ActValue { kind: kind(scene, word), number: None, date, title: Some(name) }))
}
