//! A unit ladder of our own: `3.744.214 tỷ đồng` → `≈ 3,74 triệu tỷ đồng`, only where it helps.
//!
//! It helps in Vietnamese when the source writes out so many digits that the size is hard to see; in English whenever
//! the source tells the size in Vietnamese words.

use super::{Lang, number};
use crate::model::Observation;

/// Steps of the ladder, largest first: value, Vietnamese, English.
const RUNGS: [(f64, &str, &str); 5] = [
    (1e15, "triệu tỷ", "quadrillion"),
    (1e12, "nghìn tỷ", "trillion"),
    (1e9, "tỷ", "billion"),
    (1e6, "triệu", "million"),
    (1e3, "nghìn", "thousand"),
];

/// From how many digits before the decimal point on a written number is hard to take in.
const HARD: usize = 5;

/// The value of a level on the ladder, with its unit; `None` where the quote says it as well.
pub fn normalised(lang: Lang, observation: &Observation) -> Option<String> {
    let value = observation.number?.get();
    let unit = observation.unit.as_deref()?;
    if matches!(unit, "%" | "times") || value.abs() < 1e3 {
        return None;
    }
    let digits = written_digits(&observation.quote);
    let helps = match lang {
        Lang::Vi => digits >= HARD && value.abs() >= 1e6,
        Lang::En => (value.abs() >= 1e6 || digits < 4) && digits < 16,
    };
    if !helps {
        return None;
    }
    let on_ladder = |value: f64| rung(lang, value);
    let mut text = on_ladder(value);
    if let Some(high) = observation.high {
        text = format!("{text}–{}", on_ladder(high.get()));
    }
    let name = unit_name(lang, unit);
    Some(match (lang, unit) {
        (Lang::En, "VND" | "USD") => format!("≈ {name} {text}"),
        _ => format!("≈ {text} {name}"),
    })
}

/// A value with its unit in one short phrase: `56,5 nghìn tỷ đồng`, `623,6%`.
pub fn amount_text(lang: Lang, value: f64, unit: &str) -> String {
    let text = if value.abs() < 1e6 { number(lang, value, 2) } else { rung(lang, value) };
    match unit {
        "%" => format!("{text}%"),
        unit => format!("{text} {}", unit_name(lang, unit)),
    }
}

/// A value with three digits and the word of its rung.
pub(super) fn rung(lang: Lang, value: f64) -> String {
    let Some((step, vi, en)) = RUNGS.into_iter().find(|(step, ..)| value.abs() >= *step) else {
        return number(lang, value, 2);
    };
    let mantissa = value / step;
    let decimals = match mantissa.abs() {
        m if m >= 99.95 => 0,
        m if m >= 9.995 => 1,
        _ => 2,
    };
    format!("{} {}", number(lang, mantissa, decimals), lang.pick(vi, en))
}

/// A unit of measure for people; a counted noun stays in the words of the text.
pub fn unit_name(lang: Lang, unit: &str) -> &str {
    match unit {
        "VND" => lang.pick("đồng", "VND"),
        "times" => lang.pick("lần", "times"),
        "tonne" => lang.pick("tấn", "tonnes"),
        "person" => lang.pick("người", "people"),
        "bậc" => lang.pick("bậc", "places"),
        "điểm phần trăm" => lang.pick("điểm phần trăm", "percentage points"),
        other => other,
    }
}

/// How many digits the first number of a quote has before its decimal comma.
fn written_digits(quote: &str) -> usize {
    let start = quote.find(|c: char| c.is_ascii_digit()).unwrap_or(quote.len());
    quote[start..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').filter(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Number, Sector};

    fn told(quote: &str, number: f64, unit: &str) -> Observation {
        let mut o = crate::library::fixture::observation("o1", quote, 0, Sector::Other);
        o.number = Number::new(number);
        o.unit = Some(unit.into());
        o
    }

    #[test]
    fn helps_only_where_it_helps() {
        for (quote, value, unit, vi, en) in [
            ("3.744.214 tỷ đồng", 3_744_214e9, "VND", Some("≈ 3,74 triệu tỷ đồng"), Some("≈ VND 3.74 quadrillion")),
            ("56.500 tỷ đồng", 56_500e9, "VND", Some("≈ 56,5 nghìn tỷ đồng"), Some("≈ VND 56.5 trillion")),
            ("gần 106 nghìn tỷ đồng", 106e12, "VND", None, Some("≈ VND 106 trillion")),
            ("65 tỷ USD", 65e9, "USD", None, Some("≈ USD 65 billion")),
            ("61.359", 61_359.0, "doanh nghiệp", None, None),
            ("75%", 75.0, "%", None, None),
            ("43 nền tảng số", 43.0, "nền tảng số", None, None),
            ("hơn 64 nghìn doanh nghiệp", 64e3, "doanh nghiệp", None, Some("≈ 64 thousand doanh nghiệp")),
        ] {
            let o = told(quote, value, unit);
            assert_eq!(normalised(Lang::Vi, &o).as_deref(), vi, "{quote}");
            assert_eq!(normalised(Lang::En, &o).as_deref(), en, "{quote}");
        }
    }

    #[test]
    fn rounding_never_climbs_past_its_rung_unseen() {
        assert_eq!(rung(Lang::Vi, 99_960_000.0), "100 triệu");
        assert_eq!(rung(Lang::Vi, 9_996_000.0), "10 triệu");
        assert_eq!(rung(Lang::Vi, 12.0), "12");
    }
}
