//! What a person should know about a scene that was made.

use std::fmt;

use serde::Serialize;

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// A parameter was not given, and shows the template's sample.
    Sample,
    /// A typeface does not come with the product.
    Font,
    /// A colour moved, or is hard to see.
    Colour,
    /// A value was brought within what the scene can do.
    Limit,
    /// A model has said what nobody had said, or could not.
    Filled,
}

/// A note: what it is about, and a sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The parameter that it is about, if it is one.
    pub param: Option<String>,
    /// The sentence, in lower case and without a full stop.
    pub message: String,
}

impl Note {
    pub(super) fn new(kind: NoteKind, param: Option<&str>, message: impl Into<String>) -> Self {
        Self { kind, param: param.map(str::to_owned), message: message.into() }
    }

    /// A model has filled a parameter in.
    pub(crate) fn filled(param: &str) -> Self {
        Self::new(
            NoteKind::Filled,
            Some(param),
            format!("`{param}` was filled in by a model: say what else is to stand there"),
        )
    }

    /// A model was to fill parameters in and could not.
    pub(crate) fn unfilled(message: &str) -> Self {
        Self::new(NoteKind::Filled, None, message)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}
