//! What is counted, in the format of Prometheus. No metric holds a prompt, an address or a key.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use crate::engine::{Calls, Generation, Origin};
use crate::event::{Event, Observer};
use crate::llm::{Entry, Outcome};
use crate::route::Step;

/// What the service has counted since it was begun.
#[derive(Debug)]
pub struct Metrics {
    registry: Mutex<Registry>,
    operations: Family<Operation, Counter>,
    total: Family<Named, Histogram>,
    first: Family<Named, Histogram>,
    stages: Family<Stage, Histogram>,
    templates: Family<Template, Counter>,
    ways: Family<Way, Counter>,
    calls: Family<Call, Histogram>,
    cost: Family<Model, Counter<f64, AtomicU64>>,
    repairs: Counter,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Operation {
    operation: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Named {
    operation: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Stage {
    stage: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Template {
    template: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Way {
    way: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Call {
    model: String,
    role: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Model {
    model: String,
}

/// From 10 µs to about three minutes, each bucket three times the one before.
fn seconds() -> Histogram {
    Histogram::new(exponential_buckets(10e-6, 3.0, 16))
}

impl Default for Metrics {
    fn default() -> Self {
        let histograms = || Family::new_with_constructor(seconds as fn() -> Histogram);
        let metrics = Self {
            registry: Mutex::default(),
            operations: Family::default(),
            total: Family::new_with_constructor(seconds),
            first: Family::new_with_constructor(seconds),
            stages: Family::new_with_constructor(seconds),
            templates: Family::default(),
            ways: Family::default(),
            calls: histograms(),
            cost: Family::default(),
            repairs: Counter::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&self) {
        let mut registry = Registry::with_prefix("firstframe");
        registry.register("operations", "Operations by what came of them", self.operations.clone());
        registry.register("operation_seconds", "From request to answer", self.total.clone());
        registry.register("first_event_seconds", "From request to the first draft, code or scene", self.first.clone());
        registry.register("stage_seconds", "How long each stage took", self.stages.clone());
        registry.register("templates", "Scenes by their template", self.templates.clone());
        registry.register("ways", "Steps of plans by how they were done", self.ways.clone());
        registry.register("model_seconds", "Calls of models", self.calls.clone());
        registry.register("model_cost_dollars", "What calls of models cost", self.cost.clone());
        registry.register("repairs", "What was mended in code that models wrote", self.repairs.clone());
        *self.registry.lock().unwrap_or_else(PoisonError::into_inner) = registry;
    }

    /// All of them as text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        // Writing into a text does not fail.
        let _ = encode(&mut text, &registry);
        text
    }

    fn made(&self, made: &Generation) {
        for scene in &made.scenes {
            match &scene.origin {
                Origin::Template(fit) => {
                    let template = Template { template: fit.template().to_owned() };
                    self.templates.get_or_create(&template).inc();
                }
                Origin::Model(written) => _ = self.repairs.inc_by(written.repairs.len() as u64),
            }
        }
        for step in &made.decision.plan {
            let way = match step {
                Step::Add { ask, .. } if ask.is_empty() => "template",
                Step::Add { .. } => "fill",
                Step::Change(_) => "change",
                Step::Ask { .. } => "question",
                Step::Model { .. } => "model",
            };
            self.ways.get_or_create(&Way { way }).inc();
        }
        self.called(&made.calls);
    }

    fn called(&self, calls: &Calls) {
        let early = calls.ahead.iter().flat_map(|early| &early.made);
        for Entry { role, model, total, cost, outcome, .. } in calls.made.iter().chain(early) {
            let outcome = match outcome {
                Outcome::Answered(_) => "answered",
                Outcome::Failed(_) => "failed",
                Outcome::Dropped => "dropped",
            };
            let call = Call { model: model.clone(), role: role.name(), outcome };
            self.calls.get_or_create(&call).observe(total.as_secs_f64());
            self.cost.get_or_create(&Model { model: model.clone() }).inc_by(cost.dollars());
        }
    }
}

/// Counts an operation while it passes its events on.
pub(super) struct Counting<'m, 'o> {
    metrics: &'m Metrics,
    operation: &'static str,
    began: Instant,
    first: Option<Duration>,
    observer: &'o mut (dyn Observer + Send),
}

impl<'m, 'o> Counting<'m, 'o> {
    pub(super) fn new(metrics: &'m Metrics, operation: &'static str, observer: &'o mut (dyn Observer + Send)) -> Self {
        Self { metrics, operation, began: Instant::now(), first: None, observer }
    }

    /// The operation is over; nothing was made if it failed.
    pub(super) fn ended(self, made: Option<&Generation>) {
        let named = Named { operation: self.operation };
        self.metrics.total.get_or_create(&named).observe(self.began.elapsed().as_secs_f64());
        if let Some(first) = self.first {
            self.metrics.first.get_or_create(&named).observe(first.as_secs_f64());
        }
        if let Some(made) = made {
            self.metrics.made(made);
        }
    }
}

impl Observer for Counting<'_, '_> {
    fn observe(&mut self, event: Event) {
        match &event {
            Event::Stage(timing) => {
                let stage = Stage { stage: timing.stage.name() };
                self.metrics.stages.get_or_create(&stage).observe(timing.took.as_secs_f64());
            }
            Event::Done | Event::Failed { .. } => {
                let outcome = if event == Event::Done { "done" } else { "failed" };
                self.metrics.operations.get_or_create(&Operation { operation: self.operation, outcome }).inc();
            }
            _ => _ = self.first.get_or_insert_with(|| self.began.elapsed()),
        }
        self.observer.observe(event);
    }
}
