//! Which patterns answer sentences that were made from other patterns.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::Engine;
use crate::error::Result;
use crate::pattern::{Pattern, Sampler, Sentence};
use crate::request::Request;
use crate::route::{Decision, Refusal};

/// What became of the sentences of one pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The template that the pattern serves.
    pub template: String,
    /// How many sentences were made.
    pub sentences: usize,
    /// How many of them it serves.
    pub own: usize,
    /// What became of the others, the most frequent first.
    pub others: Vec<Group>,
}

/// Sentences to which the same happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What.
    pub fate: Fate,
    /// To how many.
    pub count: usize,
    /// The first of them.
    pub sentence: Sentence,
    /// What was said of it.
    pub reason: String,
}

/// What became of a sentence that its own pattern does not serve.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Another template serves it.
    Taken(String),
    /// Another template fits as well, so that neither serves it.
    Tied(String),
    /// No template serves it; the gate that is closed.
    Refused(&'static str),
}

impl Fate {
    /// Whether two patterns are at odds about it.
    pub fn is_conflict(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }
}

/// Makes sentences of patterns and routes them: for each pattern as many as `sentences`. `done` is told of each pattern
/// that is through, from several threads.
///
/// # Errors
/// A sentence that is no request, because it is too long.
pub fn conflicts(
    engine: &Engine,
    patterns: &[&Pattern],
    (sentences, seed): (usize, u64),
    done: &(dyn Fn() + Sync),
) -> Result<Vec<Tally>> {
    let sampler = Sampler::new(engine.patterns());
    let next = AtomicUsize::new(0);
    let tallies: Mutex<BTreeMap<usize, Result<Tally>>> = Mutex::default();
    let work = || {
        while let Some(pattern) = patterns.get(next.fetch_add(1, Ordering::Relaxed)) {
            let at = patterns.iter().position(|known| std::ptr::eq(*known, *pattern)).unwrap_or_default();
            let tally = tally(engine, pattern, sampler.sentences(pattern, seed).take(sentences));
            tallies.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(at, tally);
            done();
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| (0..threads).for_each(|_| _ = scope.spawn(work)));
    tallies.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).into_values().collect()
}

fn tally(engine: &Engine, pattern: &Pattern, sentences: impl Iterator<Item = Sentence>) -> Result<Tally> {
    let mut tally = Tally { template: pattern.template().to_owned(), sentences: 0, own: 0, others: Vec::new() };
    for sentence in sentences {
        tally.sentences += 1;
        let decision = engine.route(&Request::new(&sentence.say)?);
        let Some(fate) = fate(&decision, pattern.template()) else {
            tally.own += 1;
            continue;
        };
        match tally.others.iter_mut().find(|group| group.fate == fate) {
            Some(group) => group.count += 1,
            None => tally.others.push(Group { fate, count: 1, sentence, reason: decision.reason }),
        }
    }
    tally.others.sort_by(|left, right| (right.count, &left.fate).cmp(&(left.count, &right.fate)));
    Ok(tally)
}

/// What became of a sentence of a template's pattern; nothing if that serves it.
fn fate(decision: &Decision, template: &str) -> Option<Fate> {
    if let Some(fit) = decision.fits().next() {
        return (fit.template() != template).then(|| Fate::Taken(fit.template().to_owned()));
    }
    let Some(best) = decision.considered.first() else { return Some(Fate::Refused("no name")) };
    let tie = best.refusals.iter().find_map(|refusal| match refusal {
        Refusal::Ambiguous(other) if best.template == template => Some(other.clone()),
        Refusal::Ambiguous(_) => Some(best.template.clone()),
        _ => None,
    });
    let gate = || best.refusals.first().map_or("no name", Refusal::gate);
    Some(tie.map_or_else(|| Fate::Refused(gate()), Fate::Tied))
}
