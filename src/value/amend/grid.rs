//! Tables as they are pasted: Markdown with its rule under the header, and cells with tabs between them.

use crate::text::{Edit, Span, Text};

/// The rows of Markdown and tabs, with single bars between their cells and nothing around them.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let typed = text.original();
    let markdown = typed.contains('|') && typed.lines().any(is_rule);
    if !markdown && !typed.contains('\t') {
        return None;
    }
    let mut edits = Vec::new();
    let mut start = 0;
    for line in typed.split_inclusive('\n') {
        let end = start + line.len();
        if markdown && is_rule(line) {
            edits.push(Edit::new(Span::new(start, end), ""));
        } else if let Some(row) = row(line.trim_end_matches('\n'), markdown) {
            edits.push(Edit::new(Span::new(start, start + line.trim_end_matches('\n').len()), row));
        }
        start = end;
    }
    (!edits.is_empty()).then_some(edits)
}

/// `|---|:---:|`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn row(line: &str, markdown: bool) -> Option<String> {
    let trimmed = line.trim();
    if markdown && trimmed.starts_with('|') {
        let inner = trimmed.trim_start_matches('|');
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return Some(cells(inner.split('|')));
    }
    trimmed.contains('\t').then(|| cells(trimmed.split('\t').filter(|cell| !cell.is_empty())))
}

fn cells<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(str::trim).collect::<Vec<_>>().join(" | ")
}
