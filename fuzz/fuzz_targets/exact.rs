//! Which numbers of JSON are read to the bit. The reader that we use is small and not exact: it takes the digits as a
//! whole number and scales that, so beyond fifteen digits, or with a large power of ten, the last bit may be another.

/// Whether every number in a text of JSON has at most fifteen digits and no power of ten.
pub fn all_exact(json: &str) -> bool {
    let runs = json.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '+' | '-'));
    let numbers = runs.filter(|run| run.starts_with(|c: char| c == '-' || c.is_ascii_digit()));
    numbers
        .into_iter()
        .all(|number| !number.contains(['e', 'E']) && number.matches(|c: char| c.is_ascii_digit()).count() <= 15)
}
