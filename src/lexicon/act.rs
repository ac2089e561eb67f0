//! Legal acts and named documents. Source: Luật Ban hành văn bản quy phạm pháp luật 2015 (art. 4) and Nghị định
//! 30/2020/NĐ-CP (kinds of administrative documents). The argument is the reference kind.

use super::Class::{Act, ActNumber, Programme};
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
    ("dự án", Programme, 6),
    ("chiến lược", Programme, 7),
    ("báo cáo", Programme, 8),
    ("số hiệu", ActNumber, 0),
];
