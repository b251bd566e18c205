//! Looking at single tokens.

use crate::text::{Text, TokenKind};

/// The character of a token that is a mark; `None` for other tokens and beyond the end.
pub(super) fn mark(text: &Text, token: usize) -> Option<char> {
    let found = text.tokens().get(token)?;
    if found.kind == TokenKind::Mark { text.word(token).chars().next() } else { None }
}

/// Whether nothing stands between a token and the one before, and neither is a line break.
pub(super) fn glued(text: &Text, token: usize) -> bool {
    let found = text.tokens().get(token).filter(|found| found.glued && found.kind != TokenKind::Break);
    found.is_some() && !is_break(text, token.saturating_sub(1))
}

/// Whether a token stands outside of quotes.
pub(super) fn open(text: &Text, token: usize) -> bool {
    text.tokens().get(token).is_some_and(|found| found.quote.is_none())
}

/// Whether a token is a line break.
pub(super) fn is_break(text: &Text, token: usize) -> bool {
    text.tokens().get(token).is_some_and(|found| found.kind == TokenKind::Break)
}

/// Whether a token is a word.
pub(super) fn is_word(text: &Text, token: usize) -> bool {
    text.tokens().get(token).is_some_and(|found| found.kind == TokenKind::Word)
}

/// Whether a token is a number.
pub(super) fn is_number(text: &Text, token: usize) -> bool {
    text.tokens().get(token).is_some_and(|found| found.kind == TokenKind::Number)
}

/// The next word of one expression: at `token` itself behind a space, or behind a glued hyphen (`dark-red`).
pub(super) fn joined_word(text: &Text, token: usize) -> Option<usize> {
    let found = text.tokens().get(token)?;
    match found.kind {
        TokenKind::Word if !found.glued => Some(token),
        TokenKind::Mark
            if text.word(token) == "-" && found.glued && glued(text, token + 1) && is_word(text, token + 1) =>
        {
            Some(token + 1)
        }
        _ => None,
    }
}

/// Whether a token is the first of a sentence, a line or another part of the text.
pub(super) fn begins_sentence(text: &Text, token: usize) -> bool {
    token == 0
        || is_break(text, token - 1)
        || matches!(
            mark(text, token - 1),
            Some('.' | '!' | '?' | ':' | ';' | '/' | '|' | '-' | '=' | '(' | '•' | '*' | '"')
        )
}
