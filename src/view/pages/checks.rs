//! What can be checked by arithmetic from the texts alone: first what does not agree, then what does.

use crate::library::Verdict;
use crate::view::components::finding_item;
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// All findings.
pub(in crate::view) fn checks(html: &mut Markup, here: &Here, state: State) {
    let t = here.t;
    let all = state.findings();
    html.leaf("h1", "page__title", t.checks);
    html.leaf("p", "page__lead", t.checks_how);
    if all.is_empty() {
        html.leaf("p", "empty", t.no_checks);
    }
    for (verdict, name) in [
        (Verdict::Inconsistent, t.not_agreeing),
        (Verdict::Consistent, t.agreeing),
        (Verdict::CannotCheck, t.not_comparable),
    ] {
        let those: Vec<_> = all.iter().filter(|finding| finding.verdict == verdict).collect();
        if those.is_empty() {
            continue;
        }
        html.element("section", "part", |html| {
            html.element("h2", "", |html| {
                html.text(name);
                html.leaf("span", "part__count", &format!(" {}", those.len()));
            });
            those.into_iter().for_each(|finding| finding_item(html, here, finding));
        });
    }
}
