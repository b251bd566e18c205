//! Pattern files and dictionary files as they are written, with the place of everything that can be wrong later.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::phrase::{self, Piece};
use crate::diagnostic::{Diagnostic, Source};
use crate::yaml::{self, Content, Entry, Fields, Mistakes, Node};

/// What the words of a dictionary are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Role {
    /// Words without a meaning of their own.
    Function,
    /// Talk around the request.
    Filler,
    /// What is said around a request, and never at the end of a text that it asks for: `please`, `for my channel`.
    Courtesy,
    /// Verbs of making.
    Make,
    /// What takes back what follows.
    Negation,
    /// What no template shows.
    Beyond,
    /// Each meaning is a value of the common parameter that the dictionary is called by.
    Setting,
    /// Each meaning is a common parameter, and its words stand beside a value of it: `navy background`.
    Noun,
    /// Words that phrases and cues refer to.
    Words,
}

const ROLES: [(&str, Role); 9] = [
    ("function", Role::Function),
    ("filler", Role::Filler),
    ("courtesy", Role::Courtesy),
    ("make", Role::Make),
    ("negation", Role::Negation),
    ("beyond", Role::Beyond),
    ("setting", Role::Setting),
    ("noun", Role::Noun),
    ("words", Role::Words),
];

/// The forms in which the values of slots are written, by the names that authors use.
pub(super) const FORMS: [&str; 13] = [
    "date", "time", "version", "file", "word", "discount", "stars", "texts", "numbers", "rows", "pictures", "commands",
    "code",
];

/// A phrase of a file, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    pub(crate) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(crate) span: Range<usize>,
}

/// A file of `patterns/words/`.
#[derive(Debug)]
pub(crate) struct DictionaryFile {
    pub(crate) source: Source,
    pub(crate) id: String,
    pub(crate) id_span: Range<usize>,
    pub(crate) role: Role,
    pub(crate) meanings: Vec<MeaningEntry>,
}

/// A meaning of a dictionary: ways to say it anywhere, and ways that count only where they modify something.
#[derive(Debug)]
pub(crate) struct MeaningEntry {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
    pub(crate) say: Vec<Way>,
    pub(crate) weak: Vec<Way>,
}

/// A file of `patterns/` that serves a template.
#[derive(Debug)]
pub(crate) struct PatternFile {
    pub(crate) source: Source,
    pub(crate) template: String,
    pub(crate) template_span: Range<usize>,
    pub(crate) require: Vec<GroupEntry>,
    pub(crate) phrases: Vec<Way>,
    pub(crate) reads: Vec<Way>,
    pub(crate) exclude: Vec<Way>,
    /// The slots that quotes go to which nothing announces, in this order.
    pub(crate) quotes: Vec<(String, Range<usize>)>,
    pub(crate) slots: Vec<SlotEntry>,
    pub(crate) examples: Vec<Example>,
    pub(crate) rejects: Vec<Reject>,
}

/// A group of names. Weak ones name the scene only where the request also says what it shows.
#[derive(Debug)]
pub(crate) struct GroupEntry {
    pub(crate) say: Vec<Way>,
    pub(crate) weak: Vec<Way>,
}

/// What a pattern adds to a parameter of its template.
#[derive(Debug)]
pub(crate) struct SlotEntry {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
    pub(crate) cues: Vec<Way>,
    /// How its value is written, where that is more than its type says.
    pub(crate) takes: Option<Takes>,
    /// The only values that it takes, where nothing announces one.
    pub(crate) one_of: Vec<String>,
}

/// How the value of a slot is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Takes {
    /// One of [`FORMS`].
    Form(String),
    /// What a regular expression describes.
    Expression { regex: String, span: Range<usize> },
}

/// A request that the pattern serves, with what is to be read from it.
#[derive(Debug, Clone)]
pub struct Example {
    /// The request.
    pub say: String,
    /// The parameters, as JSON.
    pub params: serde_json::Value,
    /// Where it stands, for messages.
    pub(crate) span: Range<usize>,
}

/// A request that the pattern must leave alone.
#[derive(Debug, Clone)]
pub struct Reject {
    /// The request.
    pub say: String,
    /// Why, in the author's words.
    pub why: String,
    /// Where it stands, for messages.
    pub(crate) span: Range<usize>,
}

/// Reads a dictionary.
pub(crate) fn read_dictionary(source: &Source) -> Result<DictionaryFile, Vec<Diagnostic>> {
    yaml::read(source, |root, mistakes| {
        let mut fields = root.fields(mistakes)?;
        let id = fields.need("dictionary", mistakes).and_then(|node| named(node, mistakes));
        let role = role(&mut fields, mistakes);
        let meanings = fields.need("meanings", mistakes).map(|node| meanings(node, mistakes));
        fields.finish(mistakes);
        let (id, id_span) = id?;
        Some(DictionaryFile { source: source.clone(), id, id_span, role: role?, meanings: meanings? })
    })
}

/// Reads a pattern.
pub(crate) fn read_pattern(source: &Source) -> Result<PatternFile, Vec<Diagnostic>> {
    yaml::read(source, |root, mistakes| {
        let mut fields = root.fields(mistakes)?;
        let template = fields.need("template", mistakes).and_then(|node| named(node, mistakes));
        let require = fields.take("require").map_or(Vec::new(), |node| groups(node, mistakes));
        let mut listed = |key| fields.take(key).map_or(Vec::new(), |node| ways(node, mistakes));
        let (phrases, reads, exclude) = (listed("phrases"), listed("reads"), listed("exclude"));
        let quotes = fields.take("quotes").map_or(Vec::new(), |node| list(node, mistakes, named));
        let slots = fields.take("slots").map_or(Vec::new(), |node| slots(node, mistakes));
        let examples = fields.need("examples", mistakes).map_or(Vec::new(), |node| list(node, mistakes, example));
        let rejects = fields.take("rejects").map_or(Vec::new(), |node| list(node, mistakes, reject));
        fields.finish(mistakes);
        if require.is_empty() && phrases.is_empty() {
            mistakes.help(root, "nothing says when this pattern is meant", "add `require` or `phrases`");
        }
        let (template, template_span) = template?;
        let source = source.clone();
        Some(PatternFile {
            source,
            template,
            template_span,
            require,
            phrases,
            reads,
            exclude,
            quotes,
            slots,
            examples,
            rejects,
        })
    })
}

fn role(fields: &mut Fields<'_, '_>, mistakes: &mut Mistakes) -> Option<Role> {
    let names = ROLES.map(|(name, _)| name);
    let name = fields.need("role", mistakes).and_then(|node| mistakes.one_of(node, "role", &names))?;
    ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
}

fn named(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<(String, Range<usize>)> {
    node.words(mistakes).map(|name| (name.to_owned(), node.span.clone()))
}

fn meanings(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<MeaningEntry> {
    entries(node, mistakes).iter().filter_map(|entry| meaning(entry, mistakes)).collect()
}

fn meaning(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Option<MeaningEntry> {
    let (name, span) = (entry.key.to_string(), entry.key_span.clone());
    if matches!(entry.value.content, Content::Sequence(_)) {
        return Some(MeaningEntry { name, span, say: ways(&entry.value, mistakes), weak: Vec::new() });
    }
    let mut fields = entry.value.fields(mistakes)?;
    let say = fields.take("say").map_or(Vec::new(), |node| ways(node, mistakes));
    let weak = fields.take("weak").map_or(Vec::new(), |node| ways(node, mistakes));
    fields.finish(mistakes);
    Some(MeaningEntry { name, span, say, weak })
}

fn groups(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<GroupEntry> {
    let entries = entries(node, mistakes);
    let group = |entry| meaning(entry, mistakes).map(|MeaningEntry { say, weak, .. }| GroupEntry { say, weak });
    entries.iter().filter_map(group).collect()
}

fn slots(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<SlotEntry> {
    entries(node, mistakes).iter().filter_map(|entry| slot(entry, mistakes)).collect()
}

fn slot(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Option<SlotEntry> {
    let mut fields = entry.value.fields(mistakes)?;
    let cues = fields.take("cues").map_or(Vec::new(), |node| ways(node, mistakes));
    let takes = fields.take("takes").and_then(|node| takes(node, mistakes));
    let one_of = fields.take("one_of").map_or(Vec::new(), |node| node.texts(mistakes));
    fields.finish(mistakes);
    Some(SlotEntry { name: entry.key.to_string(), span: entry.key_span.clone(), cues, takes, one_of })
}

fn takes(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Takes> {
    if !matches!(node.content, Content::Mapping(_)) {
        return mistakes.one_of(node, "form", &FORMS).map(|name| Takes::Form(name.to_owned()));
    }
    let mut fields = node.fields(mistakes)?;
    let regex = fields.need("regex", mistakes);
    fields.finish(mistakes);
    let regex = regex?;
    Some(Takes::Expression { regex: regex.words(mistakes)?.to_owned(), span: regex.span.clone() })
}

fn ways(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<Way> {
    list(node, mistakes, way)
}

fn way(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Way> {
    let text = node.words(mistakes)?;
    match phrase::parse(text) {
        Ok(pieces) => Some(Way { text: text.to_owned(), pieces, span: node.span.clone() }),
        Err(mistake) => {
            let start = node.span.start + (node.span.len().saturating_sub(text.len())) / 2;
            mistakes.at(start + mistake.span.start..start + mistake.span.end, mistake.message)
        }
    }
}

fn example(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Example> {
    let mut fields = node.fields(mistakes)?;
    let say = fields.need("say", mistakes).and_then(|node| node.words(mistakes)).map(str::to_owned);
    let params = fields.need("params", mistakes).map(Node::json);
    fields.finish(mistakes);
    Some(Example { say: say?, params: params?, span: node.span.clone() })
}

fn reject(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Reject> {
    let mut fields = node.fields(mistakes)?;
    let say = fields.need("say", mistakes).and_then(|node| node.words(mistakes)).map(str::to_owned);
    let why = fields.need("why", mistakes).and_then(|node| node.words(mistakes)).map(str::to_owned);
    fields.finish(mistakes);
    Some(Reject { say: say?, why: why?, span: node.span.clone() })
}

fn entries<'n, 'a>(node: &'n Node<'a>, mistakes: &mut Mistakes) -> &'n [Entry<'a>] {
    let entries = node.entries(mistakes).unwrap_or_default();
    short(node, entries, mistakes)
}

/// The most that a list can have: numbers of phrases, meanings and groups are small.
const LONGEST_LIST: usize = 10_000;

/// A list that is not too long.
fn short<'n, T>(node: &Node<'_>, list: &'n [T], mistakes: &mut Mistakes) -> &'n [T] {
    if list.len() <= LONGEST_LIST {
        return list;
    }
    let message = format!("this has {} entries, and at most {LONGEST_LIST} are taken", list.len());
    mistakes.help(node, message, "divide the file");
    &[]
}

fn list<T>(node: &Node<'_>, mistakes: &mut Mistakes, read: fn(&Node<'_>, &mut Mistakes) -> Option<T>) -> Vec<T> {
    let items = node.items(mistakes).unwrap_or_default();
    short(node, items, mistakes).iter().filter_map(|item| read(item, mistakes)).collect()
}
