//! Items of a list in code: put in and taken out as a person would, with their commas and lines.

use std::ops::Range;

use oxc::ast::ast::ArrayExpression;
use oxc::span::{GetSpan, Span};

use super::patch::{Patches, bytes};
use super::style::{Style, begins_line, line};

/// A list, or the members of an object: what stands between two brackets, with commas between.
pub(super) struct Row<'t> {
    text: &'t str,
    /// The brackets and what is between them.
    whole: Range<usize>,
    items: Vec<Range<usize>>,
}

impl<'t> Row<'t> {
    /// The row of a list's items.
    pub(super) fn of(text: &'t str, array: &ArrayExpression<'_>) -> Self {
        Self::new(text, array.span, array.elements.iter().map(GetSpan::span))
    }

    /// The row of some parts between two brackets.
    pub(super) fn new(text: &'t str, whole: Span, parts: impl Iterator<Item = Span>) -> Self {
        Self { text, whole: bytes(whole), items: parts.map(bytes).collect() }
    }

    /// Takes some of the items away.
    pub(super) fn remove(&self, patches: &mut Patches, run: Range<usize>) {
        if run.is_empty() {
            return;
        }
        let (first, last) = (&self.items[run.start], &self.items[run.end - 1]);
        if run.len() == self.items.len() {
            patches.delete(self.whole.start + 1..self.whole.end - 1);
        } else if self.has_own_lines(first, last) {
            self.remove_lines(patches, &run);
        } else if run.start == 0 {
            patches.delete(first.start..self.items[run.end].start);
        } else {
            patches.delete(self.items[run.start - 1].end..last.end);
        }
    }

    /// Puts printed items before the one at `at`, or behind the last one.
    pub(super) fn insert(&self, patches: &mut Patches, at: usize, printed: &[String], style: &Style) {
        if let Some(next) = self.items.get(at) {
            let between =
                if begins_line(self.text, next.start) { style.new_line(self.text, next.start) } else { " ".to_owned() };
            let between = format!(",{between}");
            patches.insert(next.start, printed.join(&between) + &between);
        } else if let Some(last) = self.items.last() {
            self.append(patches, last, printed, style);
        } else {
            patches.replace(self.whole.start + 1..self.whole.end - 1, printed.join(", "));
        }
    }

    fn append(&self, patches: &mut Patches, last: &Range<usize>, printed: &[String], style: &Style) {
        if !begins_line(self.text, last.start) {
            return patches.insert(last.end, format!(", {}", printed.join(", ")));
        }
        let before = style.new_line(self.text, last.start);
        let comma = self.comma_after(last);
        let end = self.end_of_line(comma.map_or(last.end, |comma| comma + 1));
        let lines = printed.join(&format!(",{before}"));
        match comma {
            Some(_) => patches.insert(end, format!("{before}{lines},")),
            None if end == last.end => patches.insert(end, format!(",{before}{lines}")),
            None => {
                patches.insert(last.end, ",");
                patches.insert(end, format!("{before}{lines}"));
            }
        }
    }

    /// Takes whole lines away, with the notes on and above them.
    fn remove_lines(&self, patches: &mut Patches, run: &Range<usize>) {
        let last = &self.items[run.end - 1];
        let before = run.start.checked_sub(1).map_or(self.whole.start + 1, |at| {
            self.comma_after(&self.items[at]).map_or(self.items[at].end, |comma| comma + 1)
        });
        let comma = self.comma_after(last);
        let end = self.end_of_line(comma.map_or(last.end, |comma| comma + 1));
        let is_end = run.end == self.items.len() && comma.is_none();
        if let Some(comma) =
            run.start.checked_sub(1).and_then(|at| self.comma_after(&self.items[at])).filter(|_| is_end)
        {
            patches.delete(comma..comma + 1);
        }
        patches.delete(self.end_of_line(before)..end);
    }

    /// Whether a run of items begins a line and nothing else of the row stands on its last line.
    fn has_own_lines(&self, first: &Range<usize>, last: &Range<usize>) -> bool {
        let after = self.comma_after(last).map_or(last.end, |comma| comma + 1);
        begins_line(self.text, first.start) && self.end_of_line(after) == line(self.text, after).end
    }

    /// The end of the line if only white space and a note are left on it; else the place itself.
    fn end_of_line(&self, at: usize) -> usize {
        let end = line(self.text, at).end;
        let rest = self.text[at..end].trim();
        let is_note = rest.starts_with("//") || (rest.starts_with("/*") && rest.find("*/") == Some(rest.len() - 2));
        if end <= self.whole.end && (rest.is_empty() || is_note) { end } else { at }
    }

    /// The comma behind an item.
    fn comma_after(&self, item: &Range<usize>) -> Option<usize> {
        let mut at = item.end;
        while at < self.whole.end {
            let rest = &self.text[at..self.whole.end];
            at += match rest.as_bytes().first()? {
                b',' => return Some(at),
                b'/' if rest.starts_with("//") => rest.find('\n')?,
                b'/' if rest.starts_with("/*") => rest.find("*/")? + 2,
                // Brackets and what types say of an item: `('a')`, `'a' as const`.
                b']' | b'}' if at + 1 == self.whole.end => return None,
                _ => rest.chars().next().map_or(1, char::len_utf8),
            };
        }
        None
    }
}
