//! Answers: out of the cache, or by work that is done once for all who want the same.

#[cfg(test)]
mod tests;

use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex};
use std::time::{Instant, SystemTime};

use futures_util::FutureExt;

use super::flight::Flights;
use super::{Cache, Entry, Key, Trouble, lock};
use crate::error::{Error, ErrorKind, Result};
use crate::event::{Event, Observer, Stage, Timing};

/// The cache with what is under way. This is what stands before model work.
#[derive(Clone)]
pub struct Answers {
    cache: Arc<dyn Cache>,
    flights: Arc<Flights<Landed>>,
    fresh_flights: Arc<Flights<Landed>>,
}

/// An answer, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was kept or made.
    pub entry: Entry,
    /// Whether it was kept or made.
    pub source: Source,
    /// What has hindered the cache, which is told to one of those who ask.
    pub trouble: Option<Trouble>,
}

/// Where an answer came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The cache had it.
    Kept,
    /// It was made for this request.
    Made,
    /// It was made for an equal request at the same moment.
    Shared,
}

/// The end of the work, for all who wait.
#[derive(Debug, Clone)]
struct Landed {
    result: Result<(Entry, Source), Arc<Error>>,
    /// What happened, for the first who comes.
    timings: Arc<Mutex<Vec<Timing>>>,
}

impl Answers {
    /// Answers of a cache.
    pub fn new(cache: Arc<dyn Cache>) -> Self {
        Self { cache, flights: Arc::default(), fresh_flights: Arc::default() }
    }

    /// The cache.
    pub fn cache(&self) -> &Arc<dyn Cache> {
        &self.cache
    }

    /// The answer that is kept under a key; if there is none, the work is done and its answer kept. Work for the same key
    /// at the same moment is done once, and all get what comes of it, be it an answer or an error, which is not kept. It
    /// goes on for as long as one of them waits. Runs in a tokio runtime. `now` is when the request came.
    ///
    /// # Errors
    /// What the work says; [`ErrorKind::Internal`] if it panicked.
    pub async fn get_or_run<F>(
        &self,
        key: Key,
        work: F,
        now: SystemTime,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Answer, Arc<Error>>
    where
        F: Future<Output = Result<Entry>> + Send + 'static,
    {
        let journey = Journey::begin(self.cache.clone(), key, now);
        let (flight, is_first) = self.flights.join(key, journey.look_or(work));
        self.wait(flight, is_first, observer).await
    }

    /// Does the work in spite of what is kept, and keeps its answer instead. Everything else is as in
    /// [`Answers::get_or_run`].
    ///
    /// # Errors
    /// As there.
    pub async fn run<F>(
        &self,
        key: Key,
        work: F,
        now: SystemTime,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Answer, Arc<Error>>
    where
        F: Future<Output = Result<Entry>> + Send + 'static,
    {
        let journey = Journey::begin(self.cache.clone(), key, now);
        let (flight, is_first) = self.fresh_flights.join(key, journey.make(work));
        self.wait(flight, is_first, observer).await
    }

    async fn wait(
        &self,
        flight: impl Future<Output = Landed>,
        is_first: bool,
        observer: &mut (dyn Observer + Send),
    ) -> Result<Answer, Arc<Error>> {
        let began = Instant::now();
        let landed = flight.await;
        if !is_first {
            observer.observe(Event::Stage(Timing { stage: Stage::CacheJoin, took: began.elapsed() }));
        }
        let timings = std::mem::take(&mut *lock(&landed.timings));
        for timing in timings {
            observer.observe(Event::Stage(timing));
        }
        let (entry, source) = landed.result?;
        let source = if source == Source::Made && !is_first { Source::Shared } else { source };
        Ok(Answer { entry, source, trouble: self.cache.take_trouble() })
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Answers").field("cache", &self.cache).finish_non_exhaustive()
    }
}

/// The way to one answer.
struct Journey {
    cache: Arc<dyn Cache>,
    key: Key,
    now: SystemTime,
    began: Instant,
    timings: Vec<Timing>,
}

impl Journey {
    fn begin(cache: Arc<dyn Cache>, key: Key, now: SystemTime) -> Self {
        Self { cache, key, now, began: Instant::now(), timings: Vec::new() }
    }

    async fn look_or(mut self, work: impl Future<Output = Result<Entry>> + Send) -> Landed {
        let began = Instant::now();
        let kept = self.cache.get(&self.key, self.now);
        self.tell(if kept.is_some() { Stage::CacheHit } else { Stage::CacheMiss }, began);
        match kept {
            Some(entry) => self.land(Ok((entry, Source::Kept))),
            None => self.make(work).await,
        }
    }

    async fn make(mut self, work: impl Future<Output = Result<Entry>> + Send) -> Landed {
        match AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(broken_off())) {
            Ok(entry) => {
                self.keep(entry.clone()).await;
                self.land(Ok((entry, Source::Made)))
            }
            Err(error) => self.land(Err(Arc::new(error))),
        }
    }

    /// Disks may be slow, so writing has a thread of its own. An answer that cannot be kept is an answer still.
    async fn keep(&mut self, entry: Entry) {
        let (cache, key, now) = (self.cache.clone(), self.key, self.now + self.began.elapsed());
        let began = Instant::now();
        let written = tokio::task::spawn_blocking(move || cache.put(&key, &entry, now)).await.unwrap_or_default();
        if written.kept {
            self.tell(Stage::CacheWrite, began);
        }
        if written.evicted > 0 {
            self.tell(Stage::CacheEviction, began);
        }
    }

    fn tell(&mut self, stage: Stage, began: Instant) {
        self.timings.push(Timing { stage, took: began.elapsed() });
    }

    fn land(self, result: Result<(Entry, Source), Arc<Error>>) -> Landed {
        Landed { result, timings: Arc::new(Mutex::new(self.timings)) }
    }
}

fn broken_off() -> Error {
    Error::new(ErrorKind::Internal, "the work on this request broke off: please report it with the request")
}
