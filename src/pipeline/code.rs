//! A scene, written by a model: told as it is written, mended and checked, and kept.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use tokio::time::Instant;

use super::brief::Brief;
use super::job::{Job, Matter, garbled};
use super::mend::Mended;
use super::{manifest, mend, picture};
use crate::diagnostic::Source;
use crate::error::Result;
use crate::event::{Event, Stage};
use crate::llm::{Call, Delta, Deltas, Failure, FailureKind, Finish, Message, Reply, Role};
use crate::store::cache::{Entry, Kind};
use crate::tsx::repair::CodeStream;
use crate::tsx::{Scene, check};

/// A scene that a model wrote, with what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    pub(super) scene: Scene,
    pub(super) about: About,
}

/// What is known about a scene that a model wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct About {
    /// What can be changed in it.
    pub(super) manifest: Json,
    /// What was mended, as sentences.
    pub(super) repairs: Vec<String>,
    /// How often it went back to the model.
    pub(super) returns: u32,
    /// Who wrote it.
    pub(super) model: String,
}

/// A call that writes a whole scene, and what of it is told.
pub(super) struct Writing {
    pub(super) call: Call,
    pub(super) stage: Stage,
    /// The place of the step, under which its code is told.
    pub(super) step: usize,
    pub(super) id: String,
    /// The scene's code before; nothing if it is new.
    pub(super) before: String,
    /// What was known of its parameters before.
    pub(super) known: Json,
}

/// Writes a scene.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), [`ErrorKind::Budget`](crate::error::ErrorKind::Budget), and
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if what was written could not be mended.
pub(super) async fn write(job: &Job, brief: &Brief, step: usize) -> Result<Written> {
    let told = brief.told(job);
    let prompt = &job.pipeline.prompts.code;
    let matter =
        Matter { kind: Kind::Scene, role: Role::Code, prompt, wish: &brief.wish, context: &told, filling: None };
    let key = job.key(matter);
    let call = job.call(Role::Code, prompt, picture::shown(job, Message::user(told)));
    let writing = Writing { call, stage: Stage::Code, step, id: brief.id(), before: String::new(), known: Json::Null };
    let (entry, _) = job.kept(key, written(job.clone(), writing)).await?;
    kept(job, &entry)
}

/// What was kept of a scene, with the pictures of this request in it.
pub(super) fn kept(job: &Job, entry: &Entry) -> Result<Written> {
    let lost = || garbled("the scene that was kept cannot be read: ask again with `--fresh`");
    let (scene, about): (Scene, About) = entry.to_scene().ok_or_else(lost)?;
    if job.request.attachments().is_empty() {
        return Ok(Written { scene, about });
    }
    let scene = check(&Source::new("scene.tsx", picture::placed(job, scene.code())))?;
    Ok(Written { scene, about })
}

/// Asks for a scene and makes it one that can be shown.
pub(super) async fn written(job: Job, writing: Writing) -> Result<Entry> {
    let began = Instant::now();
    let reply = streamed(&job, &writing).await?;
    job.ended(writing.stage, began);
    let began = Instant::now();
    let mended = mend::mended(&job, &writing, reply).await?;
    job.ended(Stage::Mend, began);
    entry(&job, &writing, mended)
}

/// A scene that can be shown, as it is kept.
pub(super) fn entry(job: &Job, writing: &Writing, mended: Mended) -> Result<Entry> {
    let Mended { scene, manifest, repairs, returns } = mended;
    let manifest = manifest::of(scene.code(), [manifest.as_ref().unwrap_or(&Json::Null), &writing.known]);
    let model = job.pipeline.roles.name(writing.call.role()).to_owned();
    Entry::scene(&scene, &About { manifest, repairs, returns, model })
}

/// How long code is gathered before it is told, so that a thousand tokens are not a thousand events.
const GATHERED: Duration = Duration::from_millis(40);

/// The whole answer; its code is told as it comes. Where it breaks off and nobody has seen anything of it, the whole of it
/// is asked for at once, which is tried again and elsewhere like any call.
async fn streamed(job: &Job, writing: &Writing) -> Result<Reply> {
    job.allow()?;
    let deltas = job.pipeline.roles.get(writing.call.role())?.stream(&writing.call).await?;
    let mut told = Telling::new(job, writing.step);
    let reply = match told.all(deltas).await {
        Err(failure) if told.is_silent() && failure.kind() != FailureKind::Deadline => {
            let reply = job.ask(&writing.call).await?;
            told.now(CodeStream::default().push(&reply.text).unwrap_or_default());
            reply
        }
        read => read?,
    };
    if reply.end.finish == Finish::Refusal {
        return Err(garbled("the model refused to write this scene: ask for it in other words"));
    }
    Ok(reply)
}

/// Code on its way to those who watch.
struct Telling<'j> {
    job: &'j Job,
    step: usize,
    told: String,
}

impl<'j> Telling<'j> {
    fn new(job: &'j Job, step: usize) -> Self {
        Self { job, step, told: String::new() }
    }

    /// Reads an answer to its end, and tells its code as it comes.
    async fn all(&mut self, mut deltas: Deltas) -> Result<Reply, Failure> {
        let (mut text, mut code, mut last) = (String::new(), CodeStream::default(), None::<Instant>);
        while let Some(delta) = deltas.advance().await {
            match delta? {
                Delta::Text(more) => {
                    text.push_str(&more);
                    let code = code.push(&more).unwrap_or_default();
                    if last.is_none_or(|last| last.elapsed() >= GATHERED) {
                        self.now(code);
                        last = Some(Instant::now());
                    }
                }
                Delta::End(end) => {
                    self.now(code.push("").unwrap_or_default());
                    return Ok(Reply { text, end });
                }
            }
        }
        Err(Failure::new(FailureKind::Truncated, "the answer of the model was cut off: try again"))
    }

    /// Whether nothing was told.
    fn is_silent(&self) -> bool {
        self.told.is_empty()
    }

    /// Tells what follows on what was told. Where the code turns out to begin elsewhere, the checked scene will say it all.
    fn now(&mut self, code: &str) {
        let more = code.strip_prefix(self.told.as_str()).filter(|more| !more.is_empty());
        if let Some(more) = more {
            self.told.push_str(more);
            self.job.tell(Event::Code { scene: self.step, text: more.to_owned() });
        }
    }
}
