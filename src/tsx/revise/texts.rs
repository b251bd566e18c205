//! The words that a scene shows.

use std::ops::Range;

use oxc::ast::AstKind;
use oxc::ast::ast::{Expression, JSXElementName, JSXText};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use crate::error::Result;

use super::super::parse::Reading;
use super::css::is_colour;
use super::encoded::{Form, Letter, decode};
use super::flow::{Flow, Piece};
use super::props::{default_props, member};
use super::reading;

/// A text that a scene shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What is shown, as people read it, white space folded.
    pub text: String,
    /// The bytes that say it in the code, without quotes.
    pub span: Range<usize>,
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// The parameter whose value it is, or is part of.
    pub prop: Option<String>,
}

/// A stretch of code that says what is shown.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) span: Range<usize>,
    pub(super) form: Form,
    pub(super) letters: Vec<Letter>,
}

/// The texts that a scene shows, in order of the code: what stands between its tags, and the strings that flow there by way of
/// its data, variables, attributes and functions. Names, colours, fonts, addresses and settings are none.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if the code does not parse.
pub fn texts(code: &str) -> Result<Vec<Shown>> {
    reading(code, |reading| {
        let props = default_props(reading.program()).into_iter().flat_map(|object| &object.properties);
        let props: Vec<_> = props.filter_map(member).map(|(name, value)| (name, value.span())).collect();
        stretches(reading).into_iter().map(|stretch| shown(reading.text(), &props, &stretch)).collect()
    })
}

fn shown(text: &str, props: &[(String, Span)], stretch: &Stretch) -> Shown {
    let words: String = stretch.letters.iter().map(|letter| letter.character).collect();
    let start = stretch.span.start;
    let prop = props.iter().find(|(_, span)| (span.start as usize..span.end as usize).contains(&start));
    Shown {
        text: words.split_whitespace().collect::<Vec<_>>().join(" "),
        span: stretch.span.clone(),
        line: text[..start].matches('\n').count() + 1,
        prop: prop.map(|(name, _)| name.clone()),
    }
}

/// The stretches of code that say what is shown, in order, each once.
pub(super) fn stretches(reading: &Reading<'_>) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut expressions: Vec<&Expression<'_>> = Vec::new();
    for (id, node) in reading.nodes().iter_enumerated() {
        match node.kind() {
            AstKind::JSXText(text) if is_shown(reading, id) => found.extend(markup(reading.text(), text)),
            AstKind::JSXExpressionContainer(container) if is_shown(reading, id) => {
                expressions.extend(container.expression.as_expression());
            }
            _ => {}
        }
    }
    let pieces = Flow::into(reading, &expressions);
    found.extend(pieces.into_iter().filter_map(|piece| stretch(reading.text(), piece)));
    found.sort_by_key(|stretch| stretch.span.start);
    found.dedup_by_key(|stretch| stretch.span.start);
    found
}

/// Whether a child of an element is shown.
fn is_shown(reading: &Reading<'_>, id: NodeId) -> bool {
    match reading.nodes().parent_kind(id) {
        AstKind::JSXFragment(_) => true,
        AstKind::JSXElement(element) => match &element.opening_element.name {
            JSXElementName::Identifier(name) => !matches!(name.name.as_str(), "style" | "script" | "title" | "desc"),
            _ => true,
        },
        _ => false,
    }
}

fn markup(text: &str, jsx: &JSXText<'_>) -> Option<Stretch> {
    let raw = jsx.span.source_text(text);
    let start = jsx.span.start as usize + raw.len() - raw.trim_start().len();
    of(text, start..start + raw.trim().len(), Form::Markup)
}

fn stretch(text: &str, piece: Piece<'_>) -> Option<Stretch> {
    let inner = |span: Span| (span.start as usize + 1)..(span.end as usize).saturating_sub(1);
    let quote = |span: Span| text[span.start as usize..].chars().next().unwrap_or('"');
    match piece {
        Piece::Text(string) => of(text, inner(string.span), Form::Quoted(quote(string.span))),
        Piece::Attribute(string) => of(text, inner(string.span), Form::Attribute(quote(string.span))),
        Piece::Part(part) => of(text, part.span.start as usize..part.span.end as usize, Form::Quoted('`')),
    }
}

/// A stretch that has something to read in it.
fn of(text: &str, span: Range<usize>, form: Form) -> Option<Stretch> {
    let raw = text.get(span.clone())?;
    let is_address = raw.starts_with("http://") || raw.starts_with("https://") || raw.starts_with("data:");
    if raw.trim().is_empty() || is_address || (raw.starts_with('#') && is_colour(raw)) {
        return None;
    }
    Some(Stretch { letters: decode(raw, span.start, form), span, form })
}
