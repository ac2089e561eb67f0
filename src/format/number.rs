//! Numbers as people write them: `1.234,5` in Vietnamese, `1,234.5` in English; a real minus sign in both.

use super::Lang;

/// A number with at most `decimals` decimals, trailing noughts left out.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    let plain = plain(value.abs(), decimals);
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (group, point) = lang.pick(('.', ','), (',', '.'));
    let mut out = String::with_capacity(whole.len() * 2);
    if value < 0.0 && plain != "0" {
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

/// A number as machines write it: `-1234.5`, at most `decimals` decimals, trailing noughts left out.
///
/// By whole numbers only: the exact printing of floats would weigh more than all charts.
pub fn plain(value: f64, decimals: usize) -> String {
    let size = value.abs();
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    let mut whole = size.trunc();
    // A float of this size has no fraction, and scaling nought gives nought.
    let mut fraction = ((size - whole) * scale).round();
    if fraction >= scale {
        (whole, fraction) = (whole + 1.0, 0.0);
    }
    // Beyond what a whole number of the machine holds, a float knows fifteen digits; noughts stand for the others.
    let mut noughts = 0;
    if whole >= 1e18 {
        while whole >= 1e15 {
            (whole, noughts) = (whole / 10.0, noughts + 1);
        }
        whole = whole.round();
    }
    let mut text = format!("{}{}", whole as u64, "0".repeat(noughts));
    if fraction > 0.0 {
        text = format!("{text}.{:0decimals$}", fraction as u64);
        text.truncate(text.trim_end_matches('0').len());
    }
    if value < 0.0 && text != "0" { format!("-{text}") } else { text }
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

    #[test]
    fn plain_numbers_are_those_of_the_standard_library() {
        for value in [0.0, 0.06, 0.999, 1.75, 12.0, 99.96, 1e15, 1e16 + 2.0, 3_744_214e12, 0.1 + 0.2] {
            for decimals in 0..5 {
                let exact = format!("{value:.decimals$}");
                let exact = if decimals > 0 { exact.trim_end_matches('0').trim_end_matches('.') } else { &exact };
                assert_eq!(plain(value, decimals), exact, "{value} {decimals}");
                assert_eq!(plain(-value, decimals).trim_start_matches('-'), exact);
            }
        }
        assert_eq!(plain(3.5e22, 2), format!("35{}", "0".repeat(21)));
        assert_eq!(plain(1e40, 2), format!("1{}", "0".repeat(40)));
        // What is written as a half is rounded up, whatever the float nearest to it is.
        assert_eq!(plain(0.995, 2), "1");
        assert_eq!((plain(-32.5, 1), plain(-0.01, 1)), ("-32.5".into(), "0".into()));
    }
}
