//! Reports that mean no good, put through all that makes files of them: whatever they say, it stays a text of theirs.
//!
//! What they say is in `hostile/words.json`, where they say it in `hostile/report.json`. That no browser is fooled either is
//! asked by `browser/hostile.test.mjs`, with the same two files.

mod html;
mod made;
mod shell;

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::LazyLock;

use html::elements;
use made::{Files, made, seeds, text};
use quick_xml::events::Event;
use serde_json::Value;
use tongket::library::Collection;
use tongket::model::Report;
use tongket::publish::{Base, File, PICTURE_HEIGHT, PICTURE_WIDTH, unguarded};
use tongket::site::Choices;

/// What is said, each with a name.
fn words() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("hostile/words.json")).unwrap()
}

/// A report that says so in every place that holds a text.
fn report(words: &str) -> Report {
    let mut value: Value = serde_json::from_str(include_str!("hostile/report.json")).unwrap();
    say(&mut value, "", words);
    let length = value["text"].as_str().unwrap().chars().count();
    value["blocks"][0]["length"] = length.into();
    serde_json::from_value(value).unwrap()
}

fn say(value: &mut Value, key: &str, words: &str) {
    match value {
        // Ids name files, which no system lets be as long as a text.
        Value::String(text) if key == "id" => *text = text.replace('@', &words.chars().take(20).collect::<String>()),
        Value::String(text) => *text = text.replace('@', words),
        Value::Array(items) => items.iter_mut().for_each(|item| say(item, key, words)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| say(value, key, words)),
        _ => {}
    }
}

/// The site of some reports with all that a publisher may choose; a page of `many` does not carry them.
fn guarded(reports: Vec<Report>, many: bool) -> Files {
    let base = Some(Base::from_str("https://example.org/tong-ket").unwrap());
    made(reports, many, &Choices { base, policy: true, offline: true })
}

fn hostile() -> Vec<Report> {
    words().values().map(|words| report(words)).collect()
}

/// The site whose pages carry what is said.
static FEW: LazyLock<Files> = LazyLock::new(|| guarded(hostile(), false));
/// The site whose pages load it: of every third, which are enough for a frame to be a list.
static MANY: LazyLock<Files> = LazyLock::new(|| guarded(some(), true));

fn some() -> Vec<Report> {
    hostile().into_iter().step_by(3).collect()
}

fn ending<'a>(files: &'a Files, end: &str) -> Vec<&'a File> {
    files.values().filter(|file| file.path.ends_with(end)).collect()
}

/// The names of all elements and of all their attributes.
fn names(pages: &[&File]) -> BTreeSet<String> {
    let elements = pages.iter().flat_map(|page| elements(text(page)));
    elements
        .flat_map(|(name, attributes)| {
            let of = |(key, _): &(String, String)| format!("{name} {key}");
            let mut all: Vec<String> = attributes.iter().map(of).collect();
            all.push(name);
            all
        })
        .collect()
}

#[test]
fn pages_hold_no_element_and_no_attribute_that_harmless_reports_do_not_bring() {
    // Reports as they are, for all that our pages draw, and enough of the same make for a frame to be a list.
    let harmless: Vec<Report> = seeds().into_iter().chain((0..16).map(|at| report(&format!("tốt {at}")))).collect();
    for (many, evil) in [(false, &*FEW), (true, &*MANY)] {
        let good = guarded(harmless.clone(), many);
        let (good, evil) = (ending(&good, ".html"), ending(evil, ".html"));
        assert!(evil.len() > 3 * 21, "{} pages", evil.len());
        let more: Vec<String> = names(&evil).difference(&names(&good)).cloned().collect();
        assert!(more.is_empty(), "{more:?}");
        let scripts = |pages: &[&File]| pages.iter().map(|page| text(page).matches("<script").count()).max();
        assert_eq!(scripts(&evil), scripts(&good), "as many scripts");
        for page in evil {
            let elements = elements(text(page));
            let links = elements.iter().flat_map(|(_, attributes)| attributes);
            for (key, value) in links.filter(|(key, _)| key == "href" || key == "src") {
                let colon = value.find(':').unwrap_or(value.len());
                let scheme = value[..colon].find(['/', '#', '?']).is_none().then_some(&value[..colon]);
                let known =
                    ["http", "https"].map(Some).contains(&scheme) || value.starts_with("data:image/svg+xml;base64,");
                assert!(known || colon == value.len() || scheme.is_none(), "{}: {key}={value}", page.path);
                assert!(!value.starts_with(['/', '\\']), "{}: {key}={value}", page.path);
            }
        }
    }
}

#[test]
fn pages_carry_the_words_to_the_letter() {
    let page = text(&FEW["index.html"]);
    let data = page.split_once("id=\"tongket-data\">").unwrap().1.split_once("</script>").unwrap().0;
    assert!(Collection::read(data).unwrap().reports == hostile(), "the page carries other words");
    let lines = text(MANY.values().find(|file| file.path.starts_with("data/all-")).unwrap()).lines();
    let read: Vec<Report> = lines.skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    // But for the first, which is long on purpose.
    assert!(read[1..] == some()[1..], "the file of all reports holds other words");
    for report in some().into_iter().skip(1) {
        let view = &MANY[&format!("data/view/{}.json", tongket::library::store::safe_name(&report.id))];
        assert!(Collection::read(text(view)).unwrap().reports == [report], "{} holds other words", view.path);
    }
}

#[test]
fn no_file_lies_elsewhere() {
    for path in MANY.keys() {
        let plain = |step: &str| {
            let letters = step.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
            letters && !step.starts_with('.') && step.len() < 256
        };
        assert!(path.split('/').all(plain), "{path}");
    }
}

#[test]
fn feed_and_map_are_whole_and_their_links_lead_to_the_web() {
    let files = &*FEW;
    for file in ending(files, ".xml") {
        let mut reader = quick_xml::Reader::from_str(text(file));
        let mut names = BTreeSet::new();
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{}: {error}", file.path)) {
                Event::Start(start) | Event::Empty(start) => {
                    names.insert(start.name().as_ref().to_owned());
                    for attribute in start.attributes().map(Result::unwrap) {
                        let is_link = attribute.key.as_ref() == "href";
                        assert!(!is_link || attribute.value.starts_with("https://"), "{attribute:?}");
                    }
                }
                Event::PI(_) | Event::DocType(_) | Event::CData(_) => panic!("{}: what nobody wrote", file.path),
                Event::Eof => break,
                _ => {}
            }
        }
        let known =
            ["feed", "id", "title", "subtitle", "updated", "author", "name", "uri", "link", "entry", "published"];
        let known = known.into_iter().chain(["summary", "urlset", "url", "loc", "lastmod"]).collect::<Vec<_>>();
        assert!(names.len() > 3 && names.iter().all(|name| known.contains(&name.as_str())), "{names:?}");
    }
    assert_eq!(ending(files, ".xml").len(), 2);
}

#[test]
fn every_json_file_is_read_and_names_no_address_but_of_the_web() {
    let files = &*MANY;
    let mut frames = 0;
    for file in ending(files, ".json").into_iter().filter(|file| !file.path.starts_with("data/all-")) {
        let value: Value = serde_json::from_str(text(file)).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        if let Some(html) = value["html"].as_str() {
            let found = elements(html);
            assert_eq!(found.len(), 1, "{html}");
            let keys: Vec<&str> = found[0].1.iter().map(|(key, _)| key.as_str()).collect();
            assert_eq!(keys, ["src", "title", "loading", "referrerpolicy", "sandbox", "allow", "style"], "{html}");
            assert!(found[0].1[0].1.starts_with("https://example.org/tong-ket/embed.html?report="), "{html}");
            frames += 1;
        }
        for source in value["sources"].as_array().into_iter().flatten() {
            assert!(source["path"].is_null() || source["path"].as_str().unwrap().starts_with("http"), "{source}");
        }
    }
    assert!(frames > some().len(), "{frames} frames");
    let pages = files.values().filter(|file| file.path.starts_with("bao-cao/"));
    for json in pages.map(|page| text(page).split_once("ld+json\">").unwrap().1.split_once("</script>").unwrap().0) {
        let value: Value = serde_json::from_str(json).unwrap();
        let url = &value["isBasedOn"]["url"];
        assert!(!json.contains('<') && (url.is_null() || url.as_str().unwrap().starts_with("https://")), "{json}");
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula_and_each_can_be_had_to_the_letter() {
    let files = &*FEW;
    let table = text(&files["data/observations.csv"]).strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let reports = hostile();
    let mut titles = Vec::new();
    for record in reader.records().map(Result::unwrap) {
        for (name, cell) in names.iter().zip(record.iter()) {
            let number = cell.parse::<f64>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{name}: {cell:?}");
            if name == "report_title" {
                titles.push(unguarded(cell).to_owned());
            }
        }
    }
    let illegal =
        |c: char| c.is_control() && !"\t\r\n\u{7f}".contains(c) && c < '\u{80}' || "\u{fffe}\u{ffff}".contains(c);
    let told =
        reports.iter().flat_map(|report| report.observations.iter().map(|_| report.meta.title.as_deref().unwrap()));
    let told: Vec<String> = told.map(|title| title.replace(illegal, "\u{fffd}").trim().to_owned()).collect();
    let titles: Vec<String> = titles.iter().map(|title| title.trim().to_owned()).collect();
    assert_eq!(titles, told);
}

#[test]
fn every_report_has_its_picture() {
    let files = &*FEW;
    let pictures = ending(files, ".png");
    assert_eq!(pictures.len(), words().len());
    for picture in pictures {
        let mut reader = png::Decoder::new(picture.bytes.as_slice()).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((frame.width, frame.height), (PICTURE_WIDTH, PICTURE_HEIGHT), "{}", picture.path);
        let info = reader.info();
        assert!(info.uncompressed_latin1_text.is_empty() && info.utf8_text.is_empty(), "{}", picture.path);
    }
}
