//! What the learned tagger may add to what the rules have read.
//!
//! It is asked about the best few candidates only, and only where something is left that nothing explains. No gate is
//! wider for what it reads: a request that is refused for another reason than that stays refused, and so does one whose
//! name of a scene says too little without what the rules read.

use super::decision::{Considered, Refusal};

/// How many candidates are read again at most, the best first.
pub(super) const MOST_READ: usize = 2;

/// Whether reading again could change anything: words are left, and nothing but they close a gate.
pub(super) fn is_worth_reading(considered: &Considered) -> bool {
    let by_words = |refusal: &Refusal| matches!(refusal, Refusal::Unexplained(_));
    !considered.unexplained.is_empty() && considered.refusals.iter().all(by_words)
}

/// Whether a second reading is to be taken: it serves what was not served, or explains more of what is served anyway.
pub(super) fn is_better(before: &Considered, again: &Considered) -> bool {
    match (before.fits(), again.fits()) {
        (false, true) => true,
        (true, false) => false,
        (true, true) | (false, false) => again.unexplained.len() < before.unexplained.len(),
    }
}
