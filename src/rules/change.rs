//! Changes and comparisons: "tăng 1,31% so với năm 2022", "gấp 3 lần", "giảm còn 2,5%", "từ 0 lên 100%".

use super::comparison::compares_places;
use super::engine::{Item, Match, Node, Rule, Test};
use super::quantity::shared_power;
use super::scene::Scene;
use super::value::{ChangeValue, Decimal, Quantity, UnitKind, UnitValue, Value};
use crate::lexicon::change::MORE_THAN;
use crate::lexicon::{Class, Mask};
use crate::model::{Bound, Direction};

const MOVE: Test = Test::any(&[Class::Up, Class::Down]);
const QUANTITY: Test = Test::any(&[Class::Quantity]);
const CHANGE: Mask = Mask::of(&[Class::Change]);
const FILLER: Test = Test::any(&[Class::Adverb, Class::Respectively, Class::ChangeSize]);

/// The argument of a verb that moves places of a ranking only: "cải thiện 3 bậc", but "cải thiện 12 tuyến đường".
const IN_STEPS: i32 = 6;

/// Changes.
pub const CHANGES: &[Rule] = &[
    Rule {
        name: "tăng <quantity>",
        pattern: &[Item::One(MOVE), Item::Many(FILLER, 0, 2), Item::One(QUANTITY)],
        class: CHANGE,
        make: |s, m| {
            // "giảm còn 2,5%" is a level, "rút 5 bậc" and its like are changes only from one thing to another, and in
            // "tăng trưởng ước đạt 8%" the growth is what is measured.
            let node = m.get(0)?;
            let size = quantity(s, m.get(2)?)?;
            let arg = s.arg(node, Class::Up).or_else(|| s.arg(node, Class::Down));
            let steps = size.unit.is_some_and(|unit| unit.kind == UnitKind::Steps);
            if matches!(arg, Some(4 | 5)) || arg == Some(IN_STEPS) && !steps || size.estimate {
                return None;
            }
            change(direction(node), Some(size))
        },
    },
    Rule {
        name: "lên <n> bậc",
        pattern: &[Item::One(Test::any(&[Class::To])), Item::One(QUANTITY)],
        class: CHANGE,
        make: |s, m| {
            let size = quantity(s, m.get(1)?)?;
            let way = match s.arg(m.get(0)?, Class::To)? {
                0 if s.words(m.get(0)?).eq_ignore_ascii_case(DOWNWARD) => Direction::Down,
                0 => Direction::Up,
                _ => return None,
            };
            (size.unit?.kind == UnitKind::Steps).then(|| change(way, Some(size))).flatten()
        },
    },
    Rule {
        name: "tăng từ <quantity> trở lên",
        pattern: &[Item::One(MOVE), Item::One(Test::any(&[Class::From])), Item::One(QUANTITY)],
        class: CHANGE,
        make: |s, m| {
            let size = quantity(s, m.get(2)?)?;
            let node = m.get(0)?;
            let plain = matches!(s.arg(node, Class::Up).or_else(|| s.arg(node, Class::Down)), Some(0));
            let open = matches!(size.bound, Bound::AtLeast | Bound::AtMost);
            (plain && open).then(|| change(direction(node), Some(size))).flatten()
        },
    },
    Rule {
        name: "giảm <noun> <quantity>",
        pattern: &[
            Item::Opens(Test::any(&[
                Class::Comma,
                Class::Semicolon,
                Class::Dot,
                Class::Colon,
                Class::Target,
                Class::TaskCue,
                Class::Conjunction,
                Class::Open,
                Class::Dash,
                Class::Auxiliary,
                Class::OtherMark,
            ])),
            Item::One(MOVE),
            Item::Many(
                Test::any(&[Class::Content, Class::Adverb, Class::Pronoun, Class::YearWord, Class::Preposition]),
                1,
                8,
            ),
            Item::One(QUANTITY),
        ],
        class: CHANGE,
        make: |s, m| {
            let size = quantity(s, m.get(3)?)?;
            let rate = matches!(size.unit?.kind, UnitKind::Percent | UnitKind::Times | UnitKind::Points);
            let object = m.all(2).iter().any(|n| n.mask.has(Class::Content)).then(|| s.span_of(m.all(2)));
            let value = ChangeValue {
                direction: direction(m.get(1)?),
                size: Some(size),
                from: None,
                to: None,
                against: None,
                object,
            };
            let plain = s.arg(m.get(1)?, Class::Up).or_else(|| s.arg(m.get(1)?, Class::Down)) != Some(IN_STEPS);
            // "cao hơn mức bình quân cả nước 3,6 điểm phần trăm" compares with others, not with what was.
            let plain = plain && !(s.words(m.get(1)?).ends_with(MORE_THAN) && compares_places(s, m.all(2)));
            (rate && plain && !size.estimate).then_some(Value::Change(value))
        },
    },
    Rule {
        name: "(+<quantity>)",
        pattern: &[
            Item::Behind(Test::any(&[Class::Open, Class::Comma, Class::Semicolon, Class::Comparison, Class::Period])),
            Item::One(Test::any(&[Class::Dash, Class::OtherMark])),
            Item::One(QUANTITY.and(&[Class::Glued])),
        ],
        class: CHANGE,
        make: |s, m| {
            let (sign, size) = (m.get(1)?, quantity(s, m.get(2)?)?);
            let direction = match s.words(sign) {
                "+" => Direction::Up,
                _ if sign.mask.has(Class::Dash) => Direction::Down,
                _ => return None,
            };
            let rate = matches!(size.unit?.kind, UnitKind::Percent | UnitKind::Points);
            let compared = m.behind().first().is_some_and(|n| n.mask.meets(COMPARED));
            (rate || compared).then(|| change(direction, Some(size))).flatten()
        },
    },
    Rule {
        name: "thêm <quantity> so với <period>",
        pattern: &[
            Item::One(Test::any(&[Class::More])),
            Item::One(QUANTITY),
            Item::Ahead(Test::any(&[Class::Comparison])),
        ],
        class: CHANGE,
        make: |s, m| change(Direction::Up, Some(quantity(s, m.get(1)?)?)),
    },
    Rule {
        name: "nhiều hơn <period> <quantity>",
        pattern: &[
            Item::One(Test::any(&[Class::Up, Class::Down, Class::Bound])),
            Item::One(Test::any(&[Class::Period, Class::Comparison])),
            Item::Many(Test::any(&[Class::Till, Class::To, Class::ChangeSize, Class::Adverb, Class::Predicate]), 0, 1),
            Item::One(QUANTITY),
        ],
        class: CHANGE,
        make: |s, m| {
            let node = m.get(0)?;
            // "thấp hơn năm 2022 là 3,1 điểm phần trăm", but "thấp hơn năm 2022, đạt 3%".
            if m.get(2).is_some_and(|n| n.mask.has(Class::Predicate) && s.arg(n, Class::Predicate) != Some(1)) {
                return None;
            }
            // "hơn cùng kỳ 749 nghìn đồng".
            let more = s.arg(node, Class::Bound) == Some(OVER) && s.words(node).eq_ignore_ascii_case(MORE_THAN);
            let way = s.arg(node, Class::Up).or_else(|| s.arg(node, Class::Down));
            let time = match s.value(m.get(1)?)? {
                Value::Time(time) => Some(time),
                Value::Comparison(time) => time,
                _ => None,
            };
            let size = quantity(s, m.get(3)?).filter(|size| size.unit.is_some() && !size.estimate)?;
            if !more && !matches!(way, Some(0 | 1)) {
                return None;
            }
            match change(direction(node), Some(size))? {
                Value::Change(value) => Some(Value::Change(ChangeValue { against: Some(time?), ..value })),
                _ => None,
            }
        },
    },
    Rule {
        name: "tăng gấp <n> lần",
        pattern: &[
            Item::Opt(MOVE),
            Item::One(Test::any(&[Class::Fold])),
            Item::Many(FILLER, 0, 1),
            Item::One(QUANTITY),
        ],
        class: CHANGE,
        make: |s, m| {
            let sure = m.get(0).is_some() || s.arg(m.get(1)?, Class::Fold) == Some(1);
            sure.then(|| fold(s, m.get(3)?)).flatten()
        },
    },
    Rule {
        name: "gấp <n> lần",
        pattern: &[Item::One(Test::any(&[Class::Fold])), Item::Many(FILLER, 0, 1), Item::One(QUANTITY)],
        class: CHANGE,
        make: |s, m| {
            let over_time = !compares_places(s, m.behind());
            over_time.then(|| fold(s, m.get(2)?)).flatten()
        },
    },
    Rule {
        name: "gấp đôi",
        pattern: &[Item::One(Test::any(&[Class::Double]))],
        class: CHANGE,
        make: |s, m| {
            let (times, direction) = match s.arg(m.get(0)?, Class::Double)? {
                15 => (Decimal { mantissa: 15, exponent: -1 }, Direction::Up),
                -2 => (Decimal { mantissa: 2, exponent: 0 }, Direction::Down),
                times => (Decimal::whole(times.unsigned_abs().into()), Direction::Up),
            };
            change(direction, Some(times_of(times)))
        },
    },
    Rule {
        name: "tăng từ <quantity> lên <quantity>",
        pattern: &[
            Item::Opt(MOVE),
            Item::Many(Test::any(&[Class::Content]), 0, 6),
            Item::One(Test::any(&[Class::From])),
            Item::One(QUANTITY),
            // "từ 46,2% của năm trước lên 51,4%".
            Item::Many(Test::any(&[Class::Open, Class::Period, Class::Close, Class::Frame, Class::Preposition]), 0, 3),
            Item::One(Test::any(&[Class::To])),
            Item::One(QUANTITY),
        ],
        class: CHANGE,
        make: from_to,
    },
    Rule {
        name: "từ <quantity> nâng lên <quantity>",
        pattern: &[
            Item::One(Test::any(&[Class::From])),
            Item::One(QUANTITY),
            Item::Many(
                Test::any(&[
                    Class::Open,
                    Class::Period,
                    Class::Close,
                    Class::Frame,
                    Class::Auxiliary,
                    Class::AtClock,
                    Class::Preposition,
                ]),
                0,
                5,
            ),
            Item::One(MOVE),
            Item::Many(Test::any(&[Class::To]), 0, 1),
            Item::One(QUANTITY),
        ],
        class: CHANGE,
        make: moved,
    },
    Rule {
        name: "không đổi so với <period>",
        pattern: &[Item::One(Test::any(&[Class::Same])), Item::Ahead(Test::any(&[Class::Comparison]))],
        class: CHANGE,
        make: |s, m| (s.arg(m.get(0)?, Class::Same)? == 0).then(|| change(Direction::None, None))?,
    },
    Rule {
        name: "tăng mạnh",
        pattern: &[Item::One(MOVE), Item::Many(Test::any(&[Class::ChangeSize, Class::Adverb]), 0, 2)],
        class: CHANGE,
        make: |s, m| {
            let node = m.get(0)?;
            let arg = s.arg(node, Class::Up).or_else(|| s.arg(node, Class::Down))?;
            // "thấp hơn bình quân cả nước" compares with others.
            let compares = s.words(node).ends_with(MORE_THAN);
            let sizeless = arg == 1 || m.get(1).is_some() && arg != IN_STEPS && !compares;
            sizeless.then(|| change(direction(node), None)).flatten()
        },
    },
    Rule {
        name: "giảm còn <quantity>",
        pattern: &[Item::One(MOVE), Item::Many(Test::any(&[Class::To]), 0, 1), Item::Ahead(QUANTITY)],
        class: CHANGE,
        make: |s, m| {
            let node = m.get(0)?;
            let level = m.get(1).is_some() || s.arg(node, Class::Up).or_else(|| s.arg(node, Class::Down)) == Some(4);
            level.then(|| change(direction(node), None)).flatten()
        },
    },
];

/// The bound that says more than.
const OVER: i32 = 3;
const DOWNWARD: &str = "xuống";

/// What a change is compared with.
const COMPARED: Mask = Mask::of(&[Class::Comparison, Class::Period, Class::SamePeriod, Class::Against]);

fn direction(node: &Node) -> Direction {
    if node.mask.has(Class::Down) { Direction::Down } else { Direction::Up }
}

fn quantity(scene: &Scene<'_>, node: &Node) -> Option<Quantity> {
    match scene.value(node)? {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

fn change(direction: Direction, size: Option<Quantity>) -> Option<Value> {
    Some(Value::Change(ChangeValue { direction, size, from: None, to: None, against: None, object: None }))
}

fn fold(scene: &Scene<'_>, node: &Node) -> Option<Value> {
    let size = quantity(scene, node)?;
    (size.unit?.kind == UnitKind::Times).then(|| change(Direction::Up, Some(size))).flatten()
}

fn times_of(times: Decimal) -> Quantity {
    Quantity {
        low: times,
        high: None,
        bound: Bound::Exact,
        estimate: false,
        expected: false,
        unit: Some(UnitValue { kind: UnitKind::Times, per: None }),
        spelled: true,
        weak: false,
        assumed: false,
    }
}

fn from_to(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    let (from, to) = (quantity(scene, found.get(3)?)?, quantity(scene, found.get(6)?)?);
    let from = in_same_power(scene, found, (3, 6), from);
    let arrow = found.get(5)?;
    let object = found.get(1).map(|_| scene.span_of(found.all(1)));
    // A noun between needs the verb before it: "rút thời gian từ 41 giờ xuống 36 giờ".
    if object.is_some() && found.get(0).is_none() {
        return None;
    }
    // Without a verb "từ 5 đến 7" is a range; "từ 5 lên 7" is a change.
    if found.get(0).is_none() && scene.arg(arrow, Class::To) == Some(1) {
        return None;
    }
    let direction = match found.get(0) {
        Some(node) => direction(node),
        None if to.low.number() < from.low.number() => Direction::Down,
        None => Direction::Up,
    };
    Some(Value::Change(ChangeValue { direction, size: None, from: Some(from), to: Some(to), against: None, object }))
}

/// "từ 1,2 lên 1,5 triệu đồng": the multiplier stands once.
fn in_same_power(scene: &Scene<'_>, found: &Match<'_>, (first, second): (usize, usize), from: Quantity) -> Quantity {
    match (found.get(first), found.get(second)) {
        (Some(first), Some(second)) if from.unit.is_none() => {
            Quantity { low: from.low.shifted(shared_power(scene, first, second)), ..from }
        }
        _ => from,
    }
}

/// "từ 58,1 triệu đồng cuối năm 2023 được nâng lên 64,6 triệu đồng": the verb stands between the two.
fn moved(scene: &Scene<'_>, found: &Match<'_>) -> Option<Value> {
    const REACHES: [&str; 4] = ["lên", "xuống", "còn", "tới"];
    let (from, to) = (quantity(scene, found.get(1)?)?, quantity(scene, found.get(5)?)?);
    let from = in_same_power(scene, found, (1, 5), from);
    let verb = found.get(3)?;
    let words = scene.words(verb);
    let arg = scene.arg(verb, Class::Up).or_else(|| scene.arg(verb, Class::Down));
    let reaches = found.get(4).is_some() || arg == Some(4) || REACHES.iter().any(|end| words.ends_with(end));
    let against = found.all(2).iter().find_map(|n| match scene.value(n) {
        Some(Value::Time(time)) => Some(time),
        _ => None,
    });
    let value =
        ChangeValue { direction: direction(verb), size: None, from: Some(from), to: Some(to), against, object: None };
    reaches.then_some(Value::Change(value))
}
