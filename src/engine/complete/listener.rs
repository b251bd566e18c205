//! What happens while other work goes on.

use std::pin::pin;

use futures_util::future::{Either, select};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::event::{Event, Observer, Timing};

/// Who is told, and what was told of stages.
pub(super) struct Listener<'o> {
    pub(super) observer: &'o mut (dyn Observer + Send),
    pub(super) stages: Vec<Timing>,
}

impl Listener<'_> {
    /// Does some work, and passes on what is told meanwhile.
    pub(super) async fn beside<T>(&mut self, mut events: UnboundedReceiver<Event>, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        let done = loop {
            match select(work, pin!(events.recv())).await {
                Either::Left((done, _)) => break done,
                Either::Right((Some(event), rest)) => {
                    self.hear(event);
                    work = rest;
                }
                Either::Right((None, rest)) => break rest.await,
            }
        };
        while let Ok(event) = events.try_recv() {
            self.hear(event);
        }
        done
    }

    fn hear(&mut self, event: Event) {
        if let Event::Stage(timing) = event {
            self.stages.push(timing);
        }
        self.observer.observe(event);
    }
}

/// Does something, and something else for as long as that takes.
pub(super) async fn meanwhile<T>(work: impl Future<Output = T>, aside: impl Future<Output = ()>) -> T {
    match select(pin!(work), pin!(aside)).await {
        Either::Left((done, _)) => done,
        Either::Right(((), work)) => work.await,
    }
}
