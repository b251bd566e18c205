//! A person's own words with what was read from them, underlined.

use std::fmt::Write;
use std::ops::Range;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::output::{BAD, GOOD, QUIET, VALUE};

/// A part of a text that means something.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What it means, in a word or two.
    pub(super) label: String,
    /// What it is.
    pub(super) look: Look,
}

/// What a part of a text is, which shows in colour and line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// It names the scene.
    Name,
    /// It is the value of a parameter.
    Value,
    /// Nothing explains it.
    Left,
}

impl Look {
    fn style(self) -> Style {
        match self {
            Self::Name => GOOD,
            Self::Value => VALUE,
            Self::Left => BAD,
        }
    }

    /// The line below it, which says the same without colour.
    fn line(self) -> &'static str {
        match self {
            Self::Name => "═",
            Self::Value => "─",
            Self::Left => "?",
        }
    }
}

/// The longest line, in columns.
const WIDTH: usize = 92;

const INDENT: &str = "  ";

/// The text in lines, with a line and labels below the parts that mean something. What overlaps a part before it is left
/// out; equal parts share a line.
pub(super) fn underlined(text: &str, marks: Vec<Mark>) -> String {
    let marks = apart(marks);
    let mut shown = String::new();
    for line in lines(text) {
        let inside: Vec<Mark> = marks.iter().filter_map(|mark| part_in(mark, &line)).collect();
        write_line(&mut shown, text, &line, &inside);
    }
    shown
}

fn apart(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks.into_iter().filter(|mark| !mark.range.is_empty()) {
        match kept.last_mut() {
            Some(last) if last.range == mark.range && last.look == mark.look => {
                last.label = format!("{}, {}", last.label, mark.label);
            }
            Some(last) if mark.range.start < last.range.end => {}
            _ => kept.push(mark),
        }
    }
    kept
}

/// The lines of a text, cut between words where they are too long.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        while text[start..end].width() > WIDTH {
            let cut = cut(&text[start..end]);
            lines.push(start..start + cut);
            start += cut;
        }
        lines.push(start..end);
        start = end + 1;
    }
    lines
}

/// Where a line that is too long is cut: behind the last space that fits, else where it is full.
fn cut(line: &str) -> usize {
    let mut columns = 0;
    let fits = |(_, c): &(usize, char)| {
        columns += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
        columns <= WIDTH
    };
    let full = line.char_indices().take_while(fits).map(|(at, c)| at + c.len_utf8()).last();
    let full = full.unwrap_or_else(|| line.chars().next().map_or(line.len(), char::len_utf8));
    line[..full].rfind(' ').map_or(full, |space| space + 1)
}

/// The part of a mark that stands in a line. Only where it begins it has its label.
fn part_in(mark: &Mark, line: &Range<usize>) -> Option<Mark> {
    let range = mark.range.start.max(line.start)..mark.range.end.min(line.end);
    let label = if range.start == mark.range.start { mark.label.clone() } else { String::new() };
    (range.start < range.end).then_some(Mark { range, label, look: mark.look })
}

fn write_line(shown: &mut String, text: &str, line: &Range<usize>, marks: &[Mark]) {
    let (mut words, mut below, mut labels) = (INDENT.to_owned(), INDENT.to_owned(), Labels::default());
    let mut at = line.start;
    for mark in marks {
        let plain = &text[at..mark.range.start];
        let (part, style) = (&text[mark.range.clone()], mark.look.style());
        let _ = write!(words, "{plain}{style}{part}{style:#}");
        let _ = write!(below, "{}{style}{}{style:#}", " ".repeat(plain.width()), mark.look.line().repeat(part.width()));
        labels.add(text[line.start..mark.range.start].width(), mark);
        at = mark.range.end;
    }
    let _ = writeln!(shown, "{words}{}", text[at..line.end].trim_end());
    if !marks.is_empty() {
        let _ = writeln!(shown, "{below}");
        labels.write(shown);
    }
}

/// Labels below a line, in as many rows as they need so that none covers another.
#[derive(Default)]
struct Labels {
    rows: Vec<(usize, String)>,
}

impl Labels {
    fn add(&mut self, column: usize, mark: &Mark) {
        if mark.label.is_empty() {
            return;
        }
        let free = self.rows.iter().position(|(end, _)| *end == 0 || *end < column);
        let at = free.unwrap_or_else(|| {
            self.rows.push((0, INDENT.to_owned()));
            self.rows.len() - 1
        });
        let (end, row) = &mut self.rows[at];
        let style = if mark.look == Look::Value { VALUE } else { QUIET };
        let _ = write!(row, "{}{style}{}{style:#}", " ".repeat(column - *end), mark.label);
        *end = column + mark.label.width();
    }

    fn write(&self, shown: &mut String) {
        for (_, row) in &self.rows {
            let _ = writeln!(shown, "{row}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, marks: &[(&str, &str, Look)]) -> String {
        let marks = marks.iter().filter_map(|(part, label, look)| {
            let start = text.find(part)?;
            Some(Mark { range: start..start + part.len(), label: (*label).to_owned(), look: *look })
        });
        anstream::adapter::strip_str(&underlined(text, marks.collect())).to_string()
    }

    #[test]
    fn labels_stand_below_their_words() {
        let shown = plain(
            "counter to 98% über alles, with fireworks",
            &[
                ("counter", "scene", Look::Name),
                ("98%", "to", Look::Value),
                ("98%", "suffix", Look::Value),
                ("über alles", "label", Look::Value),
                ("alles", "hidden", Look::Value),
                ("fireworks", "not explained", Look::Left),
            ],
        );
        insta::assert_snapshot!(shown, @r"
          counter to 98% über alles, with fireworks
          ═══════    ─── ──────────       ?????????
          scene      to, suffix           not explained
                         label
        ");
    }

    #[test]
    fn long_lines_are_cut_between_words() {
        let text = format!("{} end\nnext 文字", "word ".repeat(24).trim_end());
        let shown = plain(&text, &[("word word end\nnext", "", Look::Value), ("end\nnext 文", "title", Look::Value)]);
        insta::assert_snapshot!(shown, @r"
      word word word word word word word word word word word word word word word word word word
      word word word word word word end
                          ─────────────
      next 文字
      ────
    ");
    }
}
