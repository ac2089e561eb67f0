//! What web pages put around a report, and how lines that are no prose begin. Folded, without marks at the ends.

/// Whole lines that belong to the page, not to the report.
pub const BOILERPLATE: &[&str] = &[
    "viết bình luận mới",
    "tin cùng chuyên mục",
    "các tin khác",
    "xem thêm",
    "tin liên quan",
    "bài liên quan",
    "tin mới hơn",
    "tin cũ hơn",
    "tin khác",
    "in trang",
    "về trang trước",
    "về đầu trang",
    "gửi email",
    "bình luận",
    "chia sẻ",
    "đăng nhập",
    "trang chủ",
    "lượt xem",
    "tags",
    "từ khóa",
    "ý kiến bạn đọc",
    "các bài viết khác",
    "tin đã đưa",
    "tin nổi bật",
    "đọc nhiều nhất",
    "bản quyền thuộc về",
    "quay lại",
    "tin xem nhiều",
    "bài viết khác",
    "gửi bình luận",
    "đang truy cập",
    "lượt truy cập",
    "số lượt xem",
    "hôm nay",
    "tổng lượt truy cập",
    "quay lại trang trước",
    "lượt đọc",
    "thời tiết",
    "đọc thêm",
    "bài viết liên quan",
    "tin tức liên quan",
    "có thể bạn quan tâm",
    "chủ đề",
];

/// What only the furniture of a page says, wherever in a short line.
pub const FURNITURE: &[&str] = &[
    "lượt xem:",
    "lượt đọc:",
    "lượt truy cập:",
    "số lượt xem:",
    "[in trang]",
    "gửi email",
    "các tin khác",
    "tin liên quan:",
    "xem thêm:",
    "đọc thêm:",
    "tin cùng chuyên mục",
];

/// How a line under a picture begins.
pub const CAPTION_STARTS: &[&str] =
    &["quang cảnh", "toàn cảnh", "hình ảnh", "ảnh", "ảnh minh họa", "các đại biểu", "lãnh đạo", "đồng chí"];

/// What a line under a picture holds.
pub const CAPTION_MARKS: &[&str] =
    &["(ảnh", "ảnh:", "(ảnh:", "phát biểu", "ảnh khai thác", "chụp ảnh lưu niệm", "quang cảnh hội nghị"];

/// What the line of a source begins with.
pub const SOURCE_STARTS: &[&str] = &["nguồn", "theo", "nguồn tin", "nguồn:"];
