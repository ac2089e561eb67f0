//! A report with what several files tell of it: its title, its headline figures, its dates, and where its files lie.

use std::collections::HashSet;

use super::column::first_day;
use super::table::without_controls;
use crate::format::{Lang, area_name, capitalised, change_text, period_text, words};
use crate::library::store::{report_path, safe_name};
use crate::library::{Collection, Figure, HEADLINES, headline, report_title};
use crate::model::{Moment, Period, Report};

/// The language of what is told: that of the reports.
pub(super) const LANG: Lang = Lang::Vi;

/// A report and what is told of it.
pub(super) struct Told<'a> {
    /// The report.
    pub(super) report: &'a Report,
    /// Its title, or its first words.
    pub(super) title: String,
    /// Its headline figures, the first first.
    pub(super) headlines: Vec<Figure<'a>>,
}

/// Where the page of a report lies: `bao-cao/ID.html`, the name as in [`report_path`].
pub fn report_page_path(id: &str) -> String {
    format!("bao-cao/{}.html", safe_name(id))
}

/// Where the picture of a report lies: `pictures/ID.png`.
pub fn report_picture_path(id: &str) -> String {
    format!("pictures/{}.png", safe_name(id))
}

/// Where the oEmbed of a report lies: `oembed/ID.json`.
pub fn report_oembed_path(id: &str) -> String {
    format!("oembed/{}.json", safe_name(id))
}

/// Where the table of a report's figures lies: `data/reports/ID.csv`.
pub fn report_table_path(id: &str) -> String {
    data_path(&format!("reports/{}.csv", safe_name(id)))
}

/// Where a file of the data lies.
pub(super) fn data_path(path: &str) -> String {
    format!("data/{path}")
}

/// The reports, each id once.
pub(super) fn distinct(reports: &[Report]) -> Vec<&Report> {
    let mut seen = HashSet::new();
    reports.iter().filter(|report| seen.insert(report.id.as_str())).collect()
}

impl<'a> Told<'a> {
    /// What is told of a report. Its headlines are those that its collection carries; where none were chosen yet, they are
    /// chosen here.
    pub(super) fn new(report: &'a Report, collection: &Collection) -> Self {
        let chosen = collection.across.headlines.iter().find(|lead| lead.report == report.id);
        let headlines = match chosen {
            Some(lead) => lead.observations.iter().filter_map(|id| Figure::of(report, id)).collect(),
            None => headline(report, HEADLINES).into_iter().map(|headline| headline.figure).collect(),
        };
        Self { report, title: clean(&report_title(report)), headlines }
    }

    /// Where its page lies.
    pub(super) fn page_path(&self) -> String {
        report_page_path(&self.report.id)
    }

    /// Where its JSON lies.
    pub(super) fn json_path(&self) -> String {
        data_path(&report_path(&self.report.id))
    }

    /// Where its table lies.
    pub(super) fn table_path(&self) -> String {
        report_table_path(&self.report.id)
    }

    /// Where its picture lies.
    pub(super) fn picture_path(&self) -> String {
        report_picture_path(&self.report.id)
    }

    /// Who published it.
    pub(super) fn publisher(&self) -> Option<String> {
        self.report.meta.publisher.as_deref().map(clean).filter(|publisher| !publisher.is_empty())
    }

    /// The name of the place that reports.
    pub(super) fn area(&self) -> Option<String> {
        self.report.meta.area.as_ref().map(|area| area_name(LANG, area))
    }

    /// Where it was published, if that is a place of the web: anything else is no link.
    pub(super) fn source(&self) -> Option<&'a str> {
        let url = self.report.meta.source_url.as_deref()?;
        let web = url.starts_with("https://") || url.starts_with("http://");
        let plain = url.chars().all(|c| !c.is_control() && !c.is_whitespace() && !"<>\"{}|\\^`".contains(c));
        (web && plain).then_some(url)
    }

    /// Its headline figures, a sentence each: `Doanh thu: 5 tỷ đồng (▲ 3% so với 2020).`
    pub(super) fn sentences(&self) -> Vec<String> {
        self.headlines.iter().map(|figure| sentence(*figure)).collect()
    }

    /// The day by which reports are put in order, the last that its date can mean: of publication, else of the period.
    pub(super) fn day(&self) -> Option<(u16, u8, u8)> {
        self.report.meta.dated().map(|dated| dated.end().last_day())
    }

    /// What it is, in words: how much it tells, of what and by whom, then its first figures.
    pub(super) fn description(&self) -> String {
        let meta = &self.report.meta;
        let mut text = format!("{} số liệu đọc từ báo cáo “{}”", self.report.observations.len(), self.title);
        for part in self.publisher().into_iter().chain(meta.published.map(|day| period_text(LANG, day))) {
            text += &format!(", {part}");
        }
        text += ", mỗi số liệu kèm câu văn gốc.";
        for sentence in self.sentences().into_iter().take(3) {
            text += &format!(" {sentence}");
        }
        text
    }
}

/// The reports, newest first; those of a day in the order in which they came, those of no day last.
pub(super) fn newest_first<'t, 'a>(told: &'t [Told<'a>]) -> Vec<&'t Told<'a>> {
    let mut newest: Vec<_> = told.iter().collect();
    newest.sort_by_key(|told| std::cmp::Reverse(told.day()));
    newest
}

/// A figure as a line: what is measured, and the figure as the source words it.
pub(super) fn label(figure: Figure<'_>) -> String {
    let quote = clean(&figure.observation.quote);
    match &figure.observation.indicator {
        Some(indicator) => format!("{}: {quote}", capitalised(&clean(indicator))),
        None => quote,
    }
}

/// The same with its change.
fn sentence(figure: Figure<'_>) -> String {
    let o = figure.observation;
    // A change that stands alone is the quote itself.
    let change = o.change.as_ref().filter(|_| o.number.is_some());
    let change =
        change.map_or_else(String::new, |change| format!(" ({})", clean(&change_text(LANG, change).to_string())));
    format!("{}{change}.", label(figure).trim_end_matches('.'))
}

/// A text on one line, without control characters.
pub(super) fn clean(text: &str) -> String {
    without_controls(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A period between two days, both included, as ISO 8601 writes it; a running total is open at its start.
pub(super) fn interval(period: Period) -> String {
    let day = |(year, month, day): (u16, u8, u8)| format!("{year:04}-{month:02}-{day:02}");
    let start = first_day(period).map_or_else(|| "..".to_owned(), day);
    format!("{start}/{}", day(period.end().last_day()))
}

/// A date as ISO 8601 writes it, as precise as it is told; halves, quarters and spans have no such form.
pub(super) fn date(period: Period) -> Option<String> {
    matches!(period, Period::At(Moment::Year(_) | Moment::Month(..) | Moment::Day(..))).then(|| period.to_string())
}

/// The name of the site.
pub(super) fn site_name() -> &'static str {
    words(LANG).name
}
