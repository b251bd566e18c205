//! A scene changed by a model: by replacements that each find their place exactly once, or written anew.

use serde_json::Value as Json;
use tokio::time::Instant;

use super::brain::How;
use super::code::{Writing, Written, entry, kept, written};
use super::frame::Frame;
use super::job::{Job, Matter};
use super::{context, mend, patch, picture};
use crate::error::{Error, ErrorKind, Result};
use crate::event::Stage;
use crate::llm::{Call, End, Finish, Message, Reply, Role};
use crate::store::cache::{Entry, Kind};
use crate::tsx;

/// A change of a scene that is there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    /// The scene's code, and its manifest if it has one.
    pub(super) code: String,
    pub(super) manifest: Json,
    /// What is wanted.
    pub(super) wish: String,
    pub(super) how: How,
}

/// Changes a scene. What replacements cannot do, since they do not find their places or what comes out is no scene, is
/// written anew.
///
/// # Errors
/// As [`write`](super::code::write).
pub(super) async fn edit(job: &Job, edit: Edit, step: usize) -> Result<Written> {
    let job = Job { frame: tsx::meta(&edit.code).map_or(job.frame, |meta| Frame::of(&meta)), ..job.clone() };
    if edit.how == How::Surgical && job.pipeline.roles.has(Role::EditSurgical) {
        match surgical(&job, &edit, step).await {
            Err(error) if error.kind() == ErrorKind::Scene => {}
            done => return done,
        }
    }
    creative(&job, &edit, step).await
}

async fn surgical(job: &Job, edit: &Edit, step: usize) -> Result<Written> {
    let told = told(job, edit);
    let prompt = &job.pipeline.prompts.edit_surgical;
    let matter =
        Matter { kind: Kind::Scene, role: Role::EditSurgical, prompt, wish: &edit.wish, context: &told, filling: None };
    let key = job.key(matter);
    let call = job.call(Role::EditSurgical, prompt, Message::user(told));
    let writing = writing(edit, call, step);
    let (found, _) = job.kept(key, patched(job.clone(), edit.clone(), writing)).await?;
    kept(job, &found)
}

/// Asks for replacements and carries them out; those that do not find their places are asked for once more.
async fn patched(job: Job, edit: Edit, writing: Writing) -> Result<Entry> {
    let began = Instant::now();
    let patched = patch::patched(&job, writing.call.clone(), &edit.code).await?;
    job.ended(writing.stage, began);
    let text = patched.map_err(|mistakes| {
        let message = format!("the replacements of the model find no place: {}", mistakes.join("; "));
        Error::new(ErrorKind::Scene, message)
    })?;
    let end = End { finish: Finish::Stop, usage: None };
    let mended = mend::mended(&job, &writing, Reply { text, end }).await?;
    entry(&job, &writing, mended)
}

async fn creative(job: &Job, edit: &Edit, step: usize) -> Result<Written> {
    let told = told(job, edit);
    let prompt = &job.pipeline.prompts.edit_creative;
    let matter =
        Matter { kind: Kind::Scene, role: Role::EditCreative, prompt, wish: &edit.wish, context: &told, filling: None };
    let key = job.key(matter);
    let call = job.call(Role::EditCreative, prompt, picture::shown(job, Message::user(told)));
    let writing = writing(edit, call, step);
    let (found, _) = job.kept(key, written(job.clone(), writing)).await?;
    kept(job, &found)
}

fn writing(edit: &Edit, call: Call, step: usize) -> Writing {
    let (before, known) = (edit.code.clone(), edit.manifest.clone());
    Writing { call, stage: Stage::Edit, step, id: id(edit), before, known }
}

fn told(job: &Job, edit: &Edit) -> String {
    let mut text = format!("Change this scene:\n```tsx\n{}```\n\nWhat is wanted:\n{}\n\n", edit.code, edit.wish);
    context::frame(&mut text, job);
    context::pictures(&mut text, &job.request);
    text
}

/// The scene keeps its id.
fn id(edit: &Edit) -> String {
    tsx::meta(&edit.code).map_or_else(|| "scene".to_owned(), |meta| meta.id)
}
