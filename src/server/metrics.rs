//! What is counted, in the format of Prometheus. No metric holds a prompt, an address or a key.

mod counting;
mod label;

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

pub(super) use counting::Counting;
use label::{Answer, Call, Found, Model, Named, Operation, Reason, Repair, Route, Stage, Template, Way};

use crate::engine::{Calls, Generation, Origin, Prepared};
use crate::llm::{Entry, Outcome};
use crate::route::{Considered, Decision, Refusal, Step};

/// Times by a label, or what something cost.
type Histograms<L> = Family<L, Histogram, fn() -> Histogram>;

/// What the service has counted since it was begun.
#[derive(Debug)]
pub struct Metrics {
    registry: Mutex<Registry>,
    requests: Family<Answer, Counter>,
    first_byte: Histograms<Route>,
    request_time: Histograms<Route>,
    operations: Family<Operation, Counter>,
    total: Histograms<Named>,
    first: Histograms<Named>,
    stages: Histograms<Stage>,
    templates: Family<Template, Counter>,
    ways: Family<Way, Counter>,
    fallbacks: Family<Reason, Counter>,
    cache: Family<Found, Counter>,
    calls: Histograms<Call>,
    cost: Family<Model, Counter<f64, AtomicU64>>,
    generation_cost: Histogram,
    repairs: Family<Repair, Counter>,
}

/// From 10 µs to about three minutes, each bucket twice the one before.
fn seconds() -> Histogram {
    Histogram::new(exponential_buckets(10e-6, 2.0, 25))
}

/// From a hundredth of a cent to some three dollars, each bucket twice the one before.
fn dollars() -> Histogram {
    Histogram::new(exponential_buckets(1e-4, 2.0, 16))
}

fn times<L: Clone + std::hash::Hash + Eq>() -> Histograms<L> {
    Family::new_with_constructor(seconds)
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Mutex::default(),
            requests: Family::default(),
            first_byte: times(),
            request_time: times(),
            operations: Family::default(),
            total: times(),
            first: times(),
            stages: times(),
            templates: Family::default(),
            ways: Family::default(),
            fallbacks: Family::default(),
            cache: Family::default(),
            calls: times(),
            cost: Family::default(),
            generation_cost: dollars(),
            repairs: Family::default(),
        };
        let mut registry = Registry::with_prefix("firstframe");
        metrics.register_answers(&mut registry);
        metrics.register_work(&mut registry);
        *metrics.registry.lock().unwrap_or_else(PoisonError::into_inner) = registry;
        metrics
    }
}

impl Metrics {
    fn register_answers(&self, registry: &mut Registry) {
        registry.register("requests", "Requests by their place in the description", self.requests.clone());
        registry.register("first_byte_seconds", "From request to the first of its answer", self.first_byte.clone());
        registry.register("request_seconds", "From request to the last of its answer", self.request_time.clone());
        registry.register("operations", "Operations by what came of them", self.operations.clone());
        registry.register("operation_seconds", "How long operations took", self.total.clone());
        registry.register("first_event_seconds", "From request to the first draft, code or scene", self.first.clone());
    }

    fn register_work(&self, registry: &mut Registry) {
        registry.register("stage_seconds", "How long each stage took", self.stages.clone());
        registry.register("templates", "Scenes by their template", self.templates.clone());
        registry.register("ways", "Steps of plans by how they were done", self.ways.clone());
        registry.register("fallbacks", "Steps that no template served, by the gate", self.fallbacks.clone());
        registry.register("cache", "Answers of models that were wanted, by what the cache had", self.cache.clone());
        registry.register("model_seconds", "Calls of models", self.calls.clone());
        registry.register("model_cost_dollars", "What calls of models cost", self.cost.clone());
        registry.register("generation_cost_dollars", "What each generation cost", self.generation_cost.clone());
        registry.register("repairs", "What was mended in code that models wrote", self.repairs.clone());
    }

    /// All of them as text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        // Writing into a text does not fail.
        let _ = encode(&mut text, &registry);
        text
    }

    /// A request was answered: its place and its status, with the time to the first byte and to the last.
    pub(super) fn answered(&self, (route, status): (&str, u16), (first, total): (Duration, Duration)) {
        let route = Route { route: route.to_owned() };
        self.first_byte.get_or_create(&route).observe(first.as_secs_f64());
        self.request_time.get_or_create(&route).observe(total.as_secs_f64());
        self.requests.get_or_create(&Answer { route: route.route, status }).inc();
    }

    /// The store of projects was asked something.
    pub(super) fn stored(&self, took: Duration) {
        self.stages.get_or_create(&Stage { stage: "store" }).observe(took.as_secs_f64());
    }

    fn made(&self, made: &Generation) {
        for scene in &made.scenes {
            if let Origin::Template(fit) = &scene.origin {
                let template = Template { template: fit.template().to_owned() };
                self.templates.get_or_create(&template).inc();
            }
        }
        for (at, step) in made.decision.plan.iter().enumerate() {
            self.ways.get_or_create(&Way { way: way(step) }).inc();
            if matches!(step, Step::Model { .. }) {
                self.fallbacks.get_or_create(&Reason { reason: reason(&made.decision, at) }).inc();
            }
        }
        self.generation_cost.observe(made.calls.total().dollars());
        self.called(&made.calls);
    }

    /// Something was made before it was asked for.
    pub(super) fn made_ahead(&self, prepared: &Prepared) {
        prepared.calls.iter().for_each(|calls| self.called(calls));
    }

    fn called(&self, calls: &Calls) {
        let early = calls.ahead.iter().flat_map(|early| &early.made);
        for Entry { role, model, total, cost, outcome, .. } in calls.made.iter().chain(early) {
            let outcome = match outcome {
                Outcome::Answered(_) => "answered",
                Outcome::Failed(kind) => kind.name(),
                Outcome::Dropped => "dropped",
            };
            let call = Call { model: model.clone(), role: role.name(), outcome };
            self.calls.get_or_create(&call).observe(total.as_secs_f64());
            self.cost.get_or_create(&Model { model: model.clone() }).inc_by(cost.dollars());
        }
    }
}

/// How a step is done.
fn way(step: &Step) -> &'static str {
    match step {
        Step::Add { ask, .. } if ask.is_empty() => "template",
        Step::Add { .. } => "fill",
        Step::Change(_) => "change",
        Step::Ask { .. } => "question",
        Step::Model { .. } => "model",
    }
}

/// The gate that was closed for what came nearest to a step.
fn reason(decision: &Decision, at: usize) -> &'static str {
    let considered = decision.parts.get(at).map_or(&decision.considered, |part| &part.considered);
    let refused = considered.first().map_or(&[][..], |nearest: &Considered| &nearest.refusals);
    refused.first().map_or("nothing near", Refusal::name)
}
