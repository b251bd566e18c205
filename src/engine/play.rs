//! Scenes and films as players in a browser take them: modules of JavaScript.

use serde::Serialize;
use serde_json::Value as Json;

use super::change::{Control, code_of, controls, given};
use crate::diagnostic::Source;
use crate::error::{Error, ErrorKind, Result};
use crate::film::{Broken, film};
use crate::store::project::{Content, Project, SceneRecord};
use crate::template::{FORMATS, Library};
use crate::tsx::{self, Meta};

/// Something that can be played. The default export of its entry is the component.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Playable {
    /// Its modules, each after those that it imports.
    pub modules: Vec<Module>,
    /// The path of the one that is played.
    pub entry: String,
    /// The props that it is played with.
    pub props: Json,
    /// Its length, rate and size.
    pub meta: Meta,
}

/// A module. It imports the packages that scenes may use, and others of the same [`Playable`] as they were written:
/// `./scenes/Intro`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Module {
    /// Its path, with the ending of what it was compiled from.
    pub path: String,
    /// Its code.
    pub javascript: String,
}

/// A scene with all that a person needs to see and to change it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Clip {
    /// Its id.
    pub id: String,
    /// Its number in its project, from 1 on.
    pub number: usize,
    /// What people call it.
    pub name: String,
    /// The template that it is made from; nothing for code.
    pub template: Option<String>,
    /// Its code, in TSX.
    pub code: String,
    /// The same for a player.
    pub playable: Playable,
    /// What it was given.
    pub params: serde_json::Map<String, Json>,
    /// What can be changed in it.
    pub controls: Vec<Control>,
}

impl Clip {
    /// A scene of a project.
    ///
    /// # Errors
    /// [`ErrorKind::Parameter`] if the library has changed since the scene was made, [`ErrorKind::Scene`] if its code
    /// does not pass the check.
    pub fn of(library: &Library, project: &Project, number: usize) -> Result<Self> {
        let scene = &project.scenes[number - 1];
        let template = if let Content::Template { id, .. } = &scene.content { Some(id.clone()) } else { None };
        let code = code_of(library, scene)?;
        let playable = match &scene.content {
            Content::Merged { .. } => alone(library, project, scene)?,
            _ if scene.window.is_some() => alone(library, project, scene)?,
            _ => Playable::of_scene(&code, || usual(scene))?,
        };
        let (params, controls) = (given(library, scene), controls(library, scene));
        let (id, name) = (scene.id.to_string(), scene.name.clone());
        Ok(Self { id, number, name, template, code, playable, params, controls })
    }
}

impl Playable {
    /// The code of one scene; `usual` is its length, rate and size where it says none.
    ///
    /// # Errors
    /// [`ErrorKind::Scene`] if it does not parse.
    pub fn of_scene(code: &str, usual: impl FnOnce() -> Meta) -> Result<Self> {
        const PATH: &str = "Scene.tsx";
        let source = Source::new(PATH, code);
        let meta = tsx::meta(code).unwrap_or_else(usual);
        let props = tsx::default_props(code).unwrap_or_else(|_| Json::Object(serde_json::Map::new()));
        Ok(Self { modules: vec![module(&source)?], entry: PATH.to_owned(), props, meta })
    }

    /// All scenes of a project, one after the other, with those that cannot be shown.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] if it has no scenes.
    pub fn of_film(library: &Library, project: &Project) -> Result<(Self, Vec<Broken>)> {
        let film = film(project, library)?;
        let entry = film.files.first().map(|(path, _)| path.clone()).unwrap_or_default();
        let sources = film.files.into_iter().rev().map(|(path, code)| Source::new(path, code));
        let modules = sources.map(|source| module(&source)).collect::<Result<_>>()?;
        let props = Json::Object(serde_json::Map::new());
        Ok((Self { modules, entry, props, meta: film.meta }, film.broken))
    }
}

/// What a project knows of a scene whose code says nothing.
fn usual(scene: &SceneRecord) -> Meta {
    let (_, width, height) = FORMATS.into_iter().find(|(name, ..)| *name == scene.format.name()).unwrap_or(FORMATS[0]);
    Meta { id: "scene".to_owned(), duration_in_frames: scene.frames, fps: scene.fps, width, height }
}

/// A scene that is more than its code, as a film of its own.
fn alone(library: &Library, project: &Project, scene: &SceneRecord) -> Result<Playable> {
    let scene = SceneRecord { transition: None, ..scene.clone() };
    let (playable, broken) = Playable::of_film(library, &Project { scenes: vec![scene], ..project.clone() })?;
    match broken.into_iter().next() {
        Some(broken) => Err(broken.error),
        None => Ok(playable),
    }
}

fn module(source: &Source) -> Result<Module> {
    let javascript = tsx::javascript(source).map_err(|found| {
        Error::new(ErrorKind::Scene, "the code does not parse: mend what is named").with_diagnostics(found)
    })?;
    Ok(Module { path: source.name().to_owned(), javascript })
}
