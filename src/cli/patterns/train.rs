//! `patterns train`: makes the small model of slots anew.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anstream::eprintln;
use clap::Args;

use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, engine};
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::learned::{Figures, Plan, Trained, train};

/// Where the model lies in a library.
const FILE: &str = "patterns/slots.crf";

#[derive(Debug, Args)]
#[command(after_help = "\
The model reads what the rules of the patterns leave: texts, items and figures in words that nobody foresaw. It is made
of sentences that are made up from the patterns themselves, and is to be made anew when their slots change.

Examples:
  firstframe patterns train
  firstframe --assets my-library patterns train --sentences 20000 --seed 7")]
pub(in crate::cli) struct Train {
    /// Writes the model to this file instead of `patterns/slots.crf` in `--assets DIR`, else in the working directory
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// How many sentences are made up
    #[arg(long, value_name = "N", default_value_t = 16_000, value_parser = clap::value_parser!(u32).range(100..=200_000))]
    sentences: u32,

    /// Decides which sentences: the same seed gives the same model
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Trains a model and writes it to a file.
pub(super) fn run(folder: Option<&Path>, args: &Train) -> Result<Outcome> {
    let engine = engine(folder, None)?;
    let plan = Plan { sentences: args.sentences as usize, seed: args.seed };
    let trained = train(engine.patterns(), plan, &mut |what| eprintln!("{QUIET}{what} …{QUIET:#}"))?;
    let file = &args.output.clone().unwrap_or_else(|| folder.unwrap_or(Path::new(".")).join(FILE));
    fs::write(file, &trained.bytes).map_err(|error| {
        let message = format!("`{}` cannot be written: expected a file in a folder that is there", file.display());
        Error::new(ErrorKind::File, message).because(error)
    })?;
    output::print(&report(&trained, file)).map(|()| Outcome::Done)
}

fn report(trained: &Trained, file: &Path) -> String {
    let mut text =
        format!("{STRONG}{:18}{:>8} {:>8} {:>8} {:>8}{STRONG:#}\n", "held out", "right", "wrong", "missed", "F1");
    let mut all = Figures::default();
    for (role, figures) in &trained.figures {
        line(&mut text, role, *figures);
        all.right += figures.right;
        all.wrong += figures.wrong;
        all.missed += figures.missed;
    }
    line(&mut text, "all", all);
    let size = trained.bytes.len() / 1024;
    let _ = writeln!(text, "{GOOD}✓{GOOD:#} {} sentences, {size} KiB in {}", trained.sentences, file.display());
    text
}

fn line(text: &mut String, name: &str, figures: Figures) {
    let Figures { right, wrong, missed } = figures;
    let _ = writeln!(text, "{name:18}{right:>8} {wrong:>8} {missed:>8} {:>8.3}", figures.f1());
}
