//! From one generation to the next, a little with every write.

use super::DiskCache;
use super::fault::Fault;
use super::generation::{Changes, Generation};
use crate::store::cache::ledger::Record;
use crate::store::cache::{Key, lock};

/// How many bytes are carried over with each write while there are two generations.
const STEP: usize = 256 << 10;

/// Sled grows by segments of 512 KiB, two of them before anybody looks.
const GROWTH: u64 = 1 << 20;

impl DiskCache {
    /// Carries some of what is in the older generation to the newest, and removes the older one when all is done.
    pub(super) fn carry(&self, moving: &mut Vec<Key>) -> Result<(), Fault> {
        let shelves = self.shelves();
        let Some(older) = &shelves.older else { return Ok(()) };
        let (mut changes, mut carried, mut bytes) = (Changes::default(), Vec::new(), 0);
        while let Some(key) = moving.pop_if(|_| bytes < STEP) {
            let record = lock(&self.books).ledger.record(&key).cloned();
            let Some(record) = record.filter(|record| record.place.generation == older.number()) else { continue };
            // What cannot be read goes with its generation.
            let Ok(Some(packet)) = older.read(&record.place) else { continue };
            bytes += packet.len();
            let record = Record { place: shelves.newest.place_for(&packet), ..record };
            changes.put(&key, &record, &packet);
            carried.push((key, record.place));
        }
        shelves.newest.apply(changes)?;
        for (key, place) in carried {
            lock(&self.books).ledger.move_to(&key, place);
        }
        drop(shelves);
        if moving.is_empty() { self.retire() } else { Ok(()) }
    }

    /// Begins a new generation when the newest is twice the budget; ends carrying when both are three times.
    pub(super) fn rotate(&self, moving: &mut Vec<Key>) -> Result<(), Fault> {
        let is_carrying = self.shelves().older.is_some();
        let limit = self.limits.budget() * if is_carrying { 3 } else { 2 };
        if self.folder.size() + GROWTH <= limit {
            return Ok(());
        }
        if is_carrying {
            moving.clear();
            return self.retire();
        }
        let number = self.shelves().newest.number() + 1;
        let next = Generation::open(&self.folder.generation(number), number)?;
        let mut shelves = self.shelves_to_change();
        shelves.older = Some(std::mem::replace(&mut shelves.newest, next));
        *moving = lock(&self.books).ledger.keys();
        Ok(())
    }

    /// Removes the older generation, with what is in it alone.
    fn retire(&self) -> Result<(), Fault> {
        let mut shelves = self.shelves_to_change();
        let Some(older) = shelves.older.take() else { return Ok(()) };
        let number = older.number();
        lock(&self.books).ledger.retain(|place| place.generation != number);
        // Sled writes when it is closed, so it goes before its files.
        drop(older);
        Ok(self.folder.remove(number)?)
    }
}
