//! Pairs of texts: people and what they do, dates and what happened, speakers and what they say.

use std::ops::Range;

use super::dialogue::dialogue;
use super::label;
use crate::text::Text;
use crate::value::list::{Separator, before_settings, first_sentence, parts, split_last, without_settings};
use crate::value::peek::{glued, is_break, is_number, is_word, mark, open};
use crate::value::{Kind, date, scan};

/// A label and its text.
pub(super) struct TextPair {
    pub(super) label: Range<usize>,
    pub(super) value: Range<usize>,
    pub(super) end: usize,
}

/// What stands between a label and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joiner {
    Colon,
    Dash,
    Brackets,
    Equals,
    Comma,
    /// Nothing: the label is a date, a time or the like.
    Date,
    /// `in` or `on` before a date: the label stands behind its text.
    In,
    /// `Lea says hi`.
    Says,
}

const JOINERS: [Joiner; 8] = [
    Joiner::In,
    Joiner::Colon,
    Joiner::Date,
    Joiner::Brackets,
    Joiner::Dash,
    Joiner::Equals,
    Joiner::Comma,
    Joiner::Says,
];

const SEPARATORS: [Separator; 6] =
    [Separator::Break, Separator::Semicolon, Separator::Bar, Separator::Slash, Separator::Dot, Separator::Comma];

/// The longest run of pairs that are separated and joined alike; of equal ones, that with the stronger separator.
pub(super) fn longest(text: &Text, range: Range<usize>) -> Vec<TextPair> {
    let mut best = spoken(text, range.clone());
    for run in [dialogue(text, range.clone()), run(text, &sentences(text, range.clone()), Joiner::Date)] {
        if run.len() > best.len() {
            best = run;
        }
    }
    for separator in SEPARATORS {
        let mut parts = without_settings(text, &parts(text, range.clone(), separator));
        if separator == Separator::Comma && parts.len() > 1 {
            split_last(text, &mut parts);
        }
        for joiner in JOINERS {
            if joiner == Joiner::Comma && separator == Separator::Comma {
                continue;
            }
            let run = run(text, &parts, joiner);
            if run.len() > best.len() {
                best = run;
            }
        }
    }
    best
}

/// Quotes with a name before each: `Ana: "Are you coming?" Ben: "5 min!"`.
fn spoken(text: &Text, range: Range<usize>) -> Vec<TextPair> {
    let mut pairs = Vec::new();
    let mut end = range.start;
    for quote in text.quotes().iter().filter(|quote| quote.first >= range.start && quote.end <= range.end) {
        match speaker(text, end..quote.first) {
            Some(label) => pairs.push(TextPair { label, value: quote.first..quote.end, end: quote.end }),
            None if pairs.len() < 2 => pairs.clear(),
            None => break,
        }
        end = quote.end;
    }
    pairs
}

/// The sentences of a range, without the stops at their ends.
fn sentences(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let ends = |at: usize| open(text, at) && matches!(mark(text, at), Some('.' | '!')) && !glued(text, at + 1);
    let mut parts = Vec::new();
    let mut start = range.start;
    for at in range.clone().filter(|&at| ends(at)).chain([range.end]) {
        parts.extend((at > start).then_some(start..at));
        start = at + 1;
    }
    parts
}

/// The name that speaks: the last capitalised words before a quote, with nothing but a word or a mark behind them.
fn speaker(text: &Text, before: Range<usize>) -> Option<Range<usize>> {
    const SAYS: &[&str] = &[
        "says", "said", "asks", "asked", "answers", "answered", "replies", "replied", "writes", "wrote", "again",
        "then", "goes", "texts", "adds", "back", "is", "with", "and", "responds", "shouts",
    ];
    let is_name = |at: usize| {
        (is_word(text, at) || is_number(text, at)) && text.typed(at).starts_with(|c: char| !c.is_lowercase())
    };
    let passes =
        |at: usize| SAYS.contains(&text.word(at)) || matches!(mark(text, at), Some(':' | ',' | '-' | '>' | '→' | '='));
    let end = before.clone().rev().find(|&at| !passes(at))? + 1;
    let start = (before.start..end).rev().take_while(|&at| is_name(at)).last()?;
    (end - start <= 3).then_some(start..end)
}

fn run(text: &Text, parts: &[Range<usize>], joiner: Joiner) -> Vec<TextPair> {
    let mut best: Vec<TextPair> = Vec::new();
    let mut current: Vec<TextPair> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let pair = join(text, part, joiner, current.is_empty());
        if pair.is_none() && !current.is_empty() {
            keep_longer(&mut best, &mut current);
        }
        let cut = pair.as_ref().is_some_and(|pair| pair.end < part.end);
        current.extend(pair);
        if cut || index + 1 == parts.len() {
            keep_longer(&mut best, &mut current);
        }
    }
    best
}

fn keep_longer(best: &mut Vec<TextPair>, current: &mut Vec<TextPair>) {
    let current = std::mem::take(current);
    if current.len() > best.len() {
        *best = current;
    }
}

fn join(text: &Text, part: &Range<usize>, joiner: Joiner, first: bool) -> Option<TextPair> {
    if joiner == Joiner::In {
        return dated_behind(text, part);
    }
    let (label, value) = match joiner {
        Joiner::Date => dated(text, part, first)?,
        Joiner::Brackets => bracketed(text, part)?,
        _ => divided(text, part, joiner, first)?,
    };
    let label = if joiner == Joiner::Date { label } else { named(text, label, first)? };
    let end = if joiner == Joiner::Brackets { value.end + 1 } else { value.end };
    let value = before_settings(text, first_sentence(text, trimmed(text, value)));
    (!value.is_empty()).then(|| TextPair { label, end: if value.end + 1 >= end { end } else { value.end }, value })
}

/// The label's own words; the first one has whatever the request says before.
fn named(text: &Text, range: Range<usize>, first: bool) -> Option<Range<usize>> {
    let head = label::head(text, range);
    if head.led && !first {
        return None;
    }
    let label = if first { label::first(text, head.label, head.led, &[]) } else { head.label };
    (!label.is_empty() && label::is_label(text, &label)).then_some(label)
}

/// Divides at the first joiner, in the first part at the last one.
fn divided(text: &Text, part: &Range<usize>, joiner: Joiner, first: bool) -> Option<(Range<usize>, Range<usize>)> {
    let mut at =
        (part.start + 1..part.end.saturating_sub(1)).filter(|&at| open(text, at) && is_joiner(text, at, joiner));
    let at = if first { at.next_back()? } else { at.next()? };
    Some((part.start..at, at + 1..part.end))
}

fn is_joiner(text: &Text, at: usize, joiner: Joiner) -> bool {
    match joiner {
        Joiner::Colon => mark(text, at) == Some(':') && !glued(text, at + 1),
        Joiner::Dash => {
            matches!(mark(text, at), Some('→' | '⇒'))
                || mark(text, at) == Some('-')
                    && !glued(text, at)
                    && (!glued(text, at + 1) || mark(text, at + 1) == Some('>'))
        }
        Joiner::Equals => mark(text, at) == Some('='),
        Joiner::Comma => mark(text, at) == Some(','),
        Joiner::Says => says(text, at),
        Joiner::Brackets | Joiner::Date | Joiner::In => false,
    }
}

/// Whether a verb tells that the name before it says what follows.
fn says(text: &Text, at: usize) -> bool {
    let verb = matches!(text.word(at), "says" | "writes" | "replies" | "answers" | "asks" | "texts");
    verb && text.typed(at - 1).starts_with(char::is_uppercase)
}

/// `Ruth (skipper)`.
fn bracketed(text: &Text, part: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let opening = (part.start + 1..part.end).find(|&at| mark(text, at) == Some('(') && open(text, at))?;
    let closing = (opening + 1..part.end).find(|&at| mark(text, at) == Some(')'))?;
    let behind = part.end - closing - 1;
    (behind == 0 || matches!(mark(text, closing + 1), Some('.' | '!' | '-')))
        .then_some((part.start..opening, opening + 1..closing))
}

/// `Ana in 1984`, `first shop in May 2005`: a few words, and a date that ends the part.
fn dated_behind(text: &Text, part: &Range<usize>) -> Option<TextPair> {
    const MOST_WORDS: usize = 6;
    let joint = part.clone().rev().find(|&at| open(text, at) && matches!(text.word(at), "in" | "on"))?;
    let date = Some(joint + 1..part.end).filter(|date| !date.is_empty())?;
    let end = behind_count(text, date.start).or_else(|| {
        let found = scan::at(text, date.start)?;
        matches!(found.kind, Kind::Date(_)).then_some(found.end)
    })?;
    let start = part.clone().find(|&at| text.word(at) != "and")?;
    let lead = (start..joint).rev().find(|&at| mark(text, at) == Some(':')).map_or(start, |at| at + 1);
    let said = lead..joint;
    let fits = end == part.end && !said.is_empty() && said.len() <= MOST_WORDS;
    fits.then_some(TextPair { label: date, end: part.end, value: said })
}

/// `1998 founded in a garage`, `08:15 Departs`, `Q1'26 Beta`, `Week 2 First draft`.
fn dated(text: &Text, part: &Range<usize>, first: bool) -> Option<(Range<usize>, Range<usize>)> {
    let led = matches!(text.word(part.start), "in" | "on" | "and") && part.len() > 1;
    let places = if first { part.clone() } else { part.start + usize::from(led)..part.start + 1 + usize::from(led) };
    let (start, end) = places.into_iter().find_map(|at| behind_date(text, at, part.end).map(|end| (at, end)))?;
    (end < part.end).then_some((start..end, end..part.end))
}

fn behind_date(text: &Text, token: usize, limit: usize) -> Option<usize> {
    if !open(text, token) || glued(text, token) {
        return None;
    }
    let end = behind_count(text, token).or_else(|| {
        let found = scan::at(text, token)?;
        matches!(found.kind, Kind::Date(_) | Kind::Time(_)).then_some(found.end)
    })?;
    let goes_on = is_word(text, end)
        || is_number(text, end)
        || !open(text, end.min(text.tokens().len() - 1))
        || mark(text, end).is_some_and(|mark| !matches!(mark, ':' | ',' | '.' | ';'));
    (end < limit && !is_break(text, end) && goes_on).then_some(end)
}

/// Years, decades and numbered spans of time.
fn behind_count(text: &Text, token: usize) -> Option<usize> {
    let word = text.word(token);
    let year = |at: usize| {
        is_number(text, at)
            && text.word(at).len() == 4
            && matches!(text.word(at).as_bytes()[0], b'1' | b'2')
            && text.word(at).parse::<u32>().is_ok()
    };
    if year(token) {
        return Some(token + 1 + usize::from(glued(text, token + 1) && text.word(token + 1) == "s"));
    }
    if date::is_month(text, token) && !is_number(text, token + 1) {
        return Some(token + 1);
    }
    if matches!(word, "q1" | "q2" | "q3" | "q4" | "h1" | "h2") {
        let apostrophe = matches!(mark(text, token + 1), Some('\'')) && is_number(text, token + 2);
        return Some(if apostrophe { token + 3 } else { token + 1 + usize::from(year(token + 1)) });
    }
    let counted = matches!(
        word,
        "week"
            | "day"
            | "month"
            | "year"
            | "phase"
            | "step"
            | "sprint"
            | "stage"
            | "season"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "winter"
    );
    (counted && is_number(text, token + 1)).then_some(token + 2)
}

pub(super) fn trimmed(text: &Text, value: Range<usize>) -> Range<usize> {
    let outer = |at: usize| {
        open(text, at) && matches!(mark(text, at), Some(':' | '-' | '>' | ',' | ';' | '|')) && !glued(text, at + 1)
    };
    let start = value.clone().find(|&at| !outer(at)).unwrap_or(value.end);
    start..value.end
}
