//! Reads a request as changes: its words by number, and what stands at each of them.

use std::ops::Range;
use std::rc::Rc;

use super::amount::Degree;
use super::grammar::{Grammar, Node, Quantity};
use super::inventory::Inventory;
use super::naming::{Naming, stem};
use super::noun::Noun;
use super::pick::Pick;
use super::place::Place;
use super::said::Spot;
use super::slot::Slot;
use crate::pattern::{Class, PatternSet, Utterance};
use crate::request::Format;
use crate::route::TransitionStyle;

/// The most ways in which one sentence is followed at a time.
const MOST_STATES: usize = 48;

/// A request, and all that its words may speak of.
pub(super) struct Reader<'a> {
    pub(super) grammar: &'a Grammar,
    pub(super) naming: &'a Naming,
    pub(super) inventory: &'a Inventory<'a>,
    pub(super) patterns: &'a PatternSet,
    pub(super) utterance: &'a Utterance,
    pub(super) attachments: &'a [String],
    /// For each token, the number of its word in the grammar; none inside quotes.
    words: Vec<Option<u32>>,
    stems: Vec<String>,
    memo: std::cell::RefCell<rustc_hash::FxHashMap<(u8, usize), Rc<[(usize, Bound)]>>>,
}

/// What was read for a slot.
#[derive(Debug, Clone)]
pub(super) enum Bound {
    /// The words alone.
    Words,
    Scenes(Pick),
    Noun(Rc<Noun>),
    Spots(Rc<[Spot]>),
    Scale(Quantity, f64),
    Degree(Degree),
    Seconds(f64),
    Number(f64),
    Template(usize),
    Place(Place),
    Look(usize),
    /// Parameters of a style; none for all of it.
    Looks(Rc<[&'static str]>),
    Style(TransitionStyle),
    Format(Format),
    Pairs(Rc<[(usize, usize)]>),
    Side(&'static str),
    Point(Range<usize>, Range<usize>),
}

/// A slot with what was read for it.
#[derive(Debug, Clone)]
pub(super) struct Binding {
    pub(super) slot: Slot,
    pub(super) tokens: Range<usize>,
    pub(super) bound: Bound,
}

/// A sentence as far as it has been followed.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    pub(super) end: usize,
    pub(super) bindings: Vec<Binding>,
    /// How many words of its own the sentence has.
    pub(super) words: usize,
}

impl State {
    /// What was read for the first slot of a kind.
    pub(super) fn get(&self, slot: Slot) -> Option<&Binding> {
        self.bindings.iter().find(|binding| binding.slot == slot)
    }
}

/// A word without the letters that somebody draws out: `sooo`.
fn unstretched(word: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(word.len());
    for letter in word.chars() {
        let drawn = letters.last() == Some(&letter) && word.matches(&String::from_iter([letter; 3])).next().is_some();
        if !drawn {
            letters.push(letter);
        }
    }
    letters.into_iter().collect()
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        (grammar, naming): (&'a Grammar, &'a Naming),
        inventory: &'a Inventory<'a>,
        (utterance, patterns): (&'a Utterance, &'a PatternSet),
        attachments: &'a [String],
    ) -> Self {
        let text = utterance.text();
        let word = |token: usize| {
            let typed = if utterance.quoted(token) { return None } else { text.word(token) };
            grammar.number(typed).or_else(|| grammar.number(&unstretched(typed)))
        };
        let words = (0..utterance.len()).map(word).collect();
        let stems = (0..utterance.len()).map(|token| stem(text.word(token))).collect();
        let memo = std::cell::RefCell::default();
        Self { grammar, naming, inventory, patterns, utterance, attachments, words, stems, memo }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a token's word in the grammar.
    pub(super) fn number_of(&self, token: usize) -> Option<u32> {
        self.words.get(token).copied().flatten()
    }

    /// The folded word of a token outside quotes; nothing inside them and beyond the end.
    pub(super) fn word(&self, token: usize) -> &str {
        if token >= self.len() || self.utterance.quoted(token) { "" } else { self.utterance.text().word(token) }
    }

    pub(super) fn is(&self, token: usize, words: &[&str]) -> bool {
        words.contains(&self.word(token)) && token < self.len()
    }

    pub(super) fn stem(&self, token: usize) -> &str {
        if token >= self.len() || self.utterance.quoted(token) { "" } else { &self.stems[token] }
    }

    /// Whether a token is a mark between clauses.
    pub(super) fn is_edge(&self, token: usize) -> bool {
        token < self.len() && self.utterance.class(token).contains(Class::EDGE)
    }

    /// The token behind an article or a possessive.
    pub(super) fn behind_article(&self, at: usize) -> usize {
        const ARTICLES: [&str; 14] =
            ["the", "a", "an", "my", "our", "your", "its", "his", "her", "their", "this", "that", "these", "those"];
        at + usize::from(self.is(at, &ARTICLES))
    }

    /// Whether the stems of some words stand at a token; hyphens inside words do not count.
    pub(super) fn says(&self, at: usize, words: &[Box<str>]) -> Option<usize> {
        let mut token = at;
        for word in words {
            while token > at && self.is(token, &["-"]) {
                token += 1;
            }
            if self.stem(token) != &**word {
                return None;
            }
            token += 1;
        }
        Some(token)
    }

    /// Every way in which some nodes stand at a token.
    pub(super) fn follow(&self, nodes: &[Node], at: usize) -> Vec<State> {
        self.sequence(nodes, vec![State { end: at, ..State::default() }])
    }

    /// The longest way in which one of several sentences without slots stands at a token.
    pub(super) fn longest(&self, sentences: &[Vec<Node>], at: usize) -> Option<usize> {
        let ends = sentences.iter().flat_map(|nodes| self.follow(nodes, at));
        ends.map(|state| state.end).max().filter(|end| *end > at)
    }

    fn sequence(&self, nodes: &[Node], states: Vec<State>) -> Vec<State> {
        nodes.iter().fold(states, |states, node| {
            let mut next: Vec<State> = Vec::new();
            for state in states {
                self.step(node, state, &mut next);
                next.truncate(MOST_STATES);
            }
            next
        })
    }

    fn step(&self, node: &Node, state: State, next: &mut Vec<State>) {
        match node {
            Node::Word(word) => {
                let at = self.behind_talk(state.end, state.words + state.bindings.len());
                for end in [state.end, at] {
                    if self.words.get(end).copied().flatten() == Some(*word) {
                        next.push(State { end: end + 1, words: state.words + 1, ..state });
                        break;
                    }
                }
            }
            Node::Optional(nodes) => {
                next.extend(self.sequence(nodes, vec![state.clone()]));
                next.push(state);
            }
            Node::Either(branches) => {
                branches.iter().for_each(|nodes| next.extend(self.sequence(nodes, vec![state.clone()])));
            }
            Node::Group(group) => {
                let ways = self.grammar.group(*group).iter();
                ways.for_each(|nodes| next.extend(self.sequence(nodes, vec![state.clone()])));
            }
            Node::Slot(slot) => {
                let at = self.behind_talk(state.end, state.words + state.bindings.len());
                for start in if at > state.end { vec![at, state.end] } else { vec![at] } {
                    for (end, bound) in self.slot(*slot, start).iter() {
                        let mut state = state.clone();
                        state.bindings.push(Binding { slot: *slot, tokens: start..*end, bound: bound.clone() });
                        state.end = *end;
                        next.push(state);
                    }
                }
            }
        }
    }

    /// The token behind what people say between two words of a sentence, and behind the hyphen of `clock-wipe`; not at the
    /// beginning of the sentence.
    fn behind_talk(&self, at: usize, said: usize) -> usize {
        const TALK: [&str; 15] = [
            "please", "pls", "plz", "kindly", "maybe", "just", "also", "um", "uh", "again", "perhaps", "now", "actually", "really",
            "then",
        ];
        let mut end = at;
        while said > 0 && (self.is(end, &TALK) || self.is(end, &["-"]) && end > 0 && self.utterance.text().tokens()[end].glued) {
            end += 1;
        }
        end
    }

    /// Every way to read a slot at a token.
    fn slot(&self, slot: Slot, at: usize) -> Rc<[(usize, Bound)]> {
        if at >= self.len() {
            return Rc::new([]);
        }
        let key = (slot.index(), at);
        if let Some(known) = self.memo.borrow().get(&key) {
            return Rc::clone(known);
        }
        let read: Rc<[(usize, Bound)]> = self.read(slot, at).into();
        self.memo.borrow_mut().insert(key, Rc::clone(&read));
        read
    }

    fn read(&self, slot: Slot, at: usize) -> Vec<(usize, Bound)> {
        let words = |ends: Vec<usize>| ends.into_iter().map(|end| (end, Bound::Words)).collect();
        match slot {
            Slot::Scene { strict, .. } => {
                let picks = if strict { self.scenes(at) } else { self.scenes_or_things(at) };
                picks.into_iter().map(|(end, pick)| (end, Bound::Scenes(pick))).collect()
            }
            Slot::All => self.everything(at).into_iter().map(|end| (end, Bound::Scenes(Pick::All))).collect(),
            Slot::Param => self.nouns(at).into_iter().map(|(end, noun)| (end, Bound::Noun(Rc::new(noun)))).collect(),
            Slot::Value | Slot::Words => words(self.value_ends(at)),
            Slot::Text | Slot::Rest => words(self.text_ends(at)),
            Slot::Old => self.old(at).into_iter().map(|(end, spots)| (end, Bound::Spots(spots.into()))).collect(),
            Slot::Entry => self.entries(at).into_iter().map(|(end, spots)| (end, Bound::Spots(spots.into()))).collect(),
            Slot::Label => self.labels(at).into_iter().map(|(end, spots)| (end, Bound::Spots(spots.into()))).collect(),
            Slot::Point => self.points(at),
            Slot::More => self.scales(at),
            Slot::Degree => self.degrees(at).into_iter().map(|(end, degree)| (end, Bound::Degree(degree))).collect(),
            Slot::Extent => self.extent(at),
            Slot::Seconds => self.seconds(at).into_iter().map(|(end, seconds)| (end, Bound::Seconds(seconds))).collect(),
            Slot::Number => self.number(at).into_iter().map(|(end, number)| (end, Bound::Number(number))).collect(),
            Slot::Template => self.templates(at),
            Slot::Place => self.places(at).into_iter().map(|(end, place)| (end, Bound::Place(place))).collect(),
            Slot::Look => self.looks_of_taste(at),
            Slot::Looks => self.looks(at),
            Slot::Style => self.styles(at).into_iter().map(|(end, style)| (end, Bound::Style(style))).collect(),
            Slot::Pairs => self.pairs(at),
            Slot::Side => self.side(at),
            Slot::Picture => words(self.picture_ends(at)),
            Slot::Format => self.formats(at).into_iter().map(|(end, format)| (end, Bound::Format(format))).collect(),
        }
    }
}
