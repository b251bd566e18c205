//! What a request takes back: `5s, no wait, 6s`, `Anna 5 … sorry, Anna 4 not 5`, `"CTO", I mean "CEO"`.
//!
//! A correction is a few words that take something back, and what is meant. What was said before is the last value of
//! the same kind, the value behind the same word, or, for words, as many words directly before.

use std::mem::{Discriminant, discriminant};
use std::ops::Range;

use crate::text::{Edit, Span, Text, TokenKind};
use crate::value::words::Words;
use crate::value::{Kind, Reading, scan};

/// Words that take something back wherever they stand outside of quotes.
const STRONG: [&str; 19] = [
    "no wait",
    "wait no",
    "oh wait",
    "no sorry",
    "sorry no",
    "scratch that",
    "strike that",
    "i meant",
    "i mean",
    "or rather",
    "oops",
    "whoops",
    "actually no",
    "make that",
    "on second thought",
    "no make it",
    "no make that",
    "or better",
    "no rather",
];

/// Words that take something back only where a value of the same kind stands on both sides.
const WEAK: [&str; 5] = ["actually", "sorry", "correction", "hmm no", "hm no"];

/// Words that do so only between marks: `300, wait, 350`.
const PARTED: [&str; 2] = ["wait", "no"];

/// All first words of these, so that most tokens are dismissed at once.
const FIRST: Words =
    Words::new("no wait oh sorry scratch strike i or oops whoops actually make on correction wait hmm hm");

/// Words between a correction and what is meant.
const LEADS: Words = Words::new("make it that should be is let's lets do with use it's want call the a , : - … . wait");

/// What people say while they think of the next thing.
const HESITATIONS: [&str; 8] =
    ["what was it", "let me think", "let me see", "what else", "how do you say", "uh", "um", "erm"];

/// All first words of these.
const THINKING: Words = Words::new("what let how uh um erm");

/// The edits that leave out what somebody says while he thinks: `passport and, what was it… sunscreen`.
pub(super) fn hesitations(text: &Text) -> Option<Vec<Edit>> {
    let opens = |&at: &usize| is_open_word(text, at) && THINKING.contains(text.word(at));
    (1..text.tokens().len()).filter(opens).find_map(|at| {
        let end = HESITATIONS.iter().filter_map(|words| end_of(text, at, words)).max()?;
        let parted = |at: usize| matches!(text.word(at), "," | "…" | "." | "-");
        let behind = (end..text.tokens().len()).find(|&at| !parted(at)).filter(|&behind| behind > end)?;
        let before = (0..at).rev().find(|&at| !parted(at) && text.word(at) != "and")? + 1;
        let span =
            Span::new(text.span_of(before - 1..before).end as usize, text.span_of(behind..behind + 1).start as usize);
        (before < at).then(|| vec![Edit::new(span, ", ")])
    })
}

/// Words that take something away and put nothing in its place.
const DENIALS: [&str; 5] = ["no", "not", "without", "nothing", "don't"];

/// The edits that put what is meant in the place of what was said; none where nothing is taken back.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let mut token = 0;
    while token < text.tokens().len() {
        if let Some((end, strength)) = cue(text, token)
            && let Some(edits) = corrected(text, token..end, strength)
        {
            return Some(edits);
        }
        token += 1;
    }
    None
}

/// The end of the words that take something back, and whether they do so by themselves.
fn cue(text: &Text, token: usize) -> Option<(usize, Strength)> {
    if !is_open_word(text, token) || !FIRST.contains(text.word(token)) {
        return None;
    }
    let longest = |cues: &[&str]| cues.iter().filter_map(|cue| end_of(text, token, cue)).max();
    let parted = |end: &usize| {
        let mark = |at: usize| matches!(text.word(at), "," | "…" | "-" | ".");
        token > 0 && mark(token - 1) && mark(*end)
    };
    let weak = || longest(&WEAK).or_else(|| longest(&PARTED).filter(parted));
    longest(&STRONG).map(|end| (end, Strength::Strong)).or_else(|| weak().map(|end| (end, Strength::Weak)))
}

/// The end of some words that begin at a token, with commas between them or not.
fn end_of(text: &Text, token: usize, words: &str) -> Option<usize> {
    words.split(' ').try_fold(token, |at, word| {
        let at = at + usize::from(at > token && text.word(at) == ",");
        (text.word(at) == word).then_some(at + 1)
    })
}

fn is_open_word(text: &Text, token: usize) -> bool {
    text.tokens()[token].quote.is_none() && text.tokens()[token].kind == TokenKind::Word
}

/// Whether words take something back by themselves, or only between values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    Strong,
    Weak,
}

/// What was said, what is meant, and the tokens of the correction up to its end.
struct Correction {
    said: Range<usize>,
    meant: Range<usize>,
    end: usize,
}

fn corrected(text: &Text, cue: Range<usize>, strength: Strength) -> Option<Vec<Edit>> {
    let leads = |&at: &usize| text.tokens()[at].quote.is_none() && LEADS.contains(text.word(at));
    let start = (cue.end..text.tokens().len()).find(|at| !leads(at))?;
    let before = (0..cue.start).rev().find(|&at| !is_joint(text, at))? + 1;
    let found = quote(text, before, start)
        .or_else(|| value(text, before, start))
        .or_else(|| namesake(text, before, start))
        .or_else(|| (strength == Strength::Strong).then(|| words(text, before, start))?);
    match found {
        Some(found) => Some(replaced(text, before, &found)),
        None => set_apart(text, before..start, strength),
    }
}

/// Marks and words between what was said and its correction.
fn is_joint(text: &Text, token: usize) -> bool {
    matches!(text.word(token), "," | "." | "-" | "…" | "(" | "oh" | "hmm" | "ah" | "but") || text.word(token) == "\n"
}

fn replaced(text: &Text, before: usize, found: &Correction) -> Vec<Edit> {
    let meant = text.typed_range(found.meant.clone()).to_owned();
    let cut =
        Span::new(text.span_of(before - 1..before).end as usize, text.span_of(found.end - 1..found.end).end as usize);
    vec![Edit::new(text.span_of(found.said.clone()), meant), Edit::new(cut, "")]
}

/// A value of which nothing was said before is no correction of another: its words are only set apart.
fn set_apart(text: &Text, cue: Range<usize>, strength: Strength) -> Option<Vec<Edit>> {
    let states = scan::at(text, cue.end).is_some_and(|found| matches!(found.kind, Kind::Colour(_) | Kind::Seconds(_)));
    let start = text.span_of(cue.start - 1..cue.start).end as usize;
    let denies = strength == Strength::Strong && DENIALS.contains(&text.word(cue.end));
    (states || denies)
        .then(|| vec![Edit::new(Span::new(start, text.span_of(cue.end..cue.end + 1).start as usize), ", ")])
}

/// A quote in the place of the last one, or of that behind the same word (`role "CEO"`).
fn quote(text: &Text, before: usize, start: usize) -> Option<Correction> {
    let at = (start..start + 3).find(|&at| text.tokens().get(at).is_some_and(|token| token.quote.is_some()))?;
    let meant = text.quotes().iter().find(|quote| quote.first == at)?;
    let mut earlier = text.quotes().iter().rev().filter(|quote| quote.end <= before);
    let name = (at > start).then(|| text.word(start));
    let said = match name {
        Some(name) => {
            earlier.find(|quote| (1..3).any(|back| quote.first >= back && text.word(quote.first - back) == name))?
        }
        None => earlier.next()?,
    };
    Some(Correction { said: said.first..said.end, meant: meant.first..meant.end, end: meant.end })
}

/// A colour, a number, a length … in the place of the last one of its kind, of that behind the same word, or of that
/// which the request says it is not.
fn value(text: &Text, before: usize, start: usize) -> Option<Correction> {
    let readings = scan::read(text);
    let meant = readings.iter().find(|reading| (start..start + 3).contains(&reading.tokens.start))?;
    let alike = |reading: &&Reading| reading.tokens.end <= before && kind(&reading.kind) == kind(&meant.kind);
    let behind = meant.tokens.end;
    let name = (meant.tokens.start > start).then(|| text.word(start));
    let (said, end) = if text.word(behind) == "not" && behind + 1 < text.tokens().len() {
        let denied = readings.iter().find(|reading| reading.tokens.start == behind + 1)?;
        let same = |reading: &&Reading| alike(reading) && reading.kind == denied.kind;
        (readings.iter().rev().find(same)?, denied.tokens.end)
    } else if let Some(name) = name {
        let named = |reading: &Reading| {
            (1..3).any(|back| reading.tokens.start >= back && text.word(reading.tokens.start - back) == name)
        };
        (readings.iter().rev().find(|reading| alike(reading) && named(reading))?, behind)
    } else {
        let noun = text.word(behind);
        let mut all = readings.iter().rev().filter(alike);
        let same_noun = all.clone().find(|reading| !noun.is_empty() && text.word(reading.tokens.end) == noun);
        (same_noun.or_else(|| all.next())?, behind)
    };
    let noun = text.word(said.tokens.end);
    let again = said.tokens.end < before && text.tokens()[said.tokens.end].is_word() && text.word(end) == noun;
    Some(Correction { said: said.tokens.clone(), meant: meant.tokens.clone(), end: end + usize::from(again) })
}

/// Values of one kind can correct one another: a percentage is a number.
fn kind(kind: &Kind) -> Discriminant<Kind> {
    match kind {
        Kind::Percent(number) => discriminant(&Kind::Number(*number)),
        Kind::Frames(number) => discriminant(&Kind::Seconds(*number)),
        other => discriminant(other),
    }
}

/// A name that shares a word with the one that is meant: `Ann Lee, baker, sorry, Anne Lee`.
fn namesake(text: &Text, before: usize, start: usize) -> Option<Correction> {
    const MOST: usize = 4;
    let named = |at: usize| is_open_word(text, at) && text.typed(at).starts_with(char::is_uppercase);
    let end = (start..text.tokens().len()).find(|&at| !named(at)).unwrap_or(text.tokens().len());
    let count = end - start;
    if !(2..=MOST).contains(&count) {
        return None;
    }
    let alike = |said: usize| (0..count).any(|at| text.word(said + at) == text.word(start + at));
    let whole = |said: usize| (said..said + count).all(named) && !(said > 0 && named(said - 1)) && !named(said + count);
    let said = (0..=before.checked_sub(count)?).rev().find(|&said| whole(said) && alike(said))?;
    Some(Correction { said: said..said + count, meant: start..end, end })
}

/// As many words as are meant, directly before: `CTO, no wait, CEO`.
fn words(text: &Text, before: usize, start: usize) -> Option<Correction> {
    const MOST: usize = 3;
    // `no wait, no title at all` takes something away and puts nothing in its place.
    if DENIALS.contains(&text.word(start)) {
        return None;
    }
    let is_word = |at: usize| text.tokens().get(at).is_some_and(|token| token.is_word() && token.quote.is_none());
    let end = (start..text.tokens().len()).find(|&at| !is_word(at)).unwrap_or(text.tokens().len());
    let capital = |at: usize| text.typed(at).starts_with(char::is_uppercase);
    let end = if start < end && capital(start) { (start..end).find(|&at| !capital(at)).unwrap_or(end) } else { end };
    let count = end - start;
    let said = before.checked_sub(count)?..before;
    let fits = (1..=MOST).contains(&count) && said.clone().all(is_word) && said.start > 0;
    fits.then_some(Correction { said, meant: start..end, end })
}
