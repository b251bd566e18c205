//! The colours and numbers that stand in a code, with what they belong to.

use std::ops::Range;

use oxc::ast::AstKind;
use oxc::ast::ast::{JSXElementName, UnaryOperator};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use crate::error::{Error, ErrorKind, Result};

use super::super::data::exported;
use super::super::parse::Reading;
use super::css::{colours_in, is_colour};
use super::patch::{Patches, bytes};
use super::reading;

/// What a literal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A colour of CSS: in hexadecimal digits, as a function, by its name.
    Colour,
    /// A number, with its minus sign.
    Number,
}

/// What a literal belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name of the property of a style or of data, of the attribute, or of the variable.
    pub name: Option<String>,
    /// The parameter whose value it is part of.
    pub prop: Option<String>,
    /// The element whose attribute or style it is part of.
    pub element: Option<String>,
}

/// A colour or a number in a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: String,
    /// The bytes of it.
    pub span: Range<usize>,
    /// The line, counted from 1.
    pub line: usize,
    /// What it belongs to.
    pub owner: Owner,
}

/// The colours and numbers in a code, in order. Those of types, keys, import lines and `meta` are none: how long a scene is
/// changes by [`retime`](super::retime()) alone.
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse.
pub fn literals(code: &str) -> Result<Vec<Literal>> {
    reading(code, |reading| found(reading).map(|found| found.literal(reading)).collect())
}

/// Writes another colour or number in the places of some literals, which are spans out of [`literals`].
///
/// # Errors
/// [`ErrorKind::Scene`] if the code does not parse; [`ErrorKind::Parameter`] if there is no such literal at a span, or
/// if what is to stand there is not of its kind.
pub fn replace_literals(code: &str, spans: &[Range<usize>], with: &str) -> Result<String> {
    let with = with.trim();
    reading(code, |reading| {
        let all: Vec<_> = found(reading).collect();
        let mut patches = Patches::default();
        let mut done: Vec<&Range<usize>> = Vec::new();
        for span in spans {
            let literal = all.iter().find(|literal| literal.span == *span).ok_or_else(|| {
                let (start, end) = (span.start, span.end);
                refusal(format!("there is no colour or number at bytes {start} to {end}: take a place from `literals`"))
            })?;
            if !done.contains(&span) {
                patches.replace(span.clone(), written(reading.text(), literal, with)?);
                done.push(span);
            }
        }
        Ok(patches.apply(reading.text()))
    })?
}

fn refusal(message: String) -> Error {
    Error::new(ErrorKind::Parameter, message)
}

/// What is written in the place of a literal.
fn written(text: &str, literal: &Found, with: &str) -> Result<String> {
    match literal.kind {
        Kind::Colour if is_colour(with) => Ok(with.to_owned()),
        Kind::Colour => Err(refusal(format!("`{with}` is no colour: expected one such as `#0b1020` or `tomato`"))),
        Kind::Number => {
            let is_plain = with.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
            let number = with.parse::<f64>().ok().filter(|number| is_plain && number.is_finite());
            let number =
                number.ok_or_else(|| refusal(format!("`{with}` is no number: expected one such as `12.5`")))?;
            let follows_sign = text[..literal.span.start].trim_end().ends_with(['-', '+']);
            let needs_brackets =
                (number.is_sign_negative() && (follows_sign || literal.is_operand)) || literal.is_object;
            let number = format!("{number}");
            Ok(if needs_brackets { format!("({number})") } else { number })
        }
    }
}

struct Found {
    kind: Kind,
    span: Range<usize>,
    id: NodeId,
    /// Whether it stands before `**`, where no minus sign may.
    is_operand: bool,
    /// Whether something is taken from it: `5..toFixed()`.
    is_object: bool,
}

impl Found {
    fn literal(self, reading: &Reading<'_>) -> Literal {
        let text = reading.text();
        let line = text[..self.span.start].matches('\n').count() + 1;
        let owner = owner(reading, self.id);
        Literal { kind: self.kind, text: text[self.span.clone()].to_owned(), span: self.span, line, owner }
    }
}

fn found<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Found> + 'r {
    let meta = exported(reading.program(), "meta").map(GetSpan::span);
    let is_meta = move |found: &Found| meta.is_some_and(|meta| bytes(meta).contains(&found.span.start));
    let all = reading.nodes().iter_enumerated().flat_map(|(id, node)| match node.kind() {
        AstKind::NumericLiteral(number) => number_at(reading, id, number.span).into_iter().collect(),
        AstKind::StringLiteral(text) => {
            let is_attribute = matches!(reading.nodes().parent_kind(id), AstKind::JSXAttribute(_));
            if is_attribute || is_value(reading, id) { colours_at(reading, id, shrunk(text.span)) } else { Vec::new() }
        }
        AstKind::TemplateElement(part) => colours_at(reading, id, part.span),
        _ => Vec::new(),
    });
    all.filter(move |found| !is_meta(found))
}

fn shrunk(span: Span) -> Span {
    Span::new(span.start + 1, span.end.saturating_sub(1).max(span.start + 1))
}

fn colours_at(reading: &Reading<'_>, id: NodeId, span: Span) -> Vec<Found> {
    let start = span.start as usize;
    let colours = colours_in(span.source_text(reading.text())).into_iter();
    let place = |colour: Range<usize>| start + colour.start..start + colour.end;
    colours
        .map(|colour| Found { kind: Kind::Colour, span: place(colour), id, is_operand: false, is_object: false })
        .collect()
}

fn number_at(reading: &Reading<'_>, id: NodeId, span: Span) -> Option<Found> {
    if !is_value(reading, id) {
        return None;
    }
    let nodes = reading.nodes();
    let (id, span) = match nodes.parent_kind(id) {
        AstKind::UnaryExpression(sign) if sign.operator == UnaryOperator::UnaryNegation => {
            (nodes.parent_id(id), sign.span)
        }
        _ => (id, span),
    };
    let parent = nodes.parent_kind(id);
    let is_operand = matches!(parent, AstKind::BinaryExpression(power) if power.operator.as_str() == "**" && power.left.span() == span);
    let is_object = matches!(parent, AstKind::StaticMemberExpression(_))
        && !reading.text()[..span.start as usize].trim_end().ends_with('(');
    Some(Found { kind: Kind::Number, span: bytes(span), id, is_operand, is_object })
}

/// Whether a literal is a value, and neither a key nor a type nor part of an import line.
fn is_value(reading: &Reading<'_>, id: NodeId) -> bool {
    let span = reading.nodes().kind(id).span();
    match reading.nodes().parent_kind(id) {
        AstKind::ObjectProperty(property) => property.key.span() != span || property.shorthand,
        AstKind::BindingProperty(property) => property.key.span() != span,
        AstKind::TSLiteralType(_)
        | AstKind::TSPropertySignature(_)
        | AstKind::ImportDeclaration(_)
        | AstKind::ImportSpecifier(_)
        | AstKind::TSEnumMember(_)
        | AstKind::TSImportType(_) => false,
        AstKind::PropertyDefinition(property) => property.key.span() != span,
        AstKind::MethodDefinition(method) => method.key.span() != span,
        AstKind::UnaryExpression(_) => {
            !matches!(reading.nodes().parent_kind(reading.nodes().parent_id(id)), AstKind::TSLiteralType(_))
        }
        _ => true,
    }
}

fn owner(reading: &Reading<'_>, id: NodeId) -> Owner {
    let mut owner = Owner::default();
    let mut last_key = None;
    for kind in reading.nodes().ancestor_kinds(id) {
        let name = match kind {
            AstKind::ObjectProperty(property) => {
                last_key = property.key.static_name().map(std::borrow::Cow::into_owned);
                last_key.clone()
            }
            AstKind::JSXAttribute(attribute) => attribute.name.as_identifier().map(|name| name.name.to_string()),
            AstKind::VariableDeclarator(variable) => {
                let name = variable.id.get_identifier_name().map(|name| name.to_string());
                if name.as_deref() == Some("defaultProps") {
                    owner.prop.clone_from(&last_key);
                }
                name
            }
            AstKind::JSXOpeningElement(element) => {
                owner.element = Some(element_name(reading, &element.name));
                break;
            }
            AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) | AstKind::JSXElement(_) => break,
            _ => None,
        };
        owner.name = owner.name.or(name);
    }
    owner
}

fn element_name(reading: &Reading<'_>, name: &JSXElementName<'_>) -> String {
    name.span().source_text(reading.text()).to_owned()
}
