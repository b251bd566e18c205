//! An utterance: a text with everything that was found in it, before any pattern looks at it.

use std::ops::Range;

use super::lexicon::{Hit, Line, Meaning, is_inner_hyphen};
use super::memo::Memo;
use super::set::{PatternSet, Role};
use super::settings::{self, Setting};
use super::vocabulary::Said;
use super::wish::{self, Wish};
use crate::text::{Text, Token, TokenKind};
use crate::value::list::List;
use crate::value::series::Series;
use crate::value::{self, Reading};

bitflags::bitflags! {
    /// What a token is to every pattern alike.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(crate) struct Class: u16 {
        /// It says nothing by itself: articles, prepositions, pronouns, auxiliary verbs.
        const FUNCTION = 1;
        /// It is talk around the request: lol, scene, effect, nice.
        const FILLER = 1 << 1;
        /// It is no part of a text whose end it stands at: please, for my channel.
        const COURTESY = 1 << 2;
        /// It asks for something to be made: make, show, add.
        const MAKE = 1 << 3;
        /// It takes back what follows: no, without, don't.
        const NEGATION = 1 << 4;
        /// It names what no template shows: a camera, a voice-over, morphing.
        const BEYOND = 1 << 5;
        /// It belongs to a way to name a kind of scene.
        const KIND = 1 << 6;
        /// It announces the value of some slot.
        const CUE = 1 << 7;
        /// It separates clauses.
        const EDGE = 1 << 8;
        /// It belongs to what rules some pattern out.
        const EXCLUDES = 1 << 9;
    }
}

impl Class {
    /// Whether nothing is lost if the token is passed over.
    pub(crate) fn light(self) -> bool {
        self.intersects(Self::FUNCTION | Self::FILLER | Self::COURTESY | Self::MAKE)
    }
}

/// A text, its values, the literals found in it and the class of each token.
#[derive(Debug)]
pub struct Utterance {
    pub(crate) text: Text,
    pub(crate) readings: Vec<Reading>,
    /// In the order of their first tokens.
    pub(crate) hits: Vec<Hit>,
    pub(crate) line: Line,
    classes: Vec<Class>,
    /// The tokens whose spelling was corrected, with the word that was meant.
    corrections: Vec<(usize, Box<str>)>,
    /// The words outside quotes, as they were meant.
    pub(crate) said: Said,
    memo: Memo,
}

impl Utterance {
    /// Reads a text with a pattern set's dictionaries.
    pub fn new(text: Text, patterns: &PatternSet) -> Self {
        let readings = value::read(&text);
        let (mut line, mut hits) = (Line::default(), Vec::new());
        patterns.lexicon.line(&text, &mut line);
        patterns.lexicon.scan(&text, &line, &mut hits);
        let corrections = line.corrections.iter().map(|&(token, meant)| (token, patterns.word(meant).into())).collect();
        let classes = classify(&text, &hits, patterns);
        let said = Said::of(line.words());
        Self { text, readings, hits, line, classes, corrections, said, memo: Memo::default() }
    }

    /// The text that was read.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The values of a fixed form that were found.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// The settings that the request states, whatever scene it asks for.
    pub(crate) fn settings<'p>(&self, patterns: &'p PatternSet) -> Vec<Setting<'p>> {
        settings::find(self, patterns)
    }

    /// What the request leaves to others, whatever scene it asks for.
    pub(crate) fn wishes(&self, patterns: &PatternSet, settings: &[Setting<'_>]) -> Vec<Wish> {
        wish::find(self, patterns, settings)
    }

    /// What a token is to patterns; nothing beyond the end, where readers look ahead.
    pub(crate) fn class(&self, token: usize) -> Class {
        self.classes.get(token).copied().unwrap_or_default()
    }

    /// The places where a meaning of a dictionary is said.
    pub(crate) fn ways_of<'a>(
        &'a self,
        dictionary: &'a str,
        patterns: &'a PatternSet,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let says = move |said: &Meaning| patterns.dictionary(said.dictionary).id == dictionary;
        self.hits
            .iter()
            .filter(move |hit| patterns.lexicon.meanings(hit.literal).iter().any(says))
            .map(|hit| hit.tokens.clone())
    }

    /// The places where a meaning of a dictionary is said, each with whether it is said weakly.
    pub(crate) fn said<'a>(
        &'a self,
        dictionary: &'a str,
        patterns: &'a PatternSet,
    ) -> impl Iterator<Item = (Range<usize>, bool)> + 'a {
        let weak = move |said: &Meaning| (patterns.dictionary(said.dictionary).id == dictionary).then_some(said.weak);
        self.hits.iter().filter_map(move |hit| {
            let weak = patterns.lexicon.meanings(hit.literal).iter().find_map(weak)?;
            Some((hit.tokens.clone(), weak))
        })
    }

    /// The places where something of a dictionary is said, each with its meaning; of those that begin together the longest
    /// only.
    pub(crate) fn meanings<'a>(
        &'a self,
        dictionary: &'a str,
        patterns: &'a PatternSet,
    ) -> impl Iterator<Item = (Range<usize>, &'a str)> + 'a {
        let meaning = move |said: &Meaning| {
            let found = patterns.dictionary(said.dictionary);
            (found.id == dictionary).then(|| found.meanings[usize::from(said.number)].as_str())
        };
        self.hits.iter().flat_map(move |hit| {
            let meanings = patterns.lexicon.meanings(hit.literal).iter().filter_map(meaning);
            meanings.map(|meaning| (hit.tokens.clone(), meaning))
        })
    }

    /// The places where settings are said, each with its dictionary and its meaning there. A motion that is said weakly is
    /// none: `make it pop` asks for anything.
    pub(crate) fn all_meanings<'a>(
        &'a self,
        patterns: &'a PatternSet,
    ) -> impl Iterator<Item = (Range<usize>, &'a str, &'a str)> + 'a {
        self.hits.iter().flat_map(move |hit| {
            let meanings = patterns.lexicon.meanings(hit.literal).iter();
            meanings.filter_map(move |said| {
                let found = patterns.dictionary(said.dictionary);
                let meaning = found.meanings[usize::from(said.number)].as_str();
                let weak = said.weak && matches!(found.id.as_str(), "animation" | "exit" | "speed");
                let means = found.role == Role::Setting && !weak;
                means.then_some((hit.tokens.clone(), found.id.as_str(), meaning))
            })
        })
    }

    /// The list that a range holds.
    pub(crate) fn list(&self, range: Range<usize>) -> Option<List> {
        self.memo.list(&self.text, range)
    }

    /// The points that a range holds.
    pub(crate) fn points(&self, range: Range<usize>) -> Option<Series> {
        self.memo.points(&self.text, range)
    }

    /// The only point that a range holds.
    pub(crate) fn single_point(&self, range: Range<usize>) -> Option<Series> {
        self.memo.single(&self.text, range)
    }

    /// The pairs of texts that a range holds.
    pub(crate) fn pairs(&self, range: Range<usize>) -> Option<Series> {
        self.memo.pairs(&self.text, range)
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.text.tokens().len()
    }

    /// The word of a token as it was meant.
    pub(crate) fn word(&self, token: usize) -> &str {
        let corrected = self.corrections.iter().find(|(index, _)| *index == token);
        corrected.map_or_else(|| self.text.word(token), |(_, meant)| meant)
    }

    /// The reading that begins at a token.
    pub(crate) fn reading_at(&self, token: usize) -> Option<&Reading> {
        let index = self.readings.partition_point(|reading| reading.tokens.start < token);
        self.readings.get(index).filter(|reading| reading.tokens.start == token)
    }

    /// The quote that begins at a token: the tokens with the marks, and the text inside.
    pub(crate) fn quote_at(&self, token: usize) -> Option<(Range<usize>, &str)> {
        let quote = self.text.tokens().get(token)?.quote?;
        let quote = &self.text.quotes()[usize::from(quote)];
        (quote.first == token).then(|| (quote.first..quote.end, self.text.slice(quote.inner)))
    }

    /// Whether a token is a line break.
    pub(crate) fn is_break(&self, token: usize) -> bool {
        self.text.tokens().get(token).is_some_and(|token| token.kind == TokenKind::Break)
    }

    /// Whether a token is inside a quote.
    pub(crate) fn quoted(&self, token: usize) -> bool {
        self.text.tokens()[token].quote.is_some()
    }

    /// The literals that begin at a token.
    pub(crate) fn hits_at(&self, token: usize) -> impl Iterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.tokens.start < token);
        self.hits[first..].iter().take_while(move |hit| hit.tokens.start == token)
    }

    /// The clause around a token: the tokens between the nearest edges. An edge is a clause of its own.
    pub(crate) fn clause(&self, token: usize) -> Range<usize> {
        if self.class(token).contains(Class::EDGE) {
            return token..token + 1;
        }
        let start = (0..token).rev().find(|&t| self.class(t).contains(Class::EDGE)).map_or(0, |t| t + 1);
        let end = (token..self.len()).find(|&t| self.class(t).contains(Class::EDGE)).unwrap_or(self.len());
        start..end
    }

    /// Whether all letters are capitals, so that they say nothing.
    pub(crate) fn shouts(&self) -> bool {
        !self.text.original().contains(char::is_lowercase)
    }

    /// Whether the word of a token begins with a capital letter, or with one of a script that has no small ones.
    pub(crate) fn capital(&self, token: usize) -> bool {
        let large = |c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase();
        self.text.tokens().get(token).is_some_and(Token::is_word) && self.text.typed(token).starts_with(large)
    }
}

fn classify(text: &Text, hits: &[Hit], patterns: &PatternSet) -> Vec<Class> {
    let alone = |token: usize| {
        let edge = if is_edge(text, token) { Class::EDGE } else { Class::empty() };
        edge | if is_inner_hyphen(text, token) { Class::FUNCTION } else { Class::empty() }
    };
    let mut classes: Vec<Class> = (0..text.tokens().len()).map(alone).collect();
    for hit in hits {
        let said = patterns.lexicon.class(hit.literal);
        classes[hit.tokens.clone()].iter_mut().for_each(|class| *class |= said);
    }
    classes
}

impl Role {
    /// What the words of a dictionary are to every pattern.
    pub(super) fn class(self) -> Class {
        match self {
            Self::Function => Class::FUNCTION,
            Self::Filler => Class::FILLER,
            Self::Courtesy => Class::FILLER | Class::COURTESY,
            Self::Make => Class::MAKE,
            Self::Negation => Class::NEGATION,
            Self::Beyond => Class::BEYOND,
            Self::Setting | Self::Noun | Self::Words => Class::empty(),
        }
    }
}

/// What a full stop behind does not end a sentence.
const ABBREVIATIONS: [&str; 19] = [
    "incl", "excl", "est", "vs", "dr", "mr", "mrs", "ms", "mx", "st", "feat", "ft", "approx", "ca", "inc", "jr", "ltd",
    "prof", "nr",
];

/// Whether a token separates clauses. Marks inside a word or between digits (`24/7`, `main.py`, `9:16`) do not.
fn is_edge(text: &Text, token: usize) -> bool {
    let tokens = text.tokens();
    if tokens[token].quote.is_some() {
        return false;
    }
    if tokens[token].kind == TokenKind::Break {
        return true;
    }
    let open_before = token == 0 || !tokens[token].glued || tokens[token - 1].kind == TokenKind::Break;
    let open_after = tokens.get(token + 1).is_none_or(|next| !next.glued || next.kind == TokenKind::Break);
    match text.word(token) {
        ";" | "|" | "!" | "?" | "…" | "→" | "(" | ")" | "[" | "]" | "•" => true,
        "." if token > 0 && (ABBREVIATIONS.contains(&text.word(token - 1)) || is_initial(text, token - 1)) => false,
        "," | ":" | "." => open_after || tokens[token + 1].quote.is_some(),
        "-" | "/" | "+" | "*" => open_before && (open_after || is_arrow(text, token)) || doubled(text, token),
        ">" => token > 0 && tokens[token].glued && is_arrow(text, token - 1),
        _ => false,
    }
}

/// The `P` of `Aisha P.` and the `S` of `S. Chbosky`, whose points end no sentence.
fn is_initial(text: &Text, token: usize) -> bool {
    let capital = |token: usize| {
        let word = text.tokens().get(token).is_some_and(Token::is_word);
        word && text.typed(token).starts_with(char::is_uppercase)
    };
    let leads =
        |before: usize| matches!(text.word(before), "by" | "from" | "for" | "and" | "with" | "author" | "name" | "is");
    let before = token.checked_sub(1).filter(|&before| text.tokens()[before].is_word() && !leads(before));
    let ends = text.tokens().get(token + 2).is_none_or(|next| !next.is_word() && !next.is_number());
    text.typed(token).len() == 1
        && capital(token)
        && if capital(token + 2) { before.is_none_or(capital) } else { before.is_some_and(capital) && ends }
}

/// `->`.
fn is_arrow(text: &Text, token: usize) -> bool {
    let open = token == 0 || !text.tokens()[token].glued;
    open && text.word(token) == "-" && text.word(token + 1) == ">" && text.tokens()[token + 1].glued
}

fn doubled(text: &Text, token: usize) -> bool {
    let twin = |other: usize| text.tokens().get(other).is_some() && text.word(other) == text.word(token);
    twin(token + 1) && text.tokens()[token + 1].glued || token > 0 && twin(token - 1) && text.tokens()[token].glued
}
