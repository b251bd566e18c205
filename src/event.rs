//! What the engine tells while it works.

use std::time::Duration;

use serde::Serialize;

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

/// A stage has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Which.
    pub stage: Stage,
    /// How long it took.
    pub took: Duration,
}

/// Who wants to know. Progress bars, logs and metrics are observers.
pub trait Observer {
    /// Is told of each stage as it ends, in order.
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
