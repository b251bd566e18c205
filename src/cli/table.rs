//! Tables for people: columns as wide as what is in them.

use unicode_width::UnicodeWidthStr;

/// Rows of cells with two spaces between the columns and two before the first. Cells of the columns in `right` end at
/// the same place; the last column is not filled up. Cells are plain text, so that their width can be measured.
pub(super) fn table(rows: &[Vec<String>], right: &[usize]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &[String], column: usize| row.get(column).map_or(0, |cell| cell.width());
    let widths: Vec<usize> =
        (0..columns).map(|column| rows.iter().map(|row| cell(row, column)).max().unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (column, text) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - text.width());
            let cell = if right.contains(&column) { gap + text } else { format!("{text}{gap}") };
            line = line + "  " + &cell;
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_what_is_in_them() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = table(&[row(["a", "1", "x"]), row(["映画", "10", ""])], &[1]);
        assert_eq!(lines, ["  a      1  x", "  映画  10"]);
    }
}
