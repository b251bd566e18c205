//! Equal work at the same moment is done once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::{Key, lock};

/// Work that several wait for. Whoever waits also drives it, so it goes on when the one who began it has gone; when all
/// have gone, it ends.
pub(super) type Flight<T> = Shared<BoxFuture<'static, T>>;

/// The work that is under way.
#[derive(Debug)]
pub(super) struct Flights<T: Clone> {
    under_way: Arc<Mutex<UnderWay<T>>>,
}

#[derive(Debug)]
struct UnderWay<T: Clone> {
    begun: u64,
    flights: HashMap<Key, (u64, WeakShared<BoxFuture<'static, T>>)>,
}

/// Takes a flight off the list when it has ended, or when nobody waits for it any longer.
struct Ticket<T: Clone> {
    key: Key,
    number: u64,
    under_way: Arc<Mutex<UnderWay<T>>>,
}

impl<T: Clone> Default for Flights<T> {
    fn default() -> Self {
        Self { under_way: Arc::new(Mutex::new(UnderWay { begun: 0, flights: HashMap::new() })) }
    }
}

impl<T: Clone + Send + Sync + 'static> Flights<T> {
    /// Joins the work for a key that is under way, or begins it; and whether it was begun here.
    pub(super) fn join<F>(&self, key: Key, work: F) -> (Flight<T>, bool)
    where
        F: Future<Output = T> + Send + 'static,
    {
        let mut under_way = lock(&self.under_way);
        if let Some(flight) = under_way.flights.get(&key).and_then(|(_, flight)| flight.upgrade()) {
            return (flight, false);
        }
        under_way.begun += 1;
        let ticket = Ticket { key, number: under_way.begun, under_way: self.under_way.clone() };
        let number = ticket.number;
        let flight = async move {
            let _ticket = ticket;
            work.await
        };
        let flight = flight.boxed().shared();
        under_way.flights.extend(flight.downgrade().map(|weak| (key, (number, weak))));
        (flight, true)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        lock(&self.under_way).flights.len()
    }
}

impl<T: Clone> Drop for Ticket<T> {
    fn drop(&mut self) {
        let mut under_way = lock(&self.under_way);
        if under_way.flights.get(&self.key).is_some_and(|(number, _)| *number == self.number) {
            under_way.flights.remove(&self.key);
        }
    }
}
