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
        if let Some(fenced) = fenced(text, start) {
            rest = fenced.outer.end as usize;
            quotes.push(fenced);
            continue;
        }
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

const FENCE: &str = "```";

/// Code between fences of three backticks. What stands behind the first one on its line is the language, unless the
/// fence is closed there.
fn fenced(text: &str, start: usize) -> Option<Quote> {
    let behind = text[start..].strip_prefix(FENCE)?;
    let inside = start + FENCE.len();
    let end = inside + behind.find(FENCE)?;
    let first_line = text[inside..end].find('\n').map(|line| inside + line + 1);
    let is_language =
        |line: &usize| text[inside..*line].trim().chars().all(|c| c.is_alphanumeric() || "+#-.".contains(c));
    let inner = first_line.filter(is_language).unwrap_or(inside);
    let code = text[inner..end].trim_end();
    let inner = Span::new(inner, inner + code.len());
    (!code.is_empty()).then_some(Quote {
        outer: Span::new(start, end + FENCE.len()),
        inner,
        first: 0,
        end: 0,
        code: true,
    })
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
        '"' | '＂' => {
            !before(text, at).is_some_and(char::is_numeric)
                || !text[at + mark.len_utf8()..].starts_with([' ', ',', '.'])
        }
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
    let closer = |from: usize| {
        let mut marks = text[from..].char_indices().map(|(at, c)| (from + at, c));
        marks.find(|&(at, c)| closers.contains(&c) && at > from && (!single || closes_single(text, at, c)))
    };
    let first = closer(from)?;
    let nested = |(end, mark): (usize, char)| {
        let last = closer(end + mark.len_utf8())?;
        let lone = is_lone(&text[from..end]) && !has_opening(text, end + mark.len_utf8()..last.0);
        lone.then_some(last)
    };
    Some(if single { nested(first).unwrap_or(first) } else { first })
}

/// Whether a single mark before one letter stands at the end of a part of a quote: `Rock 'n`.
fn is_lone(part: &str) -> bool {
    let word = part.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.len() < part.len() && word.starts_with(['\'', '’', '‘']) && word.chars().count() == 2
}

fn has_opening(text: &str, range: std::ops::Range<usize>) -> bool {
    text[range.clone()].char_indices().any(|(at, c)| opens(text, range.start + at, c))
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
            ("'Rock 'n' Roll' and 'Soul'", vec!["Rock 'n' Roll", "Soul"]),
            ("'Fish 'n' chips', 'Tea'", vec!["Fish 'n' chips", "Tea"]),
            ("js ```let x = `a`;``` dark", vec!["let x = `a`;"]),
            ("```py\nprint(1)\n```", vec!["print(1)"]),
            ("```\na = 1\nb = 2\n```", vec!["a = 1\nb = 2"]),
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
