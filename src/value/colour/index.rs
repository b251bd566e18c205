//! Looking a colour's name up, by a hash table that the compiler builds.

use super::names::{ALIASES, CSS, EVERYDAY};
use super::shade::SHADES;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// A row of [`CSS`].
    Css(usize),
    /// A row of [`EVERYDAY`].
    Everyday(usize),
    /// A row of [`SHADES`].
    Shade(usize),
}

/// The hash of words that are written together: it can be fed word by word.
#[derive(Clone, Copy)]
pub(super) struct Joined(u32);

const SLOTS: usize = 1024;
const EMPTY: u16 = u16::MAX;
const COUNT: usize = CSS.len() + EVERYDAY.len() + ALIASES.len() + SHADES.len();
const TABLE: [u16; SLOTS] = build();
const OPENERS: [u64; 64] = openers();

impl Joined {
    /// Before any word. The hash is FNV-1a with 32 bits (Fowler, Noll and Vo).
    pub(super) const fn new() -> Self {
        Self(0x811c_9dc5)
    }

    /// With one more word; its spaces and hyphens do not count.
    pub(super) const fn then(self, word: &str) -> Self {
        let bytes = word.as_bytes();
        let (mut hash, mut at) = (self.0, 0);
        while at < bytes.len() {
            if !between_words(bytes[at]) {
                hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
            }
            at += 1;
        }
        Self(hash)
    }

    /// Whether a name may begin with the one word that was fed. Wrong only in saying yes.
    pub(super) const fn opens(self) -> bool {
        OPENERS[(self.0 >> 26) as usize] & (1 << ((self.0 >> 20) & 63)) != 0
    }

    /// The entry for the words that were fed, which are `typed` (folded, with what stands between them).
    pub(super) fn find(self, typed: &str) -> Option<Entry> {
        let mut slot = self.0 as usize % SLOTS;
        while TABLE[slot] != EMPTY {
            let row = TABLE[slot] as usize;
            if same(name(row), typed) {
                return entry(row);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }
}

/// The entry of a name in any of its spellings, folded.
pub(super) fn find(name: &str) -> Option<Entry> {
    Joined::new().then(name).find(name)
}

fn entry(row: usize) -> Option<Entry> {
    let Some(row) = row.checked_sub(CSS.len()) else { return Some(Entry::Css(row)) };
    let Some(row) = row.checked_sub(EVERYDAY.len()) else { return Some(Entry::Everyday(row)) };
    let Some(row) = row.checked_sub(ALIASES.len()) else { return find(ALIASES[row].1) };
    Some(Entry::Shade(row))
}

fn same(name: &str, typed: &str) -> bool {
    name.bytes().filter(|&byte| !between_words(byte)).eq(typed.bytes().filter(|&byte| !between_words(byte)))
}

const fn between_words(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'\t')
}

const fn name(row: usize) -> &'static str {
    let everyday = CSS.len();
    let aliases = everyday + EVERYDAY.len();
    let shades = aliases + ALIASES.len();
    if row < everyday {
        CSS[row].0
    } else if row < aliases {
        EVERYDAY[row - everyday].0
    } else if row < shades {
        ALIASES[row - aliases].0
    } else {
        SHADES[row - shades].word
    }
}

const fn build() -> [u16; SLOTS] {
    let mut table = [EMPTY; SLOTS];
    let mut row = 0;
    while row < COUNT {
        let mut slot = Joined::new().then(name(row)).0 as usize % SLOTS;
        while table[slot] != EMPTY {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = row as u16;
        row += 1;
    }
    table
}

/// One bit for the first word of each name, and for each name in one word.
const fn openers() -> [u64; 64] {
    let mut bits = [0; 64];
    let mut row = 0;
    while row < COUNT {
        let name = name(row);
        set(&mut bits, Joined::new().then(name));
        set(&mut bits, Joined::new().then(first_word(name)));
        row += 1;
    }
    bits
}

const fn set(bits: &mut [u64; 64], hash: Joined) {
    bits[(hash.0 >> 26) as usize] |= 1 << ((hash.0 >> 20) & 63);
}

const fn first_word(name: &str) -> &str {
    let bytes = name.as_bytes();
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b' ' {
        end += 1;
    }
    name.split_at(end).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_in_every_spelling() {
        for row in 0..COUNT {
            let expected = entry(row);
            for spelling in [name(row).to_owned(), name(row).replace(' ', "-"), name(row).replace(' ', "")] {
                assert_eq!(find(&spelling), expected, "{spelling}");
            }
        }
        assert_eq!(find("nocolour"), None);
    }

    #[test]
    fn aliases_lead_to_names() {
        for (alias, name) in ALIASES {
            assert!(
                matches!(find(alias), Some(Entry::Css(_) | Entry::Everyday(_))),
                "{alias} leads to {name}, which is none"
            );
        }
    }
}
