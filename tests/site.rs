//! The site of the seeds as others read it who run nothing: what its pages say of themselves to search engines, chats and
//! readers of feeds, and that each of their links leads to a file, and to a place in it, that is there.

mod html;
mod made;
mod shell;

use std::collections::{BTreeMap, BTreeSet};

use html::{Element, elements};
use made::{Files, made, seeds, text};
use serde_json::Value;
use tongket::publish::{File, PICTURE_HEIGHT, PICTURE_WIDTH};
use tongket::site::Choices;

const BASE: &str = "https://example.org/tong-ket/";

/// The site of the seeds, at an address where one is known.
fn of_seeds(base: Option<&str>, many: bool) -> Files {
    made(seeds(), many, &Choices { base: base.map(|base| base.parse().unwrap()), ..Choices::default() })
}

fn value<'a>((_, attributes): &'a Element, name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The value of an attribute of the one element that has another with a value; none where there is no such element.
fn told<'a>(page: &'a [Element], by: &str, name: &str, of: &str) -> Option<&'a str> {
    let mut found = page.iter().filter(|element| value(element, by) == Some(name));
    let first = found.next()?;
    assert!(found.next().is_none(), "{name} is told twice");
    value(first, of)
}

fn title(html: &str) -> &str {
    html.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0
}

/// The data for search engines that stand in a page.
fn linked(html: &str) -> Value {
    let (_, data) = html.split_once("<script type=\"application/ld+json\">").expect("data for search engines");
    serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap()
}

fn reports(files: &Files) -> Vec<&File> {
    files.values().filter(|file| file.path.starts_with("bao-cao/")).collect()
}

#[test]
fn each_page_tells_others_what_it_is_and_where() {
    let files = of_seeds(Some(BASE), false);
    let lies = |address: &str| files.contains_key(address.strip_prefix(BASE).unwrap_or(address));
    let pages = reports(&files);
    assert!(pages.len() >= 5, "{} pages", pages.len());
    for file in pages.into_iter().chain([&files["index.html"]]) {
        let (html, page) = (text(file), elements(text(file)));
        let own = if file.path == "index.html" { BASE.to_owned() } else { format!("{BASE}{}", file.path) };
        assert_eq!(told(&page, "rel", "canonical", "href"), Some(own.as_str()), "{}", file.path);
        assert_eq!(told(&page, "property", "og:url", "content"), Some(own.as_str()), "{}", file.path);
        let name = told(&page, "property", "og:title", "content").unwrap();
        assert!(!name.is_empty() && title(html).starts_with(name), "{}: {name:?}", file.path);
        for (by, told_as) in [("name", "description"), ("property", "og:description")] {
            let about = told(&page, by, told_as, "content").unwrap();
            assert!(about.chars().count() > 30, "{}: {about:?}", file.path);
        }
        let picture = told(&page, "property", "og:image", "content").unwrap();
        assert!(picture.starts_with(BASE) && lies(picture), "{}: {picture}", file.path);
        let size = ["og:image:width", "og:image:height"].map(|name| told(&page, "property", name, "content"));
        assert_eq!(size, [PICTURE_WIDTH, PICTURE_HEIGHT].map(|n| Some(n.to_string())).each_ref().map(Option::as_deref));

        let data = linked(html);
        let kind = if file.path == "index.html" { "DataCatalog" } else { "Dataset" };
        assert_eq!((&data["@type"], &data["url"]), (&kind.into(), &own.as_str().into()));
        let sets = data["dataset"].as_array().map_or_else(|| vec![&data], |sets| sets.iter().collect());
        for address in sets.iter().flat_map(|set| set["distribution"].as_array().unwrap()) {
            let address = address["contentUrl"].as_str().unwrap();
            assert!(address.starts_with(BASE) && lies(address), "{}: {address}", file.path);
        }
    }
    let index = elements(text(&files["index.html"]));
    let feed = told(&index, "type", "application/atom+xml", "href").unwrap();
    assert!(feed.starts_with(BASE) && lies(feed), "{feed}");
    for file in reports(&files) {
        let page = elements(text(file));
        let card = told(&page, "type", "application/json+oembed", "href").unwrap();
        let card: Value = serde_json::from_str(text(&files[card.strip_prefix(BASE).unwrap()])).unwrap();
        assert_eq!(
            card["thumbnail_url"].as_str(),
            told(&page, "property", "og:image", "content"),
            "the card of {}",
            file.path
        );
    }
}

#[test]
fn without_an_address_no_page_makes_one_up() {
    let files = of_seeds(None, false);
    for file in reports(&files).into_iter().chain([&files["index.html"]]) {
        let (html, page) = (text(file), elements(text(file)));
        let absolute = ["canonical", "alternate"].map(|name| told(&page, "rel", name, "href"));
        assert_eq!(absolute, [None, None], "{}", file.path);
        let graph = ["og:url", "og:image"].map(|name| told(&page, "property", name, "content"));
        assert_eq!(graph, [None, None], "{}", file.path);
        assert!(told(&page, "property", "og:title", "content").is_some(), "{}", file.path);
        let folder = if file.path == "index.html" { "./" } else { "../" };
        let data = linked(html);
        let one = if file.path == "index.html" { &data["dataset"][0] } else { &data };
        let csv = one["distribution"][0]["contentUrl"].as_str().unwrap();
        assert!(csv.strip_prefix(folder).is_some_and(|path| files.contains_key(path)), "{}: {csv}", file.path);
    }
}

/// A reader far away waits for the sheet and for what starts the app, so both are named before all else, and the sheet once more
/// where the first read ends, so that the browser stops reading there until it can paint.
#[test]
fn the_first_page_names_first_what_is_waited_for() {
    for many in [false, true] {
        let files = of_seeds(None, many);
        let page = elements(text(&files["index.html"]));
        let at = |wanted: &dyn Fn(&Element) -> bool| {
            page.iter().enumerate().filter(|(_, one)| wanted(one)).map(|(at, _)| at).collect::<Vec<_>>()
        };
        let sheets = at(&|one| value(one, "rel") == Some("stylesheet"));
        let &[first, again] = &sheets[..] else { panic!("{} style sheets", sheets.len()) };
        assert_eq!(page[first], page[again]);
        assert_eq!(again + 1, at(&|one| value(one, "id") == Some("rest"))[0], "many: {many}");
        assert!(again > at(&|one| value(one, "id") == Some("app"))[0], "many: {many}");
        let start = at(&|one| value(one, "data-wasm").is_some())[0];
        assert!(first < start && start < at(&|one| one.0 == "title")[0], "many: {many}");
    }
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for many in [false, true] {
        let files = of_seeds(Some(BASE), many);
        let pages: BTreeMap<&str, Vec<Element>> = files
            .values()
            .filter(|file| file.path.ends_with(".html") && file.path != "404.html")
            // The one file of many reports holds their data, and not every sentence once more as a page.
            .filter(|file| !(many && file.path == "single.html"))
            .map(|file| (file.path.as_str(), elements(text(file))))
            .collect();
        let places: BTreeMap<&str, BTreeSet<String>> = pages
            .iter()
            .map(|(path, page)| (*path, page.iter().filter_map(|one| value(one, "id")).map(unescaped).collect()))
            .collect();
        let mut followed = 0;
        for (path, page) in &pages {
            for link in page.iter().flat_map(|one| ["href", "src"].map(|name| value(one, name))).flatten() {
                let link = unescaped(link);
                if link.starts_with("https://") || link.starts_with("data:") {
                    continue;
                }
                followed += 1;
                let (to, place) = link.split_once('#').map_or((link.as_str(), None), |(to, place)| (to, Some(place)));
                let to = to.split('?').next().unwrap();
                let to = if to.is_empty() { (*path).to_owned() } else { joined(path, to) };
                assert!(files.contains_key(&to), "{path}: {link} leads to no file");
                // What only the app can show has no place in a page.
                let Some(place) =
                    place.filter(|place| !place.is_empty() && !of_the_app(place, many && to == "index.html"))
                else {
                    continue;
                };
                assert!(places[to.as_str()].contains(place), "{path}: {link} leads to no place");
            }
        }
        assert!(followed > 400, "{followed} links");
    }
}

/// Whether a place is one of the app alone: the top of it, a search or a filter; and where the page is one of many reports,
/// whatever is not a report.
fn of_the_app(place: &str, many: bool) -> bool {
    let figure = place.starts_with("/?so=");
    let report = place.starts_with("/bao-cao/");
    let chosen = place.contains(['?', '&']) && !figure;
    place.starts_with('/') && (chosen || ["/", "/nhiem-vu", "/tim"].contains(&place) || (many && !report))
}

/// A path from the file that names it.
fn joined(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop().expect("a link leads out of the site"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn unescaped(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
