//! The vocabulary: every word that a pattern or a dictionary has, with a number for each.
//!
//! The words of a request are looked up once; from there on numbers are compared. The table is open addressing over one
//! text, so that thousands of words cost no allocation each.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

/// The number of no word.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// All words, folded as tokens are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    /// All words, one behind the other.
    text: String,
    /// For each word, where it ends in the text of all; it begins where the word before ends.
    ends: Vec<u32>,
    /// Numbers of words, at or shortly behind the place that their hash says; as many as a power of two.
    table: Vec<u32>,
}

impl Vocabulary {
    /// The number of a word, which is put in if it is new.
    pub(crate) fn intern(&mut self, word: &str) -> u32 {
        if self.table.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let place = self.place(word);
        if self.table[place] == UNKNOWN {
            self.table[place] = self.ends.len() as u32;
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
        }
        self.table[place]
    }

    /// The number of a word, or [`UNKNOWN`].
    pub(crate) fn find(&self, word: &str) -> u32 {
        if self.table.is_empty() { UNKNOWN } else { self.table[self.place(word)] }
    }

    /// A word by its number.
    pub(crate) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.text[start..self.ends[number] as usize]
    }

    /// Where a word stands in the table, or the free place where it would stand.
    fn place(&self, word: &str) -> usize {
        let last = self.table.len() - 1;
        let hash = FxBuildHasher.hash_one(word);
        let mut place = (hash ^ (hash >> 32)) as usize & last;
        while self.table[place] != UNKNOWN && self.word(self.table[place]) != word {
            place = (place + 1) & last;
        }
        place
    }

    fn grow(&mut self) {
        const SMALLEST: usize = 64;
        self.table = vec![UNKNOWN; (2 * self.table.len()).max(SMALLEST)];
        for number in 0..self.ends.len() as u32 {
            let place = self.place(self.word(number));
            self.table[place] = number;
        }
    }
}

/// The words of a request, by number. It may say yes to a word that is not there, and never no to one that is (a Bloom
/// filter with one hash).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Said {
    bits: [u64; 8],
}

impl Said {
    /// The set of some words.
    pub(crate) fn of(words: impl Iterator<Item = u32>) -> Self {
        let mut said = Self::default();
        for word in words {
            let (field, bit) = Self::place(word);
            said.bits[field] |= bit;
        }
        said
    }

    /// Whether a word may be among them.
    pub(crate) fn may_have(&self, word: u32) -> bool {
        let (field, bit) = Self::place(word);
        self.bits[field] & bit != 0
    }

    /// Numbers stand close together, so that their last bits tell them apart best.
    fn place(word: u32) -> (usize, u64) {
        ((word >> 6 & 7) as usize, 1 << (word & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<String> = (0..1000).map(|number| format!("w{number}")).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(vocabulary.intern(word), number as u32);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!((vocabulary.find(word), vocabulary.intern(word)), (number as u32, number as u32));
            assert_eq!(vocabulary.word(number as u32), word);
        }
        assert_eq!(vocabulary.find("w1000"), UNKNOWN);
    }

    #[test]
    fn what_was_said_is_known_and_little_else() {
        let words = [3, 77, 1024, 4000];
        let said = Said::of(words.into_iter());
        assert!(words.iter().all(|&word| said.may_have(word)));
        assert!((0..1000).filter(|&word| said.may_have(word)).count() < 10);
    }
}
