//! The pages, one for each kind of address.

mod about;
mod checks;
#[cfg(debug_assertions)]
mod gallery;
mod indicator;
mod not_found;
mod overview;
mod report;
mod search;
mod tasks;
mod timeline;

pub(super) use about::about;
pub(super) use checks::checks;
#[cfg(debug_assertions)]
pub(super) use gallery::gallery;
pub(super) use indicator::{indicator, indicators, recurring};
pub(super) use not_found::not_found;
pub(super) use overview::overview;
#[cfg(all(feature = "ssr", not(feature = "csr")))]
pub(super) use report::head;
pub(super) use report::report_page;
pub use search::SearchPage;
pub use tasks::TasksPage;
pub use timeline::TimelinePage;
