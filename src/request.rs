//! A request: what a person wants, in their words, with what they attached.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::{Error, ErrorKind, Result};

/// The longest prompt that is taken, in bytes. A full script with pasted data has 5 KB.
pub const MAX_PROMPT: usize = 16 * 1024;

/// A request that can be worked on: its prompt is neither empty nor too long and has no control characters.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    prompt: String,
    attachments: Vec<String>,
    project: Option<Vec<ProjectScene>>,
    changed: Option<usize>,
    open: Option<String>,
    format: Option<Format>,
    fresh: bool,
    presets: Map<String, Value>,
}

/// A scene of the project that the request is about.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ProjectScene {
    /// The name that people see.
    pub name: String,
    /// The template that it was made from, or its code.
    #[serde(flatten)]
    pub origin: Origin,
    /// Its present parameters.
    #[serde(default)]
    pub params: Map<String, Value>,
}

/// Where a scene comes from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Origin {
    /// A template of the library.
    Template {
        /// Its id.
        template: String,
    },
    /// Code, with a manifest of its parameters.
    Code {
        /// The code, in TSX.
        code: String,
        /// What can be changed in it.
        #[serde(default)]
        manifest: Value,
    },
}

/// The shape of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// 1920 × 1080.
    Landscape,
    /// 1080 × 1920.
    Portrait,
    /// 1080 × 1080.
    Square,
}

impl Format {
    /// All formats, the default first.
    pub const ALL: [Self; 3] = [Self::Landscape, Self::Portrait, Self::Square];

    /// Its name, which is the value of the parameter `format`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Landscape => "landscape",
            Self::Portrait => "portrait",
            Self::Square => "square",
        }
    }

    /// The format that frames of a size have.
    pub fn of_size(width: u32, height: u32) -> Self {
        match width.cmp(&height) {
            Ordering::Greater => Self::Landscape,
            Ordering::Less => Self::Portrait,
            Ordering::Equal => Self::Square,
        }
    }
}

impl Request {
    /// Takes a prompt. Line ends become `\n`; other control characters, which nobody types on purpose, are dropped.
    ///
    /// # Errors
    /// [`ErrorKind::Request`] if nothing visible is left, or if the prompt has more than [`MAX_PROMPT`] bytes.
    pub fn new(prompt: &str) -> Result<Self> {
        if prompt.len() > MAX_PROMPT {
            let message = format!(
                "the request has {} bytes, and at most {MAX_PROMPT} are taken: say what the scene should show, and attach long material",
                prompt.len()
            );
            return Err(Error::new(ErrorKind::Request, message));
        }
        let prompt = clean(prompt);
        if prompt.trim().is_empty() {
            let message = "the request is empty: say what the scene should show, for example `counter from 0 to 100`";
            return Err(Error::new(ErrorKind::Request, message));
        }
        Ok(Self {
            prompt,
            attachments: Vec::new(),
            project: None,
            changed: None,
            open: None,
            format: None,
            fresh: false,
            presets: Map::new(),
        })
    }

    /// The same request in other words.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn reworded(self, prompt: &str) -> Result<Self> {
        Ok(Self { prompt: Self::new(prompt)?.prompt, ..self })
    }

    /// Adds pictures, by URL or by the name of a file.
    #[must_use]
    pub fn with_attachments(mut self, attachments: Vec<String>) -> Self {
        self.attachments = attachments;
        self
    }

    /// Adds the scenes of the project that it is about, in order.
    #[must_use]
    pub fn with_project(mut self, project: Vec<ProjectScene>) -> Self {
        self.project = Some(project);
        self
    }

    /// Says which scene of the project was changed last, counted from 1: `it` means that one.
    #[must_use]
    pub fn with_last_changed(mut self, scene: usize) -> Self {
        self.changed = Some(scene);
        self
    }

    /// Says that the request before this one was answered by a question, which this one may answer. `open` is what the
    /// person had typed then.
    #[must_use]
    pub fn with_open(mut self, open: impl Into<String>) -> Self {
        self.open = Some(open.into());
        self
    }

    /// Wants a format, whatever the prompt says.
    #[must_use]
    pub fn with_format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// Wants some parameters in every scene that has them, where the prompt says nothing else about them.
    #[must_use]
    pub fn with_presets(mut self, presets: Map<String, Value>) -> Self {
        self.presets = presets;
        self
    }

    /// Parameters that hold where the prompt says nothing else.
    pub fn presets(&self) -> &Map<String, Value> {
        &self.presets
    }

    /// Wants what a model makes to be made anew, whatever was made for the same request before.
    #[must_use]
    pub fn made_anew(mut self) -> Self {
        self.fresh = true;
        self
    }

    /// Whether a model is to be asked in spite of an answer that is known.
    pub fn is_made_anew(&self) -> bool {
        self.fresh
    }

    /// The format that is wanted whatever the prompt says.
    pub fn format(&self) -> Option<Format> {
        self.format
    }

    /// What the person typed.
    pub fn prompt(&self) -> &str {
        &self.prompt
    }

    /// What came with it.
    pub fn attachments(&self) -> &[String] {
        &self.attachments
    }

    /// The scenes that are there already.
    pub fn project(&self) -> &[ProjectScene] {
        self.project.as_deref().unwrap_or_default()
    }

    /// Whether it belongs to a project, which may be empty.
    pub fn has_project(&self) -> bool {
        self.project.is_some()
    }

    /// The scene that was changed last, counted from 1.
    pub fn last_changed(&self) -> Option<usize> {
        self.changed
    }

    /// The request before, if it was answered by a question.
    pub fn open(&self) -> Option<&str> {
        self.open.as_deref()
    }
}

fn clean(prompt: &str) -> String {
    let prompt = prompt.strip_prefix('\u{feff}').unwrap_or(prompt);
    let mut cleaned = String::with_capacity(prompt.len());
    let mut characters = prompt.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => cleaned.push('\n'),
            '\n' | '\t' => cleaned.push(character),
            _ if character.is_control() => {}
            _ => cleaned.push(character),
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_control_characters() {
        for (typed, kept) in [
            ("a\r\nb\rc", "a\nb\nc"),
            ("a\0b\u{7}", "ab"),
            ("\u{feff}a\tb", "a\tb"),
            ("שלום \u{202e}x", "שלום \u{202e}x"),
        ] {
            assert_eq!(Request::new(typed).map(|request| request.prompt).ok().as_deref(), Some(kept));
        }
    }

    #[test]
    fn nothing_and_too_much_are_refused_with_what_to_do() {
        for (typed, part) in [("", "is empty"), (" \n\t\0", "is empty"), (&"a".repeat(MAX_PROMPT + 1), "at most 16384")]
        {
            let message = Request::new(typed).map_or_else(|error| error.to_string(), |_| String::new());
            assert!(message.contains(part), "{message}");
        }
    }
}
