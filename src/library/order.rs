//! Sorting with one copy of the sorting algorithm, and a short one: merging.
//!
//! The standard sort is compiled again for every type that it sorts, four kilobytes of wasm each time; here all of
//! them share the one that sorts places.

use std::cmp::Ordering;

/// Sorts and keeps equal items in their order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = places_of(items.len(), &|a, b| compare(&items[a], &items[b]));
    // Each swap brings one item to its place.
    for at in 0..places.len() {
        while places[at] != at {
            let place = places[at];
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// Sorts by a key and keeps items with equal keys in their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Where each of `count` items belongs.
fn places_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = vec![0; count];
    for (place, item) in order_of(count, compare).into_iter().enumerate() {
        places[item] = place;
    }
    places
}

/// `count` items in their order.
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    // Merges sorted runs into runs of twice the length, until there is one.
    let mut run = 1;
    while run < count {
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_equals_in_order() {
        let mut items = vec![(2, "a"), (1, "b"), (2, "c"), (1, "d")];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, "b"), (1, "d"), (2, "a"), (2, "c")]);
        for count in 0..40 {
            let mut many: Vec<(usize, usize)> = (0..count).map(|i| (i * 7919 % 13, i)).collect();
            let mut expected = many.clone();
            expected.sort();
            sort_by_key(&mut many, |item| item.0);
            assert_eq!(many, expected);
        }
        let mut none: Vec<u8> = vec![];
        sort_by_key(&mut none, |item| *item);
        assert!(none.is_empty());
    }
}
