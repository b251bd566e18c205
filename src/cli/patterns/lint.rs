//! `patterns lint`: what is wrong with pattern files, and what is hardly meant.

use std::path::Path;

use clap::Args;

use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, assets};
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Result;
use crate::pattern::{LINTS, lint};
use crate::template::Library;

#[derive(Debug, Args)]
#[command(after_help = "\
Each finding stands at its place, with its name in brackets. Errors are what cannot be used; warnings are what works and
is hardly meant. Exit codes: 0 no errors · 1 errors, or warnings with --strict.

Examples:
  firstframe --assets my-library patterns lint
  firstframe --assets my-library patterns lint --only counter --strict
  firstframe patterns lint --list")]
pub(in crate::cli) struct Lint {
    /// Shows only what is found in the files of these patterns and dictionaries
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    only: Vec<String>,

    /// Takes warnings for errors
    #[arg(long)]
    strict: bool,

    /// Shows only findings of these names
    #[arg(long = "lint", value_name = "LINT", value_delimiter = ',')]
    kinds: Vec<String>,

    /// Lists the lints and what each finds
    #[arg(long, exclusive = true)]
    list: bool,
}

pub(super) fn run(folder: Option<&Path>, args: &Lint) -> Result<Outcome> {
    if args.list {
        let lines = LINTS.map(|(name, finds)| format!("{STRONG}{name:16}{STRONG:#} {QUIET}{finds}{QUIET:#}\n"));
        return output::print(&lines.concat()).map(|()| Outcome::Done);
    }
    let assets = assets(folder)?;
    let found = lint(&assets, &Library::load(&assets)?);
    let found: Vec<&Diagnostic> = found.iter().filter(|found| is_wanted(found, args)).collect();
    for found in &found {
        output::print(&format!("{}\n\n", output::in_colour(found)))?;
    }
    let errors = found.iter().filter(|found| found.severity() == Severity::Error).count();
    output::print(&summary(errors, found.len() - errors))?;
    Ok(if errors > 0 || args.strict && !found.is_empty() { Outcome::Wanting } else { Outcome::Done })
}

fn is_wanted(found: &Diagnostic, args: &Lint) -> bool {
    let file = found.source().name().rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml");
    let named = |names: &[String], name: &str| names.is_empty() || names.iter().any(|known| known == name);
    named(&args.only, file) && named(&args.kinds, found.label().unwrap_or_default())
}

/// `2 errors, 1 warning`.
pub(super) fn summary(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => format!("{GOOD}✓{GOOD:#} nothing to say\n"),
        _ => format!("{}, {}\n", output::counted(errors, "error"), output::counted(warnings, "warning")),
    }
}
