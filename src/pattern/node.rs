//! Phrases resolved: slots and dictionaries by number, words as tokens have them.

use std::ops::Range;

use super::draft::{push_words, touching};
use super::phrase::{Piece, Ways, is_and, ways};
use super::set::{Dictionary, Slot};
use crate::diagnostic::{Diagnostic, Source};
use crate::nearest::suggest;

/// A part of a phrase that is ready to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// One token, by the number of its word.
    Word(u32),
    /// May be there.
    Optional(Vec<Node>),
    /// One of these is there.
    Either(Vec<Vec<Node>>),
    /// The value of a slot, by its number in the pattern.
    Slot(u16),
    /// The value of a slot, which has to be quoted.
    Quoted(u16),
    /// What the scene is about, in words that go nowhere: `{about}`.
    About,
    /// Any way to say any meaning of a dictionary.
    Dictionary(u16),
    /// Sentences that stand anywhere in the request, in any order: `(rings|circles) & (outward|bigger and bigger)`.
    Together(Vec<Vec<Node>>),
}

/// The name in phrases of what is understood but not shown.
const ABOUT: &str = "about";

/// Whether a word is one of a phrase's own.
pub(crate) fn says(phrase: &[Node], word: u32) -> bool {
    phrase.iter().any(|node| match node {
        Node::Word(own) => *own == word,
        Node::Optional(nodes) => says(nodes, word),
        Node::Either(branches) | Node::Together(branches) => branches.iter().any(|branch| says(branch, word)),
        Node::Slot(_) | Node::Quoted(_) | Node::About | Node::Dictionary(_) => false,
    })
}

/// Resolves the phrases of one pattern and notes what they name and is not there.
pub(crate) struct Resolver<'a> {
    pub(crate) source: &'a Source,
    pub(crate) slots: &'a [Slot],
    pub(crate) dictionaries: &'a [Dictionary],
    /// The number of a word.
    pub(crate) number: &'a dyn Fn(&str) -> u32,
    pub(crate) mistakes: Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// Resolves a phrase that stands at a place of its file. What cannot be resolved is noted and left out.
    pub(crate) fn resolve(&mut self, pieces: &[Piece], span: &Range<usize>) -> Vec<Node> {
        let mut sentences: Vec<Vec<Node>> = pieces.split(is_and).map(|pieces| self.sequence(pieces, span)).collect();
        // Words are found at once, values are read; where the words are not there, nothing needs to be read.
        sentences.sort_by_key(|nodes| matches!(nodes.first(), Some(Node::Slot(_) | Node::Quoted(_) | Node::About)));
        if sentences.len() > 1 { vec![Node::Together(sentences)] } else { sentences.pop().unwrap_or_default() }
    }

    fn sequence(&mut self, pieces: &[Piece], span: &Range<usize>) -> Vec<Node> {
        let mut nodes = Vec::new();
        for touching in touching(pieces) {
            match (touching.len() > 1).then(|| self.spelled_out(touching)).flatten() {
                Some(node) => nodes.push(node),
                None => touching.iter().for_each(|piece| self.piece(piece, span, &mut nodes)),
            }
        }
        nodes
    }

    fn piece(&mut self, piece: &Piece, span: &Range<usize>, nodes: &mut Vec<Node>) {
        match piece {
            Piece::Word(word) => nodes.extend(self.words(word)),
            Piece::Optional(pieces) => nodes.push(Node::Optional(self.sequence(pieces, span))),
            Piece::Either(branches) => {
                nodes.push(Node::Either(branches.iter().map(|branch| self.sequence(branch, span)).collect()));
            }
            Piece::Slot(name) if name == ABOUT => nodes.push(Node::About),
            Piece::Slot(name) => nodes.extend(self.slot(name, span).map(Node::Slot)),
            Piece::Quoted(name) => nodes.extend(self.slot(name, span).map(Node::Quoted)),
            Piece::Dictionary(name) => nodes.extend(self.dictionary(name, span).map(Node::Dictionary)),
            Piece::Glue => {}
        }
    }

    fn slot(&mut self, name: &str, span: &Range<usize>) -> Option<u16> {
        let found = self.slots.iter().position(|slot| slot.name == name);
        if found.is_none() {
            let help = suggest(name, self.slots.iter().map(|slot| &*slot.name));
            self.mistakes.push(self.source.diagnose(span.clone(), format!("there is no slot `{name}`")).help(help));
        }
        found.map(|slot| slot as u16)
    }

    fn dictionary(&mut self, name: &str, span: &Range<usize>) -> Option<u16> {
        let found = self.dictionaries.iter().position(|dictionary| dictionary.id == name);
        if found.is_none() {
            let help = suggest(name, self.dictionaries.iter().map(|dictionary| dictionary.id.as_str()));
            let message = format!("there is no dictionary `{name}`");
            self.mistakes.push(self.source.diagnose(span.clone(), message).help(help));
        }
        found.map(|dictionary| dictionary as u16)
    }

    /// Pieces that touch are one word in several spellings, so they are written out, unless a slot is among them.
    fn spelled_out(&self, pieces: &[Piece]) -> Option<Node> {
        let branches = ways(pieces)?;
        Some(Node::Either(branches.iter().map(|way| self.words(way)).collect()))
    }

    fn words(&self, text: &str) -> Vec<Node> {
        let mut words = Ways::default();
        push_words(text, &mut words);
        words.iter().map(|word| Node::Word((self.number)(word))).collect()
    }
}
