//! What was promised, as a list.

use crate::format::horizon_text;
use crate::library::report_title;
use crate::model::{Report, Task};
use crate::view::Route;
use crate::view::here::Here;
use crate::view::markup::Markup;

/// Tasks of one sector, or of one report, each with its report; `one_report` where all are of the report that the page
/// is about.
pub(in crate::view) fn task_list(html: &mut Markup, here: &Here, tasks: &[(&Report, &Task)], one_report: bool) {
    html.element("ul", "tasks", |html| {
        for (report, task) in tasks {
            html.element("li", "task", |html| {
                html.attr("data-task", &format!("{}/{}", report.id, task.id));
                html.source("p", "task__quote", &task.quote);
                html.element("p", "task__about", |html| {
                    if let Some(horizon) = task.horizon {
                        html.element("span", "status", |html| {
                            html.attr("data-status", "target");
                            html.text(&horizon_text(here.lang, horizon));
                        });
                        html.space();
                    }
                    if !one_report {
                        html.link("task__source", &Route::report(&report.id).href(), &report_title(report));
                    }
                });
            });
        }
    });
}
