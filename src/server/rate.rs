//! How often each client may ask.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// The most clients that are told apart; all others are one. A client takes some 100 bytes.
const MOST: usize = 16_384;

/// After how many requests it is looked which clients have been away long enough to be forgotten.
const SWEEP: u64 = 1_024;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Client {
    place: Place,
    /// Strangers behind a proxy use up nothing of those who may use the service.
    is_known: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    V4(u32),
    /// A network of 64 bits, of which whoever has one address has all.
    V6(u64),
    /// Somebody of whom nothing is known.
    Anywhere,
}

impl Client {
    /// Somebody who may use the service.
    pub(super) fn known(address: Option<IpAddr>) -> Self {
        Self { place: Place::of(address), is_known: true }
    }

    /// Somebody who may not.
    pub(super) fn stranger(address: Option<IpAddr>) -> Self {
        Self { place: Place::of(address), is_known: false }
    }
}

impl Place {
    fn of(address: Option<IpAddr>) -> Self {
        match address.map(|address| address.to_canonical()) {
            Some(IpAddr::V4(address)) => Self::V4(address.to_bits()),
            Some(IpAddr::V6(address)) => Self::V6((address.to_bits() >> 64) as u64),
            None => Self::Anywhere,
        }
    }
}

/// What each client may still ask.
#[derive(Debug, Default)]
pub(super) struct Rates {
    limiter: Option<DefaultKeyedRateLimiter<Client>>,
    taken: AtomicU64,
    /// There are more clients than can be told apart.
    is_crowded: AtomicBool,
    clock: DefaultClock,
}

impl Rates {
    /// So many requests a second for each client, and twice as many at once; as many as they like if nothing is said.
    pub(super) fn new(each_second: Option<NonZeroU32>) -> Self {
        let quota = |rate: NonZeroU32| Quota::per_second(rate).allow_burst(rate.saturating_add(rate.get()));
        Self { limiter: each_second.map(|rate| RateLimiter::keyed(quota(rate))), ..Self::default() }
    }

    /// Counts a request of a client.
    ///
    /// # Errors
    /// How long it has to wait before the next, if it was too often.
    pub(super) fn take(&self, client: Client) -> Result<(), Duration> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if self.taken.fetch_add(1, Ordering::Relaxed).is_multiple_of(SWEEP) {
            limiter.retain_recent();
            self.is_crowded.store(limiter.len() >= MOST, Ordering::Relaxed);
        }
        let is_crowded = self.is_crowded.load(Ordering::Relaxed);
        let client = if is_crowded { Client { place: Place::Anywhere, ..client } } else { client };
        limiter.check_key(&client).map_err(|until| until.wait_time_from(self.clock.now()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str) -> Client {
        Client::known(address.parse().ok())
    }

    #[test]
    fn each_client_has_its_own_share() {
        let rates = Rates::new(NonZeroU32::new(2));
        let taken = |client: Client| (0..10).filter(|_| rates.take(client).is_ok()).count();
        assert_eq!((taken(from("192.0.2.1")), taken(from("192.0.2.2"))), (4, 4));
        assert!(rates.take(from("192.0.2.1")).is_err_and(|wait| wait <= Duration::from_millis(500)));
        assert_eq!(taken(Client::stranger("192.0.2.1".parse().ok())), 4, "strangers at the same address");
        assert_eq!(taken(from("2001:db8::1")), 4);
        assert_eq!(taken(from("2001:db8::2")), 0, "the same network");
        assert_eq!(taken(from("::ffff:192.0.2.1")), 0, "the same address in the other notation");
        assert_eq!((0..9_999).filter(|_| Rates::new(None).take(from("192.0.2.1")).is_err()).count(), 0);
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let rates = Rates::new(NonZeroU32::new(1));
        for number in 0..4 * MOST as u32 {
            _ = rates.take(Client::known(Some(IpAddr::V4(number.into()))));
        }
        let known = rates.limiter.as_ref().map_or(0, RateLimiter::len);
        assert!((MOST..=MOST + SWEEP as usize).contains(&known), "{known}");
    }
}
