//! What a turn came to, as JSON and as diffs.

use serde::Serialize;

use crate::cli::output;
use crate::engine::change::{self, Compared, Redrawn, SceneDiff, Told};
use crate::engine::turn::Answer;
use crate::engine::{Engine, Generation};
use crate::error::Result;
use crate::store::project::{Change, ProjectId};

/// The answer as JSON: the generation, if the request was one, and what became of the project.
#[derive(Serialize)]
struct Reply<'a> {
    #[serde(flatten)]
    generation: Option<&'a Generation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    told: &'a [Told],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    changed: &'a [Redrawn],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diffs: Vec<SceneDiff>,
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

/// Prints all of an answer, with the diffs of the scenes that changed.
pub(super) fn print_json(engine: &Engine, answer: &Answer, compared: Compared) -> Result<()> {
    let project = answer.written.last().map(|written| Became {
        id: &written.project.id,
        name: &written.project.name,
        revision: written.revision.number,
        changes: written.revision.deed.changes(),
    });
    let reply = Reply {
        generation: answer.generation.as_ref(),
        question: answer.question.as_deref(),
        told: &answer.told,
        changed: &answer.changed,
        diffs: diffs(engine, answer, compared)?,
        project,
    };
    output::print_json(&reply)
}

/// Prints how the code of all scenes that were there differs.
pub(super) fn print_diffs(engine: &Engine, answer: &Answer) -> Result<()> {
    let diffs = diffs(engine, answer, Compared::All)?;
    output::print(&diffs.into_iter().map(|scene| scene.diff).collect::<String>())
}

fn diffs(engine: &Engine, answer: &Answer, compared: Compared) -> Result<Vec<SceneDiff>> {
    change::diffs(engine.library(), (&answer.before, &answer.project), compared)
}
