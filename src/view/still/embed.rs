//! Reports as other sites show them: one article each, with a section for every view that can be asked for. All is there
//! without script; `script/frame.js` only leaves out what was not asked for. Every figure leads to its sentence in the frame.
//!
//! What it writes is read by that script, by `script/dialog.js` and by nobody else: `[data-report]`, `[data-view]`, and on
//! every entry `data-sector`, `data-area` and `data-period`, by which it can be left out.

use super::markup;
use crate::chart::{Bar, draw, place};
use crate::format::{
    Lang, against_text, area_name, event_kind_name, growth_sentence, horizon_text, number, number_with_sign,
    period_text, precision,
};
use crate::library::{Figure, Growth, TextIndex, growth, passage, report_title, timeline_of};
use crate::model::{Event, Period, Report, Sector, Status, Task};
use crate::view::components::{
    CHART_FROM, card_foot, card_shape, change_line, figure_text, growth_bar, sector_mark, source, table,
};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::{Page, Route, Shelf};

/// The drawings of a chart fit frames of 320 and of 640 pixels; the styles show the one that has room.
const WIDTHS: [(&str, i32); 2] = [("embed__narrow", 288), ("embed__wide", 608)];

/// Reports as articles. `home` is the page of the whole site, as it is linked from here.
pub fn articles(shelf: &'static Shelf, reports: &[&'static Report], lang: Lang, home: &str) -> String {
    markup(shelf, lang, |html, here| {
        for report in reports {
            Embed { here, report, index: TextIndex::new(&report.text), home }.article(html);
        }
        whole_site(html, here, home);
    })
}

/// Links to the pages that hold one report each, for a site of so many that a page of all is too heavy. `place` gives the
/// address of a report's page.
pub fn list(shelf: &'static Shelf, lang: Lang, home: &str, place: impl Fn(&str) -> String) -> String {
    markup(shelf, lang, |html, here| {
        html.leaf("h2", "embed__title", here.t.reports);
        html.element("ul", "report-list", |html| {
            for report in shelf.collection().newest_first() {
                html.element("li", "", |html| {
                    html.element("a", "", |html| {
                        html.attr("href", &place(&report.id));
                        html.attr("data-place", &report.id);
                        html.attr("lang", "vi");
                        html.text(&report_title(report));
                    });
                    html.leaf("p", "embed__when", &where_and_when(here, report));
                });
            }
        });
        whole_site(html, here, home);
    })
}

/// The way out of a frame that shows no report.
fn whole_site(html: &mut Markup, here: &Here, home: &str) {
    html.element("p", "embed__site", |html| {
        out(html, &format!("{home}{}", Route::of(Page::Overview).href()), here.t.name);
    });
}

/// A link that opens beside the page that embeds; what opens there learns nothing of that page.
fn out(html: &mut Markup, href: &str, words: &str) {
    html.element("a", "", |html| {
        html.attr("href", href);
        html.attr("target", "_blank");
        html.attr("rel", "noopener");
        html.text(words);
    });
}

fn where_and_when(here: &Here, report: &Report) -> String {
    let place = report.meta.area.as_ref().map(|area| area_name(here.lang, area));
    let day = report.meta.dated().map(|period| period_text(here.lang, period));
    [place, day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// One report on its way into a frame.
struct Embed<'a> {
    here: &'a Here,
    report: &'static Report,
    index: TextIndex<'a>,
    home: &'a str,
}

impl Embed<'_> {
    /// Words of the frames alone: in the words of the app they would weigh on its readers.
    fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        self.here.lang.pick(vi, en)
    }

    fn article(&self, html: &mut Markup) {
        let (t, report) = (self.here.t, self.report);
        html.element("article", "embed__report", |html| {
            html.attr("id", &Route::report(&report.id).to_string());
            html.attr("data-report", &report.id);
            html.attr("data-area", report.meta.area.as_ref().map_or("", |area| area.code()));
            html.attr("data-date", &text_of(report.meta.published));
            html.element("header", "", |html| {
                html.source("h2", "embed__title", &report_title(report));
                html.leaf("p", "embed__when", &where_and_when(self.here, report));
            });
            self.section(html, "cards", t.headline_figures, |html| self.cards(html));
            self.section(html, "chart", t.growth, |html| self.chart(html));
            self.section(html, "timeline", t.events, |html| self.timeline(html));
            self.section(html, "task-list", t.tasks, |html| self.tasks(html));
            html.element("footer", "embed__source", |html| {
                let told = source(self.here.lang, report);
                if !told.is_empty() {
                    html.text(&format!("{}: {told}. ", t.source));
                }
                let words = self.say("Xem báo cáo đầy đủ trên Tổng Kết", "See the full report on Tổng Kết");
                out(html, &format!("{}{}", self.home, Route::report(&report.id).href()), words);
            });
        });
    }

    fn section(&self, html: &mut Markup, view: &str, name: &str, inside: impl FnOnce(&mut Markup)) {
        html.element("section", "embed__part", |html| {
            html.attr("data-view", view);
            html.leaf("h3", "embed__name", name);
            inside(html);
        });
    }

    /// The headline figures, and all others behind them.
    fn cards(&self, html: &mut Markup) {
        let first = self.here.state.collection().headlines(&self.report.id);
        let others: Vec<_> = Figure::all_of(self.report).filter(|figure| !first.contains(figure)).collect();
        if first.is_empty() && others.is_empty() {
            return html.leaf("p", "empty", self.here.t.no_figures);
        }
        html.element("div", "cards", |html| first.iter().for_each(|figure| self.card(html, *figure)));
        if others.is_empty() {
            return;
        }
        html.element("details", "embed__more", |html| {
            let words = self.say("Các số liệu khác", "Other figures");
            html.leaf("summary", "", &format!("{words} ({})", others.len()));
            html.element("div", "cards", |html| others.iter().for_each(|figure| self.card(html, *figure)));
        });
    }

    fn card(&self, html: &mut Markup, figure: Figure<'_>) {
        let o = figure.observation;
        html.element("article", "card", |html| {
            html.attr("data-card", &figure.id().to_string());
            html.attr("data-status", o.status.code());
            place_of(html, o.sector, o.period);
            html.attr("data-area", o.area.as_ref().map_or("", |area| area.code()));
            html.source("h4", "card__indicator", figure.indicator());
            figure_text(html, &o.quote);
            if let Some(text) = crate::format::normalised(self.here.lang, o) {
                html.leaf("p", "card__normalised", &text);
            }
            let change =
                o.change.as_ref().filter(|c| o.number.is_some() && (c.number.is_some() || c.against.is_some()));
            if let Some(change) = change {
                change_line(html, self.here, change);
            }
            card_shape(html, o);
            card_foot(html, self.here, figure, false);
            self.told(html, figure.indicator(), |html| {
                self.sentence(html, o.at, &o.quote);
                html.element("p", "", |html| {
                    let href = format!("{}{}", self.home, Route::in_text(&figure.id()).href());
                    out(html, &href, self.here.t.open_in_text);
                });
            });
        });
    }

    /// What stands behind an entry until it is asked for; `of` names the entry to those who do not see where this stands.
    fn told(&self, html: &mut Markup, of: &str, inside: impl FnOnce(&mut Markup)) {
        html.element("details", "told", |html| {
            html.element("summary", "", |html| {
                html.text(self.say("Câu gốc", "The sentence"));
                html.element("span", "unseen", |html| {
                    html.text(": ");
                    html.source("span", "", of);
                });
            });
            inside(html);
        });
    }

    /// The sentence that a quote stands in, the quote marked.
    fn sentence(&self, html: &mut Markup, at: usize, quote: &str) {
        let around = passage(&self.index, at, quote.chars().count());
        html.element("blockquote", "told__sentence", |html| {
            html.attr("lang", "vi");
            html.prose(around.lead.trim_start());
            html.leaf("mark", "", around.quote);
            html.prose(around.tail.trim_end());
        });
    }

    /// What grew and what fell, drawn, and the same as a table whose rows hold their sentences.
    fn chart(&self, html: &mut Markup) {
        let (t, lang) = (self.here.t, self.here.lang);
        let all = growth(self.report);
        if all.len() < CHART_FROM {
            let words = "Báo cáo này nêu quá ít mức tăng, giảm để vẽ thành biểu đồ.";
            return html.leaf("p", "empty", self.say(words, "This report tells too few changes for a chart."));
        }
        let bars: Vec<Bar> = all.iter().map(|growth| growth_bar(lang, growth)).collect();
        let told: Vec<(&str, f64)> = bars.iter().map(|bar| (bar.label.as_str(), bar.value)).collect();
        let sentence = growth_sentence(lang, &told);
        let tick = |value| format!("{}%", number(lang, value, 1));
        html.element("figure", "chart", |html| {
            html.element("figcaption", "chart__caption", |html| {
                let period =
                    self.report.meta.period.map_or_else(String::new, |p| format!("{} · ", period_text(lang, p)));
                html.leaf("p", "chart__unit", &format!("{period}{}", t.growth_unit));
                html.leaf("p", "chart__sentence", &sentence);
            });
            for (class, width) in WIDTHS {
                html.element("div", class, |html| {
                    html.element("div", "chart__place", |html| {
                        html.attr("role", "img");
                        html.attr("aria-label", &sentence);
                        html.drawing(&draw(&place(&bars, None, width, &tick)));
                    });
                });
            }
            let cut = place(&bars, None, WIDTHS[1].1, &tick).bars.iter().any(|bar| bar.cut);
            let estimates = all.iter().any(|g| g.figure.observation.status == Status::Estimate);
            for (_, note) in [(cut, t.growth_over), (estimates, t.growth_hollow)].into_iter().filter(|(said, _)| *said)
            {
                html.leaf("p", "chart__note", note);
            }
            html.element("details", "chart__table", |html| {
                html.leaf("summary", "", self.say("Bảng số liệu và câu gốc", "The data and its sentences, as a table"));
                let headings = [(t.indicator, false), (t.change, true)];
                table(html, t.growth, &headings, |html| all.iter().for_each(|growth| self.row(html, growth)));
            });
        });
    }

    fn row(&self, html: &mut Markup, growth: &Growth<'_>) {
        let o = growth.figure.observation;
        html.element("tr", "", |html| {
            html.element("th", "", |html| {
                html.attr("scope", "row");
                html.source("span", "", growth.figure.indicator());
                self.sentence(html, o.at, &o.quote);
            });
            html.element("td", "table__number", |html| {
                html.text(&format!("{}%", number_with_sign(self.here.lang, growth.percent, 2)));
                if let Some(against) = o.change.as_ref().and_then(|change| change.against) {
                    html.leaf("span", "embed__against", &against_text(self.here.lang, against));
                }
            });
        });
    }

    /// The events by year, newest first, then those without a date.
    fn timeline(&self, html: &mut Markup) {
        if self.report.events.is_empty() {
            return html.leaf("p", "empty", self.here.t.no_events);
        }
        for year in timeline_of(&[self.report], &[]) {
            html.element("section", "timeline", |html| {
                html.leaf("h4", "timeline__year", &year.year.to_string());
                html.element("ol", "timeline__events", |html| {
                    year.entries.iter().for_each(|entry| self.event(html, entry.event));
                });
            });
        }
        let undated: Vec<&Event> = self.report.events.iter().filter(|event| event.date.is_none()).collect();
        if !undated.is_empty() {
            html.element("section", "timeline", |html| {
                html.leaf("h4", "", self.here.t.undated);
                html.element("ul", "undated", |html| undated.iter().for_each(|event| self.event(html, event)));
            });
        }
    }

    fn event(&self, html: &mut Markup, event: &Event) {
        html.element("li", if event.date.is_some() { "event" } else { "" }, |html| {
            html.attr("data-event", &format!("{}/{}", self.report.id, event.id));
            if let Some(date) = event.date {
                html.attr("data-precision", precision(date));
            }
            place_of(html, event.sector, event.date);
            if let Some(date) = event.date {
                html.element("span", "event__mark", |html| html.attr("aria-hidden", "true"));
                html.leaf("p", "event__date", &period_text(self.here.lang, date));
            }
            html.source("p", "event__title", &event.title);
            html.element("p", "event__about", |html| {
                html.leaf("span", "event__kind", event_kind_name(self.here.lang, event.kind));
                sector_mark(html, self.here, event.sector);
            });
            self.told(html, &event.title, |html| self.sentence(html, event.at, &event.quote));
        });
    }

    /// A task is told in its own words: its sentence is what is shown.
    fn tasks(&self, html: &mut Markup) {
        if self.report.tasks.is_empty() {
            return html.leaf("p", "empty", self.here.t.no_tasks);
        }
        html.element("ul", "tasks", |html| self.report.tasks.iter().for_each(|task| self.task(html, task)));
    }

    fn task(&self, html: &mut Markup, task: &Task) {
        html.element("li", "task", |html| {
            html.attr("data-task", &format!("{}/{}", self.report.id, task.id));
            place_of(html, task.sector, task.horizon);
            html.source("p", "task__quote", &task.quote);
            html.element("p", "task__about", |html| {
                if let Some(horizon) = task.horizon {
                    html.element("span", "status", |html| {
                        html.attr("data-status", "target");
                        html.text(&horizon_text(self.here.lang, horizon));
                    });
                }
                sector_mark(html, self.here, task.sector);
            });
        });
    }
}

/// By what an entry can be left out.
fn place_of(html: &mut Markup, sector: Sector, period: Option<Period>) {
    html.attr("data-sector", sector.code());
    html.attr("data-period", &text_of(period));
}

fn text_of(period: Option<Period>) -> String {
    period.map_or_else(String::new, |period| period.to_string())
}
