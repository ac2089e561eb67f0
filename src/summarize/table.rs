//! Tables that were flattened to text: "Vốn đăng ký (nghìn tỷ đồng) | 1.272,3 | 1.086,8". The unit of a cell stands once,
//! in brackets in the head of its row or of its column.

use std::ops::Range;

use super::counted::counts_itself;
use super::figure::in_full;
use super::observation::unit_name;
use super::phrase::subject;
use crate::lexicon::{Class, Mask, change, unit};
use crate::rules::{Node, Scene, Time, Value};

/// A unit told for other cells: the power of ten of its multipliers, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellUnit {
    /// `9` for "tỷ đồng".
    pub power: i16,
    /// `VND`, `%`, or the noun counted.
    pub name: String,
}

/// What the head of a column tells of its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Their unit.
    pub unit: Option<CellUnit>,
    /// Their period, not yet read against the report.
    pub time: Option<Time>,
    /// Whether they tell what is planned.
    pub target: bool,
    /// What they are compared with: "so với dự toán".
    pub against: Option<String>,
    /// What else than figures they hold.
    pub holds: Holds,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Holds {
    /// Names or figures.
    #[default]
    Figures,
    /// The numbers of the rows: "TT", "STT".
    Numbers,
    /// The units of the rows: "ĐVT", "Đơn vị tính".
    Units,
}

/// What separates the cells of a row.
const BARS: [&str; 2] = ["|", "\t"];

/// The unit of a share.
const PERCENT: &str = "%";

/// The cells of a line, as ranges of nodes; one where it is no row of a table.
pub fn cells(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, node) in scene.nodes.iter().enumerate() {
        let words = scene.words(node);
        if node.mask.has(Class::OtherMark) && (BARS.contains(&words) || words.starts_with("  ")) {
            cells.push(start..at);
            start = at + 1;
        }
    }
    cells.push(start..scene.nodes.len());
    cells
}

/// The head of a table, column by column; `None` for a line that is no head.
pub fn head(scene: &Scene<'_>, cells: &[Range<usize>]) -> Option<Vec<Column>> {
    let figures = scene.nodes.iter().any(|n| match scene.value(n) {
        Some(Value::Quantity(quantity)) => !quantity.weak,
        Some(Value::Ratio(..)) => true,
        _ => false,
    });
    if cells.len() < 3 || figures {
        return None;
    }
    let mut columns: Vec<Column> = cells.iter().map(|cell| column(scene, cell.clone())).collect();
    // "Dự toán (tỷ đồng) | Thực hiện | % dự toán": a unit is told once and holds for the columns behind it.
    for at in 1..columns.len() {
        if columns[at].unit.is_none() && columns[at].holds == Holds::Figures {
            columns[at].unit = columns[at - 1].unit.clone().filter(|unit| unit.name != PERCENT);
        }
    }
    Some(columns)
}

fn column(scene: &Scene<'_>, cell: Range<usize>) -> Column {
    let holds = holds(scene, cell.clone());
    if holds != Holds::Figures {
        return Column { holds, ..Column::default() };
    }
    let time = scene.nodes[cell.clone()].iter().find_map(|n| match scene.value(n) {
        Some(Value::Time(time)) => Some(time),
        _ => None,
    });
    let share = scene.nodes[cell.clone()].iter().any(|n| n.mask.has(Class::PercentWord));
    let plan = scene.nodes[cell.clone()].iter().any(|n| n.mask.has(Class::Plan));
    let unit = told(scene, cell.clone()).or_else(|| share.then(|| CellUnit { power: 0, name: PERCENT.to_owned() }));
    // "2023 so với 2022 (%)" and "% cùng kỳ" compare two.
    let time = time.filter(|time| !(share && matches!(time, Time::Same | Time::SameOf(_) | Time::Before(_))));
    let compares = scene.nodes[cell.clone()].iter().any(|n| n.mask.has(Class::Comparison));
    let against = (share || compares).then(|| compared_with(scene, cell.clone())).flatten();
    Column { unit, time: time.filter(|_| !compares), target: plan && !share, against, holds }
}

/// What the head of a column says that its cells hold.
fn holds(scene: &Scene<'_>, cell: Range<usize>) -> Holds {
    if cell.is_empty() {
        return Holds::Figures;
    }
    let words = scene.words_of(&scene.nodes[cell]).to_lowercase();
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    match () {
        () if NUMBER_WORDS.contains(&words) => Holds::Numbers,
        () if UNIT_WORDS.contains(&words) => Holds::Units,
        () => Holds::Figures,
    }
}

/// Whether the head of its column says that a number at a node is no figure: the number of its row, or a part of its unit.
pub fn is_aside(at: usize, cells: &[Range<usize>], columns: &[Column]) -> bool {
    column_at(at, cells, columns).is_some_and(|column| column.holds != Holds::Figures)
}

/// "% dự toán", "So dự toán", "2023 so với 2022 (%)": what the cells of a column compare with.
fn compared_with(scene: &Scene<'_>, cell: Range<usize>) -> Option<String> {
    const ASIDE: Mask = Mask::of(&[Class::PercentWord, Class::Against, Class::Open, Class::Close]);
    let nodes = &scene.nodes[cell];
    if nodes.iter().any(|n| n.mask.has(Class::Comparison) && scene.words(n).contains(change::AGAINST)) {
        let end = nodes.iter().position(|n| n.mask.has(Class::Open)).unwrap_or(nodes.len());
        return (end > 0).then(|| scene.words_of(&nodes[..end]).to_owned());
    }
    // "So dự toán" is one node.
    if let Some(told) = nodes.iter().find(|n| n.mask.has(Class::Comparison)) {
        let words = scene.words(told).split_once(' ').map_or("", |(_, what)| what);
        return (!words.is_empty()).then(|| format!("{} {}", change::AGAINST, in_full(words)));
    }
    let from = nodes.iter().position(|n| !n.mask.meets(ASIDE))?;
    let end = nodes[from..].iter().position(|n| n.mask.meets(ASIDE)).map_or(nodes.len(), |i| from + i);
    // "% so CK" is read as one word with what leads to it; "TH/KH (%)" is what was done by what was planned.
    let words = scene.words_of(&nodes[from..end]);
    let words = words.strip_prefix(AGAINST_IN_SHORT).unwrap_or(words);
    let words = words.rsplit_once('/').map_or(words, |(_, plan)| plan.trim_start());
    Some(format!("{} {}", change::AGAINST, in_full(words)))
}

/// What a row of a table is of: the words of its first cell, without the unit in brackets.
pub fn row_name(scene: &Scene<'_>, cells: &[Range<usize>], at: usize) -> Option<String> {
    // The number of a row names nothing.
    let names = |cell: &Range<usize>| {
        scene.nodes[cell.clone()].iter().any(|n| n.mask.has(Class::Word) && !n.mask.has(Class::Roman))
    };
    let first = cells.iter().find(|cell| names(cell)).filter(|cell| is_row(cells) && at >= cell.end)?;
    let open =
        first.clone().find(|&i| scene.nodes[i].mask.has(Class::Open)).filter(|_| told(scene, first.clone()).is_some());
    let end = open.unwrap_or(first.end);
    let from =
        first.clone().find(|&i| scene.nodes[i].mask.has(Class::Content) || scene.nodes[i].mask.has(Class::Verb))?;
    (from < end).then(|| scene.words_of(&scene.nodes[from..end]).trim_end_matches([':', '-', ' ']).to_owned())
}

/// What the head of its column tells of the figure at a node.
pub fn column_at<'c>(at: usize, cells: &[Range<usize>], columns: &'c [Column]) -> Option<&'c Column> {
    if is_row(cells) { columns.get(cells.partition_point(|cell| cell.end < at)) } else { None }
}

/// Whether a line of such cells is a row of a table.
pub fn is_row(cells: &[Range<usize>]) -> bool {
    cells.len() > 2
}

/// The unit of the figure at a node: from the head of its column, else of its row; outside of tables from the brackets
/// before its colon ("Tổng thu (tỷ đồng): 1.234").
pub fn unit_at(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    at: usize,
    cells: &[Range<usize>],
    columns: &[Column],
    shared: Option<&CellUnit>,
) -> Option<CellUnit> {
    if is_row(cells) {
        let column = column_at(at, cells, columns).and_then(|column| column.unit.clone());
        let row = || cells.iter().take(2).find_map(|cell| told(scene, cell.clone()));
        let of_row = || {
            let at = columns.iter().position(|column| column.holds == Holds::Units)?;
            cells.get(at).and_then(|cell| unit_cell(scene, cell.clone()))
        };
        return column.or_else(of_row).or_else(row).or_else(|| shared.cloned());
    }
    let colon = (sentence.start..at).rev().take(FAR).find(|&i| scene.nodes[i].mask.has(Class::Colon))?;
    let near = (colon + 4 >= at).then(|| told(scene, sentence.start..colon)).flatten();
    // "Tài chính (ĐVT: triệu đồng)" over lines "Doanh thu: 96.450": not of what such a line counts.
    let line = scene.words_of(&scene.nodes[sentence.start..colon]).trim_start_matches(|c: char| !c.is_alphabetic());
    near.or_else(|| shared.filter(|_| !counts_itself(line)).cloned())
}

/// How far before a figure the colon of its line may stand, in nodes.
const FAR: usize = 40;

/// The unit in the last brackets of a run of nodes, if there is nothing but a unit in them.
fn told(scene: &Scene<'_>, run: Range<usize>) -> Option<CellUnit> {
    let nodes = &scene.nodes[run];
    let open = nodes.iter().rposition(|n| n.mask.has(Class::Open))?;
    let close = open + nodes[open..].iter().position(|n| n.mask.has(Class::Close))?;
    let inside = &nodes[open + 1..close];
    // "Doanh nghiệp thành lập mới (doanh nghiệp)": the noun that the row opens with.
    let named = || {
        let nouns = open > 0 && !inside.is_empty() && inside.iter().all(|n| n.mask.has(Class::Content));
        let words = nouns.then(|| scene.words_of(inside))?;
        let head = scene.words_of(&nodes[..open]).to_lowercase();
        let words_folded = words.to_lowercase();
        let counted =
            unit::CLASSIFIERS.contains(&words_folded.as_str()) || unit::PEOPLE.contains(&words_folded.as_str());
        (counted || head.contains(&words_folded)).then(|| CellUnit { power: 0, name: words.to_owned() })
    };
    unit_of(scene, inside).or_else(named)
}

/// The unit that a run of nodes is, if it is nothing but one.
fn unit_of(scene: &Scene<'_>, inside: &[Node]) -> Option<CellUnit> {
    let powers = inside.iter().filter_map(|n| scene.arg(n, Class::Multiplier)).sum::<i32>();
    let rest: Vec<_> = inside.iter().filter(|n| !n.mask.has(Class::Multiplier)).collect();
    let name = match rest.as_slice() {
        [] => None,
        [one] if one.mask.has(Class::PercentWord) => Some(PERCENT.to_owned()),
        [one] => scene
            .arg(one, Class::Currency)
            .or_else(|| scene.arg(one, Class::Measure))
            .map(|row| unit::UNITS[row as usize].0.to_owned()),
        _ => None,
    };
    // "(nghìn người)": with a multiplier a noun is a unit too.
    let noun = || {
        (powers > 0 && rest.iter().all(|n| n.mask.has(Class::Content))).then(|| {
            let first = rest.first()?;
            let last = rest.last()?;
            Some(scene.span(first).to(scene.span(last)).of(scene.text).to_owned())
        })?
    };
    name.or_else(noun).map(|name| CellUnit { power: powers as i16, name })
}

/// The unit that a cell of a column of units tells: "tỷ đồng", "1.000 tấn", "lượt người".
fn unit_cell(scene: &Scene<'_>, cell: Range<usize>) -> Option<CellUnit> {
    let nodes = scene.run_of(cell);
    let first = nodes.first()?;
    if let Some(unit) = unit_of(scene, nodes) {
        return Some(unit);
    }
    // "1.000 tấn" is one figure by now, "nghìn lượt" is read word by word.
    if let [Node { .. }] = nodes
        && let Some(Value::Quantity(told)) = scene.value(first)
        && let Some(unit) = told.unit
    {
        let low = told.low.shortest();
        return (low.mantissa == 1).then(|| CellUnit { power: low.exponent, name: unit_name(scene, unit) });
    }
    let words = scene.words_of(nodes);
    let named = nodes.iter().all(|n| n.mask.has(Class::Word)) && words.split_whitespace().count() <= LONGEST_UNIT;
    named.then(|| CellUnit { power: 0, name: words.to_owned() })
}

/// What the title of a table names: "Bảng 1. Diện tích phục vụ năm 2020 (ha)".
pub fn title(scene: &Scene<'_>) -> Option<String> {
    let nodes = &scene.nodes;
    let open = nodes.iter().rposition(|n| n.mask.has(Class::Open))?;
    let from = (0..open).find(|&i| scene.arg(&nodes[i], Class::Head) == Some(0))?;
    let only = !nodes.iter().any(|n| n.mask.has(Class::Quantity)) && open - from <= LONGEST_TITLE;
    subject(scene, from..open).filter(|_| only)
}

/// The most nodes of what the title of a table names.
const LONGEST_TITLE: usize = 10;

/// The most words of a counted noun in a column of units.
const LONGEST_UNIT: usize = 5;

/// The unit that a line tells for the table below it: "Đơn vị tính: tỷ đồng", "(ĐVT: triệu USD)".
pub fn unit_line(scene: &Scene<'_>) -> Option<CellUnit> {
    const END: Mask = Mask::of(&[Class::Close, Class::Dot, Class::Comma, Class::Semicolon]);
    const LONGEST: usize = 60;
    let nodes = &scene.nodes;
    // "III. Thu nội địa của một số địa phương (triệu đồng)".
    let short = nodes.len() <= LONGEST && !nodes.iter().any(|n| n.mask.has(Class::Quantity));
    if short
        && nodes.last().is_some_and(|n| n.mask.has(Class::Close))
        && let Some(unit) = told(scene, 0..nodes.len())
    {
        return Some(unit);
    }
    let colon = nodes.iter().take(LONGEST).rposition(|n| n.mask.has(Class::Colon))?;
    let lead = scene.words_of(&nodes[colon.saturating_sub(3)..=colon]).to_lowercase();
    let lead = lead.trim_end_matches([':', ' ']);
    let end = nodes[colon..].iter().position(|n| n.mask.meets(END)).map_or(nodes.len(), |i| colon + i);
    let told = UNIT_WORDS.iter().any(|word| lead.ends_with(word));
    (told && colon + 1 < end && end <= colon + 4).then(|| unit_of(scene, &nodes[colon + 1..end]))?
}

/// What the line of a unit opens with, and what stands over a column of units.
const UNIT_WORDS: [&str; 6] = ["đơn vị tính", "đơn vị", "đvt", "đv tính", "đ.v.t", "đ/v tính"];
/// How a comparison begins in a narrow head.
const AGAINST_IN_SHORT: &str = "so ";
/// What stands over the numbers of the rows.
const NUMBER_WORDS: [&str; 5] = ["tt", "stt", "số tt", "số thứ tự", "thứ tự"];
