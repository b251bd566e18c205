//! Slips of the finger in the words of changes.

use super::grammar::Grammar;
use super::inventory::Inventory;
use super::naming::{Naming, stem};
use crate::nearest::edits;
use crate::pattern::PatternSet;
use crate::text::{Edit, Text};

/// The shortest word that is corrected.
const SHORTEST: usize = 5;

/// The text with words that nothing knows replaced by the only one from which they differ by a letter.
pub(super) fn corrected(
    text: Text,
    (grammar, naming): (&Grammar, &Naming),
    inventory: &Inventory<'_>,
    patterns: &PatternSet,
) -> Text {
    let mut slips = Vec::new();
    for (token, kind) in text.tokens().iter().enumerate() {
        let word = text.word(token);
        let slip = kind.is_word() && kind.quote.is_none() && word.chars().count() >= SHORTEST && word.is_ascii();
        let capital = text.typed(token).starts_with(char::is_uppercase)
            && token > 0
            && !text.typed(token).chars().all(char::is_uppercase);
        if !slip || capital || is_known(word, (grammar, naming), inventory, patterns) {
            continue;
        }
        if let Some(meant) = meant(word, (grammar, naming), inventory) {
            slips.push(Edit::new(kind.span, meant));
        }
    }
    if slips.is_empty() { text } else { text.edited(slips) }
}

fn is_known(
    word: &str,
    (grammar, naming): (&Grammar, &Naming),
    inventory: &Inventory<'_>,
    patterns: &PatternSet,
) -> bool {
    let single = stem(word);
    let own = inventory.words().chain(inventory.own.iter().flat_map(Naming::words));
    grammar.number(word).is_some()
        || patterns.knows(word)
        || patterns.knows(&single)
        || !naming.starting(&single).is_empty()
        || own.into_iter().any(|known| known == word || known == single)
        || crate::value::Colour::from_words(word).is_some()
}

/// The only word that is one slip away: a letter put in, left out or changed, or two neighbours swapped.
fn meant(word: &str, (grammar, naming): (&Grammar, &Naming), inventory: &Inventory<'_>) -> Option<String> {
    const UNITS: [&str; 10] =
        ["second", "seconds", "minute", "minutes", "twice", "percent", "triple", "double", "quarter", "third"];
    let own = inventory.words().chain(inventory.own.iter().flat_map(Naming::words));
    let known = grammar.words().chain(naming.words()).chain(own).chain(UNITS);
    let first = word.chars().next()?;
    let near = |known: &&str| {
        known.len().abs_diff(word.len()) <= 1
            && known.len() >= SHORTEST - 1
            && known.starts_with(first)
            && known.is_ascii()
            && edits(word, known) == 1
    };
    let mut found: Vec<&str> = known.filter(near).collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [one] => Some((*one).to_owned()),
        _ => None,
    }
}
