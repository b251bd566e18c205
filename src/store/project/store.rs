//! What every store of projects promises.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use serde::Serialize;
use serde_json::Value as Json;

use super::asset::Asset;
use super::id::{AssetId, ProjectId, Timestamp};
use super::log::{Intent, Revision};
use super::message::ChatMessage;
use super::state::Project;
use super::{Archive, Deed};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;

/// A project that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProject {
    /// What people call it; no other project that has not been deleted is called so, in whatever case.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Asking again with the same key gives the project that was made the first time.
    pub key: Option<String>,
}

/// Something that is to be done to a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Write {
    /// What.
    pub intent: Intent,
    /// What is said with it.
    pub said: Vec<ChatMessage>,
    /// Who does it.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// Asking again with the same key does nothing, and gives what was done the first time.
    pub key: Option<String>,
    /// The revision that the author has seen. If there is a newer one, nothing is done.
    pub expected: Option<u64>,
}

/// What came of a write.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// What is in the log now.
    pub revision: Revision,
    /// The project as it is now.
    pub project: Arc<Project>,
}

/// A project as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The project.
    pub project: Arc<Project>,
    /// The number of its newest revision; 0 before the first.
    pub revision: u64,
}

/// A project in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Its id.
    pub id: ProjectId,
    /// What people call it.
    pub name: String,
    /// How many scenes it has.
    pub scenes: usize,
    /// How long they are together, in seconds.
    pub seconds: f64,
    /// The number of its newest revision.
    pub revision: u64,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// Whether it has been deleted.
    pub deleted: bool,
}

/// Which projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that are there.
    Living,
    /// Those that have been deleted.
    Deleted,
}

/// Keeps projects. What it has acknowledged is there, whatever happens to the program afterwards.
///
/// All is done in the order in which it is asked for, as one writer would do it; readers never wait for writers.
#[async_trait]
pub trait ProjectStore: fmt::Debug + Send + Sync {
    /// Makes a project.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if the name is not one, or there is such a project; [`ErrorKind::Store`].
    async fn create(&self, new: NewProject) -> Result<Snapshot>;

    /// Projects, the one that was changed last first.
    ///
    /// # Errors
    /// [`ErrorKind::Store`].
    async fn list(&self, which: Which) -> Result<Vec<Summary>>;

    /// A project as it is now.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if there is none with this id; [`ErrorKind::Store`].
    async fn read(&self, id: &ProjectId) -> Result<Snapshot>;

    /// Does something to a project, wholly or not at all.
    ///
    /// # Errors
    /// As [`State::write`](super::State::write), and [`ErrorKind::Project`] if there is no such project, if its key was
    /// used for something else, or if a name is taken; [`ErrorKind::Store`].
    async fn write(&self, id: &ProjectId, write: Write) -> Result<Written>;

    /// The newest revisions of a project, at most `count`, the newest first.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    async fn history(&self, id: &ProjectId, count: usize) -> Result<Vec<Revision>>;

    /// All that is known of a project, to be written down elsewhere.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    async fn archive(&self, id: &ProjectId) -> Result<Archive>;

    /// Takes in a project that was written down: all of it or nothing. It gets an id of its own.
    ///
    /// # Errors
    /// As [`create`](Self::create).
    async fn restore(&self, archive: Archive) -> Result<Snapshot>;

    /// Keeps a picture. It is thrown away again by [`collect`](Self::collect) if no project makes it its own.
    ///
    /// # Errors
    /// As [`Asset::of`]; [`ErrorKind::Store`].
    async fn keep(&self, name: &str, bytes: Vec<u8>, at: Timestamp) -> Result<Asset>;

    /// The bytes of a picture.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if there is no such picture; [`ErrorKind::Store`] if it cannot be read or was damaged.
    async fn picture(&self, id: &AssetId) -> Result<Vec<u8>>;

    /// Throws away pictures that were kept before a time and that nothing in any project's log speaks of. Returns which.
    ///
    /// # Errors
    /// [`ErrorKind::Store`].
    async fn collect(&self, before: Timestamp) -> Result<Vec<AssetId>>;

    /// Remembers how the person likes things, whatever the project; `None` forgets it. Returns at once: it is written in
    /// the background, at the latest by [`close`](Self::close).
    fn prefer(&self, name: &str, value: Option<Json>);

    /// How the person likes things, with what is still to be written.
    ///
    /// # Errors
    /// [`ErrorKind::Store`].
    async fn preferences(&self) -> Result<BTreeMap<String, Json>>;

    /// Writes what is still to be written and lets go of everything.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if something could not be written.
    async fn close(&self) -> Result<()>;
}

impl Write {
    /// Something that is to be done by an author.
    pub fn new(intent: Intent, author: impl Into<String>, at: Timestamp) -> Self {
        Self { intent, said: Vec::new(), author: author.into(), at, key: None, expected: None }
    }

    /// With something said.
    #[must_use]
    pub fn saying(self, said: Vec<ChatMessage>) -> Self {
        Self { said, ..self }
    }

    /// Under a key, so that asking again does nothing.
    #[must_use]
    pub fn once(self, key: impl Into<String>) -> Self {
        Self { key: Some(key.into()), ..self }
    }

    /// Only if this revision is still the newest.
    #[must_use]
    pub fn expecting(self, revision: u64) -> Self {
        Self { expected: Some(revision), ..self }
    }

    /// Whether a revision was asked for in the same words, so that it answers this as well.
    pub(super) fn same_as(&self, revision: &Revision) -> Result<()> {
        let same = match (&self.intent, &revision.deed) {
            (Intent::Change(changes), Deed::Changed { changes: made, .. }) => changes == made,
            (Intent::Change(changes), Deed::Said) => changes.is_empty(),
            (Intent::Undo, Deed::Undone { .. }) | (Intent::Redo, Deed::Redone { .. }) => true,
            _ => false,
        };
        if same && self.said == revision.said {
            return Ok(());
        }
        let message = format!(
            "the key `{}` was used for something else in revision {}: take a new one for each change",
            revision.key.as_deref().unwrap_or_default(),
            revision.number
        );
        Err(Error::new(ErrorKind::Project, message))
    }
}

impl dyn ProjectStore + '_ {
    /// The project that a person means: by its name in any case, its id, or the beginning of its id. One that has been
    /// deleted is found if no other is meant.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] with the nearest names if there is none; [`ErrorKind::Store`].
    pub async fn find(&self, name: &str) -> Result<Summary> {
        let living = self.list(Which::Living).await?;
        if let Some(found) = pick(&living, name) {
            return Ok(found.clone());
        }
        if let Some(found) = pick(&self.list(Which::Deleted).await?, name) {
            return Ok(found.clone());
        }
        let names = living.iter().map(|project| project.name.as_str());
        let known = if living.is_empty() { "there is none yet".to_owned() } else { suggest(name, names) };
        let message = format!("there is no project `{name}`: {known}; `firstframe project new` makes one");
        Err(Error::new(ErrorKind::Project, message))
    }
}

/// The shortest beginning of an id that means a project.
const SHORTEST_ID: usize = 6;

fn pick<'p>(projects: &'p [Summary], name: &str) -> Option<&'p Summary> {
    let folded = name.to_lowercase();
    let by_name = || projects.iter().find(|project| project.name.to_lowercase() == folded);
    let mut by_id = projects.iter().filter(|project| project.id.as_str().starts_with(name));
    let only = (name.len() >= SHORTEST_ID).then(|| by_id.next()).flatten().filter(|_| by_id.next().is_none());
    by_name().or(only)
}

/// The name is another project's.
pub(super) fn name_taken(name: &str) -> Error {
    let message = format!("there is a project `{name}` already: choose another name, or delete that one first");
    Error::new(ErrorKind::Project, message)
}

/// There is no project with this id.
pub(super) fn no_project(id: &ProjectId) -> Error {
    Error::new(ErrorKind::Project, format!("there is no project with the id `{id}`"))
}

/// There is no picture with this id.
pub(super) fn no_picture(id: &AssetId) -> Error {
    Error::new(ErrorKind::Project, format!("there is no picture `{id}`: upload it first"))
}
