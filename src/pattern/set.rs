//! Patterns and dictionaries, resolved against each other and against the templates, ready to match.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::compile;
use super::file;
pub(crate) use super::file::Role;
use super::file::{Example, PatternFile, Reject};
use super::form::Form;
use super::index::Index;
use super::learned::Slots;
use super::lexicon::Lexicon;
use super::node::{Node, Resolver};
use super::phrase;
pub(crate) use super::slot::Slot;
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::Result;
use crate::template::{Library, ParamType};
use crate::value::Value;

/// All patterns with their dictionaries: immutable, shared, cheap to ask.
#[derive(Debug)]
pub struct PatternSet {
    pub(crate) lexicon: Lexicon,
    pub(crate) index: Index,
    pub(crate) dictionaries: Vec<Dictionary>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) learned: Slots,
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
    pub(crate) phrases: Vec<Phrase>,
    /// Sentences that only read.
    pub(crate) reads: Vec<Phrase>,
    /// Shared with the other patterns of the template, unless this one says more about them.
    pub(crate) slots: Arc<[Slot]>,
    /// The literals of its groups, sorted.
    pub(super) names: Box<[Name]>,
    /// The literals that rule it out, sorted.
    pub(super) excludes: Box<[u32]>,
    /// The literals that announce slots, sorted.
    pub(super) cues: Box<[(u32, u16)]>,
    /// The slots that take words which nothing announces, in this order.
    pub(crate) quotes: Vec<u16>,
    /// The words of its names and phrases, by number and sorted: beside a name they say what is meant anyway.
    pub(super) words: Box<[u32]>,
    pub(super) source: Source,
    pub(super) proofs: OnceLock<Proofs>,
}

/// A literal of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) literal: u32,
    pub(super) group: u16,
    /// Whether it names the scene only where the request also says what it shows.
    pub(super) weak: bool,
}

/// A sentence that a pattern matches, resolved when a request first comes near it.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(super) text: Cow<'static, str>,
    /// Where it stands in the file.
    pub(super) span: Range<usize>,
    pub(super) nodes: OnceLock<Vec<Node>>,
}

/// The requests that hold a pattern to its word.
#[derive(Debug, Default)]
pub(super) struct Proofs {
    examples: Vec<Example>,
    rejects: Vec<Reject>,
}

impl Proofs {
    pub(super) fn of(file: PatternFile) -> Self {
        Self { examples: file.examples, rejects: file.rejects }
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
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.lexicon.names()
    }

    /// Every way to name the scene of a pattern, as the index has it.
    pub fn names_of(&self, pattern: &Pattern) -> impl Iterator<Item = String> {
        pattern.names.iter().map(|name| self.lexicon.literal(name.literal))
    }

    /// Whether some pattern or dictionary has a word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.lexicon.vocabulary().find(word) != super::vocabulary::UNKNOWN
    }

    /// A word by its number.
    pub(crate) fn word(&self, number: u32) -> &str {
        self.lexicon.vocabulary().word(number)
    }

    /// A phrase or a read of a pattern, ready to match.
    pub(crate) fn nodes<'p>(&self, pattern: &Pattern, phrase: &'p Phrase) -> &'p [Node] {
        phrase.nodes.get_or_init(|| {
            let number = |word: &str| self.lexicon.vocabulary().find(word);
            let mut resolver = Resolver {
                source: &pattern.source,
                slots: &pattern.slots,
                dictionaries: &self.dictionaries,
                number: &number,
                mistakes: Vec::new(),
            };
            // It was parsed when the program was built.
            let pieces = phrase::parse(&phrase.text).unwrap_or_default();
            resolver.resolve(&pieces, &phrase.span)
        })
    }

    /// Where the model of slots does not know the slots of these patterns, a sentence that says so and what to do.
    pub fn outdated_model(&self) -> Option<String> {
        self.learned.outdated(self)
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

    /// The literals that name its scene, alone or with others.
    pub(crate) fn naming(&self) -> impl Iterator<Item = u32> {
        self.names.iter().map(|name| name.literal)
    }

    /// What a literal is among its names.
    pub(super) fn names_of(&self, literal: u32) -> &[Name] {
        let first = self.names.partition_point(|name| name.literal < literal);
        let behind = self.names[first..].iter().take_while(|name| name.literal == literal).count();
        &self.names[first..first + behind]
    }

    /// The slots that a literal announces.
    pub(super) fn announced_by(&self, literal: u32) -> impl Iterator<Item = u16> {
        let first = self.cues.partition_point(|(cue, _)| *cue < literal);
        self.cues[first..].iter().take_while(move |(cue, _)| *cue == literal).map(|(_, slot)| *slot)
    }

    /// Whether a word is one of its names and phrases.
    pub(super) fn says(&self, word: u32) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    /// The name of a slot.
    pub(crate) fn slot_name(&self, slot: u16) -> &str {
        &self.slots[usize::from(slot)].name
    }

    /// The names of the parameters without which there is nothing to show.
    pub(crate) fn required(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().filter(|slot| slot.required).map(|slot| &*slot.name)
    }

    /// Where pictures that came with a request go which no value names: a list of pictures takes all of them, and a single
    /// one goes to the first parameter for a picture.
    pub(crate) fn place_for_pictures(&self, pictures: &[String], bound: &[&str]) -> Option<(&str, Value)> {
        let open = |slot: &&Slot| !slot.common && !bound.contains(&&*slot.name);
        let list = self.slots.iter().filter(open).find(|slot| slot.form == Some(Form::Pictures));
        if let Some(slot) = list.filter(|_| !pictures.is_empty()) {
            return Some((&slot.name, Value::List(pictures.to_vec())));
        }
        let [picture] = pictures else { return None };
        let slot = self.slots.iter().filter(open).find(|slot| slot.kind == ParamType::Image)?;
        Some((&slot.name, Value::Text(picture.clone())))
    }

    /// Requests that it must serve.
    pub fn examples(&self) -> &[Example] {
        &self.proofs().examples
    }

    /// Requests that it must leave alone.
    pub fn rejects(&self) -> &[Reject] {
        &self.proofs().rejects
    }

    /// Those of a built-in pattern are read when somebody asks for them: no request does.
    fn proofs(&self) -> &Proofs {
        self.proofs.get_or_init(|| file::read_pattern(&self.source).map(Proofs::of).unwrap_or_default())
    }

    /// A phrase as its author wrote it, without quotes.
    pub fn phrase(&self, phrase: usize) -> &str {
        self.phrases.get(phrase).map_or("", |phrase| &phrase.text)
    }

    /// Something about a phrase, at its place in the file.
    pub fn diagnose_phrase(&self, phrase: usize, message: impl Into<String>) -> Diagnostic {
        let span = self.phrases.get(phrase).map(|phrase| phrase.span.clone());
        self.source.diagnose(span.unwrap_or_default(), message)
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
