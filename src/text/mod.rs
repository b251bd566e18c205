//! The text of a request: folded for matching, cut into tokens, with its quoted spans.
//!
//! Everything later refers to bytes of the *original* text through [`Span`], so that a title keeps its case and its
//! accents while matching works on a folded copy. Folding lowers the case and makes typographic apostrophes, dashes
//! and spaces plain; because this can change lengths (`İ` has two bytes, its lower case three), every token knows
//! both places.

mod edit;
mod fold;
mod quote;
mod token;

pub use edit::Edit;
pub use fold::fold;
pub use quote::Quote;
pub use token::{Token, TokenKind};

use serde::Serialize;

/// A range of bytes, from `start` up to and not including `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span of the bytes `start..end`. Requests are far below 4 GiB, so that 32 bits are enough.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The span as a range that slices a string.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies inside this span.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A text, folded and cut.
///
/// Tokens stand in the order of the text. Those inside quotes are tokens like all others and say so in
/// [`Token::quote`]: words that are quoted never trigger anything, they are only content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    original: String,
    folded: String,
    tokens: Vec<Token>,
    quotes: Vec<Quote>,
    /// The edits that were made to what the person typed, each set on the text that the one before left.
    edits: Vec<Vec<Edit>>,
}

impl Text {
    /// Reads a text. Any string is a valid text; the cost is linear in its length.
    pub fn new(original: impl Into<String>) -> Self {
        let original = original.into();
        let (folded, offsets) = fold::fold_with_offsets(&original);
        let quotes = quote::find(&original);
        let tokens = token::cut(&original, &folded, offsets.as_deref(), &quotes);
        let quotes = quote::with_tokens(quotes, &tokens);
        Self { original, folded, tokens, quotes, edits: Vec::new() }
    }

    /// The same text with some of its bytes replaced. The edits stand in the order of the text and do not overlap.
    #[must_use]
    pub fn edited(&self, edits: Vec<Edit>) -> Self {
        let mut edited = Self::new(edit::apply(&self.original, &edits));
        edited.edits.clone_from(&self.edits);
        edited.edits.push(edits);
        edited
    }

    /// The bytes of what the person typed that a span of this text stands for. They are the same unless the text was
    /// edited.
    pub fn as_typed(&self, span: Span) -> Span {
        self.edits.iter().rev().fold(span, |span, edits| edit::back(span, edits))
    }

    /// The text as it was typed, or edited.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// The text as it is matched.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// All tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All quoted spans, outermost only.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// The original text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.original[span.range()]
    }

    /// A token's original text.
    pub fn typed(&self, token: usize) -> &str {
        self.slice(self.tokens[token].span)
    }

    /// A token's folded text; `""` beyond the end, where readers look ahead.
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| &self.folded[token.folded.range()])
    }

    /// The original text from the first to the last of the tokens in `range`; `""` if the range is empty.
    pub fn typed_range(&self, range: std::ops::Range<usize>) -> &str {
        if range.is_empty() { "" } else { self.slice(self.span_of(range)) }
    }

    /// The span in the original of the tokens in `range`, which must not be empty.
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Span {
        self.tokens[range.start].span.join(self.tokens[range.end - 1].span)
    }

    /// The index of the first token that starts at or after a byte of the folded text.
    pub fn token_at_folded(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| (token.folded.start as usize) < byte)
    }

    /// The index of the first token that starts at or after a byte of the original text.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| (token.span.start as usize) < byte)
    }
}
