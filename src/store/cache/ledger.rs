//! Which entries there are, what they cost, and which of them was used longest ago.

use std::collections::{BTreeMap, HashMap};

use super::{Key, Kind, Limits};

/// An entry in the books; `P` is where it lies.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record<P> {
    pub(super) kind: Kind,
    /// When it was written, and when it was last used, in milliseconds since 1970.
    pub(super) written: u64,
    pub(super) used: u64,
    /// What it is charged, in bytes.
    pub(super) cost: u64,
    pub(super) place: P,
}

/// A clock that was put back by more than this makes entries of the future; they are as good as too old.
const SLACK: u64 = 10 * 60 * 1000;

/// The books of a cache. They never hold more than the budget.
#[derive(Debug)]
pub(super) struct Ledger<P> {
    limits: Limits,
    records: HashMap<Key, (Turn, Record<P>)>,
    by_use: BTreeMap<Turn, Key>,
    bytes: u64,
    turns: u64,
}

/// When an entry was last used, with a number that tells uses of the same millisecond apart.
type Turn = (u64, u64);

impl<P> Ledger<P> {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, records: HashMap::new(), by_use: BTreeMap::new(), bytes: 0, turns: 0 }
    }

    /// The record of an entry, unless it is too old.
    pub(super) fn fresh(&self, key: &Key, now: u64) -> Option<&Record<P>> {
        self.record(key).filter(|record| !self.is_stale(record, now))
    }

    pub(super) fn record(&self, key: &Key) -> Option<&Record<P>> {
        self.records.get(key).map(|(_, record)| record)
    }

    pub(super) fn is_stale(&self, record: &Record<P>, now: u64) -> bool {
        let lifetime = self.limits.lifetime(record.kind).as_millis() as u64;
        now.saturating_sub(record.written) >= lifetime || record.written > now.saturating_add(SLACK)
    }

    /// Whether an entry of this cost may be kept at all: one that takes more than a quarter would push out too much.
    pub(super) fn takes(&self, cost: u64) -> bool {
        cost <= self.limits.budget() / 4
    }

    /// The time of a use that is made now: no use is before another that was made earlier, whatever clocks say.
    pub(super) fn time_of_use(&self, now: u64) -> u64 {
        self.by_use.last_key_value().map_or(now, |((used, _), _)| now.max(*used))
    }

    /// Notes a use.
    pub(super) fn touch(&mut self, key: &Key, now: u64) {
        self.turns += 1;
        let now = self.time_of_use(now);
        if let Some((turn, record)) = self.records.get_mut(key) {
            self.by_use.remove(turn);
            record.used = now;
            *turn = (record.used, self.turns);
            self.by_use.insert(*turn, *key);
        }
    }

    /// Adds an entry and returns the one that was in its place.
    pub(super) fn insert(&mut self, key: Key, record: Record<P>) -> Option<Record<P>> {
        let former = self.remove(&key);
        self.turns += 1;
        let turn = (record.used, self.turns);
        self.bytes += record.cost;
        self.by_use.insert(turn, key);
        self.records.insert(key, (turn, record));
        former
    }

    /// Puts an entry somewhere else.
    pub(super) fn move_to(&mut self, key: &Key, place: P) {
        if let Some((_, record)) = self.records.get_mut(key) {
            record.place = place;
        }
    }

    pub(super) fn remove(&mut self, key: &Key) -> Option<Record<P>> {
        let (turn, record) = self.records.remove(key)?;
        self.by_use.remove(&turn);
        self.bytes -= record.cost;
        Some(record)
    }

    /// Takes out what was used longest ago, until the budget has room for this many bytes.
    pub(super) fn make_room(&mut self, cost: u64) -> Vec<(Key, Record<P>)> {
        let mut evicted = Vec::new();
        while self.bytes + cost > self.limits.budget() {
            let Some((_, key)) = self.by_use.pop_first() else { break };
            evicted.extend(self.remove(&key).map(|record| (key, record)));
        }
        evicted
    }

    /// Takes out what lies in places that are no more.
    pub(super) fn retain(&mut self, is_there: impl Fn(&P) -> bool) {
        let gone = self.records.iter().filter(|(_, (_, record))| !is_there(&record.place)).map(|(key, _)| *key);
        gone.collect::<Vec<_>>().iter().for_each(|key| _ = self.remove(key));
    }

    /// All keys, with what was used longest ago first.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.by_use.values().copied().collect()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(super) fn count(&self) -> [usize; Kind::ALL.len()] {
        let mut counts = [0; Kind::ALL.len()];
        self.records.values().for_each(|(_, record)| counts[record.kind.index()] += 1);
        counts
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record(used: u64, cost: u64) -> Record<()> {
        Record { kind: Kind::Scene, written: 0, used, cost, place: () }
    }

    proptest! {
        /// Compared with a plain list that is kept in the order of use.
        #[test]
        fn the_books_are_those_of_a_plain_list(steps in prop::collection::vec((0..3u8, 0..12u8, 1..9u64), 1..200)) {
            let limits = Limits::default().with_budget(0);
            let unit = limits.budget() / 16;
            let mut ledger = Ledger::new(limits);
            let mut list: Vec<(Key, u64)> = Vec::new();
            for (now, (step, name, cost)) in steps.into_iter().enumerate() {
                let (key, now) = (Key::from_bytes([name; Key::LENGTH]), now as u64);
                let former = list.iter().position(|(known, _)| *known == key).map(|at| list.remove(at));
                match step {
                    0 => {
                        ledger.insert(key, record(now, cost * unit));
                        list.push((key, cost * unit));
                    }
                    1 => {
                        ledger.touch(&key, now);
                        list.extend(former);
                    }
                    _ => prop_assert_eq!(ledger.remove(&key).is_some(), former.is_some()),
                }
                let evicted: Vec<Key> = ledger.make_room(0).into_iter().map(|(key, _)| key).collect();
                let mut expected = Vec::new();
                while list.iter().map(|(_, cost)| cost).sum::<u64>() > limits.budget() {
                    expected.push(list.remove(0).0);
                }
                prop_assert_eq!(evicted, expected);
                prop_assert_eq!(ledger.keys(), list.iter().map(|(key, _)| *key).collect::<Vec<_>>());
                prop_assert_eq!(ledger.bytes(), list.iter().map(|(_, cost)| cost).sum::<u64>());
            }
        }
    }
}
