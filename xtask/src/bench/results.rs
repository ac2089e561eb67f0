//! What was measured: the lines that `benches/browser/lib/summary.mjs` prints of a results file.

/// The figures of one run of the bench.
#[derive(Debug, Default)]
pub struct Results {
    about: Vec<(String, String)>,
    figures: Vec<(Place, Figure)>,
    failed: Vec<(Place, String)>,
}

/// A size of the data, a page, and what was measured of it; the last is empty where a page as a whole is meant.
#[derive(Debug, PartialEq)]
struct Place {
    size: String,
    page: String,
    measure: String,
}

impl Place {
    fn is(&self, size: &str, page: &str, measure: &str) -> bool {
        self.size == size && self.page == page && self.measure == measure
    }
}

/// The middle of all runs, and their ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub median: f64,
    pub least: f64,
    pub most: f64,
}

impl Results {
    /// Reads the lines; one that is none of ours is passed by.
    pub fn read(lines: &str) -> Self {
        let mut results = Self::default();
        for line in lines.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let place = |size: &str, page: &str, measure: &str| Place {
                size: size.to_owned(),
                page: page.to_owned(),
                measure: measure.to_owned(),
            };
            match fields.as_slice() {
                ["about", what, text] => results.about.push(((*what).to_owned(), (*text).to_owned())),
                ["figure", size, page, measure, numbers @ ..] => {
                    let numbers: Vec<f64> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
                    if let [median, least, most] = numbers[..] {
                        results.figures.push((place(size, page, measure), Figure { median, least, most }));
                    }
                }
                ["failed", size, page, reason] => results.failed.push((place(size, page, ""), (*reason).to_owned())),
                _ => {}
            }
        }
        results
    }

    /// What is told of the run as a whole; nothing where it is not told.
    pub fn about(&self, what: &str) -> &str {
        self.about.iter().find(|(name, _)| name == what).map_or("", |(_, text)| text)
    }

    /// What was measured of a page.
    pub fn figure(&self, size: &str, page: &str, measure: &str) -> Option<Figure> {
        self.figures.iter().find(|(place, _)| place.is(size, page, measure)).map(|(_, figure)| *figure)
    }

    /// The median of what was measured of a page.
    pub fn median(&self, size: &str, page: &str, measure: &str) -> Option<f64> {
        self.figure(size, page, measure).map(|figure| figure.median)
    }

    /// The pages with a size of the data, the soonest ready first.
    pub fn pages(&self, size: &str) -> Vec<&str> {
        let here = self.figures.iter().filter(|(place, _)| place.size == size && place.measure == "ready");
        let mut pages: Vec<(&str, f64)> = here.map(|(place, figure)| (place.page.as_str(), figure.median)).collect();
        pages.sort_by(|a, b| a.1.total_cmp(&b.1));
        pages.into_iter().map(|(page, _)| page).collect()
    }

    /// Runs that did not come to their end: size, page, reason.
    pub fn failed(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.failed.iter().map(|(place, reason)| (place.size.as_str(), place.page.as_str(), reason.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "about\tmachine\t2 cores\nfigure\tsmall\treact\tready\t2300\t2200\t2400\nnoise\n\
                         figure\tsmall\tapp\tready\t900\t850\t1000\nfigure\tsmall\tapp\tkb\t–\t1\t2\n\
                         failed\tlarge\tapp\tcontent not there";

    #[test]
    fn the_lines_are_read() {
        let results = Results::read(LINES);
        assert_eq!(results.about("machine"), "2 cores");
        assert_eq!(results.about("load"), "");
        let ready = Figure { median: 900.0, least: 850.0, most: 1000.0 };
        assert_eq!(results.figure("small", "app", "ready"), Some(ready));
        assert_eq!(results.median("small", "app", "kb"), None, "no number, no figure");
        assert_eq!(results.pages("small"), ["app", "react"]);
        assert_eq!(results.failed().collect::<Vec<_>>(), [("large", "app", "content not there")]);
    }
}
