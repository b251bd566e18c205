//! `templates`: what the library has.

use std::fmt::Write;
use std::path::Path;

use anstream::eprintln;
use serde::Serialize;

use super::args::Templates;
use super::output::{self, GOOD, QUIET, STRONG, VALUE};
use super::{Outcome, adopt, emit, gallery, generate, new};
use crate::engine::{Engine, proof};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::pattern::Pattern;
use crate::template::{Manifest, ParamSpec, Summary};
use crate::tsx::Form;

/// Runs a command on the engine, or on the folder of the library where there is none to load yet.
pub(super) fn run(
    engine: impl FnOnce() -> Result<&'static Engine>,
    (library, data): (Option<&Path>, Option<&Path>),
    command: &Templates,
) -> Result<Outcome> {
    let here = library.unwrap_or(Path::new("."));
    match command {
        Templates::List { json: true } => {
            print_json(&engine()?.library().manifests().map(Summary::of).collect::<Vec<_>>())
        }
        Templates::List { json: false } => done(output::print(&list(engine()?))),
        Templates::Show { id, json: true } => print_json(&Summary::of(manifest(engine()?, id)?)),
        Templates::Show { id, json: false } => {
            let engine = engine()?;
            done(output::print(&show(engine, manifest(engine, id)?)))
        }
        Templates::Render { id, params, globals, output } => {
            let form = if *globals { Form::Globals } else { Form::Module };
            done(render(engine()?, id, params, form, output.as_deref()))
        }
        Templates::Emit { folder, which, only } => done(emit::run(engine()?, folder, *which, only)),
        Templates::Gallery { output, only } => gallery::run(engine()?, output, only),
        Templates::New { id, like } => new::run(here, id, like.as_deref()),
        Templates::Adopt(args) => adopt::run((here, data), args),
        Templates::Check => check(engine()?),
    }
}

fn done(result: Result<()>) -> Result<Outcome> {
    result.map(|()| Outcome::Done)
}

fn print_json(value: &impl Serialize) -> Result<Outcome> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Error::new(ErrorKind::File, "the manifests cannot be written as JSON").because(error))?;
    done(output::print(&(text + "\n")))
}

fn manifest<'e>(engine: &'e Engine, id: &str) -> Result<&'e Manifest> {
    engine.library().manifest(id).ok_or_else(|| {
        let known: Vec<&str> = engine.library().manifests().map(|manifest| manifest.id.as_str()).collect();
        let help = suggest(id, known.iter().copied());
        Error::new(ErrorKind::Parameter, format!("there is no template `{id}`: {help}"))
    })
}

fn list(engine: &Engine) -> String {
    let mut manifests: Vec<&Manifest> = engine.library().manifests().collect();
    manifests.sort_by_key(|manifest| manifest.category);
    let width = manifests.iter().map(|manifest| manifest.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut category = None;
    for manifest in manifests {
        if category.replace(manifest.category) != Some(manifest.category) {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{STRONG}{}{STRONG:#}", manifest.category.name());
        }
        let _ = writeln!(text, "  {:width$}  {QUIET}{}{QUIET:#}", manifest.id, manifest.shows);
    }
    text
}

fn show(engine: &Engine, manifest: &Manifest) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{STRONG}{}{STRONG:#}  {}\n", manifest.id, manifest.shows);
    manifest.params().iter().for_each(|spec| param(&mut text, spec));
    let common: Vec<&str> = manifest.common().map(|spec| spec.name.as_ref()).collect();
    let _ = writeln!(text, "\n  {QUIET}and what every template has: {}{QUIET:#}", common.join(", "));
    let examples = engine.patterns().of(&manifest.id).flat_map(Pattern::examples);
    for (index, example) in examples.enumerate() {
        let heading = if index == 0 { "\nSay for example:\n" } else { "" };
        let _ = writeln!(text, "{heading}  {VALUE}{}{VALUE:#}", example.say.replace('\n', "\n  "));
    }
    text
}

fn param(text: &mut String, spec: &ParamSpec) {
    let required = if spec.required { "  required" } else { "" };
    let says = if spec.says.is_empty() { String::new() } else { format!("  {QUIET}{}{QUIET:#}", spec.says.join(", ")) };
    let _ = writeln!(text, "  {VALUE}{:12}{VALUE:#} {:8}{required}{says}", spec.name, spec.kind.name());
}

fn render(engine: &Engine, id: &str, params: &str, form: Form, output: Option<&Path>) -> Result<()> {
    let params = serde_json::from_str(params).map_err(|error| {
        Error::new(ErrorKind::Parameter, "`--params` is no JSON object: expected for example `{\"title\": \"Hello\"}`")
            .because(error)
    })?;
    let scene = engine.render(&engine.library().fit(id, &params)?, form)?;
    for note in &scene.notes {
        eprintln!("{QUIET}note: {note}{QUIET:#}");
    }
    generate::write(&scene, output).map(|_| ())
}

fn check(engine: &Engine) -> Result<Outcome> {
    if let Some(message) = engine.patterns().outdated_model() {
        eprintln!("{STRONG}warning:{STRONG:#} {message}");
    }
    let proof = proof::prove(engine)?;
    for failure in proof.failures() {
        output::print(&format!("{failure}\n\n"))?;
    }
    let failed = proof.failures().count();
    if failed == 0 {
        let (examples, rejects) = (proof.examples(), proof.rejects());
        output::print(&format!("{GOOD}✓{GOOD:#} {examples} examples and {rejects} rejects hold\n"))?;
        return Ok(Outcome::Done);
    }
    output::print(&format!("{failed} of {} do not hold\n", proof.trials.len()))?;
    Ok(Outcome::Wanting)
}
