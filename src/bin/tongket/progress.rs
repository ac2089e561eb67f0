//! How far long work has come, on standard error where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// From so many reports on one has to wait.
const WORTH_IT: usize = 128;

/// A bar on a terminal where there is enough to wait for; nothing elsewhere.
pub fn bar(files: usize) -> ProgressBar {
    if files < WORTH_IT {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} reports, {eta} left");
    ProgressBar::new(files as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
