//! Every word of the interface, in one place, Vietnamese beside English.
//!
//! The text of reports is not here: it stays as the source has it. A test finds a word that is missing.

use super::Lang;
use crate::model::{EventKind, ReferenceKind, Sector, Status};

/// Makes the struct of all words, one value of it per language, and a list for the tests.
macro_rules! words {
    ($($key:ident: $vi:literal, $en:literal;)+) => {
        /// The words of one language.
        pub struct Words { $(#[doc = $en] pub $key: &'static str),+ }
        static VI: Words = Words { $($key: $vi),+ };
        static EN: Words = Words { $($key: $en),+ };
        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($key), $vi, $en)),+];
    };
}

words! {
    name: "Tổng Kết", "Tổng Kết";
    tagline: "Số liệu trong các báo cáo tổng kết, mỗi con số dẫn về câu văn gốc.", "The figures of official review reports, each traced to the sentence it stands in.";
    skip: "Đến nội dung chính", "Skip to the content";
    navigation: "Các trang", "Pages";
    overview: "Tổng quan", "Overview";
    timeline: "Dòng thời gian", "Timeline";
    tasks: "Nhiệm vụ", "Tasks";
    search: "Tìm kiếm", "Search";
    about: "Giới thiệu", "About";
    search_label: "Tìm trong số liệu, sự kiện, nhiệm vụ", "Search figures, events and tasks";
    search_hint: "Tìm, có dấu hay không dấu", "Search, marks optional";
    theme: "Giao diện", "Theme";
    theme_auto: "Theo máy", "As the device";
    theme_light: "Sáng", "Light";
    theme_dark: "Tối", "Dark";
    other_language: "English", "Tiếng Việt";
    headline_figures: "Số liệu nổi bật", "Headline figures";
    from_report: "Từ báo cáo", "From the report";
    by_sector: "Số liệu theo lĩnh vực", "Figures by sector";
    latest_events: "Sự kiện gần đây", "Latest events";
    all_events: "Xem cả dòng thời gian", "See the whole timeline";
    growth: "Tăng, giảm theo báo cáo", "Growth and decline, by the report";
    growth_unit: "Đơn vị: %, so với kỳ nêu trong báo cáo", "Unit: %, against the period named in the report";
    attained: "So với kế hoạch, chỉ tiêu", "Against plans and targets";
    attained_unit: "Đơn vị: % của mức đề ra; vạch đậm là mức đề ra", "Unit: % of what was aimed at, which the thick stroke marks";
    parts: "Phần trong tổng số", "Parts of wholes";
    parts_unit: "Đơn vị: % của tổng số nêu trong báo cáo", "Unit: % of the whole that the report names";
    percent: "Tỷ lệ", "Share";
    of_what: "Trên", "Of";
    growth_over: "Thanh có vạch cắt dài hơn khung hình; số ghi bên cạnh là đủ.", "A bar with a cut runs beyond the frame; the number beside it is whole.";
    growth_hollow: "Thanh rỗng là số ước tính.", "A hollow bar is an estimate.";
    chart_keys: "Phím mũi tên: từng giá trị; Enter: nguồn.", "Arrow keys: each value; Enter: its source.";
    chart_before: "Giá trị trước", "Previous value";
    chart_after: "Giá trị sau", "Next value";
    print_notes: "Số trong ngoặc vuông chỉ chỗ của số liệu trong toàn văn. In từ", "The number in brackets is the place of a figure in the text. Printed from";
    places_unread: "Chỗ chưa hiểu", "Not understood";
    numbers_read: "Số đã đọc", "Numbers read";
    save: "Tải về", "Download";
    as_table: "Xem dưới dạng bảng", "See as a table";
    indicator: "Chỉ tiêu", "Indicator";
    change: "Thay đổi", "Change";
    against: "So với", "Against";
    reports: "Các báo cáo", "Reports";
    older_reports: "Báo cáo cũ hơn", "Older reports";
    report: "Báo cáo", "Report";
    figures: "Số liệu", "Figures";
    events: "Sự kiện", "Events";
    people_acts: "Người, văn bản", "People, acts";
    people: "Người được nêu tên", "People named";
    acts: "Văn bản, chương trình", "Acts and programmes";
    full_text: "Toàn văn", "Full text";
    parts_of_report: "Các phần của báo cáo", "Parts of the report";
    undated: "Không nêu ngày", "No date told";
    sector: "Lĩnh vực", "Sector";
    all: "Tất cả", "All";
    horizon: "Thời hạn", "By when";
    period: "Kỳ số liệu", "Period";
    area: "Địa bàn", "Area";
    place: "Nơi báo cáo", "Place";
    published: "Ngày đăng", "Published";
    publisher: "Nơi đăng", "Publisher";
    author: "Tác giả", "Author";
    value: "Giá trị", "Value";
    normalised: "Quy gọn", "In short";
    status: "Tính chất", "Status";
    document: "Tài liệu", "Document";
    read_by: "Cách đọc", "How it was read";
    read_by_rules: "Các quy tắc đã dùng", "Rules used";
    source_of_figure: "Nguồn của số liệu", "Source of the figure";
    copy_quote: "Chép câu trích", "Copy the quote";
    copy_link: "Chép liên kết", "Copy the link";
    copied: "Đã chép", "Copied";
    not_copied: "Trình duyệt không cho chép", "The browser does not allow copying";
    embed: "Nhúng vào trang khác", "Embed elsewhere";
    open_in_text: "Xem trong toàn văn", "See in the full text";
    previous: "Số liệu trước", "Previous figure";
    next: "Số liệu sau", "Next figure";
    close: "Đóng", "Close";
    actual: "thực hiện", "actual";
    estimate: "ước", "estimate";
    target: "mục tiêu", "target";
    unknown_report: "Không có báo cáo này", "There is no such report";
    unknown_report_hint: "Có thể bạn tìm một trong các báo cáo sau:", "You may be looking for one of these reports:";
    unknown_figure: "Không có số liệu này trong các báo cáo của trang.", "No report of this page has this figure.";
    not_found: "Không có trang này", "There is no such page";
    not_found_hint: "Địa chỉ có thể đã bị gõ nhầm hoặc chép thiếu. Bạn có thể đi từ đây:", "The address may have been mistyped or cut. You can go on from here:";
    nothing_found: "Không tìm thấy gì.", "Nothing was found.";
    widen: "Thử ít từ hơn, hoặc một từ khác; không cần gõ dấu.", "Try fewer words, or another one; marks are not needed.";
    search_start: "Gõ một từ, ví dụ “bưu chính” hay “an toàn”.", "Type a word, “bưu chính” or “an toàn” for example.";
    open_in_viewer: "Mở trong trình đọc", "Open in the viewer";
    loading: "Đang tải dữ liệu…", "Loading the data…";
    no_figures: "Báo cáo này không nêu số liệu nào mà chương trình đọc được.", "The program read no figure in this report.";
    no_events: "Không có sự kiện nào.", "No events.";
    no_tasks: "Không có nhiệm vụ nào.", "No tasks.";
    no_people: "Không nêu tên người nào.", "Nobody is named.";
    no_acts: "Không nêu văn bản nào.", "No act is named.";
    no_reports: "Trang này chưa có báo cáo nào.", "This page holds no report yet.";
    about_what: "Trang này trình bày các báo cáo tổng kết dưới dạng số liệu, dòng thời gian và biểu đồ. Mỗi con số giữ nguyên văn như trong báo cáo và dẫn về đúng chỗ của nó.", "This page shows review reports as figures, a timeline and charts. Each figure stays as the report words it and leads back to its place in the text.";
    about_how: "Một chương trình đọc báo cáo bằng các quy tắc viết sẵn, không dùng mạng, không đoán. Ở mỗi số liệu có ghi những quy tắc đã đọc ra nó.", "A program reads the reports by written rules, with no network and no guessing. Each figure names the rules that read it.";
    about_unread: "Chữ và số chưa đọc được", "Not read";
    about_unread_how: "Số chỗ trong mỗi báo cáo mà chương trình thấy nhưng không hiểu:", "How many places of each report the program saw and did not understand:";
    about_privacy: "Riêng tư", "Privacy";
    about_privacy_how: "Trang không gửi gì đi đâu, không có cookie. Ngôn ngữ và giao diện bạn chọn chỉ lưu trong máy bạn.", "The page sends nothing anywhere and has no cookies. The language and theme you choose stay on your device.";
    about_data: "Dữ liệu", "Data";
    data_table: "Mọi số liệu trong một bảng (CSV)", "All figures in one table (CSV)";
    data_package: "Mô tả các cột và các tệp (JSON)", "What its columns and files are (JSON)";
    about_licence: "Giấy phép", "Licence";
    about_licence_how: "Mã nguồn mở, giấy phép MIT hoặc Apache-2.0. Nội dung báo cáo thuộc về nơi công bố.", "Open source, under MIT or Apache-2.0. What the reports say belongs to who published them.";
    licences: "Giấy phép của các phần mềm được dùng", "Licences of the software in use";
    about_method: "Phương pháp", "Method";
    source: "Nguồn", "Source";
    kind: "Loại", "Kind";
    rank: "Thứ hạng", "Rank";
    of_all: "trong", "of";
    show_more: "Xem thêm", "Show more";
    filters: "Lọc", "Filter";
    year: "Năm", "Year";
    sentences: "Câu văn", "Sentences";
    sentences_found: "Câu khác trong toàn văn", "Other sentences of the texts";
    others_found: "Báo cáo, sự kiện, nhiệm vụ", "Reports, events, tasks";
    told_with_change: "Có tăng, giảm", "With a change";
    unit_money: "Số tiền", "Money";
    unit_share: "Tỷ lệ", "Shares";
    unit_count: "Số lượng", "Counts";
    unit_measure: "Số đo", "Measures";
    same_indicator: "Chỉ tiêu này qua các báo cáo", "This indicator over the reports";
    also_told: "Báo cáo này còn nêu, cùng lĩnh vực", "Also told by this report in this sector";
    cite: "Trích dẫn", "Cite";
    cite_plain: "Chép câu dẫn nguồn", "Copy the citation";
    cite_bibtex: "Chép BibTeX", "Copy BibTeX";
    share: "Chia sẻ", "Share";
    accessed: "xem ngày", "accessed";
    unit: "Đơn vị", "Unit";
    rank_first_on_top: "Thứ hạng; hạng nhất ở trên cùng", "Rank; the first place is at the top";
    series_open: "Chấm rỗng là số ước hoặc mục tiêu.", "A hollow dot is an estimate or a target.";
    series_derived: "Chấm nhỏ nhạt được tính từ số sau và mức thay đổi.", "A small faint dot was computed from the later value and its change.";
    series_leans: "Vạch dọc cho biết số được nêu là “hơn” (lên) hay “gần” (xuống).", "A stroke says that a value was told as “over” (up) or “nearly” (down).";
    derived: "suy ra từ mức thay đổi", "derived from the change";
    as_told: "Nguyên văn", "As told";
    checks: "Đối chiếu số liệu", "Checks";
    checks_how: "Những gì tính được từ chính các báo cáo: hai mức và mức thay đổi giữa chúng, cùng một chỉ tiêu ở hai báo cáo. Trang chỉ nói các con số khớp hay không khớp, không nói bên nào đúng.", "What can be computed from the reports alone: two levels and the change between them, one indicator in two reports. The page says that numbers agree or do not, never which of them is right.";
    no_checks: "Không có gì để đối chiếu trong các báo cáo này.", "There is nothing to check in these reports.";
    not_agreeing: "Không khớp", "Not in agreement";
    agreeing: "Khớp", "In agreement";
    not_comparable: "Không so sánh được", "Not comparable";
    indicators: "Chỉ tiêu qua các báo cáo", "Indicators over the reports";
    indicators_how: "Những chỉ tiêu được nêu trong nhiều báo cáo hoặc cho nhiều kỳ.", "Indicators that are told in several reports or for several periods.";
    no_indicators: "Chưa có chỉ tiêu nào lặp lại.", "No indicator recurs yet.";
    all_checks: "Xem mọi đối chiếu", "See all checks";
    doubted: "≠ xem đối chiếu", "≠ see the check";
    all_indicators: "Xem mọi chỉ tiêu", "See all indicators";
    why_joined: "Vì sao các cách gọi này được coi là một chỉ tiêu", "Why these wordings are taken for one indicator";
    joined_by_phrases: "có các từ", "by the words";
    joined_by_words: "cùng các từ, cùng nơi công bố", "the same words by the same body";
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    lang.pick(&VI, &EN)
}

/// The name of a sector.
pub fn sector_name(lang: Lang, sector: Sector) -> &'static str {
    match sector {
        Sector::WholeSector => lang.pick("Toàn ngành", "Whole sector"),
        Sector::Post => lang.pick("Bưu chính", "Post"),
        Sector::Telecom => lang.pick("Viễn thông", "Telecom"),
        Sector::ItApplication => lang.pick("Ứng dụng CNTT, chuyển đổi số", "IT application, digital transformation"),
        Sector::Cybersecurity => lang.pick("An toàn thông tin mạng", "Cybersecurity"),
        Sector::IctIndustry => lang.pick("Công nghiệp ICT", "ICT industry"),
        Sector::DigitalEconomy => lang.pick("Kinh tế số", "Digital economy"),
        Sector::PressMedia => lang.pick("Báo chí, truyền thông", "Press and media"),
        Sector::Other => lang.pick("Khác", "Other"),
    }
}

/// The name of a kind of event.
pub fn event_kind_name(lang: Lang, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Meeting => lang.pick("hội nghị", "meeting"),
        EventKind::Act => lang.pick("văn bản", "legal act"),
        EventKind::Launch => lang.pick("ra mắt", "launch"),
        EventKind::Milestone => lang.pick("dấu mốc", "milestone"),
        EventKind::Plan => lang.pick("kế hoạch", "plan"),
        EventKind::Other => lang.pick("sự kiện", "event"),
    }
}

/// The name of a kind of document.
pub fn reference_kind_name(lang: Lang, kind: ReferenceKind) -> &'static str {
    match kind {
        ReferenceKind::Decision => lang.pick("Quyết định", "Decision"),
        ReferenceKind::Directive => lang.pick("Chỉ thị", "Directive"),
        ReferenceKind::Law => lang.pick("Luật", "Law"),
        ReferenceKind::Resolution => lang.pick("Nghị quyết", "Resolution"),
        ReferenceKind::Decree => lang.pick("Nghị định", "Decree"),
        ReferenceKind::Circular => lang.pick("Thông tư", "Circular"),
        ReferenceKind::Programme => lang.pick("Chương trình", "Programme"),
        ReferenceKind::Strategy => lang.pick("Chiến lược", "Strategy"),
        ReferenceKind::Report => lang.pick("Báo cáo", "Report"),
        ReferenceKind::Other => lang.pick("Khác", "Other"),
    }
}

/// The name of a status.
pub fn status_name(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Actual => words(lang).actual,
        Status::Estimate => words(lang).estimate,
        Status::Target => words(lang).target,
    }
}

/// A count with its noun: `12 số liệu`, `1 figure`.
pub fn count(lang: Lang, n: usize, vi: &str, en: (&str, &str)) -> String {
    format!("{n} {}", lang.pick(vi, if n == 1 { en.0 } else { en.1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_missing() {
        let same = ["name"];
        for (key, vi, en) in ALL {
            assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{key} is empty in one language");
            assert!(vi != en || same.contains(key), "{key} is the same in both languages");
        }
        for sector in Sector::ALL {
            assert_ne!(sector_name(Lang::Vi, *sector), sector_name(Lang::En, *sector));
        }
    }
}
