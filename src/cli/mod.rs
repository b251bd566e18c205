//! The command line: parse what was typed, call the engine, show the answer.

mod adopt;
mod args;
mod bench;
mod cache;
mod emit;
mod explain;
mod explanation;
mod gallery;
mod generate;
mod jsonl;
mod models;
mod new;
mod output;
mod patterns;
mod picture;
mod pipeline;
mod preview;
mod project;
mod serve;
mod stats;
mod table;
mod templates;
mod underline;
mod watch;

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use anstream::eprintln;
use clap::Parser;

use crate::assets::Assets;
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::engine::turn::Means;
use crate::error::{Error, ErrorKind, Result};
use crate::pipeline::Supply;
use crate::request::{Format, Request};
use crate::template::Library;

use args::{Cli, Command, Prompt};

/// What a command comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    /// No template shows what was asked for.
    NoTemplate,
    /// What was to be checked is not in order; it has been said why.
    Wanting,
    /// No model is set for something.
    NoModel,
}

/// Runs the program with the arguments that it was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match execute(&cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Wanting) => ExitCode::from(1),
        Ok(Outcome::NoTemplate) => ExitCode::from(3),
        Ok(Outcome::NoModel) => ExitCode::from(4),
        Err(error) => {
            show_error(&error);
            ExitCode::from(if error.kind() == ErrorKind::Request { 2 } else { 1 })
        }
    }
}

fn execute(cli: &Cli) -> Result<Outcome> {
    let folder = cli.assets.as_deref();
    let engine = || engine(folder, None);
    let places = pipeline::Places { assets: folder, data: cli.data.as_deref(), cache: cli.cache.as_deref() };
    match &cli.command {
        Command::Generate(args) => match &args.project {
            Some(name) => {
                let place = project::Place::of(cli.data.as_deref())?;
                let brand = Brand::load(&assets(folder)?)?;
                let engine = self::engine(folder, args.precision)?;
                let models = pipeline::on_need(engine, places, &args.models);
                let means = Means { brand: &brand, models: Supply::OnNeed(&models) };
                project::generate((engine, means), args, (&place, name))
            }
            None => generate::run(self::engine(folder, args.precision)?, args, places),
        },
        Command::Route(args) if args.jsonl => jsonl::run(self::engine(folder, args.precision)?),
        Command::Route(args) => explain::run(self::engine(folder, args.precision)?, args),
        Command::Preview(args) => preview::run(engine, folder, args),
        Command::Templates(args) => templates::run(engine, (folder, cli.data.as_deref()), args),
        Command::Patterns(args) => patterns::run(folder, args),
        Command::Project(args) => {
            let library = || Library::load(&assets(folder)?);
            project::run((engine, library), &project::Place::of(cli.data.as_deref())?, args)
        }
        Command::Cache(command) => cache::run(cli.cache.as_deref(), command),
        Command::Models(command) => models::run(folder, command),
        Command::Serve(args) => serve::run(places, args),
        Command::Stats(args) => stats::run(args),
        Command::Bench(command) => bench::run((engine()?, folder), command),
    }
}

/// The engine of a folder of assets, or the one that is built in.
fn engine(folder: Option<&Path>, precision: Option<f64>) -> Result<&'static Engine> {
    let engine = Engine::load(&assets(folder)?)?.at_precision(precision.unwrap_or(0.0))?;
    // The program ends with its answer: to take the engine apart first would cost a millisecond.
    Ok(Box::leak(Box::new(engine)))
}

fn assets(folder: Option<&Path>) -> Result<Assets> {
    folder.map_or_else(|| Ok(Assets::embedded()), Assets::read_folder)
}

fn request(prompt: &Prompt, format: Option<Format>) -> Result<Request> {
    let request = if prompt.prompt == "-" { Request::new(&standard_input()?) } else { Request::new(&prompt.prompt) };
    let pictures = prompt.images.iter().map(|picture| picture::address(picture)).collect::<Result<Vec<_>>>()?;
    let request = request?.with_attachments(pictures);
    Ok(format.map_or(request.clone(), |format| request.with_format(format)))
}

/// All of standard input as text.
fn standard_input() -> Result<String> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|error| Error::new(ErrorKind::File, "standard input cannot be read").because(error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message =
            format!("standard input is not UTF-8 from byte {at} on: convert it first, for example with `iconv`");
        Error::new(ErrorKind::Request, message)
    })
}

fn show_error(error: &Error) {
    for diagnostic in error.diagnostics() {
        eprintln!("{}\n", output::in_colour(diagnostic));
    }
    eprintln!("{}error:{} {error}", output::STRONG, output::STRONG.render_reset());
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        eprintln!("  because: {next}");
        cause = next.source();
    }
}
