//! What the reports say together, computed when a page first asks for it and kept for as long as the app lives.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::library::{Collection, FigureId, Finding, Series, Verdict, findings, series};

/// Series and findings of a collection.
#[derive(Default)]
pub(super) struct Across {
    series: OnceLock<Vec<Series<'static>>>,
    findings: OnceLock<Vec<Finding<'static>>>,
    /// The figures that a check does not agree with.
    doubted: OnceLock<FxHashSet<FigureId>>,
}

impl Across {
    pub(super) fn series(&'static self, collection: &'static Collection) -> &'static [Series<'static>] {
        self.series.get_or_init(|| series(collection))
    }

    /// Whether a check of a figure does not agree.
    pub(super) fn doubts(&'static self, collection: &'static Collection, id: &FigureId) -> bool {
        let doubted = self.doubted.get_or_init(|| {
            let findings = self.findings(collection).iter().filter(|f| f.verdict == Verdict::Inconsistent);
            findings.flat_map(|finding| &finding.operands).map(|figure| figure.id()).collect()
        });
        doubted.contains(id)
    }

    pub(super) fn findings(&'static self, collection: &'static Collection) -> &'static [Finding<'static>] {
        self.findings.get_or_init(|| findings(collection, self.series(collection)))
    }
}
