//! Digits that count nothing: act numbers, phone numbers, the time of day, names with a digit in them. They become
//! opaque facts, so that no later rule takes them for figures.

use super::engine::{Item, Match, Rule, Scene, Test};
use super::value::Value;
use crate::lexicon::{Class, Mask};

const DIGITS: Test = Test::any(&[Class::Digits]);
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
    Rule { name: "<phone number>", pattern: &[Item::One(DIGITS)], class: OPAQUE, make: phone },
];

/// Names: a word that says that the digits behind it are one.
pub const NAMES: &[Rule] = &[
    Rule {
        name: "<name word> <digits>",
        pattern: &[
            Item::One(Test::any(&[Class::NameBefore])),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[Class::Percent, Class::Multiplier, Class::Measure, Class::Currency])),
        ],
        class: Mask::of(&[Class::Opaque, Class::Word, Class::Content]),
        make: |_, _| Some(Value::Opaque),
    },
    Rule {
        name: "<name> <version>",
        pattern: &[
            Item::One(Test::any(&[Class::Capital]).but(&[Class::Up, Class::Down, Class::Predicate, Class::Bound])),
            Item::One(DIGITS),
            Item::NotAhead(Test::any(&[Class::Percent, Class::Multiplier, Class::Word])),
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
    let hour = digits && matches!(first, 'g' | 'h') && letters.as_str().chars().all(|c| c.is_ascii_digit());
    let name = digits && one && first.is_uppercase();
    (hour && (one || word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_digit())) || name).then_some(Value::Opaque)
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

/// `Chính phủ điện tử 2.0`, `Nghị quyết 4.0`: a version has one point and one digit on each side.
fn version(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let digits = scene.words(found.get(1)?).as_bytes();
    (digits.len() == 3 && digits[1] == b'.').then_some(Value::Opaque)
}
