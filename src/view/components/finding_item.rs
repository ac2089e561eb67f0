//! A finding: what came of a check, its sentence, and the figures that it compares, side by side.

use super::metric_card;
use crate::format::verdict_name;
use crate::library::Check;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// A finding with its operands as cards.
pub(in crate::view) fn finding_item(html: &mut Markup, here: &Here, finding: &Check) {
    html.element("article", "finding", |html| {
        html.attr("data-finding", &finding.id);
        verdict(html, here, finding);
        html.leaf("p", "finding__sentence", finding.message.of(here.lang.code()));
        html.element("div", "finding__operands", |html| {
            for figure in finding.observations.iter().filter_map(|source| here.state.figure(source)) {
                metric_card(html, here, figure, true);
            }
        });
    });
}

/// The verdict as a mark with its word.
pub(in crate::view) fn verdict(html: &mut Markup, here: &Here, finding: &Check) {
    html.element("p", "verdict", |html| {
        html.attr("data-verdict", finding.verdict.code());
        html.text(verdict_name(here.lang, finding.verdict));
    });
}
