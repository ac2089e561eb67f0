//! What the page is, how the figures were read, and what was not understood.

use leptos::prelude::*;

use crate::library::report_title;
use crate::view::Route;
use crate::view::state::use_state;

/// About.
#[component]
pub fn AboutPage() -> impl IntoView {
    let state = use_state();
    let t = state.words();
    let rows = state.collection.newest_first().into_iter().map(|report| {
        view! {
            <tr>
                <th scope="row" lang="vi"><a href=Route::report(&report.id).href()>{report_title(report)}</a></th>
                <td class="table__number">{report.observations.len()}</td>
                <td class="table__number">{report.diagnostics.len()}</td>
            </tr>
        }
    });
    view! {
        <h1 class="page__title">{t.about}</h1>
        <p class="page__lead">{t.about_what}</p>
        <section class="part prose">
            <h2>{t.about_method}</h2>
            <p>{t.about_how}</p>
            <h2>{t.about_unread}</h2>
            <p>{t.about_unread_how}</p>
            <table class="table">
                <caption class="unseen">{t.about_unread}</caption>
                <thead><tr>
                    <th scope="col">{t.report}</th>
                    <th scope="col" class="table__number">{t.figures}</th>
                    <th scope="col" class="table__number">{t.about_unread}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <h2>{t.about_privacy}</h2>
            <p>{t.about_privacy_how}</p>
        </section>
    }
    .into_any()
}
