//! The lexicon: every literal of all patterns and dictionaries in one sorted list, and what each of them means.
//!
//! A text is scanned once. The scan runs over the *line* of the text: its words, folded, with one space between them and
//! hyphens inside words as spaces, so that `Title  Card`, `title-card` and `title card` are the same. From each token on
//! it narrows the list to the literals that begin like the line, token by token, until none is left; every literal that
//! ends with a token on the way is found, overlapping ones too (with `bar` and `bar chart`, `bar charts` has the first).
//! The list costs nothing to make, which an automaton over thousands of literals does at every start of the program.

use std::ops::Range;

use super::spelling::Spelling;
use crate::text::{Text, TokenKind};

/// What a literal means where it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tag {
    /// A way to say a meaning of a dictionary.
    Word { dictionary: u16, meaning: u16, weak: bool },
    /// A way to say a required group of a pattern.
    Group { pattern: u16, group: u16, weak: bool },
    /// The rarest part of a phrase of a pattern.
    Phrase { pattern: u16, phrase: u16 },
    /// What rules a pattern out.
    Exclude { pattern: u16 },
    /// What announces the value of a slot.
    Cue { pattern: u16, slot: u16 },
}

/// A literal that was found, as a range of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) literal: u32,
    pub(crate) tokens: Range<usize>,
}

/// All literals with their meanings, compiled.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// All literals, one behind the other, sorted.
    text: String,
    entries: Vec<Literal>,
    /// For each first byte, where the literals with it begin; they end where the next begin.
    firsts: Vec<u32>,
    tags: Vec<Tag>,
    spelling: Spelling,
}

/// A literal: where it ends in the text of all, and where its tags end among all tags. Both begin where those of the
/// literal before end.
#[derive(Debug, Clone, Copy, Default)]
struct Literal {
    end: u32,
    tags_end: u32,
}

/// Collects literals before they are compiled.
#[derive(Debug, Default)]
pub(crate) struct LexiconBuilder {
    /// All literals as they came, one behind the other.
    text: String,
    entries: Vec<(Range<u32>, Tag)>,
}

impl LexiconBuilder {
    /// Adds a meaning to a literal.
    pub(crate) fn add(&mut self, literal: &str, tag: Tag) {
        let start = self.text.len() as u32;
        push_line_of_literal(&mut self.text, literal);
        self.entries.push((start..self.text.len() as u32, tag));
    }

    /// Compiles what was collected.
    pub(crate) fn build(self) -> Lexicon {
        let literal = |range: &Range<u32>| &self.text[range.start as usize..range.end as usize];
        let mut entries: Vec<(&str, Tag)> = self.entries.iter().map(|(range, tag)| (literal(range), *tag)).collect();
        entries.retain(|(literal, _)| !literal.is_empty());
        entries.sort_by_key(|(literal, _)| *literal);
        let mut lexicon = Lexicon { text: String::with_capacity(self.text.len()), ..Lexicon::default() };
        for same in entries.chunk_by(|left, right| left.0 == right.0) {
            lexicon.push(same);
        }
        let all = 0..lexicon.entries.len() as u32;
        let first = |byte: u16| lexicon.find_in(all.clone(), |literal| u16::from(literal.as_bytes()[0]) < byte);
        lexicon.firsts = (0..=256).map(first).collect();
        let all = all.map(|at| (lexicon.literal(at), names_a_scene(lexicon.tags(at))));
        lexicon.spelling = Spelling::new(all);
        lexicon
    }
}

/// Only words that name scenes are worth a correction: a slip in one of them would cost a whole model call.
fn names_a_scene(tags: &[Tag]) -> bool {
    tags.iter().any(|tag| matches!(tag, Tag::Group { .. } | Tag::Phrase { .. }))
}

/// A text as it is scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The words with one space between them.
    text: String,
    /// For each token that stands in the line, where it begins and ends there.
    places: Vec<(u32, u32)>,
    /// The tokens whose spelling was corrected, with the word that was meant.
    pub(crate) corrections: Vec<(usize, String)>,
}

impl Lexicon {
    /// What a literal means.
    pub(crate) fn tags(&self, literal: u32) -> &[Tag] {
        let (before, this) = self.entry(literal);
        &self.tags[before.tags_end as usize..this.tags_end as usize]
    }

    /// The literals that name a scene.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let all = 0..self.entries.len() as u32;
        all.filter(|&at| names_a_scene(self.tags(at))).map(|at| self.literal(at))
    }

    /// All literals with what they mean.
    pub(crate) fn literals(&self) -> impl Iterator<Item = (&str, &[Tag])> {
        (0..self.entries.len() as u32).map(|at| (self.literal(at), self.tags(at)))
    }

    /// Lays out a text for scanning, with slips in words that name scenes corrected.
    pub(crate) fn line(&self, text: &Text) -> Line {
        let mut line =
            Line { text: String::with_capacity(text.folded().len() + 8), places: Vec::new(), corrections: Vec::new() };
        line.places.reserve(text.tokens().len());
        for (index, token) in text.tokens().iter().enumerate() {
            let hyphen = is_inner_hyphen(text, index);
            let after_hyphen = index > 0 && is_inner_hyphen(text, index - 1);
            if index > 0 && (!token.glued || after_hyphen) && !hyphen {
                line.text.push(' ');
            }
            let start = line.text.len() as u32;
            if !hyphen {
                let word = text.word(index);
                match self.spelling.correct(text, index) {
                    Some(meant) => {
                        line.text.push_str(meant);
                        line.corrections.push((index, meant.to_owned()));
                    }
                    None => line.text.push_str(if token.kind == TokenKind::Break { "\n" } else { word }),
                }
            }
            line.places.push((start, line.text.len() as u32));
        }
        line
    }

    /// Finds every literal of a line outside quotes, in the order of their beginnings, then of their ends.
    pub(crate) fn scan(&self, text: &Text, line: &Line, hits: &mut Vec<Hit>) {
        hits.clear();
        let quoted = |token: usize| text.tokens()[token].quote.is_some();
        for first in (0..line.places.len()).filter(|&token| !line.is_empty(token) && !quoted(token)) {
            let start = line.places[first].0 as usize;
            let mut range = self.beginning_with(line.text.as_bytes()[start]);
            for last in (first..line.places.len()).filter(|&token| !line.is_empty(token)) {
                let words = &line.text[start..line.places[last].1 as usize];
                range = self.narrow(range, words);
                if range.is_empty() {
                    break;
                }
                if self.literal(range.start) == words && !quoted(last) && !continues(text, first, last) {
                    hits.push(Hit { literal: range.start, tokens: first..last + 1 });
                }
            }
        }
    }

    /// Adds a literal, which stands behind all others, with its tags.
    fn push(&mut self, same: &[(&str, Tag)]) {
        let first = self.tags.len();
        for (_, tag) in same {
            if !self.tags[first..].contains(tag) {
                self.tags.push(*tag);
            }
        }
        self.text.push_str(same[0].0);
        self.entries.push(Literal { end: self.text.len() as u32, tags_end: self.tags.len() as u32 });
    }

    fn entry(&self, literal: u32) -> (Literal, Literal) {
        let before = literal.checked_sub(1).map(|before| self.entries[before as usize]);
        (before.unwrap_or_default(), self.entries[literal as usize])
    }

    fn literal(&self, literal: u32) -> &str {
        let (before, this) = self.entry(literal);
        &self.text[before.end as usize..this.end as usize]
    }

    /// The first literal for which a condition does not hold, which has to hold for all before it.
    fn find_in(&self, range: Range<u32>, holds: impl Fn(&str) -> bool) -> u32 {
        let (mut start, mut end) = (range.start, range.end);
        while start < end {
            let middle = u32::midpoint(start, end);
            if holds(self.literal(middle)) {
                start = middle + 1;
            } else {
                end = middle;
            }
        }
        start
    }

    fn beginning_with(&self, byte: u8) -> Range<u32> {
        let byte = usize::from(byte);
        self.firsts[byte]..self.firsts[byte + 1]
    }

    /// The literals of a range that begin with some words; the one that is nothing else stands first.
    fn narrow(&self, range: Range<u32>, words: &str) -> Range<u32> {
        let start = self.find_in(range.clone(), |literal| literal < words);
        start..self.find_in(start..range.end, |literal| literal.starts_with(words))
    }
}

impl Line {
    /// Whether a token leaves no trace in the line, as a hyphen inside a word does.
    fn is_empty(&self, token: usize) -> bool {
        let (start, end) = self.places[token];
        start == end
    }
}

/// A number that goes on is another number: `9:16` is not in `2:9:16`, nor in `9:16:30`.
fn continues(text: &Text, first: usize, last: usize) -> bool {
    let tokens = text.tokens();
    let joins = |mark: usize| tokens[mark].glued && matches!(text.word(mark), ":" | ".");
    let before = first >= 2 && tokens[first].glued && joins(first - 1) && tokens[first - 2].is_number();
    let after = last + 2 < tokens.len() && joins(last + 1) && tokens[last + 2].glued && tokens[last + 2].is_number();
    tokens[first].is_number() && before || tokens[last].is_number() && after
}

/// A hyphen between two words joins them: `title-card`, `slide-in`.
pub(crate) fn is_inner_hyphen(text: &Text, token: usize) -> bool {
    let tokens = text.tokens();
    text.word(token) == "-"
        && tokens[token].glued
        && token > 0
        && tokens[token - 1].kind != TokenKind::Mark
        && tokens.get(token + 1).is_some_and(|next| next.glued && next.is_word())
}

fn push_line_of_literal(line: &mut String, literal: &str) {
    // Most literals are plain words, and thousands are laid out at every start.
    if literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
        line.push_str(literal);
        return;
    }
    let text = Text::new(literal);
    for (index, token) in text.tokens().iter().enumerate() {
        if is_inner_hyphen(&text, index) {
            line.push(' ');
            continue;
        }
        if index > 0 && !token.glued {
            line.push(' ');
        }
        line.push_str(text.word(index));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<String> {
        let mut builder = LexiconBuilder::default();
        for literal in literals {
            builder.add(literal, Tag::Exclude { pattern: 0 });
        }
        let lexicon = builder.build();
        let text = Text::new(text);
        let mut hits = Vec::new();
        lexicon.scan(&text, &lexicon.line(&text), &mut hits);
        hits.iter().map(|hit| text.typed_range(hit.tokens.clone()).to_owned()).collect()
    }

    #[test]
    fn literals_are_found_as_whole_words() {
        for (literals, text, expected) in [
            (&["bar", "bar chart", "bar charts"][..], "Two bar charts, a crowbar", vec!["bar", "bar charts"]),
            (&["title card", "slide in"], "TITLE-CARD  slide-in", vec!["TITLE-CARD", "slide-in"]),
            (&["9:16"], "9:16, 19:16, 9:16:30", vec!["9:16"]),
            (&["bar"], "say \"bar\" at the bar", vec!["bar"]),
            (&["q&a"], "a Q&A here", vec!["Q&A"]),
        ] {
            assert_eq!(found(literals, text), expected, "in {text}");
        }
    }
}
