//! Fenced code whose first line names its language: the name stands before the fence, where it is read as a word.

use crate::text::{Edit, Span, Text};

const FENCE: &str = "```";

/// Puts the language of the first fence before it.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let typed = text.original();
    let fence = typed.find(FENCE)?;
    let start = fence + FENCE.len();
    let end = start + typed[start..].find('\n')?;
    let language = typed[start..end].trim();
    let is_name = !language.is_empty() && language.chars().all(|c| c.is_alphanumeric() || "+#-".contains(c));
    is_name.then(|| {
        let before = Edit::new(Span::new(fence, fence), format!("{language} "));
        vec![before, Edit::new(Span::new(start, end), "")]
    })
}
