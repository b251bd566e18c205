//! Slips of the finger in the words that name scenes.
//!
//! A word that no literal has is taken for the one from which it differs by a single edit: a letter left out, put in,
//! changed, or two swapped. Only words of five letters and more are corrected (a swap from four on), they keep their
//! first and last letter, and words that begin with a capital letter inside a sentence are names.

use std::collections::{HashMap, HashSet};

use crate::text::Text;

const SHORTEST: usize = 5;
const SHORTEST_SWAP: usize = 4;

/// The words that are worth a correction, by their spellings with one letter left out.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    known: HashSet<String>,
    shortened: HashMap<String, Vec<String>>,
}

impl Spelling {
    /// Takes all literals, and for each whether its words are worth a correction.
    pub(crate) fn new<'a>(literals: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let mut spelling = Self::default();
        for (literal, worth) in literals {
            for word in literal.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                let new = spelling.known.insert(word.to_owned());
                if worth && (new || !spelling.shortened.contains_key(word)) && word.chars().count() >= SHORTEST_SWAP {
                    spelling.learn(word);
                }
            }
        }
        spelling
    }

    fn learn(&mut self, word: &str) {
        for form in std::iter::once(word.to_owned()).chain(without_one(word)) {
            let words = self.shortened.entry(form).or_default();
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }

    /// The word that was meant by a token, if it is a slip.
    pub(crate) fn correct(&self, text: &Text, token: usize) -> Option<&str> {
        let (kind, word) = (&text.tokens()[token], text.word(token));
        if !kind.is_word() || kind.quote.is_some() || word.len() < SHORTEST_SWAP || self.known.contains(word) {
            return None;
        }
        if is_name(text, token) {
            return None;
        }
        let meant =
            |form: &str| self.shortened.get(form).and_then(|words| words.iter().find(|meant| is_slip(word, meant)));
        meant(word).or_else(|| without_one(word).find_map(|form| meant(&form))).map(String::as_str)
    }
}

fn is_name(text: &Text, token: usize) -> bool {
    let capital = |token: usize| text.typed(token).starts_with(char::is_uppercase);
    let begins =
        token == 0 || matches!(text.word(token - 1), "." | "!" | "?" | ":") || text.word(token - 1).starts_with('\n');
    capital(token) && !begins
}

fn without_one(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().map(move |(at, letter)| format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]))
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
