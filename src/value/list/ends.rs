//! Where a list begins and ends within what surrounds it.

use std::ops::Range;

use super::cut::{Separator, is_conjunction};
use super::setting::{is_rather_setting, is_setting};
use crate::text::Text;
use crate::value::Kind;
use crate::value::peek::{glued, is_break, is_word, mark, open};
use crate::value::scan;
use crate::value::series::is_abbreviation;
use crate::value::words::Words;

/// The longest run of parts that are no settings of the scene.
pub(in crate::value) fn without_settings(text: &Text, parts: &[Range<usize>]) -> Vec<Range<usize>> {
    let runs = parts.split(|part| sets_only(text, part, part.start == parts[0].start));
    let best = runs.reduce(|best, run| if run.len() > best.len() { run } else { best }).unwrap_or_default();
    let Some(offset) = best.first().and_then(|first| parts.iter().position(|part| part == first)) else {
        return Vec::new();
    };
    let mut run = best.to_vec();
    let is_cut = offset + run.len() < parts.len();
    while is_cut && run.len() > 1 && run.last().is_some_and(|last| is_rather_setting(text, last.clone())) {
        run.pop();
    }
    run
}

/// Whether a part holds nothing but settings of the scene: `lime text on black, 8s`.
pub(crate) fn is_only_settings(text: &Text, part: Range<usize>) -> bool {
    sets_only(text, &part, false)
}

/// Whether a part, or each of most of the parts in it (`dark theme, slow, 5s`), is a setting.
fn sets_only(text: &Text, part: &Range<usize>, first: bool) -> bool {
    let mut part = first_sentence(text, part.clone());
    if let Some(colon) = last(&part, &|at| at > 0 && is_colon(text, at) && !open(text, at - 1)) {
        part.start = colon + 1;
    }
    let part = if first { part } else { before_settings(text, part) };
    if is_setting(text, part.clone()) {
        return true;
    }
    let pieces = super::cut::parts(text, part, Separator::Comma);
    let sure = pieces.iter().filter(|piece| is_setting(text, (*piece).clone())).count();
    let likely = pieces.iter().filter(|piece| is_rather_setting(text, (*piece).clone())).count();
    sure > 0 && 2 * (sure + likely) > pieces.len()
}

/// The parts without what leads to the first and what follows the last. A sentence that ends inside a part ends the
/// list, but for lists of lines.
pub(super) fn settled(text: &Text, mut parts: Vec<Range<usize>>, separator: Separator) -> Vec<Range<usize>> {
    if separator == Separator::Break {
        parts.retain(|line| mark(text, line.end - 1) != Some(':'));
        return parts;
    }
    end(text, &mut parts, separator);
    begin(text, &mut parts);
    parts
}

/// A range up to the end of its first sentence; `!` and `?` belong to it.
pub(in crate::value) fn first_sentence(text: &Text, range: Range<usize>) -> Range<usize> {
    match range.clone().find(|&at| ends_sentence(text, at) && at + 1 < range.end) {
        Some(end) if mark(text, end) == Some('.') => range.start..end,
        Some(end) => range.start..end + 1,
        None => range,
    }
}

/// A range up to the first separator behind which a setting of the scene stands, or up to words that begin one
/// (`in teal`, `titled`).
pub(in crate::value) fn before_settings(text: &Text, range: Range<usize>) -> Range<usize> {
    let ends = |at: usize| {
        at > range.start && open(text, at) && (begins_setting(text, at) || is_divided_setting(text, at, range.end))
    };
    let end = range.clone().find(|&at| ends(at)).unwrap_or(range.end);
    range.start..end
}

fn is_divided_setting(text: &Text, token: usize, end: usize) -> bool {
    if !matches!(mark(text, token), Some(',' | ';' | '|' | '/')) {
        return false;
    }
    let next = (token + 1..end).find(|&at| matches!(mark(text, at), Some(',' | ';' | '|' | '/'))).unwrap_or(end);
    is_setting(text, token + 1..next)
}

/// Cuts what leads to the first item: up to a colon, a dash, a quote or the end of a sentence that no other item has.
fn begin(text: &Text, parts: &mut Vec<Range<usize>>) {
    drop_before_colon(text, parts);
    let Some((first, others)) = parts.split_first_mut() else { return };
    let mut start = last(first, &|at| ends_sentence(text, at)).map_or(first.start, |at| at + 1);
    let dash = |at: usize| is_dash(text, at);
    let inner = if others.len() > 1 { &others[..others.len() - 1] } else { &others[..] };
    if !inner.iter().any(|part| part.clone().any(dash)) {
        start = start.max(last(first, &dash).map_or(start, |at| at + 1));
    }
    start = start.max(behind_quote(text, &(start..first.end), others));
    while start < first.end && leads(text, start) {
        start += 1;
    }
    first.start = behind_cue(text, start..first.end, others);
    if first.start >= first.end {
        parts.remove(0);
    }
}

/// Where one item alone has a colon, the list begins behind it; where others have one too, only a long beginning
/// (`… like in the cinema: Costumes: Ana`) is cut.
fn drop_before_colon(text: &Text, parts: &mut Vec<Range<usize>>) {
    const LONG: usize = 4;
    let colon = |part: &Range<usize>| last(part, &|at| is_colon(text, at));
    let with_colon: Vec<usize> = (0..parts.len()).filter(|&index| colon(&parts[index]).is_some()).collect();
    let Some(&first) = with_colon.first() else { return };
    let long = |at: usize, part: &Range<usize>| at - part.start > LONG;
    let alone = with_colon.len() == 1 && first + 1 < parts.len();
    if let Some(at) = colon(&parts[first]).filter(|&at| alone || first == 0 && long(at, &parts[0])) {
        parts.drain(..first);
        parts[0].start = at + 1;
    }
}

fn leads(text: &Text, token: usize) -> bool {
    is_conjunction(text, token)
        || matches!(text.word(token), "with" | "are" | ":" | "," | "of" | "like") && is_lower(text, token)
}

fn is_lower(text: &Text, token: usize) -> bool {
    !text.typed(token).starts_with(char::is_uppercase)
}

/// Behind the quote in the first item where the others have none: `"Spring cleaning" gutters`.
fn behind_quote(text: &Text, first: &Range<usize>, others: &[Range<usize>]) -> usize {
    let quoted = |at: usize| !open(text, at);
    let all = first.clone().all(quoted);
    if all || others.iter().any(|part| part.clone().any(quoted)) {
        return first.start;
    }
    first.clone().rev().find(|&at| quoted(at)).map_or(first.start, |at| at + 1)
}

/// Behind `like` near the beginning, or, where the first item is far longer than all others, behind the last word that
/// leads to a list.
fn behind_cue(text: &Text, first: Range<usize>, others: &[Range<usize>]) -> usize {
    const CUES: Words = Words::new("with of are is like for list including incl between from then");
    let inner = |at: usize| at > first.start && at + 1 < first.end;
    let names = |at: usize| matches!(text.word(at), "like" | "including" | "incl") && !wishes(text.word(at - 1));
    if let Some(like) = first.clone().take(4).find(|&at| inner(at) && names(at)) {
        return like + 1;
    }
    let longest = others.iter().map(|part| words(text, part)).max().unwrap_or(0);
    if words(text, &first) <= longest + 2 {
        return first.start;
    }
    let cue = first.clone().rev().find(|&at| at + 1 < first.end && CUES.contains(text.word(at)));
    cue.map_or(first.start, |at| at + 1)
}

fn wishes(word: &str) -> bool {
    matches!(word, "i" | "i'd" | "we" | "we'd" | "you" | "would" | "look" | "looks" | "feel" | "feels")
}

fn words(text: &Text, part: &Range<usize>) -> usize {
    part.clone().filter(|&at| is_word(text, at) && !glued(text, at)).count()
}

fn end(text: &Text, parts: &mut Vec<Range<usize>>, separator: Separator) {
    let sentence = |part: &Range<usize>| {
        part.clone().position(|at| at + 1 < part.end && (ends_sentence(text, at) || is_break(text, at)))
    };
    // A sentence that ends in the first part only leads to the list.
    let first_cut = usize::from(parts.len() > 1);
    if let Some(cut) = (first_cut..parts.len()).find(|&index| sentence(&parts[index]).is_some()) {
        parts.truncate(cut + 1);
        if let Some(last) = parts.last_mut() {
            let line = last.clone().find(|&at| is_break(text, at)).unwrap_or(last.end);
            *last = first_sentence(text, last.start..line);
        }
    }
    let Some((last, others)) = parts.split_last_mut() else { return };
    *last = before_settings(text, last.clone());
    let inner = if others.len() > 1 { &others[1..] } else { &others[..] };
    if !inner.iter().any(|part| part.clone().any(|at| is_dash(text, at))) && separator != Separator::Arrow {
        last.end = last.clone().find(|&at| at > last.start && is_dash(text, at)).unwrap_or(last.end);
    }
    last.end = without_point(text, last, others);
}

/// The point behind the last item is the sentence's, unless others have one too.
fn without_point(text: &Text, last: &Range<usize>, others: &[Range<usize>]) -> usize {
    let pointed = |part: &Range<usize>| !part.is_empty() && mark(text, part.end - 1) == Some('.');
    let own = others.iter().any(pointed) || !pointed(last) || is_abbreviation(text, last.end - 1);
    let closes = |at: usize| {
        matches!(mark(text, at), Some(')' | ']'))
            && !last.clone().any(|open| matches!(mark(text, open), Some('(' | '[')))
    };
    let mut end = last.end;
    while end > last.start && open(text, end - 1) && (!own && mark(text, end - 1) == Some('.') || closes(end - 1)) {
        end -= 1;
    }
    end
}

fn last(part: &Range<usize>, is: &dyn Fn(usize) -> bool) -> Option<usize> {
    part.clone().rev().find(|&at| at + 1 < part.end && is(at))
}

fn ends_sentence(text: &Text, token: usize) -> bool {
    open(text, token)
        && matches!(mark(text, token), Some('.' | '!' | '?' | '…'))
        && !glued(text, token + 1)
        && !is_abbreviation(text, token)
}

fn is_colon(text: &Text, token: usize) -> bool {
    open(text, token) && mark(text, token) == Some(':') && !glued(text, token + 1)
}

fn is_dash(text: &Text, token: usize) -> bool {
    open(text, token)
        && (matches!(mark(text, token), Some('-'))
            && !glued(text, token)
            && (!glued(text, token + 1) || mark(text, token + 1) == Some('-') && !glued(text, token + 2))
            || matches!(mark(text, token), Some('→' | '⇒')))
}

/// `in teal`, `on a black background`, `titled …`.
fn begins_setting(text: &Text, token: usize) -> bool {
    if matches!(text.word(token), "titled" | "headed" | "lasting") {
        return true;
    }
    if matches!(text.word(token), "title" | "subtitle" | "heading" | "headline" | "called")
        && !open(text, (token + 1).min(text.tokens().len() - 1))
    {
        return true;
    }
    let behind = token + 1 + usize::from(matches!(text.word(token + 1), "a" | "the"));
    matches!(text.word(token), "in" | "on" | "with" | "at" | "for" | "over") && is_look(text, behind)
}

fn is_look(text: &Text, token: usize) -> bool {
    if token >= text.tokens().len() || !open(text, token) {
        return false;
    }
    let word = text.word(token);
    let named = is_word(text, token) && matches!(text.word(token + 1), "theme" | "font" | "background" | "bg" | "text");
    let format = matches!(word, "vertical" | "portrait" | "landscape" | "tiktok" | "reels" | "instagram" | "youtube");
    let kind = || scan::at(text, token).map(|found| found.kind);
    named
        || format
        || matches!(
            kind(),
            Some(
                Kind::Colour(_)
                    | Kind::Gradient(_)
                    | Kind::Seconds(_)
                    | Kind::Frames(_)
                    | Kind::Fps(_)
                    | Kind::Aspect { .. }
            )
        )
}
