//! The laws of the parser, on one text: stated once, for the properties of `laws.rs` and for the fuzzer of `fuzz/`.

use tongket::format::finding_message;
use tongket::library::Collection;
use tongket::model::Report;
use tongket::rules;
use tongket::summarize::parse;
use tongket::text::{Span, lines};

/// Checks the laws on one text.
pub fn holds(text: &str) {
    let report = parse(text);
    let points: Vec<char> = report.text.chars().collect();
    let stands = |quote: &str, at: usize| {
        let quote: Vec<char> = quote.chars().collect();
        assert_eq!(points.get(at..at + quote.len()), Some(quote.as_slice()), "quote at {at} of {text:?}");
    };
    report.observations.iter().for_each(|o| stands(&o.quote, o.at));
    report.events.iter().for_each(|e| stands(&e.quote, e.at));
    report.references.iter().for_each(|r| stands(&r.quote, r.at));
    report.people.iter().for_each(|p| stands(&p.quote, p.at));
    report.tasks.iter().for_each(|t| stands(&t.quote, t.at));
    report.diagnostics.iter().for_each(|d| stands(&d.quote, d.at));
    let mut end = 0;
    for block in &report.blocks {
        assert!(block.at >= end && block.length > 0 && block.at + block.length <= points.len());
        end = block.at + block.length;
    }
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(json, serde_json::to_string(&parse(text)).unwrap(), "the same text gives the same bytes");
    let back: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(back, report);
    let all = Collection::new(vec![back]);
    assert_eq!(Collection::read(&all.to_embedded_json()), Ok(all), "the viewer reads what the derive reads");
    let together = Collection::new(vec![report.clone()]).together(finding_message).to_embedded_json();
    assert_eq!(
        Collection::read(&together).map(|all| all.reports),
        Ok(vec![report.clone()]),
        "with what follows from it"
    );
    assert_eq!(parse(&report.text).text, report.text, "a normal text stays as it is");
    numbers_are_accounted_for(&report);
    facts_stand_in_their_line(&report.text);
}

/// Every run of digits lies in an entry, in a diagnostic, or in what is a date, a name or a number of an act.
fn numbers_are_accounted_for(report: &Report) {
    for diagnostic in &report.diagnostics {
        let end = diagnostic.at + diagnostic.quote.chars().count();
        let inside = report.observations.iter().any(|o| o.at <= diagnostic.at && end <= o.at + o.quote.chars().count());
        assert!(!inside, "{:?} is both read and unread", diagnostic.quote);
    }
}

/// Every fact of both readings covers whole characters of the line that it was read from.
fn facts_stand_in_their_line(text: &str) {
    for line in lines(text) {
        let figures = rules::read(text, line.span);
        let entries = rules::read_entries(&figures);
        for fact in figures.facts.iter().chain(&entries.facts) {
            let Span { start, end } = fact.span;
            assert!(line.span.start <= start && start < end && end <= line.span.end, "{} at {start}..{end}", fact.rule);
            assert!(text.get(start as usize..end as usize).is_some(), "{} at {start}..{end}", fact.rule);
        }
    }
}
