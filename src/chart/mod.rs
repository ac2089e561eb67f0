//! Charts: data is placed, what is placed is drawn.
//!
//! [`place`] turns bars into [`PlacedBars`], pure geometry that is tested without a browser; [`draw`] hands it to
//! plotters, whose backend of our own writes SVG with classes for roles. Knows no colour: the style sheet has them.
//! Knows no page: what a click on a row means is the page's business.

mod bars;
mod draw;
mod scale;
mod svg;
mod text_width;

pub use bars::{Bar, PlacedBar, PlacedBars, PlacedText, PlacedTick, Rect, place};
pub use draw::draw;
pub use scale::nice_ticks;
pub use svg::{Ink, Role, SvgBackend};
pub use text_width::{text_width, wrap};
