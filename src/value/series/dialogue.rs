//! What people say in turn, each behind his name and a colon: `Ida: you up? Ben: barely. Ida: coffee then`.

use std::ops::Range;

use super::pairs::{TextPair, trimmed};
use crate::text::Text;
use crate::value::list::before_settings;
use crate::value::peek::{glued, is_break, is_word, mark, open};

/// The most turns of one conversation that are read.
const MOST_TURNS: usize = 32;

/// A conversation has this many turns at least, and somebody in it speaks twice: two headings are none.
const FEWEST_TURNS: usize = 3;

/// How many words the name of a speaker has at most.
const LONGEST_NAME: usize = 2;

/// The turns of a conversation; none where a range holds none.
pub(super) fn dialogue(text: &Text, range: Range<usize>) -> Vec<TextPair> {
    let colons = range.clone().filter(|&at| mark(text, at) == Some(':') && open(text, at) && !glued(text, at + 1));
    let colons: Vec<usize> = colons.filter(|&colon| colon > range.start).take(MOST_TURNS).collect();
    let speakers: Vec<Range<usize>> =
        colons.iter().filter_map(|&colon| speaker(text, range.start, colon, &colons)).collect();
    let again = speakers.iter().any(|one| speakers.iter().filter(|other| same(text, one, other)).count() > 1);
    if speakers.len() < FEWEST_TURNS || !again {
        return Vec::new();
    }
    let ends = speakers[1..].iter().map(|next| next.start).chain([range.end]);
    let turns: Vec<TextPair> = speakers.iter().zip(ends).map(|(speaker, end)| turn(text, speaker, end)).collect();
    if turns.iter().all(|turn| !turn.value.is_empty()) { turns } else { Vec::new() }
}

/// The name before a colon. Who speaks twice is known by his name, whatever stands before it.
fn speaker(text: &Text, first: usize, colon: usize, colons: &[usize]) -> Option<Range<usize>> {
    let named = |at: &usize| is_word(text, *at) && open(text, *at) && text.typed(*at).starts_with(char::is_uppercase);
    let begins = |at: usize| {
        at == first
            || is_break(text, at - 1)
            || matches!(mark(text, at - 1), Some('.' | '!' | '?' | '…' | ':' | ',' | '/' | ';' | '|' | '-'))
    };
    let start = (first..colon).rev().take(LONGEST_NAME).take_while(named).find(|&at| begins(at));
    let word = colon - 1;
    let twice = || colons.iter().filter(|&&other| text.word(other - 1) == text.word(word)).count() > 1;
    Some(start.or_else(|| (named(&word) && twice()).then_some(word))?..colon)
}

/// What is said up to a token, or to the end of its line.
fn turn(text: &Text, speaker: &Range<usize>, end: usize) -> TextPair {
    let value = before_settings(text, trimmed(text, speaker.end + 1..end));
    let line = value.clone().find(|&at| is_break(text, at)).unwrap_or(value.end);
    let joins = |at: &usize| matches!(mark(text, *at), Some(',' | '/' | ';' | '|' | '-'));
    let end = (value.start..line).rev().find(|at| !joins(at)).map_or(value.start, |at| at + 1);
    TextPair { label: speaker.clone(), value: value.start..end, end }
}

fn same(text: &Text, one: &Range<usize>, other: &Range<usize>) -> bool {
    text.typed_range(one.clone()) == text.typed_range(other.clone())
}
