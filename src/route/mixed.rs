//! A request that changes what is there and then asks for more: `make it blue, and add a counter to 500`.

use super::decision::{Decision, Step};
use super::edit::{Changes, Reading};
use super::project::{asked, counted, unclear};
use super::router::read;
use super::several::decide;
use crate::pattern::{Class, PatternSet, Utterance};
use crate::request::Request;
use crate::template::Library;

/// Verbs that put something beside what is there.
const ADDS: [&str; 5] = ["add", "append", "insert", "create", "include"];

/// Words between such a verb and what it adds.
const BETWEEN: [&str; 5] = ["me", "us", "also", "in", "then"];

/// Words that say that it is not there yet.
const NEW: [&str; 5] = ["a", "an", "another", "one", "new"];

/// Words between a change and what goes on from it.
const AND: [&str; 10] = ["and", "then", "also", "plus", "after", "that", "please", "now", "can", "you"];

/// A request in two parts.
pub(super) struct Mixed {
    /// What is changed, in words.
    pub(super) changes: Request,
    /// What is added. It stands where it stood, so that its places are those of the request.
    pub(super) more: Request,
}

/// Takes a request apart where its changes end and something new is asked for; nothing if it is all of one kind.
pub(super) fn apart(request: &Request, utterance: &Utterance) -> Option<Mixed> {
    let (end, start) = joint(utterance)?;
    let prompt = request.prompt();
    let more = Request::new(&(" ".repeat(start) + &prompt[start..])).ok()?.with_presets(request.presets().clone());
    let more = if let Some(format) = request.format() { more.with_format(format) } else { more };
    Some(Mixed { changes: request.clone().reworded(&prompt[..end]).ok()?, more })
}

/// The end of the changes and the beginning of the rest, in bytes of the request as it was typed.
fn joint(utterance: &Utterance) -> Option<(usize, usize)> {
    let text = utterance.text();
    let is = |token: usize, words: &[&str]| token < utterance.len() && words.contains(&text.word(token));
    let adds = |token: &usize| {
        let mut next = token + 1;
        while is(next, &BETWEEN) {
            next += 1;
        }
        !utterance.quoted(*token) && is(*token, &ADDS) && is(next, &NEW)
    };
    let start = (1..utterance.len()).find(adds)?;
    let mut end = start;
    while end > 0 && is(end - 1, &AND) {
        end -= 1;
    }
    let parts = end < start || utterance.class(end - 1).contains(Class::EDGE);
    while end > 0 && utterance.class(end - 1).contains(Class::EDGE) {
        end -= 1;
    }
    let typed = |token: usize| text.as_typed(text.tokens()[token].span);
    (parts && end > 0).then(|| (typed(end - 1).range().end, typed(start).range().start))
}

impl Mixed {
    /// What it comes to: first its changes, then what it adds, where a template shows that; a question, or a large model,
    /// where its changes are not clear. Nothing if it is not of these two parts after all.
    pub(super) fn decide(&self, (changes, patterns): (&Changes, &PatternSet), library: &Library) -> Option<Decision> {
        let added = decide(&self.more, &read(&self.more, patterns), patterns, library);
        if !added.plan.iter().all(|step| matches!(step, Step::Add { .. })) {
            return None;
        }
        match changes.read(&self.changes, patterns, library).0 {
            Reading::Ops(ops) => {
                let reason = format!("{}, and {}", counted(&ops), added.reason);
                let plan = ops.into_iter().map(Step::Change).chain(added.plan.iter().cloned()).collect();
                Some(Decision { plan, reason, ..added })
            }
            Reading::Ask(question) => Some(asked(question, added)),
            Reading::Unsure(why) => Some(unclear(why, added)),
            Reading::Left(_) | Reading::Nothing => None,
        }
    }
}
