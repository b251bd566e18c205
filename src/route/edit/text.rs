//! Words for the screen: where they end, and how much is against taking them.

use std::ops::Range;

use super::reader::Reader;
use crate::pattern::Class;

/// What ends a text that is not quoted.
const ENDS: [&str; 26] = [
    "and",
    "&",
    "then",
    "please",
    "pls",
    "plz",
    "now",
    "instead",
    "but",
    "thanks",
    "everywhere",
    "not",
    "rather",
    "too",
    "with",
    "as",
    "to",
    "at",
    "today",
    "from",
    "also",
    "/",
    "there",
    "where",
    "because",
    "while",
];

/// What a wish begins with, and no words for the screen.
const ASKS: [&str; 40] = [
    "say", "write", "read", "put", "use", "call", "give", "take", "get", "keep", "move", "set", "start", "begin",
    "end", "have", "go", "come", "play", "run", "hold", "try", "do", "don't", "split", "cut", "merge", "swap", "drop",
    "make", "let", "no", "bring", "stop", "switch", "lay", "change", "finish", "close", "please",
];

impl Reader<'_> {
    /// Whether a word asks for something.
    pub(super) fn asks(&self, token: usize) -> bool {
        self.is(token, &ASKS)
    }

    /// Where a text that begins at a token may end: with its quote, or at any end of a clause.
    pub(super) fn text_ends(&self, at: usize) -> Vec<usize> {
        const MOST: usize = 12;
        if at >= self.len()
            || self.is_edge(at)
            || self.is(at, &[",", ".", ":", ";", "and", "-", "="])
            || self.is(at, &["to"]) && !self.utterance.capital(at)
        {
            return Vec::new();
        }
        if let Some((tokens, _)) = self.utterance.quote_at(at) {
            return vec![tokens.end];
        }
        let mut ends = Vec::new();
        for token in at + 1..self.len() {
            let courtesy = self.utterance.class(token).contains(Class::COURTESY);
            let place = self.is(token, &["in", "on", "of", "for", "from"]);
            if self.is_edge(token)
                || self.is(token, &[",", "."])
                || self.is(token, &ENDS)
                || courtesy
                || place
                || self.utterance.quoted(token)
            {
                ends.push(token);
            }
            if ends.len() >= MOST || self.utterance.is_break(token) {
                break;
            }
        }
        ends.push(self.len());
        ends
    }

    /// How much is against taking some words as a text. One that is not quoted is short, begins with a capital letter or a
    /// figure, and is no sentence about something, unless the words before it announce it.
    pub(super) fn text_cost(&self, tokens: &Range<usize>) -> f64 {
        const TELLS: [&str; 35] = [
            "is", "are", "was", "were", "should", "it", "that", "which", "who", "when", "because", "has", "have",
            "would", "could", "can", "must", "i", "they", "them", "he", "she", "isn't", "don't", "looks", "left",
            "more", "less", "please", "instead", "called", "does", "do", "did", "told",
        ];
        const SAYS: [&str; 14] = [
            "say", "says", "read", "reads", ":", "=", "called", "write", "saying", "reading", "→", "named", "spelled",
            "spelt",
        ];
        if self.utterance.quote_at(tokens.start).is_some() {
            return 0.0;
        }
        let places = |token: usize| {
            self.is(token, &["in", "on", "of", "for", "from", "at", "to"])
                && self.is(token + 1, &["the", "my", "our", "this", "that", "scene", "both", "all"])
        };
        let announced = tokens.start > 0 && self.is(tokens.start - 1, &SAYS);
        let each = |token: usize| match () {
            () if self.is(token, &[".", "!", "?", ";"]) && self.is_edge(token) && token + 1 < tokens.end => 6.0,
            () if self.is_edge(token) || self.is(token, &[",", "and"]) => 2.5,
            () if self.is(
                token,
                &["scene", "slide", "after", "before", "not", "instead", "rather", "there", "where", "now"],
            ) =>
            {
                1.6
            }
            () if places(token) => 2.6,
            () if self.utterance.class(token).contains(Class::COURTESY) || self.is(token, &TELLS) => 1.6,
            () if self.utterance.capital(token) || !self.utterance.text().tokens()[token].is_word() => 0.2,
            () if announced => 0.3,
            () => 0.6,
        };
        // Many small words that nothing announces are rather a sentence about something.
        let told = !announced && tokens.len() > 2 && !self.is_name(tokens.start);
        let asks = if told { 1.5 } else { 0.0 }
            + if !announced && tokens.len() > 1 && self.asks(tokens.start) { 2.0 } else { 0.0 };
        let place = !announced && self.is(tokens.start, &["in", "on", "at", "with", "like", "as", "by", "for", "from"]);
        let asked = if self.is(tokens.end, &["?"]) { 3.0 } else { 0.0 };
        let first = !self.is_name(tokens.start) && !announced;
        let words = tokens.clone().map(each).sum::<f64>() * if announced { 0.7 } else { 1.0 };
        // What begins behind a comma is rather something else: `→ Swim Team, title case`.
        let other = |token: usize| {
            let else_said = !self.settings_at(token + 1).is_empty()
                || !self.nouns(token + 1).is_empty()
                || !self.number(token + 1).is_empty();
            self.is(token, &[",", "."]) && else_said
        };
        let words = words + if tokens.clone().any(other) { 2.0 } else { 0.0 };
        words + asked + if first { 0.8 } else { 0.0 } + asks + if place { 2.0 } else { 0.0 }
    }

    /// Whether words for the screen begin at a token that are quoted or look like a name or an address.
    pub(super) fn looks_like_name(&self, at: usize) -> bool {
        at < self.len() && (self.utterance.quote_at(at).is_some() || self.is_name(at) || !self.addresses(at).is_empty())
    }

    /// Whether a word looks like the beginning of a name or a figure.
    pub(super) fn is_name(&self, token: usize) -> bool {
        let kind = self.utterance.text().tokens()[token];
        self.utterance.capital(token) && !self.utterance.shouts() || kind.is_number() || !kind.is_word()
    }

    /// Words as they stand on the screen.
    pub(super) fn typed(&self, tokens: &Range<usize>) -> String {
        let text = self.utterance.text();
        if let Some((quote, inner)) = self.utterance.quote_at(tokens.start)
            && quote.end == tokens.end
        {
            return inner.to_owned();
        }
        let typed = text.typed_range(tokens.clone()).trim();
        typed.strip_suffix('.').unwrap_or(typed).trim().to_owned()
    }
}
