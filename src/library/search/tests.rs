//! What the search promises, on small collections.

use super::super::Collection;
use super::super::fixture::{change, observation, report};
use super::*;
use crate::model::{Area, Direction, EventKind, Number, Sector, Status};

/// A report with a figure of each name.
fn named(names: &[&str]) -> Collection {
    let mut r = report("a", "");
    for (place, name) in names.iter().enumerate() {
        let mut o = observation(&format!("o{}", place + 1), "75%", 0, Sector::Telecom);
        o.indicator = Some((*name).into());
        r.observations.push(o);
    }
    let mut all = Collection::new(vec![r]);
    all.across.forms = pairs(&[report("b", &names.join(". "))]);
    all
}

fn label(found: Found<'_>) -> String {
    match found {
        Found::Figure(f) => f.observation.id.clone(),
        Found::Event(_, event) => event.id.clone(),
        Found::Task(_, task) => task.id.clone(),
        Found::Report(r) => r.id.clone(),
        Found::Sentence(_, sentence) => format!("c{}", sentence.number),
    }
}

fn ids(all: &Collection, query: &str) -> Vec<String> {
    let index = SearchIndex::new(all);
    index.find(&index.query(query)).map(|hit| label(hit.found)).collect()
}

#[test]
fn every_word_must_be_there_marks_or_not() {
    let all = named(&["Thuê bao điện thoại di động", "Doanh thu bưu chính", "dien thoai co dinh"]);
    assert_eq!(ids(&all, "dien thoai"), ["o3", "o1"]);
    assert_eq!(ids(&all, "điện thoại"), ["o1", "o3"]);
    assert_eq!(ids(&all, "  BƯU   75 "), ["o2"]);
    assert!(ids(&all, "bưu điện").is_empty());
    assert!(ids(&all, "  ").is_empty());
    assert!(ids(&Collection::new(vec![]), "bưu").is_empty());
}

#[test]
fn what_is_typed_with_marks_comes_first_and_is_called_exact() {
    let all = named(&["số sổ", "một cái sổ dài lắm", "sở"]);
    let index = SearchIndex::new(&all);
    let hits: Vec<_> = index.find(&index.query("sổ ")).map(|hit| (label(hit.found), hit.exact)).collect();
    assert_eq!(hits.len(), 3);
    assert_eq!(hits[2], ("o3".to_owned(), false));
    assert!(hits[0].1 && hits[1].1);
    assert!(index.find(&index.query("so ")).all(|hit| hit.exact), "no marks ask for no marks");
}

#[test]
fn tone_placement_and_spelling_are_alike() {
    let all = named(&["Hòa Bình", "tỉ lệ"]);
    assert_eq!(ids(&all, "Hoà"), ["o1"]);
    assert_eq!(ids(&all, "tỷ lệ"), ["o2"]);
    assert!(SearchIndex::new(&all).find(&Query::new("hoà")).all(|hit| hit.exact));
}

#[test]
fn only_the_last_word_may_be_half_typed() {
    let all = named(&["truyền thông"]);
    assert_eq!(ids(&all, "truyen tho"), ["o1"]);
    assert!(ids(&all, "truy thong").is_empty());
    assert!(ids(&all, "truyen tho ").is_empty());
    assert!(ids(&all, "truyền thố").contains(&"o1".to_owned()), "other marks come later, but they come");
    let order = named(&["thông tin", "thô"]);
    assert_eq!(ids(&order, "tho"), ["o2", "o1"]);
}

#[test]
fn words_side_by_side_come_first_and_quotes_ask_for_them() {
    let all = named(&["kinh doanh tế bào số", "kinh tế số"]);
    assert_eq!(ids(&all, "kinh tế"), ["o2", "o1"]);
    assert_eq!(ids(&all, "\"kinh tế\""), ["o2"]);
    assert_eq!(ids(&all, "“kinh te so”"), ["o2"]);
    assert!(ids(&all, "\"tế kinh\"").is_empty());
}

#[test]
fn a_phrase_does_not_run_from_one_field_into_the_next() {
    let mut r = report("a", "");
    let mut o = observation("o1", "tế bào", 0, Sector::Other);
    o.indicator = Some("kinh".into());
    r.observations.push(o);
    let all = Collection::new(vec![r]);
    assert_eq!(ids(&all, "kinh tế"), ["o1"]);
    assert!(ids(&all, "\"kinh tế\"").is_empty());
}

#[test]
fn one_letter_is_forgiven_in_longer_words_and_comes_last() {
    let all = named(&["camera giám sát", "camara", "thong tin"]);
    assert_eq!(ids(&all, "camara"), ["o2", "o1"]);
    assert_eq!(ids(&all, "camera"), ["o1", "o2"]);
    assert_eq!(ids(&all, "thogn tin"), ["o3"]);
    assert!(ids(&all, "tun").is_empty(), "short words have too many neighbours");
    assert!(ids(&all, "cxmxrx").is_empty());
}

#[test]
fn one_word_of_several_may_be_wrong_if_nothing_else_is_found() {
    let all = named(&["doanh thu bưu chính", "doanh thu"]);
    assert_eq!(ids(&all, "doanh thu bưu điện"), ["o1"]);
    assert!(ids(&all, "bưu điện").is_empty());
}

#[test]
fn abbreviations_find_what_they_stand_for() {
    let all = named(&["Số lượng DNCNS", "Doanh nghiệp công nghệ số", "ngành Thông tin & Truyền thông", "KT-XH"]);
    assert_eq!(ids(&all, "DNCNS"), ["o1", "o2"]);
    assert_eq!(ids(&all, "dncns"), ["o1", "o2"]);
    assert_eq!(ids(&all, "doanh nghiệp công nghệ số"), ["o2", "o1"]);
    assert_eq!(ids(&all, "ngành TT&TT"), ["o3"]);
    assert_eq!(ids(&all, "kinh tế xã hội"), ["o4"]);
    assert_eq!(ids(&all, "KTXH"), ["o4"]);
    assert_eq!(ids(&all, "\"số lượng doanh nghiệp công nghệ số\""), ["o1"], "in a phrase too");
}

#[test]
fn a_figure_is_found_by_all_that_is_told_of_it() {
    let text = "Nhờ mã địa chỉ, doanh thu ước đạt 3.744.214 tỷ đồng trong năm. Câu sau.";
    let mut r = report("r", text);
    r.meta.title = Some("Hội nghị tổng kết".into());
    r.meta.publisher = Some("Báo Hậu Giang".into());
    r.meta.area = Area::from_code("VN-SG");
    r.meta.period = "2023".parse().ok();
    let at = text.chars().take_while(|c| *c != '3').count();
    let mut o = observation("o1", "3.744.214 tỷ đồng", at, Sector::WholeSector);
    (o.indicator, o.number) = (Some("doanh thu".into()), Number::new(3_744_214e9));
    o.period = "2022".parse().ok();
    r.observations.push(o);
    let all = Collection::new(vec![r]);
    for query in ["3744214", "3.744.214", "3,74 triệu tỷ", "mã địa chỉ", "doanh thu 2022", "doanh thu Hồ Chí Minh"]
    {
        assert_eq!(ids(&all, query), ["o1"], "{query}");
    }
    assert_eq!(ids(&all, "\"câu sau\""), ["c1"], "the sentence behind it is not the figure's");
    for query in ["hội nghị", "báo hậu giang", "2023"] {
        assert_eq!(ids(&all, query), ["r"], "{query}");
    }
    for query in ["TPHCM", "Sài Gòn", "thành phố hồ chí minh"] {
        assert_eq!(ids(&all, query)[0], "r", "{query}");
    }
}

fn mixed() -> Collection {
    let entries = |id: &str, year: &str, unit: &str| {
        let mut r = report(id, "");
        r.meta.period = year.parse().ok();
        let mut o = observation("o1", "5", 0, Sector::Post);
        (o.indicator, o.unit) = (Some("bưu chính".into()), Some(unit.into()));
        match id {
            "a" => o.area = Some(Area::VIET_NAM),
            "b" => o.status = Status::Target,
            _ => o.change = Some(change(Direction::Up, 5.0, "%")),
        }
        r.meta.area = Area::from_code("VN-44");
        r.observations.push(o);
        r.events.push(Event {
            id: "e1".into(),
            quote: "họp bưu chính".into(),
            at: 0,
            date: "2019-05".parse().ok(),
            title: "họp bưu chính".into(),
            kind: EventKind::Meeting,
            sector: Sector::Post,
        });
        r.tasks.push(Task {
            id: "t1".into(),
            quote: "phát triển bưu chính số".into(),
            at: 0,
            sector: Sector::DigitalEconomy,
            horizon: None,
        });
        r
    };
    Collection::new(vec![entries("a", "2020", "VND"), entries("b", "2021", "%"), entries("c", "2021", "tonne")])
}

#[test]
fn results_are_counted_and_narrowed() {
    let all = mixed();
    let index = SearchIndex::new(&all);
    let hits = index.find(&index.query("bưu chính"));
    assert_eq!(hits.len(), 9);
    let facets = hits.facets();
    let [a, b, c] = [0, 1, 2].map(|at| Facet::Report(&all.reports[at]));
    let expected = [
        (Facet::Kind(Kind::Figure), 3),
        (Facet::Kind(Kind::Event), 3),
        (Facet::Kind(Kind::Task), 3),
        (Facet::Sector(Sector::Post), 6),
        (Facet::Sector(Sector::DigitalEconomy), 3),
        (Facet::Year(2021), 4),
        (Facet::Year(2020), 2),
        (Facet::Year(2019), 3),
        (Facet::Unit(UnitClass::Money), 1),
        (Facet::Unit(UnitClass::Share), 1),
        (Facet::Unit(UnitClass::Measure), 1),
        (Facet::Changed, 1),
        (Facet::Status(Status::Actual), 2),
        (Facet::Status(Status::Target), 1),
        // Its own area comes before its report's.
        (Facet::Area(&Area::province("VN-44")), 8),
        (Facet::Area(&Area::VIET_NAM), 1),
        (b, 3),
        (c, 3),
        (a, 3),
    ];
    assert_eq!(facets, expected);

    let narrow = Narrow { year: Some(2021), kind: Some(Kind::Task), ..Narrow::default() };
    let hits = index.find(&index.query("bưu chính").within(narrow));
    let facets = hits.facets();
    assert_eq!(hits.map(|hit| label(hit.found)).collect::<Vec<_>>(), ["t1", "t1"]);
    let others =
        [(Facet::Kind(Kind::Figure), 2), (Facet::Kind(Kind::Task), 2), (Facet::Sector(Sector::DigitalEconomy), 2)];
    assert_eq!(facets[..3], others);
    let narrow = Narrow { year: Some(2021), kind: Some(Kind::Report), ..Narrow::default() };
    let nothing = index.find(&index.query("bưu chính").within(narrow)).facets();
    assert!(nothing.contains(&(Facet::Kind(Kind::Report), 0)), "what is chosen can be taken back, whatever is left");
    assert_eq!(facets[3..5], [(Facet::Year(2021), 2), (Facet::Year(2020), 1)], "other years as if none were chosen");

    for (narrow, count) in [
        (Narrow { report: Some("b".into()), ..Narrow::default() }, 3),
        (Narrow { report: Some("zzz".into()), ..Narrow::default() }, 0),
        (Narrow { sector: Some(Sector::Post), ..Narrow::default() }, 6),
        (Narrow { unit: Some(UnitClass::Money), ..Narrow::default() }, 1),
        (Narrow { area: Some(Area::VIET_NAM), ..Narrow::default() }, 1),
        (Narrow { area: Some(Area::province("VN-01")), ..Narrow::default() }, 0),
        (Narrow { status: Some(Status::Target), ..Narrow::default() }, 1),
        (Narrow { changed: true, ..Narrow::default() }, 1),
        (Narrow { changed: true, status: Some(Status::Target), ..Narrow::default() }, 0),
    ] {
        assert_eq!(index.find(&index.query("bưu chính").within(narrow.clone())).len(), count, "{narrow:?}");
    }
}

#[test]
fn a_sentence_without_an_entry_is_found_behind_all_entries() {
    let text = "Tổng kết bưu chính. Bưu chính đạt 75% hộ. Họp bưu chính năm 2019.\nCảm ơn bưu chính!";
    let mut r = report("a", text);
    r.observations = vec![observation("o1", "75%", 34, Sector::Post)];
    r.tasks
        .push(Task { id: "t1".into(), quote: "bưu chính năm".into(), at: 46, sector: Sector::Post, horizon: None });
    let all = Collection::new(vec![r]);
    let index = SearchIndex::new(&all);
    let found: Vec<_> = index.find(&index.query("buu chinh")).map(|hit| hit.found).collect();
    // A report, a figure and a task.
    assert!(found[..3].iter().all(|found| !matches!(found, Found::Sentence(..))));
    let bare = |found: &Found<'_>| match found {
        Found::Sentence(_, sentence) => Some((sentence.number, sentence.text.to_owned())),
        _ => None,
    };
    let mut sentences: Vec<_> = found[3..].iter().filter_map(bare).collect();
    sentences.sort();
    assert_eq!(sentences, [(0, "Tổng kết bưu chính.".to_owned()), (3, "Cảm ơn bưu chính!".to_owned())]);
    let only = Narrow { kind: Some(Kind::Sentence), ..Narrow::default() };
    assert_eq!(index.find(&index.query("buu chinh").within(only)).len(), 2);
}

#[test]
fn the_first_of_many_cost_no_more_than_they_are() {
    let names: Vec<String> = (0..300).map(|i| format!("chỉ tiêu {i}")).collect();
    let all = named(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let index = SearchIndex::new(&all);
    let mut hits = index.find(&index.query("chi tieu"));
    assert_eq!(hits.by_ref().take(24).count(), 24);
    assert_eq!(hits.len(), 276);
    assert_eq!(hits.count(), 276);
}

#[test]
fn no_text_and_no_query_are_too_strange() {
    let strange = ["\u{301}a", "ñandú Straße 東京", "1.2.3,4", "\"\"\"", "a\u{0}b", "…", "đ", "ỹ", "y", "1,", ".5"];
    let mut r = report("r", &strange.join(" "));
    let length = r.text.chars().count();
    for (place, text) in strange.iter().enumerate() {
        let mut o = observation(&format!("o{place}"), text, length, Sector::Other);
        o.indicator = Some((*text).into());
        r.observations.push(o);
    }
    let all = Collection::new(vec![r]);
    let index = SearchIndex::new(&all);
    for query in strange {
        let query = index.query(query);
        let _ = index.find(&query).count();
        for text in strange {
            assert!(query.highlights(text).into_iter().all(|range| text.get(range).is_some()));
        }
    }
}

#[test]
fn looked_for_in_parts_the_same_is_found() {
    let names: Vec<String> = (0..40)
        .map(|n| {
            let kind =
                ["Doanh thu bưu chính", "thuê bao điện thoại", "nhân lực công nghệ thông tin", "bưu điện văn hóa"]
                    [n % 4];
            format!("{kind} {} {}", ["tỉnh", "xã", "huyện"][n % 3], n / 7)
        })
        .collect();
    let all = named(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let index = SearchIndex::new(&all);
    for words in [
        "doanh thu",
        "buu",
        "bưu chính tỉ",
        "th",
        "CNTT",
        "\"điện thoại\" xã",
        "nhan lục cong nghe",
        "buư chinh 75 khongco",
        "điẹn thoai",
    ] {
        let query = index.query(words);
        let sorted = |parts| {
            let mut keys = index.all(&query, parts);
            keys.sort_unstable();
            keys
        };
        let whole = sorted(1);
        for parts in [2, 3, 7, 64] {
            assert_eq!(sorted(parts), whole, "{words} in {parts} parts");
        }
    }
}
