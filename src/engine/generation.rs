//! What comes back from a request.

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::event::Timing;
use crate::llm::{Cost, Entry};
use crate::route::{Decision, Op};
use crate::template::{Fit, Note};
use crate::tsx::Scene;

/// The answer to a request: its scenes and what changes, with the reasons, the times and the costs.
#[derive(Debug, Serialize)]
pub struct Generation {
    /// The new scenes, in order; none if no template shows what is asked for and no model was asked.
    pub scenes: Vec<GeneratedScene>,
    /// Scenes of the project that a model has written anew.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rewritten: Vec<Rewritten>,
    /// Changes of the project that a model has understood.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Op>,
    /// What the person is told where no scene is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// What the person is asked by a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// What was decided, and why.
    pub decision: Decision,
    /// How long each stage took, in order.
    #[serde(serialize_with = "in_micros")]
    pub stages: Vec<Timing>,
    /// The calls of models.
    #[serde(skip_serializing_if = "Calls::is_empty")]
    pub calls: Calls,
    /// Whether models have done what was open, be it out of the cache.
    #[serde(skip)]
    pub completed: bool,
}

/// A scene with all that is known about it.
#[derive(Debug, Serialize)]
pub struct GeneratedScene {
    /// What it was made from.
    #[serde(flatten)]
    pub origin: Origin,
    /// The code, checked.
    #[serde(rename = "code", serialize_with = "as_code")]
    pub scene: Scene,
    /// What the person should know: content that is only a sample, a font that was replaced.
    pub notes: Vec<Note>,
}

/// What a scene was made from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Origin {
    /// A template with what was read from the request and what was filled in.
    Template(Fit),
    /// What a model wrote.
    Model(Written),
}

/// What is known about code that a model wrote.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Written {
    /// The id of the scene.
    pub name: String,
    /// The model.
    pub model: String,
    /// What can be changed in it.
    pub manifest: Json,
    /// What was mended, as sentences.
    pub repairs: Vec<String>,
}

/// A scene of the project that a model has written anew.
#[derive(Debug, Serialize)]
pub struct Rewritten {
    /// Its number, counted from 1.
    pub number: usize,
    /// As it is now.
    #[serde(flatten)]
    pub scene: GeneratedScene,
}

/// What models were asked for a request.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Calls {
    /// Each try at a model, in the order in which they ended.
    pub made: Vec<Entry>,
    /// What they cost.
    pub cost: Cost,
    /// Work that was begun before it was known to be wanted; it stands in no other sum.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ahead: Vec<Early>,
}

/// Work that was begun before it was known to be wanted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Early {
    /// Its tries.
    pub made: Vec<Entry>,
    /// What they cost.
    pub cost: Cost,
    /// Whether it was wanted.
    pub wanted: bool,
}

impl Generation {
    /// Whether the person gets an answer that is no scene: words, or changes of what is there.
    pub fn is_answered(&self) -> bool {
        let is_said = self.reply.is_some() || self.question.is_some();
        is_said || !self.changes.is_empty() || !self.rewritten.is_empty()
    }
}

impl Calls {
    /// Whether no model was asked.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty() && self.ahead.is_empty()
    }

    /// What all of it cost, also what was begun and not wanted.
    pub fn total(&self) -> Cost {
        self.ahead.iter().map(|early| early.cost).fold(self.cost, |sum, cost| sum + cost)
    }
}

impl GeneratedScene {
    /// What it is called where nothing else names it: its template, or its own id.
    pub fn name(&self) -> &str {
        match &self.origin {
            Origin::Template(fit) => fit.template(),
            Origin::Model(written) => &written.name,
        }
    }

    /// The template with its parameters, if it was made from one.
    pub fn fit(&self) -> Option<&Fit> {
        if let Origin::Template(fit) = &self.origin { Some(fit) } else { None }
    }
}

fn as_code<S: Serializer>(scene: &Scene, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(scene.code())
}

/// Stages that several steps have are added up.
fn in_micros<S: Serializer>(timings: &[Timing], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sums: Vec<Timing> = Vec::with_capacity(timings.len());
    for timing in timings {
        match sums.iter_mut().find(|sum| sum.stage == timing.stage) {
            Some(sum) => sum.took += timing.took,
            None => sums.push(*timing),
        }
    }
    serializer.collect_map(sums.iter().map(|timing| (timing.stage, timing.took.as_secs_f64() * 1e6)))
}
