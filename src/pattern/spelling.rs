//! Slips of the finger in the words that name scenes.
//!
//! A word that no literal has is taken for the one from which it differs by a single edit: a letter left out, put in,
//! changed, or two swapped. Only words of five letters and more are corrected (a swap from four on), they keep their
//! first and last letter, and words that begin with a capital letter inside a sentence are names.

use super::vocabulary::Vocabulary;
use crate::text::Text;

const SHORTEST: usize = 5;
const SHORTEST_SWAP: usize = 4;

/// Words that are no slip, though one letter more or two swapped make the name of a scene of them.
const WORDS: [&str; 7] = ["cats", "form", "trial", "quite", "angle", "sneakers", "smell"];

/// How many bytes a slip can change in the length of a word: those of one letter.
const MOST_BYTES: usize = 4;

/// The words that are worth a correction, sorted by what a slip keeps: their first and last letters, and nearly their
/// length. Only the few that share these are compared, however many there are.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    worth: Vec<Worth>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    ends: [char; 2],
    bytes: usize,
    word: u32,
}

impl Spelling {
    /// Takes the words that are worth a correction.
    pub(crate) fn new(vocabulary: &Vocabulary, words: &[u32]) -> Self {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.dedup();
        let worth = |number: u32| {
            let word = vocabulary.word(number);
            let long = word.chars().nth(SHORTEST_SWAP - 1).is_some();
            ends(word).filter(|_| long).map(|ends| Worth { ends, bytes: word.len(), word: number })
        };
        let mut worth: Vec<Worth> = words.into_iter().filter_map(worth).collect();
        worth.sort_unstable();
        Self { worth }
    }

    /// The word that was meant by a token whose word no pattern has, if it is a slip; the first in the alphabet, if it is
    /// a slip of several.
    pub(crate) fn correct(&self, vocabulary: &Vocabulary, text: &Text, token: usize) -> Option<u32> {
        let (kind, word) = (&text.tokens()[token], text.word(token));
        let plain = kind.is_word() && kind.quote.is_none() && word.len() >= SHORTEST_SWAP;
        if !plain || WORDS.contains(&word) || is_name(text, token) {
            return None;
        }
        let ends = ends(word)?;
        let shortest = word.len() - MOST_BYTES.min(word.len());
        let first = self.worth.partition_point(|known| (known.ends, known.bytes) < (ends, shortest));
        let near = |known: &&Worth| known.ends == ends && known.bytes <= word.len() + MOST_BYTES;
        let alike = self.worth[first..].iter().take_while(near).map(|known| known.word);
        alike.filter(|&meant| is_slip(word, vocabulary.word(meant))).min_by_key(|&meant| vocabulary.word(meant))
    }
}

fn ends(word: &str) -> Option<[char; 2]> {
    Some([word.chars().next()?, word.chars().next_back()?])
}

fn is_name(text: &Text, token: usize) -> bool {
    let capital = |token: usize| text.typed(token).starts_with(char::is_uppercase);
    let begins =
        token == 0 || matches!(text.word(token - 1), "." | "!" | "?" | ":") || text.word(token - 1).starts_with('\n');
    capital(token) && !begins
}

/// Whether two words with the same first and last letter differ by one edit.
fn is_slip(typed: &str, meant: &str) -> bool {
    let same = typed.bytes().zip(meant.bytes()).take_while(|(left, right)| left == right).count();
    let start = (0..=same).rev().find(|&at| typed.is_char_boundary(at) && meant.is_char_boundary(at)).unwrap_or(0);
    let (typed_rest, meant_rest) = (&typed[start..], &meant[start..]);
    if swapped(typed_rest, meant_rest) {
        return true;
    }
    let (behind_typed, behind_meant) = (behind_first(typed_rest), behind_first(meant_rest));
    let edited = behind_typed == behind_meant || behind_typed == meant_rest || typed_rest == behind_meant;
    let long = |word: &str| word.chars().nth(SHORTEST - 1).is_some();
    edited && long(typed) && long(meant)
}

fn swapped(typed: &str, meant: &str) -> bool {
    let two = |word: &str| {
        let mut letters = word.chars();
        Some((letters.next()?, letters.next()?, behind_first(behind_first(word)).len()))
    };
    match (two(typed), two(meant)) {
        (Some((first, second, left)), Some((other_first, other_second, right))) => {
            (first, second) == (other_second, other_first)
                && typed[typed.len() - left..] == meant[meant.len() - right..]
        }
        _ => false,
    }
}

fn behind_first(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::vocabulary::UNKNOWN;

    #[test]
    fn slips_are_corrected_and_other_words_left() {
        let mut vocabulary = Vocabulary::default();
        let words = ["title", "card", "typewriter", "chart", "slow"].map(|word| vocabulary.intern(word));
        let spelling = Spelling::new(&vocabulary, &words[..4]);
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
            let unknown = |token: &usize| vocabulary.find(text.word(*token)) == UNKNOWN;
            let mut tokens = (0..text.tokens().len()).filter(unknown);
            let found = tokens.find_map(|token| spelling.correct(&vocabulary, &text, token));
            assert_eq!(found.map(|word| vocabulary.word(word)), meant, "in {typed}");
        }
    }
}
