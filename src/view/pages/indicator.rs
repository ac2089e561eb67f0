//! An indicator over all reports: its lines, every quote behind them, and values that disagree side by side; and the list
//! of all indicators that several reports or periods tell.

use crate::format::{area_name, capitalised, series_sentence, unit_name};
use crate::library::{JoinedBy, Line, RANK};
use crate::view::Route;
use crate::view::components::{Detail, facts, finding_item, sector_mark, series_chart, worth_a_chart};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::pages::not_found;
use crate::view::state::State;

/// The page of an indicator, by the id of its row in the lexicon or of its series.
pub(in crate::view) fn indicator(html: &mut Markup, here: &Here, state: State, id: &str) {
    let t = here.t;
    let lines: Vec<&'static Line> = state.series().iter().filter(|series| series.is_of(id)).collect();
    let Some(&first) = lines.first() else { return not_found(html, here, state, None) };
    html.leaf("p", "page__kind", t.indicator);
    html.source("h1", "page__title page__title--long", &capitalised(&first.indicator));
    let areas = once(lines.iter().filter_map(|s| s.area.as_ref()).map(|area| area_name(here.lang, area)));
    let units = lines.iter().map(|s| s.unit.as_str()).filter(|unit| *unit != RANK);
    let units = once(units.map(|unit| unit_name(here.lang, unit).to_owned()));
    let list = |names: Vec<String>| (!names.is_empty()).then(|| names.join(", "));
    facts(html, &[(t.area, list(areas)), (t.unit, list(units)), (t.reports, Some(reports(&lines).to_string()))]);
    sector_mark(html, here, first.sector);
    for &series in &lines {
        html.element("section", "part", |html| series_chart(html, here, state, series, Detail::Titled));
    }
    let own: Vec<_> = state.findings().iter().filter(|finding| finding.indicator == first.indicator).collect();
    if !own.is_empty() {
        html.element("section", "part", |html| {
            html.leaf("h2", "", t.checks);
            own.into_iter().for_each(|finding| finding_item(html, here, finding));
        });
    }
    joins(html, here, &lines);
}

/// How many reports tell some lines.
fn reports(lines: &[&Line]) -> usize {
    let told = lines.iter().flat_map(|series| &series.points).flat_map(|point| &point.from);
    once(told.map(|source| source.report.as_str())).len()
}

/// Each of some things once, in the order in which they come.
fn once<T: PartialEq>(things: impl Iterator<Item = T>) -> Vec<T> {
    things.fold(Vec::new(), |mut seen, thing| {
        if !seen.contains(&thing) {
            seen.push(thing);
        }
        seen
    })
}

/// Why each wording was taken for this indicator.
fn joins(html: &mut Markup, here: &Here, lines: &[&Line]) {
    let t = here.t;
    html.element("details", "part sheet__why", |html| {
        html.leaf("summary", "", t.why_joined);
        html.element("ul", "", |html| {
            let mut seen = Vec::new();
            for source in lines.iter().flat_map(|series| &series.points).flat_map(|point| &point.from) {
                let Some(figure) = here.state.figure(source) else { continue };
                let wording = figure.indicator();
                let why = match source.why {
                    JoinedBy::Named => format!("{} “{}”", t.joined_by_phrases, source.phrases.join("”, “")),
                    JoinedBy::Derived => t.derived.to_owned(),
                    JoinedBy::SameWords | JoinedBy::Operand => t.joined_by_words.to_owned(),
                };
                if !seen.contains(&(wording, why.clone())) {
                    seen.push((wording, why.clone()));
                    html.element("li", "", |html| {
                        html.source("span", "", wording);
                        html.text(&format!(": {why}"));
                    });
                }
            }
        });
    });
}

/// The indicators that recur: those told by several reports or for several periods.
pub(in crate::view) fn indicators(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    html.leaf("h1", "page__title", t.indicators);
    html.leaf("p", "page__lead", t.indicators_how);
    let mut lines = recurring(state);
    let pages = once(lines.iter().map(|series| series.group.as_str()));
    lines.retain({
        let mut left = pages;
        move |series| left.iter().position(|id| *id == series.group.as_str()).map(|at| left.remove(at)).is_some()
    });
    if lines.is_empty() {
        return html.leaf("p", "empty", t.no_indicators);
    }
    html.element("ul", "indicators", |html| {
        for series in lines {
            html.element("li", "indicators__row", |html| {
                html.link("indicators__name", &Route::indicator(series).href(), &capitalised(&series.indicator));
                html.leaf("p", "indicators__said", &series_sentence(here.lang, series));
                sector_mark(html, here, series.sector);
            });
        }
    });
}

/// The series worth a chart, those that most reports tell first.
pub(in crate::view) fn recurring(state: State) -> Vec<&'static Line> {
    let mut lines: Vec<&'static Line> = state.series().iter().filter(|series| worth_a_chart(series)).collect();
    crate::library::sort_by_key(&mut lines, |series| {
        let told = series.points.iter().filter(|point| !point.derived).count();
        (std::cmp::Reverse(reports(&[series])), series.group == series.id, std::cmp::Reverse(told))
    });
    lines
}
