//! The source sheet: a figure in its sentence and paragraph, where it is from, and how it was read.
//!
//! A modal dialogue, at the foot of a phone and at the side of a desk. While it is open the page behind it is out of
//! reach; Esc, the button or a touch beside it closes it, and the focus returns to where it was.

use leptos::prelude::*;

use super::{ChangeLine, Facts, FigureText, SectorMark, SheetActions, fact};
use crate::format::{area_name, normalised, number, period_text, status_name, unit_name};
use crate::library::{Figure, FigureId, TextIndex, passage, report_title};
use crate::view::state::{State, use_state};
use crate::view::{Route, browser};

/// The sheet of the figure of an address.
#[component]
pub fn Sheet(
    /// The address.
    id: FigureId,
) -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let figure = state.collection.figure(&id);
    hold_focus();
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => state.close(),
        "Tab" => browser::keep_tab_within("sheet", &event),
        _ => {}
    };
    view! {
        <div class="sheet-scrim" on:click=move |_| state.close()></div>
        <div class="sheet" id="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title"
            data-sheet=id.to_string() on:keydown=key>
            <div class="sheet__head">
                <p class="sheet__kind">{t.source_of_figure}</p>
                <button type="button" class="sheet__close" aria-label=t.close on:click=move |_| state.close()>"✕"</button>
            </div>
            {match figure {
                Some(figure) => view! { <SheetBody figure/> }.into_any(),
                None => view! { <p id="sheet-title" class="empty" tabindex="-1">{t.unknown_figure}</p> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

/// What the sheet says of a figure.
#[component]
fn SheetBody(
    /// The figure.
    figure: Figure<'static>,
) -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let (o, report) = (figure.observation, figure.report);
    let words = passage(&TextIndex::new(&report.text), o.at, o.quote.chars().count());
    view! {
        <h2 class="sheet__indicator" id="sheet-title" tabindex="-1" lang="vi">{figure.indicator()}</h2>
        <p class="card__figure"><FigureText quote=&o.quote/></p>
        {o.change.as_ref().filter(|_| o.number.is_some()).map(|change| view! { <ChangeLine change/> })}
        <SectorMark sector=o.sector/>
        <blockquote class="sheet__passage" lang="vi">
            <p>
                {words.before}
                <span class="sheet__sentence">{words.lead}<mark>{words.quote}</mark>{words.tail}</span>
                " "{words.after}
            </p>
        </blockquote>
        <SheetActions figure/>
        <Facts facts=facts(state, figure)/>
        <p class="sheet__document">
            {t.document}": "<a href=Route::report(&report.id).href() lang="vi">{report_title(report)}</a>
        </p>
        <details class="sheet__why">
            <summary>{t.read_by}</summary>
            <p>{t.read_by_rules}":"</p>
            <ol class="sheet__rules">{o.rules.iter().map(|rule| view! { <li><code>{rule.as_ref()}</code></li> }).collect_view()}</ol>
        </details>
    }
    .into_any()
}

fn facts(state: State, figure: Figure<'static>) -> Vec<Option<(&'static str, String)>> {
    let (t, lang) = (state.words(), state.language());
    let (o, meta) = (figure.observation, &figure.report.meta);
    let unit = o.unit.as_deref().map_or("", |unit| unit_name(lang, unit));
    let value = o.number.map(|n| {
        let high = o.high.map_or_else(String::new, |high| format!("–{}", number(lang, high.get(), 4)));
        format!("{}{high} {unit}", number(lang, n.get(), 4))
    });
    let rank = o.rank.as_ref().map(|rank| {
        let of = rank.of.map_or_else(String::new, |of| format!(" {} {}", t.of_all, number(lang, of.get(), 0)));
        format!("{}{of}", number(lang, rank.position.get(), 0))
    });
    vec![
        fact(t.value, value),
        fact(t.normalised, normalised(lang, o)),
        fact(t.rank, rank),
        fact(t.period, o.period.map(|p| period_text(lang, p))),
        fact(t.status, Some(status_name(lang, o.status).to_owned())),
        fact(t.area, o.area.as_ref().map(|area| area_name(lang, area))),
        fact(t.place, meta.area.as_ref().map(|area| area_name(lang, area))),
        fact(t.published, meta.published.map(|p| period_text(lang, p))),
        fact(t.publisher, meta.publisher.clone()),
    ]
}

/// Moves the focus into the sheet and, when it closes, back to where it came from.
fn hold_focus() {
    browser::remember_focus();
    Effect::new(move |_| {
        browser::set_inert("frame", true);
        browser::focus("sheet-title");
    });
    on_cleanup(|| {
        browser::set_inert("frame", false);
        browser::return_focus();
    });
}
