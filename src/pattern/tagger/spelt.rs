//! Words that are spelt letter by letter: `a B, then an A, then an R`, `spelled B-A-R`.

use std::ops::Range;

use super::Tagger;
use crate::value::Value;

/// How many letters make a word; two may be anything.
const FEWEST: usize = 3;

impl Tagger<'_> {
    /// The word that is spelt, for a scene whose main text nothing else has given.
    pub(super) fn spelt(&mut self) {
        let main = self.pattern.quotes.first().copied().filter(|slot| !self.is_bound(*slot));
        let Some(slot) = main.filter(|slot| self.pattern.slots[usize::from(*slot)].required) else { return };
        if let Some((word, tokens)) = self.letters() {
            self.bind(slot, Value::Text(word), tokens);
        }
    }

    fn letters(&self) -> Option<(String, Range<usize>)> {
        let utterance = self.utterance();
        let is_letter = |at: usize| {
            let typed = utterance.text.typed(at);
            typed.chars().count() == 1 && typed.starts_with(char::is_uppercase) && !utterance.quoted(at)
        };
        let joins = |at: usize| {
            matches!(utterance.word(at), "," | "-" | "." | "and" | "then" | "a" | "an" | "letter") && !is_letter(at)
        };
        let first = (0..utterance.len()).find(|&at| is_letter(at) && self.is_free(&(at..at + 1)))?;
        let end = (first..utterance.len()).find(|&at| !is_letter(at) && !joins(at)).unwrap_or(utterance.len());
        let letters: Vec<usize> = (first..end).filter(|&at| is_letter(at)).collect();
        let told = letters.windows(2).all(|pair| pair[1] > pair[0] + 1);
        let word: String = letters.iter().map(|&at| utterance.text.typed(at)).collect();
        let start = first - usize::from(first > 0 && matches!(utterance.word(first - 1), "a" | "an"));
        (letters.len() >= FEWEST && told).then(|| (word, start..letters[letters.len() - 1] + 1))
    }
}
