//! How much of a request a pattern explains.
//!
//! What is explained counts by what it says: the name of the scene, each value and each setting are one each, however
//! many words they have, so that a long title does not outweigh a wish that nobody understood. What is not explained
//! counts word by word.

use std::ops::Range;

use crate::pattern::{Class, Tagging, Utterance};
use crate::text::{Span, TokenKind};
use crate::value::Value;

/// What is explained and what is not.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Coverage {
    /// From 0 to 1.
    pub(super) share: f64,
    /// The words that nothing explains, as typed.
    pub(super) unexplained: Vec<String>,
    /// Where they stand.
    pub(super) unexplained_at: Vec<Span>,
}

/// A word that names another kind of scene, or what no template shows, says more than other words.
const TELLING: f64 = 2.0;

/// A word that would announce a value and has none (`text` in `text that is typed`) says less than other words.
const WORD_OF_FORM: f64 = 0.3;

/// Words that lead up to several things (`how people come to work: bike 40, bus 35`) say what these are about, so that
/// the scene that shows them shows it too.
const HEADING: f64 = 0.1;

/// A heading has at most so many words; what is longer tells a story.
const LONGEST_HEADING: usize = 9;

/// Measures what a tagging explains. `pictures` are the words that speak of pictures which came with the request,
/// `marks` is how many parts of the request name the scene.
pub(super) fn measure(
    (utterance, pictures): (&Utterance, &[Range<usize>]),
    tagging: &Tagging<'_>,
    marks: usize,
) -> Coverage {
    let shown = |token: usize| pictures.iter().any(|tokens| tokens.contains(&token));
    let explained = (marks + tagging.values().len() + tagging.settings().len()) as f64;
    let headings = headings(utterance, tagging);
    let heads = |token: usize| headings.iter().any(|tokens| tokens.contains(&token));
    let (mut unexplained, mut unexplained_at) = (Vec::new(), Vec::new());
    let mut weight = 0.0;
    for token in 0..utterance.text().tokens().len() {
        if tagging.explains(token) || shown(token) || !is_content(utterance, token) {
            continue;
        }
        let class = utterance.class(token);
        weight += match () {
            () if class.contains(Class::BEYOND) => TELLING,
            () if tagging.announces(token) => WORD_OF_FORM,
            () if class.contains(Class::KIND) => TELLING,
            () if heads(token) => HEADING,
            () => 1.0,
        };
        unexplained.push(utterance.text().typed(token).to_owned());
        unexplained_at.push(utterance.text().span_of(token..token + 1));
    }
    let share = if explained > 0.0 { explained / (explained + weight) } else { 0.0 };
    Coverage { share, unexplained, unexplained_at }
}

/// The words of a sentence up to the colon behind which several things stand.
fn headings(utterance: &Utterance, tagging: &Tagging<'_>) -> Vec<Range<usize>> {
    let several = |value: &Value| match value {
        Value::List(items) => items.len() > 1,
        Value::Series(points) => points.len() > 1,
        Value::Rows(rows) => rows.len() > 1,
        _ => false,
    };
    let tokens = utterance.text().tokens();
    let ends = |token: usize| {
        tokens[token].kind == TokenKind::Break || matches!(utterance.text().word(token), "." | "!" | ";")
    };
    let heading = |start: usize| {
        let colon = (0..start).rev().find(|&token| tokens[token].kind != TokenKind::Break)?;
        let first = (0..colon).rev().find(|&token| ends(token)).map_or(0, |token| token + 1);
        let words = (first..colon).filter(|&token| is_content(utterance, token)).count();
        (utterance.text().word(colon) == ":" && words <= LONGEST_HEADING).then_some(first..colon)
    };
    let lists = tagging.values().iter().filter(|value| several(&value.value));
    lists.filter_map(|value| heading(value.tokens.start)).collect()
}

/// Whether a token says something: a word or a number, unless it is talk around the request.
fn is_content(utterance: &Utterance, token: usize) -> bool {
    let class = utterance.class(token);
    let kind = utterance.text().tokens()[token].kind;
    matches!(kind, TokenKind::Word | TokenKind::Number) && !class.light() && !class.contains(Class::EDGE)
}
