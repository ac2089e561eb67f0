//! Who wrote a report and who published it, from the lines at its ends: by-lines, sources, letterheads, a paper's letters.

use crate::lexicon::page;
use crate::text::{case, fold_into};

/// What a line at the end of a report names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Byline<'t> {
    /// Who wrote it.
    pub author: Option<&'t str>,
    /// Whose it is.
    pub publisher: Option<&'t str>,
}

/// Reads a line such as "Tin, ảnh: Thu Hằng", "MAI LÂM (thực hiện)", "Hoàng Yến / baolangson.vn", "(Nguồn: Báo Bình Định)";
/// `None` for any other.
pub fn byline(line: &str) -> Option<Byline<'_>> {
    let line = bare(line);
    let whole = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).filter(|inner| !inner.contains('('));
    if let Some(publisher) = source(whole.unwrap_or(line), whole.is_some()) {
        return Some(Byline { author: None, publisher: Some(publisher) });
    }
    let (led, mut name) = match line.split_once(':') {
        Some((lead, rest)) if page::AUTHOR_STARTS.contains(&folded(lead).as_str()) => (true, bare(rest)),
        _ => (false, line),
    };
    let mut out = Byline::default();
    // "PHƯƠNG ANH - Ảnh: TRẦN HUẤN"
    if let Some((before, after)) = name.split_once([',', '-', '–'])
        && after.split_once(':').is_some_and(|(lead, _)| page::AUTHOR_STARTS.contains(&folded(lead).as_str()))
    {
        name = bare(before);
    }
    if let Some((before, inner)) = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        out.publisher = Some(inner.trim()).filter(|inner| !page::AUTHOR_STARTS.contains(&folded(inner).as_str()));
        name = bare(before);
    }
    if let Some((before, after)) = name.split_once('/') {
        out.publisher = Some(after.trim());
        name = bare(before);
    }
    out.author = Some(name).filter(|name| name_like(name));
    // A name alone says who wrote it only where nothing else stands in the line.
    (out.author.is_some() && (led || !line.contains(':') || out.author != Some(line))).then_some(out)
}

/// "Nguồn: …", and in parentheses also "Theo …".
fn source(line: &str, bracketed: bool) -> Option<&str> {
    if let Some((lead, rest)) = line.split_once(':') {
        return page::SOURCE_STARTS
            .contains(&folded(lead).as_str())
            .then(|| bare(rest))
            .filter(|rest| !rest.is_empty());
    }
    let (lead, rest) = line.split_once(' ')?;
    (bracketed && page::SOURCE_STARTS.contains(&folded(lead).as_str())).then(|| bare(rest))
}

/// Whether a line signs an official document: "GIÁM ĐỐC", "KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN".
pub fn signs(line: &str) -> bool {
    let folded = folded(line);
    line.chars().count() < 60 && page::SIGN_STARTS.iter().any(|start| folded.starts_with(start))
}

/// A name of at most five words, each with a capital: "Lê Mai - Thu Phương", "T. VŨ".
pub fn name_like(line: &str) -> bool {
    line.split_whitespace().count() <= 6
        && line.split_whitespace().all(|w| w.chars().next().is_some_and(|c| case::is_upper(c) || !c.is_alphabetic()))
        && line.chars().any(char::is_alphabetic)
        && !line.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '/' | '|' | ';'))
}

/// A letterhead: the name of a body in capitals, and nothing that it does.
pub fn letterhead(line: &str) -> bool {
    let line = bare(line);
    let words = line.split_whitespace().count();
    let capitals = line.chars().all(|c| !case::is_lower(c));
    let folded = folded(line);
    let starts =
        |start: &&str| folded.strip_prefix(*start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    capitals
        && (2..=14).contains(&words)
        && !line.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '“' | '"' | '|' | ';'))
        && page::BODY_STARTS.iter().any(starts)
        && !page::BODY_NEVER.iter().any(|deed| folded.contains(deed))
}

/// Whether a letterhead is that of a body of several provinces: "HẢI QUAN KHU VỰC V", "VÙNG CẢNH SÁT BIỂN 3".
pub fn regional(line: &str) -> bool {
    let folded = folded(bare(line));
    letterhead_like(line)
        && page::REGIONS.iter().any(|region| {
            let numbered = |rest: &str| {
                let next = rest.split_whitespace().next().unwrap_or_default();
                next.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'i' | b'v' | b'x')) && !next.is_empty()
            };
            folded.split_once(region).is_some_and(|(_, rest)| {
                numbered(rest) || page::PARTS.iter().any(|part| rest.trim_start().starts_with(part))
            })
        })
}

/// A line in capitals that may have a number in it.
fn letterhead_like(line: &str) -> bool {
    !line.is_empty() && line.chars().count() < 120 && line.chars().all(|c| !case::is_lower(c))
}

/// What stands in the head of an official document and is no title: its number, the country's motto, the place and day.
pub fn formality(line: &str) -> bool {
    let folded = folded(line);
    page::FORMALITIES.iter().any(|start| folded.starts_with(start))
}

/// Whether a line has at most four words besides those of a date: "Buôn Ma Thuột, ngày 5 tháng 1 năm 2024".
pub fn hardly_words(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
    words.filter(|word| !["ngày", "tháng", "năm", "thứ", "gmt"].contains(&folded(word).as_str())).count() <= 4
}

/// The bare sort of an official document, whose title follows in the next line: "BÁO CÁO", "BÁO CÁO TÓM TẮT".
pub fn bare_sort(line: &str) -> bool {
    page::DOCUMENT_SORTS.contains(&folded(line).as_str())
}

/// The letters of a paper before a report: "(TBTC) - Chiều 26/12", "STO - Chiều 28/12", "Hà Nội (MT, 22/12/2023) –".
pub fn agency(paragraph: &str) -> Option<&str> {
    let text = paragraph.trim_start_matches(|c: char| c == '*' || c == '_' || c.is_whitespace());
    if let Some(rest) = text.strip_prefix('(') {
        let (inside, _) = rest.split_once(')')?;
        return letters(inside);
    }
    let start: String = text.chars().take(40).collect();
    let (before, _) = text.split_at(start.len()).0.split_once([' ', '\u{a0}', '-', '–'])?;
    let behind = text[before.len()..].trim_start_matches(|c: char| c == '*' || c.is_whitespace());
    if behind.starts_with(['-', '–', '—']) && letters(before).is_some() {
        return Some(before);
    }
    // The place comes first: "Hà Nội (MT, 22/12/2023) –".
    let (place, rest) = start.split_once('(')?;
    let inside = text[place.len() + 1..].split_once(')').filter(|_| !rest.is_empty() && name_like(place))?.0;
    let (paper, day) = inside.split_once(',')?;
    letters(paper).filter(|_| day.contains('/'))
}

/// Two to eight capitals, with "online" behind them or not.
fn letters(words: &str) -> Option<&str> {
    let words = words.trim();
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let count = first.chars().count();
    let capitals = first.chars().all(case::is_upper) && (2..=8).contains(&count);
    (capitals && (rest.is_empty() || rest.eq_ignore_ascii_case("online"))).then_some(words)
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(bare(text), &mut out);
    out.trim().to_owned()
}

/// A text without the marks of emphasis and the spaces around it.
pub fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | '\u{feff}') || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_the_writer_or_the_source() {
        for (line, author, publisher) in [
            ("MỸ XUYÊN", Some("MỸ XUYÊN"), None),
            ("Tin, ảnh: Thu Hằng", Some("Thu Hằng"), None),
            ("**Tin, ảnh:** Thu Hằng", Some("Thu Hằng"), None),
            ("Bài, ảnh: TÚ QUYÊN", Some("TÚ QUYÊN"), None),
            ("Bài và ảnh: Nguyễn Thị Cẩm Tú", Some("Nguyễn Thị Cẩm Tú"), None),
            ("MAI LÂM (thực hiện)", Some("MAI LÂM"), None),
            ("Lê Mai - Thu Phương", Some("Lê Mai - Thu Phương"), None),
            ("PHƯƠNG ANH - Ảnh: TRẦN HUẤN", Some("PHƯƠNG ANH"), None),
            ("T. VŨ", Some("T. VŨ"), None),
            ("**Hồng Ngọc** (Tỉnh đoàn Đồng Tháp)", Some("Hồng Ngọc"), Some("Tỉnh đoàn Đồng Tháp")),
            ("Tin, ảnh: Kiều Trang (BHXH tỉnh Quảng Ngãi)", Some("Kiều Trang"), Some("BHXH tỉnh Quảng Ngãi")),
            ("Hoàng Yến / baolangson.vn", Some("Hoàng Yến"), Some("baolangson.vn")),
            ("Nguyên Vỹ/VOV.VN", Some("Nguyên Vỹ"), Some("VOV.VN")),
            ("Nguồn: Báo Vĩnh Long", None, Some("Báo Vĩnh Long")),
            ("(Theo Báo Bình Định)", None, Some("Báo Bình Định")),
            ("(Nguồn: Cổng thông tin điện tử tỉnh Quảng Trị)", None, Some("Cổng thông tin điện tử tỉnh Quảng Trị")),
        ] {
            assert_eq!(byline(line), Some(Byline { author, publisher }), "{line}");
        }
        for line in
            ["Theo báo cáo của Sở, doanh thu tăng.", "GIÁM ĐỐC: Phạm Thị Nhâm", "Duyệt: Phó GĐ Phan Thị Quyên.", ""]
        {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn heads_of_documents() {
        for line in [
            "SỞ Y TẾ",
            "UBND TỈNH CAO BẰNG",
            "KHO BẠC NHÀ NƯỚC QUẢNG NAM",
            "TỈNH ỦY VĨNH LONG",
            "BAN CHẤP HÀNH TRUNG ƯƠNG",
        ] {
            assert!(letterhead(line), "{line}");
        }
        for line in [
            "Sở Y tế Tây Ninh tổng kết năm 2021",
            "CÔNG AN TỈNH ĐIỆN BIÊN TỔNG KẾT CÔNG TÁC NĂM 2023",
            "HỘI NÔNG DÂN TỈNH NGHỆ AN: DẤU ẤN MỘT NHIỆM KỲ",
            "BÁO CÁO",
            "BỘ MẶT NÔNG THÔN ĐỔI MỚI",
            "HỘI NGHỊ TỔNG KẾT",
        ] {
            assert!(!letterhead(line), "{line}");
        }
        assert!(formality("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") && formality("Số: 358/BC-SYT"));
        assert!(bare_sort("BÁO CÁO TÓM TẮT") && !bare_sort("BÁO CÁO KẾT QUẢ"));
        assert!(signs("KT. GIÁM ĐỐC") && signs("TM. ỦY BAN NHÂN DÂN") && !signs("Giám sát"));
    }

    #[test]
    fn letters_of_papers() {
        for (text, paper) in [
            ("(HG) - Sáng ngày 12-1", Some("HG")),
            ("**(HQ Online)** -Sáng 7/7", Some("HQ Online")),
            ("***TQĐT –*** Sáng nay", Some("TQĐT")),
            ("STO - Chiều 28/12", Some("STO")),
            ("(CAO) Sáng 22-12", Some("CAO")),
            ("(LĐ online) - Chiều 5/12", Some("LĐ online")),
            ("Hà Nội (MT, 22/12/2023) – Sáng nay", Some("MT")),
            ("(Trình bày tại Hội nghị)", None),
            ("Sở Y tế (SYT) tổ chức", None),
            ("GDP - một chỉ tiêu", Some("GDP")),
            ("Năm 2020 - năm cuối", None),
        ] {
            assert_eq!(agency(text), paper, "{text}");
        }
    }
}
