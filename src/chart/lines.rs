//! Placement of a series over time: dots at their periods, joined where no period between them is missing.
//!
//! Amounts start at nought; ranks have the first place at the top. Gaps stay open: a line never runs over a period that
//! nobody told. A value is written beside its dot where there is room, never over another text; the table has them all.

use super::bars::{LABEL, TICK};
use super::{PlacedText, Rect, nice_ticks, text_width};
use crate::library::sort_by_key;

/// How a value was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DotKind {
    /// A result.
    Told,
    /// An estimate or a target, drawn hollow.
    Open,
    /// Computed from a level and its change, drawn small.
    Derived,
}

/// One value to place.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// When, in years: the middle of the first half of 2021 is 2021.25.
    pub when: f64,
    /// The period for people.
    pub period: String,
    /// The value.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The value for people.
    pub shown: String,
    /// How it was told.
    pub kind: DotKind,
    /// Whether it may be more (1), less (-1) or is as told (0): "trên", "gần".
    pub leans: i32,
}

/// What is to be placed.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The values in the order of time.
    pub dots: Vec<Dot>,
    /// The years between neighbours that are joined.
    pub step: f64,
    /// Whether small is good and stands at the top: ranks.
    pub ranks: bool,
}

/// A placed value.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct PlacedDot {
    pub x: i32,
    pub y: i32,
    /// The upper end of a range, above `y`.
    pub high: Option<i32>,
    pub kind: DotKind,
    pub leans: i32,
    /// The value, where there is room for it; `x` is its middle.
    pub value: Option<PlacedText>,
    /// Where a touch means this value.
    pub row: Rect,
}

/// A placed series.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct PlacedLines {
    pub width: i32,
    pub height: i32,
    /// The left and the right end of the lines of the axis.
    pub frame: (i32, i32),
    /// The numbers of the axis: `x` is their end, `y` their line.
    pub ticks: Vec<PlacedText>,
    /// The line at nought, or at the first place.
    pub base: i32,
    /// The periods under the axis; `x` is their middle.
    pub periods: Vec<PlacedText>,
    /// Indices of neighbours that are joined.
    pub joined: Vec<(usize, usize)>,
    pub dots: Vec<PlacedDot>,
}

const TOP: i32 = 30;
const FOOT: i32 = 26;
const GAP: i32 = 8;
/// The height of the plot.
const PLOT: i32 = 150;
/// How far a value stands from its dot.
const AWAY: i32 = 16;

/// Places a series at a width; `tick` writes a number on the axis.
pub fn place_lines(lines: &Lines, width: i32, tick: &dyn Fn(f64) -> String) -> PlacedLines {
    let width = width.max(200);
    let most = lines.dots.iter().map(|dot| dot.high.unwrap_or(dot.value)).fold(0.0, f64::max);
    let least = lines.dots.iter().map(|dot| dot.value).fold(0.0, f64::min);
    let (low, high) =
        if lines.ranks { (1.0, most.max(2.0)) } else { (least, if most > least { most } else { least + 1.0 }) };
    let marks: Vec<(f64, String)> =
        ticks(low, high, lines.ranks).into_iter().map(|value| (value, tick(value))).collect();
    let left = marks.iter().map(|(_, text)| measure(text, TICK)).max().unwrap_or(0) + GAP;
    let right = width - 2;
    let bottom = TOP + PLOT;
    let y = |value: f64| {
        let part = (value - low) / (high - low);
        let part = if lines.ranks { 1.0 - part } else { part };
        bottom - (part * f64::from(PLOT)).round() as i32
    };
    // Room for half a period and half a value on each side.
    let inner = |text: &str| measure(text, LABEL) / 2 + 6;
    let side = lines
        .dots
        .iter()
        .map(|dot| inner(&dot.period).max(inner(&dot.shown)))
        .max()
        .unwrap_or(0)
        .min((right - left) / 3);
    let (first, last) = (lines.dots.first().map_or(0.0, |dot| dot.when), lines.dots.last().map_or(0.0, |dot| dot.when));
    let (from, to) = (left + side, right - side);
    let x = |when: f64| {
        if last > first {
            from + ((when - first) / (last - first) * f64::from(to - from)).round() as i32
        } else {
            (from + to) / 2
        }
    };
    let joined = join(lines);
    let mut dots: Vec<PlacedDot> = lines
        .dots
        .iter()
        .map(|dot| PlacedDot {
            x: x(dot.when),
            y: y(dot.value),
            high: dot.high.map(y),
            kind: dot.kind,
            leans: if lines.ranks { -dot.leans } else { dot.leans },
            value: None,
            row: Rect { left: 0, top: 0, right: 0, bottom: 0 },
        })
        .collect();
    let frame = Rect { left, top: 0, right: width, bottom: bottom - 2 };
    write_values(&mut dots, lines, frame);
    for at in 0..dots.len() {
        dots[at].row = row(&dots, at, left, right, bottom);
    }
    let ticks = marks.into_iter().map(|(value, text)| {
        let width = measure(&text, TICK);
        PlacedText { text, x: left - GAP, y: y(value), ends: true, width }
    });
    let periods = periods(lines, &dots, bottom + FOOT / 2, width);
    let base = if lines.ranks { y(1.0) } else { y(0.0) };
    PlacedLines {
        width,
        height: bottom + FOOT,
        frame: (left, right),
        ticks: ticks.collect(),
        base,
        periods,
        joined,
        dots,
    }
}

/// Nice numbers for the axis; places in an order are whole, from the first on.
fn ticks(low: f64, high: f64, ranks: bool) -> Vec<f64> {
    let mut ticks = nice_ticks(low, high, 5);
    if ranks {
        ticks.retain(|value| value.fract() == 0.0 && *value > 1.0);
        ticks.insert(0, 1.0);
    }
    ticks
}

/// Neighbours with no period missing between them. Two values of one period are joined with nothing.
fn join(lines: &Lines) -> Vec<(usize, usize)> {
    let alone = |at: usize| lines.dots.iter().filter(|dot| dot.when == lines.dots[at].when).count() == 1;
    let near = |at: &usize| lines.dots[at + 1].when - lines.dots[*at].when <= lines.step * 1.01;
    let pairs = (0..lines.dots.len().saturating_sub(1)).filter(near);
    pairs.filter(|&at| alone(at) && alone(at + 1)).map(|at| (at, at + 1)).collect()
}

/// Writes each value above its dot, else below it, where no other text and no other dot stands; the ends first.
fn write_values(dots: &mut [PlacedDot], lines: &Lines, frame: Rect) {
    let count = dots.len();
    let mut order: Vec<usize> = (0..count).collect();
    sort_by_key(&mut order, |&at| (at != 0 && at + 1 != count, at));
    let mut taken: Vec<Rect> = dots.iter().map(|dot| around(dot.x, dot.y, 10, 10)).collect();
    for at in order {
        let text = &lines.dots[at].shown;
        let width = measure(text, LABEL) * 11 / 10;
        let x = dots[at].x.max(frame.left + width / 2).min(frame.right - width / 2 - 1);
        let top = dots[at].high.unwrap_or(dots[at].y);
        let places = [top - AWAY, dots[at].y + AWAY];
        let fits = |y: &i32| {
            let own = around(x, *y, width + 6, 18);
            let inside = own.top >= frame.top && own.bottom <= frame.bottom;
            inside && taken.iter().enumerate().all(|(other, rect)| other == at || !meet(*rect, own))
        };
        let Some(y) = places.into_iter().find(fits) else { continue };
        taken.push(around(x, y, width + 6, 18));
        dots[at].value = Some(PlacedText { text: text.clone(), x, y, ends: false, width });
    }
}

/// The periods under the axis, each once, the first and the last before those between.
fn periods(lines: &Lines, dots: &[PlacedDot], y: i32, width: i32) -> Vec<PlacedText> {
    let count = dots.len();
    let mut order: Vec<usize> = (0..count).collect();
    sort_by_key(&mut order, |&at| (at != 0 && at + 1 != count, at));
    let mut out: Vec<PlacedText> = Vec::new();
    for at in order {
        let text = lines.dots[at].period.clone();
        let wide = measure(&text, TICK);
        let x = dots[at].x.max(wide / 2).min(width - wide / 2);
        if out.iter().all(|other| (other.x - x).abs() >= (other.width + wide) / 2 + GAP) {
            out.push(PlacedText { text, x, y, ends: false, width: wide });
        }
    }
    sort_by_key(&mut out, |text| text.x);
    out
}

/// What a touch near a dot means: half the way to each neighbour; dots of one period share their column.
fn row(dots: &[PlacedDot], at: usize, left: i32, right: i32, bottom: i32) -> Rect {
    let x = dots[at].x;
    let before = dots.iter().map(|dot| dot.x).filter(|other| *other < x).max();
    let after = dots.iter().map(|dot| dot.x).filter(|other| *other > x).min();
    let mut column: Vec<i32> = dots.iter().filter(|dot| dot.x == x).map(|dot| dot.y).collect();
    sort_by_key(&mut column, |y| *y);
    let place = column.iter().position(|y| *y == dots[at].y).unwrap_or(0);
    let between = |a: i32, b: i32| (a + b) / 2;
    let top = if place == 0 { 0 } else { between(column[place - 1], column[place]) };
    let low = column.get(place + 1).map_or(bottom, |next| between(column[place], *next));
    let (left, right) =
        (before.map_or(left, |other| between(other, x)), after.map_or(right, |other| between(x, other)));
    Rect { left, top, right, bottom: low.max(top + 1) }
}

fn around(x: i32, y: i32, width: i32, height: i32) -> Rect {
    Rect { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

fn meet(a: Rect, b: Rect) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

fn measure(text: &str, size: i32) -> i32 {
    text_width(text, f64::from(size)).ceil() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(when: f64, value: f64) -> Dot {
        let period = format!("{}", when.floor());
        Dot { when, period, value, high: None, shown: format!("{value} tỷ"), kind: DotKind::Told, leans: 0 }
    }

    fn many(count: usize) -> Lines {
        // A spread of values without a pattern, the same in each run.
        let value = |at: usize| ((at * 7919 + 13) % 101) as f64;
        Lines {
            dots: (0..count).map(|at| dot(2000.5 + at as f64, value(at))).collect(),
            step: 1.0,
            ranks: count.is_multiple_of(2),
        }
    }

    fn rect_of(text: &PlacedText) -> Rect {
        around(text.x, text.y, text.width, 14)
    }

    #[test]
    fn no_text_meets_another_and_none_leaves_the_frame() {
        for width in [200, 240, 296, 328, 480, 760] {
            for count in 1..25 {
                let placed = place_lines(&many(count), width, &|value| format!("{value} tỷ"));
                let values: Vec<Rect> = placed.dots.iter().filter_map(|dot| dot.value.as_ref()).map(rect_of).collect();
                let periods: Vec<Rect> = placed.periods.iter().map(rect_of).collect();
                let all: Vec<Rect> = values.into_iter().chain(periods).collect();
                for (at, a) in all.iter().enumerate() {
                    assert!(
                        a.left >= 0 && a.right <= placed.width && a.top >= 0 && a.bottom <= placed.height,
                        "{width} {count} {a:?}"
                    );
                    assert!(all[at + 1..].iter().all(|b| !meet(*a, *b)), "{width} {count}");
                }
                assert!(placed.dots.iter().all(|dot| dot.x >= placed.frame.0 && dot.x <= placed.frame.1));
                assert!(!placed.periods.is_empty());
            }
        }
    }

    #[test]
    fn gaps_stay_open() {
        let lines =
            Lines { dots: [2016.5, 2019.5, 2020.5, 2023.5].map(|when| dot(when, 5.0)).into(), step: 1.0, ranks: false };
        assert_eq!(place_lines(&lines, 360, &|v| v.to_string()).joined, [(1, 2)]);
    }

    #[test]
    fn values_that_disagree_stand_over_each_other_and_are_joined_with_nothing() {
        let lines = Lines {
            dots: [(2019.5, 50.0), (2020.5, 56.5), (2020.5, 35.0)].map(|(w, v)| dot(w, v)).into(),
            step: 1.0,
            ranks: false,
        };
        let placed = place_lines(&lines, 360, &|v| v.to_string());
        assert!(placed.joined.is_empty());
        assert_eq!(placed.dots[1].x, placed.dots[2].x);
        let (a, b) = (placed.dots[1].row, placed.dots[2].row);
        assert!(a.bottom <= b.top || b.bottom <= a.top, "each can be touched");
    }

    #[test]
    fn amounts_start_at_nought_and_the_first_place_is_at_the_top() {
        let lines = |ranks| Lines { dots: vec![dot(2019.5, 50.0), dot(2020.5, 25.0)], step: 1.0, ranks };
        let amounts = place_lines(&lines(false), 360, &|v| v.to_string());
        assert!(amounts.dots[0].y < amounts.dots[1].y && amounts.base == TOP + PLOT);
        let ranks = place_lines(&lines(true), 360, &|v| v.to_string());
        assert!(ranks.dots[0].y > ranks.dots[1].y && ranks.base == TOP);
        assert_eq!(ranks.ticks[0].text, "1");
    }
}
