//! Sentences that are made from data: the description of a chart. They state, and have no opinion.

use super::{Lang, number, number_with_sign};

/// Describes a growth chart: how many changes, the largest rise and the largest fall, each as (indicator, per cent),
/// sorted from the largest rise to the largest fall.
pub fn growth_sentence(lang: Lang, bars: &[(&str, f64)]) -> String {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return String::new() };
    let told = |(label, percent): &(&str, f64)| format!("{label} ({}%)", number_with_sign(lang, *percent, 2));
    let falls = bars.iter().filter(|(_, percent)| *percent < 0.0).count();
    let rises = bars.len() - falls;
    let mut text = match (rises, falls) {
        (_, 0) => lang.pick(format!("{rises} chỉ tiêu tăng."), format!("{rises} indicators rose.")),
        (0, _) => lang.pick(format!("{falls} chỉ tiêu giảm."), format!("{falls} indicators fell.")),
        _ => lang.pick(
            format!("{rises} chỉ tiêu tăng, {falls} chỉ tiêu giảm."),
            format!("{rises} indicators rose, {falls} fell."),
        ),
    };
    if rises > 0 {
        text += &lang.pick(format!(" Tăng nhiều nhất: {}.", told(first)), format!(" Largest rise: {}.", told(first)));
    }
    if falls > 0 {
        text += &lang.pick(format!(" Giảm nhiều nhất: {}.", told(last)), format!(" Largest fall: {}.", told(last)));
    } else if rises > 1 {
        text += &lang.pick(format!(" Tăng ít nhất: {}.", told(last)), format!(" Smallest rise: {}.", told(last)));
    }
    text
}

/// Describes a chart of what was reached of plans: how many reached theirs, and both ends.
pub fn attained_sentence(lang: Lang, bars: &[(&str, f64)]) -> String {
    let whole = bars.iter().filter(|(_, percent)| *percent >= 100.0).count();
    let count = match whole {
        0 => lang.pick("Chưa mục nào đạt 100%.".to_owned(), "None has reached 100%.".to_owned()),
        _ => lang.pick(
            format!("{whole} trong {} mục đạt từ 100% trở lên.", bars.len()),
            format!("{whole} of {} at 100% or above.", bars.len()),
        ),
    };
    with_ends(lang, count, bars)
}

/// Describes a chart of parts: how many of them are whole, and both ends.
pub fn parts_sentence(lang: Lang, bars: &[(&str, f64)]) -> String {
    let whole = bars.iter().filter(|(_, percent)| *percent >= 100.0).count();
    let count = match whole {
        0 => lang.pick("Chưa mục nào đủ cả.".to_owned(), "None is complete.".to_owned()),
        _ => lang
            .pick(format!("{whole} trong {} mục đủ cả.", bars.len()), format!("{whole} of {} complete.", bars.len())),
    };
    with_ends(lang, count, bars)
}

/// A sentence, and the first and the last bar behind it.
fn with_ends(lang: Lang, count: String, bars: &[(&str, f64)]) -> String {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return String::new() };
    let told = |(label, percent): &(&str, f64)| format!("{label} ({}%)", number(lang, *percent, 1));
    let (first, last) = (told(first), told(last));
    lang.pick(
        format!("{count} Cao nhất: {first}. Thấp nhất: {last}."),
        format!("{count} Highest: {first}. Lowest: {last}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_the_ends() {
        assert_eq!(
            growth_sentence(Lang::Vi, &[("Bưu chính", 23.0), ("Viễn thông", 5.0), ("Sim rác", -60.0)]),
            "2 chỉ tiêu tăng, 1 chỉ tiêu giảm. Tăng nhiều nhất: Bưu chính (+23%). Giảm nhiều nhất: Sim rác (−60%)."
        );
        assert_eq!(
            growth_sentence(Lang::En, &[("A", 2.5), ("B", 1.0)]),
            "2 indicators rose. Largest rise: A (+2.5%). Smallest rise: B (+1%)."
        );
        assert_eq!(growth_sentence(Lang::Vi, &[]), "");
        assert_eq!(
            attained_sentence(Lang::Vi, &[("Chi", 104.0), ("Thu nội địa", 96.25)]),
            "1 trong 2 mục đạt từ 100% trở lên. Cao nhất: Chi (104%). Thấp nhất: Thu nội địa (96,3%)."
        );
        assert_eq!(
            parts_sentence(Lang::Vi, &[("Xã", 100.0), ("Trường", 80.0)]),
            "1 trong 2 mục đủ cả. Cao nhất: Xã (100%). Thấp nhất: Trường (80%)."
        );
        assert_eq!(
            parts_sentence(Lang::En, &[("A", 50.0), ("B", 20.0)]),
            "None is complete. Highest: A (50%). Lowest: B (20%)."
        );
        assert_eq!(attained_sentence(Lang::En, &[]), "");
    }
}
