//! People: names, the offices that stand with them, and the two put together. Knows how a name and an office look side
//! by side; refuses a name that nothing tells to be a person's ("đường Lê Duẩn", "số 80 Trần Hưng Đạo").

use super::engine::{Item, Match, Rule, Test};
use super::scene::Scene;
use super::value::Value;
use crate::lexicon::{Class, Mask};

const SURNAME: Test = Test::any(&[Class::Surname]).and(&[Class::Capital]);
/// A word of a name. Titles and offices open with a capital too.
const GIVEN: Test = Test::any(&[Class::Word]).and(&[Class::Capital]).but(&[
    Class::Office,
    Class::AllCaps,
    Class::Act,
    Class::Programme,
]);
const PLAIN: Test = Test::any(&[Class::Word]).and(&[Class::Capital]).but(&[
    Class::Office,
    Class::AllCaps,
    Class::Act,
    Class::Programme,
    Class::Surname,
]);
const CAPITALS: Test = Test::any(&[Class::AllCaps]).but(&[Class::Office]);
const NAME: Mask = Mask::of(&[Class::PersonName]);
const HUMAN: Mask = Mask::of(&[Class::Human]);

/// Names, before numbers are read: people are called Năm and Mười.
pub const NAMES: &[Rule] = &[
    Rule {
        name: "<surname> <given name>",
        pattern: &[Item::One(SURNAME.but(&[Class::AllCaps])), Item::Many(PLAIN, 1, 3)],
        class: NAME,
        make: name,
    },
    Rule {
        name: "<surname> <surname> <given name>",
        pattern: &[
            Item::One(SURNAME.but(&[Class::AllCaps])),
            Item::One(GIVEN.and(&[Class::Surname])),
            Item::Many(PLAIN, 1, 3),
        ],
        class: NAME,
        make: name,
    },
    Rule {
        name: "<surname> <middle name> <surname> [<given name>]",
        pattern: &[
            Item::One(SURNAME.but(&[Class::AllCaps])),
            Item::One(GIVEN.and(&[Class::Middle])),
            Item::One(GIVEN.and(&[Class::Surname])),
            Item::Many(PLAIN, 0, 2),
        ],
        class: NAME,
        make: name,
    },
    Rule {
        name: "<surname> [<middle name>] <surname>",
        pattern: &[
            Item::One(SURNAME.but(&[Class::AllCaps])),
            Item::Many(PLAIN, 0, 2),
            Item::One(GIVEN.and(&[Class::Surname])),
            Item::NotAhead(GIVEN),
        ],
        class: NAME,
        make: name,
    },
    Rule {
        name: "<SURNAME> <GIVEN NAME>",
        pattern: &[Item::One(SURNAME.and(&[Class::AllCaps])), Item::Many(CAPITALS, 1, 3)],
        class: NAME,
        make: name,
    },
];

fn name(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    // A surname that is an everyday word needs a title before it.
    let sure = scene.arg(found.get(0)?, Class::Surname)? < 2;
    (sure || found.after(Class::Honorific) || found.after(Class::Office))
        .then(|| Value::Name(scene.span_of(found.taken())))
}

/// What an office is of: a body, a field, a place.
const BODY: Test = Test::any(&[Class::Word, Class::Ampersand]).but(&[
    Class::Office,
    Class::Honorific,
    Class::PersonName,
    Class::Human,
    Class::Speech,
    Class::Auxiliary,
    Class::Predicate,
    Class::Connector,
    Class::Pronoun,
    Class::Plural,
    Class::Period,
    Class::Number,
    Class::Conjunction,
    Class::AreaWord,
    Class::Reference,
    Class::Programme,
    Class::Act,
    Class::Demand,
    Class::Occasion,
    Class::Frame,
    Class::Manner,
    Class::Up,
    Class::Down,
]);
const PROPER: Test = Test::any(&[Class::Word]).and(&[Class::Capital]).but(&[
    Class::Office,
    Class::Honorific,
    Class::PersonName,
    Class::AreaWord,
    Class::Conjunction,
]);
const AREA: Test = Test::any(&[Class::AreaWord]);
const OFFICE: Test = Test::any(&[Class::Office]);
const JOINT: Test = Test::any(&[Class::Comma, Class::Conjunction, Class::Dash]);
const OFFICES: Mask = Mask::of(&[Class::Office]);

/// Offices with whose they are.
pub const POSTS: &[Rule] = &[
    Rule {
        name: "<office> <body>",
        pattern: &[Item::One(OFFICE), Item::Many(BODY, 0, 10)],
        class: OFFICES,
        make: office,
    },
    Rule {
        name: "<office> <body> <place>",
        pattern: &[Item::One(OFFICE), Item::Many(BODY, 0, 10), Item::Many(AREA, 1, 2), Item::Many(PROPER, 0, 3)],
        class: OFFICES,
        make: office,
    },
    Rule {
        name: "<office> <body> và <field> [<place>]",
        pattern: &[
            Item::One(OFFICE),
            Item::Many(BODY, 1, 8),
            Item::One(JOINT),
            Item::One(PROPER),
            Item::Many(BODY, 0, 6),
            Item::Opt(AREA),
            Item::Many(PROPER, 0, 3),
        ],
        class: OFFICES,
        make: joined,
    },
    Rule {
        name: "<office> <body>, <field> và <field> [<place>]",
        pattern: &[
            Item::One(OFFICE),
            Item::Many(BODY, 1, 8),
            Item::One(JOINT),
            Item::One(PROPER),
            Item::Many(BODY, 0, 5),
            Item::One(Test::any(&[Class::Conjunction])),
            Item::One(PROPER),
            Item::Many(BODY, 0, 6),
            Item::Opt(AREA),
            Item::Many(PROPER, 0, 3),
        ],
        class: OFFICES,
        make: joined,
    },
];

fn office(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    scene.arg(found.get(0)?, Class::Office).map(|_| Value::Office)
}

/// "Sở Y tế và Công an" are two bodies, "Sở Khoa học và Công nghệ" is one: a comma or a dash alone joins only what a
/// conjunction then closes, and what is joined is not all capitals.
fn joined(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let comma = found.get(2)?.mask.has(Class::Comma);
    let acronym = found.get(3)?.mask.has(Class::AllCaps);
    (!acronym && (!comma || found.pattern_len() > 7)).then(|| office(scene, found)).flatten()
}

const TITLE: Test = Test::any(&[Class::Honorific, Class::Office]);
const PERSON_NAME: Test = Test::any(&[Class::PersonName]);
const PERSON: Test = Test::any(&[Class::Human]);

/// A name with the title or the office right before it.
pub const TITLED: &[Rule] = &[
    Rule {
        name: "<office> <name>",
        pattern: &[
            Item::One(OFFICE),
            Item::Opt(Test::any(&[Class::Colon])),
            Item::Many(TITLE, 0, 3),
            Item::One(PERSON_NAME),
        ],
        class: HUMAN,
        make: last_name,
    },
    Rule {
        name: "<honorific> <name>",
        pattern: &[
            Item::One(Test::any(&[Class::Honorific])),
            Item::Opt(Test::any(&[Class::Colon])),
            Item::Many(TITLE, 0, 4),
            Item::One(PERSON_NAME),
        ],
        class: HUMAN,
        make: last_name,
    },
    Rule {
        name: "<honorific> <capitals>",
        pattern: &[
            Item::One(Test::any(&[Class::Honorific])),
            Item::Many(GIVEN.but(&[Class::PersonName, Class::Province, Class::AreaWord]), 2, 4),
            Item::NotAhead(GIVEN),
        ],
        class: HUMAN,
        make: foreign,
    },
];

fn last_name(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    match scene.value(found.taken().last()?)? {
        Value::Name(span) => Some(Value::Person(span)),
        _ => None,
    }
}

/// "bà Ramla Khalidi", "ông Y Bliêng Niê"; "Bà Nà Hills" in a sentence is a place.
fn foreign(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let title = found.get(0)?;
    let opens = found.starts() || found.after(Class::Dot);
    let single = scene.arg(title, Class::Honorific)? != 1;
    let titled = !title.mask.has(Class::Capital) || opens || scene.words(title).contains(' ');
    (single && titled).then(|| Value::Person(scene.span_of(found.all(1))))
}

const GAP: Test = Test::any(&[Class::Comma, Class::Dash, Class::Open, Class::Colon]);
const MORE: Test = Test::any(&[Class::Office, Class::Comma, Class::Conjunction, Class::Dash]);
/// What a name stands behind when a street or a school bears it.
const PLACE: Test = Test::any(&[Class::NameBefore, Class::Number, Class::Opaque, Class::Act, Class::AreaWord]);

/// A person with the offices around.
pub const APPOINTED: &[Rule] = &[
    Rule {
        name: "<office>, <office> <person>",
        pattern: &[Item::One(OFFICE), Item::One(JOINT), Item::Many(MORE, 0, 6), Item::One(PERSON)],
        class: HUMAN,
        make: |s, m| person(s, m, 3),
    },
    Rule {
        name: "<office>, <office> <person>, <office>",
        pattern: &[
            Item::One(OFFICE),
            Item::One(JOINT),
            Item::Many(MORE, 0, 6),
            Item::One(PERSON),
            Item::One(GAP),
            Item::One(OFFICE),
            Item::Many(MORE, 0, 10),
        ],
        class: HUMAN,
        make: |s, m| person(s, m, 3),
    },
    Rule {
        name: "<person>, <office>",
        pattern: &[Item::One(PERSON), Item::One(GAP), Item::One(OFFICE), Item::Many(MORE, 0, 10)],
        class: HUMAN,
        make: |s, m| person(s, m, 0),
    },
    Rule {
        name: "<name>, <office>",
        pattern: &[
            Item::NotBehind(PLACE),
            Item::One(PERSON_NAME),
            Item::One(GAP),
            Item::One(OFFICE),
            Item::Many(MORE, 0, 10),
        ],
        class: HUMAN,
        make: |s, m| match s.value(m.get(1)?)? {
            Value::Name(span) => Some(Value::Person(span)),
            _ => None,
        },
    },
];

fn person(scene: &Scene<'_>, found: &Match<'_>, at: usize) -> Option<Value> {
    match scene.value(found.get(at)?)? {
        person @ Value::Person(_) => Some(person),
        _ => None,
    }
}

/// Lists: "các đồng chí A, B và C".
pub const LISTS: &[Rule] = &[Rule {
    name: "<honorific> <name>, <name> và <name>",
    pattern: &[
        Item::One(PERSON),
        Item::Many(
            Test::any(&[Class::PersonName, Class::Human, Class::Comma, Class::Conjunction, Class::Semicolon]),
            2,
            60,
        ),
    ],
    class: Mask::NONE,
    make: |_, m| m.all(1).iter().any(|n| n.mask.has(Class::PersonName)).then_some(Value::Opaque),
}];
