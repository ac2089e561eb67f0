//! Series for people: short periods for an axis, and a sentence that states first, last, highest and lowest.

use super::{Lang, amount_text, number, period_text, rung};
use crate::library::{Line, RANK, Value};
use crate::model::{Moment, Period};

/// A period that fits under an axis: `2020`, `6T đầu 2021`, `Q3/2020`, `9/2023`, `16–20`.
pub fn short_period(lang: Lang, period: Period) -> String {
    match period {
        Period::At(Moment::Half(y, h)) => {
            let half = if h == 1 { lang.pick("6T đầu", "H1") } else { lang.pick("6T cuối", "H2") };
            format!("{half} {y}")
        }
        Period::At(Moment::Quarter(y, q)) => format!("Q{q}/{y}"),
        Period::At(Moment::Month(y, m)) => format!("{m}/{y}"),
        Period::Range(Moment::Month(a, 1), Moment::Month(b, m)) if a == b => {
            lang.pick(format!("{m}T {a}"), format!("{m}M {a}"))
        }
        Period::Range(Moment::Year(a), Moment::Year(b)) => format!("{a}–{b}"),
        Period::Until(Moment::Year(y)) => lang.pick(format!("hết {y}"), format!("to {y}")),
        other => period_text(lang, other),
    }
}

/// A value of a series with its unit; a place in an order as such.
pub fn value_text(lang: Lang, value: f64, unit: &str) -> String {
    if unit == RANK {
        return lang.pick(format!("thứ {}", number(lang, value, 0)), format!("place {}", number(lang, value, 0)));
    }
    amount_text(lang, value, unit)
}

/// A point of a series with its unit. One that was computed is as exact as three digits, whatever the division gave.
pub fn point_text(lang: Lang, point: &Value, unit: &str) -> String {
    if point.derived {
        format!("≈\u{a0}{}", value_text(lang, three_digits(point.number), unit))
    } else {
        value_text(lang, point.number, unit)
    }
}

fn three_digits(value: f64) -> f64 {
    let mut step = 1.0;
    while value.abs() / step >= 1000.0 {
        step *= 10.0;
    }
    while value.abs() / step < 100.0 && step > 1e-6 {
        step /= 10.0;
    }
    (value / step).round() * step
}

/// A value on the axis of a series, where the unit is told above: `50 nghìn tỷ`.
pub fn axis_text(lang: Lang, value: f64, unit: &str) -> String {
    match unit {
        "%" => format!("{}%", number(lang, value, 1)),
        _ if value == 0.0 => "0".to_owned(),
        _ => rung(lang, value),
    }
}

/// Describes a series: its first and last value, its highest and lowest where they are others. No opinion.
pub fn series_sentence(lang: Lang, series: &Line) -> String {
    let told: Vec<&Value> = series.points.iter().collect();
    let (Some(&first), Some(&last)) = (told.first(), told.last()) else { return String::new() };
    let say =
        |point: &Value| format!("{} ({})", point_text(lang, point, &series.unit), period_text(lang, point.period));
    if told.len() == 1 {
        return format!("{}.", say(first));
    }
    let mut text = lang.pick(
        format!("{} giá trị, từ {} đến {}.", told.len(), say(first), say(last)),
        format!("{} values, from {} to {}.", told.len(), say(first), say(last)),
    );
    let end = |point: &&Value| point.number == first.number || point.number == last.number;
    let by_number = |a: &&Value, b: &&Value| a.number.total_cmp(&b.number);
    let highest = told.iter().copied().max_by(by_number).filter(|point| !end(point));
    let lowest = told.iter().copied().min_by(by_number).filter(|point| !end(point));
    if let Some(point) = highest {
        text += &lang.pick(format!(" Cao nhất: {}.", say(point)), format!(" Highest: {}.", say(point)));
    }
    if let Some(point) = lowest {
        text += &lang.pick(format!(" Thấp nhất: {}.", say(point)), format!(" Lowest: {}.", say(point)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_fit_under_an_axis() {
        for (code, vi, en) in [
            ("2020", "2020", "2020"),
            ("2021-S1", "6T đầu 2021", "H1 2021"),
            ("2020-Q3", "Q3/2020", "Q3/2020"),
            ("2023-01/2023-09", "9T 2023", "9M 2023"),
            ("2016/2020", "2016–2020", "2016–2020"),
            ("../2020", "hết 2020", "to 2020"),
            ("2023-09-20", "20/9/2023", "20 Sep 2023"),
        ] {
            let period: Period = code.parse().unwrap();
            assert_eq!((short_period(Lang::Vi, period), short_period(Lang::En, period)), (vi.into(), en.into()));
        }
        assert_eq!(value_text(Lang::Vi, 86.0, RANK), "thứ 86");
        for (value, rounded) in
            [(51_085.67, 51_100.0), (2_744.67, 2_740.0), (63.27, 63.3), (2.7438, 2.74), (999.6, 1_000.0), (0.0, 0.0)]
        {
            assert!((three_digits(value) - rounded).abs() < 1e-9, "{value}");
        }
        assert_eq!(axis_text(Lang::Vi, 5e13, "VND"), "50 nghìn tỷ");
        assert_eq!(axis_text(Lang::En, 0.0, "VND"), "0");
    }
}
