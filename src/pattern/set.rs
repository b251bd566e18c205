//! Patterns and dictionaries, resolved against each other and against the templates, ready to match.

use super::compile;
pub(crate) use super::file::Role;
use super::file::{Example, Reject};
use super::lexicon::Lexicon;
use super::node::Node;
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::Result;
use crate::template::{Library, Manifest, ParamSpec, ParamType};

/// All patterns with their dictionaries: immutable, shared, cheap to ask.
#[derive(Debug)]
pub struct PatternSet {
    pub(crate) lexicon: Lexicon,
    pub(crate) dictionaries: Vec<Dictionary>,
    pub(crate) patterns: Vec<Pattern>,
}

/// A dictionary whose words are in the lexicon.
#[derive(Debug)]
pub(crate) struct Dictionary {
    pub(crate) id: String,
    pub(crate) role: Role,
    pub(crate) meanings: Vec<String>,
}

/// When a template is meant, and how its parameters are read.
#[derive(Debug)]
pub struct Pattern {
    pub(crate) template: String,
    pub(crate) groups: u16,
    pub(crate) phrases: Vec<Vec<Node>>,
    pub(crate) reads: Vec<Vec<Node>>,
    pub(crate) slots: Vec<Slot>,
    /// The slots that take words which nothing announces, in this order.
    pub(crate) quotes: Vec<u16>,
    pub(super) source: Source,
    pub(super) examples: Vec<Example>,
    pub(super) rejects: Vec<Reject>,
}

/// A parameter as a pattern reads it.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub(crate) name: String,
    pub(crate) kind: ParamType,
    /// Whether the scene has nothing to show without it.
    pub(crate) required: bool,
    /// Whether every template has it. Only phrases and cues that name it bind it; [`super::settings`] reads the rest.
    pub(crate) common: bool,
}

impl Slot {
    pub(crate) fn all_of(manifest: &Manifest) -> Vec<Self> {
        let own = manifest.params().iter().map(|spec| Self::of(spec, false));
        own.chain(manifest.common().map(|spec| Self::of(spec, true))).collect()
    }

    fn of(spec: &ParamSpec, common: bool) -> Self {
        Self { name: spec.name.to_string(), kind: spec.kind.clone(), required: spec.required, common }
    }

    /// Whether the words of a request may be its value without being announced.
    pub(crate) fn takes_words(&self) -> bool {
        !self.common && matches!(self.kind, ParamType::Text | ParamType::Prose)
    }
}

impl PatternSet {
    /// Reads and compiles all files under `patterns/`.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Assets`] with every mistake of every file: unknown keys, templates, slots and dictionaries, broken
    /// phrases, phrases that stand for too much.
    pub fn load(assets: &Assets, library: &Library) -> Result<Self> {
        compile::compile(assets, library)
    }

    /// The patterns, in the order of their templates.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The patterns that serve a template.
    pub fn of(&self, template: &str) -> impl Iterator<Item = &Pattern> {
        self.patterns.iter().filter(move |pattern| pattern.template == template)
    }

    /// Every way to name a scene, as the index has it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lexicon.names()
    }

    pub(crate) fn dictionary(&self, index: u16) -> &Dictionary {
        &self.dictionaries[usize::from(index)]
    }
}

impl Pattern {
    /// The template that it serves.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// The name of a slot.
    pub(crate) fn slot_name(&self, slot: u16) -> &str {
        &self.slots[usize::from(slot)].name
    }

    /// The names of the parameters without which there is nothing to show.
    pub(crate) fn required(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().filter(|slot| slot.required).map(|slot| slot.name.as_str())
    }

    /// Requests that it must serve.
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// Requests that it must leave alone.
    pub fn rejects(&self) -> &[Reject] {
        &self.rejects
    }

    /// Something about an example, at its place in the file.
    pub fn diagnose_example(&self, example: &Example, message: impl Into<String>) -> Diagnostic {
        self.source.diagnose(example.span.clone(), message)
    }

    /// Something about a reject, at its place in the file.
    pub fn diagnose_reject(&self, reject: &Reject, message: impl Into<String>) -> Diagnostic {
        self.source.diagnose(reject.span.clone(), message)
    }
}
