//! `patterns backtest`: what another set of patterns would change.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use super::requests;
use crate::cli::output::{self, BAD, DOUBT, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, engine};
use crate::engine::backtest::{self, Change, Difference};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::route::Step;

#[derive(Debug, Args)]
#[command(after_help = "\
FILE has one request a line, as `route --jsonl` takes them: {\"id\", \"prompt\"}. Each is routed by the set in use (built in,
or in --assets DIR) and by the one in the other folder; what would be different is shown, the worst first.

Examples:
  firstframe patterns backtest requests.jsonl --against my-library
  firstframe --assets live patterns backtest last-week.jsonl --against next --json > changes.json")]
pub(in crate::cli) struct Backtest {
    /// Requests as JSON, one a line
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The folder of the other set
    #[arg(long, value_name = "DIR")]
    against: PathBuf,

    /// Prints everything as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(folder: Option<&Path>, args: &Backtest) -> Result<Outcome> {
    let (before, after) = (engine(folder, None)?, engine(Some(&args.against), None)?);
    let mut asked: Vec<(Value, Request)> = Vec::new();
    for (id, line) in requests::read(&args.file)? {
        asked.push((id, line.request()?));
    }
    let bar = output::progress(asked.len(), "routing");
    let result = backtest::backtest((before, after), &asked, || bar.inc(1));
    bar.finish_and_clear();
    if args.json {
        let json = serde_json::to_string_pretty(&result)
            .map_err(|error| Error::new(ErrorKind::File, "the changes cannot be written as JSON").because(error))?;
        output::print(&(json + "\n"))?;
    } else {
        output::print(&shown(&result))?;
    }
    Ok(Outcome::Done)
}

fn shown(result: &backtest::Backtest) -> String {
    let mut text = String::new();
    for kind in Difference::ALL {
        let changes: Vec<&Change> = result.changes.iter().filter(|change| change.kind == kind).collect();
        if changes.is_empty() {
            continue;
        }
        let style = match kind {
            Difference::Lost => BAD,
            Difference::Template | Difference::Parameters => DOUBT,
            Difference::Gained => GOOD,
        };
        let _ = writeln!(text, "{style}{}{style:#}  {}", kind.name(), changes.len());
        for change in changes {
            show(&mut text, change);
        }
        text.push('\n');
    }
    let (all, before, after) = (result.requests, result.served_before, result.served_after);
    let changed = result.changes.len();
    let _ = writeln!(text, "{}: {before} served, then {after}; {changed} change", output::counted(all, "request"));
    text
}

fn show(text: &mut String, change: &Change) {
    let id = change.id.as_str().map_or_else(|| change.id.to_string(), str::to_owned);
    let _ = writeln!(text, "  {STRONG}{id}{STRONG:#}  {}", change.prompt.replace('\n', "⏎"));
    let _ = writeln!(text, "    {QUIET}-{QUIET:#} {}", plan(&change.before));
    let _ = writeln!(text, "    {QUIET}+{QUIET:#} {}", plan(&change.after));
}

fn plan(steps: &[Step]) -> String {
    let shown = steps.iter().map(|step| match step {
        Step::Add { fit, .. } => format!("{} {}", fit.template(), output::shown(fit.params())),
        Step::Model { reason, .. } => format!("model: {reason}"),
        Step::Ask { question } => format!("ask: {question}"),
        Step::Change(op) => output::shown(op),
    });
    shown.collect::<Vec<_>>().join(" · ")
}
