//! Projects in SQLite.
//!
//! One task writes: it takes what has come in since its last transaction and commits it as one, so that writers share
//! the wait for the disk. Readers have connections of their own and never wait for it. The log is the truth; the present
//! state of each project is kept beside it, scene by scene, so that reading it needs no replay and a change writes only
//! the scenes that it touches.

mod failure;
mod job;
mod open;
mod pending;
mod read;
mod rows;
mod save;
mod script;
mod tidying;
mod writer;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use serde_json::Value as Json;
use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};

use super::archive::Archive;
use super::asset::Asset;
use super::files::Files;
use super::id::{AssetId, ProjectId, Timestamp};
use super::log::Revision;
use super::store::{NewProject, ProjectStore, Snapshot, Summary, Which, Write, Written};
use crate::error::{Error, ErrorKind, Result};

use failure::{Failure, blocking};
use job::{Job, Outcome, Work};
use pending::Pending;
use writer::Writer;

/// How many writes may wait until those who want more have to wait themselves.
const QUEUE: usize = 256;

/// Projects in a database, with pictures in a folder beside it. Several processes may have it open.
///
/// It works within a tokio runtime, and is opened by [`open`](Self::open).
#[derive(Debug)]
pub struct SqliteProjects {
    failure: Failure,
    pool: SqlitePool,
    files: Files,
    jobs: mpsc::Sender<Job>,
    pending: Pending,
}

impl SqliteProjects {
    /// Opens the database in a folder; both are made if they are not there, and older databases are brought up to date.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if the folder cannot be written, or the file in it is damaged, not ours, or newer than this
    /// program.
    pub async fn open(folder: &Path) -> Result<Self> {
        let failure = Failure::at(Self::path(folder));
        let files = Files::new(folder.join("assets"));
        let (connection, pool) = open::open(folder, &failure).await?;
        let (jobs, queue) = mpsc::channel(QUEUE);
        let pending = Pending::default();
        let writer = Writer::new((connection, pool.clone()), failure.clone(), (files.clone(), pending.clone()));
        tokio::spawn(writer.run(queue));
        Ok(Self { failure, pool, files, jobs, pending })
    }

    /// Where the database of a folder is.
    pub fn path(folder: &Path) -> PathBuf {
        folder.join("projects.db")
    }

    /// Has something written, and waits until it is on the disk.
    async fn ask(&self, work: Work) -> Result<Outcome> {
        let closed = || Error::new(ErrorKind::Store, "the projects have been closed: open them again");
        let (reply, answer) = oneshot::channel();
        self.jobs.send(Job { work, reply }).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }
}

#[async_trait]
impl ProjectStore for SqliteProjects {
    async fn create(&self, new: NewProject) -> Result<Snapshot> {
        self.ask(Work::Create(new)).await?.snapshot()
    }

    async fn list(&self, which: Which) -> Result<Vec<Summary>> {
        read::list(&self.pool, which).await.map_err(|error| self.failure.of(&error))
    }

    async fn read(&self, id: &ProjectId) -> Result<Snapshot> {
        let mut connection = self.pool.acquire().await.map_err(|error| self.failure.of(&error))?;
        let state = read::state(&mut connection, id).await.map_err(|error| self.failure.of(&error))?;
        let state = state.ok_or_else(|| super::store::no_project(id))?;
        Ok(Snapshot { project: state.project.into(), revision: state.head })
    }

    async fn write(&self, id: &ProjectId, write: Write) -> Result<Written> {
        self.ask(Work::Write(id.clone(), write)).await?.written()
    }

    async fn history(&self, id: &ProjectId, count: usize) -> Result<Vec<Revision>> {
        let revisions = read::history(&self.pool, id, count).await.map_err(|error| self.failure.of(&error))?;
        // A project without revisions is there all the same.
        if revisions.is_empty() {
            self.read(id).await?;
        }
        Ok(revisions)
    }

    async fn archive(&self, id: &ProjectId) -> Result<Archive> {
        let found = read::archive(&self.pool, id).await.map_err(|error| self.failure.of(&error))?;
        let (mut archive, assets) = found.ok_or_else(|| super::store::no_project(id))?;
        let files = self.files.clone();
        let read = move || assets.into_iter().map(|asset| files.read(&asset).map(|bytes| (asset, bytes))).collect();
        archive.pictures = blocking(read).await?;
        Ok(archive)
    }

    async fn restore(&self, archive: Archive) -> Result<Snapshot> {
        let files = self.files.clone();
        let pictures = archive.pictures.clone();
        let keep = move || pictures.iter().try_for_each(|(asset, bytes)| files.write(asset, bytes));
        blocking(keep).await?;
        self.ask(Work::Restore(archive)).await?.snapshot()
    }

    async fn keep(&self, name: &str, bytes: Vec<u8>, at: Timestamp) -> Result<Asset> {
        let asset = Asset::of(name, &bytes)?;
        let write =
            |files: Files, asset: Asset, bytes: Vec<u8>| blocking(move || files.write(&asset, &bytes).map(|()| bytes));
        let bytes = write(self.files.clone(), asset.clone(), bytes).await?;
        self.ask(Work::Keep(asset.clone(), at)).await?;
        // Another process may have thrown the file away before it could know that it is wanted.
        if !self.files.has(&asset.id) {
            write(self.files.clone(), asset.clone(), bytes).await?;
        }
        Ok(asset)
    }

    async fn picture(&self, id: &AssetId) -> Result<Vec<u8>> {
        let asset = read::asset(&self.pool, id).await.map_err(|error| self.failure.of(&error))?;
        let asset = asset.ok_or_else(|| super::store::no_picture(id))?;
        let files = self.files.clone();
        blocking(move || files.read(&asset)).await
    }

    async fn collect(&self, before: Timestamp) -> Result<Vec<AssetId>> {
        self.ask(Work::Collect(before)).await?.collected()
    }

    fn prefer(&self, name: &str, value: Option<Json>) {
        self.pending.set(name, value);
        let (reply, _) = oneshot::channel();
        // When the queue is full, what is in it is followed by the preferences as well.
        let _ = self.jobs.try_send(Job { work: Work::Wake, reply });
    }

    async fn preferences(&self) -> Result<BTreeMap<String, Json>> {
        // What is on its way is looked at first: what is written meanwhile would else be in neither.
        let pending = self.pending.all();
        let written = read::preferences(&self.pool).await.map_err(|error| self.failure.of(&error))?;
        Ok(pending::over(pending, written))
    }

    async fn close(&self) -> Result<()> {
        let closed = self.ask(Work::Close).await;
        self.pool.close().await;
        closed.map(|_| ())
    }
}

#[cfg(test)]
mod tests;
