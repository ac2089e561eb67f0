//! What something is compared with: "so với cùng kỳ", "kể từ cuối năm 2022", and whether it is a time or a place.

use super::engine::{Item, Node, Rule, Test};
use super::scene::Scene;
use super::value::Value;
use crate::lexicon::{Class, Mask};

/// What something is compared with.
pub const COMPARISONS: &[Rule] = &[
    Rule {
        name: "so với <period>",
        pattern: &[Item::One(Test::any(&[Class::Against])), Item::One(Test::any(&[Class::Period]))],
        class: Mask::of(&[Class::Comparison]),
        make: |s, m| match s.value(m.get(1)?)? {
            // "tăng 18% kể từ cuối năm 2022" compares; "Kể từ năm 2022, …" is a time.
            Value::Time(time) => {
                let since = s.arg(m.get(0)?, Class::Against) == Some(SINCE);
                (!since || m.after(Class::Quantity)).then_some(Value::Comparison(Some(time)))
            }
            _ => None,
        },
    },
    Rule {
        name: "so với <noun>",
        pattern: &[
            Item::One(Test::any(&[Class::Against])),
            Item::Many(
                Test::any(&[Class::Plan, Class::Content, Class::Adverb, Class::Verb]).but(&[Class::Capital]),
                0,
                5,
            ),
            Item::Opt(Test::any(&[Class::Period, Class::Scope, Class::Country])),
        ],
        class: Mask::of(&[Class::Comparison]),
        make: |s, m| {
            if s.arg(m.get(0)?, Class::Against) == Some(SINCE) {
                return None;
            }
            let time = match m.get(2).and_then(|node| s.value(node)) {
                Some(Value::Time(time)) => Some(time),
                _ => None,
            };
            Some(Value::Comparison(time))
        },
    },
];

/// The argument of what says since when, not against what.
const SINCE: i32 = 1;

/// "gấp 1,9 lần cả nước", "gấp 2 lần mức bình quân chung": so many times what another has, not what there was before.
pub fn compares_places(scene: &Scene<'_>, behind: &[Node]) -> bool {
    const END: Mask = Mask::of(&[
        Class::Comma,
        Class::Semicolon,
        Class::Dot,
        Class::Open,
        Class::Close,
        Class::Period,
        Class::Comparison,
        Class::Quantity,
    ]);
    const PLACE: Mask = Mask::of(&[Class::Country, Class::Province, Class::World, Class::AreaWord, Class::Scope]);
    let told = behind.iter().take(12).take_while(|n| !n.mask.meets(END));
    let mut rate = false;
    for node in told {
        if node.mask.meets(PLACE) {
            return true;
        }
        let words = scene.words(node);
        rate |= AVERAGES.iter().any(|average| words.eq_ignore_ascii_case(average));
    }
    rate
}

/// Words of what is common to many.
const AVERAGES: &[&str] = &["mức", "chung", "bình quân", "trung bình"];
