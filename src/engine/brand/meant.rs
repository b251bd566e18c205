//! Words of a request that mean a fact.

use super::topics::{Topic, Topics, Words, at};
use crate::text::{Span, Text, TokenKind};

/// The topics that a text means, each with the bytes that say so, in the order of the text.
pub(super) fn meant<'t>(topics: &'t Topics, text: &Text) -> Vec<(&'t Topic, Span)> {
    let mut found = Vec::new();
    let mut token = 0;
    while token < text.tokens().len() {
        match topics.all.iter().find_map(|topic| Some((topic, means(topics, topic, text, token)?))) {
            Some((topic, (span, end))) => {
                found.push((topic, span));
                token = end;
            }
            None => token += 1,
        }
    }
    found
}

/// The bytes from a token on that mean a topic, and where they end.
fn means(topics: &Topics, topic: &Topic, text: &Text, token: usize) -> Option<(Span, usize)> {
    if topic.is_text() {
        let end = at(text, token, &topic.means)?;
        return Some((text.span_of(token..end), end));
    }
    if let Some(end) = at(text, token, &topics.take).and_then(|named| named_at(topics, topic, text, named)) {
        return Some((text.span_of(token..end), end));
    }
    let end = named_at(topics, topic, text, token)?;
    (is_bound(text, token.checked_sub(1)) && is_bound(text, Some(end))).then(|| (text.span_of(token..end), end))
}

fn named_at(topics: &Topics, topic: &Topic, text: &Text, token: usize) -> Option<usize> {
    let by_owner = at(text, token, &topics.whose).and_then(|name| at(text, name, &topic.names));
    let end = by_owner.or_else(|| at(text, token, &topic.bare))?;
    // `Use our colours are bright` and `in our font family` mean something else.
    (!goes_on(text, end, &topics.is)).then_some(end)
}

fn goes_on(text: &Text, token: usize, is: &[Words]) -> bool {
    at(text, token, is).is_some() && text.word(token) != ":"
}

/// Whether there is no word at a token: an end of the text, a mark or a line break.
fn is_bound(text: &Text, token: Option<usize>) -> bool {
    let Some(token) = token.and_then(|token| text.tokens().get(token)) else { return true };
    matches!(token.kind, TokenKind::Mark | TokenKind::Break) || token.quote.is_some()
}
