//! Cues: what tells a target from a result, a task from a report, an event from a description. Source: the annotation
//! guide (`status`, `events`, `tasks`, settled readings 8 and 12).

use super::Class::{EventCue, Ministry, Section, SumUp, Target, TaskCue};
use super::Row;

/// Targets: a wish or a plan for the figures of the same clause. The argument: 1 where the word only counts before the
/// figure.
///
/// Sections: what a heading about things to come names.
///
/// Tasks: what is to be done. The argument: 0 a modal ("cần"), 1 a verb that opens a task clause.
///
/// Events: the argument is the kind: 0 meeting, 2 launch, 3 milestone, 4 plan, 5 other.
pub const WORDS: &[Row] = &[
    ("phấn đấu", Target, 0),
    ("phấn đấu đạt", Target, 0),
    ("phấn đấu đến năm", Target, 9),
    ("mục tiêu", Target, 0),
    ("đặt mục tiêu", Target, 0),
    ("với mục tiêu", Target, 0),
    ("chỉ tiêu phấn đấu", Target, 0),
    ("dự kiến", Target, 2),
    ("dự kiến đạt", Target, 2),
    ("dự báo", Target, 2),
    ("cần", Target, 0),
    ("cần phải", Target, 0),
    ("phải đạt", Target, 0),
    ("quyết tâm", Target, 0),
    ("mong muốn", Target, 0),
    ("kỳ vọng", Target, 0),
    ("nhằm đạt", Target, 0),
    ("đề ra mục tiêu", Target, 0),
    ("từng bước đưa", Target, 0),
    ("hướng tới", Target, 1),
    ("yêu cầu", TaskCue, 0),
    ("đề nghị", TaskCue, 0),
    ("kiến nghị", TaskCue, 0),
    ("nhiệm vụ trọng tâm", Section, 0),
    ("phương hướng", Section, 0),
    ("định hướng", Section, 0),
    ("nhiệm vụ", Section, 0),
    ("giải pháp", Section, 0),
    ("đẩy mạnh", TaskCue, 1),
    ("tăng cường", TaskCue, 1),
    ("nâng cao", TaskCue, 1),
    ("thúc đẩy", TaskCue, 1),
    ("phát huy", TaskCue, 1),
    ("chủ động", TaskCue, 1),
    ("hoàn thiện", TaskCue, 1),
    ("khai trương", EventCue, 2),
    ("ra mắt", EventCue, 2),
    ("khánh thành", EventCue, 2),
    ("khởi công", EventCue, 2),
    ("thành lập", EventCue, 2),
    ("lễ công bố", EventCue, 2),
    ("hội nghị", EventCue, 0),
    ("đại hội", EventCue, 0),
    ("hội nghị trực tuyến", EventCue, 0),
    ("tổng kết", SumUp, 0),
    ("sơ kết", SumUp, 0),
    ("kết quả thực hiện", SumUp, 0),
    ("kết quả công tác", SumUp, 0),
    ("kết quả hoạt động", SumUp, 0),
    ("tình hình", SumUp, 0),
    ("báo cáo kết quả", SumUp, 0),
    ("đánh giá kết quả", SumUp, 0),
    ("đánh giá tình hình", SumUp, 0),
    ("đánh giá công tác", SumUp, 0),
    ("đánh giá hoạt động", SumUp, 0),
    ("đánh giá việc thực hiện", SumUp, 0),
    ("kiểm điểm công tác", SumUp, 0),
    ("kiểm điểm tình hình", SumUp, 0),
    ("kiểm điểm việc thực hiện", SumUp, 0),
    ("bộ trưởng", Ministry, 0),
    ("thủ tướng", Ministry, 0),
    ("phó thủ tướng", Ministry, 0),
    ("các bộ, ngành", Ministry, 0),
    ("thủ tướng chính phủ", Ministry, 0),
];
