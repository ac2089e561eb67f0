//! The pages of the site for search engines (sitemaps.org, version 0.9).
//!
//! `lastmod` is the date of publication as precisely as it is told (the protocol allows a year, a month or a day); a report
//! without one has none, and that of the first page is the newest of all.

use super::Base;
use super::told::{Told, date, newest_first};
use super::xml::Xml;
use crate::model::Moment;

/// Where the map lies.
pub(super) const PATH: &str = "sitemap.xml";

/// How many addresses a map may hold, by the protocol. Of more pages the newest are told.
const ADDRESSES: usize = 50_000;

/// The map of a site.
pub(super) fn sitemap(told: &[Told<'_>], base: &Base) -> Vec<u8> {
    let mut newest = newest_first(told);
    newest.truncate(ADDRESSES - 1);
    let published = |told: &&Told<'_>| told.report.meta.published.filter(|period| date(*period).is_some());
    let first = newest.iter().filter_map(published).max_by_key(|period| Moment::last_day(period.end()));
    Xml::document("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        let pages = newest.iter().map(|told| (base.join(&told.page_path()), published(told)));
        for (address, published) in std::iter::once((base.as_str().to_owned(), first)).chain(pages) {
            xml.element("url", &[], |xml| {
                xml.leaf("loc", &address);
                if let Some(date) = published.and_then(date) {
                    xml.leaf("lastmod", &date);
                }
            });
        }
    })
}
