//! Charts: data is placed, what is placed is drawn.
//!
//! [`place`] turns bars into [`PlacedBars`] and [`place_lines`] a series into [`PlacedLines`], pure geometry that is tested
//! without a browser; [`draw`] and [`draw_lines`] hand it to plotters, whose backend of our own writes SVG with classes for roles. Knows no colour: the style sheet has them.
//! Knows no page: what a click on a row means is the page's business.

mod bars;
mod draw;
mod lines;
mod scale;
mod svg;
mod text_width;

pub use bars::{Bar, PlacedBar, PlacedBars, PlacedText, PlacedTick, Rect, any_cut, place};
pub use draw::{draw, draw_lines};
pub use lines::{Dot, DotKind, Lines, PlacedDot, PlacedLines, place_lines};
pub use scale::nice_ticks;
pub use svg::{Ink, Role, SvgBackend};
pub use text_width::{text_width, wrap};
