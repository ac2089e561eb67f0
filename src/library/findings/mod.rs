//! Findings: what can be computed from the texts alone. Each shows its operands and its tolerance, and says no more than
//! that numbers agree or do not.

mod conflict;
mod growth;
mod rank;
mod rate;
mod scale;

use super::series::Series;
use super::{Collection, Figure, Stated};
use crate::model::{Period, codes};

codes! {
    /// What was checked.
    FindingKind {
        /// A level, an earlier level and the change told of them.
        Growth = "growth",
        /// A change in per cent that is the ratio of the two levels.
        RatioAsGrowth = "ratio_as_growth",
        /// A rank, an earlier rank and the places between.
        Rank = "rank",
        /// A yearly rate and a multiple over the same years.
        Rate = "rate",
        /// Two values of one indicator, area and period.
        Conflict = "conflict",
        /// Values that differ by a power of ten, or by what a currency would explain.
        Scale = "scale",
    }
}

codes! {
    /// What came of it.
    Verdict {
        /// The numbers agree within what their digits and qualifiers leave open.
        Consistent = "consistent",
        /// They do not.
        Inconsistent = "inconsistent",
        /// They cannot be compared.
        CannotCheck = "cannot_check",
    }
}

/// A number with its unit, stated or computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The number with the span that it may stand for.
    pub value: Stated,
    /// Its unit.
    pub unit: String,
}

/// One check with its operands.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// Stable: made of its kind and its operands.
    pub id: String,
    /// What was checked.
    pub kind: FindingKind,
    /// What came of it.
    pub verdict: Verdict,
    /// The observations that it compares, the one that tells the stated number first.
    pub operands: Vec<Figure<'a>>,
    /// What is stated.
    pub stated: Amount,
    /// What follows from the others.
    pub computed: Amount,
    /// The indicator.
    pub indicator: String,
    /// A period that the check gives to a number that told none, or another.
    pub dates: Option<Period>,
}

/// All findings of a collection with its series, by kind and in the order of the reports.
pub fn findings<'a>(collection: &'a Collection, all: &[Series<'a>]) -> Vec<Finding<'a>> {
    let mut out = growth::check(collection, all);
    out.extend(rank::check(collection, all));
    out.extend(rate::check(collection));
    out.extend(conflict::check(all));
    out.extend(scale::check(all));
    let mut seen = rustc_hash::FxHashSet::default();
    out.retain(|finding| seen.insert(finding.id.clone()));
    out
}

impl<'a> Finding<'a> {
    fn new(
        kind: FindingKind,
        verdict: Verdict,
        operands: Vec<Figure<'a>>,
        stated: Amount,
        computed: Amount,
        indicator: &str,
    ) -> Self {
        let names = operands.iter().map(|figure| format!("{}-{}", figure.report.id, figure.observation.id));
        let id = std::iter::once(kind.to_string()).chain(names).collect::<Vec<_>>().join("-");
        Self { id, kind, verdict, operands, stated, computed, indicator: indicator.to_owned(), dates: None }
    }
}

fn amount(value: Stated, unit: &str) -> Amount {
    Amount { value, unit: unit.to_owned() }
}

fn verdict(agrees: bool) -> Verdict {
    if agrees { Verdict::Consistent } else { Verdict::Inconsistent }
}
