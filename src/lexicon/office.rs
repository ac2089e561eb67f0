//! Offices that people hold. Source: Hiến pháp 2013, Luật Tổ chức Chính phủ 2015, Luật Tổ chức chính quyền địa phương 2015
//! and the statutes of the Party; the argument is 1 where the word only opens an office's name.

use super::Class::{Honorific, Neutral, Office, OfficeOf};
use super::Row;

/// The words.
pub const WORDS: &[Row] = &[
    ("Tổng Bí thư", Office, 0),
    ("Chủ tịch nước", Office, 0),
    ("Phó Chủ tịch nước", Office, 0),
    ("Thủ tướng", Office, 0),
    ("Phó Thủ tướng", Office, 0),
    ("Bộ trưởng", Office, 1),
    ("Thứ trưởng", Office, 1),
    ("Chủ tịch", Office, 1),
    ("Phó Chủ tịch", Office, 1),
    ("Bí thư", Office, 1),
    ("Phó Bí thư", Office, 1),
    ("Ủy viên", Office, 1),
    ("Trưởng ban", Office, 1),
    ("Phó Trưởng ban", Office, 1),
    ("Giám đốc", Office, 1),
    ("Phó Giám đốc", Office, 1),
    ("Tổng Giám đốc", Office, 1),
    ("Phó Tổng Giám đốc", Office, 1),
    ("Cục trưởng", Office, 1),
    ("Phó Cục trưởng", Office, 1),
    ("Chi cục trưởng", Office, 1),
    ("Vụ trưởng", Office, 1),
    ("Chánh Văn phòng", Office, 1),
    ("Chánh án", Office, 1),
    ("Viện trưởng", Office, 1),
    ("Trưởng đoàn", Office, 1),
    ("Đồng chí", Honorific, 0),
    ("các đồng chí", Honorific, 0),
    ("của", OfficeOf, 0),
    ("lãnh đạo", Neutral, 0),
];
