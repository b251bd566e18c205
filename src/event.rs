//! What the engine tells while it works.

use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::error::Result;

/// A stage of the way from a request to a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stage {
    /// Folding, tokens and values.
    Read,
    /// The decision what to do.
    Route,
    /// The template with its data, and the check of the code where its structure is new.
    Render,
    /// Changes of scenes that are there, with the drawing of those that changed.
    Change,
    /// A model filled in what the request leaves open.
    Fill,
    /// A model chose between templates.
    Choose,
    /// A model read what is wanted.
    Brain,
    /// A model looked at pictures.
    Vision,
    /// A model laid a scene out.
    Layout,
    /// A model wrote a scene, as far as it goes without a check.
    Code,
    /// A model changed a scene.
    Edit,
    /// What a model wrote was mended and checked, what it was asked again for included.
    Mend,
    /// The cache had the answer.
    CacheHit,
    /// The cache did not have it; what follows is the work of a model.
    CacheMiss,
    /// An equal request was under way, and its answer was waited for.
    CacheJoin,
    /// The answer was put into the cache.
    CacheWrite,
    /// Answers that were used longest ago had to make room for it, during the same time.
    CacheEviction,
}

impl Stage {
    /// Its name, as people read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Route => "route",
            Self::Render => "render and check",
            Self::Change => "change",
            Self::Fill => "fill in",
            Self::Choose => "choose",
            Self::Brain => "think",
            Self::Vision => "look",
            Self::Layout => "lay out",
            Self::Code => "write",
            Self::Edit => "edit",
            Self::Mend => "mend and check",
            Self::CacheHit => "found in the cache",
            Self::CacheMiss => "not in the cache",
            Self::CacheJoin => "wait for an equal request",
            Self::CacheWrite => "keep in the cache",
            Self::CacheEviction => "make room in the cache",
        }
    }
}

/// How long a stage took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Timing {
    /// Which.
    pub stage: Stage,
    /// How long.
    #[serde(rename = "micros", serialize_with = "micros")]
    pub took: Duration,
}

/// Something has happened. `scene` is the place of a step in the plan, from 0 on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// A stage has ended. Stages of steps that are done at the same time overlap.
    Stage(Timing),
    /// What the nearest template shows, until a model has written what is asked for.
    Draft {
        /// Which step it is for.
        scene: usize,
        /// The template.
        template: String,
        /// The code, checked.
        code: String,
    },
    /// More of the code that a model writes. It is not checked yet, and may be mended.
    Code {
        /// Which step it is for.
        scene: usize,
        /// What follows on what was told before.
        text: String,
    },
    /// A scene is there, checked.
    Scene {
        /// Which step it is for.
        scene: usize,
        /// The code.
        code: String,
    },
    /// Something was mended in code that a model wrote.
    Mended {
        /// The name of the repair.
        repair: &'static str,
    },
    /// All is done. Nothing follows.
    Done,
    /// It cannot be done. Nothing follows.
    Failed {
        /// Why, as a sentence for people.
        message: String,
    },
}

impl Event {
    /// The last event of something that came to this.
    pub fn end<T>(done: &Result<T>) -> Self {
        match done {
            Ok(_) => Self::Done,
            Err(error) => Self::Failed { message: error.to_string() },
        }
    }

    /// Whether nothing follows it.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Done | Self::Failed { .. })
    }
}

/// Who wants to know. Progress bars, logs and metrics are observers.
pub trait Observer {
    /// Is told of each event, in order.
    fn observe(&mut self, event: Event);
}

/// The observer that does not care.
impl Observer for () {
    fn observe(&mut self, _: Event) {}
}

/// The observer that keeps everything.
impl Observer for Vec<Event> {
    fn observe(&mut self, event: Event) {
        self.push(event);
    }
}

fn micros<S: Serializer>(took: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(took.as_secs_f64() * 1e6)
}
