//! What a turn came to, as JSON and as diffs.

use serde::Serialize;

use crate::cli::output;
use crate::engine::change::{self, Redrawn, Told};
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
    diffs: Vec<String>,
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
pub(super) fn print_json(engine: &Engine, answer: &Answer) -> Result<()> {
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
        diffs: diffs(engine, answer)?,
        project,
    };
    output::print_json(&reply)
}

/// Prints how the code of scenes differs, if that is wanted.
pub(super) fn print_diffs(engine: &Engine, answer: &Answer, wanted: bool) -> Result<()> {
    if wanted { output::print(&diffs(engine, answer)?.concat()) } else { Ok(()) }
}

/// Only scenes that were there before have a difference; those that are new are printed whole.
fn diffs(engine: &Engine, answer: &Answer) -> Result<Vec<String>> {
    if answer.changed.is_empty() {
        return Ok(Vec::new());
    }
    let diffs = change::diffs(engine.library(), &answer.before, &answer.project)?;
    let known = diffs.into_iter().filter(|(id, _)| answer.before.scene(id).is_some());
    Ok(known.map(|(_, diff)| diff).collect())
}
