//! `templates adopt`: a scene of code becomes a template.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use anstream::eprintln;
use clap::Args;
use serde_json::Value as Json;

use super::Outcome;
use super::new::{SHARED, share, write};
use super::output::{self, GOOD, QUIET, STRONG};
use super::project::{Place, find_scene};
use crate::assets::Assets;
use crate::engine::adopt::{Adoption, Source, adopt};
use crate::error::{Error, ErrorKind, Result};
use crate::store::project::{Content, SceneRecord};
use crate::template::adopt::id_of;
use crate::tsx;

#[derive(Debug, Args)]
#[command(after_help = "\
The template goes into the library in `--assets DIR`, else in the working directory. What the scene shows are its
parameters, with what it shows now as their samples and defaults. The pattern is a draft for its author to finish; its
examples are served already.

Examples:
  firstframe --assets my-library templates adopt scene.tsx --say \"a lighthouse in a storm\"
  firstframe --assets my-library templates adopt \"launch film/lighthouse\" --id lighthouse")]
pub(super) struct Adopt {
    /// The scene: a file in TSX, or the names of a project and of a scene in it
    #[arg(value_name = "FILE|PROJECT/SCENE")]
    scene: String,
    /// The id of the template: lower-case words with hyphens; otherwise what the scene calls itself
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// A request that the template should serve; may be given several times
    #[arg(long = "say", value_name = "PROMPT")]
    says: Vec<String>,
    /// The scene's manifest; otherwise the file beside the scene with the ending `.json`, if there is one
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
}

/// A scene as it was found.
struct Found {
    code: String,
    manifest: Json,
    /// What people call it.
    name: String,
    /// What was asked for.
    request: Option<String>,
}

/// Writes the files of a template that a scene becomes into the library in `folder`.
pub(super) fn run((folder, data): (&Path, Option<&Path>), args: &Adopt) -> Result<Outcome> {
    let found = found(data, args)?;
    let id = args.id.clone().unwrap_or_else(|| id_of(&found.code, &found.name));
    let names = [Some(found.name.clone()), tsx::meta(&found.code).map(|meta| meta.id), tsx::component(&found.code)];
    let adoption = adopt(
        &library(folder)?,
        &Source {
            id: &id,
            code: &found.code,
            manifest: &found.manifest,
            names: names.into_iter().flatten().collect(),
            requests: found.request.iter().chain(&args.says).cloned().collect(),
            asked: found.request.as_deref().or(args.says.first().map(String::as_str)),
        },
    )?;
    let shared = share(folder)?;
    for (file, text) in &adoption.files {
        write(folder, file, text)?;
    }
    output::print(&told(folder, &id, &adoption, shared))?;
    for note in &adoption.notes {
        eprintln!("{QUIET}note: {note}{QUIET:#}");
    }
    Ok(Outcome::Done)
}

/// The library as it will be read, with the parts and dictionaries that it is given if it has none.
fn library(folder: &Path) -> Result<Assets> {
    let built_in = Assets::embedded();
    let has_any = ["templates", "patterns", "prompts"].iter().any(|name| folder.join(name).is_dir());
    let own =
        if has_any { Assets::read_folder(folder)? } else { Assets::default().with_slots(built_in.slots().cloned()) };
    let missing = SHARED.into_iter().filter(|root| !folder.join(root).is_dir());
    let paths = missing.flat_map(|root| built_in.under(root));
    let texts: Vec<(String, String)> =
        paths.map(|path| (path.to_owned(), built_in.text(path).unwrap_or_default().to_owned())).collect();
    Ok(own.with_texts(texts))
}

fn found(data: Option<&Path>, args: &Adopt) -> Result<Found> {
    let path = Path::new(&args.scene);
    if path.is_file() {
        return in_file(path, args.manifest.as_deref());
    }
    let Some((project, scene)) = args.scene.rsplit_once('/').filter(|_| path.extension().is_none()) else {
        let message = format!("there is no file `{}`: expected a scene in TSX, or `PROJECT/SCENE`", args.scene);
        return Err(Error::new(ErrorKind::File, message));
    };
    in_project(find_scene(&Place::of(data)?, project, scene)?, args.manifest.as_deref())
}

fn in_file(path: &Path, manifest: Option<&Path>) -> Result<Found> {
    let beside = path.with_extension("json");
    let manifest = manifest.or_else(|| beside.is_file().then_some(beside.as_path()));
    let manifest = manifest.map_or(Ok(Json::Null), read_manifest)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Found { code: read(path)?, manifest, name, request: None })
}

fn in_project(scene: SceneRecord, manifest: Option<&Path>) -> Result<Found> {
    let why = match scene.content {
        Content::Code { code, manifest: own } => {
            let manifest = manifest.map_or(Ok(own), read_manifest)?;
            return Ok(Found { code, manifest, name: scene.name, request: scene.provenance.request });
        }
        Content::Template { id, .. } => format!("it is made of the template `{id}`, which is in a library already"),
        Content::Merged { .. } => "it consists of several scenes: divide it first".to_owned(),
    };
    Err(Error::new(ErrorKind::Project, format!("the scene `{}` cannot become a template: {why}", scene.name)))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| {
        Error::new(ErrorKind::File, format!("`{}` cannot be read: expected a file of text", path.display()))
            .because(error)
    })
}

fn read_manifest(path: &Path) -> Result<Json> {
    serde_json::from_str(&read(path)?).map_err(|error| {
        let message = format!("`{}` is no manifest: expected JSON, a list of parameters", path.display());
        Error::new(ErrorKind::File, message).because(error)
    })
}

fn told(folder: &Path, id: &str, adoption: &Adoption, shared: bool) -> String {
    let mut text = format!("{GOOD}✓{GOOD:#} {STRONG}{id}{STRONG:#}\n");
    for (file, _) in &adoption.files {
        let _ = writeln!(text, "  {}", folder.join(file).display());
    }
    if shared {
        let _ = writeln!(text, "  {QUIET}with the parts and dictionaries that every library needs{QUIET:#}");
    }
    text.push_str("\nIt serves:\n");
    for say in &adoption.serves {
        let _ = writeln!(text, "  {say}");
    }
    let library = folder.display();
    text + &format!(
        "\nFinish its pattern, and check it:\n  firstframe --assets {library} patterns watch\n  \
         firstframe --assets {library} templates check\n"
    )
}
