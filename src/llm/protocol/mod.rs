//! The two protocols as pure functions: a call becomes JSON, bytes become deltas. Nothing here knows of connections or
//! clocks, so that all of it can be tested and fuzzed on bytes alone.

mod anthropic;
mod error;
mod number;
mod openai;
mod sse;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

pub use sse::{Event, SseReader};

pub(super) use error::{failure_of, lacks_schemas};

use super::{Call, End, Failure, FailureKind, Finish, Reply, Structured, Usage};

/// The longest answer that is taken, in bytes of text. The longest scene of the library has 12 KB.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// The largest single event that is taken.
pub const MAX_EVENT: usize = 8 * 1024 * 1024;

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// Chat completions of `OpenAI`, which most other servers speak too.
    OpenAi,
    /// Messages of Anthropic.
    Anthropic,
}

/// Whether an answer comes whole or as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// In one piece.
    Whole,
    /// As server-sent events.
    Streamed,
}

/// What is said with a call beside the call itself.
#[derive(Debug, Clone)]
pub(super) struct Terms<'a> {
    /// The model as its provider calls it.
    pub(super) model: &'a str,
    /// The key that the longest answer stands under, for chat completions.
    pub(super) max_tokens_key: &'static str,
    /// The longest answer in tokens.
    pub(super) max_tokens: u32,
    /// How freely words are chosen, where that may be said.
    pub(super) temperature: Option<f64>,
    /// How the server is held to a schema.
    pub(super) structured: Structured,
    /// What else its author wants to be sent.
    pub(super) extra: &'a Map<String, Value>,
}

impl Protocol {
    /// The body of a request.
    pub(super) fn body(self, call: &Call, terms: &Terms<'_>, delivery: Delivery) -> Value {
        let mut body = match self {
            Self::OpenAi => openai::body(call, terms, delivery),
            Self::Anthropic => anthropic::body(call, terms, delivery),
        };
        if let Value::Object(fields) = &mut body {
            fields.extend(terms.extra.iter().map(|(key, value)| (key.clone(), value.clone())));
        }
        body
    }

    /// What is added to a provider's address.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::OpenAi => "/chat/completions",
            Self::Anthropic => "/v1/messages",
        }
    }

    /// Reads a whole answer.
    ///
    /// # Errors
    /// [`FailureKind::Garbled`] if it is none, [`FailureKind::Truncated`] if it does not say why it ended, or the error
    /// that the server tells instead.
    pub fn read(self, body: &[u8]) -> Result<Reply, Failure> {
        let json: Value = serde_json::from_slice(body)
            .map_err(|error| Failure::new(FailureKind::Garbled, format!("expected JSON as the answer: {error}")))?;
        if let Some(failure) = error::told(&json) {
            return Err(failure);
        }
        let mut said = Said::default();
        match self {
            Self::OpenAi => openai::whole(&json, &mut said)?,
            Self::Anthropic => anthropic::whole(&json, &mut said),
        }
        let end = End { finish: said.finish.ok_or_else(cut_off)?, usage: said.told_usage() };
        if said.text.len() > MAX_TEXT { Err(too_large()) } else { Ok(Reply { text: said.text, end }) }
    }
}

/// Reads an answer that is streamed, from bytes cut anywhere: [feed](Self::feed) it, [take](Self::take) what there is, and
/// [close](Self::close) it when nothing more comes, until there is an [end](Self::end) or a failure.
#[derive(Debug)]
pub struct StreamReader {
    protocol: Protocol,
    sse: SseReader,
    said: Said,
    length: usize,
    failed: Option<Failure>,
}

/// What was said so far and not taken yet.
#[derive(Debug, Default)]
struct Said {
    text: String,
    finish: Option<Finish>,
    usage: Option<Usage>,
    is_over: bool,
}

impl StreamReader {
    /// A reader at the beginning of an answer.
    pub fn new(protocol: Protocol) -> Self {
        Self { protocol, sse: SseReader::new(MAX_EVENT), said: Said::default(), length: 0, failed: None }
    }

    /// Reads more. What comes after the end or a failure is not looked at.
    pub fn feed(&mut self, bytes: &[u8]) {
        let Self { protocol, sse, said, length, failed } = self;
        if said.is_over || failed.is_some() {
            return;
        }
        let fed = sse.feed(bytes, |event| {
            if failed.is_none() && !said.is_over {
                let before = said.text.len();
                *failed = hear(*protocol, &event, said).err();
                *length += said.text.len() - before;
            }
        });
        if *length > MAX_TEXT {
            said.text.clear();
            *failed = Some(too_large());
        }
        *failed = failed.take().or(fed.err().filter(|_| !said.is_over));
    }

    /// The text that has come, if any.
    ///
    /// # Errors
    /// When all text is taken: [`FailureKind::Garbled`] if something was not what the protocol says,
    /// [`FailureKind::TooLarge`] if it was more than anybody asked for, [`FailureKind::Truncated`] if the answer ended
    /// without saying why, or the error that the server told in the stream.
    pub fn take(&mut self) -> Result<Option<String>, Failure> {
        if !self.said.text.is_empty() {
            return Ok(Some(std::mem::take(&mut self.said.text)));
        }
        self.failed.clone().map_or(Ok(None), Err)
    }

    /// Says that nothing more comes, and why, if there is a reason. An answer that has said why it ended is whole even then.
    pub fn close(&mut self, reason: Option<Failure>) {
        if self.said.is_over || self.failed.is_some() {
            return;
        }
        if let Some(event) = self.sse.rest() {
            // An event that is cut off is no JSON; that the end is missing says it all.
            let failed = hear(self.protocol, &event, &mut self.said).err();
            self.failed =
                failed.filter(|failure| !matches!(failure.kind(), FailureKind::Garbled | FailureKind::Truncated));
        }
        self.said.is_over = true;
        if self.said.finish.is_none() {
            self.failed = self.failed.take().or(reason).or_else(|| Some(cut_off()));
        }
    }

    /// The end of the answer, once it is there.
    pub fn end(&self) -> Option<End> {
        let is_there = self.said.is_over && self.failed.is_none() && self.said.text.is_empty();
        self.said.finish.filter(|_| is_there).map(|finish| End { finish, usage: self.said.told_usage() })
    }

    /// Whether the model has said why it ended, so that the text is whole; what it took may still come.
    pub fn is_finished(&self) -> bool {
        self.said.finish.is_some()
    }
}

impl Said {
    /// What the server has told; nothing if it only says that it read and wrote nothing, which is never so.
    fn told_usage(&self) -> Option<Usage> {
        self.usage.filter(|usage| *usage != Usage::default())
    }
}

fn hear(protocol: Protocol, event: &Event, said: &mut Said) -> Result<(), Failure> {
    match event.data.trim() {
        "" => return Ok(()),
        "[DONE]" => return over(said),
        _ => {}
    }
    let json: Value = serde_json::from_str(&event.data)
        .map_err(|error| Failure::new(FailureKind::Garbled, format!("expected JSON in each event: {error}")))?;
    if let Some(failure) = error::told(&json) {
        return Err(failure);
    }
    if event.name == "error" {
        return Err(error::named(&json));
    }
    match protocol {
        Protocol::OpenAi => openai::hear(&json, said),
        Protocol::Anthropic => anthropic::hear(&json, &event.name, said),
    }
}

/// The server says that it is over: then it has to have said why.
fn over(said: &mut Said) -> Result<(), Failure> {
    said.is_over = true;
    said.finish.map(|_| ()).ok_or_else(cut_off)
}

fn cut_off() -> Failure {
    Failure::new(FailureKind::Truncated, "the answer ended without saying that it is whole")
}

fn too_large() -> Failure {
    let message = format!("the answer is larger than {} MiB, which no scene is", MAX_TEXT / 1024 / 1024);
    Failure::new(FailureKind::TooLarge, message)
}
