//! Patterns: which requests a template serves, and how its parameters are read from them.
//!
//! Authors write YAML ([`PatternSet::load`] reads it strictly and reports every mistake at its place). It is compiled
//! once into an immutable [`PatternSet`]: one tree of all literals of all patterns and dictionaries, and an index from what
//! a request says to the few patterns that may be meant.

mod bounds;
mod candidate;
mod chance;
mod compile;
pub(crate) mod draft;
mod file;
mod fingerprint;
mod form;
mod index;
pub mod learned;
mod lexicon;
mod lint;
mod matcher;
mod memo;
mod node;
pub(crate) mod phrase;
mod region;
mod sample;
mod set;
pub(crate) mod settings;
mod shape;
mod slot;
mod spelling;
mod tagger;
#[cfg(test)]
mod tests;
mod utterance;
mod vocabulary;
mod wish;
mod wording;

pub use candidate::Scan;
pub(crate) use candidate::{Asked, Candidate, Candidates};
pub use file::{Example, Reject};
pub(crate) use fingerprint::is_beside;
pub use fingerprint::{CALIBRATION, CHANGES, Fingerprint, MEMORY};
pub use index::Work;
pub use lint::{LINTS, lint};
pub use sample::{Sampler, Sentence, Way};
pub use set::{Pattern, PatternSet};
pub(crate) use tagger::Tagging;
pub(crate) use utterance::Class;
pub use utterance::Utterance;
