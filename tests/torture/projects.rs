//! The projects: what was acknowledged is there, and the present state is what the log says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use firstframe::error::ErrorKind;
use firstframe::request::Format;
use firstframe::store::project::{
    Change, Content, Intent, Maker, NewProject, ProjectId, ProjectStore, Provenance, SceneId, SceneRecord,
    SqliteProjects, Timestamp, Which, Write,
};
use serde_json::{Map, json};
use tokio::task::JoinSet;

use crate::chance::Chance;
use crate::{Store, Tested};

pub(crate) const STORE: Store = Store { name: "projects", live, check };

/// How many write at once.
const WRITERS: u64 = 4;

/// How many revisions a project has until the next one is begun, so that looking through one stays quick.
const REVISIONS: u64 = 300;

/// After so many rounds, a database is begun anew, so that some kills fall into its making.
const ROUNDS: usize = 10;

/// Writes and says what was acknowledged, until it is killed.
fn live(folder: &Path, chance: &mut Chance) -> Tested {
    let folder = present(folder)?;
    println!("opening");
    wait(async {
        let store = Arc::new(SqliteProjects::open(&folder).await?);
        println!("opened");
        let id = project(&*store, chance).await?;
        let mut writers = JoinSet::new();
        for _ in 0..WRITERS {
            writers.spawn_local(work(Arc::clone(&store), id.clone(), Chance::new(chance.below(u64::MAX))));
        }
        while let Some(done) = writers.join_next().await {
            done?.map_err(|error| error.to_string())?;
        }
        Ok(())
    })
}

/// The project that is written to: the newest, or one more if it has had enough.
async fn project(store: &dyn ProjectStore, chance: &mut Chance) -> Tested<ProjectId> {
    let projects = store.list(Which::Living).await?;
    if let Some(open) = projects.iter().find(|project| project.revision < REVISIONS) {
        return Ok(open.id.clone());
    }
    let name = format!("film {}", chance.below(u64::MAX));
    let made = store.create(NewProject { name, at: Timestamp::from_millis(1), key: None }).await?;
    println!("wrote {} 0 -", made.project.id);
    Ok(made.project.id.clone())
}

async fn work(store: Arc<SqliteProjects>, id: ProjectId, mut chance: Chance) -> Result<(), firstframe::error::Error> {
    for _ in 0..2000 {
        let scenes: Vec<SceneId> = store.read(&id).await?.project.scenes.iter().map(|scene| scene.id.clone()).collect();
        let key = format!("{:016x}", chance.below(u64::MAX));
        let write = Write::new(intent(&scenes, &mut chance), "torture", Timestamp::from_millis(2)).once(&key);
        match store.write(&id, write).await {
            Ok(written) => println!("wrote {id} {} {key}", written.revision.number),
            // Another writer was first, or there is nothing to undo.
            Err(error) if error.kind() == ErrorKind::Project => {}
            Err(error) => return Err(error),
        }
        if chance.below(16) == 0 {
            let seed = chance.below(u64::MAX);
            let asset = store.keep("picture", picture(seed), Timestamp::from_millis(2)).await?;
            println!("kept {} {seed}", asset.id);
        }
    }
    Ok(())
}

fn intent(scenes: &[SceneId], chance: &mut Chance) -> Intent {
    let any = |chance: &mut Chance| scenes.get(chance.below(scenes.len() as u64) as usize).cloned();
    match (chance.below(8), any(chance)) {
        (0, _) => Intent::Undo,
        (1, _) => Intent::Redo,
        (2, Some(scene)) => Intent::Change(vec![Change::RemoveScene { scene }]),
        (3, Some(id)) => Intent::Change(vec![Change::replace(scene(id, chance))]),
        (4, Some(id)) => Intent::Change(vec![Change::MoveScene { scene: id, to: 0 }]),
        (5, _) => Intent::Change(vec![Change::set("fps", Some(json!(chance.below(60))))]),
        _ => Intent::Change(vec![Change::add(scene(SceneId::fresh(), chance))]),
    }
}

fn scene(id: SceneId, chance: &mut Chance) -> SceneRecord {
    let numbers = (0..chance.below(600)).map(|_| format!("{:011}", chance.below(100_000_000_000)));
    let title = numbers.collect::<Vec<_>>().join(" ");
    let params = Map::from_iter([("title".to_owned(), json!(title))]);
    SceneRecord {
        id,
        name: "title".to_owned(),
        content: Content::Template { id: "title-card".to_owned(), params },
        frames: 90,
        fps: 30,
        format: Format::Landscape,
        window: None,
        transition: None,
        provenance: Provenance::now(Maker::Template, None),
    }
}

fn picture(seed: u64) -> Vec<u8> {
    let mut chance = Chance::new(seed);
    let mut bytes = b"GIF89a".to_vec();
    bytes.extend((0..2000).flat_map(|_| chance.below(u64::MAX).to_le_bytes()));
    bytes
}

/// Opens what is left: each project is what its log says, and all that was ever acknowledged is in it.
fn check(folder: &Path, said: &[String]) -> Tested<Option<&'static str>> {
    let data = present(folder)?;
    let is_new = !SqliteProjects::path(&data).exists();
    wait(async {
        let store = SqliteProjects::open(&data).await?;
        let said: Vec<Vec<&str>> = said.iter().map(|line| line.split(' ').collect()).collect();
        for line in &said {
            acknowledged(&store, line).await?;
        }
        all_is_as_it_was(&store, &data, &said).await?;
        Ok(store.close().await?)
    })?;
    next(folder)?;
    Ok(is_new.then_some("killed before there was a file"))
}

/// What a line of the child says has been done must be there.
async fn acknowledged(store: &dyn ProjectStore, line: &[&str]) -> Tested {
    match line {
        ["wrote", id, number, key] if *number != "0" => {
            let (id, number): (ProjectId, u64) = (id.parse()?, number.parse()?);
            let head = store.read(&id).await?.revision;
            let behind =
                head.checked_sub(number).ok_or(format!("revision {number} of {id} is lost: it ends at {head}"))?;
            let history = store.history(&id, behind as usize + 1).await?;
            let found = history.last().filter(|found| found.number == number);
            if found.and_then(|found| found.key.as_deref()) == Some(key) {
                return Ok(());
            }
            Err(format!("revision {number} of {id} is not what was acknowledged").into())
        }
        ["kept", id, seed] if store.picture(&id.parse()?).await? != picture(seed.parse()?) => {
            Err(format!("picture {id} is not what was kept").into())
        }
        _ => Ok(()),
    }
}

/// Heads never go back, and projects of this round are what their logs say.
async fn all_is_as_it_was(store: &dyn ProjectStore, data: &Path, said: &[Vec<&str>]) -> Tested {
    let ledger = data.join("acknowledged.json");
    let mut heads: BTreeMap<String, u64> = match fs::read_to_string(&ledger) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => BTreeMap::new(),
    };
    for (id, head) in &heads {
        let found = store.read(&id.parse()?).await?.revision;
        if found < *head {
            return Err(format!("{id} was at revision {head} and is at {found}").into());
        }
    }
    for line in said.iter().filter(|line| line[0] == "wrote") {
        let snapshot = store.read(&line[1].parse()?).await?;
        heads.insert(line[1].to_owned(), snapshot.revision);
    }
    if let Some(open) = store.list(Which::Living).await?.first() {
        let snapshot = store.read(&open.id).await?;
        let replayed = store.archive(&open.id).await?.state(open.id.clone())?;
        if replayed.project != *snapshot.project || replayed.head != snapshot.revision {
            return Err(format!("the state of {} is not what its log says", open.id).into());
        }
    }
    Ok(fs::write(&ledger, serde_json::to_string(&heads)?)?)
}

/// The folder of the present database.
fn present(folder: &Path) -> Tested<PathBuf> {
    let round = rounds(folder)?;
    Ok(folder.join(format!("data-{}", round / ROUNDS)))
}

fn next(folder: &Path) -> Tested {
    Ok(fs::write(folder.join("rounds"), (rounds(folder)? + 1).to_string())?)
}

fn rounds(folder: &Path) -> Tested<usize> {
    match fs::read_to_string(folder.join("rounds")) {
        Ok(text) => Ok(text.parse()?),
        Err(_) => Ok(0),
    }
}

/// Waits for a future to its end, with what it has set going.
fn wait<T>(future: impl Future<Output = Tested<T>>) -> Tested<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    tokio::task::LocalSet::new().block_on(&runtime, future)
}
