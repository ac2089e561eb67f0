//! Words by which many reports are put together: which figures stand for a report, and which events are one. Sources: the
//! headings of the national system of statistical indicators (annex of Luật Thống kê 2015, amended 2021) with the short
//! forms of yearly reports, the Law on the organisation of local government 2025 for who is national and who is local,
//! and, for what is no measure, the wordings of yearly reports themselves.
//!
//! All phrases are in small letters, with the tone where the newer spelling puts it; `&` and hyphens are spaces.

/// Measures that readers know by name.
pub const KNOWN: &[&str] = &[
    "tổng sản phẩm", "grdp", "gdp", "cpi", "iip", "fdi", "pci", "giá trị sản xuất", "gtsx", "giá trị tăng thêm",
    "giá trị gia tăng", "tăng trưởng", "tốc độ tăng", "kinh tế số", "chỉ số", "thu ngân sách", "thu nsnn",
    "chi ngân sách", "chi nsnn", "chi ns", "nộp ngân sách", "tổng thu", "tổng chi", "thu nội địa", "doanh thu",
    "lợi nhuận", "lãi trước thuế", "kim ngạch", "xuất khẩu", "nhập khẩu", "xuất siêu", "bán lẻ", "thu nhập",
    "thu nhập bình quân", "sản lượng", "diện tích", "năng suất", "giá trị giao dịch", "tổng giá trị", "tổng vốn",
    "vốn đầu tư", "vốn đtc", "vốn đăng ký", "giải ngân", "dư nợ", "nợ xấu", "nợ thuế", "huy động vốn", "vốn huy động",
    "lãi suất", "hộ nghèo", "hộ cận nghèo", "dân số", "lao động", "việc làm", "thất nghiệp", "doanh nghiệp",
    "khách du lịch", "khách quốc tế", "lượt khách", "hành khách", "hàng hóa", "cao tốc", "điện thương phẩm",
    "tổn thất điện năng", "bảo hiểm y tế", "bhyt", "bảo hiểm xã hội", "bhxh", "bảo hiểm thất nghiệp", "bác sĩ",
    "giường bệnh", "ca mắc", "ca dương tính", "tiêm chủng", "tử vong", "người chết", "người bị thương",
    "người mất tích", "thiệt hại", "tai nạn giao thông", "tngt", "vụ tai nạn", "phạm pháp hình sự", "tội phạm",
    "trường đạt chuẩn", "đạt chuẩn", "tốt nghiệp", "học sinh", "nông thôn mới", "che phủ", "đàn", "hộ dân",
    "hộ gia đình", "thuê bao", "internet", "smartphone", "4g", "5g", "ipv6", "dịch vụ công", "chuyển đổi số",
    "chính phủ điện tử", "công nghệ thông tin", "an toàn thông tin", "an ninh mạng", "thanh toán không dùng tiền mặt",
    "nền tảng số", "cơ quan báo chí", "cải cách hành chính", "hài lòng", "xếp hạng", "di tích", "đảng viên",
    "đoàn viên", "hội viên", "thu từ", "thu tiền",
];

/// What a name begins with that counts the dead, the missing and the injured.
pub const LIVES: &[&str] = &[
    "người chết", "số người chết", "số chết", "người tử vong", "ca tử vong", "số ca tử vong", "nạn nhân tử vong",
    "người mất tích", "người bị thương", "số người bị thương",
];

/// What a name begins with that measures a whole economy.
pub const ECONOMY: &[&str] = &[
    "gdp", "grdp", "tổng sản phẩm", "tốc độ tăng trưởng", "tốc độ tăng", "tăng trưởng kinh tế", "tăng trưởng", "cpi",
    "chỉ số giá tiêu dùng", "iip", "chỉ số sản xuất công nghiệp",
];

/// What says that the whole is measured and not a part.
pub const WHOLE: &[&str] = &[
    "toàn ngành", "toàn tỉnh", "toàn thành phố", "toàn huyện", "toàn xã", "toàn quốc", "toàn hệ thống",
    "toàn đảng bộ", "cả nước", "cả tỉnh", "trên địa bàn", "của ngành", "bình quân đầu người",
];

/// The word for a sum: the whole, where a name begins with it.
pub const SUM: &str = "tổng";

/// What names do well to begin with besides: they are of a countable or a known thing.
pub const STARTS: &[&str] = &["số", "số lượng", "người", "trường", "xã", "hộ", "lượt", "tỷ suất", "bao phủ", "chi cho"];

/// What says no more of a measure than that it is one; passed by where the subject of a name is looked for.
pub const HOLLOW: &[&str] = &["tổng", "số", "lượng", "tỷ", "tỉ", "lệ", "mức", "toàn", "ngành", "tỉnh"];

/// Names that say nothing alone.
pub const NAMELESS: &[&str] = &["tổng số", "con số", "chỉ tiêu", "lũy kế", "toàn tỉnh", "toàn xã", "toàn quốc", "cả nước", "thôn bản"];

/// Who is ranked: no figure of its own beside the rank.
pub const RANKED: &[&str] = &["quốc gia được xếp hạng", "nước được xếp hạng", "địa phương được xếp hạng", "tỉnh được xếp hạng"];

/// One word that is a name.
pub const SHORT: &[&str] = &["gdp", "grdp", "cpi", "iip", "fdi"];

/// What says that a figure is held against another one.
pub const AGAINST: &[&str] = &["so với", "cao hơn", "thấp hơn", "kế hoạch", "dự toán", "được giao", "tỉnh giao"];

/// What counts who came to a meeting, who spoke there, and whom it honoured.
pub const GUESTS: &[&str] = &[
    "điểm cầu", "đầu cầu", "đại biểu", "khách mời", "tham luận", "ý kiến phát biểu", "lượt ý kiến", "lượt phát biểu",
    "lãnh đạo", "đồng chí", "chuyên đề", "bằng khen", "giấy khen", "khen thưởng", "cờ thi đua",
];

/// A change or a denial in the middle of a name: the name is half a sentence.
pub const CHANGES: &[&str] = &["tăng", "giảm", "vẫn", "không phải"];

/// Where these words are no change.
pub const NO_CHANGES: &[&str] =
    &["tốc độ tăng", "mức tăng", "tăng thêm", "gia tăng", "tăng trưởng", "giảm nghèo", "tăng cường"];

/// What no name of a measure begins with: conjunctions, prepositions, pronouns, times.
pub const OPENINGS: &[&str] = &[
    "dù", "vì", "lúc", "khi", "trong", "ngoài", "với", "theo", "từ", "qua", "để", "mà", "thì", "đã", "vẫn", "cũng",
    "còn", "chỉ", "này", "hai", "ba", "bốn", "tương ứng", "riêng", "phải", "dưới", "trên", "xa", "gần", "nhờ", "do",
    "tại", "ở", "năm", "đến", "và", "là", "có", "được", "bị", "đạt", "sau", "trước", "gồm", "nếu", "nhưng", "cùng",
    "đáng lo", "bước", "dịp", "tính", "so", "cho", "cách", "của", "thêm", "đó", "mỗi", "các", "những", "về", "quý",
    "tháng", "ngày", "không", "thứ", "như", "lũy kế", "đặc biệt", "trở", "cứ", "đúng", "tức", "tui", "chúng tôi",
    "mình", "tùy",
];

/// What looks like one of them.
pub const NO_OPENINGS: &[&str] = &["chỉ số", "chỉ tiêu"];

/// Verbs: what begins with one is a deed and not a measure, unless a known measure stands behind it.
pub const DEEDS: &[&str] = &[
    "tiếp nhận", "xây dựng", "triển khai", "thực hiện", "hoàn thành", "ban hành", "tổ chức", "xử lý", "xử phạt",
    "giải quyết", "tuyên truyền", "phối hợp", "hỗ trợ", "thành lập", "công bố", "kiểm tra", "phát hiện", "cấp",
    "thu hút", "đào tạo", "hoàn thiện", "tuyển", "khởi công", "khánh thành", "ký", "trồng", "tặng", "thu hồi", "nộp",
    "giảm", "tăng", "đưa", "bảo đảm", "đảm bảo", "góp", "huy động", "thu giữ", "khởi tố", "bắt", "phá", "bố trí",
    "mua sắm", "đầu tư", "chuyển", "ứng dụng", "tham gia", "trao", "vận động", "giữ", "phấn đấu", "tạo", "nâng", "mở",
    "đăng ký", "phân bổ",
];

/// Places before their names.
pub const PLACES: &[&str] = &["tp", "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "thôn", "ấp", "bản"];

/// Bodies of the whole country, by the word that their names begin with.
pub const NATIONAL_BODIES: &[&str] = &[
    "bộ", "chính phủ", "quốc hội", "thủ tướng", "phó thủ tướng", "chủ tịch nước", "bộ chính trị", "ban bí thư",
    "ban chấp hành trung ương", "tổng cục", "ngân hàng nhà nước việt nam", "bảo hiểm xã hội việt nam",
];

/// Bodies of a place or a field.
pub const LOCAL_BODIES: &[&str] = &[
    "sở", "cục", "chi cục", "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "tỉnh ủy", "thành ủy", "huyện ủy",
    "đảng bộ", "đảng ủy", "hội nông dân", "hội", "liên đoàn", "ban", "công ty", "tổng công ty", "tập đoàn", "ngân hàng",
    "bảo hiểm xã hội", "bhxh", "kho bạc", "trường", "viện", "trung tâm", "công an", "huyện", "tỉnh", "thành phố",
];

/// What tells that an event is the whole country's.
pub const NATIONAL: &[&str] = &["quốc gia", "toàn quốc", "quốc hội", "trung ương", "việt nam", "chính phủ"];

/// Words that nearly every telling of an event has, and that therefore say nothing of which one it is.
pub const COMMON: &[&str] = &[
    "và", "của", "các", "những", "với", "cho", "trong", "tại", "ở", "về", "từ", "đến", "vào", "lúc", "là", "có", "đã",
    "được", "sẽ", "cũng", "do", "để", "theo", "ngày", "sáng", "chiều", "tối", "tháng", "năm", "tổ", "chức", "hội",
    "nghị", "trực", "tuyến", "diễn", "ra", "ban", "hành", "số", "một", "này", "đó", "cùng", "như", "giai", "đoạn",
];
