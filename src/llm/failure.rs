//! What can go wrong with a call, as one type, and what is to be done about each.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use serde::Serialize;

use crate::error::{Error, ErrorKind};

/// A call that did not come to its end. Its sentence never holds a key: what servers and the system say is redacted where
/// it is taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    kind: FailureKind,
    message: Cow<'static, str>,
    model: Option<Box<str>>,
    retry_after: Option<Duration>,
    is_refusal: bool,
}

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// Nobody answers at the address: refused, no such host, no route.
    Unreachable,
    /// The server is not who it says to be, or cannot speak TLS as we do.
    Untrusted,
    /// The connection was cut before the answer was whole.
    Broken,
    /// The answer ended in good order, but without having said why: it is not whole.
    Truncated,
    /// The server was slower than the limits allow: to connect, to begin, to go on, or in all.
    TooSlow,
    /// The call's deadline has come.
    Deadline,
    /// Too many calls, for now (429).
    RateLimited,
    /// The provider has more to do than it can (503, 529).
    Overloaded,
    /// The provider has a mistake (500, 502, 504 and others above 500).
    Server,
    /// The account has no money or no quota left.
    Quota,
    /// The key is wrong, or may not do this (401, 403).
    Unauthorised,
    /// The model or the address is not there (404).
    NotFound,
    /// The server does not take the call (400, 413, 422 and others above 400).
    Rejected,
    /// What came is not what the protocol says.
    Garbled,
    /// The answer is larger than anything that was asked for.
    TooLarge,
    /// The provider has failed often, so that it is left alone for a while; nothing was sent.
    Resting,
    /// No key is set for the provider; nothing was sent.
    NoKey,
}

impl Failure {
    /// A failure with its sentence: lower case, no full stop.
    pub fn new(kind: FailureKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, message: message.into(), model: None, retry_after: None, is_refusal: false }
    }

    /// Adds how long the server asked to be left alone.
    #[must_use]
    pub fn after(mut self, wait: Option<Duration>) -> Self {
        self.retry_after = wait;
        self
    }

    /// The same as what a server has refused with its status, so that no model has worked for it.
    #[must_use]
    pub fn refused(mut self) -> Self {
        self.is_refusal = true;
        self
    }

    /// The same failure in other words.
    #[must_use]
    pub(super) fn reworded(mut self, message: String) -> Self {
        self.message = Cow::Owned(message);
        self
    }

    /// Adds the model that it is about, unless that is known already.
    #[must_use]
    pub fn of(mut self, model: &str) -> Self {
        self.model.get_or_insert_with(|| model.into());
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> FailureKind {
        self.kind
    }

    /// What was said about it.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The model that it is about.
    pub fn model(&self) -> Option<&str> {
        self.model.as_deref()
    }

    /// Whether it cost nothing for sure: no model had begun to work.
    pub fn is_free(&self) -> bool {
        self.is_refusal || self.kind.is_free()
    }

    /// How long the server asked to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl FailureKind {
    /// Its name, as people read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Untrusted => "untrusted",
            Self::Broken => "broken",
            Self::Truncated => "truncated",
            Self::TooSlow => "too slow",
            Self::Deadline => "deadline",
            Self::RateLimited => "rate limited",
            Self::Overloaded => "overloaded",
            Self::Server => "server",
            Self::Quota => "quota",
            Self::Unauthorised => "unauthorised",
            Self::NotFound => "not found",
            Self::Rejected => "rejected",
            Self::Garbled => "garbled",
            Self::TooLarge => "too large",
            Self::Resting => "resting",
            Self::NoKey => "no key",
        }
    }

    /// Whether the same call may do better at the same model a little later.
    pub fn may_pass(self) -> bool {
        match self {
            Self::Unreachable
            | Self::Broken
            | Self::Truncated
            | Self::TooSlow
            | Self::RateLimited
            | Self::Overloaded
            | Self::Server
            | Self::Garbled => true,
            Self::Untrusted
            | Self::Deadline
            | Self::Quota
            | Self::Unauthorised
            | Self::NotFound
            | Self::Rejected
            | Self::TooLarge
            | Self::Resting
            | Self::NoKey => false,
        }
    }

    /// Whether it says that the provider is not well, so that others should be spared.
    pub fn is_outage(self) -> bool {
        matches!(
            self,
            Self::Unreachable
                | Self::Untrusted
                | Self::Broken
                | Self::Truncated
                | Self::TooSlow
                | Self::Overloaded
                | Self::Server
                | Self::Garbled
        )
    }

    fn is_free(self) -> bool {
        matches!(
            self,
            Self::Unreachable
                | Self::Untrusted
                | Self::RateLimited
                | Self::Overloaded
                | Self::Quota
                | Self::Unauthorised
                | Self::NotFound
                | Self::Rejected
                | Self::Resting
                | Self::NoKey
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.model {
            Some(model) => write!(formatter, "`{model}`: {}", self.message),
            None => formatter.write_str(&self.message),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Self::new(ErrorKind::Model, failure.to_string())
    }
}
