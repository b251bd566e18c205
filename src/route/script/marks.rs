//! The marks that divide a script. Each function gives the ranges of tokens that stand between scenes or before them.

use std::ops::Range;

use crate::pattern::{Class, PatternSet, Utterance};
use crate::text::{Token, TokenKind};

/// Words that number a scene: `Scene 1`, `Slide two`.
const LABELS: [&str; 9] = ["scene", "slide", "part", "clip", "shot", "section", "chapter", "frame", "screen"];

/// Words that say which part of a video a scene is.
const ROLES: [&str; 18] = [
    "intro",
    "opening",
    "opener",
    "begin",
    "beginning",
    "start",
    "hook",
    "middle",
    "main",
    "body",
    "outro",
    "ending",
    "end",
    "close",
    "closing",
    "finale",
    "finish",
    "last",
];

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// `Scene 1:`, `Slide two -`, or `intro: … outro: …`.
pub(super) fn labels(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    let word = |token: usize| utterance.text().word(token);
    let numbered = |token: &usize| begins(utterance, *token) && LABELS.contains(&word(*token));
    let labels = body.clone().filter(numbered).filter(|&token| ordinal(utterance, token + 1).is_some());
    let labels = counted(labels.map(|token| (ordinal(utterance, token + 1), token..token + 2)));
    if labels.len() > 1 {
        return labels;
    }
    let role = |token: &usize| begins(utterance, *token) && ROLES.contains(&word(*token)) && word(*token + 1) == ":";
    divisions(body.filter(role).map(|token| token..token + 2).collect())
}

/// `1. … 2. …`, `1) … 2) …`, `(a) … (b) …`, `[1] …`, `1: …`, `1 - …`.
pub(super) fn numbers(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    let text = utterance.text();
    let numbered = |token: usize| {
        let closed = matches!(text.word(token + 1), ")" | "]");
        let opened = token > body.start && matches!(text.word(token - 1), "(" | "[" | "#");
        let letter = opened && closed && matches!(text.word(token), "a" | "b" | "c" | "d" | "e" | "f");
        let number = if letter { letter_number(text.word(token)) } else { ordinal(utterance, token) }?;
        let mark = matches!(text.word(token + 1), "." | ":" | "-" | "–" | "—");
        let apart = !text.tokens()[token].glued && matches!(text.word(token + 1), ")" | "-" | "–" | "—");
        // `… 2. …` in the middle of a line counts what `1.` has begun.
        let goes_on = number > 1 && !text.tokens()[token].glued && text.word(token + 1) == ".";
        let starts = begins(utterance, token) || opened || apart || goes_on;
        let plain = letter || text.tokens()[token].is_number();
        (plain && starts && (closed || mark)).then(|| (Some(number), token - usize::from(opened)..token + 2))
    };
    let free = |token: &usize| text.tokens()[*token].quote.is_none();
    counted(body.clone().filter(free).filter_map(numbered))
}

/// Bullets: lines that begin with `-`, `*` or `•`.
pub(super) fn bullets(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    let bullet = |token: &usize| {
        let mark = matches!(utterance.text().word(*token), "-" | "*" | "•" | "–" | "—" | "·" | "▪" | "‣" | "+");
        mark && starts_line(utterance, *token) && !utterance.text().word(token + 1).is_empty()
    };
    divisions(body.filter(bullet).map(|token| token..token + 1).collect())
}

/// Rows of a table with bars, without its header, each from its first cell that is no number.
pub(super) fn rows(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    let text = utterance.text();
    let bar = |token: usize| text.word(token) == "|";
    let row = |token: usize| {
        let numbered = text.tokens().get(token + 1).is_some_and(Token::is_number) && bar(token + 2);
        let behind = if numbered { token + 3 } else { token + 1 };
        (bar(token) && starts_line(utterance, token)).then_some(token..behind)
    };
    let rows: Vec<Range<usize>> = body.filter_map(row).collect();
    let ruled = |row: &Range<usize>| text.word(row.end) == "-" || text.word(row.end) == ":";
    let header = rows.iter().position(ruled).map_or(0, |rule| rule + 1);
    divisions(rows[header..].to_vec())
}

/// Words of order: `first`, `then`, `followed by`, `finally`.
pub(super) fn order(utterance: &Utterance, patterns: &PatternSet, body: Range<usize>) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (tokens, weak) in utterance.said("order", patterns) {
        let inside = body.start <= tokens.start && tokens.end < body.end;
        let free = !utterance.quoted(tokens.start) && (!weak || begins(utterance, tokens.start));
        match marks.last_mut() {
            _ if !inside || !free => {}
            // Of words that begin together the longest counts, and what goes on from them belongs to them.
            Some(last) if tokens.start <= last.end => last.end = last.end.max(tokens.end),
            _ => marks.push(tokens),
        }
    }
    marks
}

/// Arrows and bars.
pub(super) fn arrows(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    let text = utterance.text();
    let arrow = |token: usize| {
        let pair = |first, second| text.word(token) == first && text.word(token + 1) == second;
        match text.word(token) {
            "→" | "➡" | "⟶" | "➔" | "»" | "⇒" => Some(token..token + 1),
            "|" | "+" if utterance.class(token).contains(Class::EDGE) => Some(token..token + 1),
            _ if pair("-", ">") || pair("=", ">") || pair(">", ">") => Some(token..token + 2),
            _ => None,
        }
    };
    body.filter(|&token| !utterance.quoted(token)).filter_map(arrow).collect()
}

/// Ends of lines.
pub(super) fn breaks(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    edges(utterance, body, |kind, _| kind == TokenKind::Break)
}

/// Ends of lines and sentences, and strong marks between clauses.
pub(super) fn stops(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    edges(utterance, body, |kind, word| kind == TokenKind::Break || matches!(word, "." | ";" | "/" | "!" | "?"))
}

/// All of these, commas and `and`, outside of brackets.
pub(super) fn commas(utterance: &Utterance, body: Range<usize>) -> Vec<Range<usize>> {
    let mut depth = 0_usize;
    let outside: Vec<bool> = (0..body.end)
        .map(|token| {
            match utterance.text().word(token) {
                _ if utterance.quoted(token) => {}
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect();
    let joins = |token: &usize| {
        let word = utterance.text().word(*token);
        let edge = utterance.class(*token).contains(Class::EDGE) && !matches!(word, "(" | ")" | "[" | "]" | ":");
        outside[*token] && !utterance.quoted(*token) && (edge || matches!(word, "and" | "&" | "plus"))
    };
    let joins: Vec<usize> = body.filter(joins).collect();
    // `, and` is one mark.
    let mut marks: Vec<Range<usize>> = Vec::new();
    for token in joins {
        match marks.last_mut() {
            Some(last) if last.end == token => last.end = token + 1,
            _ => marks.push(token..token + 1),
        }
    }
    marks
}

fn edges(utterance: &Utterance, body: Range<usize>, divides: fn(TokenKind, &str) -> bool) -> Vec<Range<usize>> {
    let edge = |token: &usize| {
        let kind = utterance.text().tokens()[*token].kind;
        utterance.class(*token).contains(Class::EDGE) && divides(kind, utterance.text().word(*token))
    };
    body.filter(edge).map(|token| token..token + 1).collect()
}

/// Marks are marks if there are two of them.
fn divisions(marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if marks.len() > 1 { marks } else { Vec::new() }
}

/// The marks whose numbers go on from one.
fn counted(marks: impl Iterator<Item = (Option<usize>, Range<usize>)>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (number, tokens) in marks {
        if number == Some(found.len() + 1) {
            found.push(tokens);
        }
    }
    divisions(found)
}

fn ordinal(utterance: &Utterance, token: usize) -> Option<usize> {
    let word = utterance.text().word(token);
    NUMBERS.iter().position(|known| *known == word).map(|at| at + 1).or_else(|| word.parse().ok())
}

fn letter_number(letter: &str) -> Option<usize> {
    letter.bytes().next().map(|byte| usize::from(byte - b'a') + 1)
}

/// Whether a clause begins with a token: nothing stands before it, or a mark, or `and`.
fn begins(utterance: &Utterance, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    let joins = matches!(utterance.text().word(before), "and" | "&" | "#" | "*" | "–" | "—");
    !utterance.quoted(token) && (joins || utterance.class(before).contains(Class::EDGE))
}

fn starts_line(utterance: &Utterance, token: usize) -> bool {
    let breaks = |before: usize| utterance.text().tokens()[before].kind == TokenKind::Break;
    !utterance.quoted(token) && token.checked_sub(1).is_none_or(breaks)
}
