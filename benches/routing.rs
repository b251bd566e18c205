//! The router alone, values read: at the library's own size and on made pattern sets of 1,000 to 100,000.
//!
//! `cargo bench --bench routing` prints criterion's estimates and then, for each size, how long building takes and how
//! single calls over shuffled requests spread that were never seen before. `FIRSTFRAME_PATTERNS=1000,10000` names other
//! sizes.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measured")]

#[allow(dead_code, reason = "each benchmark takes a part of it")]
mod made;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use criterion::{BenchmarkId, Criterion, Throughput};
use firstframe::assets::Assets;
use firstframe::pattern::{PatternSet, Scan};
use firstframe::request::Request;
use firstframe::route;
use firstframe::template::Library;
use firstframe::text::Text;
use made::Made;

/// What a call may take at a size: the middle and the slow end, and what building may take.
struct Limits {
    calls: [Duration; 2],
    building: Duration,
}

impl Limits {
    fn of(patterns: usize) -> Self {
        let (p50, p99, building) = match patterns {
            ..=300 => (8, 30, 20),
            301..=1_000 => (10, 40, 50),
            1_001..=10_000 => (15, 60, 400),
            _ => (30, 120, 4_000),
        };
        let calls = [Duration::from_micros(p50), Duration::from_micros(p99)];
        Self { calls, building: Duration::from_millis(building) }
    }
}

/// How many calls of either kind are timed one by one.
const CALLS: usize = 10_000;

fn parsed(prompts: &[String]) -> Vec<Request> {
    prompts.iter().filter_map(|prompt| Request::new(prompt).ok()).collect()
}

/// Single calls: how long each took, sorted.
fn times(requests: &[Request], patterns: &PatternSet, library: &Library) -> (Vec<Duration>, usize) {
    let mut served = 0;
    let mut times: Vec<Duration> = requests
        .iter()
        .map(|request| {
            let started = Instant::now();
            let utterance = route::read(black_box(request), patterns);
            let decision = black_box(route::decide(request, &utterance, patterns, library));
            let took = started.elapsed();
            served += usize::from(decision.fits().next().is_some());
            took
        })
        .collect();
    times.sort_unstable();
    (times, served)
}

fn spread(what: &str, requests: &[Request], patterns: &PatternSet, library: &Library, limits: &Limits) {
    let (times, served) = times(requests, patterns, library);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let [p50, p99] = limits.calls;
    println!(
        "  {what}: p50 {:?} (limit {p50:?}), p90 {:?}, p99 {:?} (limit {p99:?}), max {:?}; {served} of {} served",
        at(0.5),
        at(0.9),
        at(0.99),
        at(1.0),
        times.len(),
    );
}

/// The labelled requests of the project: what people say at the library's own size.
fn labelled() -> [Vec<String>; 2] {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/requests/dev.jsonl"));
    let lines: Vec<serde_json::Value> =
        text.iter().flat_map(|text| text.lines()).filter_map(|line| serde_json::from_str(line).ok()).collect();
    ["add", "out"].map(|kind| {
        let of_kind = lines.iter().filter(|line| line["kind"] == kind);
        of_kind.filter_map(|line| line["prompt"].as_str().map(str::to_owned)).collect()
    })
}

/// Repeats requests in a shuffled order.
fn shuffled(prompts: &[String]) -> Vec<Request> {
    let requests = parsed(prompts);
    let number = |call: usize| call.wrapping_mul(2_654_435_761) / 7 % requests.len();
    (0..CALLS).map(|call| requests[number(call)].clone()).collect()
}

fn own_size(c: &mut Criterion, library: &Library) {
    let Ok(patterns) = PatternSet::load(&Assets::embedded(), library) else { return };
    let sets = labelled();
    println!("the library's own {} patterns, labelled requests", patterns.patterns().len());
    for (what, prompts) in ["adds", "out of scope"].into_iter().zip(&sets) {
        let limits = Limits::of(patterns.patterns().len());
        spread(what, &shuffled(prompts), &patterns, library, &limits);
    }
    measure(c, "own", &patterns, library, &sets);
}

/// Criterion's view of the same.
fn measure(c: &mut Criterion, size: &str, patterns: &PatternSet, library: &Library, sets: &[Vec<String>; 2]) {
    let mut group = c.benchmark_group("routing");
    for (what, prompts) in ["hits", "misses"].into_iter().zip(sets) {
        let requests = parsed(&prompts[..prompts.len().min(500)]);
        let texts: Vec<Text> = requests.iter().map(|request| Text::new(request.prompt())).collect();
        group.throughput(Throughput::Elements(requests.len() as u64));
        group.bench_function(BenchmarkId::new(format!("read and decide, {what}"), size), |b| {
            b.iter(|| {
                let decided = requests.iter().map(|request| {
                    let utterance = route::read(request, patterns);
                    route::decide(request, &utterance, patterns, library).plan.len()
                });
                decided.sum::<usize>()
            });
        });
        group.bench_function(BenchmarkId::new(format!("scan and index, {what}"), size), |b| {
            let mut scan = Scan::default();
            b.iter(|| texts.iter().map(|text| patterns.scan(text, &mut scan)).sum::<usize>());
        });
    }
    automaton(&mut group, size, patterns, &sets[0]);
}

type Group<'a> = criterion::BenchmarkGroup<'a, criterion::measurement::WallTime>;

/// The peer that the scanner is measured against: an automaton over the same literals, between spaces.
fn automaton(group: &mut Group<'_>, size: &str, patterns: &PatternSet, prompts: &[String]) {
    let names: Vec<String> = patterns.names().map(|name| format!(" {name} ")).collect();
    let padded: Vec<String> = prompts.iter().take(500).map(|prompt| format!(" {} ", prompt.to_lowercase())).collect();
    for kind in [AhoCorasickKind::NoncontiguousNFA, AhoCorasickKind::ContiguousNFA] {
        let started = Instant::now();
        let Ok(automaton) = AhoCorasick::builder().kind(Some(kind)).build(&names) else { continue };
        println!("  peer: {kind:?} of {} names alone, built in {:?}", names.len(), started.elapsed());
        group.bench_function(BenchmarkId::new(format!("peer: scan by {kind:?}"), size), |b| {
            b.iter(|| padded.iter().map(|text| automaton.find_overlapping_iter(text).count()).sum::<usize>());
        });
    }
}

fn made_size(c: &mut Criterion, library: &Library, count: usize) {
    let Made { patterns: assets, hits, misses } = made::set(count, CALLS);
    let limits = Limits::of(count);
    let started = Instant::now();
    let patterns = match PatternSet::load(&assets, library) {
        Ok(patterns) => patterns,
        Err(error) => return eprintln!("{error}"),
    };
    println!("{count} made patterns: built in {:?} (limit {:?})", started.elapsed(), limits.building);
    spread("hits", &parsed(&hits), &patterns, library, &limits);
    spread("misses", &parsed(&misses), &patterns, library, &limits);
    measure(c, &count.to_string(), &patterns, library, &[hits, misses]);
}

fn main() {
    let library = match Library::load(&Assets::embedded()) {
        Ok(library) => library,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    };
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20)
        .configure_from_args();
    own_size(&mut criterion, &library);
    let sizes = std::env::var("FIRSTFRAME_PATTERNS").unwrap_or_else(|_| "1000,10000,100000".to_owned());
    for count in sizes.split(',').filter_map(|size| size.trim().parse().ok()) {
        made_size(&mut criterion, &library, count);
    }
    criterion.final_summary();
}
