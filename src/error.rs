//! What can go wrong, as one type for the whole library.

use std::error::Error as StdError;
use std::fmt;

use crate::diagnostic::Diagnostic;

/// What an error is about, for programs that react to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be taken: empty, too long, not text.
    Request,
    /// A file of templates, patterns or dictionaries is wrong; the diagnostics say where.
    Assets,
    /// A parameter's value is not what its template takes.
    Parameter,
    /// Code is not an acceptable scene; the diagnostics say why.
    Scene,
    /// A file or a folder could not be read or written.
    File,
    /// A project, or something in it, is not there, or cannot be changed in this way.
    Project,
    /// Somebody else has changed the project in between.
    Conflict,
    /// What is kept cannot be read or written: the cache, the database, or the files beside it.
    Store,
    /// A model is needed and none is set, or none of those that are answered.
    Model,
    /// As much was spent on models as may be.
    Budget,
    /// A program that is needed (Node, Chromium) is missing or failed.
    Tool,
    /// This program has a mistake, which should be reported.
    Internal,
}

/// An error of this library: what it is about, a sentence for people, the places, and what caused it.
///
/// The sentence is in lower case and without a full stop, names things in backticks and says what was expected.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    diagnostics: Vec<Diagnostic>,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

/// A result of this library.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with its sentence.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), diagnostics: Vec::new(), cause: None }
    }

    /// Adds the places that it is about.
    #[must_use]
    pub fn with_diagnostics(mut self, diagnostics: Vec<Diagnostic>) -> Self {
        self.diagnostics = diagnostics;
        self
    }

    /// Adds what caused it.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// What it is about.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// All places that it is about, in the order of files.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}
