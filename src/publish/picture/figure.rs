//! Headline figures side by side in a picture: the quote with its numerals large, what is measured, how it changed, and of
//! what time it is.

use super::canvas::{Canvas, FALL, INK, INK_2, RISE};
use super::letters::{Style, drawable};
use crate::format::{Part, capitalised, change_text, parts, period_text, short_period, status_name};
use crate::library::Figure;
use crate::model::{Change, Direction, Observation, Report, Status};
use crate::publish::told::LANG;

/// Between two figures.
const GAP: f64 = 44.0;
/// Sizes of the numerals, and the words of the quote beside them.
const NUMERALS: [f64; 4] = [60.0, 54.0, 48.0, 40.0];
const WORDS: Style = Style::plain(26.0);
/// Between a numeral and the words behind it.
const BESIDE: f64 = 9.0;
/// The lines below the quote.
const NAME: Style = Style::plain(24.0);
const NAME_LEADING: f64 = 32.0;
const CHANGE: Style = Style::bold(24.0);
const CHANGE_LEADING: f64 = 36.0;
const TIME: Style = Style::plain(22.0);
const TIME_LEADING: f64 = 31.0;
/// How many lines what is measured may take.
const NAME_LINES: f64 = 3.0;

/// Draws figures of a report between left and right, top and bottom.
pub(super) fn row(
    canvas: &mut Canvas,
    report: &Report,
    figures: &[Figure<'_>],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) {
    let columns = figures.len().max(1) as f64;
    let width = (right - left - GAP * (columns - 1.0)) / columns;
    let quotes: Vec<Quote> = figures.iter().map(|figure| Quote::new(&figure.observation.quote)).collect();
    // One size for all, and every row of words in all columns or in none, so that they stand on common lines.
    let fits = |size: &f64| quotes.iter().all(|quote| Style::bold(*size).width(&quote.numeral) <= width);
    let numeral = Style::bold(NUMERALS.into_iter().find(fits).unwrap_or(NUMERALS[NUMERALS.len() - 1]));
    let rows = Rows {
        numeral,
        before: quotes.iter().any(|quote| !quote.before.is_empty()),
        after: quotes.iter().any(|quote| !quote.fits_beside(numeral, width)),
    };
    for (at, (figure, quote)) in figures.iter().zip(&quotes).enumerate() {
        let x = left + at as f64 * (width + GAP);
        let baseline = quote.draw(canvas, &rows, x, width, top);
        below(canvas, report, figure.observation, (x, width), (baseline, bottom));
    }
}

/// A quote in reading order: the words before its first numeral, the numeral, and what follows.
struct Quote {
    before: String,
    numeral: String,
    after: String,
}

/// The rows that quotes side by side have in common.
struct Rows {
    numeral: Style,
    before: bool,
    after: bool,
}

impl Quote {
    fn new(quote: &str) -> Self {
        let quote = drawable(quote);
        let runs = parts(&quote);
        let first = runs.iter().position(|part| part.numeral).unwrap_or(runs.len());
        let text = |runs: &[Part<'_>]| runs.iter().map(|part| part.text).collect::<String>().trim().to_owned();
        let after = (first + 1).min(runs.len());
        Self { before: text(&runs[..first]), numeral: text(&runs[first..after]), after: text(&runs[after..]) }
    }

    fn fits_beside(&self, numeral: Style, width: f64) -> bool {
        let beside = if self.after.is_empty() { 0.0 } else { BESIDE + WORDS.width(&self.after) };
        numeral.width(&self.numeral) + beside <= width
    }

    /// Draws it, and gives its last baseline.
    fn draw(&self, canvas: &mut Canvas, rows: &Rows, x: f64, width: f64, top: f64) -> f64 {
        let mut baseline = top;
        if rows.before {
            baseline += 38.0;
            if let Some(line) = WORDS.lines(&self.before, width, 1).first() {
                canvas.text(x, baseline, WORDS, INK_2, line);
            }
        } else {
            baseline += 8.0;
        }
        baseline += rows.numeral.size * 0.98;
        // A quote without a digit is one numeral ("gấp đôi") and may be longer than any number.
        let Some(line) = rows.numeral.lines(&self.numeral, width, 1).into_iter().next() else { return baseline };
        let end = canvas.text(x, baseline, rows.numeral, INK, &line);
        if !rows.after {
            canvas.text(end + BESIDE, baseline, WORDS, INK, &self.after);
        }
        if rows.after {
            baseline += 36.0;
            WORDS.lines(&self.after, width, 1).iter().for_each(|line| _ = canvas.text(x, baseline, WORDS, INK, line));
        }
        baseline
    }
}

/// What stands below a quote: what is measured, the change, the time.
fn below(canvas: &mut Canvas, report: &Report, o: &Observation, (x, width): (f64, f64), (from, bottom): (f64, f64)) {
    let mut baseline = from + 8.0;
    let change = o.change.as_ref().filter(|c| o.number.is_some() && (c.number.is_some() || c.against.is_some()));
    let time = time(report, o);
    // What follows the name takes its room first; the name has what is left.
    let taken = if change.is_some() { CHANGE_LEADING } else { 0.0 } + if time.is_empty() { 0.0 } else { TIME_LEADING };
    let room = ((bottom - taken - baseline) / NAME_LEADING).clamp(1.0, NAME_LINES) as usize;
    let name = drawable(&o.indicator.as_deref().map(capitalised).unwrap_or_default());
    for line in NAME.lines(&name, width, room) {
        baseline += NAME_LEADING;
        canvas.text(x, baseline, NAME, INK, &line);
    }
    if let Some(change) = change {
        baseline += CHANGE_LEADING;
        changed(canvas, change, x, width, baseline);
    }
    if let Some(line) = TIME.lines(&time, width, 1).first() {
        canvas.text(x, baseline + TIME_LEADING, TIME, INK_2, line);
    }
}

/// The change with its arrow as a shape: not every font has one.
fn changed(canvas: &mut Canvas, change: &Change, x: f64, width: f64, baseline: f64) {
    let words = change_text(LANG, change);
    let size = if words.size.is_empty() { words.direction } else { &words.size };
    let fill = match change.direction {
        Direction::Up => RISE,
        Direction::Down => FALL,
        Direction::None => INK_2,
    };
    let (top, base) = (baseline - 17.0, baseline - 1.0);
    let start = match change.direction {
        Direction::Up => Some([(x, base), (x + 20.0, base), (x + 10.0, top)]),
        Direction::Down => Some([(x, top), (x + 20.0, top), (x + 10.0, base)]),
        Direction::None => None,
    };
    let mut at = x;
    if let Some(points) = start {
        canvas.polygon(&points, fill);
        at += 30.0;
    }
    let Some(size) = CHANGE.lines(&drawable(size), x + width - at, 1).into_iter().next() else { return };
    at = canvas.text(at, baseline, CHANGE, fill, &size);
    let against = drawable(&words.against);
    let at = at + TIME.width(" ");
    // Half a comparison says less than none.
    if !against.is_empty() && TIME.width(&against) <= x + width - at {
        canvas.text(at, baseline, TIME, INK_2, &against);
    }
}

/// What time a figure is of where the report as a whole is of another, and whether it is an estimate or a target.
fn time(report: &Report, o: &Observation) -> String {
    // A quote that says so itself ("ước đạt 5 tỷ") need not be told again.
    let status = Some(status_name(LANG, o.status)).filter(|name| o.status != Status::Actual && !o.quote.contains(name));
    let status = status.map(capitalised);
    let period = o.period.filter(|_| o.period != report.meta.period);
    // Beside a status there is room for the years alone.
    let period = match status {
        Some(_) => period.map(|period| short_period(LANG, period)),
        None => period.map(|period| capitalised(&period_text(LANG, period))),
    };
    drawable(&status.into_iter().chain(period).collect::<Vec<_>>().join(" · "))
}
