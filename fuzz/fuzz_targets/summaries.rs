//! The data of a page, which may be of any make: our reader of it agrees with the derived one, and what it lets in can
//! be listed, searched, set in words and drawn.
#![no_main]

mod exact;

use exact::all_exact;
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use tongket::chart::{Bar, Dot, DotKind, Lines, draw, draw_lines, place, place_lines};
use tongket::format::{
    Lang, area_name, axis_text, capitalised, change_text, finding_message, growth_sentence, normalised, number,
    number_with_sign, parts, period_text, series_sentence, short_period, value_text, verdict_name,
};
use tongket::library::{
    Collection, Figure, HEADLINES, Origin, RANK, SearchIndex, TextIndex, growth, headline, marked_text, passage,
    report_title, timeline,
};
use tongket::model::{FORMAT_VERSION, Report, Status};

/// The envelope as serde's derive reads it.
#[derive(Deserialize)]
struct Derived {
    reports: Vec<Report>,
}

fuzz_target!(|json: &str| {
    let derived = serde_json::from_str::<Derived>(json);
    match Collection::read(json) {
        Err(error) => assert!(!error.to_string().is_empty() && !error.code().is_empty()),
        Ok(all) => {
            assert!(all.version == FORMAT_VERSION && all.reports.iter().all(|report| report.version == FORMAT_VERSION));
            if let Ok(derived) = derived
                && all_exact(json)
            {
                assert_eq!(derived.reports, all.reports, "both readers read the same");
            }
            let written = all.to_embedded_json();
            assert!(!written.contains(['<', '\u{2028}', '\u{2029}']));
            let back = Collection::read(&written).expect("what is written is read");
            assert_eq!(serde_json::from_str::<Derived>(&written).unwrap().reports, back.reports);
            assert!(!all_exact(&written) || back == all, "as it was");
            show(&all);
            show_across(&all);
            // What follows from the reports may be any number; the page that carries it must be read all the same.
            let together = all.together(finding_message);
            let back = Collection::read(&together.to_embedded_json()).expect("what was computed is read");
            assert_eq!(back.across.series.len(), together.across.series.len());
            show_across(&together);
        }
    }
});

/// All that the pages ask for.
fn show(all: &Collection) {
    let reports = all.newest_first();
    assert_eq!(reports.len(), all.reports.len());
    let _ = timeline(&reports);
    let index = SearchIndex::new(all);
    for report in reports {
        let text = TextIndex::new(&report.text);
        let marked: String = marked_text(report, &text).iter().flat_map(|b| &b.pieces).map(|p| p.text).collect();
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&marked), letters(&report.text), "no word of the text is lost");
        let _ = (report_title(report), headline(report, HEADLINES), index.find(&index.query(&report.id)).count());
        for figure in Figure::all_of(report) {
            show_figure(figure, &text);
        }
        for lang in [Lang::Vi, Lang::En] {
            let _ = report.meta.area.as_ref().map(|area| area_name(lang, area));
            let _ = report.meta.published.map(|period| period_text(lang, period));
            show_chart(report, lang);
        }
    }
}

/// What is told of many reports.
fn show_across(all: &Collection) {
    for check in &all.across.findings {
        let _ = (verdict_name(Lang::Vi, check.verdict), check.observations.iter().map(Origin::id).count());
    }
    for series in &all.across.series {
        for lang in [Lang::Vi, Lang::En] {
            let _ = series_sentence(lang, series);
            let dots = series.points.iter().map(|point| Dot {
                when: point.period.middle(),
                period: short_period(lang, point.period),
                value: point.number,
                high: point.high,
                shown: value_text(lang, point.number, &series.unit),
                kind: if point.derived { DotKind::Derived } else { DotKind::Told },
                leans: 1,
            });
            let lines = Lines { dots: dots.collect(), step: 1.02, ranks: series.unit == RANK };
            for width in [240, 760] {
                let placed = place_lines(&lines, width, &|value| axis_text(lang, value, &series.unit));
                assert_eq!(placed.dots.len(), series.points.len());
                assert!(draw_lines(&placed).starts_with("<svg"));
            }
        }
    }
}

fn show_figure(figure: Figure<'_>, text: &TextIndex<'_>) {
    let observation = figure.observation;
    let _ = (figure.id().to_string(), figure.neighbours());
    let set: String = parts(&observation.quote).iter().map(|part| part.text).collect();
    assert_eq!(set, observation.quote);
    let found = passage(text, observation.at, observation.quote.chars().count());
    assert!(found.quote.chars().count() <= observation.quote.chars().count());
    for lang in [Lang::Vi, Lang::En] {
        let _ = normalised(lang, observation);
        let _ = observation.change.as_ref().map(|change| change_text(lang, change).to_string());
        let _ = observation.period.map(|period| period_text(lang, period));
    }
}

fn show_chart(report: &Report, lang: Lang) {
    let all = growth(report);
    let bars: Vec<Bar> = all
        .iter()
        .map(|growth| Bar {
            label: capitalised(growth.figure.indicator()),
            value: growth.percent,
            shown: format!("{}%", number_with_sign(lang, growth.percent, 2)),
            estimate: growth.figure.observation.status == Status::Estimate,
        })
        .collect();
    let _ = growth_sentence(lang, &bars.iter().map(|bar| (bar.label.as_str(), bar.value)).collect::<Vec<_>>());
    for width in [240, 760] {
        let placed = place(&bars, width, &|value| format!("{}%", number(lang, value, 1)));
        assert!(placed.bars.iter().all(|bar| bar.rect.left <= bar.rect.right && bar.rect.top < bar.rect.bottom));
        assert!(draw(&placed).starts_with("<svg"));
    }
}
