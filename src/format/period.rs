//! Periods for people: `12/1/2021`, `6 tháng đầu năm 2021`, `quý III/2020`, `giai đoạn 2016–2020`, `đến hết 2020`.

use super::Lang;
use crate::model::{Moment, Period};

const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn moment_text(lang: Lang, moment: Moment) -> String {
    let month = |m: u8| MONTHS.get(usize::from(m).wrapping_sub(1)).copied().unwrap_or("?");
    let roman = |q: u8| ROMAN.get(usize::from(q).wrapping_sub(1)).copied().unwrap_or("?");
    match (lang, moment) {
        (_, Moment::Year(y)) => y.to_string(),
        (Lang::Vi, Moment::Half(y, 1)) => format!("6 tháng đầu năm {y}"),
        (Lang::Vi, Moment::Half(y, _)) => format!("6 tháng cuối năm {y}"),
        (Lang::En, Moment::Half(y, 1)) => format!("first half of {y}"),
        (Lang::En, Moment::Half(y, _)) => format!("second half of {y}"),
        (Lang::Vi, Moment::Quarter(y, q)) => format!("quý {}/{y}", roman(q)),
        (Lang::En, Moment::Quarter(y, q)) => format!("Q{q} {y}"),
        (Lang::Vi, Moment::Month(y, m)) => format!("tháng {m}/{y}"),
        (Lang::En, Moment::Month(y, m)) => format!("{} {y}", month(m)),
        (Lang::Vi, Moment::Day(y, m, d)) => format!("{d}/{m}/{y}"),
        (Lang::En, Moment::Day(y, m, d)) => format!("{d} {} {y}", month(m)),
    }
}

/// A period for people.
pub fn period_text(lang: Lang, period: Period) -> String {
    match period {
        Period::At(m) => moment_text(lang, m),
        Period::Range(Moment::Year(a), Moment::Year(b)) => lang.pick(format!("giai đoạn {a}–{b}"), format!("{a}–{b}")),
        Period::Range(a, b) => {
            let (a, b) = (moment_text(lang, a), moment_text(lang, b));
            lang.pick(format!("từ {a} đến {b}"), format!("{a} to {b}"))
        }
        Period::Until(m) => {
            let m = moment_text(lang, m);
            lang.pick(format!("đến hết {m}"), format!("up to the end of {m}"))
        }
    }
}

/// What a change is compared with: `so với 2022`.
pub fn against_text(lang: Lang, period: Period) -> String {
    let period = period_text(lang, period);
    lang.pick(format!("so với {period}"), format!("against {period}"))
}

/// By when a target or a task is set: `đến 2025`, `trong 2021`.
pub fn horizon_text(lang: Lang, period: Period) -> String {
    match period {
        Period::At(m) => {
            let m = moment_text(lang, m);
            lang.pick(format!("mốc {m}"), format!("by {m}"))
        }
        other => period_text(lang, other),
    }
}

/// How precisely a date is told, as a word for class names: `day`, `month`, `quarter`, `half`, `year`, `span`.
pub fn precision(period: Period) -> &'static str {
    match period {
        Period::At(Moment::Day(..)) => "day",
        Period::At(Moment::Month(..)) => "month",
        Period::At(Moment::Quarter(..)) => "quarter",
        Period::At(Moment::Half(..)) => "half",
        Period::At(Moment::Year(_)) => "year",
        Period::Range(..) | Period::Until(_) => "span",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_people_say_it() {
        for (code, vi, en, how) in [
            ("2020", "2020", "2020", "year"),
            ("2021-S1", "6 tháng đầu năm 2021", "first half of 2021", "half"),
            ("2021-S2", "6 tháng cuối năm 2021", "second half of 2021", "half"),
            ("2020-Q3", "quý III/2020", "Q3 2020", "quarter"),
            ("2021-01", "tháng 1/2021", "Jan 2021", "month"),
            ("2021-01-12", "12/1/2021", "12 Jan 2021", "day"),
            ("2016/2020", "giai đoạn 2016–2020", "2016–2020", "span"),
            ("2021-01/2021-03", "từ tháng 1/2021 đến tháng 3/2021", "Jan 2021 to Mar 2021", "span"),
            ("../2020", "đến hết 2020", "up to the end of 2020", "span"),
        ] {
            let period: Period = code.parse().unwrap();
            assert_eq!(period_text(Lang::Vi, period), vi);
            assert_eq!(period_text(Lang::En, period), en);
            assert_eq!(precision(period), how);
        }
        assert_eq!(against_text(Lang::Vi, Period::of_year(2022)), "so với 2022");
        assert_eq!(horizon_text(Lang::Vi, Period::of_year(2025)), "mốc 2025");
    }
}
