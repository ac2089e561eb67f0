//! Findings as plain sentences: the operands, what follows from them, and whether it meets what is told. They say that
//! numbers agree or do not, and never which of them is wrong.

use super::{Lang, amount_text, capitalised, number, period_text};
use crate::library::{Amount, Figure, Finding, FindingKind, Message, Verdict};

/// A finding in one or two sentences of each language.
pub fn finding_message(finding: &Finding<'_>) -> Message {
    Message { vi: finding_sentence(Lang::Vi, finding), en: finding_sentence(Lang::En, finding) }
}

/// A finding in one or two sentences.
pub fn finding_sentence(lang: Lang, finding: &Finding<'_>) -> String {
    let mut text = match finding.kind {
        FindingKind::Growth | FindingKind::RatioAsGrowth => growth(lang, finding),
        FindingKind::Rank => rank(lang, finding),
        FindingKind::Rate => rate(lang, finding),
        FindingKind::Conflict => conflict(lang, finding),
        FindingKind::Scale => scale(lang, finding),
    };
    if let Some(period) = finding.dates {
        let when = period_text(lang, period);
        text += &lang
            .pick(format!(" Vậy thứ hạng trước là của {when}."), format!(" So the earlier rank is that of {when}."));
    }
    capitalised(&text)
}

/// What came of a check, as a label.
pub fn verdict_name(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => lang.pick("Khớp", "Agrees"),
        Verdict::Inconsistent => lang.pick("Không khớp", "Does not agree"),
        Verdict::CannotCheck => lang.pick("Không so sánh được", "Cannot be compared"),
    }
}

fn growth(lang: Lang, finding: &Finding<'_>) -> String {
    let (now, then) = (quote(finding, 0), quote(finding, 1));
    let (stated, computed) = (change(lang, &finding.stated), change(lang, &finding.computed));
    let mut text = lang.pick(
        format!("{}: từ “{then}” đến “{now}” là {computed}; văn bản nêu {stated}", finding.indicator),
        format!("{}: from “{then}” to “{now}” is {computed}; the text says {stated}", finding.indicator),
    );
    if finding.kind == FindingKind::RatioAsGrowth {
        let ratio = amount_text(lang, finding.computed.value.number + 100.0, "%");
        text += &lang.pick(
            format!(". Số sau bằng {ratio} của số trước: tỷ số được nêu như mức tăng."),
            format!(". The later number is {ratio} of the earlier one: a ratio told as growth."),
        );
        return text;
    }
    text + ending(lang, finding.verdict)
}

fn rank(lang: Lang, finding: &Finding<'_>) -> String {
    let (last, now) = (finding.operands.len().saturating_sub(1), finding.operands.len().saturating_sub(2));
    let place = |at: usize| {
        let rank = finding.operands.get(at).and_then(|figure| figure.observation.rank.as_ref());
        rank.map_or_else(String::new, |rank| number(lang, rank.position.get(), 0))
    };
    let (now, then, steps) = (place(now), place(last), number(lang, finding.stated.value.number.abs(), 0));
    let up = finding.stated.value.number > 0.0;
    let text = lang.pick(
        format!(
            "{}: thứ {now}, {} {steps} bậc; trước đó nêu thứ {then}",
            finding.indicator,
            if up { "tăng" } else { "giảm" }
        ),
        format!(
            "{}: place {now}, {} {steps} places; told before: place {then}",
            finding.indicator,
            if up { "up" } else { "down" }
        ),
    );
    text + ending(lang, finding.verdict)
}

fn rate(lang: Lang, finding: &Finding<'_>) -> String {
    let change = finding.operands.get(1).and_then(|figure| figure.observation.change.as_ref());
    let times = change.and_then(|change| change.number).map_or_else(String::new, |n| number(lang, n.get(), 2));
    let since = change.and_then(|change| change.against).map_or_else(String::new, |period| period_text(lang, period));
    let span = |at: f64| number(lang, at, 1);
    let (low, high) = (span(finding.computed.value.low), span(finding.computed.value.high));
    let told = quote(finding, 0);
    let text = lang.pick(
        format!(
            "{}: gấp {times} lần so với {since} ứng với {low}–{high}% mỗi năm; văn bản nêu “{told}”",
            finding.indicator
        ),
        format!("{}: {times} times {since} means {low}–{high}% a year; the text says “{told}”", finding.indicator),
    );
    text + ending(lang, finding.verdict)
}

fn conflict(lang: Lang, finding: &Finding<'_>) -> String {
    let told = |at: usize| told_by(lang, finding, at);
    let period = |at: usize| {
        let period = finding.operands.get(at).and_then(|figure: &Figure<'_>| figure.observation.period);
        period.map_or_else(String::new, |period| lang.pick(" cho ", " for ").to_owned() + &period_text(lang, period))
    };
    lang.pick(
        format!(
            "{}: {}{}, {}{}. Hai số không cùng nằm trong phạm vi mà chữ số và cách nói cho phép, nếu cùng một phạm vi tính.",
            finding.indicator, told(0), period(0), told(1), period(1)
        ),
        format!(
            "{}: {}{}, {}{}. The two do not meet within what their digits and qualifiers leave open, if their scope is the same.",
            finding.indicator, told(0), period(0), told(1), period(1)
        ),
    )
}

fn scale(lang: Lang, finding: &Finding<'_>) -> String {
    let (stated, computed) = (&finding.stated, &finding.computed);
    let currency =
        finding.operands.first().is_some_and(|figure| figure.observation.unit.as_deref() != Some(&stated.unit));
    let (told, other) = (told_by(lang, finding, 0), told_by(lang, finding, 1));
    let text = format!("{}: {told}, {other}. ", finding.indicator);
    let amount = |amount: &Amount| amount_text(lang, amount.value.number, &amount.unit);
    text + &if currency {
        let (low, high) =
            (amount_text(lang, stated.value.low, &stated.unit), amount_text(lang, stated.value.high, &stated.unit));
        lang.pick(
            format!(
                "Đổi ra đô la, số đầu chỉ là {low} đến {high}, số sau tính cả năm cỡ {}: không cùng cỡ.",
                amount(computed)
            ),
            format!(
                "In dollars the first is only {low} to {high}, the other about {} a year: not of one size.",
                amount(computed)
            ),
        )
    } else {
        let times = number(
            lang,
            (stated.value.number / computed.value.number).max(computed.value.number / stated.value.number),
            0,
        );
        lang.pick(
            format!("Hai số cách nhau cỡ {times} lần, gần đúng một lũy thừa của mười."),
            format!("The two are about {times} times apart, close to a power of ten."),
        )
    }
}

fn told_by(lang: Lang, finding: &Finding<'_>, at: usize) -> String {
    let Some(figure) = finding.operands.get(at) else { return String::new() };
    let meta = &figure.report.meta;
    let report = || lang.pick("một báo cáo", "a report").to_owned();
    let who = meta.publisher.clone().or_else(|| meta.title.clone()).unwrap_or_else(report);
    let when = meta.dated().map_or_else(String::new, |day| format!(" ({})", period_text(lang, day)));
    let quote = &figure.observation.quote;
    lang.pick(format!("{who}{when} nêu “{quote}”"), format!("{who}{when} tells “{quote}”"))
}

fn ending(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => lang.pick(": khớp.", ": they agree."),
        Verdict::Inconsistent => lang.pick(": không khớp.", ": they do not agree."),
        Verdict::CannotCheck => lang.pick(": không so sánh được.", ": they cannot be compared."),
    }
}

fn quote<'a>(finding: &Finding<'a>, at: usize) -> &'a str {
    finding.operands.get(at).map_or("", |figure| &figure.observation.quote)
}

/// A change as a phrase: `tăng 723%`, `gấp 3 lần`.
fn change(lang: Lang, amount: &Amount) -> String {
    let value = amount.value.number;
    let size = if amount.unit == "%" {
        format!("{}%", number(lang, value.abs(), 1))
    } else {
        amount_text(lang, value.abs(), &amount.unit)
    };
    match (amount.unit.as_str(), value < 0.0) {
        ("times", _) => lang.pick(format!("gấp {size}"), format!("{size} as much")),
        (_, false) => lang.pick(format!("tăng {size}"), format!("up {size}")),
        (_, true) => lang.pick(format!("giảm {size}"), format!("down {size}")),
    }
}
