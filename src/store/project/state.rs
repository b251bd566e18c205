//! A project as it is at one time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::asset::Asset;
use super::id::{AssetId, ProjectId, SceneId};
use super::memory::Memory;
use super::scene::SceneRecord;
use crate::error::{Error, ErrorKind, Result};

/// The longest name of a project or a scene, in characters.
const LONGEST_NAME: usize = 120;

/// A project: plain data, changed by [`apply`](Self::apply) alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// What people call it.
    pub name: String,
    /// Its scenes in the order in which they play.
    pub scenes: Vec<SceneRecord>,
    /// What holds for all of it: `format`, `theme`.
    pub settings: BTreeMap<String, Json>,
    /// What the person stated.
    pub memory: Memory,
    /// Its pictures.
    pub assets: BTreeMap<AssetId, Asset>,
    /// Whether it has been deleted, which can be undone as everything can.
    pub deleted: bool,
}

impl Project {
    /// A project with nothing in it.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if the name is empty, too long, or has control characters.
    pub fn new(id: ProjectId, name: &str) -> Result<Self> {
        check_name(name)?;
        Ok(Self {
            id,
            name: name.to_owned(),
            scenes: Vec::new(),
            settings: BTreeMap::new(),
            memory: Memory::new(),
            assets: BTreeMap::new(),
            deleted: false,
        })
    }

    /// A scene.
    pub fn scene(&self, id: &SceneId) -> Option<&SceneRecord> {
        self.scenes.iter().find(|scene| scene.id == *id)
    }

    /// A name for a new scene that no other has: `counter`, then `counter 2`.
    pub fn free_name(&self, wanted: &str) -> String {
        let taken = |name: &str| self.scenes.iter().any(|scene| scene.name == name);
        let numbered = (2..).map(|number| format!("{wanted} {number}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }
}

/// Whether people can call something so.
pub(super) fn check_name(name: &str) -> Result<()> {
    let trouble = match name {
        _ if name.trim().is_empty() => "is empty",
        _ if name.chars().count() > LONGEST_NAME => "is too long",
        _ if name.chars().any(char::is_control) => "has control characters",
        _ if name.trim() != name => "begins or ends with a space",
        _ => return Ok(()),
    };
    let message =
        format!("the name `{}` {trouble}: expected 1 to {LONGEST_NAME} visible characters", name.escape_debug());
    Err(Error::new(ErrorKind::Project, message))
}
