//! The lexicon: every literal of all patterns and dictionaries in one automaton, and what each of them means.
//!
//! A text is scanned once. The automaton runs over the *line* of the text: its words, folded, with one space between
//! them and hyphens inside words as spaces, so that `Title  Card`, `title-card` and `title card` are the same. All
//! matches are taken, overlapping ones too, and then held against word boundaries; leftmost-longest matching followed
//! by a boundary check would lose some (with `bar` and `bar chart`, `bar charts` would find nothing).

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, MatchKind};

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
#[derive(Debug)]
pub(crate) struct Lexicon {
    automaton: AhoCorasick,
    literals: Vec<String>,
    tags: Vec<Vec<Tag>>,
    spelling: Spelling,
}

/// Collects literals before they are compiled.
#[derive(Debug, Default)]
pub(crate) struct LexiconBuilder {
    literals: HashMap<String, Vec<Tag>>,
}

impl LexiconBuilder {
    /// Adds a meaning to a literal.
    pub(crate) fn add(&mut self, literal: &str, tag: Tag) {
        let tags = self.literals.entry(line_of_literal(literal)).or_default();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }

    /// Compiles what was collected.
    pub(crate) fn build(self) -> Result<Lexicon, BuildError> {
        let mut literals: Vec<(String, Vec<Tag>)> = self.literals.into_iter().collect();
        literals.sort_by(|left, right| left.0.cmp(&right.0));
        let (words, tags): (Vec<String>, Vec<Vec<Tag>>) = literals.into_iter().unzip();
        let spelling = Spelling::new(words.iter().zip(&tags).map(|(word, tags)| (word.as_str(), names_a_scene(tags))));
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(&words)?;
        Ok(Lexicon { automaton, literals: words, tags, spelling })
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
        &self.tags[literal as usize]
    }

    /// The literals that name a scene.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let named = self.literals.iter().zip(&self.tags).filter(|(_, tags)| names_a_scene(tags));
        named.map(|(literal, _)| literal.as_str())
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

    /// Finds every literal of a line outside quotes, in the order of their ends.
    pub(crate) fn scan(&self, text: &Text, line: &Line, hits: &mut Vec<Hit>) {
        hits.clear();
        for found in self.automaton.find_overlapping_iter(&line.text) {
            let (start, end) = (found.start() as u32, found.end() as u32);
            let first = line.places.partition_point(|place| place.0 < start || place.1 == place.0 && place.0 == start);
            let Some(place) = line.places.get(first) else { continue };
            if place.0 != start {
                continue;
            }
            let last = line.places.partition_point(|place| place.1 < end);
            if line.places.get(last).is_none_or(|place| place.1 != end) {
                continue;
            }
            let quoted = |token: usize| text.tokens()[token].quote.is_some();
            if !quoted(first) && !quoted(last) && !continues(text, first, last) {
                hits.push(Hit { literal: found.pattern().as_u32(), tokens: first..last + 1 });
            }
        }
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

fn line_of_literal(literal: &str) -> String {
    // Most literals are plain words, and thousands are laid out at every start.
    if literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
        return literal.to_owned();
    }
    let text = Text::new(literal);
    let mut line = String::with_capacity(literal.len());
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
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<String> {
        let mut builder = LexiconBuilder::default();
        for literal in literals {
            builder.add(literal, Tag::Exclude { pattern: 0 });
        }
        let lexicon = builder.build().unwrap_or_else(|error| unreachable!("{error}"));
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
