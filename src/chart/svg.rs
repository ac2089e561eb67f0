//! A plotters backend that writes SVG elements with classes.
//!
//! Plotters passes colours through; here a colour *is* a role and a row ([`Ink`]), and comes out as a class and a
//! `data-row`. The style sheet gives each class its colour, so a chart follows the theme without being drawn again.
//! All text is escaped; nothing is measured.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::format::plain;

/// What an element of a chart is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// A line of the grid.
    Grid,
    /// The line at nought.
    Zero,
    /// A number on the axis.
    Tick,
    /// A bar that rises.
    Rise,
    /// A bar that falls.
    Fall,
    /// A bar that rises, estimated.
    RiseEstimate,
    /// A bar that falls, estimated.
    FallEstimate,
    /// The mark that a bar is cut.
    Cut,
    /// The whole that a bar is a part of.
    Ground,
    /// The stroke at the end of it.
    Goal,
    /// A label.
    Label,
    /// A value beside its bar.
    Value,
    /// The whole row, unseen, to be touched.
    Row,
    /// A line between two values of a series.
    Line,
    /// A value of a series.
    Dot,
    /// An estimate or a target of a series.
    DotOpen,
    /// A value that was computed.
    DotDerived,
    /// The mark of a qualifier, or the span of a range.
    Lean,
}

const ROLES: [(Role, &str); 18] = [
    (Role::Grid, "grid"),
    (Role::Zero, "zero"),
    (Role::Tick, "tick"),
    (Role::Rise, "rise"),
    (Role::Fall, "fall"),
    (Role::RiseEstimate, "rise estimate"),
    (Role::FallEstimate, "fall estimate"),
    (Role::Cut, "cut"),
    (Role::Ground, "ground"),
    (Role::Goal, "goal"),
    (Role::Label, "label"),
    (Role::Value, "value"),
    (Role::Row, "row"),
    (Role::Line, "line"),
    (Role::Dot, "dot"),
    (Role::DotOpen, "dot open"),
    (Role::DotDerived, "dot derived"),
    (Role::Lean, "lean"),
];

/// A role and, where the element belongs to one, a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// What the element is for.
    pub role: Role,
    /// The row it belongs to.
    pub row: Option<u16>,
}

impl Ink {
    /// The colour that carries it through plotters: role, then row plus one in two bytes.
    pub fn color(self) -> RGBColor {
        let row = self.row.map_or(0, |row| row.saturating_add(1)).to_be_bytes();
        RGBColor(self.role as u8, row[0], row[1])
    }

    fn of((role, high, low): (u8, u8, u8)) -> (&'static str, Option<u16>) {
        let class = ROLES.iter().find(|(r, _)| *r as u8 == role).map_or("", |(_, class)| class);
        (class, u16::from_be_bytes([high, low]).checked_sub(1))
    }
}

/// Writes one SVG element per drawn element.
pub struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// A drawing of a size, written to the end of `out`.
    pub fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self { out, size }
    }

    /// Writes; writing to a string cannot fail.
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = self.out.write_fmt(text);
    }

    /// Class and row of a colour as attributes.
    fn ink(&mut self, color: BackendColor) {
        let (class, row) = Ink::of(color.rgb);
        self.put(format_args!(" class=\"{class}\""));
        if let Some(row) = row {
            self.put(format_args!(" data-row=\"{row}\""));
        }
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        self.out.push_str(" points=\"");
        for (x, y) in points {
            self.put(format_args!("{x},{y} "));
        }
        self.out.push_str("\"/>");
    }
}

/// Appends a text with the characters escaped that mean something in markup.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        if self.out.is_empty() {
            let (w, h) = self.size;
            self.put(format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
                 aria-hidden=\"true\" focusable=\"false\">"
            ));
        }
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        if !self.out.is_empty() && !self.out.ends_with("</svg>") {
            self.out.push_str("</svg>");
        }
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.out.push_str("<line");
        self.ink(style.color());
        self.put(format_args!(" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", from.0, from.1, to.0, to.1));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, _fill: bool) -> Drawn {
        self.out.push_str("<rect");
        self.ink(style.color());
        let (x, y, w, h) = (a.0.min(b.0), a.1.min(b.1), (b.0 - a.0).abs(), (b.1 - a.1).abs());
        self.put(format_args!(" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>"));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.out.push_str("<polyline");
        self.ink(style.color());
        self.points(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.out.push_str("<polygon");
        self.ink(style.color());
        self.points(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, _fill: bool) -> Drawn {
        self.out.push_str("<circle");
        self.ink(style.color());
        self.put(format_args!(" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let anchor = style.anchor();
        let across = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // The baseline, from the place that plotters means: a text stands about 0.36 of its size below its middle.
        let down = match anchor.v_pos {
            VPos::Top => 0.76,
            VPos::Center => 0.36,
            VPos::Bottom => -0.24,
        };
        let y = f64::from(y) + style.size() * down;
        self.out.push_str("<text");
        self.ink(style.color());
        let (y, size) = (plain(y, 1), plain(style.size(), 1));
        self.put(format_args!(" x=\"{x}\" y=\"{y}\" text-anchor=\"{across}\" font-size=\"{size}\">"));
        escape(self.out, text);
        // The space is not drawn; a reader without pictures has the labels one by one.
        self.out.push_str("</text> ");
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok((super::text_width(text, size).ceil() as u32, (size * 1.2).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_and_a_row_come_through_as_a_colour() {
        for (role, class) in ROLES {
            for row in [None, Some(0), Some(1), Some(300)] {
                let RGBColor(r, g, b) = Ink { role, row }.color();
                assert_eq!(Ink::of((r, g, b)), (class, row));
            }
        }
    }

    #[test]
    fn text_is_escaped() {
        let mut out = String::new();
        escape(&mut out, "<script>&\"'</script>");
        assert_eq!(out, "&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;");
    }
}
