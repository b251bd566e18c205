//! An entry as it lies on disk: a header that says what it is, and the payload, compressed where that saves something.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `FFC1`: magic, with the version of this format |
//! | 1 | kind |
//! | 1 | packing: 0 plain, 1 zstd |
//! | 8 | time of writing, milliseconds since 1970 |
//! | 4 | length of the payload |
//! | 8 | XXH3 over the key, the header and what follows |

use std::fmt;
use std::sync::Mutex;

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};
use zstd::bulk::Decompressor;

use super::{Entry, Key, Kind, lock};

const MAGIC: [u8; 4] = *b"FFC1";

/// Magic, kind, packing, time and length.
const HEAD: usize = 4 + 1 + 1 + 8 + 4;

const HEADER: usize = HEAD + 8;

const PLAIN: u8 = 0;
const ZSTD: u8 = 1;

/// Shorter payloads are not worth the time.
const WORTH_PACKING: usize = 256;

/// Level 3 is zstd's own default: scenes shrink to a third, in some 50 µs.
const LEVEL: i32 = 3;

/// How many decompressors are kept, of some 100 KiB each.
const IDLE: usize = 8;

/// The longest payload: no scene comes near it, and no header may ask for more memory than this.
pub(super) const LONGEST: usize = 16 << 20;

/// An entry as bytes; `None` if it is too long.
pub(super) fn pack(key: &Key, entry: &Entry, written: u64) -> Option<Vec<u8>> {
    let payload = entry.payload();
    if payload.len() > LONGEST {
        return None;
    }
    let packed = (payload.len() >= WORTH_PACKING).then(|| zstd::bulk::compress(payload, LEVEL).ok()).flatten();
    let packed = packed.filter(|packed| packed.len() < payload.len());
    let (packing, body) = packed.as_deref().map_or((PLAIN, payload), |packed| (ZSTD, packed));
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend(MAGIC);
    bytes.extend([entry.kind() as u8, packing]);
    bytes.extend(written.to_le_bytes());
    bytes.extend((payload.len() as u32).to_le_bytes());
    bytes.extend(checksum(key, &bytes, body).to_le_bytes());
    bytes.extend(body);
    Some(bytes)
}

/// Reads packets. To make ready takes twice as long as to decompress a scene, so what was made ready is kept.
#[derive(Default)]
pub(super) struct Unpacker {
    idle: Mutex<Vec<Decompressor<'static>>>,
}

impl Unpacker {
    /// The entry with the time at which it was written; `None` if a single bit is not as [`pack`] has written it.
    pub(super) fn unpack(&self, key: &Key, bytes: &[u8]) -> Option<(Entry, u64)> {
        let (head, rest) = bytes.split_first_chunk::<HEAD>()?;
        let (sum, body) = rest.split_first_chunk::<8>()?;
        if !head.starts_with(&MAGIC) || u64::from_le_bytes(*sum) != checksum(key, head, body) {
            return None;
        }
        let kind = Kind::ALL.into_iter().find(|kind| *kind as u8 == head[4])?;
        let written = u64::from_le_bytes(head[6..14].try_into().ok()?);
        let length = u32::from_le_bytes(head[14..].try_into().ok()?) as usize;
        let payload = match head[5] {
            PLAIN => body.to_vec(),
            ZSTD if length <= LONGEST => self.decompress(body, length)?,
            _ => return None,
        };
        (payload.len() == length).then(|| (Entry::of(kind, payload), written))
    }

    fn decompress(&self, body: &[u8], length: usize) -> Option<Vec<u8>> {
        let idle = lock(&self.idle).pop();
        let mut decompressor = idle.map_or_else(Decompressor::new, Ok).ok()?;
        let payload = decompressor.decompress(body, length).ok();
        let mut idle = lock(&self.idle);
        if idle.len() < IDLE {
            idle.push(decompressor);
        }
        payload
    }
}

impl fmt::Debug for Unpacker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Unpacker").finish_non_exhaustive()
    }
}

/// The key is part of it, so that an entry under another's key is damaged too.
fn checksum(key: &Key, head: &[u8], body: &[u8]) -> u64 {
    let seed = xxh3_64_with_seed(head, xxh3_64(key.as_bytes()));
    xxh3_64_with_seed(body, seed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(byte: u8) -> Key {
        Key::from_bytes([byte; Key::LENGTH])
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(text in "(import .{0,20}\n){0,40}", written: u64) {
            let entry = Entry::of(Kind::Layout, text.into_bytes());
            let bytes = pack(&key(1), &entry, written);
            prop_assert_eq!(bytes.and_then(|bytes| Unpacker::default().unpack(&key(1), &bytes)), Some((entry, written)));
        }

        #[test]
        fn whatever_was_damaged_is_refused(text in "[a-d]{0,600}", at: prop::sample::Index, bit in 0..8u8) {
            let bytes = pack(&key(1), &Entry::of(Kind::Fill, text.into_bytes()), 7).unwrap_or_default();
            let at = at.index(bytes.len());
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << bit;
            prop_assert_eq!(Unpacker::default().unpack(&key(1), &damaged), None);
            prop_assert_eq!(Unpacker::default().unpack(&key(1), &bytes[..at]), None);
            prop_assert_eq!(Unpacker::default().unpack(&key(2), &bytes), None);
            damaged = [bytes, vec![0]].concat();
            prop_assert_eq!(Unpacker::default().unpack(&key(1), &damaged), None);
        }

        #[test]
        fn no_bytes_are_a_danger(bytes: Vec<u8>) {
            prop_assert_eq!(Unpacker::default().unpack(&key(1), &bytes), None);
        }
    }

    #[test]
    fn what_is_too_long_is_not_packed() {
        assert_eq!(pack(&key(1), &Entry::of(Kind::Fill, vec![0; LONGEST + 1]), 0), None);
    }
}
