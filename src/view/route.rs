//! Addresses: the part after `#`, both ways. A state that can be shared has one address, and an address one state.
//!
//! | address | page |
//! | --- | --- |
//! | `#/` | overview |
//! | `#/bao-cao/ID?muc=toan-van&tai=o7` | a report, one of its parts, a figure in its text; `tai=c7` is a sentence |
//! | `#/chi-tieu` | the indicators that several reports tell |
//! | `#/chi-tieu/ID` | an indicator over all reports |
//! | `#/kiem-tra` | what can be checked by arithmetic |
//! | `#/dong-thoi-gian?linh-vuc=post&su-kien=launch` | timeline, one sector, one kind of event |
//! | `#/nhiem-vu?linh-vuc=post&nam=2025` | tasks, one sector, one year by which they are to be done |
//! | `#/tim?q=…&loai=figure&bao-cao=ID&nam=2020&don-vi=money&dia-ban=VN-44&tinh-chat=target&thay-doi=co` | search, narrowed |
//! | `#/gioi-thieu` | about |
//! | `#/_gallery` | each component in all its states, in debug builds |
//!
//! `so=REPORT/OBSERVATION` on any of them is the open source sheet.

use std::fmt::{self, Write};
use std::str::FromStr;

use super::Tab;
use crate::library::search::{Kind, UnitClass};
use crate::library::{FigureId, Line};
use crate::model::{Area, EventKind, Sector, Status};

/// The one value of a choice that holds or does not.
const CHANGED: &str = "co";

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Overview.
    Overview,
    /// A report, by its id.
    Report(String),
    /// The indicators that several reports tell.
    Indicators,
    /// An indicator over all reports, by the id of its series.
    Indicator(String),
    /// What can be checked by arithmetic.
    Checks,
    /// Timeline of all reports.
    Timeline,
    /// Tasks of all reports.
    Tasks,
    /// Search.
    Search,
    /// About.
    About,
    /// Each component in all its states.
    #[cfg(debug_assertions)]
    Gallery,
    /// An address that names no page.
    NotFound(String),
}

/// All that an address tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// The part of a report page.
    pub tab: Tab,
    /// The figure or the sentence to show in the text of a report page.
    pub at: Option<String>,
    /// The sector that a list is narrowed to.
    pub sector: Option<Sector>,
    /// What is searched.
    pub query: String,
    /// The kind of entry that a search is narrowed to.
    pub kind: Option<Kind>,
    /// The report that a search is narrowed to.
    pub report: Option<String>,
    /// The year that a search is narrowed to, or by which a task is to be done.
    pub year: Option<u16>,
    /// The kind of event that the timeline is narrowed to.
    pub event: Option<EventKind>,
    /// The class of units that a search is narrowed to.
    pub unit: Option<UnitClass>,
    /// The area that a search is narrowed to.
    pub area: Option<Area>,
    /// The status of figures that a search is narrowed to.
    pub status: Option<Status>,
    /// Whether a search is narrowed to figures that tell a change.
    pub changed: bool,
    /// The figure whose source sheet is open.
    pub open: Option<FigureId>,
}

impl Route {
    /// A page with nothing chosen on it.
    pub fn of(page: Page) -> Self {
        Self {
            page,
            tab: Tab::default(),
            at: None,
            sector: None,
            query: String::new(),
            kind: None,
            report: None,
            year: None,
            event: None,
            unit: None,
            area: None,
            status: None,
            changed: false,
            open: None,
        }
    }

    /// A report.
    pub fn report(id: &str) -> Self {
        Self::of(Page::Report(id.to_owned()))
    }

    /// The indicator of a series.
    pub fn indicator(series: &Line) -> Self {
        Self::of(Page::Indicator(series.group.clone()))
    }

    /// A search.
    pub fn search(query: &str) -> Self {
        Self { query: query.to_owned(), ..Self::of(Page::Search) }
    }

    /// The place of a figure in the text of its report.
    pub fn in_text(id: &FigureId) -> Self {
        Self { tab: Tab::Text, at: Some(id.observation.clone()), ..Self::report(&id.report) }
    }

    /// The place of a sentence in the text of a report.
    pub fn at_sentence(report: &str, number: usize) -> Self {
        Self { tab: Tab::Text, at: Some(sentence_code(number)), ..Self::report(report) }
    }

    /// The same with another sheet open, or none.
    pub fn with_open(&self, open: Option<FigureId>) -> Self {
        Self { open, ..self.clone() }
    }

    /// The same with another part of the report.
    pub fn with_tab(&self, tab: Tab) -> Self {
        Self { tab, at: None, open: None, ..self.clone() }
    }

    /// The address as a link: `#/…`.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.page {
            Page::Overview => f.write_str("/")?,
            Page::Report(id) => {
                f.write_str("/bao-cao/")?;
                escape(f, id, Place::Path)?;
            }
            Page::Indicators => f.write_str("/chi-tieu")?,
            Page::Indicator(id) => {
                f.write_str("/chi-tieu/")?;
                escape(f, id, Place::Path)?;
            }
            Page::Checks => f.write_str("/kiem-tra")?,
            Page::Timeline => f.write_str("/dong-thoi-gian")?,
            Page::Tasks => f.write_str("/nhiem-vu")?,
            Page::Search => f.write_str("/tim")?,
            Page::About => f.write_str("/gioi-thieu")?,
            #[cfg(debug_assertions)]
            Page::Gallery => f.write_str("/_gallery")?,
            Page::NotFound(path) => {
                f.write_char('/')?;
                escape(f, path, Place::Path)?;
            }
        }
        let mut separator = '?';
        let mut pair = |f: &mut fmt::Formatter<'_>, key: &str, value: &str| {
            write!(f, "{separator}{key}=")?;
            separator = '&';
            escape(f, value, Place::Value)
        };
        if self.tab != Tab::default() {
            pair(f, "muc", self.tab.code())?;
        }
        if let Some(at) = &self.at {
            pair(f, "tai", at)?;
        }
        if let Some(sector) = self.sector {
            pair(f, "linh-vuc", sector.code())?;
        }
        if !self.query.is_empty() {
            pair(f, "q", &self.query)?;
        }
        if let Some(kind) = self.kind {
            pair(f, "loai", kind.code())?;
        }
        if let Some(event) = self.event {
            pair(f, "su-kien", event.code())?;
        }
        if let Some(report) = &self.report {
            pair(f, "bao-cao", report)?;
        }
        if let Some(year) = self.year {
            pair(f, "nam", &year.to_string())?;
        }
        if let Some(unit) = self.unit {
            pair(f, "don-vi", unit.code())?;
        }
        if let Some(area) = &self.area {
            pair(f, "dia-ban", area.code())?;
        }
        if let Some(status) = self.status {
            pair(f, "tinh-chat", status.code())?;
        }
        if self.changed {
            pair(f, "thay-doi", CHANGED)?;
        }
        if let Some(open) = &self.open {
            pair(f, "so", &open.to_string())?;
        }
        Ok(())
    }
}

/// Every text is an address: one that names no page is [`Page::NotFound`], one that names no known choice is ignored.
impl FromStr for Route {
    type Err = std::convert::Infallible;

    fn from_str(address: &str) -> Result<Self, Self::Err> {
        let address = address.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = path.trim_matches('/');
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let page = match (unescape(first).as_str(), rest) {
            ("", _) => Page::Overview,
            ("bao-cao", id) if !id.is_empty() => Page::Report(unescape(id)),
            ("chi-tieu", "") => Page::Indicators,
            ("chi-tieu", id) => Page::Indicator(unescape(id)),
            ("kiem-tra", "") => Page::Checks,
            ("dong-thoi-gian", "") => Page::Timeline,
            ("nhiem-vu", "") => Page::Tasks,
            ("tim", "") => Page::Search,
            ("gioi-thieu", "") => Page::About,
            #[cfg(debug_assertions)]
            ("_gallery", "") => Page::Gallery,
            _ => Page::NotFound(unescape(path)),
        };
        let mut route = Self::of(page);
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = unescape(value);
            match key {
                "muc" => route.tab = Tab::from_code(&value).unwrap_or_default(),
                "tai" => route.at = Some(value),
                "linh-vuc" => route.sector = Sector::from_code(&value),
                "q" => route.query = value,
                "loai" => route.kind = Kind::from_code(&value),
                "su-kien" => route.event = EventKind::from_code(&value),
                "bao-cao" => route.report = Some(value),
                "nam" => route.year = value.parse().ok(),
                "don-vi" => route.unit = UnitClass::from_code(&value),
                "dia-ban" => route.area = Area::from_code(&value),
                "tinh-chat" => route.status = Status::from_code(&value),
                "thay-doi" => route.changed = value == CHANGED,
                "so" => route.open = value.parse().ok(),
                _ => {}
            }
        }
        Ok(route)
    }
}

/// What an address calls a sentence; no figure is called so.
pub(super) fn sentence_code(number: usize) -> String {
    format!("c{number}")
}

/// Where a text stands in an address.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// A step of the path, which a `/` would end.
    Path,
    /// A value behind the `?`.
    Value,
}

/// Percent-escapes what would end a text; letters of any language stay readable in the address.
fn escape(f: &mut fmt::Formatter<'_>, text: &str, place: Place) -> fmt::Result {
    for c in text.chars() {
        match c {
            '/' if place == Place::Path => f.write_str("%2F")?,
            '%' | '&' | '=' | '?' | '#' | '+' | '"' | '<' | '>' | '`' | '\0'..=' ' | '\x7f' => {
                write!(f, "%{:02X}", c as u32)?;
            }
            _ => f.write_char(c)?,
        }
    }
    Ok(())
}

/// Undoes percent-escapes; what is not one stays as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |b: u8| (b as char).to_digit(16).map(|d| d as u8);
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push(hex(*high).unwrap_or(0) * 16 + hex(*low).unwrap_or(0));
                rest = after;
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = tail;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Route {
        let Ok(route) = address.parse();
        route
    }

    #[test]
    fn addresses_name_pages() {
        for (address, page) in [
            ("", Page::Overview),
            ("#/", Page::Overview),
            ("#/bao-cao/an-giang-2021-01-12", Page::Report("an-giang-2021-01-12".into())),
            ("#/dong-thoi-gian", Page::Timeline),
            ("#/chi-tieu", Page::Indicators),
            ("#/chi-tieu/postal-revenue", Page::Indicator("postal-revenue".into())),
            ("#/kiem-tra", Page::Checks),
            ("#/nhiem-vu/", Page::Tasks),
            ("#/tim?q=x", Page::Search),
            ("#/gioi-thieu", Page::About),
            ("#/gioi-thieu/them", Page::NotFound("gioi-thieu/them".into())),
            ("#/bao-cao", Page::NotFound("bao-cao".into())),
            ("#/xyz", Page::NotFound("xyz".into())),
            ("#/t%69m", Page::Search),
            ("#/tim%2F", Page::NotFound("tim/".into())),
            ("#/%2F", Page::NotFound("/".into())),
        ] {
            assert_eq!(read(address).page, page, "{address}");
        }
    }

    #[test]
    fn every_route_comes_back() {
        let open = "an-giang/o7".parse().ok();
        for route in [
            Route::of(Page::Overview),
            Route::of(Page::Overview).with_open(open.clone()),
            Route::report("a b/c?d#e").with_tab(Tab::Text),
            Route::in_text(&"an-giang/o7".parse().unwrap()).with_open(open),
            Route { sector: Some(Sector::Post), event: Some(EventKind::Launch), ..Route::of(Page::Timeline) },
            Route { year: Some(2025), ..Route::of(Page::Tasks) },
            Route::of(Page::Indicator("postal-revenue".into())),
            Route::of(Page::Checks),
            Route::search("bưu chính & 50% + \"an toàn\""),
            Route {
                kind: Some(Kind::Event),
                report: Some("a&b".into()),
                year: Some(2020),
                unit: Some(UnitClass::Money),
                area: Some(Area::province("VN-44")),
                status: Some(Status::Target),
                changed: true,
                sector: Some(Sector::Post),
                ..Route::search("thu")
            },
            Route::of(Page::NotFound("không/có".into())),
            Route::of(Page::NotFound("/tim/".into())),
            Route::report("/a//b/"),
        ] {
            assert_eq!(read(&route.href()), route, "{route}");
        }
    }

    #[test]
    fn reads_what_browsers_make_of_it() {
        assert_eq!(read("#/tim?q=b%C6%B0u%20ch%C3%ADnh").query, "bưu chính");
        assert_eq!(read("#/tim?q=100%").query, "100%");
        assert_eq!(read("#/?so=an-giang/o7").open, "an-giang/o7".parse().ok());
        assert_eq!(read("#/nhiem-vu?linh-vuc=nothing&other=1").sector, None);
    }
}
