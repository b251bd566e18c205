//! What models do for a generation: they fill in what is open, and make what no template shows.

mod listener;

use std::sync::Arc;

use futures_util::future::join_all;
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::{Instant, timeout_at};

use listener::{Listener, meanwhile};

use super::generation::{Calls, Early, Origin, Rewritten, Written};
use super::{Engine, GeneratedScene, Generation};
use crate::error::{Error, ErrorKind, Result};
use crate::event::{Event, Observer};
use crate::llm::Role;
use crate::pattern::Utterance;
use crate::pipeline::{
    self, Ahead, Asker, Books, Filled, Frame, Gap, Job, Model, Outcome, Pipeline, Rival, Roles, Supply,
};
use crate::request::{Format, Request};
use crate::route::{self, Decision, Op, Step};
use crate::template::{Fit, Note, value_of};
use crate::value::Value;

/// What one step of a plan comes to.
#[derive(Default)]
struct Part {
    things: Vec<Thing>,
    ahead: Option<Ahead>,
}

/// Something that goes into a generation.
enum Thing {
    Scene(GeneratedScene),
    Rewritten(Rewritten),
    Change(Vec<Op>),
    Reply(String),
    Ask(String),
}

impl Engine {
    /// Makes what a request asks for: at once what templates show, with models what they do not, if there are models.
    /// Where nothing is open, nobody asks for models. `observer` is told of each stage, of drafts, of code as it is written, of scenes, and last of exactly one end. To
    /// drop the future ends all calls.
    ///
    /// # Errors
    /// As [`generate`](Self::generate) and [`complete`](Self::complete), and what hinders making models ready.
    pub async fn create(
        &self,
        request: &Request,
        (models, asker): (impl Into<Supply<'_>> + Send, Asker),
        observer: &mut (dyn Observer + Send),
    ) -> Result<Generation> {
        let made = self.made(request, (models.into(), asker), observer).await;
        observer.observe(Event::end(&made));
        made
    }

    /// The same without its end.
    pub(super) async fn made(
        &self,
        request: &Request,
        (models, asker): (Supply<'_>, Asker),
        observer: &mut (dyn Observer + Send),
    ) -> Result<Generation> {
        let made = self.generate(request, asker.form, observer)?;
        let models = if made.is_open() { models.pipeline()? } else { None };
        if let Some(models) = models.filter(|models| made.is_open_for(&models.roles)) {
            return self.complete(made, request, (&models, asker), observer).await;
        }
        let steps = made.decision.plan.iter().enumerate().filter(|(_, step)| matches!(step, Step::Add { .. }));
        for ((scene, _), made) in steps.zip(&made.scenes) {
            observer.observe(Event::Scene { scene, code: made.scene.code().to_owned() });
        }
        Ok(made)
    }

    /// Goes on with a generation where it needs models. `observer` is told what happens, but not of its end.
    ///
    /// # Errors
    /// [`ErrorKind::Model`] if models fail or take longer than the deadline; [`ErrorKind::Budget`]; [`ErrorKind::Scene`] if
    /// what a model wrote could not be mended.
    pub async fn complete(
        &self,
        generation: Generation,
        request: &Request,
        (pipeline, asker): (&Arc<Pipeline>, Asker),
        observer: &mut (dyn Observer + Send),
    ) -> Result<Generation> {
        let (told, events) = unbounded_channel();
        let deadline = Instant::now() + pipeline.policy.deadline;
        let books = Books::new(pipeline.spending.clone(), asker.at);
        let job = Job {
            pipeline: Arc::clone(pipeline),
            request: Arc::new(request.clone()),
            asker,
            frame: self.frame(request),
            deadline,
            ledger: books.open(),
            books,
            told: Some(told),
        };
        let mut listener = Listener { observer, stages: generation.stages.clone() };
        let work = timeout_at(deadline, self.carry_on(generation, job));
        let done = listener.beside(events, work).await.unwrap_or_else(|_| Err(too_late(pipeline)))?;
        Ok(Generation { stages: listener.stages, ..done })
    }

    async fn carry_on(&self, mut generation: Generation, job: Job) -> Result<Generation> {
        whole(&mut generation.decision);
        let mut drawn = std::mem::take(&mut generation.scenes).into_iter();
        let decision = &generation.decision;
        let parts = decision.plan.iter().enumerate().map(|(at, step)| {
            let scene = if matches!(step, Step::Add { .. }) { drawn.next() } else { None };
            self.part(&job, (decision, at), scene)
        });
        let parts: Vec<Part> = join_all(parts.collect::<Vec<_>>()).await.into_iter().collect::<Result<_>>()?;
        for part in parts {
            generation.take_in(part);
        }
        let ledger = &job.ledger;
        generation.completed = true;
        generation.calls = Calls { made: ledger.entries(), cost: ledger.cost(), ahead: generation.calls.ahead };
        Ok(generation)
    }

    /// One step of the plan.
    async fn part(&self, job: &Job, (decision, at): (&Decision, usize), scene: Option<GeneratedScene>) -> Result<Part> {
        match (&decision.plan[at], scene) {
            (Step::Add { fit, ask }, Some(scene)) if !ask.is_empty() && job.pipeline.roles.has(Role::Fill) => {
                job.told_draft(at, fit.template(), scene.scene.code());
                self.filled(job, (fit, ask), scene).await.map(|scene| alone(job, at, scene))
            }
            (Step::Add { .. }, Some(scene)) => Ok(alone(job, at, scene)),
            (Step::Model { reason, partial }, _) if job.pipeline.roles.has(Role::Brain) => {
                let wish = match decision.parts.get(at) {
                    Some(part) => job.request.prompt().get(part.span.range()).unwrap_or(job.request.prompt()),
                    None => job.request.prompt(),
                };
                self.gap(job, decision, &Gap { wish, reason, partial: partial.as_ref(), step: at }).await
            }
            _ => Ok(Part::default()),
        }
    }

    /// A scene with what a model fills in. Where that fails, the sample stays, and it is said.
    async fn filled(&self, job: &Job, (fit, ask): (&Fit, &[String]), scene: GeneratedScene) -> Result<GeneratedScene> {
        let Some(manifest) = self.library.manifest(fit.template()) else { return Ok(scene) };
        match pipeline::fill(job, manifest, (fit, ask)).await {
            Ok(filled) => self.draw_filled(job, &filled),
            Err(error) => {
                let note =
                    Note::unfilled(&format!("what is open shows samples, since no model could fill it in: {error}"));
                Ok(GeneratedScene { notes: scene.notes.into_iter().chain([note]).collect(), ..scene })
            }
        }
    }

    fn draw_filled(&self, job: &Job, filled: &Filled) -> Result<GeneratedScene> {
        let mut scene = self.render(&filled.fit, job.asker.form)?;
        scene.notes.extend(filled.params.iter().map(|param| Note::filled(param)));
        Ok(scene)
    }

    /// What no template was found for: one of a few that are near, or the full way.
    async fn gap(&self, job: &Job, decision: &Decision, gap: &Gap<'_>) -> Result<Part> {
        if let Some(partial) = gap.partial {
            let draft = self.render(&partial.fit, job.asker.form)?;
            job.told_draft(gap.step, partial.fit.template(), draft.scene.code());
        }
        if let Some(scene) = self.chosen(job, decision).await? {
            return Ok(alone(job, gap.step, scene));
        }
        let full = Box::pin(pipeline::full(job, &self.library, gap));
        let made = meanwhile(full, job.pipeline.roles.warm(&[Role::Layout, Role::Code])).await?;
        let things = made.outcomes.into_iter().map(|outcome| self.thing(job, gap.step, outcome));
        Ok(Part { things: things.collect::<Result<_>>()?, ahead: made.ahead })
    }

    fn thing(&self, job: &Job, step: usize, outcome: Outcome) -> Result<Thing> {
        let told = |scene: GeneratedScene| {
            job.told_scene(step, scene.scene.code());
            scene
        };
        Ok(match outcome {
            Outcome::Template(filled) => Thing::Scene(told(self.draw_filled(job, &filled)?)),
            Outcome::Scene(model) => Thing::Scene(told(model.into())),
            Outcome::Changed(number, model) => Thing::Rewritten(Rewritten { number, scene: told(model.into()) }),
            Outcome::Change(ops) => Thing::Change(ops),
            Outcome::Reply(text) => Thing::Reply(text),
            Outcome::Ask(text) => Thing::Ask(text),
        })
    }

    /// The template that a model chooses where the router could not tell.
    async fn chosen(&self, job: &Job, decision: &Decision) -> Result<Option<GeneratedScene>> {
        let rivals = Rival::of(decision, &self.library);
        if rivals.is_empty() || !job.pipeline.roles.has(Role::Fill) {
            return Ok(None);
        }
        let Some(rival) = pipeline::choose(job, &rivals).await? else { return Ok(None) };
        let filled = pipeline::fill(job, rival.manifest, (&rival.fit, &rival.ask)).await?;
        self.draw_filled(job, &filled).map(Some)
    }

    /// The size and the length that a request says, or what is usual.
    fn frame(&self, request: &Request) -> Frame {
        let utterance: Utterance = route::read(request, &self.patterns);
        let (settings, presets) = (utterance.settings(&self.patterns), request.presets());
        let said = |name: &str| {
            let stated = settings.iter().find(|setting| setting.param == name);
            let stated = stated.map(|setting| setting.value.clone());
            stated.or_else(|| value_of(presets.get(name)?).ok())
        };
        let number = |name: &str| if let Some(Value::Number(number)) = said(name) { Some(number.get()) } else { None };
        let named = |name: &str| if let Some(Value::Text(text)) = said(name) { Some(text) } else { None };
        let usual = Frame::default();
        let format = named("format").and_then(|name| Format::ALL.into_iter().find(|format| format.name() == name));
        Frame {
            format: request.format().or(format).unwrap_or(usual.format),
            fps: number("fps").map_or(usual.fps, |fps| fps as u32),
            seconds: number("duration").unwrap_or(usual.seconds),
        }
    }
}

impl Generation {
    /// Whether something of it waits for models.
    pub fn is_open(&self) -> bool {
        self.wanting().next().is_some()
    }

    /// Whether something of it waits for what these models do.
    fn is_open_for(&self, roles: &Roles) -> bool {
        self.wanting().any(|role| roles.has(role))
    }

    /// The roles that its open steps wait for.
    fn wanting(&self) -> impl Iterator<Item = Role> {
        self.decision.plan.iter().filter_map(|step| match step {
            Step::Add { ask, .. } => (!ask.is_empty()).then_some(Role::Fill),
            Step::Model { .. } => Some(Role::Brain),
            Step::Change(_) | Step::Ask { .. } => None,
        })
    }

    /// Puts what a step came to into it.
    fn take_in(&mut self, part: Part) {
        for thing in part.things {
            match thing {
                Thing::Scene(scene) => self.scenes.push(scene),
                Thing::Rewritten(scene) => self.rewritten.push(scene),
                Thing::Change(ops) => self.changes.extend(ops),
                Thing::Reply(text) => self.reply = Some(text),
                Thing::Ask(text) => self.question = Some(text),
            }
        }
        self.calls.ahead.extend(part.ahead.map(Early::from));
    }
}

/// A plan that understands only a part of a change changes nothing: all of it is the model's.
fn whole(decision: &mut Decision) {
    let gap = decision.plan.iter().find(|step| matches!(step, Step::Model { .. })).cloned();
    if let Some(gap) = gap.filter(|_| decision.plan.iter().any(|step| matches!(step, Step::Change(_)))) {
        decision.plan = vec![gap];
        decision.parts.clear();
    }
}

/// A step that comes to one scene.
fn alone(job: &Job, at: usize, scene: GeneratedScene) -> Part {
    job.told_scene(at, scene.scene.code());
    Part { things: vec![Thing::Scene(scene)], ahead: None }
}

fn too_late(pipeline: &Pipeline) -> Error {
    let seconds = pipeline.policy.deadline.as_secs_f64();
    let message =
        format!("the models took longer than {seconds} seconds: ask for less at once, or allow more with `--timeout`");
    Error::new(ErrorKind::Model, message)
}

impl From<Model> for GeneratedScene {
    fn from(Model { id, scene, manifest, repairs, model }: Model) -> Self {
        Self { origin: Origin::Model(Written { name: id, model, manifest, repairs }), scene, notes: Vec::new() }
    }
}

impl From<Ahead> for Early {
    fn from(Ahead { ledger, wanted }: Ahead) -> Self {
        Self { made: ledger.entries(), cost: ledger.cost(), wanted }
    }
}

#[cfg(test)]
mod faults;
#[cfg(test)]
mod tests;
