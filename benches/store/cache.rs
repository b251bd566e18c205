//! The cache on disk beside the one in memory.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use criterion::{BatchSize, BenchmarkId, Criterion};
use firstframe::diagnostic::Source;
use firstframe::error::Result;
use firstframe::store::cache::{Answers, Cache, DiskCache, Entry, Key, Kind, Limits, MemoryCache, Question};
use firstframe::tsx::{Form, Scene, check};
use serde_json::json;

use super::Measured;

/// How many scenes are in the cache.
const SCENES: u64 = 2_000;

/// What a hit may take: p50 and p99.
const LIMITS: [Duration; 2] = [Duration::from_micros(20), Duration::from_micros(200)];

/// What the process may take with the default settings, in MiB.
const MEMORY: f64 = 150.0;

/// A length of content with which an entry on disk has some 6 KiB.
const NOISE: usize = 4_500;

pub(crate) fn bench(c: &mut Criterion) -> Measured {
    let folder = tempfile::tempdir()?;
    let disk: Arc<dyn Cache> = Arc::new(DiskCache::open(folder.path(), Limits::default())?);
    let memory: Arc<dyn Cache> = Arc::new(MemoryCache::new(Limits::default()));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build()?;
    let mut group = c.benchmark_group("cache");
    for (name, cache) in [("disk", disk), ("memory", memory)] {
        fill(&*cache)?;
        let mut numbers = (0..SCENES).cycle().step_by(7);
        let mut next = || key(numbers.next().unwrap_or_default());
        group.bench_function(BenchmarkId::new("hit", name), |b| {
            b.iter_batched(&mut next, |key| black_box(cache.get(&key, now())), BatchSize::SmallInput);
        });
        let none = key(u64::MAX);
        group.bench_function(BenchmarkId::new("miss", name), |b| b.iter(|| cache.get(black_box(&none), now())));
        let answers = Answers::new(cache.clone());
        group.bench_function(BenchmarkId::new("key and hit, asynchronous", name), |b| {
            b.iter(|| runtime.block_on(answers.get_or_run(key(7), async { Entry::fill(&0) }, now(), &mut ())));
        });
        let entry = Entry::scene(&scene(7)?, &json!({"model": "none"}))?;
        group.bench_function(BenchmarkId::new("keep", name), |b| b.iter(|| cache.put(&key(7), &entry, now())));
    }
    group.finish();
    Ok(())
}

/// Single calls, and a churn, with the limits.
pub(crate) fn spread() -> Measured {
    println!("\nA scene has {} bytes", scene(0)?.code().len());
    let folder = tempfile::tempdir()?;
    let disk = DiskCache::open(folder.path(), Limits::default())?;
    churn(&disk, folder.path())?;
    let entries = disk.stats().entries.iter().sum::<usize>();
    drop(disk);
    let began = Instant::now();
    let disk = DiskCache::open(folder.path(), Limits::default())?;
    println!("open, with {entries} entries: {:?}", began.elapsed());
    disk.clear();
    hits("disk", &disk)?;
    let [memory, most] = [memory("VmRSS"), memory("VmHWM")];
    println!("memory of the process after all this: {memory:.0} MiB, at most {most:.0} MiB (limit {MEMORY} MiB)");
    hits("memory", &MemoryCache::new(Limits::default()))
}

/// Hits of single scenes, in an order that no cache of pages foresees.
fn hits(name: &str, cache: &dyn Cache) -> Measured {
    fill(cache)?;
    let mut times: Vec<Duration> = (0..50_000)
        .map(|step| {
            let key = key(step * 7919 % SCENES);
            let began = Instant::now();
            black_box(cache.get(&key, now()));
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    let [p50, p99] = [times[times.len() / 2], times[times.len() * 99 / 100]];
    println!("hit, {name}: p50 {p50:?} (limit {:?}), p99 {p99:?} (limit {:?})", LIMITS[0], LIMITS[1]);
    Ok(())
}

/// Ten budgets of entries that no compression makes smaller.
fn churn(cache: &DiskCache, folder: &Path) -> Measured {
    let (began, budget) = (Instant::now(), Limits::default().budget());
    let (mut largest, mut times) = (0, Vec::new());
    // An entry is charged twice its 6.1 KB.
    for number in 0..10 * budget / 12_200 {
        let entry = Entry::fill(&noise(number))?;
        let before = Instant::now();
        cache.put(&key(number), &entry, now());
        times.push(before.elapsed());
        if number % 64 == 0 {
            largest = largest.max(size(folder));
        }
    }
    println!("churn: {} entries in {:.1?}", times.len(), began.elapsed());
    times.sort_unstable();
    let [p50, p99, longest] = [times[times.len() / 2], times[times.len() * 99 / 100], times[times.len() - 1]];
    println!("keep: p50 {p50:?}, p99 {p99:?}, longest {longest:?}");
    let (charged, times) = (mebi(cache.stats().bytes), largest as f64 / budget as f64);
    println!(
        "charged {charged:.1} of {:.1} MiB; the directory had at most {times:.2} budgets (limit 2, 3 while rotating)",
        mebi(budget)
    );
    assert!(largest <= 3 * budget && cache.take_trouble().is_none(), "the cache has outgrown its bound");
    Ok(())
}

fn fill(cache: &dyn Cache) -> Measured {
    for number in 0..SCENES {
        let about = json!({"model": "none", "manifest": {"title": format!("Scene {number}"), "params": [1, 2, 3]}});
        cache.put(&key(number), &Entry::scene(&scene(number)?, &about)?, now());
    }
    Ok(())
}

/// A scene of some 6 KB in which every line is a little different.
fn scene(number: u64) -> Result<Scene> {
    let mut code =
        String::from("import { AbsoluteFill } from 'remotion';\n\nexport default function Scene() {\n  return (\n");
    code += "    <AbsoluteFill style={{ backgroundColor: '#102030' }}>\n";
    for line in 0..60 {
        let mixed = (number * 60 + line).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let (left, top, colour) = (mixed % 1920, mixed % 1081, mixed % 0xFF_FFFF);
        code += &["      <p style={{ left: ", &left.to_string(), ", top: ", &top.to_string()].concat();
        code += &[", color: '#", &colour.to_string(), "' }}>Words ", &mixed.to_string(), "</p>\n"].concat();
    }
    code += "    </AbsoluteFill>\n  );\n}\n";
    check(&Source::new("scene.tsx", code.as_str()))
}

fn noise(number: u64) -> String {
    let mut bytes = vec![0; NOISE];
    blake3::Hasher::new().update(&number.to_le_bytes()).finalize_xof().fill(&mut bytes);
    bytes.iter().map(|byte| char::from(32 + byte % 90)).chain(" and some words".chars().cycle().take(1_500)).collect()
}

fn key(number: u64) -> Key {
    let prompt = number.to_string();
    Key::of(&Question {
        kind: Kind::Scene,
        tenant: "bench",
        prompt: &prompt,
        context: "",
        role: "code",
        model: "none",
        instructions: &[],
        engine: env!("CARGO_PKG_VERSION"),
        format: None,
        form: Form::Module,
        pictures: &[],
        filling: None,
    })
}

fn now() -> SystemTime {
    SystemTime::now()
}

/// A figure of this process, in MiB; 0 where the system does not say.
fn memory(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let kibi = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    mebi(kibi.unwrap_or_default() * 1024)
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = entries.map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => size(&entry.path()),
        Ok(found) => found.len(),
        Err(_) => 0,
    });
    sizes.sum()
}

fn mebi(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
