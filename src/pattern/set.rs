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
use super::utterance::Utterance;
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::Result;
use crate::template::{Library, Manifest, ParamSpec, ParamType};
use crate::value::series::{self, Series};
use crate::value::{Figure, Value};

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

/// A parameter as a pattern reads it.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: ParamType,
    /// Whether the scene has nothing to show without it.
    pub(crate) required: bool,
    /// Whether every template has it. Only phrases and cues that name it bind it; [`super::settings`] reads the rest.
    pub(crate) common: bool,
    /// How its value is written, where that is more than its type says.
    pub(crate) form: Option<Form>,
    /// The only values that it takes, where nothing announces one.
    pub(crate) one_of: Vec<String>,
}

/// How many tokens tell whether points begin: each place of a long request is asked, and reading all that follows every
/// time would take its square.
const FIRST_POINTS: usize = 32;

impl Slot {
    pub(crate) fn all_of(manifest: &Manifest) -> Vec<Self> {
        let own = manifest.params().iter().map(|spec| Self::of(spec, false));
        own.chain(manifest.common().map(|spec| Self::of(spec, true))).collect()
    }

    fn of(spec: &ParamSpec, common: bool) -> Self {
        Self {
            name: spec.name.clone(),
            kind: spec.kind.clone(),
            required: spec.required,
            common,
            form: None,
            one_of: Vec::new(),
        }
    }

    /// The points that stand where a range begins. Of a long range only the first tokens are read to see that none do.
    pub(crate) fn points_at(&self, slots: &[Slot], utterance: &Utterance, range: Range<usize>) -> Option<Series> {
        if range.len() > FIRST_POINTS && !self.points_begin(slots, utterance, range.clone()) {
            return None;
        }
        self.points(slots, utterance, range.clone()).filter(|found| found.tokens.start == range.start)
    }

    /// Whether points stand where a range begins, as far as its first tokens tell.
    pub(crate) fn points_begin(&self, slots: &[Slot], utterance: &Utterance, range: Range<usize>) -> bool {
        let first = range.start..range.end.min(range.start + FIRST_POINTS);
        self.points(slots, utterance, first).is_some_and(|found| found.tokens.start == range.start)
    }

    /// The points that a range holds. Their values are plain numbers where the template shows their unit beside them, and
    /// are as typed otherwise.
    pub(crate) fn points(&self, slots: &[Slot], utterance: &Utterance, range: Range<usize>) -> Option<Series> {
        let text = &utterance.text;
        if self.form == Some(Form::Texts) {
            return utterance.pairs(range).map(without_header);
        }
        let price = |found: &Series| match found.points.as_slice() {
            [point] => {
                found.unit.as_deref().is_some_and(is_currency) && point.label.starts_with(|c: char| !c.is_lowercase())
            }
            _ => false,
        };
        let rest = range.clone().any(|token| matches!(text.word(token), "rest" | "remainder"));
        let shares = if rest { series::shares(text, range.clone()) } else { None };
        let mut found = shares.or_else(|| utterance.points(range.clone())).or_else(|| {
            let single = utterance.single_point(range)?;
            (self.required && price(&single)).then_some(single)
        })?;
        if self.form != Some(Form::Numbers) && !slots.iter().any(|slot| slot.name == "unit") {
            found.points = found.typed_points();
        }
        Some(found)
    }

    /// The one of its only values that stands at a token, as typed.
    pub(crate) fn one_at(&self, utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
        let words = |known: &&String| {
            let known = known.split(' ').map(str::to_lowercase);
            known.enumerate().all(|(at, word)| utterance.text.word(token + at) == word)
        };
        let length = self.one_of.iter().filter(words).map(|known| known.split(' ').count()).max()?;
        let dot = usize::from(utterance.text.word(token + length) == "." && utterance.text.word(token).len() <= 3);
        let tokens = token..token + length + dot;
        Some((Value::Text(utterance.text.typed_range(tokens.clone()).to_owned()), tokens))
    }

    /// Whether its value is an address of the web or a picture.
    pub(crate) fn is_web(&self) -> bool {
        matches!(self.kind, ParamType::Url | ParamType::Image)
    }

    /// Whether its value is an address, an account or a price, which are one text on the screen.
    pub(crate) fn is_address(&self) -> bool {
        matches!(self.kind, ParamType::Url | ParamType::Image | ParamType::Handle | ParamType::Money | ParamType::Date)
    }

    /// Whether the words of a request may be its value without being announced.
    pub(crate) fn takes_words(&self) -> bool {
        !self.common
            && matches!(self.kind, ParamType::Text | ParamType::Prose)
            && matches!(self.form, None | Some(Form::Code))
            && self.one_of.is_empty()
    }
}

/// What the columns of pairs are called.
const HEADS: [&str; 18] = [
    "name",
    "role",
    "title",
    "job",
    "position",
    "person",
    "date",
    "year",
    "when",
    "what",
    "event",
    "milestone",
    "time",
    "speaker",
    "message",
    "from",
    "text",
    "member",
];

/// Pairs without the line above them that says what they are: `name,role`.
fn without_header(mut found: Series) -> Series {
    let is_head = |text: &str| HEADS.iter().any(|head| text.eq_ignore_ascii_case(head));
    let header = found
        .points
        .first()
        .is_some_and(|point| is_head(&point.label) && matches!(&point.value, Figure::Text(value) if is_head(value)));
    if header && found.points.len() > 2 {
        found.points.remove(0);
        found.typed.remove(0);
    }
    found
}

/// Whether a unit is a sign of money: a single label with a price is a point, with another figure it may be anything.
fn is_currency(unit: &str) -> bool {
    matches!(unit, "$" | "€" | "£" | "¥" | "₹" | "CHF" | "kr" | "zł")
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
