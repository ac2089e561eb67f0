//! The times that a sentence tells: the period at its front, that of a figure, and what a change is compared with.

use std::ops::Range;

use super::clause::FIGURES;
use super::context::Context;
use super::join::Draft;
use crate::lexicon::{Class, Mask};
use crate::model::{Moment, Period};
use crate::rules::{ChangeValue, Scene, Time, UnitKind, Value};

/// How far a period at the front of a sentence holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Until another one is told: a year, a stage, a part of a year.
    Report,
    /// To the end of the block: what was counted up to a day.
    Block,
    /// For its sentence: a day or a month in which something happened.
    Sentence,
}

/// A period at the front of a sentence holds for what follows: "Năm 2024, …", "Bước sang năm 2024, …".
pub fn front(scene: &Scene<'_>, sentence: &Range<usize>, context: &Context) -> Option<(Period, Hold)> {
    let (at, alone) = front_node(scene, sentence).or_else(|| Some((behind_circumstances(scene, sentence)?, true)))?;
    let period = pointed(scene, at, context)?;
    let since = matches!(scene.value(&scene.nodes[at]), Some(Value::Time(Time::Since(_) | Time::SincePart(_))));
    let total = matches!(scene.value(&scene.nodes[at]), Some(Value::Time(Time::Until(_) | Time::UntilPart(_))))
        || scene.opening(&scene.nodes[at]).meets(Mask::of(&[Class::UpTo, Class::RunningTotal]));
    let points = matches!(scene.value(&scene.nodes[at]), Some(Value::Time(Time::StageAfter | Time::StageBefore)));
    // "8 tháng" in a report of another period is by the way.
    let so_far = matches!(scene.value(&scene.nodes[at]), Some(Value::Time(Time::SoFar(_))));
    let hold = match period {
        _ if since || points || so_far && context.report != Some(period) => Hold::Sentence,
        // The season, the term or the stage of a thing is told of that thing: "Kết quả bầu cử nhiệm kỳ 2021-2026, …".
        Period::Range(Moment::Year(_), _) if !alone => Hold::Sentence,
        // In a report of one year a school year or some years are by the way; the stage of a plan is not.
        Period::Range(Moment::Year(a), Moment::Year(b)) if b < a + 4 && context.report.is_some_and(whole_year) => {
            Hold::Block
        }
        // Some months of the report's own time are those of a paragraph; so is a quarter of its year.
        Period::Range(Moment::Month(..), _) if context.report != Some(period) => Hold::Block,
        Period::At(Moment::Quarter(..)) if context.report.is_some_and(whole_year) => Hold::Block,
        Period::At(Moment::Day(..) | Moment::Month(..)) | Period::Until(_) if total => Hold::Block,
        Period::Range(Moment::Day(..), _) => Hold::Block,
        Period::At(Moment::Day(..) | Moment::Month(..)) | Period::Until(_) => Hold::Sentence,
        _ => Hold::Report,
    };
    Some((period, hold))
}

/// Whether a period is one year.
pub fn whole_year(period: Period) -> bool {
    matches!(period, Period::At(Moment::Year(_)))
}

/// The node of a period that a sentence opens with, and whether it stands there by itself and is not that of a thing.
fn front_node(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<(usize, bool)> {
    const LEAD: Mask =
        Mask::of(&[Class::Connector, Class::Frame, Class::Dash, Class::Comma, Class::Conjunction, Class::OtherMark]);
    const MARK: Mask = Mask::of(&[Class::Comma, Class::Colon, Class::Dash, Class::Open]);
    const STOP: Mask =
        Mask::of(&[Class::Predicate, Class::Comma, Class::Semicolon, Class::Auxiliary, Class::Head, Class::Against]);
    const GOES_ON: Mask = Mask::of(&[
        Class::Content,
        Class::Target,
        Class::AreaWord,
        Class::Scope,
        Class::Auxiliary,
        Class::Verb,
        Class::Predicate,
    ]);
    let nodes = &scene.nodes[sentence.clone()];
    let at = nodes.iter().take(6).position(|n| n.mask.has(Class::Period))?;
    if of_accounts(scene, sentence.start + at) {
        return None;
    }
    let led = nodes[..at].iter().all(|n| n.mask.meets(LEAD));
    if !led && nodes[..at].iter().any(|n| n.mask.meets(FIGURES) || n.mask.meets(STOP)) {
        return None;
    }
    let next = nodes.get(at + 1).map_or(Mask::NONE, |n| n.mask);
    (next.meets(MARK) || led && next.meets(GOES_ON)).then_some((sentence.start + at, led))
}

/// The node of a period that stands alone between commas behind what a sentence opens with: "Theo Sở Tài chính, tính đến
/// hết tháng 11, …", "Về thu ngân sách, trong năm 2023, …".
fn behind_circumstances(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<usize> {
    const STOP: Mask = Mask::of(&[Class::Semicolon, Class::Predicate, Class::Colon, Class::Target, Class::TaskCue]);
    const LEAD: Mask = Mask::of(&[Class::Frame, Class::Connector, Class::Preposition]);
    let nodes = &scene.nodes;
    let end = (sentence.start..sentence.end.min(sentence.start + 40))
        .find(|&i| nodes[i].mask.meets(FIGURES) || nodes[i].mask.meets(STOP))?;
    let alone = |i: usize| {
        let next = nodes.get(i + 1).is_some_and(|n| n.mask.has(Class::Comma));
        let mut first = i;
        while first > sentence.start && nodes[first - 1].mask.meets(LEAD) {
            first -= 1;
        }
        next && first > sentence.start && nodes[first - 1].mask.has(Class::Comma)
    };
    (sentence.start..end).find(|&i| nodes[i].mask.has(Class::Period) && alone(i))
}

/// The period of a node, unless it only points at one.
fn pointed(scene: &Scene<'_>, at: usize, context: &Context) -> Option<Period> {
    let points = matches!(
        scene.value(&scene.nodes[at])?,
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
    (!points).then(|| context.time_of(scene, &scene.nodes[at]))?
}

/// A period that a wish is for holds for the rest of the sentence: "phấn đấu năm 2023 tỷ lệ … đạt 95%, đưa … lên 23,8%".
pub fn wished(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, context: &Context) -> Option<Period> {
    let nodes = &scene.nodes;
    const WISH: Mask = Mask::of(&[Class::Target, Class::TaskCue]);
    const LINK: Mask = Mask::of(&[Class::Frame, Class::To, Class::Comma, Class::Colon]);
    let node = (sentence.start + 1..at).rev().find(|&i| {
        let mut before = i - 1;
        while before > sentence.start && nodes[before].mask.meets(LINK) {
            before -= 1;
        }
        nodes[i].mask.has(Class::Period) && nodes[before].mask.meets(WISH)
    })?;
    pointed(scene, node, context)
}

/// Whether the period of a heading is one that a section is about.
pub fn holds_on(period: Period) -> bool {
    !matches!(period, Period::At(Moment::Day(..) | Moment::Month(..)) | Period::Until(_))
}

/// Whether the period of a figure is that of the next one too: where nothing new is named between them ("đạt 182,5 tỷ đồng,
/// bằng 121,7% dự toán"), and a part of a year holds to the end of its sentence. What stands in brackets goes on nowhere.
pub fn goes_on(scene: &Scene<'_>, between: Range<usize>, period: Period) -> bool {
    let nodes = scene.run_of(between.start + 1..between.end);
    let mut depth = 0_i32;
    for node in nodes {
        depth += i32::from(node.mask.has(Class::Open)) - i32::from(node.mask.has(Class::Close));
        if depth < 0 {
            return false;
        }
    }
    let part = matches!(period, Period::At(Moment::Month(..) | Moment::Quarter(..) | Moment::Half(..)));
    let same =
        !nodes.iter().any(|n| n.mask.has(Class::Content) && !n.mask.has(Class::Plan) || n.mask.has(Class::Semicolon));
    part || same
}

/// What a change is compared with: right behind it, or at the front of its clause.
pub fn comparison(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<Time> {
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
    if times {
        const PHRASE: Mask =
            Mask::of(&[Class::Content, Class::Preposition, Class::Verb, Class::Adverb, Class::Pronoun]);
        let mut behind = scene.nodes[at + 1..sentence.end].iter().take(14);
        let time = behind.find(|n| !n.mask.meets(PHRASE) || n.mask.has(Class::Period));
        if let Some(Value::Time(time)) = time.and_then(|n| scene.value(n)) {
            return Some(time);
        }
    }
    // "Giảm 30% số vụ vi phạm so với năm 2021": what is moved stands between, where the change opens its clause.
    const MOVED: Mask =
        Mask::of(&[Class::Content, Class::Verb, Class::Preposition, Class::Conjunction, Class::Period, Class::Head]);
    const EDGE: Mask = Mask::of(&[
        Class::Dash,
        Class::Semicolon,
        Class::Colon,
        Class::Dot,
        Class::Target,
        Class::TaskCue,
        Class::Auxiliary,
        Class::OtherMark,
    ]);
    let sized = matches!(scene.value(&scene.nodes[at]), Some(Value::Change(change)) if change.size.is_some());
    let opens = at == sentence.start || scene.nodes[at - 1].mask.meets(EDGE);
    if sized && opens && scene.run_of(at + 1..at + 2).iter().any(|n| n.mask.has(Class::Content)) {
        let behind = (at + 1..sentence.end.min(at + 14)).find(|&i| !scene.nodes[i].mask.meets(MOVED));
        if let Some(Value::Comparison(time)) = behind.and_then(|i| scene.value(&scene.nodes[i])) {
            return time;
        }
    }
    let mut i = at + 1;
    while i < sentence.end.min(at + 9) {
        if let Some(time) = told(i) {
            return time;
        }
        // "tăng 331,4 tỷ đồng (tương ứng tăng 12,8%) so với năm 2021": of both.
        let aside = scene.nodes[i]
            .mask
            .has(Class::Open)
            .then(|| (i..sentence.end.min(i + 7)).find(|&close| scene.nodes[close].mask.has(Class::Close)));
        match aside.flatten() {
            Some(close) if !(i..close).any(|inside| told(inside).is_some()) => i = close,
            _ if scene.nodes[i].mask.meets(PASSED) || i == at + 1 && scene.nodes[i].mask.has(Class::Close) => {}
            _ => break,
        }
        i += 1;
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
pub fn later_comparison(scene: &Scene<'_>, sentence: &Range<usize>, rest: &[Draft]) -> Option<Time> {
    let from = rest.first()?.at;
    let same_part = |at: &usize| !scene.run_of(from..*at).iter().any(|n| n.mask.has(Class::Semicolon));
    let later = rest.iter().skip(1).filter_map(|draft| draft.change.map(|(at, _)| at)).take_while(same_part);
    later.into_iter().find_map(|at| comparison(scene, sentence, at))
}

/// The last period of a run, unless it stands in brackets that are closed, in the name of a plan, or before a turn of the
/// sentence ("…, song vẫn có 22/26 chỉ tiêu").
fn told_before(scene: &Scene<'_>, run: Range<usize>, told: impl Fn(usize) -> Option<Period>) -> Option<Period> {
    let nodes = &scene.nodes;
    let mut closed = 0_usize;
    for i in run.clone().rev() {
        let mask = nodes[i].mask;
        if mask.has(Class::Close) {
            closed += 1;
        } else if mask.has(Class::Open) {
            closed = closed.saturating_sub(1);
        } else if mask.has(Class::Connector) && i > run.start && nodes[i - 1].mask.has(Class::Comma) {
            return None;
        } else if closed == 0
            && !in_name_of_plan(scene, run.start, i)
            && !of_accounts(scene, i)
            && let Some(period) = told(i)
        {
            return Some(period);
        }
    }
    None
}

/// "kiến nghị của niên độ 2020", "quyết toán niên độ 2021": the year of the accounts names them; what is told of them may be of
/// another.
fn of_accounts(scene: &Scene<'_>, at: usize) -> bool {
    const THING: Mask = Mask::of(&[Class::Content, Class::Preposition, Class::Verb, Class::TaskCue, Class::Plan]);
    let node = &scene.nodes[at];
    let accounts = scene.phrase(node.first as usize..node.last as usize).arg(Class::YearWord) == Some(2);
    accounts && at > 0 && scene.nodes[at - 1].mask.meets(THING)
}

/// "Quy hoạch sử dụng đất giai đoạn 2021–2030", "chuẩn nghèo giai đoạn 2022-2025": the years belong to the name.
fn in_name_of_plan(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let stage = matches!(
        scene.value(&scene.nodes[at]),
        Some(Value::Time(Time::At(Period::Range(Moment::Year(_), Moment::Year(_)))))
    );
    const LONGEST_NAME: usize = 8;
    stage
        && (start..at)
            .rev()
            .take(LONGEST_NAME)
            .take_while(|&i| scene.nodes[i].mask.meets(NAME))
            .any(|i| scene.opening(&scene.nodes[i]).has(Class::Programme))
}

/// What the name of a plan is made of.
const NAME: Mask =
    Mask::of(&[Class::Content, Class::Programme, Class::Dash, Class::Conjunction, Class::Verb, Class::Reference]);

/// Whether a figure is one that what stands behind it is compared with: so many times, or so many per cent of it.
fn compares(scene: &Scene<'_>, at: usize) -> bool {
    match scene.value(&scene.nodes[at]) {
        Some(Value::Change(ChangeValue { size: Some(size), .. })) => {
            size.unit.is_some_and(|unit| unit.kind == UnitKind::Times)
        }
        Some(Value::Quantity(size)) => {
            size.unit.is_some_and(|unit| unit.kind == UnitKind::Percent)
                && at.checked_sub(1).is_some_and(|before| scene.nodes[before].mask.has(Class::Same))
        }
        _ => false,
    }
}

/// The time of a comparison that "là" or its like leads from to a level.
fn compared_level(scene: &Scene<'_>, clause: &Range<usize>, at: usize) -> Option<Time> {
    const LINK: Mask = Mask::of(&[Class::Predicate, Class::Auxiliary, Class::Estimate, Class::Adverb, Class::To]);
    let nodes = &scene.nodes;
    let quantity = matches!(scene.value(&nodes[at]), Some(Value::Quantity(_)));
    let from = (clause.start..at).rev().find(|&i| !nodes[i].mask.meets(LINK))?;
    let leads = nodes[from + 1..at].iter().any(|n| n.mask.has(Class::Predicate));
    match scene.value(&nodes[from])? {
        Value::Comparison(time) if quantity && leads && from > clause.start => {
            // "doanh thu so với năm 2021 đạt 98%" is a share of it.
            let share = matches!(scene.value(&nodes[at]), Some(Value::Quantity(q))
                if q.unit.is_some_and(|unit| unit.kind == UnitKind::Percent));
            time.filter(|_| !share && nodes[from - 1].mask.has(Class::Comma))
        }
        _ => None,
    }
}

/// The period told in a figure's own clause.
pub fn own_period(scene: &Scene<'_>, clause: &Range<usize>, draft: &Draft, context: &Context) -> Option<Period> {
    // "tăng gần 3 lần trong 5 năm qua, đạt 75%": only a rate is of all the years, a level is of the last.
    let rate = draft.unit.as_deref() == Some("%")
        && matches!(scene.value(&scene.nodes[draft.at]),
        Some(Value::Quantity(q)) if q.unit.is_some_and(|unit| unit.per.is_some()));
    let told = |i: usize| match scene.value(&scene.nodes[i]) {
        // "gấp 1,65 lần năm 2020", "bằng 118% năm 2021": what stands right behind is what is compared with.
        Some(Value::Time(_)) if i > 0 && compares(scene, i - 1) => None,
        // "tăng 12% so CK": what a change is compared with is not its time.
        Some(Value::Time(Time::Same | Time::SameOf(_))) if i > 0 && scene.nodes[i - 1].mask.has(Class::Change) => None,
        Some(Value::Time(time @ Time::PastYears(_))) => {
            let years = context.resolve(time, context.period())?;
            Some(if rate { years } else { Period::At(years.end()) })
        }
        _ => context.time_of(scene, &scene.nodes[i]),
    };
    let at = draft.at;
    // "…, so với năm 2021 là 205 sản phẩm": the level of the year that the one before is compared with.
    if let Some(period) = compared_level(scene, clause, at).and_then(|time| context.resolve(time, context.period())) {
        return Some(period);
    }
    let before = told_before(scene, clause.start..at, told);
    const LINK: Mask = Mask::of(&[Class::Frame, Class::Content, Class::Preposition, Class::Close]);
    let after =
        || (at + 1..clause.end).take_while(|&i| scene.nodes[i].mask.meets(LINK) || told(i).is_some()).find_map(told);
    before.or_else(after)
}
