//! The gates that a template has to pass. Every closed gate is a reason.

use std::ops::Range;

use super::coverage::Coverage;
use super::decision::Refusal;
use crate::pattern::{Candidate, Class, PatternSet, Tagging, Utterance};
use crate::text::TokenKind;

/// The least share of a request that must be explained. Below it, what is left is what the person wants.
const LEAST_COVERAGE: f64 = 0.85;

/// The same where the request states all that the scene shows: a word beside that is seldom the wish.
const LEAST_WHERE_STATED: f64 = 0.79;

/// How many words before the name of a scene a negation reaches.
const REACH: usize = 3;

/// Words that questions begin with.
const QUESTIONS: [&str; 16] = [
    "what", "what's", "how", "why", "which", "who", "where", "when", "is", "are", "does", "do", "did", "can", "should",
    "will",
];

/// All gates that are closed for a candidate.
pub(super) fn closed(
    utterance: &Utterance,
    patterns: &PatternSet,
    candidate: &Candidate,
    tagging: &Tagging<'_>,
    coverage: &Coverage,
) -> Vec<Refusal> {
    let mut closed: Vec<Refusal> = [
        excluded(utterance, candidate, tagging),
        negated(utterance, &candidate.marks),
        beyond(utterance, candidate, tagging),
        several(utterance, patterns, tagging),
        scenes(utterance, patterns, tagging),
        question(utterance),
        vague(utterance, patterns, candidate, tagging),
    ]
    .into_iter()
    .flatten()
    .collect();
    let least = if firm(patterns, candidate, tagging) { LEAST_WHERE_STATED } else { LEAST_COVERAGE };
    if coverage.share < least {
        closed.push(Refusal::Unexplained(coverage.unexplained.clone()));
    }
    closed
}

/// Whether the request states everything without which the scene would have nothing to show.
fn firm(patterns: &PatternSet, candidate: &Candidate, tagging: &Tagging<'_>) -> bool {
    let pattern = patterns.pattern(candidate);
    let bound = |name: &str| tagging.values().iter().any(|value| pattern.slot_name(value.slot) == name);
    !tagging.values().is_empty() && pattern.required().all(bound)
}

/// A word that rules the pattern out, unless it is part of a value.
fn excluded(utterance: &Utterance, candidate: &Candidate, tagging: &Tagging<'_>) -> Option<Refusal> {
    let hit = candidate.exclusions.iter().find(|tokens| !tagging.is_value(tokens))?;
    Some(Refusal::Excluded(utterance.text().typed_range(hit.clone()).to_owned()))
}

/// `no`, `not`, `without` shortly before every part that names the scene, in the same clause.
fn negated(utterance: &Utterance, marks: &[Range<usize>]) -> Option<Refusal> {
    let negation = |tokens: &Range<usize>| {
        let first = utterance.clause(tokens.start).start.max(tokens.start.saturating_sub(REACH));
        (first..tokens.start).find(|&token| utterance.class(token).contains(Class::NEGATION))
    };
    let first = negation(marks.first()?)?;
    let last = marks.last().and_then(|tokens| negation(tokens).map(|_| tokens.end))?;
    Some(Refusal::Negated(utterance.text().typed_range(first..last.max(first + 1)).to_owned()))
}

fn beyond(utterance: &Utterance, candidate: &Candidate, tagging: &Tagging<'_>) -> Option<Refusal> {
    let tokens = utterance.text().tokens();
    let token = (0..tokens.len()).find(|&token| {
        utterance.class(token).contains(Class::BEYOND)
            && tokens[token].quote.is_none()
            && !candidate.marks.iter().any(|mark| mark.contains(&token))
            && !tagging.explains(token)
    })?;
    Some(Refusal::Beyond(utterance.text().typed(token).to_owned()))
}

/// `what is the gradient of a line?`: a question word at the beginning, a question mark at the end, and nobody is asked
/// to make anything.
fn question(utterance: &Utterance) -> Option<Refusal> {
    let tokens = utterance.text().tokens();
    let last = (0..tokens.len()).rev().find(|&token| tokens[token].kind != TokenKind::Break)?;
    let first = (0..tokens.len()).find(|&token| !utterance.class(token).contains(Class::FILLER))?;
    let asks = utterance.text().word(last) == "?" && tokens[last].quote.is_none();
    let begins = QUESTIONS.contains(&utterance.text().word(first)) && tokens[first].quote.is_none();
    // `how much do you charge?` asks for nothing to be done.
    let asks_for = |token: usize| utterance.class(token).contains(Class::MAKE) && utterance.text().word(token) != "do";
    let makes = (0..tokens.len()).any(asks_for);
    (asks && begins && !makes).then(|| Refusal::Question(utterance.text().typed(first).to_owned()))
}

/// A name that says little by itself needs content: a required parameter, or any at all where none is required.
fn vague(
    utterance: &Utterance,
    patterns: &PatternSet,
    candidate: &Candidate,
    tagging: &Tagging<'_>,
) -> Option<Refusal> {
    let pattern = patterns.pattern(candidate);
    let needed: Vec<&str> = pattern.required().collect();
    let filled = if needed.is_empty() {
        !tagging.values().is_empty() || !tagging.settings().is_empty()
    } else {
        tagging.values().iter().any(|value| needed.contains(&pattern.slot_name(value.slot)))
    };
    let name = candidate.names.first().filter(|_| !candidate.strong && !filled)?;
    Some(Refusal::Vague(utterance.text().typed_range(name.clone()).to_owned()))
}

fn several(utterance: &Utterance, patterns: &PatternSet, tagging: &Tagging<'_>) -> Option<Refusal> {
    let tokens = utterance.ways_of("several", patterns).find(|tokens| !tagging.is_value(tokens))?;
    Some(Refusal::Several(utterance.text().typed_range(tokens).to_owned()))
}

/// Parts that begin with names of different scenes: `1) typewriter … 2) timeline …`, `search box … → phone mockup …`.
fn scenes(utterance: &Utterance, patterns: &PatternSet, tagging: &Tagging<'_>) -> Option<Refusal> {
    let tokens = utterance.text().tokens();
    let divides = |token: usize| {
        let mark = tokens[token].quote.is_none() && matches!(utterance.text().word(token), "→" | ";");
        mark || tokens[token].kind == TokenKind::Break
    };
    let says = |token: &usize| tokens[*token].kind == TokenKind::Word && !utterance.class(*token).light();
    let starts = (0..tokens.len()).filter(|&token| token == 0 || divides(token - 1));
    let mut first: Option<Vec<u16>> = None;
    for start in starts {
        let end = (start..tokens.len()).find(|&token| divides(token)).unwrap_or(tokens.len());
        let Some(name) = (start..end).find(says).filter(|&name| tokens[name].quote.is_none()) else { continue };
        let named = patterns.named_at(utterance, name);
        match &first {
            None if !named.is_empty() => first = Some(named),
            Some(known)
                if !named.is_empty() && !tagging.announces(name) && named.iter().all(|one| !known.contains(one)) =>
            {
                return Some(Refusal::Several(utterance.text().typed(name).to_owned()));
            }
            _ => {}
        }
    }
    None
}
