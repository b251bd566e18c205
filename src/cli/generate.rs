//! `generate`: a request becomes code.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anstream::eprintln;

use super::args::{Generate, Prompt};
use super::output::{self, BAD, GOOD, QUIET, STRONG, VALUE};
use super::pipeline::{Places, on_need, pipeline};
use super::{Outcome, explain, watch};
use crate::engine::{Engine, GeneratedScene, Generation, Origin, Written};
use crate::error::Result;
use crate::pipeline::Supply;
use crate::request::{Format, Request};
use crate::route::{Decision, Step};
use crate::template::Fit;
use crate::tsx::Form;

/// Makes the scenes of a request, which belong to no project.
pub(super) fn run(engine: &Engine, args: &Generate, places: Places<'_>) -> Result<Outcome> {
    let request = request(engine, args)?;
    if args.data.events {
        let models = on_need(engine, places, &args.models);
        return watch::lines(engine, &request, (Supply::OnNeed(&models), args.shape.form()));
    }
    let mut generation = engine.generate(&request, args.shape.form(), &mut ())?;
    let models = if generation.is_open() { pipeline(engine, places, &args.models)? } else { None };
    if let Some(models) = models {
        let decision = generation.decision.clone();
        let completed = watch::completed(engine, (generation, &request), (&models, args.shape.form()));
        generation = completed.inspect_err(|_| explain::show_nearest(engine, &request, &decision))?;
    }
    show(engine, &request, (&generation, args))
}

/// The request that the arguments say.
pub(super) fn request(engine: &Engine, args: &Generate) -> Result<Request> {
    if args.precision.is_some() {
        output::warn(engine.doubt());
    }
    let request = super::request(&args.request, args.shape.format)?;
    Ok(if args.fresh { request.made_anew() } else { request })
}

/// Writes scenes where they are wanted and says what they are, or what is in their way.
pub(super) fn show(
    engine: &Engine,
    request: &Request,
    (generation, args): (&Generation, &Generate),
) -> Result<Outcome> {
    let is_answered = !generation.scenes.is_empty() || generation.is_answered();
    if args.data.json {
        output::print_json(generation)?;
        return Ok(if is_answered { Outcome::Done } else { Outcome::NoTemplate });
    }
    if let Some(said) = generation.reply.as_ref().or(generation.question.as_ref()) {
        eprintln!("{said}");
    }
    if !is_answered {
        explain::show_refusal(engine, request, &generation.decision);
        return Ok(Outcome::NoTemplate);
    }
    show_scenes(generation, args.output.as_deref())?;
    Ok(if generation.completed { Outcome::Done } else { tell_what_is_missing(&generation.decision) })
}

/// Writes the scenes, and tells about them.
fn show_scenes(generation: &Generation, output: Option<&Path>) -> Result<()> {
    let is_seen = std::io::stderr().is_terminal();
    for (index, scene) in generation.scenes.iter().enumerate() {
        let written = write_one_of(generation, index, output)?;
        if is_seen {
            summarise(scene, generation, written.as_deref());
        } else {
            tell(scene);
        }
    }
    if is_seen {
        eprintln!("  {QUIET}{}{QUIET:#}", times(generation));
    }
    tell_costs(generation);
    Ok(())
}

/// Writes one of the scenes of a generation. Of several each has its number: in a folder as `2-counter.tsx`, beside one
/// another as `film-2.tsx`, and on standard output under a comment.
fn write_one_of(generation: &Generation, index: usize, output: Option<&Path>) -> Result<Option<PathBuf>> {
    let (scene, count) = (&generation.scenes[index], generation.scenes.len());
    if count == 1 {
        return write(scene, output);
    }
    let number = index + 1;
    let Some(output) = output else {
        output::print(&format!("// scene {number} of {count}: {}\n{}\n", scene.name(), scene.scene.code()))?;
        return Ok(None);
    };
    let path = if is_folder(output) {
        output.join(format!("{number}-{}.tsx", scene.name()))
    } else {
        let stem = output.file_stem().unwrap_or_default().to_string_lossy();
        let end = output.extension().map_or("tsx".into(), std::ffi::OsStr::to_string_lossy);
        output.with_file_name(format!("{stem}-{number}.{end}"))
    };
    if is_folder(output) {
        output::make_folder(output)?;
    }
    output::write_file(&path, scene.scene.code())?;
    Ok(Some(path))
}

/// What models were asked, and what it cost.
fn tell_costs(generation: &Generation) {
    let calls = &generation.calls;
    if calls.is_empty() {
        return;
    }
    let early = calls.ahead.iter().map(|early| early.made.len()).sum::<usize>();
    let count = output::counted(calls.made.len() + early, "call");
    let early = if early > 0 { format!(", {early} of them begun ahead") } else { String::new() };
    eprintln!("  {QUIET}{count} of models{early}: {}{QUIET:#}", calls.total());
}

/// Says which scenes of several no template shows.
fn tell_what_is_missing(decision: &Decision) -> Outcome {
    let mut outcome = Outcome::Done;
    for (index, step) in decision.plan.iter().enumerate() {
        if let Step::Model { reason, .. } = step {
            eprintln!("{BAD}no template shows scene {}:{BAD:#} {reason}", index + 1);
            outcome = Outcome::NoTemplate;
        }
    }
    outcome
}

fn is_folder(output: &Path) -> bool {
    output.is_dir() || output.as_os_str().to_string_lossy().ends_with(std::path::MAIN_SEPARATOR)
}

/// Writes a scene where it is wanted and returns the file's path, if it is a file.
pub(super) fn write(scene: &GeneratedScene, output: Option<&Path>) -> Result<Option<PathBuf>> {
    let Some(output) = output else {
        output::print(scene.scene.code())?;
        return Ok(None);
    };
    let path = if is_folder(output) { output.join(format!("{}.tsx", scene.name())) } else { output.to_owned() };
    if let Some(folder) = path.parent().filter(|_| is_folder(output)) {
        output::make_folder(folder)?;
    }
    output::write_file(&path, scene.scene.code())?;
    Ok(Some(path))
}

/// What a person at a terminal wants to know, in a few lines on standard error.
fn summarise(scene: &GeneratedScene, generation: &Generation, written: Option<&Path>) {
    let reason = &generation.decision.reason;
    eprintln!("{GOOD}✓{GOOD:#} {STRONG}{}{STRONG:#}  {QUIET}{reason}{QUIET:#}", scene.name());
    match &scene.origin {
        Origin::Template(fit) => summarise_fit(fit, &generation.decision),
        Origin::Model(written) => summarise_written(written),
    }
    tell(scene);
    if let Some(path) = written {
        eprintln!("  written to {STRONG}{}{STRONG:#}", path.display());
    }
}

/// A template with its parameters, and what nobody has said of it.
fn summarise_fit(fit: &Fit, decision: &Decision) {
    for (name, value) in fit.params().iter() {
        eprintln!("  {name}: {VALUE}{}{VALUE:#}", output::shown(value));
    }
    if fit.params().is_empty() {
        eprintln!("  {QUIET}everything is at its default{QUIET:#}");
    }
    let step = decision.plan.iter().find(|step| matches!(step, Step::Add { fit: other, .. } if other == fit));
    if let Some(Step::Add { ask, .. }) = step.filter(|step| matches!(step, Step::Add { ask, .. } if !ask.is_empty())) {
        eprintln!("  {QUIET}left open: {}{QUIET:#}", ask.join(", "));
    }
}

/// What a model wrote, and what was mended of it.
fn summarise_written(written: &Written) {
    eprintln!("  {QUIET}written by {}{QUIET:#}", written.model);
    for repair in &written.repairs {
        eprintln!("  {QUIET}mended: {repair}{QUIET:#}");
    }
}

/// What is not as it was asked for.
fn tell(scene: &GeneratedScene) {
    for note in &scene.notes {
        eprintln!("  {QUIET}note: {note}{QUIET:#}");
    }
}

/// `read 4 µs · route 9 µs · render 310 µs`.
fn times(generation: &Generation) -> String {
    let times =
        generation.stages.iter().map(|timing| format!("{} {} µs", timing.stage.name(), timing.took.as_micros()));
    times.collect::<Vec<_>>().join(" · ")
}

/// The scene of a request, for commands that only want its code.
pub(super) fn code(engine: &Engine, prompt: &Prompt, format: Option<Format>) -> Result<Option<String>> {
    let request = super::request(prompt, format)?;
    let generation = engine.generate(&request, Form::Module, &mut ())?;
    if generation.scenes.is_empty() {
        explain::show_refusal(engine, &request, &generation.decision);
    }
    Ok(generation.scenes.into_iter().next().map(|scene| scene.scene.into_code()))
}
