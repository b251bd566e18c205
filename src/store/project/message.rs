//! What was said about a project.

use serde::{Deserialize, Serialize};

use super::id::AssetId;

/// A message. It belongs to the revision that it was said with, and stays said when that is undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatMessage {
    /// Who said it.
    pub by: Speaker,
    /// What.
    pub text: String,
    /// Pictures that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<AssetId>,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// The person whose project it is.
    Person,
    /// This program.
    Firstframe,
}

impl ChatMessage {
    /// A message without pictures.
    pub fn new(by: Speaker, text: impl Into<String>) -> Self {
        Self { by, text: text.into(), pictures: Vec::new() }
    }

    /// The same with pictures.
    #[must_use]
    pub fn with_pictures(self, pictures: Vec<AssetId>) -> Self {
        Self { pictures, ..self }
    }
}
