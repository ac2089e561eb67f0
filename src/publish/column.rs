//! The columns of the table of all observations: name, meaning, type, and where the value comes from, a row each.
//!
//! The table and its description are made from this one list, so that neither can tell a column that the other lacks.

use std::borrow::Cow;

use crate::format::{Lang, area_name};
use crate::library::{Figure, report_title};
use crate::model::{Area, Bound, Change, Direction, Moment, Number, Period, Sector, Status};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// One of some codes.
    Code(fn() -> Vec<&'static str>),
    /// An area's code.
    Area,
    /// A period such as `2020`, `2021-S1` or `2016/2020`.
    Period,
    /// A day.
    Date,
    /// A number in base units.
    Number,
    /// A count of code points.
    Place,
}

/// A column.
pub(super) struct Column {
    /// Its name in the first line.
    pub(super) name: &'static str,
    /// What its cells hold.
    pub(super) kind: Kind,
    /// Whether no cell is empty.
    pub(super) required: bool,
    /// Its name for people, in Vietnamese.
    pub(super) title: &'static str,
    /// What it means, in English.
    pub(super) about: &'static str,
    /// Its cell in a row.
    pub(super) cell: fn(&Row<'_>) -> Cell,
}

/// What a row is made from.
pub(super) struct Row<'a> {
    /// The observation and its report.
    pub(super) figure: Figure<'a>,
    /// The sentence that it stands in.
    pub(super) sentence: String,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing: not told.
    Empty,
    /// Words that come from a report.
    Text(String),
    /// What we write ourselves: numbers, codes, days.
    Ours(Cow<'static, str>),
}

impl Cell {
    fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.to_owned()))
    }

    fn code(code: &'static str) -> Self {
        Self::Ours(code.into())
    }

    fn number(number: Option<Number>) -> Self {
        number.map_or(Self::Empty, |number| Self::Ours(serde_json::to_string(&number).unwrap_or_default().into()))
    }

    fn period(period: Option<Period>) -> Self {
        period.map_or(Self::Empty, |period| Self::Ours(period.to_string().into()))
    }

    fn day(day: Option<(u16, u8, u8)>) -> Self {
        day.map_or(Self::Empty, |(year, month, day)| Self::Ours(format!("{year:04}-{month:02}-{day:02}").into()))
    }
}

impl<'a> Row<'a> {
    fn change(&self) -> Option<&'a Change> {
        self.figure.observation.change.as_ref()
    }

    fn change_number(&self, part: fn(&Change) -> Option<Number>) -> Cell {
        Cell::number(self.change().and_then(part))
    }
}

/// The first day of a period; a running total has none.
pub(super) fn first_day(period: Period) -> Option<(u16, u8, u8)> {
    (!matches!(period, Period::Until(_))).then(|| Moment::first_day(period.start()))
}

/// The columns, from left to right.
pub(super) const COLUMNS: &[Column] = &[
    column(
        "report",
        Kind::Text,
        true,
        "Mã báo cáo",
        "Id of the report: data/reports/ID.json is the whole of it.",
        |row| Cell::text(Some(&row.figure.report.id)),
    ),
    column(
        "observation",
        Kind::Text,
        true,
        "Mã số liệu",
        "Id of the observation within its report: o1, o2, … in the order of the text.",
        |row| Cell::text(Some(&row.figure.observation.id)),
    ),
    column(
        "report_title",
        Kind::Text,
        true,
        "Tiêu đề báo cáo",
        "Title of the report; where it has none, its first words.",
        |row| Cell::Text(report_title(row.figure.report)),
    ),
    column(
        "published",
        Kind::Period,
        false,
        "Ngày đăng",
        "When the report was published, as precisely as is known: a day, a month or a year.",
        |row| Cell::period(row.figure.report.meta.published),
    ),
    column("publisher", Kind::Text, false, "Nơi đăng", "The paper or office that published the report.", |row| {
        Cell::text(row.figure.report.meta.publisher.as_deref())
    }),
    column("source_url", Kind::Text, false, "Địa chỉ nguồn", "Where the report was published.", |row| {
        Cell::text(row.figure.report.meta.source_url.as_deref())
    }),
    column(
        "indicator",
        Kind::Text,
        false,
        "Chỉ tiêu",
        "What is measured, in the report's own words; empty where the text names nothing.",
        |row| Cell::text(row.figure.observation.indicator.as_deref()),
    ),
    column(
        "number",
        Kind::Number,
        false,
        "Giá trị",
        "The level in base units (VND, not billions of VND; 99.8 for 99,8 %); empty where only a change, a rank or a ratio is told.",
        |row| Cell::number(row.figure.observation.number),
    ),
    column("high", Kind::Number, false, "Giá trị trên", "Upper end, where the level is a range.", |row| {
        Cell::number(row.figure.observation.high)
    }),
    column(
        "bound",
        Kind::Code(|| codes(Bound::ALL, Bound::code)),
        true,
        "Mức chắc chắn của giá trị",
        "How the level (or a change that stands alone) is qualified: exact; about (khoảng, xấp xỉ); under (gần); over (hơn, trên); at_least; at_most; range.",
        |row| Cell::code(row.figure.observation.bound.code()),
    ),
    column(
        "unit",
        Kind::Text,
        false,
        "Đơn vị",
        "Unit of the level: VND, USD, %, times, tonne, person, or the noun that is counted.",
        |row| Cell::text(row.figure.observation.unit.as_deref()),
    ),
    column(
        "change_direction",
        Kind::Code(|| codes(Direction::ALL, Direction::code)),
        false,
        "Tăng, giảm",
        "Direction of the change that is told: up, down or none; empty where no change is told.",
        |row| row.change().map_or(Cell::Empty, |change| Cell::code(change.direction.code())),
    ),
    column("change_number", Kind::Number, false, "Mức thay đổi", "Size of the change, in change_unit.", |row| {
        row.change_number(|c| c.number)
    }),
    column(
        "change_high",
        Kind::Number,
        false,
        "Mức thay đổi trên",
        "Upper end, where the size of the change is a range.",
        |row| row.change_number(|c| c.high),
    ),
    column(
        "change_bound",
        Kind::Code(|| codes(Bound::ALL, Bound::code)),
        false,
        "Mức chắc chắn của thay đổi",
        "How the size of the change is qualified; empty stands for exact.",
        |row| row.change().and_then(|c| c.bound).map_or(Cell::Empty, |bound| Cell::code(bound.code())),
    ),
    column(
        "change_unit",
        Kind::Text,
        false,
        "Đơn vị thay đổi",
        "Unit of the change: %, times, bậc (places), điểm phần trăm (percentage points), or the unit of the level.",
        |row| Cell::text(row.change().and_then(|c| c.unit.as_deref())),
    ),
    column(
        "change_against",
        Kind::Period,
        false,
        "So với kỳ",
        "The period that is compared with; empty where the text names none.",
        |row| Cell::period(row.change().and_then(|c| c.against)),
    ),
    column(
        "change_from",
        Kind::Number,
        false,
        "Thay đổi từ",
        "Where the change started (“từ 0 lên 100%”).",
        |row| row.change_number(|c| c.from),
    ),
    column("change_to", Kind::Number, false, "Thay đổi đến", "Where the change ended.", |row| {
        row.change_number(|c| c.to)
    }),
    column("rank_position", Kind::Number, false, "Thứ hạng", "Place in an order; 1 is the first.", |row| {
        Cell::number(row.figure.observation.rank.as_ref().map(|rank| rank.position))
    }),
    column("rank_of", Kind::Number, false, "Số được xếp hạng", "How many are ranked.", |row| {
        Cell::number(row.figure.observation.rank.as_ref().and_then(|rank| rank.of))
    }),
    column("rank_scope", Kind::Text, false, "Xếp hạng trong", "Among whom, in the words of the report.", |row| {
        Cell::text(row.figure.observation.rank.as_ref().and_then(|rank| rank.scope.as_deref()))
    }),
    column(
        "ratio_part",
        Kind::Number,
        false,
        "Phần",
        "The part, where a part of a whole is told (61 of 63).",
        |row| Cell::number(row.figure.observation.ratio.as_ref().map(|ratio| ratio.part)),
    ),
    column("ratio_whole", Kind::Number, false, "Tổng thể", "The whole, where a part of a whole is told.", |row| {
        Cell::number(row.figure.observation.ratio.as_ref().map(|ratio| ratio.whole))
    }),
    column(
        "status",
        Kind::Code(|| codes(Status::ALL, Status::code)),
        true,
        "Tính chất",
        "actual: what has happened; estimate: ước, ước đạt; target: a wish or a plan.",
        |row| Cell::code(row.figure.observation.status.code()),
    ),
    column(
        "period",
        Kind::Period,
        false,
        "Kỳ số liệu",
        "The period that the figure tells of: 2020, 2021-S1 (first half), 2020-Q3, 2021-01, 2021-01-12, 2016/2020 (both ends included), ../2020 (a running total up to the end of 2020).",
        |row| Cell::period(row.figure.observation.period),
    ),
    column(
        "period_start",
        Kind::Date,
        false,
        "Ngày đầu kỳ",
        "First day of the period; a running total has none.",
        |row| Cell::day(row.figure.observation.period.and_then(first_day)),
    ),
    column("period_end", Kind::Date, false, "Ngày cuối kỳ", "Last day of the period.", |row| {
        Cell::day(row.figure.observation.period.map(|period| period.end().last_day()))
    }),
    column(
        "area",
        Kind::Area,
        false,
        "Mã địa bàn",
        "The place that the figure tells of: VN, a province by its ISO 3166-2 code as it stood until 2025, or world.",
        |row| {
            row.figure.observation.area.as_ref().map_or(Cell::Empty, |area| Cell::Ours(area.code().to_owned().into()))
        },
    ),
    column("area_name", Kind::Text, false, "Địa bàn", "The name of that place.", |row| {
        let name = |area: &Area| Cell::Text(area_name(Lang::Vi, area));
        row.figure.observation.area.as_ref().map_or(Cell::Empty, name)
    }),
    column(
        "sector",
        Kind::Code(|| codes(Sector::ALL, Sector::code)),
        true,
        "Lĩnh vực",
        "The field of public administration that the figure tells of.",
        |row| Cell::code(row.figure.observation.sector.code()),
    ),
    column(
        "quote",
        Kind::Text,
        true,
        "Nguyên văn",
        "The quantity as the report writes it, with qualifier and unit.",
        |row| Cell::text(Some(&row.figure.observation.quote)),
    ),
    column(
        "at",
        Kind::Place,
        true,
        "Vị trí",
        "Where the quote starts in the text of data/reports/ID.json, in Unicode code points from 0.",
        |row| Cell::Ours(row.figure.observation.at.to_string().into()),
    ),
    column("sentence", Kind::Text, false, "Câu văn", "The sentence that the quote stands in.", |row| {
        Cell::text(Some(row.sentence.trim()))
    }),
];

const fn column(
    name: &'static str,
    kind: Kind,
    required: bool,
    title: &'static str,
    about: &'static str,
    cell: fn(&Row<'_>) -> Cell,
) -> Column {
    Column { name, kind, required, title, about, cell }
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| code(*one)).collect()
}
