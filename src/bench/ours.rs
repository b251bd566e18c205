//! This engine: a turn about a project, from the words of a person to what is stored.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use super::clock::Passed;
use super::labelled::Labelled;
use super::played::{Bill, Came, Played, Road};
use super::script::Script;
use super::server::{Billed, Lane, Wait};
use super::stage;
use crate::engine::Engine;
use crate::engine::turn::{Answer, Ask, Means};
use crate::error::Result;
use crate::event::{Event, Observer, Stage};
use crate::llm::{Catalogue, Price};
use crate::store::project::{ProjectId, ProjectStore};
use crate::tsx::Form;

/// This engine on a lane of its own.
#[derive(Debug)]
pub(super) struct Ours<'e> {
    pub(super) engine: &'e Engine,
    pub(super) means: Means<'e>,
    pub(super) store: &'e dyn ProjectStore,
    pub(super) catalogue: &'e Catalogue,
    pub(super) lane: Arc<Lane>,
    pub(super) scale: f64,
    /// Under which name its projects are kept.
    pub(super) play: &'static str,
}

/// When something was first to be seen.
#[derive(Debug, Default)]
struct First(Option<Instant>);

impl Ours<'_> {
    /// Plays a request, which is that many. What fails is part of what came of it.
    ///
    /// # Errors
    /// Only what hinders the play itself: a project that cannot be made.
    pub(super) async fn play(&self, (at, labelled): (usize, &Labelled), script: &Arc<Script>) -> Result<Played> {
        let name = format!("{} {at} {}", self.play, labelled.id);
        let id = stage::set(self.store, self.engine.library(), (labelled, name)).await?;
        self.lane.begin(&labelled.id, script);
        let (begun, mut first) = (Instant::now(), First::default());
        let answer = self.turn(&id, labelled, &mut first).await;
        let ended = Instant::now();
        let waits = self.lane.end().await;
        let passed = |until| Passed::between(begun, until, &waits);
        let times = (passed(first.0.unwrap_or(ended)), passed(ended));
        Ok(self.played(labelled, answer, &waits).timed(times, self.scale))
    }

    async fn turn(&self, id: &ProjectId, labelled: &Labelled, first: &mut First) -> Result<Answer> {
        let ask = Ask {
            request: labelled.request.clone(),
            form: Form::Module,
            author: stage::AUTHOR.to_owned(),
            at: SystemTime::now().into(),
            key: None,
            trace: None,
        };
        self.engine.turn(self.means, (self.store, id), &ask, first).await
    }

    fn played(&self, labelled: &Labelled, answer: Result<Answer>, waits: &[Wait]) -> Played {
        let played = Played { bill: Bill::of(waits, |call| self.price(call)), ..Played::new(labelled) };
        match answer {
            Ok(answer) => Played { road: Road::of(came(&answer), waits), ..played },
            Err(error) => Played { failure: Some(error.to_string()), ..played },
        }
    }

    fn price(&self, call: &Billed) -> Option<Price> {
        self.catalogue.role(call.work.role())?.models.first()?.price
    }
}

fn came(answer: &Answer) -> Came {
    let Some(made) = &answer.generation else { return Came { changes: answer.written.len(), ..Came::default() } };
    let is_said = answer.question.is_some() || made.reply.is_some();
    Came {
        scenes: made.scenes.len(),
        changes: if is_said { 0 } else { answer.written.len() },
        is_written: made.scenes.iter().any(|scene| scene.fit().is_none()),
        is_rewritten: !made.rewritten.is_empty(),
        is_cached: made.stages.iter().any(|timing| timing.stage == Stage::CacheHit),
    }
}

impl Observer for First {
    fn observe(&mut self, event: Event) {
        if !matches!(event, Event::Stage(_)) {
            self.0.get_or_insert_with(Instant::now);
        }
    }
}
