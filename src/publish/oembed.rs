//! oEmbed 1.0 (oembed.com), one file for each report and each headline figure: type `rich`, with the frame that any page may
//! paste. The files are static, so `maxwidth` and `maxheight` are not looked at; the frame fits any width anyway.

use serde_json::json;

use super::told::{LANG, Told, label, report_oembed_path, site_name};
use super::{Base, File, in_html, picture};
use crate::library::Figure;
use crate::library::store::safe_name;

/// How long a copy may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// A width for those who must reserve one; the frame takes what there is.
const WIDTH: u32 = 640;

/// Heights of the frame: for the cards of a report and for one card.
const HEIGHT: u32 = 420;
const CARD_HEIGHT: u32 = 300;

/// The files of a report.
pub(super) fn files(told: &Told<'_>, base: &Base) -> Vec<File> {
    let name = safe_name(&told.report.id);
    let of_report = File::new(report_oembed_path(&told.report.id), rich(told, None, base));
    let cards = told.headlines.iter().map(|figure| {
        let path = format!("oembed/{name}/{}.json", safe_name(&figure.observation.id));
        File::new(path, rich(told, Some(*figure), base))
    });
    std::iter::once(of_report).chain(cards).collect()
}

fn rich(told: &Told<'_>, card: Option<Figure<'_>>, base: &Base) -> String {
    let title = card.map_or_else(|| told.title.clone(), |figure| format!("{} – {}", label(figure), told.title));
    let height = if card.is_some() { CARD_HEIGHT } else { HEIGHT };
    let mut address = base.join("embed.html?report=") + &in_query(&told.report.id) + "&view=cards";
    if let Some(figure) = card {
        address += &format!("&card={}", in_query(&figure.observation.id));
    }
    address += &format!("&lang={}&theme=auto", LANG.code());
    let mut value = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site_name(),
        "provider_url": base.as_str(),
        "cache_age": CACHE_AGE,
        "thumbnail_url": base.join(&told.picture_path()),
        "thumbnail_width": picture::WIDTH,
        "thumbnail_height": picture::HEIGHT,
        "html": frame(&address, &title, height),
        "width": WIDTH,
        "height": height,
    });
    if let Some(publisher) = told.publisher() {
        value["author_name"] = publisher.into();
    }
    value.to_string() + "\n"
}

/// The frame of tier 0, which needs no script and survives an HTML sanitiser.
fn frame(address: &str, title: &str, height: u32) -> String {
    let (address, title) = (in_html(address), in_html(title));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\" \
         allow=\"web-share; clipboard-write; fullscreen\" style=\"width:100%;border:0;height:{height}px\"></iframe>"
    )
}

/// A text as a value in the query of an address.
fn in_query(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
