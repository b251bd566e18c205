//! What every store of projects has to do, held for each kind of it.

use std::error::Error as StdError;
use std::future::Future;

use serde_json::json;

use super::apply::tests::simple_scenes;
use super::*;
use crate::error::ErrorKind;

type Tested = Result<(), Box<dyn StdError>>;

/// Waits for a future to its end.
pub(super) fn wait<T>(future: impl Future<Output = Result<T, Box<dyn StdError>>>) -> Result<T, Box<dyn StdError>> {
    tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(future)
}

fn on_memory(case: impl AsyncFnOnce(&dyn ProjectStore) -> Tested) -> Tested {
    wait(async { case(&MemoryProjects::new()).await })
}

fn on_sqlite(case: impl AsyncFnOnce(&dyn ProjectStore) -> Tested) -> Tested {
    let folder = tempfile::tempdir()?;
    wait(async {
        let store = SqliteProjects::open(folder.path()).await?;
        case(&store).await?;
        Ok(store.close().await?)
    })
}

/// Each case is a test on each kind of store.
macro_rules! on_all {
    ($($case:ident),* $(,)?) => {
        mod memory {
            $(#[test] fn $case() -> super::Tested { super::on_memory(super::$case) })*
        }
        mod sqlite {
            $(#[test] fn $case() -> super::Tested { super::on_sqlite(super::$case) })*
        }
    };
}

on_all! {
    what_is_written_is_read,
    projects_are_found_by_name_and_id,
    names_are_taken_until_their_project_is_deleted,
    an_old_view_changes_nothing,
    a_key_does_a_thing_once,
    undo_and_redo_go_over_everything,
    what_was_said_stays_said,
    several_changes_are_made_wholly_or_not_at_all,
    many_writers_lose_nothing,
    history_and_archive_say_all,
    damaged_archives_change_nothing,
    pictures_are_kept_while_a_log_speaks_of_them,
    cut_and_merged_scenes_are_kept,
    preferences_are_remembered,
    any_changes_leave_what_their_log_says,
}

fn at(millis: u64) -> Timestamp {
    Timestamp::from_millis(millis)
}

pub(super) fn named(name: &str) -> NewProject {
    NewProject { name: name.to_owned(), at: at(1), key: None }
}

pub(super) fn change(changes: Vec<Change>) -> Write {
    Write::new(Intent::Change(changes), "anna", at(2))
}

fn rename(name: &str) -> Write {
    change(vec![Change::Rename { name: name.to_owned() }])
}

/// A scene with an id; what else it is made of is as chance has it, and the same every time.
pub(super) fn scene(id: &str) -> Result<SceneRecord, Box<dyn StdError>> {
    use proptest::strategy::{Strategy, ValueTree};
    let mut chance = proptest::test_runner::TestRunner::deterministic();
    let scene = simple_scenes().new_tree(&mut chance).map_err(|reason| reason.to_string())?.current();
    Ok(SceneRecord { id: id.parse()?, frames: 60, fps: 30, window: None, transition: None, ..scene })
}

#[track_caller]
fn refused<T>(result: crate::error::Result<T>, kind: ErrorKind, part: &str) {
    let said = result.map_or_else(|error| (error.kind(), error.to_string()), |_| (kind, "it was done".to_owned()));
    assert!(said.0 == kind && said.1.contains(part), "expected {kind:?} with `{part}`, and found {said:?}");
}

async fn what_is_written_is_read(store: &dyn ProjectStore) -> Tested {
    let made = store.create(named("film")).await?;
    assert_eq!((made.revision, made.project.name.as_str()), (0, "film"));
    let id = &made.project.id;
    assert_eq!(store.read(id).await?, made);
    let changes = vec![
        Change::add(scene("a")?),
        Change::AddScene { scene: Box::new(scene("b")?), at: Some(0) },
        Change::set("theme", Some(json!({"name": "dark", "gain": 0.1}))),
        Change::Remember { fact: Fact::new("company", ["Acme"]) },
    ];
    let written = store.write(id, change(changes)).await?;
    assert_eq!(written.revision.number, 1);
    let read = store.read(id).await?;
    assert_eq!((read.revision, &read.project), (1, &written.project));
    let ids: Vec<&str> = read.project.scenes.iter().map(|scene| scene.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
    let moved = store.write(id, change(vec![Change::MoveScene { scene: "a".parse()?, to: 0 }])).await?;
    assert_eq!(store.read(id).await?.project, moved.project);
    let listed = store.list(Which::Living).await?;
    assert_eq!((listed.len(), listed[0].scenes, listed[0].seconds, listed[0].revision), (1, 2, 4.0, 2));
    assert_eq!((listed[0].created, listed[0].changed), (at(1), at(2)));
    refused(store.read(&"nobody".parse()?).await, ErrorKind::Project, "there is no project with the id `nobody`");
    Ok(())
}

async fn projects_are_found_by_name_and_id(store: &dyn ProjectStore) -> Tested {
    refused(store.find("film").await, ErrorKind::Project, "there is none yet; `firstframe project new` makes one");
    let made = store.create(named("Launch Film")).await?;
    let id = made.project.id.as_str();
    for said in ["Launch Film", "launch film", id, &id[..20]] {
        assert_eq!(store.find(said).await?.id, made.project.id, "{said}");
    }
    refused(store.find("lunch film").await, ErrorKind::Project, "did you mean `Launch Film`?");
    store.write(&made.project.id, change(vec![Change::Delete])).await?;
    assert!(store.find("launch film").await?.deleted);
    Ok(())
}

async fn names_are_taken_until_their_project_is_deleted(store: &dyn ProjectStore) -> Tested {
    let first = store.create(named("Été")).await?.project.id.clone();
    refused(store.create(named("été")).await, ErrorKind::Project, "there is a project `été` already");
    refused(store.create(named(" ")).await, ErrorKind::Project, "is empty");
    let other = store.create(named("other")).await?.project.id.clone();
    refused(store.write(&other, rename("ÉTÉ")).await, ErrorKind::Project, "already");
    assert_eq!(store.read(&other).await?.revision, 0);
    store.write(&first, change(vec![Change::Delete])).await?;
    refused(store.write(&first, rename("x")).await, ErrorKind::Project, "has been deleted: undo that first");
    store.write(&other, rename("Été")).await?;
    // Its name is another's now, so that it cannot come back under it.
    refused(store.write(&first, Write::new(Intent::Undo, "anna", at(3))).await, ErrorKind::Project, "already");
    store.write(&other, rename("other")).await?;
    store.write(&first, Write::new(Intent::Undo, "anna", at(4))).await?;
    assert_eq!(store.list(Which::Living).await?.len(), 2);
    assert_eq!(store.list(Which::Deleted).await?, []);
    Ok(())
}

async fn an_old_view_changes_nothing(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    store.write(&id, rename("a").expecting(0)).await?;
    let late = store.write(&id, rename("b").expecting(0)).await;
    refused(late, ErrorKind::Conflict, "`a` is at revision 1, and 0 was expected");
    assert_eq!(store.read(&id).await?.project.name, "a");
    Ok(())
}

async fn a_key_does_a_thing_once(store: &dyn ProjectStore) -> Tested {
    let new = NewProject { key: Some("k".to_owned()), ..named("film") };
    let id = store.create(new.clone()).await?.project.id.clone();
    assert_eq!(store.create(new).await?.project.id, id);
    let add = change(vec![Change::add(scene("a")?)]).once("add-a").expecting(0);
    let first = store.write(&id, add.clone()).await?;
    store.write(&id, rename("b")).await?;
    let again = store.write(&id, add).await?;
    assert_eq!(again.revision, first.revision);
    assert_eq!((again.project.scenes.len(), again.project.name.as_str()), (1, "b"));
    refused(store.write(&id, rename("c").once("add-a")).await, ErrorKind::Project, "was used for something else");
    let undo = || Write::new(Intent::Undo, "anna", at(5)).once("undo");
    store.write(&id, undo()).await?;
    store.write(&id, undo()).await?;
    assert_eq!(store.read(&id).await?.revision, 3);
    Ok(())
}

async fn undo_and_redo_go_over_everything(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let step = |intent| store.write(&id, Write::new(intent, "anna", at(3)));
    let mut states = vec![store.read(&id).await?.project];
    for changes in [
        vec![Change::add(scene("a")?), Change::add(scene("b")?)],
        vec![Change::RemoveScene { scene: "a".parse()? }, Change::set("fps", Some(json!(60)))],
        vec![Change::Remember { fact: Fact::new("font", ["Inter"]) }],
        vec![Change::Rename { name: "other".to_owned() }],
        vec![Change::Delete],
    ] {
        states.push(store.write(&id, change(changes)).await?.project);
    }
    for state in states.iter().rev().skip(1) {
        assert_eq!(step(Intent::Undo).await?.project, *state);
    }
    refused(step(Intent::Undo).await, ErrorKind::Project, "there is nothing to undo in `film`");
    for state in &states[1..] {
        assert_eq!(step(Intent::Redo).await?.project, *state);
        assert_eq!(store.read(&id).await?.project, *state);
    }
    refused(step(Intent::Redo).await, ErrorKind::Project, "there is nothing to redo");
    step(Intent::Undo).await?;
    store.write(&id, rename("third")).await?;
    refused(step(Intent::Redo).await, ErrorKind::Project, "there is nothing to redo");
    assert_eq!(store.read(&id).await?.revision, 17);
    Ok(())
}

async fn what_was_said_stays_said(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let said = |text: &str| vec![ChatMessage::new(Speaker::Person, text)];
    store.write(&id, rename("a").saying(said("call it a"))).await?;
    store.write(&id, Write::new(Intent::Undo, "anna", at(3)).saying(said("undo that"))).await?;
    // A remark does not stand in the way of redo.
    store.write(&id, change(Vec::new()).saying(said("hm"))).await?;
    store.write(&id, Write::new(Intent::Redo, "anna", at(4))).await?;
    assert_eq!(store.read(&id).await?.project.name, "a");
    let history = store.history(&id, 10).await?;
    let texts: Vec<&str> = history.iter().flat_map(|revision| &revision.said).map(|said| said.text.as_str()).collect();
    assert_eq!(texts, ["hm", "undo that", "call it a"]);
    refused(store.write(&id, change(Vec::new())).await, ErrorKind::Project, "says nothing");
    Ok(())
}

async fn several_changes_are_made_wholly_or_not_at_all(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let broken = vec![Change::add(scene("a")?), Change::add(scene("a")?)];
    refused(store.write(&id, change(broken)).await, ErrorKind::Project, "there is a scene with the id `a` already");
    let read = store.read(&id).await?;
    assert_eq!((read.revision, read.project.scenes.len()), (0, 0));
    Ok(())
}

async fn many_writers_lose_nothing(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let ids: Vec<String> = (0..40).map(|number| format!("s{number}")).collect();
    let mut writes = Vec::new();
    for scene_id in &ids {
        writes.push(store.write(&id, change(vec![Change::add(scene(scene_id)?)]).once(scene_id)));
    }
    let mut numbers = Vec::new();
    for written in futures_of(writes).await {
        numbers.push(written?.revision.number);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
    assert_eq!(store.read(&id).await?.project.scenes.len(), 40);
    Ok(())
}

/// Waits for all of some futures at once.
async fn futures_of<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    use std::task::Poll;
    let mut waiting: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(move |context| {
        for (future, done) in waiting.iter_mut().filter(|(_, done)| done.is_none()) {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                *done = Some(value);
            }
        }
        if waiting.iter().all(|(_, done)| done.is_some()) {
            Poll::Ready(waiting.iter_mut().filter_map(|(_, done)| done.take()).collect())
        } else {
            Poll::Pending
        }
    })
    .await
}

async fn history_and_archive_say_all(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let asset = store.keep("logo.gif", b"GIF89a-logo".to_vec(), at(1)).await?;
    store.write(&id, change(vec![Change::add(scene("a")?), Change::Attach { asset }])).await?;
    store.write(&id, rename("b")).await?;
    store.write(&id, Write::new(Intent::Undo, "anna", at(3))).await?;
    let numbers = |revisions: Vec<Revision>| revisions.iter().map(|revision| revision.number).collect::<Vec<_>>();
    assert_eq!(numbers(store.history(&id, 2).await?), [3, 2]);
    assert_eq!(numbers(store.history(&id, 9).await?), [3, 2, 1]);
    refused(store.history(&"nobody".parse()?, 1).await, ErrorKind::Project, "no project");
    let archive = store.archive(&id).await?;
    assert_eq!((archive.pictures.len(), archive.revisions.len()), (1, 3));
    let archive = Archive::parse("film.jsonl", &export(&archive)?)?;
    refused(store.restore(archive.clone()).await, ErrorKind::Project, "there is a project `film` already");
    let copy = store.restore(archive.renamed("copy", at(4))?).await?;
    let original = store.read(&id).await?.project;
    assert_eq!(copy.project.scenes, original.scenes);
    assert_eq!((copy.revision, copy.project.assets.len()), (4, 1));
    store.write(&copy.project.id, Write::new(Intent::Undo, "anna", at(5))).await.map_or_else(
        |error| assert!(error.to_string().contains("already"), "{error}"),
        |_| panic!("two projects have one name"),
    );
    Ok(())
}

async fn damaged_archives_change_nothing(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    store.write(&id, rename("a")).await?;
    store.write(&id, rename("b")).await?;
    let mut archive = store.archive(&id).await?.renamed("c", at(3))?;
    archive.revisions.remove(0);
    refused(store.restore(archive).await, ErrorKind::Project, "revision 2 does not follow on revision 0");
    assert_eq!(store.list(Which::Living).await?.len(), 1);
    Ok(())
}

async fn pictures_are_kept_while_a_log_speaks_of_them(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let mut pictures = Vec::new();
    for name in ["used", "said", "unused"] {
        pictures.push(store.keep(name, [b"GIF89a", name.as_bytes()].concat(), at(10)).await?);
    }
    let [used, said, unused] = &pictures[..] else { return Err("three pictures".into()) };
    let message = ChatMessage::new(Speaker::Person, "like this").with_pictures(vec![said.id.clone()]);
    let attach = vec![Change::Attach { asset: used.clone() }];
    store.write(&id, change(attach).saying(vec![message])).await?;
    store.write(&id, change(vec![Change::Detach { asset: used.id.clone() }])).await?;
    assert_eq!(store.collect(at(10)).await?, [], "none is older");
    let later = Timestamp::from(std::time::SystemTime::now() + std::time::Duration::from_secs(9));
    assert_eq!(store.collect(later).await?, std::slice::from_ref(&unused.id));
    assert_eq!(store.picture(&used.id).await?, b"GIF89aused");
    assert_eq!(store.picture(&said.id).await?, b"GIF89asaid");
    refused(store.picture(&unused.id).await, ErrorKind::Project, "upload it first");
    let attach = change(vec![Change::Attach { asset: unused.clone() }]);
    refused(store.write(&id, attach).await, ErrorKind::Project, "upload it first");
    refused(store.keep("a.txt", b"text".to_vec(), at(1)).await, ErrorKind::Request, "`a.txt` is no picture");
    Ok(())
}

async fn cut_and_merged_scenes_are_kept(store: &dyn ProjectStore) -> Tested {
    let id = store.create(named("film")).await?.project.id.clone();
    let fade = Some(Transition { kind: TransitionKind::Fade, frames: 20 });
    let second = SceneRecord { transition: fade, ..scene("b")? };
    store.write(&id, change(vec![Change::add(scene("a")?), Change::add(second.clone())])).await?;
    let whole = store.read(&id).await?.project;
    let (left, right) = split(&second, 45)?;
    let merged = merge(&[scene("a")?, left])?;
    let changes = vec![
        Change::replace(merged.clone()),
        Change::RemoveScene { scene: second.id.clone() },
        Change::add(right.clone()),
    ];
    store.write(&id, change(changes)).await?;
    let read = store.read(&id).await?.project;
    assert_eq!((&read.scenes[..], read.seconds()), (&[merged, right][..], whole.seconds()));
    assert_eq!(store.list(Which::Living).await?[0].seconds, 100.0 / 30.0);
    let archive = Archive::parse("film.jsonl", &export(&store.archive(&id).await?)?)?;
    assert_eq!(archive.state(id.clone())?.project, *read);
    store.write(&id, Write::new(Intent::Undo, "anna", at(3))).await?;
    assert_eq!(serde_json::to_string(&*store.read(&id).await?.project)?, serde_json::to_string(&*whole)?);
    Ok(())
}

async fn preferences_are_remembered(store: &dyn ProjectStore) -> Tested {
    store.prefer("format", Some(json!("square")));
    store.prefer("theme", Some(json!("dark")));
    store.prefer("theme", None);
    let expected = [("format".to_owned(), json!("square"))];
    assert_eq!(store.preferences().await?, expected.into());
    store.create(named("film")).await?;
    store.prefer("format", Some(json!("portrait")));
    assert_eq!(store.preferences().await?.get("format"), Some(&json!("portrait")));
    Ok(())
}

async fn any_changes_leave_what_their_log_says(store: &dyn ProjectStore) -> Tested {
    use proptest::strategy::{Strategy, ValueTree};
    let id = store.create(named("film")).await?.project.id.clone();
    let changes = apply::tests::changes();
    let mut chance = proptest::test_runner::TestRunner::deterministic();
    for round in 0..200 {
        let intent = match round % 5 {
            3 => Intent::Undo,
            4 if round % 2 == 0 => Intent::Redo,
            _ => Intent::Change(vec![changes.new_tree(&mut chance).map_err(|reason| reason.to_string())?.current()]),
        };
        // What is refused changes nothing, which the log shows as well.
        let _ = store.write(&id, Write::new(intent, "anna", at(round))).await;
    }
    let read = store.read(&id).await?;
    let replayed = store.archive(&id).await?.state(id)?;
    assert_eq!((&*read.project, read.revision), (&replayed.project, replayed.head));
    assert!(read.revision > 40, "hardly anything was done");
    Ok(())
}
