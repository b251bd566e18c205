//! `preview`: a scene as a strip of pictures, made by the tools in `studio/`.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Map;

use super::args::{Preview, Prompt};
use super::{Outcome, generate, output};
use crate::config;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::tsx::Form;

pub(super) fn run(
    engine: impl Fn() -> Result<&'static Engine>,
    library: Option<&Path>,
    args: &Preview,
) -> Result<Outcome> {
    let file =
        args.what.as_deref().map(Path::new).filter(|what| what.extension().is_some_and(|ending| ending == "tsx"));
    if let Some(missing) = file.filter(|file| !file.is_file()) {
        let missing = missing.display();
        let message = format!("there is no file `{missing}`: expected a scene in TSX, or a request in plain words");
        return Err(Error::new(ErrorKind::File, message));
    }
    match (file, &args.template) {
        (_, Some(id)) if args.watch => watch_template(id, library, args),
        (Some(file), _) if args.watch => watch(&[absolute(file)?.into_os_string()], args),
        _ if args.watch => {
            let message = "`--watch` looks at files: name a scene's file, or `--template ID` with `--assets DIR`";
            Err(Error::new(ErrorKind::Request, message))
        }
        (Some(file), _) => show(file, args),
        (None, Some(id)) => {
            let engine = engine()?;
            let scene = engine.render(&engine.library().fit(id, &Map::new())?, Form::Module)?;
            show_code(scene.scene.code(), args)
        }
        (None, None) => {
            let prompt = Prompt { prompt: args.what.clone().unwrap_or_default(), images: args.images.clone() };
            let code = generate::code(engine()?, &prompt, args.format)?;
            code.map_or(Ok(Outcome::NoTemplate), |code| show_code(&code, args))
        }
    }
}

fn watch_template(id: &str, library: Option<&Path>, args: &Preview) -> Result<Outcome> {
    let Some(library) = library else {
        let message = "built-in templates do not change: name the folder of yours with `--assets DIR`";
        return Err(Error::new(ErrorKind::Request, message));
    };
    let program = std::env::current_exe()
        .map_err(|error| Error::new(ErrorKind::Tool, "this program's own file is not known").because(error))?;
    let words: [OsString; 6] = [
        "--template".into(),
        id.into(),
        "--assets".into(),
        absolute(library)?.into_os_string(),
        "--binary".into(),
        program.into_os_string(),
    ];
    watch(&words, args)
}

/// Lets the studio draw at every save until it is interrupted. It says by itself what it does.
fn watch(words: &[OsString], args: &Preview) -> Result<Outcome> {
    let studio = studio()?;
    let mut command = Command::new("node");
    command.current_dir(&studio).args(["launch.mjs", "watch"]).args(words);
    if let Some(to) = args.output.as_deref() {
        command.arg("-o").arg(absolute(to)?);
    }
    let status = command.stdin(Stdio::null()).status().map_err(|error| no_node("node", error))?;
    if status.success() { Ok(Outcome::Done) } else { Err(no_pictures()) }
}

fn show_code(code: &str, args: &Preview) -> Result<Outcome> {
    let folder = tempfile::tempdir()
        .map_err(|error| Error::new(ErrorKind::File, "no temporary folder can be made").because(error))?;
    let path = folder.path().join("scene.tsx");
    output::write_file(&path, code)?;
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
    let finished =
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| no_node("npm", error))?;
    if !finished.status.success() {
        return Err(no_pictures());
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&finished.stdout).trim()))
}

pub(super) fn no_node(program: &str, error: io::Error) -> Error {
    let message =
        format!("`{program}` cannot be started: pictures need Node.js 20 or newer, from your system's packages");
    Error::new(ErrorKind::Tool, message).because(error)
}

pub(super) fn no_pictures() -> Error {
    Error::new(ErrorKind::Tool, "the pictures could not be made: the reason stands above")
}

pub(super) fn studio() -> Result<PathBuf> {
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

pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path)
        .map_err(|error| Error::new(ErrorKind::File, format!("`{}` is no path", path.display())).because(error))
}
