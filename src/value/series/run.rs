//! Runs: pairs that follow one another and are written alike.

use std::ops::Range;

use super::Header;
use super::cell::{self, Cell, Split};
use super::figure::{self, Amount};
use super::label;
use super::raw::{Raw, raws};
use crate::text::Text;
use crate::value::number;
use crate::value::peek::{glued, is_break, is_number, is_word, mark, open};

/// A label with its figure.
pub(super) struct Pair {
    pub(super) label: String,
    /// The value as typed, from its sign to its unit.
    pub(super) typed: String,
    pub(super) figure: Amount,
}

/// Pairs that follow one another.
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) pairs: Vec<Pair>,
    /// Whether the labels stand before their figures.
    pub(super) label_first: bool,
    pub(super) header: Option<Header>,
}

/// Which of the two comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    LabelFirst,
    ValueFirst,
}

/// A raw pair whose label has been found.
struct Named {
    raw: Raw,
    label: Range<usize>,
    led: bool,
}

/// The longest run of a range that is cut at `split`.
pub(super) fn longest(text: &Text, range: Range<usize>, split: Split) -> Option<Run> {
    let cells = cell::cut(text, range, split);
    let raws: Vec<Option<Raw>> =
        cells.iter().enumerate().flat_map(|(index, cell)| raws(text, cell, index, split)).collect();
    let label_first = best(text, &raws, Order::LabelFirst);
    let value_first = best(text, &raws, Order::ValueFirst);
    let (run, order) = match (label_first, value_first) {
        (Some(a), Some(b)) if b.len() > a.len() => (b, Order::ValueFirst),
        (Some(a), _) => (a, Order::LabelFirst),
        (None, b) => (b?, Order::ValueFirst),
    };
    let first_cell = run[0].raw.cell;
    let header = first_cell.checked_sub(1).and_then(|index| header(text, &cells[index], split));
    let start = header.as_ref().map(|_| cells[first_cell - 1].tokens.start);
    Some(finish(text, run, order, header.zip(start)))
}

/// Figures with nothing but separators between them.
pub(super) fn bare(text: &Text, range: Range<usize>) -> Option<Run> {
    let mut best: Vec<Amount> = Vec::new();
    let mut current: Vec<Amount> = Vec::new();
    let mut token = range.start;
    while token < range.end {
        if let Some(amount) = figure::at(text, token, range.end).or_else(|| plain_digits(text, token)) {
            token = amount.end;
            current.push(amount);
            continue;
        }
        if !is_separator(text, token) && current.len() > best.len() {
            best = std::mem::take(&mut current);
        } else if !is_separator(text, token) {
            current.clear();
        }
        token += 1;
    }
    let best = if current.len() > best.len() { current } else { best };
    let tokens = best.first()?.start..best.last()?.end;
    let pairs = best
        .into_iter()
        .map(|figure| Pair {
            label: String::new(),
            typed: text.typed_range(figure.start..figure.end).to_owned(),
            figure,
        })
        .collect::<Vec<_>>();
    (pairs.len() > 1).then_some(Run { tokens, pairs, label_first: true, header: None })
}

fn plain_digits(text: &Text, token: usize) -> Option<Amount> {
    let chained = is_number(text, token) && (!glued(text, token) || mark(text, token - 1) == Some('/'));
    chained.then(|| figure::plain(text, token))?
}

fn is_separator(text: &Text, token: usize) -> bool {
    is_break(text, token)
        || matches!(text.word(token), "," | ";" | "/" | "|" | "and" | "&" | "then" | "→" | "[" | "]" | "(" | ")")
}

fn best(text: &Text, raws: &[Option<Raw>], order: Order) -> Option<Vec<Named>> {
    let mut best: Vec<Named> = Vec::new();
    let mut current: Vec<Named> = Vec::new();
    for raw in raws {
        let named = raw.as_ref().and_then(|raw| name(text, raw, order));
        if !named.as_ref().is_some_and(|named| follows(text, &current, named, order)) {
            keep_longer(text, &mut best, std::mem::take(&mut current), order);
        }
        current.extend(named);
    }
    keep_longer(text, &mut best, current, order);
    (!best.is_empty()).then_some(best)
}

fn keep_longer(text: &Text, best: &mut Vec<Named>, mut run: Vec<Named>, order: Order) {
    settle_first(text, &mut run, order);
    if run.len() > best.len() && (order == Order::LabelFirst || !counts_only(text, &run)) {
        *best = run;
    }
}

/// Cuts the first label down to its own words, and drops the first pair if none is left.
fn settle_first(text: &Text, run: &mut Vec<Named>, order: Order) {
    if order == Order::ValueFirst || run.is_empty() {
        return;
    }
    let others: Vec<Range<usize>> = run[1..].iter().map(|named| named.label.clone()).collect();
    let label = label::first(text, run[0].label.clone(), run[0].led, &others);
    if label.is_empty() || !label::is_label(text, &label) {
        run.remove(0);
    } else {
        run[0].label = label;
    }
}

/// Whether the figures only number or date what follows them: 1, 2, 3 or all of them years.
fn counts_only(text: &Text, run: &[Named]) -> bool {
    let value = |named: &Named| named.raw.amount.value.unwrap_or(0.0);
    let years = run.iter().all(|named| {
        text.word(named.raw.amount.start).len() == 4
            && named.raw.amount.is_plain()
            && (1000.0..2200.0).contains(&value(named))
    });
    let ascends = |run: &[Named]| {
        run.len() > 1 && run.iter().enumerate().all(|(index, named)| value(named) == index as f64 + 1.0)
    };
    let numbering = ascends(run) || ascends(&run[1..]);
    years || numbering
}

fn name(text: &Text, raw: &Raw, order: Order) -> Option<Named> {
    let (label, led) = match order {
        Order::LabelFirst => {
            let head = label::head(text, raw.head.clone());
            (head.label, head.led)
        }
        Order::ValueFirst => (label::behind(text, unbracketed(text, raw.tail.clone()), false), false),
    };
    let is_first_word_small =
        order == Order::ValueFirst && (label.is_empty() || !label::is_label(text, &(label.start..label.start + 1)));
    let money_as_label = label.len() <= 2 && number::currency_before(text, label.start).is_some() && !label.is_empty();
    let long_but_led = order == Order::LabelFirst && label.len() > 3;
    if label.is_empty() || is_first_word_small || money_as_label || !(label::is_label(text, &label) || long_but_led) {
        return None;
    }
    Some(Named { raw: raw.clone(), label, led })
}

/// The label of `1.2M (Jan)`.
fn unbracketed(text: &Text, tail: Range<usize>) -> Range<usize> {
    let bracketed = tail.len() > 2 && mark(text, tail.start) == Some('(') && mark(text, tail.end - 1) == Some(')');
    if bracketed { tail.start + 1..tail.end - 1 } else { tail }
}

fn follows(text: &Text, run: &[Named], next: &Named, order: Order) -> bool {
    let Some(last) = run.last() else { return true };
    if next.raw.detached || next.led || !label::is_label(text, &next.label) {
        return false;
    }
    let columns = |named: &Named| mark(text, named.raw.amount.start.saturating_sub(1)) == Some(',');
    if columns(last) != columns(next) && order == Order::LabelFirst && next.raw.amount.is_seconds() {
        return false;
    }
    match order {
        Order::LabelFirst => last.raw.tail.is_empty() || is_count(text, &last.raw.tail),
        Order::ValueFirst => {
            label::head(text, next.raw.head.clone()).label.is_empty()
                && last.label.end == unbracketed(text, last.raw.tail.clone()).end
        }
    }
}

/// Whether what follows a figure is one word that says what was counted (`3 wins`).
fn is_count(text: &Text, tail: &Range<usize>) -> bool {
    tail.len() == 1 && is_word(text, tail.start) && !label::ends_series(text.word(tail.start)) && open(text, tail.start)
}

fn finish(text: &Text, mut run: Vec<Named>, order: Order, header: Option<(Header, usize)>) -> Run {
    if order == Order::LabelFirst {
        take_counts(text, &mut run);
    } else if let Some(last) = run.last_mut() {
        last.label = label::behind(text, unbracketed(text, last.raw.tail.clone()), true);
    }
    let first = &run[0];
    let start = if order == Order::LabelFirst { first.label.start } else { first.raw.amount.start };
    let end = run.last().map_or(start, |last| {
        last.raw.after.max(last.raw.amount.end).max(if order == Order::ValueFirst { last.label.end } else { 0 })
    });
    let pairs = run.into_iter().map(|named| pair(text, named)).collect();
    let (header, start) = header.map_or((None, start), |(header, start)| (Some(header), start));
    Run { tokens: start..end, pairs, label_first: order == Order::LabelFirst, header }
}

/// Makes the word behind each figure its unit; behind the last one only where the others have the same.
fn take_counts(text: &Text, run: &mut [Named]) {
    let Some((last, others)) = run.split_last_mut() else { return };
    let words: Vec<&str> = others
        .iter()
        .filter(|named| is_count(text, &named.raw.tail))
        .map(|named| text.word(named.raw.tail.start))
        .collect();
    let common = words.first().filter(|word| words.len() == others.len() && words.iter().all(|other| other == *word));
    if common.is_some_and(|word| !last.raw.tail.is_empty() && text.word(last.raw.tail.start) == *word) {
        count(text, last);
    }
    for named in others.iter_mut().filter(|named| is_count(text, &named.raw.tail)) {
        count(text, named);
    }
}

fn count(text: &Text, named: &mut Named) {
    let at = named.raw.tail.start;
    if named.raw.amount.is_plain() && named.raw.after == named.raw.amount.end {
        named.raw.amount.count(text.typed(at), at + 1);
        named.raw.after = at + 1;
    }
}

fn pair(text: &Text, named: Named) -> Pair {
    let amount = named.raw.amount;
    let typed = text.typed_range(amount.start..amount.end);
    match typed.split_once(',').filter(|_| named.label.contains(&amount.start)) {
        Some((label, value)) => Pair { label: label.to_owned(), typed: value.to_owned(), figure: amount },
        None => Pair { label: label::typed(text, named.label), typed: typed.to_owned(), figure: amount },
    }
}

/// The line above the points, if it has two parts and no figure.
fn header(text: &Text, cell: &Cell, split: Split) -> Option<Header> {
    if split != Split::Lines || cell.tokens.clone().any(|at| is_number(text, at) || !open(text, at)) {
        return None;
    }
    let line = text.typed_range(cell.tokens.clone()).trim_matches(['|', ' ']);
    let separator = [',', ';', '\t', '|'].into_iter().find(|&separator| line.contains(separator))?;
    let (label, value) = line.split_once(separator)?;
    let short = |part: &str| (1..=4).contains(&part.split_whitespace().count());
    let one = !value.contains(separator) && short(label) && short(value);
    one.then(|| Header { label: label.trim().to_owned(), value: value.trim().to_owned() })
}
