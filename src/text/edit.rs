//! Changes to a text that keep the way back: which bytes of the original a part of the changed text stands for.

use super::Span;

/// Bytes of a text, and what stands in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are replaced.
    pub span: Span,
    /// What they become.
    pub with: String,
}

impl Edit {
    /// Replaces `span` by `with`.
    pub fn new(span: Span, with: impl Into<String>) -> Self {
        Self { span, with: with.into() }
    }
}

/// The text with all edits made. They stand in the order of the text and do not overlap.
pub(super) fn apply(original: &str, edits: &[Edit]) -> String {
    let mut edited = String::with_capacity(original.len() + edits.iter().map(|edit| edit.with.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        edited.push_str(&original[at..edit.span.start as usize]);
        edited.push_str(&edit.with);
        at = edit.span.end as usize;
    }
    edited.push_str(&original[at..]);
    edited
}

/// The bytes of the original that a span of the edited text stands for: those of an edit are all that it replaced.
pub(super) fn back(span: Span, edits: &[Edit]) -> Span {
    let start = origin(span.start as usize, edits).0;
    let end = if span.end > span.start { origin(span.end as usize - 1, edits).1 } else { start };
    Span::new(start, end.max(start))
}

/// The bytes that one byte of the edited text comes from: one, or all that was replaced there.
fn origin(byte: usize, edits: &[Edit]) -> (usize, usize) {
    let (mut edited, mut original) = (0, 0);
    for edit in edits {
        let start = edited + (edit.span.start as usize - original);
        if byte < start {
            break;
        }
        (edited, original) = (start + edit.with.len(), edit.span.end as usize);
        if byte < edited {
            return (edit.span.start as usize, original);
        }
    }
    let place = original + byte - edited;
    (place, place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edited_text_leads_back_to_the_original() {
        let original = "red, no wait, blue text";
        let edits = [Edit::new(Span::new(0, 3), "blue"), Edit::new(Span::new(3, 18), "")];
        let edited = apply(original, &edits);
        assert_eq!(edited, "blue text");
        for (start, end, expected) in [(0, 4, "red"), (5, 9, "text"), (0, 9, original)] {
            let span = back(Span::new(start, end), &edits);
            assert_eq!(&original[span.range()], expected, "{start}..{end}");
        }
    }
}
