//! A request that belongs to a project: it changes what is there, or asks for something new.

use super::decision::{Considered, Decision, Step};
use super::edit::{Changes, Reading, Speaks};
use super::mixed;
use super::op::Op;
use super::several::decide;
use crate::pattern::{Class, PatternSet, Utterance, Work};
use crate::request::{Origin, Request};
use crate::template::Library;

/// Decides what to do about a request that belongs to a project. What is understood as a change as a whole is one, unless
/// the request asks for a new scene that a template shows. What is half understood as a change changes nothing.
pub fn decide_in_project(
    request: &Request,
    read: impl FnOnce() -> Utterance,
    (changes, patterns): (&Changes, &PatternSet),
    library: &Library,
) -> Decision {
    let (reading, speaks) = match changes.read(request, patterns, library) {
        (Reading::Ops(ops), Speaks::Changes) => return changed(ops),
        heard => heard,
    };
    let utterance = &read();
    if !request.project().is_empty()
        && let Some(mixed) = mixed::apart(request, utterance)
        && let Some(decision) = mixed.decide((changes, patterns), library)
    {
        return decision;
    }
    let says_new = says_new(utterance);
    let added = decide(request, utterance, patterns, library);
    let there = |template: &str| {
        request
            .project()
            .iter()
            .any(|scene| matches!(&scene.origin, Origin::Template { template: own } if own == template))
    };
    let new = is_new((utterance, speaks), &added);
    // What is there already is rather changed than made once more.
    let again = added.fits().any(|fit| there(fit.template())) && !says_new && !opens_with_name(utterance, &added);
    let fits = added.fits().next().is_some() && !again;
    match reading {
        Reading::Ops(_) | Reading::Ask(_) if fits && new => added,
        // Where there is nothing yet, nothing can be meant to change.
        Reading::Left(_) | Reading::Unsure(_) | Reading::Nothing if request.project().is_empty() => added,
        Reading::Ops(ops) => changed(ops),
        Reading::Ask(question) => asked(question, added),
        Reading::Left(words) if !fits || !new => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            unread(format!("a change of which {} is not understood", words.join(", ")), added)
        }
        Reading::Unsure(why) if !fits || !new => unclear(why, added),
        Reading::Nothing if again || !new && (speaks == Speaks::Scenes || tells(utterance) || points(utterance)) => {
            unread("a change that is not understood".to_owned(), added)
        }
        Reading::Left(_) | Reading::Unsure(_) | Reading::Nothing => added,
    }
}

fn changed(ops: Vec<Op>) -> Decision {
    let reason = counted(&ops);
    Decision {
        plan: ops.into_iter().map(Step::Change).collect(),
        reason,
        confidence: None,
        considered: Vec::new(),
        work: Work::default(),
        parts: Vec::new(),
    }
}

/// `2 changes`.
pub(super) fn counted(ops: &[Op]) -> String {
    if ops.len() == 1 { "1 change".to_owned() } else { format!("{} changes", ops.len()) }
}

/// The person has to say more.
pub(super) fn asked(question: String, added: Decision) -> Decision {
    Decision { plan: vec![Step::Ask { question }], reason: "a change that is not clear".to_owned(), ..added }
}

/// What is read may well mean something else.
pub(super) fn unclear(why: &str, added: Decision) -> Decision {
    unread(format!("a change of which it is not clear {why}"), added)
}

/// A large model has to read it.
fn unread(reason: String, added: Decision) -> Decision {
    Decision { plan: vec![Step::Model { reason: reason.clone(), partial: None }], reason, ..added }
}

/// Words that ask for something beside what is there.
const NEW: [&str; 5] = ["a", "an", "another", "new", "more"];

/// Words that go on with what is there.
const MORE: [&str; 6] = ["more", "also", "too", "another", "again", "still"];

/// Words that say how something that is there is, or is to be.
const THERE: [&str; 12] =
    ["should", "must", "ought", "needs", "rather", "instead", "not", "is", "are", "than", "reads", "says"];

/// `title card 'Fern', white background`: a request that begins with the name of a scene and leaves nothing open.
fn opens_with_name(utterance: &Utterance, added: &Decision) -> bool {
    let text = utterance.text();
    let begins = |considered: &Considered| {
        let first = text.tokens().first().map(|token| token.span.start);
        considered.coverage > 0.99 && considered.named.iter().any(|span| Some(span.start) == first)
    };
    let more = (0..utterance.len()).any(|token| !utterance.quoted(token) && MORE.contains(&text.word(token)));
    !utterance.shouts() && !more && !tells(utterance) && added.considered.first().is_some_and(begins)
}

/// Whether a request says how something is, or is to be.
fn tells(utterance: &Utterance) -> bool {
    (0..utterance.len()).any(|token| !utterance.quoted(token) && THERE.contains(&utterance.text().word(token)))
}

/// Whether a request speaks of something without its name: `fill it up`.
fn points(utterance: &Utterance) -> bool {
    let text = utterance.text();
    (0..utterance.len())
        .any(|token| !utterance.quoted(token) && ["it", "them", "him", "her"].contains(&text.word(token)))
}

/// `add a …`, `make another …`.
fn asks_for_more(utterance: &Utterance) -> bool {
    (1..utterance.len()).any(|token| {
        let makes = utterance.class(token - 1).contains(Class::MAKE);
        !utterance.quoted(token) && makes && NEW.contains(&utterance.text().word(token))
    })
}

/// Whether a word that asks for something new does so where it stands: not in `as a line`, `into a list`, `more confetti`.
fn is_one(utterance: &Utterance, token: usize) -> bool {
    const OTHERWISE: [&str; 12] =
        ["as", "into", "it", "this", "that", "them", "to", "like", "with", "in", "rather", "be"];
    let before = token.checked_sub(1).map_or("", |before| utterance.text().word(before));
    match utterance.text().word(token) {
        "more" => ["one", "two", "three", "a"].contains(&before),
        _ => !OTHERWISE.contains(&before),
    }
}

/// Whether a request has a word that asks for something beside what is there.
pub(super) fn says_new(utterance: &Utterance) -> bool {
    (0..utterance.len()).any(|token| {
        let word = utterance.text().word(token);
        let adds = utterance.class(token).contains(Class::MAKE) && matches!(word, "add" | "create" | "insert");
        !utterance.quoted(token) && (NEW.contains(&word) || adds)
    })
}

/// Whether a request asks for a scene that is not there yet: `a bar chart of …`, `add another counter`, and never `the chart`.
/// The word nearest before its name that says so decides.
fn is_new((utterance, speaks): (&Utterance, Speaks), added: &Decision) -> bool {
    const REACH: usize = 4;
    const KNOWN: [&str; 12] = ["the", "this", "that", "my", "our", "its", "in", "of", "on", "than", "for", "behind"];
    let text = utterance.text();
    let considered = added.considered.first();
    if (tells(utterance) || points(utterance)) && !asks_for_more(utterance) {
        return false;
    }
    let Some(mark) = considered.and_then(|considered: &Considered| considered.named.first()) else {
        return !added.parts.is_empty();
    };
    let Some(token) = text.tokens().iter().position(|token| token.span.start >= mark.start) else { return false };
    for before in (token.saturating_sub(REACH)..=token).rev() {
        match text.word(before) {
            word if NEW.contains(&word) => return is_one(utterance, before),
            word if KNOWN.contains(&word) => return false,
            _ if utterance.class(before).contains(Class::MAKE) => return speaks == Speaks::Nothing,
            _ => {}
        }
    }
    speaks == Speaks::Nothing && opens_with_name(utterance, added)
}
