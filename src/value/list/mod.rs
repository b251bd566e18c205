//! Lists: several texts, by whatever separates them.

mod cut;
mod ends;
mod marked;
mod setting;

use std::ops::Range;

use super::peek::{is_break, mark};
use crate::text::{Span, Text};

pub(super) use cut::{Separator, parts, split_last};
pub(crate) use setting::is_setting;

pub(crate) use ends::is_only_settings;
pub(super) use ends::{before_settings, first_sentence, without_settings};

/// Texts that were found one after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The tokens from the first item to the last, with the marks around them.
    pub tokens: Range<usize>,
    /// The same as bytes of the original text.
    pub span: Span,
    /// The items.
    pub items: Vec<Item>,
    /// What makes it a list.
    pub style: Style,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// As typed, without its bullet, number, separator and enclosing quotation marks.
    pub text: String,
    /// The tokens of that text, with its quotation marks.
    pub tokens: Range<usize>,
}

/// What makes a list of its items, from the surest to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// A bullet before each.
    Bullets,
    /// A number before each: `1.`, `2)`.
    Numbers,
    /// Each in quotation marks.
    Quotes,
    /// Semicolons, bars, spaced slashes, dots, pluses or arrows between them.
    Separators,
    /// Each on a line of its own.
    Lines,
    /// Commas between them, the last one perhaps behind `and`.
    Commas,
    /// Two with `and` or `or` between them.
    Pair,
}

impl List {
    /// The texts of the items.
    pub fn texts(&self) -> Vec<String> {
        self.items.iter().map(|item| item.text.clone()).collect()
    }
}

/// Reads the list that a range holds, split at the strongest separator that is there. What only leads to it
/// (`Heading:`) and the settings of the scene behind it (`dark theme, 5s`) are left out. A list has two items or
/// more, or one behind a bullet.
pub fn read(text: &Text, range: Range<usize>) -> Option<List> {
    let range = without_breaks(text, range.start..range.end.min(text.tokens().len()));
    if range.is_empty() {
        return None;
    }
    marked::bullets(text, range.clone())
        .map(|items| (items, Style::Bullets))
        .or_else(|| marked::numbers(text, range.clone()).map(|items| (items, Style::Numbers)))
        .or_else(|| marked::quotes(text, range.clone()).map(|items| (items, Style::Quotes)))
        .and_then(|(items, style)| list(text, items, style))
        .or_else(|| separated(text, range))
}

/// Tries one separator after the other. Where settings leave a single part of a weaker list, the next ones split that.
fn separated(text: &Text, range: Range<usize>) -> Option<List> {
    let mut range = inside_alternatives(text, range.clone()).unwrap_or(range);
    for separator in Separator::ALL {
        let parts = parts(text, range.clone(), separator);
        if parts.len() < 2 {
            continue;
        }
        let mut kept = without_settings(text, &parts);
        if separator == Separator::Comma && kept.len() > 1 {
            split_last(text, &mut kept);
        }
        let [first, .., _] = kept.as_slice() else {
            range = kept.into_iter().next().unwrap_or(range);
            continue;
        };
        if separator == Separator::Break && kept.iter().any(|line| cut::is_list_itself(text, line.clone())) {
            range = kept.iter().find(|line| cut::is_list_itself(text, (*line).clone())).unwrap_or(first).clone();
            continue;
        }
        if let Some(part) = only_list(text, &kept) {
            range = part;
            continue;
        }
        if let Some(list) = list(text, ends::settled(text, kept, separator), separator.style()) {
            return Some(list);
        }
    }
    inside_brackets(text, range)
}

/// The one of two parts that is a list, where the other is a sentence beside it.
fn only_list(text: &Text, parts: &[Range<usize>]) -> Option<Range<usize>> {
    let [a, b] = parts else { return None };
    match (cut::is_list_itself(text, a.clone()), cut::is_list_itself(text, b.clone())) {
        (true, false) => Some(a.clone()),
        (false, true) => Some(b.clone()),
        _ => None,
    }
}

/// `(a, b, c)` where nothing outside of the brackets is a list.
fn inside_brackets(text: &Text, range: Range<usize>) -> Option<List> {
    let open = range
        .clone()
        .find(|&at| matches!(mark(text, at), Some('(' | '[' | '{')) && text.tokens()[at].quote.is_none())?;
    let close = cut::closing(text, open, range.end)?;
    separated(text, open + 1..close).or_else(|| separated(text, close + 1..range.end))
}

/// `Learn [Spanish|Norsk]`.
fn inside_alternatives(text: &Text, range: Range<usize>) -> Option<Range<usize>> {
    let open = range.clone().find(|&at| matches!(mark(text, at), Some('[' | '{')))?;
    let close = cut::closing(text, open, range.end)?;
    (open + 1..close).any(|at| matches!(mark(text, at), Some('|' | '/'))).then_some(open + 1..close)
}

fn list(text: &Text, parts: Vec<Range<usize>>, style: Style) -> Option<List> {
    let items: Vec<Item> = parts.into_iter().filter_map(|part| item(text, part)).collect();
    let (first, last) = (items.first()?, items.last()?);
    if items.len() < 2 && style != Style::Bullets {
        return None;
    }
    let tokens = first.tokens.start..last.tokens.end;
    Some(List { span: text.span_of(tokens.clone()), tokens, items, style })
}

fn item(text: &Text, part: Range<usize>) -> Option<Item> {
    let tokens = trimmed(text, part);
    let first = text.tokens().get(tokens.start).filter(|_| !tokens.is_empty())?;
    let quote = first.quote.map(|quote| &text.quotes()[usize::from(quote)]);
    let typed = match quote.filter(|quote| quote.first == tokens.start && quote.end == tokens.end) {
        Some(quote) => text.slice(quote.inner),
        None => text.typed_range(tokens.clone()),
    };
    Some(Item { text: typed.trim().to_owned(), tokens }).filter(|item| !item.text.is_empty())
}

fn without_breaks(text: &Text, range: Range<usize>) -> Range<usize> {
    let is_outer = |&at: &usize| !is_break(text, at) && !matches!(mark(text, at), Some(':' | ','));
    let start = range.clone().find(is_outer).unwrap_or(range.end);
    let end = range.clone().rev().find(|&at| !is_break(text, at)).map_or(start, |at| at + 1);
    start..end.max(start)
}

/// A range without the separators at its ends.
fn trimmed(text: &Text, mut range: Range<usize>) -> Range<usize> {
    let outer = |at: usize| {
        is_break(text, at)
            || text.tokens()[at].quote.is_none()
                && matches!(
                    mark(text, at),
                    Some(
                        ',' | ';'
                            | '|'
                            | ':'
                            | '+'
                            | '•'
                            | '·'
                            | '→'
                            | '✅'
                            | '✔'
                            | '✓'
                            | '☑'
                            | '➤'
                            | '👉'
                            | '🔹'
                            | '🔸'
                            | '\u{fe0f}'
                    )
                )
    };
    while !range.is_empty() && outer(range.start) {
        range.start += 1;
    }
    while !range.is_empty() && outer(range.end - 1) {
        range.end -= 1;
    }
    range
}

#[cfg(test)]
mod tests;
