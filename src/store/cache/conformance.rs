//! What every cache must do, run on both.

use std::collections::HashMap;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use tempfile::{TempDir, tempdir};

use super::{Cache, DiskCache, Entry, Key, Kind, Limits, MemoryCache, Stats, Verdict};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Runs a test on a cache of each kind.
fn on_both(limits: Limits, test: impl Fn(&dyn Cache)) -> Outcome {
    test(&MemoryCache::new(limits));
    let (_folder, cache) = on_disk(limits)?;
    test(&cache);
    assert_eq!(cache.take_trouble(), None);
    Ok(())
}

fn on_disk(limits: Limits) -> Result<(TempDir, DiskCache), Box<dyn std::error::Error>> {
    let folder = tempdir()?;
    let cache = DiskCache::open(folder.path(), limits).map_err(|trouble| trouble.to_string())?;
    Ok((folder, cache))
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + seconds)
}

fn key(name: u64) -> Key {
    let mut bytes = [0; Key::LENGTH];
    bytes[..8].copy_from_slice(&name.to_le_bytes());
    Key::from_bytes(bytes)
}

/// An entry whose content no compression makes smaller.
fn entry(name: u64, length: usize) -> Entry {
    let mut noise = blake3::Hasher::new().update(&name.to_le_bytes()).finalize_xof();
    let mut payload = vec![0; length];
    noise.fill(&mut payload);
    Entry::of(Kind::Scene, payload)
}

fn small() -> Limits {
    Limits::default().with_budget(0)
}

#[test]
fn what_is_put_is_got() -> Outcome {
    on_both(small(), |cache| {
        assert_eq!(cache.get(&key(1), at(0)), None);
        for (name, length) in [(1, 0), (2, 1), (3, 255), (4, 6_000), (5, 3_000), (6, 100_000)] {
            let kind = Kind::ALL[name as usize % Kind::ALL.len()];
            let kept = Entry::of(kind, entry(name, length).payload().to_vec());
            assert!(cache.put(&key(name), &kept, at(0)).kept, "{length}");
            assert_eq!(cache.get(&key(name), at(1)), Some(kept), "{length}");
        }
        cache.put(&key(6), &entry(7, 50), at(2));
        assert_eq!(cache.get(&key(6), at(3)), Some(entry(7, 50)));
        assert_eq!(cache.get(&key(8), at(3)), None);
        let Stats { entries, hits, misses, .. } = cache.stats();
        assert_eq!((entries, hits, misses), ([2, 2, 1, 1], 7, 2));
    })
}

#[test]
fn each_kind_has_its_time_to_live() -> Outcome {
    let limits = small().with_lifetime(Kind::Layout, Duration::from_secs(10));
    on_both(limits, |cache| {
        for (name, kind) in (0..).zip(Kind::ALL) {
            cache.put(&key(name), &Entry::of(kind, vec![1, 2, 3]), at(0));
        }
        let there = |seconds| [0, 1, 2, 3].map(|name| cache.get(&key(name), at(seconds)).is_some());
        assert_eq!(there(9), [true; 4]);
        assert_eq!(there(10), [true, false, true, true]);
        assert_eq!(there(30 * 24 * 3600), [false; 4]);
        cache.put(&key(1), &Entry::of(Kind::Layout, vec![4]), at(20));
        assert_eq!(there(29), [true; 4]);
    })
}

#[test]
fn entries_of_a_future_are_too_old() -> Outcome {
    on_both(small(), |cache| {
        cache.put(&key(1), &entry(1, 10), at(3600));
        assert_eq!(cache.get(&key(1), at(0)), None);
        cache.put(&key(2), &entry(2, 10), at(0));
        assert_eq!(cache.get(&key(2), at(0)), Some(entry(2, 10)), "what is new is not the first to go");
    })
}

#[test]
fn what_was_used_longest_ago_makes_room() -> Outcome {
    on_both(small(), |cache| {
        let mut count = 0;
        while cache.put(&key(count), &entry(count, 40_000), at(count)).evicted == 0 {
            assert_eq!(cache.get(&key(0), at(count)), Some(entry(0, 40_000)));
            assert!(cache.stats().bytes <= cache.stats().budget);
            count += 1;
        }
        let there = |name| cache.get(&key(name), at(count)).is_some();
        assert_eq!([0, 1, 2, count].map(there), [true, false, true, true]);
    })
}

#[test]
fn what_is_too_large_is_not_kept() -> Outcome {
    on_both(small(), |cache| {
        cache.put(&key(1), &entry(1, 100), at(0));
        cache.put(&key(2), &entry(2, 100), at(0));
        let written = cache.put(&key(2), &entry(2, 3 << 20), at(1));
        assert_eq!((written.kept, written.evicted), (false, 0));
        assert_eq!(cache.get(&key(2), at(1)), None, "what was to be replaced is not the answer any more");
        assert_eq!(cache.get(&key(1), at(1)), Some(entry(1, 100)));
    })
}

#[test]
fn clearing_forgets_everything() -> Outcome {
    on_both(small(), |cache| {
        (0..20).for_each(|name| _ = cache.put(&key(name), &entry(name, 1000), at(0)));
        cache.clear();
        assert!((0..20).all(|name| cache.get(&key(name), at(1)).is_none()));
        assert_eq!((cache.stats().entries, cache.stats().bytes), ([0; 4], 0));
        cache.put(&key(1), &entry(1, 1000), at(2));
        assert_eq!(cache.get(&key(1), at(3)), Some(entry(1, 1000)));
    })
}

#[test]
fn verifying_counts_and_forgets_what_is_too_old() -> Outcome {
    on_both(small(), |cache| {
        (0..10).for_each(|name| _ = cache.put(&key(name), &entry(name, 1000), at(name)));
        let later = at(30 * 24 * 3600 + 3);
        assert_eq!(cache.verify(later), Verdict { sound: 6, stale: 4, damaged: 0 });
        assert_eq!(cache.verify(later), Verdict { sound: 6, stale: 0, damaged: 0 });
        assert_eq!(cache.stats().entries, [6, 0, 0, 0]);
    })
}

#[test]
fn many_at_once_get_what_they_put() -> Outcome {
    on_both(small(), |cache| {
        std::thread::scope(|scope| {
            for thread in 0..8 {
                scope.spawn(move || {
                    for step in 0..40 {
                        let name = (thread * 7 + step) % 50;
                        cache.put(&key(name), &entry(name, 20_000), at(step));
                        let got = cache.get(&key(name), at(step));
                        assert!(got.is_none_or(|got| got == entry(name, 20_000)));
                    }
                });
            }
        });
        assert!(cache.stats().bytes <= cache.stats().budget);
        assert_eq!(cache.verify(at(50)).damaged, 0);
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever is done, an answer is the last one that was put.
    #[test]
    fn an_answer_is_the_last_that_was_put(steps in prop::collection::vec((0..4u8, 0..24u64, 0..60_000usize), 1..60)) {
        let run = |cache: &dyn Cache| {
            let mut model = HashMap::new();
            for (second, (step, name, length)) in (0..).zip(&steps) {
                if *step == 0 {
                    let got = cache.get(&key(*name), at(second));
                    assert!(got.is_none() || got.as_ref() == model.get(name));
                } else {
                    let put = entry(second, *length);
                    assert!(cache.put(&key(*name), &put, at(second)).kept);
                    assert_eq!(cache.get(&key(*name), at(second)), Some(put.clone()));
                    model.insert(*name, put);
                }
            }
            assert!(cache.stats().bytes <= cache.stats().budget);
        };
        on_both(small(), run).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }
}
