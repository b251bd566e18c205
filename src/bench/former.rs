//! The former pipeline: context, brain, layout, code, storage, one after the other, and nothing is shown before the end.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::assumptions::{Assumptions, Step};
use super::clock::Passed;
use super::labelled::Labelled;
use super::played::{Bill, Played, Road};
use super::script::Script;
use super::server::{Lane, Wait};
use super::work::Work;
use crate::error::Result;
use crate::llm::{Call, Message, Model};

/// A request has to be over at some time; the slowest way of the analysis takes minutes.
const PATIENCE: Duration = Duration::from_hours(1);

/// The former pipeline on a lane of its own.
#[derive(Debug)]
pub(super) struct Former {
    pub(super) assumptions: Arc<Assumptions>,
    pub(super) models: BTreeMap<Work, Arc<dyn Model>>,
    pub(super) lane: Arc<Lane>,
    pub(super) scale: f64,
}

impl Former {
    /// Plays a request.
    ///
    /// # Errors
    /// What the slow server of this machine does not answer.
    pub(super) async fn play(&self, labelled: &Labelled, script: &Arc<Script>) -> Result<Played> {
        self.lane.begin(&labelled.id, script);
        let begun = Instant::now();
        for way in labelled.ways() {
            for step in self.assumptions.ways.get(&way).into_iter().flatten() {
                self.step(*step, labelled).await?;
            }
        }
        let ended = Instant::now();
        let waits = self.lane.end().await;
        let passed = Passed::between(begun, ended, &waits);
        Ok(self.played(labelled, &waits).timed((passed, passed), self.scale))
    }

    async fn step(&self, step: Step, labelled: &Labelled) -> Result<()> {
        match step {
            Step::Pause(pause) => self.lane.pause(pause).await,
            Step::Call(work) => {
                if let Some(model) = self.models.get(&work) {
                    let deadline = tokio::time::Instant::now() + PATIENCE;
                    model.reply(&Call::new(work.role(), Message::user(labelled.request.prompt()), deadline)).await?;
                }
            }
        }
        Ok(())
    }

    fn played(&self, labelled: &Labelled, waits: &[Wait]) -> Played {
        let price = |call: &super::server::Billed| self.assumptions.former.get(&call.work).map(|former| former.price);
        let written = waits.iter().filter_map(|wait| wait.call).any(|call| call.work.writes());
        Played {
            road: if written { Road::FullPath } else { Road::Brain },
            bill: Bill::of(waits, price),
            ..Played::new(labelled)
        }
    }
}
