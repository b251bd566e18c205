//! `patterns watch`: a folder is checked again at every save.

use std::path::Path;
use std::time::{Duration, Instant};

use anstream::eprintln;
use clap::Args;

use super::lint::summary;
use crate::assets::Assets;
use crate::cli::output::{self, BAD, DOUBT, GOOD, QUIET};
use crate::cli::{Outcome, show_error};
use crate::diagnostic::Severity;
use crate::engine::{Engine, Live, Reload, proof};
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::lint;
use crate::template::Library;

#[derive(Debug, Args)]
#[command(after_help = "\
At every save of a template, a pattern or a dictionary, the set is loaded beside the one in use and its examples and rejects
are tried; a set that holds takes its place, as it would in a running server, and one that does not says why and changes
nothing. What the lints find is told after it. Ends with Ctrl-C.

Examples:
  firstframe --assets my-library patterns watch
  firstframe --assets my-library patterns watch --no-lint")]
pub(in crate::cli) struct Watch {
    /// Leaves the lints out
    #[arg(long)]
    no_lint: bool,
}

pub(super) fn run(folder: Option<&Path>, args: &Watch) -> Result<Outcome> {
    let Some(folder) = folder else {
        let message = "built-in patterns do not change: name the folder of yours with `--assets DIR`";
        return Err(Error::new(ErrorKind::Request, message));
    };
    let linted = (!args.no_lint).then(|| folder.to_owned());
    let assets = Assets::read_folder(folder)?;
    let first = begin(&assets)?;
    findings(linted.as_deref());
    eprintln!("{QUIET}watching {} …{QUIET:#}", folder.display());
    let live = Live::watch(folder, assets, first, move |reload| {
        tell(&reload);
        if matches!(reload, Reload::Taken { .. }) {
            findings(linted.as_deref());
        }
    })?;
    loop {
        // The work is done where the folder is watched.
        std::thread::park();
        drop(live.engine());
    }
}

/// The set as it is, or the one that is built in until the set can be used.
fn begin(assets: &Assets) -> Result<Engine> {
    let started = Instant::now();
    let loaded = Engine::load(assets).and_then(|engine| Ok((proof::prove(&engine)?, engine)));
    match loaded {
        Ok((proof, engine)) => {
            for failure in proof.failures() {
                eprintln!("{}\n", output::in_colour(failure));
            }
            match proof.failures().count() {
                0 => held(proof.examples(), proof.rejects(), started.elapsed()),
                failed => eprintln!("{BAD}✗{BAD:#} {failed} of {} do not hold", proof.trials.len()),
            }
            Ok(engine)
        }
        Err(error) => {
            show_error(&error);
            Engine::embedded()
        }
    }
}

fn held(examples: usize, rejects: usize, took: Duration) {
    eprintln!(
        "{GOOD}✓{GOOD:#} {examples} examples and {rejects} rejects hold  {QUIET}{} ms{QUIET:#}",
        took.as_millis()
    );
}

fn tell(reload: &Reload) {
    match reload {
        Reload::Taken { examples, rejects, took } => held(*examples, *rejects, *took),
        Reload::Refused { error, took } => {
            show_error(error);
            let took = took.as_millis();
            eprintln!("{BAD}✗{BAD:#} the set before stays in use  {QUIET}{took} ms{QUIET:#}");
        }
    }
}

/// What the lints find, one line each, so that a save is answered on one screen.
fn findings(folder: Option<&Path>) {
    let Some(assets) = folder.and_then(|folder| Assets::read_folder(folder).ok()) else { return };
    let Ok(library) = Library::load(&assets) else { return };
    let found = lint(&assets, &library);
    for one in &found {
        let (line, column) = one.line_and_column();
        let style = if one.severity() == Severity::Error { BAD } else { DOUBT };
        let (label, file) = (one.label().unwrap_or_default(), one.source().name());
        eprintln!("{style}{label}{style:#} {file}:{line}:{column}  {}", one.message());
    }
    if !found.is_empty() {
        let errors = found.iter().filter(|one| one.severity() == Severity::Error).count();
        eprintln!("{}", summary(errors, found.len() - errors).trim_end());
    }
}
