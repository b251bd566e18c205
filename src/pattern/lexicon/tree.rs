//! The tree of literals: from each word on, the words that may follow.

use rustc_hash::FxHashMap;

use crate::pattern::utterance::Class;

/// The tree of literals. A literal's number is that of the node at which it ends.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// For each word, the node of the literals that begin with it.
    firsts: Vec<u32>,
    /// Steps from a node by a further word.
    next: FxHashMap<(u32, Step), u32>,
    pub(super) nodes: Vec<Node>,
}

/// A further word of a literal, and whether it is glued to the word before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Step(u32);

#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) parent: u32,
    pub(super) step: Step,
    pub(super) class: Class,
    /// Whether a literal ends here.
    pub(super) ends: bool,
    /// Whether literals go on behind it.
    goes_on: bool,
}

pub(super) const NOWHERE: u32 = u32::MAX;

impl Step {
    pub(super) fn new(word: u32, glued: bool) -> Self {
        Self(word << 1 | u32::from(glued))
    }

    pub(super) fn word(self) -> u32 {
        self.0 >> 1
    }

    pub(super) fn is_glued(self) -> bool {
        self.0 & 1 == 1
    }
}

impl Tree {
    /// The node of a literal, which is put in if it is new.
    pub(super) fn insert(&mut self, steps: impl Iterator<Item = Step>) -> Option<u32> {
        let mut node = NOWHERE;
        for step in steps {
            node = if node == NOWHERE { self.first(step.word()) } else { self.further(node, step) };
        }
        self.nodes.get_mut(node as usize)?.ends = true;
        Some(node)
    }

    fn first(&mut self, word: u32) -> u32 {
        let word_index = word as usize;
        if self.firsts.len() <= word_index {
            self.firsts.resize(word_index + 1, NOWHERE);
        }
        if self.firsts[word_index] == NOWHERE {
            self.firsts[word_index] = self.nodes.len() as u32;
            self.nodes.push(Node::new(NOWHERE, Step::new(word, false)));
        }
        self.firsts[word_index]
    }

    fn further(&mut self, node: u32, step: Step) -> u32 {
        let new = self.nodes.len() as u32;
        let next = *self.next.entry((node, step)).or_insert(new);
        if next == new {
            self.nodes[node as usize].goes_on = true;
            self.nodes.push(Node::new(node, step));
        }
        next
    }

    pub(super) fn begin(&self, word: u32) -> Option<u32> {
        self.firsts.get(word as usize).copied().filter(|&node| node != NOWHERE)
    }

    pub(super) fn follow(&self, node: u32, step: Step) -> Option<u32> {
        if !self.nodes[node as usize].goes_on {
            return None;
        }
        self.next.get(&(node, step)).copied()
    }
}

impl Node {
    fn new(parent: u32, step: Step) -> Self {
        Self { parent, step, class: Class::empty(), ends: false, goes_on: false }
    }
}
