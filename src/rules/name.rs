//! Digits that count nothing: act numbers, phone numbers, the time of day, names with a digit in them. They become
//! opaque facts, so that no later rule takes them for figures.

use super::engine::{Item, Match, Rule, Test};
use super::scene::Scene;
use super::value::Value;
use crate::lexicon::{Class, Mask, name};

const DIGITS: Test = Test::any(&[Class::Digits]);
const DIGITS_OR_NUMBER: Test = Test::any(&[Class::Number]);
const GLUED_WORD: Test = Test::any(&[Class::Word]).and(&[Class::Glued]);
const OPAQUE: Mask = Mask::of(&[Class::Opaque]);

/// Codes: what is one word in all but spelling.
pub const CODES: &[Rule] = &[
    Rule {
        name: "<digits>/<capitals>",
        pattern: &[
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Slash]).and(&[Class::Glued])),
            Item::Many(Test::any(&[Class::Digits, Class::Slash, Class::Dash]).and(&[Class::Glued]), 0, 3),
            Item::One(Test::any(&[Class::Capital]).and(&[Class::Glued])),
            Item::Many(
                Test::any(&[Class::Word, Class::Digits, Class::Slash, Class::Dash, Class::Ampersand])
                    .and(&[Class::Glued]),
                0,
                8,
            ),
        ],
        class: Mask::of(&[Class::Opaque, Class::ActNumber]),
        make: act_number,
    },
    Rule {
        name: "<digits><letter>",
        pattern: &[Item::NotBehind(Test::any(&[Class::Slash, Class::Dash])), Item::One(DIGITS), Item::One(GLUED_WORD)],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: letter,
    },
    Rule {
        name: "<word>-<digits>",
        pattern: &[
            Item::One(Test::any(&[Class::Capital])),
            Item::One(Test::any(&[Class::Dash]).and(&[Class::Glued])),
            Item::One(DIGITS.and(&[Class::Glued])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |_, _| Some(Value::Opaque),
    },
    Rule {
        name: "<digits>:<digits>",
        pattern: &[
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Colon]).and(&[Class::Glued])),
            Item::One(DIGITS.and(&[Class::Glued])),
        ],
        class: OPAQUE,
        make: clock,
    },
    Rule {
        name: "GMT+<digits>",
        pattern: &[
            Item::One(Test::any(&[Class::AllCaps])),
            Item::One(Test::any(&[Class::OtherMark]).and(&[Class::Glued])),
            Item::One(DIGITS.and(&[Class::Glued])),
        ],
        class: OPAQUE,
        make: |_, _| Some(Value::Opaque),
    },
    Rule {
        name: "<item number>.",
        pattern: &[
            Item::Opens(Test::any(&[Class::Dot, Class::Semicolon])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Dot, Class::Close, Class::Slash]).and(&[Class::Glued])),
            Item::NotAhead(Test::any(&[Class::Digits]).and(&[Class::Glued])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Dot]),
        make: |s, m| {
            let words = s.words(m.get(1)?);
            (words.len() <= 5 && (words.len() <= 2 || words.matches('.').count() > 0) && !words.contains(','))
                .then_some(Value::Opaque)
        },
    },
    Rule {
        name: "<n> trong 1",
        pattern: &[Item::One(DIGITS), Item::One(Test::any(&[Class::Frame])), Item::One(DIGITS)],
        class: OPAQUE,
        make: |s, m| (s.words(m.get(2)?) == "1").then_some(Value::Opaque),
    },
    Rule {
        name: "từ <digits> giờ đến <digits> giờ",
        pattern: &[
            Item::One(Test::any(&[Class::From])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Hour])),
            Item::Opt(DIGITS),
            Item::One(Test::any(&[Class::To, Class::Dash])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Hour])),
            Item::Opt(DIGITS),
        ],
        class: OPAQUE,
        make: |s, m| {
            let hour = |at: usize| m.get(at).and_then(|n| s.words(n).parse::<u8>().ok()).is_some_and(|hour| hour <= 24);
            // "rút từ 41 giờ xuống 36 giờ" is a span that got shorter.
            (hour(1) && hour(5) && s.arg(m.get(4)?, Class::To).is_none_or(|arg| arg == 1)).then_some(Value::Opaque)
        },
    },
    Rule {
        name: "<item letter>)",
        pattern: &[
            Item::Opens(Test::any(&[Class::Dot, Class::Semicolon])),
            Item::One(Test::any(&[Class::Word])),
            Item::One(Test::any(&[Class::Close, Class::Dot, Class::Slash]).and(&[Class::Glued])),
            Item::NotAhead(Test::any(&[]).and(&[Class::Glued])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Dot]),
        make: |s, m| {
            let word = s.words(m.get(1)?);
            let roman = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
            (word.chars().count() == 1 || roman).then_some(Value::Opaque)
        },
    },
    Rule {
        name: "<item number>-",
        pattern: &[
            Item::Opens(Test::any(&[Class::Dot, Class::Semicolon])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Dash]).and(&[Class::Glued])),
            Item::NotAhead(Test::any(&[]).and(&[Class::Glued])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Dot]),
        make: |s, m| (s.words(m.get(1)?).len() <= 2).then_some(Value::Opaque),
    },
    Rule {
        name: "(<item number>)",
        pattern: &[Item::One(Test::any(&[Class::Open])), Item::One(DIGITS), Item::One(Test::any(&[Class::Close]))],
        class: Mask::of(&[Class::Opaque, Class::Dot]),
        make: |s, m| {
            // "ma túy (12), trộm cắp (8)": behind an item of a list it counts it.
            const JOINT: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Conjunction, Class::Dot]);
            let next = m.behind();
            let listed = next.first().is_none_or(|n| n.mask.meets(JOINT))
                && next.get(1).is_none_or(|n| !n.mask.has(Class::Open));
            let counts = m.after(Class::Content) && listed;
            (!counts && s.words(m.get(1)?).len() <= 2).then_some(Value::Opaque)
        },
    },
    Rule {
        name: "<digits> <digits>",
        pattern: &[Item::One(DIGITS), Item::Many(Test::any(&[Class::Digits, Class::Dash]).but(&[Class::Glued]), 1, 5)],
        class: OPAQUE,
        make: spaced_digits,
    },
    Rule {
        name: "<digits>/<digits> of the clock",
        pattern: &[Item::One(DIGITS), Item::One(Test::any(&[Class::Slash])), Item::One(DIGITS)],
        class: OPAQUE,
        make: |s, m| name::ALWAYS_OPEN.contains(&(s.words(m.get(0)?), s.words(m.get(2)?))).then_some(Value::Opaque),
    },
    Rule {
        name: "<digits> giờ [<digits>] [phút]",
        pattern: &[
            Item::Behind(Test::any(&[Class::AtClock])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Hour])),
            Item::Opt(DIGITS),
            Item::Opt(Test::any(&[Class::Hour])),
        ],
        class: OPAQUE,
        make: |_, _| Some(Value::Opaque),
    },
    Rule {
        name: "<digits> giờ [<digits>], ngày",
        pattern: &[
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Hour])),
            Item::Opt(DIGITS),
            Item::Opt(Test::any(&[Class::Hour])),
            Item::Opt(Test::any(&[Class::Comma])),
            Item::Ahead(Test::any(&[Class::DayWord])),
        ],
        class: OPAQUE,
        make: |_, _| Some(Value::Opaque),
    },
    Rule {
        name: "“<digits> <words>”",
        pattern: &[
            Item::Behind(Test::any(&[Class::QuoteMark])),
            Item::One(DIGITS),
            Item::Many(
                Test::any(&[Class::Word, Class::Digits, Class::Comma, Class::Dash]).but(&[Class::Multiplier]),
                1,
                6,
            ),
            Item::Ahead(Test::any(&[Class::QuoteMark])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |_, _| Some(Value::Opaque),
    },
    Rule {
        name: "<digits> <street>",
        pattern: &[
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Capital])),
            Item::Many(Test::any(&[Class::Capital]), 1, 3),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: street,
    },
    Rule {
        name: "<digits>kV",
        pattern: &[Item::One(DIGITS), Item::One(Test::any(&[Class::Voltage]))],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |_, _| Some(Value::Opaque),
    },
    Rule { name: "<phone number>", pattern: &[Item::One(DIGITS)], class: OPAQUE, make: phone },
    Rule {
        name: "(<area code>) <digits>",
        pattern: &[
            Item::One(Test::any(&[Class::Open])),
            Item::One(DIGITS.and(&[Class::Glued])),
            Item::One(Test::any(&[Class::Close])),
            Item::Many(Test::any(&[Class::Digits, Class::Dash]), 1, 4),
        ],
        class: OPAQUE,
        make: |s, m| {
            let code = s.words(m.get(1)?);
            (code.starts_with('0') && (3..=5).contains(&code.len()) && !code.contains([',', '.']))
                .then_some(Value::Opaque)
        },
    },
];

/// Names: a word that says that the digits behind it are one.
pub const NAMES: &[Rule] = &[
    Rule {
        name: "<programme> <digits>",
        pattern: &[
            Item::Behind(Test::any(&[Class::Programme])),
            Item::One(DIGITS_OR_NUMBER),
            Item::NotAhead(Test::any(&[Class::Content, Class::Percent, Class::PercentWord, Class::Unit, Class::Slash])),
        ],
        class: OPAQUE,
        make: |s, m| (s.words(m.get(1)?).len() <= 3).then_some(Value::Opaque),
    },
    Rule {
        name: "<Name> <digits>",
        pattern: &[
            Item::Behind(Test::any(&[Class::Capital]).but(&[
                Class::Province,
                Class::Country,
                Class::AllCaps,
                Class::Head,
            ])),
            Item::One(DIGITS_OR_NUMBER),
            Item::Ahead(Test::any(&[
                Class::Preposition,
                Class::Predicate,
                Class::Auxiliary,
                Class::Verb,
                Class::Target,
            ])),
        ],
        class: OPAQUE,
        make: |s, m| (s.words(m.get(1)?).len() <= 2 && !m.second()).then_some(Value::Opaque),
    },
    Rule {
        name: "<name word> <digits>",
        pattern: &[
            Item::One(Test::any(&[Class::NameBefore])),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[Class::PercentWord, Class::Multiplier, Class::Measure, Class::Currency])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |_, m| {
            // "bệnh viện hạng 2", but "hạng 47/172" and "hạng 53 thế giới" are ranks.
            let ranked = Mask::of(&[Class::Slash, Class::Scope, Class::World]);
            let rank = m.get(0)?.mask.has(Class::RankCue) && m.behind().first().is_some_and(|n| n.mask.meets(ranked));
            (!rank).then_some(Value::Opaque)
        },
    },
    Rule {
        name: "số <digits> (<digits>)",
        pattern: &[
            Item::One(Test::any(&[Class::NameBefore])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Open])),
            Item::One(DIGITS.and(&[Class::Glued])),
            Item::One(Test::any(&[Class::Close])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |s, m| (s.words(m.get(1)?).len() <= 3).then_some(Value::Opaque),
    },
    Rule {
        name: "<name word> <digits>, <digits>",
        pattern: &[
            Item::One(Test::any(&[Class::NameBefore])),
            Item::One(DIGITS),
            Item::One(Test::any(&[Class::Comma, Class::Conjunction, Class::Dash])),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[
                Class::PercentWord,
                Class::Multiplier,
                Class::Measure,
                Class::Currency,
                Class::Content,
            ])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |s, m| (s.words(m.get(1)?).len() == 1 && s.words(m.get(3)?).len() == 1).then_some(Value::Opaque),
    },
    Rule {
        name: "<name> <version>",
        pattern: &[
            Item::One(Test::any(&[Class::Content]).but(&[Class::Up, Class::Down, Class::Predicate, Class::Bound])),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[
                Class::PercentWord,
                Class::Multiplier,
                Class::Measure,
                Class::Currency,
                Class::PointWord,
            ])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: version,
    },
];

fn act_number(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    // `60 tỉnh/thành` has no digit before the stroke; `12 tấn/ha` no capital behind it; `8.280 TEU/Năm` no capitals.
    let words = scene.words(found.get(3)?);
    let capitals = words.chars().filter(|c| c.is_uppercase()).count();
    (capitals >= 2 || words.len() == 1 || found.all(4).len() > 1).then_some(Value::Opaque)
}

/// `5G`, `4K`, `8g`, `14h30`: one letter at the digits; not `27d…`, not `100m`.
fn letter(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let node = found.get(2)?;
    let word = scene.words(node);
    let mut letters = word.chars();
    let first = letters.next()?;
    let one = letters.next().is_none();
    let digits = scene.words(found.get(1)?).len() <= 2;
    // "2IPD": the short name of an index.
    let unit = node.mask.meets(Mask::of(&[Class::Currency, Class::Measure]));
    let short = digits && !unit && word.chars().count() >= 3 && word.chars().all(char::is_uppercase);
    let hour = digits && matches!(first, 'g' | 'h') && letters.as_str().chars().all(|c| c.is_ascii_digit());
    let name = digits && one && first.is_uppercase();
    (hour && (one || word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_digit())) || name || short)
        .then_some(Value::Opaque)
}

fn clock(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    (scene.words(found.get(0)?).len() <= 2 && scene.words(found.get(2)?).len() == 2).then_some(Value::Opaque)
}

/// Ten digits and more in one run, or eight from the service prefixes.
fn phone(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let words = scene.words(found.get(0)?);
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let plain = !words.contains(',') && words.split('.').all(|group| group.len() > 1);
    let prefix = words.starts_with('0') || words.starts_with("1800") || words.starts_with("1900");
    (plain && digits >= 8 && prefix).then_some(Value::Opaque)
}

/// `Chính phủ điện tử 2.0`, `Công nghiệp 4.0`: a version has one point, and one digit before and a nought behind it.
fn version(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let digits = scene.words(found.get(1)?).as_bytes();
    (digits.len() == 3 && digits.ends_with(b".0")).then_some(Value::Opaque)
}

/// A phone number or an account in groups: more digits than a figure has, with nothing but space between.
fn spaced_digits(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let first = scene.words(found.get(0)?);
    let digits = scene.words_of(found.taken()).bytes().filter(u8::is_ascii_digit).count();
    let groups = found.taken().iter().filter(|n| n.mask.has(Class::Digits)).count();
    let dashed = found.taken().iter().any(|n| n.mask.has(Class::Dash));
    let figures = found.taken().iter().any(|n| scene.words(n).contains(['.', ',']));
    (groups > 1 && digits >= 7 && first.len() <= 5 && !figures && (!dashed || first.starts_with('0')))
        .then_some(Value::Opaque)
}

/// `159 Lê Hồng Phong`: a number and a name, each syllable with a capital.
fn street(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let node = found.get(1)?;
    let last = found.all(2).last()?;
    let syllables = &scene.tokens[node.first as usize..last.last as usize];
    let capital =
        |token: &crate::token::Token| token.span.of(scene.text).chars().next().is_some_and(char::is_uppercase);
    let mixed = |token: &crate::token::Token| token.span.of(scene.text).chars().any(char::is_lowercase);
    (syllables.len() >= 2 && syllables.iter().all(|t| capital(t) && mixed(t))).then_some(Value::Opaque)
}
