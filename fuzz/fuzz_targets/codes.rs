//! The short forms that come from outside: periods, areas, codes, numbers and addresses of figures. What is read is
//! written as it was, and everything that can be asked of it has an answer.
#![no_main]

mod exact;

use std::fmt::{Debug, Display};
use std::str::FromStr;

use exact::all_exact;
use libfuzzer_sys::fuzz_target;
use tongket::format::{Lang, area_name, horizon_text, number, number_with_sign, period_text, plain, precision};
use tongket::library::FigureId;
use tongket::model::{
    Area, BlockKind, Bound, Direction, EventKind, Moment, Number, Period, ReferenceKind, Sector, Status,
};

const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

fuzz_target!(|text: &str| {
    if let Some(moment) = comes_back::<Moment>(text) {
        ask_moment(moment);
    }
    if let Some(period) = comes_back::<Period>(text) {
        ask_period(period);
        // Two periods of one text, so that the order is met too.
        let other = Period::At(period.start());
        assert_eq!(period.cmp(&other), other.cmp(&period).reverse());
    }
    comes_back::<FigureId>(text);
    if let Some(area) = Area::from_code(text) {
        assert_eq!(area.code(), text);
        assert!(LANGS.iter().all(|&lang| !area_name(lang, &area).is_empty()));
    }
    if let Some(lang) = Lang::from_code(text) {
        assert_eq!(lang.code(), text);
    }
    let codes = [
        BlockKind::from_code(text).map(BlockKind::code),
        Bound::from_code(text).map(Bound::code),
        Direction::from_code(text).map(Direction::code),
        EventKind::from_code(text).map(EventKind::code),
        ReferenceKind::from_code(text).map(ReferenceKind::code),
        Sector::from_code(text).map(Sector::code),
        Status::from_code(text).map(Status::code),
    ];
    assert!(codes.into_iter().flatten().all(|code| code == text));
    if let Ok(number) = serde_json::from_str::<Number>(text) {
        ask_number(number);
    }
});

/// Reads a text; what is read is written as it was.
fn comes_back<T: FromStr + Display + PartialEq + Debug>(text: &str) -> Option<T> {
    let read: T = text.parse().ok()?;
    assert_eq!(read.to_string(), text);
    Some(read)
}

fn ask_moment(moment: Moment) {
    assert!(moment.first_day() <= moment.last_day());
    assert_eq!(moment.first_day().0, moment.year());
    let day = |(year, month, day)| Moment::Day(year, month, day);
    for day in [day(moment.first_day()), day(moment.last_day())] {
        assert_eq!(day.to_string().parse(), Ok(day), "a day of the calendar");
    }
    for years in [1, 4, 100, u16::MAX] {
        let back = moment.years_before(years);
        assert!(back.year() <= moment.year());
        assert_eq!(back.to_string().parse(), Ok(back), "{years} years before {moment}");
    }
}

fn ask_period(period: Period) {
    ask_moment(period.start());
    ask_moment(period.end());
    let before = period.year_before();
    assert_eq!(before.to_string().parse(), Ok(before), "the year before {period}");
    assert_eq!(serde_json::from_str::<Period>(&serde_json::to_string(&period).unwrap()).unwrap(), period);
    for lang in LANGS {
        assert!(!period_text(lang, period).contains('?'));
        assert!(!horizon_text(lang, period).is_empty());
    }
    assert!(!precision(period).is_empty());
}

fn ask_number(value: Number) {
    let json = serde_json::to_string(&value).unwrap();
    let back = serde_json::from_str::<Number>(&json).unwrap();
    assert!(back == value || !all_exact(&json), "{json}");
    if value.get().abs() > 1e300 {
        // Rounded to what a float knows, it may be more than the largest float.
        return;
    }
    for decimals in 0..4 {
        let text = plain(value.get(), decimals);
        let back: f64 = text.parse().expect("a number");
        // Half a unit of the last decimal, and what a float of this size leaves out.
        let slack = 0.51 / 10f64.powi(decimals as i32) + value.get().abs() * 1e-14;
        assert!((back - value.get()).abs() <= slack, "{text} for {json} with {decimals} decimals");
        for lang in LANGS {
            let shown = number(lang, value.get(), decimals);
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            assert_eq!(digits(&shown), digits(&text));
            assert!(number_with_sign(lang, value.get(), decimals).ends_with(&shown));
        }
    }
}
