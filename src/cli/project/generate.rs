//! `generate --project`: what is made belongs to a project, and what is told is remembered.

use anstream::eprintln;
use serde::Serialize;

use super::session::{Place, now, with_store};
use super::words;
use crate::cli::args::Generate;
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, generate};
use crate::config;
use crate::engine::brand::{Brand, Heard};
use crate::engine::{Engine, GeneratedScene, Generation};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::store::project::{
    Change, ChatMessage, Intent, Project, ProjectId, ProjectStore, SceneRecord, Speaker, Write, Written,
};
use crate::template::Fit;

/// The answer as JSON: the generation, if a scene was asked for, and what became of the project.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    generation: Option<&'a Generation>,
    project: Option<Became<'a>>,
}

/// What became of a project.
#[derive(Serialize)]
struct Became<'a> {
    id: &'a ProjectId,
    name: &'a str,
    revision: u64,
    changes: &'a [Change],
}

/// Makes the scenes of a request and adds them to the project with this name, together with the facts that the request
/// states, as one revision.
pub(in crate::cli) fn run(
    (engine, brand): (&Engine, &Brand),
    args: &Generate,
    (place, name): (&Place, &str),
) -> Result<Outcome> {
    with_store(place, async |store: &dyn ProjectStore| {
        let id = store.find(name).await?.id;
        let project = store.read(&id).await?.project;
        let asked = generate::request(engine, args)?;
        let heard = brand.hear(asked.prompt(), &project.memory);
        known(&project, &heard)?;
        let request = request(&project, &asked, &heard)?;
        let generation = request.as_ref().map(|request| generate::generate(engine, request, args)).transpose()?;
        let mut changes: Vec<Change> = heard.facts.into_iter().map(|fact| Change::Remember { fact }).collect();
        changes.extend(generation.iter().flat_map(|generation| additions(&project, &asked, generation)));
        let written = if changes.is_empty() { None } else { Some(store.write(&id, write(&asked, changes)).await?) };
        let outcome = answer(engine, (request.as_ref(), args), generation.as_ref(), written.as_ref())?;
        if let Some(written) = written.filter(|_| !args.json) {
            say(&written);
        }
        Ok(outcome)
    })
}

/// What is left to be made once facts have been heard; nothing if the request only states facts.
fn request(project: &Project, asked: &Request, heard: &Heard) -> Result<Option<Request>> {
    let Some(rest) = &heard.rest else { return Ok(None) };
    let scenes = project.scenes.iter().map(SceneRecord::as_asked).collect();
    let request = asked.clone().reworded(rest)?;
    Ok(Some(request.with_project(scenes).with_presets(heard.presets.clone())))
}

/// What a request means has to be known.
fn known(project: &Project, heard: &Heard) -> Result<()> {
    let Some((topic, example)) = heard.unknown.first() else { return Ok(()) };
    let message =
        format!("nothing is known about `{topic}` in `{}` yet: say it first, for example `{example}`", project.name);
    Err(Error::new(ErrorKind::Project, message))
}

/// One change for each scene that was made.
fn additions(project: &Project, asked: &Request, generation: &Generation) -> Vec<Change> {
    let mut project = project.clone();
    let made = generation.decision.fits().zip(&generation.scenes);
    let mut changes = Vec::new();
    for (fit, scene) in made {
        let Some(record) = record(&project, asked, (fit, scene)) else { continue };
        project.scenes.push(record.clone());
        changes.push(Change::add(record));
    }
    changes
}

/// A scene as the project keeps it, under a name that no other has.
fn record(project: &Project, asked: &Request, (fit, made): (&Fit, &GeneratedScene)) -> Option<SceneRecord> {
    let name = project.free_name(fit.template());
    made.scene.meta().map(|meta| SceneRecord::of_template(fit, name, meta, asked.prompt()))
}

fn write(asked: &Request, changes: Vec<Change>) -> Write {
    let done = changes.iter().map(words::change).collect::<Vec<_>>().join(", ");
    let said = vec![ChatMessage::new(Speaker::Person, asked.prompt()), ChatMessage::new(Speaker::Firstframe, done)];
    Write::new(Intent::Change(changes), config::user(), now()).saying(said)
}

fn answer(
    engine: &Engine,
    (request, args): (Option<&Request>, &Generate),
    generation: Option<&Generation>,
    written: Option<&Written>,
) -> Result<Outcome> {
    if args.json {
        output::print_json(&Answer { generation, project: written.map(became) })?;
        let is_missing = generation.is_some_and(|generation| generation.scenes.is_empty());
        return Ok(if is_missing { Outcome::NoTemplate } else { Outcome::Done });
    }
    let shown =
        request.zip(generation).map(|(request, generation)| generate::show(engine, request, (generation, args)));
    shown.unwrap_or(Ok(Outcome::Done))
}

/// What became of the project, in one line.
fn say(written: &Written) {
    let Written { revision, project } = written;
    let (name, done, number) = (&project.name, words::deed(&revision.deed), revision.number);
    eprintln!("{GOOD}✓{GOOD:#} {STRONG}{name}{STRONG:#}: {done}  {QUIET}revision {number}{QUIET:#}");
}

fn became(written: &Written) -> Became<'_> {
    let Written { revision, project } = written;
    Became { id: &project.id, name: &project.name, revision: revision.number, changes: revision.deed.changes() }
}
