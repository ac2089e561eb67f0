//! Drawing of placed charts with plotters. Decides nothing: every place comes from the placement.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, IntoFont, TextStyle};

use super::bars::{LABEL, TICK};
use super::{DotKind, Ink, PlacedBar, PlacedBars, PlacedDot, PlacedLines, PlacedText, Role, SvgBackend};

type Area<'a> = DrawingArea<SvgBackend<'a>, Shift>;
type Drawn = Result<(), plotters::drawing::DrawingAreaErrorKind<std::convert::Infallible>>;

/// Placed bars as SVG.
pub fn draw(placed: &PlacedBars) -> String {
    svg((placed.width, placed.height), |area| draw_all(area, placed))
}

/// A placed series as SVG.
pub fn draw_lines(placed: &PlacedLines) -> String {
    svg((placed.width, placed.height), |area| draw_series(area, placed))
}

fn svg(size: (i32, i32), draw: impl FnOnce(&Area<'_>) -> Drawn) -> String {
    let mut svg = String::new();
    let area = SvgBackend::new(&mut svg, (size.0 as u32, size.1 as u32)).into_drawing_area();
    // The backend cannot fail; if plotters ever refuses an element, the chart is shorter and its table is whole.
    let _ = draw(&area);
    drop(area);
    svg
}

fn draw_series(area: &Area<'_>, placed: &PlacedLines) -> Drawn {
    let (left, right) = placed.frame;
    for tick in &placed.ticks {
        let role = if tick.y == placed.base { Role::Zero } else { Role::Grid };
        line(area, role, None, &[(left, tick.y), (right, tick.y)])?;
        text(area, Role::Tick, None, TICK, HPos::Right, &tick.text, (tick.x, tick.y))?;
    }
    for period in &placed.periods {
        text(area, Role::Tick, None, TICK, HPos::Center, &period.text, (period.x, period.y))?;
    }
    for &(from, to) in &placed.joined {
        let at = |dot: usize| (placed.dots[dot].x, placed.dots[dot].y);
        line(area, Role::Line, None, &[at(from), at(to)])?;
    }
    for (row, dot) in placed.dots.iter().enumerate() {
        draw_dot(area, row as u16, dot)?;
    }
    for (row, dot) in placed.dots.iter().enumerate() {
        if let Some(value) = &dot.value {
            text(area, Role::Value, Some(row as u16), LABEL, HPos::Center, &value.text, (value.x, value.y))?;
        }
        let ink = Ink { role: Role::Row, row: Some(row as u16) }.color().filled();
        area.draw(&Rectangle::new([(dot.row.left, dot.row.top), (dot.row.right, dot.row.bottom)], ink))?;
    }
    area.present()
}

/// A value with the mark of its qualifier: an arm towards where the true value may lie, or the span of a range.
fn draw_dot(area: &Area<'_>, row: u16, dot: &PlacedDot) -> Drawn {
    const ARM: i32 = 12;
    let (role, radius) = match dot.kind {
        DotKind::Told => (Role::Dot, 5),
        DotKind::Open => (Role::DotOpen, 5),
        DotKind::Derived => (Role::DotDerived, 4),
    };
    let row = Some(row);
    if let Some(high) = dot.high {
        line(area, Role::Lean, row, &[(dot.x, dot.y), (dot.x, high)])?;
    } else if dot.leans != 0 {
        line(area, Role::Lean, row, &[(dot.x, dot.y), (dot.x, dot.y - dot.leans * ARM)])?;
    }
    area.draw(&Circle::new((dot.x, dot.y), radius, Ink { role, row }.color().filled()))
}

fn draw_all(area: &Area<'_>, placed: &PlacedBars) -> Drawn {
    for tick in &placed.ticks {
        if tick.x != placed.zero {
            line_down(area, Role::Grid, tick.x, placed)?;
        }
        text(area, Role::Tick, None, TICK, HPos::Center, &tick.text, (tick.x, TICK / 2 + 2))?;
    }
    for (row, bar) in placed.bars.iter().enumerate() {
        let row = row as u16;
        let (top, bottom) = (bar.rect.top, bar.rect.bottom);
        if let Some(goal) = placed.goal {
            let ink = Ink { role: Role::Ground, row: Some(row) }.color().filled();
            area.draw(&Rectangle::new([(placed.zero, top), (goal, bottom)], ink))?;
        }
        draw_bar(area, row, bar)?;
        if let Some(goal) = placed.goal {
            line(area, Role::Goal, Some(row), &[(goal, top - 4), (goal, bottom + 4)])?;
        }
    }
    line_down(area, Role::Zero, placed.zero, placed)?;
    // Texts lie over the lines; the style sheet gives them a rim of paper, so that no line runs through a letter.
    for (row, bar) in placed.bars.iter().enumerate() {
        for label in &bar.label {
            placed_text(area, Role::Label, row as u16, label)?;
        }
        placed_text(area, Role::Value, row as u16, &bar.value)?;
    }
    for (row, bar) in placed.bars.iter().enumerate() {
        let ink = Ink { role: Role::Row, row: Some(row as u16) }.color().filled();
        area.draw(&Rectangle::new([(bar.row.left, bar.row.top), (bar.row.right, bar.row.bottom)], ink))?;
    }
    area.present()
}

/// A line of the axis, down the chart or past each bar.
fn line_down(area: &Area<'_>, role: Role, x: i32, placed: &PlacedBars) -> Drawn {
    placed.spans.iter().try_for_each(|&(top, bottom)| line(area, role, None, &[(x, top), (x, bottom)]))
}

fn draw_bar(area: &Area<'_>, row: u16, bar: &PlacedBar) -> Drawn {
    let role = match (bar.falls, bar.estimate) {
        (false, false) => Role::Rise,
        (true, false) => Role::Fall,
        (false, true) => Role::RiseEstimate,
        (true, true) => Role::FallEstimate,
    };
    let row = Some(row);
    let rect = bar.rect;
    area.draw(&Rectangle::new([(rect.left, rect.top), (rect.right, rect.bottom)], Ink { role, row }.color().filled()))?;
    if bar.cut {
        // Two slanting strokes across the bar, near its end: the sign of a broken scale.
        let end = if bar.falls { rect.left + 16 } else { rect.right - 16 };
        for x in [end - 4, end + 4] {
            line(area, Role::Cut, row, &[(x - 4, rect.bottom + 3), (x + 4, rect.top - 3)])?;
        }
    }
    Ok(())
}

fn placed_text(area: &Area<'_>, role: Role, row: u16, placed: &PlacedText) -> Drawn {
    let across = if placed.ends { HPos::Right } else { HPos::Left };
    text(area, role, Some(row), LABEL, across, &placed.text, (placed.x, placed.y))
}

fn text(area: &Area<'_>, role: Role, row: Option<u16>, size: i32, h: HPos, text: &str, at: (i32, i32)) -> Drawn {
    let ink = Ink { role, row }.color();
    let style: TextStyle<'_> =
        TextStyle::from((FontFamily::SansSerif, size).into_font()).color(&ink).pos(Pos::new(h, VPos::Center));
    area.draw(&Text::new(text, at, style))
}

fn line(area: &Area<'_>, role: Role, row: Option<u16>, points: &[(i32, i32)]) -> Drawn {
    area.draw(&PathElement::new(points.to_vec(), Ink { role, row }.color()))
}

#[cfg(test)]
mod tests {
    use super::super::{Bar, place};
    use super::*;

    fn svg() -> String {
        let bars = [("Doanh thu <b>bưu chính</b> & khác", 23.0, false), ("sim rác", -60.0, true)]
            .map(|(label, value, estimate)| Bar { label: label.into(), value, shown: format!("{value}%"), estimate });
        draw(&place(&bars, Some(50.0), 360, &|value| format!("{value}%")))
    }

    #[test]
    fn is_one_svg_with_classes_and_no_colour() {
        let svg = svg();
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        assert_eq!(svg.matches("<svg").count(), 1);
        for class in ["rise", "fall estimate", "zero", "label", "value", "tick", "row", "ground", "goal"] {
            assert!(svg.contains(&format!("class=\"{class}\"")), "{class} in {svg}");
        }
        for literal in ["fill=", "stroke=", "style=", "rgb", "#"] {
            assert!(!svg.contains(literal), "{literal} in {svg}");
        }
    }

    #[test]
    fn labels_are_text_and_never_markup() {
        let svg = svg();
        assert!(svg.contains("&lt;b&gt;bưu") && svg.contains("&amp;"));
        assert!(!svg.contains("<b>"));
    }

    #[test]
    fn every_row_can_be_touched() {
        let svg = svg();
        assert!(svg.contains("class=\"row\" data-row=\"0\"") && svg.contains("class=\"row\" data-row=\"1\""));
    }

    #[test]
    fn text_is_never_smaller_than_twelve_pixels() {
        for size in svg().split("font-size=\"").skip(1) {
            let size: f64 = size.split('"').next().unwrap().parse().unwrap();
            assert!(size >= 12.0);
        }
    }
}
