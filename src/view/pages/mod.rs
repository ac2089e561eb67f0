//! The pages, one for each kind of address.

mod about;
mod not_found;
mod overview;
mod report;
mod search;
mod tasks;
mod timeline;

pub use about::AboutPage;
pub use not_found::NotFoundPage;
pub use overview::OverviewPage;
pub use report::ReportPage;
pub use search::SearchPage;
pub use tasks::TasksPage;
pub use timeline::TimelinePage;
