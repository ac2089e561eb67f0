//! Indicators that official reports tell year after year, under many wordings. Sources: the headings of the national
//! system of statistical indicators (annex of Luật Thống kê 2015, amended 2021), the six fields of the Ministry of
//! Information and Communications (Nghị định 48/2022/NĐ-CP), and the rankings that ministries cite (UN EGDI, ITU GCI,
//! APNIC IPv6, PCI, PAPI, PAR Index, DTI).
//!
//! A row joins the observations whose indicator has a phrase of every group of `needs` and none of `never`, and whose
//! value is of its kind. Phrases are folded words with their marks. Rather no join than a wrong one: a part, a rate or a
//! plan of an indicator is kept out by `never`.

/// What the values of an indicator are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An amount of money.
    Money,
    /// A share or a rate in per cent.
    Share,
    /// A count of something.
    Count,
    /// A measure: tonnes, hectares, kilometres.
    Measure,
    /// A place in an order.
    Rank,
}

/// An indicator under its name.
#[derive(Debug)]
pub struct Named {
    /// Never changes: links point at it.
    pub id: &'static str,
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// One phrase of each group must stand in the indicator.
    pub needs: &'static [&'static [&'static str]],
    /// None of these may.
    pub never: &'static [&'static str],
    /// Whether it is of the body that reports, not of the area: how much a ministry spent, which place it took.
    pub own: bool,
    /// Whether any word besides makes it another indicator: exports of rice are not exports.
    pub whole: bool,
}
const fn row(
    id: &'static str,
    vi: &'static str,
    en: &'static str,
    kind: Kind,
    needs: &'static [&'static [&'static str]],
    never: &'static [&'static str],
) -> Named {
    Named { id, vi, en, kind, needs, never, own: false, whole: false }
}

/// An indicator of the body that reports.
const fn own(row: Named) -> Named {
    Named { own: true, ..row }
}

/// An indicator of which nothing else may be told.
const fn whole(row: Named) -> Named {
    Named { whole: true, ..row }
}

use Kind::{Count, Measure, Money, Rank, Share};

const POST: &[&str] = &["bưu chính"];
const TELECOM: &[&str] = &["viễn thông"];
const REVENUE: &[&str] = &["doanh thu"];
const ICT_INDUSTRY: &[&str] =
    &["công nghiệp ict", "công nghiệp công nghệ số", "công nghiệp công nghệ thông tin", "công nghiệp cntt"];
const WHOLE_SECTOR: &[&str] = &["toàn ngành", "của ngành", "ngành tt&tt", "ngành thông tin và truyền thông"];
const BUDGET: &[&str] = &["nộp ngân sách", "nộp nsnn"];

/// The indicators. The first row that fits names the observation.
#[rustfmt::skip]
pub const NAMED: &[Named] = &[
    row("sector-revenue", "Doanh thu toàn ngành TT&TT", "Revenue of the ICT sector", Money, &[REVENUE, WHOLE_SECTOR],
        &["bưu chính", "viễn thông", "công nghiệp", "báo chí", "nộp", "tốc độ", "mức độ tăng"]),
    row("postal-revenue", "Doanh thu bưu chính", "Postal revenue", Money, &[REVENUE, POST],
        &["viễn thông", "nộp", "tốc độ", "mức tăng", "lợi nhuận", "bình quân", "quốc tế"]),
    row("telecom-revenue", "Doanh thu viễn thông", "Telecommunications revenue", Money, &[REVENUE, TELECOM],
        &["bưu chính", "nộp", "tốc độ", "mức tăng", "điện tử", "công nghiệp", "bình quân", "dữ liệu"]),
    row("ict-industry-revenue", "Doanh thu công nghiệp ICT", "ICT industry revenue", Money, &[REVENUE, ICT_INDUSTRY],
        &["tốc độ", "mức độ", "xuất khẩu", "phần mềm", "phần cứng", "nội dung số"]),
    row("digital-enterprises", "Số doanh nghiệp công nghệ số", "Digital technology enterprises", Count,
        &[&["doanh nghiệp công nghệ số", "dncns", "dn công nghệ số"]],
        &["sản phẩm", "nền tảng", "kế hoạch", "doanh thu", "nộp", "triển khai", "xuất khẩu", "lao động", "địa phương"]),
    row("sector-enterprises", "Số doanh nghiệp toàn ngành TT&TT", "Enterprises of the ICT sector", Count,
        &[&["doanh nghiệp"], WHOLE_SECTOR], &["bưu chính", "viễn thông", "công nghệ số", "doanh thu", "nộp"]),
    row("postal-enterprises", "Số doanh nghiệp bưu chính", "Postal enterprises", Count,
        &[&["doanh nghiệp bưu chính"]], &["doanh thu", "nộp", "tham dự", "hội nghị", "góp mặt"]),
    row("sector-budget", "Nộp ngân sách của ngành TT&TT", "Budget contribution of the ICT sector", Money,
        &[BUDGET, WHOLE_SECTOR], &["bưu chính", "viễn thông", "công nghiệp"]),
    row("postal-budget", "Nộp ngân sách của bưu chính", "Budget contribution of post", Money, &[BUDGET, POST], &[]),
    row("sector-gdp", "Đóng góp của ngành TT&TT vào GDP", "Contribution of the ICT sector to GDP", Money,
        &[&["đóng góp", "giá trị tăng thêm"], &["gdp"]], &["tốc độ"]),
    row("sector-workers", "Lao động toàn ngành TT&TT", "Workers of the ICT sector", Count,
        &[&["lao động"], WHOLE_SECTOR], &["năng suất", "thu nhập", "doanh thu"]),
    row("postal-items", "Sản lượng bưu gửi", "Postal items", Count, &[&["bưu gửi"]], &["bình quân", "mỗi người", "doanh thu"]),
    row("cybersecurity-rank", "Thứ hạng an toàn, an ninh mạng toàn cầu", "Global cybersecurity rank", Rank,
        &[&["an toàn, an ninh mạng", "an toàn an ninh mạng", "an toàn thông tin mạng", "gci"]], &["doanh thu", "cấp tỉnh"]),
    row("e-government-rank", "Thứ hạng Chính phủ điện tử", "E-government rank", Rank,
        &[&["chính phủ điện tử", "chính phủ số", "egdi"]], &["cấp tỉnh", "bộ, ngành"]),
    row("ipv6-rank", "Thứ hạng sử dụng IPv6", "IPv6 adoption rank", Rank, &[&["ipv6"]], &[]),
    row("ict-rank", "Thứ hạng công nghệ thông tin", "Information technology rank", Rank,
        &[&["công nghệ thông tin", "cntt"]], &["an toàn", "chính phủ"]),
    row("pci-rank", "Thứ hạng PCI", "Provincial competitiveness (PCI) rank", Rank, &[&["pci", "năng lực cạnh tranh cấp tỉnh"]], &[]),
    row("papi-rank", "Thứ hạng PAPI", "PAPI rank", Rank, &[&["papi"]], &[]),
    own(row("par-rank", "Thứ hạng cải cách hành chính", "Administrative reform rank", Rank,
        &[&["cải cách hành chính", "par index", "cchc"]], &[])),
    own(row("dti-rank", "Thứ hạng chuyển đổi số", "Digital transformation (DTI) rank", Rank, &[&["chuyển đổi số", "dti"]], &[])),
    row("digital-platforms", "Nền tảng số công bố", "Digital platforms announced", Count,
        &[&["nền tảng số", "nền tảng quản trị"]], &["doanh thu", "người dùng", "lượt"]),
    row("5g-provinces", "Tỉnh, thành thử nghiệm 5G", "Provinces with 5G trials", Count,
        &[&["5g"], &["tỉnh, thành", "tỉnh thành", "tỉnh, thành phố", "địa phương"]], &[]),
    row("4g-coverage", "Dân số được phủ sóng 4G", "Population covered by 4G", Share,
        &[&["4g"], &["dân số", "người dân"]], &["thôn", "xã"]),
    row("smartphone-share", "Tỷ lệ dùng điện thoại thông minh", "Smartphone users", Share,
        &[&["smartphone", "điện thoại thông minh"]], &[]),
    row("internet-households", "Hộ gia đình kết nối Internet", "Households with Internet", Share,
        &[&["hộ gia đình"], &["internet", "băng rộng", "cáp quang"]], &[]),
    row("ipv6-share", "Tỷ lệ sử dụng IPv6", "IPv6 adoption", Share, &[&["ipv6"]], &[]),
    own(row("online-files", "Hồ sơ trực tuyến", "Files submitted online", Share,
        &[&["hồ sơ trực tuyến", "hồ sơ tthc trực tuyến", "hồ sơ nộp trực tuyến", "hồ sơ được nộp trực tuyến"]], &[])),
    row("cyber-attacks", "Cuộc tấn công mạng", "Cyber attacks", Count, &[&["tấn công mạng"]], &["ngăn chặn"]),
    row("press-agencies", "Cơ quan báo chí", "Press agencies", Count, &[&["cơ quan báo chí"]],
        &["đặt hàng", "tham gia", "tuyên truyền", "lao động"]),
    row("radio-stations", "Đài truyền thanh cấp xã ứng dụng CNTT", "Commune radio stations with ICT", Count,
        &[&["đài truyền thanh"], &["ứng dụng", "cntt", "công nghệ thông tin"]], &[]),
    row("floor-households", "Hộ nông dân lên sàn TMĐT", "Farm households on e-commerce floors", Count,
        &[&["hộ"], &["sàn tmđt", "sàn thương mại điện tử", "lên sàn"]], &["giá trị", "doanh thu"]),
    row("gdp", "GDP", "GDP", Money, &[&["gdp", "tổng sản phẩm trong nước"]], &["bình quân", "đóng góp", "tỷ trọng", "trong"]),
    row("grdp", "GRDP", "GRDP", Money, &[&["grdp", "tổng sản phẩm trên địa bàn"]], &["bình quân", "đóng góp", "trong", "tỷ trọng"]),
    row("grdp-per-head", "GRDP bình quân đầu người", "GRDP per head", Money, &[&["grdp"], &["bình quân đầu người", "bình quân"]], &[]),
    row("budget-revenue", "Thu ngân sách trên địa bàn", "State budget revenue", Money,
        &[&["thu ngân sách", "thu nsnn", "tổng thu ngân sách", "tổng thu nsnn"]],
        &["nội địa", "xuất nhập khẩu", "xnk", "hải quan", "sử dụng đất", "so với", "bình quân", "chi ngân sách"]),
    row("domestic-revenue", "Thu nội địa", "Domestic budget revenue", Money, &[&["thu nội địa"]], &["so với", "bình quân"]),
    whole(row("exports", "Kim ngạch xuất khẩu", "Exports", Money, &[&["kim ngạch xuất khẩu"]], &[])),
    whole(row("imports", "Kim ngạch nhập khẩu", "Imports", Money, &[&["kim ngạch nhập khẩu"]], &[])),
    row("fdi-registered", "Vốn FDI đăng ký", "FDI registered", Money, &[&["fdi"], &["đăng ký"]], &["điều chỉnh", "cấp mới", "thực hiện"]),
    own(row("public-investment", "Giải ngân vốn đầu tư công", "Public investment disbursed", Money,
        &[&["giải ngân"], &["đầu tư công", "vốn đtc"]], &["so với"])),
    row("income-per-head", "Thu nhập bình quân đầu người", "Income per head", Money, &[&["thu nhập bình quân"]],
        &["lao động", "công nhân", "nông thôn", "công chức"]),
    row("poverty-rate", "Tỷ lệ hộ nghèo", "Poverty rate", Share, &[&["hộ nghèo"]], &["cận nghèo", "so với", "dân tộc"]),
    row("health-insurance", "Tỷ lệ bao phủ BHYT", "Health insurance coverage", Share,
        &[&["bhyt", "bảo hiểm y tế"], &["bao phủ", "tỷ lệ", "tham gia"]], &["học sinh", "hộ nghèo"]),
    row("unemployment", "Tỷ lệ thất nghiệp", "Unemployment", Share, &[&["thất nghiệp"]], &["bảo hiểm", "thanh niên", "bhtn"]),
    row("forest-cover", "Tỷ lệ che phủ rừng", "Forest cover", Share, &[&["che phủ rừng", "độ che phủ"]], &[]),
    row("urbanisation", "Tỷ lệ đô thị hóa", "Urbanisation", Share, &[&["đô thị hóa"]], &[]),
    row("new-rural-communes", "Xã đạt chuẩn nông thôn mới", "New-rural communes", Count,
        &[&["xã đạt chuẩn nông thôn mới", "xã đạt chuẩn ntm", "xã đạt chuẩn"]], &["nâng cao", "kiểu mẫu", "tiêu chí"]),
    row("accidents", "Vụ tai nạn giao thông", "Road accidents", Count,
        &[&["vụ"], &["tai nạn giao thông", "tngt"]], &["chết", "bị thương", "đường sắt", "đường thủy"]),
    row("accident-deaths", "Người chết do tai nạn giao thông", "Road deaths", Count,
        &[&["chết"], &["tai nạn giao thông", "tngt"]], &["bị thương"]),
    row("rice-output", "Sản lượng lúa", "Rice output", Measure, &[&["sản lượng lúa", "sản lượng lương thực"]], &["bình quân"]),
    row("tourists", "Khách du lịch", "Tourists", Count, &[&["khách du lịch", "lượt khách"]], &["quốc tế", "nội địa", "doanh thu", "tàu"]),
    row("tourists-foreign", "Khách quốc tế", "Foreign visitors", Count, &[&["khách quốc tế"]], &["doanh thu", "thị trường"]),
    row("expressways", "Chiều dài đường cao tốc", "Expressways", Measure, &[&["cao tốc"], &["chiều dài", "tổng chiều dài", "km"]], &["thêm"]),
    row("credit", "Dư nợ tín dụng", "Outstanding credit", Money, &[&["dư nợ"]], &["nợ xấu", "ngắn hạn", "nông nghiệp", "ủy thác", "cho vay", "nhà ở"]),
];

/// Whom a rank is among, where it is not the whole world or the whole country: a phrase of the indicator or of the words
/// around the rank, and the name that it gives to the series.
pub const CIRCLES: &[(&str, &str)] = &[
    ("asean", "asean"),
    ("đông nam á", "asean"),
    ("châu á", "asia"),
    ("khu vực", "region"),
    ("vùng", "region"),
    ("cụm", "cluster"),
];

/// Words that say nothing about what is measured, dropped where wordings are compared; folded.
pub const EMPTY_WORDS: &[&str] =
    &["tổng", "số", "lượng", "các", "của", "là", "được", "đã", "có", "cả", "toàn", "trên", "địa", "bàn", "và", "về"];

/// Words that leave a whole what it is.
pub const OF_WHOLES: &[&str] =
    &["hàng", "hóa", "hoá", "tỉnh", "thành", "phố", "nước", "ngành", "quốc", "gia", "trị", "giá", "năm", "phương"];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_stand_once_and_phrases_are_folded() {
        let mut ids = HashSet::new();
        for named in NAMED {
            assert!(ids.insert(named.id), "{} stands twice", named.id);
            assert!(!named.needs.is_empty() && named.needs.iter().all(|group| !group.is_empty()), "{}", named.id);
            for phrase in named.needs.iter().copied().flatten().chain(named.never) {
                let folded: Vec<String> = phrase
                    .split(' ')
                    .map(|word| {
                        let mut out = String::new();
                        crate::text::fold_into(word, &mut out);
                        out
                    })
                    .collect();
                assert_eq!(folded.join(" "), **phrase, "{}", named.id);
            }
        }
    }
}
