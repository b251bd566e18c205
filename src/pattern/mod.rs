//! Patterns: which requests a template serves, and how its parameters are read from them.
//!
//! Authors write YAML ([`PatternSet::load`] reads it strictly and reports every mistake at its place). It is compiled
//! once into an immutable [`PatternSet`]: one sorted list of all literals of all patterns and dictionaries, and for
//! each pattern the literals that make it a candidate.

mod bounds;
mod candidate;
mod chance;
mod compile;
mod file;
mod fingerprint;
mod form;
pub mod learned;
mod lexicon;
mod lint;
mod matcher;
mod node;
mod phrase;
mod region;
mod sample;
mod set;
mod settings;
mod spelling;
mod tagger;
#[cfg(test)]
mod tests;
mod utterance;
mod vocabulary;
mod wish;

pub(crate) use candidate::Candidate;
pub use file::{Example, Reject};
pub(crate) use fingerprint::is_beside;
pub use fingerprint::{CALIBRATION, Fingerprint, MEMORY};
pub use lint::{LINTS, lint};
pub use sample::{Sampler, Sentence, Way};
pub use set::{Pattern, PatternSet};
pub(crate) use tagger::Tagging;
pub(crate) use utterance::Class;
pub use utterance::Utterance;
