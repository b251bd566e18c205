//! Reads a request as changes: its words by number, and what stands at each of them.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::amount::Degree;
use super::chart::told;
use super::command::Choice;
use super::given::Outcome;
use super::grammar::{Grammar, Node, Phrase, Quantity, Rule};
use super::inventory::Inventory;
use super::naming::{Naming, stem};
use super::noun::Noun;
use super::pick::Pick;
use super::place::{Edge, Place};
use super::said::Spot;
use super::slot::Slot;
use crate::pattern::{Class, PatternSet, Utterance};
use crate::request::Format;
use crate::route::TransitionStyle;

/// The most ways in which one sentence is followed at a time.
const MOST_STATES: usize = 48;

/// Every way to read a slot at a token: where it ends, and what was read.
type Readings = Rc<[(usize, Bound)]>;

/// What a value says of every scene.
pub(super) type Told = Rc<[Choice]>;

/// A request, and all that its words may speak of.
pub(super) struct Reader<'a> {
    pub(super) grammar: &'a Grammar,
    pub(super) naming: &'a Naming,
    pub(super) inventory: &'a Inventory<'a>,
    pub(super) utterance: &'a Utterance,
    pub(super) attachments: &'a [String],
    /// For each token, the number of its word in the grammar; none inside quotes.
    words: Vec<Option<u32>>,
    stems: Vec<String>,
    /// For each token, the one behind what people say in between.
    talk: Vec<usize>,
    /// For each token, the settings that begin there: the dictionary, where it ends, and what it means.
    settings: Vec<Vec<(&'a str, usize, &'a str)>>,
    memo: RefCell<Vec<Option<Readings>>>,
    /// What words are as values of a parameter, by the place of its description and the tokens.
    pub(super) given: RefCell<FxHashMap<(usize, usize, usize), Outcome>>,
    /// What the values between two tokens say of every scene.
    pub(super) told: RefCell<FxHashMap<(usize, usize), Told>>,
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
    Edge(Edge),
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

/// What is left of a sentence.
struct Rest<'n> {
    nodes: &'n [Node],
    next: Option<&'n Rest<'n>>,
}

/// A sentence while it is followed, and all the ways in which it was followed to its end.
struct Walk {
    bindings: Vec<Binding>,
    found: Vec<State>,
}

/// Whether a part of a sentence can begin somewhere.
enum Begins {
    Yes,
    No,
    /// It can be left out.
    Empty,
}

impl Begins {
    fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl State {
    /// The scenes that are named; all that the sentence is about.
    pub(super) fn pick(&self) -> Option<Pick> {
        self.bindings.iter().find_map(|binding| match (&binding.slot, &binding.bound) {
            (Slot::Scene { second: false, .. } | Slot::All, Bound::Scenes(pick)) => Some(pick.clone()),
            _ => None,
        })
    }

    /// The scenes that get something.
    pub(super) fn other(&self) -> Option<Pick> {
        self.bindings.iter().find_map(|binding| match (&binding.slot, &binding.bound) {
            (Slot::Scene { second: true, .. }, Bound::Scenes(pick)) => Some(pick.clone()),
            _ => None,
        })
    }

    /// All scenes that are named, in the order of the sentence.
    pub(super) fn picks(&self) -> Vec<Pick> {
        let scenes = self.bindings.iter().filter_map(|binding| match &binding.bound {
            Bound::Scenes(pick) => Some(pick.clone()),
            _ => None,
        });
        scenes.collect()
    }

    pub(super) fn noun(&self) -> Option<&Rc<Noun>> {
        match &self.get(Slot::Param)?.bound {
            Bound::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    pub(super) fn spots(&self, slot: Slot) -> Option<&Rc<[Spot]>> {
        match &self.get(slot)?.bound {
            Bound::Spots(spots) => Some(spots),
            _ => None,
        }
    }

    pub(super) fn degree(&self) -> Option<Degree> {
        match self.get(Slot::Degree)?.bound {
            Bound::Degree(degree) => Some(degree),
            _ => None,
        }
    }

    /// The words for the screen: any, or a name.
    pub(super) fn text(&self) -> Option<&Binding> {
        self.get(Slot::Text).or_else(|| self.get(Slot::Name))
    }

    /// A length of time.
    pub(super) fn seconds(&self) -> Option<f64> {
        self.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Seconds(seconds) => Some(seconds),
            _ => None,
        })
    }

    /// What was read for the first slot of a kind.
    pub(super) fn get(&self, slot: Slot) -> Option<&Binding> {
        self.bindings.iter().find(|binding| binding.slot == slot)
    }
}

/// Keeps of some readings the longest.
pub(super) fn keep_longest<T>(found: &mut Vec<(usize, T)>) {
    let longest = found.iter().map(|(end, _)| *end).max();
    found.retain(|(end, _)| Some(*end) == longest);
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

/// For each token, the first that is no talk in the middle of a sentence.
fn behind_talk(utterance: &Utterance) -> Vec<usize> {
    const TALK: [&str; 15] = [
        "please", "pls", "plz", "kindly", "maybe", "just", "also", "um", "uh", "again", "perhaps", "now", "actually",
        "really", "then",
    ];
    let (text, len) = (utterance.text(), utterance.len());
    let mut behind: Vec<usize> = (0..=len).collect();
    for token in (0..len).rev().filter(|token| !utterance.quoted(*token)) {
        let hyphen = token > 0 && text.tokens()[token].glued && text.word(token) == "-";
        if hyphen || TALK.contains(&text.word(token)) {
            behind[token] = behind[token + 1];
        }
    }
    behind
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
        let given = RefCell::default();
        let (memo, told) = (RefCell::new(vec![None; Slot::NAMES.len() * utterance.len()]), RefCell::default());
        let mut settings = vec![Vec::new(); utterance.len()];
        for (tokens, dictionary, meaning) in
            utterance.all_meanings(patterns).filter(|(tokens, _, _)| !utterance.quoted(tokens.start))
        {
            settings[tokens.start].push((dictionary, tokens.end, meaning));
        }
        Self {
            grammar,
            naming,
            inventory,
            utterance,
            attachments,
            words,
            stems,
            talk: behind_talk(utterance),
            settings,
            memo,
            given,
            told,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The sentences of which all words may be there.
    pub(super) fn sentences(&self) -> Vec<(&'a Rule, &'a Phrase)> {
        let mut said = vec![false; self.grammar.count()];
        self.words.iter().flatten().for_each(|word| said[*word as usize] = true);
        let there = |words: &Vec<u32>| words.iter().any(|word| said[*word as usize]);
        let all = self.grammar.rules.iter().flat_map(|rule| rule.phrases.iter().map(move |phrase| (rule, phrase)));
        all.filter(|(_, phrase)| phrase.needs.iter().all(there)).collect()
    }

    /// The settings that begin at a token.
    pub(super) fn settings_at(&self, at: usize) -> &[(&'a str, usize, &'a str)] {
        self.settings.get(at).map_or(&[], Vec::as_slice)
    }

    /// Whether words that make something more or less stand at a token and end at another.
    pub(super) fn is_scale(&self, at: usize, end: usize) -> bool {
        self.slot(Slot::More, at).iter().any(|(own, _)| *own == end)
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
    pub(super) fn says<W: AsRef<str>>(&self, at: usize, words: &[W]) -> Option<usize> {
        let mut token = at;
        for word in words {
            while token > at && self.is(token, &["-"]) {
                token += 1;
            }
            if self.stem(token) != word.as_ref() {
                return None;
            }
            token += 1;
        }
        Some(token)
    }

    /// Every way in which some nodes stand at a token.
    pub(super) fn follow(&self, nodes: &[Node], at: usize) -> Vec<State> {
        let mut walk = Walk { bindings: Vec::new(), found: Vec::new() };
        self.walk(&Rest { nodes, next: None }, (at, 0), &mut walk);
        walk.found
    }

    /// The longest way in which one of several sentences without slots stands at a token.
    pub(super) fn longest(&self, sentences: &[Vec<Node>], at: usize) -> Option<usize> {
        sentences.iter().filter_map(|nodes| self.end_of(nodes, at)).max().filter(|end| *end > at)
    }

    /// The longest way in which words stand at a token.
    fn end_of(&self, nodes: &[Node], at: usize) -> Option<usize> {
        self.may_begin(nodes, at).then(|| self.follow(nodes, at).into_iter().map(|state| state.end).max()).flatten()
    }

    fn walk(&self, rest: &Rest<'_>, (at, words): (usize, usize), walk: &mut Walk) {
        let Some((node, nodes)) = rest.nodes.split_first() else {
            match rest.next {
                Some(next) => self.walk(next, (at, words), walk),
                None if walk.found.len() < MOST_STATES => {
                    walk.found.push(State { end: at, bindings: walk.bindings.clone(), words });
                }
                None => {}
            }
            return;
        };
        let behind = Rest { nodes, next: rest.next };
        let branch = |nodes, walk: &mut Walk| self.walk(&Rest { nodes, next: Some(&behind) }, (at, words), walk);
        match node {
            Node::Word(word) => {
                if let Some(end) = self.behind_word(*word, at, words + walk.bindings.len()) {
                    self.walk(&behind, (end, words + 1), walk);
                }
            }
            Node::Optional(nodes) => {
                branch(nodes, walk);
                self.walk(&behind, (at, words), walk);
            }
            Node::Either(branches) => branches.iter().for_each(|nodes| branch(nodes, walk)),
            Node::Group(group) => {
                if self.grammar.may_begin(*group, |at| self.number_of(at), self.starts(at, words + walk.bindings.len()))
                {
                    self.grammar.group(*group).iter().for_each(|nodes| branch(nodes, walk));
                }
            }
            Node::Slot(slot) => self.walk_slot(*slot, &behind, (at, words), walk),
        }
    }

    fn walk_slot(&self, slot: Slot, behind: &Rest<'_>, (at, words): (usize, usize), walk: &mut Walk) {
        for start in self.starts(at, words + walk.bindings.len()) {
            for (end, bound) in self.slot(slot, start).iter() {
                if !self.may_go_on(behind, *end) {
                    continue;
                }
                walk.bindings.push(Binding { slot, tokens: start..*end, bound: bound.clone() });
                self.walk(behind, (*end, words), walk);
                walk.bindings.pop();
            }
        }
    }

    /// Where the next part of a sentence can begin: at a token, or behind what people say in between.
    fn starts(&self, at: usize, said: usize) -> impl Iterator<Item = usize> + Clone + use<> {
        let behind = self.behind_talk(at, said);
        std::iter::once(at).chain((behind > at).then_some(behind))
    }

    fn behind_word(&self, word: u32, at: usize, said: usize) -> Option<usize> {
        if self.number_of(at) == Some(word) {
            return Some(at + 1);
        }
        let behind = self.behind_talk(at, said);
        (behind > at && self.number_of(behind) == Some(word)).then_some(behind + 1)
    }

    /// Whether what is left of a sentence can go on at a token, as far as its next word says so.
    fn may_go_on(&self, rest: &Rest<'_>, at: usize) -> bool {
        let mut rest = Some(rest);
        while let Some(part) = rest {
            for node in part.nodes {
                match self.begins(node, at) {
                    Begins::Yes => return true,
                    Begins::No => return false,
                    Begins::Empty => {}
                }
            }
            rest = part.next;
        }
        true
    }

    fn may_begin(&self, nodes: &[Node], at: usize) -> bool {
        self.may_go_on(&Rest { nodes, next: None }, at)
    }

    /// Whether a part of a sentence can begin at a token.
    fn begins(&self, node: &Node, at: usize) -> Begins {
        match node {
            Node::Word(word) => Begins::of(self.behind_word(*word, at, 1).is_some()),
            Node::Slot(_) => Begins::of(at < self.len()),
            Node::Optional(nodes) if self.may_begin(nodes, at) => Begins::Yes,
            Node::Optional(_) => Begins::Empty,
            Node::Either(branches) => Begins::of(branches.iter().any(|nodes| self.may_begin(nodes, at))),
            Node::Group(group) => {
                Begins::of(self.grammar.may_begin(*group, |at| self.number_of(at), self.starts(at, 1)))
            }
        }
    }

    /// The token behind what people say between two words of a sentence, and behind the hyphen of `clock-wipe`; not at the
    /// beginning of the sentence.
    fn behind_talk(&self, at: usize, said: usize) -> usize {
        if said > 0 { self.talk.get(at).copied().unwrap_or(at) } else { at }
    }

    /// Every way to read a slot at a token.
    fn slot(&self, slot: Slot, at: usize) -> Readings {
        if at >= self.len() {
            return Rc::new([]);
        }
        let key = slot.index() * self.len() + at;
        if let Some(known) = &self.memo.borrow()[key] {
            return Rc::clone(known);
        }
        let read: Readings = self.read(slot, at).into();
        self.memo.borrow_mut()[key] = Some(Rc::clone(&read));
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
            Slot::Seconds => {
                self.seconds(at).into_iter().map(|(end, seconds)| (end, Bound::Seconds(seconds))).collect()
            }
            Slot::Number => self.number(at).into_iter().map(|(end, number)| (end, Bound::Number(number))).collect(),
            Slot::Template => self.templates(at),
            Slot::Place => self.places(at).into_iter().map(|(end, place)| (end, Bound::Place(place))).collect(),
            Slot::Look => self.looks_of_taste(at),
            Slot::Looks => self.looks(at),
            Slot::Style => self.styles(at).into_iter().map(|(end, style)| (end, Bound::Style(style))).collect(),
            Slot::Pairs => self.pairs(at),
            Slot::Side => self.side(at),
            Slot::Picture => words(self.picture_ends(at)),
            Slot::Everywhere => words(self.longest(&self.grammar.everywhere, at).into_iter().collect()),
            Slot::Edge => self.edges(at).into_iter().map(|(end, first)| (end, Bound::Edge(first))).collect(),
            Slot::Length => self.lengths(at).into_iter().map(|(end, seconds)| (end, Bound::Seconds(seconds))).collect(),
            Slot::Told => words(told(self, at, false).filter(|end| *end > at).into_iter().collect()),
            Slot::Name => words(if self.looks_like_name(at) { self.text_ends(at) } else { Vec::new() }),
            Slot::Format => self.formats(at).into_iter().map(|(end, format)| (end, Bound::Format(format))).collect(),
        }
    }
}
