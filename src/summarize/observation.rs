//! Assembles observations: walks the figures of a sentence in order and decides which change goes with which level.
//! Settled readings 4 to 7 of the guide.

use std::borrow::Cow;
use std::ops::Range;

use super::Found;
use super::clause::{FIGURES, around, names_something};
use super::context::{Context, sector_of};
use super::indicator;
use crate::lexicon::{Class, Mask, unit};
use crate::model::{Area, BlockKind, Bound, Change, Moment, Observation, Period, Rank, Ratio, Sector, Status};
use crate::rules::{ChangeValue, Decimal, Fact, Quantity, Scene, Time, UnitKind, UnitValue, Value};
use crate::text::Span;

/// An observation on its way: its nodes and what is known so far.
struct Draft {
    /// The node of its figure.
    at: usize,
    span: Span,
    number: Option<Decimal>,
    high: Option<Decimal>,
    bound: Bound,
    unit: Option<String>,
    /// The node and the value of its change.
    change: Option<(usize, ChangeValue)>,
    rank: Option<Rank>,
    ratio: Option<Ratio>,
    estimate: bool,
    expected: bool,
    /// A level told beside another as its earlier value takes the period it is compared with.
    earlier: bool,
    fact: u32,
}

/// Finds the observations of one sentence.
pub fn collect(scene: &Scene<'_>, sentence: Range<usize>, block: BlockKind, context: &mut Context, found: &mut Found) {
    // A year or a part of one holds for what follows; a day or a month, told as when something stood, for its sentence.
    let front = front(scene, &sentence, context);
    if let Some(frame) = front.filter(|p| holds_on(*p)) {
        context.frame = Some(frame);
    }
    if matches!(block, BlockKind::Byline) {
        return;
    }
    let drafts = drafts(scene, &sentence);
    let mut carried: Option<Time> = None;
    for (index, draft) in drafts.iter().enumerate() {
        let clause = around(scene, &sentence, draft.at);
        let comparison =
            draft.change.and_then(|(at, value)| value.against.or_else(|| comparison(scene, &sentence, at)));
        let told = comparison.or(carried).or_else(|| later_comparison(scene, &sentence, &drafts[index..]));
        carried = told.or(carried);
        let own = own_period(scene, &clause, draft.at, context);
        let period = if draft.earlier {
            carried.and_then(|t| context.resolve(t, context.period())).or(own)
        } else {
            own.or(front).or_else(|| context.period())
        };
        let against = draft.change.and(told).and_then(|t| context.resolve(t, period));
        let entry = observation(scene, &sentence, &clause, draft, period, against, context);
        found.covered.push(scene.facts[draft.fact as usize].span);
        if let Some((at, _)) = draft.change {
            found.covered.push(scene.span(&scene.nodes[at]));
        }
        found.observations.push((draft.span, entry));
    }
}

/// A period at the front of a sentence holds until the next one: "Năm 2024, …", "Bước sang năm 2024, …".
fn front(scene: &Scene<'_>, sentence: &Range<usize>, context: &Context) -> Option<Period> {
    const LEAD: Mask =
        Mask::of(&[Class::Connector, Class::Frame, Class::Dash, Class::Comma, Class::Conjunction, Class::OtherMark]);
    const MARK: Mask = Mask::of(&[Class::Comma, Class::Colon, Class::Dash, Class::Open]);
    const STOP: Mask =
        Mask::of(&[Class::Predicate, Class::Comma, Class::Semicolon, Class::Auxiliary, Class::Head, Class::Against]);
    let nodes = &scene.nodes[sentence.clone()];
    let at = nodes.iter().take(6).position(|n| n.mask.has(Class::Period))?;
    let led = nodes[..at].iter().all(|n| n.mask.meets(LEAD));
    if !led && nodes[..at].iter().any(|n| n.mask.meets(FIGURES) || n.mask.meets(STOP)) {
        return None;
    }
    let next = nodes.get(at + 1).map_or(Mask::NONE, |n| n.mask);
    let fronted = next.meets(MARK)
        || led && (next.has(Class::Content) || next.meets(Mask::of(&[Class::Target, Class::AreaWord, Class::Scope])));
    let points = matches!(
        scene.value(&nodes[at])?,
        Value::Time(
            Time::Now
                | Time::PastYears(_)
                | Time::NextYears(_)
                | Time::Same
                | Time::SameOf(_)
                | Time::Before(_)
                | Time::YearStart
        )
    );
    (fronted && !points).then(|| context.time_of(scene, &nodes[at]))?
}

/// Whether a fronted period is one that a section is about.
fn holds_on(period: Period) -> bool {
    !matches!(period, Period::At(Moment::Day(..) | Moment::Month(..)) | Period::Until(_))
}

fn drafts(scene: &Scene<'_>, sentence: &Range<usize>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut pending: Option<(usize, ChangeValue)> = None;
    for at in sentence.clone() {
        let node = &scene.nodes[at];
        if !node.mask.meets(FIGURES) {
            continue;
        }
        match scene.value(node) {
            Some(Value::Quantity(quantity)) => {
                if quantity.weak {
                    continue;
                }
                let mut draft = level(scene, at, quantity);
                draft.earlier = is_earlier(scene, sentence, at, &drafts);
                if draft.earlier && draft.unit.as_deref().is_none_or(|unit| !unit.contains(' ')) {
                    draft.unit = drafts.last().and_then(|d| d.unit.clone());
                }
                if let Some((change_at, value)) = pending.take() {
                    if leads_to(scene, change_at + 1..at) {
                        draft.change = Some((change_at, value));
                    } else {
                        drafts.extend(lone(scene, change_at, value));
                    }
                }
                drafts.push(draft);
            }
            Some(Value::Change(value)) => {
                if let Some((change_at, value)) = pending.take() {
                    drafts.extend(lone(scene, change_at, value));
                }
                if let Some(level) = level_of(scene, &drafts, at, value) {
                    drafts[level].change = Some((at, value));
                } else if value.from.is_some() {
                    drafts.extend(lone(scene, at, value));
                } else {
                    pending = Some((at, value));
                }
            }
            Some(Value::Rank(value)) => {
                let rank = Rank {
                    position: value.position.number(),
                    of: value.of.map(Decimal::number),
                    scope: value.scope.map(|span| span.of(scene.text).to_owned()),
                };
                let bound = if value.group { Bound::AtMost } else { Bound::Exact };
                drafts.push(Draft { rank: Some(rank), bound, ..Draft::at(scene, at) });
            }
            Some(Value::Ratio(part, whole, noun)) => drafts.push(Draft {
                number: Some(part),
                unit: noun.map(|unit| unit_name(scene, unit)),
                ratio: Some(Ratio { part: part.number(), whole: whole.number() }),
                ..Draft::at(scene, at)
            }),
            _ => {}
        }
    }
    if let Some((change_at, value)) = pending {
        drafts.extend(lone(scene, change_at, value));
    }
    drafts
}

/// The level that a change tells of: the one before it, unless something new is named between. A share of a plan
/// ("đạt 500 tỷ đồng, bằng 103% kế hoạch, tăng 5%") is passed over: the change is of the level itself.
fn level_of(scene: &Scene<'_>, drafts: &[Draft], at: usize, value: ChangeValue) -> Option<usize> {
    if value.from.is_some() || value.object.is_some() {
        return None;
    }
    let mut level = drafts.len().checked_sub(1)?;
    let plan = |d: &Draft| {
        d.unit.as_deref() == Some("%") && scene.nodes.get(d.at + 1).is_some_and(|n| n.mask.has(Class::Plan))
    };
    let between = |from: usize| from + 1..at;
    let free = |d: &Draft| {
        !names_something(scene, between(d.at))
            && !scene.nodes[between(d.at)].iter().any(|n| n.mask.has(Class::Semicolon))
    };
    while level > 0 && plan(&drafts[level]) && free(&drafts[level]) && drafts[level - 1].number.is_some() {
        level -= 1;
    }
    let draft = &drafts[level];
    let last = drafts.last()?;
    (draft.number.is_some() && draft.change.is_none() && free(last)).then_some(level)
}

impl Draft {
    fn at(scene: &Scene<'_>, at: usize) -> Self {
        let node = &scene.nodes[at];
        Self {
            at,
            span: scene.span(node),
            number: None,
            high: None,
            bound: Bound::Exact,
            unit: None,
            change: None,
            rank: None,
            ratio: None,
            estimate: false,
            expected: false,
            earlier: false,
            fact: node.fact,
        }
    }
}

fn level(scene: &Scene<'_>, at: usize, quantity: Quantity) -> Draft {
    Draft {
        number: Some(quantity.low),
        high: quantity.high,
        bound: quantity.bound,
        unit: quantity.unit.map(|unit| unit_name(scene, unit)),
        estimate: quantity.estimate,
        expected: quantity.expected,
        ..Draft::at(scene, at)
    }
}

/// A change that stands alone. Without a size it must say what it is compared with, or it tells nothing.
fn lone(scene: &Scene<'_>, at: usize, value: ChangeValue) -> Option<Draft> {
    let sized = value.size.is_some() || value.from.is_some();
    let compared = scene.nodes.get(at + 1).is_some_and(|n| n.mask.has(Class::Comparison));
    (sized || compared).then(|| Draft {
        change: Some((at, value)),
        bound: value.size.map_or(Bound::Exact, |size| size.bound),
        estimate: value.size.is_some_and(|size| size.estimate),
        ..Draft::at(scene, at)
    })
}

/// Whether what stands between a change and a level leads from one to the other: "tăng 23% so với cùng kỳ, đạt …".
fn leads_to(scene: &Scene<'_>, between: Range<usize>) -> bool {
    const LINK: Mask = Mask::of(&[
        Class::Comma,
        Class::Period,
        Class::Comparison,
        Class::Auxiliary,
        Class::Predicate,
        Class::To,
        Class::Conjunction,
        Class::Frame,
        Class::Adverb,
        Class::Estimate,
        Class::Open,
        Class::Connector,
        Class::Dash,
    ]);
    const REACHES: Mask = Mask::of(&[Class::Predicate, Class::To, Class::Estimate]);
    let nodes = &scene.nodes[between];
    nodes.iter().all(|n| n.mask.meets(LINK)) && (nodes.is_empty() || nodes.iter().any(|n| n.mask.meets(REACHES)))
}

/// "tăng 723% so với 6 tháng đầu năm 2020 (72 đài)": the level in brackets is the earlier one.
fn is_earlier(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, drafts: &[Draft]) -> bool {
    let nodes = &scene.nodes;
    at >= sentence.start + 2
        && nodes[at - 1].mask.has(Class::Open)
        && nodes[at - 2].mask.has(Class::Comparison)
        && drafts.last().is_some_and(|d| d.number.is_some())
}

/// What a change is compared with: right behind it, or at the front of its clause.
fn comparison(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<Time> {
    let told = |i: usize| match scene.value(&scene.nodes[i]) {
        Some(Value::Comparison(time)) => Some(time),
        Some(Value::Time(time @ (Time::Same | Time::SameOf(_)))) => Some(Some(time)),
        _ => None,
    };
    const PASSED: Mask =
        Mask::of(&[Class::Open, Class::Comma, Class::Period, Class::Frame, Class::Adverb, Class::Auxiliary]);
    // "gấp 1,65 lần năm 2020": what stands right behind the times is what they are of.
    let times = matches!(scene.value(&scene.nodes[at]), Some(Value::Change(ChangeValue { size: Some(size), .. }))
        if size.unit.is_some_and(|unit| unit.kind == UnitKind::Times));
    if times && let Some(Value::Time(time)) = scene.nodes[..sentence.end].get(at + 1).and_then(|n| scene.value(n)) {
        return Some(time);
    }
    for i in at + 1..sentence.end.min(at + 6) {
        if let Some(time) = told(i) {
            return time;
        }
        if !scene.nodes[i].mask.meets(PASSED) {
            break;
        }
    }
    for i in (sentence.start..at).rev() {
        let mask = scene.nodes[i].mask;
        if let Some(time) = told(i) {
            return time;
        }
        if mask.meets(FIGURES) || mask.has(Class::Semicolon) {
            break;
        }
    }
    None
}

/// "A tăng 5%, B tăng 3% so với cùng kỳ": a comparison told with a later change holds for those before it.
fn later_comparison(scene: &Scene<'_>, sentence: &Range<usize>, rest: &[Draft]) -> Option<Time> {
    rest.iter().skip(1).find_map(|draft| draft.change.and_then(|(at, _)| comparison(scene, sentence, at)))
}

/// The period told in a figure's own clause.
fn own_period(scene: &Scene<'_>, clause: &Range<usize>, at: usize, context: &Context) -> Option<Period> {
    let told = |i: usize| context.time_of(scene, &scene.nodes[i]);
    let before = (clause.start..at).rev().find_map(told);
    const LINK: Mask = Mask::of(&[Class::Frame, Class::Content, Class::Preposition, Class::Close]);
    let after =
        || (at + 1..clause.end).take_while(|&i| scene.nodes[i].mask.meets(LINK) || told(i).is_some()).find_map(told);
    before.or_else(after)
}

fn observation(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    clause: &Range<usize>,
    draft: &Draft,
    period: Option<Period>,
    against: Option<Period>,
    context: &mut Context,
) -> Observation {
    let indicator = if draft.earlier {
        context.last_indicator.clone()
    } else {
        indicator::find(scene, sentence, clause, draft.at, context.last_indicator.as_deref())
    };
    let sector = sector(scene, sentence, clause, draft.at, context);
    context.last_sector = Some(sector);
    context.last_indicator = indicator.clone().or(context.last_indicator.take());
    let status = status(scene, sentence, draft, period, context);
    let change = draft.change.map(|(_, value)| change(scene, value, against, draft));
    Observation {
        id: String::new(),
        quote: String::new(),
        at: 0,
        indicator,
        number: draft.number.map(Decimal::number),
        high: draft.high.map(Decimal::number),
        bound: draft.bound,
        unit: draft.unit.clone(),
        change,
        rank: draft.rank.clone(),
        ratio: draft.ratio.clone(),
        status,
        period,
        area: area(scene, clause, context),
        sector,
        rules: rules(scene, draft),
    }
}

fn change(scene: &Scene<'_>, value: ChangeValue, against: Option<Period>, draft: &Draft) -> Change {
    let unit = value.size.or(value.to).or(value.from).map(|size| match size.unit {
        Some(unit) => Some(unit_name(scene, unit)),
        None => draft.unit.clone(),
    });
    Change {
        direction: value.direction,
        number: value.size.map(|size| size.low.number()),
        high: value.size.and_then(|size| size.high).map(Decimal::number),
        unit: unit.flatten(),
        from: value.from.map(|q| q.low.number()),
        to: value.to.map(|q| q.low.number()),
        against,
        bound: value.size.map(|size| size.bound).filter(|&bound| draft.number.is_some() && bound != Bound::Exact),
    }
}

/// The name of a unit as the format writes it.
fn unit_name(scene: &Scene<'_>, value: UnitValue) -> String {
    let name = match value.kind {
        UnitKind::Listed(row) => Cow::Borrowed(unit::UNITS[row as usize].0),
        UnitKind::Percent => Cow::Borrowed("%"),
        UnitKind::Points => Cow::Borrowed("điểm phần trăm"),
        UnitKind::Times => Cow::Borrowed("times"),
        UnitKind::Steps => Cow::Borrowed("bậc"),
        UnitKind::Noun(span) => Cow::Borrowed(span.of(scene.text)),
    };
    match value.per {
        Some(_) if value.kind == UnitKind::Percent => name.into_owned(),
        Some(per) => format!("{name}{}", per.of(scene.text)),
        None => name.into_owned(),
    }
}

fn status(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    draft: &Draft,
    period: Option<Period>,
    context: &Context,
) -> Status {
    let future = matches!((period, context.report), (Some(p), Some(r)) if p.start().first_day() > r.end().last_day())
        && !matches!((period, context.published), (Some(p), Some(d)) if p.end().last_day() <= d.end().last_day());
    if draft.estimate {
        return Status::Estimate;
    }
    if draft.expected {
        return if future || context.ahead { Status::Target } else { Status::Estimate };
    }
    let before = &scene.nodes[sentence.start..draft.at];
    let wish = before
        .iter()
        .any(|n| scene.arg(n, Class::Target).is_some_and(|arg| arg != 3) || scene.arg(n, Class::Auxiliary) == Some(1));
    if wish || future || context.ahead {
        return Status::Target;
    }
    let from = before.iter().rposition(|n| n.mask.has(Class::Semicolon)).map_or(0, |i| i + 1);
    if before[from..].iter().any(|n| n.mask.has(Class::Estimate)) { Status::Estimate } else { Status::Actual }
}

fn area(scene: &Scene<'_>, clause: &Range<usize>, context: &Context) -> Option<Area> {
    let mut provinces = scene.nodes[clause.clone()].iter().filter_map(|n| scene.arg(n, Class::Province));
    match (provinces.next(), provinces.next()) {
        (Some(row), None) => Some(Area::province(crate::lexicon::area::PROVINCES[row as usize].0)),
        _ => context.area.clone(),
    }
}

fn sector(scene: &Scene<'_>, sentence: &Range<usize>, clause: &Range<usize>, at: usize, context: &Context) -> Sector {
    // Only a report of the field itself goes on about one part of it; elsewhere the next figure may be of anything.
    let one_field = context.sector == Sector::WholeSector;
    let allowed = |s: &Sector| one_field || *s != Sector::WholeSector;
    let first = |range: Range<usize>| scene.nodes[range].iter().find_map(|n| sector_of(scene, n)).filter(allowed);
    first(clause.start..at)
        .or_else(|| unit_sector(scene, at))
        .or_else(|| first(at + 1..clause.end))
        .or(context.last_sector.filter(|&s| s != context.sector && one_field))
        .or_else(|| first(sentence.clone()).filter(|_| one_field))
        .or(context.section.filter(allowed))
        .unwrap_or(context.sector)
}

/// The sector that a counted noun tells: a fact hides the words in it.
fn unit_sector(scene: &Scene<'_>, at: usize) -> Option<Sector> {
    let node = &scene.nodes[at];
    let lexicon = crate::lexicon::lexicon();
    let mut folded = String::new();
    let syllables: Vec<u32> = scene.tokens[node.first as usize..node.last as usize]
        .iter()
        .map(|token| {
            folded.clear();
            crate::text::fold_into(token.span.of(scene.text), &mut folded);
            lexicon.syllable(&folded)
        })
        .collect();
    (0..syllables.len()).find_map(|i| {
        let (_, entry) = lexicon.longest(&syllables[i..]);
        lexicon.entry(entry).arg(Class::Sector).and_then(|s| Sector::ALL.get(s as usize)).copied()
    })
}

/// The names of the rules that made a figure, the parts before the whole.
fn rules(scene: &Scene<'_>, draft: &Draft) -> Vec<Cow<'static, str>> {
    let mut names = Vec::new();
    let mut visit = |fact: u32| {
        let mut stack = vec![fact];
        let mut order: Vec<&Fact> = Vec::new();
        while let Some(at) = stack.pop() {
            if let Some(fact) = scene.facts.get(at as usize) {
                order.push(fact);
                stack.extend(&fact.parts);
            }
        }
        for fact in order.into_iter().rev() {
            if !names.contains(&Cow::Borrowed(fact.rule)) {
                names.push(Cow::Borrowed(fact.rule));
            }
        }
    };
    visit(draft.fact);
    if let Some((at, _)) = draft.change {
        visit(scene.nodes[at].fact);
    }
    names
}
