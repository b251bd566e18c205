//! `project code`: a project as the code of one Remotion composition.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::words;
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::error::{Error, ErrorKind, Result};
use crate::film::{Film, film};
use crate::store::project::{Project, ProjectStore};
use crate::template::Library;

/// What is done about files that are there already and say something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Present {
    /// They are replaced.
    Replace,
    /// Nothing is written.
    Keep,
}

/// Writes the film of a project into a folder.
pub(super) async fn write(
    store: &dyn ProjectStore,
    library: &Library,
    (name, json): (&str, bool),
    (folder, present): (&Path, Present),
) -> Result<()> {
    let id = store.find(name).await?.id;
    let project = store.read(&id).await?.project;
    let film = film(&project, library)?;
    let files: Vec<(PathBuf, &str)> = film.files.iter().map(|(path, text)| (folder.join(path), &**text)).collect();
    if present == Present::Keep {
        spare(&files)?;
    }
    for (path, text) in &files {
        output::make_folder(path.parent().unwrap_or(folder))?;
        output::write_file(path, text)?;
    }
    if json { told_as_json(&film) } else { told(&project, &film, folder) }
}

/// Refuses to write over what somebody may have changed by hand.
fn spare(files: &[(PathBuf, &str)]) -> Result<()> {
    let is_other = |path: &Path, text: &str| std::fs::read(path).is_ok_and(|there| there != text.as_bytes());
    let Some((path, _)) = files.iter().find(|(path, text)| is_other(path, text)) else { return Ok(()) };
    let message = format!(
        "`{}` is there already and says something else: name another folder, or let `--replace` write over it; nothing \
         was written",
        path.display()
    );
    Err(Error::new(ErrorKind::File, message))
}

fn told_as_json(film: &Film) -> Result<()> {
    let files: Vec<&str> = film.files.iter().map(|(path, _)| path.as_str()).collect();
    let broken = film.broken.iter().map(|broken| json!({"scene": broken.scene, "error": broken.error.to_string()}));
    output::print_json(&json!({"meta": film.meta, "files": files, "broken": broken.collect::<Vec<_>>()}))
}

fn told(project: &Project, film: &Film, folder: &Path) -> Result<()> {
    for broken in &film.broken {
        output::warn(Some(&format!("scene `{}` cannot be shown, and a slate says so: {}", broken.scene, broken.error)));
    }
    let length = words::seconds(f64::from(film.meta.duration_in_frames) / f64::from(film.meta.fps));
    output::print(&format!(
        "{GOOD}✓{GOOD:#} wrote {STRONG}{}{STRONG:#}  {QUIET}{} of {}, {length}{QUIET:#}\n",
        folder.join("Film.tsx").display(),
        output::counted(project.scenes.len(), "scene"),
        words::quoted(&project.name),
    ))
}
