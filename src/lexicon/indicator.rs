//! Heads of indicators: the nouns that the name of a statistical indicator begins with. Source: the national system of
//! statistical indicators (annex of Luật Thống kê 2015, amended 2021) and the headings of yearly statistical reports.

use super::Class::Head;
use super::Row;

/// Heads that say that what follows is counted.
pub const COUNTS: &[&str] = &["số", "số lượng", "tổng số", "tổng số lượng", "số lượng các"];

/// Heads that say nothing without what they are of, folded.
pub const GENERIC: &[&str] = &[
    "tổng doanh thu",
    "số tiền",
    "tổng số tiền",
    "với số tiền",
    "số vốn",
    "vốn",
    "tổng vốn",
    "vốn đăng ký",
    "tổng vốn đăng ký",
    "tổng mức đầu tư",
    "tổng vốn đầu tư",
    "kinh phí",
    "tổng kinh phí",
    "giá trị",
    "tổng giá trị",
    "trị giá",
    "tổng trị giá",
    "doanh thu",
    "doanh số",
    "chi phí",
    "tổng chi phí",
    "mức hỗ trợ",
    "năng suất",
    "năng suất bình quân",
    "sản lượng",
    "tổng sản lượng",
    "diện tích",
    "tổng diện tích",
    "công suất",
    "tổng công suất",
    "quy mô",
    "giá bán",
    "giá bán bình quân",
    "đóng góp",
    "tỷ lệ",
    "tỷ trọng",
    "khối lượng",
    "kim ngạch",
    "chiều dài",
    "tổng chiều dài",
    "lợi nhuận",
    "giá trị giao dịch",
    "tồn kho",
    "bình quân",
    "chênh lệch",
    "giải ngân",
    "sl",
    "giá bình quân",
];

/// Rates that the lead of a block completes, folded.
pub const LABELLED: &[&str] = &["tỷ lệ bao phủ", "tỷ lệ đỗ", "tỷ lệ đạt", "tỷ lệ hoàn thành", "tỷ lệ phủ kín"];

/// Measures of a thing, which is named behind them, folded.
pub const MEASURES: &[&str] = &[
    "diện tích",
    "tổng diện tích",
    "năng suất",
    "năng suất bình quân",
    "sản lượng",
    "tổng sản lượng",
    "khối lượng",
    "công suất",
    "tổng công suất",
    "số lượng",
    "quy mô",
    "tỷ lệ",
];

/// What some units measure where nothing says it: the unit as the format writes it, and the head of a name.
pub const ASSUMED: &[(&str, &str)] = &[("ha", "diện tích")];

/// Words for a mean before a span of time, folded.
pub const MEANS: &[&str] = &["bình quân", "trung bình", "tính ra"];
/// Spans of time that a mean is told over, folded.
pub const EACH: &[&str] = &[
    "mỗi ngày",
    "mỗi tuần",
    "mỗi tháng",
    "mỗi quý",
    "mỗi năm",
    "một ngày",
    "một tuần",
    "một tháng",
    "một quý",
    "một năm",
    "hằng ngày",
    "hàng ngày",
    "hằng tháng",
    "hàng tháng",
    "hằng năm",
    "hàng năm",
];

/// Rates that a change tells by itself, folded.
pub const GROWTHS: &[&str] = &["tốc độ tăng", "mức tăng", "tăng trưởng"];

/// Counts of incidents and of the people in them, folded.
pub const TOLL: &[&str] =
    &["số vụ", "số người chết", "số người bị thương", "số người mất tích", "số người tử vong", "số tử vong", "số chết"];

/// Words for what was planned, in small letters.
pub const PLANS: &[&str] = &["kế hoạch", "chỉ tiêu", "mục tiêu", "dự toán", "định mức"];

/// What a name ends with that is of a whole country or province.
pub const EVERYWHERE: &[&str] = &["cả nước", "toàn quốc", "toàn tỉnh", "toàn thành phố", "toàn ngành", "toàn vùng"];

/// The parts of an economy as the national accounts name them, folded, and the word that they are told with.
pub const PARTS_OF_ECONOMY: &[&str] = &[
    "dịch vụ",
    "thương mại - dịch vụ",
    "công nghiệp và xây dựng",
    "công nghiệp - xây dựng",
    "công nghiệp, xây dựng",
    "nông, lâm nghiệp và thủy sản",
    "nông nghiệp",
];
/// What stands before them.
pub const PART: &str = "khu vực";

/// What a part gives to the growth of the whole, folded.
pub const CONTRIBUTION: &str = "đóng góp";

/// What tells of the structure of a whole, folded.
pub const STRUCTURE: &[&str] = &["cơ cấu"];
/// What its shares are.
pub const PROPORTION: &str = "tỷ trọng";

/// Words of leads that name nothing a figure could be of, folded.
pub const NO_LABELS: &[&str] =
    &["chỉ tiêu", "mục tiêu", "kết quả", "đáp", "hỏi", "nhiệm vụ", "giải pháp", "lĩnh vực khác", "trong đó", "bao gồm"];

/// What something cost as a whole, which is of what the clause before says was built, folded.
pub const OUTLAYS: &[&str] =
    &["tổng mức đầu tư", "tổng vốn đầu tư", "mức đầu tư", "tổng kinh phí", "tổng kinh phí đầu tư"];

/// Verbs that only relate what is counted to something else.
pub const RELATIONS: &[&str] = &["thuộc", "đến từ"];

/// Wholes that shares are told of, folded.
pub const SHARED: &[&str] = &["dân số", "ds", "tổng", "grdp", "gdp", "kim ngạch", "doanh thu", "giá trị"];

/// The whole that need not be told.
pub const POPULATION: &[&str] = &["dân số", "ds"];

/// Ends of names that leave out whose they are, folded.
pub const NAMELESS: &[&str] = &["của lĩnh vực", "của ngành", "của lĩnh vực này", "của ngành này", "lĩnh vực này"];

/// Names whose owner is that of the figure before, folded.
pub const OWNED: &[&str] =
    &["nộp ngân sách", "nộp ngân sách nhà nước", "lợi nhuận", "lợi nhuận trước thuế", "doanh thu"];

/// How the part of a name begins that tells whose it is, folded.
pub const OWNERS: &[&str] = &["của ", "toàn ngành", "dịch vụ ", "lĩnh vực ", "ngành "];

/// Words for a value, which stand for what was measured before, folded.
pub const VALUES: &[&str] = &["mức", "con số", "mốc", "mức độ", "số đó", "trong số đó"];

/// Heads of rates, which are told of one part after the other.
pub const RATES: &[&str] =
    &["tỷ lệ", "tỉ lệ", "tỷ suất", "tỷ trọng", "tỉ trọng", "tốc độ", "lãi suất", "chỉ số", "độ che phủ"];

/// What a comma or "và" joins to one item of a list: the end of the first part and the start of the second, folded.
pub const COUPLES: &[(&str, &str)] = &[
    ("nông nghiệp", "nông thôn"),
    ("nhỏ", "vừa"),
    ("trung", "dài hạn"),
    ("lâm nghiệp", "thủy sản"),
    ("nông", "lâm"),
    ("lâm", "thủy sản"),
    ("lâm", "ngư"),
    ("thủy", "hải sản"),
    ("thanh tra", "kiểm tra"),
    ("khám", "chữa bệnh"),
    ("chế biến", "chế tạo"),
    ("công nghiệp", "xây dựng"),
    ("thể dục", "thể thao"),
    ("khoa học", "công nghệ"),
    ("đào tạo", "bồi dưỡng"),
    ("thông tin", "truyền thông"),
    ("giáo dục", "đào tạo"),
];

/// Short forms of what is compared with, and what they are short for.
pub const SHORT_PLANS: &[(&str, &str)] = &[("DT", "dự toán"), ("KH", "kế hoạch"), ("CK", "cùng kỳ")];

/// Heads that need the words behind them to say anything, folded.
pub const BARE: &[&str] = &["chỉ số", "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tốc độ", "tổng", "tổng số", "mức"];

/// What names a part of an economy by itself, folded.
pub const WHOLES: &[&str] = &["khu vực", "lĩnh vực", "tỉnh", "thành phố", "huyện", "vùng"];

/// The words.
pub const WORDS: &[Row] = &[
    ("tổng", Head, 0),
    ("tổng số", Head, 0),
    ("tổng mức", Head, 0),
    ("tổng vốn", Head, 0),
    ("tổng thu", Head, 0),
    ("tổng chi", Head, 0),
    ("tổng doanh thu", Head, 0),
    ("tổng sản phẩm", Head, 0),
    ("tổng sản lượng", Head, 0),
    ("tổng diện tích", Head, 0),
    ("tổng kinh phí", Head, 0),
    ("tổng giá trị", Head, 0),
    ("tổng công suất", Head, 0),
    ("tổng dư nợ", Head, 0),
    ("tổng kim ngạch", Head, 0),
    ("tổng số tiền", Head, 0),
    ("số lượng", Head, 0),
    ("số tiền", Head, 0),
    ("số vụ", Head, 0),
    ("số người", Head, 0),
    ("số thu", Head, 0),
    ("số hộ", Head, 0),
    ("số dự án", Head, 0),
    ("tỷ lệ", Head, 0),
    ("tỉ lệ", Head, 0),
    ("tỷ trọng", Head, 0),
    ("tỉ trọng", Head, 0),
    ("tốc độ", Head, 0),
    ("doanh thu", Head, 0),
    ("doanh số", Head, 0),
    ("doanh nghiệp", Head, 1),
    ("lợi nhuận", Head, 0),
    ("kim ngạch", Head, 0),
    ("kim ngạch xuất khẩu", Head, 0),
    ("kim ngạch nhập khẩu", Head, 0),
    ("xuất khẩu", Head, 0),
    ("nhập khẩu", Head, 0),
    ("xuất siêu", Head, 0),
    ("nhập siêu", Head, 0),
    ("mức xuất siêu", Head, 0),
    ("mức nhập siêu", Head, 0),
    ("mức thặng dư", Head, 0),
    ("thặng dư thương mại", Head, 0),
    ("thâm hụt thương mại", Head, 0),
    ("sản lượng", Head, 0),
    ("sản lượng điện", Head, 0),
    ("diện tích", Head, 0),
    ("năng suất", Head, 0),
    ("năng suất lao động", Head, 0),
    ("giá trị", Head, 0),
    ("giá trị sản xuất", Head, 0),
    ("giá trị tăng thêm", Head, 0),
    ("chỉ số", Head, 0),
    ("thu ngân sách", Head, 0),
    ("thu ngân sách nhà nước", Head, 0),
    ("chi ngân sách", Head, 0),
    ("nộp ngân sách", Head, 0),
    ("vốn", Head, 0),
    ("vốn đầu tư", Head, 0),
    ("vốn đăng ký", Head, 0),
    ("vốn huy động", Head, 0),
    ("huy động vốn", Head, 0),
    ("dư nợ", Head, 0),
    ("dư nợ tín dụng", Head, 0),
    ("gói tín dụng", Head, 0),
    ("gói hỗ trợ", Head, 0),
    ("nợ xấu", Head, 0),
    ("vốn tăng thêm", Head, 0),
    ("số vốn tăng thêm", Head, 0),
    ("vốn đăng ký tăng thêm", Head, 0),
    ("vốn đầu tư tăng thêm", Head, 0),
    ("vốn điều chỉnh tăng thêm", Head, 0),
    ("vốn điều chỉnh tăng", Head, 0),
    ("lãi suất", Head, 0),
    ("lãi suất cho vay", Head, 0),
    ("giải ngân", Head, 0),
    ("khối lượng", Head, 0),
    ("lượng", Head, 0),
    ("lượng khách", Head, 0),
    ("khách du lịch", Head, 0),
    ("khách quốc tế", Head, 0),
    ("dân số", Head, 0),
    ("mật độ", Head, 0),
    ("công suất", Head, 0),
    ("chi phí", Head, 0),
    ("kinh phí", Head, 0),
    ("mức", Head, 1),
    ("quy mô", Head, 0),
    ("thu nhập", Head, 0),
    ("thu nhập bình quân", Head, 0),
    ("bình quân thu nhập", Head, 0),
    ("độ che phủ", Head, 0),
    ("cơ cấu", Head, 0),
    ("GDP", Head, 0),
    ("GRDP", Head, 0),
    ("CPI", Head, 0),
    ("IIP", Head, 0),
    ("FDI", Head, 0),
    ("đàn", Head, 0),
    ("điện thương phẩm", Head, 0),
    ("tổn thất điện năng", Head, 0),
    ("giá bán", Head, 0),
    ("trị giá", Head, 0),
    ("số vốn", Head, 0),
    ("tổng trị giá", Head, 0),
    ("hệ số", Head, 0),
    ("thuế", Head, 0),
    ("thu nội địa", Head, 0),
    ("thời gian", Head, 1),
    ("đóng góp", Head, 0),
    ("tốc độ tăng trưởng", Head, 0),
    ("tốc độ tăng", Head, 0),
    ("mức tăng trưởng", Head, 0),
    ("mức tăng", Head, 0),
    ("tốc độ tăng trưởng kinh tế", Head, 0),
    ("giá trị giao dịch", Head, 0),
    ("giá trị sản phẩm", Head, 0),
    ("giá trị xuất khẩu", Head, 0),
    ("giá trị kim ngạch", Head, 0),
    ("tổng thu ngân sách", Head, 0),
    ("tổng thu ngân sách nhà nước", Head, 0),
    ("nộp ngân sách nhà nước", Head, 0),
    ("cán cân thương mại", Head, 0),
    ("dung tích", Head, 0),
    ("mực nước", Head, 0),
    ("lượng mưa", Head, 0),
    ("lưu lượng", Head, 0),
    ("tiền lương", Head, 0),
    ("lương bình quân", Head, 0),
    ("thị phần", Head, 0),
    ("số dư", Head, 0),
    ("dung lượng", Head, 0),
    ("trọng tải", Head, 0),
    ("tải trọng", Head, 0),
    ("chiều dài", Head, 0),
    ("tổng chiều dài", Head, 0),
    ("trữ lượng", Head, 0),
    ("tổn thất", Head, 0),
    ("số thuế", Head, 0),
    ("số tiền phạt", Head, 0),
    ("tổng số tiền phạt", Head, 0),
    ("tiền phạt", Head, 0),
    ("tỷ suất", Head, 0),
    ("độ mặn", Head, 0),
    ("nhiệt độ", Head, 0),
    ("độ ẩm", Head, 0),
    ("tuổi thọ", Head, 0),
    ("quỹ lương", Head, 0),
    ("biên chế", Head, 0),
    ("công nợ", Head, 0),
    ("số nợ", Head, 0),
    ("học phí", Head, 0),
];
