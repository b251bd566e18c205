//! The cache that ends with the process.

use std::sync::Mutex;
use std::time::SystemTime;

use super::ledger::{Ledger, Record};
use super::{Cache, Entry, Key, Limits, Stats, Trouble, Verdict, Written, lock, millis};

/// What an entry takes beside its payload: its key, its place in the books.
const OVERHEAD: u64 = 160;

/// A cache in memory, for where no directory can be had, and for tests.
#[derive(Debug)]
pub struct MemoryCache {
    limits: Limits,
    books: Mutex<Books>,
}

#[derive(Debug)]
struct Books {
    ledger: Ledger<Entry>,
    hits: u64,
    misses: u64,
}

impl MemoryCache {
    /// An empty cache.
    pub fn new(limits: Limits) -> Self {
        Self { limits, books: Mutex::new(Books { ledger: Ledger::new(limits), hits: 0, misses: 0 }) }
    }
}

impl Cache for MemoryCache {
    fn get(&self, key: &Key, now: SystemTime) -> Option<Entry> {
        let (mut books, now) = (lock(&self.books), millis(now));
        let found = books.ledger.fresh(key, now).map(|record| record.place.clone());
        if found.is_some() {
            books.ledger.touch(key, now);
            books.hits += 1;
        } else {
            books.misses += 1;
        }
        found
    }

    fn put(&self, key: &Key, entry: &Entry, now: SystemTime) -> Written {
        let (mut books, now) = (lock(&self.books), millis(now));
        let cost = entry.payload().len() as u64 + OVERHEAD;
        books.ledger.remove(key);
        if !books.ledger.takes(cost) {
            return Written::default();
        }
        let evicted = books.ledger.make_room(cost).len();
        let used = books.ledger.time_of_use(now);
        books.ledger.insert(*key, Record { kind: entry.kind(), written: now, used, cost, place: entry.clone() });
        Written { kept: true, evicted }
    }

    fn clear(&self) {
        *lock(&self.books) = Books { ledger: Ledger::new(self.limits), hits: 0, misses: 0 };
    }

    fn verify(&self, now: SystemTime) -> Verdict {
        let (mut books, now) = (lock(&self.books), millis(now));
        let keys = books.ledger.keys();
        let stale: Vec<&Key> = keys.iter().filter(|key| books.ledger.fresh(key, now).is_none()).collect();
        for key in &stale {
            books.ledger.remove(key);
        }
        Verdict { sound: keys.len() - stale.len(), stale: stale.len(), damaged: 0 }
    }

    fn stats(&self) -> Stats {
        let books = lock(&self.books);
        Stats {
            entries: books.ledger.count(),
            bytes: books.ledger.bytes(),
            budget: self.limits.budget(),
            disk: 0,
            hits: books.hits,
            misses: books.misses,
        }
    }

    fn take_trouble(&self) -> Option<Trouble> {
        None
    }
}
