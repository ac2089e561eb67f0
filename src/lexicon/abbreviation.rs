//! Abbreviations of official prose and what they stand for, for the search. Sources: the lists of abbreviations
//! ("Danh mục từ viết tắt") of Quyết định 749/QĐ-TTg (digital transformation), Nghị quyết 01/NQ-CP of the years 2021 to
//! 2024 and the yearbooks of the General Statistics Office; the bodies as in Luật Tổ chức chính quyền địa phương 2015.
//! Only what has one expansion in such reports is here: "TT" (thông tin, trung tâm, thị trấn) or "DN" is not.

/// The short form and the long one. A form may stand in several rows: what a row says holds both ways.
pub const ABBREVIATIONS: &[(&str, &str)] = &[
    ("ANTT", "an ninh trật tự"),
    ("ATGT", "an toàn giao thông"),
    ("ATTP", "an toàn thực phẩm"),
    ("ATTT", "an toàn thông tin"),
    ("BĐKH", "biến đổi khí hậu"),
    ("BHTN", "bảo hiểm thất nghiệp"),
    ("BHXH", "bảo hiểm xã hội"),
    ("BHYT", "bảo hiểm y tế"),
    ("BVĐK", "bệnh viện đa khoa"),
    ("CCHC", "cải cách hành chính"),
    ("CCN", "cụm công nghiệp"),
    ("CĐS", "chuyển đổi số"),
    ("CNTT", "công nghệ thông tin"),
    ("CNTT-TT", "công nghệ thông tin và truyền thông"),
    ("CPĐT", "chính phủ điện tử"),
    ("CPI", "chỉ số giá tiêu dùng"),
    ("CQĐT", "chính quyền điện tử"),
    ("CSDL", "cơ sở dữ liệu"),
    ("CSGT", "cảnh sát giao thông"),
    ("DNCNS", "doanh nghiệp công nghệ số"),
    ("DNNN", "doanh nghiệp nhà nước"),
    ("DNNVV", "doanh nghiệp nhỏ và vừa"),
    ("DVC", "dịch vụ công"),
    ("DVCTT", "dịch vụ công trực tuyến"),
    ("DVCTT", "DVC trực tuyến"),
    ("ĐBSCL", "đồng bằng sông Cửu Long"),
    ("FDI", "đầu tư trực tiếp nước ngoài"),
    ("FTA", "hiệp định thương mại tự do"),
    ("GCN", "giấy chứng nhận"),
    ("GD&ĐT", "giáo dục và đào tạo"),
    ("GD-ĐT", "giáo dục và đào tạo"),
    ("GDĐT", "giáo dục và đào tạo"),
    ("GDP", "tổng sản phẩm trong nước"),
    ("GPMB", "giải phóng mặt bằng"),
    ("GRDP", "tổng sản phẩm trên địa bàn"),
    ("GTGT", "giá trị gia tăng"),
    ("GTVT", "giao thông vận tải"),
    ("HĐND", "hội đồng nhân dân"),
    ("HTX", "hợp tác xã"),
    ("IIP", "chỉ số sản xuất công nghiệp"),
    ("KCN", "khu công nghiệp"),
    ("KH&CN", "khoa học và công nghệ"),
    ("KHCN", "khoa học công nghệ"),
    ("KHCN", "khoa học và công nghệ"),
    ("KH&ĐT", "kế hoạch và đầu tư"),
    ("KKT", "khu kinh tế"),
    ("KT-XH", "kinh tế - xã hội"),
    ("KTXH", "kinh tế - xã hội"),
    ("LĐ-TB&XH", "lao động, thương binh và xã hội"),
    ("LĐTBXH", "lao động, thương binh và xã hội"),
    ("MTQG", "mục tiêu quốc gia"),
    ("MTTQ", "mặt trận tổ quốc"),
    ("MXH", "mạng xã hội"),
    ("NHNN", "ngân hàng nhà nước"),
    ("NN&PTNT", "nông nghiệp và phát triển nông thôn"),
    ("NOXH", "nhà ở xã hội"),
    ("NSĐP", "ngân sách địa phương"),
    ("NSNN", "ngân sách nhà nước"),
    ("NSTW", "ngân sách trung ương"),
    ("NTM", "nông thôn mới"),
    ("OCOP", "mỗi xã một sản phẩm"),
    ("ODA", "hỗ trợ phát triển chính thức"),
    ("PCCC", "phòng cháy chữa cháy"),
    ("QLNN", "quản lý nhà nước"),
    ("SXKD", "sản xuất kinh doanh"),
    ("TCTD", "tổ chức tín dụng"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("TMĐT", "thương mại điện tử"),
    ("TN&MT", "tài nguyên và môi trường"),
    ("TNGT", "tai nạn giao thông"),
    ("TT&TT", "thông tin và truyền thông"),
    ("TT&TT", "thông tin & truyền thông"),
    ("TTHC", "thủ tục hành chính"),
    ("TTĐT", "thông tin điện tử"),
    ("UBND", "ủy ban nhân dân"),
    ("VHTTDL", "văn hóa, thể thao và du lịch"),
    ("VH-TT&DL", "văn hóa, thể thao và du lịch"),
    ("XDCB", "xây dựng cơ bản"),
    ("XKLĐ", "xuất khẩu lao động"),
    ("XNK", "xuất nhập khẩu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_is_told_twice_and_none_is_longer_short_than_long() {
        for (i, (short, long)) in ABBREVIATIONS.iter().enumerate() {
            assert!(short.chars().count() < long.chars().count(), "{short}");
            assert!(!ABBREVIATIONS[..i].contains(&(short, long)), "{short} stands twice for {long}");
            assert_eq!(crate::text::normalize(long), *long, "{long} is not in NFC");
            assert_eq!(crate::text::normalize(short), *short, "{short} is not in NFC");
        }
    }
}
