//! Lists whose items are marked one by one: by bullets, numbers or quotation marks.

use std::ops::Range;

use super::ends;
use crate::text::Text;
use crate::value::peek::{glued, is_break, is_number, is_word, mark, open};

/// The longest block of lines that begin with a bullet.
pub(super) fn bullets(text: &Text, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut best: Vec<Range<usize>> = Vec::new();
    let mut block: Vec<Range<usize>> = Vec::new();
    for line in lines(text, range) {
        if let Some(start) = behind_bullet(text, &line) {
            block.push(start..line.end);
        } else {
            keep_longer(&mut best, &mut block);
        }
    }
    keep_longer(&mut best, &mut block);
    let inline = best.len() == 1 && best[0].clone().any(|at| mark(text, at) == mark(text, best[0].start - 1));
    (!best.is_empty() && !inline).then_some(best)
}

/// Items behind ascending numbers, each with a point or a bracket, or each at the beginning of its line.
pub(super) fn numbers(text: &Text, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut best: Vec<Marker> = Vec::new();
    let mut current: Vec<Marker> = Vec::new();
    for marker in range.clone().filter_map(|token| marker(text, token, range.start)) {
        let follows =
            current.last().is_some_and(|last| last.number + 1 == marker.number && last.punctuated == marker.punctuated);
        if !follows {
            keep_longer(&mut best, &mut current);
        }
        if follows || marker.number <= 1 {
            current.push(marker);
        }
    }
    keep_longer(&mut best, &mut current);
    if best.len() < 2 {
        best = counted(text, range.clone());
    }
    (best.len() > 1).then(|| between(text, &best, range.end))
}

/// Items behind bare numbers in a line: `1 sign up 2 add card 3 done`. Three at least, which count from one on, with words
/// between them and no commas, so that figures are none.
fn counted(text: &Text, range: Range<usize>) -> Vec<Marker> {
    const FEWEST: usize = 3;
    let mut markers: Vec<Marker> = Vec::new();
    for token in range.clone() {
        let next = u32::try_from(markers.len()).unwrap_or(u32::MAX).saturating_add(1);
        let bare = open(text, token) && is_number(text, token) && !glued(text, token) && !glued(text, token + 1);
        if !bare || text.word(token).parse() != Ok(next) {
            continue;
        }
        let says = token + 1 < range.end && is_word(text, token + 1);
        let apart = markers.last().is_none_or(|last| token > last.behind && is_word(text, token - 1));
        if says && apart {
            markers.push(Marker { number: next, punctuated: false, first: token, behind: token + 1 });
        }
    }
    if markers.len() < FEWEST { Vec::new() } else { markers }
}

/// The longest run of quotes with nothing but separators between them.
pub(super) fn quotes(text: &Text, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut best: Vec<Range<usize>> = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    let inside = text
        .quotes()
        .iter()
        .filter(|quote| quote.first >= range.start && quote.end <= range.end && quote.end > quote.first + 2);
    for quote in inside {
        if !run.last().is_some_and(|last| (last.end..quote.first).all(|at| is_between(text, at))) {
            keep_longer(&mut best, &mut run);
        }
        run.push(quote.first..quote.end);
    }
    keep_longer(&mut best, &mut run);
    (best.len() > 1 && is_whole(text, &best, &range)).then_some(best)
}

struct Marker {
    number: u32,
    punctuated: bool,
    first: usize,
    behind: usize,
}

fn keep_longer<T>(best: &mut Vec<T>, run: &mut Vec<T>) {
    let run = std::mem::take(run);
    if run.len() > best.len() {
        *best = run;
    }
}

fn lines(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = range.start;
    for token in range.clone() {
        if is_break(text, token) {
            lines.push(start..token);
            start = token + 1;
        }
    }
    lines.push(start..range.end);
    lines.retain(|line| !line.is_empty());
    lines
}

fn behind_bullet(text: &Text, line: &Range<usize>) -> Option<usize> {
    let first_of_line = line.start == 0 || is_break(text, line.start - 1) || mark(text, line.start) == Some('•');
    if mark(text, line.start) == Some('[') && first_of_line {
        return Some(behind_box(text, line.start)).filter(|start| *start > line.start && *start < line.end);
    }
    let bullet = match mark(text, line.start)? {
        '•' | '●' | '‣' | '▪' | '◦' | '·' | '✅' | '☑' | '➤' | '👉' | '🔹' | '🔸' | '✓' | '✔' | '☐' | '□' | '→'
        | '►' | '▸' => true,
        '-' | '*' | '+' | '>' | '~' => !glued(text, line.start + 1),
        _ => false,
    };
    if !bullet || !first_of_line || line.len() < 2 {
        return None;
    }
    Some(behind_box(text, line.start + 1))
}

/// Behind the box of `- [ ] milk`.
fn behind_box(text: &Text, token: usize) -> usize {
    let close = (token + 1..token + 3).find(|&at| mark(text, at) == Some(']'));
    close.filter(|_| mark(text, token) == Some('[')).map_or(token, |close| close + 1)
}

fn marker(text: &Text, token: usize, start: usize) -> Option<Marker> {
    let free = !glued(text, token) || mark(text, token - 1) == Some('(');
    if !open(text, token) || !free {
        return None;
    }
    let number = ordinal(text, token)?;
    let bracketed = token > 0 && mark(text, token - 1) == Some('(') && mark(text, token + 1) == Some(')');
    let named = token > 0 && matches!(text.word(token - 1), "step" | "phase" | "day" | "week" | "part");
    let first = token - usize::from(bracketed || named);
    if bracketed || !glued(text, token + 2) && is_punctuation(text, token) {
        return Some(Marker { number, punctuated: true, first, behind: token + 2 });
    }
    // The key cap of an emoji digit is one character or two.
    let cap = (token + 1..token + 3).take_while(|&at| matches!(mark(text, at), Some('\u{fe0f}' | '\u{20e3}'))).count();
    if cap > 0 {
        return Some(Marker { number, punctuated: true, first, behind: token + 1 + cap });
    }
    let begins_line = token == start || is_break(text, token.saturating_sub(1));
    let bare = begins_line && is_number(text, token) && !glued(text, token + 1);
    bare.then_some(Marker { number, punctuated: false, first, behind: token + 1 })
}

fn is_punctuation(text: &Text, token: usize) -> bool {
    let marks: &[char] = if is_number(text, token) { &['.', ')', ':'] } else { &[')'] };
    glued(text, token + 1) && mark(text, token + 1).is_some_and(|mark| marks.contains(&mark))
}

/// The number of a marker; `a)` is the first.
fn ordinal(text: &Text, token: usize) -> Option<u32> {
    let word = text.word(token);
    if is_number(text, token) {
        return word.parse().ok().filter(|number| *number < 100);
    }
    match word.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(letter - b'a') + 1),
        _ => None,
    }
}

fn between(text: &Text, markers: &[Marker], end: usize) -> Vec<Range<usize>> {
    let ends = markers[1..].iter().map(|marker| marker.first).chain([end]);
    let mut parts: Vec<Range<usize>> = markers.iter().zip(ends).map(|(marker, end)| marker.behind..end).collect();
    if let Some(last) = parts.last_mut() {
        let line_end = last.clone().find(|&at| is_break(text, at)).unwrap_or(last.end);
        *last = ends::before_settings(text, ends::first_sentence(text, last.start..line_end));
    }
    parts
}

fn is_between(text: &Text, token: usize) -> bool {
    is_break(text, token)
        || matches!(
            text.word(token),
            "," | ";" | "/" | "|" | "and" | "or" | "&" | "-" | "•" | "·" | "*" | "→" | "+" | "then" | "." | ">"
        )
}

/// Whether a run of quotes is the list that a range holds, and not two quoted items among others.
fn is_whole(text: &Text, run: &[Range<usize>], range: &Range<usize>) -> bool {
    let divides = |at: usize| open(text, at) && matches!(text.word(at), "," | ";" | "/" | "|" | "•" | "·");
    let Some(first) = run.first().filter(|first| first.start > range.start) else { return true };
    let led_by_item = divides(first.start - 1) && (range.start..first.start - 1).any(divides);
    run.len() > 2 || !led_by_item
}
