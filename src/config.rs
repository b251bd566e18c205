//! What the environment says. Nothing else reads it.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::error::{Error, ErrorKind, Result};

/// The folder of what is kept: `FIRSTFRAME_DATA`, or `firstframe` where the system keeps the data of programs
/// (`$XDG_DATA_HOME`, else `~/.local/share`).
///
/// # Errors
/// [`ErrorKind::Store`] if nothing says where that is.
pub fn data() -> Result<PathBuf> {
    if let Some(named) = env::var_os("FIRSTFRAME_DATA").filter(|named| !named.is_empty()) {
        return Ok(PathBuf::from(named));
    }
    let known = choose_base_strategy().map_err(|error| {
        let message = "there is no home folder to keep projects in: name a folder with `--data` or FIRSTFRAME_DATA";
        Error::new(ErrorKind::Store, message).because(error)
    })?;
    Ok(known.data_dir().join("firstframe"))
}

/// Who works at the command line, for the history of projects: the name of their account.
pub fn user() -> String {
    let named = ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| env::var(name).ok());
    named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "someone".to_owned())
}

/// The folder of the cache: `FIRSTFRAME_CACHE`, or `firstframe` where the system keeps caches (`$XDG_CACHE_HOME`, else
/// `~/.cache`).
///
/// # Errors
/// [`ErrorKind::Store`] if nothing says where that is.
pub fn cache() -> Result<PathBuf> {
    if let Some(named) = env::var_os("FIRSTFRAME_CACHE").filter(|named| !named.is_empty()) {
        return Ok(PathBuf::from(named));
    }
    let known = choose_base_strategy().map_err(|error| {
        let message = "there is no home folder to keep a cache in: name a folder with `--cache` or FIRSTFRAME_CACHE";
        Error::new(ErrorKind::Store, message).because(error)
    })?;
    Ok(known.cache_dir().join("firstframe"))
}

/// The file of models that the person has chosen: `FIRSTFRAME_MODELS`.
pub fn models() -> Option<PathBuf> {
    env::var_os("FIRSTFRAME_MODELS").filter(|named| !named.is_empty()).map(PathBuf::from)
}

/// The token that the service wants to be shown: `FIRSTFRAME_TOKEN`.
pub fn token() -> Option<String> {
    env::var("FIRSTFRAME_TOKEN").ok().filter(|token| !token.is_empty())
}

/// A variable that a file of models names: a key, or the address of a provider.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// The folder of the Remotion tools: `FIRSTFRAME_STUDIO`, or `studio/` in the working directory, beside the program, or
/// in a folder above either.
pub fn studio() -> Option<PathBuf> {
    if let Some(named) = env::var_os("FIRSTFRAME_STUDIO") {
        return Some(PathBuf::from(named));
    }
    let starts = [env::current_dir().ok(), env::current_exe().ok()];
    starts.iter().flatten().find_map(|start| start.ancestors().map(studio_in).find_map(|found| found))
}

fn studio_in(folder: &Path) -> Option<PathBuf> {
    let studio = folder.join("studio");
    studio.join("package.json").is_file().then_some(studio)
}
