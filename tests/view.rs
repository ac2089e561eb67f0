//! The pages rendered natively to HTML, from a small collection: what stands on them and what they promise.
#![cfg(all(feature = "ssr", not(feature = "csr")))]

use leptos::prelude::*;
use tongket::format::finding_message;
use tongket::library::Collection;
use tongket::view::{App, Route, Shelf, State};

const REPORT: &str = r#"{
  "version": 1, "id": "an-giang",
  "meta": {"sha256": "", "language": "vi", "title": "Hội nghị <b>tổng kết</b>", "published": "2021-01-12", "period": "2020", "area": "VN-44"},
  "text": "Doanh thu bưu chính đạt 56.500 tỷ đồng, tăng 23%. Xếp hạng 86/193 quốc gia <img src=x>. Có 63/63 tỉnh. Sim rác giảm 60%. Thư tăng 5%. Xin cảm ơn quý vị.",
  "observations": [
    {"id": "o1", "quote": "56.500 tỷ đồng", "at": 24, "indicator": "Doanh thu bưu chính", "number": 56500000000000, "bound": "exact", "unit": "VND",
     "change": {"direction": "up", "number": 23, "unit": "%", "against": "2019"}, "status": "actual", "period": "2020", "area": "VN", "sector": "post", "rules": ["number"]},
    {"id": "o2", "quote": "86/193 quốc gia", "at": 59, "indicator": "Chính phủ điện tử", "bound": "exact", "rank": {"position": 86, "of": 193}, "status": "actual", "sector": "it-application"},
    {"id": "o3", "quote": "63/63 tỉnh", "at": 91, "indicator": "tỉnh kết nối", "number": 63, "bound": "exact", "unit": "tỉnh", "ratio": {"part": 63, "whole": 63}, "status": "target", "sector": "it-application"},
    {"id": "o4", "quote": "giảm 60%", "at": 111, "indicator": "Sim rác", "bound": "exact", "change": {"direction": "down", "number": 60, "unit": "%"}, "status": "estimate", "sector": "telecom"},
    {"id": "o5", "quote": "tăng 5%", "at": 125, "indicator": "Thư", "bound": "exact", "change": {"direction": "up", "number": 5, "unit": "%"}, "status": "actual", "sector": "post"}
  ],
  "events": [{"id": "e1", "quote": "Doanh thu", "at": 0, "date": "2021-01-12", "title": "Hội nghị trực tuyến", "kind": "meeting", "sector": "whole-sector"}],
  "tasks": [{"id": "t1", "quote": "Doanh thu", "at": 0, "sector": "post", "horizon": "2021"}],
  "people": [{"id": "p1", "quote": "Doanh", "at": 0, "name": "Nguyễn Văn A", "roles": ["Bộ trưởng"]}]
}"#;

/// The page at an address.
fn page(address: &str) -> String {
    page_of(&[REPORT], address)
}

/// The page of some reports at an address.
fn page_of(reports: &[&str], address: &str) -> String {
    let json = format!(r#"{{"version":1,"reports":[{}]}}"#, reports.join(","));
    let shelf = Shelf::full(Collection::read(&json).unwrap().together(finding_message));
    let Ok(route) = address.parse::<Route>();
    let owner = Owner::new();
    owner.with(|| {
        State::provide(shelf, route);
        view! { <App/> }.to_html()
    })
}

/// The text of a page, without tags and the comments that Leptos leaves.
fn text(html: &str) -> String {
    let mut out = String::new();
    let mut within = false;
    for c in html.chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            c if !within => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn every_page_has_one_title_and_the_frame() {
    for address in ["#/", "#/bao-cao/an-giang", "#/dong-thoi-gian", "#/nhiem-vu", "#/tim?q=buu", "#/gioi-thieu", "#/x"]
    {
        let html = page(address);
        assert_eq!(html.matches("<h1").count(), 1, "{address}");
        for part in ["<header", "<main", "<footer", "type=\"search\"", "class=\"skip\""] {
            assert!(html.contains(part), "{part} at {address}");
        }
    }
}

#[test]
fn cards_show_the_quote_to_the_letter_and_link_to_their_source() {
    let html = page("#/");
    assert!(html.contains("data-card=\"an-giang/o1\""));
    assert!(html.contains("href=\"#/?so=an-giang/o1\""));
    let text = text(&html);
    assert!(text.contains("56.500 tỷ đồng"));
    assert!(text.contains("≈ 56,5 nghìn tỷ đồng"));
    assert!(text.contains("so với 2019"));
    assert!(text.contains("mục tiêu"));
}

#[test]
fn the_report_marks_every_figure_in_its_text() {
    let html = page("#/bao-cao/an-giang");
    for id in ["o1", "o2", "o3", "o4", "o5"] {
        assert!(html.contains(&format!("id=\"cho-{id}\"")), "{id}");
    }
    assert!(html.contains("data-event=\"an-giang/e1\""));
    assert!(text(&html).contains("Nguyễn Văn A"));
}

#[test]
fn a_report_is_never_markup() {
    let html = page("#/bao-cao/an-giang");
    assert!(!html.contains("<img") && !html.contains("<b>"));
    assert!(html.contains("&lt;img src=x&gt;"));
}

#[test]
fn a_chart_has_its_drawing_its_sentence_and_its_table() {
    let html = page("#/bao-cao/an-giang");
    assert!(html.contains("<figure") && html.contains("data-chart="));
    assert!(html.contains("<svg") && html.contains("class=\"fall estimate\""));
    assert!(html.contains("2 chỉ tiêu tăng, 1 chỉ tiêu giảm."));
    assert!(html.contains("<caption") && html.contains("scope=\"row\"") && html.contains("scope=\"col\""));
}

#[test]
fn what_was_reached_of_plans_is_held_against_them() {
    let report = tongket::summarize::parse(
        "Năm 2023, thu ngân sách nhà nước đạt 104% dự toán Trung ương giao. Giải ngân vốn đầu tư công đạt 87,5% kế hoạch. \
         Kim ngạch xuất khẩu bằng 96,2% so với kế hoạch năm. Thu hút đầu tư vượt 3% so với kế hoạch.",
    );
    let html = page_of(&[&serde_json::to_string(&report).unwrap()], &format!("#/bao-cao/{}", report.id));
    let mut figures = html.split("<figure").filter_map(|figure| figure.split("</figure>").next());
    let chart = figures.find(|figure| figure.contains("data-chart=\"attained/")).expect("a chart");
    assert_eq!(chart.matches("class=\"goal\"").count(), 3, "a goal for each bar: {chart}");
    let said = text(chart);
    assert!(said.contains("1 trong 3 mục đạt từ 100% trở lên. Cao nhất: Thu ngân sách nhà nước (104%)."), "{said}");
    assert!(said.contains("dự toán Trung ương giao") && !said.contains("Thu hút"), "{said}");
}

#[test]
fn the_sheet_of_an_address_is_open_and_shows_the_passage() {
    let html = page("#/dong-thoi-gian?so=an-giang/o4");
    assert!(html.contains("data-sheet=\"an-giang/o4\"") && html.contains("aria-modal=\"true\""));
    assert!(html.contains("<mark>giảm 60%</mark>"), "{html}");
    assert!(page("#/?so=an-giang/o99").contains("data-sheet="));
    assert!(!page("#/").contains("data-sheet="));
}

#[test]
fn search_finds_without_marks() {
    assert!(page("#/tim?q=buu+chinh").contains("data-card=\"an-giang/o1\""));
    let nothing = page("#/tim?q=khonggi");
    assert!(!nothing.contains("data-card=") && text(&nothing).contains("khonggi"));
}

#[test]
fn a_sentence_without_a_figure_is_found_and_leads_to_its_place() {
    let to = "#/bao-cao/an-giang?muc=toan-van&amp;tai=c5";
    assert!(page("#/tim?q=cam+on").contains(to));
    let html = page(&to.replace("&amp;", "&"));
    assert!(html.contains("id=\"cho-c5\" aria-current=\"true\""), "{html}");
    assert_eq!(html.matches("class=\"sentence\"").count(), 6);
}

#[test]
fn about_names_the_licence_of_the_program_and_leads_to_the_files() {
    let html = page("#/gioi-thieu");
    let text = text(&html);
    assert!(env!("CARGO_PKG_LICENSE").split(" OR ").all(|licence| text.contains(licence)), "{text}");
    for file in ["data/observations.csv", "datapackage.json", "notices.txt"] {
        assert!(html.contains(&format!("<a href=\"{file}\">")), "{file}: {html}");
    }
}

#[test]
fn a_filter_narrows_the_list() {
    assert!(page("#/nhiem-vu?linh-vuc=post").contains("data-task="));
    assert!(!page("#/nhiem-vu?linh-vuc=telecom").contains("data-task="));
    assert!(!page("#/dong-thoi-gian?linh-vuc=post").contains("data-event="));
}

#[test]
fn without_styles_words_stay_words() {
    let words = text(&page("#/"));
    assert!(words.contains("2020 Bưu chính"), "{words}");
    assert!(words.contains("English Giao diện"), "{words}");
    assert!(text(&page("#/dong-thoi-gian")).contains("hội nghị Toàn ngành"));
}

#[test]
fn a_text_is_shown_without_marks_of_markdown() {
    let report =
        REPORT.replace("Doanh thu bưu chính đạt", "**Doanh thu bưu chính** đạt").replace("\"at\": 24", "\"at\": 28");
    let html = page_of(&[&report], "#/bao-cao/an-giang");
    assert!(text(&html).contains("Doanh thu bưu chính đạt 56.500 tỷ đồng"), "{html}");
}

#[test]
fn an_unknown_report_says_so_and_offers_others() {
    let html = page("#/bao-cao/an-giamg");
    assert!(text(&html).contains("Không có báo cáo này") && html.contains("#/bao-cao/an-giang"));
}

#[test]
fn of_many_reports_the_newest_stand_open_and_each_of_the_others_in_the_fold_of_its_year() {
    let one = |at: usize| {
        let date = ["2023-05", "2021", "2021-01-12", ""][at / 10];
        let dates = format!("\"published\": \"{date}\"");
        let dates = if date.is_empty() { r#""title": "Không ngày""# } else { dates.as_str() };
        format!(r#"{{"version":1,"id":"r{at}","meta":{{"sha256":"","language":"vi",{dates}}},"text":"Chữ."}}"#)
    };
    let overview = |count: usize| {
        let reports: Vec<String> = (0..count).map(one).collect();
        page_of(&reports.iter().map(String::as_str).collect::<Vec<_>>(), "#/")
    };
    let rows = |html: &str| html.matches("class=\"report-row\"").count();
    let all = overview(30);
    assert_eq!((rows(&all), all.matches("<details").count()), (30, 0), "a few are not folded");
    let all = overview(40);
    let (open, folded) = all.split_once("<details").unwrap();
    assert_eq!((rows(open), rows(folded)), (24, 16));
    for at in 0..40 {
        assert_eq!(all.matches(&format!("href=\"#/bao-cao/r{at}\"")).count(), 1 + usize::from(at == 0), "r{at}");
    }
    let folds: Vec<String> = folded
        .split("<summary")
        .skip(1)
        .map(|fold| text(&format!("<{}", fold.split_once("</summary").unwrap().0)))
        .collect();
    assert_eq!(folds, ["2021 6", "Không nêu ngày 10"]);
}

#[test]
fn no_inline_style_and_no_script() {
    for address in ["#/", "#/bao-cao/an-giang?so=an-giang/o1"] {
        let html = page(address);
        assert!(!html.contains(" style=") && !html.contains("<script"), "{address}");
    }
}

#[test]
fn an_empty_collection_is_a_page_too() {
    let shelf = Shelf::full(Collection::new(vec![]));
    let Ok(route) = "#/".parse::<Route>();
    let html = Owner::new().with(|| {
        State::provide(shelf, route);
        view! { <App/> }.to_html()
    });
    assert!(text(&html).contains("chưa có báo cáo nào"));
}

#[test]
fn an_event_of_two_reports_is_one_entry_with_a_link_to_each() {
    let told =
        REPORT.replace("Hội nghị trực tuyến", "Bộ Y tế tổ chức hội nghị tổng kết công tác năm 2020, nhiệm vụ năm 2021");
    let other = told.replace("\"an-giang\"", "\"hau-giang\"").replace("VN-44", "VN-73");
    let html = page_of(&[&told, &other], "#/dong-thoi-gian");
    assert_eq!(html.matches("data-event").count(), 1, "{html}");
    let source = html.split_once("event__source").unwrap().1.split_once("</p>").unwrap().0;
    assert_eq!(source.matches("<a ").count(), 2, "{source}");
    assert!(source.contains("an-giang") && source.contains("hau-giang"));
}

/// Debug builds only, as the gallery is.
#[cfg(debug_assertions)]
#[test]
fn the_gallery_shows_components_or_says_that_a_state_is_missing() {
    let html = page("#/_gallery");
    assert!(html.contains("data-card=") && html.contains("data-task="));
    let parts = html.matches("class=\"part\"").count();
    assert!(parts > 20 && text(&html).contains("No report has this state."), "{parts}");
}
