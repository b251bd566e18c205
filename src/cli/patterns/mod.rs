//! `patterns`: the authors' tools.

mod backtest;
mod calibrate;
mod conflicts;
mod lint;
mod requests;
mod sample;
mod test;
mod train;
mod watch;

use std::path::Path;

use clap::Subcommand;

use super::Outcome;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::pattern::Pattern;

#[derive(Debug, Subcommand)]
pub(super) enum Patterns {
    /// Finds what is wrong with pattern files, and what is hardly meant
    Lint(lint::Lint),
    /// Tries every example and every reject
    Test(test::Test),
    /// Makes up sentences that a pattern matches
    Sample(sample::Sample),
    /// Finds sentences of one pattern that another one answers
    Conflicts(conflicts::Conflicts),
    /// Shows what another set of patterns would change
    Backtest(backtest::Backtest),
    /// Fits how sure decisions are on labelled requests
    Calibrate(calibrate::Calibrate),
    /// Trains the model of slots on sentences made up from the patterns
    Train(train::Train),
    /// Checks a folder again at every save
    Watch(watch::Watch),
}

/// Runs a command on the library of a folder, or on the one that is built in.
pub(super) fn run(folder: Option<&Path>, command: &Patterns) -> Result<Outcome> {
    match command {
        Patterns::Lint(args) => lint::run(folder, args),
        Patterns::Test(args) => test::run(folder, args),
        Patterns::Sample(args) => sample::run(folder, args),
        Patterns::Conflicts(args) => conflicts::run(folder, args),
        Patterns::Backtest(args) => backtest::run(folder, args),
        Patterns::Calibrate(args) => calibrate::run(folder, args),
        Patterns::Train(args) => train::run(folder, args),
        Patterns::Watch(args) => watch::run(folder, args),
    }
}

/// The patterns of some templates; all of them if none is named.
fn chosen<'e>(engine: &'e Engine, only: &[String]) -> Result<Vec<&'e Pattern>> {
    let all = engine.patterns().patterns();
    if let Some(unknown) = only.iter().find(|id| engine.patterns().of(id).next().is_none()) {
        let help = suggest(unknown, all.iter().map(Pattern::template));
        return Err(Error::new(ErrorKind::Request, format!("no pattern serves `{unknown}`: {help}")));
    }
    let wanted = |pattern: &&Pattern| only.is_empty() || only.iter().any(|id| id == pattern.template());
    Ok(all.iter().filter(wanted).collect())
}
