//! The legal acts, programmes and strategies that a report names.

use crate::format::{period_text, reference_kind_name};
use crate::model::Reference;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// Documents by kind, number and date, in the order of the text.
pub(in crate::view) fn acts(html: &mut Markup, here: &Here, references: &[Reference]) {
    if references.is_empty() {
        return html.leaf("p", "empty", here.t.no_acts);
    }
    html.element("ul", "acts", |html| {
        for reference in references {
            let about = [
                Some(reference_kind_name(here.lang, reference.kind).to_owned()),
                reference.number.clone(),
                reference.date.map(|date| period_text(here.lang, date)),
            ];
            html.element("li", "act", |html| {
                html.source("span", "act__title", reference.title.as_deref().unwrap_or(&reference.quote));
                html.leaf("span", "act__about", &about.into_iter().flatten().collect::<Vec<_>>().join(" · "));
            });
        }
    });
}
