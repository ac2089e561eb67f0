//! The sheet that a picture is drawn on: SVG for resvg, and the one place with the colours of the pictures.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::letters::{FAMILY, Style};

/// Colours, those of the viewer's light theme (`style/tokens.css`).
pub(super) const PAPER: &str = "#ffffff";
pub(super) const INK: &str = "#1a1c1e";
pub(super) const INK_2: &str = "#565c63";
pub(super) const LINE: &str = "#d9d8d3";
pub(super) const ACCENT: &str = "#8c1d2f";
pub(super) const RISE: &str = "#1f5f8b";
pub(super) const FALL: &str = "#b4541a";

/// All of them.
pub(super) const ALL: [&str; 7] = [PAPER, INK, INK_2, LINE, ACCENT, RISE, FALL];

/// A drawing in the making.
pub(super) struct Canvas(String);

impl Canvas {
    /// An empty sheet.
    pub(super) fn new(width: u32, height: u32) -> Self {
        let mut sheet = Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{FAMILY}\">"
        ));
        sheet.rect(0.0, 0.0, f64::from(width), f64::from(height), 0.0, PAPER);
        sheet
    }

    /// A filled rectangle with round corners.
    pub(super) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, round: f64, fill: &str) {
        let _ = write!(
            self.0,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"{round}\" fill=\"{fill}\"/>"
        );
    }

    /// A filled shape between points.
    pub(super) fn polygon(&mut self, points: &[(f64, f64)], fill: &str) {
        let points: String = points.iter().map(|(x, y)| format!("{x:.1},{y:.1} ")).collect();
        let _ = write!(self.0, "<polygon points=\"{}\" fill=\"{fill}\"/>", points.trim_end());
    }

    /// A text from `x` on; gives where it ends.
    pub(super) fn text(&mut self, x: f64, baseline: f64, style: Style, fill: &str, text: &str) -> f64 {
        let weight = if style.bold { 700 } else { 400 };
        let _ = write!(
            self.0,
            "<text x=\"{x:.1}\" y=\"{baseline:.1}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>",
            style.size,
            escape(text)
        );
        x + style.width(text)
    }

    /// A text that ends at `x`.
    pub(super) fn text_to(&mut self, x: f64, baseline: f64, style: Style, fill: &str, text: &str) {
        self.text(x - style.width(text), baseline, style, fill, text);
    }

    /// The whole drawing.
    pub(super) fn finish(self) -> String {
        self.0 + "</svg>"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_viewer() {
        let tokens = include_str!("../../../style/tokens.css");
        let names = ["paper", "ink", "ink-2", "line", "accent", "rise", "fall"];
        for (name, colour) in names.into_iter().zip(ALL) {
            assert!(tokens.contains(&format!("--{name}: {colour};")), "--{name} is no longer {colour}");
        }
    }
}
