//! The one task that writes.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::mpsc;

use super::failure::Failure;
use super::job::{Job, Outcome, Work};
use super::pending::Pending;
use super::tidying::Tidying;
use super::{read, save};
use crate::error::{ErrorKind, Result};
use crate::store::project::archive::Archive;
use crate::store::project::files::Files;
use crate::store::project::id::{AssetId, ProjectId, Timestamp};
use crate::store::project::log::{Revision, State};
use crate::store::project::state::Project;
use crate::store::project::store::{NewProject, Snapshot, Write, Written, name_taken, no_picture, no_project};
use crate::store::project::uses;

/// The most writes of one transaction.
const MOST_AT_ONCE: usize = 64;

/// How many projects are remembered as they were last written.
const REMEMBERED: usize = 64;

/// Writes what comes in: each time all of it at once.
pub(super) struct Writer {
    connection: SqliteConnection,
    failure: Failure,
    files: Files,
    pending: Pending,
    /// Projects as they were last written here.
    known: HashMap<ProjectId, Arc<State>>,
    tidying: Tidying,
    /// The version of the data, which changes when another process writes; then nothing is known any more.
    version: i64,
}

impl Writer {
    pub(super) fn new(
        (connection, pool): (SqliteConnection, SqlitePool),
        failure: Failure,
        (files, pending): (Files, Pending),
    ) -> Self {
        let tidying = Tidying::new(pool);
        Self { connection, failure, files, pending, tidying, known: HashMap::new(), version: 0 }
    }

    /// Works until it is told to close, or until nobody is left who could ask for anything.
    pub(super) async fn run(mut self, mut queue: mpsc::Receiver<Job>) {
        let mut jobs = Vec::with_capacity(MOST_AT_ONCE);
        let mut closing = None;
        while closing.is_none() && queue.recv_many(&mut jobs, MOST_AT_ONCE).await > 0 {
            let outcomes = self.write(&jobs).await;
            self.tidying.after(jobs.len());
            for (job, outcome) in jobs.drain(..).zip(outcomes) {
                // Who does not wait for the answer does not miss it.
                match job.work {
                    Work::Close => closing = Some((job.reply, outcome)),
                    _ => _ = job.reply.send(outcome),
                }
            }
        }
        if !self.pending.all().is_empty() {
            let _ = self.transaction(&[]).await;
        }
        let hung_up = save::hang_up(self.connection).await.map_err(|error| self.failure.of(&error));
        if let Some((reply, outcome)) = closing {
            let _ = reply.send(outcome.and_then(|outcome| hung_up.map(|()| outcome)));
        }
    }

    /// Writes jobs as one transaction. If that fails, each is tried alone, so that none suffers from another.
    async fn write(&mut self, jobs: &[Job]) -> Vec<Result<Outcome>> {
        match self.transaction(jobs).await {
            Ok(outcomes) => outcomes,
            Err(error) if jobs.len() == 1 => vec![Err(error)],
            Err(_) => {
                let mut outcomes = Vec::with_capacity(jobs.len());
                for job in jobs.chunks(1) {
                    outcomes
                        .push(self.transaction(job).await.and_then(|mut one| one.pop().unwrap_or(Ok(Outcome::Done))));
                }
                outcomes
            }
        }
    }

    async fn transaction(&mut self, jobs: &[Job]) -> Result<Vec<Result<Outcome>>> {
        let result = self.attempt(jobs).await;
        if result.is_err() {
            self.known.clear();
            // Where the transaction could not even begin, there is nothing to roll back.
            let _ = self.execute("ROLLBACK").await;
        }
        result
    }

    async fn attempt(&mut self, jobs: &[Job]) -> Result<Vec<Result<Outcome>>> {
        self.begin().await?;
        let mut outcomes = Vec::with_capacity(jobs.len());
        for job in jobs {
            match self.perform(&job.work).await {
                Err(error) if error.kind() == ErrorKind::Store => return Err(error),
                outcome => outcomes.push(outcome),
            }
        }
        let preferences = self.pending.all();
        for (name, value) in &preferences {
            save::prefer(&mut self.connection, name, value.as_ref()).await.map_err(|error| self.failure.of(&error))?;
        }
        self.execute("COMMIT").await?;
        self.pending.are_written(&preferences);
        Ok(outcomes)
    }

    /// Begins a transaction, and forgets what is known if another process has written since the last one.
    async fn begin(&mut self) -> Result<()> {
        let query = sqlx::query_scalar("BEGIN IMMEDIATE; PRAGMA data_version");
        let version: i64 = query.fetch_one(&mut self.connection).await.map_err(|error| self.failure.of(&error))?;
        if std::mem::replace(&mut self.version, version) != version {
            self.known.clear();
        }
        Ok(())
    }

    async fn execute(&mut self, statement: &'static str) -> Result<()> {
        let done = sqlx::query(statement).execute(&mut self.connection).await;
        done.map(|_| ()).map_err(|error| self.failure.of(&error))
    }

    /// Does one thing. Whatever is in the way, other than the database itself, is found before anything is written.
    async fn perform(&mut self, work: &Work) -> Result<Outcome> {
        match work {
            Work::Create(new) => self.create(new).await.map(Outcome::Snapshot),
            Work::Write(id, write) => self.change(id, write).await.map(|written| Outcome::Written(Box::new(written))),
            Work::Restore(archive) => self.take_in(archive, None).await.map(Outcome::Snapshot),
            Work::Keep(asset, at) => {
                let kept = save::keep(&mut self.connection, asset, *at).await;
                kept.map(|()| Outcome::Done).map_err(|error| self.failure.of(&error))
            }
            Work::Collect(before) => self.collect(*before).await.map(Outcome::Collected),
            Work::Wake | Work::Close => Ok(Outcome::Done),
        }
    }

    async fn create(&mut self, new: &NewProject) -> Result<Snapshot> {
        if let Some(key) = &new.key {
            let query = sqlx::query_scalar("SELECT id FROM project WHERE key = ?").bind(key);
            let made: Option<String> =
                query.fetch_optional(&mut self.connection).await.map_err(|error| self.failure.of(&error))?;
            if let Some(id) = made {
                return self.state(&id.parse()?).await.map(|state| snapshot(&state));
            }
        }
        let archive = Archive { name: new.name.clone(), created: new.at, revisions: Vec::new(), pictures: Vec::new() };
        self.take_in(&archive, new.key.as_deref()).await
    }

    async fn take_in(&mut self, archive: &Archive, key: Option<&str>) -> Result<Snapshot> {
        let state = archive.state(ProjectId::fresh())?;
        self.check_name(&state.project).await?;
        let born = save::birth(&mut self.connection, (archive, key), &state).await;
        born.map_err(|error| self.failure.of(&error))?;
        Ok(snapshot(&state))
    }

    async fn change(&mut self, id: &ProjectId, write: &Write) -> Result<Written> {
        let state = self.state(id).await?;
        if let Some(revision) = self.made_before(id, write).await? {
            write.same_as(&revision)?;
            return Ok(Written { revision, project: state.project.clone().into() });
        }
        let target = match write.intent.target(&state) {
            Some(target) => {
                read::target(&mut self.connection, id, target).await.map_err(|error| self.failure.of(&error))?
            }
            None => None,
        };
        let (after, revision) = state.write(write, target.as_ref())?;
        if (&after.project.name, after.project.deleted) != (&state.project.name, state.project.deleted) {
            self.check_name(&after.project).await?;
        }
        self.check_pictures(&revision).await?;
        let saved = save::revision(&mut self.connection, (&state, &after), &revision).await;
        saved.map_err(|error| self.failure.of(&error))?;
        let project = after.project.clone().into();
        self.remember(Arc::new(after));
        Ok(Written { revision, project })
    }

    /// The present state of a project, from memory if it is known.
    async fn state(&mut self, id: &ProjectId) -> Result<Arc<State>> {
        if let Some(state) = self.known.get(id) {
            return Ok(Arc::clone(state));
        }
        let state = read::state(&mut self.connection, id).await.map_err(|error| self.failure.of(&error))?;
        let state = Arc::new(state.ok_or_else(|| no_project(id))?);
        self.remember(Arc::clone(&state));
        Ok(state)
    }

    fn remember(&mut self, state: Arc<State>) {
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert(state.project.id.clone(), state);
    }

    async fn made_before(&mut self, id: &ProjectId, write: &Write) -> Result<Option<Revision>> {
        match &write.key {
            Some(key) => read::by_key(&mut self.connection, id, key).await.map_err(|error| self.failure.of(&error)),
            None => Ok(None),
        }
    }

    async fn check_name(&mut self, project: &Project) -> Result<()> {
        const TAKEN: &str = "SELECT id FROM project WHERE folded = ? AND deleted = 0 AND id <> ?";
        if project.deleted {
            return Ok(());
        }
        let query = sqlx::query_scalar(TAKEN).bind(project.name.to_lowercase()).bind(project.id.as_str());
        let taken: Option<String> =
            query.fetch_optional(&mut self.connection).await.map_err(|error| self.failure.of(&error))?;
        if taken.is_some() { Err(name_taken(&project.name)) } else { Ok(()) }
    }

    async fn check_pictures(&mut self, revision: &Revision) -> Result<()> {
        for id in uses::pictures(revision) {
            let known = read::asset(&mut self.connection, id).await.map_err(|error| self.failure.of(&error))?;
            known.ok_or_else(|| no_picture(id))?;
        }
        Ok(())
    }

    /// Files go before the transaction ends, so that nobody else can make one of them their own in between.
    async fn collect(&mut self, before: Timestamp) -> Result<Vec<AssetId>> {
        let failed = |error: sqlx::Error| self.failure.of(&error);
        let forgotten = save::forget_unused(&mut self.connection, before).await.map_err(failed)?;
        let kept = read::asset_ids(&mut self.connection).await.map_err(failed)?;
        let files = self.files.clone();
        super::blocking(move || files.keep_only(&kept, before)).await?;
        Ok(forgotten)
    }
}

fn snapshot(state: &State) -> Snapshot {
    Snapshot { project: state.project.clone().into(), revision: state.head }
}
