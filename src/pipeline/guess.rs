//! Work that is begun before it is known to be wanted.

use std::pin::pin;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Either, select};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::Speculation;
use super::brief::Brief;
use super::code::{Written, write};
use super::job::Job;
use crate::error::Result;
use crate::event::Event;
use crate::llm::{Ledger, Role};

/// What was begun ahead, and what became of it.
#[derive(Debug)]
pub struct Ahead {
    /// Its calls, which stand in no other book.
    pub ledger: Ledger,
    /// Whether it was wanted.
    pub wanted: bool,
}

/// A scene that is being written and may not be wanted. To drop it ends the work and closes its connection.
pub(super) struct Guess {
    work: BoxFuture<'static, Result<Written>>,
    written: Option<Result<Written>>,
    /// What there is to tell of it, if it is wanted.
    events: UnboundedReceiver<Event>,
    ledger: Ledger,
}

impl Guess {
    /// Begins a scene, if that may be done ahead.
    pub(super) fn begin(job: &Job, brief: Option<Brief>, step: usize) -> Option<Self> {
        let is_wanted = job.pipeline.policy.speculation == Speculation::On && job.pipeline.roles.has(Role::Code);
        let brief = brief.filter(|_| is_wanted)?;
        let (told, events) = unbounded_channel();
        let aside = Job { ledger: job.books.open(), told: Some(told), ..job.clone() };
        let ledger = aside.ledger.clone();
        let work = async move { write(&aside, &brief, step).await }.boxed();
        Some(Self { work, written: None, events, ledger })
    }

    /// Does something, and goes on with the scene while it waits.
    pub(super) async fn beside<T>(&mut self, other: impl Future<Output = T>) -> T {
        let other = pin!(other);
        match select(other, &mut self.work).await {
            Either::Left((done, _)) => done,
            Either::Right((written, other)) => {
                self.written = Some(written);
                other.await
            }
        }
    }

    /// The scene, which is wanted: what was told of it so far is told now, and what follows as it comes.
    pub(super) async fn wanted(mut self, job: &Job) -> Result<(Written, Ahead)> {
        while self.written.is_none() {
            match select(pin!(self.events.recv()), &mut self.work).await {
                Either::Left((event, _)) => event.into_iter().for_each(|event| job.tell(event)),
                Either::Right((written, _)) => self.written = Some(written),
            }
        }
        while let Ok(event) = self.events.try_recv() {
            job.tell(event);
        }
        let written =
            self.written.take().unwrap_or_else(|| Err(super::job::garbled("the scene was begun and not written")));
        Ok((written?, Ahead { ledger: self.ledger, wanted: true }))
    }

    /// The scene is not wanted.
    pub(super) fn dropped(self) -> Ahead {
        Ahead { ledger: self.ledger, wanted: false }
    }
}
