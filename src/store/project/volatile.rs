//! Projects in memory: for tests, and for those who want nothing kept.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use serde_json::Value as Json;

use super::archive::Archive;
use super::asset::Asset;
use super::id::{AssetId, ProjectId, Timestamp};
use super::log::{Revision, State, look_up};
use super::state::Project;
use super::store::{
    NewProject, ProjectStore, Snapshot, Summary, Which, Write, Written, name_taken, no_picture, no_project,
};
use super::uses;
use crate::error::Result;

/// Keeps projects for as long as it lives.
#[derive(Debug, Default)]
pub struct MemoryProjects {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    projects: HashMap<ProjectId, Entry>,
    pictures: BTreeMap<AssetId, (Asset, Vec<u8>, Timestamp)>,
    preferences: BTreeMap<String, Json>,
}

#[derive(Debug)]
struct Entry {
    /// What it was called when it was made.
    born: String,
    created: Timestamp,
    key: Option<String>,
    revisions: Vec<Revision>,
    state: State,
}

impl MemoryProjects {
    /// A store with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl ProjectStore for MemoryProjects {
    async fn create(&self, new: NewProject) -> Result<Snapshot> {
        let mut kept = self.kept();
        let same = |entry: &&Entry| entry.key.is_some() && entry.key == new.key;
        if let Some(entry) = kept.projects.values().find(same) {
            return Ok(entry.snapshot());
        }
        let archive = Archive { name: new.name, created: new.at, revisions: Vec::new(), pictures: Vec::new() };
        kept.take_in(archive, new.key)
    }

    async fn list(&self, which: Which) -> Result<Vec<Summary>> {
        let kept = self.kept();
        let wanted = |entry: &&Entry| entry.state.project.deleted == (which == Which::Deleted);
        let mut found: Vec<Summary> = kept.projects.values().filter(wanted).map(Entry::summary).collect();
        found.sort_by(|left, right| (right.changed, &right.id).cmp(&(left.changed, &left.id)));
        Ok(found)
    }

    async fn read(&self, id: &ProjectId) -> Result<Snapshot> {
        self.kept().entry(id).map(Entry::snapshot)
    }

    async fn write(&self, id: &ProjectId, write: Write) -> Result<Written> {
        let mut kept = self.kept();
        let entry = kept.entry(id)?;
        let same = |revision: &&Revision| revision.key.is_some() && revision.key == write.key;
        if let Some(revision) = entry.revisions.iter().find(same) {
            write.same_as(revision)?;
            return Ok(Written { revision: revision.clone(), project: entry.snapshot().project });
        }
        let target = write.intent.target(&entry.state).and_then(|target| look_up(&entry.revisions, target));
        let (state, revision) = entry.state.write(&write, target)?;
        kept.check_name(&state.project)?;
        kept.check_pictures(&revision)?;
        let entry = kept.projects.get_mut(id).ok_or_else(|| no_project(id))?;
        entry.state = state;
        entry.revisions.push(revision.clone());
        Ok(Written { revision, project: entry.snapshot().project })
    }

    async fn history(&self, id: &ProjectId, count: usize) -> Result<Vec<Revision>> {
        Ok(self.kept().entry(id)?.revisions.iter().rev().take(count).cloned().collect())
    }

    async fn archive(&self, id: &ProjectId) -> Result<Archive> {
        let kept = self.kept();
        let Entry { born, created, revisions, .. } = kept.entry(id)?;
        let used: HashSet<&AssetId> = revisions.iter().flat_map(uses::pictures).collect();
        let pictures = kept.pictures.values().filter(|(asset, ..)| used.contains(&asset.id));
        let pictures = pictures.map(|(asset, bytes, _)| (asset.clone(), bytes.clone())).collect();
        Ok(Archive { name: born.clone(), created: *created, revisions: revisions.clone(), pictures })
    }

    async fn restore(&self, archive: Archive) -> Result<Snapshot> {
        self.kept().take_in(archive, None)
    }

    async fn keep(&self, name: &str, bytes: Vec<u8>, at: Timestamp) -> Result<Asset> {
        let asset = Asset::of(name, &bytes)?;
        self.kept().pictures.insert(asset.id.clone(), (asset.clone(), bytes, at));
        Ok(asset)
    }

    async fn picture(&self, id: &AssetId) -> Result<Vec<u8>> {
        let kept = self.kept();
        kept.pictures.get(id).map(|(_, bytes, _)| bytes.clone()).ok_or_else(|| no_picture(id))
    }

    async fn collect(&self, before: Timestamp) -> Result<Vec<AssetId>> {
        let mut kept = self.kept();
        let logs = kept.projects.values().flat_map(|entry| &entry.revisions);
        let used: HashSet<AssetId> = logs.flat_map(uses::pictures).cloned().collect();
        let gone = |(asset, _, at): &(Asset, Vec<u8>, Timestamp)| *at < before && !used.contains(&asset.id);
        let unused: Vec<AssetId> =
            kept.pictures.values().filter(|picture| gone(picture)).map(|(asset, ..)| asset.id.clone()).collect();
        kept.pictures.retain(|id, _| !unused.contains(id));
        Ok(unused)
    }

    fn prefer(&self, name: &str, value: Option<Json>) {
        let mut kept = self.kept();
        match value.filter(|value| !value.is_null()) {
            Some(value) => kept.preferences.insert(name.to_owned(), value),
            None => kept.preferences.remove(name),
        };
    }

    async fn preferences(&self) -> Result<BTreeMap<String, Json>> {
        Ok(self.kept().preferences.clone())
    }

    async fn close(&self) -> Result<()> {
        Ok(())
    }
}

impl Kept {
    fn entry(&self, id: &ProjectId) -> Result<&Entry> {
        self.projects.get(id).ok_or_else(|| no_project(id))
    }

    fn take_in(&mut self, archive: Archive, key: Option<String>) -> Result<Snapshot> {
        let state = archive.state(ProjectId::fresh())?;
        self.check_name(&state.project)?;
        for (asset, bytes) in archive.pictures {
            self.pictures.insert(asset.id.clone(), (asset, bytes, archive.created));
        }
        let entry = Entry { born: archive.name, created: archive.created, key, revisions: archive.revisions, state };
        let snapshot = entry.snapshot();
        self.projects.insert(entry.state.project.id.clone(), entry);
        Ok(snapshot)
    }

    /// Holds that no two projects are called alike, unless one has been deleted.
    fn check_name(&self, project: &Project) -> Result<()> {
        let folded = project.name.to_lowercase();
        let others = self.projects.values().map(|entry| &entry.state.project).filter(|other| other.id != project.id);
        let taken = others.filter(|other| !other.deleted).any(|other| other.name.to_lowercase() == folded);
        if taken && !project.deleted { Err(name_taken(&project.name)) } else { Ok(()) }
    }

    fn check_pictures(&self, revision: &Revision) -> Result<()> {
        let missing = uses::pictures(revision).find(|id| !self.pictures.contains_key(*id));
        missing.map_or(Ok(()), |id| Err(no_picture(id)))
    }
}

impl Entry {
    fn snapshot(&self) -> Snapshot {
        Snapshot { project: Arc::new(self.state.project.clone()), revision: self.state.head }
    }

    fn summary(&self) -> Summary {
        let Project { id, name, scenes, deleted, .. } = &self.state.project;
        Summary {
            id: id.clone(),
            name: name.clone(),
            scenes: scenes.len(),
            seconds: self.state.project.seconds(),
            revision: self.state.head,
            created: self.created,
            changed: self.revisions.last().map_or(self.created, |revision| revision.at),
            deleted: *deleted,
        }
    }
}
