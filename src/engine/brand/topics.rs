//! The file that says what facts may be about.

use serde_json::{Map, Value as Json};

use crate::diagnostic::{Diagnostic, Source};
use crate::store::project::Fact;
use crate::text::Text;
use crate::yaml::{self, Mistakes, Node};

/// Words in a row, folded as texts are.
pub(super) type Words = Vec<String>;

/// All topics, and the words that facts about any of them are told and meant by.
#[derive(Debug)]
pub(super) struct Topics {
    pub(super) whose: Vec<Words>,
    pub(super) is: Vec<Words>,
    pub(super) lead: Vec<Words>,
    pub(super) take: Vec<Words>,
    pub(super) all: Vec<Topic>,
}

/// Something that facts may be about.
#[derive(Debug)]
pub(super) struct Topic {
    /// What programs call it.
    pub(super) name: String,
    pub(super) kind: FactType,
    /// What people call it, behind `our`.
    pub(super) names: Vec<Words>,
    /// What people mean it by without `our`.
    pub(super) bare: Vec<Words>,
    /// What announces it without its name.
    pub(super) told: Vec<Words>,
    /// What means it, of topics whose names are usual words.
    pub(super) means: Vec<Words>,
    /// The parameters that its values set, by how many there are.
    sets: Vec<Vec<String>>,
    /// A sentence that tells it.
    pub(super) example: String,
}

/// What the values of a fact are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FactType {
    Colours,
    Font,
    Text,
}

impl Topics {
    /// Reads the file.
    pub(super) fn read(source: &Source) -> Result<Self, Vec<Diagnostic>> {
        yaml::read(source, |root, mistakes| {
            let mut fields = root.fields(mistakes)?;
            let mut phrases = |key| fields.need(key, mistakes).map(|node| all_words(node, mistakes));
            let (whose, is, lead, take) = (phrases("whose"), phrases("is"), phrases("lead"), phrases("take"));
            let topics = fields.need("topics", mistakes).and_then(|node| {
                let entries = node.entries(mistakes)?;
                Some(entries.iter().filter_map(|entry| topic(&entry.key, &entry.value, mistakes)).collect())
            });
            fields.finish(mistakes);
            Some(Self { whose: whose?, is: is?, lead: lead?, take: take?, all: topics? })
        })
    }
}

fn topic(name: &str, node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Topic> {
    const TYPES: [(&str, FactType); 3] =
        [("colours", FactType::Colours), ("font", FactType::Font), ("text", FactType::Text)];
    let mut fields = node.fields(mistakes)?;
    let kind = fields.need("type", mistakes).and_then(|node| {
        let named = mistakes.one_of(node, "type", &TYPES.map(|(name, _)| name))?;
        TYPES.iter().find(|(name, _)| *name == named).map(|(_, kind)| *kind)
    });
    let mut phrases = |key| fields.need(key, mistakes).map(|node| all_words(node, mistakes));
    let (names, bare, told, means) = (phrases("names"), phrases("bare"), phrases("told"), phrases("means"));
    let sets = fields.need("sets", mistakes).and_then(|node| {
        let rows = node.items(mistakes)?;
        Some(rows.iter().map(|row| row.texts(mistakes)).collect())
    });
    let example = fields.need("example", mistakes).and_then(|node| node.words(mistakes)).map(str::to_owned);
    fields.finish(mistakes);
    let name = name.to_owned();
    Some(Topic {
        name,
        kind: kind?,
        names: names?,
        bare: bare?,
        told: told?,
        means: means?,
        sets: sets?,
        example: example?,
    })
}

/// Longer ones first, so that the first that fits is the longest.
fn all_words(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<Words> {
    let mut all: Vec<Words> = node.texts(mistakes).iter().map(|phrase| words(phrase)).collect();
    all.sort_by_key(|words| std::cmp::Reverse(words.len()));
    all
}

fn words(phrase: &str) -> Words {
    let text = Text::new(phrase);
    (0..text.tokens().len()).map(|token| text.word(token).to_owned()).collect()
}

impl Topic {
    /// Whether its values are words on the screen.
    pub(super) fn is_text(&self) -> bool {
        self.kind == FactType::Text
    }

    /// The parameters that a fact sets.
    pub(super) fn presets(&self, fact: &Fact) -> Map<String, Json> {
        let row = self.sets.iter().rfind(|row| row.len() <= fact.values.len());
        let pairs = row.into_iter().flatten().zip(&fact.values);
        pairs.map(|(param, value)| (param.clone(), Json::from(value.as_str()))).collect()
    }
}

/// Where some words that stand at a token end, if one of the phrases does.
pub(super) fn at(text: &Text, token: usize, phrases: &[Words]) -> Option<usize> {
    let fits = |phrase: &&Words| {
        let said = phrase.iter().enumerate().all(|(place, word)| text.word(token + place) == word);
        said && text.tokens()[token.min(text.tokens().len())..]
            .iter()
            .take(phrase.len())
            .all(|token| token.quote.is_none())
    };
    phrases.iter().filter(|phrase| !phrase.is_empty()).find(fits).map(|phrase| token + phrase.len())
}
