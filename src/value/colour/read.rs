//! Reading colours out of a text.

use super::index::{Entry, Joined};
use super::names::{COMPOUNDS, HOMONYMS};
use super::shade::SHADES;
use super::space::Oklch;
use super::{Colour, notation};
use crate::text::Text;
use crate::value::peek::{begins_sentence, glued, joined_word, mark, open};
use crate::value::words::Words;
use crate::value::{Certainty, Found, Gradient, Kind};

/// The longest name has this many words (`light goldenrod yellow`).
const WORDS: usize = 3;

/// Words that may stand between two colours, before `to` or `into`.
const RUNNING: &[&str] = &[
    "blending",
    "blends",
    "bleeding",
    "fade",
    "fading",
    "fades",
    "faded",
    "going",
    "gradient",
    "melting",
    "running",
    "shifting",
    "transitioning",
    "turning",
];

/// A colour that was read, before it is known whether a second one follows.
struct Phrase {
    end: usize,
    colour: Colour,
    certainty: Certainty,
}

/// A name with or without a shade.
struct Named {
    end: usize,
    colour: Colour,
}

/// Reads a colour or a gradient that begins with a word.
pub(in crate::value) fn at(text: &Text, token: usize) -> Option<Found> {
    let phrase = phrase(text, token)?;
    Some(with_second(text, token, phrase))
}

/// Reads a colour or a gradient that begins with `#`.
pub(in crate::value) fn hex_at(text: &Text, token: usize) -> Option<Found> {
    let phrase = hex(text, token)?;
    Some(with_second(text, token, phrase))
}

/// Reads a gradient that begins with `from`.
pub(in crate::value) fn starts_gradient(text: &Text, token: usize) -> Option<Found> {
    let first = any(text, token + 1)?;
    let found = with_second(text, token, first);
    matches!(found.kind, Kind::Gradient(_)).then_some(found)
}

/// Reads a text that is one colour and nothing else.
pub(super) fn whole(words: &str) -> Option<Colour> {
    let text = Text::new(words);
    let phrase = any(&text, 0)?;
    (phrase.end == text.tokens().len()).then_some(phrase.colour)
}

fn with_second(text: &Text, token: usize, first: Phrase) -> Found {
    if let Some(second) = connector(text, first.end).and_then(|next| any(text, next)) {
        let doubtful = first.certainty != Certainty::Sure && second.certainty != Certainty::Sure;
        let certainty = if doubtful || changes(text, token) { Certainty::Homonym } else { Certainty::Sure };
        let gradient = Gradient { from: first.colour, to: second.colour };
        return Found { end: second.end, kind: Kind::Gradient(gradient), certainty };
    }
    Found { end: first.end, kind: Kind::Colour(first.colour), certainty: first.certainty }
}

/// Whether the words before say that one colour takes the place of another: `change it from red to blue`.
fn changes(text: &Text, token: usize) -> bool {
    (token.saturating_sub(6)..token).any(|before| {
        matches!(text.word(before), "change" | "switch" | "swap" | "replace" | "turn" | "changed" | "switched")
    })
}

/// The token after `to`, `into`, an arrow, or `-to-`.
fn connector(text: &Text, token: usize) -> Option<usize> {
    let next = match text.word(token) {
        "-" if glued(text, token + 1) && text.word(token + 1) == "to" && mark(text, token + 2) == Some('-') => {
            token + 3
        }
        "to" | "into" | "→" | "➜" | "➔" | "➝" | "⇒" | "⟶" | ">" => token + 1,
        "-" | "=" => arrow(text, token)?,
        word if RUNNING.contains(&word) && matches!(text.word(token + 1), "to" | "into") => token + 2,
        _ => return None,
    };
    Some(next + usize::from(text.word(next) == "a"))
}

fn arrow(text: &Text, token: usize) -> Option<usize> {
    let shaft = (token..text.tokens().len()).take_while(|&at| matches!(mark(text, at), Some('-' | '='))).count();
    (mark(text, token + shaft) == Some('>')).then_some(token + shaft + 1)
}

fn any(text: &Text, token: usize) -> Option<Phrase> {
    if mark(text, token) == Some('#') { hex(text, token) } else { phrase(text, token) }
}

fn hex(text: &Text, token: usize) -> Option<Phrase> {
    if !glued(text, token + 1) {
        return None;
    }
    let start = text.tokens()[token].folded.end as usize;
    let folded = text.folded();
    let length = folded[start..].bytes().take_while(u8::is_ascii_hexdigit).count();
    let end = text.token_at_folded(start + length);
    if text.tokens()[end - 1].folded.end as usize != start + length {
        return None;
    }
    if text.typed(end - 1).ends_with('_') || matches!(mark(text, end), Some('_')) {
        return None;
    }
    let typed = &text.typed_range(token + 1..end);
    let colour = notation::hex(typed)?;
    Some(Phrase { end, colour, certainty: if is_tag(typed) { Certainty::Homonym } else { Certainty::Sure } })
}

/// Hashtags that happen to be hexadecimal.
fn is_tag(digits: &str) -> bool {
    const TAGS: &[&str] = &[
        "100", "101", "247", "360", "404", "500", "911", "ace", "add", "bad", "bae", "bed", "bee", "beef", "cab",
        "cafe", "dad", "dead", "deaf", "decade", "facade", "face", "fab", "fad", "fade", "faded", "fed", "feed",
    ];
    TAGS.contains(&digits.to_ascii_lowercase().as_str())
}

fn phrase(text: &Text, token: usize) -> Option<Phrase> {
    let word = text.tokens().get(token)?;
    if !word.is_word() || (glued(text, token) && matches!(mark(text, token - 1), Some('#' | '.' | '@' | '_'))) {
        return None;
    }
    if let Some((end, colour)) = function(text, token) {
        return Some(Phrase { end, colour, certainty: Certainty::Sure });
    }
    let named = named(text, token, 0)?;
    let certainty = certainty(text, token, named.end);
    Some(Phrase { end: named.end, colour: named.colour, certainty })
}

fn function(text: &Text, token: usize) -> Option<(usize, Colour)> {
    const LONGEST: usize = 64;
    if !matches!(text.word(token), "rgb" | "rgba" | "hsl" | "hsla") || mark(text, token + 1) != Some('(') {
        return None;
    }
    let start = text.tokens()[token].folded.start as usize;
    let length = text.folded()[start..].bytes().take(LONGEST).position(|byte| byte == b')')? + 1;
    let colour = notation::function(&text.folded()[start..start + length])?;
    Some((text.token_at_folded(start + length), colour))
}

fn named(text: &Text, token: usize, depth: usize) -> Option<Named> {
    const DEEPEST: usize = 3;
    let (end, entry) = longest(text, token)?;
    match entry {
        Some(Entry::Css(row)) => Some(Named { end, colour: Colour::css_name(row) }),
        Some(Entry::Everyday(row)) => Some(Named { end, colour: Colour::everyday(row) }),
        Some(Entry::Shade(row)) if depth < DEEPEST => {
            let base = named(text, joined_word(text, end)?, depth + 1)?;
            let shade = &SHADES[row];
            Some(if shade.plain { base } else { shaded(&base, shade.apply(Oklch::of(&base.colour))) })
        }
        None if depth < DEEPEST => {
            let Some((_, Some(Entry::Shade(row)))) = longest_shade(text, end) else { return None };
            let base = named(text, joined_word(text, end)?, depth + 1)?;
            Some(shaded(&base, SHADES[row].apply(Oklch::of(&base.colour))))
        }
        _ => None,
    }
}

fn shaded(base: &Named, colour: Oklch) -> Named {
    Named { end: base.end, colour: colour.to_colour() }
}

/// The shade behind an intensifier, which then counts twice.
fn longest_shade(text: &Text, end: usize) -> Option<(usize, Option<Entry>)> {
    let next = joined_word(text, end)?;
    Some((next + 1, Joined::new().then(text.word(next)).find(text.word(next))))
}

/// The longest name or the shade that begins at a token, or an intensifier without an entry.
fn longest(text: &Text, token: usize) -> Option<(usize, Option<Entry>)> {
    let start = text.tokens()[token].folded.start as usize;
    let mut joined = Joined::new().then(text.word(token));
    if matches!(text.word(token), "very" | "really" | "super" | "extra" | "ultra") {
        return Some((token + 1, None));
    }
    if !joined.opens() {
        return None;
    }
    let mut last = token;
    let mut best = joined.find(text.word(token)).map(|entry| (token + 1, Some(entry)));
    for _ in 1..WORDS {
        let Some(next) = joined_word(text, last + 1).filter(|&next| open(text, next)) else { break };
        joined = joined.then(text.word(next));
        last = next;
        let typed = &text.folded()[start..text.tokens()[next].folded.end as usize];
        if let Some(entry) = joined.find(typed) {
            best = Some((next + 1, Some(entry)));
        }
    }
    best
}

fn certainty(text: &Text, token: usize, end: usize) -> Certainty {
    if is_name(text, token, end) {
        return Certainty::Name;
    }
    let single = end == token + 1;
    let hyphened =
        mark(text, end) == Some('-') && glued(text, end) && glued(text, end + 1) && text.word(end + 1) != "to"
            || glued(text, token) && mark(text, token - 1) == Some('-') && token > 1 && glued(text, token - 1);
    let compound = single && !glued(text, end) && COMPOUNDS.contains(text.word(end));
    if hyphened && mark(text, end + 1) != Some('>') || compound || single && HOMONYMS.contains(text.word(token)) {
        Certainty::Homonym
    } else {
        Certainty::Sure
    }
}

/// Whether capital letters say that the words belong to a name: `Green Day`, `Ana, Rose and Violet`.
fn is_name(text: &Text, token: usize, end: usize) -> bool {
    let typed = text.typed(token);
    if !typed.starts_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    if says_look(text.word(end)) {
        return false;
    }
    if typed.len() > 1 && !typed.contains(|c: char| c.is_ascii_lowercase()) {
        let shouted = |at: usize| is_shouted(text, at) && !says_look(text.word(at));
        return (shouted(end) || token > 0 && shouted(token - 1)) && has_small_letters(text);
    }
    let next = text.tokens().get(end).filter(|next| next.is_word());
    let next_is_capital = next.is_some() && text.typed(end).starts_with(char::is_uppercase);
    next_is_capital || !begins_sentence(text, token)
}

/// Whether the text is not in capitals throughout; its beginning tells.
fn has_small_letters(text: &Text) -> bool {
    const BEGINNING: usize = 256;
    text.original().chars().take(BEGINNING).any(char::is_lowercase)
}

fn is_shouted(text: &Text, token: usize) -> bool {
    text.tokens().get(token).is_some_and(|word| word.is_word() && word.span.end - word.span.start > 1)
        && text.typed(token).chars().all(char::is_uppercase)
}

/// Words that only follow a colour where it is the colour of something on the screen.
fn says_look(word: &str) -> bool {
    const LOOKS: Words = Words::new(
        "accent accents backdrop background bars bg color colored colour coloured font glow gradient lettering \
         letters line lines on particles text theme txt",
    );
    LOOKS.contains(word)
}
