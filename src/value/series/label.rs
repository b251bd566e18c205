//! Labels: what of the words beside a figure is its name, and what only leads to it.

use std::ops::Range;

use crate::text::Text;
use crate::value::peek::{glued, is_break, is_number, is_word, mark};
use crate::value::words::Words;

const JOINERS: Words = Words::new(
    "a about almost approx are around at by costs down earned gets got had has have hit is just made nearly \
     now of only over raised reached roughly scored sold takes to under up was were with",
);

const SMALL: Words = Words::new(
    "a also an and are as at but by each for from had has have how i in is it its like many much my of on or \
     our per plus so than that the their then these they this to until up us using via was we were when where which \
     while with you your",
);

/// A label of more words than this is a sentence.
const LONGEST: usize = 6;

/// The words of a head that may be its label.
pub(super) struct Head {
    /// Without what leads to it and what joins it to the figure; empty if nothing is left.
    pub(super) label: Range<usize>,
    /// Whether a mark (`:`, a dash, a quote) stands between it and words that lead to it.
    pub(super) led: bool,
}

/// Takes the joining marks and words off the end of a head, and what leads to the label off its beginning.
pub(super) fn head(text: &Text, head: Range<usize>) -> Head {
    let end = before_joiners(text, head.clone());
    if let Some(quote) = quote_before(text, head.start, end) {
        let led = (head.start..quote.start).any(|at| !is_lead(text, at));
        return Head { label: quote, led };
    }
    let wall = (head.start..end).rev().find(|&at| is_wall(text, at));
    let start = (wall.map_or(head.start, |wall| wall + 1)..end).find(|&at| !is_lead(text, at)).unwrap_or(end);
    Head { label: start..end, led: wall.is_some_and(|wall| (head.start..wall).any(|at| !is_lead(text, at))) }
}

/// The label of the first point, whose head begins with whatever the request says before: the words behind the last
/// one that only leads to it, and no more of them than the `others` suggest.
pub(super) fn first(text: &Text, label: Range<usize>, led: bool, others: &[Range<usize>]) -> Range<usize> {
    if label.clone().any(|at| text.tokens()[at].quote.is_some()) {
        return label;
    }
    let whole = led || label.len() <= 3;
    if whole && label.clone().all(|at| !names_kind(text.word(at)) && !is_verb(text.word(at))) {
        return label;
    }
    let leads =
        |at: usize| names_kind(text.word(at)) || is_verb(text.word(at)) || is_small(text, at) && at + 1 < label.end;
    let start = label.clone().rev().find(|&at| leads(at)).map_or(label.start, |at| at + 1);
    like_the_others(text, start..label.end, others)
}

fn like_the_others(text: &Text, label: Range<usize>, others: &[Range<usize>]) -> Range<usize> {
    let begins_high = |at: usize| text.typed(at).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let mut start = label.start;
    if !others.is_empty() && others.iter().all(|other| begins_high(other.start)) {
        start = label.clone().find(|&at| begins_high(at)).unwrap_or(start);
    }
    let most = others.iter().map(ExactSizeIterator::len).max().unwrap_or(LONGEST);
    start.max(label.end.saturating_sub(most.max(1)))..label.end
}

/// A label behind its figure (`10 apples`), cut where the request goes on.
pub(super) fn behind(text: &Text, tail: Range<usize>, last: bool) -> Range<usize> {
    let stops = |at: usize| {
        is_wall(text, at)
            || text.tokens()[at].quote.is_some()
            || ends_series(text.word(at))
            || last && at > tail.start && is_small(text, at)
    };
    let end = tail.clone().find(|&at| stops(at)).unwrap_or(tail.end);
    tail.start..end
}

/// Whether words can be a label at all.
pub(super) fn is_label(text: &Text, label: &Range<usize>) -> bool {
    let words = label.clone().filter(|&at| !glued(text, at)).count();
    let says_something =
        label.clone().any(|at| is_number(text, at) || is_word(text, at) && !is_small(text, at) || is_symbol(text, at));
    let ends_small = label.end > label.start + 1 && is_small(text, label.end - 1);
    says_something
        && !ends_small
        && words <= LONGEST
        && !label.clone().any(|at| divides(text, at) || is_setting(text.word(at)))
}

fn divides(text: &Text, token: usize) -> bool {
    is_break(text, token)
        || text.tokens()[token].quote.is_none() && matches!(mark(text, token), Some(',' | ';' | '|' | '•' | '{' | '}'))
}

/// The label as typed, without quotation marks.
pub(super) fn typed(text: &Text, label: Range<usize>) -> String {
    match text.tokens()[label.start].quote.map(|quote| &text.quotes()[usize::from(quote)]) {
        Some(quote) if quote.first == label.start && quote.end == label.end => {
            text.slice(quote.inner).trim().to_owned()
        }
        _ => text.typed_range(label).to_owned(),
    }
}

/// Words behind a figure that begin another part of the request.
pub(super) fn ends_series(word: &str) -> bool {
    is_setting(word)
        || matches!(
            word,
            "with" | "in" | "on" | "using" | "please" | "pls" | "plz" | "thanks" | "make" | "show" | "over"
        )
}

fn before_joiners(text: &Text, head: Range<usize>) -> usize {
    let mut end = head.end;
    while end > head.start && is_joiner(text, end - 1) {
        end -= 1;
    }
    end
}

fn is_joiner(text: &Text, token: usize) -> bool {
    if text.tokens()[token].quote.is_some() {
        return false;
    }
    match mark(text, token) {
        Some(':' | '=' | '-' | '>' | '→' | '⇒' | '➜' | '(' | '~' | '≈' | ',' | ';' | '|' | '±' | '@' | '×') => {
            true
        }
        Some(_) => false,
        None => text.typed(token).starts_with(char::is_lowercase) && JOINERS.contains(text.word(token)),
    }
}

/// The tokens of the quote that ends at `end`.
fn quote_before(text: &Text, start: usize, end: usize) -> Option<Range<usize>> {
    let quote = &text.quotes()[usize::from(text.tokens().get(end.checked_sub(1)?)?.quote?)];
    (quote.end == end && quote.first >= start).then_some(quote.first..quote.end)
}

/// Marks that close off what was said before the label. A hyphen does only where spaces stand around it.
fn is_wall(text: &Text, token: usize) -> bool {
    if text.tokens()[token].quote.is_some() {
        return true;
    }
    match mark(text, token) {
        Some(':') => !(glued(text, token) && glued(text, token + 1) && is_number(text, token + 1)),
        Some('-' | '=' | '>') => !glued(text, token) || !glued(text, token + 1),
        Some('→' | '⇒' | '!' | '?' | '"' | '…' | '*' | '•' | '[') => true,
        Some('.') => !glued(text, token + 1) && !super::cell::is_abbreviation(text, token),
        _ => false,
    }
}

/// What may stand before a label: marks and small words.
fn is_lead(text: &Text, token: usize) -> bool {
    is_small(text, token)
        || matches!(
            mark(text, token),
            Some(',' | ':' | ';' | '-' | '>' | '•' | '*' | '|' | '/' | ')' | '(' | '.' | '!' | '?' | '+' | '=')
        )
}

fn is_symbol(text: &Text, token: usize) -> bool {
    mark(text, token).is_some_and(|symbol| !symbol.is_ascii())
}

/// Small words in small letters: `The Beatles` and `A` are names.
fn is_small(text: &Text, token: usize) -> bool {
    text.typed(token).starts_with(char::is_lowercase) && SMALL.contains(text.word(token))
}

fn is_verb(word: &str) -> bool {
    const VERBS: Words = Words::new(
        "add animate build compare comparing create display do draw generate get give let's lets make need \
         please plot pls put render saying show showing shows sold visualise visualize want",
    );
    VERBS.contains(word)
}

/// Words for what the points are shown as.
fn names_kind(word: &str) -> bool {
    const KINDS: Words = Words::new(
        "bar bars board chart charts chrt columns data diagram donut doughnut figures graph graphs grid \
         histogram kpi kpis leaderboard line lines list metrics numbers pie plan plans point points price \
         prices pricing ranking results ring scene scores series slide statistics stats table tiers tiles \
         timeline values video votes",
    );
    KINDS.contains(word)
}

/// Words that a setting of the scene is made of; no label has them.
fn is_setting(word: &str) -> bool {
    const SETTINGS: Words = Words::new(
        "accent background background_color bg called color colour duration font format fps frames http https \
         labeled labelled landscape lasting lasts named portrait scene scenes speed subtitle text theme title \
         titled txt version vertical",
    );
    SETTINGS.contains(word)
}
