//! `generate --project`: what is made or changed belongs to a project, and what is told is remembered.

use anstream::eprintln;

use super::reply;
use super::session::{Place, now, with_store};
use super::words;
use crate::cli::args::Generate;
use crate::cli::output::{GOOD, QUIET, STRONG};
use crate::cli::watch::Line;
use crate::cli::{Outcome, generate};
use crate::config;
use crate::engine::Engine;
use crate::engine::change::Compared;
use crate::engine::turn::{Answer, Ask, Means};
use crate::error::Result;
use crate::route::Step;
use crate::store::project::{Change, ProjectStore, SceneRecord, Written};

/// Does what a request says about the project with this name: adds scenes, changes them, remembers facts, or asks.
pub(in crate::cli) fn run(
    (engine, means): (&Engine, Means<'_>),
    args: &Generate,
    (place, name): (&Place, &str),
) -> Result<Outcome> {
    with_store(place, async |store: &dyn ProjectStore| {
        let id = store.find(name).await?.id;
        let ask = Ask {
            request: generate::request(engine, args)?,
            form: args.shape.form(),
            author: config::user(),
            at: now(),
            key: None,
            trace: None,
        };
        let answer = engine.turn(means, (store, &id), &ask, &mut Line::new()).await?;
        if args.data.json {
            reply::print_json(engine, &answer, if args.diff { Compared::All } else { Compared::Code })?;
            return Ok(outcome(&answer));
        }
        if let Some(question) = &answer.question {
            eprintln!("{STRONG}{question}{STRONG:#}  {QUIET}the next request can answer{QUIET:#}");
            return Ok(Outcome::Done);
        }
        if args.diff {
            reply::print_diffs(engine, &answer)?;
        }
        show(engine, &ask, (&answer, args))
    })
}

/// Whether all of the request was done.
fn outcome(answer: &Answer) -> Outcome {
    let missing = |step: &Step| matches!(step, Step::Model { .. });
    let generation = answer.generation.as_ref();
    let is_missing = generation.is_some_and(|made| made.scenes.is_empty() && made.decision.plan.iter().any(missing));
    if is_missing { Outcome::NoTemplate } else { Outcome::Done }
}

/// The scenes that are new, what has changed, and what became of the project.
fn show(engine: &Engine, ask: &Ask, (answer, args): (&Answer, &Generate)) -> Result<Outcome> {
    let generation = answer.generation.as_ref();
    let is_change = |step: &Step| matches!(step, Step::Change(_));
    let only_changes = |plan: &[Step]| plan.iter().all(is_change);
    let shown = match generation.filter(|made| made.decision.plan.is_empty() || !only_changes(&made.decision.plan)) {
        Some(made) => generate::show(engine, &ask.request, (made, args))?,
        None => Outcome::Done,
    };
    if let Some(written) = answer.written.last() {
        say(written, answer);
    }
    for told in &answer.told {
        eprintln!("  {}", told.text);
    }
    Ok(shown)
}

/// What became of the project, in one line; what has changed in scenes follows line by line.
fn say(written: &Written, answer: &Answer) {
    let Written { revision, project } = written;
    let is_told = |scene: &SceneRecord| answer.told.iter().any(|told| told.name.as_ref() == Some(&scene.name));
    let is_new = |change: &&Change| match change {
        Change::AddScene { scene, .. } => !is_told(scene),
        Change::Remember { .. } => true,
        _ => false,
    };
    let new: Vec<String> = revision.deed.changes().iter().filter(is_new).map(words::change).collect();
    let done = if answer.told.is_empty() { words::deed(&revision.deed) } else { new.join(", ") };
    let done = if done.is_empty() { done } else { format!(": {done}") };
    let (name, number) = (&project.name, revision.number);
    eprintln!("{GOOD}✓{GOOD:#} {STRONG}{name}{STRONG:#}{done}  {QUIET}revision {number}{QUIET:#}");
}
