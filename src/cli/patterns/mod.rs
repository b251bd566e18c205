//! `patterns`: work on the patterns of the library.

mod train;

use std::path::Path;

use super::Outcome;
use super::args::Patterns;
use crate::engine::Engine;
use crate::error::Result;

/// Runs a command on the engine and the folder of its library.
pub(super) fn run(
    engine: impl FnOnce() -> Result<&'static Engine>,
    library: Option<&Path>,
    command: &Patterns,
) -> Result<Outcome> {
    match command {
        Patterns::Train { output, sentences, seed } => {
            let file = output.clone().unwrap_or_else(|| library.unwrap_or(Path::new(".")).join(train::FILE));
            train::run(engine()?.patterns(), (*sentences, *seed), &file)
        }
    }
}
