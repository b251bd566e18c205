//! This engine: a turn about a project, from the words of a person to what is stored.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use super::clock::Passed;
use super::labelled::Labelled;
use super::played::{Bill, Came, Played, Road};
use super::script::Script;
use super::server::{Billed, Lane};
use super::stage;
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::engine::turn::{Answer, Ask};
use crate::error::Result;
use crate::llm::{Catalogue, Price};
use crate::store::project::{ProjectId, ProjectStore};
use crate::tsx::Form;

/// This engine on a lane of its own.
#[derive(Debug)]
pub(super) struct Ours<'e> {
    pub(super) engine: &'e Engine,
    pub(super) brand: &'e Brand,
    pub(super) store: Arc<dyn ProjectStore>,
    pub(super) catalogue: &'e Catalogue,
    pub(super) lane: Arc<Lane>,
    pub(super) scale: f64,
    /// Under which name its projects are kept.
    pub(super) play: &'static str,
}

impl Ours<'_> {
    /// Plays a request. What fails is part of what came of it.
    ///
    /// # Errors
    /// Only what hinders the play itself: a project that cannot be made.
    pub(super) async fn play(&self, labelled: &Labelled, script: &Arc<Script>) -> Result<Played> {
        let id = stage::set(&*self.store, self.engine.library(), labelled, self.play).await?;
        self.lane.begin(&labelled.id, script);
        let begun = Instant::now();
        let came = self.turn(&id, labelled).await;
        let ended = Instant::now();
        let waits = self.lane.end().await;
        let total = Passed::between(begun, ended, &waits);
        let bill = Bill::of(&waits, |call| self.price(call));
        let played = Played { bill, ..Played::new(labelled) }.timed((total, total), self.scale);
        Ok(match came {
            Ok(came) => Played { road: Road::of(came, &waits), ..played },
            Err(error) => Played { failure: Some(error.to_string()), ..played },
        })
    }

    async fn turn(&self, id: &ProjectId, labelled: &Labelled) -> Result<Came> {
        let ask = Ask {
            request: labelled.request.clone(),
            form: Form::Module,
            author: stage::AUTHOR.to_owned(),
            at: SystemTime::now().into(),
            key: None,
        };
        self.engine.turn(self.brand, &*self.store, id, &ask).await.map(|answer| came(&answer))
    }

    fn price(&self, call: &Billed) -> Option<Price> {
        self.catalogue.role(call.work.role())?.models.first()?.price
    }
}

fn came(answer: &Answer) -> Came {
    let scenes = answer.generation.as_ref().map_or(0, |generation| generation.scenes.len());
    Came { scenes, changes: answer.written.len().max(answer.changed.len()), is_cached: false }
}
