//! Changes for people: `▲ 1,49% so với 2022`, `▼ 32%`, `▲ gấp 3 lần so với 2016`, `▲ 25 bậc`, `▲ từ 0 lên 100%`.
//!
//! The arrow never stands alone: its word (tăng, giảm) is given beside it for those who do not see it.

use super::{Lang, against_text, number, unit_name};
use crate::model::{Bound, Change, Direction};

/// A change in parts, so that a page can set the arrow, the size and the comparison each in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeText {
    /// `▲`, `▼` or `＝`.
    pub arrow: &'static str,
    /// The arrow in words: `tăng`.
    pub direction: &'static str,
    /// The size, empty where none is told: `gấp 3 lần`.
    pub size: String,
    /// The comparison, empty where none is told: `so với 2016`.
    pub against: String,
}

impl std::fmt::Display for ChangeText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.arrow)?;
        let size = if self.size.is_empty() { self.direction } else { &self.size };
        write!(f, " {size}")?;
        if self.against.is_empty() { Ok(()) } else { write!(f, " {}", self.against) }
    }
}

/// A change for people.
pub fn change_text(lang: Lang, change: &Change) -> ChangeText {
    let (arrow, direction) = match change.direction {
        Direction::Up => ("▲", lang.pick("tăng", "up")),
        Direction::Down => ("▼", lang.pick("giảm", "down")),
        Direction::None => ("=", lang.pick("không đổi", "unchanged")),
    };
    let unit = change.unit.as_deref();
    let size = match (change.from, change.to, change.number) {
        (Some(from), Some(to), _) => {
            let (from, to) = (quantity(lang, from.get(), None), quantity(lang, to.get(), unit));
            let way = if change.direction == Direction::Down { "xuống" } else { "lên" };
            lang.pick(format!("từ {from} {way} {to}"), format!("from {from} to {to}"))
        }
        (_, _, Some(size)) => {
            let low = size.get();
            let text = match change.high {
                Some(high) => format!("{}–{}", number(lang, low, 2), quantity(lang, high.get(), unit)),
                None => quantity(lang, low, unit),
            };
            let text = if unit == Some("times") && change.direction == Direction::Up {
                lang.pick(format!("gấp {text}"), format!("× {}", text.strip_suffix(" times").unwrap_or(&text)))
            } else {
                text
            };
            format!("{}{text}", bound_text(lang, change.bound))
        }
        _ => String::new(),
    };
    ChangeText { arrow, direction, size, against: change.against.map_or_else(String::new, |p| against_text(lang, p)) }
}

fn quantity(lang: Lang, value: f64, unit: Option<&str>) -> String {
    match unit {
        None => number(lang, value, 2),
        Some("%") => format!("{}%", number(lang, value, 2)),
        Some(unit) => format!("{} {}", number(lang, value, 2), unit_name(lang, unit)),
    }
}

fn bound_text(lang: Lang, bound: Option<Bound>) -> &'static str {
    match bound {
        None | Some(Bound::Exact | Bound::Range) => "",
        Some(Bound::About) => lang.pick("khoảng ", "about "),
        Some(Bound::Under) => lang.pick("gần ", "nearly "),
        Some(Bound::Over) => lang.pick("hơn ", "over "),
        Some(Bound::AtLeast) => lang.pick("tối thiểu ", "at least "),
        Some(Bound::AtMost) => lang.pick("tối đa ", "at most "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Number, Period};

    #[test]
    fn as_people_say_it() {
        let change = |direction, size: Option<f64>, unit: Option<&str>, against: Option<u16>| Change {
            direction,
            number: size.and_then(Number::new),
            high: None,
            unit: unit.map(Into::into),
            from: None,
            to: None,
            against: against.map(Period::of_year),
            bound: None,
        };
        let (up, down) = (Direction::Up, Direction::Down);
        let mut ranged = change(up, None, Some("%"), None);
        (ranged.from, ranged.to) = (Number::new(0.0), Number::new(100.0));
        let mut nearly = change(up, Some(3.0), Some("times"), None);
        nearly.bound = Some(Bound::Under);
        for (change, vi, en) in [
            (change(up, Some(1.49), Some("%"), Some(2022)), "▲ 1,49% so với 2022", "▲ 1.49% against 2022"),
            (change(down, Some(32.0), Some("%"), None), "▼ 32%", "▼ 32%"),
            (change(up, Some(3.0), Some("times"), Some(2016)), "▲ gấp 3 lần so với 2016", "▲ × 3 against 2016"),
            (change(up, Some(25.0), Some("bậc"), None), "▲ 25 bậc", "▲ 25 places"),
            (change(up, None, None, Some(2016)), "▲ tăng so với 2016", "▲ up against 2016"),
            (change(Direction::None, None, None, None), "= không đổi", "= unchanged"),
            (ranged, "▲ từ 0 lên 100%", "▲ from 0 to 100%"),
            (nearly, "▲ gần gấp 3 lần", "▲ nearly × 3"),
        ] {
            assert_eq!(change_text(Lang::Vi, &change).to_string(), vi);
            assert_eq!(change_text(Lang::En, &change).to_string(), en);
        }
    }
}
