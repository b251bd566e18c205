//! A request that is being made up, with a note of what each of its parts is.

use std::ops::Range;

/// A value in a made-up request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) slot: u16,
    pub(super) role: String,
    /// Its bytes, with the marks of a quote.
    pub(super) bytes: Range<usize>,
}

/// A made-up request with its values.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) parts: Vec<Part>,
}

impl Draft {
    /// Adds words, with a space before them where one belongs there.
    pub(super) fn say(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let open = self.text.is_empty() || self.text.ends_with([' ', '\n', '(']);
        if !open && !words.starts_with([',', ':', ';', '.', '?', '!', ')', ' ', '\n', '\'']) {
            self.text.push(' ');
        }
        self.text.push_str(words);
    }

    /// Adds what joins two parts, as it stands; behind the end of a sentence only a space.
    pub(super) fn join(&mut self, mark: &str) {
        let ended = self.text.ends_with(['.', '?', '!']) && mark.starts_with(['.', ',', ';']);
        let mark = if self.text.is_empty() { mark.trim_start() } else { mark };
        let mark = if ended { " " } else { mark };
        self.text.push_str(mark);
    }

    /// Adds the value of a slot.
    pub(super) fn value(&mut self, slot: u16, role: &str, words: &str) {
        let before = self.text.len();
        self.say(words);
        let start = before + self.text[before..].len() - self.text[before..].trim_start().len();
        self.parts.push(Part { slot, role: role.to_owned(), bytes: start..self.text.len() });
    }

    /// Whether a slot has a value already.
    pub(super) fn has(&self, slot: u16) -> bool {
        self.parts.iter().any(|part| part.slot == slot)
    }

    /// The text as some people type: without capital letters.
    pub(super) fn in_lower_case(&mut self) {
        let lower = self.text.to_lowercase();
        if lower.len() == self.text.len() {
            self.text = lower;
        }
    }
}
