//! What comes back from a request.

use serde::{Serialize, Serializer};

use crate::event::Event;
use crate::route::Decision;
use crate::template::{Note, Params};
use crate::tsx::Scene;

/// The answer to a request: its scenes, if templates show them, with the reasons and the times.
#[derive(Debug, Serialize)]
pub struct Generation {
    /// The scenes, in order; none if no template shows what is asked for.
    pub scenes: Vec<GeneratedScene>,
    /// What was decided, and why.
    pub decision: Decision,
    /// How long each stage took, in order.
    #[serde(serialize_with = "in_micros")]
    pub stages: Vec<Event>,
}

/// A scene with all that is known about it.
#[derive(Debug, Serialize)]
pub struct GeneratedScene {
    /// The template that it was made from.
    pub template: String,
    /// What was read from the request.
    pub params: Params,
    /// The code, checked.
    #[serde(rename = "code", serialize_with = "as_code")]
    pub scene: Scene,
    /// What the person should know: content that is only a sample, a font that was replaced.
    pub notes: Vec<Note>,
}

fn as_code<S: Serializer>(scene: &Scene, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(scene.code())
}

fn in_micros<S: Serializer>(events: &[Event], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(events.iter().map(|event| (event.stage, event.took.as_secs_f64() * 1e6)))
}
