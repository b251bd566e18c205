//! Gates against requests that ask for more than one scene.

use std::ops::Range;

use crate::pattern::{Candidate, PatternSet, Tagging, Utterance};
use crate::route::decision::Refusal;
use crate::text::TokenKind;
use crate::value::Value;

/// Words that ask for several scenes: `two scenes`, `scene 2`.
pub(super) fn several(utterance: &Utterance, patterns: &PatternSet, tagging: &Tagging<'_>) -> Option<Refusal> {
    let tokens = utterance.ways_of("several", patterns).find(|tokens| !tagging.is_value(tokens))?;
    Some(Refusal::Several(utterance.text().typed_range(tokens).to_owned()))
}

/// Another kind of scene beside this one, in one frame: `a bar chart on the left and a quote on the right`.
pub(super) fn another(
    utterance: &Utterance,
    patterns: &PatternSet,
    candidate: &Candidate,
    tagging: &Tagging<'_>,
) -> Option<Refusal> {
    let text = utterance.text();
    let led = |token: &usize| {
        let before = token.checked_sub(1).map_or("", |before| text.word(before));
        matches!(before, "a" | "an") && text.tokens()[*token].quote.is_none()
    };
    let ours = |token: usize| candidate.marks.iter().any(|mark| mark.contains(&token)) || tagging.announces(token);
    let token = (0..text.tokens().len()).filter(led).find(|&token| {
        let named = patterns.named_at(utterance, token);
        let value = tagging.is_value(&(token..token + 1));
        !named.is_empty() && !named.contains(&candidate.pattern()) && !ours(token) && !value
    })?;
    Some(Refusal::Another(text.typed(token).to_owned()))
}

/// Items that say where they stand: `a phone, next to it reviews and below a row of names` is no list on a phone.
pub(super) fn placed(tagging: &Tagging<'_>) -> Option<Refusal> {
    const PLACES: [&str; 9] = ["next", "below", "around", "behind", "above", "beside", "beneath", "underneath", "on"];
    const BESIDE: [&str; 7] = ["to", "it", "that", "them", "a", "the", "top"];
    let lists = tagging.values().iter().filter_map(|value| match &value.value {
        Value::List(items) => Some(items),
        _ => None,
    });
    let placed = |item: &&String| {
        let mut words = item.split_whitespace();
        let place = words.next().is_some_and(|word| PLACES.contains(&word));
        place && words.next().is_some_and(|word| BESIDE.contains(&word)) && words.next().is_some()
    };
    lists.flatten().find(placed).map(|item| Refusal::Another(item.clone()))
}

/// Parts that begin with names of different scenes: `1) typewriter … 2) timeline …`, `search box … → phone mockup …`.
pub(super) fn scenes(utterance: &Utterance, patterns: &PatternSet, tagging: &Tagging<'_>) -> Option<Refusal> {
    let mut first: Option<Vec<u32>> = None;
    let mut labelled = false;
    for part in parts(utterance) {
        // `Titles: Sam Fox` below `Camera: Ola Berg` is one more line of the credits, and items of a list are what the
        // scene shows that is named before them.
        let line = std::mem::replace(&mut labelled, is_labelled(utterance, part.start)) && labelled;
        let item = is_item(utterance, part.start) && !is_item(utterance, 0);
        if first.is_some() && (line || item) {
            continue;
        }
        let Some((name, named)) = name_of(utterance, patterns, part) else { continue };
        match &first {
            None => first = Some(named),
            Some(known) if !tagging.announces(name) && named.iter().all(|one| !known.contains(one)) => {
                return Some(Refusal::Several(utterance.text().typed(name).to_owned()));
            }
            Some(_) => {}
        }
    }
    None
}

/// The parts of a request between arrows, semicolons and ends of lines.
fn parts(utterance: &Utterance) -> impl Iterator<Item = Range<usize>> {
    let tokens = utterance.text().tokens();
    let divides = |token: usize| {
        let mark = tokens[token].quote.is_none() && matches!(utterance.text().word(token), "→" | ";");
        mark || tokens[token].kind == TokenKind::Break
    };
    let starts = (0..tokens.len()).filter(move |&token| token == 0 || divides(token - 1));
    starts.map(move |start| start..(start..tokens.len()).find(|&token| divides(token)).unwrap_or(tokens.len()))
}

/// The first word of a part that says something, if it names a kind of scene, with the patterns of that.
fn name_of(utterance: &Utterance, patterns: &PatternSet, part: Range<usize>) -> Option<(usize, Vec<u32>)> {
    let tokens = utterance.text().tokens();
    let says = |token: &usize| tokens[*token].kind == TokenKind::Word && !utterance.class(*token).light();
    let name = part.into_iter().find(says).filter(|&name| tokens[name].quote.is_none())?;
    let named = patterns.named_at(utterance, name);
    (!named.is_empty()).then_some((name, named))
}

fn is_item(utterance: &Utterance, start: usize) -> bool {
    let text = utterance.text();
    let number = text.tokens()[start].is_number() && matches!(text.word(start + 1), "." | ")");
    number || matches!(text.word(start), "-" | "*" | "•" | "–" | "+")
}

/// Whether a line begins with a word or two and a colon, and these name no scene by themselves: `Camera: Ola Berg`.
pub(in crate::route) fn is_labelled(utterance: &Utterance, start: usize) -> bool {
    const LONGEST: usize = 3;
    let text = utterance.text();
    let colon = (start..text.tokens().len()).take(LONGEST + 1).find(|&token| text.word(token) == ":");
    colon.is_some_and(|colon| colon > start && (start..colon).all(|token| text.tokens()[token].is_word()))
}
