//! Figures as a part of what they are held against: of a plan or a target that the report tells besides, or of a whole.
//!
//! A plan that the text itself divides by ("đạt 97,7% dự toán") is read as told. A target beside its outcome is divided here,
//! and only where both are plain numbers of the same indicator, unit, period and place. What was exceeded *by* a share
//! ("vượt 4,3% kế hoạch") is none of the whole and stays out, and so does what is only targeted yet.

use super::Figure;
use super::order::sort_by;
use crate::model::{Observation, Report, Status};
use crate::text::case::lowercase;

/// A figure as a part of something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share<'a> {
    /// The part, and who tells it.
    pub figure: Figure<'a>,
    /// In per cent of the whole; above 100 where more was done than planned.
    pub percent: f64,
    /// What the part is of.
    pub of: Whole<'a>,
}

/// What a part is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whole<'a> {
    /// A plan that the text divides by itself.
    Plan,
    /// A target of the same report.
    Target(Figure<'a>),
    /// A number that the text names with the part: 12 of 13.
    Number(f64, f64),
}

/// What plans are called.
const PLANS: [&str; 4] = ["kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu"];
/// What parts a figure in the naming of it from what it is compared with.
const COMPARED: &str = "so với ";
/// The words before a number that is a difference, and no part.
const DIFFERENCES: [&str; 8] = ["vượt", "tăng", "giảm", "hơn", "kém", "thiếu", "hụt", "thấp"];

/// What was reached of plans and targets, the most first.
pub fn attained(report: &Report) -> Vec<Share<'_>> {
    let planned = Figure::all_of(report).filter(|figure| of_plan(*figure));
    let planned = planned.filter_map(|figure| Some((figure, figure.observation.number?.get(), Whole::Plan)));
    let targets = Figure::all_of(report).filter(|figure| figure.observation.status == Status::Target);
    let reached = targets.filter_map(|target| {
        let outcome = Figure::all_of(report).find(|figure| same(figure.observation, target.observation))?;
        let (part, whole) = (plain(outcome.observation)?, plain(target.observation)?);
        Some((outcome, part / whole * 100.0, Whole::Target(target)))
    });
    sorted(planned.chain(reached))
}

/// The parts of wholes, the largest first.
pub fn parts(report: &Report) -> Vec<Share<'_>> {
    sorted(Figure::all_of(report).filter(|figure| figure.observation.status != Status::Target).filter_map(|figure| {
        let ratio = figure.observation.ratio.as_ref()?;
        let (part, whole) = (ratio.part.get(), ratio.whole.get());
        (whole > 0.0 && (0.0..=whole).contains(&part))
            .then(|| (figure, part / whole * 100.0, Whole::Number(part, whole)))
    }))
}

fn sorted<'a>(shares: impl Iterator<Item = (Figure<'a>, f64, Whole<'a>)>) -> Vec<Share<'a>> {
    let mut all: Vec<Share<'a>> = shares.map(|(figure, percent, of)| Share { figure, percent, of }).collect();
    sort_by(&mut all, |a, b| b.percent.total_cmp(&a.percent));
    all
}

/// Whether a figure is told as so many per cent of a plan, and not only aimed at.
fn of_plan(figure: Figure<'_>) -> bool {
    let o = figure.observation;
    o.unit.as_deref() == Some("%")
        && o.status != Status::Target
        && plain(o).is_some()
        && names_plan(o)
        && !differs(figure)
}

/// Whether what is measured is a comparison with a plan.
fn names_plan(o: &Observation) -> bool {
    let mut parts = o.indicator.as_deref().unwrap_or_default().split(COMPARED).skip(1);
    parts.any(|with| PLANS.iter().any(|plan| with.starts_with(plan)))
}

/// Whether the word before a number, or the first of its quote, makes a difference of it.
fn differs(figure: Figure<'_>) -> bool {
    let o = figure.observation;
    let start = figure.report.text.char_indices().nth(o.at).map_or(0, |(at, _)| at);
    let before = figure.report.text[..start].split_whitespace().next_back();
    let first = o.quote.split_whitespace().next();
    [before, first].into_iter().flatten().any(|word| DIFFERENCES.contains(&lowercase(word).as_str()))
}

/// A number without a range, above nought.
fn plain(o: &Observation) -> Option<f64> {
    o.number.map(|number| number.get()).filter(|number| *number > 0.0 && o.high.is_none())
}

/// Whether an outcome and a target are of the same thing.
fn same(outcome: &Observation, target: &Observation) -> bool {
    outcome.status != Status::Target
        && outcome.indicator.is_some()
        && !names_plan(outcome)
        && (&outcome.indicator, &outcome.unit, outcome.period, &outcome.area)
            == (&target.indicator, &target.unit, target.period, &target.area)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{observation, report};
    use super::*;
    use crate::model::{Number, Ratio, Sector};

    fn told(id: &str, quote: &str, text: &str, name: &str, unit: &str) -> Observation {
        let at = text.find(quote).map_or(0, |at| text[..at].chars().count());
        let mut o = observation(id, quote, at, Sector::Other);
        let digits: String = quote.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
        o.number = Number::new(digits.replace(',', ".").parse().unwrap());
        (o.indicator, o.unit) = (Some(name.to_owned()), Some(unit.to_owned()));
        o
    }

    fn ids<'a>(shares: &[Share<'a>]) -> Vec<(&'a str, f64)> {
        shares.iter().map(|share| (share.figure.observation.id.as_str(), share.percent)).collect()
    }

    #[test]
    fn a_part_of_a_plan_is_one_and_a_difference_to_it_is_none() {
        let text = "Thu nội địa đạt 96,2% dự toán. Chi bằng 104% kế hoạch. Xuất khẩu vượt 4,3% so với kế hoạch. \
                    Giải ngân thấp hơn 7% so với kế hoạch. Tăng 8% so với cùng kỳ. Giải ngân phấn đấu 95% kế hoạch.";
        let mut r = report("a", text);
        let mut wish = told("wish", "95%", text, "Giải ngân so với kế hoạch", "%");
        wish.status = Status::Target;
        r.observations = vec![
            told("budget", "96,2%", text, "Thu nội địa so với dự toán", "%"),
            told("plan", "104%", text, "Chi so với kế hoạch năm", "%"),
            told("over", "4,3%", text, "Xuất khẩu so với kế hoạch", "%"),
            told("under", "7%", text, "Giải ngân so với kế hoạch", "%"),
            told("year", "8%", text, "Xuất khẩu so với cùng kỳ", "%"),
            wish,
        ];
        assert_eq!(ids(&attained(&r)), [("plan", 104.0), ("budget", 96.2)]);
    }

    #[test]
    fn a_target_is_divided_by_only_where_all_else_is_the_same() {
        let text = "Mục tiêu 50 xã, đạt 40 xã; mục tiêu 20 trường; kết nạp 30 hội viên.";
        let aim = |mut o: Observation| {
            o.status = Status::Target;
            o
        };
        let mut r = report("a", text);
        r.observations = vec![
            aim(told("aim", "50 xã", text, "xã nông thôn mới", "xã")),
            told("done", "40 xã", text, "xã nông thôn mới", "xã"),
            aim(told("school", "20 trường", text, "trường chuẩn", "trường")),
            told("others", "30 hội viên", text, "trường chuẩn", "hội viên"),
        ];
        let all = attained(&r);
        assert_eq!(ids(&all), [("done", 80.0)]);
        assert!(matches!(all[0].of, Whole::Target(target) if target.observation.id == "aim"));
        r.observations[1].high = Number::new(45.0);
        assert!(attained(&r).is_empty(), "of a range no share is known");
    }

    #[test]
    fn parts_of_wholes_are_sorted_and_impossible_ones_left_out() {
        let text = "12/13 chỉ tiêu, 63/63 tỉnh, 9/6 xã";
        let part = |id: &str, quote: &str, part: f64, whole: f64| {
            let mut o = told(id, quote, text, id, "x");
            o.ratio = Some(Ratio { part: Number::new(part).unwrap(), whole: Number::new(whole).unwrap() });
            o
        };
        let mut r = report("a", text);
        r.observations =
            vec![part("aims", "12", 12.0, 13.0), part("all", "63", 63.0, 63.0), part("odd", "9", 9.0, 6.0)];
        assert_eq!(ids(&parts(&r)), [("all", 100.0), ("aims", 12.0 / 13.0 * 100.0)]);
    }
}
