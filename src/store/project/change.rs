//! What can be done to a project.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::asset::Asset;
use super::id::{AssetId, SceneId};
use super::memory::Fact;
use super::scene::SceneRecord;

/// A change of a project. Each has an inverse, which [`Project::apply`](super::Project::apply) gives back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Change {
    /// Puts a scene in.
    AddScene {
        /// The scene; no other has its id.
        scene: Box<SceneRecord>,
        /// Before which place, counted from 0; at the end if nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<usize>,
    },
    /// Takes a scene out.
    RemoveScene {
        /// Which.
        scene: SceneId,
    },
    /// Puts a scene in the place of the one with the same id.
    ReplaceScene {
        /// What it becomes.
        scene: Box<SceneRecord>,
    },
    /// Moves a scene.
    MoveScene {
        /// Which.
        scene: SceneId,
        /// The place that it has afterwards, counted from 0.
        to: usize,
    },
    /// Calls a scene otherwise.
    RenameScene {
        /// Which.
        scene: SceneId,
        /// Its new name.
        name: String,
    },
    /// Calls the project otherwise.
    Rename {
        /// Its new name.
        name: String,
    },
    /// Sets what holds for all of it.
    Set {
        /// The name of the setting.
        setting: String,
        /// Its value; without one it is taken away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Json>,
    },
    /// Keeps a fact in the place of what was known about its topic.
    Remember {
        /// The fact.
        fact: Fact,
    },
    /// Forgets a fact.
    Forget {
        /// What it is about.
        topic: String,
    },
    /// Makes a picture one of the project's.
    Attach {
        /// The picture, which the store has.
        asset: Asset,
    },
    /// Takes a picture out of the project.
    Detach {
        /// Which.
        asset: AssetId,
    },
    /// Deletes the project. It is kept, so that this can be undone.
    Delete,
    /// Brings the project back.
    Restore,
}

impl Change {
    /// Adds a scene at the end.
    pub fn add(scene: SceneRecord) -> Self {
        Self::AddScene { scene: Box::new(scene), at: None }
    }

    /// Changes a scene.
    pub fn replace(scene: SceneRecord) -> Self {
        Self::ReplaceScene { scene: Box::new(scene) }
    }

    /// Removes a setting, or gives it a value.
    pub fn set(setting: impl Into<String>, value: Option<Json>) -> Self {
        Self::Set { setting: setting.into(), value: value.filter(|value| !value.is_null()) }
    }
}
