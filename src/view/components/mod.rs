//! The parts that pages are made of: finished data in, links and callbacks out. One file, one style sheet each.
//!
//! What reacts to the reader is a Leptos component; what stands as it is is a function that writes [`Markup`].
//!
//! [`Markup`]: super::markup::Markup

mod acts;
mod cards;
mod change_line;
mod chart_figure;
mod chart_stage;
mod facts;
mod figure_text;
mod filter;
mod finding_item;
mod footer;
mod full_text;
mod header;
mod long_list;
mod metric_card;
mod people;
mod report_list;
mod search_field;
mod sector_mark;
mod series_chart;
mod settings;
mod sheet;
mod sheet_actions;
mod table;
mod tabs;
mod task_list;
mod timeline_list;

pub(super) use acts::acts;
pub(super) use cards::{card_grid, sector_cards, sector_folds};
pub(super) use change_line::change_line;
pub(super) use chart_figure::{growth_chart, share_charts};
// What an embed, which is made beforehand, draws in its own way.
#[cfg(all(feature = "ssr", not(feature = "csr")))]
pub(super) use chart_figure::{ENOUGH as CHART_FROM, growth_bar};
pub(super) use facts::facts;
pub(super) use figure_text::figure_text;
pub(super) use filter::{Choice, filters, sectors, with_all, years};
pub(super) use finding_item::{finding_item, verdict};
pub(super) use footer::footer;
#[cfg(all(feature = "ssr", not(feature = "csr")))]
pub(super) use full_text::line_class;
pub(super) use full_text::{PANE, full_text, show_beside};
pub(super) use header::header;
pub(super) use long_list::long_list;
pub(super) use metric_card::metric_card;
#[cfg(all(feature = "ssr", not(feature = "csr")))]
pub(super) use metric_card::{foot as card_foot, shape as card_shape};
pub(super) use people::people;
pub(super) use report_list::{report_folds, report_list};
pub(super) use search_field::search_field;
pub(super) use sector_mark::sector_mark;
#[cfg(all(feature = "ssr", not(feature = "csr")))]
pub(super) use series_chart::source;
pub(super) use series_chart::{Detail, series_chart, worth_a_chart};
pub(super) use settings::settings;
pub use sheet::Sheet;
pub(super) use sheet_actions::{act, sheet_actions};
pub(super) use table::{source_link, table, value_cell};
pub(super) use tabs::{tab_panel, tabs};
pub(super) use task_list::task_list;
pub(super) use timeline_list::timeline_list;
