//! The picture of a report that a chat or a portal shows beside a link (Open Graph, 1200 × 630): the title, who tells it of
//! what time and place, and the first headline figures as the report words them.
//!
//! It is seen as small as a thumb: few words, large, dark on white. Words stand whole on their lines and what has no room is
//! told by an ellipsis; figures keep their qualifier, their unit, their time, and whether they are estimates or targets.

mod canvas;
mod figure;
mod letters;
mod palette;

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use super::Base;
use super::told::{LANG, Told, site_name};
use crate::format::{count, period_text};
use crate::library::store::Counts;
use canvas::{ACCENT, Canvas, INK, INK_2, LINE, PAPER};
use letters::{FAMILY, FILES, Style, drawable};

/// Width of a picture in pixels.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 630;

/// From the edges to what is drawn.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 1136.0;
/// Where the title's first line must stay below, and where the figures begin.
const TITLE_TOP: f64 = 94.0;
const FIGURES_TOP: f64 = 322.0;
/// The baseline of the last line.
const FOOT: f64 = 603.0;
/// How many figures are shown.
const FIGURES: usize = 3;
/// Vietnamese stacks its marks: a line takes this many times the size of its letters.
const LEADING: f64 = 1.32;

static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    FILES.into_iter().for_each(|file| fonts.load_font_data(file.to_vec()));
    Arc::new(fonts)
});

/// The picture of a report as PNG.
pub(super) fn png(told: &Told<'_>, base: Option<&Base>) -> Vec<u8> {
    let options =
        usvg::Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    // What we draw is well-formed whatever the report says; were it not, no picture is better than no site.
    let Ok(tree) = usvg::Tree::from_str(&svg(told, base), &options) else { return Vec::new() };
    let Some(mut pixels) = tiny_skia::Pixmap::new(WIDTH, HEIGHT) else { return Vec::new() };
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    palette::png(&pixels)
}

/// The picture of a report as SVG.
fn svg(told: &Told<'_>, base: Option<&Base>) -> String {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    head(&mut canvas, told);
    let figures = &told.headlines[..told.headlines.len().min(FIGURES)];
    let bottom = if figures.is_empty() { FOOT - 48.0 } else { FIGURES_TOP };
    title(&mut canvas, told, bottom, figures.is_empty());
    if !figures.is_empty() {
        canvas.rect(LEFT, FIGURES_TOP, RIGHT - LEFT, 2.0, 0.0, LINE);
        figure::row(&mut canvas, told.report, figures, (LEFT, RIGHT), (FIGURES_TOP, FOOT - 32.0));
    }
    foot(&mut canvas, told, base);
    canvas.finish()
}

/// The sign and the name of the site, and the day.
fn head(canvas: &mut Canvas, told: &Told<'_>) {
    canvas.rect(0.0, 0.0, f64::from(WIDTH), 12.0, 0.0, ACCENT);
    let top = 34.0;
    canvas.rect(LEFT, top, 44.0, 44.0, 9.0, ACCENT);
    // The sign of the site (`style/icon.svg`): a rule above and a rule aside, and three columns.
    let sign = [
        (11.0, 12.0, 22.0, 3.5),
        (11.0, 12.0, 3.5, 20.0),
        (17.5, 25.0, 4.0, 7.0),
        (24.0, 19.0, 4.0, 13.0),
        (30.5, 22.0, 4.0, 10.0),
    ];
    for (x, y, width, height) in sign {
        canvas.rect(LEFT + x, top + y, width, height, 0.0, PAPER);
    }
    canvas.text(LEFT + 58.0, top + 33.0, Style::bold(30.0), ACCENT, site_name());
    if let Some(published) = told.report.meta.published {
        canvas.text_to(RIGHT, top + 32.0, Style::plain(26.0), INK_2, &drawable(&period_text(LANG, published)));
    }
}

/// The title, as large as its length allows, and below it who tells it of what.
fn title(canvas: &mut Canvas, told: &Told<'_>, bottom: f64, alone: bool) {
    let text = [&told.title, &told.report.id].map(|text| drawable(text));
    let text = text.iter().find(|text| !text.is_empty()).map_or(site_name(), String::as_str);
    let below = below_title(told);
    let room = bottom - TITLE_TOP - if below.is_empty() { 24.0 } else { 66.0 };
    let sizes: &[f64] = if alone { &[68.0, 60.0, 52.0] } else { &[56.0, 50.0, 44.0, 40.0] };
    let width = RIGHT - LEFT;
    let fits = |size: &&f64| {
        let lines = Style::bold(**size).lines(text, width, usize::MAX);
        lines.len() as f64 * **size * LEADING <= room
    };
    let size = sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or(40.0);
    let most = (room / (size * LEADING)).max(1.0) as usize;
    let mut baseline = TITLE_TOP;
    for line in Style::bold(size).even_lines(text, width, most) {
        baseline += size * LEADING;
        canvas.text(LEFT, baseline - size * 0.22, Style::bold(size), INK, &line);
    }
    if let Some(line) = Style::plain(26.0).lines(&below, width, 1).first() {
        canvas.text(LEFT, baseline + 36.0, Style::plain(26.0), INK_2, line);
    }
}

/// Publisher, period and area, as far as they are known.
fn below_title(told: &Told<'_>) -> String {
    let period = told.report.meta.period.map(|period| period_text(LANG, period));
    let parts = [told.publisher(), told.area(), period];
    parts
        .into_iter()
        .flatten()
        .map(|part| drawable(&part))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Where more is to be found, and how much.
fn foot(canvas: &mut Canvas, told: &Told<'_>, base: Option<&Base>) {
    let style = Style::plain(22.0);
    let counts = Counts::of(told.report);
    let told = [
        (counts.observations, "số liệu", ("figure", "figures")),
        (counts.events, "sự kiện", ("event", "events")),
        (counts.tasks, "nhiệm vụ", ("task", "tasks")),
    ];
    let told: Vec<String> =
        told.into_iter().filter(|(n, ..)| *n > 0).map(|(n, vi, en)| count(LANG, n, vi, en)).collect();
    let told = told.join(" · ");
    canvas.text_to(RIGHT, FOOT, style, INK_2, &told);
    if let Some(base) = base {
        let room = RIGHT - LEFT - style.width(&told) - 48.0;
        let address = style.lines(&drawable(base.short()), room, 1);
        address.iter().for_each(|line| _ = canvas.text(LEFT, FOOT, style, INK_2, line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Collection;
    use crate::library::fixture::report;

    #[test]
    fn any_text_gives_a_picture_of_the_size() {
        let base: Base = "https://example.org/tong-ket".parse().unwrap();
        let mut hostile = report("a", "");
        hostile.meta.title = Some("</text><script>&\u{0}\u{1b} 中文 🙂 \u{202e}".repeat(30));
        hostile.meta.publisher = Some("w".repeat(500));
        for report in [report("a", ""), report("中文", ""), hostile] {
            let told = Told::new(&report, &Collection::empty());
            let svg = svg(&told, Some(&base));
            assert!(!svg.contains("<script") && !svg.contains('\u{0}'), "{svg}");
            let png = png(&told, Some(&base));
            let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
            assert_eq!((&png[1..4], size(16), size(20)), (&b"PNG"[..], WIDTH, HEIGHT));
        }
    }
}
