//! A figure as a source: a sentence for people, an entry for BibTeX; and the names of the rules that read it.

use super::{Lang, capitalised, period_text};
use crate::library::{Figure, report_title};

/// A citation: indicator, quote, report, who published it and when, address.
pub fn citation_text(lang: Lang, figure: Figure<'_>, address: &str) -> String {
    let meta = &figure.report.meta;
    let name = capitalised(figure.indicator());
    let mut parts = vec![format!("{name}: “{}”", figure.observation.quote), report_title(figure.report)];
    parts.extend(meta.publisher.clone());
    parts.extend(meta.dated().map(|period| period_text(lang, period)));
    let mut text = String::new();
    for part in parts {
        text.push_str(&part);
        text.push_str(if part.ends_with(['.', '?', '!']) { " " } else { ". " });
    }
    text.pop();
    if address.is_empty() { text } else { format!("{text} {address}") }
}

/// An entry for BibTeX. Braces and backslashes of the text are left out, as they would break the entry.
pub fn bibtex(figure: Figure<'_>, address: &str) -> String {
    let plain = |text: &str| text.replace(['{', '}', '\\'], "");
    let meta = &figure.report.meta;
    let author = meta.publisher.as_deref().or(meta.author.as_deref()).unwrap_or("");
    let year = meta.dated().map_or_else(String::new, |period| period.end().year().to_string());
    let key = format!("{}-{}", figure.report.id, figure.observation.id);
    let title = format!("{}: {}", report_title(figure.report), figure.observation.quote);
    format!(
        "@misc{{{key},\n  author = {{{{{}}}}},\n  title = {{{}}},\n  year = {{{year}}},\n  url = {{{address}}},\n  note = {{{}}}\n}}\n",
        plain(author),
        plain(&title),
        plain(figure.indicator())
    )
}

/// A rule's pattern with the names of its parts in words: `tăng <quantity>` is "tăng ‹đại lượng›".
pub fn rule_name(lang: Lang, rule: &str) -> String {
    let mut out = String::new();
    let mut rest = rule;
    while let Some((before, after)) = rest.split_once('<') {
        let Some((name, behind)) = after.split_once('>') else { break };
        out.push_str(before);
        let known = PARTS.iter().find(|(part, ..)| *part == name);
        let said = known.map_or(name, |(_, vi, en)| lang.pick(*vi, *en));
        out.push_str(&format!("‹{said}›"));
        rest = behind;
    }
    out + rest
}

/// What stands in the patterns of rules.
const PARTS: &[(&str, &str, &str)] = &[
    ("digits", "chữ số", "digits"),
    ("number", "số", "number"),
    ("number in words", "số viết bằng chữ", "number in words"),
    ("qualifier", "từ chỉ mức độ", "qualifier"),
    ("unit", "đơn vị", "unit"),
    ("noun", "danh từ được đếm", "counted noun"),
    ("quantity", "đại lượng", "quantity"),
    ("multiplier", "nghìn, triệu, tỷ", "thousand, million, billion"),
    ("period", "kỳ", "period"),
    ("yyyy", "năm", "year"),
    ("date", "ngày tháng", "date"),
    ("scope", "trong số nào", "among whom"),
    ("place", "địa danh", "place"),
    ("measure", "phép đo", "measure"),
    ("name word", "tên", "name"),
    ("done", "đã làm", "done"),
    ("planned", "kế hoạch", "planned"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::fixture::{observation, report};
    use crate::model::Sector;

    #[test]
    fn cites_and_breaks_no_entry() {
        let mut report = report("a", "Năm 2023");
        report.meta.title = Some("Tổng kết {2023}?".into());
        report.meta.publisher = Some("Sở Y tế".into());
        report.meta.published = "2023-12-22".parse().ok();
        let o = observation("o1", "5 tỷ đồng", 0, Sector::Other);
        let figure = Figure { report: &report, observation: &o };
        assert_eq!(
            citation_text(Lang::Vi, figure, "https://x/#/"),
            "5 tỷ đồng: “5 tỷ đồng”. Tổng kết {2023}? Sở Y tế. 22/12/2023. https://x/#/"
        );
        let entry = bibtex(figure, "https://x/#/");
        assert!(
            entry.contains("author = {{Sở Y tế}}") && entry.contains("title = {Tổng kết 2023?: 5 tỷ đồng}"),
            "{entry}"
        );
        assert_eq!(entry.matches('{').count(), entry.matches('}').count());
        assert_eq!(rule_name(Lang::Vi, "tăng <quantity>"), "tăng ‹đại lượng›");
    }
}
