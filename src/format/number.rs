//! Numbers as people write them: `1.234,5` in Vietnamese, `1,234.5` in English; a real minus sign in both.

use super::Lang;

/// A number with at most `decimals` decimals, trailing noughts left out.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    let plain = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let (group, point) = lang.pick(('.', ','), (',', '.'));
    let mut out = String::with_capacity(whole.len() * 2);
    if value < 0.0 && (fraction.len() + whole.trim_matches('0').len()) > 0 {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// The same with a plus sign before a positive number.
pub fn number_with_sign(lang: Lang, value: f64, decimals: usize) -> String {
    let text = number(lang, value, decimals);
    if value > 0.0 { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_points() {
        for (value, decimals, vi, en) in [
            (0.0, 2, "0", "0"),
            (-0.001, 2, "0", "0"),
            (999.0, 0, "999", "999"),
            (1234.5, 1, "1.234,5", "1,234.5"),
            (61359.0, 2, "61.359", "61,359"),
            (3_744_214e9, 0, "3.744.214.000.000.000", "3,744,214,000,000,000"),
            (-32.0, 1, "−32", "−32"),
            (1.49, 2, "1,49", "1.49"),
            (99.8, 2, "99,8", "99.8"),
        ] {
            assert_eq!(number(Lang::Vi, value, decimals), vi);
            assert_eq!(number(Lang::En, value, decimals), en);
        }
        assert_eq!(number_with_sign(Lang::Vi, 20.11, 2), "+20,11");
        assert_eq!(number_with_sign(Lang::Vi, -5.0, 2), "−5");
    }
}
