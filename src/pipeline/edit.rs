//! A scene changed by a model: by replacements that each find their place exactly once, or written anew.

use serde_json::Value as Json;
use tokio::time::Instant;

use super::brain::How;
use super::code::{About, Writing, Written, kept, written};
use super::frame::Frame;
use super::job::{Job, Matter, said};
use super::patch::{self, Patch};
use super::{context, manifest, mend, picture};
use crate::error::{Error, ErrorKind, Result};
use crate::event::Stage;
use crate::llm::{End, Finish, Message, Reply, Role, Schema};
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
    let schema = Schema { name: "replacements".to_owned(), json: patch::schema() };
    let key = job.key(matter);
    let call = job.call(Role::EditSurgical, prompt, Message::user(told)).with_schema(schema);
    let writing = Writing {
        call,
        stage: Stage::Edit,
        step,
        id: id(edit),
        before: edit.code.clone(),
        known: edit.manifest.clone(),
    };
    let (entry, _) = job.kept(key, patched(job.clone(), edit.clone(), writing)).await?;
    kept(job, &entry)
}

/// Asks for replacements and carries them out; those that do not find their places are asked for once more.
async fn patched(job: Job, edit: Edit, writing: Writing) -> Result<Entry> {
    let began = Instant::now();
    let answer = job.ask_json(&writing.call).await?;
    let mut patched = Patch::read(&answer).and_then(|patch| patch.apply(&edit.code));
    if let Err(mistakes) = &patched {
        let told = format!("This cannot be done: {}. Answer with all replacements again.", mistakes.join("; "));
        let call = writing.call.clone().with_message(said(answer.to_string())).with_message(Message::user(told));
        patched = Patch::read(&job.ask_json(&call).await?).and_then(|patch| patch.apply(&edit.code));
    }
    job.ended(writing.stage, began);
    let text = patched.map_err(|mistakes| {
        let message = format!("the replacements of the model find no place: {}", mistakes.join("; "));
        Error::new(ErrorKind::Scene, message)
    })?;
    let end = End { finish: Finish::Stop, usage: None };
    let mended = mend::mended(&job, &writing, Reply { text, end }).await?;
    let about = About {
        manifest: manifest::of(mended.scene.code(), [&writing.known, &Json::Null]),
        repairs: mended.repairs,
        returns: mended.returns,
        model: job.pipeline.roles.name(Role::EditSurgical).to_owned(),
    };
    Entry::scene(&mended.scene, &about)
}

async fn creative(job: &Job, edit: &Edit, step: usize) -> Result<Written> {
    let told = told(job, edit);
    let prompt = &job.pipeline.prompts.edit_creative;
    let matter =
        Matter { kind: Kind::Scene, role: Role::EditCreative, prompt, wish: &edit.wish, context: &told, filling: None };
    let key = job.key(matter);
    let call = job.call(Role::EditCreative, prompt, picture::shown(job, Message::user(told)));
    let writing = Writing {
        call,
        stage: Stage::Edit,
        step,
        id: id(edit),
        before: edit.code.clone(),
        known: edit.manifest.clone(),
    };
    let (entry, _) = job.kept(key, written(job.clone(), writing)).await?;
    kept(job, &entry)
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
