//! The feed of reports, newest first (Atom, RFC 4287).
//!
//! Atom wants a moment for each entry, and a report tells a day, a month, or nothing at all. An entry's `updated` is the
//! midnight (Viet Nam time) of the last day that the date of publication can mean; where that is not known, the last day of the
//! period that the report tells of; where that is not known either, the first day of 1970, so that the entry stands last.
//! `published` is written only where the day itself is told.

use super::Base;
use super::told::{LANG, Told, newest_first, site_name};
use super::xml::Xml;
use crate::format::words;
use crate::model::{Moment, Period};

/// Where the feed lies.
pub(super) const PATH: &str = "feed.xml";

/// How many reports it tells at most: a feed says what is new, the whole is in the index.
const ENTRIES: usize = 100;

/// How many figures an entry tells.
const FIGURES: usize = 5;

/// The day of what has no date.
const UNDATED: (u16, u8, u8) = (1970, 1, 1);

/// The feed of a site.
pub(super) fn atom(told: &[Told<'_>], base: &Base) -> Vec<u8> {
    let mut newest = newest_first(told);
    newest.truncate(ENTRIES);
    let updated = newest.iter().filter_map(|told| told.day()).max().unwrap_or(UNDATED);
    let namespace = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", LANG.code())];
    Xml::document("feed", &namespace, |xml| {
        xml.leaf("id", &base.join(PATH));
        xml.leaf("title", site_name());
        xml.leaf("subtitle", words(LANG).tagline);
        xml.leaf("updated", &moment(updated));
        xml.element("author", &[], |xml| {
            xml.leaf("name", site_name());
            xml.leaf("uri", base.as_str());
        });
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &base.join(PATH))]);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", base.as_str())]);
        newest.iter().for_each(|told| xml.element("entry", &[], |xml| entry(xml, told, base)));
    })
}

fn entry(xml: &mut Xml, told: &Told<'_>, base: &Base) {
    let page = base.join(&told.page_path());
    xml.leaf("id", &page);
    xml.leaf("title", &told.title);
    xml.leaf("updated", &moment(told.day().unwrap_or(UNDATED)));
    if let Some(Period::At(Moment::Day(year, month, day))) = told.report.meta.published {
        xml.leaf("published", &moment((year, month, day)));
    }
    if let Some(publisher) = told.publisher() {
        xml.element("author", &[], |xml| xml.leaf("name", &publisher));
    }
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)]);
    let json = base.join(&told.json_path());
    xml.empty("link", &[("rel", "alternate"), ("type", "application/json"), ("href", &json)]);
    let csv = base.join(&told.table_path());
    xml.empty("link", &[("rel", "alternate"), ("type", "text/csv"), ("href", &csv)]);
    if let Some(source) = told.source() {
        xml.empty("link", &[("rel", "via"), ("href", source)]);
    }
    let figures: Vec<String> = told.sentences().into_iter().take(FIGURES).collect();
    let summary = if figures.is_empty() { told.description() } else { figures.join(" ") };
    xml.leaf("summary", &summary);
}

fn moment((year, month, day): (u16, u8, u8)) -> String {
    format!("{year:04}-{month:02}-{day:02}T00:00:00+07:00")
}
