//! A project while a plan is carried out: a copy of its scenes in which numbers mean what they meant before.

use serde_json::Value as Json;

use crate::error::{Error, ErrorKind, Result};
use crate::nearest::list;
use crate::route::{Op, Scenes};
use crate::store::project::{Change, Project, SceneId, SceneRecord};

use super::shelf::Shelf;
use super::told::{Told, What};

/// What the plan has come to so far. The project itself is never touched.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) library: &'a Shelf<'a>,
    /// The project that is changed.
    pub(super) project: &'a Project,
    /// The scenes as the request counts them.
    asked: &'a Project,
    /// The scenes as they are now, in order.
    pub(super) scenes: Vec<SceneRecord>,
    /// Settings with their new values.
    pub(super) settings: Vec<(String, Json)>,
    /// What is to be said besides what has changed: changes that change nothing, values that were brought into range.
    pub(super) told: Vec<Told>,
    /// The scenes that the plan deletes, which it does last.
    pub(super) deleted: Vec<SceneId>,
}

impl<'a> Draft<'a> {
    /// The beginning: nothing has changed. Numbers are those of the scenes of `asked`.
    pub(super) fn new(library: &'a Shelf<'a>, asked: &'a Project, project: &'a Project) -> Self {
        let scenes = project.scenes.clone();
        Self { library, project, asked, scenes, settings: Vec::new(), told: Vec::new(), deleted: Vec::new() }
    }

    /// Notes which scenes the plan deletes: all others are what it calls all.
    pub(super) fn note_deleted(&mut self, ops: &[Op]) -> Result<()> {
        for op in ops {
            if let Op::Delete { scene } = op {
                let ids = self.ids(scene)?;
                self.deleted.extend(ids);
            }
        }
        Ok(())
    }

    /// The scenes that numbers mean. All are those that are there by now.
    pub(super) fn ids(&self, scenes: &Scenes) -> Result<Vec<SceneId>> {
        match scenes {
            Scenes::All if self.scenes.is_empty() => refuse(format!("`{}` has no scenes yet", self.project.name)),
            Scenes::All => {
                let stays = self.scenes.iter().map(|scene| &scene.id).filter(|id| !self.deleted.contains(id));
                Ok(stays.cloned().collect())
            }
            Scenes::These(numbers) => {
                let mut ids: Vec<SceneId> = Vec::with_capacity(numbers.len());
                for number in numbers {
                    let id = self.id(*number)?;
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                }
                if ids.is_empty() { refuse("no scene is named".to_owned()) } else { Ok(ids) }
            }
        }
    }

    /// The scene that a number means.
    pub(super) fn id(&self, number: usize) -> Result<SceneId> {
        let found = number.checked_sub(1).and_then(|at| self.asked.scenes.get(at));
        let Some(scene) = found else { return refuse(no_scene(self.asked, number)) };
        if self.project.scene(&scene.id).is_none() {
            return refuse(format!("scene {number} `{}` is gone when that is undone", scene.name));
        }
        Ok(scene.id.clone())
    }

    /// The numbers of all scenes but one, as far as they stay.
    pub(super) fn others(&self, but: &SceneId) -> Vec<usize> {
        let stays = |id: &SceneId| id != but && !self.deleted.contains(id) && self.project.scene(id).is_some();
        let numbered = self.asked.scenes.iter().enumerate();
        numbered.filter(|(_, scene)| stays(&scene.id)).map(|(at, _)| at + 1).collect()
    }

    /// Where a scene stands now, counted from 0.
    pub(super) fn place(&self, id: &SceneId) -> Result<usize> {
        let found = self.scenes.iter().position(|scene| scene.id == *id);
        found.ok_or_else(|| self.wrong(id, "it is part of another scene by then: change it before, or leave it alone"))
    }

    /// Takes a scene out.
    pub(super) fn take(&mut self, id: &SceneId) -> Result<SceneRecord> {
        self.place(id).map(|at| self.scenes.remove(at))
    }

    /// A scene as it is now.
    pub(super) fn scene(&self, id: &SceneId) -> Result<&SceneRecord> {
        self.place(id).map(|at| &self.scenes[at])
    }

    /// Changes scenes, each in the same way. Where all scenes are meant, those that lack what is to be changed stay as
    /// they are and it is said; but one at least has to have it.
    pub(super) fn edit_each(
        &mut self,
        scenes: &Scenes,
        edit: impl Fn(&'a Shelf<'a>, &mut SceneRecord) -> Result<Edited, Trouble>,
    ) -> Result<()> {
        let before = self.told.len();
        let (mut lacking, mut found) = (None, false);
        for id in self.ids(scenes)? {
            match self.edit(&id, &edit) {
                Ok(()) => found = true,
                Err(Trouble::Lacks(why)) if *scenes == Scenes::All => {
                    lacking.get_or_insert_with(|| self.wrong(&id, &why));
                    self.told.push(self.told(&id, What::Note { message: why }));
                }
                Err(Trouble::Lacks(why) | Trouble::Wrong(why)) => return Err(self.wrong(&id, &why)),
            }
        }
        if *scenes == Scenes::All {
            self.tell_once(before);
        }
        lacking.filter(|_| !found).map_or(Ok(()), Err)
    }

    /// Of all scenes nobody wants to hear of each that it is so already: once is enough, and only if none has changed.
    fn tell_once(&mut self, since: usize) {
        let told = self.told.split_off(since);
        let (same, others): (Vec<Told>, Vec<Told>) =
            told.into_iter().partition(|told| matches!(told.what, What::NoOp { .. }));
        if same.len() == self.scenes.len() {
            self.told.extend(same.into_iter().next().map(|told| Told::new(None, None, told.what)));
        }
        self.told.extend(others);
    }

    /// Changes a scene.
    pub(super) fn edit(
        &mut self,
        id: &SceneId,
        edit: impl FnOnce(&'a Shelf<'a>, &mut SceneRecord) -> Result<Edited, Trouble>,
    ) -> Result<(), Trouble> {
        let at = self.place(id).map_err(|error| Trouble::Wrong(error.to_string()))?;
        let mut scene = self.scenes[at].clone();
        let Edited { why, notes } = edit(self.library, &mut scene)?;
        self.told.extend(notes.into_iter().map(|message| self.told(id, What::Note { message })).collect::<Vec<_>>());
        if scene == self.scenes[at] {
            let why = why.unwrap_or_else(|| "it is so already".to_owned());
            self.told.push(self.told(id, What::NoOp { why }));
        }
        self.scenes[at] = scene;
        Ok(())
    }

    /// Something to be said of a scene.
    pub(super) fn told(&self, id: &SceneId, what: What) -> Told {
        let before = self.asked.scenes.iter().position(|scene| scene.id == *id);
        let name = before.map(|at| &self.asked.scenes[at]).or_else(|| self.scenes.iter().find(|scene| scene.id == *id));
        Told::new(before.map(|at| at + 1), name.map(|scene| scene.name.clone()), what)
    }

    /// What is wrong with the change of a scene.
    pub(super) fn wrong(&self, id: &SceneId, message: &str) -> Error {
        Error::new(ErrorKind::Project, format!("{}: {message}", self.called(id)))
    }

    /// How people know a scene: scene 2 `Sales`.
    pub(super) fn called(&self, id: &SceneId) -> String {
        let at = self.asked.scenes.iter().position(|scene| scene.id == *id);
        at.map_or_else(|| format!("scene {id}"), |at| format!("scene {} `{}`", at + 1, self.asked.scenes[at].name))
    }

    /// The changes that lead from the project to the draft, in order.
    pub(super) fn changes(&self) -> Vec<Change> {
        let gone = self.project.scenes.iter().filter(|scene| !self.scenes.iter().any(|now| now.id == scene.id));
        let mut changes: Vec<Change> = gone.map(|scene| Change::RemoveScene { scene: scene.id.clone() }).collect();
        changes.extend(self.scenes.iter().filter_map(|now| becomes(self.project.scene(&now.id)?, now)));
        changes.extend(self.arranged());
        changes.extend(self.settings.iter().map(|(name, value)| Change::set(name.as_str(), Some(value.clone()))));
        changes
    }

    /// The changes that put new scenes in and old ones into their places, the first place first.
    fn arranged(&self) -> Vec<Change> {
        let stays = |scene: &&SceneRecord| self.scenes.iter().any(|now| now.id == scene.id);
        let mut order: Vec<&SceneId> = self.project.scenes.iter().filter(stays).map(|scene| &scene.id).collect();
        let mut changes = Vec::new();
        let last: Vec<&SceneId> = self.scenes.iter().map(|scene| &scene.id).collect();
        for (at, scene) in self.scenes.iter().enumerate() {
            if self.project.scene(&scene.id).is_none() {
                order.insert(at, &scene.id);
                changes.push(Change::AddScene { scene: Box::new(scene.clone()), at: Some(at) });
                continue;
            }
            // Of two neighbours that change places the one that stands too early goes: it may be the only one.
            while order[at] != &scene.id {
                let from = order.iter().position(|id| *id == &scene.id).unwrap_or(at);
                let early = order[at];
                let to = last.iter().position(|id| *id == early).unwrap_or(at).min(order.len() - 1);
                let (id, from, to) = if to > from { (early, at, to) } else { (&scene.id, from, at) };
                order.remove(from);
                order.insert(to, id);
                changes.push(Change::MoveScene { scene: id.clone(), to });
            }
        }
        changes
    }
}

/// The change that makes one scene of another with the same id; nothing if they are the same.
fn becomes(before: &SceneRecord, now: &SceneRecord) -> Option<Change> {
    if before == now {
        return None;
    }
    let same_but_for_name = SceneRecord { name: before.name.clone(), ..now.clone() } == *before;
    Some(if same_but_for_name {
        Change::RenameScene { scene: now.id.clone(), name: now.name.clone() }
    } else {
        Change::replace(now.clone())
    })
}

/// The most scenes whose names are told.
const MOST_NAMES: usize = 6;

fn no_scene(project: &Project, number: usize) -> String {
    let names = || list(project.scenes.iter().map(|scene| scene.name.as_str()));
    match project.scenes.len() {
        0 => format!("there is no scene {number}: `{}` has no scenes yet", project.name),
        1 => format!("there is no scene {number}: `{}` has one, {}", project.name, names()),
        count if count <= MOST_NAMES => {
            format!("there is no scene {number}: `{}` has {count}, {}", project.name, names())
        }
        count => format!("there is no scene {number}: `{}` has {count}", project.name),
    }
}

/// Why a scene cannot be edited.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    /// It does not have what is to be changed.
    Lacks(String),
    /// It cannot be changed like this.
    Wrong(String),
}

impl Trouble {
    /// The reason, for people.
    pub(super) fn why(&self) -> &str {
        match self {
            Self::Lacks(why) | Self::Wrong(why) => why,
        }
    }
}

impl From<String> for Trouble {
    fn from(message: String) -> Self {
        Self::Wrong(message)
    }
}

/// What an edit says of itself.
#[derive(Debug, Default)]
pub(super) struct Edited {
    /// Why nothing changes, should nothing have changed.
    pub(super) why: Option<String>,
    /// What is not quite as it was asked for.
    pub(super) notes: Vec<String>,
}

impl Edited {
    /// An edit with a reason for the case that it changed nothing.
    pub(super) fn or(why: impl Into<String>) -> Self {
        Self { why: Some(why.into()), notes: Vec::new() }
    }

    /// The same with something to be noted.
    pub(super) fn noting(mut self, note: Option<String>) -> Self {
        self.notes.extend(note);
        self
    }
}

pub(super) fn refuse<T>(message: String) -> Result<T> {
    Err(Error::new(ErrorKind::Project, message))
}
