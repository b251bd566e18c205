//! The lexicon: every literal of all patterns and dictionaries, and what each of them means.
//!
//! A text is scanned once. Its words are looked up in the vocabulary, slips in words that name scenes are corrected, and
//! from each token on a tree of literals is followed, word by word, until it ends; every literal that ends on the way is
//! found, overlapping ones too (with `bar` and `bar chart`, `bar charts` has the first). Hyphens inside words count for
//! spaces, so that `Title  Card`, `title-card` and `title card` are the same. A step of the tree is one look-up in a hash
//! table: what a scan costs hardly depends on how many literals there are.

mod tree;

use std::ops::Range;
use std::sync::OnceLock;

use tree::{NOWHERE, Node, Step, Tree};

use super::index::Postings;
use super::spelling::Spelling;
use super::utterance::Class;
use super::vocabulary::{UNKNOWN, Vocabulary};
use crate::text::{Text, TokenKind};

/// What a dictionary means by a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) dictionary: u16,
    pub(crate) number: u16,
    /// Whether it counts only where it modifies something.
    pub(crate) weak: bool,
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
    vocabulary: Vocabulary,
    tree: Tree,
    meanings: Postings<Meaning>,
    /// The words that are worth a correction.
    worth: Vec<u32>,
    /// Made with the first word that no literal has.
    spelling: OnceLock<Spelling>,
}

/// Collects literals before they are compiled.
#[derive(Debug, Default)]
pub(crate) struct LexiconBuilder {
    pub(crate) vocabulary: Vocabulary,
    tree: Tree,
    meanings: Vec<(u32, Meaning)>,
    /// The words that are worth a correction.
    worth: Vec<u32>,
}

impl LexiconBuilder {
    /// Adds a literal, and what its tokens are to every pattern. `None` if the literal has no words.
    pub(crate) fn add(&mut self, literal: &str, class: Class) -> Option<u32> {
        let steps = steps(&mut self.vocabulary, literal);
        if class.contains(Class::KIND) {
            self.worth.extend(steps.iter().map(|step| step.word()));
        }
        let node = self.tree.insert(steps.into_iter())?;
        self.tree.nodes[node as usize].class |= class;
        Some(node)
    }

    /// Adds a literal of a dictionary.
    pub(crate) fn add_meaning(&mut self, literal: &str, class: Class, meaning: Meaning) {
        let literal = self.add(literal, class);
        self.meanings.extend(literal.map(|literal| (literal, meaning)));
    }

    /// The words of a literal.
    pub(crate) fn words_of(&self, literal: u32, words: &mut Vec<u32>) {
        let mut at = literal;
        while let Some(node) = self.tree.nodes.get(at as usize) {
            words.push(node.step.word());
            at = node.parent;
        }
    }

    /// The number of a word that a phrase has.
    pub(crate) fn word(&mut self, word: &str) -> u32 {
        self.vocabulary.intern(word)
    }

    /// Says that a slip in some words would cost a whole model call.
    pub(crate) fn correct(&mut self, literal: &str) {
        let steps = steps(&mut self.vocabulary, literal);
        self.worth.extend(steps.iter().map(|step| step.word()));
    }

    /// Compiles what was collected.
    pub(crate) fn build(self) -> Lexicon {
        let Self { vocabulary, tree, meanings, worth } = self;
        Lexicon { vocabulary, tree, meanings: Postings::distinct(meanings), worth, spelling: OnceLock::new() }
    }
}

/// A text as it is scanned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// For each token, its word.
    units: Vec<Unit>,
    /// The tokens whose spelling was corrected, with the word that was meant.
    pub(crate) corrections: Vec<(usize, u32)>,
}

/// A token as it is scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    /// The number of its word, as it was meant.
    word: u32,
    /// Whether it belongs to the token before, without a space.
    glued: bool,
    /// Whether it is a hyphen inside a word, which counts for a space.
    hyphen: bool,
    quoted: bool,
}

impl Unit {
    /// The step that it is behind another word; none if no pattern has its word.
    fn step(self) -> Option<Step> {
        (self.word != UNKNOWN).then(|| Step::new(self.word, self.glued))
    }
}

impl Line {
    /// The number of a token's word as it was meant; [`UNKNOWN`] if no pattern has it.
    pub(crate) fn word(&self, token: usize) -> u32 {
        self.units[token].word
    }

    /// The numbers of all words outside quotes that some pattern has.
    pub(crate) fn words(&self) -> impl Iterator<Item = u32> {
        self.units.iter().filter(|unit| !unit.quoted && unit.word != UNKNOWN).map(|unit| unit.word)
    }
}

impl Lexicon {
    /// What dictionaries mean by a literal.
    pub(crate) fn meanings(&self, literal: u32) -> &[Meaning] {
        self.meanings.of(literal)
    }

    /// What the tokens of a literal are to every pattern.
    pub(crate) fn class(&self, literal: u32) -> Class {
        self.tree.nodes[literal as usize].class
    }

    /// All words.
    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The literals that name a scene.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        let all = 0..self.tree.nodes.len() as u32;
        all.filter(|&node| self.class(node).contains(Class::KIND)).map(|node| self.literal(node))
    }

    /// Every literal that a dictionary has, with what it means, in the order of the alphabet.
    pub(crate) fn said(&self) -> Vec<(String, &[Meaning])> {
        let all = (0..self.tree.nodes.len() as u32).filter(|&literal| !self.meanings(literal).is_empty());
        let mut said: Vec<_> = all.map(|literal| (self.literal(literal), self.meanings(literal))).collect();
        said.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
        said
    }

    fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::new(&self.vocabulary, &self.worth))
    }

    /// Lays out a text for scanning, with slips in words that name scenes corrected.
    pub(crate) fn line(&self, text: &Text, line: &mut Line) {
        line.units.clear();
        line.corrections.clear();
        let mut after_hyphen = false;
        for (index, token) in text.tokens().iter().enumerate() {
            let hyphen = is_inner_hyphen(text, index);
            let mut word = self.vocabulary.find(text.word(index));
            if word == UNKNOWN
                && let Some(meant) = self.spelling().correct(&self.vocabulary, text, index)
            {
                word = meant;
                line.corrections.push((index, meant));
            }
            let glued = token.glued && !after_hyphen;
            let word = if token.kind == TokenKind::Break { UNKNOWN } else { word };
            line.units.push(Unit { word, glued, hyphen, quoted: token.quote.is_some() });
            after_hyphen = hyphen;
        }
    }

    /// Finds every literal of a line outside quotes, in the order of their beginnings, then of their ends.
    pub(crate) fn scan(&self, text: &Text, line: &Line, hits: &mut Vec<Hit>) {
        hits.clear();
        for (first, unit) in line.units.iter().enumerate() {
            if unit.quoted || unit.hyphen {
                continue;
            }
            let Some(mut node) = self.tree.begin(unit.word) else { continue };
            let mut last = first;
            loop {
                if self.tree.nodes[node as usize].ends && !continues(text, first, last) {
                    hits.push(Hit { literal: node, tokens: first..last + 1 });
                }
                last += 1;
                while line.units.get(last).is_some_and(|unit| unit.hyphen) {
                    last += 1;
                }
                let Some(unit) = line.units.get(last).filter(|unit| !unit.quoted) else { break };
                let Some(next) = unit.step().and_then(|step| self.tree.follow(node, step)) else { break };
                node = next;
            }
        }
    }

    /// A literal in words.
    pub(crate) fn literal(&self, node: u32) -> String {
        let mut steps = Vec::new();
        let mut at = node;
        while at != NOWHERE {
            let Node { parent, step, .. } = self.tree.nodes[at as usize];
            steps.push(step);
            at = parent;
        }
        let mut literal = String::new();
        for step in steps.into_iter().rev() {
            if !(literal.is_empty() || step.is_glued()) {
                literal.push(' ');
            }
            literal.push_str(self.vocabulary.word(step.word()));
        }
        literal
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

/// The words of a literal as a line has them.
fn steps(vocabulary: &mut Vocabulary, literal: &str) -> Vec<Step> {
    // Most literals are plain words, and thousands are laid out at every start.
    if literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
        let words = literal.split(' ').filter(|word| !word.is_empty());
        return words.map(|word| Step::new(vocabulary.intern(word), false)).collect();
    }
    let text = Text::new(literal);
    let mut after_hyphen = true;
    let mut steps = Vec::new();
    for (index, token) in text.tokens().iter().enumerate() {
        let hyphen = is_inner_hyphen(&text, index);
        if !hyphen {
            steps.push(Step::new(vocabulary.intern(text.word(index)), token.glued && !after_hyphen));
        }
        after_hyphen = hyphen;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<String> {
        let mut builder = LexiconBuilder::default();
        for literal in literals {
            builder.add(literal, Class::empty());
        }
        let lexicon = builder.build();
        let text = Text::new(text);
        let (mut line, mut hits) = (Line::default(), Vec::new());
        lexicon.line(&text, &mut line);
        lexicon.scan(&text, &line, &mut hits);
        hits.iter().map(|hit| text.typed_range(hit.tokens.clone()).to_owned()).collect()
    }

    #[test]
    fn literals_are_found_as_whole_words() {
        for (literals, text, expected) in [
            (&["bar", "bar chart", "bar charts"][..], "Two bar charts, a crowbar", vec!["bar", "bar charts"]),
            (&["title card", "slide in"], "TITLE-CARD  slide-in", vec!["TITLE-CARD", "slide-in"]),
            (&["slide-in", "dash -"], "slide in, dash -", vec!["slide in", "dash -"]),
            (&["9:16"], "9:16, 19:16, 9:16:30", vec!["9:16"]),
            (&["bar"], "say \"bar\" at the bar", vec!["bar"]),
            (&["q&a"], "a Q&A here, no Q & A", vec!["Q&A"]),
            (&["café au lait"], "un CAFÉ au lait", vec!["CAFÉ au lait"]),
            (&["a b c", "b", "c d"], "a b c d", vec!["a b c", "b", "c d"]),
        ] {
            assert_eq!(found(literals, text), expected, "in {text}");
        }
    }
}
