//! A chart as a figure: title, unit, the drawing, a sentence that describes it, and the same data as a table.
//!
//! The drawing is made for the width that it has, so that its text keeps its size. A touch on a bar opens its source;
//! by keyboard the table does.

use leptos::prelude::*;

use crate::chart::{Bar, draw, place};
use crate::format::{Lang, against_text, capitalised, growth_sentence, number, number_with_sign, period_text};
use crate::library::{Growth, growth};
use crate::model::{Report, Status};
use crate::view::browser;
use crate::view::state::{DESK, State, use_state};

/// From this many changes on a chart says more than the cards.
const ENOUGH: usize = 3;
/// The widest drawing; a longer bar says no more.
const WIDEST: i32 = 760;

/// The changes in per cent of a report as diverging bars; nothing where there are too few.
#[component]
pub fn GrowthChart(
    /// The report.
    report: &'static Report,
    /// Whether the page has a heading that says what the chart shows.
    #[prop(optional)]
    titled: bool,
) -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let lang = state.language();
    let all = growth(report);
    if all.len() < ENOUGH {
        return ().into_any();
    }
    let bars: Vec<Bar> = all.iter().map(|growth| bar(lang, growth)).collect();
    let told: Vec<(&str, f64)> = bars.iter().map(|bar| (bar.label.as_str(), bar.value)).collect();
    let sentence = growth_sentence(lang, &told);
    let place_id = format!("bieu-do-{}", report.id);
    let width = drawing_width(state, place_id.clone());
    let placed = Memo::new(move |_| place(&bars, width.get(), |value| format!("{}%", number(lang, value, 1))));
    let cut = move || placed.with(|p| p.bars.iter().any(|bar| bar.cut));
    let estimates = all.iter().any(|g| g.figure.observation.status == Status::Estimate);
    let ids: Vec<_> = all.iter().map(|g| g.figure.id()).collect();
    let touched = move |event: leptos::ev::MouseEvent| {
        if let Some(id) = browser::row_of(&event).and_then(|row| ids.get(row)) {
            state.open(id.clone());
        }
    };
    let period = report.meta.period.map(|p| period_text(lang, p));
    view! {
        <figure class="chart" data-chart=format!("growth/{}", report.id)>
            <figcaption class="chart__caption">
                <p class=if titled { "unseen" } else { "chart__title" }>{t.growth}</p>
                <p class="chart__unit">{period.map(|p| format!("{p} · "))}{t.growth_unit}</p>
                <p class="chart__sentence">{sentence.clone()}</p>
            </figcaption>
            <div class="chart__place" id=place_id role="img" aria-label=sentence on:click=touched
                inner_html=move || placed.with(draw)></div>
            {move || cut().then(|| view! { <p class="chart__note">{t.growth_over}</p> })}
            {estimates.then(|| view! { <p class="chart__note">{t.growth_hollow}</p> })}
            <GrowthTable all/>
        </figure>
    }
    .into_any()
}

/// The data of the chart as a table; its links open the sources.
#[component]
fn GrowthTable(
    /// The changes, in the order of the chart.
    all: Vec<Growth<'static>>,
) -> impl IntoView {
    let state = use_state();
    let (t, lang) = (state.words(), state.language());
    let rows = all.into_iter().map(|growth| {
        let against = growth.figure.observation.change.as_ref().and_then(|c| c.against);
        view! {
            <tr>
                <th scope="row" lang="vi"><a href=state.sheet_link(growth.figure)>{growth.figure.indicator()}</a></th>
                <td class="table__number">{number_with_sign(lang, growth.percent, 2)}"%"</td>
                <td>{against.map(|p| against_text(lang, p))}</td>
            </tr>
        }
    });
    view! {
        <details class="chart__table">
            <summary>{t.as_table}</summary>
            <table class="table">
                <caption class="unseen">{t.growth}</caption>
                <thead><tr>
                    <th scope="col">{t.indicator}</th>
                    <th scope="col" class="table__number">{t.change}</th>
                    <th scope="col">{t.against}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn bar(lang: Lang, growth: &Growth<'_>) -> Bar {
    Bar {
        label: capitalised(growth.figure.indicator()),
        value: growth.percent,
        shown: format!("{}%", number_with_sign(lang, growth.percent, 2)),
        estimate: growth.figure.observation.status == Status::Estimate,
    }
}

/// The width for a drawing: guessed from the window, then as the page has it, and again when the window changes.
fn drawing_width(state: State, place_id: String) -> RwSignal<i32> {
    let window = state.width.get_untracked();
    let guess = if window >= DESK { WIDEST } else { window - 32 };
    let width = RwSignal::new(guess.clamp(240, WIDEST));
    Effect::new(move |_| {
        state.width.track();
        state.route.with(|route| route.tab);
        if let Some(real) = browser::width_of(&place_id) {
            let real = real.clamp(240, WIDEST);
            if width.get_untracked() != real {
                width.set(real);
            }
        }
    });
    width
}
