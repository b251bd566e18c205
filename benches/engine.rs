//! The local way of a request, stage by stage and whole: reading values, routing, rendering, generating.
//!
//! `cargo bench --bench engine` prints criterion's estimates and, at the end, the spread of single calls over shuffled
//! requests, because a mean says nothing about the slowest.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measured")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::AhoCorasick;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::pattern::Scan;
use firstframe::request::Request;
use firstframe::route;
use firstframe::template::{Fit, Manifest};
use firstframe::text::Text;
use firstframe::tsx::{Form, check};
use firstframe::value;
use regex::RegexSet;

/// Requests for templates of the library, in several styles.
const HITS: [&str; 8] = [
    "title card \"Launch Day\", 4 seconds, vertical, navy background",
    "Make a title card that says \"Quarterly Town Hall\" with the subtitle \"March 2026\"",
    "typewriter. mono font, #33ff66 on #001100. text: `> connection restored_` 150 frames",
    "A bullet list titled \"Why switch\" with lower bills, quieter nights and no gas line",
    "Bar chart of Q1 10, Q2 20 and Q3 35 titled 'Revenue' in teal, 6 seconds, square",
    "horizontal bars: Norway 88, Iceland 60, Sweden 54, Finland 38, title EV share, corporate theme",
    "Counter from 0 to 12,500 with the suffix \"kg\" and the label \"of plastic fished out\"",
    "A moving gradient background, teal to violet, nothing on it",
];

/// Requests that no template serves; some use the catalogue's words.
const MISSES: [&str; 4] = [
    "Animate a penguin that waddles across the ice, slips, and slides into the water on its belly",
    "A bar chart race of the 15 biggest cities from 1900 to 2020, bars overtaking one another",
    "how do i export this as mp4?",
    "A real vintage typewriter seen from above: the keys go down, the hammers hit the ribbon",
];

/// What the template path may take, from the project's own figures: p50 and p99 of `generate`.
const LIMITS: [Duration; 2] = [Duration::from_micros(60), Duration::from_micros(400)];

/// The most that rendering a seen structure may take.
const RENDER_LIMIT: Duration = Duration::from_micros(30);

fn requests(prompts: &[&str]) -> Vec<Request> {
    prompts.iter().filter_map(|prompt| Request::new(prompt).ok()).collect()
}

/// A full script: what people paste when they mean it.
fn long_prompt() -> String {
    let lines =
        (0..24).map(|line| format!("- Point {line}: we ship on day {line}, and it costs {}.50 a month\n", line * 3));
    format!("bullet list titled 'The plan'\n{}dark theme, 12s", lines.collect::<String>())
}

fn read(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    let long = long_prompt();
    for (name, prompt) in [("short", HITS[0]), ("series", HITS[5]), ("long", long.as_str())] {
        group.throughput(Throughput::Bytes(prompt.len() as u64));
        group.bench_function(BenchmarkId::new("text", name), |b| b.iter(|| Text::new(black_box(prompt))));
        let text = Text::new(prompt);
        group.bench_function(BenchmarkId::new("values", name), |b| b.iter(|| value::read(black_box(&text))));
    }
}

/// Routing, beside a bare set of regexes over the same names, which only says which of them match.
fn routing(c: &mut Criterion, engine: &Engine) {
    let mut group = c.benchmark_group("route");
    let long = long_prompt();
    let sets = [("hit", requests(&HITS)), ("miss", requests(&MISSES)), ("long", requests(&[&long]))];
    for (name, requests) in &sets {
        group.throughput(Throughput::Elements(requests.len() as u64));
        group.bench_function(BenchmarkId::new("read and decide", name), |b| {
            b.iter(|| requests.iter().map(|request| engine.route(request).plan.len()).sum::<usize>());
        });
        let read: Vec<_> = requests.iter().map(|request| (request, route::read(request, engine.patterns()))).collect();
        group.bench_function(BenchmarkId::new("decide alone", name), |b| {
            b.iter(|| {
                let decided = read.iter().map(|(request, utterance)| {
                    route::decide(request, utterance, engine.patterns(), engine.library()).plan.len()
                });
                decided.sum::<usize>()
            });
        });
        group.bench_function(BenchmarkId::new("scan and index alone", name), |b| {
            let mut scan = Scan::default();
            b.iter(|| {
                let reached = read.iter().map(|(_, read)| engine.patterns().scan(read.text(), &mut scan));
                reached.sum::<usize>()
            });
        });
    }
    let names = engine.patterns().names().map(|name| format!(r"(?i)\b{}\b", regex::escape(&name)));
    if let Ok(set) = regex::RegexSetBuilder::new(names).dfa_size_limit(64 << 20).build() {
        group.bench_function("peer: RegexSet of the names, matching only/hit", |b| b.iter(|| matches(&set)));
    }
    let names: Vec<String> = engine.patterns().names().collect();
    group.bench_function("peer: AhoCorasick of the names, building", |b| {
        b.iter(|| automaton(black_box(&names)).is_some());
    });
    if let Some(automaton) = automaton(&names) {
        group.bench_function("peer: AhoCorasick of the names, matching only/hit", |b| b.iter(|| found(&automaton)));
    }
}

fn automaton(names: &[String]) -> Option<AhoCorasick> {
    AhoCorasick::builder().ascii_case_insensitive(true).build(names).ok()
}

/// How many literals an Aho-Corasick automaton finds, without looking at where words begin and end.
fn found(automaton: &AhoCorasick) -> usize {
    HITS.iter().map(|prompt| automaton.find_overlapping_iter(black_box(prompt)).count()).sum()
}

fn matches(set: &RegexSet) -> usize {
    HITS.iter().map(|prompt| set.matches(black_box(prompt)).iter().count()).sum()
}

/// The templates with the shortest and the longest code.
fn extremes(engine: &Engine) -> Vec<&Manifest> {
    let length = |manifest: &&Manifest| {
        let scene = manifest.fit([]).and_then(|fit| engine.render(&fit, Form::Module));
        scene.map_or(0, |scene| scene.scene.code().len())
    };
    let shortest = engine.library().manifests().min_by_key(length);
    shortest.into_iter().chain(engine.library().manifests().max_by_key(length)).collect()
}

fn rendering(c: &mut Criterion, engine: &Engine) {
    let mut group = c.benchmark_group("render");
    for manifest in extremes(engine) {
        let Ok(fit) = manifest.fit([]) else { continue };
        group.bench_function(BenchmarkId::new("seen structure", &manifest.id), |b| {
            b.iter(|| engine.render(black_box(&fit), Form::Module).map(|scene| scene.scene.code().len()));
        });
        if let Ok(scene) = engine.render(&fit, Form::Module) {
            let source = firstframe::diagnostic::Source::new("scene.tsx", scene.scene.code());
            group.bench_function(BenchmarkId::new("check as foreign code", &manifest.id), |b| {
                b.iter(|| check(black_box(&source)).is_ok());
            });
        }
    }
}

fn generating(c: &mut Criterion, engine: &Engine) {
    let requests = requests(&HITS);
    let mut group = c.benchmark_group("generate");
    group.throughput(Throughput::Elements(requests.len() as u64));
    group.bench_function("template path, seen structures", |b| {
        b.iter(|| requests.iter().filter(|request| generate(engine, request)).count());
    });
    // The first scene of a structure is pruned, completed and checked; the first of a template is also read by Tera.
    let other = Request::new("title card \"Other\", fade").ok();
    group.sample_size(50).bench_function("template path, first check of a structure included", |b| {
        b.iter_batched_ref(
            || {
                Engine::load(&Assets::embedded())
                    .map(|engine| (other.as_ref().map(|other| generate(&engine, other)), engine))
            },
            |engine| engine.as_ref().is_ok_and(|(_, engine)| generate(engine, &requests[0])),
            BatchSize::PerIteration,
        );
    });
    group.sample_size(50).bench_function("template path, first scene of a template", |b| {
        b.iter_batched_ref(
            || Engine::load(&Assets::embedded()),
            |engine| engine.as_ref().is_ok_and(|engine| generate(engine, &requests[0])),
            BatchSize::PerIteration,
        );
    });
    group.sample_size(20).bench_function("engine from nothing, first scene", |b| {
        b.iter(|| Engine::load(&Assets::embedded()).is_ok_and(|engine| generate(&engine, &requests[0])));
    });
}

fn generate(engine: &Engine, request: &Request) -> bool {
    engine.generate(request, Form::Module, &mut ()).is_ok_and(|generation| !generation.scenes.is_empty())
}

/// Single calls over shuffled requests: the middle and the slow end, beside what they may take.
fn spread(engine: &Engine) {
    let requests = requests(&HITS);
    let mut times: Vec<Duration> = (0..40_000_usize)
        .map(|call| {
            let request = &requests[call.wrapping_mul(2_654_435_761) % requests.len()];
            let started = Instant::now();
            black_box(generate(engine, request));
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "generate, {} calls: p50 {:?} (limit {:?}), p99 {:?} (limit {:?}), max {:?}",
        times.len(),
        at(0.5),
        LIMITS[0],
        at(0.99),
        LIMITS[1],
        at(1.0)
    );
}

/// The slowest template to render once its structure was seen: the middle of some hundred calls.
fn slowest(engine: &Engine) {
    let middle = |fit: &Fit| {
        let mut times: Vec<Duration> = (0..400)
            .map(|_| {
                let started = Instant::now();
                let _ = black_box(engine.render(black_box(fit), Form::Module));
                started.elapsed()
            })
            .collect();
        times.sort_unstable();
        times[times.len() / 2]
    };
    let fits = engine.library().manifests().filter_map(|manifest| manifest.fit([]).ok());
    if let Some((time, id)) = fits.map(|fit| (middle(&fit), fit.template().to_owned())).max() {
        println!("render, slowest of all templates: `{id}`, p50 {time:?} (limit {RENDER_LIMIT:?})");
    }
}

fn main() {
    let engine = match Engine::load(&Assets::embedded()) {
        Ok(engine) => engine,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    };
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    read(&mut criterion);
    routing(&mut criterion, &engine);
    rendering(&mut criterion, &engine);
    generating(&mut criterion, &engine);
    criterion.final_summary();
    spread(&engine);
    slowest(&engine);
}
