//! The library over whole reports: what the seeds and the development set give.

use std::path::{Path, PathBuf};

use tongket::library::store::{Index, read_report, report_json};
use tongket::library::{Collection, HEADLINES, Headline, Reason, coverage, headline, refused, timeline};
use tongket::model::Report;
use tongket::summarize::parse_bytes;

fn texts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    found.sort();
    found
}

fn reports(folder: &str) -> Vec<Report> {
    let read = |path: &PathBuf| {
        parse_bytes(&std::fs::read(path).unwrap(), path.file_stem().and_then(|stem| stem.to_str())).unwrap()
    };
    texts(folder).iter().map(read).collect()
}

fn line(headline: &Headline<'_>) -> String {
    let o = headline.figure.observation;
    let reasons: Vec<&str> = headline.reasons.iter().map(|reason| reason.code()).collect();
    let name = o.indicator.as_deref().unwrap_or("–");
    format!("{:>4} {:<4} {name} | {} | {}", headline.rank(), o.id, o.quote, reasons.join(" "))
}

/// `cargo test --test digest headlines_of_all -- --nocapture --ignored` prints what to look at after a change.
#[test]
#[ignore = "prints the headlines of all reports"]
fn headlines_of_all() {
    for report in reports("seeds").iter().chain(&reports("tests/gold")) {
        println!("===== {} {}", report.id, report.meta.title.as_deref().unwrap_or("–"));
        for headline in headline(report, HEADLINES) {
            println!("{}", line(&headline));
        }
    }
}

/// The quotes of the headlines of the seed whose file begins with `number`.
fn quotes(number: &str) -> Vec<String> {
    let report = reports("seeds").into_iter().find(|r| r.meta.file.as_deref().is_some_and(|f| f.starts_with(number)));
    headline(&report.unwrap(), HEADLINES).iter().map(|h| h.figure.observation.quote.clone()).collect()
}

fn has(quotes: &[String], wanted: &[&str]) {
    for quote in wanted {
        assert!(quotes.iter().any(|q| q == quote), "{quote} is missing in {quotes:#?}");
    }
}

#[test]
fn seed_000_leads_with_the_sector_and_tells_each_field_once() {
    let found = quotes("000");
    assert_eq!(found[0], "hơn 64 nghìn doanh nghiệp");
    has(&found, &["56.500 tỷ đồng", "hơn 120 nghìn tỷ đồng", "75%", "gần 106 nghìn tỷ đồng", "779 cơ quan báo chí"]);
    assert!(!found.iter().any(|quote| quote == "cao nhất thế giới"), "praise is no figure");
}

#[test]
fn seed_001_has_targets_only_and_no_guests() {
    let found = quotes("001");
    has(&found, &["nhóm 50 quốc gia dẫn đầu", "nhóm 70 nước dẫn đầu", "từ 25 - 30%"]);
    assert!(!found.iter().any(|quote| quote == "63 điểm cầu"));
    assert_eq!(found.iter().filter(|quote| quote.contains("nhóm 50")).count(), 1, "title and text tell one target");
}

#[test]
fn seed_002_has_money_and_ranks() {
    let found = quotes("002");
    assert_eq!(found[0], "trên 35 nghìn tỉ đồng");
    has(&found, &["ước đạt 130 nghìn tỉ đồng", "xếp thứ 50/175", "86/193 quốc gia"]);
    assert!(!found.iter().any(|quote| quote.starts_with("194 quốc gia")), "who is ranked is no figure of its own");
}

#[test]
fn seed_003_has_the_five_totals_of_the_sector() {
    let found = quotes("003");
    assert_eq!(found[0], "ước đạt 3.744.214 tỷ đồng");
    has(&found, &["ước đạt 99.323 tỷ đồng", "ước đạt 887.398 tỷ đồng", "99,8%", "tăng 9,3%"]);
}

#[test]
fn seed_004_has_one_of_each_field() {
    let found = quotes("004");
    has(&found, &["gần 66,5 nghìn tỷ đồng", "65 tỷ USD", "gần 900 triệu USD", "vị trí thứ 25 trong 194 quốc gia"]);
}

#[test]
fn headlines_of_whole_reports_follow_the_rule() {
    for report in reports("seeds").iter().chain(&reports("tests/gold")) {
        let all = headline(report, HEADLINES);
        assert!((5..=HEADLINES).contains(&all.len()), "{}: {} headlines", report.id, all.len());
        let is_target = |h: &Headline<'_>| h.reasons.contains(&Reason::Target);
        assert!(all.is_sorted_by_key(is_target), "{}: a target before a result", report.id);
        for h in &all {
            assert_eq!(refused(h.figure.observation), None, "{}: {}", report.id, line(h));
        }
    }
}

/// The conference of 12 January 2021 is told by three seeds.
#[test]
fn one_conference_of_three_reports_is_one_entry() {
    let reports = reports("seeds");
    let all: Vec<&Report> = reports.iter().collect();
    let years = timeline(&all);
    let told: Vec<_> = years.iter().flat_map(|year| &year.entries).filter(|entry| !entry.also.is_empty()).collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].date.to_string(), "2021-01-12");
    let sources: Vec<&str> = told[0].sources().map(|source| &source.report.meta.file.as_ref().unwrap()[..3]).collect();
    assert_eq!(sources, ["000", "001", "002"]);
    // Nothing is lost: every dated event is told by one entry.
    let dated = reports.iter().flat_map(|r| &r.events).filter(|event| event.date.is_some()).count();
    assert_eq!(years.iter().flat_map(|year| &year.entries).map(|entry| entry.sources().count()).sum::<usize>(), dated);
}

/// The reports of the development set are of different bodies and places: nothing of theirs is one event.
#[test]
fn reports_of_different_bodies_share_no_meeting() {
    let reports = reports("tests/gold");
    let all: Vec<&Report> = reports.iter().collect();
    for entry in timeline(&all).iter().flat_map(|year| &year.entries).filter(|entry| !entry.also.is_empty()) {
        let titles: Vec<&str> = entry.sources().map(|source| source.event.title.as_str()).collect();
        assert_ne!(entry.event.kind.code(), "meeting", "{titles:#?}");
        println!("joined: {titles:#?}");
    }
}

/// What the law in the module of the reader holds for the page's form holds for the split form: nothing gets lost.
#[test]
fn the_split_form_holds_what_the_page_holds() {
    let all = Collection::new(reports("seeds").into_iter().chain(reports("tests/gold")).collect());
    let page = Collection::read(&all.to_embedded_json()).unwrap();
    let split: Vec<Report> = all.reports.iter().map(|r| read_report(&report_json(r)).unwrap()).collect();
    assert_eq!(split, page.reports);
    let index = Index::new(&all.reports);
    assert_eq!(Index::read(&index.to_json()), Ok(index));
}

#[test]
fn nearly_all_numbers_of_the_seeds_are_read() {
    for report in reports("seeds") {
        let found = coverage(&report);
        assert!(found.numbers > 10 && found.read * 100 >= found.numbers * 95, "{}: {found:?}", report.id);
    }
}
