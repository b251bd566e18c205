//! Tables: rows of cells, in lines or one after another.

use std::ops::Range;

use super::list::{Separator, is_setting, parts, split_last, without_settings};
use super::peek::{is_break, mark, open};
use crate::text::Text;

/// Rows of cells that were found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// What the columns are called; empty where nothing says so.
    pub(crate) columns: Vec<String>,
    /// The rows, each with its cells from left to right, as typed.
    pub(crate) rows: Vec<Vec<String>>,
    /// The tokens that it was read from.
    pub(crate) tokens: Range<usize>,
}

impl Table {
    /// The same, read from an earlier token on.
    pub(crate) fn from(mut self, start: usize) -> Self {
        self.tokens.start = self.tokens.start.min(start);
        self
    }
}

/// What stands between the cells of a row, the surest first.
const BETWEEN: [Separator; 4] = [Separator::Bar, Separator::Semicolon, Separator::Slash, Separator::Comma];

/// The cells of one row.
pub(crate) fn cells(text: &Text, range: Range<usize>) -> Vec<String> {
    let range = without_end(text, range);
    let cut = BETWEEN.into_iter().find_map(|separator| {
        let mut cells = parts(text, range.clone(), separator);
        if separator == Separator::Comma && cells.len() > 1 {
            split_last(text, &mut cells);
        }
        (cells.len() > 1).then_some(cells)
    });
    cut.unwrap_or_else(|| parts(text, range, Separator::And)).into_iter().map(|cell| typed(text, cell)).collect()
}

/// The longest block of lines with equally many cells, at least two each; the first line names the columns. Two lines
/// are enough: one of them is the header.
pub(crate) fn with_header(text: &Text, range: Range<usize>) -> Option<Table> {
    let lines = lines(text, range);
    let best = BETWEEN
        .into_iter()
        .filter_map(|separator| block(text, &lines, separator))
        .reduce(|best, next| if next.1.len() > best.1.len() { next } else { best });
    let (tokens, mut rows) = best?;
    let columns = rows.remove(0);
    Some(Table { columns, rows, tokens })
}

/// Rows behind what announces them: in lines, or between semicolons, bars, slashes or `and`.
pub(crate) fn rows(text: &Text, range: Range<usize>, columns: Option<usize>) -> Option<Table> {
    let fits = |rows: &Vec<Vec<String>>| {
        let width = columns.unwrap_or_else(|| rows.first().map_or(0, Vec::len));
        width > 1 && !rows.is_empty() && rows.iter().all(|row| row.len() == width)
    };
    let outer = [Separator::Break, Separator::Semicolon, Separator::Bar, Separator::Slash, Separator::And];
    outer.into_iter().find_map(|separator| {
        let mut lines = parts(text, range.clone(), separator);
        if separator == Separator::Break || separator == Separator::Semicolon {
            lines = without_settings(text, &lines);
        }
        let lines: Vec<Range<usize>> =
            lines.into_iter().map(|line| without_and(text, without_end(text, line))).collect();
        let rows: Vec<Vec<String>> = lines.iter().map(|line| comma_cells(text, line.clone(), columns)).collect();
        let tokens = lines.first()?.start..lines.last()?.end;
        fits(&rows).then_some(Table { columns: Vec::new(), rows, tokens })
    })
}

/// The cells of a row among others: where only settings follow the last one, they are left out.
fn comma_cells(text: &Text, line: Range<usize>, columns: Option<usize>) -> Vec<String> {
    let cut = [Separator::Bar, Separator::Comma, Separator::Slash]
        .into_iter()
        .map(|separator| parts(text, line.clone(), separator))
        .find(|cells| cells.len() > 1)
        .unwrap_or_default();
    let most = columns.unwrap_or(usize::MAX);
    let kept = cut.iter().enumerate().take_while(|(at, cell)| *at < most || !is_setting(text, (*cell).clone()));
    kept.map(|(_, cell)| typed(text, cell.clone())).collect()
}

fn block(text: &Text, lines: &[Range<usize>], separator: Separator) -> Option<(Range<usize>, Vec<Vec<String>>)> {
    let mut best: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    let mut current: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    for line in lines {
        let cells: Vec<String> =
            parts(text, line.clone(), separator).into_iter().map(|cell| typed(text, cell)).collect();
        let follows = current.first().is_none_or(|first| first.1.len() == cells.len());
        if cells.len() < 2 || !follows {
            current.clear();
        }
        if cells.len() > 1 {
            current.push((line.clone(), cells));
        }
        if current.len() > best.len() {
            best.clone_from(&current);
        }
    }
    let tokens = best.first()?.0.start..best.last()?.0.end;
    (best.len() > 1).then(|| (tokens, best.into_iter().map(|(_, cells)| cells).collect()))
}

fn lines(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = range.start;
    for token in range.clone().filter(|&token| is_break(text, token)) {
        lines.push(start..token);
        start = token + 1;
    }
    lines.push(start..range.end);
    lines.retain(|line| !line.is_empty());
    lines
}

fn without_and(text: &Text, line: Range<usize>) -> Range<usize> {
    line.start + usize::from(line.len() > 1 && text.word(line.start) == "and")..line.end
}

/// A range without the marks and joining words at its ends.
fn without_end(text: &Text, mut range: Range<usize>) -> Range<usize> {
    let outer = |at: usize| {
        is_break(text, at)
            || open(text, at)
                && (matches!(mark(text, at), Some('.' | ',' | ';' | ':' | '|'))
                    || matches!(text.word(at), "and" | "with"))
    };
    while !range.is_empty() && outer(range.end - 1) {
        range.end -= 1;
    }
    range
}

fn typed(text: &Text, cell: Range<usize>) -> String {
    let quote = text.tokens()[cell.start].quote.map(|quote| &text.quotes()[usize::from(quote)]);
    match quote.filter(|quote| quote.first == cell.start && quote.end == cell.end) {
        Some(quote) => text.slice(quote.inner).trim().to_owned(),
        None => text.typed_range(cell).trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(table: Option<Table>) -> String {
        let Some(table) = table else { return "none".to_owned() };
        let rows: Vec<String> = table.rows.iter().map(|row| row.join(" | ")).collect();
        format!("{} / {}", table.columns.join(" | "), rows.join(" / "))
    }

    #[test]
    fn lines_of_cells_are_rows() {
        for (text, expected) in [
            ("times:\nStop, Mon\nHarbour, 08:15\nMarket, 08:25", "Stop | Mon / Harbour | 08:15 / Market | 08:25"),
            ("plan|seats\nSolo|1\nCrew|10\nas a table", "plan | seats / Solo | 1 / Crew | 10"),
            ("a table", "none"),
        ] {
            let text = Text::new(text);
            let all = 0..text.tokens().len();
            assert_eq!(shown(with_header(&text, all)), expected);
        }
    }

    #[test]
    fn rows_stand_between_semicolons_or_words() {
        for (text, expected) in [
            ("Ana, 31; Luis, 28", " / Ana | 31 / Luis | 28"),
            ("Rye, £4 and Spelt, £5.50", " / Rye | £4 / Spelt | £5.50"),
            ("one thing", "none"),
        ] {
            let text = Text::new(text);
            let all = 0..text.tokens().len();
            assert_eq!(shown(rows(&text, all, Some(2))), expected);
        }
    }
}
