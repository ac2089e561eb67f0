//! The sentences that a page says when its interactive part cannot run. They stand in the page as data, because the script
//! that says them (`script/boot.js`) must work where nothing else does.

/// Each sentence by its code, in Vietnamese and English.
const SAYS: &[(&str, [&str; 2])] = &[
    (
        "csp",
        [
            "Chính sách bảo mật của máy chủ không cho phần tương tác chạy.",
            "The security policy of this host does not let the interactive part run.",
        ],
    ),
    (
        "mime",
        [
            "Máy chủ gửi sai loại tệp cho phần tương tác.",
            "The server sent the wrong kind of file for the interactive part.",
        ],
    ),
    (
        "network",
        [
            "Chưa tải được phần tương tác; hãy kiểm tra kết nối mạng.",
            "The interactive part could not be loaded; check the connection.",
        ],
    ),
    (
        "old-browser",
        ["Trình duyệt này quá cũ cho phần tương tác.", "This browser is too old for the interactive part."],
    ),
    (
        "bad-data",
        [
            "Dữ liệu của trang bị hỏng hoặc thuộc phiên bản khác.",
            "The data of this page is broken or of another version.",
        ],
    ),
    (
        "stale-build",
        [
            "Trang và chương trình thuộc hai phiên bản khác nhau; hãy tải lại sau ít phút.",
            "The page and its program are of different versions; load it again in a few minutes.",
        ],
    ),
    (
        "file-url",
        [
            "Trang được mở từ tệp trên máy; hãy mở single.html để có phần tương tác.",
            "The page was opened from a file; open single.html for the interactive part.",
        ],
    ),
    ("panic", ["Phần tương tác gặp lỗi và đã dừng.", "The interactive part met an error and stopped."]),
    ("still", ["Bạn vẫn đọc được toàn bộ nội dung.", "Everything can still be read."]),
    ("again", ["Thử lại", "Try again"]),
    ("loading", ["Đang tải phần tương tác", "Loading the interactive part"]),
    ("ask", ["Mở tìm kiếm và biểu đồ (khoảng 130 kB)", "Open search and charts (about 130 kB)"]),
];

/// What a frame on another site says when it was asked for something that it does not have: `script/frame.js` knows when.
const FRAME: &[(&str, [&str; 2])] = &[
    ("report", ["Không có báo cáo này ở đây.", "There is no such report here."]),
    ("card", ["Không có số liệu này trong báo cáo.", "The report has no such figure."]),
    ("none", ["Không có gì ứng với lựa chọn của trang nhúng.", "Nothing fits what the embedding page asks for."]),
    (
        "value",
        [
            "Địa chỉ nhúng có giá trị mà trang này không hiểu, ở khóa:",
            "The address of this frame has a value that the page does not understand, in the key:",
        ],
    ),
    (
        "newer",
        [
            "Số liệu đã thay đổi sau ngày mà trang nhúng ghim. Ngày của số liệu:",
            "The data has changed since the day that the embedding page pinned. The day of the data:",
        ],
    ),
    (
        "panic",
        [
            "Phần chọn nội dung gặp lỗi, nên tất cả được hiện ra.",
            "What chooses the content met an error, so all of it is shown.",
        ],
    ),
];

/// The sentences of a frame in its language, as JSON: `{"report": "…", …}`.
pub fn frame_json(lang: crate::format::Lang) -> String {
    let all: serde_json::Map<_, _> =
        FRAME.iter().map(|(code, [vi, en])| ((*code).to_owned(), lang.pick(*vi, *en).into())).collect();
    serde_json::Value::Object(all).to_string()
}

/// The sentences as JSON: `{"csp": ["…", "…"], …}`.
pub fn json() -> String {
    let all: serde_json::Map<_, _> =
        SAYS.iter().map(|(code, says)| ((*code).to_owned(), serde_json::json!(says))).collect();
    serde_json::Value::Object(all).to_string()
}
