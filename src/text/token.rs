//! Tokens: words, numbers, marks and line breaks.

use super::{Quote, Span};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters and digits that begin with a letter, with apostrophes inside (`don't`, `Q1`, `naïve`).
    Word,
    /// Digits with separators between digits (`1,200`, `3.5`, `2.4.0`). A unit behind it is a token of its own that
    /// is [glued](Token::glued) to it (`3s`, `1.2k`, `45%`).
    Number,
    /// One character that is neither (`:`, `%`, `$`, an emoji).
    Mark,
    /// One or more line breaks.
    Break,
}

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original.
    pub span: Span,
    /// Where it stands in the folded text.
    pub folded: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
    /// The quote that it is part of (its marks included), as an index of [`super::Text::quotes`].
    pub quote: Option<u16>,
}

impl Token {
    /// Whether the token is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether the token is a number.
    pub fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }
}

/// Cuts the folded text; `offsets` leads back to the original.
pub(super) fn cut(original: &str, folded: &str, offsets: Option<&[u32]>, quotes: &[Quote]) -> Vec<Token> {
    let place = |at: usize| offsets.map_or(at, |offsets| offsets[at] as usize);
    let mut tokens: Vec<Token> = Vec::with_capacity(folded.len() / 4 + 4);
    let mut quote = 0;
    let mut at = 0;
    while let Some((kind, start, end)) = next(folded, at) {
        at = end;
        let span = Span::new(place(start), end_in_original(original, place(end), place(start), end == folded.len()));
        while quotes.get(quote).is_some_and(|q| q.outer.end <= span.start) {
            quote += 1;
        }
        tokens.push(Token {
            span,
            folded: Span::new(start, end),
            kind,
            glued: tokens.last().is_some_and(|before| before.folded.end as usize == start),
            quote: quotes.get(quote).filter(|q| q.outer.covers(span)).map(|_| quote as u16),
        });
    }
    tokens
}

/// A character whose folding has several characters (`İ`) can be cut inside; such a token takes the whole of it.
fn end_in_original(original: &str, end: usize, start: usize, last: bool) -> usize {
    if last {
        original.len()
    } else if end > start {
        end
    } else {
        start + original[start..].chars().next().map_or(0, char::len_utf8)
    }
}

fn next(text: &str, from: usize) -> Option<(TokenKind, usize, usize)> {
    let (start, first) = text[from..].char_indices().map(|(at, c)| (from + at, c)).find(|(_, c)| visible(*c))?;
    let (kind, end) = match first {
        '\n' => (TokenKind::Break, end_while(text, start, char::is_whitespace)),
        c if c.is_ascii_digit() => (TokenKind::Number, end_of_number(text, start)),
        c if c.is_alphanumeric() => (TokenKind::Word, end_of_word(text, start)),
        c => (TokenKind::Mark, start + c.len_utf8()),
    };
    Some((kind, start, end))
}

fn visible(character: char) -> bool {
    character == '\n' || !(character.is_whitespace() || character.is_control())
}

fn end_while(text: &str, from: usize, goes_on: impl Fn(char) -> bool) -> usize {
    text[from..].find(|c| !goes_on(c)).map_or(text.len(), |at| from + at)
}

fn end_of_number(text: &str, from: usize) -> usize {
    let mut end = end_while(text, from, |c| c.is_ascii_digit());
    while text[end..].starts_with([',', '.']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        end = end_while(text, end + 1, |c| c.is_ascii_digit());
    }
    end
}

fn end_of_word(text: &str, from: usize) -> usize {
    let mut end = end_while(text, from, in_word);
    while text[end..].starts_with('\'') && text[end + 1..].starts_with(char::is_alphabetic) {
        end = end_while(text, end + 1, in_word);
    }
    end
}

/// Combining marks and joiners belong to the letter before them, an underscore to the name that it stands in.
fn in_word(character: char) -> bool {
    character.is_alphanumeric()
        || character == '_'
        || matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
        || unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn cut(text: &str) -> Vec<String> {
        let text = Text::new(text);
        (0..text.tokens().len()).map(|token| text.typed(token).to_owned()).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        for (text, expected) in [
            ("Counter from 0 to 12,500!", vec!["Counter", "from", "0", "to", "12,500", "!"]),
            ("3s at 1.2k, Q1", vec!["3", "s", "at", "1.2", "k", ",", "Q1"]),
            ("don’t stop", vec!["don’t", "stop"]),
            ("v2.4.0 9:16", vec!["v2", ".", "4.0", "9", ":", "16"]),
            ("a\n\n b", vec!["a", "\n\n ", "b"]),
            ("Zoë 東京", vec!["Zoë", "東京"]),
            ("e\u{301}te\u{301}", vec!["e\u{301}te\u{301}"]),
        ] {
            assert_eq!(cut(text), expected);
        }
    }

    #[test]
    fn tokens_know_their_quote() {
        let text = Text::new("say \"hi there\" now");
        let quoted: Vec<&str> =
            (0..text.tokens().len()).filter(|&t| text.tokens()[t].quote.is_some()).map(|t| text.typed(t)).collect();
        assert_eq!(quoted, ["\"", "hi", "there", "\""]);
        assert_eq!((text.quotes()[0].first, text.quotes()[0].end), (1, 5));
    }
}
