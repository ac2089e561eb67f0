//! Placement of a diverging bar chart: every rectangle and text in whole pixels at a given width.
//!
//! Bars start at nought, always. A bar that is so long that the others could not be told apart runs to the edge of the
//! frame and is marked as cut ([`PlacedBar::cut`]); its number stays whole. Labels stand beside the bars where
//! there is room and above them where there is not, and are never shortened. Where the bars are parts of something, a goal
//! stands for the whole of it: a ground behind each bar and a stroke across it (a bullet chart, after Stephen Few).

use super::{nice_ticks, text_width, wrap};

/// Size of labels and values.
pub(super) const LABEL: i32 = 14;
/// Size of the numbers on the axis.
pub(super) const TICK: i32 = 12;
/// From this width on labels stand beside the bars.
const BESIDE: i32 = 600;
/// A bar may be cut when it is this many times as long as the middle one.
const CUT_FROM: f64 = 8.0;
/// How far a cut bar runs beyond the longest bar that is not cut.
const CUT_AT: f64 = 1.35;
const LINE: i32 = 19;
const THICK: i32 = 18;
const MARGIN: i32 = 2;
const GAP: i32 = 6;
const AXIS: i32 = 26;

/// One bar to place.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it stands for; wrapped, never shortened.
    pub label: String,
    /// Its length, with sign.
    pub value: f64,
    /// Its length for people.
    pub shown: String,
    /// Whether it is an estimate, drawn hollow.
    pub estimate: bool,
}

/// A rectangle; `right` and `bottom` lie outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// A line of text; `x` is its start or, where `ends` is set, its end; `y` its middle.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PlacedText {
    pub text: String,
    pub x: i32,
    pub y: i32,
    pub ends: bool,
    /// Estimated width.
    pub width: i32,
}

/// A number on the axis and its line down the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedTick {
    /// Where the line is.
    pub x: i32,
    /// The number, its middle at `x`.
    pub text: String,
    /// Estimated width of the number.
    pub width: i32,
}

/// A placed bar with its texts.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedBar {
    /// The lines of its label.
    pub label: Vec<PlacedText>,
    /// From nought to its value.
    pub rect: Rect,
    /// The value beside its end.
    pub value: PlacedText,
    /// All that belongs to it, over the whole width.
    pub row: Rect,
    /// Whether it falls below nought.
    pub falls: bool,
    /// Whether it is an estimate.
    pub estimate: bool,
    /// Whether it is longer than the frame.
    pub cut: bool,
}

/// A placed chart.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct PlacedBars {
    pub width: i32,
    pub height: i32,
    /// Where nought is.
    pub zero: i32,
    /// Where the goal is.
    pub goal: Option<i32>,
    pub ticks: Vec<PlacedTick>,
    /// From where to where the lines of the axis run down: all the way, or past each bar where labels stand above.
    pub spans: Vec<(i32, i32)>,
    pub bars: Vec<PlacedBar>,
}

/// Places bars at a width, and a `goal` that all of them are held against; `tick` writes a number on the axis.
pub fn place(bars: &[Bar], goal: Option<f64>, width: i32, tick: &dyn Fn(f64) -> String) -> PlacedBars {
    let width = width.max(200);
    let beside = width >= BESIDE;
    let (low, high) = domain(bars);
    let high = high.max(goal.unwrap_or(0.0));
    let label_right = if beside { width * 2 / 5 } else { MARGIN };
    let room = |falls: bool| {
        let of_side = bars.iter().filter(|bar| (bar.value < 0.0) == falls);
        // With no bar on a side, half of the nought of the axis still stands there.
        let nought = measure(&tick(0.0), TICK) / 2 + MARGIN;
        of_side.map(|bar| measure_bold(&bar.shown) + GAP).max().unwrap_or(0).max(nought)
    };
    let left = if beside { label_right + 2 * GAP } else { MARGIN } + room(true);
    let right = (width - MARGIN - room(false)).max(left + 1);
    let x = |value: f64| {
        let part = if high > low { (within(value, low, high) - low) / (high - low) } else { 0.0 };
        left + (part * f64::from(right - left)).round() as i32
    };

    let goal = goal.map(x);
    let mut top = AXIS;
    let mut placed = Vec::with_capacity(bars.len());
    for bar in bars {
        let label_width = if beside { label_right } else { width - 2 * MARGIN };
        let lines = wrap(&bar.label, f64::from(LABEL), f64::from(label_width));
        let text_height = lines.len() as i32 * LINE;
        let height = if beside { text_height.max(THICK) + 14 } else { text_height + THICK + 20 };
        let row = Rect { left: 0, top, right: width, bottom: top + height.max(if beside { 32 } else { 44 }) };
        let text_top = if beside { (row.top + row.bottom - text_height) / 2 } else { row.top + 6 };
        let bar_top = if beside { (row.top + row.bottom - THICK) / 2 } else { text_top + text_height + 3 };
        let label = lines.into_iter().enumerate().map(|(i, text)| {
            let width = measure(&text, LABEL);
            PlacedText { text, x: label_right, y: text_top + i as i32 * LINE + LINE / 2, ends: beside, width }
        });
        let (start, end) = (x(0.0), x(bar.value));
        let falls = bar.value < 0.0;
        let rect = Rect { left: start.min(end), top: bar_top, right: start.max(end), bottom: bar_top + THICK };
        let value = PlacedText {
            text: bar.shown.clone(),
            // The stroke of the goal runs through no number.
            x: if falls { rect.left - GAP } else { rect.right.max(goal.unwrap_or(0)) + GAP },
            y: bar_top + THICK / 2,
            ends: falls,
            width: measure_bold(&bar.shown),
        };
        let cut = is_cut(bar, (low, high));
        placed.push(PlacedBar { label: label.collect(), rect, value, row, falls, estimate: bar.estimate, cut });
        top = row.bottom;
    }
    let spans = if beside {
        vec![(AXIS - GAP, top)]
    } else {
        placed.iter().map(|bar: &PlacedBar| (bar.rect.top - 4, bar.rect.bottom + 4)).collect()
    };
    PlacedBars {
        width,
        height: top + MARGIN,
        zero: x(0.0),
        goal,
        ticks: ticks(low, high, x, tick),
        spans,
        bars: placed,
    }
}

/// Whether a bar of these is cut, at any width.
pub fn any_cut(bars: &[Bar]) -> bool {
    let span = domain(bars);
    bars.iter().any(|bar| is_cut(bar, span))
}

fn is_cut(bar: &Bar, (low, high): (f64, f64)) -> bool {
    bar.value > high || bar.value < low
}

/// The span of the axis: from nought or the longest fall to nought or the longest rise, without what is cut.
fn domain(bars: &[Bar]) -> (f64, f64) {
    let longest_of = |fits: &dyn Fn(f64) -> bool| {
        bars.iter().map(|bar| bar.value.abs()).filter(|size| fits(*size)).fold(0.0, f64::max)
    };
    let longest = longest_of(&|_| true);
    // More than half of all are at least as long: asked of each, as a chart has few and sorting weighs more.
    let middle = longest_of(&|size| bars.iter().filter(|bar| bar.value.abs() >= size).count() > bars.len() / 2);
    let whole = longest_of(&|size| size <= CUT_FROM * middle);
    let most = if middle > 0.0 { longest.min(whole * CUT_AT) } else { longest };
    let values = || bars.iter().map(|bar| within(bar.value, -most, most));
    (values().fold(0.0, f64::min), values().fold(0.0, f64::max))
}

/// A number, or the end of the span that it lies beyond. The `clamp` of floats can panic with both ends in its message,
/// and so would bring the printing of floats along.
fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// As many ticks as fit without touching, no number beyond the frame.
fn ticks(low: f64, high: f64, x: impl Fn(f64) -> i32, tick: &dyn Fn(f64) -> String) -> Vec<PlacedTick> {
    for most in (2..=6).rev() {
        let placed: Vec<PlacedTick> = nice_ticks(low, high, most)
            .into_iter()
            .map(|value| {
                let text = tick(value);
                PlacedTick { x: x(value), width: measure(&text, TICK), text }
            })
            .collect();
        let apart =
            placed.windows(2).all(|pair| pair[1].x - pair[0].x >= (pair[0].width + pair[1].width) / 2 + 2 * GAP);
        if apart && placed.len() > 1 {
            return placed;
        }
    }
    vec![PlacedTick { x: x(0.0), text: tick(0.0), width: measure(&tick(0.0), TICK) }]
}

/// Values are set bold, which is wider.
fn measure_bold(text: &str) -> i32 {
    measure(text, LABEL) * 11 / 10
}

fn measure(text: &str, size: i32) -> i32 {
    text_width(text, f64::from(size)).ceil() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars() -> Vec<Bar> {
        [
            ("đài truyền thanh cấp xã ứng dụng công nghệ thông tin - viễn thông", 723.0),
            ("Tốc độ Internet di động", 35.5),
            ("sản lượng bưu gửi", 30.0),
            ("Tổng doanh thu dịch vụ viễn thông", 5.0),
            ("số cuộc gọi rác", -32.0),
            ("số lượng tin nhắn rác", -68.6),
        ]
        .into_iter()
        .map(|(label, value)| Bar { label: label.into(), value, shown: format!("{value:+}%"), estimate: value < 0.0 })
        .collect()
    }

    fn at(width: i32) -> PlacedBars {
        place(&bars(), None, width, &|value| format!("{value}%"))
    }

    fn span(text: &PlacedText) -> (i32, i32) {
        if text.ends { (text.x - text.width, text.x) } else { (text.x, text.x + text.width) }
    }

    #[test]
    fn nothing_stands_outside_the_frame() {
        for width in [320, 360, 480, 599, 600, 720, 1200] {
            let placed = at(width);
            let inside = |left: i32, right: i32| assert!(0 <= left && right <= width, "{left}..{right} at {width}");
            for bar in &placed.bars {
                inside(bar.rect.left, bar.rect.right);
                assert!(bar.row.top <= bar.rect.top && bar.rect.bottom <= bar.row.bottom);
                for text in bar.label.iter().chain([&bar.value]) {
                    let (left, right) = span(text);
                    inside(left, right);
                    assert!(bar.row.top <= text.y - LINE / 2 && text.y + LINE / 2 <= bar.row.bottom);
                }
            }
            for tick in &placed.ticks {
                inside(tick.x - tick.width / 2, tick.x + tick.width / 2);
            }
            assert!(placed.bars.last().unwrap().row.bottom <= placed.height);
            assert!(placed.spans.iter().all(|&(top, bottom)| AXIS - GAP <= top && bottom <= placed.height));
        }
    }

    #[test]
    fn bars_start_at_nought_and_keep_their_proportions() {
        for width in [320, 720] {
            let placed = at(width);
            for (bar, placed_bar) in bars().iter().zip(&placed.bars) {
                let from = if bar.value < 0.0 { placed_bar.rect.right } else { placed_bar.rect.left };
                assert_eq!(from, placed.zero);
                assert_eq!(placed_bar.falls, bar.value < 0.0);
            }
            let length = |i: usize| f64::from(placed.bars[i].rect.right - placed.bars[i].rect.left);
            assert!((length(1) / length(2) - 35.5 / 30.0).abs() < 0.1);
            assert!((length(5) / length(4) - 68.6 / 32.0).abs() < 0.1);
        }
    }

    #[test]
    fn only_what_is_far_longer_is_cut() {
        let cut: Vec<bool> = at(360).bars.iter().map(|bar| bar.cut).collect();
        assert_eq!(cut, [true, false, false, false, false, false]);
        assert!(any_cut(&bars()) && !any_cut(&bars()[1..]));
        let plain = [3.0, 2.0].map(|value| Bar { label: "x".into(), value, shown: "x".into(), estimate: false });
        assert!(place(&plain, None, 360, &|v| v.to_string()).bars.iter().all(|bar| !bar.cut));
    }

    #[test]
    fn one_that_dwarfs_most_is_cut_though_a_few_are_long() {
        let values = [723.0, 293.0, 268.0, 191.0, 35.5, 30.0, 23.0, 22.0, 20.11, 5.0, -32.0, -60.0, -68.6];
        let bars = values.map(|value| Bar { label: "x".into(), value, shown: format!("{value}%"), estimate: false });
        let placed = place(&bars, None, 360, &|v| v.to_string());
        let cut: Vec<f64> = values.into_iter().zip(&placed.bars).filter(|(_, bar)| bar.cut).map(|(v, _)| v).collect();
        assert_eq!(cut, [723.0]);
        let zeros = [50.0, 0.0, 0.0].map(|value| Bar { value, ..bars[0].clone() });
        assert!(!any_cut(&zeros), "beside nothing no bar is too long");
    }

    #[test]
    fn no_text_covers_another() {
        for width in [320, 400, 720] {
            let placed = at(width);
            let mut boxes: Vec<(i32, i32, i32, i32)> = Vec::new();
            for bar in &placed.bars {
                for text in bar.label.iter().chain([&bar.value]) {
                    let (left, right) = span(text);
                    boxes.push((left, text.y - LINE / 2, right, text.y + LINE / 2));
                }
            }
            boxes.extend(placed.ticks.iter().map(|t| (t.x - t.width / 2, 0, t.x + t.width / 2, AXIS)));
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[i + 1..] {
                    let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                    assert!(apart, "{a:?} covers {b:?} at {width}");
                }
            }
        }
    }

    #[test]
    fn labels_are_whole() {
        for width in [320, 720] {
            for (bar, placed) in bars().iter().zip(at(width).bars) {
                let lines: Vec<&str> = placed.label.iter().map(|text| text.text.as_str()).collect();
                assert_eq!(lines.join(" "), bar.label);
            }
        }
    }

    #[test]
    fn nothing_to_draw_is_no_trouble() {
        assert!(place(&[], None, 360, &|v| v.to_string()).bars.is_empty());
        let zero = Bar { label: String::new(), value: 0.0, shown: "0%".into(), estimate: false };
        assert_eq!(place(&[zero], None, 360, &|v| v.to_string()).bars.len(), 1);
    }

    #[test]
    fn a_goal_stands_in_the_frame_and_runs_through_no_number() {
        let shares = [("Thu nội địa so với dự toán", 132.6), ("Giải ngân", 97.9), ("Xổ số", 12.0)];
        let bars = shares.map(|(label, value)| Bar {
            label: label.into(),
            value,
            shown: format!("{value}%"),
            estimate: false,
        });
        for (given, width) in [(&bars[..], 320), (&bars[..], 720), (&bars[1..], 320), (&bars[1..], 720)] {
            let placed = place(given, Some(100.0), width, &|v| format!("{v}%"));
            let goal = placed.goal.unwrap();
            assert!(placed.zero < goal && goal <= width, "{goal} of {width}");
            for bar in &placed.bars {
                let (left, right) = span(&bar.value);
                assert!(
                    left > goal && left > bar.rect.right && right <= width,
                    "{left}..{right}, goal {goal} of {width}"
                );
            }
        }
        assert_eq!(at(320).goal, None);
    }
}
