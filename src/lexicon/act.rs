//! Legal acts and named documents. Source: Luật Ban hành văn bản quy phạm pháp luật 2015 (art. 4) and Nghị định
//! 30/2020/NĐ-CP (kinds of administrative documents). The argument is the reference kind.

use super::Class::{Act, ActNumber, Country, Neutral, Programme, Target};
use super::Row;
use crate::model::ReferenceKind;

/// The reference kind of an argument.
pub fn kind(arg: i32) -> ReferenceKind {
    match arg {
        0 => ReferenceKind::Decision,
        1 => ReferenceKind::Directive,
        2 => ReferenceKind::Law,
        3 => ReferenceKind::Resolution,
        4 => ReferenceKind::Decree,
        5 => ReferenceKind::Circular,
        6 => ReferenceKind::Programme,
        7 => ReferenceKind::Strategy,
        8 => ReferenceKind::Report,
        _ => ReferenceKind::Other,
    }
}

/// What stands in brackets behind the name of a law that is written anew, in small letters.
pub const AMENDED: &[&str] = &["sửa đổi", "sửa đổi, bổ sung", "sửa đổi, bổ sung một số điều", "thay thế", "mới"];

/// The words.
pub const WORDS: &[Row] = &[
    ("quyết định", Act, 0),
    ("luật", Act, 2),
    ("bộ luật", Act, 2),
    ("pháp lệnh", Act, 2),
    ("nghị quyết", Act, 3),
    ("nghị định", Act, 4),
    ("thông tư", Act, 5),
    ("thông tư liên tịch", Act, 5),
    ("công điện", Act, 9),
    ("công văn", Act, 9),
    ("thông báo", Act, 9),
    ("kết luận", Act, 9),
    ("hướng dẫn", Act, 9),
    ("tờ trình", Act, 9),
    ("quy định", Act, 9),
    ("quy hoạch", Act, 9),
    ("chương trình", Programme, 6),
    ("đề án", Programme, 6),
    ("dự án", Programme, -1),
    ("chiến lược", Programme, 7),
    ("báo cáo", Programme, 8),
    ("số hiệu", ActNumber, 0),
];

/// Documents that bear a name of their own, for the reading of entries.
pub const DOCUMENTS: &[Row] = &[
    ("Hiến pháp", Act, 2),
    ("Nghị quyết liên tịch", Act, 3),
    ("Quyết nghị", Act, 3),
    ("Kế hoạch liên tịch", Act, 9),
    ("Lệnh", Act, 9),
    ("Văn bản", Act, 9),
    ("Giấy phép", Act, 9),
    ("Thông báo kết luận", Act, 9),
    ("Quy chế", Act, 9),
    ("Chỉ thị liên tịch", Act, 1),
    ("Thông tri", Act, 9),
    ("chương trình hành động", Programme, 6),
    ("chương trình mục tiêu quốc gia", Programme, 6),
    ("các chương trình mục tiêu quốc gia", Programme, -1),
    ("chương trình MTQG", Programme, 6),
    ("Đề án tổng thể", Programme, 6),
    ("Kế hoạch tổng thể", Programme, 9),
    ("Kế hoạch hành động", Programme, 9),
    ("Chiến lược quốc gia", Programme, 7),
    ("Chiến lược tổng thể", Programme, 7),
    ("Quy hoạch", Programme, 9),
    ("Quy hoạch tổng thể", Programme, 9),
    ("Kiến trúc", Programme, 9),
    ("Bộ Quy tắc", Programme, 9),
    ("Quy tắc ứng xử", Programme, 9),
    ("Bộ tiêu chí", Programme, 9),
    ("Khung kiến trúc", Programme, 9),
    ("Sách Trắng", Programme, 8),
    ("Sách trắng", Programme, 8),
    ("Hiệp định", Programme, 9),
    ("Nghị định thư", Programme, 9),
    ("Công ước", Programme, 9),
    ("Báo cáo thường niên", Programme, 8),
    ("Báo cáo nhanh", Programme, 8),
    ("Báo cáo chính trị", Programme, 8),
    ("Báo cáo tóm tắt", Programme, -1),
    ("Cương lĩnh", Programme, 9),
    ("Tuyên bố", Programme, 9),
    ("Thỏa thuận", Programme, 9),
    ("quốc gia", Country, 1),
    ("tầm nhìn", Target, 8),
    ("nhỏ và vừa", Neutral, 0),
    ("vừa và nhỏ", Neutral, 0),
    ("siêu nhỏ, nhỏ và vừa", Neutral, 0),
];

/// What the letters of an act's number say of its kind (Nghị định 30/2020/NĐ-CP, appendix III); the first that stands in
/// the number decides.
pub const CODES: &[(&str, i32)] = &[
    ("QĐ", 0),
    ("NQ", 3),
    ("QH", 3),
    ("CT", 1),
    ("NĐ", 4),
    ("TT", 5),
    ("BC", 8),
    ("CTr", 6),
    ("KH", 9),
    ("CĐ", 9),
    ("KL", 9),
    ("TB", 9),
    ("TTr", 9),
    ("HD", 9),
    ("CV", 9),
    ("ĐA", 6),
];

/// The kind that the letters of a number tell, if they are those of an act.
pub fn kind_of_number(number: &str) -> Option<ReferenceKind> {
    let letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    number
        .split(['/', '-'])
        .map(letters)
        .find_map(|part| CODES.iter().find(|(code, _)| part == *code).map(|&(_, arg)| kind(arg)))
}
