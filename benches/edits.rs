//! Changes of a project of 20 scenes: carrying them out with the drawing of what changed, alone and with the reading of
//! the request before.
//!
//! `cargo bench --bench edits` prints criterion's estimates and, at the end, the spread of single calls over shuffled
//! changes, beside what they may take.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measured")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::engine::change::apply;
use firstframe::error::Result;
use firstframe::request::{Format, Request};
use firstframe::route::{Op, Step};
use firstframe::store::project::{Content, Maker, Project, ProjectId, Provenance, SceneId, SceneRecord};
use firstframe::template::Options;
use firstframe::tsx::Form;
use serde_json::json;

/// What the scenes of templates are made from, again and again.
const SCENES: [&str; 4] = [
    "title card \"Launch Day\", 4 seconds, navy background",
    "Bar chart of Q1 10, Q2 20 and Q3 35 titled 'Revenue' in teal",
    "A bullet list titled \"Why switch\" with lower bills, quieter nights and no gas line",
    "Counter from 0 to 12,500 with the label \"of plastic fished out\"",
];

const COUNT: usize = 20;

/// The scene of code; the last one.
const CODE: &str = include_str!("../tests/requests/dev_scenes/coffee-cup.tsx");

/// Changes of scenes of templates, as JSON.
const CHANGES: [&str; 10] = [
    r#"{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}"#,
    r#"{"op": "set", "scene": 6, "param": "series", "value": {"label": "Q2", "value": 48}}"#,
    r#"{"op": "scale", "scene": 9, "param": "size", "by": 1.25}"#,
    r#"{"op": "scale", "scene": 5, "param": "background", "by": 0.8}"#,
    r#"{"op": "insert", "scene": 7, "param": "items", "value": "Bring a torch"}"#,
    r#"{"op": "trim", "scene": 1, "seconds": 3}"#,
    r#"{"op": "transfer", "from": 3, "to": 4, "seconds": 1}"#,
    r#"{"op": "copy-style", "scene": 3, "from": 1}"#,
    r#"[{"op": "delete", "scene": 2}, {"op": "set", "scene": 1, "param": "background", "value": "red"}]"#,
    r#"{"op": "retemplate", "scene": 11, "template": "checklist"}"#,
];

/// Changes of many scenes, and of code.
const LARGE: [&str; 4] = [
    r#"{"op": "set", "scene": "all", "param": "background", "value": "navy"}"#,
    r#"{"op": "reformat", "format": "square"}"#,
    r#"{"op": "set", "scene": 20, "param": "title", "value": "It's hot"}"#,
    r#"{"op": "trim", "scene": 20, "seconds": 3}"#,
];

/// Requests in words.
const REQUESTS: [&str; 4] = [
    "make the background of scene 5 navy",
    "make scene 1 3 seconds",
    "delete scene 2",
    "give 1 second to scene 4 from scene 3",
];

/// What an edit may take with its drawing: p50 and p99, from the project's own figures.
const LIMITS: [Duration; 2] = [Duration::from_micros(400), Duration::from_micros(1500)];

const CALLS: usize = 20_000;

fn project(engine: &Engine) -> Result<Project> {
    let mut project = Project::new("film".parse::<ProjectId>()?, "film")?;
    for at in 0..COUNT - 1 {
        let request = Request::new(SCENES[at % SCENES.len()])?;
        let made = engine.generate(&request, Form::Module, &mut ())?;
        for (fit, scene) in made.decision.fits().zip(&made.scenes) {
            let name = project.free_name(fit.template());
            project.scenes.extend(scene.scene.meta().map(|meta| SceneRecord::of_template(fit, name, meta, "")));
        }
    }
    project.scenes.push(SceneRecord {
        id: SceneId::fresh(),
        name: "Cup".to_owned(),
        content: Content::Code { code: CODE.to_owned(), manifest: json!([{"name": "title", "type": "text"}]) },
        frames: 150,
        fps: 30,
        format: Format::Landscape,
        window: None,
        transition: None,
        provenance: Provenance::now(Maker::Model, None),
    });
    Ok(project)
}

fn changed(engine: &Engine, project: &Project, ops: &[Op]) -> bool {
    apply((engine.library(), Options::default()), project, project, ops).is_ok_and(|done| !done.changes.is_empty())
}

/// A request in words: read, decided, carried out and drawn.
fn edited(engine: &Engine, project: &Project, prompt: &Request) -> bool {
    let scenes = project.scenes.iter().map(SceneRecord::as_asked).collect();
    let request = prompt.clone().with_project(scenes);
    let op = |step: &Step| if let Step::Change(op) = step { Some(op.clone()) } else { None };
    let ops: Vec<Op> = engine.route(&request).plan.iter().filter_map(op).collect();
    !ops.is_empty() && changed(engine, project, &ops)
}

fn spread(what: &str, calls: usize, call: impl Fn(usize) -> bool) {
    let mut times: Vec<Duration> = (0..calls)
        .map(|at| {
            let started = Instant::now();
            black_box(call(at.wrapping_mul(2_654_435_761)));
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let [p50, p99] = LIMITS;
    println!(
        "{what}, {COUNT} scenes, {calls} calls: p50 {:?} (limit {p50:?}), p99 {:?} (limit {p99:?}), max {:?}",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn run() -> Result<()> {
    let engine = Engine::load(&Assets::embedded())?;
    let project = project(&engine)?;
    let read = |plans: &[&str]| plans.iter().map(|plan| Op::read_plan(plan)).collect::<Result<Vec<_>>>();
    let (changes, large) = (read(&CHANGES)?, read(&LARGE)?);
    let requests = REQUESTS.iter().map(|prompt| Request::new(prompt)).collect::<Result<Vec<_>>>()?;
    for (plan, ops) in CHANGES.iter().zip(&changes).chain(LARGE.iter().zip(&large)) {
        assert!(changed(&engine, &project, ops), "{plan} changes nothing");
    }
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let mut group = criterion.benchmark_group("change");
    for (plan, ops) in CHANGES.iter().zip(&changes).chain(LARGE.iter().zip(&large)) {
        group.bench_with_input(BenchmarkId::from_parameter(plan), ops, |b, ops| {
            b.iter(|| changed(&engine, &project, black_box(ops)));
        });
    }
    group.finish();
    criterion.final_summary();
    spread("change and draw", CALLS, |at| changed(&engine, &project, &changes[at % changes.len()]));
    spread("all scenes, or code", CALLS / 10, |at| changed(&engine, &project, &large[at % large.len()]));
    spread("request in words", CALLS / 4, |at| edited(&engine, &project, &requests[at % requests.len()]));
    Ok(())
}

fn main() {
    if let Err(error) = run() {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
