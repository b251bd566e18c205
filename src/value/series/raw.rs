//! Figures of a cell with the words around them, before it is known which of these is the label.

use std::ops::Range;

use super::cell::{Cell, Split};
use super::figure::{self, Amount};
use super::label;
use crate::text::Text;
use crate::value::number;
use crate::value::peek::{glued, is_number, is_word, mark, open};

/// A figure of a cell with the words on both sides of it.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) head: Range<usize>,
    pub(super) amount: Amount,
    /// The token behind the figure and its closing bracket.
    pub(super) after: usize,
    pub(super) tail: Range<usize>,
    pub(super) cell: usize,
    pub(super) detached: bool,
}

/// All figures of a cell; a cell without any stands as nothing, which ends a run.
pub(super) fn raws(text: &Text, cell: &Cell, index: usize, split: Split) -> Vec<Option<Raw>> {
    let mut found: Vec<Option<Raw>> = Vec::new();
    let mut rest = trimmed(text, cell.tokens.clone());
    if let Some(raw) = glued_columns(text, rest.clone(), index).filter(|_| split == Split::Lines) {
        return vec![Some(raw)];
    }
    let mut detached = cell.detached;
    while let Some((amount, after)) = first_figure(text, rest.clone(), split) {
        let next = next_pair(text, after..rest.end, amount.start == rest.start);
        let tail = after..next.unwrap_or(rest.end);
        found.push(Some(Raw { head: rest.start..amount.start, amount, after, tail, cell: index, detached }));
        detached = false;
        let Some(next) = next else { break };
        rest = next..rest.end;
    }
    if found.is_empty() { vec![None] } else { found }
}

/// `2023,980` on a line of its own is one token, but two columns.
fn glued_columns(text: &Text, cell: Range<usize>, index: usize) -> Option<Raw> {
    let (label, value) = text.word(cell.start).split_once(',').filter(|_| cell.len() == 1)?;
    let value = number::value_of_digits(value).filter(|_| label.len() == 4)?;
    let amount = Amount::of_columns(cell.start, value);
    Some(Raw { head: cell.clone(), amount, after: cell.end, tail: cell.end..cell.end, cell: index, detached: false })
}

/// A cell without the bullet or number before it and the marks behind it.
fn trimmed(text: &Text, cell: Range<usize>) -> Range<usize> {
    let mut start = cell.start;
    while start < cell.end && matches!(mark(text, start), Some('•' | '*' | '|' | '·' | '-')) && !glued(text, start + 1)
    {
        start += 1;
    }
    if is_number(text, start)
        && glued(text, start + 1)
        && matches!(mark(text, start + 1), Some('.' | ')'))
        && start + 2 < cell.end
    {
        start += 2;
    }
    start = behind_ordinal(text, start..cell.end).unwrap_or(start);
    let mut end = cell.end;
    while end > start && open(text, end - 1) && matches!(mark(text, end - 1), Some('|' | ',' | ';' | '.')) {
        end -= 1;
    }
    start..end
}

/// Behind `1st:` and `2nd place -`.
fn behind_ordinal(text: &Text, cell: Range<usize>) -> Option<usize> {
    let ordinal = is_number(text, cell.start) && matches!(text.word(cell.start + 1), "st" | "nd" | "rd" | "th");
    let behind = cell.start + 2 + usize::from(text.word(cell.start + 2) == "place");
    (ordinal && glued(text, cell.start + 1) && matches!(mark(text, behind), Some(':' | '-')) && behind + 1 < cell.end)
        .then_some(behind + 1)
}

/// The first figure of a cell that is not the label of another one behind it, and the token behind both it and its
/// bracket.
fn first_figure(text: &Text, cell: Range<usize>, split: Split) -> Option<(Amount, usize)> {
    let mut at = cell.start;
    let mut amount = loop {
        if at >= cell.end {
            return None;
        }
        if let Some(amount) = figure::at(text, at, cell.end).filter(|amount| is_value(text, amount, &cell)) {
            break amount;
        }
        at = behind_chain(text, at);
    };
    if let Some(next) = labelled_by(text, &amount, &cell, split) {
        amount = labelled_by(text, &next, &cell, split).filter(|_| next.start == amount.end).unwrap_or(next);
    }
    let bracketed =
        amount.start > cell.start && mark(text, amount.start - 1) == Some('(') && mark(text, amount.end) == Some(')');
    let after = amount.end + usize::from(bracketed);
    Some((amount, after))
}

/// Whether a figure is no label (`1666: fire`) and no word amid others (`with three plans`).
fn is_value(text: &Text, amount: &Amount, cell: &Range<usize>) -> bool {
    let behind = amount.end + 1;
    let year = text.word(amount.start).len() == 4;
    let dashed = year && matches!(mark(text, amount.end), Some('-' | '→')) && !glued(text, behind);
    let joined = mark(text, amount.end) == Some(':') || dashed;
    let labels = joined && behind < cell.end && figure::at(text, behind, cell.end).is_none();
    let amid = amount.start > cell.start
        && mark(text, amount.start - 1) != Some(':')
        && is_word(text, amount.start)
        && amount.is_plain()
        && amount.end < cell.end
        && is_word(text, amount.end);
    !labels && !amid
}

/// The token behind a number that is no figure, and behind all that is glued to it.
fn behind_chain(text: &Text, token: usize) -> usize {
    let mut end = token + 1;
    while is_number(text, token) && glued(text, end) && !matches!(mark(text, end), Some(',' | ';' | ')' | '|')) {
        if matches!(mark(text, end), Some(':' | '=' | '>'))
            && !(is_number(text, end + 1) && text.word(end - 1).len() <= 2)
        {
            break;
        }
        end += 1;
    }
    end
}

/// The figure that another one is the label of: `2023: 12`, `2019 – 4.1 m`, `Day 1 200`.
fn labelled_by(text: &Text, amount: &Amount, cell: &Range<usize>, split: Split) -> Option<Amount> {
    let digits = amount.end == amount.start + 1 && is_number(text, amount.start) && text.word(amount.start).len() <= 4;
    if !digits || !amount.is_plain() {
        return None;
    }
    let mut at = amount.end;
    while at < cell.end && is_joining(text, at, split) {
        at += 1;
    }
    let is_year = text.word(amount.start).len() == 4;
    let figure =
        (at > amount.end || is_year || amount.start > cell.start).then(|| figure::at(text, at, cell.end))??;
    let is_setting = figure.is_seconds() && matches!(mark(text, at - 1), Some('(' | '-' | ',' | ';' | '|'));
    (!is_setting).then_some(figure)
}

fn is_joining(text: &Text, token: usize, split: Split) -> bool {
    match mark(text, token) {
        Some(':' | '=' | '>' | '→' | '(') => true,
        Some('-') => !glued(text, token + 1) || mark(text, token + 1) == Some('>'),
        Some(',' | ';' | '|') => split != Split::Any,
        _ => false,
    }
}

/// Where a further pair begins that no separator divides from the one before (`Mon 12 Tue 18`).
fn next_pair(text: &Text, tail: Range<usize>, value_first: bool) -> Option<usize> {
    let free =
        |at: usize| at == tail.start || !glued(text, at) || matches!(mark(text, at - 1), Some('=' | ':' | '(' | '>'));
    let figure = tail.clone().find(|&at| free(at) && figure::at(text, at, tail.end).is_some())?;
    let words = tail.start..figure;
    if words.is_empty() {
        let label = figure::at(text, figure, tail.end)?;
        return labelled_by(text, &label, &tail, Split::Any).map(|_| figure);
    }
    if words.clone().any(|at| matches!(mark(text, at), Some(',' | ';' | '|')))
        || words.clone().any(|at| label::ends_series(text.word(at)) || !open(text, at))
    {
        return None;
    }
    if value_first {
        return words.clone().all(|at| is_word(text, at)).then_some(figure);
    }
    let head = label::head(text, words);
    (!head.led && label::is_label(text, &head.label)).then_some(tail.start)
}
