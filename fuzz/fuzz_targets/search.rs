//! What a reader types into the search, against any text: the first line is the query, the rest the text. Highlights
//! stand in the text, in order, and a text that holds the query is found by it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tongket::library::{Collection, SearchIndex, fold, highlights};
use tongket::summarize::parse;
use tongket::text::case::lowercase;

fuzz_target!(|input: &str| {
    let (query, text) = input.split_once('\n').unwrap_or((input, input));
    assert_eq!(fold(&fold(query)), fold(query), "folded twice is folded once");
    let mut end = 0;
    for range in highlights(text, query) {
        assert!(end <= range.start && range.start < range.end, "in order, and none empty");
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        end = range.end;
    }
    let whole = highlights(text, text);
    let marked: String = whole.into_iter().map(|range| &text[range]).collect();
    // A combining mark at the very start belongs to no letter.
    let letters = |text: &str| fold(text).split_whitespace().collect::<String>();
    assert_eq!(letters(&marked), letters(text), "a text marks all of itself");

    let all = Collection::new(vec![parse(text)]);
    let index = SearchIndex::new(&all);
    let hits = index.find(query);
    assert!(hits.is_sorted_by_key(|hit| !hit.exact), "what stands as typed comes first");
    assert_eq!(hits.is_empty(), index.find(&lowercase(query)).is_empty(), "capitals are as good as small letters");
    for task in &all.reports[0].tasks {
        let found = index.find(&task.quote);
        assert!(found.iter().any(|hit| hit.exact) || fold(&task.quote).trim().is_empty(), "{:?}", task.quote);
    }
});
