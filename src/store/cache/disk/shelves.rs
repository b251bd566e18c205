//! The generations that are open, and the books over what is in them.

use std::collections::HashSet;

use super::fault::Fault;
use super::generation::{Changes, Counts, Generation, Place};
use crate::store::cache::ledger::{Ledger, Record};
use crate::store::cache::packet::Unpacker;
use crate::store::cache::{Entry, Key, Limits};

/// The generations that are open. Only the newest is written to.
#[derive(Debug)]
pub(super) struct Shelves {
    pub(super) newest: Generation,
    pub(super) older: Option<Generation>,
}

/// What is known about the entries without reading them.
#[derive(Debug)]
pub(super) struct Books {
    pub(super) ledger: Ledger<Place>,
    pub(super) counts: Counts,
    /// What was used since the index was last written.
    pub(super) used: HashSet<Key>,
}

impl Shelves {
    /// The entry of a record; `None` if it is not there or damaged.
    pub(super) fn entry(&self, key: &Key, record: &Record<Place>, unpacker: &Unpacker) -> Result<Option<Entry>, Fault> {
        let generations = [Some(&self.newest), self.older.as_ref()];
        let home = generations.into_iter().flatten().find(|known| known.number() == record.place.generation);
        let packet = home.map(|home| home.read(&record.place)).transpose()?.flatten();
        let entry = packet.and_then(|packet| unpacker.unpack(key, &packet));
        Ok(entry.filter(|(entry, written)| (entry.kind(), *written) == (record.kind, record.written)).map(|(it, _)| it))
    }
}

impl Generation {
    /// Removes an entry. What is in an older generation goes with it.
    pub(super) fn forget(&self, key: &Key, record: &Record<Place>, changes: &mut Changes) {
        if record.place.generation == self.number() {
            changes.remove_packet(&record.place);
            changes.remove_line(key);
        }
    }
}

impl Books {
    pub(super) fn new(limits: Limits) -> Self {
        Self { ledger: Ledger::new(limits), counts: Counts::default(), used: HashSet::new() }
    }

    /// Takes out what was under a key, and what was used longest ago until there is room for an entry of this cost; how
    /// many the latter are. `None` if such an entry is too large.
    pub(super) fn make_way(
        &mut self,
        key: &Key,
        cost: u64,
        newest: &Generation,
        changes: &mut Changes,
    ) -> Option<usize> {
        let former = self.ledger.remove(key).map(|record| (*key, record));
        let evicted = self.ledger.takes(cost).then(|| self.ledger.make_room(cost));
        for (key, record) in former.iter().chain(evicted.iter().flatten()) {
            newest.forget(key, record, changes);
        }
        self.write(newest, changes);
        evicted.map(|evicted| evicted.len())
    }

    /// Writes down what was used.
    pub(super) fn write(&mut self, newest: &Generation, changes: &mut Changes) {
        changes.count(self.counts);
        for key in self.used.drain() {
            let record = self.ledger.record(&key).filter(|record| record.place.generation == newest.number());
            if let Some(record) = record {
                changes.note(&key, record);
            }
        }
    }
}
