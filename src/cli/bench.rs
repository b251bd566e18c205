//! `firstframe bench`: what is gained over the pipeline that came before.

mod report;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::models::{block_on, catalogue};
use super::{Outcome, output};
use crate::assets;
use crate::bench::{Assumptions, Labelled, Play, read};
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::error::Result;
use crate::pipeline::Prompts;

const PIPELINE_HELP: &str = "\
Each file has one JSON object a line: `id`, `kind` (add, edit, out, fill, multi), `prompt`, and what should come of it, as in
tests/requests/. All models are played by a server on this machine; nothing is sent anywhere, and no key is needed.

Examples:
  firstframe bench pipeline --requests tests/requests/dev.jsonl
  firstframe bench pipeline --requests a.jsonl --requests b.jsonl --scale 200 --json > report.json";

#[derive(Debug, Subcommand)]
pub(super) enum BenchCommand {
    /// Plays labelled requests through the former pipeline and through this engine
    #[command(after_help = PIPELINE_HELP)]
    Pipeline(Pipeline),
}

#[derive(Debug, Args)]
pub(super) struct Pipeline {
    /// A file of labelled requests; may be given several times
    #[arg(long, value_name = "FILE", required = true)]
    requests: Vec<PathBuf>,

    /// Shortens what models and the storage of the former pipeline take so many times
    #[arg(long, value_name = "N", default_value = "100", value_parser = scale)]
    scale: f64,

    /// Draws other times
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// Assumes what this file says, instead of benches/pipeline/assumptions.yaml as it is built in
    #[arg(long, value_name = "FILE")]
    assumptions: Option<PathBuf>,

    /// Prints all figures as JSON, with every request as it was played
    #[arg(long)]
    json: bool,
}

/// Plays requests on the engine of a folder of assets, or the one that is built in.
pub(super) fn run(
    (engine, folder): (&Engine, Option<&Path>),
    BenchCommand::Pipeline(args): &BenchCommand,
) -> Result<Outcome> {
    let assumptions = match &args.assumptions {
        Some(file) => Assumptions::read(&assets::read_file(file)?)?,
        None => Assumptions::built_in()?,
    };
    let requests: Vec<Labelled> = args.requests.iter().map(|file| read(file)).collect::<Result<Vec<_>>>()?.concat();
    let (assets, catalogue) = (super::assets(folder)?, catalogue(folder)?);
    let (brand, prompts) = (&Brand::load(&assets)?, &Prompts::load(&assets, engine.library())?);
    let (catalogue, requests) = (&catalogue, &requests[..]);
    let (assumptions, scale, seed) = (Arc::new(assumptions), args.scale, args.seed);
    let play = Play { engine, brand, prompts, catalogue, assumptions, requests, scale, seed };
    let bar = output::progress(2 * requests.len(), "plays");
    let report = block_on(play.run(|| bar.inc(1)))?;
    bar.finish_and_clear();
    let report = report?;
    if args.json {
        output::print_json(&report)?;
    } else {
        output::print(&report::shown(&report))?;
    }
    Ok(Outcome::Done)
}

/// Reads by how much waits are shortened.
fn scale(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (1.0..=10_000.0).contains(number));
    number.ok_or_else(|| "expected a number from 1 to 10000, such as 100".to_owned())
}
