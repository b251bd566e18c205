//! `patterns calibrate`: how sure decisions are, fitted on labelled requests.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::requests::{self, Line};
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, engine};
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::CALIBRATION;
use crate::route::{Calibration, Features, Labelled, Reliability, calibrate, cross_validate};

#[derive(Debug, Args)]
#[command(after_help = "\
Each line of a FILE is {\"prompt\", \"templates\": [\"counter\", …]}, where the templates are those that are right, or
{\"prompt\", \"why\": \"…\"} where none is. Lines with neither are left out. A few hundred of each kind make a good fit; use
requests that the patterns were not written from.

The table says how often decisions of a confidence were right, each judged by a fit that has not seen it. The operating
points say what `--precision P` leaves of what is served. The calibration is written to patterns/calibration.yaml in
--assets DIR, else in the working directory.

Examples:
  firstframe patterns calibrate requests.jsonl
  firstframe --assets my-library patterns calibrate one.jsonl two.jsonl --dry-run
  firstframe route \"count up to 10k\" --precision 0.98")]
pub(in crate::cli) struct Calibrate {
    /// Labelled requests as JSON, one a line
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Writes the calibration to this file
    #[arg(short, long, value_name = "FILE", conflicts_with = "dry_run")]
    output: Option<PathBuf>,

    /// Shows the table and writes nothing
    #[arg(long)]
    dry_run: bool,
}

/// Labelled requests, and how many lines said nothing.
#[derive(Default)]
struct Gathered {
    labelled: Vec<Labelled>,
    /// Of which no template was looked at: there is nothing to be sure of.
    unnamed: usize,
    unlabelled: usize,
}

pub(super) fn run(folder: Option<&Path>, args: &Calibrate) -> Result<Outcome> {
    let engine = engine(folder, None)?;
    let mut gathered = Gathered::default();
    for file in &args.files {
        for (_, line) in requests::read(file)? {
            gather(engine, &line, &mut gathered)?;
        }
    }
    let calibration = calibrate(&gathered.labelled, engine.fingerprint())?;
    output::print(&shown(&calibration, &cross_validate(&gathered.labelled), &gathered))?;
    if !args.dry_run {
        let path = args.output.clone().unwrap_or_else(|| folder.unwrap_or(Path::new(".")).join(CALIBRATION));
        if let Some(missing) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
            let message = format!("there is no folder `{}`: name the library with `--assets DIR`", missing.display());
            return Err(Error::new(ErrorKind::File, message));
        }
        output::write_file(&path, &calibration.to_yaml())?;
        output::print(&format!("{GOOD}✓{GOOD:#} written to {STRONG}{}{STRONG:#}\n", path.display()))?;
    }
    Ok(Outcome::Done)
}

fn gather(engine: &Engine, line: &Line, gathered: &mut Gathered) -> Result<()> {
    let templates = match (&line.templates, &line.why) {
        (Some(templates), _) => templates.as_slice(),
        (None, Some(_)) => &[],
        (None, None) => {
            gathered.unlabelled += 1;
            return Ok(());
        }
    };
    let decision = engine.route(&line.request()?);
    let Some(features) = Features::of(&decision.considered) else {
        gathered.unnamed += 1;
        return Ok(());
    };
    let best = decision.considered.first().map(|best| &best.template);
    let right = best.is_some_and(|best| templates.contains(best));
    gathered.labelled.push(Labelled { features, right, served: decision.fits().next().is_some() });
    Ok(())
}

fn shown(calibration: &Calibration, reliability: &Reliability, gathered: &Gathered) -> String {
    let mut text = String::new();
    let served = gathered.labelled.iter().filter(|one| one.served).count();
    let wrong = gathered.labelled.iter().filter(|one| one.served && !one.right).count();
    let _ = writeln!(
        text,
        "{} requests with a template to judge, {served} served, {wrong} of them wrong; in {} none was looked at; {} without a label\n",
        gathered.labelled.len(),
        gathered.unnamed,
        gathered.unlabelled
    );
    let _ = writeln!(text, "{QUIET}confidence  requests  served  mean   right{QUIET:#}");
    for (at, bin) in reliability.bins.iter().enumerate().filter(|(_, bin)| bin.requests > 0) {
        let (from, to) = (at * 10, at * 10 + 10);
        let (confidence, right) = (bin.confidence, bin.right);
        let _ = writeln!(text, "{from:3}–{to:3} %   {:8}  {:6}  {confidence:.3}  {right:.3}", bin.requests, bin.served);
    }
    let _ = writeln!(
        text,
        "\nexpected calibration error {STRONG}{:.3}{STRONG:#}, Brier score {:.3} (cross-validated)\n",
        reliability.error, reliability.brier
    );
    points(&mut text, calibration);
    text
}

fn points(text: &mut String, calibration: &Calibration) {
    let _ = writeln!(text, "{QUIET}precision  threshold  served of those served now{QUIET:#}");
    for point in calibration.points() {
        let share = (point.reach * 100.0).round();
        let _ = writeln!(text, "{:9.4}  {:9.4}  {share} %", point.precision, point.threshold);
    }
}
