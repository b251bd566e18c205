//! What is said of all scenes of a script: `all in navy, vertical`, `3s each`, `use Inter for everything`.

use std::ops::Range;

use super::Way;
use crate::pattern::{Class, PatternSet, Utterance};
use crate::text::TokenKind;

/// Clauses before and behind the scenes that only set something, and say that they mean all of them.
pub(super) fn of_all(utterance: &Utterance, patterns: &PatternSet) -> Vec<Range<usize>> {
    let reader = Reader::new(utterance, patterns);
    if reader.throughout.is_empty() {
        return Vec::new();
    }
    let all = 0..utterance.len();
    let behind = reader.tail(all.clone()).and_then(|tail| reader.sentence_of_all(tail));
    let before = reader.head(all);
    before.into_iter().chain(behind).collect()
}

/// A sentence or line behind the last scene that only sets something, where it stands apart from that scene.
pub(super) fn behind(
    utterance: &Utterance,
    patterns: &PatternSet,
    way: Way,
    last: Range<usize>,
) -> Option<Range<usize>> {
    let reader = Reader::new(utterance, patterns);
    let tail = reader.tail(last)?;
    let starts = tail.clone().find(|&token| reader.apart(way, token))?;
    Some(starts..tail.end).filter(|tail| reader.sets(tail))
}

struct Reader<'a> {
    utterance: &'a Utterance,
    /// Whether each token only sets something or says nothing.
    quiet: Vec<bool>,
    /// Where settings stand.
    settings: Vec<Range<usize>>,
    /// Where it is said that all scenes are meant.
    throughout: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn new(utterance: &'a Utterance, patterns: &'a PatternSet) -> Self {
        let settings: Vec<Range<usize>> =
            utterance.settings(patterns).iter().map(|setting| setting.tokens().clone()).collect();
        let free = |tokens: &Range<usize>| !utterance.quoted(tokens.start);
        let throughout: Vec<Range<usize>> = utterance.ways_of("throughout", patterns).filter(free).collect();
        let covered = |token: usize| settings.iter().chain(&throughout).any(|tokens| tokens.contains(&token));
        let named = |token: usize| !patterns.named_at(utterance, token).is_empty();
        let quiet = (0..utterance.len())
            .map(|token| {
                let class = utterance.class(token);
                let mark = utterance.text().tokens()[token].kind == TokenKind::Mark;
                covered(token)
                    || !utterance.quoted(token)
                        && !named(token)
                        && (class.light() || class.contains(Class::EDGE) || mark)
            })
            .collect();
        Self { utterance, quiet, settings, throughout }
    }

    fn edge(&self, token: usize) -> bool {
        self.utterance.class(token).contains(Class::EDGE)
    }

    fn sets(&self, tokens: &Range<usize>) -> bool {
        has(&self.settings, tokens)
    }

    /// The clauses at the end of some tokens that only set something.
    fn tail(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let loud = tokens.clone().rev().find(|&token| !self.quiet[token])?;
        let start = (loud..tokens.end).find(|&token| self.edge(token))?;
        Some(start..tokens.end).filter(|tail| self.sets(tail))
    }

    /// Of the clauses at the end those from the sentence on that says that it means all.
    fn sentence_of_all(&self, tail: Range<usize>) -> Option<Range<usize>> {
        let marked =
            self.throughout.iter().filter(|tokens| tail.start <= tokens.start).map(|tokens| tokens.start).min()?;
        let ends = |token: &usize| self.edge(*token) && self.ends_sentence(*token);
        let clause = |token: &usize| self.edge(*token);
        let start = (tail.start..marked).rev().find(ends).or_else(|| (tail.start..marked).rev().find(clause))?;
        Some(start..tail.end).filter(|tail| self.sets(tail))
    }

    /// The clauses at the beginning that only set something and say that they mean all.
    fn head(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let loud = tokens.clone().find(|&token| !self.quiet[token] || self.numbers(token))?;
        let end = (0..loud).rev().find(|&token| self.edge(token) && self.ends_head(token))? + 1;
        let head = 0..end;
        (self.sets(&head) && has(&self.throughout, &head)).then_some(head)
    }

    /// Whether a list begins at a token.
    fn numbers(&self, token: usize) -> bool {
        let text = self.utterance.text();
        let line = token == 0 || text.tokens()[token - 1].kind == TokenKind::Break;
        line && (matches!(text.word(token), "-" | "*" | "•" | "|")
            || text.tokens()[token].is_number() && self.edge(token + 1))
    }

    fn ends_head(&self, token: usize) -> bool {
        self.ends_sentence(token) || self.utterance.text().word(token) == ":"
    }

    fn ends_sentence(&self, token: usize) -> bool {
        self.utterance.text().tokens()[token].kind == TokenKind::Break
            || matches!(self.utterance.text().word(token), "." | "!" | ";" | "|")
    }

    /// Whether what follows an edge stands apart from the scene before it.
    fn apart(&self, way: Way, token: usize) -> bool {
        let breaks = self.utterance.text().tokens()[token].kind == TokenKind::Break;
        match way {
            Way::Labelled => breaks && self.utterance.text().typed(token).matches('\n').count() > 1,
            Way::Listed => breaks,
            Way::Ordered | Way::Marked | Way::Plain | Way::Row => self.edge(token) && self.ends_sentence(token),
        }
    }
}

/// Whether one of some ranges lies inside another.
fn has(ranges: &[Range<usize>], inside: &Range<usize>) -> bool {
    ranges.iter().any(|range| inside.start <= range.start && range.end <= inside.end)
}
