//! Cutting a range at one kind of separator, outside of quotes and brackets.

use std::ops::Range;

use super::Style;
use crate::text::Text;
use crate::value::peek::{glued, is_break, is_word, mark, open};

/// What stands between items, from the strongest to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::value) enum Separator {
    Semicolon,
    Bar,
    Slash,
    Dot,
    Plus,
    Arrow,
    Break,
    Comma,
    Dash,
    TightSlash,
    And,
}

impl Separator {
    pub(super) const ALL: [Self; 11] = [
        Self::Break,
        Self::Semicolon,
        Self::Bar,
        Self::Slash,
        Self::Dot,
        Self::Plus,
        Self::Arrow,
        Self::Comma,
        Self::Dash,
        Self::TightSlash,
        Self::And,
    ];

    pub(super) fn style(self) -> Style {
        match self {
            Self::Break => Style::Lines,
            Self::Comma => Style::Commas,
            Self::And => Style::Pair,
            _ => Style::Separators,
        }
    }

    fn is_at(self, text: &Text, token: usize) -> bool {
        let spaced = !glued(text, token) || !glued(text, token + 1);
        match self {
            Self::Semicolon => mark(text, token) == Some(';'),
            Self::Bar => matches!(mark(text, token), Some('|' | '¦')),
            Self::Slash => mark(text, token) == Some('/') && spaced,
            Self::Dot => matches!(
                mark(text, token),
                Some(
                    '•' | '·'
                        | '●'
                        | '‣'
                        | '▪'
                        | '◦'
                        | '⋅'
                        | '✅'
                        | '✔'
                        | '✓'
                        | '☑'
                        | '➤'
                        | '👉'
                        | '🔹'
                        | '🔸'
                )
            ),
            Self::Plus => mark(text, token) == Some('+') && !glued(text, token) && !glued(text, token + 1),
            Self::Arrow => matches!(mark(text, token), Some('→' | '➜' | '⇒')) || is_arrow(text, token),
            Self::Break => is_break(text, token),
            Self::Comma => matches!(mark(text, token), Some(',' | '、' | '，')),
            Self::Dash => mark(text, token) == Some('-') && !glued(text, token) && !glued(text, token + 1),
            Self::TightSlash => mark(text, token) == Some('/') && is_word(text, token - 1) && is_word(text, token + 1),
            Self::And => is_and(text, token),
        }
    }
}

/// Cuts a range. What is weak is taken only where it is plain: tight slashes and dashes from three parts on, `and`
/// between two.
pub(in crate::value) fn parts(text: &Text, range: Range<usize>, separator: Separator) -> Vec<Range<usize>> {
    let mut parts = split(text, range, separator);
    if separator == Separator::Dash && parts.len() < 3 {
        parts.clear();
    }
    if separator == Separator::TightSlash && parts.len() < 3 || separator == Separator::And && parts.len() != 2 {
        parts.clear();
    }
    parts
}

/// Whether a line holds a list of its own, which is then meant and not the lines.
pub(super) fn is_list_itself(text: &Text, line: Range<usize>) -> bool {
    let count = |separator| split(text, line.clone(), separator).len();
    count(Separator::Semicolon) > 2
        || count(Separator::Bar) > 2
        || count(Separator::Slash) > 2
        || count(Separator::Dot) > 2
        || count(Separator::Comma) > 2
}

/// The closing bracket of an opening one.
pub(super) fn closing(text: &Text, from: usize, end: usize) -> Option<usize> {
    // Brackets hold less than this; a limit keeps the cost linear where none of many is ever closed.
    const LONGEST: usize = 400;
    let mut depth = 0_u32;
    for token in from..end.min(from + LONGEST) {
        match mark(text, token).filter(|_| open(text, token)) {
            Some('(' | '[' | '{') => depth += 1,
            Some(')' | ']' | '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(token);
                }
            }
            _ => {}
        }
    }
    None
}

fn split(text: &Text, range: Range<usize>, separator: Separator) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut token) = (range.start, range.start);
    while token < range.end {
        let bracket = matches!(mark(text, token), Some('(' | '[' | '{')) && open(text, token);
        if let Some(close) = bracket.then(|| closing(text, token, range.end)).flatten() {
            token = close + 1;
            continue;
        }
        if open(text, token) && token > range.start && separator.is_at(text, token) {
            push(text, &mut parts, start..token);
            start = token + 1;
        }
        token += 1;
    }
    push(text, &mut parts, start..range.end);
    parts
}

/// Keeps a part that has anything in it but marks which belong to separators of several characters.
fn push(text: &Text, parts: &mut Vec<Range<usize>>, mut part: Range<usize>) {
    while !part.is_empty()
        && (is_break(text, part.start)
            || matches!(mark(text, part.start), Some('/' | '|' | '>' | ',' | ';' | '-'))
                && !glued(text, part.start + 1))
    {
        part.start += 1;
    }
    while !part.is_empty()
        && (is_break(text, part.end - 1) || matches!(mark(text, part.end - 1), Some(',' | ';' | '|')))
    {
        part.end -= 1;
    }
    if !part.is_empty() {
        parts.push(part);
    }
}

/// `b and c` behind the last comma are two items, unless the comma itself stands before `and`. So are `b & c`, but
/// not `Tallow & Co`.
pub(in crate::value) fn split_last(text: &Text, parts: &mut Vec<Range<usize>>) {
    let Some(last) = parts.pop().filter(|last| !last.is_empty()) else { return };
    if is_conjunction(text, last.start) {
        parts.push(last.start + 1..last.end);
        return;
    }
    let and = last.clone().find(|&at| {
        at > last.start && open(text, at) && is_and(text, at) && !is_company(text, at) && !in_brackets(text, &last, at)
    });
    match and {
        Some(and) if and + 1 < last.end => parts.extend([last.start..and, and + 1..last.end]),
        _ => parts.push(last),
    }
}

fn in_brackets(text: &Text, part: &Range<usize>, at: usize) -> bool {
    (part.start..at)
        .any(|open| mark(text, open) == Some('(') && closing(text, open, part.end).is_some_and(|close| close > at))
}

pub(super) fn is_conjunction(text: &Text, token: usize) -> bool {
    matches!(text.word(token), "and" | "or" | "&" | "then" | "plus")
}

fn is_and(text: &Text, token: usize) -> bool {
    match text.word(token) {
        "and" | "or" => !(text.word(token + 1) == "a" && text.word(token + 2) == "half"),
        "&" => !glued(text, token) && !glued(text, token + 1) && !is_company(text, token),
        _ => false,
    }
}

fn is_company(text: &Text, token: usize) -> bool {
    text.word(token) == "&"
        && matches!(text.word(token + 1), "co" | "sons" | "son" | "partners" | "daughters" | "company" | "bros")
}

fn is_arrow(text: &Text, token: usize) -> bool {
    matches!(mark(text, token), Some('-' | '=')) && mark(text, token + 1) == Some('>') && glued(text, token + 1)
}
