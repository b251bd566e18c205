//! A project as rows, and rows as a project.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row};

use crate::store::project::asset::Asset;
use crate::store::project::id::{AssetId, ProjectId, SceneId, Timestamp};
use crate::store::project::log::State;
use crate::store::project::memory::Memory;
use crate::store::project::scene::SceneRecord;
use crate::store::project::state::Project;
use crate::store::project::store::Summary;

/// What is in the column `state`: all of the project but its scenes and what has columns of its own.
#[derive(Serialize, Deserialize)]
struct Rest<'p> {
    order: Cow<'p, [SceneId]>,
    settings: Cow<'p, BTreeMap<String, Json>>,
    memory: Cow<'p, Memory>,
    assets: Cow<'p, BTreeMap<AssetId, Asset>>,
}

/// The columns of a state: `id, name, deleted, head, node, state`, and `scenes`, a JSON array of the scenes' bodies.
pub(super) struct StateRow(pub(super) State);

impl FromRow<'_, SqliteRow> for StateRow {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let rest: Rest<'_> = decode(row.try_get("state")?)?;
        let scenes = in_order(decode(row.try_get("scenes")?)?, &rest.order)?;
        let project = Project {
            id: id(row.try_get("id")?)?,
            name: row.try_get("name")?,
            scenes,
            settings: rest.settings.into_owned(),
            memory: rest.memory.into_owned(),
            assets: rest.assets.into_owned(),
            deleted: row.try_get("deleted")?,
        };
        Ok(Self(State { project, head: number(row, "head")?, node: number(row, "node")? }))
    }
}

/// The columns of a summary.
pub(super) struct SummaryRow(pub(super) Summary);

impl FromRow<'_, SqliteRow> for SummaryRow {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self(Summary {
            id: id(row.try_get("id")?)?,
            name: row.try_get("name")?,
            scenes: number(row, "scenes")? as usize,
            seconds: row.try_get("seconds")?,
            revision: number(row, "head")?,
            created: Timestamp::from_millis(number(row, "created")?),
            changed: Timestamp::from_millis(number(row, "changed")?),
            deleted: row.try_get("deleted")?,
        }))
    }
}

/// What goes into the column `state`.
pub(super) fn rest(project: &Project) -> sqlx::Result<String> {
    let order = project.scenes.iter().map(|scene| scene.id.clone()).collect();
    encode(&Rest {
        order: Cow::Owned(order),
        settings: Cow::Borrowed(&project.settings),
        memory: Cow::Borrowed(&project.memory),
        assets: Cow::Borrowed(&project.assets),
    })
}

/// What is written down as JSON.
pub(super) fn encode(value: &impl Serialize) -> sqlx::Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// What was written down as JSON.
pub(super) fn decode<T: DeserializeOwned>(text: &str) -> sqlx::Result<T> {
    serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// An id that was written down.
pub(super) fn id(text: &str) -> sqlx::Result<ProjectId> {
    text.parse().map_err(|error: crate::error::Error| sqlx::Error::Decode(error.into()))
}

/// A number as the database keeps numbers. Ours are counts and times, far below the limit.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count or a time.
pub(super) fn number(row: &SqliteRow, column: &str) -> sqlx::Result<u64> {
    let number: i64 = row.try_get(column)?;
    u64::try_from(number).map_err(|error| sqlx::Error::Decode(error.into()))
}

fn in_order(scenes: Vec<SceneRecord>, order: &[SceneId]) -> sqlx::Result<Vec<SceneRecord>> {
    let mut by_id: HashMap<SceneId, SceneRecord> = scenes.into_iter().map(|scene| (scene.id.clone(), scene)).collect();
    let scenes = order.iter().map(|id| by_id.remove(id)).collect::<Option<Vec<_>>>();
    let whole = scenes.filter(|_| by_id.is_empty());
    whole.ok_or_else(|| sqlx::Error::Decode("the scenes are not those of the project's list".into()))
}
