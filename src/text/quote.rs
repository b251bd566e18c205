//! Quoted spans, in every kind of quotation mark that people type.

use super::{Span, Token};

/// A quoted part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// With the marks.
    pub outer: Span,
    /// Without the marks.
    pub inner: Span,
    /// The first token of the quote, which is its opening mark.
    pub first: usize,
    /// The token after the quote's closing mark.
    pub end: usize,
    /// Whether the marks are backticks, which is how code and commands are quoted.
    pub code: bool,
}

/// Finds the outermost quotes from left to right. An opening mark without its partner is no quote, and neither is an
/// apostrophe: a single mark opens only before a word and closes only after one.
pub(super) fn find(text: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut rest = 0;
    while let Some((start, opening)) = text[rest..].char_indices().find(|(at, c)| opens(text, rest + at, *c)) {
        let start = rest + start;
        let inside = start + opening.len_utf8();
        match closing(text, inside, opening) {
            Some((end, mark)) => {
                let after = end + mark.len_utf8();
                quotes.push(Quote {
                    outer: Span::new(start, after),
                    inner: Span::new(inside, end),
                    first: 0,
                    end: 0,
                    code: opening == '`',
                });
                rest = after;
            }
            None => rest = inside,
        }
    }
    quotes
}

/// Fills in which tokens each quote consists of.
pub(super) fn with_tokens(mut quotes: Vec<Quote>, tokens: &[Token]) -> Vec<Quote> {
    for quote in &mut quotes {
        quote.first = tokens.partition_point(|token| token.span.start < quote.outer.start);
        quote.end = tokens.partition_point(|token| token.span.start < quote.outer.end);
    }
    quotes
}

fn opens(text: &str, at: usize, mark: char) -> bool {
    match mark {
        '“' | '„' | '«' | '‹' | '「' | '『' | '`' | '‟' => true,
        '"' | '＂' => !before(text, at).is_some_and(char::is_numeric) || !text[at + 1..].starts_with([' ', ',', '.']),
        '\'' | '‘' | '’' | '‚' => {
            !before(text, at).is_some_and(char::is_alphanumeric)
                && after(text, at + mark.len_utf8()).is_some_and(|next| !next.is_whitespace())
        }
        _ => false,
    }
}

fn closing(text: &str, from: usize, opening: char) -> Option<(usize, char)> {
    let closers: &[char] = match opening {
        '“' | '‟' => &['”', '"'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '‹' => &['›'],
        '「' => &['」'],
        '『' => &['』'],
        '‘' | '‚' => &['’', '‘', '\''],
        '’' => &['’'],
        '＂' => &['＂'],
        '"' => &['"', '”'],
        '\'' => &['\''],
        _ => &['`'],
    };
    let single = matches!(opening, '\'' | '‘' | '’' | '‚');
    text[from..]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .find(|&(at, c)| closers.contains(&c) && at > from && (!single || closes_single(text, at, c)))
}

/// A single mark closes where a word has ended: `'Open 'til Late'` ends at the last mark, `'don't'` too.
fn closes_single(text: &str, at: usize, mark: char) -> bool {
    before(text, at).is_some_and(|previous| !previous.is_whitespace())
        && !after(text, at + mark.len_utf8()).is_some_and(char::is_alphanumeric)
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_quote() {
        for (text, expected) in [
            ("say \"Launch Day\" now", vec!["Launch Day"]),
            ("“Once upon a time, …”", vec!["Once upon a time, …"]),
            ("'Open 'til Late' in pink", vec!["Open 'til Late"]),
            ("‘don’t’", vec!["don’t"]),
            ("don't say it's 'fine'", vec!["fine"]),
            ("the '90s were fine", vec![]),
            ("\"Spring Finals '26\" 'x'", vec!["Spring Finals '26", "x"]),
            ("run `git push` and «привет» „so“ 「東京」", vec!["git push", "привет", "so", "東京"]),
            ("a 5\" screen", vec![]),
            ("open \"and never close", vec![]),
            ("\"\" is empty", vec![]),
            ("\"one\" and \"two\"", vec!["one", "two"]),
        ] {
            let found: Vec<&str> = find(text).iter().map(|quote| &text[quote.inner.range()]).collect();
            assert_eq!(found, expected, "in {text:?}");
        }
    }
}
