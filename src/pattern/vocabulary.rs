//! Which words a request has, asked in a few nanoseconds.

/// A set of words that may say yes to a word which it does not have, and never no to one that it has (a Bloom filter
/// with one hash).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Vocabulary {
    bits: [u64; 8],
}

impl Vocabulary {
    /// The set of some words.
    pub(crate) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for word in words {
            let (field, bit) = place(word);
            known.bits[field] |= bit;
        }
        known
    }

    /// Whether a word may be among them.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        let (field, bit) = place(word);
        self.bits[field] & bit != 0
    }
}

/// The bit of a word, by the FNV-1a hash of its bytes.
fn place(word: &str) -> (usize, u64) {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let folded = hash ^ (hash >> 15);
    ((folded >> 6 & 7) as usize, 1 << (folded & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_it_was_made_of_and_little_else() {
        let words = ["rings", "that", "get", "bigger", "and", "bigger"];
        let known = Vocabulary::of(words.into_iter());
        assert!(words.iter().all(|word| known.may_have(word)));
        let others = (0..1000).filter(|number| known.may_have(&format!("word{number}"))).count();
        assert!(others < 40, "{others} of 1000");
    }
}
