//! What a reader types into the search, against any text: the first line is the query, the rest the text. Highlights
//! stand in the text, in order; what stands as typed comes first; capitals are as good as small letters.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tongket::library::{Collection, SearchIndex, fold};
use tongket::summarize::parse;
use tongket::text::case::lowercase;

fuzz_target!(|input: &str| {
    let (query, text) = input.split_once('\n').unwrap_or((input, input));
    assert_eq!(fold(&fold(query)), fold(query), "folded twice is folded once");
    let all = Collection::new(vec![parse(text)]);
    let index = SearchIndex::new(&all);
    let typed = index.query(query);
    let mut end = 0;
    for range in typed.highlights(text) {
        assert!(end <= range.start && range.start < range.end, "in order, and none empty");
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        end = range.end;
    }
    let hits = index.find(&typed);
    assert_eq!(hits.len(), index.find(&index.query(&lowercase(query))).len(), "capitals are as good as small letters");
    let _ = hits.facets();
    let exact: Vec<bool> = hits.map(|hit| hit.exact).collect();
    assert!(exact.is_sorted_by_key(|exact| !exact), "what stands as typed comes first");
});
