//! Changes of a text: which bytes are replaced by what. All other bytes stay.

use std::ops::Range;

use oxc::span::Span;

/// Changes of one text that do not overlap.
#[derive(Debug, Default)]
pub(in crate::tsx) struct Patches {
    patches: Vec<(Range<usize>, String)>,
}

impl Patches {
    /// Replaces the bytes of a span.
    pub(in crate::tsx) fn replace(&mut self, span: Range<usize>, text: impl Into<String>) {
        self.patches.push((span, text.into()));
    }

    /// Puts text before a byte.
    pub(in crate::tsx) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Takes bytes away.
    pub(in crate::tsx) fn delete(&mut self, span: Range<usize>) {
        self.replace(span, "");
    }

    /// The text with all changes. What is inserted at one place stands in the order in which it was told.
    pub(in crate::tsx) fn apply(mut self, code: &str) -> String {
        self.patches.sort_by_key(|(span, _)| span.start);
        let mut out = String::with_capacity(code.len() + 256);
        let mut at = 0;
        for (span, text) in &self.patches {
            out.push_str(code.get(at..span.start).unwrap_or_default());
            out.push_str(text);
            at = at.max(span.end);
        }
        out.push_str(code.get(at..).unwrap_or_default());
        out
    }
}

/// The bytes of a span of the parser.
pub(in crate::tsx) fn bytes(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}
