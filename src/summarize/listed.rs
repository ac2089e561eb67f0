//! Figures whose name stands in a list: in brackets behind another figure, or told "lần lượt" with the items of a list.

use std::ops::Range;

use super::clause::FIGURES;
use super::figure::{Figure, WITHIN, compared_with};
use super::following::following;
use super::named::{Named, with_owner};
use super::phrase::{coupled, has_head, is_noun, subject, words};
use crate::lexicon::{Class, Mask, unit};
use crate::rules::{Scene, Value};

/// The bracket that a figure stands in.
pub fn bracket(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    const BRACKETS: Mask = Mask::of(&[Class::Open, Class::Close]);
    const LONGEST: usize = 40;
    let last = (sentence.start..at).rev().take(LONGEST).find(|&i| scene.nodes[i].mask.meets(BRACKETS));
    last.filter(|&i| scene.nodes[i].mask.has(Class::Open))
}

/// What a bracket is behind: the figure before it, or a noun phrase that stands between.
pub fn before_bracket(scene: &Scene<'_>, sentence: &Range<usize>, open: usize, named: &Named) -> Option<String> {
    const PARTS: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Connector]);
    let nodes = &scene.nodes;
    let told = named.at_before(open).filter(|&at| at >= sentence.start);
    let from = told.map_or(sentence.start, |at| at + 1);
    // "đạt 95% kế hoạch vốn được giao (khoảng 57.000 tỷ đồng)".
    if told.is_some() && nodes[from].mask.has(Class::Plan) {
        let plan = words(scene, from..open)?;
        return Some(named.before(open).map_or(plan.clone(), |base| with_owner(&plan, base)));
    }
    let part = nodes[from..open].iter().rposition(|n| n.mask.meets(PARTS)).map(|i| from + i + 1);
    let fresh = part.or(told.is_none().then_some(from)).filter(|&p| nodes[p..open].iter().any(is_noun));
    match fresh {
        Some(from) => subject(scene, from..open),
        None => named.before(open).map(str::to_owned),
    }
}

/// A figure in brackets behind another: an earlier or planned value of the same thing, "(năm 2022: 02 vụ)", or a part of
/// it, "(4 giải Nhất, 28 giải Nhì)", "(quốc tế 32,6 triệu; nội địa 41,4 triệu)".
pub fn in_brackets(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    open: usize,
    at: usize,
    figure: &Figure,
    base: &str,
) -> String {
    const MARK: Mask = Mask::of(&[Class::Comma, Class::Semicolon, Class::Open, Class::Quantity, Class::Change]);
    const ASIDE: Mask = Mask::of(&[Class::Plan, Class::Country, Class::Target]);
    let nodes = &scene.nodes;
    let from = (open..at).rev().find(|&i| nodes[i].mask.meets(MARK)).map_or(open + 1, |i| i + 1);
    let of_plan = figure.of_plan.then(|| format!("{base} {}", compared_with(scene, at, sentence.end)));
    if let Some(told) = of_plan {
        return told.trim_end().to_owned();
    }
    // "63.118 ha (20,7% diện tích canh tác)": a share of what stands behind it.
    let bare = !nodes[from..at].iter().any(is_noun);
    if figure.describes && bare {
        let of = following(scene, at, sentence.end).map_or_else(String::new, |of| format!(" {WITHIN} {of}"));
        return format!("{base}{of}");
    }
    let whole = nodes[from..at].iter().any(|n| n.mask.has(Class::Country));
    let own = nodes[from..at].iter().any(|n| is_noun(n) && !n.mask.meets(ASIDE));
    let own = own.then(|| subject(scene, from..at)).flatten();
    let noun = figure.noun.map(|span| span.of(scene.text).to_owned());
    match (noun, own) {
        // "đàn lợn có 172 nghìn con (cùng kỳ 158 nghìn con)": the word that things are counted by says nothing.
        (Some(noun), None)
            if unit::CLASSIFIERS.contains(&noun.to_lowercase().as_str())
                && following(scene, at, sentence.end).is_none() =>
        {
            base.to_owned()
        }
        (Some(noun), own) => {
            // "bắt giữ 63 vụ/81 đối tượng (ma túy: 41 vụ/52 đối tượng)": of what was done, not of those counted last.
            let base = deed_of(scene, sentence, open, base, &noun);
            let own = own.map_or(noun.clone(), |own| format!("{noun} {own}"));
            let own = following(scene, at, sentence.end).map_or(own.clone(), |rest| format!("{own} {rest}"));
            with_owner(&super::observation::in_full(&own), base)
        }
        // "Nhà học C (9 tầng, diện tích sàn 11.200 m2)": of what the brackets are behind.
        (None, Some(own)) if has_head(scene, from..at) => {
            let fresh = !nodes[sentence.start..open].iter().any(|n| n.mask.meets(FIGURES));
            if fresh && own.split_whitespace().count() <= SHORT { with_owner(&own, base) } else { own }
        }
        (None, Some(own)) => with_owner(base, &own),
        (None, None) if whole => words(scene, from..at).map_or(base.to_owned(), |own| with_owner(base, &own)),
        (None, None) => base.to_owned(),
    }
}

/// The most words of a name in brackets that is told with what they are behind.
const SHORT: usize = 3;

/// The name of the figure before brackets without its noun, where the brackets count cases or people of another noun.
fn deed_of<'n>(scene: &Scene<'_>, sentence: &Range<usize>, open: usize, base: &'n str, noun: &str) -> &'n str {
    let counts = |word: &str| unit::CASES.contains(&word) || unit::PEOPLE.contains(&word);
    let told = (sentence.start..open).rev().take(4).find_map(|i| match scene.value(&scene.nodes[i])? {
        Value::Quantity(q) => match q.unit?.kind {
            crate::rules::UnitKind::Noun(span) => Some(span.of(scene.text)),
            _ => None,
        },
        _ => None,
    });
    let rest = told.and_then(|told| base.strip_prefix(told)).filter(|rest| rest.starts_with(' ')).map(str::trim);
    let first = noun.split(' ').next().unwrap_or_default().to_lowercase();
    let known = counts(&noun.to_lowercase()) || counts(&first) || noun.contains('.');
    rest.filter(|_| known).unwrap_or(base)
}

/// "Tỷ lệ … ở ba cấp mầm non, tiểu học, THCS lần lượt là 91,2%, 86,7% và 93,5%": each figure has its own item.
pub fn respectively(scene: &Scene<'_>, sentence: &Range<usize>, at: usize, named: &Named) -> Option<String> {
    const ROW: Mask = Mask::of(&[
        Class::Quantity,
        Class::Comma,
        Class::Conjunction,
        Class::Predicate,
        Class::Auxiliary,
        Class::Ratio,
    ]);
    let nodes = &scene.nodes;
    let row =
        (0..at).rev().take(24).take_while(|&i| nodes[i].mask.meets(ROW) || nodes[i].mask.has(Class::Respectively));
    // The nearest cue; "lần lượt đạt" may be told with two words, but no figure stands between them.
    let mut cue = None;
    for i in row {
        match cue {
            _ if nodes[i].mask.has(Class::Respectively) => cue = Some(i),
            Some(_) if nodes[i].mask.has(Class::Quantity) => break,
            _ => {}
        }
    }
    let cue = cue?;
    let figures = |run: Range<usize>| nodes[run].iter().filter(|n| n.mask.has(Class::Quantity)).count();
    let index = figures(cue..at);
    let end = (at..nodes.len()).find(|&i| !nodes[i].mask.meets(ROW)).unwrap_or(nodes.len());
    let count = index + figures(at..end);
    let start = opening_of_list(scene, sentence.start..cue);
    let items = items(scene, start..cue);
    // "lần lượt là 36 tỷ đồng, 27 tỷ đồng và 9 tỷ đồng, tương ứng 35%, 26% và 9%": of the row before.
    if items.is_empty() && count > 1 && start > sentence.start {
        return named.nth_last(count).map(str::to_owned);
    }
    if items.len() != count {
        let whole = || match items.len() {
            more if more > count => words(scene, trimmed(scene, items.first()?.start..cue)),
            _ => subject(scene, items.first()?.start..cue),
        };
        return if index > 0 { named.last().map(str::to_owned) } else { whole() }.filter(|_| count > 1);
    }
    let first = items.first()?.clone();
    let item = items.get(index)?.clone();
    if index == 0 {
        return subject(scene, first);
    }
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction]);
    let coupled = |run: &Range<usize>| nodes[run.clone()].iter().any(|n| n.mask.meets(JOINT));
    let own = if coupled(&item) { words(scene, item)? } else { subject(scene, item)? };
    // "Cho vay nông nghiệp, nông thôn, xuất khẩu lần lượt là …": what the first item opens with is of all.
    if coupled(&first) {
        let lead = first.clone().find(|&i| is_noun(&nodes[i])).map(|i| scene.words(&nodes[i]))?;
        return Some(format!("{lead} {own}"));
    }
    // The words of the first item in whose place the others stand are its last ones.
    let whole = subject(scene, first)?;
    let length = own.split_whitespace().count();
    let shared: Vec<&str> = whole.split_whitespace().collect();
    let shared = shared[..shared.len().saturating_sub(length)].join(" ");
    if shared.is_empty() || !has_head(scene, start..cue) { Some(own) } else { Some(format!("{shared} {own}")) }
}

/// A run without what leads to the figures behind it.
fn trimmed(scene: &Scene<'_>, run: Range<usize>) -> Range<usize> {
    let mut end = run.end;
    while end > run.start && !is_noun(&scene.nodes[end - 1]) {
        end -= 1;
    }
    run.start..end
}

/// Where a list of items opens: behind the last semicolon or figure.
fn opening_of_list(scene: &Scene<'_>, run: Range<usize>) -> usize {
    const HARD: Mask = Mask::of(&[Class::Semicolon, Class::Colon, Class::Quantity, Class::Change, Class::Dot]);
    // "ở ba cấp mầm non, tiểu học, THCS" only says how many items there are.
    let names_items = |i: usize| matches!(scene.value(&scene.nodes[i]), Some(Value::Quantity(q)) if q.spelled && q.low.small(9).is_some());
    run.clone().rev().find(|&i| scene.nodes[i].mask.meets(HARD) && !names_items(i)).map_or(run.start, |i| i + 1)
}

/// The parts of a list between commas and conjunctions, those without a noun left out.
fn items(scene: &Scene<'_>, run: Range<usize>) -> Vec<Range<usize>> {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction]);
    let nodes = &scene.nodes;
    let mut items = Vec::new();
    let mut from = run.start;
    for i in run.clone() {
        if nodes[i].mask.meets(JOINT) && !coupled(scene, &run, i) {
            items.push(from..i);
            from = i + 1;
        }
    }
    items.push(from..run.end);
    items.retain(|item| nodes[item.clone()].iter().any(is_noun));
    items
}
