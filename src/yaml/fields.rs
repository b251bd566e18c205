//! Reading a mapping whose keys are known, and collecting what is wrong with it.

use std::ops::Range;

use super::{Entry, Node};
use crate::diagnostic::{Diagnostic, Source};
use crate::nearest::suggest;

/// The mistakes of one file, collected while it is read.
#[derive(Debug)]
pub struct Mistakes {
    source: Source,
    found: Vec<Diagnostic>,
}

/// The fields of a mapping. Take all that are known, then [`finish`](Fields::finish): what was never asked for is not
/// known.
#[derive(Debug)]
pub struct Fields<'n, 'a> {
    node: &'n Node<'a>,
    entries: &'n [Entry<'a>],
    known: Vec<&'static str>,
}

impl Mistakes {
    pub(super) fn new(source: Source) -> Self {
        Self { source, found: Vec::new() }
    }

    pub(super) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|mistake| mistake.span().start);
        self.found
    }

    /// The file that is read.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Whether none was found so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Notes a mistake at some bytes of the file. It is shown on the first of its lines. Returns nothing, of any type,
    /// so that a reading function can end with it.
    pub fn at<T>(&mut self, span: Range<usize>, message: impl Into<String>) -> Option<T> {
        let span = self.first_line(span);
        self.found.push(self.source.diagnose(span, message));
        None
    }

    /// The same with what to do about it.
    pub fn at_with_help(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let span = self.first_line(span);
        self.found.push(self.source.diagnose(span, message).help(help));
    }

    /// Notes a mistake about a node.
    pub fn note<T>(&mut self, node: &Node<'_>, message: impl Into<String>) -> Option<T> {
        self.at(node.span.clone(), message)
    }

    /// The same with what to do about it.
    pub fn help(&mut self, node: &Node<'_>, message: impl Into<String>, help: impl Into<String>) {
        self.at_with_help(node.span.clone(), message, help);
    }

    /// Notes that a node is not what was expected.
    pub fn unexpected<T>(&mut self, node: &Node<'_>, expected: &str) -> Option<T> {
        self.note(node, format!("expected {expected}, found {}", node.kind()))
    }

    /// The name out of `known` that a node's text is; notes a mistake, with what was probably meant, if it is none.
    pub fn one_of<'k>(&mut self, node: &Node<'_>, what: &str, known: &[&'k str]) -> Option<&'k str> {
        let text = node.text(self)?;
        if let Some(name) = known.iter().find(|name| **name == text) {
            return Some(name);
        }
        self.help(node, format!("unknown {what} `{text}`"), suggest(text, known.iter().copied()));
        None
    }

    fn first_line(&self, span: Range<usize>) -> Range<usize> {
        let text = self.source.text();
        let end = text.get(span.clone()).and_then(|covered| covered.find('\n')).map_or(span.end, |at| span.start + at);
        span.start..end
    }
}

impl<'n, 'a> Fields<'n, 'a> {
    pub(super) fn new(node: &'n Node<'a>, entries: &'n [Entry<'a>]) -> Self {
        Self { node, entries, known: Vec::new() }
    }

    /// The value of a key, if the key is there. A key without a value (`title:`) counts as absent only to
    /// [`take_filled`](Self::take_filled).
    pub fn take(&mut self, key: &'static str) -> Option<&'n Node<'a>> {
        self.known.push(key);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The value of a key, if it is there and not null.
    pub fn take_filled(&mut self, key: &'static str) -> Option<&'n Node<'a>> {
        self.take(key).filter(|node| node.content != super::Content::Null)
    }

    /// The value of a key that has to be there.
    pub fn need(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Option<&'n Node<'a>> {
        let found = self.take(key);
        if found.is_none() {
            mistakes.note::<()>(self.node, format!("missing key `{key}`"));
        }
        found
    }

    /// Notes every key that was not asked for.
    pub fn finish(self, mistakes: &mut Mistakes) {
        for entry in self.entries.iter().filter(|entry| !self.known.contains(&entry.key.as_ref())) {
            let help = suggest(&entry.key, self.known.iter().copied());
            mistakes.at_with_help(entry.key_span.clone(), format!("unknown key `{}`", entry.key), help);
        }
    }
}
