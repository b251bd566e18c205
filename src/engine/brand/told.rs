//! Facts that a request states.

use std::ops::Range;

use super::topics::{FactType, Topic, Topics, at};
use crate::store::project::Fact;
use crate::text::{Edit, Span, Text, TokenKind};
use crate::value::{self, Kind, Reading};

/// The most words of a font's name.
const FONT_WORDS: usize = 4;

/// The longest name or slogan, in words.
const TEXT_WORDS: usize = 16;

/// What stands between the values of a fact, and between two facts.
const BETWEEN: [&str; 6] = ["and", ",", "&", "plus", "/", "+"];

/// What ends a sentence where nothing is glued to its other side.
const ENDS: [&str; 4] = [".", "!", "?", ";"];

/// What may stand behind a comma and belongs to a name all the same.
const SUFFIXES: [&str; 7] = ["inc", "ltd", "llc", "co", "gmbh", "corp", "plc"];

/// The facts of a text, and the edits that cut them out. They stand at the beginning of sentences, or behind one another.
pub(super) fn facts(topics: &Topics, text: &Text) -> (Vec<Fact>, Vec<Edit>) {
    let reader = Reader { topics, text, readings: value::read(text) };
    let (mut facts, mut cuts) = (Vec::new(), Vec::new());
    let mut token = 0;
    while token < text.tokens().len() {
        if let Some((fact, end)) = begins_sentence(text, token).then(|| reader.statement(token)).flatten() {
            let (more, end) = reader.following(end);
            cuts.push(Edit::new(whole(text, token..end), ""));
            facts.push(fact);
            facts.extend(more);
            token = end;
        } else {
            token += 1;
        }
    }
    (facts, cuts)
}

struct Reader<'a> {
    topics: &'a Topics,
    text: &'a Text,
    readings: Vec<Reading>,
}

impl Reader<'_> {
    /// Facts that follow on one another, and where they end, with the marks behind them.
    fn following(&self, mut end: usize) -> (Vec<Fact>, usize) {
        let mut facts = Vec::new();
        loop {
            let next = self.skip(self.skip(end, &ENDS), &BETWEEN);
            match self.statement(next).filter(|_| next > end) {
                Some((fact, after)) => {
                    facts.push(fact);
                    end = after;
                }
                None => return (facts, self.skip(self.skip(end, &ENDS), &[","])),
            }
        }
    }

    fn skip(&self, mut token: usize, words: &[&str]) -> usize {
        while words.contains(&self.text.word(token)) {
            token += 1;
        }
        token
    }

    /// The fact that is told from a token on, and where it ends.
    fn statement(&self, token: usize) -> Option<(Fact, usize)> {
        let mut token = token;
        while let Some(after) = at(self.text, token, &self.topics.lead) {
            token = after;
        }
        self.topics.all.iter().find_map(|topic| {
            let (value, is_named) = self.announced(topic, token)?;
            let (values, end) = self.values(topic, value, is_named)?;
            Some((Fact::new(topic.name.as_str(), values), end))
        })
    }

    /// Where the value of a topic begins, and whether the words before it say that it is a name.
    fn announced(&self, topic: &Topic, token: usize) -> Option<(usize, Announced)> {
        if let Some(value) = at(self.text, token, &topic.told) {
            return Some((value, Announced::AsName));
        }
        let name = at(self.text, token, &self.topics.whose)?;
        let is = at(self.text, name, &topic.names)?;
        let value = at(self.text, is, &self.topics.is)?;
        let named = matches!(self.text.word(value - 1), "called" | "named");
        Some((value, if named { Announced::AsName } else { Announced::Plainly }))
    }

    fn values(&self, topic: &Topic, token: usize, announced: Announced) -> Option<(Vec<String>, usize)> {
        match topic.kind {
            FactType::Colours => self.colours(token),
            FactType::Font => self.words(token, FONT_WORDS, Announced::AsName).map(|(font, end)| (vec![font], end)),
            FactType::Text => self.words(token, TEXT_WORDS, announced).map(|(name, end)| (vec![name], end)),
        }
    }

    /// Colours with nothing but joints between them. Behind them a sentence or a part of one ends.
    fn colours(&self, token: usize) -> Option<(Vec<String>, usize)> {
        let (mut colours, mut end) = (Vec::new(), token);
        while let Some(reading) = self
            .readings
            .iter()
            .find(|reading| reading.tokens.start == self.skip(end, &BETWEEN) && matches!(reading.kind, Kind::Colour(_)))
        {
            if let Kind::Colour(colour) = &reading.kind {
                colours.push(colour.css().to_owned());
            }
            end = reading.tokens.end;
        }
        let next = self.skip(end, &BETWEEN);
        let ended = self.is_end(end) || self.text.word(end) == "," || self.statement_follows(next);
        (!colours.is_empty() && ended).then_some((colours, end))
    }

    /// Words that are a name: a quote, or all up to the end of the sentence or the next comma.
    fn words(&self, token: usize, most: usize, announced: Announced) -> Option<(String, usize)> {
        let first = self.text.tokens().get(token)?;
        if let Some(quote) = first.quote.and_then(|quote| self.text.quotes().get(usize::from(quote))) {
            return Some((self.text.slice(quote.inner).to_owned(), quote.end));
        }
        let end = (token..=self.text.tokens().len()).find(|end| self.ends_name(*end))?;
        let name = self.text.typed_range(token..end).trim();
        let looks_like_one = announced == Announced::AsName
            || name.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit() || first == '@')
            || self.readings.iter().any(|reading| {
                reading.tokens == (token..end) && matches!(reading.kind, Kind::Url(_) | Kind::Handle(_))
            });
        let is_short = (1..=most).contains(&(end - token));
        (is_short && looks_like_one && !name.is_empty()).then(|| (name.to_owned(), end))
    }

    fn ends_name(&self, token: usize) -> bool {
        let word = self.text.word(token);
        let is_joint = word == "," && !SUFFIXES.contains(&self.text.word(token + 1));
        self.is_end(token) || is_joint || (word == "and" && self.statement_follows(token + 1))
    }

    fn is_end(&self, token: usize) -> bool {
        let Some(found) = self.text.tokens().get(token) else { return true };
        let is_apart = self.text.tokens().get(token + 1).is_none_or(|next| !next.glued);
        found.kind == TokenKind::Break || ENDS.contains(&self.text.word(token)) && is_apart
    }

    /// Whether another fact is announced at a token; what it is need not be known for that.
    fn statement_follows(&self, token: usize) -> bool {
        self.topics.all.iter().any(|topic| self.announced(topic, token).is_some())
    }
}

/// How a value is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Announced {
    /// `is called`: whatever follows is a name.
    AsName,
    /// `is`: what follows has to look like a name.
    Plainly,
}

/// Whether a sentence begins at a token.
fn begins_sentence(text: &Text, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    let is_outside = text.tokens()[token].quote.is_none();
    is_outside && (text.tokens()[before].kind == TokenKind::Break || ENDS.contains(&text.word(before)))
}

/// The bytes of some tokens with the white space behind them.
fn whole(text: &Text, tokens: Range<usize>) -> Span {
    let span = text.span_of(tokens.clone());
    let end = text.tokens().get(tokens.end).map_or(text.original().len(), |next| next.span.start as usize);
    Span::new(span.start as usize, end)
}
