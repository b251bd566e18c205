//! Words that a scene shows, replaced everywhere.

use std::ops::Range;

use crate::error::{Error, ErrorKind, Result};

use super::encoded::{Letter, encode};
use super::patch::Patches;
use super::reading;
use super::texts::{Stretch, stretches};

/// A code in which words were replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The code.
    pub code: String,
    /// In how many places; with none the code is as it was.
    pub places: usize,
}

/// Replaces words wherever a scene shows them. Only whole words count, in whatever case, and what was all capitals or
/// all small letters where it stood stays so. Names and everything else that is not shown keep them.
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse; [`ErrorKind::Parameter`] if there are no words to look for.
pub fn replace_text(code: &str, from: &str, to: &str) -> Result<Replaced> {
    let words: Vec<char> = fold(from.trim().chars());
    if words.is_empty() {
        return Err(Error::new(ErrorKind::Parameter, "expected the words to replace, found none"));
    }
    reading(code, |reading| {
        let mut patches = Patches::default();
        let mut places = 0;
        for stretch in stretches(reading) {
            for found in occurrences(&stretch.letters, &words) {
                let written = cased(&stretch.letters[found.clone()], from.trim(), to);
                replace(reading.text(), &mut patches, &stretch, (&found, &written));
                places += 1;
            }
        }
        Replaced { code: patches.apply(reading.text()), places }
    })
}

fn replace(text: &str, patches: &mut Patches, stretch: &Stretch, (found, written): (&Range<usize>, &str)) {
    let letters = &stretch.letters[found.clone()];
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return };
    let span = first.span.start..last.span.end;
    let around = (&text[stretch.span.start..span.start], &text[span.end..]);
    patches.replace(span, encode(written, stretch.form, around));
}

/// Letters as they are compared: without case, with one kind of each quote, with one space for white space.
fn fold(characters: impl Iterator<Item = char>) -> Vec<char> {
    let mut folded: Vec<char> = Vec::new();
    for character in characters {
        match folded_letter(character) {
            ' ' if folded.last() == Some(&' ') => {}
            letter => folded.push(letter),
        }
    }
    folded
}

fn folded_letter(character: char) -> char {
    match character {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        _ if character.is_whitespace() => ' ',
        // Letters whose small form is longer keep their place.
        _ => character.to_lowercase().next().filter(|_| character.to_lowercase().count() == 1).unwrap_or(character),
    }
}

/// Where the words stand, as ranges of letters that do not overlap.
fn occurrences(letters: &[Letter], words: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match end_of_match(letters, at, words).filter(|end| is_whole(letters, &(at..*end))) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn end_of_match(letters: &[Letter], start: usize, words: &[char]) -> Option<usize> {
    let mut at = start;
    for word in words {
        if folded_letter(letters.get(at)?.character) != *word {
            return None;
        }
        at += 1;
        while *word == ' ' && letters.get(at).is_some_and(|letter| letter.character.is_whitespace()) {
            at += 1;
        }
    }
    Some(at)
}

/// Whether no word goes on at either end. Scripts that put no space between words have no such ends.
fn is_whole(letters: &[Letter], found: &Range<usize>) -> bool {
    let goes_on = |at: usize| {
        let is_letter = |at: usize| letters.get(at).is_some_and(|letter| letter.character.is_alphanumeric());
        let is_spaced = |at: usize| letters.get(at).is_some_and(|letter| letter.character < '\u{e00}');
        at > 0 && [at - 1, at].into_iter().all(|at| is_letter(at) && is_spaced(at))
    };
    !goes_on(found.start) && !goes_on(found.end)
}

/// What is written for what was found: in its case, where that is not the one that was asked for.
fn cased(found: &[Letter], from: &str, to: &str) -> String {
    let found: String = found.iter().map(|letter| letter.character).collect();
    let is_upper = |text: &str| {
        !text.chars().any(char::is_lowercase) && text.chars().filter(|letter| letter.is_uppercase()).count() > 1
    };
    if found == from {
        to.to_owned()
    } else if is_upper(&found) && !is_upper(from) {
        to.to_uppercase()
    } else if !found.chars().any(char::is_uppercase) && from.chars().any(char::is_uppercase) {
        to.to_lowercase()
    } else {
        to.to_owned()
    }
}
