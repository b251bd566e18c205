//! `patterns train`: makes the small model of slots anew.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anstream::eprintln;

use crate::cli::Outcome;
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::PatternSet;
use crate::pattern::learned::{Figures, Plan, Trained, train};

/// Where the model lies in a library.
pub(super) const FILE: &str = "patterns/slots.crf";

/// Trains a model on a number of sentences, with a seed, and writes it to a file.
pub(super) fn run(patterns: &PatternSet, (sentences, seed): (u32, u64), file: &Path) -> Result<Outcome> {
    let plan = Plan { sentences: sentences as usize, seed };
    let trained = train(patterns, plan, &mut |what| eprintln!("{QUIET}{what} …{QUIET:#}"))?;
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
