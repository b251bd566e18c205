//! A lane: what belongs to one request at a time, so that what the server has done can be held against it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::super::assumptions::{Assumptions, Draw};
use super::super::script::Script;
use super::super::work::{Pause, Work};
use crate::llm::Usage;

/// How tokens of a lane's calls are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bench) enum Told {
    /// As it is assumed of the former pipeline.
    Assumed,
    /// As they are counted.
    Counted,
}

/// A time that the server, or the former pipeline, has let pass on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bench) struct Wait {
    pub(in crate::bench) from: Instant,
    /// When it is over as it was meant; what passes beyond is nobody's wait.
    pub(in crate::bench) until: Instant,
    /// The call that it was for.
    pub(in crate::bench) call: Option<Billed>,
}

/// What a provider asks for, whether the answer was wanted to its end or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bench) struct Billed {
    pub(in crate::bench) work: Work,
    pub(in crate::bench) usage: Usage,
    pub(in crate::bench) is_whole: bool,
}

/// A row of requests, one after the other.
#[derive(Debug)]
pub(in crate::bench) struct Lane {
    assumptions: Arc<Assumptions>,
    scale: f64,
    seed: u64,
    pub(super) told: Told,
    now: Mutex<Now>,
    quiet: Notify,
}

/// The request that is played.
#[derive(Debug, Default)]
struct Now {
    request: String,
    script: Option<Arc<Script>>,
    counts: BTreeMap<&'static str, usize>,
    open: usize,
    waits: Vec<Wait>,
}

/// A call that is being answered. When it goes away, its wait is in the lane's book.
#[derive(Debug)]
pub(super) struct Open {
    lane: Arc<Lane>,
    pub(super) from: Instant,
    pub(super) first: Duration,
    pub(super) total: Duration,
    billed: Billed,
}

impl Lane {
    pub(in crate::bench) fn new(assumptions: &Arc<Assumptions>, (scale, seed): (f64, u64), told: Told) -> Self {
        let assumptions = assumptions.clone();
        Self { assumptions, scale, seed, told, now: Mutex::default(), quiet: Notify::new() }
    }

    /// Begins a request: what is asked from now on belongs to it, and is answered by its script.
    pub(in crate::bench) fn begin(&self, request: &str, script: &Arc<Script>) {
        *self.now() = Now { request: request.to_owned(), script: Some(script.clone()), ..Now::default() };
    }

    /// Ends it: waits until nothing is under way any more, and gives all that was waited for.
    pub(in crate::bench) async fn end(&self) -> Vec<Wait> {
        loop {
            let quiet = self.quiet.notified();
            {
                let mut now = self.now();
                if now.open == 0 {
                    return std::mem::take(&mut now.waits);
                }
            }
            quiet.await;
        }
    }

    /// Lets a time pass in which no model is asked.
    pub(in crate::bench) async fn pause(&self, pause: Pause) {
        let time = self.assumptions.pause(pause, self.draw(pause.name(), &mut self.now())).div_f64(self.scale);
        let from = Instant::now();
        tokio::time::sleep(time).await;
        self.now().waits.push(Wait { from, until: from + time, call: None });
    }

    /// Begins to answer a call that came at this time.
    pub(super) fn open(self: &Arc<Self>, from: Instant, work: Work, usage: Usage) -> Open {
        let mut now = self.now();
        now.open += 1;
        let (total, first) = self.assumptions.call(work, self.draw(work.name(), &mut now));
        let [total, first] = [total, first].map(|time| time.div_f64(self.scale));
        let billed = Billed { work, usage, is_whole: false };
        Open { lane: self.clone(), from, first, total, billed }
    }

    pub(super) fn script(&self) -> Option<Arc<Script>> {
        self.now().script.clone()
    }

    fn draw<'n>(&self, what: &'static str, now: &'n mut Now) -> Draw<'n> {
        let count = now.counts.entry(what).or_default();
        *count += 1;
        Draw { seed: self.seed, request: &now.request, what, number: *count }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wait {
    /// Whether it came to its end: nobody broke it off.
    pub(in crate::bench) fn is_whole(&self) -> bool {
        self.call.is_none_or(|call| call.is_whole)
    }
}

impl Open {
    /// Notes that all of it was sent.
    pub(super) fn finished(&mut self) {
        self.billed.is_whole = true;
    }

    /// How many tokens were written until now: providers write on, and ask for it, whether somebody reads along or not.
    fn written(&self) -> u64 {
        let writing = self.total.saturating_sub(self.first).as_secs_f64();
        let passed = self.from.elapsed().saturating_sub(self.first).as_secs_f64();
        let share = if writing > 0.0 { (passed / writing).min(1.0) } else { 1.0 };
        (self.billed.usage.output as f64 * share).ceil() as u64
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut until = self.from + self.total;
        if !self.billed.is_whole {
            self.billed.usage.output = self.written();
            until = until.min(Instant::now());
        }
        let mut now = self.lane.now();
        now.open = now.open.saturating_sub(1);
        now.waits.push(Wait { from: self.from, until, call: Some(self.billed) });
        if now.open == 0 {
            self.lane.quiet.notify_waiters();
        }
    }
}
