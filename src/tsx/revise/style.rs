//! How a source is written: its quotes, braces, indentation and line ends, so that what is added looks like the rest.

use std::ops::Range;

use oxc::ast::ast::{Expression, ObjectExpression, ObjectPropertyKind};
use oxc::span::{GetSpan, Span};
use serde_json::Value;

use super::super::literal::write_key;
use super::super::quote::{write_number, write_text_in};
use super::patch::bytes;

/// The hand of a source.
#[derive(Debug, Clone)]
pub(super) struct Style {
    quote: char,
    padded: bool,
    unit: String,
    newline: &'static str,
}

impl Style {
    /// The hand in which an object is written, or else the text that it is in.
    pub(super) fn of(text: &str, object: &ObjectExpression<'_>) -> Self {
        let own = object.span.source_text(text);
        let quotes = |of: &str| of.matches('"').count().cmp(&of.matches('\'').count());
        Self {
            quote: if quotes(own).then_with(|| quotes(text)).is_gt() { '"' } else { '\'' },
            padded: is_padded(text, object),
            unit: unit(text, object),
            newline: newline(text),
        }
    }

    /// The same with the quotes of a literal, if it is a text in quotes.
    pub(super) fn like(&self, text: &str, old: &Expression<'_>) -> Self {
        let first = old.span().source_text(text).chars().next();
        let quote = first.filter(|first| matches!(first, '\'' | '"')).unwrap_or(self.quote);
        Self { quote, ..self.clone() }
    }

    /// The line end and the indentation of the line that a place is on.
    pub(super) fn new_line(&self, text: &str, at: usize) -> String {
        format!("{}{}", self.newline, indentation(text, at))
    }

    /// A value in one line.
    pub(super) fn in_line(&self, value: &Value) -> String {
        let mut out = String::new();
        self.write(&mut out, value);
        out
    }

    /// A value whose outermost members have a line each, where the line on which it begins has that indentation.
    pub(super) fn in_lines(&self, value: &Value, new_line: &str) -> String {
        let inner = format!("{new_line}{}", self.unit);
        let mut out = String::new();
        match value {
            Value::Array(items) if !items.is_empty() => {
                out.push('[');
                for item in items {
                    out.extend([&inner, self.in_line(item).as_str(), ","]);
                }
                out.extend([new_line, "]"]);
            }
            Value::Object(members) if !members.is_empty() => {
                out.push('{');
                for (key, value) in members {
                    out.push_str(&inner);
                    self.write_member(&mut out, key, value);
                    out.push(',');
                }
                out.extend([new_line, "}"]);
            }
            _ => self.write(&mut out, value),
        }
        out
    }

    /// A member of an object, in one line.
    pub(super) fn member(&self, key: &str, value: &Value) -> String {
        let mut out = String::new();
        self.write_member(&mut out, key, value);
        out
    }

    fn write_member(&self, out: &mut String, key: &str, value: &Value) {
        write_key(out, key);
        out.push_str(": ");
        self.write(out, value);
    }

    fn write(&self, out: &mut String, value: &Value) {
        match value {
            Value::Null => out.push_str("null"),
            Value::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
            Value::Number(number) => write_number(out, number),
            Value::String(text) => write_text_in(out, text, self.quote),
            Value::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { ", " });
                    self.write(out, item);
                }
                out.push(']');
            }
            Value::Object(members) if members.is_empty() => out.push_str("{}"),
            Value::Object(members) => {
                out.push_str(if self.padded { "{ " } else { "{" });
                for (at, (key, item)) in members.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { ", " });
                    self.write_member(out, key, item);
                }
                out.push_str(if self.padded { " }" } else { "}" });
            }
        }
    }
}

/// The line end of a text.
pub(super) fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The bytes of the line that a place is on, without its end.
pub(super) fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let end = if text[..end].ends_with('\r') && end > at { end - 1 } else { end };
    start..end
}

/// Whether nothing but white space stands before a place on its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    text[line(text, at).start..at].trim_start().is_empty()
}

fn indentation(text: &str, at: usize) -> &str {
    let line = &text[line(text, at)];
    &line[..line.len() - line.trim_start().len()]
}

fn unit(text: &str, object: &ObjectExpression<'_>) -> String {
    let at = object.span.start as usize;
    let outer = indentation(text, at);
    let first = object.properties.first().map(|property| property.span().start as usize);
    let inner = first.filter(|first| begins_line(text, *first)).map(|first| indentation(text, first));
    inner.and_then(|inner| inner.strip_prefix(outer)).filter(|unit| !unit.is_empty()).unwrap_or("  ").to_owned()
}

/// Whether objects in a line have a space behind their braces. Import lines say it where the data have no such object.
fn is_padded(text: &str, object: &ObjectExpression<'_>) -> bool {
    let in_data = inner_object(object).and_then(|span| text[bytes(span)].chars().nth(1));
    let in_imports = || text.split("import").nth(1).and_then(|line| line.split('{').nth(1)?.chars().next());
    in_data.or_else(in_imports).is_some_and(char::is_whitespace)
}

fn inner_object(object: &ObjectExpression<'_>) -> Option<Span> {
    object.properties.iter().find_map(|property| match property {
        ObjectPropertyKind::ObjectProperty(property) => object_in(&property.value),
        ObjectPropertyKind::SpreadProperty(_) => None,
    })
}

fn object_in(value: &Expression<'_>) -> Option<Span> {
    match value.get_inner_expression() {
        Expression::ObjectExpression(object) if !object.properties.is_empty() => Some(object.span),
        Expression::ArrayExpression(array) => {
            array.elements.iter().filter_map(|element| element.as_expression()).find_map(object_in)
        }
        _ => None,
    }
}
