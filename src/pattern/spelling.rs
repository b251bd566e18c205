//! Slips of the finger in the words that name scenes.
//!
//! A word that no literal has is taken for the one from which it differs by a single edit: a letter left out, put in,
//! changed, or two swapped. Only words of five letters and more are corrected (a swap from four on), they keep their
//! first and last letter, and words that begin with a capital letter inside a sentence are names.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::Text;

const SHORTEST: usize = 5;
const SHORTEST_SWAP: usize = 4;

/// Words that are no slip, though one letter more or two swapped make the name of a scene of them.
const WORDS: [&str; 7] = ["cats", "form", "trial", "quite", "angle", "sneakers", "smell"];

/// The words that are worth a correction, and all others that are known.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    known: FxHashSet<Box<str>>,
    /// Sorted by their first and last letters, which a slip keeps.
    worth: Vec<([char; 2], Box<str>)>,
}

impl Spelling {
    /// Takes all literals in sorted order, and for each whether its words are worth a correction.
    pub(crate) fn new<'a>(literals: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let mut words: FxHashMap<&str, bool> = FxHashMap::default();
        let mut before = ("", false);
        for (literal, worth) in literals {
            // What a literal has in common with the one before has been taken with that.
            let same = if worth && !before.1 { 0 } else { shared_words(before.0, literal) };
            for word in literal[same..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                *words.entry(word).or_default() |= worth;
            }
            before = (literal, worth);
        }
        let worth = words.iter().filter(|(word, worth)| **worth && word.chars().count() >= SHORTEST_SWAP);
        let mut worth: Vec<_> = worth.filter_map(|(word, _)| Some((ends(word)?, (*word).into()))).collect();
        worth.sort_unstable();
        Self { known: words.into_keys().map(Into::into).collect(), worth }
    }

    /// The word that was meant by a token, if it is a slip; the first in the alphabet, if it is a slip of several.
    pub(crate) fn correct(&self, text: &Text, token: usize) -> Option<&str> {
        let (kind, word) = (&text.tokens()[token], text.word(token));
        if !kind.is_word()
            || kind.quote.is_some()
            || word.len() < SHORTEST_SWAP
            || self.known.contains(word)
            || WORDS.contains(&word)
        {
            return None;
        }
        if is_name(text, token) {
            return None;
        }
        let ends = ends(word)?;
        let first = self.worth.partition_point(|(known, _)| *known < ends);
        let alike = self.worth[first..].iter().take_while(|(known, _)| *known == ends);
        alike
            .map(|(_, meant)| &**meant)
            .find(|meant| word.len().abs_diff(meant.len()) <= MOST_BYTES && is_slip(word, meant))
    }
}

/// How many bytes of two literals are the same, up to the last space among them.
fn shared_words(left: &str, right: &str) -> usize {
    let same = left.bytes().zip(right.bytes()).take_while(|(left, right)| left == right).count();
    right.as_bytes()[..same].iter().rposition(|&byte| byte == b' ').map_or(0, |space| space + 1)
}

/// How many bytes a slip can change in the length of a word: those of one letter.
const MOST_BYTES: usize = 4;

fn ends(word: &str) -> Option<[char; 2]> {
    Some([word.chars().next()?, word.chars().next_back()?])
}

fn is_name(text: &Text, token: usize) -> bool {
    let capital = |token: usize| text.typed(token).starts_with(char::is_uppercase);
    let begins =
        token == 0 || matches!(text.word(token - 1), "." | "!" | "?" | ":") || text.word(token - 1).starts_with('\n');
    capital(token) && !begins
}

fn is_slip(typed: &str, meant: &str) -> bool {
    let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    if typed.first() != meant.first() || typed.last() != meant.last() {
        return false;
    }
    let same_start = typed.iter().zip(&meant).take_while(|(left, right)| left == right).count();
    let (typed_rest, meant_rest) = (&typed[same_start..], &meant[same_start..]);
    let swapped = typed_rest.len() == meant_rest.len()
        && typed_rest.len() >= 2
        && typed_rest[0] == meant_rest[1]
        && typed_rest[1] == meant_rest[0]
        && typed_rest[2..] == meant_rest[2..];
    if swapped {
        return true;
    }
    typed.len().min(meant.len()) >= SHORTEST
        && match (typed_rest.len(), meant_rest.len()) {
            (typed, meant) if typed == meant => typed_rest[1..] == meant_rest[1..],
            (typed, meant) if typed == meant + 1 => typed_rest[1..] == *meant_rest,
            (typed, meant) if typed + 1 == meant => *typed_rest == meant_rest[1..],
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_corrected_and_other_words_left() {
        let spelling =
            Spelling::new([("title card", true), ("typewriter", true), ("chart", true), ("slow", false)].into_iter());
        for (typed, meant) in [
            ("a title crad", Some("card")),
            ("typwriter text", Some("typewriter")),
            ("typewritter", Some("typewriter")),
            ("a chrat", Some("chart")),
            ("a chat", None),
            ("a cord", None),
            ("ask Charlt", None),
            ("\"chrat\"", None),
            ("slwo", None),
            ("title", None),
        ] {
            let text = Text::new(typed);
            let found = (0..text.tokens().len()).find_map(|token| spelling.correct(&text, token));
            assert_eq!(found, meant, "in {typed}");
        }
    }
}
