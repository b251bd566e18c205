//! Counting while an operation runs.

use std::time::{Duration, Instant};

use super::Metrics;
use super::label::{Found, Named, Operation, Repair, Stage};
use crate::engine::Generation;
use crate::event::{self, Event, Observer};

/// Counts an operation while it passes its events on.
pub(in crate::server) struct Counting<'m, 'o> {
    metrics: &'m Metrics,
    operation: &'static str,
    began: Instant,
    first: Option<Duration>,
    observer: &'o mut (dyn Observer + Send),
}

impl<'m, 'o> Counting<'m, 'o> {
    pub(in crate::server) fn new(
        metrics: &'m Metrics,
        operation: &'static str,
        observer: &'o mut (dyn Observer + Send),
    ) -> Self {
        Self { metrics, operation, began: Instant::now(), first: None, observer }
    }

    /// The operation is over; nothing was made if it failed.
    pub(in crate::server) fn ended(self, made: Option<&Generation>) {
        let named = Named { operation: self.operation };
        self.metrics.total.get_or_create(&named).observe(self.began.elapsed().as_secs_f64());
        if let Some(first) = self.first {
            self.metrics.first.get_or_create(&named).observe(first.as_secs_f64());
        }
        if let Some(made) = made {
            self.metrics.made(made);
        }
    }

    fn staged(&self, timing: event::Timing) {
        let stage = Stage { stage: timing.stage.name() };
        self.metrics.stages.get_or_create(&stage).observe(timing.took.as_secs_f64());
        let found = match timing.stage {
            event::Stage::CacheHit => "hit",
            event::Stage::CacheMiss => "miss",
            event::Stage::CacheJoin => "joined",
            _ => return,
        };
        self.metrics.cache.get_or_create(&Found { found }).inc();
    }
}

impl Observer for Counting<'_, '_> {
    fn observe(&mut self, event: Event) {
        match &event {
            Event::Stage(timing) => self.staged(*timing),
            Event::Mended { repair } => _ = self.metrics.repairs.get_or_create(&Repair { repair }).inc(),
            Event::Done | Event::Failed { .. } => {
                let outcome = if event == Event::Done { "done" } else { "failed" };
                self.metrics.operations.get_or_create(&Operation { operation: self.operation, outcome }).inc();
            }
            _ => _ = self.first.get_or_insert_with(|| self.began.elapsed()),
        }
        self.observer.observe(event);
    }
}
