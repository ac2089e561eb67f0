//! What is told once and holds for what follows: period frames, the sector and the place of a paragraph, whether a
//! section speaks of what is to come. Settled readings 1 to 3 of the guide.

use std::ops::Range;

use crate::lexicon::{Class, Mask, sector};
use crate::model::{Area, BlockKind, Moment, Period, Sector};
use crate::rules::{Node, Part, Scene, Step, Time, Value};

use super::clause::FIGURES;
use super::meta::Head;
use super::named::Named;
use super::phrase::{is_noun, subject};
use super::table::{self, CellUnit, Column};
use super::told::whole_year;

/// The running context of a report.
#[derive(Debug)]
pub struct Context {
    /// The report's own period.
    pub report: Option<Period>,
    /// The day or month of publication.
    pub published: Option<Period>,
    /// The place that the report's figures speak of unless they say otherwise.
    pub area: Option<Area>,
    /// The sector where nothing tells it.
    pub sector: Sector,
    /// The period that a front or a heading set.
    pub frame: Option<Period>,
    /// The day, month or end of a running total at a front, which holds for the rest of its block.
    pub spot: Option<Period>,
    /// The sector of the section or of the paragraph's lead.
    pub section: Option<Sector>,
    /// The sector of the figure before, in the same block.
    pub last_sector: Option<Sector>,
    /// The indicators of the figures before, in the same block.
    pub named: Named,
    /// The cells of the block, if it is a row of a table.
    pub cells: Vec<Range<usize>>,
    /// The head of the table that is being read.
    pub columns: Vec<Column>,
    /// The unit that a line above the table tells for all of it.
    pub unit: Option<CellUnit>,
    /// What the title over the table names.
    pub title: Option<String>,
    /// Whether the section speaks of what is to be done.
    pub ahead: bool,
}

impl Context {
    /// The context at the top of a report.
    pub fn new(head: &Head) -> Self {
        Self {
            report: head.period,
            published: head.published.map(|(p, _)| p),
            area: head.speaks_of.clone(),
            sector: if head.ict { Sector::WholeSector } else { Sector::Other },
            frame: None,
            spot: None,
            section: None,
            last_sector: None,
            named: Named::default(),
            cells: Vec::new(),
            columns: Vec::new(),
            unit: None,
            title: None,
            ahead: false,
        }
    }

    /// Enters a block: a heading sets what holds below it.
    pub fn enter(&mut self, scene: &Scene<'_>, kind: BlockKind) {
        self.last_sector = None;
        self.named.clear();
        self.spot = None;
        self.cells = table::cells(scene);
        let told = if table::is_row(&self.cells) { None } else { table::unit_line(scene) };
        if told.is_some() || !table::is_row(&self.cells) && !self.columns.is_empty() {
            self.title = told.is_some().then(|| table::title(scene)).flatten();
        }
        self.unit = match told {
            None if self.unit.is_some() && (table::is_row(&self.cells) || self.columns.is_empty()) => self.unit.take(),
            told => told,
        };
        match table::head(scene, &self.cells) {
            // The rule under a head ("|---|---|") is one that tells nothing.
            Some(columns) if self.columns.is_empty() || columns.iter().any(|c| *c != Column::default()) => {
                self.columns = columns;
            }
            None if !table::is_row(&self.cells) => self.columns.clear(),
            _ => {}
        }
        if matches!(kind, BlockKind::Heading | BlockKind::Title) {
            let has = |class: Class| scene.nodes.iter().any(|n| n.mask.has(class));
            if kind == BlockKind::Heading && !table::is_row(&self.cells) {
                // "Tổng kết công tác năm 2020, phương hướng năm 2021" is of what was.
                let ahead = scene.nodes.iter().position(|n| n.mask.has(Class::Section));
                let behind = scene.nodes.iter().position(|n| n.mask.has(Class::SumUp));
                self.ahead = ahead.is_some_and(|a| behind.is_none_or(|b| a < b)) && !has(Class::Predicate);
                self.section = section(scene).filter(|_| self.sector == Sector::WholeSector || !of_several(scene));
                // "Lương bình quân 7,9 triệu đồng (2019: 7,6)": a line that tells a figure tells of its own time.
                let figure = scene.nodes.iter().position(|n| n.mask.meets(FIGURES)).unwrap_or(scene.nodes.len());
                let told = scene.nodes[..figure].iter().find_map(|n| match scene.value(n) {
                    Some(Value::Time(time @ (Time::At(_) | Time::Part(_)))) => self.resolve(time, self.period()),
                    _ => None,
                });
                self.frame = told.filter(|p| super::told::holds_on(*p)).or(self.frame);
            }
        } else if let Some(lead) = lead(scene) {
            self.section = scene.nodes[..lead].iter().find_map(|n| sector_of(scene, n));
            self.named.lead(label(scene, lead));
        }
    }

    /// The unit of a figure in a table, or behind the name of an indicator that tells it in brackets.
    pub fn unit_at(&self, scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<CellUnit> {
        table::unit_at(scene, sentence, at, &self.cells, &self.columns, self.unit.as_ref())
    }

    /// The year that "this year" means.
    pub fn year(&self) -> Option<u16> {
        self.frame.or(self.report).or(self.published).map(|p| p.end().year())
    }

    /// The period that holds where none is told.
    pub fn period(&self) -> Option<Period> {
        self.frame.or(self.report)
    }

    /// The period of a node that tells one, read against the report.
    pub fn time_of(&self, scene: &Scene<'_>, node: &Node) -> Option<Period> {
        match scene.value(node)? {
            Value::Time(time) => self.resolve(time, self.period()),
            _ => None,
        }
    }

    /// Reads a time against the report; `about` is the period of the figure that it stands with.
    pub fn resolve(&self, time: Time, about: Option<Period>) -> Option<Period> {
        let year = || about.map(|p| p.end().year()).or_else(|| self.year());
        match time {
            Time::At(period) | Time::Until(period) => Some(period),
            Time::Part(part) => self.part(part),
            Time::UntilPart(part) => self.part(part).map(|p| Period::Until(p.end())),
            Time::YearOffset(years) => year().map(|y| Period::of_year(y.saturating_add_signed(i16::from(years)))),
            Time::YearStart => year().map(|y| Period::of_year(y - 1)),
            Time::StageBefore => match about.or(self.report)? {
                Period::Range(Moment::Year(a), Moment::Year(b)) => {
                    let length = b.checked_sub(a)?;
                    Some(Period::Range(Moment::Year(a - 5), Moment::Year(a - 5 + length)))
                }
                _ => None,
            },
            Time::StageAfter => match about.or(self.report)? {
                Period::Range(Moment::Year(a), Moment::Year(b)) => {
                    Some(Period::Range(Moment::Year(b + 1), Moment::Year(b + 1 + b.checked_sub(a)?)))
                }
                // Plans are of five years: 2021 to 2025, 2026 to 2030.
                other => {
                    let first = other.end().year().checked_sub(1)? / 5 * 5 + 6;
                    Some(Period::Range(Moment::Year(first), Moment::Year(first + 4)))
                }
            },
            Time::Same => about.or_else(|| self.period()).map(Period::year_before),
            Time::SameOf(y) => {
                let base = about.or_else(|| self.period())?;
                let back = base.end().year().checked_sub(y)?;
                Some((0..back).fold(base, |p, _| p.year_before()))
            }
            Time::Before(step) => before(step, about.or_else(|| self.period())?),
            Time::PastYears(years) => {
                let end = self.report.map(|p| p.end().year()).or_else(year)?;
                (years > 1).then(|| Period::Range(Moment::Year(end + 1 - u16::from(years)), Moment::Year(end)))
            }
            Time::NextYears(years) => {
                let end = self.report.map(|p| p.end().year()).or_else(year)?;
                Some(Period::Range(Moment::Year(end + 1), Moment::Year(end + u16::from(years))))
            }
            Time::Now => None,
            Time::SoFar(months) => self.so_far(months),
            Time::Since(from) => self.since(from),
            Time::SincePart(part) => self.part(part).and_then(|from| self.since(from)),
        }
    }

    /// "9 tháng" in a report of nine months, or in one of a year that is published soon after them.
    fn so_far(&self, months: u8) -> Option<Period> {
        let period = Part::first(months);
        let report = self.report?;
        let same_month = matches!(report, Period::At(Moment::Month(_, month)) if month == months);
        if same_month || period.of(report.end().year()) == report {
            return Some(period.of(report.end().year()));
        }
        let (year, month, _) = self.published?.end().first_day();
        (year == report.end().year() && (months..=months + 2).contains(&month)).then(|| period.of(year))
    }

    /// From a time up to the report's own, as precise as the time: "từ tháng 9 đến nay", "từ năm 2023 đến nay".
    fn since(&self, from: Period) -> Option<Period> {
        let (year, month, _) = match (from.start(), self.published) {
            (Moment::Year(_), _) | (_, None) => self.report.or(self.published)?.end().last_day(),
            (_, Some(published)) => published.end().last_day(),
        };
        let (from, to) = match from.start() {
            Moment::Year(first) => (Moment::Year(first), Moment::Year(year)),
            other => {
                let (y, m, _) = other.first_day();
                (Moment::Month(y, m), Moment::Month(year, month))
            }
        };
        (from.first_day() < to.first_day()).then_some(Period::Range(from, to))
    }

    /// A part of a year that is not named is of the report's own, or of the later one that a front set ("Năm 2024, …
    /// trong quý III"); a day or a month that would lie behind the day of publication by most of a year is of the year of
    /// publication.
    fn part(&self, part: Part) -> Option<Period> {
        let year = match (part, self.published) {
            (Part::Day(month, _) | Part::Days(month, ..), Some(published)) => {
                let (y, m, _) = published.start().first_day();
                if month > m + 1 { y - 1 } else { y }
            }
            _ => {
                let later = |p: &Period| self.report.is_some_and(|r| p.end().year() > r.end().year());
                let ahead = self.frame.filter(|p| whole_year(*p) && later(p));
                ahead.or(self.report).or(self.frame).or(self.published)?.end().year()
            }
        };
        Some(part.of(year))
    }
}

fn before(step: Step, period: Period) -> Option<Period> {
    let moment = match (step, period) {
        (Step::Month, Period::At(Moment::Month(y, 1))) => Moment::Month(y - 1, 12),
        (Step::Month, Period::At(Moment::Month(y, m))) => Moment::Month(y, m - 1),
        (Step::Quarter, Period::At(Moment::Quarter(y, 1))) => Moment::Quarter(y - 1, 4),
        (Step::Quarter, Period::At(Moment::Quarter(y, q))) => Moment::Quarter(y, q - 1),
        _ => return None,
    };
    Some(Period::At(moment))
}

/// The sector that a heading tells first.
fn section(scene: &Scene<'_>) -> Option<Sector> {
    scene.nodes.iter().find_map(|n| sector_of(scene, n))
}

/// Whether a heading names other fields beside that of a sector: "Văn hóa - xã hội và chuyển đổi số".
fn of_several(scene: &Scene<'_>) -> bool {
    const JOINT: Mask = Mask::of(&[Class::Comma, Class::Conjunction, Class::Semicolon]);
    let goes_along = |field: &[Node]| {
        let words = scene.words_of(field).to_lowercase();
        sector::BESIDES.iter().any(|beside| words.contains(beside))
    };
    let mut fields = scene.nodes.split(|n| n.mask.meets(JOINT)).filter(|field| field.iter().any(is_noun));
    fields.any(|field| !field.iter().any(|n| sector_of(scene, n).is_some()) && !goes_along(field))
}

/// The sector that a node tells.
pub fn sector_of(scene: &Scene<'_>, node: &Node) -> Option<Sector> {
    scene.arg(node, Class::Sector).and_then(|at| Sector::ALL.get(at as usize)).copied()
}

/// What a lead names, unless it tells something or who speaks.
fn label(scene: &Scene<'_>, lead: usize) -> Option<String> {
    const TELLS: Mask = Mask::of(&[
        Class::Predicate,
        Class::Auxiliary,
        Class::Speech,
        Class::TaskCue,
        Class::Target,
        Class::PersonName,
        Class::Comma,
        Class::Up,
        Class::Down,
    ]);
    let tells = scene.nodes[..lead].iter().any(|n| n.mask.meets(TELLS) && !n.mask.has(Class::Content));
    // "a) Du lịch." is named without its mark.
    let from = usize::from(scene.nodes[0].mask.has(Class::Opaque) && lead > 1);
    (!tells).then(|| subject(scene, from..lead))?
}

/// The length of a lead "Lĩnh vực viễn thông:" or "a) Du lịch sinh thái." that opens a paragraph.
fn lead(scene: &Scene<'_>) -> Option<usize> {
    let nodes = &scene.nodes;
    let colon = nodes.iter().take(9).position(|n| n.mask.has(Class::Colon));
    let listed = nodes.first().is_some_and(|n| n.mask.has(Class::Opaque));
    let stop = |n: &Node| n.mask.has(Class::Dot) && !n.mask.has(Class::Opaque);
    let dot = || nodes.iter().take(9).position(stop).filter(|&i| listed && i > 1 && i + 1 < nodes.len());
    let end = colon.or_else(dot)?;
    (!nodes[..end].iter().any(|n| n.mask.has(Class::Quantity))).then_some(end)
}
