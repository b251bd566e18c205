//! The files of sentences are read strictly: every mistake comes out at its place.

use std::ops::Range;

use super::{Comments, Degree, Grammar, Group, KINDS, Kind, Node, Phrase, QUANTITIES, Rule, Scale, Slot, Thing};
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::pattern::CHANGES;
use crate::pattern::draft::{push_words, touching};
use crate::pattern::phrase::{Piece, Ways, parse, ways};
use crate::yaml::{self, Entry, Mistakes, Node as Yaml};

/// Reads both files.
pub(super) fn grammar(assets: &Assets) -> Result<Grammar> {
    let built_in = Assets::embedded();
    let mut grammar = Grammar::default();
    let mut mistakes = Vec::new();
    for path in CHANGES {
        let missing = || Error::new(ErrorKind::Assets, format!("`{path}` is missing"));
        let source = assets.source(path).or_else(|| built_in.source(path)).ok_or_else(missing)?;
        let outcome = yaml::read(&source, |root, mistakes| {
            let mut reader = Reader { grammar: &mut grammar, source: &source, mistakes: Vec::new() };
            reader.file(root, mistakes);
            let found = reader.mistakes;
            for mistake in found {
                mistakes.at::<()>(mistake.span(), mistake.message().to_owned());
            }
            Some(())
        });
        mistakes.extend(outcome.err().unwrap_or_default());
    }
    if mistakes.is_empty() {
        return Ok(grammar);
    }
    Err(Error::new(ErrorKind::Assets, "the sentences of changes have mistakes").with_diagnostics(mistakes))
}

struct Reader<'g> {
    grammar: &'g mut Grammar,
    source: &'g Source,
    mistakes: Vec<Diagnostic>,
}

type Sentences = Vec<Vec<Node>>;

impl Reader<'_> {
    fn file(&mut self, root: &Yaml<'_>, mistakes: &mut Mistakes) -> Option<()> {
        let mut fields = root.fields(mistakes)?;
        for entry in entries(fields.take("words"), mistakes) {
            let say = self.sentences(&entry.value, mistakes);
            let group = self.group_of(entry.key.clone().into_owned(), say);
            self.grammar.groups.push(group);
        }
        for node in items(fields.take("scales"), mistakes) {
            if let Some((named, by, say)) = self.measure(node, Some("of"), mistakes) {
                let of = mistakes.one_of(named?, "quantity", &QUANTITIES.map(|(name, _)| name))?;
                let (_, of) = *QUANTITIES.iter().find(|(name, _)| *name == of)?;
                self.grammar.scales.push(Scale { of, by, say });
            }
        }
        for node in items(fields.take("degrees"), mistakes) {
            let degree = self.measure(node, None, mistakes).map(|(_, by, say)| Degree { by, say });
            self.grammar.degrees.extend(degree);
        }
        for node in items(fields.take("things"), mistakes) {
            self.grammar.things.extend(thing(node, mistakes));
        }
        for entry in entries(fields.take("names"), mistakes) {
            self.grammar.names.push((entry.key.clone().into_owned(), entry.value.texts(mistakes)));
        }
        for entry in entries(fields.take("styles"), mistakes) {
            let say = self.sentences(&entry.value, mistakes);
            self.grammar.styles.push((entry.key.clone().into_owned(), say));
        }
        if let Some(node) = fields.take("everywhere") {
            self.grammar.everywhere = self.sentences(node, mistakes);
        }
        if let Some(node) = fields.take("fillers") {
            self.grammar.fillers = self.sentences(node, mistakes);
        }
        if let Some(node) = fields.take("comments") {
            self.grammar.comments = self.comments(node, mistakes)?;
        }
        for key in ["edits", "operations"] {
            for node in items(fields.take(key), mistakes) {
                let rule = self.rule(node, mistakes);
                self.grammar.rules.extend(rule);
            }
        }
        fields.finish(mistakes);
        Some(())
    }

    fn comments(&mut self, node: &Yaml<'_>, mistakes: &mut Mistakes) -> Option<Comments> {
        let mut fields = node.fields(mistakes)?;
        let [lead, subject, verb, wish] = ["lead", "subject", "verb", "wish"].map(|key| fields.need(key, mistakes));
        fields.finish(mistakes);
        Some(Comments {
            lead: self.sentences(lead?, mistakes),
            subject: self.sentences(subject?, mistakes),
            verb: self.sentences(verb?, mistakes),
            wish: self.sentences(wish?, mistakes),
        })
    }

    /// `{of: size, by: 1.25, say: […]}`; the node of what it is of, where a key is given for that.
    fn measure<'n, 'a>(
        &mut self,
        node: &'n Yaml<'a>,
        of: Option<&'static str>,
        mistakes: &mut Mistakes,
    ) -> Option<(Option<&'n Yaml<'a>>, f64, Sentences)> {
        let mut fields = node.fields(mistakes)?;
        let of = of.and_then(|key| fields.need(key, mistakes));
        let by = fields.need("by", mistakes).and_then(|node| node.number_in(0.05..=20.0, mistakes));
        let say = fields.need("say", mistakes).map(|node| self.sentences(node, mistakes));
        fields.finish(mistakes);
        Some((of, by?, say?))
    }

    fn rule(&mut self, node: &Yaml<'_>, mistakes: &mut Mistakes) -> Option<Rule> {
        let mut fields = node.fields(mistakes)?;
        let op = fields.need("op", mistakes);
        let op = op.and_then(|node| mistakes.one_of(node, "op", &KINDS.map(|(name, _)| name)));
        let bare = fields.take("bare").and_then(|node| node.bool(mistakes)).unwrap_or_default();
        let say = fields.need("say", mistakes).map(|node| self.sentences(node, mistakes));
        fields.finish(mistakes);
        let (_, op): (_, Kind) = *KINDS.iter().find(|(name, _)| Some(*name) == op)?;
        let phrases = say?.into_iter().map(|nodes| self.phrase(nodes)).collect();
        Some(Rule { op, bare, phrases })
    }

    fn group_of(&self, name: String, ways: Vec<Vec<Node>>) -> Group {
        let (mut first, mut open) = (Vec::new(), false);
        let empty = self.any_begins(&ways, &mut first, &mut open);
        first.sort_unstable();
        first.dedup();
        Group { name, ways, first, open: open || empty }
    }

    fn phrase(&self, nodes: Vec<Node>) -> Phrase {
        let (mut first, mut open) = (Vec::new(), false);
        self.begins(&nodes, &mut first, &mut open);
        first.sort_unstable();
        first.dedup();
        let needs = nodes.iter().filter_map(|node| self.needs(node)).collect();
        let free = matches!(nodes.first(), Some(Node::Slot(Slot::Text | Slot::Rest | Slot::Name)));
        Phrase { nodes, first, open, free, needs }
    }

    /// The words of which a part of a sentence has one in any case; nothing if it can do without.
    fn needs(&self, node: &Node) -> Option<Vec<u32>> {
        let of_all = |ways: &[Vec<Node>]| -> Option<Vec<u32>> {
            let words: Option<Vec<Vec<u32>>> =
                ways.iter().map(|nodes| nodes.iter().find_map(|node| self.needs(node))).collect();
            words.map(|words| words.concat())
        };
        match node {
            Node::Word(word) => Some(vec![*word]),
            Node::Either(branches) => of_all(branches),
            Node::Group(group) => of_all(self.grammar.group(*group)),
            Node::Optional(_) | Node::Slot(_) => None,
        }
    }

    /// Notes the words that some nodes can begin with; says whether they can be empty.
    fn begins(&self, nodes: &[Node], first: &mut Vec<u32>, open: &mut bool) -> bool {
        nodes.iter().all(|node| match node {
            Node::Word(word) => {
                first.push(*word);
                false
            }
            Node::Slot(_) => {
                *open = true;
                false
            }
            Node::Optional(nodes) => {
                self.begins(nodes, first, open);
                true
            }
            Node::Either(branches) => self.any_begins(branches, first, open),
            Node::Group(group) => self.any_begins(self.grammar.group(*group), first, open),
        })
    }

    /// The same for several ways, all of which are looked at; says whether one of them can be empty.
    fn any_begins(&self, ways: &[Vec<Node>], first: &mut Vec<u32>, open: &mut bool) -> bool {
        let mut empty = false;
        for nodes in ways {
            empty |= self.begins(nodes, first, open);
        }
        empty
    }

    fn sentences(&mut self, node: &Yaml<'_>, mistakes: &mut Mistakes) -> Sentences {
        let nodes = node.items(mistakes).unwrap_or_default();
        nodes.iter().filter_map(|node| self.sentence(node.words(mistakes)?, &node.span)).collect()
    }

    fn sentence(&mut self, say: &str, span: &Range<usize>) -> Option<Vec<Node>> {
        match parse(say) {
            Ok(pieces) => Some(self.sequence(&pieces, span)),
            Err(mistake) => self.wrong(span, mistake.message),
        }
    }

    fn wrong<T>(&mut self, span: &Range<usize>, message: String) -> Option<T> {
        self.mistakes.push(self.source.diagnose(span.clone(), message));
        None
    }

    fn sequence(&mut self, pieces: &[Piece], span: &Range<usize>) -> Vec<Node> {
        let mut nodes = Vec::new();
        for touching in touching(pieces) {
            match (touching.len() > 1).then(|| ways(touching)).flatten() {
                Some(spelt) => nodes.push(Node::Either(spelt.iter().map(|way| self.words(way)).collect())),
                None => touching.iter().for_each(|piece| self.piece(piece, span, &mut nodes)),
            }
        }
        nodes
    }

    fn piece(&mut self, piece: &Piece, span: &Range<usize>, nodes: &mut Vec<Node>) {
        match piece {
            Piece::Word(word) => nodes.extend(self.words(word)),
            Piece::Optional(pieces) => {
                let inner = self.sequence(pieces, span);
                nodes.push(Node::Optional(inner));
            }
            Piece::Either(branches) => {
                let branches = branches.iter().map(|branch| self.sequence(branch, span)).collect();
                nodes.push(Node::Either(branches));
            }
            Piece::Slot(name) | Piece::Quoted(name) => nodes.extend(self.slot(name, span)),
            Piece::Dictionary(name) => nodes.extend(self.group(name, span)),
            Piece::Glue => {}
        }
    }

    fn slot(&mut self, name: &str, span: &Range<usize>) -> Option<Node> {
        let slot = Slot::named(name).map(Node::Slot);
        slot.or_else(|| {
            let known = suggest(name, Slot::NAMES.map(|(name, _)| name));
            self.wrong(span, format!("there is no slot `{name}`: {known}"))
        })
    }

    fn group(&mut self, name: &str, span: &Range<usize>) -> Option<Node> {
        let found = self.grammar.groups.iter().position(|group| group.name == name);
        found.map(|group| Node::Group(group as u16)).or_else(|| {
            let known = suggest(name, self.grammar.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>());
            self.wrong(span, format!("there are no words `{name}`: {known}"))
        })
    }

    fn words(&mut self, text: &str) -> Vec<Node> {
        let mut words = Ways::default();
        push_words(text, &mut words);
        words.iter().map(|word| Node::Word(self.number(word))).collect()
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = self.grammar.numbers.len() as u32;
        *self.grammar.numbers.entry(word.into()).or_insert(next)
    }
}

fn thing(node: &Yaml<'_>, mistakes: &mut Mistakes) -> Option<Thing> {
    let entries = node.entries(mistakes)?;
    let (mut say, mut looks) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry.key.as_ref() {
            "say" => say = entry.value.texts(mistakes),
            key => looks.extend(entry.value.words(mistakes).map(|param| (key.to_owned(), param.to_owned()))),
        }
    }
    if say.is_empty() {
        mistakes.note(node, "missing key `say`: what people call it")
    } else {
        Some(Thing { say, looks })
    }
}

fn entries<'n, 'a>(node: Option<&'n Yaml<'a>>, mistakes: &mut Mistakes) -> &'n [Entry<'a>] {
    node.and_then(|node| node.entries(mistakes)).unwrap_or_default()
}

fn items<'n, 'a>(node: Option<&'n Yaml<'a>>, mistakes: &mut Mistakes) -> &'n [Yaml<'a>] {
    node.and_then(|node| node.items(mistakes)).unwrap_or_default()
}
