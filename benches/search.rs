//! How fast the search is over 200 and 5,000 reports of 8 kB: building the index, one query after the other, and the
//! slowest of them. `p50` and `p95` are printed for the sixty queries that readers would type (`tests/search/queries.txt`) and
//! for a list that is hard on purpose, over the best of five of each query, so that they tell of the search and
//! not of what else the machine does; criterion measures the mean.
//!
//! `TONGKET_BENCH_REPORTS=200 cargo bench --bench search` measures a library of that size alone.

#[path = "common/mod.rs"]
mod common;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use tongket::library::{Collection, Query, SearchIndex};

/// Hard ones: words that stand everywhere, one letter, misspelt, quoted, long.
const QUERIES: &[&str] = &[
    "doanh nghiệp",
    "doanh nghiep",
    "tỷ lệ hộ nghèo",
    "ty le ho ngheo",
    "thu ngân sách nhà nước",
    "thu ngan sach nha nuoc tren dia ban tinh",
    "tổng sản phẩm trên địa bàn",
    "GRDP",
    "NSNN",
    "bảo hiểm y tế",
    "BHYT",
    "chuyển đổi số",
    "CĐS",
    "UBND tỉnh",
    "ủy ban nhân dân tỉnh",
    "\"xuất khẩu\"",
    "\"kinh tế - xã hội\"",
    "kim ngạch xuất khẩu",
    "kim ngach xuat khau 2021",
    "học sinh",
    "bệnh viện",
    "tai nạn giao thông",
    "tang truong",
    "xuat khao",
    "doanh ngiệp",
    "nong thonn moi",
    "An Giang",
    "hà nội",
    "Thanh Hoá 2020",
    "so voi cung ky nam truoc",
    "tăng so với cùng kỳ năm trước",
    "t",
    "th",
    "thu",
    "tỷ đồng",
    "nghìn tỷ đồng",
    "12,5%",
    "1.234",
    "năm 2022",
    "tổng số người lao động",
    "khách du lịch quốc tế",
    "dự án đầu tư nước ngoài",
    "FDI",
    "giải quyết việc làm",
    "tỷ lệ che phủ rừng",
    "sản lượng thủy sản",
    "khongcogi",
    "không có gì như thế này trong thư viện",
];

fn search(c: &mut Criterion) {
    let only = std::env::var("TONGKET_BENCH_REPORTS").ok().and_then(|count| count.parse::<usize>().ok());
    for reports in only.map_or(vec![200, 5_000], |only| vec![only]) {
        let library = common::library(reports, 1);
        let mut group = c.benchmark_group("search");
        group.sample_size(10).measurement_time(Duration::from_secs(5));
        group.bench_with_input(BenchmarkId::new("build", reports), &library, |b, library| {
            b.iter(|| SearchIndex::new(black_box(library)).len())
        });
        let index = SearchIndex::new(&library);
        let queries: Vec<Query> = QUERIES.iter().map(|typed| index.query(typed)).collect();
        println!("typed by readers: {}", percentiles(&library, &index, &typed()));
        println!("hard on purpose: {}", percentiles(&library, &index, QUERIES));
        group.bench_function(BenchmarkId::new("all queries", reports), |b| {
            b.iter(|| queries.iter().map(|query| first_page(&index, query)).sum::<usize>())
        });
        group.finish();
    }
}

/// What a page asks for: the first hits, how many there are, and the facets.
fn first_page(index: &SearchIndex<'_>, query: &Query) -> usize {
    let mut hits = index.find(black_box(query));
    let facets = hits.facets().len();
    hits.by_ref().take(24).count() + hits.len() + facets
}

/// The queries of the test of the ranking.
fn typed() -> Vec<&'static str> {
    let lines = include_str!("../tests/search/queries.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with(['#', ' '])).collect()
}

fn percentiles(library: &Collection, index: &SearchIndex<'_>, queries: &[&'static str]) -> String {
    let once = |typed: &'static str| {
        let start = Instant::now();
        let count = first_page(index, &index.query(typed));
        (start.elapsed(), typed, count)
    };
    let best = |typed: &&'static str| (0..5).map(|_| once(typed)).min().expect("five are not none");
    let mut times: Vec<(Duration, &str, usize)> = queries.iter().map(best).collect();
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    let slow: Vec<String> = times.iter().rev().take(8).map(|(t, q, n)| format!("{q} ({n}): {t:.1?}")).collect();
    format!(
        "{} reports, {} entries: p50 {:.2?}, p95 {:.2?}; slowest: {}",
        library.reports.len(),
        index.len(),
        at(50).0,
        at(95).0,
        slow.join(", ")
    )
}

criterion_group!(benches, search);
criterion_main!(benches);
