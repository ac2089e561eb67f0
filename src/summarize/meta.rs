//! The report as a whole: title, date, publisher, by-line, period and place.

use rustc_hash::FxHashMap;

use super::blocks::Piece;
use super::byline;
use crate::lexicon::{Class, area, district};
use crate::model::{Area, BlockKind, Meta, Moment, Period, Sector};
use crate::rules::{self, Part, Scene, Time, Value};
use crate::text::{Span, fold_into};

/// What the first look at a report tells.
#[derive(Debug, Default)]
pub struct Head {
    /// Where the title stands.
    pub title: Option<String>,
    /// Day or month of publication, and where it stands.
    pub published: Option<(Period, Span)>,
    /// The source that the text names.
    pub publisher: Option<String>,
    /// By-line.
    pub author: Option<String>,
    /// Reference period of the whole.
    pub period: Option<Period>,
    /// The place that reports.
    pub place: Option<Area>,
    /// The place that the figures speak of.
    pub speaks_of: Option<Area>,
    /// Whether it is a report of information and communications.
    pub ict: bool,
}

/// How many lines from the top are looked at for the report's own date, period and place.
const HEAD_LINES: usize = 14;

/// Reads the head, and counts what the whole speaks of. Also returns the lines that it read, in order, boilerplate left
/// out, so that nobody need read them again.
pub fn read<'t>(text: &'t str, pieces: &[Piece]) -> (Head, Vec<Scene<'t>>) {
    let mut head = Head::default();
    let top: Vec<&Piece> = pieces.iter().filter(|p| p.kind != BlockKind::Boilerplate).take(HEAD_LINES).collect();
    let scenes: Vec<Scene<'_>> = top.iter().map(|piece| rules::read(text, piece.span)).collect();
    for (at, (piece, scene)) in top.iter().zip(&scenes).enumerate() {
        if head.published.is_none() && at < 6 {
            head.published = published(scene, piece, at);
        }
    }
    // "13/01/2021 | Lượt xem: 356": a date among the furniture of a page.
    let furniture = pieces.iter().take(6).filter(|piece| piece.kind == BlockKind::Boilerplate);
    let dated = || furniture.clone().find_map(|piece| published(&rules::read(text, piece.span), piece, 1));
    head.published = head.published.or_else(dated);
    let lines = &top[..top.len().min(HEAD_LINES)];
    head.title = title(text, lines, &scenes);
    let mut bodies = lines.iter().take(3).map(|piece| byline::bare(piece.span.of(text)));
    head.publisher = bodies.rfind(|line| byline::letterhead(line)).map(str::to_owned);
    let paper = lines.iter().filter(|_| head.publisher.is_none()).find_map(|piece| byline::agency(piece.span.of(text)));
    head.publisher = head.publisher.or(paper.map(str::to_owned));
    signed(text, pieces, &mut head);
    head.period = period(&scenes, &head);
    let (place, local, ict) = places(text, &top, &scenes);
    head.speaks_of = if local { place.clone() } else { Some(Area::VIET_NAM) };
    // "KIỂM TOÁN NHÀ NƯỚC KHU VỰC XII": of several provinces, whichever it sits in.
    let regional = || lines.iter().take(3).any(|piece| byline::regional(piece.span.of(text)));
    let titled = || head.title.as_deref().is_some_and(names_province);
    if regional() && !titled() {
        head.speaks_of = None;
    }
    head.place = place.or_else(|| head.speaks_of.clone());
    head.ict = ict;
    (head, scenes)
}

/// The by-lines at the end. What stands under an office signs a document and is no by-line.
fn signed(text: &str, pieces: &[Piece], head: &mut Head) {
    let ends = |piece: &&Piece| matches!(piece.kind, BlockKind::Byline | BlockKind::Boilerplate | BlockKind::Caption);
    for (at, piece) in pieces.iter().enumerate().rev().take_while(|(_, piece)| ends(piece)).take(8) {
        let above = at.checked_sub(1).map_or("", |above| pieces[above].span.of(text));
        let line = piece.span.of(text);
        let Some(told) = byline::byline(line).filter(|_| piece.kind == BlockKind::Byline) else { continue };
        if byline::signs(line) || (told.author.is_some() && byline::signs(above)) {
            return;
        }
        head.author = head.author.take().or(told.author.map(str::to_owned));
        if let Some(publisher) = told.publisher {
            head.publisher = Some(publisher.to_owned());
        }
    }
}

/// A date line: a day or a month with hardly a word around it, or the "date 2021-01" that a harvester put before.
fn published(scene: &Scene<'_>, piece: &Piece, at: usize) -> Option<(Period, Span)> {
    let words = scene.nodes.iter().filter(|n| n.mask.has(Class::Content)).count();
    let fact = scene.nodes.iter().take(12).find_map(|n| match scene.value(n) {
        Some(Value::Time(Time::At(period @ Period::At(Moment::Day(..) | Moment::Month(..))))) => {
            Some((period, scene.span(n)))
        }
        _ => None,
    })?;
    let leads = scene.words(scene.nodes.first()?).eq_ignore_ascii_case("date") && at == 0;
    let line = words <= 8 && piece.span.end - piece.span.start < 120 && piece.kind != BlockKind::Title;
    let harvested = leads && fact.1.start < piece.span.start + 16;
    let alone = line && !scene.nodes.iter().any(|n| n.mask.has(Class::Predicate) || n.mask.has(Class::EventCue));
    (harvested || alone).then_some(fact)
}

/// The first line that is no letterhead, number, date or motto; the bare sort of a document with the line behind it.
fn title(text: &str, top: &[&Piece], scenes: &[Scene<'_>]) -> Option<String> {
    let harvested = scenes.first()?.words(scenes.first()?.nodes.first()?).eq_ignore_ascii_case("date");
    if harvested {
        let line = top.first()?.span.of(text);
        let line = line.split_once(char::is_whitespace)?.1.split_once(char::is_whitespace)?.1;
        let told = !line.ends_with('.') && line.chars().count() <= 200;
        return told.then(|| byline::bare(line).to_owned()).filter(|line| !line.is_empty());
    }
    let mut lines = top.iter().zip(scenes).enumerate().map(|(at, (piece, scene))| (at, *piece, scene));
    let mut official = false;
    let (_, piece, _) = lines.find(|(at, piece, scene)| {
        let line = piece.span.of(text);
        let dated = *at > 0 && byline::hardly_words(line) && published(scene, piece, *at).is_some();
        let head = byline::letterhead(line) || byline::formality(line) || dated;
        official |= head;
        !head
    })?;
    let line = byline::bare(piece.span.of(text));
    let short = |line: &str| line.chars().count() <= 240;
    let titled = matches!(piece.kind, BlockKind::Title | BlockKind::Heading)
        || (official && short(line) && !line.ends_with('.'));
    if !titled || line.is_empty() {
        return None;
    }
    if byline::bare_sort(line)
        && let Some((_, next, _)) = lines.next()
        && let line_behind = byline::bare(next.span.of(text))
        && short(line_behind)
    {
        return Some(format!("{line} {line_behind}"));
    }
    Some(line.to_owned())
}

/// The period behind the first word that says that a period is summed up; else one at the front of a sentence; else
/// the year that is named most and is not to come.
fn period(scenes: &[Scene<'_>], head: &Head) -> Option<Period> {
    let published = head.published.map(|(p, _)| p);
    // In the first weeks of a year it is to come: "Sang 2025, …" in a paper of January.
    let begun = |told: Period, p: Period| told == Period::of_year(p.start().year()) && p.start().first_day().1 <= 2;
    let future = |told: Period| {
        published.is_some_and(|p| told.start().first_day() > p.end().last_day() || begun(told, p) && p != told)
    };
    let (mut front, mut years) = (None, FxHashMap::<u16, usize>::default());
    for (line, scene) in scenes.iter().enumerate() {
        let (mut summing, mut ahead) = (false, false);
        for (at, node) in scene.nodes.iter().enumerate() {
            if scene.arg(node, Class::SumUp).is_some() {
                (summing, ahead) = (true, false);
            }
            ahead |= node.mask.has(Class::Semicolon) || node.mask.has(Class::Section);
            let Some(Value::Time(time)) = scene.value(node) else { continue };
            let told = match (time, published) {
                (Time::At(period), _) => period,
                (Time::Part(part), Some(published)) => part.of(published.end().year()),
                (Time::SoFar(months), Some(published)) if names(scene) => match so_far(months, published) {
                    Some(told) => told,
                    None => continue,
                },
                _ => continue,
            };
            // "Báo cáo tình hình tháng 8 năm 2023": a bulletin of a month.
            let monthly =
                line < 4 && summing && !ahead && matches!((told, time), (Period::At(Moment::Month(..)), Time::At(_)));
            if monthly && head.published.is_none_or(|(_, span)| span != scene.span(node)) {
                return Some(told);
            }
            if matches!(told, Period::At(Moment::Day(..) | Moment::Month(..))) {
                *years.entry(told.end().year()).or_default() += 1;
                continue;
            }
            if summing && !ahead && !future(told) {
                return Some(broader(scene, at, told, published));
            }
            let fronted = at < 6 || line == 0 || matches!(time, Time::SoFar(_));
            front = front.or(Some(told).filter(|&p| fronted && !future(p) && !ahead));
            if let Period::At(moment) = told
                && !future(told)
            {
                *years.entry(moment.year()).or_default() += 1;
            }
        }
    }
    // What is published in the first weeks of a year sums up the one before.
    let early = published.filter(|p| p.start().first_day().1 <= 2).map(|p| Period::of_year(p.end().year() - 1));
    let most = years.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| Period::of_year(year));
    front.or(early).or(most).or_else(|| published.map(|p| Period::of_year(p.end().year())))
}

/// Whether a line names what stands below it: it is short and tells no figure.
fn names(scene: &Scene<'_>) -> bool {
    scene.tokens.len() <= 40 && !scene.nodes.iter().any(|n| n.mask.meets(super::clause::FIGURES))
}

/// "Thu ngân sách 11 tháng" in what is published soon after them.
fn so_far(months: u8, published: Period) -> Option<Period> {
    let (year, month, _) = published.end().first_day();
    (months..=months + 2).contains(&month).then(|| Part::first(months).of(year))
}

/// "quý III và chín tháng năm 2023": of two periods told together the longer one is the report's.
fn broader(scene: &Scene<'_>, at: usize, told: Period, published: Option<Period>) -> Period {
    let next = scene.nodes.get(at + 1).filter(|n| n.mask.has(Class::Conjunction)).and_then(|_| scene.nodes.get(at + 2));
    let other = match (next.and_then(|n| scene.value(n)), published) {
        (Some(Value::Time(Time::At(period))), _) => period,
        (Some(Value::Time(Time::Part(part))), Some(published)) => part.of(published.end().year()),
        _ => return told,
    };
    let longer = other.start().first_day() < told.start().first_day();
    if longer && other.end().last_day() == told.end().last_day() { other } else { told }
}

/// The province that is named most, whether the report speaks for it, and whether it is one of information and
/// communications.
fn places(text: &str, top: &[&Piece], scenes: &[Scene<'_>]) -> (Option<Area>, bool, bool) {
    let mut counts: FxHashMap<i32, usize> = FxHashMap::default();
    let mut order = Vec::new();
    let (mut local, mut national, mut ict) = (0, 0, 0);
    for (at, scene) in scenes.iter().enumerate() {
        let titled = at < 2 && top[at].kind != BlockKind::Paragraph && top[at].span.of(text).len() < 300;
        // "Hà Nội, ngày 29 tháng 9 năm 2023" tells where it was signed.
        let signed = at < SIGNED_LINES && scene.tokens.len() < 12 && published(scene, top[at], at).is_some();
        let (central, district) = bodies(scene, if titled { TITLE_WORDS } else { LEAD_WORDS });
        national += central * if titled { 6 } else { 1 };
        for row in district {
            *counts.entry(row).or_default() += 1;
            order.push(row);
            local += if titled { 6 } else { 1 };
        }
        for node in &scene.nodes {
            if let Some(row) = scene.arg(node, Class::Province) {
                *counts.entry(row).or_default() += 1;
                order.push(row);
                // A province in the title, or in the head of an official report, is the one that reports; so is the one
                // where it was signed, but for the cities in which bodies of the whole country sit.
                let seat = signed && area::SEATS.contains(&area::PROVINCES[row as usize].0);
                local += if (titled || signed) && !seat { 6 } else { 0 };
            }
            local += scene.arg(node, Class::AreaWord).map_or(0, |weight| 1 + weight);
            let weight = if at < 4 { 3 } else { 1 };
            national += i32::from(node.mask.has(Class::Country)) + weight * i32::from(node.mask.has(Class::Ministry));
            ict += usize::from(super::context::sector_of(scene, node).is_some_and(|s| s != Sector::Other));
        }
    }
    let most = order.iter().max_by_key(|row| (counts[row], std::cmp::Reverse(order.iter().position(|r| r == *row))));
    let place = most.map(|&row| Area::province(area::PROVINCES[row as usize].0));
    // A body whose head names no place, but which speaks of its province: the only one that the whole names.
    let place = place.or_else(|| if local > national { only_province(text) } else { None });
    (place.clone(), place.is_some() && local > national, ict > 8)
}

/// The province that a text names with what it is, if it names no other so: "UBND tỉnh Bình Phước".
fn only_province(text: &str) -> Option<Area> {
    const KINDS: [&str; 3] = ["tỉnh ", "Tỉnh ủy ", "thành phố "];
    let named = |name: &str| KINDS.iter().any(|kind| text.contains(&format!("{kind}{name}")));
    let mut provinces = area::PROVINCES.iter().filter(|(_, name)| named(name));
    let (code, _) = provinces.next()?;
    provinces.next().is_none().then(|| Area::province(code))
}

/// Whether a title names a province.
fn names_province(title: &str) -> bool {
    let scene = rules::read(title, Span::new(0, title.len()));
    scene.nodes.iter().any(|n| n.mask.has(Class::Province))
}

/// How many lines from the top may tell where and when a report was signed.
const SIGNED_LINES: usize = 6;

/// How many words of a title, and of another line at the top, are looked through for the names of bodies.
const TITLE_WORDS: usize = 60;
const LEAD_WORDS: usize = 200;

/// The bodies that are named in the first words of a line: how many are of the whole country, and the provinces of the
/// districts.
fn bodies(scene: &Scene<'_>, most: usize) -> (i32, Vec<i32>) {
    let tokens = &scene.tokens[..scene.tokens.len().min(most)];
    let folded: Vec<String> = tokens
        .iter()
        .map(|token| {
            let mut word = String::new();
            fold_into(token.span.of(scene.text), &mut word);
            word
        })
        .collect();
    let capital =
        |at: usize| tokens.get(at).is_some_and(|token| token.span.of(scene.text).starts_with(char::is_uppercase));
    let central = (0..folded.len()).filter(|&at| {
        let heads = area::CENTRAL.iter().any(|(head, other)| {
            folded[at] == *head && folded.get(at + 1).is_some_and(|next| !other.contains(&next.as_str()))
        });
        heads && capital(at) && (capital(at + 1) || folded.get(at + 1).is_some_and(|next| next == "cục"))
    });
    let districts = (0..folded.len())
        .filter(|&at| capital(at + 1) || folded.get(at + 1).is_some_and(|next| next == "."))
        .filter_map(|at| district::province_of(&folded[at..]))
        .map(|row| row as i32);
    (central.count() as i32, districts.collect())
}

impl Head {
    /// As the format has it.
    pub fn meta(&self, file: Option<&str>, sha256: String) -> Meta {
        Meta {
            file: file.map(str::to_owned),
            sha256,
            language: "vi".to_owned(),
            title: self.title.clone(),
            published: self.published.map(|(p, _)| p),
            publisher: self.publisher.clone(),
            author: self.author.clone(),
            period: self.period,
            area: self.place.clone(),
            source_url: None,
        }
    }
}

/// The id of a report: its place, its date or period, and the start of its hash, so that two reports of one place and
/// day do not share it. It depends on the report alone.
pub fn id(meta: &Meta) -> String {
    let place = meta.area.as_ref().map_or("report", |a| match a.code() {
        "VN" => "viet-nam",
        code => area::PROVINCES.iter().find(|(c, _)| *c == code).map_or(code, |(_, name)| name),
    });
    let mut slug: String = crate::text::strip_marks(place)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    if let Some(period) = meta.dated() {
        slug.push('-');
        slug.push_str(&period.to_string().replace(['/', '.'], "-").to_lowercase());
    }
    format!("{slug}-{}", &meta.sha256[..6])
}
