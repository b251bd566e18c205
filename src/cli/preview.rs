//! `preview`: a scene as a strip of pictures, made by the tools in `studio/`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::args::{Preview, Prompt};
use super::{Outcome, generate, output};
use crate::config;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};

pub(super) fn run(engine: impl Fn() -> Result<&'static Engine>, args: &Preview) -> Result<Outcome> {
    let is_file = Path::new(&args.what).extension().is_some_and(|extension| extension == "tsx");
    if is_file {
        let path = Path::new(&args.what);
        if !path.is_file() {
            let message =
                format!("there is no file `{}`: expected a scene in TSX, or a request in plain words", args.what);
            return Err(Error::new(ErrorKind::File, message));
        }
        return show(path, args);
    }
    let prompt = Prompt { prompt: args.what.clone(), images: args.images.clone() };
    let Some(code) = generate::code(engine()?, &prompt, args.format)? else { return Ok(Outcome::NoTemplate) };
    let folder = tempfile::tempdir()
        .map_err(|error| Error::new(ErrorKind::File, "no temporary folder can be made").because(error))?;
    let path = folder.path().join("scene.tsx");
    output::write_file(&path, &code)?;
    show(&path, args)
}

fn show(scene: &Path, args: &Preview) -> Result<Outcome> {
    let pictures = render(scene, args.output.as_deref())?;
    output::print(&format!("{}\n", pictures.display()))?;
    if args.open {
        open::that(&pictures).map_err(|error| {
            let message = format!("no viewer can be started for `{}`", pictures.display());
            Error::new(ErrorKind::Tool, message).because(error)
        })?;
    }
    Ok(Outcome::Done)
}

fn render(scene: &Path, to: Option<&Path>) -> Result<PathBuf> {
    let studio = studio()?;
    let mut command = Command::new("npm");
    command.arg("--prefix").arg(&studio).args(["run", "--silent", "preview", "--"]).arg(absolute(scene)?);
    if let Some(to) = to {
        command.arg("-o").arg(absolute(to)?);
    }
    let finished = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| {
        let message = "`npm` cannot be started: pictures need Node.js 20 or newer, from your system's packages";
        Error::new(ErrorKind::Tool, message).because(error)
    })?;
    if !finished.status.success() {
        return Err(Error::new(ErrorKind::Tool, "the pictures could not be made: the reason stands above"));
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&finished.stdout).trim()))
}

fn studio() -> Result<PathBuf> {
    let Some(studio) = config::studio() else {
        let message = "the folder `studio/` was not found around the working directory or the program: \
                       run this in a clone of the project, or name the folder in FIRSTFRAME_STUDIO";
        return Err(Error::new(ErrorKind::Tool, message));
    };
    if !studio.join("node_modules").is_dir() {
        let message = format!("the tools of the studio are not installed: run `npm ci` in `{}`", studio.display());
        return Err(Error::new(ErrorKind::Tool, message));
    }
    Ok(studio)
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path)
        .map_err(|error| Error::new(ErrorKind::File, format!("`{}` is no path", path.display())).because(error))
}
