//! A project as one Remotion composition: a file for each scene, and `Film.tsx`, which plays them.
//!
//! All of a film has one size and one rate. Its size is that of the project's `format`, or of the format that most scenes
//! have; scenes of the library are rendered in it, and what is code of its own is shown as large as it fits. Its rate is
//! [`Project::fps`]; scenes of the library take it on, and code that is made for another is played at its own.
//! Scenes begin and end where [`Project::cues`] says.

mod file;
mod helper;
mod markup;
mod name;
mod plan;
mod shot;
mod source;

use crate::error::{Error, ErrorKind, Result};
use crate::store::project::Project;
use crate::template::Library;
use crate::tsx::Meta;

/// The code of a film.
#[derive(Debug)]
pub struct Film {
    /// Its files, by their paths within one folder, with `/`: `Film.tsx` first, then the scenes in the order in which they
    /// play.
    pub files: Vec<(String, String)>,
    /// Its name in Remotion, its length, rate and size.
    pub meta: Meta,
    /// The scenes that cannot be shown. A slate that says so plays in the place of each.
    pub broken: Vec<Broken>,
}

/// A scene that cannot be shown.
#[derive(Debug)]
pub struct Broken {
    /// What people call it.
    pub scene: String,
    /// Why.
    pub error: Error,
}

/// Writes the film of a project.
///
/// # Errors
/// [`ErrorKind::Project`] if it has no scenes. A scene that cannot be shown is no error: see [`Film::broken`].
pub fn film(project: &Project, library: &Library) -> Result<Film> {
    if project.scenes.is_empty() {
        let message = format!("`{}` has no scenes yet: add one first", project.name);
        return Err(Error::new(ErrorKind::Project, message));
    }
    let plan = plan::Plan::of(project, library);
    let main = ("Film.tsx".to_owned(), file::write(&plan));
    let scenes = plan.sources.into_iter().map(|source| (format!("scenes/{}.tsx", source.name), source.code));
    Ok(Film { files: std::iter::once(main).chain(scenes).collect(), meta: plan.meta, broken: plan.broken })
}

#[cfg(test)]
mod tests;
