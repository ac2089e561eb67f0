//! The manifest of a folder, as somebody writes it: it is read or refused, comes back as it was, and fills the gaps of
//! a report without overruling its text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tongket::library::Collection;
use tongket::library::manifest::Manifest;
use tongket::summarize::parse;

fuzz_target!(|json: &str| {
    let Ok(manifest) = serde_json::from_str::<Manifest>(json) else { return };
    let written = serde_json::to_string(&manifest).unwrap();
    assert_eq!(serde_json::from_str::<Manifest>(&written).unwrap(), manifest);
    let told = parse("Tổng kết năm 2020\nDoanh thu đạt 56.500 tỷ đồng.");
    let completed = manifest.reports.iter().map(|entry| {
        let mut report = told.clone();
        entry.complete(&mut report);
        assert_eq!(report.id, entry.id);
        assert_eq!((&report.meta.title, report.meta.period), (&told.meta.title, told.meta.period));
        report
    });
    let all = Collection::new(completed.collect());
    assert_eq!(Collection::read(&all.to_embedded_json()), Ok(all));
});
