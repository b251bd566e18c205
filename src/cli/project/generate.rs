//! `generate --project`: what is made belongs to a project.

use anstream::eprintln;
use serde::Serialize;

use super::session::{Place, now, with_store};
use super::words;
use crate::cli::args::Generate;
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, generate};
use crate::config;
use crate::engine::{Engine, GeneratedScene, Generation};
use crate::error::Result;
use crate::request::Request;
use crate::store::project::{
    Change, ChatMessage, Intent, Project, ProjectId, ProjectStore, SceneRecord, Speaker, Write, Written,
};
use crate::template::Fit;

/// The answer as JSON: the generation, and what became of the project.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    generation: &'a Generation,
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

/// Makes the scenes of a request and adds them to the project with this name as one revision.
pub(in crate::cli) fn run(engine: &Engine, args: &Generate, (place, name): (&Place, &str)) -> Result<Outcome> {
    with_store(place, async |store: &dyn ProjectStore| {
        let id = store.find(name).await?.id;
        let project = store.read(&id).await?.project;
        let request = generate::request(engine, args)?;
        let request = request.with_project(project.scenes.iter().map(SceneRecord::as_asked).collect());
        let generation = generate::generate(engine, &request, args)?;
        let changes = additions(&project, &request, &generation);
        if changes.is_empty() {
            return answer(engine, (&request, args), &generation, None);
        }
        let written = store.write(&id, write(&request, changes)).await?;
        answer(engine, (&request, args), &generation, Some(&written))
    })
}

/// One change for each scene that was made.
fn additions(project: &Project, request: &Request, generation: &Generation) -> Vec<Change> {
    let mut project = project.clone();
    let made = generation.decision.fits().zip(&generation.scenes);
    let mut changes = Vec::new();
    for (fit, scene) in made {
        let Some(record) = record(&project, request, (fit, scene)) else { continue };
        project.scenes.push(record.clone());
        changes.push(Change::add(record));
    }
    changes
}

/// A scene as the project keeps it, under a name that no other has.
fn record(project: &Project, request: &Request, (fit, made): (&Fit, &GeneratedScene)) -> Option<SceneRecord> {
    let name = project.free_name(fit.template());
    made.scene.meta().map(|meta| SceneRecord::of_template(fit, name, meta, request.prompt()))
}

fn write(request: &Request, changes: Vec<Change>) -> Write {
    let done = changes.iter().map(words::change).collect::<Vec<_>>().join(", ");
    let said = vec![ChatMessage::new(Speaker::Person, request.prompt()), ChatMessage::new(Speaker::Firstframe, done)];
    Write::new(Intent::Change(changes), config::user(), now()).saying(said)
}

fn answer(
    engine: &Engine,
    (request, args): (&Request, &Generate),
    generation: &Generation,
    written: Option<&Written>,
) -> Result<Outcome> {
    if args.json {
        output::print_json(&Answer { generation, project: written.map(became) })?;
        return Ok(if generation.scenes.is_empty() { Outcome::NoTemplate } else { Outcome::Done });
    }
    let outcome = generate::show(engine, request, (generation, args))?;
    if let Some(Written { revision, project }) = written {
        let (name, count) = (&project.name, output::counted(generation.scenes.len(), "scene"));
        let number = revision.number;
        eprintln!("{GOOD}✓{GOOD:#} {STRONG}{name}{STRONG:#}: added {count}  {QUIET}revision {number}{QUIET:#}");
    }
    Ok(outcome)
}

fn became(written: &Written) -> Became<'_> {
    let Written { revision, project } = written;
    Became { id: &project.id, name: &project.name, revision: revision.number, changes: revision.deed.changes() }
}
