//! Cases of the rule for headlines, each with its nearest neighbour.

use super::super::fixture::{change, observation, report};
use super::*;
use crate::model::{Block, BlockKind, Direction, Number};

fn level(id: &str, sector: Sector, name: &str, number: f64, unit: &str) -> Observation {
    let mut o = observation(id, "5", 0, sector);
    o.indicator = Some(name.into());
    o.number = Number::new(number);
    o.unit = Some(unit.into());
    o.period = "2023".parse().ok();
    o
}

fn up(mut o: Observation, size: f64) -> Observation {
    o.change = Some(change(Direction::Up, size, "%"));
    o
}

fn with(mut o: Observation, status: Status, period: &str) -> Observation {
    o.status = status;
    o.period = period.parse().ok();
    o
}

/// A report with one figure a paragraph, unless they say where they stand.
fn of(mut observations: Vec<Observation>) -> Report {
    let mut r = report("a", "x");
    for (at, o) in observations.iter_mut().enumerate() {
        o.at = if o.at == 0 { 10 * (at + 1) } else { o.at };
    }
    r.meta.period = "2023".parse().ok();
    r.blocks = (0..60)
        .map(|i| Block { kind: if i == 0 { BlockKind::Title } else { BlockKind::Paragraph }, at: 10 * i, length: 9 })
        .collect();
    r.observations = observations;
    r
}

fn ids(r: &Report) -> Vec<&str> {
    headline(r, HEADLINES).iter().map(|h| h.figure.observation.id.as_str()).collect()
}

fn order(observations: Vec<Observation>) -> Vec<String> {
    ids(&of(observations)).into_iter().map(Into::into).collect()
}

use Sector::{Other, Post, Telecom, WholeSector};

#[test]
fn the_whole_before_its_parts_and_a_change_before_a_level_alone() {
    let order = order(vec![
        level("part", Other, "thu nội địa", 5e12, "VND"),
        level("whole", Other, "Tổng thu ngân sách nhà nước trên địa bàn", 9e12, "VND"),
        up(level("grown", Other, "Kim ngạch xuất khẩu", 2e9, "USD"), 9.8),
        up(level("all", WholeSector, "doanh thu toàn ngành", 9e14, "VND"), 1.5),
    ]);
    assert_eq!(order, ["all", "whole", "grown", "part"]);
}

#[test]
fn the_growth_of_an_economy_leads_though_it_is_a_change_alone() {
    let mut growth = up(level("growth", Other, "GRDP", 0.0, "%"), 6.4);
    growth.number = None;
    let mut other = up(level("farm", Other, "giá trị chăn nuôi", 0.0, "%"), 6.4);
    other.number = None;
    assert_eq!(
        order(vec![other, level("schools", Other, "trường đạt chuẩn quốc gia", 46.0, "trường"), growth])[0],
        "growth"
    );
}

#[test]
fn one_of_each_sector_first() {
    let order = order(vec![
        up(level("post", Post, "Tổng doanh thu bưu chính", 5e12, "VND"), 3.0),
        up(level("mail", Post, "sản lượng bưu gửi", 5e8, "bưu gửi"), 30.0),
        level("net", Telecom, "tỷ lệ dân số phủ sóng", 99.8, "%"),
    ]);
    assert_eq!(order, ["post", "net", "mail"]);
}

#[test]
fn one_of_each_paragraph_first_where_there_is_no_sector() {
    let mut same = level("same", Other, "diện tích mía", 4150.0, "ha");
    same.at = 12;
    let order = order(vec![
        level("first", Other, "sản lượng lúa", 6e4, "tonne"),
        same,
        level("next", Other, "trường đạt chuẩn quốc gia", 12_000.0, "học sinh"),
    ]);
    assert_eq!(order, ["first", "next", "same"]);
}

#[test]
fn a_target_comes_after_every_result_that_is_worth_a_place() {
    let order = order(vec![
        with(level("wish", Other, "Tổng thu ngân sách", 1e15, "VND"), Status::Target, "2024"),
        level("small", Other, "hồ sơ giải quyết đúng hạn", 455.0, "hồ sơ"),
    ]);
    assert_eq!(order, ["small", "wish"]);
}

#[test]
fn no_estimate_where_the_same_is_told_as_reached() {
    let actual = level("actual", Other, "Thu ngân sách trên địa bàn", 182e9, "VND");
    let estimate = with(level("estimate", Other, "thu ngân sách trên địa bàn", 201e9, "VND"), Status::Estimate, "2023");
    let before = with(level("before", Other, "Thu ngân sách trên địa bàn", 99e9, "VND"), Status::Actual, "2022");
    assert_eq!(order(vec![estimate.clone(), actual])[..], ["actual"]);
    // The year before is no reason to leave out the estimate of this one.
    assert_eq!(order(vec![before, estimate])[0], "estimate");
}

#[test]
fn money_shares_and_known_measures_before_odd_counts() {
    let order = order(vec![
        level("odd", Other, "lớp tập huấn nghiệp vụ", 4.0, "lớp"),
        level("count", Other, "văn bản rà soát", 1032.0, "văn bản"),
        level("known", Other, "hộ nghèo", 1032.0, "hộ"),
        level("money", Other, "số tiền xử phạt", 21e9, "VND"),
    ]);
    assert_eq!(order, ["known", "money", "count"]);
}

#[test]
fn a_name_that_cannot_stand_alone_is_refused() {
    let of = |name: &str, unit: &str| refused(&level("o", Other, name, 5.0, unit));
    for (name, expected) in [
        ("", Some(Refusal::NoName)),
        ("chỉ tiêu", Some(Refusal::Generic)),
        ("BHYT", Some(Refusal::Generic)),
        ("Thôn, bản", Some(Refusal::Generic)),
        ("Tổng kinh phí", Some(Refusal::Generic)),
        ("Việt Nam", Some(Refusal::ProperName)),
        ("TP. Tam Kỳ", Some(Refusal::ProperName)),
        ("dù giá phân bón có lúc", Some(Refusal::Sentence)),
        ("Tổng giá trị sản xuất (giá", Some(Refusal::Sentence)),
        ("người tăng 11 bị thương", Some(Refusal::Sentence)),
        ("tiếp nhận hồ sơ", Some(Refusal::Deed)),
        ("điểm cầu các tỉnh", Some(Refusal::Guests)),
        ("tập thể được tặng Bằng khen", Some(Refusal::Guests)),
        // The nearest that stand alone.
        ("GRDP", None),
        ("Hộ nghèo", None),
        ("Thu NSNN", None),
        ("Chỉ số giá tiêu dùng (CPI)", None),
        ("Tốc độ tăng trưởng kinh tế", None),
        ("giải quyết việc làm", None),
        ("Tổng kinh phí xây dựng cầu", None),
    ] {
        assert_eq!(of(name, "x"), expected, "{name}");
    }
    assert_eq!(of("đoàn dự", "đại biểu"), Some(Refusal::Guests));
}

#[test]
fn the_best_of_the_world_is_no_number() {
    let mut praise = observation("o", "cao nhất thế giới", 0, WholeSector);
    praise.indicator = Some("giải pháp của Chính phủ".into());
    praise.rank = Some(crate::model::Rank { position: Number::from(1), of: None, scope: None });
    assert_eq!(refused(&praise), Some(Refusal::NoNumber));
    praise.quote = "thứ 9 toàn cầu".into();
    assert_eq!(refused(&praise), None);
}

#[test]
fn title_and_text_are_one_figure() {
    let mut title = level("title", Other, "cao tốc thêm", 475.0, "km");
    title.at = 3;
    let r = of(vec![
        title,
        level("other", Other, "hành khách", 74e6, "hành khách"),
        level("text", Other, "đường cao tốc khai thác thêm", 475.0, "km"),
        level("near", Other, "tổng chiều dài cao tốc", 1892.0, "km"),
    ]);
    let all = headline(&r, HEADLINES);
    let told = all.iter().find(|h| h.figure.observation.id == "text").unwrap();
    assert_eq!(told.also.len(), 1);
    assert!(told.reasons.contains(&Reason::InTitle) && told.reasons.contains(&Reason::ToldAgain));
    assert_eq!(all.len(), 3, "475 km is told once, 1.892 km stays");
}

#[test]
fn the_same_number_of_another_name_or_year_is_another_figure() {
    let r = of(vec![
        level("a", Other, "hộ nghèo", 100.0, "%"),
        level("b", Other, "trường đạt chuẩn quốc gia", 100.0, "%"),
        with(level("c", Other, "hộ nghèo", 100.0, "%"), Status::Target, "2025"),
    ]);
    let all = headline(&r, HEADLINES);
    assert!(all.iter().all(|h| h.also.is_empty()));
    assert!(all[2].reasons.contains(&Reason::SubjectAgain) && all[2].reasons.contains(&Reason::Target));
}

#[test]
fn equals_keep_the_order_of_the_text_and_reasons_come_to_the_rank() {
    let many: Vec<_> = (0..20)
        .map(|i| level(&format!("o{i}"), Other, &format!("hồ sơ mục{i} mảng{i} khu{i}"), 500.0, "hồ sơ"))
        .collect();
    let r = of(many);
    let all = headline(&r, HEADLINES);
    assert_eq!(all.len(), HEADLINES);
    assert_eq!(all[0].figure.observation.id, "o0");
    assert_eq!(all, headline(&r, HEADLINES));
    for h in &all {
        assert_eq!(h.rank(), h.reasons.iter().map(|r| r.weight()).sum::<i32>());
    }
    assert!(headline(&of(vec![]), HEADLINES).is_empty());
}

#[test]
fn every_reason_has_a_code_of_its_own() {
    for reason in Reason::ALL {
        assert_eq!(Reason::from_code(reason.code()), Some(*reason));
        assert_ne!(reason.weight(), 0);
    }
}

/// Found by a fuzzer: data from outside that puts a block beyond all places.
#[test]
fn a_block_beyond_all_places_is_no_failure() {
    let mut r = report("a", "Doanh thu đạt 5 tỷ.");
    r.observations = vec![level("o1", Sector::Post, "Doanh thu bưu chính", 5e9, "VND")];
    r.blocks = vec![Block { kind: BlockKind::Title, at: usize::MAX - 1, length: usize::MAX }];
    assert_eq!(headline(&r, 8).len(), 1);
}
