//! Whether two reports tell one event. Rather leaves one event in two entries than takes two for one.
//!
//! The rule: both are of one kind; their dates are the same, or one lies within the other; nothing that both tell is
//! different (the number of a document, the body that met); and enough of their words are common. Who met is asked
//! besides where it is a meeting, since all bodies sum up their years in the same words. What two places tell of
//! themselves are two events, so reports of different places share an event only if it is the country's. Knows no
//! report as a whole beyond its place.

use super::words::Words;
use crate::lexicon::digest;
use crate::model::{Area, Event, EventKind, Period};

/// From this share of common words on two tellings are one event.
const SAME: f64 = 0.75;
/// A meeting of a known body needs less: its name may be cut short.
const SAME_MEETING: f64 = 0.6;
/// And at least so many words must be common.
const SHARED: usize = 4;

/// An event as it is compared: all that is asked of a pair is made ready here, since of thousands of reports each event is
/// held against many.
#[derive(Debug, PartialEq)]
pub(super) struct Telling<'a> {
    kind: EventKind,
    date: Period,
    /// The place that reports.
    area: Option<&'a Area>,
    /// Whether its words say that it is the country's.
    national: bool,
    /// Number of the document, where one is told: "07 ct ttg".
    document: Option<String>,
    bodies: Vec<Body>,
    /// The words that say which event it is, each once, in order.
    content: Vec<Box<str>>,
}

/// Who met: the word that its name begins with, and what follows.
#[derive(Debug, PartialEq, Eq)]
struct Body {
    head: &'static str,
    national: bool,
    /// The next words, joining words left out.
    name: Vec<String>,
}

/// How many words of a body's name are compared.
const NAME: usize = 4;

impl<'a> Telling<'a> {
    /// Reads a dated event of a report of `area`.
    pub(super) fn new(event: &'a Event, date: Period, area: Option<&'a Area>) -> Self {
        let words = Words::new(&event.title);
        let mut content: Vec<Box<str>> =
            words.iter().filter(|word| !digest::COMMON.contains(word)).map(Into::into).collect();
        content.sort_unstable();
        content.dedup();
        Self {
            kind: event.kind,
            date,
            area,
            national: words.have_one(digest::NATIONAL),
            document: document(&event.title),
            bodies: bodies(&words),
            content,
        }
    }

    /// The words that say which event it is, without those that name the body that met.
    fn words<'b>(&'b self, body: Option<&'b Body>) -> Vec<&'b str> {
        let names =
            |word: &str| body.is_some_and(|body| body.head.contains(word) || body.name.iter().any(|n| n == word));
        self.content.iter().map(|word| &**word).filter(|word| !names(word)).collect()
    }
}

/// Whether two tellings of two reports are of one event.
pub(super) fn is_same(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    // What is soon asked comes first.
    if a.kind != b.kind || !one_time(a.date, b.date) {
        return false;
    }
    match (&a.document, &b.document) {
        (Some(one), Some(other)) => return one == other,
        (None, None) => {}
        _ => return false,
    }
    let shared = a.bodies.iter().find(|body| b.bodies.iter().any(|other| body.is(other)));
    if shared.is_none() && !a.bodies.is_empty() && !b.bodies.is_empty() {
        return false;
    }
    let one_place = a.area.is_some() && a.area == b.area;
    let national = shared.is_some_and(|body| body.national) || a.national && b.national;
    if !one_place && !national {
        return false;
    }
    let meeting = a.kind == EventKind::Meeting;
    if meeting && shared.is_none() && !one_place {
        return false;
    }
    if a.content.len().min(b.content.len()) < SHARED {
        return false;
    }
    let least = if meeting && shared.is_some() { SAME_MEETING } else { SAME };
    let body = shared.filter(|_| meeting);
    let (one, other) = (a.words(body), b.words(body));
    let common = common(&one, &other);
    common >= SHARED
        && common as f64 >= least * one.len().min(other.len()) as f64
        && numbers_agree(&one, &other, a.kind)
}

/// How many words two ordered lists have in common.
fn common(a: &[&str], b: &[&str]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}

/// Whether two dates can be of one event: the same, or one a part of the other. What a period of years tells is no date.
fn one_time(a: Period, b: Period) -> bool {
    let (Period::At(x), Period::At(y)) = (a, b) else { return a == b };
    let within = |inner: crate::model::Moment, outer: crate::model::Moment| {
        outer.first_day() <= inner.first_day() && inner.last_day() <= outer.last_day()
    };
    within(x, y) || within(y, x)
}

/// Whether the numbers of the shorter telling are all in the other: "38 nền tảng" and "43 nền tảng" are two. Of a meeting
/// only years count; the day and the hour are told by some and left out by others.
fn numbers_agree(a: &[&str], b: &[&str], kind: EventKind) -> bool {
    let is_number = |word: &&str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        if kind == EventKind::Meeting { digits == 4 && word.len() == 4 } else { digits > 0 }
    };
    let numbers = |words: &[&str]| words.iter().filter(|word| is_number(word)).count();
    let (few, many) = if numbers(a) <= numbers(b) { (a, b) } else { (b, a) };
    few.iter().filter(|word| is_number(word)).all(|number| many.contains(number))
}

/// The number of a document in a title: the first word with a digit, a slash and letters ("362/QĐ-TTg").
fn document(title: &str) -> Option<String> {
    let is_number = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.contains(['/', '-'])
            && word.chars().any(char::is_alphabetic)
    };
    title.split_whitespace().find(is_number).map(|word| Words::new(word).whole().to_owned())
}

/// The bodies that a title names, the longer head first where one begins with the other.
fn bodies(words: &Words) -> Vec<Body> {
    let all: Vec<&str> = words.iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let longest = |heads: &'static [&'static str]| {
            let fits = heads.iter().copied().filter(|head| {
                let mut parts = head.split(' ');
                let mut rest = all[at..].iter();
                parts.all(|part| rest.next() == Some(&part))
            });
            fits.max_by_key(|head| head.len())
        };
        let (national, local) = (longest(digest::NATIONAL_BODIES), longest(digest::LOCAL_BODIES));
        let of = match (national, local) {
            (Some(n), Some(l)) if l.len() > n.len() => Some((l, false)),
            (Some(n), _) => Some((n, true)),
            (None, l) => l.map(|l| (l, false)),
        };
        let Some((head, national)) = of else {
            at += 1;
            continue;
        };
        at += head.split(' ').count();
        let name = all[at..].iter().filter(|word| !matches!(**word, "và")).take(NAME).map(|&w| w.to_owned()).collect();
        found.push(Body { head, national, name });
    }
    found
}

impl Body {
    /// Whether two names are of one body: the same first words, or the first letters of one in the other
    /// ("Bộ TT&TT", "Bộ Thông tin và Truyền thông").
    fn is(&self, other: &Self) -> bool {
        let same = self.name.iter().zip(&other.name).take_while(|(a, b)| a == b).count();
        self.head == other.head
            && (same >= 2
                || self.name.is_empty() && other.name.is_empty()
                || initials(self, other)
                || initials(other, self))
    }
}

/// Whether one begins with the first letters of the other: "tt", "tt" or "gtvt" for "thông tin truyền thông".
fn initials(short: &Body, long: &Body) -> bool {
    let first = |words: &[String]| -> String { words.iter().filter_map(|word| word.chars().next()).collect() };
    let letters = first(&long.name);
    let one = short.name.first().is_some_and(|word| word.chars().count() >= 3 && letters.starts_with(word.as_str()));
    let two: String = short.name.iter().take(2).map(String::as_str).collect();
    let short_words = short.name.iter().take(2).all(|word| word.chars().count() <= 2);
    one || short_words && two.chars().count() >= 3 && letters.starts_with(&two)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sector;

    fn event(kind: EventKind, title: &str) -> Event {
        Event {
            id: "e1".into(),
            quote: title.into(),
            at: 0,
            date: None,
            title: title.into(),
            kind,
            sector: Sector::Other,
        }
    }

    /// Whether two titles on two dates, told by reports of two places, are one event.
    fn same(kind: EventKind, a: (&str, &str, &str), b: (&str, &str, &str)) -> bool {
        let (one, other) = (event(kind, a.2), event(kind, b.2));
        let place = |code: &str| Area::from_code(code);
        let (p, q) = (place(a.0), place(b.0));
        let first = Telling::new(&one, a.1.parse().unwrap(), p.as_ref());
        let second = Telling::new(&other, b.1.parse().unwrap(), q.as_ref());
        assert_eq!(is_same(&first, &second), is_same(&second, &first), "the order says nothing");
        is_same(&first, &second)
    }

    const SUM_UP: &str =
        "Bộ Thông tin và Truyền thông tổ chức Hội nghị tổng kết công tác năm 2020 và triển khai nhiệm vụ năm 2021";

    #[test]
    fn one_conference_in_other_words_and_with_the_body_cut_short() {
        let told =
            "Sáng 12-1, Bộ TT&TT tổ chức hội nghị trực tuyến tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021";
        assert!(same(EventKind::Meeting, ("VN-44", "2021-01-12", SUM_UP), ("VN-73", "2021-01-12", told)));
        // A date that is less precise and holds the other.
        assert!(same(EventKind::Meeting, ("VN-44", "2021-01", SUM_UP), ("VN-73", "2021-01-12", told)));
    }

    #[test]
    fn two_meetings_of_one_day_by_different_bodies_are_two() {
        let trade = SUM_UP.replace("Thông tin và Truyền thông", "Công Thương");
        assert!(!same(EventKind::Meeting, ("VN-44", "2021-01-12", SUM_UP), ("VN-73", "2021-01-12", &trade)));
        let transport = SUM_UP.replace("Thông tin và Truyền thông", "GTVT");
        assert!(!same(EventKind::Meeting, ("VN-44", "2021-01-12", SUM_UP), ("VN-73", "2021-01-12", &transport)));
        let nobody = SUM_UP.replace("Bộ Thông tin và Truyền thông tổ chức ", "");
        assert!(!same(EventKind::Meeting, ("VN-44", "2021-01-12", &nobody), ("VN-73", "2021-01-12", &nobody)));
    }

    #[test]
    fn the_same_office_of_two_provinces_met_twice() {
        let health = "Sở Y tế tổ chức hội nghị tổng kết công tác năm 2020 và triển khai nhiệm vụ năm 2021";
        assert!(!same(EventKind::Meeting, ("VN-44", "2021-01-12", health), ("VN-73", "2021-01-12", health)));
        assert!(same(EventKind::Meeting, ("VN-44", "2021-01-12", health), ("VN-44", "2021-01-12", health)));
    }

    #[test]
    fn two_meetings_of_one_body_on_one_day_are_two() {
        let other = "Bộ Thông tin và Truyền thông tổ chức hội nghị giao ban quản lý nhà nước với các doanh nghiệp";
        assert!(!same(EventKind::Meeting, ("VN-44", "2021-01-12", SUM_UP), ("VN-44", "2021-01-12", other)));
    }

    #[test]
    fn another_day_is_another_meeting() {
        assert!(!same(EventKind::Meeting, ("VN-44", "2021-01-12", SUM_UP), ("VN-44", "2021-01-13", SUM_UP)));
        assert!(!same(EventKind::Meeting, ("VN-44", "2020", SUM_UP), ("VN-44", "2021-01-13", SUM_UP)));
        assert!(!same(EventKind::Plan, ("VN-44", "2021-01-12", SUM_UP), ("VN-44", "2021-01-12", "Sơ kết hai năm")));
    }

    #[test]
    fn an_act_is_known_by_its_number() {
        let act = |a: &str, b: &str| same(EventKind::Act, ("VN-44", "2019-04-03", a), ("VN-73", "2019-04-03", b));
        assert!(act("Quyết định số 362/QĐ-TTg ngày 3/4/2019", "Quyết định 362/QĐ-TTg của Thủ tướng Chính phủ"));
        assert!(!act("Quyết định số 362/QĐ-TTg ngày 3/4/2019", "Quyết định số 363/QĐ-TTg ngày 3/4/2019"));
        assert!(!act("Quyết định số 362/QĐ-TTg ngày 3/4/2019", "Quyết định của Thủ tướng Chính phủ ngày 3/4/2019"));
    }

    #[test]
    fn what_two_places_tell_of_themselves_are_two_events() {
        let own = "hoàn thành phổ cập giáo dục tiểu học mức độ ba";
        assert!(!same(EventKind::Milestone, ("VN-44", "2020", own), ("VN-73", "2020", own)));
        assert!(same(EventKind::Milestone, ("VN-44", "2020", own), ("VN-44", "2020", own)));
        let country = "Việt Nam hoàn thành phổ cập giáo dục tiểu học";
        assert!(same(EventKind::Milestone, ("VN-44", "2020", country), ("VN-73", "2020", country)));
    }

    #[test]
    fn other_numbers_are_another_event() {
        let launch = |n: u32| format!("Bộ đã ra mắt {n} nền tảng số quốc gia phục vụ doanh nghiệp");
        let (a, b) = (launch(38), launch(43));
        assert!(!same(EventKind::Launch, ("VN-44", "2020", &a), ("VN-44", "2020", &b)));
        assert!(same(EventKind::Launch, ("VN-44", "2020", &a), ("VN-44", "2020", &a)));
    }
}
