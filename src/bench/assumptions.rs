//! What is taken for given: how long work takes, how many tokens, at what price, and what the former pipeline did.

mod read;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::time::Duration;

use xxhash_rust::xxh3::Xxh3;

use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::llm::Price;
use crate::llm::protocol::Protocol;

use super::work::{Pause, Reading, Way, Work};

/// A file of assumptions. Everything that the former pipeline does is known here with its time, tokens and price.
#[derive(Debug, Clone)]
pub struct Assumptions {
    pub(super) calls: BTreeMap<Work, Seconds>,
    pub(super) pauses: BTreeMap<Pause, Seconds>,
    pub(super) first_words: Seconds,
    /// The fewest tokens that an answer has.
    pub(super) least_output: BTreeMap<Work, u64>,
    pub(super) counting: Counting,
    pub(super) answers: BTreeMap<Reading, Plan>,
    pub(super) former: BTreeMap<Work, FormerCall>,
    pub(super) ways: BTreeMap<Way, Vec<Step>>,
}

/// How tokens are counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Counting {
    bytes_per_token: f64,
    /// What a picture counts for.
    pub(super) picture: u64,
    /// The shortest prompt that providers keep.
    pub(super) least_kept: u64,
}

/// A range of times that are all as probable.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seconds(RangeInclusive<f64>);

/// What a brain answers: a tool, and whether a scene is laid out before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) tool: &'static str,
    pub(super) plan: Option<&'static str>,
}

/// A call of the former pipeline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FormerCall {
    pub(super) model: String,
    pub(super) protocol: Protocol,
    pub(super) price: Price,
    pub(super) input: u64,
    pub(super) output: u64,
}

/// A step of the former pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Call(Work),
    Pause(Pause),
}

/// What a time is drawn for: the same draw for the same seed, request, kind and number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draw<'a> {
    pub(super) seed: u64,
    pub(super) request: &'a str,
    pub(super) what: &'a str,
    pub(super) number: usize,
}

const BUILT_IN: &str = include_str!("../../benches/pipeline/assumptions.yaml");

impl Assumptions {
    /// The file that is built in: the figures of the analysis.
    ///
    /// # Errors
    /// As [`read`](Self::read); a test holds that there are none.
    pub fn built_in() -> Result<Self> {
        Self::read(&Source::built_in("benches/pipeline/assumptions.yaml", BUILT_IN, None))
    }

    /// Reads a file of assumptions.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] with all mistakes of the file at their places.
    pub fn read(source: &Source) -> Result<Self> {
        read::read(source).map_err(|mistakes| refusal(source, mistakes))
    }

    /// How long a call takes in all, and to its first word.
    pub(super) fn call(&self, work: Work, draw: Draw<'_>) -> (Duration, Duration) {
        let total = self.calls.get(&work).map_or(Duration::ZERO, |seconds| seconds.drawn(draw));
        let first = self.first_words.drawn(Draw { what: "first-words", ..draw });
        (total, first.min(total))
    }

    /// How long a pause is.
    pub(super) fn pause(&self, pause: Pause, draw: Draw<'_>) -> Duration {
        self.pauses.get(&pause).map_or(Duration::ZERO, |seconds| seconds.drawn(draw))
    }
}

impl Counting {
    /// How many tokens so many bytes of text have.
    pub(super) fn tokens(&self, bytes: usize) -> u64 {
        (bytes as f64 / self.bytes_per_token).ceil() as u64
    }
}

impl Seconds {
    fn drawn(&self, draw: Draw<'_>) -> Duration {
        let share = draw.share();
        Duration::from_secs_f64(self.0.start() + share * (self.0.end() - self.0.start()))
    }
}

impl Draw<'_> {
    /// A number below another.
    pub(super) fn below(self, end: usize) -> usize {
        ((self.share() * end as f64) as usize).min(end.saturating_sub(1))
    }

    /// A number from 0 to 1.
    fn share(self) -> f64 {
        let mut hash = Xxh3::with_seed(self.seed);
        for text in [self.request, self.what] {
            hash.update(&text.len().to_le_bytes());
            hash.update(text.as_bytes());
        }
        hash.update(&self.number.to_le_bytes());
        hash.digest() as f64 / u64::MAX as f64
    }
}

fn refusal(source: &Source, mistakes: Vec<Diagnostic>) -> Error {
    let count = mistakes.len();
    let message = format!("{count} mistake{} in `{}`", if count == 1 { "" } else { "s" }, source.name());
    Error::new(ErrorKind::Assets, message).with_diagnostics(mistakes)
}

#[cfg(test)]
mod tests;
