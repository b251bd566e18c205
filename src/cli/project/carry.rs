//! `project export` and `project import`.

use std::path::Path;

use serde_json::json;

use super::session::now;
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::standard_input;
use crate::error::{Error, ErrorKind, Result};
use crate::store::project::{self, Archive, ProjectStore};

pub(super) async fn export(store: &dyn ProjectStore, name: &str, output: Option<&Path>) -> Result<()> {
    let id = store.find(name).await?.id;
    let text = project::export(&store.archive(&id).await?)?;
    match output {
        Some(path) => output::write_file(path, &text),
        None => output::print(&text),
    }
}

pub(super) async fn import(store: &dyn ProjectStore, (file, name): (&Path, Option<&str>), json: bool) -> Result<()> {
    let archive = Archive::parse(&file.to_string_lossy(), &read(file)?)?;
    let archive = name.map_or(Ok(archive.clone()), |name| archive.renamed(name, now()))?;
    let taken_in = store.restore(archive).await.map_err(with_hint)?;
    let project = taken_in.project;
    if json {
        return output::print_json(&json!({"id": project.id, "name": project.name, "revision": taken_in.revision}));
    }
    output::print(&format!(
        "{GOOD}✓{GOOD:#} took in {STRONG}{}{STRONG:#}  {QUIET}{}, revision {}{QUIET:#}\n",
        project.name,
        output::counted(project.scenes.len(), "scene"),
        taken_in.revision
    ))
}

/// A name that is taken is the usual trouble, and here another way out is at hand.
fn with_hint(error: Error) -> Error {
    if error.kind() == ErrorKind::Project {
        return Error::new(ErrorKind::Project, format!("{error}; `--name` gives it another one; nothing was imported"));
    }
    error
}

fn read(file: &Path) -> Result<String> {
    if file == Path::new("-") {
        return standard_input();
    }
    let failed = |error| {
        let message = format!("`{}` cannot be read: expected a file of `project export`", file.display());
        Error::new(ErrorKind::File, message).because(error)
    };
    let bytes = std::fs::read(file).map_err(failed)?;
    String::from_utf8(bytes).map_err(|error| {
        let sound = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let line = 1 + sound.matches('\n').count();
        let message = format!(
            "{}:{line}: expected a file that `firstframe project export` has written, and this is none, or it is \
             damaged here; nothing was imported",
            file.display()
        );
        Error::new(ErrorKind::Store, message)
    })
}
