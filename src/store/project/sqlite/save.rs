//! Writing rows, inside of the writer's transaction.

use serde_json::Value as Json;
use sqlx::{Connection as _, SqliteConnection};

use super::rows::{encode, rest, signed};
use super::script::Script;
use crate::store::project::archive::Archive;
use crate::store::project::asset::Asset;
use crate::store::project::id::{AssetId, ProjectId, Timestamp};
use crate::store::project::log::{Deed, Revision, State};
use crate::store::project::state::Project;
use crate::store::project::uses;

/// A project that is taken in: new ones with an empty log, and those that were written down elsewhere.
pub(super) async fn birth(
    connection: &mut SqliteConnection,
    (archive, key): (&Archive, Option<&str>),
    state: &State,
) -> sqlx::Result<()> {
    const BIRTH: &str = "INSERT INTO project (id, born, created, key, name, folded, deleted, changed, head, node, \
                         scenes, seconds, state) VALUES (?, ?, ?, ?, '', ?, 1, 0, 0, 0, 0, 0, '')";
    let id = state.project.id.as_str();
    let mut script = Script::default();
    script.add(BIRTH).bind(id)?.bind(&archive.name)?.bind(signed(archive.created.millis()))?.bind(key)?.bind(id)?;
    script.run(connection).await?;
    for (asset, _) in &archive.pictures {
        keep(connection, asset, archive.created).await?;
    }
    for revision in &archive.revisions {
        let mut script = Script::default();
        log(&mut script, &state.project.id, revision)?;
        script.run(connection).await?;
    }
    let changed = archive.revisions.last().map_or(archive.created, |revision| revision.at);
    let mut script = Script::default();
    present(&mut script, None, (state, changed))?;
    script.run(connection).await
}

/// Writes one more revision, and the state that it leads to.
pub(super) async fn revision(
    connection: &mut SqliteConnection,
    (before, after): (&State, &State),
    revision: &Revision,
) -> sqlx::Result<()> {
    let mut script = Script::default();
    log(&mut script, &after.project.id, revision)?;
    present(&mut script, Some(&before.project), (after, revision.at))?;
    script.run(connection).await
}

/// Puts a revision into the log.
fn log(script: &mut Script, id: &ProjectId, revision: &Revision) -> sqlx::Result<()> {
    const LOG: &str = "INSERT INTO revision (project, number, key, parent, body) VALUES (?, ?, ?, ?, ?)";
    const USE: &str = "INSERT OR IGNORE INTO asset_use (asset, project) VALUES (?, ?)";
    let parent = if let Deed::Changed { parent, .. } = revision.deed { Some(signed(parent)) } else { None };
    script.add(LOG).bind(id.as_str())?.bind(signed(revision.number))?.bind(revision.key.as_deref())?;
    script.bind(parent)?.bind(encode(revision)?)?;
    for picture in uses::pictures(revision) {
        script.add(USE).bind(picture.as_str())?.bind(id.as_str())?;
    }
    Ok(())
}

/// Writes the present state: the project's row, and those scenes that are not as they were before.
fn present(script: &mut Script, before: Option<&Project>, (state, changed): (&State, Timestamp)) -> sqlx::Result<()> {
    const PRESENT: &str = "UPDATE project SET name = ?, folded = ?, deleted = ?, changed = ?, head = ?, node = ?, \
                           scenes = ?, seconds = ?, state = ? WHERE id = ?";
    let project = &state.project;
    script.add(PRESENT).bind(&project.name)?.bind(project.name.to_lowercase())?.bind(project.deleted)?;
    script.bind(signed(changed.millis()))?.bind(signed(state.head))?.bind(signed(state.node))?;
    script.bind(signed(project.scenes.len() as u64))?.bind(project.seconds())?.bind(rest(project)?)?;
    script.bind(project.id.as_str())?;
    scenes(script, before, project)
}

fn scenes(script: &mut Script, before: Option<&Project>, project: &Project) -> sqlx::Result<()> {
    const PUT: &str = "INSERT OR REPLACE INTO scene (project, id, body) VALUES (?, ?, ?)";
    const TAKE: &str = "DELETE FROM scene WHERE project = ? AND id = ?";
    let former = |id| before.and_then(|before| before.scene(id));
    for scene in project.scenes.iter().filter(|scene| former(&scene.id) != Some(scene)) {
        script.add(PUT).bind(project.id.as_str())?.bind(scene.id.as_str())?.bind(encode(scene)?)?;
    }
    let gone = before.into_iter().flat_map(|before| &before.scenes).filter(|scene| project.scene(&scene.id).is_none());
    for scene in gone {
        script.add(TAKE).bind(project.id.as_str())?.bind(scene.id.as_str())?;
    }
    Ok(())
}

/// Makes a picture known. One that is known already counts as kept now.
pub(super) async fn keep(connection: &mut SqliteConnection, asset: &Asset, at: Timestamp) -> sqlx::Result<()> {
    const KEEP: &str = "INSERT INTO asset (id, body, kept) VALUES (?, ?, ?) \
                        ON CONFLICT (id) DO UPDATE SET kept = max(kept, excluded.kept)";
    let query = sqlx::query(KEEP).bind(asset.id.as_str()).bind(encode(asset)?).bind(signed(at.millis()));
    query.execute(connection).await.map(|_| ())
}

/// Forgets pictures that no log speaks of, and returns them.
pub(super) async fn forget_unused(connection: &mut SqliteConnection, before: Timestamp) -> sqlx::Result<Vec<AssetId>> {
    const FORGET: &str = "DELETE FROM asset WHERE kept < ? AND id NOT IN (SELECT asset FROM asset_use) RETURNING id";
    let query = sqlx::query_scalar(FORGET).bind(signed(before.millis()));
    let ids: Vec<String> = query.fetch_all(connection).await?;
    ids.iter().map(|id| id.parse().map_err(|error: crate::error::Error| sqlx::Error::Decode(error.into()))).collect()
}

/// Writes or forgets a preference.
pub(super) async fn prefer(connection: &mut SqliteConnection, name: &str, value: Option<&Json>) -> sqlx::Result<()> {
    const PUT: &str = "INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)";
    let query = match value {
        Some(value) => sqlx::query(PUT).bind(name).bind(encode(value)?),
        None => sqlx::query("DELETE FROM preference WHERE name = ?").bind(name),
    };
    query.execute(connection).await.map(|_| ())
}

/// Ends a connection in order, so that the last one of all leaves one file behind.
pub(super) async fn hang_up(connection: SqliteConnection) -> sqlx::Result<()> {
    connection.close().await
}
