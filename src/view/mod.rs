//! The app in the browser: the only room that names Leptos, gloo and web-sys.
//!
//! State goes down, callbacks go up, and what can be shared is in the address ([`Route`]). Everything that only a
//! browser can do is in `browser`, so that every component also renders natively to HTML for the tests.

mod app;
mod browser;
mod components;
mod here;
mod left;
#[cfg(feature = "csr")]
mod load;
mod markup;
mod nodes;
mod pages;
mod route;
mod shelf;
mod small;
mod state;
#[cfg(all(feature = "ssr", not(feature = "csr")))]
pub mod still;
mod tab;
mod take;
mod watch;

pub use app::App;
#[cfg(feature = "csr")]
pub use load::start;
pub use route::{Page, Route};
pub use shelf::Shelf;
pub use state::{State, Theme};
pub use tab::Tab;
