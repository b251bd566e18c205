//! Items that are counted in words: `three bullets: the first says Measure, the second says Cut, the last one says Glue`.

use std::ops::Range;

use crate::text::{Edit, Text};
use crate::value::peek::{is_break, is_word, mark, open};
use crate::value::words::Words;

/// Words for what has items. Elsewhere `first … second …` tells several scenes.
const LISTS: Words = Words::new(
    "bullet bullets list points point checklist todo steps column columns items entries words cards features lines \
     ranking top podium messages notifications plans",
);

const ORDINALS: Words = Words::new("first second third fourth fifth sixth seventh eighth last 1st 2nd 3rd 4th 5th");

/// Words between an ordinal and its item.
const LINKS: Words =
    Words::new("is are says reads being one place goes to should be called named point bullet item : ,");

/// The most words that an item has which is counted this way.
const LONGEST: usize = 6;

/// The edit that writes the items with commas between them; `None` where none are counted.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let ordinal = |at: usize| open(text, at) && is_word(text, at) && ORDINALS.contains(text.word(at));
    let first = (1..text.tokens().len()).find(|&at| matches!(text.word(at), "first" | "1st") && ordinal(at))?;
    let start = first - usize::from(text.word(first - 1) == "the");
    let listed = (0..start).any(|at| open(text, at) && LISTS.contains(text.word(at)));
    let led = start.checked_sub(1).is_some_and(|at| matches!(mark(text, at), Some(',' | ':' | '.' | ';' | '(' | '-')));
    if !listed || !led {
        return None;
    }
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut at = first;
    while ordinal(at) {
        let begin = (at + 1..text.tokens().len()).find(|&at| !(open(text, at) && LINKS.contains(text.word(at))))?;
        let end = end_of(text, begin, &ordinal);
        let close = (begin..end).rev().find(|&at| !joins(text, at))? + 1;
        if close - begin > LONGEST && open(text, begin) || matches!(text.word(begin), "a" | "an" | "the") {
            return None;
        }
        items.push(begin..close);
        at = end;
    }
    let end = items.last().filter(|_| items.len() > 1)?.end;
    let says: Vec<&str> = items.into_iter().map(|item| text.typed_range(item)).collect();
    let cut = text.span_of(start - 1..end);
    Some(vec![Edit::new(cut, format!(": {}", says.join(", ")))])
}

/// Where an item ends: before the next ordinal, or with its clause.
fn end_of(text: &Text, begin: usize, ordinal: &impl Fn(usize) -> bool) -> usize {
    let mut at = begin;
    while at < text.tokens().len() {
        if ordinal(at) {
            return at;
        }
        let ends = open(text, at) && (is_break(text, at) || matches!(mark(text, at), Some(',' | ';' | '.')));
        if ends {
            let next = (at..text.tokens().len()).find(|&at| !joins(text, at)).unwrap_or(text.tokens().len());
            return if ordinal(next) { next } else { at };
        }
        at += 1;
    }
    at
}

/// Marks and words between two items.
fn joins(text: &Text, at: usize) -> bool {
    open(text, at) && (is_break(text, at) || matches!(text.word(at), "," | ";" | "." | "and" | "the" | "then"))
}
