//! Cells: the parts of a text between separators, each of which may be a label with its figure.

use std::ops::Range;

use super::figure;
use crate::text::{Text, TokenKind};
use crate::value::peek::{glued, is_break, is_number, is_word, mark, open};

/// What separates points. The others may then stand between a label and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    /// Line breaks.
    Lines,
    /// Line breaks, semicolons, bars, bullets and slashes.
    Strong,
    /// These, commas and `and`.
    Any,
}

impl Split {
    pub(super) const ALL: [Self; 3] = [Self::Lines, Self::Strong, Self::Any];
}

/// A part of the text, and whether a sentence or a bracket ended before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) tokens: Range<usize>,
    pub(super) detached: bool,
}

/// Cuts a range into cells; those that would be empty are left out.
pub(super) fn cut(text: &Text, range: Range<usize>, split: Split) -> Vec<Cell> {
    let mut cells = Vec::new();
    let (mut start, mut detached, mut has_figure) = (range.start, true, false);
    let mut token = range.start;
    while token < range.end {
        let kept = if has_figure { inside_brackets(text, token) } else { figure_in_brackets(text, token, range.end) };
        let wall = kept.is_none() && is_wall(text, token);
        if wall || separates(text, token, split, has_figure) {
            push(&mut cells, start..token, detached);
            detached = wall || detached && start == token;
            (start, has_figure) = (token + 1, false);
        } else if text.tokens()[token].kind == TokenKind::Number {
            has_figure |= open(text, token);
        } else if is_word(text, token) {
            has_figure |= figure::at(text, token, range.end).is_some();
        }
        token = kept.unwrap_or(token + 1).min(range.end);
        has_figure |= kept.is_some();
    }
    push(&mut cells, start..range.end, detached);
    cells
}

fn push(cells: &mut Vec<Cell>, tokens: Range<usize>, detached: bool) {
    if !tokens.is_empty() {
        cells.push(Cell { tokens, detached });
    }
}

fn separates(text: &Text, token: usize, split: Split, has_figure: bool) -> bool {
    if is_break(text, token) {
        return true;
    }
    if !open(text, token) || split == Split::Lines {
        return false;
    }
    match text.word(token) {
        ";" | "|" | "•" | "·" | "●" | "‣" => true,
        "/" => !glued(text, token) || !glued(text, token + 1),
        "+" => !glued(text, token) && !glued(text, token + 1),
        "," => split == Split::Any,
        "and" | "&" | "then" | "plus" | "vs" | "versus" => split == Split::Any && has_figure && !glued(text, token),
        _ => false,
    }
}

/// Whether a sentence ends or a bracket begins or ends at a token.
fn is_wall(text: &Text, token: usize) -> bool {
    match mark(text, token).filter(|_| open(text, token)) {
        Some('(' | ')' | '[' | ']' | '{' | '}' | '…') => true,
        Some('.' | '!' | '?') => !glued(text, token + 1) && !is_numbering(text, token) && !is_abbreviation(text, token),
        _ => false,
    }
}

/// The point of `1.` at the beginning of a line.
fn is_numbering(text: &Text, token: usize) -> bool {
    token > 0 && is_number(text, token - 1) && glued(text, token) && (token == 1 || is_break(text, token - 2))
}

/// The point of `Dr.` or of an initial.
pub(in crate::value) fn is_abbreviation(text: &Text, token: usize) -> bool {
    const SHORT: &[&str] = &[
        "dr", "mr", "mrs", "ms", "mx", "st", "no", "vs", "prof", "jr", "sr", "approx", "ca", "etc", "inc", "ltd", "co",
        "dept", "mt",
    ];
    let before = if token > 0 && glued(text, token) { text.word(token - 1) } else { "" };
    text.word(token) == "."
        && (before.chars().count() == 1 && is_word(text, token - 1) && !glued(text, token - 1)
            || SHORT.contains(&before))
}

/// The token behind brackets that hold one figure and nothing else, or no figure at all.
fn figure_in_brackets(text: &Text, token: usize, end: usize) -> Option<usize> {
    let after = inside_brackets(text, token)?;
    let amount = figure::at(text, token + 1, end);
    let holds_figure = (token..after).any(|at| is_number(text, at));
    (amount.is_some_and(|amount| amount.end + 1 == after) || !holds_figure).then_some(after)
}

/// The token behind short brackets without a separator in them.
fn inside_brackets(text: &Text, token: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    if mark(text, token) != Some('(') || !open(text, token) {
        return None;
    }
    let end = (token + 1..text.tokens().len().min(token + LONGEST)).find(|&at| !is_plain_inside(text, at))?;
    (mark(text, end) == Some(')')).then_some(end + 1)
}

fn is_plain_inside(text: &Text, token: usize) -> bool {
    !is_break(text, token) && !matches!(mark(text, token), Some(')' | '(' | ',' | ';' | '|' | ':'))
}
