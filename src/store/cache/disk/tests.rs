//! What only a cache on disk must do: outlive its process, stay within its bound, and survive what befalls files.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::tempdir;

use super::*;
use crate::store::cache::{Kind, open};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + seconds)
}

fn key(name: u64) -> Key {
    Key::from_bytes(*blake3::hash(&name.to_le_bytes()).as_bytes())
}

fn entry(name: u64, length: usize) -> Entry {
    let mut payload = vec![0; length];
    blake3::Hasher::new().update(&name.to_le_bytes()).finalize_xof().fill(&mut payload);
    Entry::of(Kind::Scene, payload)
}

fn opened(folder: &Path, limits: Limits) -> Result<DiskCache, String> {
    DiskCache::open(folder, limits).map_err(|trouble| trouble.to_string())
}

fn small() -> Limits {
    Limits::default().with_budget(0)
}

/// What is done to the bytes of a file.
type Spoil = fn(&[u8]) -> Vec<u8>;

/// A folder with a cache of some entries in it, which is closed.
fn filled(count: u64) -> Result<tempfile::TempDir, Box<dyn std::error::Error>> {
    let folder = tempdir()?;
    let cache = opened(folder.path(), small())?;
    (0..count).for_each(|name| _ = cache.put(&key(name), &entry(name, 6000), at(name)));
    Ok(folder)
}

/// How many entries are there; each must be what was put.
fn sound(cache: &DiskCache, count: u64) -> usize {
    let got = (0..count).filter_map(|name| Some((name, cache.get(&key(name), at(count))?)));
    got.map(|(name, got)| assert_eq!(got, entry(name, 6000))).count()
}

#[test]
fn it_outlives_its_process() -> Outcome {
    let folder = filled(30)?;
    let cache = opened(folder.path(), small())?;
    assert_eq!((sound(&cache, 30), cache.stats().hits), (30, 30));
    drop(cache);
    let cache = opened(folder.path(), small())?;
    assert_eq!((cache.stats().entries, cache.stats().hits), ([30, 0, 0, 0], 30));
    assert_eq!(cache.take_trouble(), None);
    Ok(())
}

#[test]
fn a_store_that_is_still_closing_is_waited_for() -> Outcome {
    let folder = filled(3)?;
    let path = folder.path().join("generation-000001");
    let closing = sled::Config::default().path(path).open()?;
    let closer = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        drop(closing);
    });
    let cache = opened(folder.path(), small())?;
    assert_eq!(cache.stats().entries, [3, 0, 0, 0]);
    assert!(closer.join().is_ok());
    Ok(())
}

#[test]
fn the_order_of_use_outlives_the_process() -> Outcome {
    let folder = filled(10)?;
    let cache = opened(folder.path(), small())?;
    assert!(cache.get(&key(0), at(100)).is_some());
    drop(cache);
    let cache = opened(folder.path(), small())?;
    let mut count = 1000;
    while cache.put(&key(count), &entry(count, 60_000), at(count)).evicted == 0 {
        count += 1;
    }
    assert!(cache.get(&key(0), at(count)).is_some());
    assert!(cache.get(&key(1), at(count)).is_none());
    Ok(())
}

#[test]
fn a_smaller_budget_holds_at_once() -> Outcome {
    let folder = tempdir()?;
    let cache = opened(folder.path(), small().with_budget(16 << 20))?;
    (0..300).for_each(|name| _ = cache.put(&key(name), &entry(name, 20_000), at(name)));
    assert!(cache.stats().bytes > 8 << 20);
    drop(cache);
    let cache = opened(folder.path(), small())?;
    assert!(cache.stats().bytes <= Limits::LEAST_BUDGET);
    assert!(cache.get(&key(299), at(300)).is_some() && cache.get(&key(0), at(300)).is_none());
    Ok(())
}

#[test]
fn churn_stays_within_the_bound() -> Outcome {
    let folder = tempdir()?;
    let cache = opened(folder.path(), small())?;
    let (mut rotations, mut former) = (0, 1);
    for name in 0..4000 {
        assert!(cache.put(&key(name), &entry(name, 10_000), at(name)).kept);
        let (carrying, number) = (cache.shelves().older.is_some(), cache.shelves().newest.number());
        rotations += u64::from(number != former);
        former = number;
        let limit = cache.limits.budget() * if carrying { 3 } else { 2 };
        assert!(cache.folder.size() <= limit, "{} of {limit} after {name}", cache.folder.size());
        assert_eq!(cache.get(&key(name), at(name)), Some(entry(name, 10_000)));
    }
    assert!(rotations > 0, "the test is too short to tell");
    assert_eq!(cache.take_trouble(), None);
    assert_eq!(cache.verify(at(4000)).damaged, 0);
    Ok(())
}

#[test]
fn a_generation_is_carried_over_across_an_end() -> Outcome {
    let folder = filled(100)?;
    let cache = opened(folder.path(), small())?;
    let number = cache.shelves().newest.number() + 1;
    let next = Generation::open(&cache.folder.generation(number), number).map_err(Fault::into_cause)?;
    {
        let mut shelves = cache.shelves_to_change();
        shelves.older = Some(std::mem::replace(&mut shelves.newest, next));
        *lock(&cache.moving) = lock(&cache.books).ledger.keys();
    }
    assert!(cache.put(&key(500), &entry(500, 6000), at(200)).kept);
    assert!(cache.shelves().older.is_some(), "one write does not carry all");
    assert_eq!(sound(&cache, 100), 100);
    drop(cache);
    let cache = opened(folder.path(), small())?;
    assert_eq!(sound(&cache, 100), 100);
    (501..520).for_each(|name| _ = cache.put(&key(name), &entry(name, 6000), at(300)));
    assert!(cache.shelves().older.is_none());
    assert_eq!(cache.folder.generations(), [number]);
    assert_eq!(sound(&cache, 100), 100);
    Ok(())
}

#[test]
fn a_second_one_goes_on_without() -> Outcome {
    let folder = filled(5)?;
    let first = opened(folder.path(), small())?;
    let second = open(folder.path(), small());
    assert_eq!(second.trouble, Some(Trouble::Held { folder: folder.path().to_owned() }));
    assert!(second.cache.put(&key(1), &entry(1, 10), at(0)).kept, "it is kept in memory");
    assert_eq!(sound(&first, 5), 5);
    assert!(matches!(clear(folder.path()), Err(Trouble::Held { .. })));
    drop(first);
    assert_eq!(open(folder.path(), small()).trouble, None);
    Ok(())
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    let around = tempdir()?;
    let folder = around.path().join("deep/cache");
    opened(&folder, small())?;
    assert_eq!(fs::metadata(&folder)?.permissions().mode() & 0o777, 0o700);
    Ok(())
}

#[test]
fn a_torn_snapshot_costs_nothing() -> Outcome {
    let folder = filled(20)?;
    fs::write(folder.path().join("generation-000001/snap.00000000000FFFFF.generating"), "torn")?;
    let cache = opened(folder.path(), small())?;
    assert_eq!((cache.take_trouble(), sound(&cache, 20)), (None, 20));
    Ok(())
}

#[test]
fn damaged_files_are_set_aside() -> Outcome {
    let files = ["db", "conf"];
    let spoil: [(&str, Spoil); 4] = [
        ("foreign", |_| b"This is no cache at all, but a letter to a friend.".repeat(100)),
        ("truncated", |bytes| bytes[..bytes.len() * 2 / 3].to_vec()),
        ("empty", |_| Vec::new()),
        ("zeroed", |bytes| vec![0; bytes.len()]),
    ];
    for (file, (what, spoil)) in files.iter().flat_map(|file| spoil.iter().map(move |spoil| (file, spoil))) {
        let folder = filled(40)?;
        let path = folder.path().join("generation-000001").join(file);
        fs::write(&path, spoil(&fs::read(&path)?))?;
        let cache = opened(folder.path(), small())?;
        let trouble = cache.take_trouble();
        assert!(trouble.is_none_or(|trouble| matches!(trouble, Trouble::Damaged { .. })), "{what} {file}");
        sound(&cache, 40);
        let written = cache.put(&key(7), &entry(7, 6000), at(90));
        assert!(written.kept && cache.get(&key(7), at(91)).is_some(), "{what} {file}");
    }
    Ok(())
}

#[test]
fn no_damaged_value_is_accepted() -> Outcome {
    for step in 0..24 {
        let folder = filled(40)?;
        let path = folder.path().join("generation-000001/db");
        let mut bytes = fs::read(&path)?;
        let used = bytes.iter().rposition(|byte| *byte != 0).unwrap_or_default();
        let places = (0..20).map(|place| (place * 7919 + step * 104_729) % used.max(1));
        places.for_each(|place| bytes[place] ^= 0x55);
        fs::write(&path, bytes)?;
        let cache = opened(folder.path(), small())?;
        sound(&cache, 40);
        cache.verify(at(41));
        sound(&cache, 40);
        assert!(cache.put(&key(7), &entry(7, 6000), at(50)).kept, "step {step}");
    }
    Ok(())
}

#[test]
fn a_file_in_the_place_of_a_generation_is_set_aside() -> Outcome {
    let folder = tempdir()?;
    fs::write(folder.path().join("generation-000004"), "a file")?;
    let cache = opened(folder.path(), small())?;
    assert!(matches!(cache.take_trouble(), Some(Trouble::Damaged { .. })));
    assert!(cache.put(&key(1), &entry(1, 100), at(0)).kept);
    Ok(())
}

#[test]
fn a_file_in_the_place_of_the_folder_is_no_cache() -> Outcome {
    let folder = tempdir()?;
    let path = folder.path().join("cache");
    fs::write(&path, "a file")?;
    let opened = open(&path, small());
    assert!(matches!(opened.trouble, Some(Trouble::Unusable { .. })), "{:?}", opened.trouble);
    assert!(opened.cache.put(&key(1), &entry(1, 100), at(0)).kept, "it is kept in memory");
    assert_eq!(fs::read_to_string(&path)?, "a file");
    Ok(())
}

#[test]
fn a_folder_that_is_removed_fails_nothing() -> Outcome {
    let folder = filled(10)?;
    let cache = opened(folder.path(), small())?;
    fs::remove_dir_all(folder.path())?;
    for name in 0..200 {
        cache.put(&key(name), &entry(name, 6000), at(name));
        assert!(cache.get(&key(name), at(name)).is_none_or(|got| got == entry(name, 6000)));
    }
    cache.clear();
    cache.put(&key(1), &entry(1, 6000), at(300));
    drop(cache);
    let again = opened(folder.path(), small())?;
    assert!(again.put(&key(1), &entry(1, 6000), at(301)).kept);
    Ok(())
}

#[test]
fn files_of_others_stay() -> Outcome {
    let folder = filled(3)?;
    let letter = folder.path().join("letter.txt");
    fs::write(&letter, "Dear friend")?;
    fs::create_dir(folder.path().join("generation-of-vipers"))?;
    assert!(clear(folder.path())? > 0);
    assert_eq!(opened(folder.path(), small())?.stats().entries, [0; 4]);
    assert_eq!(fs::read_to_string(&letter)?, "Dear friend");
    assert!(folder.path().join("generation-of-vipers").is_dir());
    Ok(())
}
