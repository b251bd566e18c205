//! The one pass that finds all values of a fixed form.

use super::peek::{glued, is_number, is_word, mark};
use super::{Found, Reading, address, colour, date, duration, number};
use crate::text::{Text, TokenKind};

/// Finds all values of a fixed form, in the order of the text, none overlapping another. Quoted text has none: it is
/// content.
pub fn read(text: &Text) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut token = 0;
    while let Some(next) = text.tokens().get(token) {
        if let Some(quote) = next.quote {
            token = text.quotes()[usize::from(quote)].end.max(token + 1);
            continue;
        }
        match at(text, token) {
            Some(found) => {
                let tokens = token..found.end;
                token = found.end;
                readings.push(Reading {
                    span: text.span_of(tokens.clone()),
                    tokens,
                    kind: found.kind,
                    certainty: found.certainty,
                });
            }
            None => token = behind_chain(text, token),
        }
    }
    readings
}

/// Reads the value that begins at a token; there is none beyond the end.
pub(super) fn at(text: &Text, token: usize) -> Option<Found> {
    match text.tokens().get(token)?.kind {
        TokenKind::Break => None,
        TokenKind::Number => {
            address::at(text, token).or_else(|| date::at_digits(text, token)).or_else(|| number::at_digits(text, token))
        }
        TokenKind::Mark => match text.word(token) {
            "#" => colour::hex_at(text, token),
            "@" => duration::rate(text, token).or_else(|| address::handle(text, token)),
            _ => number::at_sign(text, token),
        },
        TokenKind::Word => word(text, token),
    }
}

fn word(text: &Text, token: usize) -> Option<Found> {
    if let Some(found) = address::at(text, token).or_else(|| colour::at(text, token)) {
        return Some(found);
    }
    match text.word(token) {
        "from" => colour::starts_gradient(text, token),
        "fps" | "framerate" | "frame" => duration::rate(text, token),
        _ => number::at_word(text, token).or_else(|| date::at_word(text, token)),
    }
}

/// The token to go on at where nothing was read: behind the rest of a chain such as `24/7` or `Q1'26`, whose later
/// figures are no values.
fn behind_chain(text: &Text, token: usize) -> usize {
    let mut end = token + 1;
    if is_number(text, token) {
        while glued(text, end) && (is_word(text, end) || is_number(text, end) || is_link(text, end)) {
            end += 1;
        }
    }
    end
}

fn is_link(text: &Text, token: usize) -> bool {
    matches!(mark(text, token), Some('.' | '-' | '/' | ':' | '_' | '\'' | '×')) && glued(text, token + 1)
}

#[cfg(test)]
pub(super) mod tests;
