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
    /// Whether it is a question that waits for an answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
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
        Self { by, text: text.into(), pictures: Vec::new(), open: false }
    }

    /// A question of this program's, which the next message may answer.
    pub fn question(text: impl Into<String>) -> Self {
        Self { open: true, ..Self::new(Speaker::Firstframe, text) }
    }

    /// The same with pictures.
    #[must_use]
    pub fn with_pictures(self, pictures: Vec<AssetId>) -> Self {
        Self { pictures, ..self }
    }
}
