//! Nice steps for an axis: 1, 2 or 5 times a power of ten.

/// The multiples of a nice step between `low` and `high`, both included where they are multiples; at most `most` of them.
pub fn nice_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let span = high - low;
    if span <= 0.0 || !span.is_finite() || most < 2 {
        return vec![0.0];
    }
    let power = power_of_ten_below(span / most as f64);
    [1.0, 2.0, 5.0, 10.0, 20.0]
        .into_iter()
        .map(|step| multiples(low, high, step * power))
        .find(|ticks| ticks.len() <= most)
        .unwrap_or_else(|| vec![0.0])
}

/// The greatest power of ten not above a positive number; by steps, as the powers of floats would weigh more.
fn power_of_ten_below(number: f64) -> f64 {
    let mut power = 1.0;
    while power > number && power > 1e-12 {
        power /= 10.0;
    }
    while power * 10.0 <= number {
        power *= 10.0;
    }
    power
}

fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let slack = step * 1e-9;
    let (first, last) = (((low - slack) / step).ceil() as i64, ((high + slack) / step).floor() as i64);
    (first..=last).map(|i| i as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_nice() {
        assert_eq!(nice_ticks(0.0, 100.0, 6), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(nice_ticks(-68.6, 35.5, 6), [-60.0, -40.0, -20.0, 0.0, 20.0]);
        assert_eq!(nice_ticks(0.0, 3.0, 4), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(nice_ticks(0.0, 0.0, 5), [0.0]);
        for (low, high) in [(0.0, 1.49), (-0.3, 0.2), (0.0, 7231.0), (-5.0, 0.0)] {
            let ticks = nice_ticks(low, high, 5);
            assert!((2..=5).contains(&ticks.len()), "{low} {high} {ticks:?}");
            assert!(ticks.contains(&0.0));
        }
    }
}
