//! What a model answers.

use serde::Serialize;
use serde_json::Value;

use super::{Failure, FailureKind, json_in};

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its text; JSON where JSON was asked for, perhaps with words around it.
    pub text: String,
    /// How it ended.
    pub end: End,
}

/// A piece of an answer as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delta {
    /// More text; never empty.
    Text(String),
    /// The end, after which nothing comes.
    End(End),
}

/// The end of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Why it ended.
    pub finish: Finish,
    /// What it took, if the server said so.
    pub usage: Option<Usage>,
}

/// Why an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finish {
    /// The model had said everything.
    Stop,
    /// It reached the longest answer: what is there is cut off.
    Length,
    /// The model, or its provider, would not answer.
    Refusal,
}

/// What an answer took, in tokens. The four do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Usage {
    /// Read anew.
    pub input: u64,
    /// Read out of the provider's cache.
    pub cache_read: u64,
    /// Read anew and put into the provider's cache.
    pub cache_write: u64,
    /// Written, what the model thought to itself included.
    pub output: u64,
}

impl Reply {
    /// The JSON of the answer: all of its text, or what stands in it between fences or words.
    ///
    /// # Errors
    /// [`FailureKind::Garbled`] if there is none or it is cut off, with what the answer ended with.
    pub fn json(&self) -> Result<Value, Failure> {
        json_in(&self.text).ok_or_else(|| {
            let message = match self.end.finish {
                Finish::Stop => "expected JSON, and the answer has none in it",
                Finish::Length => "expected JSON, and the answer was cut off at its longest length: raise `max_tokens`",
                Finish::Refusal => "expected JSON, and the model refused to answer",
            };
            Failure::new(FailureKind::Garbled, message)
        })
    }
}
