//! The table of observations as CSV (RFC 4180): UTF-8 with a byte-order mark, so that a spreadsheet takes the Vietnamese
//! letters for what they are; lines end with CR LF; numbers have a decimal point and no grouping.
//!
//! **Formulas.** A text of a report that a spreadsheet would take for a formula is guarded as OWASP advises
//! (“CSV Injection”): every text cell stands in quotation marks with those inside doubled, and one that begins with `=`, `+`,
//! `-`, `@`, a tab or a line end (after white space and apostrophes) gets an apostrophe before it. Who wants the text to the letter takes
//! that one apostrophe away ([`unguarded`] says when) or reads the JSON. Numbers are ours and stay numbers, negative ones too.
//!
//! **Control characters.** What neither CSV nor XML can hold safely becomes U+FFFD, one for one, so that lengths stay true.

use std::borrow::Cow;

use super::column::{COLUMNS, Cell, Row};
use crate::library::{Figure, TextIndex, passage};
use crate::model::Report;

/// What tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A whole table: the line of names, then the rows as [`rows`] gave them.
pub(super) fn table<'a>(rows: impl IntoIterator<Item = &'a Vec<u8>>) -> Vec<u8> {
    let names = write(|writer| writer.write_record(COLUMNS.iter().map(|column| column.name)));
    let mut bytes = [BYTE_ORDER_MARK.as_bytes(), &names].concat();
    rows.into_iter().for_each(|rows| bytes.extend_from_slice(rows));
    bytes
}

/// The rows of one report, without the line of names.
pub(super) fn rows(report: &Report) -> Vec<u8> {
    let index = TextIndex::new(&report.text);
    write(|writer| {
        for figure in Figure::all_of(report) {
            let o = figure.observation;
            let place = passage(&index, o.at, o.quote.chars().count());
            let row = Row { figure, sentence: [place.lead, place.quote, place.tail].concat() };
            writer.write_record(COLUMNS.iter().map(|column| written((column.cell)(&row))))?;
        }
        Ok(())
    })
}

fn write(fill: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::NonNumeric)
        .from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has a cell for each column.
    let _ = fill(&mut writer);
    writer.into_inner().unwrap_or_default()
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Ours(text) => text.into_owned(),
        Cell::Text(text) => guarded(&without_controls(&text)).into_owned(),
    }
}

/// A text with U+FFFD for every character that XML 1.0 cannot hold: most control characters, and two that are none.
pub(super) fn without_controls(text: &str) -> Cow<'_, str> {
    let illegal =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(illegal) {
        return text.into();
    }
    text.chars().map(|c| if illegal(c) { '\u{fffd}' } else { c }).collect()
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// The text of a report again, from a text cell of the table.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

/// Whether a spreadsheet may take a text for a formula. Apostrophes at its start are looked through, so that what is guarded
/// can be told from what was so before.
fn is_formula(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    let skipped = &text[..text.len() - start.len()];
    // The wide forms of the signs are taken for the signs where Chinese or Japanese is set.
    start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || skipped.contains(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::fixture::{change, observation, report};
    use crate::model::{Area, Direction, Number, Rank, Ratio, Sector};

    fn told() -> Report {
        let text = "Mở đầu. Doanh thu đạt −5 tỷ \"đồng\", tăng 3%; hết.\n=1+1 là \u{1}";
        let mut r = report("a", text);
        r.meta.title = Some("=HYPERLINK(\"x\";\"y\")".into());
        r.meta.publisher = Some("Báo, “một”\r\nhai".into());
        r.meta.published = "2021-01".parse().ok();
        let mut o = observation("o1", "−5 tỷ \"đồng\"", 22, Sector::Post);
        (o.number, o.unit, o.indicator) = (Number::new(-5e9), Some("VND".into()), Some("'+ doanh thu".into()));
        o.change = Some(change(Direction::Up, 3.0, "%"));
        (o.period, o.area) = ("../2020".parse().ok(), Some(Area::province("VN-44")));
        let mut p = observation("o2", "=1+1 là \u{1}", 50, Sector::Other);
        p.rank = Some(Rank { position: Number::from(2), of: None, scope: Some("@ai".into()) });
        p.ratio = Some(Ratio { part: Number::from(61), whole: Number::from(63) });
        p.period = "2021-S1".parse().ok();
        r.observations = vec![o, p];
        r
    }

    fn read(bytes: &[u8]) -> (Vec<String>, Vec<csv::StringRecord>) {
        let text = std::str::from_utf8(bytes).unwrap().strip_prefix(BYTE_ORDER_MARK).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let names = reader.headers().unwrap().iter().map(str::to_owned).collect();
        (names, reader.records().map(Result::unwrap).collect())
    }

    #[test]
    fn a_table_comes_back_with_the_same_values() {
        let bytes = table(&[rows(&told())]);
        let (names, records) = read(&bytes);
        let cell = |row: usize, name: &str| {
            let at = names.iter().position(|known| known == name).unwrap();
            records[row].get(at).unwrap().to_owned()
        };
        assert_eq!((names.len(), records.len()), (COLUMNS.len(), 2));
        for (row, name, value) in [
            (0, "report", "a"),
            (0, "report_title", "'=HYPERLINK(\"x\";\"y\")"),
            (0, "publisher", "Báo, “một”\r\nhai"),
            (0, "published", "2021-01"),
            (0, "indicator", "''+ doanh thu"),
            (0, "number", "-5000000000"),
            (0, "unit", "VND"),
            (0, "change_direction", "up"),
            (0, "change_number", "3"),
            (0, "change_against", ""),
            (0, "period", "../2020"),
            (0, "period_start", ""),
            (0, "period_end", "2020-12-31"),
            (0, "area", "VN-44"),
            (0, "area_name", "An Giang"),
            (0, "quote", "−5 tỷ \"đồng\""),
            (0, "at", "22"),
            (0, "sentence", "Doanh thu đạt −5 tỷ \"đồng\", tăng 3%; hết."),
            (1, "number", ""),
            (1, "rank_position", "2"),
            (1, "rank_of", ""),
            (1, "rank_scope", "'@ai"),
            (1, "ratio_whole", "63"),
            (1, "period_start", "2021-01-01"),
            (1, "period_end", "2021-06-30"),
            (1, "quote", "'=1+1 là \u{fffd}"),
        ] {
            assert_eq!(cell(row, name), value, "{name} of row {row}");
        }
        assert_eq!(unguarded(&cell(0, "indicator")), "'+ doanh thu");
        assert_eq!(unguarded(&cell(0, "report_title")), "=HYPERLINK(\"x\";\"y\")");
        // Numbers are bare, so that no program takes them for text.
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(",-5000000000,") && text.ends_with("\r\n"), "{text}");
        assert_eq!(text.replace("\r\n", "").matches('\n').count(), 0, "{text}");
    }

    #[test]
    fn the_guard_can_be_taken_away() {
        for text in ["", "a", "'a", "=a", "'=a", "''=a", " -1", "\ta", "\r", "＋1", "5 - 3", "−5", "'", "\u{200b}@x"]
        {
            let cell = guarded(text);
            assert_eq!(unguarded(&cell), text, "{cell:?}");
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
        }
        assert_eq!(guarded("5 - 3"), "5 - 3");
        assert_eq!(guarded("−5"), "−5", "a minus sign is no hyphen");
        assert_eq!(without_controls("a\0\t\u{1b}\u{ffff}b").as_ref(), "a\u{fffd}\t\u{fffd}\u{fffd}b");
    }

    #[test]
    fn no_column_has_the_name_of_another() {
        let names: std::collections::BTreeSet<_> = COLUMNS.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), COLUMNS.len());
        assert_eq!(read(&table(&[])).1.len(), 0);
    }
}
