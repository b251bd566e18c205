//! What the environment says. Nothing else reads it.

use std::env;
use std::path::{Path, PathBuf};

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
