//! Projects in SQLite: an acknowledged write is on the disk.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::Criterion;
use firstframe::request::Format;
use firstframe::store::project::{
    Change, Content, Intent, Maker, NewProject, ProjectId, ProjectStore, Provenance, SceneId, SceneRecord,
    SqliteProjects, Timestamp, Write,
};
use serde_json::{Value as Json, json};
use tokio::runtime::Runtime;

use crate::{Measured, spread};

/// How many write at once, and how often each.
const WRITERS: usize = 8;
const WRITES: usize = 500;

/// How many scenes a project has.
const SCENES: usize = 20;

/// What a write with all writers may take, from the project's own figures: p50 and p99.
const WRITE_LIMITS: [Duration; 2] = [Duration::from_millis(3), Duration::from_millis(15)];

/// What reading may take: p50 is the project's own figure.
const READ_LIMITS: [Duration; 2] = [Duration::from_micros(500), Duration::from_millis(2)];

type Found<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

pub(crate) fn measure(criterion: &mut Criterion) -> Measured {
    // Not in the memory that `/tmp` may be: the disk is what is measured.
    let folder = tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_time().build()?;
    let store = Arc::new(runtime.block_on(SqliteProjects::open(folder.path()))?);
    for kind in ["template", "code"] {
        let id = runtime.block_on(filled(&*store, kind)).map_err(|error| error.to_string())?;
        reading(criterion, (&runtime, &store), (&id, kind))?;
    }
    let times = runtime.block_on(writing(&store)).map_err(|error| error.to_string())?;
    spread::print(&format!("an acknowledged write, {WRITERS} writers"), times, WRITE_LIMITS);
    runtime.block_on(store.close())?;
    Ok(())
}

fn reading(
    criterion: &mut Criterion,
    (runtime, store): (&Runtime, &Arc<SqliteProjects>),
    (id, kind): (&ProjectId, &str),
) -> Measured {
    let name = format!("read a project of {SCENES} scenes ({kind})");
    criterion.bench_function(&name, |b| b.iter(|| runtime.block_on(store.read(id)).is_ok()));
    let mut times = Vec::new();
    for _ in 0..4000 {
        let started = Instant::now();
        runtime.block_on(store.read(id))?;
        times.push(started.elapsed());
    }
    spread::print(&name, times, READ_LIMITS);
    Ok(())
}

/// The times of all writes. Each writer has a project of its own, as people have.
async fn writing(store: &Arc<SqliteProjects>) -> Found<Vec<Duration>> {
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let id = filled(&**store, &format!("template {writer}")).await?;
        writers.spawn(write(Arc::clone(store), id));
    }
    let mut times = Vec::new();
    while let Some(done) = writers.join_next().await {
        times.extend(done??);
    }
    Ok(times)
}

async fn write(store: Arc<SqliteProjects>, id: ProjectId) -> Found<Vec<Duration>> {
    let mut times = Vec::with_capacity(WRITES);
    for round in 0..WRITES {
        let changed = scene("template", round % SCENES, round)?;
        let started = Instant::now();
        store.write(&id, intended(vec![Change::replace(changed)])).await?;
        times.push(started.elapsed());
    }
    Ok(times)
}

async fn filled(store: &dyn ProjectStore, kind: &str) -> Found<ProjectId> {
    let new = NewProject { name: kind.to_owned(), at: Timestamp::from_millis(1), key: None };
    let id = store.create(new).await?.project.id.clone();
    let scenes = (0..SCENES).map(|number| scene(kind, number, 0).map(Change::add));
    store.write(&id, intended(scenes.collect::<Found<_>>()?)).await?;
    Ok(id)
}

fn intended(changes: Vec<Change>) -> Write {
    Write::new(Intent::Change(changes), "bench", Timestamp::from_millis(2))
}

/// A scene of a template with usual parameters, or of 6 KB of code.
fn scene(kind: &str, number: usize, round: usize) -> Found<SceneRecord> {
    let params = json!({
        "title": format!("Quarter {round}"),
        "series": [{"label": "Q1", "value": 10}, {"label": "Q2", "value": 20.5}, {"label": "Q3", "value": 35}],
        "accent": "teal", "duration": 4.5, "format": "portrait", "theme": "dark",
    });
    let content = if kind == "code" {
        let line = "  const opacity = interpolate(frame, [0, 20], [0, 1], {extrapolateRight: 'clamp'});\n";
        Content::Code { code: line.repeat(72), manifest: json!([{"name": "headline", "type": "text"}]) }
    } else {
        let params = if let Json::Object(params) = params { params } else { serde_json::Map::new() };
        Content::Template { id: "bar-chart".to_owned(), params }
    };
    let id: SceneId = format!("s{number}").parse()?;
    Ok(SceneRecord {
        id,
        name: format!("bar-chart {number}"),
        content,
        frames: 135,
        fps: 30,
        format: Format::Portrait,
        window: None,
        transition: None,
        provenance: Provenance::now(Maker::Template, Some("bar chart of Q1 10, Q2 20.5, Q3 35 in teal, 9:16, dark")),
    })
}
