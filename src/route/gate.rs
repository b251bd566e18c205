//! The gates that a template has to pass. Every closed gate is a reason.

mod company;

use std::ops::Range;

pub(super) use company::is_labelled;

use super::coverage::Coverage;
use super::decision::Refusal;
use super::language;
use crate::pattern::{Candidate, Class, PatternSet, Tagging, Utterance};
use crate::text::TokenKind;

/// The least share of a request that must be explained. Below it, what is left is what the person wants.
const LEAST_COVERAGE: f64 = 0.85;

/// The same where the request states all that the scene shows: a word beside that is seldom the wish.
const LEAST_WHERE_STATED: f64 = 0.79;

/// Verbs that ask for words.
const WRITING: [&str; 6] = ["write", "draft", "compose", "rewrite", "translate", "summarise"];

/// How many words before the name of a scene a negation reaches.
const REACH: usize = 3;

/// Words with which somebody asks whether or why something is so.
const CHECKS: [&str; 11] = ["is", "are", "does", "did", "why", "who", "which", "where", "when", "what", "how"];

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
        language(utterance, candidate, tagging),
        excluded(utterance, candidate, tagging),
        negated(utterance, &candidate.marks),
        beyond(utterance, candidate, tagging),
        company::several(utterance, patterns, tagging),
        company::scenes(utterance, patterns, tagging),
        company::another(utterance, patterns, candidate, tagging),
        company::placed(tagging),
        question(utterance),
        statement(utterance, candidate, tagging),
        report(utterance, tagging),
        change(utterance),
        prose(utterance, tagging),
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

/// Another language than English, outside of quotes and values.
fn language(utterance: &Utterance, candidate: &Candidate, tagging: &Tagging<'_>) -> Option<Refusal> {
    let named = |token: usize| candidate.marks.iter().any(|mark| mark.contains(&token));
    let content = |token: usize| named(token) || tagging.is_value(&(token..token + 1));
    language::foreign(utterance, content).map(|name| Refusal::Language(name.to_owned()))
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

/// `what is the gradient of a line?`, `how do i …`: a question word at the beginning, a question mark at the end, and nobody is asked
/// to make anything.
fn question(utterance: &Utterance) -> Option<Refusal> {
    let tokens = utterance.text().tokens();
    let says = |token: usize, words: [&str; 3]| {
        let said = |(at, word): (usize, &&str)| utterance.text().word(token + at) == *word;
        tokens[token].quote.is_none() && words.iter().enumerate().all(said)
    };
    let told = |token: &usize| says(*token, ["how", "do", "i"]) || says(*token, ["tell", "me", "what"]);
    if let Some(token) = (0..tokens.len()).find(told) {
        return Some(Refusal::Question(utterance.text().typed_range(token..token + 3).to_owned()));
    }
    let last = (0..tokens.len()).rev().find(|&token| tokens[token].kind != TokenKind::Break)?;
    let first = (0..tokens.len()).find(|&token| !utterance.class(token).contains(Class::FILLER))?;
    let asks = utterance.text().word(last) == "?" && tokens[last].quote.is_none();
    let begins = QUESTIONS.contains(&utterance.text().word(first)) && tokens[first].quote.is_none();
    // `how much do you charge?` asks for nothing to be done.
    let asks_for = |token: usize| utterance.class(token).contains(Class::MAKE) && utterance.text().word(token) != "do";
    let makes = (0..tokens.len()).any(asks_for);
    // Whether something is so asks for nothing to be made, whatever verbs are in it: `is 60 percent a good open rate?`
    let offers = matches!(utterance.text().word(first + 1), "about" | "if");
    let whether = CHECKS.contains(&utterance.text().word(first))
        && !offers
        && !(0..tokens.len()).any(|token| is_making(utterance, token));
    let makes = makes && !whether;
    (asks && begins && !makes).then(|| Refusal::Question(utterance.text().typed(first).to_owned()))
}

/// Whether a verb says that something is to be made, and hardly anything else.
fn is_making(utterance: &Utterance, token: usize) -> bool {
    const MAKING: [&str; 8] = ["make", "create", "build", "generate", "render", "animate", "add", "show"];
    MAKING.contains(&utterance.text().word(token))
}

/// What a change makes of something that is there already.
const COMPARATIVES: [&str; 12] = [
    "bigger", "smaller", "larger", "faster", "slower", "darker", "lighter", "brighter", "shorter", "longer", "thicker",
    "bolder",
];

/// `make the logo bigger`: something that is there already is to be changed.
fn change(utterance: &Utterance) -> Option<Refusal> {
    const THERE: [&str; 6] = ["the", "it", "everything", "this", "that", "them"];
    let text = utterance.text();
    let first = (0..text.tokens().len()).find(|&token| !utterance.class(token).contains(Class::COURTESY))?;
    let there = matches!(text.word(first), "make" | "turn") && THERE.contains(&text.word(first + 1));
    let more = utterance.clause(first).find(|&token| COMPARATIVES.contains(&text.word(token)))?;
    there.then(|| Refusal::Change(text.typed_range(first..more + 1).to_owned()))
}

/// Words that say how something is.
const COPULAS: [&str; 14] =
    ["is", "are", "was", "were", "isn't", "aren't", "wasn't", "went", "failed", "should", "must", "will", "has", "had"];

/// Words behind which a sentence within a sentence begins.
const SUBORDINATE: [&str; 12] =
    ["how", "that", "which", "who", "where", "what", "why", "whose", "they", "it", "when", "we"];

/// `the cover of the book is ugly`: a sentence that says how something is, and states nothing that a scene shows.
fn statement(utterance: &Utterance, candidate: &Candidate, tagging: &Tagging<'_>) -> Option<Refusal> {
    let text = utterance.text();
    let name = candidate.names.first()?;
    let asks = |token: usize| utterance.class(token).contains(Class::MAKE) && !tagging.is_value(&(token..token + 1));
    let shows = |token: usize| text.tokens()[token].quote.is_some() || text.word(token) == ":" || asks(token);
    let stated = !tagging.settings().is_empty() || (0..text.tokens().len()).any(shows);
    let begins = (0..name.start).all(|token| utterance.class(token).light() || tagging.is_value(&(token..token + 1)));
    let clause = utterance.clause(name.start);
    let tells = (name.end..clause.end).find(|&token| COPULAS.contains(&text.word(token)))?;
    // `how far they are`, `that is open all night`: what it is about.
    let within = (name.end..tells).any(|token| SUBORDINATE.contains(&text.word(token)));
    (begins && !stated && !within).then(|| Refusal::Statement(text.typed(tells).to_owned()))
}

/// Who tells how things are with him.
const TELLERS: [&str; 8] = ["we", "i", "they", "he", "she", "i'm", "we're", "they're"];

/// `we are at 60% of our goal`: a sentence about people, which states nothing as a scene would show it and asks nobody.
fn report(utterance: &Utterance, tagging: &Tagging<'_>) -> Option<Refusal> {
    const REACH: usize = 3;
    let text = utterance.text();
    let len = text.tokens().len();
    let first = (0..len).find(|&token| !utterance.class(token).contains(Class::COURTESY))?;
    let teller = TELLERS.contains(&text.word(first)) && text.tokens()[first].quote.is_none();
    let short = text.word(first).contains('\'');
    let copula =
        |&token: &usize| COPULAS.contains(&text.word(token)) || matches!(text.word(token), "am" | "have" | "been");
    let tells = if short { Some(first) } else { (first + 1..len).take(REACH).find(copula) };
    let asks = |token: usize| utterance.class(token).contains(Class::MAKE);
    let shows = |token: usize| text.tokens()[token].quote.is_some() || text.word(token) == ":" || asks(token);
    let stated = !tagging.settings().is_empty() || (0..len).any(shows);
    let tells = tells.filter(|_| teller && !stated)?;
    Some(Refusal::Statement(text.typed(tells).to_owned()))
}

/// What asks for words alone: `write a review of this restaurant`. With a text to show it asks for a scene.
fn prose(utterance: &Utterance, tagging: &Tagging<'_>) -> Option<Refusal> {
    let text = utterance.text();
    let first = (0..text.tokens().len()).find(|&token| {
        let class = utterance.class(token);
        !class.light() || class.contains(Class::MAKE)
    })?;
    let writes = WRITING.contains(&text.word(first)) && text.tokens()[first].quote.is_none();
    (writes && tagging.values().is_empty()).then(|| Refusal::Prose(text.typed(first).to_owned()))
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
    let told = candidate.names.is_empty() && !needed.is_empty() && happens(utterance, tagging);
    let says = !told && (candidate.strong || tagging.about());
    let name = candidate.names.first().or(candidate.marks.first());
    let name = name.filter(|_| !says && !filled)?;
    Some(Refusal::Vague(utterance.text().typed_range(name.clone()).to_owned()))
}

/// Whether a sentence happens to say what a scene shows, and asks for nothing: `how our town changed over the years`.
fn happens(utterance: &Utterance, tagging: &Tagging<'_>) -> bool {
    let text = utterance.text();
    let says = |token: usize| {
        let number = text.tokens()[token].kind == TokenKind::Number;
        number || utterance.class(token).intersects(Class::MAKE | Class::EDGE)
    };
    let stated = !tagging.values().is_empty() || !tagging.settings().is_empty() || !tagging.wanted().is_empty();
    !stated && !(0..text.tokens().len()).any(says)
}
