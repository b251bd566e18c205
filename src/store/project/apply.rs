//! Changes take effect: a pure function of a project and a change, with its inverse.

use super::change::Change;
use super::id::SceneId;
use super::scene::SceneRecord;
use super::state::{Project, check_name};
use crate::error::{Error, ErrorKind, Result};

/// The most scenes of a project.
const MAX_SCENES: usize = 1000;

impl Project {
    /// The project after some changes, and what takes it back: the inverses in the order in which they are to be applied.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if one of them cannot be made; then none is.
    pub fn changed(&self, changes: &[Change]) -> Result<(Self, Vec<Change>)> {
        let mut project = self.clone();
        let inverse = changes.iter().map(|change| project.apply(change.clone())).collect::<Result<Vec<_>>>()?;
        Ok((project, inverse.into_iter().rev().collect()))
    }

    /// Makes a change and returns its inverse. What cannot be made leaves the project as it is.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] with what is in the way.
    pub fn apply(&mut self, change: Change) -> Result<Change> {
        if self.deleted && !matches!(change, Change::Restore) {
            return refuse(format!("`{}` has been deleted: undo that first", self.name));
        }
        match change {
            Change::AddScene { scene, at } => self.add(*scene, at),
            Change::RemoveScene { scene } => self.remove(&scene),
            Change::ReplaceScene { scene } => self.replace(*scene),
            Change::MoveScene { scene, to } => self.move_scene(scene, to),
            Change::RenameScene { scene, name } => self.rename_scene(scene, name),
            Change::Rename { name } => {
                check_name(&name)?;
                Ok(Change::Rename { name: std::mem::replace(&mut self.name, name) })
            }
            Change::Delete | Change::Restore => self.delete_or_restore(&change),
            other => self.note(other),
        }
    }

    fn delete_or_restore(&mut self, change: &Change) -> Result<Change> {
        let delete = *change == Change::Delete;
        if self.deleted == delete {
            return refuse(format!("`{}` has not been deleted", self.name));
        }
        self.deleted = delete;
        Ok(if delete { Change::Restore } else { Change::Delete })
    }

    /// Settings, facts and pictures.
    fn note(&mut self, change: Change) -> Result<Change> {
        match change {
            Change::Set { setting, value } => {
                let before = match value.filter(|value| !value.is_null()) {
                    Some(value) => self.settings.insert(setting.clone(), value),
                    None => self.settings.remove(&setting),
                };
                Ok(Change::Set { setting, value: before })
            }
            Change::Remember { fact } => {
                let topic = fact.topic.clone();
                let before = self.memory.insert(topic.clone(), fact);
                Ok(before.map_or(Change::Forget { topic }, |fact| Change::Remember { fact }))
            }
            Change::Forget { topic } => match self.memory.remove(&topic) {
                Some(fact) => Ok(Change::Remember { fact }),
                None => refuse(format!("nothing is known about `{topic}` that could be forgotten")),
            },
            Change::Attach { asset } => {
                let id = asset.id.clone();
                let before = self.assets.insert(id.clone(), asset);
                Ok(before.map_or(Change::Detach { asset: id }, |asset| Change::Attach { asset }))
            }
            Change::Detach { asset } => match self.assets.remove(&asset) {
                Some(asset) => Ok(Change::Attach { asset }),
                None => refuse(format!("`{}` has no picture `{asset}`", self.name)),
            },
            _ => refuse("this changes scenes or the project as a whole".to_owned()),
        }
    }

    fn add(&mut self, scene: SceneRecord, at: Option<usize>) -> Result<Change> {
        scene.check()?;
        let at = at.unwrap_or(self.scenes.len());
        if self.scene(&scene.id).is_some() {
            return refuse(format!("there is a scene with the id `{}` already", scene.id));
        }
        if at > self.scenes.len() {
            return refuse(no_place(at, self.scenes.len()));
        }
        if self.scenes.len() >= MAX_SCENES {
            return refuse(format!("a project has at most {MAX_SCENES} scenes: begin another one"));
        }
        let id = scene.id.clone();
        self.scenes.insert(at, scene);
        Ok(Change::RemoveScene { scene: id })
    }

    fn remove(&mut self, id: &SceneId) -> Result<Change> {
        let at = self.place(id)?;
        Ok(Change::AddScene { scene: Box::new(self.scenes.remove(at)), at: Some(at) })
    }

    fn replace(&mut self, scene: SceneRecord) -> Result<Change> {
        scene.check()?;
        let at = self.place(&scene.id)?;
        Ok(Change::replace(std::mem::replace(&mut self.scenes[at], scene)))
    }

    fn move_scene(&mut self, id: SceneId, to: usize) -> Result<Change> {
        let from = self.place(&id)?;
        if to >= self.scenes.len() {
            return refuse(no_place(to, self.scenes.len() - 1));
        }
        let scene = self.scenes.remove(from);
        self.scenes.insert(to, scene);
        Ok(Change::MoveScene { scene: id, to: from })
    }

    fn rename_scene(&mut self, id: SceneId, name: String) -> Result<Change> {
        check_name(&name)?;
        let at = self.place(&id)?;
        let name = std::mem::replace(&mut self.scenes[at].name, name);
        Ok(Change::RenameScene { scene: id, name })
    }

    fn place(&self, id: &SceneId) -> Result<usize> {
        let found = self.scenes.iter().position(|scene| scene.id == *id);
        found.ok_or_else(|| {
            let message = format!("`{}` has no scene with the id `{id}`", self.name);
            Error::new(ErrorKind::Project, message)
        })
    }
}

fn no_place(at: usize, last: usize) -> String {
    format!("there is no place {at}: expected one from 0 to {last}")
}

fn refuse<T>(message: String) -> Result<T> {
    Err(Error::new(ErrorKind::Project, message))
}

#[cfg(test)]
pub(super) mod tests;
