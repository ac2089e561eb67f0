//! Each component in all its states, side by side, with figures of the real reports: `#/_gallery`, in debug builds only.
//!
//! A state that no report has is named as missing, so that nobody takes it for seen.

use crate::library::{Figure, Verdict, timeline_of};
use crate::model::{Direction, Observation, Report, Status};
use crate::view::components::{
    Detail, acts, card_grid, facts, finding_item, full_text, growth_chart, people, report_list, sector_mark,
    series_chart, share_charts, task_list, timeline_list, worth_a_chart,
};
use crate::view::here::Here;
use crate::view::markup::Markup;
use crate::view::state::State;

/// A state of a card, and which figures are in it.
type CardState = (&'static str, fn(&Observation) -> bool);

const CARDS: [CardState; 14] = [
    ("level with a change up", |o| o.number.is_some() && moves(o, Direction::Up)),
    ("level with a change down", |o| o.number.is_some() && moves(o, Direction::Down)),
    ("level alone", |o| o.number.is_some() && o.change.is_none() && o.status == Status::Actual),
    ("change alone", |o| o.number.is_none() && o.change.is_some()),
    ("from and to", |o| o.change.as_ref().is_some_and(|change| change.from.is_some())),
    ("range", |o| o.high.is_some()),
    ("estimate", |o| o.status == Status::Estimate),
    ("target", |o| o.status == Status::Target),
    ("rank of so many", |o| o.rank.as_ref().is_some_and(|rank| rank.of.is_some())),
    ("rank alone", |o| o.rank.as_ref().is_some_and(|rank| rank.of.is_none())),
    ("part of a whole", |o| o.ratio.is_some()),
    ("whole part", |o| o.ratio.as_ref().is_some_and(|ratio| ratio.part == ratio.whole)),
    ("no period", |o| o.period.is_none()),
    ("long name", |o| o.indicator.as_ref().is_some_and(|name| name.chars().count() > 90)),
];

fn moves(o: &Observation, direction: Direction) -> bool {
    o.change.as_ref().is_some_and(|change| change.direction == direction && change.number.is_some())
}

/// The gallery.
pub(in crate::view) fn gallery(html: &mut Markup, here: &Here, state: State) {
    let reports = state.collection().newest_first();
    let figures: Vec<Figure<'static>> = reports.iter().copied().flat_map(Figure::all_of).collect();
    html.leaf("h1", "page__title", "Gallery");
    for (name, is_in) in CARDS {
        let found: Vec<_> = figures.iter().copied().filter(|figure| is_in(figure.observation)).take(4).collect();
        part(html, &format!("card: {name}"), found.is_empty(), |html| card_grid(html, here, &found, false));
    }
    let doubted: Vec<_> = figures.iter().copied().filter(|figure| state.doubts(&figure.id())).take(4).collect();
    part(html, "card: in doubt", doubted.is_empty(), |html| card_grid(html, here, &doubted, false));
    for verdict in [Verdict::Consistent, Verdict::Inconsistent, Verdict::CannotCheck] {
        let found = state.findings().iter().find(|check| check.verdict == verdict);
        part(html, &format!("check: {}", verdict.code()), found.is_none(), |html| {
            found.into_iter().for_each(|check| finding_item(html, here, check));
        });
    }
    let lines = state.series();
    for (name, line) in [
        ("ranks", lines.iter().find(|line| line.unit == crate::library::RANK && worth_a_chart(line))),
        ("derived", lines.iter().find(|line| line.points.iter().any(|p| p.derived) && worth_a_chart(line))),
        ("one point", lines.iter().find(|line| !worth_a_chart(line))),
    ] {
        part(html, &format!("series: {name}"), line.is_none(), |html| {
            line.into_iter().for_each(|line| series_chart(html, here, state, line, Detail::Whole));
        });
    }
    part(html, "sectors", false, |html| {
        for sector in crate::model::Sector::ALL {
            html.element("p", "", |html| sector_mark(html, here, *sector));
        }
    });
    for report in reports.iter().copied() {
        part(html, &format!("report: {}", report.id), false, |html| of_report(html, here, state, report));
    }
    part(html, "reports", reports.is_empty(), |html| report_list(html, here, &reports));
}

/// What a report has, each part as it stands on its page.
fn of_report(html: &mut Markup, here: &Here, state: State, report: &'static Report) {
    facts(html, &[(here.t.publisher, report.meta.publisher.clone()), (here.t.author, report.meta.author.clone())]);
    growth_chart(html, here, state, report, false);
    share_charts(html, here, state, report);
    timeline_list(html, here, &timeline_of(&[report], &[]), true);
    task_list(html, here, &report.tasks.iter().map(|task| (report, task)).collect::<Vec<_>>(), true);
    people(html, here, &report.people);
    acts(html, here, &report.references);
    full_text(html, here, state, report);
}

fn part(html: &mut Markup, name: &str, missing: bool, write: impl FnOnce(&mut Markup)) {
    html.element("section", "part", |html| {
        html.leaf("h2", "", name);
        if missing {
            html.leaf("p", "empty", "No report has this state.");
        } else {
            write(html);
        }
    });
}
