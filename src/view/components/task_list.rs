//! What was promised, as a list.

use leptos::prelude::*;

use crate::format::horizon_text;
use crate::library::report_title;
use crate::model::{Report, Task};
use crate::view::Route;
use crate::view::state::use_state;

/// Tasks of one sector, or of one report.
#[component]
pub fn TaskList(
    /// The tasks, each with its report.
    tasks: Vec<(&'static Report, &'static Task)>,
    /// Whether all are of the report that the page is about.
    #[prop(optional)]
    one_report: bool,
) -> impl IntoView {
    let lang = use_state().language();
    let rows = tasks.into_iter().map(|(report, task)| {
        view! {
            <li class="task" data-task=format!("{}/{}", report.id, task.id)>
                <p class="task__quote" lang="vi">{task.quote.as_str()}</p>
                <p class="task__about">
                    {task.horizon.map(|p| view! { <span class="status" data-status="target">{horizon_text(lang, p)}</span> })}
                    {(!one_report).then(|| view! {
                        <a class="task__source" href=Route::report(&report.id).href() lang="vi">{report_title(report)}</a>
                    })}
                </p>
            </li>
        }
    });
    view! { <ul class="tasks">{rows.collect_view()}</ul> }.into_any()
}
