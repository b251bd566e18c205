//! One directory of sled, and what is written in it.
//!
//! Packets lie in parts under numbers that only grow, so that sled writes at one end of its tree and finds whole
//! segments to use again: random keys took three times the bytes of the entries on disk, growing ones twice. Beside them
//! is an index of small records from which the books are read at the start.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use sled::{Batch, Db};

use super::fault::{Fault, ask};
use crate::store::cache::ledger::Record;
use crate::store::cache::{Key, Kind};

/// The longest part. Sled keeps up to some thirty values in a page, and writes pages over 128 KiB as files of their own.
const PART: usize = 3000;

/// What sled may hold in memory. Its default is a gigabyte.
const MEMORY: u64 = 16 << 20;

const PARTS: u8 = b'd';
const INDEX: u8 = b'i';
const COUNTS: &[u8] = b"n";

/// Where a packet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    pub(super) generation: u64,
    number: u64,
    parts: u16,
}

/// How often the cache had an answer, and how often not.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    pub(super) hits: u64,
    pub(super) misses: u64,
}

/// A record as it stands in the index.
#[derive(Serialize, Deserialize)]
struct Line {
    kind: u8,
    written: u64,
    used: u64,
    cost: u64,
    place: Place,
}

/// A directory of the store.
#[derive(Debug)]
pub(super) struct Generation {
    number: u64,
    db: Db,
    next: AtomicU64,
}

impl Generation {
    /// Opens a directory, or makes it. Sled takes a file that it does not know for an empty one, so a directory that has
    /// been made has a mark.
    pub(super) fn open(path: &Path, number: u64) -> Result<Self, Fault> {
        let is_made = fs::metadata(path.join("db")).is_ok_and(|file| file.len() > 0);
        drop_torn_snapshots(path);
        let config = sled::Config::default().path(path).cache_capacity(MEMORY).flush_every_ms(None);
        let db = open_when_free(&config)?;
        let last = ask(|| db.range([PARTS]..[PARTS + 1]).next_back().transpose())?;
        let last = last.and_then(|(key, _)| Some(u64::from_be_bytes(key.get(1..9)?.try_into().ok()?)));
        let generation = Self { number, db, next: AtomicU64::new(last.map_or(0, |last| last + 1)) };
        match generation.counts()? {
            None if is_made => Err(Fault::Damaged("its files are not those of a cache".to_owned())),
            None => generation.mark().map(|()| generation),
            Some(_) => Ok(generation),
        }
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The packet of a place; `None` if a part of it is not there.
    pub(super) fn read(&self, place: &Place) -> Result<Option<Vec<u8>>, Fault> {
        ask(|| {
            let mut packet = Vec::new();
            for part in 0..place.parts {
                match self.db.get(part_key(place.number, part))? {
                    Some(bytes) => packet.extend_from_slice(&bytes),
                    None => return Ok(None),
                }
            }
            Ok(Some(packet))
        })
    }

    /// Writes changes, all or none, and hands them to the system.
    pub(super) fn apply(&self, changes: Changes) -> Result<(), Fault> {
        ask(|| {
            self.db.apply_batch(changes.0)?;
            self.db.flush().map(|_| ())
        })
    }

    /// A place for a packet that is to be written.
    pub(super) fn place_for(&self, packet: &[u8]) -> Place {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        Place { generation: self.number, number, parts: packet.len().div_ceil(PART) as u16 }
    }

    /// What the index says. Lines that cannot be read are left out.
    pub(super) fn records(&self) -> Result<Vec<(Key, Record<Place>)>, Fault> {
        ask(|| {
            let lines = self.db.scan_prefix([INDEX]);
            lines.filter_map(|line| line.map(|(key, line)| record(&key, &line)).transpose()).collect()
        })
    }

    /// The counts, with which every generation is marked; `None` where they cannot be read.
    pub(super) fn counts(&self) -> Result<Option<Counts>, Fault> {
        Ok(ask(|| self.db.get(COUNTS))?.and_then(|counts| postcard::from_bytes(&counts).ok()))
    }

    fn mark(&self) -> Result<(), Fault> {
        let mut changes = Changes::default();
        changes.count(Counts::default());
        self.apply(changes)
    }
}

/// Changes to a generation that belong together.
#[derive(Debug, Default)]
pub(super) struct Changes(Batch);

impl Changes {
    /// Writes a packet and its line in the index.
    pub(super) fn put(&mut self, key: &Key, record: &Record<Place>, packet: &[u8]) {
        for (part, bytes) in (0..).zip(packet.chunks(PART)) {
            self.0.insert(&part_key(record.place.number, part), bytes);
        }
        self.note(key, record);
    }

    /// Removes a packet.
    pub(super) fn remove_packet(&mut self, place: &Place) {
        (0..place.parts).for_each(|part| self.0.remove(&part_key(place.number, part)));
    }

    /// Removes a line of the index.
    pub(super) fn remove_line(&mut self, key: &Key) {
        self.0.remove(&index_key(key)[..]);
    }

    /// Writes a line of the index.
    pub(super) fn note(&mut self, key: &Key, record: &Record<Place>) {
        let Record { kind, written, used, cost, place } = record.clone();
        let line = Line { kind: kind as u8, written, used, cost, place };
        self.0.insert(&index_key(key)[..], postcard::to_stdvec(&line).unwrap_or_default());
    }

    pub(super) fn count(&mut self, counts: Counts) {
        self.0.insert(COUNTS, postcard::to_stdvec(&counts).unwrap_or_default());
    }
}

/// A snapshot that was being written when its process ended makes every later opening fail. The one before it, or the
/// log, still says everything.
/// Opens a directory that nobody else can have: a store that this process has just closed still keeps its lock until its
/// threads have ended. Whoever takes that for damage throws the directory away.
fn open_when_free(config: &sled::Config) -> Result<Db, Fault> {
    const PATIENCE: Duration = Duration::from_secs(5);
    const PAUSE: Duration = Duration::from_millis(5);
    let since = Instant::now();
    loop {
        match ask(|| config.open()) {
            Err(Fault::Damaged(cause)) if cause.contains("could not acquire lock") => {
                if since.elapsed() > PATIENCE {
                    return Err(Fault::Refused(cause));
                }
                thread::sleep(PAUSE);
            }
            outcome => return outcome,
        }
    }
}

fn drop_torn_snapshots(path: &Path) {
    let files = fs::read_dir(path).into_iter().flatten().flatten();
    for file in files.filter(|file| file.file_name().to_string_lossy().ends_with(".generating")) {
        let _ = fs::remove_file(file.path());
    }
}

fn part_key(number: u64, part: u16) -> [u8; 11] {
    let mut key = [PARTS; 11];
    key[1..9].copy_from_slice(&number.to_be_bytes());
    key[9..].copy_from_slice(&part.to_be_bytes());
    key
}

fn index_key(key: &Key) -> [u8; 1 + Key::LENGTH] {
    let mut bytes = [INDEX; 1 + Key::LENGTH];
    bytes[1..].copy_from_slice(key.as_bytes());
    bytes
}

fn record(key: &[u8], line: &[u8]) -> Option<(Key, Record<Place>)> {
    let key = Key::from_bytes(key.get(1..)?.try_into().ok()?);
    let Line { kind, written, used, cost, place } = postcard::from_bytes(line).ok()?;
    let kind = Kind::ALL.into_iter().find(|known| *known as u8 == kind)?;
    Some((key, Record { kind, written, used, cost, place }))
}
