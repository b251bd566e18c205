//! The learned tagger: routing requests of which the rules leave something, whole and as single calls.
//!
//! `cargo bench --bench tagger` prints criterion's estimate and, at the end, the spread of single calls over shuffled
//! requests, beside what they may take.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measured")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::request::Request;
use firstframe::route::Reader;

/// Requests in words that the rules leave something of; the model reads some of them.
const LEFT: [&str; 8] = [
    "pricing cards. Solo costs 8 euros, Duo costs 14 euros, Crew costs 30 euros",
    "Q&A card. Do snails have teeth? Thousands of them.",
    "title card Harbour Festival and underneath smaller three days of music by the water",
    "call to action Ready when you are, the button goes Book a table",
    "gloaming (noun): the last light after sunset. show as dictionary entry",
    "Pancakes written in pink neon tubes, black background",
    "I'd like the name of the club, Blue Heron, to light up like glass tubes outside at night, flickering a little",
    "particles form the face of a lion and then a galaxy",
];

/// What routing may take where the tagger runs: p50 and p99.
const LIMITS: [Duration; 2] = [Duration::from_micros(90), Duration::from_micros(250)];

const CALLS: usize = 40_000;

fn main() {
    let engine = match Engine::load(&Assets::embedded()) {
        Ok(engine) => engine,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    };
    let requests: Vec<Request> = LEFT.iter().filter_map(|prompt| Request::new(prompt).ok()).collect();
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    opening(&mut criterion);
    let mut group = criterion.benchmark_group("route");
    group.throughput(Throughput::Elements(requests.len() as u64));
    group.bench_function("read and decide, with the learned tagger", |b| {
        b.iter(|| requests.iter().map(|request| engine.route(request).plan.len()).sum::<usize>());
    });
    group.finish();
    criterion.final_summary();
    spread(&engine, &requests);
}

/// The first request that needs the model opens it.
fn opening(criterion: &mut Criterion) {
    let engine = Engine::load(&Assets::embedded()).ok();
    criterion.bench_function("the model against the slots of the patterns", |b| {
        b.iter(|| engine.as_ref().and_then(|engine| black_box(engine.patterns().outdated_model())));
    });
}

fn spread(engine: &Engine, requests: &[Request]) {
    let by_model = |request: &&Request| {
        let considered = engine.route(request).considered;
        considered.iter().flat_map(|considered| &considered.found).any(|found| found.by == Reader::Model)
    };
    let mut times: Vec<Duration> = (0..CALLS)
        .map(|call| {
            let request = &requests[call.wrapping_mul(2_654_435_761) % requests.len()];
            let started = Instant::now();
            black_box(engine.route(request));
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let (p50, p99, max) = (at(0.5), at(0.99), at(1.0));
    let read = requests.iter().filter(by_model).count();
    println!("route where rules leave something ({read} of {} read by the model), {CALLS} calls:", requests.len());
    println!("p50 {p50:?} (limit {:?}), p99 {p99:?} (limit {:?}), max {max:?}", LIMITS[0], LIMITS[1]);
}
