//! Values that a request states by others: `three years later`, `twice as much`, `half of that`.

use std::ops::Range;

use crate::text::{Edit, Text};
use crate::value::number::{fraction, in_digits, in_words};
use crate::value::peek::{is_break, is_number, is_word, mark, open};
use crate::value::words::Words;

/// Words that follow a length of time and lead to another date.
const BEHIND: Words = Words::new("later after on");
const BEFORE: Words = Words::new("before earlier");

/// Words that such a clause begins with.
const OPENS: Words = Words::new("later after before earlier twice double half same times more less fewer triple");

/// How many tokens a part has at most that states a figure by another.
const LONGEST_PART: usize = 9;

/// The edits that put the value in the place of the words that say how it differs from the one before; `None` where
/// there are none.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let opens = |at: usize| open(text, at) && is_word(text, at) && OPENS.contains(text.word(at));
    let at = (0..text.tokens().len()).find(|&at| opens(at))?;
    let at = at..text.tokens().len();
    at.filter(|&at| opens(at)).find_map(|at| date(text, at).or_else(|| figure(text, at))).map(|edit| vec![edit])
}

/// `Ana in 1984, Luis two years after her`: the year is that of the part before, and the difference.
fn date(text: &Text, at: usize) -> Option<Edit> {
    let sign = match text.word(at) {
        word if BEHIND.contains(word) => 1.0,
        word if BEFORE.contains(word) => -1.0,
        _ => return None,
    };
    let unit = at.checked_sub(1).filter(|&unit| matches!(text.word(unit), "year" | "years"))?;
    let part = part(text, at);
    let (count, start) = counted(text, part.start, unit)?;
    let end = at + 1 + usize::from(matches!(text.word(at + 1), "her" | "him" | "it" | "that" | "them" | "this"));
    let before =
        (0..part.start).rev().filter(|&at| open(text, at) && is_number(text, at)).find_map(|at| year(text, at))?;
    let year = before + sign * count;
    let says = if start > part.start && text.word(start - 1) != "in" { format!("in {year}") } else { year.to_string() };
    let alone = part.end == end || start == part.start;
    // Behind a full stop a story goes on in its own words.
    let listed = (0..part.start).rev().find(|&at| !is_word(text, at));
    let listed = listed.is_some_and(|at| matches!(mark(text, at), Some(',' | ';' | '-')) || is_break(text, at));
    (alone && listed).then(|| Edit::new(text.span_of(start..end), says))
}

fn year(text: &Text, at: usize) -> Option<f64> {
    let word = text.word(at);
    word.parse().ok().filter(|year| word.len() == 4 && (1000.0..2200.0).contains(year))
}

/// The count that ends before its unit (`two`, `a`, `15`), and where it begins.
fn counted(text: &Text, from: usize, unit: usize) -> Option<(f64, usize)> {
    let start = (from..unit).find(|&at| number(text, at).is_some_and(|(_, end)| end == unit));
    match start {
        Some(start) => number(text, start).map(|(count, _)| (count, start)),
        None => unit.checked_sub(1).filter(|&at| matches!(text.word(at), "a" | "one" | "the")).map(|at| (1.0, at)),
    }
}

fn number(text: &Text, at: usize) -> Option<(f64, usize)> {
    in_words(text, at).or_else(|| in_digits(text, at, false)).map(|numeral| (numeral.value, numeral.end))
}

/// `Mon 5, Tue twice as much`: the part states nothing but a label and what its figure is to the one before.
fn figure(text: &Text, at: usize) -> Option<Edit> {
    let part = part(text, at);
    if part.len() > LONGEST_PART || part.start == 0 {
        return None;
    }
    let (start, change) = (part.start..=at).find_map(|start| {
        let (change, end) = change(text, start)?;
        (end == part.end && start > part.start).then_some((start, change))
    })?;
    let before = self::part(text, part.start.checked_sub(1)?);
    let value = last_number(text, before.clone())?;
    let labelled =
        (part.start..start).all(|at| is_word(text, at) || is_number(text, at)) && before.len() < LONGEST_PART;
    let says = change.of(value);
    labelled.then(|| Edit::new(text.span_of(start..part.end), ((says * 1e6).round() / 1e6).to_string()))
}

/// The number that stands last in a part.
fn last_number(text: &Text, part: Range<usize>) -> Option<f64> {
    let (mut at, mut last) = (part.start, None);
    while at < part.end {
        let found = number(text, at).filter(|_| open(text, at));
        last = found.map(|(value, _)| value).or(last);
        at = found.map_or(at + 1, |(_, end)| end);
    }
    last
}

/// How a figure differs from another.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Change {
    Times(f64),
    Plus(f64),
}

impl Change {
    fn of(self, value: f64) -> f64 {
        match self {
            Self::Times(factor) => value * factor,
            Self::Plus(count) => value + count,
        }
    }
}

/// A difference that begins at a token, and the token after it.
fn change(text: &Text, at: usize) -> Option<(Change, usize)> {
    let as_much = |end: usize| {
        let compared = text.word(end) == "as" && matches!(text.word(end + 1), "much" | "many");
        compared.then_some(end + 2).or_else(|| that(text, end + usize::from(text.word(end) == "of")))
    };
    match text.word(at) {
        "twice" | "double" => Some((Change::Times(2.0), as_much(at + 1)?)),
        "triple" => Some((Change::Times(3.0), as_much(at + 1)?)),
        "the" if text.word(at + 1) == "same" => Some((Change::Times(1.0), at + 2)),
        _ => {
            let part = fraction(text, at).and_then(|(part, end)| Some((Change::Times(part), as_much(end)?)));
            part.or_else(|| {
                let (count, end) = number(text, at)?;
                match text.word(end) {
                    "times" => Some((Change::Times(count), as_much(end + 1)?)),
                    "more" => Some((Change::Plus(count), end + 1)),
                    "less" | "fewer" => Some((Change::Plus(-count), end + 1)),
                    _ => None,
                }
            })
        }
    }
}

fn that(text: &Text, at: usize) -> Option<usize> {
    matches!(text.word(at), "that" | "it").then_some(at + 1)
}

/// The part of an enumeration that a token stands in, without the mark at its end and the word that joins it.
fn part(text: &Text, at: usize) -> Range<usize> {
    let ends = |at: usize| {
        open(text, at) && (is_break(text, at) || matches!(mark(text, at), Some(',' | ';' | '.' | ':' | '(' | ')')))
    };
    let start = (0..at).rev().find(|&at| ends(at)).map_or(0, |end| end + 1);
    let start = start + usize::from(matches!(text.word(start), "and" | "then"));
    let end = (at..text.tokens().len()).find(|&at| ends(at)).unwrap_or(text.tokens().len());
    start.min(end)..end
}
