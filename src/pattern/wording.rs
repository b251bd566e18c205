//! The wording of a pattern set: its literals written out by what they are for, for those who make up requests.

use std::collections::HashMap;

use super::lexicon::Lexicon;
use super::set::{Pattern, PatternSet};

/// The words of a pattern set, each list in the order of the alphabet.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// The names of each group of each pattern.
    pub(super) names: HashMap<(u32, u16), Vec<String>>,
    /// What announces the values of each slot of each pattern.
    pub(super) cues: HashMap<(u32, u16), Vec<String>>,
    /// The ways to say any meaning of each dictionary.
    pub(super) ways: HashMap<u16, Vec<String>>,
    /// Those of them that count wherever they stand.
    pub(super) sure: HashMap<u16, Vec<String>>,
}

impl Wording {
    pub(super) fn of(patterns: &PatternSet) -> Self {
        let mut wording = Self::default();
        for (literal, meanings) in patterns.lexicon.said() {
            for meaning in meanings {
                wording.ways.entry(meaning.dictionary).or_default().push(literal.clone());
                if !meaning.weak {
                    wording.sure.entry(meaning.dictionary).or_default().push(literal.clone());
                }
            }
        }
        for (number, pattern) in patterns.patterns.iter().enumerate() {
            wording.add(number as u32, pattern, &patterns.lexicon);
        }
        wording.names.values_mut().chain(wording.cues.values_mut()).for_each(|list| list.sort_unstable());
        wording
    }

    fn add(&mut self, number: u32, pattern: &Pattern, lexicon: &Lexicon) {
        for name in &pattern.names {
            self.names.entry((number, name.group)).or_default().push(lexicon.literal(name.literal));
        }
        for (literal, slot) in &pattern.cues {
            self.cues.entry((number, *slot)).or_default().push(lexicon.literal(*literal));
        }
    }
}
