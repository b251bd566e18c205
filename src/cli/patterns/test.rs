//! `patterns test`: every example and every reject.

use std::fmt::Write;
use std::path::Path;

use clap::Args;

use super::chosen;
use crate::cli::output::{self, BAD, GOOD, QUIET};
use crate::cli::{Outcome, engine};
use crate::engine::proof::{self, Kind, Proof, Trial};
use crate::error::Result;

#[derive(Debug, Args)]
#[command(after_help = "\
An example has to be served by its own template, with exactly the parameters that stand beside it, and its scene has to
pass the check. A reject must not be served by its template.

Examples:
  firstframe patterns test
  firstframe --assets my-library patterns test counter pie-chart")]
pub(in crate::cli) struct Test {
    /// Only the patterns of these templates
    #[arg(value_name = "ID")]
    only: Vec<String>,
}

pub(super) fn run(folder: Option<&Path>, args: &Test) -> Result<Outcome> {
    let engine = engine(folder, None)?;
    let patterns = chosen(engine, &args.only)?;
    let mut ids: Vec<&str> = patterns.iter().map(|pattern| pattern.template()).collect();
    ids.dedup();
    let bar = output::progress(ids.len(), "trying");
    let mut proof = Proof::default();
    for id in &ids {
        proof.trials.extend(proof::prove_template(engine, id)?.trials);
        bar.inc(1);
    }
    bar.finish_and_clear();
    for failure in proof.failures() {
        output::print(&format!("{}\n\n", output::in_colour(failure)))?;
    }
    output::print(&table(&ids, &proof))?;
    Ok(if proof.failures().next().is_none() { Outcome::Done } else { Outcome::Wanting })
}

fn table(ids: &[&str], proof: &Proof) -> String {
    let width = ids.iter().map(|id| id.len()).max().unwrap_or(0).max("template".len());
    let mut text = String::new();
    let _ = writeln!(text, "{QUIET}  {:width$}  examples   rejects{QUIET:#}", "template");
    for id in ids {
        let trials: Vec<&Trial> = proof.trials.iter().filter(|trial| trial.template == *id).collect();
        let mark = if trials.iter().all(|trial| trial.failure.is_none()) {
            format!("{GOOD}✓{GOOD:#}")
        } else {
            format!("{BAD}✗{BAD:#}")
        };
        let [examples, rejects] = [Kind::Example, Kind::Reject].map(|kind| share(&trials, kind));
        let _ = writeln!(text, "{mark} {id:width$}  {examples:>8}  {rejects:>8}");
    }
    let failed = proof.failures().count();
    let _ = match failed {
        0 => writeln!(text, "{} examples and {} rejects hold", proof.examples(), proof.rejects()),
        _ => writeln!(text, "{failed} of {} do not hold", proof.trials.len()),
    };
    text
}

/// `3 of 4`, or the count where all hold.
fn share(trials: &[&Trial], kind: Kind) -> String {
    let of = trials.iter().filter(|trial| trial.kind == kind);
    let (all, holding) = (of.clone().count(), of.filter(|trial| trial.failure.is_none()).count());
    if all == holding { all.to_string() } else { format!("{holding} of {all}") }
}
