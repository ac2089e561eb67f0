//! A metric card: what is measured, the figure as the source words it, and what a reader needs beside it.
//!
//! The whole card is one link to the source sheet. Ranks, ratios and targets have their own forms.

use leptos::prelude::*;

use super::{ChangeLine, FigureText, SectorMark};
use crate::format::{area_name, horizon_text, normalised, period_text, status_name};
use crate::library::Figure;
use crate::model::{Observation, Status};
use crate::view::state::use_state;

/// A figure as a card.
#[component]
pub fn MetricCard(
    /// The figure.
    figure: Figure<'static>,
    /// Whether the card stands under a heading that names its sector already.
    #[prop(optional)]
    sector_known: bool,
) -> impl IntoView {
    let state = use_state();
    let o = figure.observation;
    // The figure says what a lone change says: its line would only repeat it.
    let change = o.change.as_ref().filter(|c| o.number.is_some() && (c.number.is_some() || c.against.is_some()));
    view! {
        <article class="card" data-card=figure.id().to_string() data-status=o.status.code()>
            <h3 class="card__indicator" lang="vi">
                <a class="card__open" href=state.sheet_link(figure) aria-haspopup="dialog">
                    {figure.indicator()}
                </a>
            </h3>
            <p class="card__figure"><FigureText quote=&o.quote/></p>
            {normalised(state.language(), o).map(|text| view! { <p class="card__normalised">{text}</p> })}
            {change.map(|change| view! { <ChangeLine change/> })}
            {shape(o)}
            <CardFoot figure sector_known/>
        </article>
    }
    .into_any()
}

/// Period, status, sector and source.
#[component]
fn CardFoot(
    /// The figure.
    figure: Figure<'static>,
    /// Whether the sector stands above already.
    sector_known: bool,
) -> impl IntoView {
    let state = use_state();
    let (lang, o, meta) = (state.language(), figure.observation, &figure.report.meta);
    let target = o.status == Status::Target;
    let period = o.period.map(|p| if target { horizon_text(lang, p) } else { period_text(lang, p) });
    let place = meta.area.as_ref().map(|area| area_name(lang, area));
    let source: Vec<String> = place.into_iter().chain(meta.published.map(|p| period_text(lang, p))).collect();
    view! {
        <p class="card__foot">
            {(o.status != Status::Actual).then(|| view! {
                <span class="status" data-status=o.status.code()>{status_name(lang, o.status)}</span>
            })}
            {period.map(|period| view! { <span class="card__period">{period}</span> })}
            {(!sector_known).then(|| view! { <SectorMark sector=o.sector/> })}
        </p>
        {(!source.is_empty()).then(|| view! {
            <p class="card__source">{state.words().source}": "{source.join(", ")}</p>
        })}
    }
    .into_any()
}

/// A part of a whole as a filled bar, a rank as a place on a line that begins with the first.
fn shape(o: &'static Observation) -> Option<AnyView> {
    if let Some(ratio) = &o.ratio {
        let (part, whole) = (ratio.part.get().to_string(), ratio.whole.get().to_string());
        return Some(view! { <progress class="ratio" max=whole value=part aria-hidden="true"></progress> }.into_any());
    }
    let rank = o.rank.as_ref()?;
    let (of, place) = (rank.of?.get(), rank.position.get());
    if of < 2.0 {
        return None;
    }
    let x = format!("{:.1}", 4.0 + (place - 1.0) / (of - 1.0) * 192.0);
    Some(
        view! {
            <svg class="rank" viewBox="0 0 200 12" width="200" height="12" aria-hidden="true" focusable="false">
                <line class="rank__line" x1="4" y1="6" x2="196" y2="6"></line>
                <line class="rank__end" x1="4" y1="1" x2="4" y2="11"></line>
                <circle class="rank__place" cx=x cy="6" r="4"></circle>
            </svg>
        }
        .into_any(),
    )
}
