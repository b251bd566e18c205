//! What a scene that is to be written has to be.

use std::fmt::Write;

use serde_json::Value as Json;

use super::job::Job;
use super::{context, picture};
use crate::text::fold;

/// The most words in the id of a scene.
const WORDS: usize = 3;

/// What a scene has to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Brief {
    /// What it shows.
    pub(super) wish: String,
    /// How it is laid out, if that was thought out.
    pub(super) layout: Option<Json>,
    /// A scene to go by.
    pub(super) reference: Option<Reference>,
}

/// A scene that another goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reference {
    /// The nearest template, with what was read from the request.
    Template(String),
    /// A scene of the same project, whose look is to be kept.
    Scene(String),
}

impl Reference {
    /// Its code.
    pub(super) fn code(&self) -> &str {
        match self {
            Self::Template(code) | Self::Scene(code) => code,
        }
    }
}

impl Brief {
    /// What a model is told of it.
    pub(super) fn told(&self, job: &Job) -> String {
        let mut text = format!("Write a scene that shows:\n{}\n\nIts id is `{}`.\n", self.wish, self.id());
        context::frame(&mut text, job);
        context::pictures(&mut text, &job.request);
        if let Some(layout) = &self.layout {
            let _ = writeln!(text, "\nKeep to this layout:\n```json\n{layout:#}\n```");
        }
        match &self.reference {
            Some(Reference::Template(code)) => {
                let _ = writeln!(
                    text,
                    "\nThis scene comes near. Take over what fits and write the rest:\n```tsx\n{code}```"
                );
            }
            Some(Reference::Scene(code)) => {
                let _ =
                    writeln!(text, "\nThis scene plays before it. Keep its colours, type and pace:\n```tsx\n{code}```");
            }
            None => {}
        }
        text
    }

    /// The id of the scene: the first words that say something.
    pub(super) fn id(&self) -> String {
        const FILLERS: [&str; 21] = [
            "a", "an", "the", "of", "with", "and", "make", "create", "scene", "video", "me", "please", "show", "that",
            "over", "on", "in", "to", "for", "at", "from",
        ];
        let folded = fold(&self.wish);
        let words = folded
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty() && !FILLERS.contains(word));
        let id = words.take(WORDS).collect::<Vec<_>>().join("-");
        if id.starts_with(|c: char| c.is_ascii_alphabetic()) {
            id
        } else {
            format!("scene-{id}").trim_end_matches('-').to_owned()
        }
    }

    /// The addresses of pictures that the scene may show.
    pub(super) fn pictures(job: &Job) -> Vec<String> {
        let known = picture::names(job).into_iter().chain(job.request.attachments().iter().cloned());
        known.chain(addresses(job.request.prompt())).collect()
    }
}

/// The addresses that stand in a text.
fn addresses(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | ','));
    words.filter(|word| word.starts_with("http://") || word.starts_with("https://")).map(str::to_owned)
}
