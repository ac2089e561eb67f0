//! Figures as a part of what they are held against: of a plan or a target that the report tells besides, or of a whole.
//!
//! A plan that the text itself divides by ("đạt 97,7% dự toán") is read as told. A target beside its outcome is divided here,
//! and only where both are plain amounts of the same indicator, unit, period and place: a rate of growth is no part of the rate
//! that was aimed at. What was exceeded *by* a share ("vượt 4,3% kế hoạch") is none of the whole and stays out, and so does
//! what is only targeted yet.

use super::Figure;
use super::order::sort_by;
use crate::model::{Observation, Report, Status};
use crate::text::case::lowercase;

/// A figure as a part of something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share<'a> {
    /// The part, and who tells it.
    pub figure: Figure<'a>,
    /// What is measured, without what it is compared with.
    pub name: &'a str,
    /// In per cent of the whole; above 100 where more was done than planned.
    pub percent: f64,
    /// What the part is of.
    pub of: Whole<'a>,
}

/// What a part is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whole<'a> {
    /// A plan that the text divides by itself, as the text calls it: `dự toán Trung ương giao`.
    Plan(&'a str),
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

/// What was reached of plans and targets, the most first. What the text divides by its plan is not divided again.
pub fn attained(report: &Report) -> Vec<Share<'_>> {
    let mut all: Vec<Share<'_>> = Figure::all_of(report).filter_map(of_plan).collect();
    let targets = Figure::all_of(report).filter(|figure| figure.observation.status == Status::Target);
    for target in targets {
        let outcome = Figure::all_of(report).find(|figure| same(figure.observation, target.observation));
        let Some(figure) = outcome else { continue };
        if let (Some(part), Some(whole)) = (plain(figure.observation), plain(target.observation))
            && !all.iter().any(|told| told.name == figure.indicator())
        {
            let (percent, of) = (part / whole * 100.0, Whole::Target(target));
            all.push(Share { figure, name: figure.indicator(), percent, of });
        }
    }
    sorted(all)
}

/// The parts of wholes, the largest first.
pub fn parts(report: &Report) -> Vec<Share<'_>> {
    let figures = Figure::all_of(report).filter(|figure| figure.observation.status != Status::Target);
    let shares = figures.filter_map(|figure| {
        let ratio = figure.observation.ratio.as_ref()?;
        let (part, whole) = (ratio.part.get(), ratio.whole.get());
        let (percent, of) = (part / whole * 100.0, Whole::Number(part, whole));
        (whole > 0.0 && (0.0..=whole).contains(&part)).then(|| Share { figure, name: figure.indicator(), percent, of })
    });
    sorted(shares.collect())
}

fn sorted(mut all: Vec<Share<'_>>) -> Vec<Share<'_>> {
    sort_by(&mut all, |a, b| b.percent.total_cmp(&a.percent));
    all
}

/// A figure that is told as so many per cent of a plan, and not only aimed at.
fn of_plan(figure: Figure<'_>) -> Option<Share<'_>> {
    let o = figure.observation;
    let (name, plan) = planned(o)?;
    let percent = o.number?.get();
    let told = o.unit.as_deref() == Some("%") && o.status != Status::Target && percent > 0.0 && o.high.is_none();
    (told && !differs(figure)).then_some(Share { figure, name, percent, of: Whole::Plan(plan) })
}

/// What is measured and the plan that it is compared with, where it is.
fn planned(o: &Observation) -> Option<(&str, &str)> {
    let whole = o.indicator.as_deref()?;
    let (at, _) = whole
        .match_indices(COMPARED)
        .find(|(at, _)| PLANS.iter().any(|p| whole[at + COMPARED.len()..].starts_with(p)))?;
    Some((whole[..at].trim_end(), &whole[at + COMPARED.len()..]))
}

/// Whether the word before a number, or the first of its quote, makes a difference of it.
fn differs(figure: Figure<'_>) -> bool {
    let o = figure.observation;
    let start = figure.report.text.char_indices().nth(o.at).map_or(0, |(at, _)| at);
    let before = figure.report.text[..start].split_whitespace().next_back();
    let first = o.quote.split_whitespace().next();
    [before, first].into_iter().flatten().any(|word| DIFFERENCES.contains(&lowercase(word).as_str()))
}

/// An amount without a range, above nought.
fn plain(o: &Observation) -> Option<f64> {
    let amount = o.high.is_none() && !o.unit.as_deref().is_some_and(|unit| unit.contains('%'));
    o.number.map(|number| number.get()).filter(|number| *number > 0.0 && amount)
}

/// Whether an outcome and a target are of the same thing.
fn same(outcome: &Observation, target: &Observation) -> bool {
    outcome.status != Status::Target
        && outcome.indicator.is_some()
        && planned(outcome).is_none()
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
        let all = attained(&r);
        assert_eq!(ids(&all), [("plan", 104.0), ("budget", 96.2)]);
        assert_eq!((all[0].name, all[0].of), ("Chi", Whole::Plan("kế hoạch năm")));
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
    fn a_rate_is_no_part_of_a_rate_and_what_is_told_is_not_divided_again() {
        let text = "Tăng trưởng 6,4%, mục tiêu 7,1%. Vốn giải ngân 40 tỷ, kế hoạch 50 tỷ, đạt 80% kế hoạch.";
        let aim = |mut o: Observation| {
            o.status = Status::Target;
            o
        };
        let mut r = report("a", text);
        r.observations = vec![
            told("growth", "6,4%", text, "Tốc độ tăng trưởng", "%"),
            aim(told("wish", "7,1%", text, "Tốc độ tăng trưởng", "%")),
            told("paid", "40 tỷ", text, "Vốn giải ngân", "tỷ đồng"),
            aim(told("plan", "50 tỷ", text, "Vốn giải ngân", "tỷ đồng")),
            told("told", "80%", text, "Vốn giải ngân so với kế hoạch", "%"),
        ];
        assert_eq!(ids(&attained(&r)), [("told", 80.0)]);
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
