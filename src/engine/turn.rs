//! A turn of the talk about a project: what a person says becomes revisions, and an answer.
//!
//! Everything that is not printing happens here, so that the command line and the service do the same. A turn is all or
//! nothing: what is not understood as a whole changes nothing, and what cannot be done is told before anything is
//! written.

mod hand;
mod next;
mod recall;
mod rehearsal;
mod rewrite;

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Map, Value as Json};

use super::brand::{Brand, Heard};
use super::change::{self, Redrawn, Rewinds, Told, rewound};
use super::{Engine, GeneratedScene, Generation, Origin};
use crate::error::{Error, ErrorKind, Result};
use crate::event::{Event, Observer, Stage, Timing};
use crate::pipeline::{Asker, Supply};
use crate::request::Request;
use crate::route::{Op, Step};
use crate::store::project::{
    Change, ChatMessage, Fact, Intent, Project, ProjectId, ProjectStore, Revision, SceneRecord, Snapshot, Speaker,
    Timestamp, Write, Written,
};
use crate::template::Options;
use crate::trace::Trace;
use crate::tsx::Form;

/// How many revisions are looked through for what was said and changed last.
const RECENT: usize = 32;

/// How often a turn is begun again because somebody else was faster.
const TRIES: usize = 4;

/// What a person says about a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// What they want. What belongs to the project is added to it here.
    pub request: Request,
    /// In which form scenes are wanted.
    pub form: Form,
    /// Who says it.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// Asking again under the same key does nothing, and gives what was done the first time.
    pub key: Option<String>,
    /// The trace that it belongs to.
    pub trace: Option<Trace>,
}

/// What turns are made with.
#[derive(Debug, Clone, Copy)]
pub struct Means<'m> {
    /// How facts about a brand are heard.
    pub brand: &'m Brand,
    /// Models, for what no template shows and for what is left open; without them that stays as it is.
    pub models: Supply<'m>,
}

/// What a turn came to.
#[derive(Debug)]
pub struct Answer {
    /// What was decided, with the scenes that were added; nothing if the person only stated facts.
    pub generation: Option<Generation>,
    /// What the person is asked, if they have to say more. Then nothing has changed.
    pub question: Option<String>,
    /// What has changed, and what has not and why.
    pub told: Vec<Told>,
    /// The scenes that look different, drawn anew.
    pub changed: Vec<Redrawn>,
    /// What was written, in order; nothing if nothing has changed.
    pub written: Vec<Written>,
    /// The project before.
    pub before: Arc<Project>,
    /// The project now.
    pub project: Arc<Project>,
}

/// What is to be written, and what is said of it.
#[derive(Debug, Default)]
struct Plan {
    rewinds: Vec<Intent>,
    changes: Vec<Change>,
    told: Vec<Told>,
    changed: Vec<Redrawn>,
    question: Option<String>,
}

/// What was decided about a request, before anything of it is written.
struct Thought {
    generation: Option<Generation>,
    plan: Plan,
    /// The end of the log, and all of it where something is taken back.
    history: Vec<Revision>,
}

impl Engine {
    /// Does what a person says about a project: adds scenes, changes them, takes back, remembers facts, or asks. `observer`
    /// is told what happens, and last of exactly one end.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] with one sentence if a change cannot be made, then nothing is; [`ErrorKind::Request`];
    /// [`ErrorKind::Scene`]; [`ErrorKind::Store`]; [`ErrorKind::Conflict`] if others keep changing the project meanwhile;
    /// [`ErrorKind::Model`] and [`ErrorKind::Budget`] where models are asked. Then nothing has changed.
    pub async fn turn(
        &self,
        means: Means<'_>,
        (store, id): (&dyn ProjectStore, &ProjectId),
        ask: &Ask,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Answer> {
        let done = self.take_turn(means, (store, id), ask, observer).await;
        observer.observe(Event::end(&done));
        done
    }

    async fn take_turn(
        &self,
        means: Means<'_>,
        (store, id): (&dyn ProjectStore, &ProjectId),
        ask: &Ask,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Answer> {
        if let Some(answer) = self.done((store, id), ask.key.as_deref()).await? {
            return Ok(answer);
        }
        for _ in 1..TRIES {
            match self.try_turn(means, (store, id), ask, observer).await {
                Err(error) if error.kind() == ErrorKind::Conflict => {}
                done => return done,
            }
        }
        self.try_turn(means, (store, id), ask, observer).await
    }

    /// Makes changes that are given as such, without a request in words. `said` is what is written down of them.
    ///
    /// # Errors
    /// As [`turn`](Self::turn).
    pub async fn change(&self, store: &dyn ProjectStore, id: &ProjectId, (ops, ask): (&[Op], &Made)) -> Result<Answer> {
        if let Some(answer) = self.done((store, id), ask.key.as_deref()).await? {
            return Ok(answer);
        }
        let (snapshot, history) = read((store, id), ops).await?;
        let (plan, _) = self.plan_ops((&snapshot, &history), ops, ask.form)?;
        let reply = ChatMessage::new(Speaker::Firstframe, said(&plan));
        let write = Writing { author: &ask.author, at: ask.at, key: ask.key.as_deref(), said: vec![reply] };
        finish((store, id), snapshot, None, plan, write).await
    }

    /// What was done under the key, if it has been done.
    async fn done(&self, (store, id): (&dyn ProjectStore, &ProjectId), key: Option<&str>) -> Result<Option<Answer>> {
        let Some(key) = key else { return Ok(None) };
        let Snapshot { project, revision } = store.read(id).await?;
        let history = store.history(id, revision as usize).await?;
        let found = history.into_iter().find(|revision| revision.key.as_deref() == Some(key));
        Ok(found.map(|revision| Answer {
            generation: None,
            question: question_of(&revision),
            told: Vec::new(),
            changed: Vec::new(),
            written: vec![Written { revision, project: Arc::clone(&project) }],
            before: Arc::clone(&project),
            project,
        }))
    }

    async fn try_turn(
        &self,
        means: Means<'_>,
        (store, id): (&dyn ProjectStore, &ProjectId),
        ask: &Ask,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Answer> {
        let snapshot = store.read(id).await?;
        let thought = self.think(means, ((store, id), &snapshot), ask, observer).await?;
        let told = thought.generation.as_ref().and_then(|made| made.reply.clone());
        let reply = match &thought.plan.question {
            Some(question) => ChatMessage::question(question),
            None => ChatMessage::new(Speaker::Firstframe, told.unwrap_or_else(|| said(&thought.plan))),
        };
        let said = vec![ChatMessage::new(Speaker::Person, ask.request.prompt()), reply];
        let write = Writing { author: &ask.author, at: ask.at, key: ask.key.as_deref(), said };
        finish((store, id), snapshot, thought.generation, thought.plan, write).await
    }

    /// Decides what is to be done about what a person says; nothing is written.
    async fn think(
        &self,
        means: Means<'_>,
        ((store, id), snapshot): ((&dyn ProjectStore, &ProjectId), &Snapshot),
        ask: &Ask,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Thought> {
        let history = store.history(id, RECENT).await?;
        let heard = means.brand.hear(ask.request.prompt(), &snapshot.project.memory);
        known(&snapshot.project, &heard)?;
        let request = recall::in_project(&ask.request, &heard, (&snapshot.project, &history))?;
        let mut generation = match request {
            Some(request) => {
                let asker = Asker::local(ask.form, ask.at.into()).in_trace(ask.trace);
                Some(self.made(&request, (means.models, asker), observer).await?)
            }
            None => None,
        };
        let history = with_log((store, id), history, generation.as_ref()).await?;
        let plan = match &mut generation {
            Some(generation) => self.plan((snapshot, &history), ask, generation)?,
            None => Plan::default(),
        };
        let plan = Plan { changes: heard.facts.into_iter().map(remember).chain(plan.changes).collect(), ..plan };
        Ok(Thought { generation, plan, history })
    }

    /// What is to be done about a decision.
    fn plan(&self, (snapshot, history): (&Snapshot, &[Revision]), ask: &Ask, made: &mut Generation) -> Result<Plan> {
        let asked = made.question.take();
        let plan = &made.decision.plan;
        if let Some(question) = plan.iter().find_map(question).or(asked) {
            made.scenes.clear();
            return Ok(Plan { question: Some(question), ..Plan::default() });
        }
        let mut ops: Vec<Op> = plan.iter().filter_map(op).collect();
        // What is only understood in part would be a change that nobody has asked for.
        if !ops.is_empty() && plan.iter().any(|step| matches!(step, Step::Model { .. })) {
            made.scenes.clear();
            return Ok(Plan::default());
        }
        ops.extend(made.changes.iter().cloned());
        let began = Instant::now();
        let (plan, project) = self.plan_ops((snapshot, history), &ops, ask.form)?;
        if !ops.is_empty() {
            made.stages.push(Timing { stage: Stage::Change, took: began.elapsed() });
        }
        let plan = rewrite::carry_out(plan, (&snapshot.project, &project), &made.rewritten);
        let new = additions(project, ask.request.prompt(), made);
        Ok(Plan { changes: plan.changes.into_iter().chain(new).collect(), ..plan })
    }

    /// What changes come to, and the project as it is then.
    fn plan_ops(
        &self,
        (snapshot, history): (&Snapshot, &[Revision]),
        ops: &[Op],
        form: Form,
    ) -> Result<(Plan, Project)> {
        if ops.is_empty() {
            return Ok((Plan::default(), Project::clone(&snapshot.project)));
        }
        let Rewinds { intents, ops } = Rewinds::of(ops)?;
        let project = rewound(snapshot, history, &intents)?;
        let drawing = (self.library(), Options { form });
        let applied = change::apply(drawing, &snapshot.project, &project, ops)?;
        let told = Rewinds::told(&intents).into_iter().chain(applied.told).collect();
        let plan = Plan { rewinds: intents, changes: applied.changes, told, changed: applied.scenes, question: None };
        Ok((plan, applied.project))
    }
}

fn question(step: &Step) -> Option<String> {
    if let Step::Ask { question } = step { Some(question.clone()) } else { None }
}

fn op(step: &Step) -> Option<Op> {
    if let Step::Change(op) = step { Some(op.clone()) } else { None }
}

/// Changes that are given as such, with who makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// In which form scenes are wanted.
    pub form: Form,
    /// Who makes them.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// Asking again under the same key does nothing, and gives what was done the first time.
    pub key: Option<String>,
}

/// What goes with what is written.
struct Writing<'a> {
    author: &'a str,
    at: Timestamp,
    key: Option<&'a str>,
    said: Vec<ChatMessage>,
}

async fn read((store, id): (&dyn ProjectStore, &ProjectId), ops: &[Op]) -> Result<(Snapshot, Vec<Revision>)> {
    let snapshot = store.read(id).await?;
    let rewinds = ops.iter().any(|op| matches!(op, Op::Undo | Op::Redo));
    let history = if rewinds { store.history(id, snapshot.revision as usize).await? } else { Vec::new() };
    Ok((snapshot, history))
}

/// The whole log where something is taken back or brought back, which may lie far behind.
async fn with_log(
    (store, id): (&dyn ProjectStore, &ProjectId),
    history: Vec<Revision>,
    generation: Option<&Generation>,
) -> Result<Vec<Revision>> {
    let plan = generation.map_or(&[][..], |generation| &generation.decision.plan);
    let rewinds = plan.iter().any(|step| matches!(step, Step::Change(Op::Undo | Op::Redo)));
    let newest = history.first().map_or(0, |revision| revision.number as usize);
    if rewinds && newest > history.len() { store.history(id, newest).await } else { Ok(history) }
}

/// Writes a plan: what is taken back as revisions of their own, then all changes as one.
async fn finish(
    (store, id): (&dyn ProjectStore, &ProjectId),
    snapshot: Snapshot,
    generation: Option<Generation>,
    plan: Plan,
    writing: Writing<'_>,
) -> Result<Answer> {
    let mut intents = plan.rewinds;
    if !plan.changes.is_empty() || plan.question.is_some() {
        intents.push(Intent::Change(plan.changes));
    }
    let count = intents.len();
    let mut written: Vec<Written> = Vec::with_capacity(count);
    for (at, intent) in intents.into_iter().enumerate() {
        let is_last = at + 1 == count;
        let write = Write::new(intent, writing.author, writing.at).expecting(snapshot.revision + at as u64);
        let write = if is_last { write.saying(writing.said.clone()) } else { write };
        let key = writing.key.map(|key| if is_last { key.to_owned() } else { format!("{key}-{}", at + 1) });
        written.push(store.write(id, Write { key, ..write }).await?);
    }
    let project = written.last().map_or_else(|| Arc::clone(&snapshot.project), |last| Arc::clone(&last.project));
    let (question, told, changed) = (plan.question, plan.told, plan.changed);
    Ok(Answer { generation, question, told, changed, written, before: snapshot.project, project })
}

/// The question that was asked in a revision and waits for an answer.
fn question_of(revision: &Revision) -> Option<String> {
    revision.said.last().filter(|message| message.open).map(|message| message.text.clone())
}

/// What a request means has to be known.
fn known(project: &Project, heard: &Heard) -> Result<()> {
    let Some((topic, example)) = heard.unknown.first() else { return Ok(()) };
    let message =
        format!("nothing is known about `{topic}` in `{}` yet: say it first, for example `{example}`", project.name);
    Err(Error::new(ErrorKind::Project, message))
}

fn remember(fact: Fact) -> Change {
    Change::Remember { fact }
}

/// One change for each scene that was made.
fn additions(mut project: Project, asked: &str, generation: &Generation) -> Vec<Change> {
    let mut changes = Vec::new();
    for scene in &generation.scenes {
        let Some(record) = record(&project, asked, scene) else { continue };
        project.scenes.push(record.clone());
        changes.push(Change::add(record));
    }
    changes
}

/// A scene as the project keeps it, under a name that no other has.
fn record(project: &Project, asked: &str, made: &GeneratedScene) -> Option<SceneRecord> {
    let (name, meta) = (project.free_name(made.name()), made.scene.meta()?);
    Some(match &made.origin {
        Origin::Template(fit) => SceneRecord::of_template(fit, name, meta, asked),
        Origin::Model(written) => {
            let code = (made.scene.code(), &written.manifest);
            SceneRecord::of_model(code, name, meta, (asked, &written.model))
        }
    })
}

/// What is said of a plan in the log.
fn said(plan: &Plan) -> String {
    let told = plan.told.iter().map(|told| told.text.clone());
    let others = plan.changes.iter().filter_map(|change| match change {
        Change::Remember { fact } => Some(format!("remembered {}: {}", fact.topic, fact.values.join(", "))),
        Change::AddScene { scene, .. } if !plan.told.iter().any(|told| told.name.as_ref() == Some(&scene.name)) => {
            Some(format!("added scene `{}`", scene.name))
        }
        _ => None,
    });
    others.chain(told).collect::<Vec<_>>().join("; ")
}

/// The settings of a project that hold for its new scenes, as long as the request says nothing else.
fn settings(project: &Project, presets: &Map<String, Json>) -> Map<String, Json> {
    let mut all: Map<String, Json> =
        project.settings.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    all.extend(presets.clone());
    all
}

#[cfg(test)]
mod tests;
