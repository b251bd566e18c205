//! `generate`: a request becomes code.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anstream::eprintln;

use super::args::{Generate, Prompt};
use super::output::{self, BAD, GOOD, QUIET, STRONG, VALUE};
use super::{Outcome, explain};
use crate::engine::{Engine, GeneratedScene, Generation};
use crate::error::Result;
use crate::event::Stage;
use crate::request::{Format, Request};
use crate::route::{Decision, Step};
use crate::tsx::Form;

/// Makes the scenes of a request, which belong to no project.
pub(super) fn run(engine: &Engine, args: &Generate) -> Result<Outcome> {
    let request = request(engine, args)?;
    let generation = generate(engine, &request, args)?;
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

/// What comes of a request, in the form that the arguments want.
pub(super) fn generate(engine: &Engine, request: &Request, args: &Generate) -> Result<Generation> {
    engine.generate(request, args.shape.form(), &mut ())
}

/// Writes scenes where they are wanted and says what they are, or what is in their way.
pub(super) fn show(
    engine: &Engine,
    request: &Request,
    (generation, args): (&Generation, &Generate),
) -> Result<Outcome> {
    if args.json {
        output::print_json(generation)?;
        return Ok(if generation.scenes.is_empty() { Outcome::NoTemplate } else { Outcome::Done });
    }
    if generation.scenes.is_empty() {
        explain::show_refusal(engine, request, &generation.decision);
        return Ok(Outcome::NoTemplate);
    }
    for (index, scene) in generation.scenes.iter().enumerate() {
        let written = write_one_of(generation, index, args.output.as_deref())?;
        if std::io::stderr().is_terminal() {
            summarise(scene, generation, written.as_deref());
        } else {
            tell(scene);
        }
    }
    if std::io::stderr().is_terminal() {
        eprintln!("  {QUIET}{}{QUIET:#}", times(generation));
    }
    Ok(tell_what_is_missing(&generation.decision))
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
        output::print(&format!("// scene {number} of {count}: {}\n{}\n", scene.template, scene.scene.code()))?;
        return Ok(None);
    };
    let path = if is_folder(output) {
        output.join(format!("{number}-{}.tsx", scene.template))
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
    let path = if is_folder(output) { output.join(format!("{}.tsx", scene.template)) } else { output.to_owned() };
    if let Some(folder) = path.parent().filter(|_| is_folder(output)) {
        output::make_folder(folder)?;
    }
    output::write_file(&path, scene.scene.code())?;
    Ok(Some(path))
}

/// What a person at a terminal wants to know, in a few lines on standard error.
fn summarise(scene: &GeneratedScene, generation: &Generation, written: Option<&Path>) {
    eprintln!("{GOOD}✓{GOOD:#} {STRONG}{}{STRONG:#}  {QUIET}{}{QUIET:#}", scene.template, generation.decision.reason);
    for (name, value) in scene.params.iter() {
        eprintln!("  {name}: {VALUE}{}{VALUE:#}", output::shown(value));
    }
    let of_scene = |step: &&Step| matches!(step, Step::Add { fit, .. } if *fit.params() == scene.params && fit.template() == scene.template);
    let step = generation.decision.plan.iter().find(of_scene);
    let left = if let Some(Step::Add { ask, .. }) = step { &ask[..] } else { &[] };
    if scene.params.is_empty() {
        eprintln!("  {QUIET}everything is at its default{QUIET:#}");
    }
    if !left.is_empty() {
        eprintln!("  {QUIET}left open: {}{QUIET:#}", left.join(", "));
    }
    tell(scene);
    if let Some(path) = written {
        eprintln!("  written to {STRONG}{}{STRONG:#}", path.display());
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
    let name = |stage| match stage {
        Stage::Read => "read",
        Stage::Route => "route",
        Stage::Render => "render and check",
        Stage::Change => "change",
        Stage::CacheHit => "found in the cache",
        Stage::CacheMiss => "not in the cache",
        Stage::CacheJoin => "wait for an equal request",
        Stage::CacheWrite => "keep in the cache",
        Stage::CacheEviction => "make room in the cache",
    };
    let times = generation.stages.iter().map(|event| format!("{} {} µs", name(event.stage), event.took.as_micros()));
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
