//! Phrases resolved: slots and dictionaries by number, words as tokens have them.

use std::collections::{HashMap, HashSet};

use super::file::Way;
use super::phrase::{Piece, Ways, ways};
use super::set::Slot;
use crate::diagnostic::{Diagnostic, Source};
use crate::nearest::suggest;
use crate::text::Text;

/// A part of a phrase that is ready to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// The folded text of one token.
    Word(Box<str>),
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

/// The mark between sentences of which the order is free.
const AND: &str = "&";

/// The name in phrases of what is understood but not shown.
const ABOUT: &str = "about";

/// Words that stand in any sentence and so are poor witnesses.
const COMMON: [&str; 24] = [
    "a", "an", "the", "of", "to", "in", "on", "with", "and", "or", "for", "from", "by", "at", "as", "is", "be", "it",
    "that", "this", "me", "i", "my", "our",
];

/// Whether a word is one of a phrase's own.
pub(crate) fn says(phrase: &[Node], word: &str) -> bool {
    phrase.iter().any(|node| match node {
        Node::Word(own) => **own == *word,
        Node::Optional(nodes) => says(nodes, word),
        Node::Either(branches) | Node::Together(branches) => branches.iter().any(|branch| says(branch, word)),
        Node::Slot(_) | Node::Quoted(_) | Node::About | Node::Dictionary(_) => false,
    })
}

/// Collects the words of a phrase.
pub(crate) fn own_words(phrase: &[Node], into: &mut HashSet<String>) {
    for node in phrase {
        match node {
            Node::Word(word) => {
                into.insert(word.to_string());
            }
            Node::Optional(nodes) => own_words(nodes, into),
            Node::Either(branches) | Node::Together(branches) => {
                for branch in branches {
                    own_words(branch, into);
                }
            }
            Node::Slot(_) | Node::Quoted(_) | Node::About | Node::Dictionary(_) => {}
        }
    }
}

/// Resolves the phrases of one pattern and notes what they name and is not there.
pub(crate) struct Resolver<'a> {
    pub(crate) source: &'a Source,
    pub(crate) slots: &'a [Slot],
    pub(crate) dictionaries: &'a HashMap<&'a str, u16>,
    pub(crate) mistakes: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// Resolves a phrase. What cannot be resolved is noted and left out.
    pub(crate) fn resolve(&mut self, way: &Way) -> Vec<Node> {
        let mut sentences = way.pieces.split(is_and).map(|pieces| self.sequence(pieces, way)).collect::<Vec<_>>();
        // Words are found at once, values are read; where the words are not there, nothing needs to be read.
        sentences.sort_by_key(|nodes| matches!(nodes.first(), Some(Node::Slot(_) | Node::Quoted(_) | Node::About)));
        if sentences.len() > 1 { vec![Node::Together(sentences)] } else { sentences.pop().unwrap_or_default() }
    }

    fn sequence(&mut self, pieces: &[Piece], way: &Way) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let mut end = at + 1;
            while end + 1 < pieces.len() && pieces[end] == Piece::Glue {
                end += 2;
            }
            let touching = &pieces[at..end];
            match (touching.len() > 1).then(|| spelled_out(touching)).flatten() {
                Some(node) => nodes.push(node),
                None => touching.iter().for_each(|piece| self.piece(piece, way, &mut nodes)),
            }
            at = end;
        }
        nodes
    }

    fn piece(&mut self, piece: &Piece, way: &Way, nodes: &mut Vec<Node>) {
        match piece {
            Piece::Word(word) => nodes.extend(words(word)),
            Piece::Optional(pieces) => nodes.push(Node::Optional(self.sequence(pieces, way))),
            Piece::Either(branches) => {
                nodes.push(Node::Either(branches.iter().map(|branch| self.sequence(branch, way)).collect()));
            }
            Piece::Slot(name) if name == ABOUT => nodes.push(Node::About),
            Piece::Slot(name) => {
                let slot = self.slots.iter().position(|slot| slot.name == *name);
                nodes.extend(self.known(slot, "slot", name, way).map(|slot| Node::Slot(slot as u16)));
            }
            Piece::Quoted(name) => {
                let slot = self.slots.iter().position(|slot| slot.name == *name);
                nodes.extend(self.known(slot, "slot", name, way).map(|slot| Node::Quoted(slot as u16)));
            }
            Piece::Dictionary(name) => {
                let dictionary = self.dictionaries.get(name.as_str()).copied();
                nodes.extend(self.known(dictionary, "dictionary", name, way).map(Node::Dictionary));
            }
            Piece::Glue => {}
        }
    }

    fn known<T>(&mut self, found: Option<T>, what: &str, name: &str, way: &Way) -> Option<T> {
        if found.is_none() {
            let help = match what {
                "slot" => suggest(name, self.slots.iter().map(|slot| &*slot.name)),
                _ => suggest(name, self.dictionaries.keys().copied()),
            };
            let message = format!("there is no {what} `{name}`");
            self.mistakes.push(self.source.diagnose(way.span.clone(), message).help(help));
        }
        found
    }
}

fn is_and(piece: &Piece) -> bool {
    matches!(piece, Piece::Word(word) if word == AND)
}

/// The literals of which one has to be there for a phrase to match: those of its most telling part.
pub(super) fn witness(pieces: &[Piece]) -> Option<Ways> {
    let mut at = 0;
    let mut best: Option<(usize, Ways)> = None;
    while at < pieces.len() {
        let mut end = at + 1;
        while end + 1 < pieces.len() && pieces[end] == Piece::Glue {
            end += 2;
        }
        let literals = ways(&pieces[at..end]).filter(|_| !is_and(&pieces[at]));
        if let Some(literals) = literals.filter(|literals| literals.iter().all(|way| !way.is_empty())) {
            let worth = literals.iter().map(worth).min().unwrap_or(0);
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, literals));
            }
        }
        at = end;
    }
    best.map(|(_, literals)| literals)
}

fn worth(way: &str) -> usize {
    if COMMON.contains(&way) { 0 } else { way.len() }
}

/// Pieces that touch are one word in several spellings, so they are written out, unless a slot is among them.
fn spelled_out(pieces: &[Piece]) -> Option<Node> {
    let branches = ways(pieces)?;
    Some(Node::Either(branches.iter().map(words).collect()))
}

/// The tokens of a word. Most words are plain, and thousands are read at every start.
fn words(word: &str) -> Vec<Node> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return vec![Node::Word(word.into())];
    }
    let text = Text::new(word);
    (0..text.tokens().len()).map(|token| Node::Word(text.word(token).into())).collect()
}
