//! Patterns: which requests a template serves, and how its parameters are read from them.
//!
//! Authors write YAML ([`PatternSet::load`] reads it strictly and reports every mistake at its place). It is compiled
//! once into an immutable [`PatternSet`]: one sorted list of all literals of all patterns and dictionaries, and for
//! each pattern the literals that make it a candidate.

mod candidate;
mod compile;
mod file;
mod form;
pub mod learned;
mod lexicon;
mod matcher;
mod node;
mod phrase;
mod region;
mod set;
mod settings;
mod spelling;
mod tagger;
#[cfg(test)]
mod tests;
mod utterance;

pub(crate) use candidate::Candidate;
pub use file::{Example, Reject};
pub use set::{Pattern, PatternSet};
pub(crate) use tagger::Tagging;
pub(crate) use utterance::Class;
pub use utterance::Utterance;
