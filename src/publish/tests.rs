//! Each file read back by a reader of its kind, from reports that mean no good.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::*;
use crate::library::fixture::{change, observation, report};
use crate::model::{Area, Direction, Number, Report, Sector};

const HOSTILE: &str = "Tổng kết \"2020\" & <b>'ngành'</b></script>\u{0}\u{b}\u{2028}\n]]> -->";

fn base() -> Base {
    "https://example.org/tong-ket".parse().unwrap()
}

fn told(id: &str, published: Option<&str>) -> Report {
    let mut r = report(id, "Doanh thu bưu chính đạt 5.000 tỷ đồng, tăng 3% so với năm 2019.");
    r.meta.title = Some(HOSTILE.into());
    r.meta.publisher = Some("Sở & <i>".into());
    r.meta.published = published.map(|published| published.parse().unwrap());
    (r.meta.period, r.meta.area) = ("2020".parse().ok(), Some(Area::province("VN-44")));
    let mut o = observation("o1", "5.000 tỷ đồng", 24, Sector::Post);
    o.indicator = Some("doanh thu bưu chính & \"b\"".into());
    (o.number, o.unit, o.period) = (Number::new(5e12), Some("VND".into()), r.meta.period);
    o.change = Some(change(Direction::Up, 3.0, "%"));
    r.observations = vec![o];
    r
}

fn three() -> Collection {
    let mut second = told("../B", Some("2021-01"));
    second.meta.source_url = Some("https://example.org/?a=1&b=2".into());
    let mut third = told("c", None);
    (third.meta.period, third.meta.source_url) = (None, Some("javascript:alert(1)".into()));
    Collection::new(vec![told("a", Some("2021-01-12")), second, third])
}

fn file(files: &[File], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

/// The texts of the elements of a name, and the values of an attribute of them.
fn elements(xml: &str, name: &str, attribute: Option<&str>) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut text, mut inside) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) | Event::Empty(start) if start.name().as_ref() == name => match attribute {
                Some(key) => found.extend(start.attributes().filter_map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = attribute.value.into_owned();
                    (attribute.key.as_ref() == key).then(|| quick_xml::escape::unescape(&value).unwrap().into_owned())
                })),
                None => (inside, text) = (true, String::new()),
            },
            Event::Text(part) if inside => text += &part,
            Event::GeneralRef(part) if inside => {
                let name: &str = &part;
                text += &quick_xml::escape::unescape(&format!("&{name};")).unwrap();
            }
            Event::End(end) if end.name().as_ref() == name && inside => {
                inside = false;
                found.push(std::mem::take(&mut text));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn the_feed_is_well_formed_and_newest_first() {
    let xml = file(&files(&three(), Some(&base())), "feed.xml");
    assert!(xml.chars().all(|c| !c.is_control() || c == '\n'), "{xml:?}");
    let page = |id: &str| format!("https://example.org/tong-ket/bao-cao/{id}.html");
    let feed = "https://example.org/tong-ket/feed.xml".to_owned();
    assert_eq!(elements(&xml, "id", None), [feed, page("_2e_2e_2f_42"), page("a"), page("c")]);
    assert_eq!(
        elements(&xml, "updated", None),
        ["2021-01-31", "2021-01-31", "2021-01-12", "1970-01-01"].map(|day| format!("{day}T00:00:00+07:00")),
    );
    assert_eq!(elements(&xml, "published", None), ["2021-01-12T00:00:00+07:00"], "a month is no moment");
    let title = "Tổng kết \"2020\" & <b>'ngành'</b></script>\u{fffd}\u{fffd} ]]> -->";
    assert_eq!(elements(&xml, "title", None)[1], title);
    assert_eq!(elements(&xml, "summary", None)[0], "Doanh thu bưu chính & \"b\": 5.000 tỷ đồng (▲ 3%).");
    let links = elements(&xml, "link", Some("href"));
    assert!(links.contains(&"https://example.org/?a=1&b=2".to_owned()), "{links:?}");
    assert!(links.iter().all(|link| link.starts_with("https://")), "{links:?}");
    let kinds: Vec<_> = elements(&xml, "link", Some("rel")).into_iter().zip(&links).take(5).collect();
    let root = "https://example.org/tong-ket/";
    for (kind, to) in [("self", "feed.xml"), ("alternate", ""), ("alternate", "bao-cao/_2e_2e_2f_42.html")] {
        assert!(
            kinds.iter().any(|(rel, href)| rel == kind && **href == format!("{root}{to}")),
            "{kind} {to}: {kinds:?}"
        );
    }
    let none = Collection::new(vec![]);
    assert_eq!(elements(&file(&files(&none, Some(&base())), "feed.xml"), "entry", None).len(), 0);
}

#[test]
fn the_map_tells_every_page() {
    let xml = file(&files(&three(), Some(&base())), "sitemap.xml");
    let root = "https://example.org/tong-ket/";
    let pages = ["", "bao-cao/_2e_2e_2f_42.html", "bao-cao/a.html", "bao-cao/c.html"];
    assert_eq!(elements(&xml, "loc", None), pages.map(|page| format!("{root}{page}")));
    assert_eq!(elements(&xml, "lastmod", None), ["2021-01", "2021-01", "2021-01-12"]);
    assert_eq!(report_page_path("../B"), pages[1]);
}

#[test]
fn oembed_holds_the_bare_frame_with_the_real_title() {
    let files = files(&three(), Some(&base()));
    let one: Value = serde_json::from_str(&file(&files, "oembed/_2e_2e_2f_42/o1.json")).unwrap();
    assert_eq!((&one["type"], &one["version"]), (&"rich".into(), &"1.0".into()));
    let html = one["html"].as_str().unwrap();
    let address =
        "https://example.org/tong-ket/embed.html?report=..%2FB&amp;view=cards&amp;card=o1&amp;lang=vi&amp;theme=auto";
    assert!(
        html.starts_with(&format!("<iframe src=\"{address}\" title=\"Doanh thu bưu chính &amp; &quot;b&quot;: 5.000 ")),
        "{html}"
    );
    assert!(html.ends_with("style=\"width:100%;border:0;height:300px\"></iframe>"), "{html}");
    assert_eq!(html.matches('<').count(), 2, "{html}");
    let sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
    assert!(
        html.contains(&format!(" sandbox=\"{sandbox}\" ")) && html.contains(" referrerpolicy=\"no-referrer\" "),
        "{html}"
    );
    let all: Value = serde_json::from_str(&file(&files, "oembed/a.json")).unwrap();
    assert!(all["html"].as_str().unwrap().ends_with("height:420px\"></iframe>"), "{all}");
    assert!(all["width"].is_u64() && all["height"] == 420 && all["provider_url"] == base().as_str(), "{all}");
    assert_eq!(all["thumbnail_url"], "https://example.org/tong-ket/pictures/a.png");
    assert!(files.iter().any(|file| file.path == "pictures/a.png"));
}

#[test]
fn the_description_of_the_data_tells_every_file_as_it_is() {
    use sha2::{Digest, Sha256};
    let files = files(&three(), None);
    let package: Value = serde_json::from_str(&file(&files, "datapackage.json")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 2 + 3);
    for resource in resources {
        let bytes = file(&files, resource["path"].as_str().unwrap()).into_bytes();
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((&resource["bytes"], &resource["hash"]), (&bytes.len().into(), &format!("sha256:{hash}").into()));
    }
    let names: std::collections::BTreeSet<_> = resources.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), resources.len());
    assert!(package.get("licenses").is_none() && package["description"].as_str().unwrap().contains("licence"));
    let fields = resources[0]["schema"]["fields"].as_array().unwrap();
    assert!(fields.iter().all(|field| field["title"].is_string() && field["description"].is_string()));
    let key = resources[0]["schema"]["primaryKey"].as_array().unwrap();
    assert!(!key.is_empty() && key.iter().all(|name| fields.iter().any(|field| field["name"] == *name)), "{key:?}");
    assert!(package.get("homepage").is_none(), "no address is made up");
    let known: Value = serde_json::from_str(&file(&super::files(&three(), Some(&base())), "datapackage.json")).unwrap();
    assert_eq!((&known["homepage"], &known["id"]), (&base().as_str().into(), &base().join("datapackage.json").into()));
    let paths: Vec<&Value> = package["sources"].as_array().unwrap().iter().map(|source| &source["path"]).collect();
    assert_eq!(paths, [&Value::Null, &"https://example.org/?a=1&b=2".into(), &Value::Null]);
}

#[test]
fn linked_data_cannot_end_its_element() {
    let (all, base) = (three(), base());
    let pages = all.reports.iter().map(|report| report_json_ld(report, &all, Some(&base)));
    for json in pages.chain([json_ld(&all, Some(&base)), json_ld(&all, None), json_ld(&Collection::new(vec![]), None)])
    {
        assert!(!json.contains('<') && !json.contains('\u{2028}'), "{json}");
        let value: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["@context"], "https://schema.org/");
        assert!(value["name"].is_string() && value["description"].as_str().unwrap().chars().count() >= 50, "{value}");
    }
    let one: Value = serde_json::from_str(&report_json_ld(&all.reports[0], &all, Some(&base))).unwrap();
    assert_eq!(one["temporalCoverage"], "2020-01-01/2020-12-31");
    assert_eq!((&one["spatialCoverage"]["name"], &one["dateModified"]), (&"An Giang".into(), &"2021-01-12".into()));
    assert_eq!(one["distribution"][0]["contentUrl"], "https://example.org/tong-ket/data/reports/a.csv");
    assert_eq!(
        (&one["variableMeasured"][0]["value"], &one["variableMeasured"][0]["unitText"]),
        (&5_000_000_000_000_u64.into(), &"đồng".into())
    );
    let relative: Value = serde_json::from_str(&report_json_ld(&all.reports[2], &all, None)).unwrap();
    assert_eq!(relative["distribution"][1]["contentUrl"], "../data/reports/c.json");
    assert!(relative["isBasedOn"].get("url").is_none(), "no script is a source");
    let catalogue: Value = serde_json::from_str(&json_ld(&all, Some(&base))).unwrap();
    assert_eq!((&catalogue["@type"], &one["@type"]), (&"DataCatalog".into(), &"Dataset".into()));
    let sets = catalogue["dataset"].as_array().unwrap();
    assert_eq!(sets.len(), 1 + 3);
    let pages: Vec<&str> = sets.iter().map(|set| set["url"].as_str().unwrap()).collect();
    let page = |id: &str| format!("https://example.org/tong-ket/bao-cao/{id}.html");
    assert_eq!(pages, [base.to_string(), page("_2e_2e_2f_42"), page("a"), page("c")]);
}

#[test]
fn what_is_no_address_of_the_web_is_no_source() {
    for (url, told) in [
        ("https://example.org/?a=1&b=2", true),
        ("http://example.org/b%C3%A1o", true),
        ("javascript:alert(1)", false),
        ("data:text/html,x", false),
        ("https://example.org/ a", false),
        ("https://example.org/\"><b>", false),
        ("https://example.org/\n", false),
    ] {
        let mut report = report("a", "Chữ.");
        report.meta.source_url = Some(url.into());
        let all = Collection::new(vec![report]);
        let source = Told::new(&all.reports[0], &all).source();
        assert_eq!(source, told.then_some(url));
    }
}

#[test]
fn of_reports_that_share_an_id_the_first_is_taken() {
    let twice = Collection::new(vec![told("a", Some("2021")), told("a", Some("2022"))]);
    let files = files(&twice, Some(&base()));
    let paths: std::collections::BTreeSet<_> = files.iter().map(|file| &file.path).collect();
    assert_eq!(paths.len(), files.len());
    assert!(file(&files, "data/reports/a.json").contains("\"published\":\"2021\""));
    assert_eq!(file(&files, "data/observations.csv").matches("\r\n").count(), 2);
}
