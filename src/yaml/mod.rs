//! YAML that people write, read strictly: every key and value knows its place, and all mistakes come out at once.
//!
//! [`read`] turns a [`Source`] into a tree of [`Node`]s and hands it to a reading function, which asks the nodes for
//! what it expects ([`Node::text`], [`Node::fields`] …). What is not as expected goes into [`Mistakes`] with its line
//! and column, and reading goes on. Only a document without any mistake becomes a value.
//!
//! ```
//! use firstframe::diagnostic::Source;
//! use firstframe::yaml;
//!
//! let source = Source::new("plan.yaml", "name: Plan\nsteps: [one, two]\n");
//! let plan = yaml::read(&source, |node, mistakes| {
//!     let mut fields = node.fields(mistakes)?;
//!     let name = fields.need("name", mistakes).and_then(|node| node.text(mistakes)).map(str::to_owned);
//!     let steps = fields.take("steps").map_or(Vec::new(), |node| node.texts(mistakes));
//!     fields.finish(mistakes);
//!     Some((name?, steps))
//! });
//! assert_eq!(plan.ok(), Some(("Plan".to_owned(), vec!["one".to_owned(), "two".to_owned()])));
//! ```
//!
//! What plain scalars mean is decided by `serde_yaml`, so that other programs which read the files agree. Anchors,
//! aliases and tags are refused: nobody needs them in files of this size, and they are how documents explode.

mod fields;
mod flow;
mod packed;
mod parse;

pub use fields::{Fields, Mistakes};
pub use flow::flow;
pub use packed::pack;

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Source};

/// The largest file that is read, in bytes. The largest written by hand so far has 40 KB.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The deepest nesting of sequences and mappings that is read.
pub const MAX_DEPTH: usize = 32;

/// A value of a YAML document, and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node<'a> {
    /// The bytes of the source that it was read from, quotes included.
    pub span: Range<usize>,
    /// What it is.
    #[serde(borrow)]
    pub content: Content<'a>,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Content<'a> {
    /// Nothing: `~`, `null`, or a key without a value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// Text.
    Text(#[serde(borrow)] Cow<'a, str>),
    /// A list of values.
    Sequence(Vec<Node<'a>>),
    /// Keys with their values, in the order of the file; no key is there twice.
    Mapping(Vec<Entry<'a>>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry<'a> {
    /// The key. Numbers and words like `true` are keys as they are written.
    #[serde(borrow)]
    pub key: Cow<'a, str>,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node<'a>,
}

/// Reads a document with `reader`, which gets the root node and notes mistakes.
///
/// # Errors
/// All mistakes in the order of the file: of syntax (then it is the only one), doubled keys, anchors, aliases, tags, too
/// deep nesting, and what `reader` noted. A `reader` that returns nothing must have noted why.
pub fn read<T>(
    source: &Source,
    reader: impl FnOnce(&Node<'_>, &mut Mistakes) -> Option<T>,
) -> Result<T, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::new(source.clone());
    let root = source.packed().and_then(packed::unpack);
    let root = root.or_else(|| parse::parse(source.text(), &mut mistakes));
    let value = root.and_then(|root| reader(&root, &mut mistakes));
    match (value, mistakes.into_sorted()) {
        (Some(value), found) if found.is_empty() => Ok(value),
        (None, found) if found.is_empty() => Err(vec![source.diagnose(0..0, "this file cannot be read")]),
        (_, found) => Err(found),
    }
}

impl<'a> Node<'a> {
    /// What kind of value it is, as people call it, for messages.
    pub fn kind(&self) -> &'static str {
        match self.content {
            Content::Null => "nothing",
            Content::Bool(_) => "true or false",
            Content::Number(_) => "a number",
            Content::Text(_) => "text",
            Content::Sequence(_) => "a list",
            Content::Mapping(_) => "a mapping",
        }
    }

    /// The text that it is; notes a mistake if it is none. A bare number or `true` is none: it has to be quoted.
    pub fn text(&self, mistakes: &mut Mistakes) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Number(_) | Content::Bool(_) => {
                mistakes.help(self, format!("expected text, found {}", self.kind()), "put it in quotes");
                None
            }
            _ => mistakes.unexpected(self, "text"),
        }
    }

    /// The text that it is, unless it is empty or only white space.
    pub fn words(&self, mistakes: &mut Mistakes) -> Option<&str> {
        let text = self.text(mistakes)?;
        if text.trim().is_empty() { mistakes.note(self, "expected text that is not empty") } else { Some(text) }
    }

    /// The number that it is.
    pub fn number(&self, mistakes: &mut Mistakes) -> Option<f64> {
        if let Content::Number(number) = self.content { Some(number) } else { mistakes.unexpected(self, "a number") }
    }

    /// The number that it is, if it lies in a range.
    pub fn number_in(&self, range: std::ops::RangeInclusive<f64>, mistakes: &mut Mistakes) -> Option<f64> {
        let number = self.number(mistakes)?;
        if range.contains(&number) {
            return Some(number);
        }
        mistakes.note(self, format!("expected a number from {} to {}", range.start(), range.end()))
    }

    /// The truth value that it is.
    pub fn bool(&self, mistakes: &mut Mistakes) -> Option<bool> {
        if let Content::Bool(bool) = self.content { Some(bool) } else { mistakes.unexpected(self, "`true` or `false`") }
    }

    /// The items of the list that it is.
    pub fn items(&self, mistakes: &mut Mistakes) -> Option<&[Node<'a>]> {
        if let Content::Sequence(items) = &self.content { Some(items) } else { mistakes.unexpected(self, "a list") }
    }

    /// The texts of the list that it is. Items that are no text are noted and left out.
    pub fn texts(&self, mistakes: &mut Mistakes) -> Vec<String> {
        let items = self.items(mistakes).unwrap_or_default();
        items.iter().filter_map(|item| item.words(mistakes).map(str::to_owned)).collect()
    }

    /// The entries of the mapping that it is, where keys are free.
    pub fn entries(&self, mistakes: &mut Mistakes) -> Option<&[Entry<'a>]> {
        if let Content::Mapping(entries) = &self.content {
            Some(entries)
        } else {
            mistakes.unexpected(self, "a mapping")
        }
    }

    /// The fields of the mapping that it is, where keys are known beforehand.
    pub fn fields(&self, mistakes: &mut Mistakes) -> Option<Fields<'_, 'a>> {
        self.entries(mistakes).map(|entries| Fields::new(self, entries))
    }

    /// The same value as JSON. A number without a fraction has none there either.
    pub fn json(&self) -> serde_json::Value {
        match &self.content {
            Content::Null => serde_json::Value::Null,
            Content::Bool(bool) => (*bool).into(),
            Content::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => (*number as i64).into(),
            Content::Number(number) => (*number).into(),
            Content::Text(text) => text.as_ref().into(),
            Content::Sequence(items) => items.iter().map(Node::json).collect(),
            Content::Mapping(entries) => {
                entries.iter().map(|entry| (entry.key.to_string(), entry.value.json())).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests;
