//! What a mend wants done: which bytes become what, and how people are told.

use std::collections::BTreeSet;
use std::ops::Range;

use oxc::span::Span;

use super::super::revise::{Patches, bytes};
use super::Repair;

/// Bytes that become a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Patch {
    span: Range<usize>,
    text: String,
    is_shared: bool,
}

impl Patch {
    /// The bytes of a span become a text.
    pub(super) fn swap(span: Span, text: impl Into<String>) -> Self {
        Self { span: bytes(span), text: text.into(), is_shared: false }
    }

    /// A text comes before a byte.
    pub(super) fn insert(at: u32, text: impl Into<String>) -> Self {
        Self::swap(Span::new(at, at), text)
    }

    /// A text comes before a byte, once, however many changes need it there.
    pub(super) fn share(at: u32, text: impl Into<String>) -> Self {
        Self { is_shared: true, ..Self::insert(at, text) }
    }

    /// Bytes go away.
    pub(super) fn cut(start: u32, end: u32) -> Self {
        Self::swap(Span::new(start, end.max(start)), "")
    }

    fn meets(&self, other: &Self) -> bool {
        let (one, other_span) = (&self.span, &other.span);
        if one.is_empty() && other_span.is_empty() {
            return one.start == other_span.start && !(self.is_shared || other.is_shared);
        }
        one.start < other_span.end && other_span.start < one.end || (one == other_span && !one.is_empty())
    }
}

/// The changes of one mend. Those that would meet earlier ones wait for the next time that the text is read.
#[derive(Debug, Default)]
pub(super) struct Job {
    patches: Vec<Patch>,
    repairs: BTreeSet<Repair>,
}

impl Job {
    /// Makes a change, all of it or nothing, and tells it. Whether it was made.
    pub(super) fn change(&mut self, id: &'static str, told: impl Into<String>, patches: Vec<Patch>) -> bool {
        let is_new = |patch: &Patch| !(patch.is_shared && self.patches.contains(patch));
        let patches: Vec<_> = patches.into_iter().filter(is_new).collect();
        if patches.iter().any(|patch| self.patches.iter().any(|known| known.meets(patch))) {
            return false;
        }
        self.patches.extend(patches);
        self.repairs.insert(Repair { id, told: told.into() });
        true
    }

    /// Whether nothing is to be done.
    pub(super) fn is_empty(&self) -> bool {
        self.patches.is_empty()
    }

    /// The text after all changes, and what people are told.
    pub(super) fn apply(self, text: &str) -> (String, impl Iterator<Item = Repair>) {
        let mut patches = Patches::default();
        let mut told = self.patches;
        // What is put before a byte comes before what takes the place of this byte.
        told.sort_by_key(|patch| (patch.span.start, patch.span.end));
        for patch in told {
            patches.replace(patch.span, patch.text);
        }
        (patches.apply(text), self.repairs.into_iter())
    }
}
