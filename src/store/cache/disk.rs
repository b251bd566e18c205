//! The cache that outlives the process, on sled. Nothing of sled is seen outside of this folder.
//!
//! Sled does not give space back. So the directory of the cache holds generations: when the one that is written to has
//! grown to twice the budget, a new one is begun; with every write some of what is still in the books is carried over, what
//! was used last first, and then the old one is removed. Nobody waits for more than a few milliseconds.

mod fault;
mod folder;
mod generation;
mod opening;
mod rotation;
mod shelves;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::SystemTime;

use super::ledger::Record;
use super::packet::{Unpacker, pack};
use super::{Cache, Entry, Key, Limits, Stats, Trouble, Verdict, Written, lock, millis};
use fault::Fault;
use folder::Folder;
use generation::{Changes, Generation};
use shelves::{Books, Shelves};

pub use opening::clear;

/// Sled takes about this many bytes on disk for one of an entry, as measured; entries are charged accordingly.
const ON_DISK: u64 = 2;

/// What an entry takes beside its packet: its line in the index and the keys.
const OVERHEAD: u64 = 128;

/// A cache in a directory of its own.
#[derive(Debug)]
pub struct DiskCache {
    folder: Folder,
    limits: Limits,
    shelves: RwLock<Shelves>,
    books: Mutex<Books>,
    /// What is in the older generation alone, with what was used last at the end. Whoever holds it may write.
    moving: Mutex<Vec<Key>>,
    unpacker: Unpacker,
    trouble: Mutex<Option<Trouble>>,
    is_off: AtomicBool,
}

impl DiskCache {
    /// Opens the cache of a directory, which is made if it is not there. What was damaged is set aside; that is told as
    /// trouble.
    ///
    /// # Errors
    /// The trouble, if another process has the directory or the system refuses it.
    pub fn open(folder: &Path, limits: Limits) -> Result<Self, Trouble> {
        let folder = Folder::claim(folder)?;
        let unusable = |fault: Fault| Trouble::Unusable { folder: folder.path().to_owned(), cause: fault.into_cause() };
        let opened = opening::shelves(&folder, limits).map_err(unusable)?;
        let trouble = opened.is_damaged.then(|| Trouble::Damaged { folder: folder.path().to_owned() });
        Ok(Self {
            folder,
            limits,
            shelves: RwLock::new(opened.shelves),
            books: Mutex::new(opened.books),
            moving: Mutex::new(opened.moving),
            unpacker: Unpacker::default(),
            trouble: Mutex::new(trouble),
            is_off: AtomicBool::new(false),
        })
    }

    fn find(&self, key: &Key, now: u64) -> Result<Option<Entry>, Fault> {
        let shelves = self.shelves();
        let Some(record) = lock(&self.books).ledger.fresh(key, now).cloned() else { return Ok(None) };
        let found = shelves.entry(key, &record, &self.unpacker)?;
        let mut books = lock(&self.books);
        if found.is_some() {
            books.ledger.touch(key, now);
            books.used.insert(*key);
        } else if books.ledger.record(key).is_some_and(|known| known.place == record.place) {
            books.ledger.remove(key);
        }
        Ok(found)
    }

    fn write(&self, key: &Key, entry: &Entry, now: u64) -> Result<Written, Fault> {
        let mut moving = lock(&self.moving);
        let written = self.place(key, entry, now)?;
        self.carry(&mut moving)?;
        self.rotate(&mut moving)?;
        Ok(written)
    }

    /// Writes an entry to the newest generation. It stands in the books only when it is written.
    fn place(&self, key: &Key, entry: &Entry, now: u64) -> Result<Written, Fault> {
        let shelves = self.shelves();
        let (mut changes, packet) = (Changes::default(), pack(key, entry, now));
        let cost = packet.as_ref().map_or(u64::MAX, |packet| charge(packet.len()));
        let evicted = lock(&self.books).make_way(key, cost, &shelves.newest, &mut changes);
        let Some((evicted, packet)) = evicted.zip(packet) else {
            return shelves.newest.apply(changes).map(|()| Written::default());
        };
        let (place, used) = (shelves.newest.place_for(&packet), lock(&self.books).ledger.time_of_use(now));
        let record = Record { kind: entry.kind(), written: now, used, cost, place };
        changes.put(key, &record, &packet);
        shelves.newest.apply(changes)?;
        lock(&self.books).ledger.insert(*key, record);
        Ok(Written { kept: true, evicted })
    }

    /// Begins anew, with nothing.
    fn empty(&self) -> Result<(), Fault> {
        let mut moving = lock(&self.moving);
        moving.clear();
        let number = self.shelves().newest.number() + 1;
        let next = Generation::open(&self.folder.generation(number), number)?;
        let mut shelves = self.shelves_to_change();
        let former = std::mem::replace(&mut *shelves, Shelves { newest: next, older: None });
        *lock(&self.books) = Books::new(self.limits);
        let numbers = [Some(former.newest.number()), former.older.as_ref().map(Generation::number)];
        drop(former);
        numbers.into_iter().flatten().try_for_each(|number| Ok(self.folder.remove(number)?))
    }

    /// Does what a fault asks for: damaged files are set aside; where the system refuses, the cache is off.
    fn suffer(&self, fault: Fault) {
        let folder = self.folder.path().to_owned();
        let trouble = match fault {
            Fault::Damaged(_) if self.empty().is_ok() => Trouble::Damaged { folder },
            fault => {
                self.is_off.store(true, Ordering::Relaxed);
                Trouble::Unusable { folder, cause: fault.into_cause() }
            }
        };
        *lock(&self.trouble) = Some(trouble);
    }

    fn is_off(&self) -> bool {
        self.is_off.load(Ordering::Relaxed)
    }

    fn shelves(&self) -> RwLockReadGuard<'_, Shelves> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn shelves_to_change(&self) -> RwLockWriteGuard<'_, Shelves> {
        self.shelves.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn examine(&self, now: u64) -> Result<Verdict, Fault> {
        let _writing = lock(&self.moving);
        let shelves = self.shelves();
        let (mut verdict, mut changes) = (Verdict::default(), Changes::default());
        let keys = lock(&self.books).ledger.keys();
        for key in keys {
            let Some(record) = lock(&self.books).ledger.record(&key).cloned() else { continue };
            let is_stale = lock(&self.books).ledger.is_stale(&record, now);
            match shelves.entry(&key, &record, &self.unpacker) {
                Ok(Some(_)) if is_stale => verdict.stale += 1,
                Ok(Some(_)) => {
                    verdict.sound += 1;
                    continue;
                }
                Ok(None) | Err(Fault::Damaged(_)) => verdict.damaged += 1,
                Err(refused) => return Err(refused),
            }
            lock(&self.books).ledger.remove(&key);
            shelves.newest.forget(&key, &record, &mut changes);
        }
        shelves.newest.apply(changes).map(|()| verdict)
    }
}

impl Cache for DiskCache {
    fn get(&self, key: &Key, now: SystemTime) -> Option<Entry> {
        let found = if self.is_off() { Ok(None) } else { self.find(key, millis(now)) };
        let found = found.unwrap_or_else(|fault| {
            self.suffer(fault);
            None
        });
        let counts = &mut lock(&self.books).counts;
        *(if found.is_some() { &mut counts.hits } else { &mut counts.misses }) += 1;
        found
    }

    fn put(&self, key: &Key, entry: &Entry, now: SystemTime) -> Written {
        let written = if self.is_off() { Ok(Written::default()) } else { self.write(key, entry, millis(now)) };
        written.unwrap_or_else(|fault| {
            self.suffer(fault);
            Written::default()
        })
    }

    fn clear(&self) {
        if let Err(fault) = self.empty() {
            self.suffer(fault);
        }
    }

    fn verify(&self, now: SystemTime) -> Verdict {
        self.examine(millis(now)).unwrap_or_else(|fault| {
            self.suffer(fault);
            Verdict::default()
        })
    }

    fn stats(&self) -> Stats {
        let books = lock(&self.books);
        Stats {
            entries: books.ledger.count(),
            bytes: books.ledger.bytes(),
            budget: self.limits.budget(),
            disk: self.folder.size(),
            hits: books.counts.hits,
            misses: books.counts.misses,
        }
    }

    fn take_trouble(&self) -> Option<Trouble> {
        lock(&self.trouble).take()
    }
}

impl Drop for DiskCache {
    /// Uses since the last write are noted. They are lost where a process is killed, and only the order of use suffers.
    fn drop(&mut self) {
        if self.is_off() {
            return;
        }
        let mut changes = Changes::default();
        let shelves = self.shelves();
        lock(&self.books).write(&shelves.newest, &mut changes);
        let _ = shelves.newest.apply(changes);
    }
}

/// What a packet is charged.
fn charge(packet: usize) -> u64 {
    ON_DISK * (packet as u64 + OVERHEAD)
}
