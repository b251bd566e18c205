//! The cache of what models made: a hit saves seconds and money, and nothing in it is ever missed.
//!
//! [`Key::of`] says when two questions are the same, [`Entry`] what may be kept, and [`Answers`] runs equal questions
//! once and keeps the answer. There are two stores behind the trait [`Cache`]: [`DiskCache`], which outlives the process,
//! and [`MemoryCache`]. [`open()`] never fails: what hinders the cache is told as [`Trouble`], and work goes on without it.
//! Times come from the caller, since nothing in here reads a clock.

mod answers;
#[cfg(test)]
mod conformance;
mod context;
mod disk;
mod entry;
mod flight;
mod key;
mod ledger;
mod memory;
mod packet;
mod trouble;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub use answers::{Answer, Answers, Source};
pub use context::ContextCache;
pub use disk::{DiskCache, clear};
pub use entry::{Entry, Kind};
pub use key::{Filling, Key, Question};
pub use memory::MemoryCache;
pub use trouble::Trouble;

/// A store of entries with a budget of bytes and a time to live. Whatever happens to it, it answers: at worst it has
/// nothing.
pub trait Cache: Send + Sync + fmt::Debug {
    /// What was kept under a key: whole, as it was written, and not too old. This is a use of it.
    fn get(&self, key: &Key, now: SystemTime) -> Option<Entry>;

    /// Keeps an entry in place of what was under its key, and lets go what was used longest ago until the budget holds.
    /// An entry that is larger than a quarter of the budget is not kept.
    fn put(&self, key: &Key, entry: &Entry, now: SystemTime) -> Written;

    /// Forgets everything.
    fn clear(&self);

    /// Reads every entry and forgets those that are damaged or too old.
    fn verify(&self, now: SystemTime) -> Verdict;

    /// What is in it.
    fn stats(&self) -> Stats;

    /// What has hindered it since it was last asked. After trouble it has nothing, until it is opened again.
    fn take_trouble(&self) -> Option<Trouble>;
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Whether it is in the cache.
    pub kept: bool,
    /// How many others were let go for it.
    pub evicted: usize,
}

/// What a cache holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// How many entries of each kind, in the order of [`Kind::ALL`].
    pub entries: [usize; Kind::ALL.len()],
    /// What they are charged, which never exceeds the budget.
    pub bytes: u64,
    /// The budget.
    pub budget: u64,
    /// What its directory takes on disk; 0 in memory.
    pub disk: u64,
    /// How many questions it has answered since it was begun.
    pub hits: u64,
    /// How many it could not answer.
    pub misses: u64,
}

/// What reading every entry found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Entries that are as they were written.
    pub sound: usize,
    /// Entries that had outlived their time.
    pub stale: usize,
    /// Entries that were damaged.
    pub damaged: usize,
}

/// How much a cache may hold, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    budget: u64,
    lifetimes: [Duration; Kind::ALL.len()],
}

impl Limits {
    /// The least budget: less than the smallest directory takes.
    pub const LEAST_BUDGET: u64 = 4 << 20;

    /// The same limits with another budget in bytes, at least [`Limits::LEAST_BUDGET`]. The default is 64 MiB.
    #[must_use]
    pub fn with_budget(self, budget: u64) -> Self {
        Self { budget: budget.max(Self::LEAST_BUDGET), ..self }
    }

    /// The same limits with another time to live of a kind.
    #[must_use]
    pub fn with_lifetime(mut self, kind: Kind, lifetime: Duration) -> Self {
        self.lifetimes[kind.index()] = lifetime;
        self
    }

    /// How many bytes entries may be charged together.
    pub fn budget(&self) -> u64 {
        self.budget
    }

    /// How long an entry of a kind is good for. By default scenes and fills live for 30 days, and layouts and plans, which
    /// are only on the way to a scene, for 7.
    pub fn lifetime(&self, kind: Kind) -> Duration {
        self.lifetimes[kind.index()]
    }
}

impl Default for Limits {
    fn default() -> Self {
        let days = |days: u64| Duration::from_hours(days * 24);
        Self { budget: 64 << 20, lifetimes: [days(30), days(7), days(30), days(7)] }
    }
}

/// A cache with what people should know about it.
#[derive(Debug)]
pub struct Opened {
    /// The cache: on disk, or in memory where that cannot be had.
    pub cache: Arc<dyn Cache>,
    /// What hindered it, if anything did.
    pub trouble: Option<Trouble>,
}

/// Opens the cache of a folder, which is made if it is not there. Where that cannot be used, the cache lives in memory
/// and ends with the process.
pub fn open(folder: &Path, limits: Limits) -> Opened {
    match DiskCache::open(folder, limits) {
        Ok(cache) => {
            let trouble = cache.take_trouble();
            Opened { cache: Arc::new(cache), trouble }
        }
        Err(trouble) => Opened { cache: Arc::new(MemoryCache::new(limits)), trouble: Some(trouble) },
    }
}

/// Milliseconds since 1970, as entries carry them. A clock before that says 0.
fn millis(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
}

/// A lock that a panic elsewhere does not take away: what it guards is whole between any two statements.
fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
