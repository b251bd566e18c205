//! The router beside what people would use in its place, on the same requests with the same 1,000 patterns.
//!
//! `make peers` installs the peers that are written in Python and runs `cargo bench --bench peers`, which prints, for
//! each peer, how long a request takes, how many times as long as the router takes that is, and how good the answers are:
//! *precision* is how many of the templates that it takes are right, *reach* how many of the requests that a template
//! serves get a right one. The peers only say which template is named; the router has read every value besides.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measured")]

#[allow(dead_code, reason = "each benchmark takes a part of it")]
#[path = "../made/mod.rs"]
mod made;

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use firstframe::assets::Assets;
use firstframe::error::Result;
use firstframe::pattern::PatternSet;
use firstframe::request::Request;
use firstframe::route::{self, Step};
use firstframe::template::Library;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::{Deserialize, Serialize};

/// How many patterns there are: those of the library, and made ones.
const PATTERNS: usize = 1_000;

/// A `RegexSet` with the default limits is not built, or falls back to a slow engine, at this size.
const DFA_LIMIT: usize = 64 << 20;

#[derive(Serialize)]
struct Named {
    template: String,
    names: Vec<String>,
}

#[derive(Serialize)]
struct Labelled {
    prompt: String,
    /// The templates that serve it; none if nothing does.
    templates: Vec<String>,
}

#[derive(Serialize)]
struct Set {
    patterns: Vec<Named>,
    requests: Vec<Labelled>,
}

/// What a peer answered, and how long each answer took in microseconds.
#[derive(Deserialize)]
struct Peer {
    name: String,
    answers: Vec<Option<String>>,
    times: Vec<f64>,
}

impl Set {
    fn new(patterns: &PatternSet) -> Self {
        let named = |number: usize| Named {
            template: patterns.patterns()[number].template().to_owned(),
            names: patterns.names_of(&patterns.patterns()[number]).collect(),
        };
        Self { patterns: (0..patterns.patterns().len()).map(named).collect(), requests: labelled() }
    }

    /// Asks for every request.
    fn ask(&self, name: &str, answer: impl Fn(&str) -> Option<String>) -> Peer {
        let asked = self.requests.iter().map(|request| {
            let started = Instant::now();
            let template = black_box(answer(black_box(&request.prompt)));
            (template, started.elapsed().as_secs_f64() * 1e6)
        });
        let (answers, times) = asked.unzip();
        Peer { name: name.to_owned(), answers, times }
    }
}

/// The requests for a new scene, and those that no template serves, in a shuffled order.
fn labelled() -> Vec<Labelled> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/requests/dev.jsonl"));
    let lines = text.iter().flat_map(|text| text.lines());
    let mut requests: Vec<Labelled> = lines.filter_map(|line| request(&serde_json::from_str(line).ok()?)).collect();
    let count = requests.len();
    (0..count).for_each(|at| requests.swap(at, at.wrapping_mul(2_654_435_761) % count));
    requests
}

fn request(line: &serde_json::Value) -> Option<Labelled> {
    let plain = line["attachments"].is_null() && line["project"].is_null();
    if !plain || !matches!(line["kind"].as_str(), Some("add" | "out")) {
        return None;
    }
    let templates = line["templates"].as_array().into_iter().flatten();
    let templates = templates.filter_map(|template| template.as_str().map(str::to_owned)).collect();
    Some(Labelled { prompt: line["prompt"].as_str()?.to_owned(), templates })
}

/// The one pattern that matches, if it is one.
fn only(mut matching: impl Iterator<Item = usize>, set: &Set) -> Option<String> {
    let first = matching.next()?;
    let template = &set.patterns[first].template;
    matching.all(|other| set.patterns[other].template == *template).then(|| template.clone())
}

fn expression(pattern: &Named) -> String {
    let names: Vec<String> = pattern.names.iter().map(|name| regex::escape(name)).collect();
    if names.is_empty() { "$^".to_owned() } else { format!(r"(?i)\b(?:{})\b", names.join("|")) }
}

fn ours(set: &Set, patterns: &PatternSet, library: &Library) -> Peer {
    set.ask("firstframe, values read", |prompt| {
        let request = Request::new(prompt).ok()?;
        let utterance = route::read(&request, patterns);
        let decision = route::decide(&request, &utterance, patterns, library);
        match &decision.plan[..] {
            [Step::Add { fit, .. }] => Some(fit.template().to_owned()),
            _ => None,
        }
    })
}

fn regexes(set: &Set) -> Vec<Peer> {
    let expressions: Vec<String> = set.patterns.iter().map(expression).collect();
    let compile = |expression: &String| RegexBuilder::new(expression).build().ok();
    let each: Vec<Regex> = expressions.iter().filter_map(compile).collect();
    let all: Option<RegexSet> =
        RegexSetBuilder::new(&expressions).size_limit(DFA_LIMIT).dfa_size_limit(DFA_LIMIT).build().ok();
    let looped = set.ask("a loop of regexes, which only match", |prompt| {
        only((0..each.len()).filter(|&at| each[at].is_match(prompt)), set)
    });
    let at_once = all.map(|all| {
        set.ask("RegexSet, dfa_size_limit 64 MiB, which only matches", |prompt| only(all.matches(prompt).iter(), set))
    });
    [looped].into_iter().chain(at_once).collect()
}

/// The peers in Python, if `FIRSTFRAME_PYTHON` names an interpreter that has them.
fn python(set: &Set) -> Vec<Peer> {
    let Ok(python) = std::env::var("FIRSTFRAME_PYTHON") else {
        eprintln!("rapidfuzz and hassil are left out: run `make peers`, which installs them");
        return Vec::new();
    };
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/peers.json");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/peers.py");
    let written = serde_json::to_vec(set).map(|json| std::fs::write(file, json));
    let run = Command::new(python).arg(script).arg(file).output();
    match (written, run) {
        (Ok(Ok(())), Ok(run)) if run.status.success() => {
            String::from_utf8_lossy(&run.stdout).lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
        }
        (_, run) => {
            eprintln!("the peers in Python failed: {run:?}");
            Vec::new()
        }
    }
}

/// A peer's line of the table.
fn print(set: &Set, peer: &mut Peer, unit: f64) -> f64 {
    let judged = || peer.answers.iter().zip(&set.requests);
    let dispatched = peer.answers.iter().flatten().count();
    let right = |(answer, request): &(&Option<String>, &Labelled)| {
        answer.as_ref().is_some_and(|answer| request.templates.contains(answer))
    };
    let right = judged().filter(right).count();
    let wanted = judged().filter(|(_, request)| !request.templates.is_empty()).count();
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    peer.times.sort_by(f64::total_cmp);
    let at = |share: f64| peer.times[((peer.times.len() - 1) as f64 * share) as usize];
    let middle = at(0.5);
    println!(
        "{:<52} {:>9.1} {:>9.1} {:>8.1}× {:>9.3} {:>6.3} {:>9}",
        peer.name,
        middle,
        at(0.99),
        if unit > 0.0 { middle / unit } else { 1.0 },
        share(right, dispatched),
        share(right, wanted),
        peer.answers.len()
    );
    middle
}

fn run() -> Result<()> {
    let library = Library::load(&Assets::embedded())?;
    let patterns = PatternSet::load(&made::among(PATTERNS), &library)?;
    let set = Set::new(&patterns);
    println!("{} patterns, {} labelled requests; microseconds a request", set.patterns.len(), set.requests.len());
    println!("{:<52} {:>9} {:>9} {:>9} {:>9} {:>6} {:>9}", "", "p50", "p99", "ratio", "precision", "reach", "requests");
    ours(&set, &patterns, &library);
    let unit = print(&set, &mut ours(&set, &patterns, &library), 0.0);
    for mut peer in regexes(&set).into_iter().chain(python(&set)) {
        print(&set, &mut peer, unit);
    }
    Ok(())
}

fn main() {
    if let Err(error) = run() {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
