//! What a model is asked.

use std::sync::Arc;

use serde_json::Value;
use tokio::time::Instant;

use super::{Ledger, Picture, Role};
use crate::trace::Trace;

/// A question to a model. It has at least one message.
#[derive(Debug, Clone)]
pub struct Call {
    role: Role,
    system: Vec<SystemPart>,
    messages: Vec<Message>,
    schema: Option<Schema>,
    max_tokens: Option<u32>,
    temperature: Option<f64>,
    deadline: Instant,
    ledger: Ledger,
    trace: Option<Trace>,
}

/// A part of the system prompt. What stays the same from call to call comes first, so that providers can keep it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SystemPart {
    /// The same in many calls: providers are asked to cache everything up to its end.
    Kept(Arc<str>),
    /// Of this call alone.
    Fresh(String),
}

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The person, or this program for them.
    User,
    /// The model.
    Assistant,
}

/// One message of the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Whose it is.
    pub speaker: Speaker,
    /// What is in it, in order.
    pub content: Vec<Content>,
}

/// What a message holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Text.
    Text(String),
    /// A picture.
    Picture(Picture),
}

/// The shape that the answer has to have.
#[derive(Debug, Clone, PartialEq)]
pub struct Schema {
    /// A name of letters, digits, `_` and `-`, which models see.
    pub name: String,
    /// The JSON schema. Strict servers want every property required and `additionalProperties: false` in every object.
    pub json: Value,
}

impl SystemPart {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Kept(text) => text,
            Self::Fresh(text) => text,
        }
    }
}

impl Message {
    /// A message of text alone.
    pub fn text(speaker: Speaker, text: impl Into<String>) -> Self {
        Self { speaker, content: vec![Content::Text(text.into())] }
    }

    /// What a person says.
    pub fn user(text: impl Into<String>) -> Self {
        Self::text(Speaker::User, text)
    }

    /// What a model has said.
    pub fn assistant(text: impl Into<String>) -> Self {
        Self::text(Speaker::Assistant, text)
    }

    /// Adds a picture.
    #[must_use]
    pub fn with_picture(mut self, picture: Picture) -> Self {
        self.content.push(Content::Picture(picture));
        self
    }
}

impl Call {
    /// A call with its first message. Everything, all tries and waiting included, has to be over at the deadline. What
    /// the role's entry in `prompts/models.yaml` says about tokens and temperature holds unless the call says otherwise.
    pub fn new(role: Role, message: Message, deadline: Instant) -> Self {
        let (system, messages) = (Vec::new(), vec![message]);
        let ledger = Ledger::default();
        let (max_tokens, temperature, trace) = (None, None, None);
        Self { role, system, messages, schema: None, max_tokens, temperature, deadline, ledger, trace }
    }

    /// Adds a part of the system prompt that is the same in many calls.
    #[must_use]
    pub fn with_kept_system(mut self, text: impl Into<Arc<str>>) -> Self {
        self.system.push(SystemPart::Kept(text.into()));
        self
    }

    /// Adds a part of the system prompt of this call alone.
    #[must_use]
    pub fn with_system(mut self, text: impl Into<String>) -> Self {
        self.system.push(SystemPart::Fresh(text.into()));
        self
    }

    /// Adds a message.
    #[must_use]
    pub fn with_message(mut self, message: Message) -> Self {
        self.messages.push(message);
        self
    }

    /// Asks for JSON of this shape. The answer's text is then JSON alone if the server is able to hold itself to it;
    /// [`Reply::json`](super::Reply::json) finds it in any case.
    #[must_use]
    pub fn with_schema(mut self, schema: Schema) -> Self {
        self.schema = Some(schema);
        self
    }

    /// The longest answer, in tokens, instead of the role's. It is never more than the role's.
    #[must_use]
    pub fn with_max_tokens(mut self, tokens: u32) -> Self {
        self.max_tokens = Some(tokens);
        self
    }

    /// How freely the model chooses its words, from 0 on, instead of the role's.
    #[must_use]
    pub fn with_temperature(mut self, temperature: f64) -> Self {
        self.temperature = Some(temperature);
        self
    }

    /// Writes every try into this ledger instead of one that nobody sees.
    #[must_use]
    pub fn with_ledger(mut self, ledger: Ledger) -> Self {
        self.ledger = ledger;
        self
    }

    /// Says which trace it belongs to, if to one, so that the provider can take it over.
    #[must_use]
    pub fn with_trace(mut self, trace: Option<Trace>) -> Self {
        self.trace = trace;
        self
    }

    /// What it is for.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The system prompt.
    pub fn system(&self) -> &[SystemPart] {
        &self.system
    }

    /// The messages; there is at least one.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The shape of the answer, if it is to be JSON.
    pub fn schema(&self) -> Option<&Schema> {
        self.schema.as_ref()
    }

    /// The longest answer, if it is not the role's.
    pub fn max_tokens(&self) -> Option<u32> {
        self.max_tokens
    }

    /// The temperature, if it is not the role's.
    pub fn temperature(&self) -> Option<f64> {
        self.temperature
    }

    /// When all has to be over.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// The trace that it belongs to.
    pub fn trace(&self) -> Option<Trace> {
        self.trace
    }

    /// Where every try is written down.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}
