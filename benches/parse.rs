//! How fast a report is parsed, and that the time grows as the text does: the seeds, then 10 kB to 10 MB of them.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tongket::summarize::parse;

fn seeds() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn parsing(c: &mut Criterion) {
    let seeds = seeds();
    let mut group = c.benchmark_group("parse");
    group.throughput(Throughput::Bytes(seeds.iter().map(|s| s.len() as u64).sum()));
    group.bench_function("seeds", |b| {
        b.iter(|| seeds.iter().map(|s| parse(black_box(s)).observations.len()).sum::<usize>())
    });
    let all = seeds.join("\n");
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        let mut text = all.repeat(size / all.len() + 1);
        let end = (size..).find(|&i| text.is_char_boundary(i)).unwrap_or(size);
        text.truncate(end);
        group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("length", size), &text, |b, text| b.iter(|| parse(black_box(text))));
    }
    group.finish();
}

criterion_group!(benches, parsing);
criterion_main!(benches);
