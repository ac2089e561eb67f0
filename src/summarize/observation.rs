//! Assembles observations: what the figures of a sentence measure, of which period, place, sector and status.

use std::borrow::Cow;
use std::ops::Range;

use super::Found;
use super::clause::{FIGURES, around};
use super::context::Context;
use super::counted;
use super::field::sector;
use super::following::limit_behind;
use super::indicator;
use super::join::{Draft, drafts};
use super::listed;
use super::named::with_owner;
use super::place::area;
use super::settle;
use super::table;
use super::told::{self, Hold, comparison, front, goes_on, later_comparison, own_period};
use crate::lexicon::{Class, Mask, unit};
use crate::model::{BlockKind, Bound, Change, Moment, Observation, Period, Status};
use crate::rules::{ChangeValue, Decimal, Fact, Node, Scene, Time, UnitKind, UnitValue};

/// Finds the observations of one sentence.
pub fn collect(scene: &Scene<'_>, sentence: Range<usize>, block: BlockKind, context: &mut Context, found: &mut Found) {
    // A year or a part of one holds for what follows; a day or a month, told as when something stood, for its sentence.
    let front = front(scene, &sentence, context);
    match front {
        Some((frame, Hold::Report)) => (context.frame, context.spot) = (Some(frame), None),
        Some((spot, Hold::Block)) => context.spot = Some(spot),
        _ => {}
    }
    let front = front.map(|(period, _)| period);
    if matches!(block, BlockKind::Byline) {
        return;
    }
    let mut drafts = drafts(scene, &sentence);
    drafts.retain(|draft| !table::is_aside(draft.at, &context.cells, &context.columns));
    for draft in drafts.iter_mut().filter(|d| d.unit.is_none() && d.number.is_some()) {
        if let Some(cell) = context.unit_at(scene, &sentence, draft.at) {
            draft.number = draft.number.map(|number| number.shifted(cell.power));
            draft.high = draft.high.map(|high| high.shifted(cell.power));
            draft.unit = Some(cell.name);
        }
    }
    // "33 mặt hàng đạt kim ngạch trên 1 tỷ USD": the limit tells which ones; it is no figure of its own.
    let limits: Vec<usize> = drafts.iter().filter_map(|d| limit_behind(scene, d.at, sentence.end)).collect();
    for at in &limits {
        found.parts.push(scene.span(&scene.nodes[*at]));
    }
    drafts.retain(|draft| !limits.contains(&draft.at));
    let mut carried: Option<Time> = None;
    let mut last: Option<(usize, Option<Period>)> = None;
    for (index, draft) in drafts.iter().enumerate() {
        let mut clause = around(scene, &sentence, draft.at);
        // "Doanh nghiệp công nghệ số tăng gấp 2 lần, 58 nghìn doanh nghiệp": a change told first is of the same clause.
        if let Some((moved, _)) = draft.change.filter(|&(moved, _)| moved < draft.at) {
            clause.start = around(scene, &sentence, moved).start.min(clause.start);
        }
        // "cao hơn năm trước 13,6%" tells it of itself only; "so với cùng kỳ" of what follows too.
        let inside = draft.change.and_then(|(_, value)| value.against);
        let comparison = draft.change.and_then(|(at, _)| comparison(scene, &sentence, at));
        let told = inside.or(comparison).or(carried).or_else(|| later_comparison(scene, &sentence, &drafts[index..]));
        carried = comparison.filter(|_| inside.is_none()).or(told.filter(|_| inside.is_none())).or(carried);
        let column = table::column_at(draft.at, &context.cells, &context.columns).cloned().unwrap_or_default();
        let head = column.time.and_then(|time| context.resolve(time, None)).or_else(|| {
            // What is planned is planned for the year.
            column.target.then(|| context.period().map(|p| Period::of_year(p.end().year())))?
        });
        let own = head.or_else(|| own_period(scene, &clause, draft, context)).or_else(|| {
            let (before, own) = last.filter(|_| !table::is_row(&context.cells))?;
            own.filter(|&p| goes_on(scene, before..draft.at, p))
        });
        last = Some((draft.at, own));
        if matches!(own, Some(Period::At(Moment::Year(_)))) && !draft.earlier {
            context.spot = None;
        }
        let period = if draft.earlier {
            let before = || context.period().map(Period::year_before);
            carried.and_then(|t| context.resolve(t, context.period())).or(own).or_else(before)
        } else {
            let wish = || told::wished(scene, &sentence, draft.at, context);
            own.or_else(wish).or(front).or(context.spot).or_else(|| context.period())
        };
        let against = draft.change.and(told).and_then(|t| context.resolve(t, period));
        let mut entry = observation(scene, &sentence, &clause, draft, period, against, context);
        if let Some(row) = table::row_name(scene, &context.cells, draft.at) {
            let titled = context.title.as_ref().filter(|_| !context.named.names_itself(scene, &row));
            let row = titled.map_or(row.clone(), |title| with_owner(title, &row));
            entry.indicator = Some(column.against.map_or(row.clone(), |against| format!("{row} {against}")));
        }
        if column.target {
            entry.status = Status::Target;
        }
        found.covered.push(scene.facts[draft.fact as usize].span);
        if let Some((at, _)) = draft.change {
            found.covered.push(scene.span(&scene.nodes[at]));
        }
        if settle::attends(scene, &sentence, draft.at) {
            found.attending.push(found.observations.len());
        }
        found.observations.push((draft.span, entry));
    }
    context.named.leave(scene, &sentence);
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
    // "giảm 16 người chết (89/105 người)": who died is told with the change.
    let moved = draft.change.filter(|&(at, _)| draft.pair.is_some() && at < draft.at);
    let fate = moved.and_then(|(at, _)| counted::casualties(scene, sentence, at, &context.named));
    let indicator = if draft.earlier {
        // The other one of a pair stands at the same place.
        context.named.at(draft.at).or(context.named.last()).map(str::to_owned)
    } else if fate.is_some() {
        fate
    } else {
        indicator::find(scene, sentence, clause, draft.at, &context.named)
    };
    let sector = sector(scene, sentence, clause, draft.at, context);
    context.last_sector = Some(sector);
    if let Some(name) = &indicator {
        context.named.push(draft.at, clause.start, name, listed::bracket(scene, sentence, draft.at).is_some());
    }
    let status = status(scene, sentence, draft, period, context);
    let bound = if draft.bound == Bound::Exact { bound_around(scene, sentence, draft.at) } else { draft.bound };
    let change = draft.change.map(|(_, value)| change(scene, value, against, draft));
    Observation {
        id: String::new(),
        quote: String::new(),
        at: 0,
        indicator: indicator.clone(),
        number: draft.number.map(Decimal::number),
        high: draft.high.map(Decimal::number),
        bound,
        unit: counted_in_millions(draft, indicator.as_deref(), context)
            .or_else(|| draft.unit.clone())
            .or_else(|| counted_unit(draft, indicator.as_deref()))
            .or_else(|| noun_of_name(draft, indicator.as_deref()))
            .or_else(|| draft.number.filter(|n| n.number().is_whole()).and_then(|_| casualties(scene, draft.at))),
        change,
        rank: draft.rank.clone(),
        ratio: draft.ratio.clone(),
        status,
        period,
        area: area(scene, sentence, clause, draft.at, context),
        sector,
        rules: rules(scene, draft),
    }
}

/// "Tổng số doanh nghiệp công nghệ số là 61.359": the noun behind the word for a number is what is counted.
fn counted_unit(draft: &Draft, indicator: Option<&str>) -> Option<String> {
    let whole = draft.number.is_some_and(|n| n.number().is_whole());
    let mut folded = String::new();
    let words: Vec<&str> = indicator?.split_whitespace().collect();
    let heads = crate::lexicon::indicator::COUNTS;
    let rest = (1..=3.min(words.len())).rev().find_map(|length| {
        folded.clear();
        crate::text::fold_into(&words[..length].join(" "), &mut folded);
        heads.contains(&folded.as_str()).then(|| &words[length..])
    })?;
    // "số giường bệnh trên 10.000 dân", "số bác sĩ/vạn dân": a rate.
    let name = rest.join(" ");
    if let Some((noun, per)) = name.split_once('/').or_else(|| name.split_once(RATE)) {
        let base = per.split_whitespace().next()?;
        let rated = base.starts_with(|c: char| c.is_ascii_digit()) || RATE_BASES.contains(&base);
        return rated.then(|| format!("{}/{}", noun.trim(), per.trim()));
    }
    (whole && !rest.is_empty()).then(|| rest[..rest.len().min(2)].join(" "))
}

/// "sinh viên chính quy 7.615", "Nhiệm vụ cấp quốc gia: 05": a number without a unit counts what its name opens with, if that
/// is something that is counted.
fn noun_of_name(draft: &Draft, indicator: Option<&str>) -> Option<String> {
    let whole = draft.number.is_some_and(|n| n.number().is_whole());
    let mut folded = String::new();
    let words: Vec<&str> = indicator?.split_whitespace().collect();
    let told = (1..=3.min(words.len())).rev().find(|&length| {
        folded.clear();
        crate::text::fold_into(&words[..length].join(" "), &mut folded);
        [unit::COUNTED, unit::PEOPLE, unit::THINGS].iter().any(|list| list.contains(&folded.as_str()))
    })?;
    whole.then(|| words[..told].join(" "))
}

/// "Thuê bao dùng điện thoại thông minh 100,9 triệu": not money, but what the name opens with; and "mỗi ngày 2,5 triệu" is of
/// what was counted right before.
fn counted_in_millions(draft: &Draft, indicator: Option<&str>, context: &Context) -> Option<String> {
    const PER: [&str; 4] = ["mỗi ", "bình quân ", "trung bình ", "riêng "];
    if !draft.assumed {
        return None;
    }
    let mut folded = String::new();
    crate::text::fold_into(indicator?, &mut folded);
    let name = ["tổng số ", "số lượng ", "số "].iter().find_map(|head| folded.strip_prefix(head)).unwrap_or(&folded);
    let opens =
        |name: &str, noun: &str| name.strip_prefix(noun).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let of = |name: &str| unit::COUNTED.iter().find(|noun| opens(name, noun)).map(|noun| (*noun).to_owned());
    let before = || {
        let mut told = String::new();
        crate::text::fold_into(context.named.before(draft.at)?, &mut told);
        of(&told).filter(|_| PER.iter().any(|per| name.starts_with(per)))
    };
    of(name).or_else(before)
}

/// What stands between a count and what it is told on, and the words for that.
const RATE: &str = " trên ";
const RATE_BASES: &[&str] = &["vạn", "nghìn", "ngàn", "triệu", "một"];

/// "tử vong 31", "chết 01": people.
fn casualties(scene: &Scene<'_>, at: usize) -> Option<String> {
    let from = at.saturating_sub(2);
    let words = (from < at).then(|| scene.words_of(&scene.nodes[from..at]).to_lowercase())?;
    unit::CASUALTIES.iter().any(|word| words.ends_with(word)).then(|| "person".to_owned())
}

fn change(scene: &Scene<'_>, value: ChangeValue, against: Option<Period>, draft: &Draft) -> Change {
    let unit = value.size.or(value.to).or(value.from).map(|size| match size.unit {
        // "12 lần (tăng 02 lần so CK)": of what is counted in times.
        Some(unit) if unit.kind == UnitKind::Times && draft.unit.as_deref() == Some(unit::OCCASION) => {
            draft.unit.clone()
        }
        Some(unit) => Some(unit_name(scene, unit)),
        None => draft.unit.clone(),
    });
    Change {
        direction: value.direction,
        number: value.size.map(|size| size.low.number()),
        high: value.size.and_then(|size| size.high).map(Decimal::number),
        unit: unit.flatten(),
        from: value.from.map(|q| q.low.number()).or(draft.pair.map(|(_, then)| then.number())),
        to: value.to.map(|q| q.low.number()).or(draft.pair.map(|(now, _)| now.number())),
        against,
        bound: value.size.map(|size| size.bound).filter(|&bound| draft.number.is_some() && bound != Bound::Exact),
    }
}

/// The name of a unit as the format writes it.
pub fn unit_name(scene: &Scene<'_>, value: UnitValue) -> String {
    let name = match value.kind {
        UnitKind::Listed(row) => Cow::Borrowed(unit::UNITS[row as usize].0),
        UnitKind::Percent => Cow::Borrowed("%"),
        UnitKind::Points => Cow::Borrowed("điểm phần trăm"),
        UnitKind::Times => Cow::Borrowed("times"),
        UnitKind::Steps => Cow::Borrowed("bậc"),
        UnitKind::Noun(span) if is_person(scene, span) => Cow::Borrowed("person"),
        UnitKind::Noun(span) => in_full(span.of(scene.text)),
    };
    match value.per {
        Some(_) if value.kind == UnitKind::Percent => name.into_owned(),
        Some(per) => format!("{name}{}", per.of(scene.text)),
        None => name.into_owned(),
    }
}

/// A counted noun that opens with a word cut short ("52 đ.tượng"), with that word in full.
pub fn in_full(noun: &str) -> Cow<'_, str> {
    let mut folded = String::new();
    let (first, rest) = noun.split_once(' ').unwrap_or((noun, ""));
    crate::text::fold_into(first, &mut folded);
    match unit::CUT_SHORT.iter().find(|(short, _)| *short == folded) {
        Some((_, full)) => Cow::Owned(format!("{full} {rest}").trim_end().to_owned()),
        None => Cow::Borrowed(noun),
    }
}

/// "54 người chết": people, whatever befell them.
fn is_person(scene: &Scene<'_>, span: crate::text::Span) -> bool {
    let mut folded = String::new();
    crate::text::fold_into(span.of(scene.text), &mut folded);
    let opens = |phrase: &str| folded.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    opens(unit::PERSON) && !unit::NOT_PERSONS.iter().any(|compound| opens(compound))
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
    let from = before.iter().rposition(|n| n.mask.has(Class::Semicolon)).map_or(0, |i| i + 1);
    // "dự kiến" tells of the running year too, and only of its own clause.
    let expects = |n: &Node| scene.arg(n, Class::Target) == Some(2);
    let wish =
        before.iter().any(|n| n.mask.has(Class::Target) && !expects(n) || scene.arg(n, Class::Auxiliary) == Some(1));
    let asked = super::against::asked(scene, &(sentence.start + from..draft.at), draft.at).is_some();
    if wish || future || context.ahead || of_plan(scene, before, draft.unit.as_deref() == Some("VND")) || asked {
        return Status::Target;
    }
    // "Ước tính …; …; …": at the front it holds for the whole sentence.
    let fronted = before.first().is_some_and(|n| n.mask.has(Class::Estimate));
    if before[from..].iter().any(expects) {
        return Status::Estimate;
    }
    if fronted || before[from..].iter().any(|n| n.mask.has(Class::Estimate)) {
        Status::Estimate
    } else {
        Status::Actual
    }
}

/// The bound of words that do not touch the number: "ước chiếm 12%", "từ 95% dân số trở lên".
fn bound_around(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Bound {
    const LINK: Mask = Mask::of(&[Class::Predicate, Class::Auxiliary, Class::Period, Class::Verb, Class::Adverb]);
    let nodes = &scene.nodes;
    let lead = (sentence.start..at)
        .rev()
        .take(3)
        .take_while(|&i| nodes[i].mask.meets(LINK) || nodes[i].mask.has(Class::Estimate));
    if lead.into_iter().any(|i| nodes[i].mask.has(Class::Estimate)) {
        return Bound::About;
    }
    let from = at > sentence.start && nodes[at - 1].mask.has(Class::From);
    let behind = nodes[at + 1..sentence.end].iter().take(4).take_while(|n| n.mask.meets(WITHIN));
    let after = behind.into_iter().find_map(|n| scene.arg(n, Class::BoundAfter)).filter(|_| from);
    after.map_or(Bound::Exact, crate::lexicon::bound::bound)
}

/// What may stand between a figure and "trở lên".
const WITHIN: Mask = Mask::of(&[Class::Content, Class::BoundAfter, Class::Plan]);

/// The argument of "vượt".
const EXCEEDS: i32 = 8;

/// Whether a figure is what a plan asks for: "chưa đạt chỉ tiêu 90%", "(kế hoạch: 10 - 12%)", "KH 92%".
fn of_plan(scene: &Scene<'_>, before: &[Node], money: bool) -> bool {
    const LINK: Mask = Mask::of(&[Class::Colon, Class::Open, Class::Verb, Class::Auxiliary]);
    let told = before.iter().rposition(|n| !n.mask.meets(LINK) || n.mask.has(Class::Plan));
    // "thấp hơn kế hoạch 0,05 điểm phần trăm": how far something is off it was not asked for.
    let off = |at: usize| {
        const OFF: Mask = Mask::of(&[Class::Up, Class::Down, Class::Against]);
        at > 0
            && (before[at - 1].mask.meets(OFF)
                || money && scene.arg(&before[at - 1], Class::Predicate) == Some(EXCEEDS))
            && !before[at..].iter().any(|n| n.mask.has(Class::Open))
    };
    told.is_some_and(|at| before[at].mask.has(Class::Plan) && !before[at].mask.meets(FIGURES) && !off(at))
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
