//! What people tell about themselves once, and mean ever after.
//!
//! `Our brand colours are #123456 and gold` is a fact, which a project remembers; `a title card in our brand colours`
//! means it. Both are read before routing: a fact is cut out of the request, and so are words that mean colours or fonts,
//! which become parameters of the scenes wherever the request says nothing else; words that mean a name are replaced by
//! it. `patterns/memory.yaml` says which topics there are and how people call them.

mod meant;
mod told;
mod topics;

use serde_json::{Map, Value as Json};

use crate::assets::Assets;
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::MEMORY;
use crate::request::Request;
use crate::route::{Decision, Step};
use crate::store::project::{Fact, Memory};
use crate::template::{Fit, Library};
use crate::text::{Edit, Text};

use topics::{Topic, Topics};

/// The topics that facts are about.
#[derive(Debug)]
pub struct Brand {
    topics: Topics,
}

/// What a request tells and means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heard {
    /// The facts that it states.
    pub facts: Vec<Fact>,
    /// What else it says, with names in the place of words that mean them; nothing if it only states facts.
    pub rest: Option<String>,
    /// Parameters that hold for its scenes unless the request says otherwise.
    pub presets: Map<String, Json>,
    /// Topics that it means and that nothing is known about, each with a sentence that would tell.
    pub unknown: Vec<(String, String)>,
}

impl Brand {
    /// Reads `patterns/memory.yaml` of the assets, or the one that is built in.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] with every mistake of the file.
    pub fn load(assets: &Assets) -> Result<Self> {
        let source = assets.source(MEMORY).or_else(|| Assets::embedded().source(MEMORY));
        let source = source.ok_or_else(|| Error::new(ErrorKind::Assets, format!("`{MEMORY}` is missing")))?;
        let topics = Topics::read(&source).map_err(|mistakes| {
            let message = format!("`{MEMORY}` has a mistake");
            Error::new(ErrorKind::Assets, message).with_diagnostics(mistakes)
        })?;
        Ok(Self { topics })
    }

    /// Reads what a request tells and means, with what is known already.
    pub fn hear(&self, prompt: &str, memory: &Memory) -> Heard {
        let text = Text::new(prompt);
        let (facts, cuts) = told::facts(&self.topics, &text);
        let mut heard = Heard { facts, ..Heard::default() };
        let text = if cuts.is_empty() { text } else { text.edited(cuts) };
        if !says_something(&text) {
            return heard;
        }
        let known = |topic: &Topic| {
            let stated = heard.facts.iter().rev().find(|fact| fact.topic == topic.name);
            stated.or_else(|| memory.get(&topic.name)).cloned()
        };
        let found = meant::meant(&self.topics, &text);
        let (mut edits, mut presets, mut unknown) = (Vec::new(), Map::new(), Vec::new());
        for (topic, span) in found {
            match known(topic) {
                Some(fact) if topic.is_text() => edits.push(Edit::new(span, fact.values.join(" "))),
                Some(fact) => {
                    edits.push(Edit::new(span, ""));
                    presets.extend(topic.presets(&fact));
                }
                None => unknown.push((topic.name.clone(), topic.example.clone())),
            }
        }
        let edited = text.edited(edits);
        // Where nothing else is said, what is there is to be changed, which the words themselves have to say.
        let rest = if says_something(&edited) { edited } else { text };
        heard.rest = Some(rest.original().trim().to_owned());
        Heard { presets, unknown, ..heard }
    }
}

/// Whether there is a word or a number in it.
fn says_something(text: &Text) -> bool {
    text.tokens().iter().any(|token| token.is_word() || token.is_number() || token.quote.is_some())
}

/// The decision with the request's presets in every scene whose template has them, and that says nothing else.
pub(super) fn dress(decision: Decision, request: &Request, library: &Library) -> Decision {
    if request.presets().is_empty() {
        return decision;
    }
    let dressed = |step: Step| match step {
        Step::Add { fit, ask } => Step::Add { fit: with_presets(fit, request.presets(), library), ask },
        other => other,
    };
    Decision { plan: decision.plan.into_iter().map(dressed).collect(), ..decision }
}

fn with_presets(fit: Fit, presets: &Map<String, Json>, library: &Library) -> Fit {
    let Some(manifest) = library.manifest(fit.template()) else { return fit };
    let mut params: Map<String, Json> = Map::new();
    for (name, value) in fit.params().iter() {
        params.insert(name.to_owned(), serde_json::to_value(value).unwrap_or_default());
    }
    for (name, value) in presets {
        if manifest.spec(name).is_some() {
            params.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    manifest.fit_json(&params).unwrap_or(fit)
}

#[cfg(test)]
mod tests;
