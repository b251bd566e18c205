//! Reading.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value as Json;
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::rows::{StateRow, SummaryRow, decode, signed};
use crate::store::project::archive::Archive;
use crate::store::project::asset::Asset;
use crate::store::project::id::{AssetId, ProjectId, Timestamp};
use crate::store::project::log::{Revision, State, Target};
use crate::store::project::store::{Summary, Which};

/// One statement, so that all of it is from the same moment.
const STATE: &str = "SELECT id, name, deleted, head, node, state, \
    (SELECT '[' || coalesce(group_concat(body, ','), '') || ']' FROM scene WHERE project = project.id) AS scenes \
    FROM project WHERE id = ?";

/// The present state of a project.
pub(super) async fn state(connection: &mut SqliteConnection, id: &ProjectId) -> sqlx::Result<Option<State>> {
    let row: Option<StateRow> = sqlx::query_as(STATE).bind(id.as_str()).fetch_optional(connection).await?;
    Ok(row.map(|StateRow(state)| state))
}

/// Projects, the one that was changed last first.
pub(super) async fn list(pool: &SqlitePool, which: Which) -> sqlx::Result<Vec<Summary>> {
    const LIST: &str = "SELECT id, name, scenes, seconds, head, created, changed, deleted FROM project \
                        WHERE deleted = ? ORDER BY changed DESC, id DESC";
    let rows: Vec<SummaryRow> = sqlx::query_as(LIST).bind(which == Which::Deleted).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|SummaryRow(summary)| summary).collect())
}

/// The newest revisions of a project, the newest first.
pub(super) async fn history(pool: &SqlitePool, id: &ProjectId, count: usize) -> sqlx::Result<Vec<Revision>> {
    const HISTORY: &str = "SELECT body FROM revision WHERE project = ? ORDER BY number DESC LIMIT ?";
    let query = sqlx::query_scalar(HISTORY).bind(id.as_str()).bind(signed(count as u64));
    bodies(&query.fetch_all(pool).await?)
}

/// The revision that undo or redo needs, if there is one.
pub(super) async fn target(
    connection: &mut SqliteConnection,
    id: &ProjectId,
    target: Target,
) -> sqlx::Result<Option<Revision>> {
    const NUMBER: &str = "SELECT body FROM revision WHERE project = ? AND number = ?";
    const CHILD: &str = "SELECT body FROM revision WHERE project = ? AND parent = ? ORDER BY number DESC LIMIT 1";
    let (query, number) = match target {
        Target::Number(number) => (NUMBER, number),
        Target::ChildOf(node) => (CHILD, node),
    };
    let query = sqlx::query_scalar(query).bind(id.as_str()).bind(signed(number));
    let body: Option<String> = query.fetch_optional(connection).await?;
    body.map(|body| decode(&body)).transpose()
}

/// The revision that was made under a key.
pub(super) async fn by_key(
    connection: &mut SqliteConnection,
    id: &ProjectId,
    key: &str,
) -> sqlx::Result<Option<Revision>> {
    const BY_KEY: &str = "SELECT body FROM revision WHERE project = ? AND key = ?";
    let query = sqlx::query_scalar(BY_KEY).bind(id.as_str()).bind(key);
    let body: Option<String> = query.fetch_optional(connection).await?;
    body.map(|body| decode(&body)).transpose()
}

/// Everything about a project but the bytes of its pictures, and which pictures these are.
pub(super) async fn archive(pool: &SqlitePool, id: &ProjectId) -> sqlx::Result<Option<(Archive, Vec<Asset>)>> {
    const BORN: &str = "SELECT born, created FROM project WHERE id = ?";
    const LOG: &str = "SELECT body FROM revision WHERE project = ? ORDER BY number";
    const ASSETS: &str = "SELECT body FROM asset JOIN asset_use ON asset = id WHERE project = ? ORDER BY id";
    let mut moment = pool.begin().await?;
    let born: Option<(String, i64)> = sqlx::query_as(BORN).bind(id.as_str()).fetch_optional(&mut *moment).await?;
    let Some((name, created)) = born else { return Ok(None) };
    let revisions = bodies(&sqlx::query_scalar(LOG).bind(id.as_str()).fetch_all(&mut *moment).await?)?;
    let assets = bodies(&sqlx::query_scalar(ASSETS).bind(id.as_str()).fetch_all(&mut *moment).await?)?;
    moment.commit().await?;
    let created = Timestamp::from_millis(created.unsigned_abs());
    Ok(Some((Archive { name, created, revisions, pictures: Vec::new() }, assets)))
}

/// What is known of a picture.
pub(super) async fn asset(executor: impl SqliteExecutor<'_>, id: &AssetId) -> sqlx::Result<Option<Asset>> {
    const ASSET: &str = "SELECT body FROM asset WHERE id = ?";
    let body: Option<String> = sqlx::query_scalar(ASSET).bind(id.as_str()).fetch_optional(executor).await?;
    body.map(|body| decode(&body)).transpose()
}

/// All pictures.
pub(super) async fn asset_ids(connection: &mut SqliteConnection) -> sqlx::Result<HashSet<AssetId>> {
    let ids: Vec<String> = sqlx::query_scalar("SELECT id FROM asset").fetch_all(connection).await?;
    ids.iter().map(|id| id.parse().map_err(|error: crate::error::Error| sqlx::Error::Decode(error.into()))).collect()
}

/// All preferences.
pub(super) async fn preferences(pool: &SqlitePool) -> sqlx::Result<BTreeMap<String, Json>> {
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT name, value FROM preference").fetch_all(pool).await?;
    rows.into_iter().map(|(name, value)| Ok((name, decode(&value)?))).collect()
}

fn bodies<T: serde::de::DeserializeOwned>(rows: &[String]) -> sqlx::Result<Vec<T>> {
    rows.iter().map(|body| decode(body)).collect()
}
