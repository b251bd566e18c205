//! Sets of words.

/// A set of folded words, written as one text with spaces between them.
///
/// Most words that are looked up are in no set: a filter of 512 bits, which the compiler fills, dismisses nearly all of
/// them without a comparison.
pub(super) struct Words {
    text: &'static str,
    filter: [u64; 8],
}

impl Words {
    /// The set of the words of a text.
    pub(super) const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut filter = [0; 8];
        let (mut at, mut hash) = (0, START);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                filter[slot(hash)] |= bit(hash);
                hash = START;
            } else {
                hash = step(hash, bytes[at]);
            }
            at += 1;
        }
        Self { text, filter }
    }

    /// Whether a word is in the set.
    pub(super) fn contains(&self, word: &str) -> bool {
        let hash = word.bytes().fold(START, step);
        self.filter[slot(hash)] & bit(hash) != 0 && self.text.split(' ').any(|known| known == word)
    }
}

/// FNV-1a with 32 bits (Fowler, Noll and Vo).
const START: u32 = 0x811c_9dc5;

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn slot(hash: u32) -> usize {
    (hash >> 29) as usize
}

const fn bit(hash: u32) -> u64 {
    1 << ((hash >> 23) & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_words_and_no_others() {
        const SET: Words = Words::new("with in on été");
        for (word, expected) in
            [("with", true), ("on", true), ("été", true), ("wit", false), ("h in", false), ("", false)]
        {
            assert_eq!(SET.contains(word), expected, "{word}");
        }
    }
}
